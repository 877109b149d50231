//! What stands in front of an address: words, or a part of it.

use alloc::string::String;
use alloc::vec::Vec;

use super::comments::between_comments;
use super::words::{folded, is_capitalised};
use crate::syntax::Reading;

/// Words that are no names although they may stand in front with a capital.
const NO_NAMES: &[&str] = &[
    "a", "an", "at", "contact", "contacto", "correo", "de", "e-mail", "el", "email", "en", "escriba",
    "escribe", "for", "from", "i", "is", "la", "mail", "me", "mi", "my", "our", "para", "please", "por",
    "reach", "send", "su", "the", "to", "tu", "un", "use", "with", "write", "your",
];

/// Words that stand before an address and belong to none.
const LABELS: [&str; 7] = ["contact", "contacto", "correo", "e-mail", "email", "mail", "para"];

/// What stands in front of an address.
pub(super) struct Front<'a> {
    front: &'a str,
    /// Without the punctuation beside the address, and without comments.
    words: &'a str,
    /// Whether they stand apart from it.
    is_apart: bool,
    /// The punctuation beside the address that a local part may start with, and that is judged as such.
    pub(super) own: &'a str,
}

impl<'a> Front<'a> {
    pub(super) fn of(front: &'a str, is_enclosed: bool) -> Self {
        let before =
            if is_enclosed { front } else { front.trim_end_matches(['\'', '`', '*', '!', '?', '.']) };
        let own = front.get(before.len()..).unwrap_or_default();
        let words = before.trim_end_matches(is_mark_in_front);
        let is_apart = is_enclosed || words.len() < before.len() || words.ends_with(char::is_whitespace);
        Self { front, words: without_comments(words), is_apart, own }
    }
}

impl Front<'_> {
    /// Whether it can be no part of the local part.
    pub(super) fn is_text(&self, local: &str) -> bool {
        if self.front.contains(['\r', '\n', '@']) {
            return false;
        }
        let tokens: Vec<&str> = self.words.split_whitespace().collect();
        let Some(last) = tokens.last() else { return false };
        // A colon by itself, as French sets it, is a mark.
        if let Some(word) = last.strip_suffix(':').filter(|word| !word.is_empty()) {
            // No local part starts with the scheme of a link, whatever stands before that.
            return self.is_apart || is_capitalised(word) || word.ends_with("mailto");
        }
        if !self.is_apart {
            return false;
        }
        let is_mark = !last.chars().any(char::is_alphabetic) && !matches!(*last, "." | "_" | "+");
        let is_sentence = tokens.len() >= 2
            && !tokens.iter().any(|token| could_be_name(token))
            && last.chars().all(char::is_lowercase)
            && last.chars().nth(1).is_some();
        let is_label = tokens.len() == 1 && LABELS.contains(&folded(last).as_str());
        is_mark || is_sentence || is_label || repeats_one(local, &tokens)
    }
}

/// Quotes and brackets in front, and what is no letter in any script.
fn is_mark_in_front(c: char) -> bool {
    matches!(c, '"' | '(' | '[' | '{') || !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace()
}

/// The words without comments behind them.
fn without_comments(words: &str) -> &str {
    words.get(..between_comments(words, Reading::Typed).end).unwrap_or(words)
}

fn could_be_name(token: &str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    is_capitalised(word) && !NO_NAMES.contains(&folded(word).as_str())
}

/// Whether the local part holds one of the tokens, of two letters or more. `Jean-Luc` is in `jean-luc`, `jeanluc` and
/// `jean.luc`: a token that punctuation parts is held whatever parts it there.
fn repeats_one(local: &str, tokens: &[&str]) -> bool {
    let local = folded(local);
    let local_joined = joined(&local);
    tokens.iter().any(|token| {
        let token = folded(token);
        let word = joined(&token);
        let is_parted = token.trim_matches(|c: char| !c.is_alphanumeric()).len() > word.len();
        word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
            && (local.contains(&word) || is_parted && local_joined.contains(&word))
    })
}

/// The text without its punctuation.
fn joined(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
