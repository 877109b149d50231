//! The lenient door. The input flows one way: survey, unwrap, settle, parse, judge, suggest.

mod compatibility;
mod complete;
mod deception;
mod display;
mod domain;
mod domain_lookalike;
mod dot_slip;
mod edits;
mod encoded_word;
mod faults;
mod form_notes;
mod inner_space;
mod inspection;
mod list;
mod local_part;
mod missing_at;
mod order;
mod pieces;
mod report;
mod settle;
mod subject;
mod surroundings;
mod survey;
mod traced;
#[cfg(feature = "suggest")]
mod typo;
mod unwrap;
mod url_prefix;
mod words;

pub use inspection::{Inspection, Verdict};
pub use list::ListMember;
pub use pieces::Piece;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::address::EmailAddress;
use crate::finding::{Applicability, Detail, Finding, FindingKind, Severity};
use crate::known::{Labels, provider_of};
use crate::normalize::{DomainName, is_a_label, split_labels};
use crate::policy::Policy;
use crate::syntax::{Grammar, INPUT_MAX, Scan, is_quoted, quoted_content};
use crate::unicode::is_white_space;
use edits::{applied, without_overlaps};
use encoded_word::decoded;
use faults::{Parsed, parse_left};
use form_notes::form_notes;
use order::sort_by_numbers;
use settle::settle;
use subject::{Origin, Part, Subject};
use surroundings::{line_breaks, mismatches, multiple_addresses, surrounding_text};
use survey::survey;
use unwrap::{Unwrapped, left_open, unwrap};

impl Policy {
    /// The lenient door: every finding about `input`, the repaired address, a suggestion. It never fails.
    ///
    /// ```
    /// use normail::{FindingKind, Policy, Verdict};
    ///
    /// let inspection = Policy::form().inspect("\u{A0}ana@exam\u{AD}ple.es,");
    /// assert_eq!(inspection.verdict(), Verdict::Repaired);
    /// assert_eq!(inspection.address().unwrap().as_str(), "ana@example.es");
    /// let kinds: Vec<_> = inspection.findings().iter().map(|finding| finding.kind()).collect();
    /// assert_eq!(
    ///     kinds,
    ///     [FindingKind::LeadingSpace, FindingKind::InvisibleCharacter, FindingKind::TrailingPunctuation],
    /// );
    /// ```
    #[must_use]
    pub fn inspect<'a>(&self, input: &'a str) -> Inspection<'a> {
        match self.scan(input) {
            Some(scan) if self.is_unremarkable(input, scan) => {
                Inspection::new(input, Vec::new(), Some(EmailAddress::from_scan(input, scan)))
            }
            Some(scan) => inspect_clean(self, input, scan),
            None => self.inspect_with_care(input),
        }
    }

    /// The common case: a clean address of which the judges would say nothing.
    fn is_unremarkable(&self, input: &str, scan: Scan) -> bool {
        if self.protect.is_some() || scan.has_capital {
            return false;
        }
        let Some((local, domain)) = input.split_at_checked(scan.at()) else { return false };
        let dots = (scan.first_dot() - scan.at(), scan.last_dot() - scan.at());
        let Some(labels) = Labels::behind_at(domain, dots) else { return false };
        let provider = provider_of(labels.domain);
        local_part::is_unremarkable(local, scan.is_local_part_plain, provider)
            && (provider.is_some() || domain::is_unremarkable(&labels))
    }

    /// What the common case does not cover.
    #[cold]
    fn inspect_with_care<'a>(&self, input: &'a str) -> Inspection<'a> {
        if input.len() > INPUT_MAX {
            return too_long(input, INPUT_MAX);
        }
        // What is taken for an address does not depend on where it is.
        let anywhere = self.without_refused_domains();
        let is_accepted = anywhere.is_valid(input);
        let mut unwrapped = unwrap(&anywhere, survey(input, is_accepted), is_accepted);
        let is_one_address = is_accepted || anywhere.is_valid(unwrapped.left());
        let mut findings = core::mem::take(&mut unwrapped.findings);
        findings.extend(self.judge(&mut unwrapped, is_one_address));
        let name = unwrapped.display_name.take();
        self.conclude(input, findings).with_display_name(name.as_deref().map(display_name))
    }

    /// The findings about what is left.
    fn judge(&self, unwrapped: &mut Unwrapped, is_one_address: bool) -> Vec<Finding> {
        let mut findings = Vec::new();
        // What is left open may swallow an address: its own error says so.
        if !is_one_address && left_open(unwrapped.left()).is_none() {
            if let Some(several) = multiple_addresses(unwrapped) {
                findings.extend(line_breaks(unwrapped));
                findings.extend(settle(unwrapped, self.grammar));
                findings.push(several);
                return findings;
            }
            findings.extend(surrounding_text(unwrapped));
        }
        findings.extend(url_prefix::cut(unwrapped));
        let settled = settle(unwrapped, self.grammar);
        let parsed = parse_left(self, unwrapped, &settled);
        findings.extend(settled);
        findings.extend(mismatches(unwrapped, unwrapped.left()));
        findings.extend(form_notes(unwrapped, &parsed));
        judge_sound(self, unwrapped, &parsed, &mut findings);
        findings.extend(parsed.findings);
        findings
    }

    /// The address and the suggestion that the findings amount to.
    fn conclude<'a>(&self, input: &'a str, mut findings: Vec<Finding>) -> Inspection<'a> {
        sort_by_numbers(&mut findings, in_order);
        without_overlaps(&mut findings);
        name_spaces(input, &mut findings);
        let has_error = findings.iter().any(|finding| finding.severity() == Severity::Error);
        let mut address = None;
        if !has_error {
            match self.parse(&applied(input, &findings, Applicability::Automatic)) {
                Ok(parsed) => address = Some(parsed),
                // What the stages did not see, strict parsing did: never an address that it refuses.
                Err(error) => {
                    findings.push(Finding::error(error.kind(), 0..input.len()));
                    sort_by_numbers(&mut findings, in_order);
                }
            }
        }
        let suggestion = self.suggestion(input, &findings).filter(|meant| Some(meant) != address.as_ref());
        if address.is_none() && suggestion.is_none() {
            findings.iter_mut().for_each(Finding::set_unanswerable);
        }
        Inspection::new(input, findings, address).with_suggestion(suggestion)
    }

    /// The input with all fixes applied, unless an error has none.
    fn suggestion(&self, input: &str, findings: &[Finding]) -> Option<EmailAddress> {
        let asks = |finding: &Finding| {
            finding.fix().is_some_and(|fix| fix.applicability() == Applicability::Confirm)
        };
        let is_mendable =
            findings.iter().all(|finding| finding.severity() != Severity::Error || asks(finding));
        if !is_mendable || !findings.iter().any(asks) {
            return None;
        }
        self.parse(&applied(input, findings, Applicability::Confirm)).ok()
    }
}

/// Findings come in the order of the input.
fn in_order(finding: &Finding) -> (usize, usize) {
    (finding.span().start, finding.span().end)
}

/// What is said of an input that nothing reads.
fn too_long(input: &str, limit: usize) -> Inspection<'_> {
    let size = Detail::Size { octets: input.len(), limit };
    let finding = Finding::error(FindingKind::InputTooLong, 0..input.len()).with_detail(size);
    Inspection::new(input, alloc::vec![finding], None)
}

/// What the policy accepts in the clean case: an ASCII dot-string at a host name, without an A-label.
fn inspect_clean<'a>(policy: &Policy, input: &'a str, scan: Scan) -> Inspection<'a> {
    let address = EmailAddress::from_scan(input, scan);
    let part =
        |range: Range<usize>| Part { text: input.get(range.clone()).unwrap_or_default(), start: range.start };
    let (local, domain) = (part(0..scan.at()), part(scan.at() + 1..input.len()));
    let name = address.domain_text();
    let subject = Subject { local: Some(local), domain: Some(domain), name, origin: Origin::Input };
    let mut findings = Vec::new();
    local_part::judge(&subject, &mut findings);
    if scan.has_capital {
        findings.push(Finding::note(FindingKind::UppercaseDomain, domain.whole()));
    }
    if policy.protect.is_some() {
        deception::judge(policy, &subject, &mut findings);
    }
    domain::judge(&subject, &mut findings);
    if policy.protect.is_some() || findings.iter().any(|finding| finding.fix().is_some()) {
        return policy.conclude(input, findings);
    }
    // The judges find in an order of their own.
    sort_by_numbers(&mut findings, in_order);
    Inspection::new(input, findings, Some(address))
}

/// Judges the parts that are sound.
fn judge_sound(policy: &Policy, unwrapped: &Unwrapped, parsed: &Parsed, findings: &mut Vec<Finding>) {
    let left = unwrapped.left();
    let part =
        |range: &Range<usize>| Part { text: left.get(range.clone()).unwrap_or_default(), start: range.start };
    let local = part(&parsed.parts.local);
    let domain = part(&parsed.parts.domain);
    let mut is_domain_sound = parsed.is_domain_sound && !parsed.parts.is_literal;
    if is_domain_sound && policy.grammar == Grammar::Html {
        let invalid = invalid_a_labels(unwrapped, &domain);
        is_domain_sound = invalid.is_empty();
        findings.extend(invalid);
    }
    let name = if is_domain_sound { policy.domain_name(domain.text) } else { None };
    let subject = Subject {
        local: parsed.is_local_sound.then_some(local),
        domain: name.as_ref().map(|_| domain),
        name: name.as_ref().map_or("", DomainName::as_str),
        origin: Origin::Left(unwrapped),
    };
    compatibility::judge(&subject, findings);
    deception::judge(policy, &subject, findings);
    local_part::judge(&subject, findings);
    domain::judge(&subject, findings);
}

/// Under `html`, which takes any label, those that claim to be A-labels and are none.
fn invalid_a_labels(unwrapped: &Unwrapped, domain: &Part<'_>) -> Vec<Finding> {
    let labels = split_labels(domain.text).filter(|label| {
        domain
            .text
            .get(label.clone())
            .is_some_and(|label| is_a_label(label) && DomainName::parse(label).is_err())
    });
    labels
        .map(|label| {
            Finding::warning(FindingKind::InvalidIdn, unwrapped.source_of_left(&domain.range(&label)))
        })
        .collect()
}

/// A message names the space that was found; all of them were one to the stages.
fn name_spaces(input: &str, findings: &mut [Finding]) {
    for finding in findings {
        let found = input.get(finding.span()).and_then(|found| found.chars().next());
        if let (Detail::Char(' '), Some(c)) = (finding.detail(), found)
            && is_white_space(c)
        {
            finding.set_detail(Detail::Char(c));
        }
    }
}

/// A display name as it is meant: unfolded, without quotes and backslashes (RFC 5322 3.2.4), encoded words decoded
/// (RFC 2047).
fn display_name(written: &str) -> String {
    let written = written.trim().replace("\r\n", "");
    if is_quoted(&written) { quoted_content(&written).into_owned() } else { decoded(&written).into_owned() }
}
