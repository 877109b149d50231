//! The addresses of a `mailto:` link with several (RFC 6068 2): members of a list, but for the query behind the last.

use core::ops::Range;

use super::percent::escaped_octet;
use super::scheme::is_link;
use crate::span::{are_overlapping, span_at};
use crate::unicode::{is_line_break, is_white_space};

/// The links of a list, of which each is looked at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// The link that was read last, to its end.
    link: Range<usize>,
    /// The query in it, with its question mark.
    query: Option<Range<usize>>,
}

impl Links {
    /// Looks at the link that starts there, if one does and no link before it reaches so far.
    pub(super) fn start(&mut self, list: &str, start: usize, limit: usize) {
        let Some(text) = list.get(start..limit).filter(|text| start >= self.link.end && is_link(text)) else {
            return;
        };
        self.link = span_at(start, link_length(text));
        let query = list.get(self.link.clone()).and_then(|link| link.find('?'));
        self.query = query.map(|query| start.saturating_add(query)..self.link.end);
    }

    /// Where the list goes on behind the query that the span is in.
    pub(super) fn end_of_query(&self, span: &Range<usize>) -> Option<usize> {
        self.query.as_ref().filter(|query| are_overlapping(span, query)).map(|query| query.end)
    }

    /// A piece of the list without the query behind it, which belongs to the link. It stays where the piece is the link's
    /// start, where more text follows it, and where it holds what has to be told: a control or a line break.
    pub(super) fn without_query(&self, list: &str, piece: &Range<usize>) -> Range<usize> {
        let Some(query) = self.query.as_ref().filter(|query| piece.contains(&query.start)) else {
            return piece.clone();
        };
        let text = |range: Range<usize>| list.get(range).unwrap_or_default();
        let is_first = piece.start <= self.link.start;
        let has_more = !text(query.end..piece.end).chars().all(is_white_space);
        if is_first || has_more || holds_control(text(query.clone())) {
            return piece.clone();
        }
        piece.start..query.start
    }
}

/// A link ends where its line does, at a bracket or a quote, and where a comma or a semicolon parts it from another link.
/// White space ends it too, but for that between two of its addresses.
fn link_length(text: &str) -> usize {
    let mut is_query = false;
    let mut is_behind_comma = false;
    for (at, c) in text.char_indices() {
        let is_space = is_white_space(c);
        let is_end = match c {
            '<' | '>' | '"' => true,
            ',' | ';' => is_last(text.get(at.saturating_add(1)..).unwrap_or_default(), is_query),
            c => is_line_break(c) || is_space && (is_query || !is_behind_comma),
        };
        if is_end {
            return at;
        }
        is_query |= c == '?';
        is_behind_comma = matches!(c, ',' | ';') || is_space && is_behind_comma;
    }
    text.len()
}

/// Whether no address of the link, and no more of its query, stands behind a separator.
fn is_last(behind: &str, is_query: bool) -> bool {
    let next = behind.trim_start_matches([' ', '\t']);
    next.is_empty() || is_link(next) || is_query && next.len() < behind.len()
}

fn holds_control(query: &str) -> bool {
    let is_escaped =
        |at: usize| query.get(at..).and_then(escaped_octet).is_some_and(|octet| octet.is_ascii_control());
    query.char_indices().any(|(at, c)| c.is_control() || c == '%' && is_escaped(at))
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn queries_are_no_members() {
        for (list, piece, kept) in [
            ("mailto:a@b.co,c@d.co?subject=x,y", 14..32, 14..20),
            ("mailto:a@b.co?subject=x", 0..23, 0..23),
            ("mailto:a@b.co,c@d.co", 14..20, 14..20),
            ("mailto:a@b.co,c@d.co?s=%0d%0aBcc:x", 14..34, 14..34),
            ("mailto:a@b.co,c@d.co?s=x y", 14..26, 14..26),
            ("mailto:a@b.co?x, c@d.co", 0..15, 0..15),
            ("mailto:a@b.co, c@d.co?x=y, e@f.co", 14..25, 14..21),
            ("mailto:a@b.co?x,mailto:c@d.co?y", 0..15, 0..15),
        ] {
            let mut links = Links::default();
            links.start(list, 0, list.len());
            assert_eq!(links.without_query(list, &piece), kept, "{list}");
        }
    }
}
