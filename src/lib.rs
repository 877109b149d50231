//! What a person typed, pasted or imported goes in; a normalised e-mail address, and an exact account of
//! everything that was odd about it, comes out.
#![no_std]

extern crate alloc;

mod finding;
mod syntax;
mod unicode;

pub use finding::{Applicability, Edit, Finding, FindingKind, Fix, Language, ParseError, Part, Severity};
pub use syntax::{AddrSpec, Domain, Grammar};
pub use unicode::visible;

mod address;
mod known;
mod normalize;
mod policy;

pub use address::EmailAddress;
pub use policy::Policy;

/// The address that `input` is, normalised, or the first fault: [`Policy::form`]`().parse`.
///
/// ```
/// let address = normail::parse("Ana@EXAMPLE.com")?;
/// assert_eq!(address.as_str(), "Ana@example.com");
/// # Ok::<(), normail::ParseError>(())
/// ```
///
/// # Errors
///
/// The first fault: where it is, what kind it is, what was being read.
pub fn parse(input: &str) -> Result<EmailAddress, ParseError> {
    const { &Policy::form() }.parse(input)
}

/// Whether [`parse`] accepts `input`: [`Policy::form`]`().is_valid`. Nothing is allocated for an ASCII input.
///
/// ```
/// assert!(normail::is_valid("ana@example.com"));
/// assert!(!normail::is_valid("ana@example"));
/// ```
#[must_use]
pub fn is_valid(input: &str) -> bool {
    const { &Policy::form() }.is_valid(input)
}

mod inspect;

pub use inspect::{Inspection, ListMember, Verdict};

/// Every finding about `input`, the repaired address, a suggestion: [`Policy::form`]`().inspect`. It never fails.
///
/// ```
/// use normail::{Verdict, inspect};
///
/// let inspection = inspect("ana @example.com");
/// assert_eq!(inspection.verdict(), Verdict::Repaired);
/// assert_eq!(inspection.address().unwrap().as_str(), "ana@example.com");
/// ```
#[must_use]
pub fn inspect(input: &str) -> Inspection<'_> {
    const { &Policy::form() }.inspect(input)
}
