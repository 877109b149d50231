//! What stands after the `@`: `Domain` and `address-literal` (RFC 5321 4.1.2), `domain` (RFC 5322 3.4.1, 4.4).

use core::net::{Ipv4Addr, Ipv6Addr};
use core::ops::Range;

use super::chars::{is_atext, is_label_char};
use super::fault::{FaultSink, Stopped};
use super::local_part::Dots;
use super::parser::Parser;
use super::white_space::Gap;
use crate::finding::{FindingKind, Part};
use crate::unicode::is_white_space;

/// The domain of an address: a name, or an address literal (RFC 5321 4.1.3).
///
/// ```
/// use normail::Domain;
///
/// let address = normail::parse("ana@Example.com").unwrap();
/// assert_eq!(address.domain(), Domain::Name("example.com"));
/// assert_eq!(address.domain().to_string(), "example.com");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Domain<'a> {
    /// A name: lower-case labels, A-labels where they were beyond ASCII.
    Name(&'a str),
    /// `[192.0.2.1]`
    Ipv4(Ipv4Addr),
    /// `[IPv6:2001:db8::1]`
    Ipv6(Ipv6Addr),
    /// `[tag:content]`, a General-address-literal.
    #[non_exhaustive]
    General {
        /// The Standardized-tag.
        tag: &'a str,
        /// What stands after the colon.
        content: &'a str,
    },
}

impl<S: FaultSink> Parser<'_, S> {
    /// Reads to the end of the text. The second value says that the domain is a literal.
    pub(super) fn domain(&mut self) -> Result<(Range<usize>, bool), Stopped> {
        self.gap()?;
        self.white_space_after_at()?;
        if self.grammar.has_literal() && self.peek() == Some('[') {
            let literal = self.domain_literal()?;
            self.nothing_more()?;
            return Ok((literal, true));
        }
        if let Some(length) = self.stray_literal() {
            let literal = self.take(length);
            self.report(FindingKind::AddressLiteral, literal.clone(), Part::DomainLiteral)?;
            return Ok((literal, true));
        }
        Ok((self.labels()?, false))
    }

    /// The length of what would be a literal, at the end.
    fn stray_literal(&self) -> Option<usize> {
        let rest = self.rest();
        let inner = rest.strip_prefix('[')?.strip_suffix(']')?;
        (!inner.contains(']')).then_some(rest.len())
    }

    /// White space beside the `@` is told apart from an empty label.
    fn white_space_after_at(&mut self) -> Result<(), Stopped> {
        while self.peek().is_some_and(|c| is_white_space(c) && !self.is_domain_char(c)) {
            self.stray(Part::Domain)?;
        }
        Ok(())
    }

    fn labels(&mut self) -> Result<Range<usize>, Stopped> {
        let start = self.position();
        let mut end = start;
        // Whether the last token was a dot; `None` before the first token.
        let mut after_dot = None;
        let mut dots = None;
        loop {
            let gap = self.gap()?;
            let next = self.peek();
            self.settle_dots(dots.take(), next.is_none(), Part::Domain)?;
            match next {
                None => break,
                Some('.') => {
                    self.refuse_gap(gap.as_ref(), Part::Domain)?;
                    let run = self.take_while(|c| c == '.');
                    dots =
                        Some(Dots { run, leads: after_dot.is_none(), follows_dot: after_dot == Some(true) });
                    after_dot = Some(true);
                }
                Some('@') => {
                    let at = self.take_while(|c| c == '@');
                    self.report(FindingKind::MultipleAt, at, Part::Domain)?;
                }
                Some(c) if self.is_domain_char(c) => {
                    self.label_after(after_dot, gap.as_ref())?;
                    after_dot = Some(false);
                }
                Some(_) => {
                    self.stray(Part::Domain)?;
                    // White space at the end is not part of the domain.
                    if self.peek().is_none() {
                        break;
                    }
                }
            }
            end = self.position();
        }
        if end == start {
            self.report(FindingKind::EmptyDomain, start..start, Part::Domain)?;
        }
        Ok(start..end)
    }

    fn is_domain_char(&self, c: char) -> bool {
        if self.grammar.has_host_labels() {
            is_label_char(c, self.grammar)
        } else {
            is_atext(c, self.grammar)
        }
    }

    /// A label or an atom, which has to follow nothing or a dot.
    fn label_after(&mut self, after_dot: Option<bool>, gap: Option<&Gap>) -> Result<(), Stopped> {
        match (gap, after_dot) {
            (Some(gap), Some(false)) => self.report_gap(gap, Part::Domain)?,
            _ => self.refuse_gap(gap, Part::Domain)?,
        }
        let grammar = self.grammar;
        if !grammar.has_host_labels() {
            self.take_while(|c| is_atext(c, grammar));
            return Ok(());
        }
        let leading = self.take_while(|c| c == '-');
        if !leading.is_empty() {
            self.report(FindingKind::LabelHyphen, leading, Part::Domain)?;
        }
        let label = self.take_while(|c| is_label_char(c, grammar));
        let text = self.text().get(label.clone()).unwrap_or_default();
        let trailing = label.start.saturating_add(text.trim_end_matches('-').len())..label.end;
        if !trailing.is_empty() && self.peek().is_none_or(|c| c == '.') {
            self.report(FindingKind::LabelHyphen, trailing, Part::Domain)?;
        }
        Ok(())
    }

    fn nothing_more(&mut self) -> Result<(), Stopped> {
        loop {
            self.gap()?;
            match self.peek() {
                None => return Ok(()),
                Some('@') => {
                    let at = self.take_while(|c| c == '@');
                    self.report(FindingKind::MultipleAt, at, Part::Domain)?;
                }
                Some(_) => self.stray(Part::Domain)?,
            }
        }
    }
}
