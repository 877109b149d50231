//! An input in pieces: what findings speak of, what cannot be seen, the rest.

use alloc::collections::BinaryHeap;
use core::cmp::Reverse;
use core::fmt;
use core::ops::Range;

use super::Inspection;
use crate::finding::{Finding, Severity};
use crate::unicode::is_seen;

/// A stretch of an inspected input, as a front end shows it: [`Inspection::pieces`].
///
/// `Display` is what to show: the text, or `U+200B` for a character that cannot be seen.
///
/// ```
/// let inspection = normail::inspect("anagmail.com");
/// let [ana, at, gmail] = inspection.pieces().collect::<Vec<_>>()[..] else { panic!("three pieces") };
/// assert_eq!((ana.text(), ana.finding()), ("ana", None));
/// assert_eq!((at.span(), at.is_missing(), at.finding().unwrap().code()), (3..3, true, "missing-at"));
/// assert_eq!(gmail.to_string(), "gmail.com");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    text: &'a str,
    start: usize,
    is_unseen: bool,
    finding: Option<&'a Finding>,
}

impl<'a> Piece<'a> {
    /// The stretch as it was written; empty where something is missing.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where it stands: bytes of the input, on char boundaries.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start.saturating_add(self.text.len())
    }

    /// Whether nothing stands here, and something should: the `@` of `ana`.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is one character that cannot be seen, or would change what stands around it, such as a bidi control;
    /// so is an ordinary space at either end of the input. `Display` gives its code point.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.is_unseen
    }

    /// The finding that speaks of it: of several the gravest, of those alike one that tells of a repair, then the one
    /// that starts last.
    #[must_use]
    pub fn finding(&self) -> Option<&'a Finding> {
        self.finding
    }
}

impl fmt::Display for Piece<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.chars().next() {
            Some(c) if self.is_unseen => write!(f, "U+{:04X}", u32::from(c)),
            _ => f.write_str(self.text),
        }
    }
}

impl Inspection<'_> {
    /// The input in pieces, for a front end to mark what is odd about it: together their texts are the input.
    ///
    /// A character that cannot be seen is a piece of its own, and so is each place where something is missing; what
    /// else has one finding, or none, is one piece. Put each in an element of its own that isolates its direction (HTML:
    /// `bdi`), and escape it.
    ///
    /// ```
    /// let inspection = normail::inspect("an\u{200B}a@gmial.com ");
    /// let marked: String = inspection
    ///     .pieces()
    ///     .map(|piece| if piece.finding().is_some() { format!("[{piece}]") } else { piece.to_string() })
    ///     .collect();
    /// assert_eq!(marked, "an[U+200B]a@[gmial.com][U+0020]");
    /// ```
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        Pieces::new(self.input(), self.findings())
    }
}

/// The pieces that are still to come.
struct Pieces<'a> {
    input: &'a str,
    /// The input without the spaces around it.
    inner: Range<usize>,
    findings: &'a [Finding],
    /// The findings before this one have started.
    started: usize,
    /// What has started and may not have ended, the one to tell of on top.
    open: BinaryHeap<Open>,
    at: usize,
}

/// A finding by its place in the list, behind what decides which of several a piece tells of.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Open {
    severity: Severity,
    is_repaired: bool,
    start: usize,
    end: Reverse<usize>,
    index: usize,
}

impl<'a> Pieces<'a> {
    /// The findings are in the order of their starts.
    fn new(input: &'a str, findings: &'a [Finding]) -> Self {
        let start = input.len().saturating_sub(input.trim_start_matches(' ').len());
        let inner = start..input.trim_end_matches(' ').len();
        Self { input, inner, findings, started: 0, open: BinaryHeap::new(), at: 0 }
    }

    /// The next finding, if it starts here or before.
    fn next_started(&self, at: usize) -> Option<&'a Finding> {
        self.findings.get(self.started).filter(|finding| finding.span().start <= at)
    }

    /// Opens what starts here, up to a place where something is missing, which is a piece of its own.
    fn open_at(&mut self, at: usize) -> Option<&'a Finding> {
        while let Some(finding) = self.next_started(at) {
            if finding.span().is_empty() {
                return Some(finding);
            }
            let Range { start, end } = finding.span();
            self.open.push(Open {
                severity: finding.severity(),
                is_repaired: finding.is_repaired(),
                start,
                end: Reverse(end),
                index: self.started,
            });
            self.started = self.started.saturating_add(1);
        }
        None
    }

    /// The place in the list of the finding that a piece here tells of.
    fn told_at(&mut self, at: usize) -> Option<usize> {
        while self.open.peek().is_some_and(|open| open.end.0 <= at) {
            self.open.pop();
        }
        self.open.peek().map(|open| open.index)
    }

    fn is_unseen(&self, at: usize, c: char) -> bool {
        !is_seen(c) || c == ' ' && !self.inner.contains(&at)
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let start = self.at;
        if let Some(missing) = self.open_at(start) {
            self.started = self.started.saturating_add(1);
            return Some(Piece { text: "", start, is_unseen: false, finding: Some(missing) });
        }
        let told = self.told_at(start);
        let finding = told.and_then(|index| self.findings.get(index));
        let rest = self.input.get(start..)?;
        let first = rest.chars().next()?;
        let is_unseen = self.is_unseen(start, first);
        let mut length = first.len_utf8();
        if !is_unseen {
            for (offset, c) in rest.char_indices().skip(1) {
                let at = start.saturating_add(offset);
                if self.is_unseen(at, c) || self.open_at(at).is_some() || self.told_at(at) != told {
                    break;
                }
                length = offset.saturating_add(c.len_utf8());
            }
        }
        self.at = start.saturating_add(length);
        Some(Piece { text: rest.get(..length)?, start, is_unseen, finding })
    }
}

#[cfg(test)]
mod tests {
    use super::Pieces;
    use crate::finding::{Edit, Finding, FindingKind, Fix, Severity};
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;

    use Severity::{Error, Note, Warning};

    /// `[…]` what a finding speaks of, with the place of the finding in the list; `{…}` what cannot be seen.
    fn drawn(text: &str, findings: &[Finding]) -> String {
        let draw = |piece: super::Piece<'_>| {
            let shown = if piece.is_unseen() { format!("{{{piece}}}") } else { piece.to_string() };
            match piece.finding().and_then(|told| findings.iter().position(|finding| finding == told)) {
                Some(index) => format!("[{index}:{shown}]"),
                None => shown,
            }
        };
        Pieces::new(text, findings).map(draw).collect()
    }

    fn findings(spans: &[(usize, usize, Severity)]) -> Vec<Finding> {
        let finding = |(start, end, severity)| Finding::new(FindingKind::InnerSpace, severity, start..end);
        spans.iter().copied().map(finding).collect()
    }

    #[test]
    fn a_text_is_cut_where_what_is_told_of_it_changes() {
        for (text, spans, expected) in [
            ("", &[][..], ""),
            ("", &[(0, 0, Error)], "[0:]"),
            ("abc", &[], "abc"),
            ("abc", &[(1, 2, Note)], "a[0:b]c"),
            ("abc", &[(0, 2, Note), (1, 3, Note)], "[0:a][1:bc]"),
            ("abcd", &[(0, 3, Note), (1, 2, Note)], "[0:a][1:b][0:c]d"),
            ("abcd", &[(0, 3, Error), (1, 2, Note)], "[0:abc]d"),
            ("abcd", &[(0, 3, Note), (1, 4, Warning), (2, 3, Error)], "[0:a][1:b][2:c][1:d]"),
            ("abcd", &[(0, 2, Note), (0, 4, Note)], "[0:ab][1:cd]"),
            ("abc", &[(1, 1, Error)], "a[0:]bc"),
            ("abc", &[(0, 3, Error), (1, 1, Error)], "[0:a][1:][0:bc]"),
            ("abc", &[(3, 3, Error)], "abc[0:]"),
            ("\u{430}b", &[(0, 2, Note)], "[0:\u{430}]b"),
            ("a\u{200B}\u{200B}b", &[], "a{U+200B}{U+200B}b"),
            ("a\u{A0}", &[(1, 3, Note)], "a[0:{U+00A0}]"),
            ("  a b ", &[(0, 2, Note)], "[0:{U+0020}][0:{U+0020}]a b{U+0020}"),
            ("⟨a b⟩", &[], "⟨a b⟩"),
        ] {
            assert_eq!(drawn(text, &findings(spans)), expected, "{text:?} {spans:?}");
        }
    }

    #[test]
    fn only_a_piece_without_text_is_missing() {
        let inspection = crate::inspect("ana");
        let missing: Vec<_> = inspection.pieces().map(|piece| (piece.text(), piece.is_missing())).collect();
        assert_eq!(missing, [("ana", false), ("", true)]);
    }

    #[test]
    fn of_two_alike_what_tells_of_a_repair_is_told() {
        let repaired = |finding: Finding| finding.with_fix(Fix::automatic(vec![Edit::delete(0..1)]));
        let one = Finding::note(FindingKind::LeadingSpace, 0..3);
        let other = Finding::note(FindingKind::Idn, 1..2);
        assert_eq!(drawn("abc", &[repaired(one.clone()), other.clone()]), "[0:abc]");
        assert_eq!(drawn("abc", &[one, repaired(other)]), "[0:a][1:b][0:c]");
    }

    /// Nested a thousand deep, and each starting where another ends.
    #[test]
    fn the_pieces_are_the_text_however_many_findings_there_are() {
        let text = "aé\u{200B}d".repeat(600);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).take(1000).collect();
        let mut all = Vec::new();
        for start in starts {
            let end = text.len() - start / 3;
            all.push((
                start,
                (start..=end).find(|at| text.is_char_boundary(*at) && *at > start).unwrap(),
                Note,
            ));
            all.push((start, (end..).find(|at| text.is_char_boundary(*at)).unwrap(), Warning));
        }
        let joined: String = Pieces::new(&text, &findings(&all)).map(|piece| piece.text()).collect();
        assert_eq!(joined, text);
    }
}
