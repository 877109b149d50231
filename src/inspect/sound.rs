//! The judges of what is sound, one after the other.

use alloc::vec::Vec;

use super::subject::{Subject, u_labels};
use super::{compatibility, deception, domain, domain_lookalike, form_notes, literal, local_part};
use crate::finding::{Finding, FindingKind};
use crate::normalize::{DomainName, is_a_label, split_labels};
use crate::policy::Policy;
use crate::syntax::Grammar;

pub(super) fn judge(policy: &Policy, subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let u_labels = u_labels(subject.name);
    let subject = Subject { u_labels: &u_labels, ..subject };
    form_notes::judge(&subject, findings);
    let subject =
        if policy.grammar == Grammar::Html { with_valid_a_labels(subject, findings) } else { subject };
    compatibility::judge(&subject, findings);
    deception::judge_local_part(&subject, findings);
    if !domain_lookalike::judge(policy, &subject, findings) {
        deception::judge_labels(&subject, findings);
    }
    local_part::judge(&subject, findings);
    domain::judge(policy, &subject, findings);
    findings.extend(literal::risky(&subject));
}

/// Under `html`, which takes any label: a domain with labels that claim to be A-labels and are none is judged no
/// further.
fn with_valid_a_labels<'a>(subject: Subject<'a>, findings: &mut Vec<Finding>) -> Subject<'a> {
    let Some(domain) = subject.domain else { return subject };
    let is_invalid = |label: &&str| is_a_label(label) && DomainName::parse(label).is_err();
    let before = findings.len();
    for span in split_labels(domain.text) {
        if domain.text.get(span.clone()).filter(is_invalid).is_some() {
            findings.push(subject.origin.warning(FindingKind::InvalidIdn, &domain.range(&span)));
        }
    }
    if findings.len() == before { subject } else { Subject { domain: None, ..subject } }
}
