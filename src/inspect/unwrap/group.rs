//! A group with one member: `Team: ana@example.com;` (RFC 5322 3.4).

use core::ops::Range;

use super::cut::Cut;
use crate::finding::FindingKind;
use crate::inspect::groups::sole_group;
use crate::inspect::members::Members;
use crate::inspect::traced::Traced;
use crate::policy::Policy;
use crate::span::shifted;

pub(super) fn cut(policy: &Policy, text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let members = sole_group(inner, policy.grammar.reading())?.members;
    let mut found = Members::of(policy, inner);
    let is_one = found.next().is_some() && found.next().is_none();
    is_one.then(|| Cut::new(shifted(&members, window.start), FindingKind::Group))
}
