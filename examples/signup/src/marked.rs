//! A text in pieces: what findings speak of, what cannot be seen, the rest.

use std::ops::Range;

use normail::visible;

#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Plain(String),
    Found(String),
    /// Where something is missing.
    Missing,
    /// The code of one character.
    Unseen(String),
}

/// The pieces of `text`; `spans` are in the order of their starts, as findings are.
pub(crate) fn pieces(text: &str, spans: impl IntoIterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut spans = spans.into_iter().peekable();
    let mut found_to = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    let chars = text.char_indices().map(|(at, c)| (at, Some(c)));
    for (at, c) in chars.chain([(text.len(), None)]) {
        while let Some(span) = spans.next_if(|span| span.start <= at) {
            if span.is_empty() {
                pieces.push(Piece::Missing);
            }
            found_to = found_to.max(span.end);
        }
        let Some(c) = c else { break };
        let shown = visible(c.encode_utf8(&mut [0; 4])).to_string();
        match (pieces.last_mut(), at < found_to) {
            _ if !shown.starts_with(c) => pieces.push(Piece::Unseen(shown)),
            (Some(Piece::Found(found)), true) => found.push(c),
            (Some(Piece::Plain(plain)), false) => plain.push(c),
            (_, true) => pieces.push(Piece::Found(shown)),
            (_, false) => pieces.push(Piece::Plain(shown)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    /// `[…]` what was found, `{…}` what is unseen.
    fn drawn(text: &str, spans: &[(usize, usize)]) -> String {
        let draw = |piece| match piece {
            Piece::Plain(text) => text,
            Piece::Found(text) => format!("[{text}]"),
            Piece::Missing => "[]".into(),
            Piece::Unseen(code) => format!("{{{code}}}"),
        };
        pieces(text, spans.iter().map(|(start, end)| *start..*end)).into_iter().map(draw).collect()
    }

    #[test]
    fn a_text_is_cut_where_something_begins_or_ends() {
        for (text, spans, expected) in [
            ("", &[][..], ""),
            ("", &[(0, 0)], "[]"),
            ("abc", &[], "abc"),
            ("abc", &[(1, 2)], "a[b]c"),
            ("abc", &[(0, 2), (1, 3)], "[abc]"),
            ("abcd", &[(0, 3), (1, 2)], "[abc]d"),
            ("abc", &[(1, 1)], "a[]bc"),
            ("abc", &[(3, 3)], "abc[]"),
            ("\u{430}b", &[(0, 2)], "[\u{430}]b"),
            ("a\u{200B}\u{200B}b", &[], "a{⟨U+200B⟩}{⟨U+200B⟩}b"),
            ("a\u{A0}", &[(1, 3)], "a{⟨U+00A0⟩}"),
            ("⟨a b⟩", &[], "⟨a b⟩"),
        ] {
            assert_eq!(drawn(text, spans), expected, "{text:?} {spans:?}");
        }
    }
}
