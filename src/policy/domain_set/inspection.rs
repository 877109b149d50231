//! What a lenient reading of a list gives.

use alloc::vec::Vec;
use core::fmt;

use super::{DomainSet, LineFinding};
use crate::finding::Language;

/// What [`DomainSet::inspect`] made of a list: the set of its good lines, and what was odd about the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainSetInspection {
    set: DomainSet,
    findings: Vec<LineFinding>,
}

impl DomainSetInspection {
    pub(super) fn new(set: DomainSet, findings: Vec<LineFinding>) -> Self {
        Self { set, findings }
    }

    /// The entries that were good, or were mended.
    #[must_use]
    pub fn set(&self) -> &DomainSet {
        &self.set
    }

    /// [`set`](DomainSetInspection::set), owned.
    #[must_use]
    pub fn into_set(self) -> DomainSet {
        self.set
    }

    /// What was odd, in the order of the lines.
    #[must_use]
    pub fn findings(&self) -> &[LineFinding] {
        &self.findings
    }

    /// The whole inspection for a person to read: what was found on which line and what was done, a line each, then
    /// how many entries there are. `Display` is this in English.
    ///
    /// It holds nothing of the list itself.
    ///
    /// ```
    /// use normail::{DomainSet, Language};
    ///
    /// let report = DomainSet::inspect("example.com,\n.example.net").report(Language::Spanish).to_string();
    /// assert_eq!(report, "Línea 1: puntuación después de la entrada. Se quitó.\n2 entradas\n");
    /// ```
    pub fn report(&self, language: Language) -> impl fmt::Display + '_ {
        Report { inspection: self, language }
    }
}

/// The English [`messages`](LineFinding::message) of the findings, one a line, then how many entries were read.
///
/// ```
/// use normail::DomainSet;
///
/// assert_eq!(
///     DomainSet::inspect("• example.com\nexam ple.net").to_string(),
///     "\
/// Line 1: the bullet of a list. It was removed.
/// Line 2: a space inside the entry. The line was left out.
/// 1 entry
/// ",
/// );
/// ```
impl fmt::Display for DomainSetInspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report(Language::English).fmt(f)
    }
}

struct Report<'a> {
    inspection: &'a DomainSetInspection,
    language: Language,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self.inspection.findings() {
            writeln!(f, "{}", finding.message(self.language))?;
        }
        let entries = self.inspection.set().len();
        let word = match (self.language, entries) {
            (Language::English, 1) => "entry",
            (Language::English, _) => "entries",
            (Language::Spanish, 1) => "entrada",
            (Language::Spanish, _) => "entradas",
        };
        writeln!(f, "{entries} {word}")
    }
}
