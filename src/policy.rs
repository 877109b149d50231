//! What is allowed: the policy, and the strict door.

mod domain_rules;
mod domain_set;
mod dot_string;
mod protected;
mod providers;
mod strict;

pub use domain_set::{
    DomainEntry, DomainSet, DomainSetError, DomainSetFault, DomainSetInspection, LineFinding,
};

use alloc::sync::Arc;

use crate::address::EmailAddress;
use crate::finding::ParseError;
use crate::key::Provider;
use crate::syntax::{Grammar, is_clean};
use protected::Protected;
pub(crate) use protected::Shown;
pub(crate) use strict::Strict;

/// What a caller takes for an address.
///
/// Start from [`form`](Policy::form), [`smtp`](Policy::smtp), [`header`](Policy::header) or [`html`](Policy::html)
/// and change what differs. A policy is cheap to clone, and `const` where it names no set of domains.
///
/// ```
/// use normail::Policy;
///
/// const INTRANET: Policy = Policy::form().single_label_domain(true);
///
/// assert!(INTRANET.parse("ana@intranet").is_ok());
/// assert!(Policy::form().parse("ana@intranet").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    pub(crate) grammar: Grammar,
    pub(crate) smtputf8: bool,
    pub(crate) quoted_local_part: bool,
    pub(crate) address_literal: bool,
    pub(crate) single_label_domain: bool,
    pub(crate) long_local_part: bool,
    providers: Option<Arc<[Provider]>>,
    allow: Option<DomainSet>,
    deny: Option<DomainSet>,
    pub(crate) protect: Option<Arc<Protected>>,
}

impl Policy {
    /// For web forms, imports and whatever else people fill in: RFC 6531 without quoted local parts and address
    /// literals, with two labels at least.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::form().is_valid("ana@münchen.de"));
    /// assert!(!Policy::form().is_valid("ana@localhost"));
    /// ```
    #[must_use]
    pub const fn form() -> Self {
        Self {
            grammar: Grammar::Rfc6531,
            smtputf8: true,
            quoted_local_part: false,
            address_literal: false,
            single_label_domain: false,
            long_local_part: false,
            providers: None,
            allow: None,
            deny: None,
            protect: None,
        }
    }

    /// For mail software: all of RFC 6531.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::smtp().is_valid("\"ana maria\"@[IPv6:2001:db8::1]"));
    /// ```
    #[must_use]
    pub const fn smtp() -> Self {
        Self::form().quoted_local_part(true).address_literal(true).single_label_domain(true)
    }

    /// For message headers: an addr-spec of RFC 6532. Comments are dropped from the result, a fold inside quotes
    /// loses its line break (RFC 5322 3.2.4), and a domain literal has to be one of RFC 5321 4.1.3.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let address = Policy::header().parse("ana (at work) @ example.com")?;
    /// assert_eq!(address.as_str(), "ana@example.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub const fn header() -> Self {
        Self::smtp().with_grammar(Grammar::Rfc6532)
    }

    /// For agreement with browsers: what `<input type=email>` takes, no more and no less. ASCII only, dots anywhere in
    /// the local part, no size but that of a label.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::html().is_valid("ana..maria@localhost"));
    /// ```
    #[must_use]
    pub const fn html() -> Self {
        Self::form().single_label_domain(true).with_grammar(Grammar::Html)
    }

    const fn with_grammar(mut self, grammar: Grammar) -> Self {
        self.grammar = grammar;
        self
    }

    /// Whether a local part beyond ASCII is taken, which needs SMTPUTF8 (RFC 6531) along the whole way. Domains beyond
    /// ASCII stay, as A-labels.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let ascii = Policy::form().smtputf8(false);
    /// assert!(!ascii.is_valid("josé@example.com"));
    /// assert!(ascii.is_valid("jose@münchen.de"));
    /// ```
    #[must_use]
    pub const fn smtputf8(mut self, taken: bool) -> Self {
        self.smtputf8 = taken;
        self
    }

    /// Whether a local part that needs its quotes is taken (`"ana maria"@example.com`). One that does not need them is
    /// taken anyway, without them.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::form().quoted_local_part(true).is_valid("\"ana maria\"@example.com"));
    /// assert!(Policy::form().is_valid("\"ana\"@example.com"));
    /// ```
    #[must_use]
    pub const fn quoted_local_part(mut self, taken: bool) -> Self {
        self.quoted_local_part = taken;
        self
    }

    /// Whether an address literal (RFC 5321 4.1.3) is taken in place of a domain name.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::form().address_literal(true).is_valid("ana@[192.0.2.1]"));
    /// ```
    #[must_use]
    pub const fn address_literal(mut self, taken: bool) -> Self {
        self.address_literal = taken;
        self
    }

    /// Whether a domain of one label is taken (`root@localhost`).
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// assert!(Policy::form().single_label_domain(true).is_valid("root@localhost"));
    /// ```
    #[must_use]
    pub const fn single_label_domain(mut self, taken: bool) -> Self {
        self.single_label_domain = taken;
        self
    }

    /// Whether a local part above 64 octets (RFC 5321 4.5.3.1.1) is taken: they exist in the wild. The whole stays
    /// within 254 octets.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let long = format!("{}@example.com", "a".repeat(65));
    /// assert!(!Policy::form().is_valid(&long));
    /// assert!(Policy::form().long_local_part(true).is_valid(&long));
    /// ```
    #[must_use]
    pub const fn long_local_part(mut self, taken: bool) -> Self {
        self.long_local_part = taken;
        self
    }

    /// The strict door: the address that `input` is, normalised, or the first fault. Nothing is repaired.
    ///
    /// ```
    /// use normail::{FindingKind, Policy};
    ///
    /// assert_eq!(Policy::form().parse("ana@Example.com")?.as_str(), "ana@example.com");
    /// assert_eq!(Policy::form().parse(" ana@example.com").unwrap_err().kind(), FindingKind::LeadingSpace);
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault: where it is, what kind it is, what was being read.
    pub fn parse(&self, input: &str) -> Result<EmailAddress, ParseError> {
        match self.scan(input) {
            Some(scan) => Ok(EmailAddress::from_scan(input, scan)),
            None => self.read(input).map(|strict| strict.address()),
        }
    }

    /// Whether [`parse`](Policy::parse) accepts `input`, without making the address: nothing is allocated for an ASCII
    /// input.
    ///
    /// ```
    /// assert!(normail::Policy::smtp().is_valid("postmaster@example.com"));
    /// ```
    #[must_use]
    pub fn is_valid(&self, input: &str) -> bool {
        if self.takes_every_domain() {
            is_clean(input) || self.is_valid_with_care(input)
        } else {
            self.is_valid_within_sets(input)
        }
    }
}

/// [`Policy::form`].
impl Default for Policy {
    fn default() -> Self {
        Self::form()
    }
}

impl EmailAddress {
    /// [`Policy::form`]`().parse`.
    ///
    /// ```
    /// use normail::EmailAddress;
    ///
    /// assert!(EmailAddress::parse("ana@example.com").is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault, as [`Policy::parse`].
    pub fn parse(input: &str) -> Result<Self, ParseError> {
        Policy::form().parse(input)
    }
}

#[cfg_attr(not(doctest), doc = include_str!("integrations/clap.md"))]
impl core::str::FromStr for EmailAddress {
    type Err = ParseError;

    fn from_str(input: &str) -> Result<Self, ParseError> {
        Self::parse(input)
    }
}

impl TryFrom<&str> for EmailAddress {
    type Error = ParseError;

    fn try_from(input: &str) -> Result<Self, ParseError> {
        Self::parse(input)
    }
}

#[cfg_attr(not(doctest), doc = include_str!("integrations/diesel.md"))]
impl TryFrom<alloc::string::String> for EmailAddress {
    type Error = ParseError;

    fn try_from(input: alloc::string::String) -> Result<Self, ParseError> {
        Self::parse(&input)
    }
}
