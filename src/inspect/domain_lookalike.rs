//! Domains that look like another: a mail provider's, or one that the policy protects.

use alloc::borrow::Cow;
use alloc::collections::BinaryHeap;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::deception::is_of_odd_script;
use super::display::told_name;
use super::provider_lookalike::{providers, split_before};
use super::subject::{Part, Subject};
use crate::finding::{Detail, Finding, FindingKind};
use crate::normalize::{is_a_label, split_labels, to_u_label};
use crate::policy::{Policy, Shown};

/// Pushes what is said of the whole domain, and says whether that is all: what looks like another is judged no further.
pub(super) fn judge(policy: &Policy, subject: &Subject<'_>, findings: &mut Vec<Finding>) -> bool {
    let Some(domain) = subject.domain else { return false };
    if subject.u_labels.is_empty() && policy.protect.is_none() || policy.trusts(subject.name) {
        return false;
    }
    let candidates = candidates(policy, subject);
    if let Some(first) = candidates.first() {
        let finding = subject.origin.warning(FindingKind::ProtectedDomainLookalike, &domain.whole());
        let shown = told_name(first);
        let finding = finding.with_detail(Detail::Text((&*shown).into()));
        findings.push(match candidates.as_slice() {
            [_] => finding.with_fix(subject.origin.replacement(&domain.whole(), &shown)),
            _ => finding,
        });
        return true;
    }
    if let Some((labels, name)) = policy.protect.as_ref().and_then(|protected| protected.inside(subject.name))
        // One finding for one fault.
        && !has_false_letters(subject.name, &labels)
    {
        let range = labels_as_written(subject, &domain, &labels);
        let finding = Finding::note(FindingKind::ProtectedDomainLabel, subject.origin.source(&range));
        findings.push(finding.with_detail(Detail::Text((&*told_name(name)).into())));
    }
    false
}

/// The domains that were likely meant, in order.
fn candidates<'a>(policy: &'a Policy, subject: &Subject<'_>) -> Vec<Cow<'a, str>> {
    let name = subject.name;
    let mut candidates: Vec<Cow<'a, str>> = providers(name, subject.u_labels);
    if let Some(protected) = &policy.protect
        && let Some((before, names)) = protected.lookalikes(&Shown::new(name))
    {
        let (before, _) = split_before(name, before);
        candidates.extend(names.into_iter().map(|name| match before {
            "" => Cow::Borrowed(name),
            _ => Cow::Owned(format!("{before}{name}")),
        }));
    }
    let mut candidates = BinaryHeap::from(candidates).into_sorted_vec();
    candidates.dedup();
    candidates
}

/// Whether the one label is found out by its script.
fn has_false_letters(name: &str, labels: &Range<usize>) -> bool {
    let top = name.rsplit('.').next().unwrap_or_default();
    let label = name.split('.').nth(labels.start).filter(|label| labels.len() == 1 && is_a_label(label));
    label.is_some_and(|label| is_of_odd_script(&to_u_label(label), top))
}

/// Where the labels stand, or the whole domain where that cannot be told: a mapping may make dots, or take them.
fn labels_as_written(subject: &Subject<'_>, domain: &Part<'_>, labels: &Range<usize>) -> Range<usize> {
    let written: Vec<Range<usize>> = split_labels(domain.text).collect();
    match written.get(labels.clone()) {
        Some([first, .., last]) if written.len() == subject.name.split('.').count() => {
            domain.range(&(first.start..last.end))
        }
        Some([only]) if written.len() == subject.name.split('.').count() => domain.range(only),
        _ => domain.whole(),
    }
}
