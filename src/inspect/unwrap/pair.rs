//! A pair of quotes or brackets around the whole.

use core::ops::Range;

use super::Cut;
use super::quotes::{behind_quoted_local_part, outside_words};
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at};
use crate::syntax::closing_quote;

/// Quotes and brackets that enclose, in the order open, close. The quotes are those of the languages in CLDR.
const ENCLOSING: &[(char, char)] = &[
    ('\'', '\''),
    ('`', '`'),
    ('\u{B4}', '\u{B4}'),
    ('[', ']'),
    ('{', '}'),
    ('(', ')'),
    ('\u{2018}', '\u{2019}'),
    ('\u{201C}', '\u{201D}'),
    ('\u{201D}', '\u{201D}'),
    ('\u{2019}', '\u{2019}'),
    ('\u{201A}', '\u{2018}'),
    ('\u{201E}', '\u{201C}'),
    ('\u{201E}', '\u{201D}'),
    ('\u{AB}', '\u{BB}'),
    ('\u{BB}', '\u{AB}'),
    ('\u{BB}', '\u{BB}'),
    ('\u{2039}', '\u{203A}'),
    ('\u{203A}', '\u{2039}'),
    ('\u{300C}', '\u{300D}'),
    ('\u{300E}', '\u{300F}'),
    ('\u{3008}', '\u{3009}'),
    ('\u{300A}', '\u{300B}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{3014}', '\u{3015}'),
];

/// Marks of light markup, which a local part may hold: they could be meant.
const DOUBTFUL: &[char] = &['*', '_', '~', '|', '/'];

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
        || ENCLOSING.contains(&(open, close)) && is_balanced(content, open, close);
    if !encloses {
        return None;
    }
    let keep = shifted(&span_at(open.len_utf8(), content.len()), window.start);
    let mut cut = Cut::new(keep, FindingKind::SurroundingPunctuation);
    cut.is_doubtful = is_doubtful;
    Some(cut)
}

/// Whether the two enclose what stands between them.
pub(in crate::inspect) fn is_pair(open: char, close: char) -> bool {
    (open, close) == ('"', '"') || is_doubtful_pair(open, close) || ENCLOSING.contains(&(open, close))
}

fn is_doubtful_pair(open: char, close: char) -> bool {
    open == close && DOUBTFUL.contains(&open)
}

/// `"…"` as one quoted string, the doubled quotes of a CSV field, or no other quotes than at the ends.
fn quotes_enclose(inner: &str, content: &str) -> bool {
    closing_quote(inner) == Some(inner.len())
        || content.starts_with('"') && content.ends_with('"')
        || is_balanced(content, '"', '"')
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
