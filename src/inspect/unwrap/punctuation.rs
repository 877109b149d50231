//! Punctuation before and after an address: of the sentence or the list that it was copied from.

use core::ops::Range;

use super::cut::Cut;
use super::quotes::outside_words;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::span::{shifted, suffix_span};
use crate::unicode::is_white_space;

/// `, ; . : ! ?` behind, also as a lookalike; `/` unless one stands in front.
pub(super) fn behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let mut kept = inner.trim_end_matches(|c| is_sentence_mark(c) || c == '/');
    let has_slash = inner.get(kept.len()..).is_some_and(|marks| marks.contains('/'));
    if has_slash && last_word(kept).starts_with('/') {
        kept = inner.trim_end_matches(is_sentence_mark);
    }
    cut(window, &(0..kept.len()), FindingKind::TrailingPunctuation)
}

fn last_word(text: &str) -> &str {
    text.rsplit(is_white_space).next().unwrap_or_default()
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
    cut(window, &suffix_span(inner, kept), FindingKind::LeadingPunctuation)
}

/// ``> ) ' " ` `` behind, where nothing in the text opens it.
pub(super) fn unpaired_behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let last = inner.chars().next_back()?;
    let kept = inner.trim_end_matches(last);
    let is_opened_by = |open| outside_words(kept).any(|c| c == open);
    let is_paired = match last {
        '>' => is_opened_by('<'),
        ')' => is_opened_by('('),
        '\'' | '"' | '`' => is_opened_by(last),
        // Closing quotes: the lookalikes of the three above.
        '\u{2019}' | '\u{201D}' | '\u{BB}' | '\u{203A}' => false,
        _ => true,
    };
    if is_paired {
        return None;
    }
    cut(window, &(0..kept.len()), FindingKind::TrailingPunctuation)
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
    cut(window, &suffix_span(inner, kept), FindingKind::LeadingPunctuation)
}

/// Keeps that much of what is left, unless it is nothing or all.
fn cut(window: &Range<usize>, keep: &Range<usize>, kind: FindingKind) -> Option<Cut> {
    let is_some = !keep.is_empty() && keep.len() < window.len();
    is_some.then(|| Cut::new(shifted(keep, window.start), kind))
}
