//! The parser: a cursor over the text, the grammar, and the sink that hears of faults.

use core::ops::Range;

use super::Grammar;
use super::chars::{space_kind, stray_kind};
use super::fault::{Fault, FaultSink, Stopped};
use super::grammar::Reading;
use super::tokens::{TokenKind, Tokens};
use crate::finding::{FindingKind, Part};
use crate::span::span_at;
use crate::unicode::{CharClass, classify, is_white_space};

/// Where the parts of an address stand in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The local part as written, without comments and white space at its ends.
    pub(crate) local: Range<usize>,
    /// The domain as written, without comments and white space at its ends.
    pub(crate) domain: Range<usize>,
    /// The first `@` outside quotes and comments.
    pub(crate) at: Option<usize>,
    /// The domain stands in square brackets.
    pub(crate) is_literal: bool,
}

impl Parts {
    /// Of a text of so many octets that is a dot-string, the `@` and a host name.
    pub(crate) fn around(at: usize, length: usize) -> Self {
        Self { local: 0..at, domain: at.saturating_add(1)..length, at: Some(at), is_literal: false }
    }
}

/// Reads `text` as an addr-spec, or a Mailbox, of `grammar`.
///
/// Whatever the sink hears, the parser can go on: it skips what it has reported. `None` says that the sink stopped it.
pub(crate) fn parse(text: &str, grammar: Grammar, sink: &mut impl FaultSink) -> Option<Parts> {
    Parser::new(text, grammar, sink).addr_spec().ok()
}

pub(super) struct Parser<'a, S> {
    tokens: Tokens<'a>,
    pub(super) grammar: Grammar,
    sink: &'a mut S,
    /// The first mark that nothing closes is told as such, a further one as a stray character.
    has_open_quote: bool,
    has_open_comment: bool,
}

impl<'a, S: FaultSink> Parser<'a, S> {
    fn new(text: &'a str, grammar: Grammar, sink: &'a mut S) -> Self {
        let tokens = Tokens::of(text, Reading::Header);
        Self { tokens, grammar, sink, has_open_quote: false, has_open_comment: false }
    }

    /// `local-part "@" domain`
    fn addr_spec(mut self) -> Result<Parts, Stopped> {
        if self.text().chars().all(is_white_space) {
            self.report(FindingKind::Empty, 0..self.text().len(), Part::Address)?;
            return Ok(Parts::default());
        }
        let local = self.local_part()?;
        let at = self.position();
        if !self.eat('@') {
            self.report(FindingKind::MissingAt, at..at, Part::LocalPart)?;
            return Ok(Parts { local, domain: at..at, at: None, is_literal: false });
        }
        let (domain, is_literal) = self.domain()?;
        Ok(Parts { local, domain, at: Some(at), is_literal })
    }

    pub(super) fn text(&self) -> &'a str {
        self.tokens.text()
    }

    pub(super) fn position(&self) -> usize {
        self.tokens.next_start()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text().get(self.position()..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes so many bytes, and gives where they stand.
    pub(super) fn take(&mut self, length: usize) -> Range<usize> {
        let taken = span_at(self.position(), length);
        self.tokens.go_to(taken.end);
        taken
    }

    /// Takes the next character, and gives where it stands.
    pub(super) fn bump(&mut self) -> Range<usize> {
        self.take(self.peek().map_or(0, char::len_utf8))
    }

    pub(super) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.take(expected.len_utf8());
        }
        found
    }

    /// Takes the characters that match, and gives where they stand.
    pub(super) fn take_while(&mut self, matches: impl Fn(char) -> bool) -> Range<usize> {
        let rest = self.rest();
        self.take(rest.find(|c| !matches(c)).unwrap_or(rest.len()))
    }

    pub(super) fn skip_to(&mut self, position: usize) {
        self.tokens.go_to(position);
    }

    pub(super) fn report(
        &mut self,
        kind: FindingKind,
        span: Range<usize>,
        part: Part,
    ) -> Result<(), Stopped> {
        let found = self.text().get(span.start..).and_then(|rest| rest.chars().next());
        self.sink.report(Fault { kind, span, found, part })
    }

    /// Reports and skips what stands here, which no rule of the grammar takes.
    pub(super) fn stray(&mut self, part: Part) -> Result<(), Stopped> {
        match self.peek() {
            None => Ok(()),
            Some('(') => self.stray_parenthesis(part),
            Some(c) if is_white_space(c) => {
                let run = self.take_while(is_white_space);
                self.report(space_kind(self.text(), &run), run, part)
            }
            Some(c) => {
                // A run of one character is one fault, and so is a word of ordinary ones beyond ASCII.
                let is_beyond = |c: char| !c.is_ascii() && classify(c) == CharClass::Ordinary;
                let run = self.take_while(|next| next == c || is_beyond(c) && is_beyond(next));
                let beyond_ascii = match part {
                    Part::Domain | Part::DomainLiteral => FindingKind::Idn,
                    _ => FindingKind::Smtputf8,
                };
                self.report(stray_kind(c, beyond_ascii), run, part)
            }
        }
    }

    /// A comment where none may stand, or a parenthesis that none closes.
    fn stray_parenthesis(&mut self, part: Part) -> Result<(), Stopped> {
        if let Some(comment) = self.enclosed(TokenKind::Comment) {
            self.skip_to(comment.end);
            return self.report(FindingKind::Comment, comment, part);
        }
        let parenthesis = self.take("(".len());
        if core::mem::replace(&mut self.has_open_comment, true) {
            return self.report(FindingKind::InvalidCharacter, parenthesis, part);
        }
        self.report(FindingKind::UnterminatedComment, parenthesis, Part::Comment)
    }

    /// The token that starts here, if it is of that kind.
    pub(super) fn enclosed(&mut self, kind: TokenKind) -> Option<Range<usize>> {
        self.tokens.enclosed_at(self.position()).filter(|token| token.kind == kind).map(|token| token.span)
    }

    /// A quote that nothing closes, and the first such.
    pub(super) fn open_quote(&mut self) -> Result<(), Stopped> {
        self.has_open_quote = true;
        let quote = self.bump();
        self.report(FindingKind::UnterminatedQuote, quote, Part::QuotedString)
    }

    pub(super) fn has_open_quote(&self) -> bool {
        self.has_open_quote
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::finding::FindingKind;
    use crate::syntax::{Fault, Grammar};
    use alloc::vec::Vec;

    #[test]
    fn what_nothing_closes_is_told_once() {
        let cases = [
            ("\"\\\"@a.b", [FindingKind::UnterminatedQuote, FindingKind::InvalidCharacter]),
            ("(!(@a.b", [FindingKind::UnterminatedComment, FindingKind::InvalidCharacter]),
        ];
        for (text, [first, later]) in cases {
            let mut faults: Vec<Fault> = Vec::new();
            parse(text, Grammar::Rfc5321, &mut faults);
            let kinds: Vec<_> = faults.into_iter().map(|fault| fault.kind).collect();
            assert_eq!(kinds.first(), Some(&first), "{text}");
            assert_eq!(kinds.last(), Some(&later), "{text}");
        }
    }
}
