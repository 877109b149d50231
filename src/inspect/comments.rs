//! Comments at the ends of a text (RFC 5322 3.2.2): what stands in them is no part of an address.

use core::ops::Range;

use crate::span::suffix_span;
use crate::syntax::closing_parenthesis;

/// What stands between the comments at both ends; all of the text where there is nothing else.
pub(super) fn between_comments(text: &str) -> Range<usize> {
    let mut between = text;
    while let Some(behind) = behind_comment(between.trim_start())
        && !behind.trim_start().is_empty()
    {
        between = behind;
    }
    let start = suffix_span(text, between).start;
    while let Some(before) = before_comment(between.trim_end())
        && !before.trim_end().is_empty()
    {
        between = before;
    }
    start..start.saturating_add(between.len())
}

fn behind_comment(text: &str) -> Option<&str> {
    if !text.starts_with('(') {
        return None;
    }
    text.get(closing_parenthesis(text)?..)
}

fn before_comment(text: &str) -> Option<&str> {
    if !text.ends_with(')') {
        return None;
    }
    let mut depth = 0_usize;
    let opens = |(_, byte): &(usize, u8)| {
        match byte {
            b')' => depth = depth.saturating_add(1),
            b'(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    let (start, _) = text.bytes().enumerate().rev().find(opens)?;
    text.get(..start)
}

#[cfg(test)]
mod tests {
    use super::between_comments;

    #[test]
    fn comments_at_the_ends() {
        for (text, expected) in [
            ("ana@example.com", "ana@example.com"),
            ("ana@example.com (@ana)", "ana@example.com "),
            ("ana@example.com (@ana (at work))(x) ", "ana@example.com "),
            ("(@ana) (é) ana@example.com", " ana@example.com"),
            ("(a)ana(b)@example.com(c)", "ana(b)@example.com"),
            ("(ana@example.com)", "(ana@example.com)"),
            ("(a) (b)", " (b)"),
            ("ana@example.com)", "ana@example.com)"),
            ("(ana@example.com", "(ana@example.com"),
            ("", ""),
        ] {
            assert_eq!(&text[between_comments(text)], expected, "{text}");
        }
    }
}
