//! What can be said of an address: kinds, severities, fixes, messages. The ground of the crate: it imports no
//! other module of it.

mod fix;
mod kind;
mod messages;
mod parse_error;
mod part;
mod severity;

pub use fix::{Applicability, Edit, Fix};
pub use kind::FindingKind;
pub use messages::Language;
pub(crate) use messages::{LATIN, did_you_mean};
pub use parse_error::ParseError;
pub use part::Part;
pub use severity::Severity;

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::ops::Range;

/// What a message speaks of beside its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) enum Detail {
    #[default]
    None,
    /// The character found.
    Char(char),
    /// A letter found, its script, and that of the letters around it, by Unicode's names.
    Letter { c: char, script: &'static str, among: &'static str },
    /// The script of all letters of a word.
    Script(&'static str),
    /// A text found, such as a top-level label.
    Text(Box<str>),
    /// A top-level label, and the date of the list that lacks it.
    #[cfg_attr(not(feature = "suggest"), allow(dead_code, reason = "no list is there"))]
    Ending { label: Box<str>, list_date: &'static str },
    /// A size and the limit that it breaks, in octets.
    Size { octets: usize, limit: usize },
}

/// One thing that is odd about an input: what, where, how much it weighs, and what would mend it.
///
/// ```
/// use normail::{FindingKind, Severity};
///
/// let inspection = normail::inspect(" ana@example.com");
/// let finding = &inspection.findings()[0];
/// assert_eq!(finding.kind(), FindingKind::LeadingSpace);
/// assert_eq!(finding.severity(), Severity::Note);
/// assert_eq!(finding.span(), 0..1);
/// assert!(finding.fix().is_some());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    kind: FindingKind,
    severity: Severity,
    span: Range<usize>,
    fix: Option<Fix>,
    detail: Detail,
    /// Somebody can answer what the message would ask: there is something to keep or to take.
    is_answerable: bool,
}

impl Finding {
    pub(crate) fn new(kind: FindingKind, severity: Severity, span: Range<usize>) -> Self {
        Self { kind, severity, span, fix: None, detail: Detail::None, is_answerable: true }
    }

    pub(crate) fn note(kind: FindingKind, span: Range<usize>) -> Self {
        Self::new(kind, Severity::Note, span)
    }

    pub(crate) fn warning(kind: FindingKind, span: Range<usize>) -> Self {
        Self::new(kind, Severity::Warning, span)
    }

    pub(crate) fn error(kind: FindingKind, span: Range<usize>) -> Self {
        Self::new(kind, Severity::Error, span)
    }

    #[must_use]
    pub(crate) fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    pub(crate) fn set_fix(&mut self, fix: Fix) {
        self.fix = Some(fix);
    }

    pub(crate) fn set_detail(&mut self, detail: Detail) {
        self.detail = detail;
    }

    pub(crate) fn set_unanswerable(&mut self) {
        self.is_answerable = false;
    }

    pub(crate) fn remove_fix(&mut self) {
        self.fix = None;
    }

    #[must_use]
    pub(crate) fn with_detail(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }

    /// What is odd.
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Where it is: bytes of the original input, on char boundaries. Empty where something is missing.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The stable code of its kind: [`FindingKind::code`].
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What would mend it, where anything would.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    /// Whether it was mended without asking: its fix is [`Automatic`](Applicability::Automatic).
    ///
    /// ```
    /// let inspection = normail::inspect(" ana@gmial.com");
    /// let told: Vec<_> = inspection.findings().iter().map(|found| (found.code(), found.is_repaired())).collect();
    /// assert_eq!(told, [("leading-space", true), ("domain-typo", false)]);
    /// ```
    #[must_use]
    pub fn is_repaired(&self) -> bool {
        self.fix().is_some_and(|fix| fix.applicability() == Applicability::Automatic)
    }

    /// One sentence for a person at a form: what was found, and what that means for the address. It asks where the
    /// finding has a fix to confirm, or the inspection an address to keep. A fix may be asked about that is no suggestion:
    /// where the policy would refuse what it makes, [`suggestion`](crate::Inspection::suggestion) is `None`, and what the
    /// person types is the answer.
    ///
    /// It is safe on a terminal and in a log: unseen characters appear by name or code point.
    ///
    /// ```
    /// use normail::Language;
    ///
    /// let inspection = normail::inspect("an\u{200B}a@example.com");
    /// let finding = &inspection.findings()[0];
    /// assert_eq!(
    ///     finding.message(Language::English),
    ///     "An unseen character (zero-width space, U+200B) is left out.",
    /// );
    /// assert_eq!(
    ///     finding.message(Language::Spanish),
    ///     "Se omite un carácter que no se ve (espacio de ancho cero, U+200B).",
    /// );
    /// ```
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        messages::finding(self, language)
    }

    pub(crate) fn detail(&self) -> &Detail {
        &self.detail
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        messages::finding(self, Language::English).fmt(f)
    }
}
