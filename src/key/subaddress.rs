//! Subaddresses (RFC 5233): `user+tag`, and what providers document in its place.

use alloc::borrow::Cow;

use crate::known::{Rules, TagBase, rules_of};
use crate::normalize::is_a_label;
use crate::syntax::{Domain, Grammar, is_atext};

/// What RFC 5233 4 gives as the common separator.
const COMMON: char = '+';

/// An address taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Subaddress<'a> {
    /// The local part without the tag.
    pub(crate) user: Cow<'a, str>,
    /// The domain without the subdomain that the user's name stood in.
    pub(crate) domain: Option<&'a str>,
    pub(crate) tag: &'a str,
    /// What the user without the tag is.
    pub(crate) base: TagBase,
}

/// The subaddress by the rules of the domain's provider, else behind the first `+`. The local part comes without its
/// quotes; their backslashes make no difference, for no separator has one.
pub(crate) fn subaddress<'a>(local: &'a str, domain: &Domain<'a>) -> Option<Subaddress<'a>> {
    let name = match domain {
        Domain::Name(name) => *name,
        _ => "",
    };
    if let Some((user, domain)) = split_subdomain(name) {
        return Some(Subaddress { user, domain: Some(domain), tag: local, base: TagBase::Mailbox });
    }
    let documented = rules_of(name).and_then(|rules| Some((rules.tag?, rules.tag_base)));
    let (user, tag, base) = documented
        .and_then(|(separator, base)| split_tag(local, separator, base))
        .or_else(|| split_tag(local, COMMON, TagBase::Mailbox))?;
    Some(Subaddress { user: user.into(), domain: None, tag, base })
}

/// The local part before and behind the first separator, where something stands before it. A base that is a name is
/// documented as `base-keyword` alone: two words, neither empty.
pub(super) fn split_tag(local: &str, separator: char, base: TagBase) -> Option<(&str, &str, TagBase)> {
    let (user, tag) = local.split_once(separator)?;
    let is_tagged = match base {
        TagBase::Mailbox => !user.is_empty(),
        TagBase::Name => !user.is_empty() && !tag.is_empty() && !tag.contains(separator),
    };
    is_tagged.then_some((user, tag, base))
}

/// The user and the domain of `user.domain`, where the domain's provider documents that all mail to the subdomain is
/// that user's.
pub(super) fn split_subdomain(name: &str) -> Option<(Cow<'_, str>, &str)> {
    let (user, domain) = name.split_once('.')?;
    let Rules { subdomain: true, subdomain_hyphen, .. } = rules_of(domain)? else { return None };
    if is_a_label(user) || rules_of(name).is_some() {
        return None;
    }
    let user = match subdomain_hyphen {
        Some(meant) if user.contains('-') => {
            Cow::Owned(user.chars().map(|c| if c == '-' { *meant } else { c }).collect())
        }
        _ => Cow::Borrowed(user),
    };
    Some((user, domain))
}

/// Whether it can stand without quotes (`Dot-string`, RFC 5321 4.1.2 and RFC 6531 3.3).
pub(crate) fn is_dot_string(local: &str) -> bool {
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(|c| is_atext(c, Grammar::Rfc6531)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_and_tags() {
        let cases = [
            ("ana+news", "example.com", Some(("ana", None, "news"))),
            ("ana+a+b", "example.com", Some(("ana", None, "a+b"))),
            ("ana+", "example.com", Some(("ana", None, ""))),
            ("+news", "example.com", None),
            ("++", "example.com", None),
            ("ana-news", "example.com", None),
            ("ana-news", "yahoo.com", Some(("ana", None, "news"))),
            ("ana-news", "yahoo.co.uk", None),
            ("ana-maria-news", "yahoo.com", None),
            ("ana-", "yahoo.com", None),
            ("ana+news", "yahoo.com", Some(("ana", None, "news"))),
            ("news", "ana.fastmail.com", Some(("ana", Some("fastmail.com"), "news"))),
            ("a+b", "ana-gil.fastmail.fm", Some(("ana_gil", Some("fastmail.fm"), "a+b"))),
            ("news", "a.b.fastmail.com", None),
            ("news", "xn--mnchen-3ya.fastmail.com", None),
            ("news", "ana.gmail.com", None),
        ];
        for (local, domain, expected) in cases {
            let found = subaddress(local, &Domain::Name(domain));
            let found = found.as_ref().map(|found| (&*found.user, found.domain, found.tag));
            assert_eq!(found, expected, "{local}@{domain}");
        }
        let literal = Domain::Ipv4([192, 0, 2, 1].into());
        assert_eq!(subaddress("ana+x", &literal).map(|found| found.tag), Some("x"));
    }
}
