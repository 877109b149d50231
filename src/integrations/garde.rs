#![cfg_attr(not(doctest), doc = include_str!("garde.md"))]

use garde::Error;

use crate::finding::Language;
use crate::policy::Policy;
use crate::unasked::unasked;

/// Accepts what [`parse`](crate::parse) does.
///
/// # Errors
///
/// The first fault, in English.
pub fn strict<T: AsRef<str> + ?Sized, C: ?Sized>(text: &T, _context: &C) -> garde::Result {
    const { &Policy::form() }.parse(text.as_ref()).map(drop).map_err(Error::new)
}

/// Accepts what needs no question: what [`inspect`](crate::inspect()) finds [`Clean`](crate::Verdict::Clean) or
/// [`Repaired`](crate::Verdict::Repaired). Store what `inspect` then gives, not the text.
///
/// # Errors
///
/// What to ask, in English, with the suggestion.
pub fn repaired<T: AsRef<str> + ?Sized, C: ?Sized>(text: &T, _context: &C) -> garde::Result {
    let inspection = crate::inspect(text.as_ref());
    unasked(&inspection).map(drop).map_err(|question| Error::new(question.message(Language::English)))
}
