//! Which domains a policy takes, and which it watches over.

use alloc::sync::Arc;

use super::Policy;
use super::domain_set::DomainSet;
use super::protected::Protected;
use crate::finding::FindingKind;
#[cfg(feature = "suggest")]
use crate::known::is_public_suffix;
use crate::syntax::Domain;

impl Policy {
    /// Takes addresses at the domains of the set alone; a second call adds to the first. [`deny`](Policy::deny) beats
    /// it. A policy without an allow set takes every domain, one with an empty set takes none.
    ///
    /// The set is shared between the clones of a policy, and with the clones of the set.
    ///
    /// ```
    /// use normail::{FindingKind, Policy};
    ///
    /// let staff = Policy::form().allow(".example.com".parse()?);
    /// assert!(staff.is_valid("ana@mail.example.com"));
    /// let error = staff.parse("ana@example.net").unwrap_err();
    /// assert_eq!(error.kind(), FindingKind::NotAllowedDomain);
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn allow(mut self, set: DomainSet) -> Self {
        self.allow = Some(merged(self.allow.take(), set));
        self
    }

    /// Takes no address at the domains of the set; a second call adds to the first.
    ///
    /// ```
    /// use normail::{FindingKind, Policy};
    ///
    /// let policy = Policy::smtp().deny("192.0.2.0/24\n.example.net".parse()?);
    /// assert_eq!(policy.parse("ana@[192.0.2.7]").unwrap_err().kind(), FindingKind::DeniedDomain);
    /// assert!(policy.is_valid("ana@example.com"));
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn deny(mut self, set: DomainSet) -> Self {
        self.deny = Some(merged(self.deny.take(), set));
        self
    }

    /// Has [`inspect`](Policy::inspect) look for domains that could be taken for one of the set; a second call adds to
    /// the first. An entry counts by its name, whether it is `example.com`, `*.example.com` or `.example.com`; IP
    /// addresses play no part, and neither does strict parsing.
    ///
    /// Found are those that look the same ([`ProtectedDomainLookalike`](FindingKind::ProtectedDomainLookalike):
    /// `exarnple.com`), for names of six letters or more also those that are one slip of a finger away, and those that
    /// hold the name ([`ProtectedDomainLabel`](FindingKind::ProtectedDomainLabel): `example.com.evil.net`). A domain
    /// that is in this set or the allow set, or stands below one of theirs, is never found.
    ///
    /// ```
    /// use normail::{FindingKind, Policy};
    ///
    /// let policy = Policy::form().protect("mybank.es".parse()?);
    /// let inspection = policy.inspect("ana@rnybank.es");
    /// assert_eq!(inspection.findings()[0].kind(), FindingKind::ProtectedDomainLookalike);
    /// assert_eq!(inspection.suggestion().unwrap().as_str(), "ana@mybank.es");
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn protect(mut self, set: DomainSet) -> Self {
        let earlier = self.protect.take().map(|protected| protected.set().clone());
        self.protect = Some(Arc::new(Protected::new(merged(earlier, set))));
        self
    }

    /// Whether every domain is taken.
    pub(crate) fn takes_every_domain(&self) -> bool {
        self.allow.is_none() && self.deny.is_none()
    }

    /// Why the domain is not taken, if it is not.
    pub(super) fn refusal_of(&self, domain: &Domain<'_>) -> Option<FindingKind> {
        if self.deny.as_ref().is_some_and(|set| set.contains(domain)) {
            Some(FindingKind::DeniedDomain)
        } else if self.allow.as_ref().is_some_and(|set| !set.contains(domain)) {
            Some(FindingKind::NotAllowedDomain)
        } else {
            None
        }
    }

    /// The policy without its allow and deny sets: what it takes for an address, wherever the address is.
    pub(crate) fn without_refused_domains(&self) -> Self {
        Self { allow: None, deny: None, ..self.clone() }
    }

    /// Whether the name, in its normal form, or one that it stands below, is in the protected or the allow set: then
    /// nothing is said of what it looks like.
    pub(crate) fn trusts(&self, name: &str) -> bool {
        let is_in = |set: &DomainSet| set.has_at_or_above(name);
        self.allow.as_ref().is_some_and(is_in)
            || self.protect.as_deref().is_some_and(|protected| is_in(protected.set()))
    }

    /// Whether an entry of those sets names it, or what it stands below: an ending (`.com`, `*.co.uk`) names none.
    #[cfg(feature = "suggest")]
    pub(crate) fn names(&self, name: &str) -> bool {
        self.trusts(name) && {
            let is_named = |set: &DomainSet| {
                let mut above = core::iter::successors(Some(name), |name| Some(name.split_once('.')?.1));
                above.any(|above| above.contains('.') && !is_public_suffix(above) && set.has_entry_of(above))
            };
            self.allow.as_ref().is_some_and(is_named)
                || self.protect.as_deref().is_some_and(|protected| is_named(protected.set()))
        }
    }
}

fn merged(earlier: Option<DomainSet>, set: DomainSet) -> DomainSet {
    match earlier {
        Some(earlier) => earlier.union(&set),
        None => set,
    }
}
