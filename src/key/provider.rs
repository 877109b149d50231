//! The rules of the caller's own domains.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::mailbox::MailboxRules;
use crate::finding::{ParseError, Part};
use crate::known::TagBase;
use crate::normalize::DomainName;
use crate::syntax::{Grammar, is_atext};

/// What makes no difference in the addresses of a mail host: rules for one's own domains, or in place of those that
/// this crate has for a provider's.
///
/// A new one has no rules: at its domains nothing but case is dropped. Give it to a policy with
/// [`Policy::provider`](crate::Policy::provider), and ask that policy for keys.
///
/// ```
/// use normail::{Policy, Provider};
///
/// let own = Provider::new("acme")
///     .domain("acme.example")?
///     .alias("acme.test")?
///     .tag('=')?
///     .ignored(".")?
///     .alike("-_")?;
/// let policy = Policy::form().provider(own);
/// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
/// assert_eq!(key("ana.gil_1=news@acme.test")?, key("anagil-1@acme.example")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Provider {
    name: Box<str>,
    domains: Vec<Box<str>>,
    aliases: Vec<Box<str>>,
    tag: Option<char>,
    ignored: String,
    alike: String,
}

/// Why a [`Provider`] cannot have a rule.
///
/// ```
/// use normail::{FindingKind, Provider, ProviderError};
///
/// assert_eq!(Provider::new("acme").tag('a').unwrap_err(), ProviderError::Character('a'));
/// let Err(ProviderError::Domain(error)) = Provider::new("acme").domain("acme.123") else { panic!() };
/// assert_eq!((error.kind(), error.span()), (FindingKind::NumericTld, 5..8));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ProviderError {
    /// It is no host name; the span is of the name that was given.
    #[error(transparent)]
    Domain(ParseError),
    /// It is no ASCII punctuation that a local part can have without quotes. Letters, digits and what is beyond ASCII
    /// tell people apart.
    #[error("{0:?} cannot be ignored, stand for another character, or separate a tag")]
    Character(char),
}

impl Provider {
    /// A provider without domains or rules. The name is for people: logs, [`Debug`].
    ///
    /// ```
    /// use normail::Provider;
    ///
    /// assert_eq!(Provider::new("acme").name(), "acme");
    /// ```
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            domains: Vec::new(),
            aliases: Vec::new(),
            tag: None,
            ignored: String::new(),
            alike: String::new(),
        }
    }

    /// The name that it was given.
    ///
    /// ```
    /// use normail::Provider;
    ///
    /// assert_eq!(Provider::new("acme").name(), "acme");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A domain in which the rules hold, with mailboxes of its own: one local part here and in another domain are two
    /// people's. Domains below it are not meant.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let own = Provider::new("acme").domain("acme.example")?.domain("Bücher.example")?.tag('+')?;
    /// let policy = Policy::form().provider(own);
    /// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
    /// assert_eq!(key("ana+x@bücher.example")?, key("ana@bücher.example")?);
    /// assert_ne!(key("ana@bücher.example")?, key("ana@acme.example")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it is no host name.
    pub fn domain(mut self, domain: &str) -> Result<Self, ProviderError> {
        self.domains.push(normal_name(domain)?);
        Ok(self)
    }

    /// A domain in which the rules hold, and in which a local part is the same mailbox as in the first
    /// [`domain`](Self::domain), or, where there is none, in the first alias.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let policy = Policy::form().provider(Provider::new("acme").domain("acme.example")?.alias("acme.test")?);
    /// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
    /// assert_eq!(key("ana@acme.test")?, key("ana@acme.example")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it is no host name.
    pub fn alias(mut self, domain: &str) -> Result<Self, ProviderError> {
        self.aliases.push(normal_name(domain)?);
        Ok(self)
    }

    /// The separator before a tag: `user<tag>anything` reaches `user`. A second call replaces the first.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let policy = Policy::form().provider(Provider::new("qmail").domain("acme.example")?.tag('-')?);
    /// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
    /// assert_eq!(key("ana-news@acme.example")?, key("ana@acme.example")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it is no punctuation of an unquoted local part.
    pub fn tag(mut self, separator: char) -> Result<Self, ProviderError> {
        check(separator)?;
        self.tag = Some(separator);
        Ok(self)
    }

    /// Characters that make no difference in a local part. A second call replaces the first.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let policy = Policy::form().provider(Provider::new("acme").domain("acme.example")?.ignored("._")?);
    /// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
    /// assert_eq!(key("a.n_a@acme.example")?, key("ana@acme.example")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If one is no punctuation of an unquoted local part.
    pub fn ignored(mut self, characters: &str) -> Result<Self, ProviderError> {
        characters.chars().try_for_each(check)?;
        self.ignored = characters.into();
        Ok(self)
    }

    /// Characters that stand for one another in a local part. A second call replaces the first.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let policy = Policy::form().provider(Provider::new("acme").domain("acme.example")?.alike("-.")?);
    /// let key = |text: &str| policy.parse(text).map(|address| policy.dedup_key(&address));
    /// assert_eq!(key("ana.gil@acme.example")?, key("ana-gil@acme.example")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If one is no punctuation of an unquoted local part.
    pub fn alike(mut self, characters: &str) -> Result<Self, ProviderError> {
        characters.chars().try_for_each(check)?;
        self.alike = characters.into();
        Ok(self)
    }

    /// The rules, if the domain is one of its own.
    pub(super) fn rules_at<'a>(&'a self, domain: &'a str) -> Option<MailboxRules<'a>> {
        let has = |domains: &[Box<str>]| domains.iter().any(|own| **own == *domain);
        let main = if has(&self.domains) {
            domain
        } else if has(&self.aliases) {
            self.domains.iter().chain(&self.aliases).next()?
        } else {
            return None;
        };
        Some(MailboxRules {
            domain: main,
            tag: self.tag,
            tag_base: TagBase::Mailbox,
            ignored: &self.ignored,
            alike: &self.alike,
        })
    }
}

fn normal_name(domain: &str) -> Result<Box<str>, ProviderError> {
    match DomainName::parse(domain) {
        Ok(name) => Ok(name.as_str().into()),
        Err(fault) => {
            let found = domain.get(fault.span.start..).and_then(|rest| rest.chars().next());
            Err(ProviderError::Domain(ParseError::new(fault.kind, fault.span, found, Part::Domain)))
        }
    }
}

fn check(c: char) -> Result<(), ProviderError> {
    let is_punctuation = c.is_ascii_punctuation() && (c == '.' || is_atext(c, Grammar::Rfc5321));
    if is_punctuation { Ok(()) } else { Err(ProviderError::Character(c)) }
}
