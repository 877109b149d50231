//! What the address is compared by, and what its name says.

use alloc::string::String;
use core::fmt;

use super::EmailAddress;
use crate::key::{self, DedupKey, Redacted, Skeleton, Subaddress};
use crate::known::{TagBase, named_rules_of};
use crate::syntax::Domain;

impl EmailAddress {
    /// The subaddress, or tag, of `user+tag` (RFC 5233): what follows the first `+` of the local part, if something
    /// stands before it; and what the domain's provider documents in its place: the keyword of Yahoo's
    /// `base-keyword`, all of the local part in Fastmail's `anything@user.fastmail.com`.
    ///
    /// At a host of which nothing is known it is what people mean by a plus, and no promise that mail without it
    /// arrives. A tag from within quotes has the backslashes that it is written with.
    ///
    /// ```
    /// assert_eq!(normail::parse("ana+news@example.com")?.subaddress(), Some("news"));
    /// assert_eq!(normail::parse("ana-news@yahoo.com")?.subaddress(), Some("news"));
    /// assert_eq!(normail::parse("+news@example.com")?.subaddress(), None);
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn subaddress(&self) -> Option<&str> {
        self.split_subaddress().map(|split| split.tag)
    }

    /// The address without its [subaddress](Self::subaddress); the same address where it has none, where what stands
    /// before the tag is a name and no mailbox (Yahoo's `base-keyword`), and where it would need quotes that the
    /// address has not (`ana.+news`).
    ///
    /// ```
    /// assert_eq!(normail::parse("ana+news@example.com")?.without_subaddress().as_str(), "ana@example.com");
    /// assert_eq!(normail::parse("news@ana.fastmail.com")?.without_subaddress().as_str(), "ana@fastmail.com");
    /// assert_eq!(normail::parse("ana-news@yahoo.com")?.without_subaddress().as_str(), "ana-news@yahoo.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn without_subaddress(&self) -> Self {
        let Some(Subaddress { user, domain, base: TagBase::Mailbox, .. }) = self.split_subaddress() else {
            return self.clone();
        };
        let is_quoted = self.local_part().starts_with('"');
        let needs_quotes = !key::is_dot_string(&user);
        if needs_quotes && !is_quoted && key::is_dot_string(self.local_part()) {
            return self.clone();
        }
        let quote = if needs_quotes && is_quoted { "\"" } else { "" };
        let mut text = String::with_capacity(self.text.len());
        text.extend([quote, &user, quote]);
        let at = text.len();
        text.extend(["@", domain.unwrap_or_else(|| self.domain_text())]);
        Self::new(text, at)
    }

    /// The mail provider whose documented rules apply, by a short name of this crate: `gmail`, `outlook`, `icloud`,
    /// `fastmail`, `proton`, `yahoo`, `yandex`. The rules, where they hold, and their sources are in
    /// `data/provider_rules.toml`.
    ///
    /// ```
    /// assert_eq!(normail::parse("ana@googlemail.com")?.provider(), Some("gmail"));
    /// assert_eq!(normail::parse("ana@example.com")?.provider(), None);
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn provider(&self) -> Option<&str> {
        let Domain::Name(name) = self.domain() else { return None };
        let parent = || self.split_subaddress().and_then(|split| split.domain);
        named_rules_of(name).or_else(|| named_rules_of(parent()?)).map(|(name, _)| name)
    }

    /// Whether the local part, a tag aside, names an office and no person, in any case: the names of RFC 2142
    /// (`postmaster`, `abuse`, `info`, `sales`, `list-request` …), and those that nobody answers (`noreply`,
    /// `do-not-reply`, `mailer-daemon`). A fact for the caller; no finding is made of it.
    ///
    /// ```
    /// assert!(normail::parse("No-Reply@example.com")?.is_role());
    /// assert!(!normail::parse("ana@example.com")?.is_role());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn is_role(&self) -> bool {
        match self.split_subaddress() {
            Some(Subaddress { user, domain: None, base: TagBase::Mailbox, .. }) => key::is_role(&user),
            _ => key::is_role(&self.local_part_unquoted()),
        }
    }

    /// The address for logs: the first letter of the local part with its marks, and the domain, in ASCII. The length
    /// of the local part does not show, and nothing in it can disturb a terminal or a line.
    ///
    /// ```
    /// assert_eq!(normail::parse("Ana+news@example.com")?.redacted().to_string(), "A***@example.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    pub fn redacted(&self) -> impl fmt::Display + fmt::Debug + '_ {
        Redacted { local: self.inner(), domain: self.domain_text() }
    }

    /// What all addresses of its mailbox have in common: the [rules](DedupKey) of the provider, and no case. For the
    /// rules of domains of one's own, see [`Policy::dedup_key`](crate::Policy::dedup_key).
    ///
    /// ```
    /// use normail::parse;
    ///
    /// assert_eq!(parse("A.na+news@gmail.com")?.dedup_key(), parse("ana@googlemail.com")?.dedup_key());
    /// assert_ne!(parse("a.na@example.com")?.dedup_key(), parse("ana@example.com")?.dedup_key());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn dedup_key(&self) -> DedupKey {
        key::dedup_key(&self.local_part_unquoted(), &self.domain(), &[])
    }

    /// How the address looks as it is written, to refuse its twins: the [skeletons](Skeleton) of both parts (UTS #39 4).
    ///
    /// Case is seen, and kept: `Ana` and `ana` do not look alike, while `Iris` looks like `lris`. A twin of an *account*
    /// may differ by case too: [`DedupKey::skeleton`] compares without it. Whoever guards accounts keeps both.
    ///
    /// ```
    /// use normail::parse;
    ///
    /// // Cyrillic letters in the local part, in the domain.
    /// assert_eq!(parse("аna@gmail.com")?.skeleton(), parse("ana@gmail.com")?.skeleton());
    /// assert_eq!(parse("ana@exаmple.com")?.skeleton(), parse("ana@example.com")?.skeleton());
    /// assert_ne!(parse("Ana@gmail.com")?.skeleton(), parse("ana@gmail.com")?.skeleton());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn skeleton(&self) -> Skeleton {
        key::skeleton(&self.local_part_unquoted(), self.domain_text())
    }

    /// The local part without its quotes, and with the backslashes that they need.
    fn inner(&self) -> &str {
        let local = self.local_part();
        local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(local)
    }

    fn split_subaddress(&self) -> Option<Subaddress<'_>> {
        key::subaddress(self.inner(), &self.domain())
    }
}
