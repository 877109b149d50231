//! What is odd about a domain that is sound: slips, unknown endings, names set aside.

use alloc::vec::Vec;

#[cfg(feature = "suggest")]
use super::subject::Part;
use super::subject::Subject;
#[cfg(feature = "suggest")]
use super::typo;
#[cfg(feature = "suggest")]
use crate::finding::Detail;
use crate::finding::{Finding, FindingKind};
#[cfg(feature = "suggest")]
use crate::known::list_date;
use crate::known::{SpecialUse, special_use};
#[cfg(feature = "suggest")]
use crate::normalize::{is_a_label, split_labels};

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(domain) = subject.domain else { return };
    let origin = subject.origin;
    if let Some(special_use) = special_use(subject.name) {
        findings.push(match special_use {
            SpecialUse::Documentation => {
                Finding::note(FindingKind::SpecialUseDomain, origin.source(&domain.whole()))
            }
            SpecialUse::Reserved => origin.warning(FindingKind::SpecialUseDomain, &domain.whole()),
        });
    } else {
        // What looks like another domain has its own suggestion.
        #[cfg(feature = "suggest")]
        if !findings.iter().any(|finding| finding.kind() == FindingKind::ProtectedDomainLookalike) {
            judge_ending(subject, &domain, findings);
        }
    }
}

/// A domain that is a slip of another, or whose ending nobody knows.
#[cfg(feature = "suggest")]
fn judge_ending(subject: &Subject<'_>, domain: &Part<'_>, findings: &mut Vec<Finding>) {
    let origin = subject.origin;
    let last = || domain.range(&split_labels(domain.text).last().unwrap_or(0..0));
    if let Some(meant) = typo::meant(subject.name) {
        // Beyond ASCII only an ending can be a slip, and the labels before it have findings of their own.
        let fix = match meant.rsplit_once('.') {
            Some((_, ending)) if subject.name.split('.').any(is_a_label) => {
                origin.replacement(&last(), ending)
            }
            _ => origin.replacement(&domain.whole(), &meant),
        };
        findings.push(origin.warning(FindingKind::DomainTypo, &domain.whole()).with_fix(fix));
    } else if let Some(ending) = typo::unknown_ending(subject.name) {
        let detail = Detail::Ending { label: alloc::format!(".{ending}").into(), list_date: list_date() };
        findings.push(origin.warning(FindingKind::UnknownTld, &last()).with_detail(detail));
    }
}
