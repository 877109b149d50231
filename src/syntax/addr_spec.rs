//! Membership of a grammar, and nothing else.

use core::ops::Range;

use super::Grammar;
use super::fault::Fault;
use super::parser::{Parts, parse};
use super::scan::scan;
use super::sizes::{INPUT_MAX, oversize};
use crate::finding::{FindingKind, ParseError, Part};

/// An address as written: pure grammar, borrowed, without allocation.
///
/// Nothing is normalised, looked up or judged: for that there is [`EmailAddress`](crate::EmailAddress).
///
/// ```
/// use normail::{AddrSpec, Grammar};
///
/// let spec = AddrSpec::parse("\"ana maria\" @example.com (work)", Grammar::Rfc5322)?;
/// assert_eq!(spec.local_part(), "\"ana maria\"");
/// assert_eq!(spec.domain(), "example.com");
/// assert_eq!(spec.domain_span(), 13..24);
/// # Ok::<(), normail::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AddrSpec<'a> {
    text: &'a str,
    local: Range<usize>,
    domain: Range<usize>,
    is_literal: bool,
}

impl<'a> AddrSpec<'a> {
    /// Decides whether `input` is in the language of `grammar`. Linear in the length of `input`.
    ///
    /// # Errors
    ///
    /// The first fault by position; what exceeds a size comes after what breaks the grammar.
    pub fn parse(input: &'a str, grammar: Grammar) -> Result<Self, ParseError> {
        // What is clean is in every grammar.
        if let Some(scanned) = scan(input) {
            let Parts { local, domain, .. } = Parts::around(scanned.at(), input.len());
            return Ok(Self { text: input, local, domain, is_literal: false });
        }
        let parts = read(input, grammar)?;
        if let Some(fault) = oversize(input, &parts, grammar) {
            return Err(fault.into());
        }
        let Parts { local, domain, is_literal, .. } = parts;
        Ok(Self { text: input, local, domain, is_literal })
    }

    /// The local part as written, without comments and white space at its ends.
    #[must_use]
    pub fn local_part(&self) -> &'a str {
        self.text.get(self.local.clone()).unwrap_or_default()
    }

    /// The domain as written, without comments and white space at its ends; a literal with its brackets.
    #[must_use]
    pub fn domain(&self) -> &'a str {
        self.text.get(self.domain.clone()).unwrap_or_default()
    }

    /// Where the local part stands, in bytes of the input.
    #[must_use]
    pub fn local_part_span(&self) -> Range<usize> {
        self.local.clone()
    }

    /// Where the domain stands, in bytes of the input.
    #[must_use]
    pub fn domain_span(&self) -> Range<usize> {
        self.domain.clone()
    }

    /// Whether the domain stands in square brackets.
    #[must_use]
    pub fn is_domain_literal(&self) -> bool {
        self.is_literal
    }
}

/// The parts of an input that the grammar takes, its sizes aside.
pub(crate) fn read(input: &str, grammar: Grammar) -> Result<Parts, ParseError> {
    if input.len() > INPUT_MAX {
        return Err(ParseError::new(FindingKind::InputTooLong, 0..input.len(), None, Part::Address));
    }
    let mut first: Option<Fault> = None;
    match (parse(input, grammar, &mut first), first) {
        (Some(parts), None) => Ok(parts),
        (_, Some(fault)) => Err(fault.into()),
        // A parser stops only after a report.
        (None, None) => Err(ParseError::new(FindingKind::Empty, 0..0, None, Part::Address)),
    }
}
