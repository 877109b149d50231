//! The outline of a text, read off its tokens: where its brackets stand, the comments at its ends, and what nothing closes.

use core::ops::Range;

use crate::syntax::{Reading, TokenKind, Tokens};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// The last angle bracket outside quotes and comments.
    pub(super) bracket: Option<Bracket>,
    /// The first quote or parenthesis that nothing closes.
    open: Option<usize>,
    /// A comment that the text starts with, and one that it ends with.
    pub(super) leading_comment: Option<Range<usize>>,
    pub(super) trailing_comment: Option<Range<usize>>,
    /// What stands between the comments and the white space at both ends.
    inner: Option<Range<usize>>,
    length: usize,
}

/// Where an angle bracket stands, and the one that closes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) open: usize,
    pub(super) close: Option<usize>,
}

impl Outline {
    pub(super) fn of(text: &str, reading: Reading) -> Self {
        let mut outline = Self { length: text.len(), ..Self::default() };
        if !text.bytes().any(|byte| matches!(byte, b'<' | b'(')) {
            outline.inner = Some(0..text.len());
            return outline;
        }
        // Of two quotes that open nothing the second leaves nothing open: `5" or 6"`.
        let mut is_behind_quote = false;
        let mut tokens = Tokens::of(text, reading);
        loop {
            // What is open in a bracket matters too: it is no token here.
            if tokens.is_next(b'<') {
                let open = tokens.next_start();
                outline.trailing_comment = None;
                outline.bracket = Some(Bracket { open, close: None });
                outline.inner = Some(outline.inner.map_or(open, |inner| inner.start)..open.saturating_add(1));
                tokens.go_to(open.saturating_add(1));
                continue;
            }
            let Some(token) = tokens.next() else { return outline };
            outline.trailing_comment = None;
            match token.kind {
                TokenKind::Space | TokenKind::LineBreak => continue,
                TokenKind::Comment => {
                    if token.span.start == 0 {
                        outline.leading_comment = Some(token.span.clone());
                    }
                    outline.trailing_comment = Some(token.span);
                    continue;
                }
                TokenKind::Mark('>') => {
                    if let Some(Bracket { close: close @ None, .. }) = &mut outline.bracket {
                        *close = Some(token.span.start);
                    }
                }
                TokenKind::Mark('"') => is_behind_quote = !is_behind_quote,
                TokenKind::OpenQuote if is_behind_quote => is_behind_quote = false,
                TokenKind::OpenQuote | TokenKind::OpenComment => {
                    outline.open.get_or_insert(token.span.start);
                }
                _ => {}
            }
            let start = outline.inner.map_or(token.span.start, |inner| inner.start);
            outline.inner = Some(start..token.span.end);
        }
    }

    /// The quote or parenthesis before a `<` that nothing closes: what follows it could be a name or an address.
    pub(super) fn left_open(&self) -> Option<usize> {
        let bracket = self.bracket.as_ref()?.open;
        self.open.filter(|open| *open < bracket)
    }

    /// What stands between the comments and the white space at both ends; all of the text where nothing else does.
    pub(super) fn between_comments(&self) -> Range<usize> {
        self.inner.clone().unwrap_or(0..self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::Outline;
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
                assert_eq!(&text[Outline::of(text, reading).between_comments()], expected, "{text}");
            }
        }
    }

    #[test]
    fn the_last_bracket_and_what_closes_it() {
        for (text, open, close) in [
            ("Ana <ana@b.co>", Some(4), Some(13)),
            ("<<ana@b.co>>", Some(1), Some(10)),
            ("Ana <ana@b.co", Some(4), None),
            ("Ana <\"a>b\"@b.co>", Some(4), Some(15)),
            ("Ana <a(>)@b.co>", Some(4), Some(14)),
            ("Ana <a@[x:<b>]>", Some(4), Some(14)),
            ("\"<\" a@b.co", None, None),
            ("Ana <ana@b.co\n>", Some(4), Some(14)),
        ] {
            let bracket = Outline::of(text, Reading::Typed).bracket;
            assert_eq!(bracket.as_ref().map(|bracket| bracket.open), open, "{text}");
            assert_eq!(bracket.and_then(|bracket| bracket.close), close, "{text}");
        }
    }

    #[test]
    fn what_nothing_closes_before_a_bracket() {
        for (text, header, typed) in [
            ("\"Ana <ana@b.co>", Some(0), Some(0)),
            ("(Ana <ana@b.co>", Some(0), Some(0)),
            ("5\" pipe <ana@b.co>", Some(1), Some(1)),
            ("5\" or 6\" pipe <ana@b.co>", None, None),
            ("<\"ana@b.co>", None, None),
            ("\"Ana\" <ana@b.co>", None, None),
        ] {
            assert_eq!(Outline::of(text, Reading::Header).left_open(), header, "{text}");
            assert_eq!(Outline::of(text, Reading::Typed).left_open(), typed, "{text}");
        }
    }
}
