//! Quoted strings (RFC 5322 3.2.4; RFC 5321 4.1.2).

use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

use super::chars::{is_qtext, is_quotable};
use super::fault::{FaultSink, Stopped};
use super::parser::Parser;
use super::tokens::TokenKind;
use crate::finding::Part;

impl<S: FaultSink> Parser<'_, S> {
    /// A quoted string. Where nothing closes the quote, only the quote is read, and reported: `false`.
    pub(super) fn quoted_string(&mut self) -> Result<bool, Stopped> {
        let Some(Range { end, .. }) = self.enclosed(TokenKind::QuotedString) else {
            self.open_quote()?;
            return Ok(false);
        };
        self.bump();
        while self.position().saturating_add(1) < end {
            self.quoted_token()?;
        }
        self.skip_to(end);
        Ok(true)
    }

    /// `[FWS] qcontent`
    fn quoted_token(&mut self) -> Result<(), Stopped> {
        let grammar = self.grammar;
        if grammar.has_cfws() {
            let start = self.position();
            self.folding_white_space();
            // A second fold would need text between.
            if self.position() > start && self.peek() == Some('"') {
                return Ok(());
            }
        }
        if self.eat('\\') {
            if self.peek().is_some_and(|c| is_quotable(c, grammar)) {
                self.bump();
                return Ok(());
            }
            return self.stray(Part::QuotedString);
        }
        if self.take_while(|c| is_qtext(c, grammar)).is_empty() {
            return self.stray(Part::QuotedString);
        }
        Ok(())
    }
}

/// What a quoted string means: without its quotes, the backslashes of its pairs, and the line breaks of its folds
/// (RFC 5322 3.2.4: "the CRLF in any FWS is semantically invisible").
pub(crate) fn quoted_content(quoted: &str) -> Cow<'_, str> {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(quoted);
    if !inner.contains(['\\', '\r']) {
        return Cow::Borrowed(inner);
    }
    let mut content = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => content.extend(chars.next()),
            '\r' if chars.as_str().starts_with('\n') => {
                chars.next();
            }
            _ => content.push(c),
        }
    }
    Cow::Owned(content)
}

#[cfg(test)]
mod tests {
    use super::quoted_content;

    #[test]
    fn the_content_has_no_backslash_of_a_pair_and_no_line_break_of_a_fold() {
        let cases =
            [("\"ana\"", "ana"), (r#""a\"b\\c""#, r#"a"b\c"#), ("\"a\r\n b\"", "a b"), ("\"a\rb\"", "a\rb")];
        for (quoted, content) in cases {
            assert_eq!(quoted_content(quoted), content, "{quoted}");
        }
    }
}
