//! What stands before the `@`: `Local-part` (RFC 5321 4.1.2), `local-part` (RFC 5322 3.4.1, 4.4).

use core::ops::Range;

use super::chars::{is_atext, space_kind};
use super::fault::{FaultSink, Stopped};
use super::parser::Parser;
use super::tokens::TokenKind;
use super::white_space::Gap;
use crate::finding::{FindingKind, Part};

/// The token that was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Dot,
    Atom,
    QuotedString,
}

/// A run of dots, of which one may separate two words.
pub(super) struct Dots {
    pub(super) run: Range<usize>,
    /// Nothing stands before it.
    pub(super) leads: bool,
    /// Only comments and white space stand between it and an earlier dot.
    pub(super) follows_dot: bool,
}

impl<S: FaultSink> Parser<'_, S> {
    /// Reads up to the first `@` outside quotes and comments, or to the end.
    pub(super) fn local_part(&mut self) -> Result<Range<usize>, Stopped> {
        self.gap()?;
        let start = self.position();
        let mut end = start;
        let mut last = Last::Nothing;
        let mut dots = None;
        loop {
            let gap = self.gap()?;
            let next = self.peek();
            let is_end = next.is_none() || next == Some('@');
            self.settle_dots(dots.take(), is_end, Part::LocalPart)?;
            match next {
                None | Some('@') => break,
                Some('.') => {
                    self.refuse_gap(gap.as_ref(), Part::LocalPart)?;
                    dots = self.local_dots(last)?;
                    last = Last::Dot;
                }
                Some('"') if self.may_quote(last) => {
                    self.refuse_gap(gap.as_ref(), Part::LocalPart)?;
                    last = if self.quoted_string()? { Last::QuotedString } else { last };
                }
                Some('"') if last == Last::Nothing && !self.grammar.has_quoted_string() => {
                    last = self.stray_quoted_string()?;
                }
                Some(c) if is_atext(c, self.grammar) => {
                    self.atom_after(last, gap.as_ref())?;
                    last = Last::Atom;
                }
                Some(_) => self.stray(Part::LocalPart)?,
            }
            end = self.position();
        }
        if end == start && self.peek() == Some('@') {
            self.report(FindingKind::EmptyLocalPart, start..start, Part::LocalPart)?;
        }
        Ok(start..end)
    }

    /// An atom has to follow nothing or a dot.
    fn atom_after(&mut self, last: Last, gap: Option<&Gap>) -> Result<(), Stopped> {
        let grammar = self.grammar;
        match (gap, last) {
            (Some(_), Last::Dot) => self.refuse_gap(gap, Part::LocalPart)?,
            (Some(gap), _) => self.report_gap(gap, Part::LocalPart)?,
            (None, Last::QuotedString) => {
                let first = self.bump();
                self.report(FindingKind::InvalidCharacter, first, Part::LocalPart)?;
            }
            (None, _) => {}
        }
        self.take_while(|c| is_atext(c, grammar));
        Ok(())
    }

    /// A run of dots, to be settled once it is known what follows. Under `html` they may stand anywhere.
    fn local_dots(&mut self, last: Last) -> Result<Option<Dots>, Stopped> {
        let run = self.take_while(|c| c == '.');
        if self.grammar.has_dots_anywhere() {
            return Ok(None);
        }
        if last == Last::QuotedString && !self.grammar.has_obsolete() {
            self.report(FindingKind::InvalidCharacter, run, Part::LocalPart)?;
            return Ok(None);
        }
        Ok(Some(Dots { run, leads: last == Last::Nothing, follows_dot: last == Last::Dot }))
    }

    /// Reports the dots of a run that separate nothing.
    pub(super) fn settle_dots(
        &mut self,
        dots: Option<Dots>,
        is_end: bool,
        part: Part,
    ) -> Result<(), Stopped> {
        let Some(Dots { run, leads, follows_dot }) = dots else {
            return Ok(());
        };
        if leads {
            self.report(FindingKind::LeadingDot, run, part)
        } else if is_end {
            self.report(FindingKind::TrailingDot, run, part)
        } else if follows_dot {
            self.report(FindingKind::ConsecutiveDots, run, part)
        } else if run.len() > 1 {
            self.report(FindingKind::ConsecutiveDots, run.start.saturating_add(1)..run.end, part)
        } else {
            Ok(())
        }
    }

    /// A quoted string that would be the whole local part, in a grammar that has none.
    fn stray_quoted_string(&mut self) -> Result<Last, Stopped> {
        let quoted = self.enclosed(TokenKind::QuotedString);
        let is_followed_by_at =
            |quoted: &Range<usize>| self.text().get(quoted.end..).is_some_and(|rest| rest.starts_with('@'));
        match quoted.filter(is_followed_by_at) {
            Some(quoted) => {
                self.skip_to(quoted.end);
                self.report(FindingKind::QuotedLocalPart, quoted, Part::LocalPart)?;
                Ok(Last::QuotedString)
            }
            None => self.stray(Part::LocalPart).map(|()| Last::Nothing),
        }
    }

    /// A quoted string has to stand alone; the obsolete form takes it as any word.
    fn may_quote(&self, last: Last) -> bool {
        if !self.grammar.has_quoted_string() || self.has_open_quote() {
            return false;
        }
        match last {
            Last::Nothing => true,
            Last::Dot => self.grammar.has_obsolete(),
            Last::Atom | Last::QuotedString => false,
        }
    }

    /// Comments and white space between two tokens of one part: only the obsolete form takes them.
    pub(super) fn refuse_gap(&mut self, gap: Option<&Gap>, part: Part) -> Result<(), Stopped> {
        match gap {
            Some(gap) if !self.grammar.has_obsolete() => self.report_gap(gap, part),
            _ => Ok(()),
        }
    }

    pub(super) fn report_gap(&mut self, gap: &Gap, part: Part) -> Result<(), Stopped> {
        match &gap.comment {
            Some(comment) => self.report(FindingKind::Comment, comment.clone(), part),
            None => self.report(space_kind(self.text(), &gap.span), gap.span.clone(), part),
        }
    }
}
