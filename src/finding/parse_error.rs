//! The fault that stopped a strict parse.

use core::fmt;
use core::ops::Range;

use super::messages::{self, Language};
use super::{FindingKind, Part};
use alloc::string::{String, ToString};

/// Why a strict parse refused an input: the first fault, where it is, and what was being read there.
///
/// ```
/// use normail::{FindingKind, Language, Part};
///
/// let error = normail::parse("ana@exam ple.com").unwrap_err();
/// assert_eq!(error.kind(), FindingKind::InnerSpace);
/// assert_eq!(error.span(), 8..9);
/// assert_eq!((error.found(), error.reading()), (Some(' '), Part::Domain));
/// assert_eq!(error.message(Language::English), "a space inside the address (found ' ' while reading the domain)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", messages::parse_error(self, Language::English))]
pub struct ParseError {
    kind: FindingKind,
    start: usize,
    end: usize,
    found: Option<char>,
    reading: Part,
}

impl ParseError {
    pub(crate) fn new(kind: FindingKind, span: Range<usize>, found: Option<char>, reading: Part) -> Self {
        Self { kind, start: span.start, end: span.end, found, reading }
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// Where it is: bytes of the input, on char boundaries. Empty where something is missing.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The character that was found there; `None` at the end of the input.
    #[must_use]
    pub fn found(&self) -> Option<char> {
        self.found
    }

    /// The part of the address that was being read.
    #[must_use]
    pub fn reading(&self) -> Part {
        self.reading
    }

    /// One sentence that says what was found and what was being read.
    ///
    /// It never holds the input itself, and an unseen character only by its code point.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        messages::parse_error(self, language).to_string()
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(messages::part(*self, Language::English))
    }
}
