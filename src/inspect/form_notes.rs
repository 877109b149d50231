//! What the normal form differs in, which strict parsing does as well: notes.

use alloc::vec::Vec;
use core::ops::Range;

use unicode_normalization::is_nfc;

use super::faults::Parsed;
use super::unwrap::Unwrapped;
use crate::finding::{Finding, FindingKind};
use crate::normalize::LocalPart;

/// Notes on the parts that are sound.
pub(super) fn form_notes(unwrapped: &Unwrapped, parsed: &Parsed) -> Vec<Finding> {
    let left = unwrapped.left();
    let mut notes = Vec::new();
    let mut note = |kind, span: &Range<usize>| {
        let start = unwrapped.window.start;
        notes.push(Finding::note(kind, unwrapped.text.source(&(start + span.start..start + span.end))));
    };
    let local = left.get(parsed.parts.local.clone()).unwrap_or_default();
    if parsed.is_local_sound {
        let local = LocalPart::new(local);
        if !local.is_nfc() {
            note(FindingKind::NotNfc, &parsed.parts.local);
        }
        if local.is_quoted() && !local.needs_quotes() {
            note(FindingKind::RedundantQuotes, &parsed.parts.local);
        }
    }
    let domain = left.get(parsed.parts.domain.clone()).unwrap_or_default();
    if parsed.is_domain_sound && !parsed.parts.is_literal {
        if !is_nfc(domain) {
            note(FindingKind::NotNfc, &parsed.parts.domain);
        }
        if !domain.is_ascii() {
            note(FindingKind::Idn, &parsed.parts.domain);
        } else if domain.bytes().any(|byte| byte.is_ascii_uppercase()) {
            note(FindingKind::UppercaseDomain, &parsed.parts.domain);
        }
    }
    notes
}
