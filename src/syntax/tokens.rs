//! The lexer: what is quoted, in a comment, in brackets, and what parts a text. Every stage reads its tokens, so that all
//! of them read the structure of a text alike. Its work is linear, whatever is never closed.

use core::ops::Range;

use super::chars::is_wsp;
use super::enclosure::Enclosures;
use super::entity::entity_length;
use super::grammar::Reading;
use crate::span::span_at;
use crate::unicode::{is_line_break, is_white_space};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A run of what is none of the others.
    Word,
    /// A run of white space: in a header with the folds in it (RFC 5322 2.2.3), else of one line.
    Space,
    /// What ends a line, CR LF as one.
    LineBreak,
    /// `"…"` (RFC 5322 3.2.4)
    QuotedString,
    /// `(…)`, with the comments in it (3.2.2).
    Comment,
    /// `[…]` (3.4.1)
    Literal,
    /// `{…}` by itself, as people write; a local part may hold it.
    Braced,
    /// `<…>`, with what is quoted, in a comment or in other brackets there (3.4).
    Bracketed,
    /// A character reference such as `&amp;`.
    Entity,
    /// A `"` that nothing closes.
    OpenQuote,
    /// A `(` that nothing closes.
    OpenComment,
    /// One character that parts words, and encloses nothing; quotes in a row are one mark.
    Mark(char),
}

/// The tokens of a text, one behind the other.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'a> {
    enclosures: Enclosures<'a>,
    /// In this stretch nothing closes a square bracket.
    unclosed_literals: Range<usize>,
    reading: Reading,
    position: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn of(text: &'a str, reading: Reading) -> Self {
        Self { enclosures: Enclosures::of(text), unclosed_literals: 0..0, reading, position: 0 }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.enclosures.text()
    }

    /// Where the next token starts.
    pub(crate) fn next_start(&self) -> usize {
        self.position
    }

    /// Goes into the angle bracket that comes next, for whom what stands in it are tokens of their own; says where it opens.
    pub(crate) fn enter_bracket(&mut self) -> Option<usize> {
        let open = self.position;
        (self.text().as_bytes().get(open) == Some(&b'<')).then_some(())?;
        self.position = open.saturating_add(1);
        Some(open)
    }

    /// Goes on from there, which is the start of a token.
    pub(crate) fn go_to(&mut self, position: usize) {
        self.position = position;
    }

    /// The token that starts there.
    pub(crate) fn at(&mut self, start: usize) -> Option<Token> {
        let first = *self.text().as_bytes().get(start)?;
        let (kind, length) = match first {
            b'"' => self.quote(start),
            b'(' => self.parenthesis(start),
            b'<' => self.bracket(start),
            b'[' => match self.literal_length(start) {
                Some(length) => (TokenKind::Literal, length),
                None => (TokenKind::Mark('['), 1),
            },
            b'@' | b':' | b',' | b';' | b'>' | b')' | b']' | b'|' => (TokenKind::Mark(char::from(first)), 1),
            b' ' | b'\t'..=b'\r' | b'{' | b'&' | 0x80.. => self.other(start),
            _ => (TokenKind::Word, self.word_length(start)),
        };
        Some(Token { kind, span: span_at(start, length) })
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text().get(at..).unwrap_or_default()
    }

    fn quote(&mut self, start: usize) -> (TokenKind, usize) {
        let Some(quoted) = self.enclosures.quoted_string(start) else { return (TokenKind::OpenQuote, 1) };
        let before = self.text().get(..start).and_then(|before| before.chars().next_back());
        if self.reading == Reading::Typed && before.is_some_and(char::is_alphanumeric) {
            // With those right behind it, as a table's doubled quotes.
            let others = self.rest(start).trim_start_matches('"');
            return (TokenKind::Mark('"'), self.rest(start).len().saturating_sub(others.len()));
        }
        (TokenKind::QuotedString, quoted.len())
    }

    fn parenthesis(&mut self, start: usize) -> (TokenKind, usize) {
        match self.enclosures.comment(start) {
            Some(span) => (TokenKind::Comment, span.len()),
            None => (TokenKind::OpenComment, 1),
        }
    }

    /// The token that starts there, if a quote or a parenthesis does: all that the parser asks for, which so carries no more of
    /// the lexer into a program.
    pub(super) fn enclosed_at(&mut self, start: usize) -> Option<Token> {
        let (kind, length) = match *self.text().as_bytes().get(start)? {
            b'"' => self.quote(start),
            b'(' => self.parenthesis(start),
            _ => return None,
        };
        Some(Token { kind, span: span_at(start, length) })
    }

    /// A bracket encloses up to the next one in its line.
    fn bracket(&mut self, start: usize) -> (TokenKind, usize) {
        let mut at = start.saturating_add(1);
        // Mostly nothing else encloses in it, and no character beyond ASCII ends its line.
        let matters =
            |byte: &u8| matches!(byte, b'<' | b'>' | b'"' | b'(' | b'[' | b'{' | b'\n'..=b'\r' | 0x80..);
        let bytes = self.text().as_bytes().get(at..).unwrap_or_default();
        if let Some(plain) = bytes.iter().position(matters)
            && bytes.get(plain) == Some(&b'>')
        {
            return (TokenKind::Bracketed, "<>".len().saturating_add(plain));
        }
        while !self.rest(at).starts_with('<')
            && let Some(token) = self.at(at)
        {
            at = token.span.end;
            match token.kind {
                TokenKind::Mark('>') => return (TokenKind::Bracketed, at.saturating_sub(start)),
                TokenKind::LineBreak => break,
                _ => {}
            }
        }
        (TokenKind::Mark('<'), 1)
    }

    /// The length of what the square bracket encloses, up to the next one in its line. In a header a backslash takes the
    /// bracket behind it its meaning (`obs-dtext`, RFC 5322 4.4).
    fn literal_length(&mut self, start: usize) -> Option<usize> {
        if self.unclosed_literals.contains(&start) {
            return None;
        }
        let rest = self.rest(start);
        match self.closing_square(rest) {
            Ok(length) => Some(length),
            Err(end) => {
                // A bracket that a backslash escaped would end no other way.
                self.unclosed_literals = start..start.saturating_add(end);
                None
            }
        }
    }

    /// The length up to the closing bracket, or where it is clear that none closes.
    fn closing_square(&self, rest: &str) -> Result<usize, usize> {
        let mut chars = rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                ']' => return Ok(at.saturating_add(1)),
                '[' => return Err(at),
                '\\' if self.reading == Reading::Header => {
                    chars.next();
                }
                '\r' | '\n' if self.reading == Reading::Header => {
                    let length = fold_length(rest.get(at..).unwrap_or_default()).ok_or(at)?;
                    // The line feed of a CR LF.
                    (length > 1).then(|| chars.next());
                }
                // VT and FF are text of the obsolete form.
                '\u{B}' | '\u{C}' if self.reading == Reading::Header => {}
                c if is_line_break(c) => return Err(at),
                _ => {}
            }
        }
        Err(rest.len())
    }

    /// What starts with a character that is seldom there.
    fn other(&self, start: usize) -> (TokenKind, usize) {
        let rest = self.rest(start);
        if let Some(length) = self.space_length(rest) {
            return (TokenKind::Space, length);
        }
        if let Some(length) = entity_length(rest) {
            return (TokenKind::Entity, length);
        }
        if let Some(length) = self.braced_length(start) {
            return (TokenKind::Braced, length);
        }
        match rest.chars().next() {
            Some(c) if is_line_break(c) => {
                (TokenKind::LineBreak, if rest.starts_with("\r\n") { 2 } else { c.len_utf8() })
            }
            Some(c) if is_separator_beyond_ascii(c) => (TokenKind::Mark(c), c.len_utf8()),
            _ => (TokenKind::Word, self.word_length(start)),
        }
    }

    fn space_length(&self, rest: &str) -> Option<usize> {
        let mut length = 0_usize;
        loop {
            let rest = rest.get(length..)?;
            let c = rest.chars().next();
            let more = match c {
                Some(c) if is_line_break(c) => match self.reading {
                    Reading::Header => fold_length(rest).unwrap_or(0),
                    Reading::Typed => 0,
                },
                Some(c) if is_white_space(c) => c.len_utf8(),
                _ => 0,
            };
            if more == 0 {
                return (length > 0).then_some(length);
            }
            length = length.saturating_add(more);
        }
    }

    /// The length of what braces enclose in their line, where both stand apart from letters.
    fn braced_length(&self, start: usize) -> Option<usize> {
        let enclosed = self.rest(start).strip_prefix('{')?;
        let before = self.text().get(..start)?.chars().next_back();
        if self.reading == Reading::Header || !parts(before) {
            return None;
        }
        let end = enclosed.find(|c| matches!(c, '{' | '}') || is_line_break(c))?;
        let behind = enclosed.get(end..)?.strip_prefix('}')?;
        parts(behind.chars().next()).then(|| "{}".len().saturating_add(end))
    }

    fn word_length(&self, start: usize) -> usize {
        let rest = self.rest(start);
        let bytes = rest.as_bytes();
        // Its first character parts nothing.
        let mut at = rest.chars().next().map_or(0, char::len_utf8);
        while let Some(behind) = bytes.get(at..)
            && let Some(plain) = behind.iter().position(|byte| may_end_word(*byte))
        {
            at = at.saturating_add(plain);
            match self.passed_in_word(rest, at) {
                Some(length) => at = at.saturating_add(length),
                None => return at,
            }
        }
        bytes.len()
    }

    /// The length of a character that may end a word and does not.
    fn passed_in_word(&self, rest: &str, at: usize) -> Option<usize> {
        let behind = rest.get(at..)?;
        match behind.chars().next()? {
            '&' if entity_length(behind).is_none() => Some(1),
            c if c.is_ascii() || is_white_space(c) || is_separator_beyond_ascii(c) => None,
            c => Some(c.len_utf8()),
        }
    }
}

/// Whether a word may end before the byte: those of ASCII that part words, what may start a character reference, and
/// whatever is beyond ASCII.
fn may_end_word(byte: u8) -> bool {
    MAY_END_WORD.get(usize::from(byte)).is_some_and(|may_end| *may_end)
}

static MAY_END_WORD: [bool; 256] = {
    let mut may_end = [false; 256];
    let mut byte = 0_u8;
    loop {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
        let place = &mut may_end[byte as usize];
        *place = matches!(
            byte,
            b' ' | b'\t'..=b'\r' | b'"' | b'&' | b'(' | b')' | b',' | b':' | b';' | b'<' | b'>' | b'@'
        ) || matches!(byte, b'[' | b']' | b'|' | 0x80..);
        match byte.checked_add(1) {
            Some(next) => byte = next,
            None => break may_end,
        }
    }
};

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = self.at(self.position)?;
        self.position = token.span.end;
        Some(token)
    }
}

/// Whether nothing, white space or a separator stands there.
fn parts(c: Option<char>) -> bool {
    c.is_none_or(|c| is_white_space(c) || matches!(c, ',' | ';') || is_separator_beyond_ascii(c))
}

/// The length of the line break that the text starts with, if it is a fold: white space stands behind it (RFC 5322
/// 2.2.3). Many programs write the line feed alone.
fn fold_length(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('\r').unwrap_or(text).strip_prefix('\n')?;
    behind.starts_with(is_wsp).then(|| text.len().saturating_sub(behind.len()))
}

/// Commas and semicolons of other scripts: ideographic, full-width, Arabic.
pub(crate) fn is_separator_beyond_ascii(c: char) -> bool {
    matches!(c, '\u{3001}' | '\u{FF0C}' | '\u{FF1B}' | '\u{60C}' | '\u{61B}')
}

#[cfg(test)]
mod tests;
