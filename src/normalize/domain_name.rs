//! Host names in their normal form: lower-case labels, A-labels (RFC 5890 2.3.2.1) where they are beyond ASCII.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::ops::Range;

use idna::uts46::{AsciiDenyList, ErrorPolicy, Hyphens, ProcessingError, ProcessingSuccess};

use crate::finding::FindingKind;
use crate::span::{char_span, shifted, span_at};
use crate::syntax::{DOMAIN_MAX, Domain, LABEL_MAX, is_plain_host_name, write_literal};
use crate::unicode::{UTS46, is_u_label_char};

/// Why a name has no normal form, and where, in bytes of the name as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DomainFault {
    pub(crate) kind: FindingKind,
    pub(crate) span: Range<usize>,
}

/// A host name, or an address literal, in its normal form, on the stack: RFC 5321 gives it 255 octets.
// Text is checked a block at a time where it starts at one.
#[repr(C, align(16))]
#[derive(Clone)]
pub(crate) struct DomainName<'a> {
    octets: [u8; DOMAIN_MAX],
    length: usize,
    /// More was written than there is room for.
    is_full: bool,
    /// A name that no standard of mail allows and a browser does, in lower case.
    oversize: Option<Cow<'a, str>>,
}

impl<'a> DomainName<'a> {
    #[inline]
    pub(crate) const fn empty() -> Self {
        Self { octets: [0; DOMAIN_MAX], length: 0, is_full: false, oversize: None }
    }

    /// UTS #46 ToASCII, non-transitional, with STD3 rules, no hyphen at either end of a label and the lengths of the
    /// DNS; and no punctuation that IDNA lets through, also inside an A-label.
    pub(crate) fn parse(name: &str) -> Result<Self, DomainFault> {
        let mut ascii = Self::empty();
        ascii.fill(name)?;
        Ok(ascii)
    }

    /// The same in place: it is too large to be moved about.
    pub(crate) fn fill(&mut self, name: &str) -> Result<(), DomainFault> {
        if name.is_ascii() && !name.split('.').any(is_a_label) {
            self.push_in_lower_case(name);
        } else if self.process(name).is_err() {
            return Err(invalid_label(name));
        }
        self.unless_full(name)?;
        let octets = self.octets.get(..self.length).unwrap_or_default();
        if is_plain_host_name(octets) { Ok(()) } else { self.check_labels(name) }
    }

    /// The name in lower case, without a look at its labels: all that a browser does. One of any size is as it was
    /// written but for its case.
    pub(crate) fn of_browser(name: &'a str) -> Self {
        let mut lower = Self::empty();
        lower.push_in_lower_case(name);
        if !lower.is_full {
            return lower;
        }
        let has_capital = name.bytes().any(|byte| byte.is_ascii_uppercase());
        let name = if has_capital { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) };
        Self { oversize: Some(name), ..Self::empty() }
    }

    /// An address literal in its normal form, with its brackets.
    pub(crate) fn fill_literal(&mut self, literal: &Domain<'_>, written: &str) -> Result<(), DomainFault> {
        // The sink never fails.
        let _ = write_literal(literal, self);
        self.unless_full(written)
    }

    /// The octets of the normal form.
    pub(crate) fn octets(&self) -> usize {
        self.oversize.as_deref().map_or(self.length, str::len)
    }

    /// Whether there are two labels or more.
    pub(crate) fn has_dot(&self) -> bool {
        let name = self.oversize.as_deref().map(str::as_bytes);
        // The last one is near the end.
        name.or(self.octets.get(..self.length))
            .is_some_and(|octets| octets.iter().rev().any(|octet| *octet == b'.'))
    }

    pub(crate) fn as_str(&self) -> &str {
        if let Some(name) = &self.oversize {
            return name;
        }
        let octets = self.octets.get(..self.length).unwrap_or_default();
        core::str::from_utf8(octets).unwrap_or_default()
    }

    pub(crate) fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn process(&mut self, name: &str) -> Result<(), ProcessingError> {
        let (mapped, plain_end) = split_plain_end(name);
        let mut is_clean = true;
        let success = UTS46.process(
            mapped.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            ErrorPolicy::FailFast,
            |u_label, _, _| {
                is_clean &= u_label.iter().all(|c| is_u_label_char(*c));
                false
            },
            self,
            None,
        )?;
        if success == ProcessingSuccess::Passthrough {
            self.push(mapped);
        }
        self.push_in_lower_case(plain_end);
        if is_clean { Ok(()) } else { Err(ProcessingError::ValidityError) }
    }

    /// What IDNA leaves to DNS: each label has 1 to 63 letters, digits and hyphens, and the last is no number.
    fn check_labels(&self, name: &str) -> Result<(), DomainFault> {
        let labels = self.as_str().split('.');
        let written = split_labels(name);
        let mut last = "";
        for (label, span) in labels.zip(written) {
            let fault = |kind| Err(DomainFault { kind, span: span.clone() });
            if label.is_empty() {
                return fault(FindingKind::ConsecutiveDots);
            }
            if label.len() > LABEL_MAX {
                return fault(FindingKind::LabelTooLong);
            }
            if label.starts_with('-') || label.ends_with('-') {
                return fault(FindingKind::LabelHyphen);
            }
            if let Some(at) = name.get(span.clone()).and_then(|label| label.find(is_no_host_char)) {
                let span = shifted(&span_at(at, 1), span.start);
                return Err(DomainFault { kind: FindingKind::InvalidCharacter, span });
            }
            last = label;
        }
        if last.bytes().all(|byte| byte.is_ascii_digit()) {
            let span = split_labels(name).last().unwrap_or(0..name.len());
            return Err(DomainFault { kind: FindingKind::NumericTld, span });
        }
        Ok(())
    }
}

impl DomainName<'_> {
    fn push_in_lower_case(&mut self, text: &str) {
        let start = self.length;
        self.push(text);
        if let Some(octets) = self.octets.get_mut(start..self.length) {
            octets.make_ascii_lowercase();
        }
    }

    fn push(&mut self, text: &str) {
        let end = self.length.saturating_add(text.len());
        match self.octets.get_mut(self.length..end) {
            Some(room) => {
                room.copy_from_slice(text.as_bytes());
                self.length = end;
            }
            None => self.is_full = true,
        }
    }

    fn unless_full(&self, written: &str) -> Result<(), DomainFault> {
        if self.is_full {
            return Err(DomainFault { kind: FindingKind::DomainTooLong, span: 0..written.len() });
        }
        Ok(())
    }
}

impl fmt::Debug for DomainName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// It never fails: `idna` panics at an error of its sink in the midst of an A-label.
impl fmt::Write for DomainName<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }

    // Punycode comes a digit at a time.
    #[inline]
    fn write_char(&mut self, c: char) -> fmt::Result {
        match self.octets.get_mut(self.length) {
            Some(room) if c.is_ascii() => {
                *room = u8::try_from(c).unwrap_or_default();
                self.length = self.length.saturating_add(1);
            }
            _ => self.push(c.encode_utf8(&mut [0; 4])),
        }
        Ok(())
    }
}

/// The last label with its dot, where it is of ASCII letters alone: IDNA maps nothing of it but its case, and it keeps to
/// the Bidi rule (RFC 5893 2) in any company.
fn split_plain_end(name: &str) -> (&str, &str) {
    let letters = name.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let dot = name.len().checked_sub(letters.saturating_add(1)).filter(|_| letters > 0);
    match dot.and_then(|dot| name.split_at_checked(dot)) {
        Some((before, end)) if end.starts_with('.') => (before, end),
        _ => (name, ""),
    }
}

/// The first label that IDNA refuses on its own; the whole name if only their company is at fault (Bidi rule).
fn invalid_label(name: &str) -> DomainFault {
    let is_refused = |label: &str| {
        let mut alone = DomainName::empty();
        alone.process(label).is_err()
    };
    let refused = split_labels(name).find(|span| name.get(span.clone()).is_some_and(is_refused));
    DomainFault { kind: FindingKind::InvalidIdn, span: refused.unwrap_or(0..name.len()) }
}

/// What ASCII holds beside letters, digits and hyphens.
fn is_no_host_char(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric() && c != '-'
}

/// Whether the label claims to be an A-label: it starts with the ACE prefix (RFC 5890 2.3.2.5).
pub(crate) fn is_a_label(label: &str) -> bool {
    label.get(.."xn--".len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"))
}

/// Where the labels of a name as written stand: UTS #46 takes four characters for a dot.
pub(crate) fn split_labels(name: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    name.split(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']).map(move |label| {
        let span = span_at(start, label.len());
        let dot = name.get(span.end..).and_then(|rest| rest.chars().next());
        start = dot.map_or(span.end, |dot| char_span(span.end, dot).end);
        span
    })
}

#[cfg(test)]
mod tests {
    use super::DomainName;
    use crate::finding::FindingKind;
    use alloc::string::{String, ToString};

    #[test]
    fn names_in_their_normal_form() {
        let cases = [
            ("Example.COM", Ok("example.com")),
            ("españa.es", Ok("xn--espaa-rta.es")),
            ("faß.de", Ok("xn--fa-hia.de")),
            ("MÜNCHEN.de", Ok("xn--mnchen-3ya.de")),
            ("XN--MNCHEN-3YA.de", Ok("xn--mnchen-3ya.de")),
            ("example。com", Ok("example.com")),
            ("ｅｘample．com", Ok("example.com")),
            ("example.123", Err((FindingKind::NumericTld, 8..11))),
            ("example.１２３", Err((FindingKind::NumericTld, 8..17))),
            ("xn--zzzzzzz99999.com", Err((FindingKind::InvalidIdn, 0..16))),
            ("a.„b.com", Err((FindingKind::InvalidIdn, 2..6))),
            ("ana@é", Err((FindingKind::InvalidIdn, 0..6))),
            ("－é.com", Err((FindingKind::InvalidIdn, 0..5))),
            ("a-b.c-d", Ok("a-b.c-d")),
            ("-a.com", Err((FindingKind::LabelHyphen, 0..2))),
            ("a-.com", Err((FindingKind::LabelHyphen, 0..2))),
            ("a.-com", Err((FindingKind::LabelHyphen, 2..6))),
            ("a.com-", Err((FindingKind::LabelHyphen, 2..6))),
            (".com", Err((FindingKind::ConsecutiveDots, 0..0))),
            ("a..com", Err((FindingKind::ConsecutiveDots, 2..2))),
            ("a.com.", Err((FindingKind::ConsecutiveDots, 6..6))),
            ("a_b.com", Err((FindingKind::InvalidCharacter, 1..2))),
            ("a.c_d", Err((FindingKind::InvalidCharacter, 3..4))),
        ];
        for (name, expected) in cases {
            let parsed = DomainName::parse(name).map(|name| name.as_str().to_string());
            let expected = expected.map(String::from);
            assert_eq!(parsed.map_err(|fault| (fault.kind, fault.span)), expected, "{name}");
        }
    }

    #[test]
    fn a_label_has_63_octets_at_most_wherever_it_stands() {
        let (full, long) = ("a".repeat(63), "a".repeat(64));
        for (name, span) in
            [("{}.com", 0..64), ("b.{}.com", 2..66), ("b.{}", 2..66), ("é.{}", 3..67), ("é.{}.com", 3..67)]
        {
            assert!(DomainName::parse(&name.replace("{}", &full)).is_ok(), "{name}");
            let fault = DomainName::parse(&name.replace("{}", &long))
                .map(|_| ())
                .map_err(|fault| (fault.kind, fault.span));
            assert_eq!(fault, Err((FindingKind::LabelTooLong, span)), "{name}");
        }
        let fault = DomainName::parse(&(full + ".c_d")).map_err(|fault| fault.kind);
        assert_eq!(fault.map(|_| ()), Err(FindingKind::InvalidCharacter));
    }
}
