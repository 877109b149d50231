//! Keys by the rules of the caller's own domains.

use alloc::sync::Arc;

use super::Policy;
use crate::address::EmailAddress;
use crate::key::{DedupKey, Provider, dedup_key};

impl Policy {
    /// Adds the rules of a mail host: at its domains they are what [`dedup_key`](Policy::dedup_key) goes by, in place
    /// of any that this crate has. Where two have the same domain, the later one is asked.
    ///
    /// ```
    /// use normail::{Policy, Provider};
    ///
    /// let policy = Policy::form().provider(Provider::new("acme").domain("acme.example")?.tag('+')?);
    /// let (tagged, plain) = (policy.parse("ana+news@acme.example")?, policy.parse("ana@acme.example")?);
    /// assert_eq!(policy.dedup_key(&tagged), policy.dedup_key(&plain));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn provider(mut self, provider: Provider) -> Self {
        let before = self.providers.as_deref().unwrap_or_default();
        self.providers = Some(before.iter().cloned().chain([provider]).collect::<Arc<[_]>>());
        self
    }

    /// The key of the address's mailbox, by the rules of this policy's [providers](Policy::provider), and elsewhere as
    /// [`EmailAddress::dedup_key`].
    ///
    /// A key carries the version of this crate's rules, not that of the caller's: whoever changes those makes the
    /// stored keys again.
    ///
    /// ```
    /// use normail::{Policy, parse};
    ///
    /// let address = parse("a.na@gmail.com")?;
    /// assert_eq!(Policy::form().dedup_key(&address), address.dedup_key());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn dedup_key(&self, address: &EmailAddress) -> DedupKey {
        let providers = self.providers.as_deref().unwrap_or_default();
        dedup_key(&address.local_part_unquoted(), &address.domain(), providers)
    }
}
