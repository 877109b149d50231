//! A Markdown link: `[text](target)`.

use core::ops::Range;

use super::cut::Cut;
use crate::finding::FindingKind;
use crate::inspect::scheme::is_link;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at, suffix_span};
use crate::syntax::is_comment;

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let (label, _) = inner.strip_prefix('[')?.split_once("](")?;
    let parenthesised = inner.get("[]".len().saturating_add(label.len())..)?;
    let target = parenthesised.strip_prefix('(')?.strip_suffix(')')?;
    // Another pair behind it has its own rule.
    if !is_comment(parenthesised) {
        return None;
    }
    // A text that is an address gives none for a target that is another thing.
    if !target.contains('@') && !is_link(target) && !label.contains('@') {
        return None;
    }
    let start = suffix_span(inner, parenthesised).start.saturating_add("(".len());
    let keep = shifted(&span_at(start, target.len()), window.start);
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.annotation = Some(shifted(&span_at("[".len(), label.len()), window.start));
    Some(cut)
}
