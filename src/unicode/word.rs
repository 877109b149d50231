//! Words, their marks and their digits.

use icu_properties::CodePointSetData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, XidStart};
use unicode_normalization::UnicodeNormalization;
use unicode_security::general_security_profile::{GeneralSecurityProfile, IdentifierType};

use super::ascii_twin;
use super::icu::GENERAL_CATEGORY;
use super::nfc::first_in_nfd;

/// More marks than this on one letter is no writing.
const MARKS_MAX: usize = 4;

/// A letter, mark, decimal digit or joiner: what words are made of.
pub(crate) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let category = GENERAL_CATEGORY.get(c);
    GeneralCategoryGroup::Letter.contains(category)
        || GeneralCategoryGroup::Mark.contains(category)
        || category == GeneralCategory::DecimalNumber
        || matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether UTS #39 recommends the character in no identifier: its Identifier_Type is not Recommended, Inclusion or
/// Limited_Use. Living languages write with letters of Uncommon_Use: one is restricted only if it looks like ASCII.
pub(crate) fn is_restricted(c: char) -> bool {
    use IdentifierType as Type;
    if c.is_ascii() {
        return false;
    }
    match c.identifier_type() {
        Some(Type::Recommended | Type::Inclusion | Type::Limited_Use) => false,
        Some(Type::Uncommon_Use) => ascii_twin(c).is_some(),
        Some(_) => true,
        // The crate's table lacks what has two types: letters and marks of scripts in use, and marks that enclose, which
        // no script writes with.
        None => !is_word_char(c) || GENERAL_CATEGORY.get(c) == GeneralCategory::EnclosingMark,
    }
}

/// Whether the character may stand in identifiers: its Identifier_Status is Allowed.
pub(crate) fn is_identifier_char(c: char) -> bool {
    c.identifier_allowed()
}

/// Whether an identifier may start with the character (UAX #31).
pub(crate) fn is_xid_start(c: char) -> bool {
    CodePointSetData::new::<XidStart>().contains(c)
}

/// Whether the word has decimal digits of two systems.
pub(crate) fn has_mixed_numbers(word: impl Iterator<Item = char>) -> bool {
    let mut zeros = word.filter_map(zero);
    zeros.next().is_some_and(|first| zeros.any(|other| other != first))
}

/// Whether the character is a decimal digit of any system.
pub(crate) fn is_decimal_digit(c: char) -> bool {
    zero(c).is_some()
}

/// Whether the character is a decimal digit, and not its system's nought.
pub(super) fn is_digit_above_zero(c: char) -> bool {
    zero(c).is_some_and(|zero| zero != u32::from(c))
}

/// The zero of the system that a decimal digit belongs to. Digits stand ten in a row (The Unicode Standard 4.6).
fn zero(c: char) -> Option<u32> {
    let is_digit = |code: u32| GENERAL_CATEGORY.get32(code) == GeneralCategory::DecimalNumber;
    let code = u32::from(c);
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(u32::from('0'));
    }
    if !is_digit(code) {
        return None;
    }
    // Systems may follow each other without a gap: count tens from the start of the run.
    let start = (0..=code).rev().take_while(|before| is_digit(*before)).last()?;
    (start..=code).step_by(10).last()
}

/// Whether a nonspacing mark, in NFD, is first of a run in the text, doubled, or one of more than four in a row.
pub(crate) fn has_odd_marks(text: &str) -> bool {
    // The marks that letters are composed with are in order: a test asks all of them.
    text.chars().any(is_mark) && (has_leading_mark(text) || has_odd_marks_within(text))
}

/// Whether a nonspacing mark is first of a run of letters, marks, digits and joiners. What NFC composes, it does not part
/// from what stands before it.
fn has_leading_mark(text: &str) -> bool {
    let mut previous = None;
    text.chars().any(|c| {
        let before = previous.replace(c);
        is_mark(c) && is_nonspacing(first_in_nfd(c)) && before.is_none_or(|before| !is_word_char(before))
    })
}

/// The same save for what is first.
pub(crate) fn has_odd_marks_within(text: &str) -> bool {
    let mut in_row = 0_usize;
    let mut previous = None;
    for c in text.nfd() {
        in_row = if is_nonspacing(c) { in_row.saturating_add(1) } else { 0 };
        if in_row > MARKS_MAX || in_row > 0 && previous == Some(c) {
            return true;
        }
        previous = Some(c);
    }
    false
}

/// A mark of any kind (General_Category M).
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && GeneralCategoryGroup::Mark.contains(GENERAL_CATEGORY.get(c))
}

pub(crate) fn is_nonspacing(c: char) -> bool {
    !c.is_ascii() && GENERAL_CATEGORY.get(c) == GeneralCategory::NonspacingMark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_two_systems() {
        assert!(has_mixed_numbers("user1٢".chars()));
        assert!(has_mixed_numbers("०1१".chars()));
        assert!(has_mixed_numbers("\u{1D7CF}\u{1D7D9}".chars()));
        assert!(!has_mixed_numbers("١٢٣".chars()) && !has_mixed_numbers("123".chars()));
    }

    #[test]
    fn marks_out_of_place() {
        assert!(has_odd_marks("\u{301}ana") && has_odd_marks("a\u{301}\u{301}na"));
        assert!(has_odd_marks("ana-\u{301}b") && has_odd_marks("é-\u{344}b") && !has_odd_marks("é-b\u{301}"));
        assert!(has_odd_marks("a\u{300}\u{301}\u{302}\u{303}\u{304}"));
        assert!(!has_odd_marks("josé") && !has_odd_marks("Nguyễn") && !has_odd_marks("שָׁלוֹם"));
        // A letter twice is none, and four marks are as many as anybody writes.
        assert!(!has_odd_marks("ααnna") && !has_odd_marks("a\u{300}\u{301}\u{302}\u{303}"));
    }

    /// Kannada has spacing vowels that start with a nonspacing one in NFD.
    #[test]
    fn a_mark_in_front_is_judged_by_its_nfd() {
        for c in ('\u{80}'..=char::MAX).filter(|c| is_mark(*c)) {
            let text = alloc::format!("{c}a");
            let is_odd = text.nfd().next().is_some_and(is_nonspacing);
            assert_eq!(has_leading_mark(&text), is_odd, "{c:?}");
        }
    }

    #[test]
    fn marks_are_those_of_nfc() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_mark(c), unicode_normalization::char::is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn no_letter_is_composed_with_odd_marks() {
        for c in ('\u{80}'..=char::MAX).filter(|c| !is_mark(*c)) {
            let letter = alloc::string::String::from(c);
            assert!(!letter.nfd().next().is_some_and(is_nonspacing), "{c:?}");
            assert!(!has_odd_marks_within(&letter), "{c:?}");
        }
    }

    #[test]
    fn what_words_are_made_of() {
        for c in ['a', 'Z', '7', 'é', 'ж', '例', '\u{301}', '\u{903}', '١', '\u{200C}', '\u{200D}'] {
            assert!(is_word_char(c), "{c:?}");
        }
        for c in ['-', '.', '_', '€', '…', '½', '\u{200B}', '\u{3000}'] {
            assert!(!is_word_char(c), "{c:?}");
        }
    }

    #[test]
    fn restricted_characters() {
        // ASCII, Recommended, Inclusion, Limited_Use, Uncommon_Use that looks like no ASCII, and a letter of two types.
        for c in ['%', 'é', 'ʻ', 'ܐ', 'ĕ', 'ƍ'] {
            assert!(!is_restricted(c), "{c:?}");
        }
        // Obsolete, Exclusion, Technical, Not_XID, and a mark that encloses.
        for c in ['ĸ', 'Ϣ', 'ǀ', '€', '\u{20DD}'] {
            assert!(is_restricted(c), "{c:?}");
        }
    }
}
