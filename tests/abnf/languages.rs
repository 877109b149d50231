//! The six languages: which texts each is made of, and what the RFCs say about it in words instead of ABNF.

use super::grammar::{Constraint, Grammar, RuleId};

/// Longer input is no address of any kind: a rule of this crate, not of an RFC.
const MAX_INPUT_BYTES: usize = 4_096;

pub(crate) const CORE: &str = include_str!("../data/abnf/core.abnf");
const RFC_5321: &str = include_str!("../data/abnf/rfc5321.abnf");
const RFC_6531: &str = include_str!("../data/abnf/rfc6531.abnf");
pub(crate) const RFC_5322: &str = include_str!("../data/abnf/rfc5322.abnf");
pub(crate) const RFC_5322_OBSOLETE: &str = include_str!("../data/abnf/rfc5322_obsolete.abnf");
const RFC_6532: &str = include_str!("../data/abnf/rfc6532.abnf");
const HTML: &str = include_str!("../data/abnf/html.abnf");

/// What RFC 5321 says in words. RFC 6531 keeps all of it.
const SMTP: &[(&str, Constraint)] = &[
    ("Mailbox", is_path_sized),
    ("Local-part", is_local_part_sized),
    ("Domain", is_domain_sized),
    ("sub-domain", is_label_sized),
    ("Standardized-tag", is_not_ipv6),
    ("Snum", is_up_to_255),
    ("IPv6-comp", leaves_two_of_8_groups),
    ("IPv6v4-comp", leaves_two_of_6_groups),
];

pub(crate) struct Language {
    /// Its column in `tests/data/grammar.jsonl`.
    pub(crate) name: &'static str,
    pub(crate) grammar: Grammar,
    pub(crate) start: RuleId,
}

impl Language {
    pub(crate) fn all() -> [Language; 6] {
        [
            Language::rfc5321(),
            Language::rfc6531(),
            Language::rfc5322(),
            Language::rfc5322_obsolete(),
            Language::rfc6532(),
            Language::html(),
        ]
    }

    /// RFC 5321, section 4.1.2.
    pub(crate) fn rfc5321() -> Language {
        Language::new("rfc5321", "Mailbox", &[CORE, RFC_5321], SMTP)
    }

    /// RFC 6531, section 3.3.
    pub(crate) fn rfc6531() -> Language {
        Language::new("rfc6531", "Mailbox", &[CORE, RFC_5321, RFC_6531], SMTP)
    }

    /// RFC 5322, section 3.4.1.
    pub(crate) fn rfc5322() -> Language {
        Language::new("rfc5322", "addr-spec", &[CORE, RFC_5322], &[])
    }

    /// RFC 5322, sections 3.4.1 and 4.4.
    pub(crate) fn rfc5322_obsolete() -> Language {
        Language::new("rfc5322_obs", "addr-spec", &[CORE, RFC_5322, RFC_5322_OBSOLETE], &[])
    }

    /// RFC 6532, section 3.2.
    pub(crate) fn rfc6532() -> Language {
        Language::new("rfc6532", "addr-spec", &[CORE, RFC_5322, RFC_6532], &[])
    }

    /// The "valid email address" of the HTML Standard.
    pub(crate) fn html() -> Language {
        Language::new("html5", "email", &[CORE, HTML], &[("label", is_label_sized)])
    }

    pub(crate) fn accepts(&self, input: &str) -> bool {
        input.len() <= MAX_INPUT_BYTES && self.grammar.recognises(self.start, input)
    }

    pub(crate) fn new(
        name: &'static str,
        start: &str,
        texts: &[&str],
        constraints: &[(&str, Constraint)],
    ) -> Language {
        let grammar = Grammar::new(texts, constraints).expect("the grammars are well-formed");
        let start = grammar.rule(start).expect("the grammar has its start rule");
        Language { name, grammar, start }
    }
}

/// RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, of which two are its angle brackets.
fn is_path_sized(mailbox: &[char]) -> bool {
    octets(mailbox) <= 254
}

/// RFC 5321, section 4.5.3.1.1.
fn is_local_part_sized(local_part: &[char]) -> bool {
    octets(local_part) <= 64
}

/// RFC 5321, section 4.5.3.1.2.
fn is_domain_sized(domain: &[char]) -> bool {
    octets(domain) <= 255
}

/// RFC 1035, section 2.3.4, says octets, which in ASCII are characters. A U-label's octets say little about those
/// of its A-label, but an A-label is no shorter in characters.
fn is_label_sized(label: &[char]) -> bool {
    label.len() <= 63
}

/// RFC 5321, section 4.1.3: what is tagged so is an `IPv6-address-literal`, or it is wrong.
fn is_not_ipv6(tag: &[char]) -> bool {
    !String::from_iter(tag).eq_ignore_ascii_case("ipv6")
}

/// RFC 5321, section 4.1.3, the comment of `Snum`.
fn is_up_to_255(digits: &[char]) -> bool {
    String::from_iter(digits).parse::<u8>().is_ok()
}

/// RFC 5321, section 4.1.3, the comment of `IPv6-comp`.
fn leaves_two_of_8_groups(address: &[char]) -> bool {
    written_groups(address) <= 6
}

/// RFC 5321, section 4.1.3, the comment of `IPv6v4-comp`. The IPv4 part counts as one here.
fn leaves_two_of_6_groups(address: &[char]) -> bool {
    written_groups(address) <= 4 + 1
}

fn written_groups(address: &[char]) -> usize {
    address.split(|&char| char == ':').filter(|group| !group.is_empty()).count()
}

fn octets(text: &[char]) -> usize {
    text.iter().map(|char| char.len_utf8()).sum()
}
