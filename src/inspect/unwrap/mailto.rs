//! A `mailto:` link (RFC 6068): its scheme, its percent-encoding and its query.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::finding::{Edit, Finding, FindingKind, Fix};
use crate::inspect::draft::Draft;
use crate::inspect::order::sort_by_numbers;
use crate::inspect::percent::{escaped_char, escaped_octet};
use crate::inspect::scheme::SCHEME;
use crate::inspect::survey::{MarkKind, Survey};
use crate::span::{shifted, span_at, suffix_span};
use crate::unicode::is_line_break;

impl Draft {
    /// Opens the link that is left: its scheme goes, its escapes are decoded, its query is dropped.
    pub(super) fn open_mailto(&mut self) {
        let inner = self.left();
        let behind = inner.get(SCHEME.len()..).unwrap_or_default().trim_start_matches('/');
        let (path, _) = behind.split_once('?').unwrap_or((behind, ""));
        let path = shifted(&span_at(suffix_span(inner, behind).start, path.len()), self.window.start);
        let scheme = self.text.source(&(self.window.start..path.start));
        let mut span = scheme.clone();
        let mut edits = alloc::vec![Edit::delete(scheme.clone())];
        self.removed.push(scheme);

        let mut decoded = Survey::with_capacity(path.len());
        decoded.text.starts_at(self.text.source(&(path.start..path.start)).start);
        self.decode(&path, &mut decoded);
        if path.end < self.window.end {
            let dropped = path.end..self.window.end;
            self.controls_in(&dropped, &mut decoded);
            let source = self.text.source(&dropped);
            span.end = source.end;
            edits.push(Edit::delete(source.clone()));
            self.removed.push(source);
        }
        self.findings.push(Finding::note(FindingKind::MailtoScheme, span).with_fix(Fix::automatic(edits)));
        self.window = 0..decoded.text.len();
        self.text = decoded.text;
        self.marks.extend(decoded.marks);
    }

    /// Writes the path with its escapes decoded, and remembers each character that was escaped.
    fn decode(&mut self, path: &Range<usize>, decoded: &mut Survey) {
        let text = self.text.get(path);
        let mut escaped = Vec::new();
        let mut position = 0;
        while let Some(rest) = text.get(position..)
            && let Some(c) = rest.chars().next()
        {
            let unescaped = escaped_char(rest);
            let (c, length) = unescaped.unwrap_or((c, c.len_utf8()));
            let place = span_at(position, length);
            let source = self.text.source(&shifted(&place, path.start));
            position = place.end;
            if unescaped.is_none() {
                decoded.text.push(c, source);
            } else if place_decoded(c, source.clone(), decoded) {
                escaped.push((source, c));
            }
        }
        self.escaped.extend(escaped);
    }

    /// Adds an edit for each escaped character that is left: what came off since needs none.
    pub(super) fn write_escaped(&mut self) {
        if self.escaped.is_empty() {
            return;
        }
        let left = self.source_of_left(&(0..self.left().len()));
        // What was taken off beside the `@` has a finding that deletes it.
        let is_beside = |finding: &&Finding| finding.kind() == FindingKind::SpaceAroundAt;
        let deleted: Vec<Range<usize>> = self.findings.iter().filter(is_beside).map(Finding::span).collect();
        let is_deleted = |source: &Range<usize>| {
            let next = deleted.partition_point(|spaces| spaces.end < source.end);
            deleted.get(next).is_some_and(|spaces| spaces.start <= source.start)
        };
        let written = self.escaped.iter().filter(|(source, _)| {
            left.start <= source.start && source.end <= left.end && !is_deleted(source)
        });
        let mut edits: Vec<Edit> =
            written.map(|(source, c)| Edit::new(source.clone(), String::from(*c))).collect();
        let links = self.findings.iter_mut().filter(|finding| finding.kind() == FindingKind::MailtoScheme);
        if let Some(link) = links.last()
            && let Some(fix) = link.fix()
        {
            edits.extend(fix.edits().iter().cloned());
            sort_by_numbers(&mut edits, |edit| (edit.span().start, 0));
            link.set_fix(Fix::automatic(edits));
        }
    }

    /// Controls and line breaks in a query that is dropped, encoded octet by octet or as they are.
    fn controls_in(&self, query: &Range<usize>, decoded: &mut Survey) {
        let text = self.text.get(query);
        for (at, c) in text.char_indices() {
            let at_source = |length| self.text.source(&shifted(&span_at(at, length), query.start));
            if is_line_break(c) {
                decoded.mark(MarkKind::Refused(FindingKind::LineBreak), c, at_source(c.len_utf8()));
            } else if let Some(octet) = text.get(at..).and_then(escaped_octet)
                && octet.is_ascii_control()
            {
                let c = char::from(octet);
                let kind =
                    if is_line_break(c) { FindingKind::LineBreak } else { FindingKind::ControlCharacter };
                decoded.mark(MarkKind::Refused(kind), c, at_source("%00".len()));
            }
        }
    }
}

/// Writes a decoded character, and says whether it stands there as it is: what the survey marks has its own fix. A line
/// break is no space here: nobody types one.
fn place_decoded(c: char, source: Range<usize>, decoded: &mut Survey) -> bool {
    if is_line_break(c) {
        decoded.mark(MarkKind::Refused(FindingKind::LineBreak), c, source);
        return false;
    }
    let marks = decoded.marks.len();
    decoded.place(c, source, "");
    decoded.marks.len() == marks
}
