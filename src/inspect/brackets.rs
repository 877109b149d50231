//! The angle brackets of a text, read off its tokens, and what stands open before them.

use crate::syntax::{Reading, TokenKind, Tokens};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    /// The last one outside quotes and comments.
    pub(super) last: Option<Bracket>,
    /// The first quote or parenthesis that nothing closes.
    open: Option<usize>,
}

/// Where an angle bracket stands, and the one that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) open: usize,
    pub(super) close: Option<usize>,
}

impl Brackets {
    pub(super) fn of(text: &str, reading: Reading) -> Self {
        let mut brackets = Self::default();
        if !text.as_bytes().contains(&b'<') {
            return brackets;
        }
        // Of two quotes that open nothing the second leaves nothing open: `5" or 6"`.
        let mut is_behind_quote = false;
        let mut tokens = Tokens::of(text, reading);
        loop {
            // What is open in a bracket matters too: it is no token here.
            if let Some(open) = tokens.enter_bracket() {
                brackets.last = Some(Bracket { open, close: None });
                continue;
            }
            let Some(token) = tokens.next() else { return brackets };
            match token.kind {
                TokenKind::Mark('>') => {
                    if let Some(Bracket { close: close @ None, .. }) = &mut brackets.last {
                        *close = Some(token.span.start);
                    }
                }
                TokenKind::Mark('"') => is_behind_quote = !is_behind_quote,
                TokenKind::OpenQuote if is_behind_quote => is_behind_quote = false,
                TokenKind::OpenQuote | TokenKind::OpenComment => {
                    brackets.open.get_or_insert(token.span.start);
                }
                _ => {}
            }
        }
    }

    /// The quote or parenthesis before a `<` that nothing closes: what follows it could be a name or an address.
    pub(super) fn left_open(&self) -> Option<usize> {
        let bracket = self.last?.open;
        self.open.filter(|open| *open < bracket)
    }
}

#[cfg(test)]
mod tests {
    use super::Brackets;
    use crate::syntax::Reading;

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
            let bracket = Brackets::of(text, Reading::Typed).last;
            assert_eq!(bracket.map(|bracket| bracket.open), open, "{text}");
            assert_eq!(bracket.and_then(|bracket| bracket.close), close, "{text}");
        }
    }

    #[test]
    fn what_nothing_closes_before_a_bracket() {
        for (text, header, typed) in [
            ("\"Ana <ana@b.co>", Some(0), Some(0)),
            ("(Ana <ana@b.co>", Some(0), Some(0)),
            ("<a(b> <ana@b.co>", Some(2), Some(2)),
            ("5\" pipe <ana@b.co>", Some(1), Some(1)),
            ("5\" or 6\" pipe <ana@b.co>", None, None),
            ("<\"ana@b.co>", None, None),
            ("\"Ana\" <ana@b.co>", None, None),
        ] {
            assert_eq!(Brackets::of(text, Reading::Header).left_open(), header, "{text}");
            assert_eq!(Brackets::of(text, Reading::Typed).left_open(), typed, "{text}");
        }
    }
}
