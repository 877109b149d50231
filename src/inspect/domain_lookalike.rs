//! Domains that look like another: a mail provider's, or one that the policy protects.

use alloc::borrow::Cow;
use alloc::collections::BinaryHeap;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::deception::is_deceptive_label;
use super::subject::{Part, Subject, u_labels};
use crate::finding::{Detail, Finding, FindingKind};
use crate::known::providers_by_look;
use crate::normalize::{is_a_label, split_labels, to_unicode_name};
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
        let shown = to_unicode_name(first, |_, _| true);
        let finding = finding.with_detail(Detail::Text((&*shown).into()));
        findings.push(match candidates.as_slice() {
            [_] => finding.with_fix(subject.origin.replacement(&domain.whole(), &shown)),
            _ => finding,
        });
        return true;
    }
    if let Some((labels, name)) = policy.protect.as_ref().and_then(|protected| protected.inside(subject.name))
        // One finding for one fault.
        && !is_deceptive(subject.name, &labels)
    {
        let range = labels_as_written(subject, domain, &labels);
        let finding = Finding::note(FindingKind::ProtectedDomainLabel, subject.origin.source(&range));
        findings.push(finding.with_detail(Detail::Text((&*to_unicode_name(name, |_, _| true)).into())));
    }
    false
}

/// The mail providers' domains that a name in its normal form looks like, if it has an A-label.
pub(super) fn providers_like(name: &str) -> Vec<Cow<'static, str>> {
    providers(name, &u_labels(name))
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

/// The providers' domains that a name of these labels looks like, or, from its first A-label on, is below.
fn providers(name: &str, u_labels: &[Cow<'_, str>]) -> Vec<Cow<'static, str>> {
    let whole = whole_providers(name, u_labels);
    let above = u_labels.iter().position(|label| !label.is_ascii()).unwrap_or_default();
    if above == 0 || !whole.is_empty() {
        return whole.into_iter().map(Cow::Borrowed).collect();
    }
    let (before, rest) = split_before(name, above);
    let alike = whole_providers(rest, u_labels.get(above..).unwrap_or_default());
    alike.into_iter().map(|domain| Cow::Owned(format!("{before}{domain}"))).collect()
}

fn whole_providers(name: &str, u_labels: &[Cow<'_, str>]) -> Vec<&'static str> {
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

/// The name in two, so many labels before the dot.
fn split_before(name: &str, labels: usize) -> (&str, &str) {
    let before = name.split_inclusive('.').take(labels).map(str::len).sum();
    name.split_at_checked(before).unwrap_or(("", name))
}

/// Whether the first of the labels has findings of its own.
fn is_deceptive(name: &str, labels: &Range<usize>) -> bool {
    let top = name.rsplit('.').next().unwrap_or_default();
    name.split('.')
        .nth(labels.start)
        .is_some_and(|label| is_a_label(label) && is_deceptive_label(label, top, false))
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
