//! The lexer once more: each token as its kind says what it is, looked for anew wherever one may start. It is the plain
//! twin that `tokens` is held against; nothing else reads it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::entity::entity_length;
use super::grammar::Reading;
use super::tokens::{Token, TokenKind, Tokens};
use crate::unicode::{is_line_break, is_white_space};

/// Holds the lexer against its plain twin.
///
/// # Panics
///
/// Where they differ.
pub(crate) fn tokens_agree(text: &str) {
    for reading in [Reading::Header, Reading::Typed] {
        let (tokens, plain) = (tokens(text, reading), plain_tokens(text, reading));
        assert_eq!(tokens, plain, "the lexer, and its plain twin, of {text:?} as {reading:?}");
    }
}

fn tokens(text: &str, reading: Reading) -> Vec<Token> {
    Tokens::of(text, reading).collect()
}

/// The tokens of a text, one behind the other.
fn plain_tokens(text: &str, reading: Reading) -> Vec<Token> {
    let mut plain = Plain { chars: text.chars().collect(), reading, open: Vec::new() };
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some((kind, end)) = plain.token(start) {
        tokens.push(Token { kind, span: plain.bytes(start)..plain.bytes(end) });
        start = end;
    }
    tokens
}

/// A text by its characters: all that follows counts these.
struct Plain {
    chars: Vec<char>,
    reading: Reading,
    /// The parentheses that were met so far, and that nothing closes.
    open: Vec<usize>,
}

#[allow(clippy::arithmetic_side_effects, reason = "no text is longer than `isize::MAX`")]
impl Plain {
    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    fn span(&self, span: Range<usize>) -> &[char] {
        self.chars.get(span).unwrap_or_default()
    }

    /// How many bytes stand before that character.
    fn bytes(&self, at: usize) -> usize {
        self.span(0..at).iter().map(|c| c.len_utf8()).sum()
    }

    /// What starts there, and where it ends.
    fn token(&mut self, at: usize) -> Option<(TokenKind, usize)> {
        let c = self.char(at)?;
        Some(match c {
            '"' => self.quote(at),
            '(' => self.parenthesis(at),
            '<' => self.bracket(at),
            '[' => self.literal_end(at).map_or((TokenKind::Mark(c), at + 1), |end| (TokenKind::Literal, end)),
            _ if is_mark(c) => (TokenKind::Mark(c), at + 1),
            _ => self
                .space(at)
                .or_else(|| self.entity(at))
                .or_else(|| self.braced(at))
                .unwrap_or_else(|| (TokenKind::Word, self.word_end(at))),
        })
    }

    /// What nothing closes opens nothing, and neither does what a person writes behind a letter or a digit.
    fn quote(&self, at: usize) -> (TokenKind, usize) {
        let Some(end) = self.quoted_end(at) else { return (TokenKind::OpenQuote, at + 1) };
        let is_behind_letter = self.char_before(at).is_some_and(char::is_alphanumeric);
        if self.reading == Reading::Header || !is_behind_letter {
            return (TokenKind::QuotedString, end);
        }
        let is_quote = |at: &usize| self.char(*at) == Some('"');
        (TokenKind::Mark('"'), at + (at..).take_while(is_quote).count())
    }

    /// Behind the quote that closes the one there: the first that is in no quoted pair.
    fn quoted_end(&self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        loop {
            match self.char(at)? {
                '"' => return Some(at + 1),
                '\\' => at += 2,
                _ => at += 1,
            }
        }
    }

    fn parenthesis(&mut self, at: usize) -> (TokenKind, usize) {
        if self.is_looked_up(at)
            && let Some(end) = self.comment_end(at)
        {
            return (TokenKind::Comment, end);
        }
        self.open.push(at);
        (TokenKind::OpenComment, at + 1)
    }

    /// None is looked up from the first that nothing closes to the last, nor behind another one that stands behind that:
    /// a backslash stands before it.
    fn is_looked_up(&self, at: usize) -> bool {
        let Some(first) = self.open.iter().copied().min() else { return true };
        let last = self.last_open(first);
        let is_behind_another = self.open.iter().any(|open| (last + 1..=at).contains(open));
        !(first..=last).contains(&at) && !is_behind_another
    }

    /// The last parenthesis that nothing closes, of a text that starts with such a one, by RFC 5322 3.2.2.
    fn last_open(&self, first: usize) -> usize {
        let is_escaped = |at| self.span(first..at).iter().rev().take_while(|c| **c == '\\').count() % 2 == 1;
        let is_open =
            |at: &usize| self.char(*at) == Some('(') && !is_escaped(*at) && self.comment_end(*at).is_none();
        (first..self.chars.len()).rev().find(is_open).unwrap_or(first)
    }

    /// Behind the parenthesis that closes the one there: comments nest.
    fn comment_end(&self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        let mut depth = 1;
        while depth > 0 {
            match self.char(at)? {
                '(' => depth += 1,
                ')' => depth -= 1,
                '\\' => at += 1,
                _ => {}
            }
            at += 1;
        }
        Some(at)
    }

    /// A bracket encloses what stands up to the next `>` that is a token of its own, in its line and with no `<` before it.
    fn bracket(&mut self, open: usize) -> (TokenKind, usize) {
        let mut at = open + 1;
        while self.char(at) != Some('<')
            && let Some((kind, end)) = self.token(at)
        {
            match kind {
                TokenKind::Mark('>') => return (TokenKind::Bracketed, end),
                TokenKind::LineBreak => break,
                _ => at = end,
            }
        }
        (TokenKind::Mark('<'), open + 1)
    }

    /// Behind the next square bracket, if it closes the one there: it stands in its line, which in a header goes on
    /// behind a fold and has VT and FF in it, and in a header no backslash stands before it (RFC 5322 4.4).
    fn literal_end(&self, open: usize) -> Option<usize> {
        let is_header = self.reading == Reading::Header;
        let mut at = open + 1;
        loop {
            match self.char(at)? {
                ']' => return Some(at + 1),
                '[' => return None,
                '\\' if is_header => at += 2,
                '\u{B}' | '\u{C}' if is_header => at += 1,
                c if is_line_break(c) => at = self.fold_end(at)?,
                _ => at += 1,
            }
        }
    }

    /// A run of white space, or a line break that is no fold.
    fn space(&self, at: usize) -> Option<(TokenKind, usize)> {
        let mut end = at;
        while let Some(c) = self.char(end) {
            match self.fold_end(end) {
                Some(fold_end) => end = fold_end,
                None if is_white_space(c) && !is_line_break(c) => end += 1,
                None => break,
            }
        }
        if end > at {
            return Some((TokenKind::Space, end));
        }
        let is_crlf = self.span(at..at + 2) == ['\r', '\n'];
        let length = if is_crlf { 2 } else { 1 };
        self.char(at).is_some_and(is_line_break).then_some((TokenKind::LineBreak, at + length))
    }

    /// Behind the line break there, if it is a fold of a header: a space or a tab follows (RFC 5322 2.2.3). Its CR may be
    /// missing.
    fn fold_end(&self, at: usize) -> Option<usize> {
        let length = [&['\r', '\n'][..], &['\n']]
            .into_iter()
            .find(|fold| self.span(at..self.chars.len()).starts_with(fold))?
            .len();
        let is_fold = self.reading == Reading::Header && matches!(self.char(at + length), Some(' ' | '\t'));
        is_fold.then_some(at + length)
    }

    fn entity(&self, at: usize) -> Option<(TokenKind, usize)> {
        let rest: String = self.span(at..self.chars.len()).iter().collect();
        entity_length(&rest).map(|length| (TokenKind::Entity, at + length))
    }

    /// Braces enclose what stands in one line, where neither touches anything but what parts words.
    fn braced(&self, open: usize) -> Option<(TokenKind, usize)> {
        if self.reading == Reading::Header || self.char(open) != Some('{') {
            return None;
        }
        let is_end = |at: &usize| self.char(*at).is_none_or(|c| matches!(c, '{' | '}') || is_line_break(c));
        let close = (open + 1..).find(is_end).filter(|at| self.char(*at) == Some('}'))?;
        let is_apart = parts(self.char_before(open)) && parts(self.char(close + 1));
        is_apart.then_some((TokenKind::Braced, close + 1))
    }

    /// A word is a run of what is none of the others.
    fn word_end(&self, start: usize) -> usize {
        let is_other = |at: &usize| {
            self.char(*at).is_none_or(|c| matches!(c, '"' | '(' | '<' | '[') || is_mark(c))
                || self.space(*at).is_some()
                || self.entity(*at).is_some()
        };
        (start + 1..).find(is_other).unwrap_or(start)
    }
}

/// What parts words wherever it stands, and opens nothing.
fn is_mark(c: char) -> bool {
    "@:,;>)]|".contains(c) || is_foreign_separator(c)
}

/// The ideographic comma, the full-width comma and semicolon, the Arabic ones.
fn is_foreign_separator(c: char) -> bool {
    "、，；،؛".contains(c)
}

fn parts(c: Option<char>) -> bool {
    c.is_none_or(|c| is_white_space(c) || ",;".contains(c) || is_foreign_separator(c))
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::tokens_agree;
    use crate::syntax::every_text;

    /// Every text of so many characters that stand for the classes.
    #[test]
    fn agrees_with_the_lexer_on_short_texts() {
        for (classes, longest) in CLASSES {
            let classes: Vec<char> = classes.chars().collect();
            for text in every_text(&classes, *longest) {
                tokens_agree(&text);
            }
        }
    }

    const CLASSES: &[(&str, usize)] = &[
        // What encloses, and what hides a mark in it.
        ("a\"()\\<>", 6),
        ("a\"(\\) ", 6),
        ("a[]\\<>\n ", 5),
        // What ends a line, and what of it is a fold.
        ("[]a\r\n \u{B}\u{2028}", 5),
        ("<>(\r\n \t", 5),
        // What stands apart.
        ("a {}\n;,\"", 5),
        ("{}a\u{3001}\u{A0}@&", 5),
        ("&#1;{}", 6),
        // What parts words.
        ("é\"@:|;,\u{61B}", 5),
    ];

    /// Longer texts, the same ones in every run: those of one row, then of any.
    #[test]
    fn agrees_with_the_lexer_on_long_texts() {
        let any: String = CLASSES.iter().map(|(classes, _)| *classes).collect();
        let rows = CLASSES.iter().map(|(classes, _)| *classes).chain([&*any]);
        let mut random = Random(5322);
        for classes in rows {
            let classes: Vec<char> = classes.chars().collect();
            for _ in 0..TEXTS {
                let length = 8 + random.below(40);
                let text: String = (0..length).map(|_| classes[random.below(classes.len())]).collect();
                tokens_agree(&text);
            }
        }
    }

    const TEXTS: usize = 500;

    /// A linear congruential generator (Knuth's MMIX), which needs no better.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).map_or(0, |number| number % limit)
        }
    }
}
