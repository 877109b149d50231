//! The words of a text, whatever encloses them: where somebody looks for an address among them, a name's quotes and a
//! comment's parentheses hide nothing.

use core::ops::Range;

use super::enclosure::Enclosures;
use super::tokens::is_separator_beyond_ascii;
use crate::span::{char_span, span_at};
use crate::unicode::is_white_space;

/// What stands between white space or `, ; | < > ( ) "`. A quoted local part, and what it ends with, is none, whatever
/// it holds.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut enclosures = Enclosures::of(text);
    let mut position = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = text.get(position..)?;
            let first = rest.chars().next()?;
            let quoted = if first == '"' { enclosures.quoted_string(position) } else { None };
            if let Some(local) = quoted
                && let Some(behind) = text.get(local.end..)
                && behind.starts_with('@')
            {
                position = span_at(local.end, word_length(behind)).end;
            } else if parts_words(first) {
                position = char_span(position, first).end;
            } else {
                let word = span_at(position, word_length(rest));
                position = word.end;
                return Some(word);
            }
        }
    })
}

fn word_length(text: &str) -> usize {
    text.find(parts_words).unwrap_or(text.len())
}

/// Whether the character parts two words.
pub(crate) fn parts_words(c: char) -> bool {
    matches!(c, ',' | ';' | '|' | '<' | '>' | '(' | ')' | '"')
        || is_white_space(c)
        || is_separator_beyond_ascii(c)
}
