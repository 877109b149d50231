//! Domains that look like another: a mail provider's, or one that the policy protects.

use alloc::borrow::Cow;
use alloc::collections::BinaryHeap;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::subject::{Part, Subject, u_labels};
use crate::finding::{Detail, Finding, FindingKind};
use crate::known::providers_by_look;
use crate::normalize::split_labels;
use crate::policy::{Policy, Shown};
use crate::unicode::{ascii_look, look_in_ascii};

/// Pushes what is said of the whole domain, and says whether that is all: what looks like another is judged no further.
pub(super) fn judge(
    policy: &Policy,
    subject: &Subject<'_>,
    domain: &Part<'_>,
    findings: &mut Vec<Finding>,
) -> bool {
    if policy.trusts(subject.name) {
        return false;
    }
    let candidates = candidates(policy, subject);
    if let Some(first) = candidates.first() {
        let finding = subject.origin.warning(FindingKind::ProtectedDomainLookalike, &domain.whole());
        let finding = finding.with_detail(Detail::Text((&**first).into()));
        findings.push(match candidates.as_slice() {
            [meant] => finding.with_fix(subject.origin.replacement(&domain.whole(), meant)),
            _ => finding,
        });
        return true;
    }
    if let Some((labels, name)) = policy.protect.as_ref().and_then(|protected| protected.inside(subject.name))
    {
        let range = labels_as_written(subject, domain, &labels);
        let finding = Finding::note(FindingKind::ProtectedDomainLabel, subject.origin.source(&range));
        findings.push(finding.with_detail(Detail::Text(name.into())));
    }
    false
}

/// Whether the domain, in its normal form and with an A-label in it, looks like a mail provider's.
pub(super) fn is_like_a_provider(name: &str) -> bool {
    !providers(name, &u_labels(name)).is_empty()
}

/// The domains that were likely meant, in order.
fn candidates<'a>(policy: &'a Policy, subject: &Subject<'_>) -> Vec<Cow<'a, str>> {
    let name = subject.name;
    let mut candidates: Vec<Cow<'a, str>> =
        providers(name, subject.u_labels).into_iter().map(Cow::Borrowed).collect();
    if let Some(protected) = &policy.protect
        && let Some((before, names)) = protected.lookalikes(&Shown::new(name))
    {
        let before = name.split_inclusive('.').take(before).map(str::len).sum();
        let before = name.get(..before).unwrap_or_default();
        candidates.extend(names.into_iter().map(|name| match before {
            "" => Cow::Borrowed(name),
            _ => Cow::Owned(format!("{before}{name}")),
        }));
    }
    let mut candidates = BinaryHeap::from(candidates).into_sorted_vec();
    candidates.dedup();
    candidates
}

/// The providers' domains that a name of these labels looks like.
fn providers(name: &str, u_labels: &[Cow<'_, str>]) -> Vec<&'static str> {
    let chars = u_labels.iter().flat_map(|label| core::iter::once('.').chain(label.chars())).skip(1);
    let look = look_in_ascii(chars).unwrap_or_default();
    let mut alike: Vec<_> =
        providers_by_look(&look).filter(|domain| ascii_look(domain).eq(look.chars())).collect();
    if !alike.is_empty() {
        let shown = Shown::new(name);
        alike.retain(|domain| shown.looks_like(domain));
    }
    alike
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
