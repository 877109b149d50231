//! What stands in front of an address without white space between: whether a quote or a parenthesis parts the two.

use crate::syntax::{Reading, TokenKind, Tokens};
use crate::unicode::is_mark;

/// Whether what stands in front is one word with the address behind it, although a quote or a parenthesis ends it: one that
/// nothing closes, glued to letters on both sides (`600123"456@`), or the end of a quoted word (`"ana".ana@`).
pub(super) fn is_glued(front: &str) -> bool {
    let word = front.trim_end_matches(['"', '(']);
    let is_parted = word.len() < front.len();
    is_parted && (ends_in_letter(word) || ends_in_quoted_string(front))
}

fn ends_in_quoted_string(front: &str) -> bool {
    Tokens::of(front, Reading::Typed).last().is_some_and(|token| token.kind == TokenKind::QuotedString)
}

/// Whether a letter or a digit ends it, accents aside.
fn ends_in_letter(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::is_glued;

    #[test]
    fn what_is_one_word_with_what_follows() {
        for front in [
            "600123\"",
            "12345(",
            "josé\"",
            "jose\u{301}(",
            "ana\"(",
            "\"ana\"",
            "token.\" \"",
            "a \"b c \"",
            "x=\"y\"",
            "a\"b\"",
        ] {
            assert!(is_glued(front), "{front}");
        }
        for front in [
            "",
            "ana",
            "ana ",
            "\"",
            "(",
            "ana \"",
            "ana (",
            "Email:\"",
            "\"ana\" ",
            "\"ana\" \"",
            "5\" x \"",
            "(x)",
        ] {
            assert!(!is_glued(front), "{front}");
        }
    }
}
