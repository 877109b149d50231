//! A comment (RFC 5322 3.2.2) before or after an address.

use core::ops::Range;

use super::cut::Cut;
use crate::finding::FindingKind;
use crate::inspect::comments::{leading_comment, trailing_comment};
use crate::inspect::complete::complete_addresses;
use crate::inspect::traced::Traced;
use crate::span::shifted;
use crate::syntax::Reading;

pub(super) fn cut(text: &Traced, window: &Range<usize>, reading: Reading) -> Option<Cut> {
    let inner = text.get(window);
    let (keep, comment) = leading(inner, reading).or_else(|| trailing(inner, reading))?;
    let mut cut = Cut::new(shifted(&keep, window.start), FindingKind::Comment);
    cut.annotation = Some(shifted(&inside(&comment), window.start));
    Some(cut)
}

/// What stays, and the comment in front of it. A comment beside the `@` is no outer one.
fn leading(inner: &str, reading: Reading) -> Option<(Range<usize>, Range<usize>)> {
    let comment = leading_comment(inner, reading)?;
    let rest = inner.get(comment.end..)?.trim_start();
    let is_outer = !rest.is_empty() && !rest.starts_with('@') && !holds_the_address(inner, &comment, rest);
    is_outer.then_some((comment.end..inner.len(), comment))
}

/// What stays, and the comment behind it.
fn trailing(inner: &str, reading: Reading) -> Option<(Range<usize>, Range<usize>)> {
    let comment = trailing_comment(inner, reading)?;
    let before = inner.get(..comment.start)?.trim_end();
    let is_outer =
        !before.is_empty() && !before.ends_with('@') && !holds_the_address(inner, &comment, before);
    is_outer.then_some((0..comment.start, comment))
}

/// Whether the only complete address stands in the parentheses, as in `Ana (ana@example.com)`: then they are no comment,
/// and the rest is words.
fn holds_the_address(inner: &str, comment: &Range<usize>, rest: &str) -> bool {
    !rest.contains('@')
        && inner.get(inside(comment)).is_some_and(|text| complete_addresses(text).next().is_some())
}

/// What the parentheses of a comment enclose.
const fn inside(comment: &Range<usize>) -> Range<usize> {
    comment.start.saturating_add(1)..comment.end.saturating_sub(1)
}
