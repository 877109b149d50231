//! Where NFC joins nothing.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// Whether NFC joins the character to nothing before it (UAX #15 9.1): its decomposition starts with a starter that
/// composes with nothing before.
pub(crate) fn is_nfc_boundary(c: char) -> bool {
    if c.is_ascii() {
        return true;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    first.is_some_and(|first| {
        canonical_combining_class(first) == 0 && is_nfc_quick(core::iter::once(first)) == IsNormalized::Yes
    })
}
