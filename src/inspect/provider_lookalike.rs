//! Domains beyond ASCII that look like a mail provider's.

use alloc::string::String;

use crate::known::provider_domains;
use crate::normalize::to_unicode_name;
use crate::unicode::{is_nonspacing, skeleton_chars};

/// Names of so many letters are compared without nonspacing marks.
const LONG_NAME: usize = 5;

/// The providers' domains that a domain looks like: one, or two and more.
pub(super) struct Lookalike {
    first: &'static str,
    is_sole: bool,
}

impl Lookalike {
    pub(super) fn sole(&self) -> Option<&'static str> {
        self.is_sole.then_some(self.first)
    }

    pub(super) fn names(&self) -> &'static str {
        self.first
    }
}

/// What the domain, in its normal form and with an A-label in it, looks like.
pub(super) fn find(name: &str) -> Option<Lookalike> {
    let unicode = to_unicode_name(name, |_, _| true);
    let marked: String = look(&unicode).collect();
    let plain: String = marked.chars().filter(|c| !is_nonspacing(*c)).collect();
    if !plain.is_ascii() {
        return None;
    }
    let mut candidates = provider_domains().filter(|domain| {
        let is_long = domain.find('.').is_some_and(|length| length >= LONG_NAME);
        look(domain).eq(if is_long { plain.chars() } else { marked.chars() })
    });
    let first = candidates.next()?;
    Some(Lookalike { first, is_sole: candidates.next().is_none() })
}

/// The skeleton, in which i and l are one: a capital I that was made small is taken for an l.
fn look(text: &str) -> impl Iterator<Item = char> + '_ {
    skeleton_chars(text).map(|c| if c == 'i' { 'l' } else { c })
}
