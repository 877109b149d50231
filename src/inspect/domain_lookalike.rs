//! Domains that look like another: a mail provider's, or one that the policy protects.

use alloc::borrow::Cow;
use alloc::collections::BinaryHeap;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::subject::{Part, Subject};
use crate::finding::{Detail, Finding, FindingKind};
use crate::known::provider_domains;
use crate::normalize::{is_a_label, split_labels};
use crate::policy::{Policy, Shown};

/// Pushes what is said of the whole domain, and says whether that is all: what looks like another is judged no further.
pub(super) fn judge(
    policy: &Policy,
    subject: &Subject<'_>,
    domain: &Part<'_>,
    findings: &mut Vec<Finding>,
) -> bool {
    let has_a_label = subject.name.split('.').any(is_a_label);
    if !has_a_label && policy.protect.is_none() || policy.trusts(subject.name) {
        return false;
    }
    let candidates = candidates(policy, subject.name, has_a_label);
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
    providers(&Shown::new(name)).next().is_some()
}

/// The domains that were likely meant, in order.
fn candidates<'a>(policy: &'a Policy, name: &str, has_a_label: bool) -> Vec<Cow<'a, str>> {
    let shown = Shown::new(name);
    let mut candidates: Vec<Cow<'a, str>> = Vec::new();
    if has_a_label {
        providers(&shown).for_each(|domain| candidates.push(domain.into()));
    }
    if let Some((before, names)) = policy.protect.as_ref().and_then(|protected| protected.lookalikes(&shown))
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

/// The providers' domains that the domain, with an A-label in it, looks like.
fn providers(shown: &Shown) -> impl Iterator<Item = &'static str> {
    let domains = if shown.looks_ascii() { Some(provider_domains()) } else { None };
    domains.into_iter().flatten().filter(|domain| shown.looks_like(domain))
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
