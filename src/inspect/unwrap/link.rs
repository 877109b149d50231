//! A Markdown link: `[text](target)`.

use core::ops::Range;

use super::{Cut, mailto};
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let inside = inner.strip_prefix('[')?.strip_suffix(')')?;
    let (label, target) = inside.split_once("](")?;
    if !target.contains('@') && !mailto::is_link(target) {
        return None;
    }
    let start = window.start + 1 + label.len() + "](".len();
    let mut cut = Cut::new(start..start + target.len(), FindingKind::DisplayName);
    cut.aside = Some(window.start + 1..window.start + 1 + label.len());
    Some(cut)
}
