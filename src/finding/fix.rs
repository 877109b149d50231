//! What a program may do about a finding.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// May a program apply a [`Fix`] without asking? Meant as rustc's lints mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Applicability {
    /// There is no other reading: nothing changes who gets the mail.
    Automatic,
    /// A likely reading: a person has to say yes.
    Confirm,
}

/// One replacement of a stretch of the input.
///
/// ```
/// let inspection = normail::inspect(" ana@example.com");
/// let fix = inspection.findings()[0].fix().expect("an outer space can be removed");
/// assert_eq!((fix.edits()[0].span(), fix.edits()[0].replacement()), (0..1, ""));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    span: Range<usize>,
    replacement: String,
}

impl Edit {
    pub(crate) fn new(span: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    pub(crate) fn delete(span: Range<usize>) -> Self {
        Self::new(span, String::new())
    }

    /// The bytes of the original input that are replaced, on char boundaries. Empty where text is inserted.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What stands there instead.
    #[must_use]
    pub fn replacement(&self) -> &str {
        &self.replacement
    }
}

/// What would mend a [`Finding`](crate::Finding): edits of the original input.
///
/// ```
/// use normail::Applicability;
///
/// let inspection = normail::inspect("ana@exam ple.com");
/// let fix = inspection.findings()[0].fix().expect("the space can be removed");
/// assert_eq!(fix.applicability(), Applicability::Confirm);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fix {
    edits: Vec<Edit>,
    applicability: Applicability,
}

impl Fix {
    pub(crate) fn automatic(edits: Vec<Edit>) -> Self {
        Self { edits, applicability: Applicability::Automatic }
    }

    pub(crate) fn confirm(edits: Vec<Edit>) -> Self {
        Self { edits, applicability: Applicability::Confirm }
    }

    /// The replacements, in the order of the input; they do not overlap.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether a program may apply it without asking.
    #[must_use]
    pub fn applicability(&self) -> Applicability {
        self.applicability
    }
}
