//! The addresses of a `mailto:` link with several (RFC 6068 2): members of a list, but for the query behind the last.

use core::ops::Range;

use super::percent::escaped_octet;
use super::scheme::is_link;
use crate::span::{span_at, suffix_span};
use crate::unicode::is_white_space;

/// The links of a list, of which each is looked at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// The link that was read last, to its end.
    link: Range<usize>,
    /// The query in it, with its question mark.
    query: Option<Range<usize>>,
}

impl Links {
    /// The query of the link that a piece of the list belongs to, if it stands behind the start of that piece.
    pub(super) fn query_at(&mut self, list: &str, start: usize, limit: usize) -> Option<Range<usize>> {
        let rest = list.get(start..limit)?;
        // What mostly stands there is no link.
        let first = rest.bytes().find(|byte| !byte.is_ascii_whitespace())?;
        if self.query.is_none() && matches!(first, b'!'..=b'L' | b'N'..=b'l' | b'n'..=b'~') {
            return None;
        }
        let text = rest.trim_start_matches(is_white_space);
        if start >= self.link.end && is_link(text) {
            let start = start.saturating_add(suffix_span(rest, text).start);
            self.link = span_at(start, link_length(text));
            let query = list.get(self.link.clone())?.find('?');
            self.query = query.map(|query| start.saturating_add(query)..self.link.end);
        }
        self.query.clone().filter(|query| start < query.start)
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

/// A link ends where its line does, at white space, a bracket or a quote, and where a comma or a semicolon parts it from
/// another link or from white space.
fn link_length(text: &str) -> usize {
    let is_end = |c: char| is_white_space(c) || matches!(c, '<' | '>' | '"');
    let link = text.split(is_end).next().unwrap_or_default();
    let another = link.match_indices([',', ';']).find(|(at, _)| {
        let behind = link.get(at.saturating_add(1)..).unwrap_or_default();
        behind.is_empty() || is_link(behind)
    });
    another.map_or(link.len(), |(at, _)| at)
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
            ("mailto:a@b.co?x,mailto:c@d.co?y", 0..15, 0..15),
        ] {
            let mut links = Links::default();
            links.query_at(list, 0, list.len());
            assert_eq!(links.without_query(list, &piece), kept, "{list}");
        }
    }
}
