//! What a person typed, pasted or imported goes in; a normalised e-mail address, and an exact account of
//! everything that was odd about it, comes out.
//!
//! # Strict: data that a program made
//!
//! An API's payload, a stored address, mail software. [`parse`] gives an [`EmailAddress`], or a [`ParseError`]: the first
//! fault, where it is, and what was being read. Nothing is repaired; normalising is no repair.
//!
//! ```
//! use normail::{FindingKind, parse};
//!
//! assert_eq!(parse("Ana@BÜCHER.example")?.as_str(), "Ana@xn--bcher-kva.example");
//!
//! let error = parse("ana@example.com ").unwrap_err();
//! assert_eq!((error.kind(), error.span()), (FindingKind::TrailingSpace, 15..16));
//! # Ok::<(), normail::ParseError>(())
//! ```
//!
//! # Lenient: text from a person
//!
//! A form, a paste, an import. [`inspect`] never fails: its [`Inspection`] has every [`Finding`], the repaired address,
//! and a suggestion where something else was likely meant. The [`Verdict`] says what to do: store what is
//! [`Clean`](Verdict::Clean) or [`Repaired`](Verdict::Repaired), ask about what is [`Doubtful`](Verdict::Doubtful) or
//! [`Rejected`](Verdict::Rejected).
//!
//! ```
//! use normail::{Verdict, inspect};
//!
//! let inspection = inspect("an\u{200B}a@example.com ");
//! assert_eq!(inspection.verdict(), Verdict::Repaired);
//! assert_eq!(inspection.address().unwrap().as_str(), "ana@example.com");
//!
//! let inspection = inspect("ana@exam ple.com");
//! assert_eq!(inspection.verdict(), Verdict::Rejected);
//! assert_eq!(inspection.findings()[0].to_string(), "A space inside the address: remove it?");
//! assert_eq!(inspection.suggestion().unwrap().as_str(), "ana@example.com");
//! ```
//!
//! # Policy: what is taken for an address
//!
//! Both doors are a [`Policy`]'s: that of web [forms](Policy::form) unless said otherwise, of [SMTP](Policy::smtp), of
//! message [headers](Policy::header), or of a browser's [HTML](Policy::html) forms; and each can be changed.
//!
//! ```
//! use normail::Policy;
//!
//! const RELAY: Policy = Policy::smtp().smtputf8(false);
//!
//! assert!(RELAY.is_valid("postmaster@[192.0.2.1]"));
//! assert!(!RELAY.is_valid("josé@example.com"));
//! assert_eq!(Policy::header().parse("ana (at work) @example.com")?.as_str(), "ana@example.com");
//! # Ok::<(), normail::ParseError>(())
//! ```
//!
//! # Keys: the same mailbox, the same look
//!
//! Never compare accounts by the text of their addresses alone. [`EmailAddress::dedup_key`] is equal for two addresses
//! of one mailbox, as far as the provider documents it; [`EmailAddress::skeleton`] and [`DedupKey::skeleton`] are equal
//! for two that can be taken for one another. Neither is an address.
//!
//! ```
//! use normail::parse;
//!
//! let ana = parse("Ana.Gil@gmail.com")?;
//! assert_eq!(ana.dedup_key(), parse("anagil+news@googlemail.com")?.dedup_key());
//! // A Cyrillic а.
//! assert_eq!(ana.dedup_key().skeleton(), parse("\u{430}na.gil@gmail.com")?.dedup_key().skeleton());
//! # Ok::<(), normail::ParseError>(())
//! ```
//!
//! # Sets: allow, deny, protect
//!
//! A [`DomainSet`] holds names, whatever stands below them, and networks; a policy [allows](Policy::allow) or
//! [denies](Policy::deny) what is in one, and asks about lookalikes of what is in a [protected](Policy::protect) one.
//!
//! ```
//! use normail::{DomainSet, FindingKind, Policy, Verdict};
//!
//! let policy = Policy::form().deny("*.example.net".parse()?).protect("paypal.com".parse()?);
//! let error = policy.parse("ana@mail.example.net").unwrap_err();
//! assert_eq!(error.kind(), FindingKind::DeniedDomain);
//! assert_eq!(policy.inspect("ana@paypa1.com").verdict(), Verdict::Doubtful);
//! # Ok::<(), normail::DomainSetError>(())
//! ```
//!
//! # Which door do I want?
//!
//! | I have | I want | call |
//! | --- | --- | --- |
//! | data from a program | the address, or the first fault | [`parse`], [`Policy::parse`] |
//! | the same | yes or no | [`is_valid`], [`Policy::is_valid`] |
//! | a field that a person filled in | the address, or what to ask | [`inspect`], [`Policy::inspect`] |
//! | a cell or a header with several | each of them | [`Policy::inspect_list`], [`Policy::members`] |
//! | a string | whether a standard's grammar has it | [`AddrSpec::parse`], which allocates and looks up nothing |
//! | an address | to find its account | [`EmailAddress::dedup_key`], [`Policy::dedup_key`] |
//! | a new account | to see whether it can be taken for another | [`EmailAddress::skeleton`], [`DedupKey::skeleton`] |
//! | an address | to show it, to log it | [`EmailAddress::to_unicode`], [`EmailAddress::redacted`] |
//! | any text | to show what nobody sees in it | [`visible`] |
//! | an administrator's list of domains | its good lines, and what is wrong with the others | [`DomainSet::inspect`] |
//!
//! The [guide] has recipes for each, [every finding](crate::guide::findings) with an example,
//! [falsehoods](crate::guide::falsehoods) about addresses, and the way [from other crates](crate::guide::migration).
//!
//! # Promises
//!
//! 1. Parsing the text of an address gives that address again, under any policy that accepted it.
//! 2. Inspecting it gives it again too, with no automatic fix.
//! 3. [`Inspection::apply`] gives text that parses to [`Inspection::address`], or to [`Inspection::suggestion`].
//! 4. What the strict door accepts, the lenient one accepts as well: the same address.
//! 5. No input panics; work and memory are linear in its length, and above 4,096 bytes it is not read.
//! 6. [`is_valid`] answers as [`parse`] does.
//! 7. What RFC 5322's `address-list` takes, [`Policy::header`]`().inspect_list` reads as that grammar does: the same
//!    mailboxes in order, with the same names and groups.
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
//! - `arbitrary`: an [`EmailAddress`] is made of a fuzzer's bytes.
//! - `proptest`: strategies for tests of your own, in `normail::proptest`.
//!
//! No feature is needed for clap (see [`FromStr`](EmailAddress#impl-FromStr-for-EmailAddress)), for diesel (see
//! [`TryFrom<String>`](EmailAddress#impl-TryFrom%3CString%3E-for-EmailAddress)), and for any other crate that takes text:
//! give it [`EmailAddress::as_str`], and parse what comes back.
//!
//! # Unicode
//!
//! All tables are of Unicode 18: those of `icu_properties` (properties), `icu_normalizer` (whether a text is in NFC),
//! `unicode-normalization` (NFC, NFKC), `unicode-security` (confusables, identifier types) and `unicode-script`; tests
//! fail if they drift apart. IDNA is `idna`'s.
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

mod inspect;

mod policy;

mod security_profile;

mod address;

mod key;

mod known;
mod normalize;

mod syntax;

mod unicode;

mod finding;

mod span;

// Documentation alone: what is compiled has no such module.
#[cfg(any(doc, doctest))]
pub mod guide;

/// What only the crate's own fuzz targets reach.
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing {
    /// Holds the lexer against its plain twin, and panics where they differ.
    pub fn tokens_agree(text: &str) {
        crate::syntax::tokens_agree(text);
    }
}

pub use address::EmailAddress;
pub use finding::{Applicability, Edit, Finding, FindingKind, Fix, Language, ParseError, Part, Severity};
pub use inspect::{Inspection, ListMember, ListMembers, Piece, Verdict};
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
