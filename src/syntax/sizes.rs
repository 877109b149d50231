//! The sizes of RFC 5321 4.5.3.1 and RFC 1035 2.3.4, in octets.

use core::ops::Range;

use super::{Fault, Grammar, Parts};
use crate::finding::{FindingKind, Part};
use crate::span::span_at;

/// No input above this is read by anything (DoS, not an RFC).
pub(crate) const INPUT_MAX: usize = 4096;
/// RFC 5321 4.5.3.1.1.
pub(crate) const LOCAL_PART_MAX: usize = 64;
/// RFC 5321 4.5.3.1.2.
pub(crate) const DOMAIN_MAX: usize = 255;
/// RFC 1035 2.3.4; also in the WHATWG production.
pub(crate) const LABEL_MAX: usize = 63;
/// RFC 5321 4.5.3.1.3 counts the angle brackets of a path: 256 less those two (erratum 1690).
pub(crate) const ADDRESS_MAX: usize = 254;

/// The first size that the grammar limits and the text exceeds.
pub(crate) fn oversize(text: &str, parts: &Parts, grammar: Grammar) -> Option<Fault> {
    if grammar.has_cfws() {
        return None;
    }
    let fault = |kind, span: &Range<usize>, part| Some(Fault { kind, span: span.clone(), found: None, part });
    let sized = !matches!(grammar, Grammar::Html);
    if sized && parts.local.len() > LOCAL_PART_MAX {
        return fault(FindingKind::LocalPartTooLong, &parts.local, Part::LocalPart);
    }
    if sized && parts.domain.len() > DOMAIN_MAX {
        return fault(FindingKind::DomainTooLong, &parts.domain, Part::Domain);
    }
    if !parts.is_literal {
        let domain = text.get(parts.domain.clone()).unwrap_or_default();
        let mut start = parts.domain.start;
        for label in domain.split('.') {
            let span = span_at(start, label.len());
            if label_length(label) > LABEL_MAX {
                return fault(FindingKind::LabelTooLong, &span, Part::Domain);
            }
            start = span.end.saturating_add(1);
        }
    }
    if sized && text.len() > ADDRESS_MAX {
        return fault(FindingKind::AddressTooLong, &(0..text.len()), Part::Address);
    }
    None
}

/// Octets of an ASCII label; characters of another, whose octets as an A-label only IDNA can tell.
fn label_length(label: &str) -> usize {
    if label.is_ascii() { label.len() } else { label.chars().count() }
}
