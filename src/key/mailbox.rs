//! The rules that tell which local parts and domains are one mailbox, and what they make of an address.

use alloc::borrow::Cow;
use alloc::string::String;

use super::subaddress::{split_subdomain, split_tag};
use crate::known::{TagBase, rules_of};

/// What is compared at one domain.
#[derive(Debug)]
pub(super) struct MailboxRules<'a> {
    /// The domain that stands for it and its aliases.
    pub(super) domain: &'a str,
    pub(super) tag: Option<char>,
    pub(super) tag_base: TagBase,
    /// Characters that make no difference.
    pub(super) ignored: &'a str,
    /// Characters that stand for one another, the first for all.
    pub(super) alike: &'a str,
}

/// Parts that are the same for all addresses of a mailbox.
#[derive(Debug)]
pub(super) struct Mailbox<'a> {
    pub(super) user: Cow<'a, str>,
    /// The separator of a tag before which only a name stands: the mailbox is the name's owner's, and not the one
    /// that is called so.
    pub(super) owner_by: Option<char>,
    pub(super) domain: &'a str,
}

/// What the provider of a domain documents.
fn documented(domain: &str) -> Option<MailboxRules<'_>> {
    let rules = rules_of(domain)?;
    let is_alias = rules.domain_aliases.contains(&domain);
    let main = rules.domain_aliases.first().filter(|_| is_alias).copied().unwrap_or(domain);
    Some(MailboxRules {
        domain: main,
        tag: rules.tag,
        tag_base: rules.tag_base,
        ignored: rules.ignored,
        alike: rules.alike,
    })
}

/// The mailbox of `local`, in lower case and without quotes, at `domain`, by what its provider documents.
pub(super) fn documented_mailbox<'a>(local: &'a str, domain: &'a str) -> Mailbox<'a> {
    let (local, domain) = match split_subdomain(domain) {
        Some((user, domain)) => (user, domain),
        None => (Cow::Borrowed(local), domain),
    };
    match documented(domain) {
        Some(rules) => rules.mailbox(local),
        None => Mailbox { user: local, owner_by: None, domain },
    }
}

impl<'a> MailboxRules<'a> {
    /// The mailbox of a local part in lower case and without quotes.
    pub(super) fn mailbox(&self, local: Cow<'a, str>) -> Mailbox<'a> {
        let tagged = self.tag.and_then(|separator| split_tag(&local, separator, self.tag_base));
        let base = tagged.map_or(&*local, |(user, ..)| user);
        let is_owner = tagged.is_some_and(|(.., base)| base == TagBase::Name);
        let kept = || base.chars().filter(|c| !is_in(*c, self.ignored)).map(|c| self.alike(c));
        // What consists of nothing but a tag, or of characters that make no difference, is compared whole.
        if kept().next().is_none() {
            return Mailbox { user: local, owner_by: None, domain: self.domain };
        }
        let user = match &local {
            Cow::Borrowed(local) if kept().eq(base.chars()) => {
                local.get(..base.len()).unwrap_or_default().into()
            }
            _ => kept().collect::<String>().into(),
        };
        Mailbox { user, owner_by: self.tag.filter(|_| is_owner), domain: self.domain }
    }

    fn alike(&self, c: char) -> char {
        match self.alike.chars().next() {
            Some(first) if is_in(c, self.alike) => first,
            _ => c,
        }
    }
}

/// Whether it is one of a few.
fn is_in(c: char, few: &str) -> bool {
    few.chars().any(|one| one == c)
}
