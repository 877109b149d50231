//! One `@` too many: in front, beside the other, or at the end.

use alloc::vec::Vec;
use core::ops::Range;

use super::brackets::Brackets;
use super::draft::Draft;
use super::survey::{Mark, MarkKind};
use crate::finding::{Finding, FindingKind, Fix};
use crate::span::{char_span, span_at};
use crate::syntax::{Fault, Grammar, parse};
use crate::unicode::Lookalike;

/// Takes it off what is left: it is no fault of a part, so nothing hides behind it.
pub(super) fn cut(draft: &mut Draft, grammar: Grammar) -> Option<Finding> {
    let left = draft.left();
    let has_other = left.split_once('@')?.1.contains('@');
    if draft.is_address
        || !has_other
        || has_marked_at(draft)
        || Brackets::of(left, draft.reading).left_open().is_some()
    {
        return None;
    }
    let surplus = surplus(left, grammar)?;
    let finding = Finding::error(FindingKind::MultipleAt, draft.source_of_left(&surplus))
        .with_fix(Fix::confirm(draft.deletions(&surplus)));
    let kept = left.char_indices().filter(|(at, _)| *at != surplus.start);
    let text = draft.copied(kept.map(|(at, c)| (c, char_span(at, c))));
    draft.replace(text);
    Some(finding)
}

/// Of two at-signs outside quotes and comments, the one that nobody would miss.
fn surplus(left: &str, grammar: Grammar) -> Option<Range<usize>> {
    let mut faults: Vec<Fault> = Vec::new();
    let parts = parse(left, grammar, &mut faults)?;
    let mut runs = faults.into_iter().filter(|fault| fault.kind == FindingKind::MultipleAt);
    let (Some(Fault { span: second, .. }), None) = (runs.next(), runs.next()) else { return None };
    let first = span_at(parts.at?, 1);
    let is_doubled = second.start == first.end;
    if second.len() > 1 {
        None
    } else if parts.local.is_empty() && !is_doubled {
        Some(first)
    } else {
        (is_doubled != (second.end == left.len())).then_some(second)
    }
}

/// Whether a lookalike of the at-sign stands in what is left.
pub(super) fn has_marked_at(draft: &Draft) -> bool {
    let is_at = |mark: &Mark| mark.kind == MarkKind::Lookalike(Lookalike::At);
    let left = draft.source_of_left(&(0..draft.left().len()));
    draft.marks.iter().any(|mark| is_at(mark) && left.contains(&mark.source.start))
}
