//! What the policy accepts as it stands: nothing is taken off, and its judges see the input itself.

use alloc::vec::Vec;
use core::ops::Range;

use super::conclude::in_order;
use super::order::sort_by_numbers;
use super::subject::{Origin, Part, Subject};
use super::{Inspection, annotations, domain, domain_lookalike, local_part, omission, sound};
use crate::address::EmailAddress;
use crate::finding::{Finding, FindingKind};
use crate::policy::{Policy, Strict};
use crate::syntax::{Parts, Scan};

/// The clean case: an ASCII dot-string at a host name, without an A-label.
pub(super) fn inspect_clean<'a>(policy: &Policy, input: &'a str, scan: Scan) -> Inspection<'a> {
    let address = EmailAddress::from_scan(input, scan);
    let Parts { local, domain, .. } = Parts::around(scan.at(), input.len());
    let (local, domain) = (part(input, &local), part(input, &domain));
    let name = address.domain_text();
    let subject = Subject {
        local: Some(local),
        domain: Some(domain),
        literal: None,
        name,
        u_labels: &[],
        origin: Origin::Input,
    };
    let mut findings = Vec::new();
    local_part::judge(&subject, &mut findings);
    if scan.has_capital {
        findings.push(Finding::note(FindingKind::UppercaseDomain, domain.whole()));
    }
    if policy.protect.is_some() {
        domain_lookalike::judge(policy, &subject, &mut findings);
    }
    domain::judge(policy, &subject, &mut findings);
    omission::withhold_fixes(input, policy.grammar.reading(), &mut findings);
    if policy.protect.is_some() || findings.iter().any(|finding| finding.fix().is_some()) {
        return policy.conclude_accepted(input, findings, address);
    }
    // The judges find in an order of their own.
    sort_by_numbers(&mut findings, in_order);
    Inspection::new(input, findings, Some(address))
}

/// Any other that holds no character for the survey to mark.
pub(super) fn inspect_unmarked<'a>(policy: &Policy, input: &'a str, strict: &Strict<'_>) -> Inspection<'a> {
    let parts = strict.parts();
    let domain = part(input, &parts.domain);
    let (domain, literal) = if parts.is_literal { (None, Some(domain)) } else { (Some(domain), None) };
    let subject = Subject {
        local: Some(part(input, &parts.local)),
        domain,
        literal,
        name: if parts.is_literal { "" } else { strict.domain_text() },
        u_labels: &[],
        origin: Origin::Input,
    };
    let mut findings = Vec::new();
    let mut name = None;
    if policy.grammar.has_cfws() {
        findings.extend(annotations::comment_mismatches(input, strict));
        name = annotations::comment_behind(input, strict);
    }
    sound::judge(policy, subject, &mut findings);
    omission::withhold_fixes(input, policy.grammar.reading(), &mut findings);
    policy.conclude_accepted(input, findings, strict.address()).with_display_name(name)
}

fn part<'a>(input: &'a str, range: &Range<usize>) -> Part<'a> {
    Part { text: input.get(range.clone()).unwrap_or_default(), start: range.start }
}
