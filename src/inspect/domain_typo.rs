//! A domain that is a slip of another, and what would mend it beside what is said of its letters.

use alloc::string::String;
use alloc::vec::Vec;

use super::display::told_name;
use super::provider_lookalike::providers_like;
use super::subject::{Part, Subject};
use super::typo;
use crate::finding::{Finding, FindingKind};
use crate::known::Labels;
use crate::normalize::split_labels;
use crate::span::are_overlapping;
use crate::unicode::ascii_twin;

/// The domain that was likely meant is put in the place of all of this one. What is mended in it goes with it.
pub(super) fn finding(
    subject: &Subject<'_>,
    domain: &Part<'_>,
    labels: &Labels<'_>,
    findings: &[Finding],
) -> Option<Finding> {
    let mended = without_false_letters(subject, domain, findings);
    let mended = mended.as_deref().map(Labels::of);
    let meant = typo::meant(mended.as_ref().unwrap_or(labels))?;
    let finding = subject.origin.warning(FindingKind::DomainTypo, &domain.whole());
    let replacement = |name: &str| subject.origin.replacement(&domain.whole(), name);
    if subject.u_labels.is_empty() {
        return Some(finding.with_fix(replacement(&meant)));
    }
    // A slip in the ending of what looks like a provider's domain leads to a stranger's.
    Some(match providers_like(&meant).as_slice() {
        [] => finding.with_fix(replacement(&told_name(&meant))),
        [provider] => finding.with_fix(replacement(provider)),
        _ => finding,
    })
}

/// The name as it will be once each label whose letters have a fix is mended; `None` where none has.
fn without_false_letters(subject: &Subject<'_>, domain: &Part<'_>, findings: &[Finding]) -> Option<String> {
    if subject.u_labels.is_empty() || !findings.iter().any(is_of_false_letters) {
        return None;
    }
    let mut written = split_labels(domain.text);
    let labels = subject.name.split('.').zip(subject.u_labels).map(|(label, u_label)| {
        let place = subject.origin.source(&domain.range(&written.next().unwrap_or_default()));
        let mut mended = findings.iter().filter(|finding| is_of_false_letters(finding));
        let twins = || u_label.chars().map(ascii_twin).collect::<Option<String>>();
        mended
            .find(|finding| are_overlapping(&finding.span(), &place))
            .and_then(|_| twins())
            .unwrap_or(label.into())
    });
    Some(labels.collect::<Vec<_>>().join("."))
}

fn is_of_false_letters(finding: &Finding) -> bool {
    matches!(finding.kind(), FindingKind::MixedScript | FindingKind::WholeScriptConfusable)
        && finding.fix().is_some()
}
