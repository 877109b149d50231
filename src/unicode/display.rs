//! How characters lie on a terminal.

use icu_properties::props::{BidiClass, EastAsianWidth, GeneralCategory};

use super::icu::{BIDI_CLASS, EAST_ASIAN_WIDTH, GENERAL_CATEGORY};

/// The columns that a visible character takes: none for a combining mark, two for an East Asian wide one.
pub(crate) fn width(c: char) -> usize {
    if c.is_ascii() {
        return 1;
    }
    match GENERAL_CATEGORY.get(c) {
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => 0,
        _ => match EAST_ASIAN_WIDTH.get(c) {
            EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 2,
            _ => 1,
        },
    }
}

/// Whether the character is written from right to left (UAX #9).
pub(crate) fn is_right_to_left(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            BIDI_CLASS.get(c),
            BidiClass::RightToLeft | BidiClass::ArabicLetter | BidiClass::ArabicNumber
        )
}
