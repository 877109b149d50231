//! Lists of addresses, as people and headers write them.

use alloc::vec::Vec;
use core::ops::Range;

use super::scheme::is_link;
use super::{Inspection, Verdict, too_long};
use crate::address::EmailAddress;
use crate::finding::Finding;
use crate::policy::Policy;
use crate::span::{char_span, shifted, span_at, suffix_span};
use crate::syntax::{closing_parenthesis, closing_quote};
use crate::unicode::is_line_break;

/// One member of a list: its own [`Inspection`], and where it stands in the list.
///
/// ```
/// let members = normail::Policy::form().inspect_list("Pérez, Ana <ana@example.com>; bob@example.com,");
/// assert_eq!(members.len(), 2);
/// assert_eq!(members[1].address().unwrap().as_str(), "bob@example.com");
/// assert_eq!(members[1].offset(), 31);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMember<'a> {
    inspection: Inspection<'a>,
    offset: usize,
    utf16_offset: usize,
}

impl<'a> ListMember<'a> {
    /// What was found in the member's own text. Spans count from the start of that text.
    #[must_use]
    pub fn inspection(&self) -> &Inspection<'a> {
        &self.inspection
    }

    /// Its [`Inspection::verdict`].
    ///
    /// ```
    /// use normail::{Policy, Verdict};
    ///
    /// let members = Policy::form().inspect_list("ana@example.com, bob@gmial.com");
    /// assert_eq!((members[0].verdict(), members[1].verdict()), (Verdict::Clean, Verdict::Doubtful));
    /// assert_eq!(members[1].address().unwrap().as_str(), "bob@gmial.com");
    /// assert_eq!(members[1].suggestion().unwrap().as_str(), "bob@gmail.com");
    /// assert_eq!(members[1].findings()[0].code(), "domain-typo");
    /// ```
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.inspection.verdict()
    }

    /// Its [`Inspection::address`].
    #[must_use]
    pub fn address(&self) -> Option<&EmailAddress> {
        self.inspection.address()
    }

    /// Its [`Inspection::suggestion`].
    #[must_use]
    pub fn suggestion(&self) -> Option<&EmailAddress> {
        self.inspection.suggestion()
    }

    /// Its [`Inspection::findings`]. Spans count from the start of the member's text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        self.inspection.findings()
    }

    /// The inspection, without the offset.
    #[must_use]
    pub fn into_inspection(self) -> Inspection<'a> {
        self.inspection
    }

    /// Where the member's text starts, in bytes of the list.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Where the member's text starts, in UTF-16 code units of the list, as JavaScript counts.
    ///
    /// ```
    /// let members = normail::Policy::form().inspect_list("zoë@example.com, bob@example.com");
    /// assert_eq!((members[1].offset(), members[1].utf16_offset()), (18, 17));
    /// ```
    #[must_use]
    pub fn utf16_offset(&self) -> usize {
        self.utf16_offset
    }
}

/// No list above this is read, in bytes: some 20,000 addresses (DoS, not an RFC).
const LIST_MAX: usize = 512 * 1024;

impl Policy {
    /// Inspects each address of a list that people or a header wrote.
    ///
    /// The list is split at `,`, `;`, U+3001, U+FF0C, U+060C and line breaks outside quotes, comments, brackets and
    /// the name of a group; a comma inside `Last, First <address>` splits nothing; members without text are
    /// skipped. The cap of 4,096 bytes is each member's; a list above 512 KiB is one member that is
    /// [`InputTooLong`](crate::FindingKind::InputTooLong).
    ///
    /// ```
    /// use normail::{Policy, Verdict};
    ///
    /// let members = Policy::form().inspect_list("ana@example.com; ; bob@example.com ");
    /// let verdicts: Vec<_> = members.iter().map(|member| member.verdict()).collect();
    /// assert_eq!(verdicts, [Verdict::Clean, Verdict::Clean]);
    /// ```
    #[must_use]
    pub fn inspect_list<'a>(&self, list: &'a str) -> Vec<ListMember<'a>> {
        if list.len() > LIST_MAX {
            return alloc::vec![ListMember {
                inspection: too_long(list, LIST_MAX),
                offset: 0,
                utf16_offset: 0
            }];
        }
        let folds = if self.grammar.has_cfws() { Folds::Join } else { Folds::Split };
        let mut counted = 0;
        let mut utf16_offset = 0_usize;
        members(list, folds)
            .filter_map(|span| {
                let text = list.get(span.clone())?;
                let passed = list.get(counted..span.start)?.encode_utf16().count();
                utf16_offset = utf16_offset.saturating_add(passed);
                counted = span.start;
                Some(ListMember { inspection: self.inspect(text), offset: span.start, utf16_offset })
            })
            .collect()
    }
}

/// Where the members of a list stand, without white space at their ends; empty ones are left out.
pub(super) fn members(list: &str, folds: Folds) -> impl Iterator<Item = Range<usize>> + '_ {
    Pieces::new(list, folds).merge_names().into_iter().filter_map(|piece| trimmed(list, &piece))
}

fn trimmed(list: &str, piece: &Range<usize>) -> Option<Range<usize>> {
    let text = list.get(piece.clone())?;
    let member = span_at(suffix_span(text, text.trim_start()).start, text.trim().len());
    (!member.is_empty()).then(|| shifted(&member, piece.start))
}

/// What stands between two separators.
struct Pieces<'a> {
    list: &'a str,
    position: usize,
    /// A quote was never closed: no later one is looked up, so that the work stays linear.
    has_open_quote: bool,
    /// The same of a parenthesis.
    has_open_comment: bool,
    /// No group ends before here: what was looked up once is not looked up again.
    no_group_before: usize,
    folds: Folds,
}

/// What a line break with white space behind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folds {
    /// The end of a line, as any other.
    Split,
    /// A fold of a header (RFC 5322 2.2.3).
    Join,
}

impl<'a> Pieces<'a> {
    fn new(list: &'a str, folds: Folds) -> Self {
        Self { list, position: 0, has_open_quote: false, has_open_comment: false, no_group_before: 0, folds }
    }

    /// Joins the piece before a comma to the one after it where both make up a name: `Pérez, Ana <a@b>`.
    fn merge_names(self) -> Vec<Range<usize>> {
        let list = self.list;
        let mut merged: Vec<Range<usize>> = Vec::new();
        let mut may_be_name = false;
        for piece in self {
            let text = list.get(piece.clone()).unwrap_or_default();
            let is_nameless = text.contains('@') || text.trim().is_empty();
            match merged.last_mut() {
                Some(last) if may_be_name && text.contains('<') && is_comma(list, last, &piece) => {
                    last.end = piece.end;
                    may_be_name &= !is_nameless;
                }
                _ => {
                    merged.push(piece);
                    may_be_name = !is_nameless;
                }
            }
        }
        merged
    }

    /// The length of a group, its `;` included, that the text at `start` begins with (RFC 5322 3.4): it is one member.
    fn group(&mut self, start: usize) -> Option<usize> {
        if start < self.no_group_before {
            return None;
        }
        let text = self.list.get(start..)?;
        let colon = text.find([':', '@', ',', ';', '<', '[', '"', '(', '\r', '\n']).unwrap_or(text.len());
        let name = text.get(..colon)?.trim();
        if name.is_empty() || !text.get(colon..)?.starts_with(':') || is_link(text.trim_start()) {
            self.no_group_before = start.saturating_add(colon);
            return None;
        }
        let end = text.find([';', '\r', '\n']).unwrap_or(text.len());
        // Text right behind it says that it was no group: `To: a@b; c@d`.
        let ends_group =
            |behind: &&str| behind.trim_start_matches(' ').chars().next().is_none_or(is_separator);
        let behind = text.get(end..).and_then(|rest| rest.strip_prefix(';')).filter(ends_group);
        if behind.is_none() {
            self.no_group_before = start.saturating_add(end);
        }
        behind.map(|behind| suffix_span(text, behind).start)
    }

    /// The length of what has to stay together at the start of the text: a quoted string, a comment, brackets.
    fn enclosed(&mut self, text: &str) -> Option<usize> {
        match text.chars().next()? {
            '<' => closing_bracket(text, '<', '>'),
            '[' => closing_bracket(text, '[', ']'),
            // A local part may hold these: they enclose where they stand apart.
            '{' if self.is_apart() => {
                let is_apart =
                    |end: &usize| text.get(*end..).is_some_and(|behind| parts(behind.chars().next()));
                closing_bracket(text, '{', '}').filter(is_apart)
            }
            '"' if !self.has_open_quote => {
                let quoted = closing_quote(text);
                self.has_open_quote = quoted.is_none();
                quoted
            }
            '(' if !self.has_open_comment => {
                let comment = closing_parenthesis(text);
                self.has_open_comment = comment.is_none();
                comment
            }
            _ => None,
        }
    }

    /// Whether what stands at the position is the start of a word.
    fn is_apart(&self) -> bool {
        self.list.get(..self.position).is_some_and(|before| parts(before.chars().next_back()))
    }
}

/// The length of what the bracket at the start of the text encloses, up to the next of its kind in its line: one that
/// nothing closes must not swallow the list.
fn closing_bracket(text: &str, open: char, close: char) -> Option<usize> {
    let enclosed = text.strip_prefix(open)?;
    let rest = enclosed.trim_start_matches(|c| c != open && c != close && !matches!(c, '\r' | '\n'));
    rest.strip_prefix(close).map(|behind| suffix_span(text, behind).start)
}

/// Whether nothing, white space or a separator stands there.
fn parts(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || is_separator(c))
}

/// Whether only a comma stands between the two.
fn is_comma(list: &str, left: &Range<usize>, right: &Range<usize>) -> bool {
    matches!(list.get(left.end..right.start), Some("," | "\u{FF0C}" | "\u{60C}" | "\u{3001}"))
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.position;
        if start > self.list.len() {
            return None;
        }
        self.position = start.saturating_add(self.group(start).unwrap_or(0));
        while let Some(rest) = self.list.get(self.position..)
            && let Some(c) = rest.chars().next()
        {
            if let Some(length) = self.enclosed(rest) {
                self.position = self.position.saturating_add(length);
                continue;
            }
            let end = self.position;
            self.position = char_span(end, c).end;
            let is_fold = || self.folds == Folds::Join && starts_with_fold(rest);
            if is_separator(c) && !is_fold() {
                return Some(start..end);
            }
        }
        // Beyond the end: there is no further piece.
        self.position = self.list.len().saturating_add(1);
        Some(start..self.list.len())
    }
}

/// Whether a line break, and white space in the line behind it, stand there.
fn starts_with_fold(text: &str) -> bool {
    let rest = text.strip_prefix('\r').unwrap_or(text);
    rest.strip_prefix('\n').unwrap_or(rest).starts_with([' ', '\t'])
}

fn is_separator(c: char) -> bool {
    is_line_break(c) || matches!(c, ',' | ';' | '\u{3001}' | '\u{FF0C}' | '\u{60C}')
}
