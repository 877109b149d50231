//! A Markdown link: `[text](target)`.

use core::ops::Range;

use super::{Cut, mailto};
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at, suffix_span};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let unclosed = inner.strip_suffix(')')?;
    let (label, target) = unclosed.strip_prefix('[')?.split_once("](")?;
    if !target.contains('@') && !mailto::is_link(target) {
        return None;
    }
    let keep = shifted(&suffix_span(unclosed, target), window.start);
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.aside = Some(shifted(&span_at("[".len(), label.len()), window.start));
    Some(cut)
}
