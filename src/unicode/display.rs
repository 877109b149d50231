//! How characters lie on a terminal.

use icu_properties::CodePointMapData;
use icu_properties::props::{BidiClass, EastAsianWidth, GeneralCategory};

/// The columns that a visible character takes: none for a combining mark, two for an East Asian wide one.
pub(crate) fn width(c: char) -> usize {
    if c.is_ascii() {
        return 1;
    }
    match CodePointMapData::<GeneralCategory>::new().get(c) {
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => 0,
        _ => match CodePointMapData::<EastAsianWidth>::new().get(c) {
            EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 2,
            _ => 1,
        },
    }
}

/// Whether the character is written from right to left (UAX #9).
pub(crate) fn is_right_to_left(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            CodePointMapData::<BidiClass>::new().get(c),
            BidiClass::RightToLeft | BidiClass::ArabicLetter | BidiClass::ArabicNumber
        )
}
