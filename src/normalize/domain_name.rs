//! Host names in their normal form: lower-case labels, A-labels (RFC 5890 2.3.2.1) where they are beyond ASCII.

use alloc::string::String;
use core::fmt;
use core::ops::Range;

use idna::uts46::{AsciiDenyList, ErrorPolicy, Hyphens, ProcessingError, ProcessingSuccess, Uts46};

use crate::finding::FindingKind;
use crate::syntax::{DOMAIN_MAX, Domain, LABEL_MAX, write_literal};
use crate::unicode::{CharClass, classify, is_idna_punctuation};

/// Why a name has no normal form, and where, in bytes of the name as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DomainFault {
    pub(crate) kind: FindingKind,
    pub(crate) span: Range<usize>,
}

/// A host name, or an address literal, in its normal form, on the stack: RFC 5321 gives it 255 octets.
#[derive(Clone)]
pub(crate) struct DomainName<'a> {
    octets: [u8; DOMAIN_MAX],
    length: usize,
    /// More was written than there is room for.
    is_full: bool,
    /// A name that no standard of mail allows and a browser does, as written.
    oversize: Option<&'a str>,
}

impl<'a> DomainName<'a> {
    const EMPTY: Self = Self { octets: [0; DOMAIN_MAX], length: 0, is_full: false, oversize: None };

    /// UTS #46 ToASCII, non-transitional, with STD3 rules, no hyphen at either end of a label and the lengths of the
    /// DNS; and no punctuation that IDNA lets through, also inside an A-label.
    pub(crate) fn parse(name: &str) -> Result<Self, DomainFault> {
        let ascii = Self::to_ascii(name)?;
        ascii.check_labels(name)?;
        Ok(ascii)
    }

    /// The name in lower case, without a look at its labels: all that a browser does. One of any size, as it is written.
    pub(crate) fn of_browser(name: &'a str) -> Self {
        Self::lower_case(name).unwrap_or(Self { oversize: Some(name), ..Self::EMPTY })
    }

    /// The name in lower case, without a look at its labels.
    pub(crate) fn lower_case(name: &str) -> Result<Self, DomainFault> {
        let mut lower = Self::EMPTY;
        for c in name.chars() {
            lower.push(c.to_ascii_lowercase().encode_utf8(&mut [0; 4]));
        }
        lower.unless_full(name)
    }

    /// An address literal in its normal form, with its brackets.
    pub(crate) fn literal(literal: &Domain<'_>, written: &str) -> Result<Self, DomainFault> {
        let mut normal = Self::EMPTY;
        // The sink never fails.
        let _ = write_literal(literal, &mut normal);
        normal.unless_full(written)
    }

    pub(crate) fn as_str(&self) -> &str {
        if let Some(name) = &self.oversize {
            return name;
        }
        let octets = self.octets.get(..self.length).unwrap_or_default();
        core::str::from_utf8(octets).unwrap_or_default()
    }

    /// Writes it in lower case.
    pub(crate) fn write(&self, out: &mut String) {
        match self.oversize {
            Some(name) => out.extend(name.chars().map(|c| c.to_ascii_lowercase())),
            None => out.push_str(self.as_str()),
        }
    }

    fn to_ascii(name: &str) -> Result<Self, DomainFault> {
        if name.is_ascii() && !name.split('.').any(is_a_label) {
            return Self::lower_case(name);
        }
        match Self::process(name) {
            Ok(ascii) => ascii.unless_full(name),
            Err(_) => Err(invalid_label(name)),
        }
    }

    fn process(name: &str) -> Result<Self, ProcessingError> {
        let mut ascii = Self::EMPTY;
        let mut is_clean = true;
        let success = Uts46::new().process(
            name.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            ErrorPolicy::FailFast,
            |u_label, _, _| {
                is_clean &= u_label.iter().all(|c| is_label_char(*c));
                false
            },
            &mut ascii,
            None,
        )?;
        if success == ProcessingSuccess::Passthrough {
            ascii.push(name);
        }
        if is_clean { Ok(ascii) } else { Err(ProcessingError::ValidityError) }
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
                let at = span.start + at;
                return Err(DomainFault { kind: FindingKind::InvalidCharacter, span: at..at + 1 });
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
    fn push(&mut self, text: &str) {
        let end = self.length + text.len();
        match self.octets.get_mut(self.length..end) {
            Some(room) => {
                room.copy_from_slice(text.as_bytes());
                self.length = end;
            }
            None => self.is_full = true,
        }
    }

    fn unless_full(self, written: &str) -> Result<Self, DomainFault> {
        if self.is_full {
            return Err(DomainFault { kind: FindingKind::DomainTooLong, span: 0..written.len() });
        }
        Ok(self)
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
}

/// The first label that IDNA refuses on its own; the whole name if only their company is at fault (Bidi rule).
fn invalid_label(name: &str) -> DomainFault {
    let refused = split_labels(name)
        .find(|span| name.get(span.clone()).is_some_and(|label| DomainName::process(label).is_err()));
    DomainFault { kind: FindingKind::InvalidIdn, span: refused.unwrap_or(0..name.len()) }
}

/// Whether a character may stand in a U-label, as far as this crate is stricter than UTS #46. Joiners are its own
/// matter: it knows their context.
fn is_label_char(c: char) -> bool {
    matches!(classify(c), CharClass::Ordinary | CharClass::Joiner) && !is_idna_punctuation(c)
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
        let span = start..start + label.len();
        let dot = name.get(span.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start = span.end + dot;
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
        ];
        for (name, expected) in cases {
            let parsed = DomainName::parse(name).map(|name| name.as_str().to_string());
            let expected = expected.map(String::from);
            assert_eq!(parsed.map_err(|fault| (fault.kind, fault.span)), expected, "{name}");
        }
    }
}
