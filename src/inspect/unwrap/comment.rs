//! A comment (RFC 5322 3.2.2) before or after an address.

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at};
use crate::syntax::{closing_parenthesis, closing_quote};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let (keep, aside) = leading(inner).or_else(|| trailing(inner))?;
    let mut cut = Cut::new(shifted(&keep, window.start), FindingKind::Comment);
    cut.aside = Some(shifted(&aside, window.start));
    Some(cut)
}

/// What stays, and the text of the comment in front of it. A comment beside the `@` is no outer one.
fn leading(inner: &str) -> Option<(Range<usize>, Range<usize>)> {
    if !inner.starts_with('(') {
        return None;
    }
    let end = closing_parenthesis(inner)?;
    let rest = inner.get(end..)?.trim_start();
    (!rest.is_empty() && !rest.starts_with('@')).then(|| (end..inner.len(), inside(&(0..end))))
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
                    let is_outer = !before.is_empty() && !before.ends_with('@');
                    return is_outer.then(|| (0..position, inside(&comment)));
                }
                comment.len()
            }
            c => c.len_utf8(),
        };
        position = position.saturating_add(step);
    }
    None
}

/// What the parentheses of a comment enclose.
const fn inside(comment: &Range<usize>) -> Range<usize> {
    comment.start.saturating_add(1)..comment.end.saturating_sub(1)
}
