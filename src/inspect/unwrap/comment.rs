//! A comment (RFC 5322 3.2.2) before or after an address.

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::complete::complete_addresses;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at};
use crate::syntax::{closing_parenthesis, closing_quote};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let (keep, annotation) = leading(inner).or_else(|| trailing(inner))?;
    let mut cut = Cut::new(shifted(&keep, window.start), FindingKind::Comment);
    cut.annotation = Some(shifted(&annotation, window.start));
    Some(cut)
}

/// What stays, and the text of the comment in front of it. A comment beside the `@` is no outer one.
fn leading(inner: &str) -> Option<(Range<usize>, Range<usize>)> {
    if !inner.starts_with('(') {
        return None;
    }
    let end = closing_parenthesis(inner)?;
    let rest = inner.get(end..)?.trim_start();
    let annotation = inside(&(0..end));
    let is_outer = !rest.is_empty() && !rest.starts_with('@') && !holds_the_address(inner, &annotation, rest);
    is_outer.then_some((end..inner.len(), annotation))
}

/// What stays, and the text of the comment behind it.
fn trailing(inner: &str) -> Option<(Range<usize>, Range<usize>)> {
    if !inner.ends_with(')') {
        return None;
    }
    let mut position = 0;
    // A quote that nothing closes: those behind it are escaped in it, so nothing closes them either.
    let mut is_left_open = false;
    while let Some(rest) = inner.get(position..) {
        let step = match rest.chars().next()? {
            '"' if !is_left_open => closing_quote(rest).unwrap_or_else(|| {
                is_left_open = true;
                1
            }),
            '(' => {
                let comment = span_at(position, closing_parenthesis(rest)?);
                if comment.end == inner.len() {
                    let before = inner.get(..position)?.trim_end();
                    let annotation = inside(&comment);
                    let is_outer = !before.is_empty()
                        && !before.ends_with('@')
                        && !holds_the_address(inner, &annotation, before);
                    return is_outer.then_some((0..position, annotation));
                }
                comment.len()
            }
            c => c.len_utf8(),
        };
        position = position.saturating_add(step);
    }
    None
}

/// Whether the only complete address stands in the parentheses, as in `Ana (ana@example.com)`: then they are no comment,
/// and the rest is words.
fn holds_the_address(inner: &str, annotation: &Range<usize>, rest: &str) -> bool {
    !rest.contains('@')
        && inner.get(annotation.clone()).is_some_and(|text| complete_addresses(text).next().is_some())
}

/// What the parentheses of a comment enclose.
const fn inside(comment: &Range<usize>) -> Range<usize> {
    comment.start.saturating_add(1)..comment.end.saturating_sub(1)
}
