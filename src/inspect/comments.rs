//! Comments at the ends of a text (RFC 5322 3.2.2): what stands in them is no part of an address.

use core::ops::Range;

use crate::span::span_at;
use crate::syntax::{closing_parenthesis, closing_quote};

/// What stands between the comments and the white space at both ends; all of the text where there is no comment, or
/// nothing else.
pub(super) fn between_comments(text: &str) -> Range<usize> {
    if !text.as_bytes().contains(&b'(') {
        return 0..text.len();
    }
    let mut between: Option<Range<usize>> = None;
    // What nothing closes is looked up once.
    let (mut has_open_quote, mut has_open_comment) = (false, false);
    let mut position = 0;
    while let Some(rest) = text.get(position..)
        && let Some(c) = rest.chars().next()
    {
        let enclosed = match c {
            '"' if !has_open_quote => closing_quote(rest),
            '(' if !has_open_comment => closing_parenthesis(rest),
            _ => None,
        };
        has_open_quote |= c == '"' && enclosed.is_none();
        has_open_comment |= c == '(' && enclosed.is_none();
        let token = span_at(position, enclosed.unwrap_or(c.len_utf8()));
        position = token.end;
        let is_comment = c == '(' && enclosed.is_some();
        if !is_comment && !c.is_whitespace() {
            let start = between.map_or(token.start, |between| between.start);
            between = Some(start..token.end);
        }
    }
    between.unwrap_or(0..text.len())
}

#[cfg(test)]
mod tests {
    use super::between_comments;

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
            assert_eq!(&text[between_comments(text)], expected, "{text}");
        }
    }
}
