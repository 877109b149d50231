//! Words around and inside an address, as a person reads them.

use alloc::string::String;

use unicode_normalization::UnicodeNormalization;

use crate::unicode::is_mark;

/// The text without case and accents, for comparison alone.
pub(super) fn folded(text: &str) -> String {
    text.nfd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether the word starts with a capital, as a name does.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}
