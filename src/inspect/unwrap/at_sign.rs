//! White space beside the `@`: it goes before anything is judged, so that nothing hides behind it.

use alloc::vec::Vec;
use core::ops::Range;

use crate::finding::{Detail, Finding, FindingKind, Fix};
use crate::inspect::draft::Draft;
use crate::inspect::survey::MarkKind;
use crate::policy::Policy;
use crate::span::{char_span, suffix_span};
use crate::syntax::{Token, TokenKind, space_kind};
use crate::unicode::is_white_space;

impl Draft {
    /// Takes the white space beside each `@` off what is left, save what a grammar has there, and says whether there was
    /// any.
    pub(super) fn close_up_at(&mut self, policy: &Policy) -> bool {
        let mut runs = self.spaces_beside_at();
        if policy.grammar.has_cfws() {
            runs.retain(|run| self.has_other_space(run));
        }
        if runs.is_empty() {
            return false;
        }
        for run in &runs {
            let source = self.source_of_left(run);
            let fix = Fix::automatic(self.deletions(run));
            let finding = Finding::note(FindingKind::SpaceAroundAt, source).with_fix(fix);
            self.findings.push(finding.with_detail(Detail::Char(' ')));
        }
        let is_kept = |at: usize| {
            let next = runs.partition_point(|run| run.end <= at);
            !runs.get(next).is_some_and(|run| run.contains(&at))
        };
        let kept = self.left().char_indices().filter(|(at, _)| is_kept(*at));
        let text = self.copied(kept.map(|(at, c)| (c, char_span(at, c))));
        self.replace(text);
        true
    }

    /// Whether a space in the run is none of a header's own, which are U+0020 and the tab (RFC 5234 B.1).
    fn has_other_space(&self, run: &Range<usize>) -> bool {
        let source = self.source_of_left(run);
        let next = self.marks.partition_point(|mark| mark.source.start < source.start);
        let within = self.marks.iter().skip(next).take_while(|mark| mark.source.end <= source.end);
        within.filter(|mark| mark.c != '\t').any(|mark| mark.kind == MarkKind::Space)
    }

    /// Where a quoted local part ends, if what is left starts with one.
    fn quoted_end(&self) -> usize {
        if !self.left().starts_with('"') {
            return 0;
        }
        let mut tokens = self.tokens().filter(|token| token.kind != TokenKind::Space);
        match (tokens.next(), tokens.next()) {
            (Some(quoted), Some(Token { kind: TokenKind::Mark('@'), .. }))
                if quoted.kind == TokenKind::QuotedString =>
            {
                quoted.span.end
            }
            _ => 0,
        }
    }

    /// The runs of white space that touch an `@` outside a quoted local part, in order.
    pub(super) fn spaces_beside_at(&self) -> Vec<Range<usize>> {
        let left = self.left();
        let mut position = self.quoted_end();
        let mut runs = Vec::new();
        while let Some(offset) = left.get(position..).and_then(|rest| rest.find(is_white_space)) {
            let start = position.saturating_add(offset);
            let behind = left.get(start..).unwrap_or_default().trim_start_matches(is_white_space);
            let run = start..suffix_span(left, behind).start;
            position = run.end;
            if space_kind(left, &run) == FindingKind::SpaceAroundAt {
                runs.push(run);
            }
        }
        runs
    }
}
