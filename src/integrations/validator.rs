#![cfg_attr(not(doctest), doc = include_str!("validator.md"))]

use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

use validator::ValidationError;

use crate::finding::{Language, ParseError};
use crate::policy::Policy;
use crate::unasked::{Question, unasked};

/// Accepts what [`parse`](crate::parse) does.
///
/// # Errors
///
/// The first fault: see the [module](self).
pub fn strict<T: AsRef<str>>(text: T) -> Result<(), ValidationError> {
    const { &Policy::form() }.parse(text.as_ref())?;
    Ok(())
}

/// Accepts what needs no question: what [`inspect`](crate::inspect()) finds [`Clean`](crate::Verdict::Clean) or
/// [`Repaired`](crate::Verdict::Repaired). Store what `inspect` then gives, not the text.
///
/// # Errors
///
/// What to ask: see the [module](self).
pub fn repaired<T: AsRef<str>>(text: T) -> Result<(), ValidationError> {
    let inspection = crate::inspect(text.as_ref());
    unasked(&inspection).map(drop).map_err(|question| refused(&question))
}

/// For rules of one's own; the message is English.
impl From<ParseError> for ValidationError {
    fn from(error: ParseError) -> Self {
        said(error.kind().code(), &error.span(), error.message(Language::English))
    }
}

fn refused(question: &Question<'_>) -> ValidationError {
    let findings = question.findings();
    let (code, span) = findings.first().map_or(("", 0..0), |finding| (finding.code(), finding.span()));
    let mut error = said(code, &span, question.message(Language::English));
    if let Some(suggestion) = question.suggestion() {
        error.add_param(Cow::Borrowed("suggestion"), &suggestion.as_str());
    }
    error
}

fn said(code: &'static str, span: &Range<usize>, message: String) -> ValidationError {
    let mut error = ValidationError::new(code).with_message(Cow::Owned(message));
    error.add_param(Cow::Borrowed("start"), &span.start);
    error.add_param(Cow::Borrowed("end"), &span.end);
    error
}
