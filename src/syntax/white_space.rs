//! Comments and folding white space (RFC 5322 3.2.2 and 4.2), read without recursion.

use core::ops::Range;

use super::chars::{is_ctext, is_quotable, is_wsp};
use super::fault::{FaultSink, Stopped};
use super::parser::Parser;
use super::tokens::TokenKind;
use crate::finding::Part;

/// A run of `CFWS` between two tokens.
#[derive(Debug)]
pub(super) struct Gap {
    pub(super) span: Range<usize>,
    /// The first comment in it.
    pub(super) comment: Option<Range<usize>>,
}

impl<S: FaultSink> Parser<'_, S> {
    /// `[CFWS]`, in the grammars that have it.
    pub(super) fn gap(&mut self) -> Result<Option<Gap>, Stopped> {
        let start = self.position();
        let mut comment = None;
        while self.grammar.has_cfws() {
            self.folding_white_space();
            let open = self.position();
            if self.peek() != Some('(') || !self.comment()? {
                break;
            }
            comment.get_or_insert(open..self.position());
        }
        Ok((self.position() > start).then(|| Gap { span: start..self.position(), comment }))
    }

    /// `[FWS]`: white space with at most one fold in it; `obs-FWS` (erratum 1908) takes any number.
    pub(super) fn folding_white_space(&mut self) {
        loop {
            self.take_while(is_wsp);
            let mut after_fold = self.rest().strip_prefix("\r\n").unwrap_or_default().chars();
            if !after_fold.next().is_some_and(is_wsp) {
                return;
            }
            self.take("\r\n".len());
            self.take_while(is_wsp);
            if !self.grammar.has_obsolete() {
                return;
            }
        }
    }

    /// `comment`, to any depth. `false` if nothing closes it: then nothing is read.
    fn comment(&mut self) -> Result<bool, Stopped> {
        if self.enclosed(TokenKind::Comment).is_none() {
            return Ok(false);
        }
        let mut depth = 0_usize;
        loop {
            self.folding_white_space();
            match self.peek() {
                None => return Ok(true),
                Some(c) if is_ctext(c, self.grammar) => {}
                Some('(') => depth = depth.saturating_add(1),
                Some(')') => depth = depth.saturating_sub(1),
                Some('\\') => {
                    self.bump();
                    if !self.peek().is_some_and(|c| is_quotable(c, self.grammar)) {
                        self.stray(Part::Comment)?;
                        continue;
                    }
                }
                _ => {
                    self.stray(Part::Comment)?;
                    continue;
                }
            }
            self.bump();
            if depth == 0 {
                return Ok(true);
            }
        }
    }
}
