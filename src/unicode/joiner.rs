//! CONTEXTJ: where ZERO WIDTH JOINER and NON-JOINER are part of a word (RFC 5892 A.1 and A.2).

use icu_properties::props::{CanonicalCombiningClass, JoiningType};
use unicode_normalization::UnicodeNormalization;

use super::icu::{COMBINING_CLASS, JOINING_TYPE};
use super::nfc::{decomposed_length, is_nfc_boundary};

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';

/// So many characters on either side are looked at, each taken apart: a letter and as many marks as UAX #15 13 lets
/// stand in a row. No word needs more, and the work on many joiners stays linear. A text has as many of them in every
/// normal form, so that what is stored is judged as what was written.
const CONTEXT_MAX: usize = 31;

/// No character of NFC has taken in more marks than these.
const COMPOSED_MAX: usize = 3;

/// Whether the joiner `c` may stand between `before` and `after`, of which the first is taken in NFC: combining
/// marks may come in any order, and only one of the orders is stored.
pub(crate) fn is_joiner_in_context(before: &str, c: char, after: &str) -> bool {
    match c {
        ZWJ => follows_virama(before),
        ZWNJ => follows_virama(before) || joins_right(after) && joins_left(before),
        _ => false,
    }
}

fn follows_virama(before: &str) -> bool {
    // The marks of a higher class come behind it, and not all of them are taken in.
    let classes = before.chars().rev().take(CONTEXT_MAX).map(|c| COMBINING_CLASS.get(c));
    let higher = classes
        .take_while(|class| *class != CanonicalCombiningClass::NotReordered)
        .filter(|class| *class > CanonicalCombiningClass::Virama);
    if higher.take(COMPOSED_MAX.saturating_add(1)).count() > COMPOSED_MAX {
        return false;
    }
    let last = end_of_word(before, |_| true).and_then(|end| last_in_nfc(end, |_| true));
    last.is_some_and(|last| COMBINING_CLASS.get(last) == CanonicalCombiningClass::Virama)
}

/// (Joining_Type:{L,D})(Joining_Type:T)*(ZWNJ)
fn joins_left(before: &str) -> bool {
    let left = end_of_word(before, is_opaque).and_then(|end| last_in_nfc(end, is_opaque));
    matches!(left.map(joining_type), Some(JoiningType::LeftJoining | JoiningType::DualJoining))
}

/// (ZWNJ)(Joining_Type:T)*(Joining_Type:{R,D})
fn joins_right(after: &str) -> bool {
    let mut room = CONTEXT_MAX;
    for c in after.chars() {
        match joining_type(c) {
            JoiningType::RightJoining | JoiningType::DualJoining => return true,
            JoiningType::Transparent => {}
            _ => return false,
        }
        // Not counted is the letter, which has a mark more in one normal form than in another.
        let Some(rest) = room.checked_sub(decomposed_length(c)) else { return false };
        room = rest;
    }
    false
}

/// The end of a text that has a `wanted` character in it, if any, and that NFC joins to nothing before it. `None` where
/// it starts too far off, or with a backslash: that may be a quoted pair's, which is not stored.
fn end_of_word(text: &str, wanted: fn(char) -> bool) -> Option<&str> {
    let mut room = CONTEXT_MAX;
    let mut is_wanted = false;
    for (at, c) in text.char_indices().rev() {
        room = room.checked_sub(decomposed_length(c))?;
        is_wanted = is_wanted || wanted(c);
        if is_wanted && is_nfc_boundary(c) {
            return text.get(at..).filter(|end| !end.starts_with('\\'));
        }
    }
    Some(text)
}

fn last_in_nfc(end: &str, wanted: fn(char) -> bool) -> Option<char> {
    end.nfc().filter(|c| wanted(*c)).last()
}

fn is_opaque(c: char) -> bool {
    joining_type(c) != JoiningType::Transparent
}

fn joining_type(c: char) -> JoiningType {
    JOINING_TYPE.get(c)
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    use unicode_normalization::UnicodeNormalization;

    use super::{COMPOSED_MAX, CONTEXT_MAX, is_joiner_in_context, is_opaque, joining_type};

    #[test]
    fn rfc_5892_a_1_and_a_2() {
        let cases = [
            ("नमस\u{94D}", '\u{200D}', "त", true),
            ("नमस\u{94D}", '\u{200C}', "त", true),
            ("नमस", '\u{200D}', "त", false),
            // The virama may be written before a nukta that NFC puts in front of it.
            ("क\u{94D}\u{93C}", '\u{200D}', "ष", true),
            ("نامه", '\u{200C}', "ای", true),
            ("نامه\u{64E}", '\u{200C}', "ای", true),
            // ALEF joins to the right alone.
            ("نا", '\u{200C}', "مه", false),
            ("an", '\u{200C}', "a", false),
            ("", '\u{200C}', "ای", false),
            ("نامه", '\u{200C}', "", false),
        ];
        for (before, joiner, after, allowed) in cases {
            assert_eq!(
                is_joiner_in_context(before, joiner, after),
                allowed,
                "{before:?} {joiner:?} {after:?}"
            );
        }
    }

    /// Every text of at most so many of the characters.
    fn every_text(characters: &[char], longest: usize) -> Vec<String> {
        let mut texts = vec![String::new()];
        for _ in 0..longest {
            let longer = texts.iter().flat_map(|text| characters.iter().map(move |c| format!("{text}{c}")));
            texts = [String::new()].into_iter().chain(longer).collect();
        }
        texts
    }

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    /// Texts of characters that NFC joins, parts, or puts in another order.
    #[test]
    fn what_is_stored_is_in_context_as_what_was_written() {
        // Sinhala vowels and the virama that ends two of them; marks of Tibetan with a decomposition and with class
        // zero; a letter that loses its mark to NFC and one that gains one; one joiner between.
        const CLASSES: [char; 10] = [
            '\u{628}', '\u{627}', '\u{653}', '\u{DD9}', '\u{DCF}', '\u{DCA}', '\u{F73}', '\u{F43}',
            '\u{344}', '\u{34F}',
        ];
        for before in &every_text(&CLASSES, 4) {
            for after in ["\u{628}", "\u{344}\u{627}\u{653}", "\u{F73}\u{94D}\u{627}", "a"] {
                for joiner in ['\u{200C}', '\u{200D}'] {
                    let written = is_joiner_in_context(before, joiner, after);
                    let stored = is_joiner_in_context(&nfc(before), joiner, &nfc(after));
                    assert_eq!(written, stored, "{before:?} {joiner:?} {after:?}");
                }
            }
        }
    }

    /// What NFC makes longer or shorter is no nearer and no farther off.
    #[test]
    fn far_off_is_as_far_in_every_normal_form() {
        for mark in ["\u{344}", "\u{F73}", "\u{340}", "\u{64E}", "\u{653}"] {
            for letter in ['\u{628}', '\u{627}', '\u{64A}'] {
                for count in 0..=CONTEXT_MAX + 1 {
                    let marks = mark.repeat(count);
                    let texts = [
                        (format!("{letter}{marks}"), String::from("\u{628}")),
                        (String::from("\u{628}"), format!("{marks}{letter}\u{653}")),
                    ];
                    for (before, after) in texts {
                        let written = is_joiner_in_context(&before, '\u{200C}', &after);
                        let stored = is_joiner_in_context(&nfc(&before), '\u{200C}', &nfc(&after));
                        assert!(!written || stored, "{count} times {mark:?} at {letter:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_character_takes_in_more_marks() {
        for c in '\u{80}'..=char::MAX {
            let marks = core::iter::once(c).nfd().skip(1).count();
            assert!(marks <= COMPOSED_MAX, "{c:?} has {marks}");
        }
    }

    /// Of what follows a joiner no normal form is made.
    #[test]
    fn a_letter_joins_as_it_does_taken_apart() {
        for c in '\u{80}'..=char::MAX {
            let first = core::iter::once(c).nfd().find(|c| is_opaque(*c)).map(joining_type);
            assert_eq!(first, is_opaque(c).then(|| joining_type(c)), "{c:?}");
        }
    }
}
