//! A line that is odd, or that stopped a strict reading.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::fault::DomainSetFault;
use crate::finding::{Language, Severity};

/// One thing that is odd about a line of a list of domains: it was mended, or the line was left out.
///
/// ```
/// use normail::{DomainSet, DomainSetFault, Language, Severity};
///
/// let inspection = DomainSet::inspect("• example.com\nexam ple.net");
/// let [bullet, space] = inspection.findings() else { panic!("two lines are odd") };
/// assert_eq!((bullet.line(), bullet.severity()), (1, Severity::Note));
/// assert_eq!((space.kind(), space.severity()), (DomainSetFault::InnerSpace, Severity::Error));
/// assert_eq!(
///     space.message(Language::English),
///     "Line 2: a space inside the entry. The line was left out.",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LineFinding {
    line: usize,
    kind: DomainSetFault,
    severity: Severity,
}

impl LineFinding {
    pub(super) fn mended(line: usize, kind: DomainSetFault) -> Self {
        Self { line, kind, severity: Severity::Note }
    }

    pub(super) fn left_out(line: usize, kind: DomainSetFault) -> Self {
        Self { line, kind, severity: Severity::Error }
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is odd.
    #[must_use]
    pub fn kind(&self) -> DomainSetFault {
        self.kind
    }

    /// [`Note`](Severity::Note) where the line was mended, [`Error`](Severity::Error) where it was left out.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What was found on which line, and what was done. It holds nothing of the line itself.
    ///
    /// ```
    /// use normail::{DomainSet, Language};
    ///
    /// let inspection = DomainSet::inspect("example.com,");
    /// assert_eq!(
    ///     inspection.findings()[0].message(Language::Spanish),
    ///     "Línea 1: puntuación después de la entrada. Se quitó.",
    /// );
    /// ```
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let words = self.kind.words(language);
        let was_left_out = self.severity == Severity::Error;
        let outcome = match (language, was_left_out, self.kind) {
            (Language::Spanish, true, _) => "Se omitió la línea.",
            (Language::Spanish, false, DomainSetFault::UnusualSpace) => "Se tomó por uno común.",
            (Language::Spanish, false, _) => "Se quitó.",
            (_, true, _) => "The line was left out.",
            (_, false, DomainSetFault::UnusualSpace) => "It was taken for an ordinary one.",
            (_, false, _) => "It was removed.",
        };
        match language {
            Language::Spanish => format!("Línea {}: {words}. {outcome}", self.line),
            Language::English => format!("Line {}: {words}. {outcome}", self.line),
        }
    }
}

/// The English [`message`](LineFinding::message).
impl fmt::Display for LineFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message(Language::English))
    }
}

/// Why a strict reading refused a list of domains: the first fault, and its line.
///
/// ```
/// use normail::{DomainSet, DomainSetFault, Language};
///
/// let error = "example.com\n192.0.2.0 255.0.255.0".parse::<DomainSet>().unwrap_err();
/// assert_eq!((error.line(), error.kind()), (2, DomainSetFault::NonContiguousMask));
/// assert_eq!(error.to_string(), "line 2: a mask with gaps");
/// assert_eq!(error.message(Language::Spanish), "línea 2: una máscara con huecos");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.message(Language::English))]
pub struct DomainSetError {
    line: usize,
    kind: DomainSetFault,
}

impl DomainSetError {
    pub(super) fn new(line: usize, kind: DomainSetFault) -> Self {
        Self { line, kind }
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is odd about it.
    #[must_use]
    pub fn kind(&self) -> DomainSetFault {
        self.kind
    }

    /// What was found on which line. It holds nothing of the line itself.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let words = self.kind.words(language);
        match language {
            Language::Spanish => format!("línea {}: {words}", self.line),
            Language::English => format!("line {}: {words}", self.line),
        }
    }
}
