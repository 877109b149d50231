//! A comment (RFC 5322 3.2.2) before or after an address.

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::syntax::{closing_parenthesis, closing_quote};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let (keep, aside) = leading(inner).or_else(|| trailing(inner))?;
    let shifted = |range: Range<usize>| window.start + range.start..window.start + range.end;
    let mut cut = Cut::new(shifted(keep), FindingKind::Comment);
    cut.aside = Some(shifted(aside));
    Some(cut)
}

/// What stays, and the text of the comment in front of it. A comment beside the `@` is no outer one.
fn leading(inner: &str) -> Option<(Range<usize>, Range<usize>)> {
    if !inner.starts_with('(') {
        return None;
    }
    let end = closing_parenthesis(inner)?;
    let rest = inner.get(end..)?.trim_start();
    (!rest.is_empty() && !rest.starts_with('@')).then(|| (end..inner.len(), 1..end - 1))
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
                let length = closing_parenthesis(rest)?;
                if position + length == inner.len() {
                    let before = inner.get(..position)?.trim_end();
                    let is_outer = !before.is_empty() && !before.ends_with('@');
                    return is_outer.then(|| (0..position, position + 1..inner.len() - 1));
                }
                length
            }
            c => c.len_utf8(),
        };
        position += step;
    }
    None
}
