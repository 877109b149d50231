//! Domain literals (RFC 5322 3.4.1) and the address literals among them (RFC 5321 4.1.3).

use core::fmt;
use core::net::{Ipv4Addr, Ipv6Addr};
use core::ops::Range;

use super::chars::{is_dtext, is_quotable};
use super::domain::Domain;
use super::fault::{FaultSink, Stopped};
use super::parser::Parser;
use crate::finding::{FindingKind, Part};

impl<S: FaultSink> Parser<'_, S> {
    /// `[…]`: an address literal where the grammar is SMTP's, else a domain literal.
    pub(super) fn domain_literal(&mut self) -> Result<Range<usize>, Stopped> {
        let open = self.position();
        if self.grammar.has_host_labels() {
            let length = self.rest().split_inclusive(']').next().map_or(0, str::len);
            let literal = self.take(length);
            if self.text().get(literal.clone()).and_then(parse_literal).is_none() {
                self.report(FindingKind::InvalidLiteral, literal.clone(), Part::DomainLiteral)?;
            }
            return Ok(literal);
        }
        self.bump();
        loop {
            self.folding_white_space();
            let grammar = self.grammar;
            match self.peek() {
                Some(']') => {
                    self.bump();
                    return Ok(open..self.position());
                }
                Some(c) if is_dtext(c, grammar) => {
                    self.take_while(|c| is_dtext(c, grammar));
                }
                Some('\\') if grammar.has_obsolete() => {
                    self.bump();
                    if self.peek().is_some_and(|c| is_quotable(c, grammar)) {
                        self.bump();
                    } else {
                        self.report(FindingKind::InvalidLiteral, open..self.position(), Part::DomainLiteral)?;
                    }
                }
                Some('[' | '\\') => {
                    let stray = self.bump();
                    self.report(FindingKind::InvalidLiteral, stray, Part::DomainLiteral)?;
                }
                Some(_) => self.stray(Part::DomainLiteral)?,
                None => {
                    self.report(FindingKind::InvalidLiteral, open..self.position(), Part::DomainLiteral)?;
                    return Ok(open..self.position());
                }
            }
        }
    }
}

/// The address literal that `text` is, brackets included.
pub(crate) fn parse_literal(text: &str) -> Option<Domain<'_>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    if let Some(address) = parse_ipv4(inner) {
        return Some(Domain::Ipv4(address));
    }
    let (tag, content) = inner.split_once(':')?;
    // ABNF strings know no case (RFC 5234 2.3).
    if tag.eq_ignore_ascii_case("IPv6") {
        return parse_ipv6(content).map(Domain::Ipv6);
    }
    (is_standardized_tag(tag) && !content.is_empty() && content.bytes().all(is_dcontent))
        .then_some(Domain::General { tag, content })
}

/// `Standardized-tag = Ldh-str`
fn is_standardized_tag(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && tag.bytes().next_back().is_some_and(|last| last != b'-')
}

/// `dcontent = %d33-90 / %d94-126`
fn is_dcontent(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'[' | b'\\' | b']')
}

/// `IPv4-address-literal = Snum 3("." Snum)`, whose numbers may have leading zeros and are decimal all the same.
fn parse_ipv4(text: &str) -> Option<Ipv4Addr> {
    let mut octets = [0_u8; 4];
    let mut numbers = text.split('.');
    for octet in &mut octets {
        let number = numbers.next()?;
        if number.len() > 3 || !number.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        *octet = number.parse().ok()?;
    }
    numbers.next().is_none().then(|| Ipv4Addr::from(octets))
}

/// `IPv6-addr`: eight groups, or at most six around a `::`; an IPv4 address may stand for the last two.
fn parse_ipv6(text: &str) -> Option<Ipv6Addr> {
    let mut groups = [0_u16; 8];
    let Some((head, tail)) = text.split_once("::") else {
        return (read_groups(text, &mut groups, true)? == 8).then(|| Ipv6Addr::from(groups));
    };
    let head_count = read_groups(head, &mut groups, false)?;
    let mut end = [0_u16; 8];
    let tail_count = read_groups(tail, &mut end, true)?;
    if head_count.saturating_add(tail_count) > 6 {
        return None;
    }
    for (group, read) in groups.iter_mut().rev().zip(end.iter().take(tail_count).rev()) {
        *group = *read;
    }
    Some(Ipv6Addr::from(groups))
}

/// Reads `1*4HEXDIG` groups between colons, an IPv4 address as the last two where `v4` says so, and counts them.
fn read_groups(text: &str, groups: &mut [u16; 8], v4: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let mut count = 0;
    let mut pieces = text.split(':').peekable();
    while let Some(piece) = pieces.next() {
        if v4 && pieces.peek().is_none() && piece.contains('.') {
            let [a, b, c, d] = parse_ipv4(piece)?.octets();
            for pair in [[a, b], [c, d]] {
                *groups.get_mut(count)? = u16::from_be_bytes(pair);
                count = count.saturating_add(1);
            }
            return Some(count);
        }
        if piece.len() > 4 || !piece.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        *groups.get_mut(count)? = u16::from_str_radix(piece, 16).ok()?;
        count = count.saturating_add(1);
    }
    Some(count)
}

impl fmt::Display for Domain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Domain::Name(name) => f.write_str(name),
            literal => write_literal(literal, f),
        }
    }
}

/// Writes a literal in its normal form: `[192.0.2.1]`, `[IPv6:2001:db8::1]` (RFC 5952), `[tag:content]`.
pub(crate) fn write_literal(domain: &Domain<'_>, out: &mut impl fmt::Write) -> fmt::Result {
    match domain {
        Domain::Name(name) => out.write_str(name),
        Domain::Ipv4(address) => write!(out, "[{address}]"),
        Domain::Ipv6(address) => write!(out, "[IPv6:{address}]"),
        Domain::General { tag, content } => write!(out, "[{tag}:{content}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Domain, parse_literal};
    use alloc::string::ToString;

    #[test]
    fn literals_in_their_normal_form() {
        let cases = [
            ("[192.0.2.1]", Some("[192.0.2.1]")),
            ("[192.000.002.001]", Some("[192.0.2.1]")),
            ("[192.0.2.256]", None),
            ("[192.0.2]", None),
            ("[192.0..1]", None),
            ("[192.0.2.0001]", None),
            ("[192.0.2.+1]", None),
            ("[IPv6:2001:DB8:0:0:0:0:0:1]", Some("[IPv6:2001:db8::1]")),
            ("[ipv6:::1]", Some("[IPv6:::1]")),
            ("[IPv6:::]", Some("[IPv6:::]")),
            ("[IPv6:::ffff:192.0.2.1]", Some("[IPv6:::ffff:192.0.2.1]")),
            ("[IPv6:1:2:3:4:5:6:192.0.2.1]", Some("[IPv6:1:2:3:4:5:6:c000:201]")),
            // `::` stands for at least two groups.
            ("[IPv6:1:2:3:4:5:6:7::]", None),
            ("[IPv6:1:2:3:4:5::7]", Some("[IPv6:1:2:3:4:5::7]")),
            ("[IPv6:1:2:3:4::192.0.2.1]", Some("[IPv6:1:2:3:4::c000:201]")),
            ("[IPv6:1:2:3:4:5::192.0.2.1]", None),
            ("[IPv6:1:192.0.2.1::]", None),
            ("[IPv6:1:::2]", None),
            ("[IPv6:12345::]", None),
            ("[IPv6:00001::]", None),
            ("[IPv6:+1::]", None),
            ("[tag:text]", Some("[tag:text]")),
            ("[t-:text]", None),
            ("[tag:]", None),
            ("[:text]", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_literal(text).map(|literal| literal.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_tag_ipv6_is_no_general_literal() {
        assert_eq!(parse_literal("[IPv6:text]"), None);
        assert!(matches!(parse_literal("[x:text]"), Some(Domain::General { tag: "x", content: "text" })));
    }
}
