//! A text in pieces: what findings speak of, what nobody sees, the rest.

use std::ops::Range;

use normail::visible;

#[derive(Debug, PartialEq)]
pub(crate) struct Piece {
    /// What is shown: unseen characters by their codes. Nothing where something is missing.
    pub(crate) shown: String,
    pub(crate) is_found: bool,
    pub(crate) is_unseen: bool,
}

/// The pieces of `text`; `spans` are in the order of their starts, as findings are.
pub(crate) fn pieces(text: &str, spans: impl IntoIterator<Item = Range<usize>>) -> Vec<Piece> {
    let mut spans = spans.into_iter().peekable();
    let mut found_to = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut buffer = [0; 4];
    let ends = [(text.len(), None)];
    for (at, c) in text.char_indices().map(|(at, c)| (at, Some(c))).chain(ends) {
        while let Some(span) = spans.next_if(|span| span.start <= at) {
            if span.is_empty() {
                pieces.push(Piece { shown: String::new(), is_found: true, is_unseen: false });
            }
            found_to = found_to.max(span.end);
        }
        let Some(c) = c else { break };
        let c = &*c.encode_utf8(&mut buffer);
        let shown = visible(c).to_string();
        let (is_found, is_unseen) = (at < found_to, shown != c);
        match pieces.last_mut() {
            Some(last)
                if (last.is_found, last.is_unseen) == (is_found, is_unseen) && !last.shown.is_empty() =>
            {
                last.shown.push_str(&shown);
            }
            _ => pieces.push(Piece { shown, is_found, is_unseen }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    /// `[…]` what was found, `{…}` what is unseen.
    fn drawn(text: &str, spans: &[(usize, usize)]) -> String {
        let draw = |piece: super::Piece| match (piece.is_found, piece.is_unseen) {
            (false, false) => piece.shown,
            (false, true) => format!("{{{}}}", piece.shown),
            (true, false) => format!("[{}]", piece.shown),
            (true, true) => format!("[{{{}}}]", piece.shown),
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
            ("a\u{200B}\u{200B}b", &[], "a{⟨U+200B⟩⟨U+200B⟩}b"),
            ("a\u{A0}", &[(1, 3)], "a[{⟨U+00A0⟩}]"),
            ("a b", &[], "a b"),
        ] {
            assert_eq!(drawn(text, spans), expected, "{text:?} {spans:?}");
        }
    }
}
