//! What other crates make of an input that both they and this one take: the same address, or a difference with a rule.

use std::net::{Ipv4Addr, Ipv6Addr};

use mail_parser::parsers::MessageStream;
use normail::{Domain, EmailAddress, Policy};
use unicode_normalization::UnicodeNormalization;

use crate::checks::Checked;

/// An address as a peer gives it, in its two parts.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) local: String,
    pub(crate) domain: String,
}

impl Reading {
    pub(crate) fn new(local: &str, domain: &str) -> Self {
        Self { local: String::from(local), domain: String::from(domain) }
    }
}

/// `email_address`, which takes a `Mailbox` of RFC 5321 and 6531.
pub fn email_address_reads_the_same(input: &str) -> Checked {
    let theirs = input.parse::<email_address::EmailAddress>().ok();
    let theirs = theirs.map(|theirs| Reading::new(theirs.local_part(), theirs.domain()));
    agree("email_address", &smtp(), input, theirs)
}

/// `lettre`, which takes that too, or a domain that IDNA takes.
pub fn lettre_reads_the_same(input: &str) -> Checked {
    let theirs = input.parse::<lettre::Address>().ok();
    let theirs = theirs.map(|theirs| Reading::new(theirs.user(), theirs.domain()));
    agree("lettre", &smtp(), input, theirs)
}

/// `mail-parser`, which reads the value of a header field and makes the best of it.
pub fn mail_parser_reads_the_same(input: &str) -> Checked {
    let field = format!("{input}\r\n");
    let value = MessageStream::new(field.as_bytes()).parse_address();
    let [address] = value.as_address().map_or(&[][..], |list| list.as_list().unwrap_or_default()) else {
        return Ok(());
    };
    // It takes a quoted local part, and an encoded word, for a name: then it has found no address.
    let theirs = address.address().and_then(|address| address.rsplit_once('@'));
    let theirs = theirs.filter(|(local, domain)| !local.is_empty() && !domain.is_empty());
    agree("mail-parser", &Policy::header(), input, theirs.map(|(local, domain)| Reading::new(local, domain)))
}

fn smtp() -> Policy {
    Policy::smtp().long_local_part(true)
}

fn agree(peer: &str, policy: &Policy, input: &str, theirs: Option<Reading>) -> Checked {
    let (Ok(ours), Some(theirs)) = (policy.parse(input), theirs) else {
        return Ok(());
    };
    difference(&ours, &theirs).map_or(Ok(()), |how| Err(format!("{peer} reads {how}")))
}

/// In what two addresses differ that no rule makes one.
pub(crate) fn difference(ours: &EmailAddress, theirs: &Reading) -> Option<String> {
    if local_rule(ours, &theirs.local).is_none() {
        return Some(format!("the local part {:?}, we {ours:?}", theirs.local));
    }
    if domain_rule(ours, &theirs.domain).is_none() {
        return Some(format!("the domain {:?}, we {ours:?}", theirs.domain));
    }
    None
}

/// Why two local parts are one, though they may be written otherwise.
enum LocalRule {
    Same,
    /// RFC 6532 3.1: text is in NFC.
    Composed,
    /// RFC 5321 4.1.2: quotes and backslashes are no part of what a quoted string means, and a peer may give that alone.
    Quoted,
    /// RFC 5322 3.2.2: white space around a token is no part of it.
    Spaced,
    /// RFC 2047 5: no encoded word stands in an address. A peer that decodes one there takes it for a name, be its end in a
    /// comment.
    EncodedWord,
}

fn local_rule(ours: &EmailAddress, theirs: &str) -> Option<LocalRule> {
    let is_content = |theirs: &str| theirs.nfc().eq(ours.local_part_unquoted().chars());
    if ours.local_part() == theirs {
        Some(LocalRule::Same)
    } else if theirs.nfc().eq(ours.local_part().chars()) {
        Some(LocalRule::Composed)
    } else if is_content(&unquoted(theirs)) || is_content(theirs) {
        Some(LocalRule::Quoted)
    } else if theirs.trim().nfc().eq(ours.local_part().chars()) {
        Some(LocalRule::Spaced)
    } else if ours.local_part().contains("=?") {
        Some(LocalRule::EncodedWord)
    } else {
        None
    }
}

fn unquoted(local: &str) -> String {
    let Some(inner) = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return String::from(local);
    };
    let mut chars = inner.chars();
    let mut content = String::new();
    while let Some(c) = chars.next() {
        content.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    content
}

/// Why two domains are one.
enum DomainRule {
    /// RFC 4343: letters are compared without their case.
    Same,
    /// RFC 5890: an A-label is its U-label.
    Idna,
    /// RFC 5952, RFC 5321 4.1.3: the same IP address, or the same tag and content.
    Literal,
}

fn domain_rule(ours: &EmailAddress, theirs: &str) -> Option<DomainRule> {
    // RFC 5322 3.2.2: white space around a token is no part of it.
    let theirs = theirs.trim();
    match ours.domain() {
        Domain::Name(name) if name.eq_ignore_ascii_case(theirs) => Some(DomainRule::Same),
        Domain::Name(name) => {
            idna::domain_to_ascii(theirs).is_ok_and(|theirs| theirs == name).then_some(DomainRule::Idna)
        }
        Domain::Ipv4(address) => (dotted(content(theirs)?)? == address).then_some(DomainRule::Literal),
        Domain::Ipv6(address) => {
            let (tag, theirs) = content(theirs)?.split_once(':')?;
            let is_same = tag.eq_ignore_ascii_case("IPv6") && colons(theirs)? == address;
            is_same.then_some(DomainRule::Literal)
        }
        other => (other.to_string() == theirs).then_some(DomainRule::Literal),
    }
}

fn content(literal: &str) -> Option<&str> {
    literal.strip_prefix('[')?.strip_suffix(']')
}

/// RFC 5321 4.1.3 takes zeros in front of a decimal number; the standard library does not.
fn dotted(text: &str) -> Option<Ipv4Addr> {
    let octets: Vec<u8> = text.split('.').map(|octet| octet.parse().ok()).collect::<Option<_>>()?;
    <[u8; 4]>::try_from(octets).ok().map(Ipv4Addr::from)
}

fn colons(text: &str) -> Option<Ipv6Addr> {
    match text.rsplit_once(':') {
        Some((groups, v4)) if v4.contains('.') => format!("{groups}:{}", dotted(v4)?).parse().ok(),
        _ => text.parse().ok(),
    }
}
