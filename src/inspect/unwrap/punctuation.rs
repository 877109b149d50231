//! Punctuation before and after an address: of the sentence or the list that it was copied from.

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;

/// `, ; . : ! ?` behind, also as a lookalike; `/` unless one stands in front.
pub(super) fn behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let takes_slash = !inner.starts_with('/');
    let kept = inner.trim_end_matches(|c| is_sentence_mark(c) || takes_slash && c == '/');
    cut(window, 0, inner.len() - kept.len(), FindingKind::TrailingPunctuation)
}

fn is_sentence_mark(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | ':' | '!' | '?')
        // Ideographic comma, Arabic comma, semicolon and question mark, ellipsis.
        || matches!(c, '\u{3001}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{2026}')
}

/// `, ; :` in front.
pub(super) fn in_front(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let kept = inner.trim_start_matches([',', ';', ':', '\u{3001}', '\u{60C}']);
    cut(window, inner.len() - kept.len(), 0, FindingKind::LeadingPunctuation)
}

/// ``> ) ' " ` `` behind, where nothing in the text opens it.
pub(super) fn unpaired_behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let last = inner.chars().next_back()?;
    let is_paired = match last {
        '>' => inner.contains('<'),
        ')' => inner.contains('('),
        '\'' | '"' | '`' => inner.matches(last).count() > 1,
        // Closing quotes: the lookalikes of the three above.
        '\u{2019}' | '\u{201D}' | '\u{BB}' | '\u{203A}' => false,
        _ => true,
    };
    if is_paired {
        return None;
    }
    let kept = inner.trim_end_matches(last);
    cut(window, 0, inner.len() - kept.len(), FindingKind::TrailingPunctuation)
}

/// `> "` in front, where nothing closes it.
pub(super) fn unpaired_in_front(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let first = inner.chars().next()?;
    let is_unpaired = match first {
        '>' => true,
        '"' => inner.matches('"').count() == 1,
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' => true,
        _ => false,
    };
    if !is_unpaired {
        return None;
    }
    let kept = inner.trim_start_matches(first);
    cut(window, inner.len() - kept.len(), 0, FindingKind::LeadingPunctuation)
}

/// Takes so many bytes off either end, unless nothing would be left.
fn cut(window: &Range<usize>, front: usize, back: usize, kind: FindingKind) -> Option<Cut> {
    let keep = window.start + front..window.end - back;
    (front + back > 0 && keep.start < keep.end).then(|| Cut::new(keep, kind))
}
