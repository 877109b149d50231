//! A group with one member: `Team: ana@example.com;` (RFC 5322 3.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::groups::sole_group;
use crate::inspect::traced::Traced;
use crate::span::shifted;
use crate::syntax::Reading;

pub(super) fn cut(text: &Traced, window: &Range<usize>, reading: Reading) -> Option<Cut> {
    let inner = text.get(window);
    let members = sole_group(inner, reading)?.members;
    let is_empty = inner.get(members.clone())?.trim().is_empty();
    (!is_empty).then(|| Cut::new(shifted(&members, window.start), FindingKind::Group))
}
