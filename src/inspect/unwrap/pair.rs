//! A pair of quotes or brackets around the whole.

use core::ops::Range;

use super::cut::Cut;
use super::quotes::{behind_quoted_local_part, outside_words};
use crate::finding::FindingKind;
use crate::inspect::marks_in_pairs::{is_doubtful_pair, is_enclosing_pair};
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at};
use crate::syntax::is_quoted;

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let open = inner.chars().next()?;
    let close = inner.chars().next_back()?;
    let content = inner.get(open.len_utf8()..inner.len().checked_sub(close.len_utf8())?)?;
    if content.trim().is_empty() {
        return None;
    }
    let is_doubtful = is_doubtful_pair(open, close);
    let encloses = is_doubtful
        || open == '"' && close == '"' && quotes_enclose(inner, content)
        || is_enclosing_pair(open, close) && is_balanced(content, open, close);
    if !encloses {
        return None;
    }
    let keep = shifted(&span_at(open.len_utf8(), content.len()), window.start);
    let mut cut = Cut::new(keep, FindingKind::SurroundingPunctuation);
    cut.is_doubtful = is_doubtful;
    Some(cut)
}

/// `"…"` as one quoted string, the doubled quotes of a CSV field, or no other quotes than at the ends.
fn quotes_enclose(inner: &str, content: &str) -> bool {
    is_quoted(inner) || content.starts_with('"') && content.ends_with('"') || is_balanced(content, '"', '"')
}

/// Whether what opens the whole is closed by its last character and not before. Where both are alike, more of them may
/// stand beside those two: they are further layers.
fn is_balanced(content: &str, open: char, close: char) -> bool {
    let content = behind_quoted_local_part(content);
    if open == close {
        return outside_words(content.trim_matches(open)).all(|c| c != open);
    }
    let mut depth = 1_usize;
    for c in outside_words(content) {
        if c == open {
            depth = depth.saturating_add(1);
        } else if c == close {
            depth = depth.saturating_sub(1);
        }
        if depth == 0 {
            return false;
        }
    }
    true
}
