//! What NFC leaves as it is, and where it joins nothing.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::icu::NFC;

/// COMBINING GRAVE ACCENT: NFC changes nothing before it, be it Latin with accents.
const FIRST_MARK: char = '\u{300}';

/// Whether NFC would leave the text as it is.
pub(crate) fn is_nfc(text: &str) -> bool {
    text.chars().all(|c| c < FIRST_MARK) || NFC.is_normalized(text)
}

/// Whether NFC joins the character to nothing before it (UAX #15 9.1): its decomposition starts with a starter that
/// composes with nothing before.
pub(crate) fn is_nfc_boundary(c: char) -> bool {
    if c.is_ascii() {
        return true;
    }
    // What is decomposed is of the class of its parts.
    if canonical_combining_class(c) != 0 {
        return false;
    }
    let (first, _) = decomposed(c);
    canonical_combining_class(first) == 0 && is_nfc_quick(core::iter::once(first)) == IsNormalized::Yes
}

/// The first of the characters that NFD takes it apart into.
pub(super) fn first_in_nfd(c: char) -> char {
    decomposed(c).0
}

/// How many characters it is taken apart into.
pub(super) fn decomposed_length(c: char) -> usize {
    decomposed(c).1
}

/// The first of the characters that it is taken apart into, and how many they are.
#[inline(never)]
fn decomposed(c: char) -> (char, usize) {
    let (mut first, mut length) = (c, 0_usize);
    decompose_canonical(c, |part| {
        if length == 0 {
            first = part;
        }
        length = length.saturating_add(1);
    });
    (first, length)
}

#[cfg(test)]
mod tests {
    use super::is_nfc;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    #[test]
    fn every_character_alone_and_behind_a_letter() {
        for c in '\0'..=char::MAX {
            for text in [alloc::format!("{c}"), alloc::format!("a{c}"), alloc::format!("\u{1100}{c}")] {
                assert_eq!(is_nfc(&text), unicode_normalization::is_nfc(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_has_a_class_is_no_starter_taken_apart() {
        for c in '\u{80}'..=char::MAX {
            let first = core::iter::once(c).nfd().next().map(canonical_combining_class);
            assert!(canonical_combining_class(c) == 0 || first != Some(0), "{c:?}");
        }
    }
}
