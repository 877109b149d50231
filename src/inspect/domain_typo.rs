//! A domain that is a slip of another, and what would mend it beside what is said of its letters.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::display::shown_name;
use super::domain_lookalike::providers_like;
use super::subject::{Part, Subject};
use super::typo;
use crate::finding::{Applicability, Finding, FindingKind};
use crate::known::Labels;
use crate::normalize::split_labels;
use crate::span::are_overlapping;
use crate::unicode::ascii_twin;

pub(super) fn finding(
    subject: &Subject<'_>,
    domain: &Part<'_>,
    labels: &Labels<'_>,
    findings: &[Finding],
) -> Option<Finding> {
    let origin = subject.origin;
    let mended = with_twins(subject, domain, findings);
    let mended = mended.as_deref().map(Labels::of);
    let labels = mended.as_ref().unwrap_or(labels);
    let meant = typo::meant(labels)?;
    Some(match replacement(subject, domain, (labels.domain, &meant), findings) {
        Some((place, text)) => {
            origin.warning(FindingKind::DomainTypo, &place).with_fix(origin.replacement(&place, &text))
        }
        None => origin.warning(FindingKind::DomainTypo, &domain.whole()),
    })
}

/// The name as it will be once each label whose letters have a fix is mended; `None` where none has.
fn with_twins(subject: &Subject<'_>, domain: &Part<'_>, findings: &[Finding]) -> Option<String> {
    if subject.u_labels.is_empty() || !findings.iter().any(has_twins) {
        return None;
    }
    let mut written = split_labels(domain.text);
    let labels = subject.name.split('.').zip(subject.u_labels).map(|(label, u_label)| {
        let place = subject.origin.source(&domain.range(&written.next().unwrap_or_default()));
        let mut mended = findings.iter().filter(|finding| has_twins(finding));
        let twins = || u_label.chars().map(ascii_twin).collect::<Option<String>>();
        mended
            .find(|finding| are_overlapping(&finding.span(), &place))
            .and_then(|_| twins())
            .unwrap_or(label.into())
    });
    Some(labels.collect::<Vec<_>>().join("."))
}

fn has_twins(finding: &Finding) -> bool {
    matches!(finding.kind(), FindingKind::MixedScript | FindingKind::WholeScriptConfusable)
        && finding.fix().is_some()
}

/// What makes one name of the other, and where. Where something else in the domain is mended, only the labels behind those
/// that both start with are replaced, if nothing in them is.
fn replacement(
    subject: &Subject<'_>,
    domain: &Part<'_>,
    (name, meant): (&str, &str),
    findings: &[Finding],
) -> Option<(Range<usize>, String)> {
    if subject.u_labels.is_empty() {
        return Some((domain.whole(), meant.into()));
    }
    let fixes = || findings.iter().filter_map(Finding::fix);
    let is_mended = |range: &Range<usize>| {
        let place = subject.origin.source(range);
        let mut asking = fixes().filter(|fix| fix.applicability() == Applicability::Confirm);
        asking.any(|fix| fix.edits().iter().any(|edit| are_overlapping(&edit.span(), &place)))
    };
    if !is_mended(&domain.whole()) {
        // A slip in the ending of what looks like a provider's domain leads to a stranger's.
        return match providers_like(meant).as_slice() {
            [] => Some((domain.whole(), shown_name(meant).into())),
            [provider] => Some((domain.whole(), String::from(&**provider))),
            _ => None,
        };
    }
    let written: Vec<_> = split_labels(domain.text).collect();
    let kept = name.split('.').zip(meant.split('.')).take_while(|(one, other)| one == other).count();
    let rest = meant.split('.').skip(kept).collect::<Vec<_>>().join(".");
    let start =
        if rest.is_empty() { written.get(kept.checked_sub(1)?)?.end } else { written.get(kept)?.start };
    let place = domain.range(&(start..domain.text.len()));
    (written.len() == name.split('.').count() && !is_mended(&place)).then_some((place, rest))
}
