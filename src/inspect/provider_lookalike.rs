//! Mail providers' domains that another looks like. Who shows a domain asks too, and so it stands below the judges.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

use super::subject::u_labels;
use crate::known::providers_by_look;
use crate::policy::Shown;
use crate::unicode::{ascii_look, look_in_ascii};

/// The mail providers' domains that a name in its normal form looks like, if it has an A-label.
pub(super) fn providers_like(name: &str) -> Vec<Cow<'static, str>> {
    providers(name, &u_labels(name))
}

/// How many labels the providers' domains have.
const PROVIDER_LABELS: Range<usize> = 2..5;

/// The providers' domains that a name of these labels looks like, or is below.
pub(super) fn providers(name: &str, u_labels: &[Cow<'_, str>]) -> Vec<Cow<'static, str>> {
    let may_start = |(place, label): &(usize, &Cow<'_, str>)| {
        let is_tail = || PROVIDER_LABELS.contains(&u_labels.len().saturating_sub(*place));
        *place == 0 || !label.is_ascii() && is_tail()
    };
    let starts = u_labels.iter().enumerate().filter(may_start);
    let mut alike = starts.map(|(place, _)| {
        let (before, rest) = split_before(name, place);
        let domains = whole_providers(rest, u_labels.get(place..).unwrap_or_default()).into_iter();
        let below = |domain| {
            if before.is_empty() { Cow::Borrowed(domain) } else { Cow::Owned(format!("{before}{domain}")) }
        };
        domains.map(below).collect::<Vec<_>>()
    });
    alike.find(|alike| !alike.is_empty()).unwrap_or_default()
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
pub(super) fn split_before(name: &str, labels: usize) -> (&str, &str) {
    let before = name.split_inclusive('.').take(labels).map(str::len).sum();
    name.split_at_checked(before).unwrap_or(("", name))
}
