//! What a person typed, pasted or imported goes in; a normalised e-mail address, and an exact account of
//! everything that was odd about it, comes out.
//!
//! # Which door do I want?
//!
//! - **Data that a program made** (an API payload, a stored address, mail software): the strict door. [`parse`] gives
//!   an [`EmailAddress`] or a [`ParseError`] that says what the first fault is, where, and what was being read.
//!   [`is_valid`] only answers. Nothing is repaired; normalising is no repair.
//! - **Text from a person** (a form, a paste, an import): the lenient door. [`inspect`] never fails: its
//!   [`Inspection`] has every [`Finding`], the repaired address, and a suggestion where something else was likely
//!   meant. [`Policy::inspect_list`] does the same for lists.
//! - **Membership of a standard's grammar**: [`AddrSpec::parse`], which borrows, allocates nothing, and looks nothing
//!   up.
//!
//! ```
//! use normail::{Verdict, inspect, parse};
//!
//! assert_eq!(parse("Ana@BÜCHER.example")?.as_str(), "Ana@xn--bcher-kva.example");
//! assert!(parse("ana@example.com ").is_err());
//!
//! let inspection = inspect("an\u{200B}a@example.com ");
//! assert_eq!(inspection.verdict(), Verdict::Repaired);
//! assert_eq!(inspection.address().unwrap().as_str(), "ana@example.com");
//! # Ok::<(), normail::ParseError>(())
//! ```
//!
//! What is taken for an address is a [`Policy`]: that of web [forms](Policy::form) unless said otherwise, of
//! [SMTP](Policy::smtp), of message [headers](Policy::header), or of a browser's [HTML](Policy::html) forms.
//!
//! # The same mailbox, the same look
//!
//! Never compare accounts by the text of their addresses alone. [`EmailAddress::dedup_key`] is equal for two addresses
//! of one mailbox, as far as the provider documents it; [`EmailAddress::skeleton`] and [`DedupKey::skeleton`] are equal
//! for two that can be taken for one another. Neither is an address.
//!
//! # Promises
//!
//! 1. Parsing the text of an address gives that address again, under any policy that accepted it.
//! 2. Inspecting it gives it again too, with no automatic fix.
//! 3. [`Inspection::apply`] gives text that parses to [`Inspection::address`], or to [`Inspection::suggestion`].
//! 4. What the strict door accepts, the lenient one accepts as well: the same address.
//! 5. No input panics; work and memory are linear in its length, and above 4,096 bytes it is not read.
//! 6. [`is_valid`] answers as [`parse`] does.
//!
//! # Features
//!
//! `std` and `suggest` are on by default. Without `suggest` there are no typo suggestions and no list of top-level
//! domains: [`FindingKind::DomainTypo`] and [`FindingKind::UnknownTld`] are not found. The crate is `no_std` and needs
//! `alloc`.
//!
//! The others are off by default:
//!
//! - `serde`: addresses, keys and sets of domains are text, and what is read is parsed strictly; inspections are what a
//!   front end can render. Its module tells of it.
//! - `garde`, `validator`: rules for forms that are checked by those crates, in the modules of those names.
//! - `lettre`: an [`EmailAddress`] is a `lettre::Address`, and back.
//! - `sqlx`: addresses, keys and skeletons are text columns, and what is read is parsed strictly. Needs Rust 1.94.
//! - `schemars`, `utoipa`: an [`EmailAddress`] has a JSON Schema, or one for OpenAPI, of format `idn-email`; keys and sets
//!   are strings.
//! - `proptest`: strategies for tests of your own, in `normail::proptest`.
//!
//! No feature is needed for clap (see [`FromStr`](EmailAddress#impl-FromStr-for-EmailAddress)), for diesel (see
//! [`TryFrom<String>`](EmailAddress#impl-TryFrom%3CString%3E-for-EmailAddress)), and for any other crate that takes text:
//! give it [`EmailAddress::as_str`], and parse what comes back.
//!
//! # Unicode
//!
//! All tables are of Unicode 18: those of `icu_properties` (properties), `unicode-normalization` (NFC, NFKC),
//! `unicode-security` (confusables, identifier types) and `unicode-script`; a test fails if they drift apart. IDNA is
//! `idna`'s.
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_lossless,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::get_unwrap,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std as _;

// From the top of the layers to the ground: each imports only what stands below it.
mod integrations;
#[cfg(feature = "proptest")]
pub mod proptest;
#[cfg(feature = "serde")]
pub mod serde;

#[cfg(any(feature = "garde", feature = "serde", feature = "validator"))]
mod unasked;

#[allow(clippy::arithmetic_side_effects, reason = "yet to be done, file by file")]
mod inspect;

mod policy;

mod security_profile;

mod address;

mod key;

#[allow(clippy::arithmetic_side_effects, reason = "yet to be done, file by file")]
mod known;
mod normalize;

#[allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "yet to be done, file by file"
)]
mod syntax;

mod unicode;

mod finding;

pub use address::EmailAddress;
pub use finding::{Applicability, Edit, Finding, FindingKind, Fix, Language, ParseError, Part, Severity};
pub use inspect::{Inspection, ListMember, Piece, Verdict};
#[cfg(feature = "garde")]
pub use integrations::garde;
#[cfg(feature = "validator")]
pub use integrations::validator;
pub use key::{DedupKey, Provider, ProviderError, Skeleton};
pub use policy::{
    DomainEntry, DomainSet, DomainSetError, DomainSetFault, DomainSetInspection, LineFinding, Policy,
};
pub use security_profile::{RestrictionLevel, SecurityClause, SecurityProfile};
pub use syntax::{AddrSpec, Domain, Grammar};
pub use unicode::visible;

/// The README's examples.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

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
