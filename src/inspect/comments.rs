//! Comments at the ends of a text (RFC 5322 3.2.2): what stands in them is no part of an address.

use core::ops::Range;

use crate::syntax::{Reading, TokenKind, Tokens};

/// The comment that the text starts with.
pub(super) fn leading_comment(text: &str, reading: Reading) -> Option<Range<usize>> {
    let first = if text.starts_with('(') { Tokens::of(text, reading).next() } else { None };
    first.filter(|token| token.kind == TokenKind::Comment).map(|token| token.span)
}

/// The comment that the text ends with.
pub(super) fn trailing_comment(text: &str, reading: Reading) -> Option<Range<usize>> {
    let last = if text.ends_with(')') { Tokens::of(text, reading).last() } else { None };
    last.filter(|token| token.kind == TokenKind::Comment).map(|token| token.span)
}

/// What stands between the comments and the white space at both ends; all of the text where there is no comment, or
/// nothing else.
pub(super) fn between_comments(text: &str, reading: Reading) -> Range<usize> {
    if !text.as_bytes().contains(&b'(') {
        return 0..text.len();
    }
    let is_text = |kind| !matches!(kind, TokenKind::Comment | TokenKind::Space | TokenKind::LineBreak);
    let mut tokens = Tokens::of(text, reading).filter(|token| is_text(token.kind));
    let Some(first) = tokens.next() else { return 0..text.len() };
    let end = tokens.last().map_or(first.span.end, |last| last.span.end);
    first.span.start..end
}

#[cfg(test)]
mod tests {
    use super::{between_comments, leading_comment, trailing_comment};
    use crate::syntax::Reading;

    #[test]
    fn comments_at_the_ends() {
        for (text, expected) in [
            ("ana@example.com", "ana@example.com"),
            ("ana@example.com (@ana)", "ana@example.com"),
            ("ana@example.com (@ana (at work))(x) ", "ana@example.com"),
            ("ana@example.com (\\) @ana)", "ana@example.com"),
            ("(@ana) (é) ana@example.com", "ana@example.com"),
            ("\"a)\"@example.com (a \"b)", "\"a)\"@example.com"),
            ("(a)ana(b)@example.com(c)", "ana(b)@example.com"),
            ("(ana@example.com)", "(ana@example.com)"),
            ("(a) (b)", "(a) (b)"),
            ("ana@example.com)", "ana@example.com)"),
            ("(ana@example.com", "(ana@example.com"),
            ("", ""),
        ] {
            for reading in [Reading::Header, Reading::Typed] {
                assert_eq!(&text[between_comments(text, reading)], expected, "{text}");
            }
        }
    }

    #[test]
    fn the_outermost_comments() {
        for (text, leading, trailing) in [
            ("(a(b))(c) ana@b.co (d)(e)", Some("(a(b))"), Some("(e)")),
            ("ana@b.co", None, None),
            ("(ana@b.co", None, None),
            ("ana@b.co)", None, None),
            ("\"(a)\"@b.co", None, None),
        ] {
            let found = |span: Option<_>| span.map(|span: core::ops::Range<usize>| &text[span]);
            assert_eq!(found(leading_comment(text, Reading::Typed)), leading, "{text}");
            assert_eq!(found(trailing_comment(text, Reading::Typed)), trailing, "{text}");
        }
    }
}
