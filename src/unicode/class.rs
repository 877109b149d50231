//! The classes of characters that are unseen or unwanted anywhere in an address.

use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint};

use crate::finding::FindingKind;

use super::icu::{GENERAL_CATEGORY, WHITE_SPACE};

/// What a character is, as far as every address is concerned. White space comes before control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CharClass {
    /// Nothing is said against it here.
    Ordinary,
    /// White_Space that keeps the line.
    Space,
    /// White_Space that ends it: CR LF VT FF NEL LS PS.
    LineBreak,
    /// Default_Ignorable_Code_Point and kin.
    Invisible,
    /// ZWJ or ZWNJ: unseen, yet written where RFC 5892 A.1 and A.2 allow it.
    Joiner,
    /// A bidi control other than U+202E.
    BidiControl,
    /// U+202E.
    BidiOverride,
    /// C0, C1, DEL.
    Control,
    /// Co.
    PrivateUse,
    /// Cn.
    Unassigned,
    /// U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF.
    Noncharacter,
    /// U+FFFD.
    Replacement,
}

impl CharClass {
    /// The finding that a character of this class is, white space aside: that depends on where it stands.
    pub(crate) fn finding(self) -> Option<FindingKind> {
        Some(match self {
            Self::Ordinary | Self::Space | Self::LineBreak => return None,
            Self::Invisible | Self::Joiner => FindingKind::InvisibleCharacter,
            Self::BidiControl => FindingKind::BidiControl,
            Self::BidiOverride => FindingKind::BidiOverride,
            Self::Control => FindingKind::ControlCharacter,
            Self::PrivateUse => FindingKind::PrivateUse,
            Self::Unassigned => FindingKind::UnassignedCharacter,
            Self::Noncharacter => FindingKind::Noncharacter,
            Self::Replacement => FindingKind::ReplacementCharacter,
        })
    }
}

#[inline]
pub(crate) fn classify(c: char) -> CharClass {
    if is_plainly_seen(c) { CharClass::Ordinary } else { classify_with_care(c) }
}

/// The common case: what is seen of ASCII, letters, digits and spacing marks, none of which is ignorable but the Hangul
/// fillers.
#[inline]
fn is_plainly_seen(c: char) -> bool {
    use GeneralCategory as Gc;
    if c.is_ascii() {
        return c.is_ascii_graphic();
    }
    match GENERAL_CATEGORY.get(c) {
        Gc::LowercaseLetter | Gc::UppercaseLetter | Gc::DecimalNumber | Gc::SpacingMark => true,
        Gc::OtherLetter => !matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'),
        _ => false,
    }
}

#[inline(never)]
fn classify_with_care(c: char) -> CharClass {
    match c {
        '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => return CharClass::LineBreak,
        '\u{200C}' | '\u{200D}' => return CharClass::Joiner,
        '\u{202E}' => return CharClass::BidiOverride,
        '\u{FFFD}' => return CharClass::Replacement,
        // BRAILLE PATTERN BLANK shows nothing; the interlinear marks and OBJECT REPLACEMENT CHARACTER stand for
        // what is no text. No property says so.
        '\u{2800}' | '\u{FFF9}'..='\u{FFFC}' => return CharClass::Invisible,
        _ => {}
    }
    match GENERAL_CATEGORY.get(c) {
        GeneralCategory::SpaceSeparator => CharClass::Space,
        GeneralCategory::Control if WHITE_SPACE.contains(c) => CharClass::Space,
        GeneralCategory::Control => CharClass::Control,
        GeneralCategory::PrivateUse => CharClass::PrivateUse,
        GeneralCategory::Format if CodePointSetData::new::<BidiControl>().contains(c) => {
            CharClass::BidiControl
        }
        _ if CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) => CharClass::Invisible,
        GeneralCategory::Unassigned if CodePointSetData::new::<NoncharacterCodePoint>().contains(c) => {
            CharClass::Noncharacter
        }
        GeneralCategory::Unassigned => CharClass::Unassigned,
        _ => CharClass::Ordinary,
    }
}

/// White_Space, line breaks included.
pub(crate) fn is_white_space(c: char) -> bool {
    if c.is_ascii() { matches!(c, '\t'..='\r' | ' ') } else { WHITE_SPACE.contains(c) }
}

/// CR LF VT FF NEL LS PS.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character may stand in a U-label, as far as this crate is stricter than UTS #46. Joiners are its own
/// matter: it knows their context.
#[inline]
pub(crate) fn is_u_label_char(c: char) -> bool {
    is_plainly_seen(c)
        || matches!(classify_with_care(c), CharClass::Ordinary | CharClass::Joiner) && !is_idna_punctuation(c)
}

/// Punctuation that IDNA lets through although nobody registers it: General_Category Ps, Pe, Pi, Pf, or Po save
/// the exceptions of RFC 5892 2.6.
fn is_idna_punctuation(c: char) -> bool {
    use GeneralCategory as Gc;
    if c.is_ascii() || matches!(c, '\u{B7}' | '\u{5F3}' | '\u{5F4}' | '\u{F0B}' | '\u{30FB}') {
        return false;
    }
    matches!(
        GENERAL_CATEGORY.get(c),
        Gc::OpenPunctuation
            | Gc::ClosePunctuation
            | Gc::InitialPunctuation
            | Gc::FinalPunctuation
            | Gc::OtherPunctuation
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_char() -> impl Iterator<Item = char> {
        (0..=0x10_FFFF).filter_map(char::from_u32)
    }

    #[test]
    fn letters_digits_and_spacing_marks_are_plainly_seen() {
        assert!(['a', 'é', 'Ж', '١', '\u{903}', '例'].into_iter().all(is_plainly_seen));
        assert!(![' ', '\u{3164}', '\u{301}', '\u{200B}', '…'].into_iter().any(is_plainly_seen));
    }

    #[test]
    fn every_default_ignorable_code_point_is_unseen() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        for c in every_char().filter(|c| ignorable.contains(*c)) {
            assert!(
                matches!(
                    classify(c),
                    CharClass::Invisible
                        | CharClass::Joiner
                        | CharClass::BidiControl
                        | CharClass::BidiOverride
                ),
                "{c:?}"
            );
        }
    }

    #[test]
    fn white_space_agrees_with_the_standard_library() {
        for c in every_char() {
            assert_eq!(is_white_space(c), c.is_whitespace(), "{c:?}");
            assert_eq!(
                matches!(classify(c), CharClass::Space | CharClass::LineBreak),
                c.is_whitespace(),
                "{c:?}"
            );
            assert_eq!(is_line_break(c), classify(c) == CharClass::LineBreak, "{c:?}");
        }
    }

    #[test]
    fn controls_agree_with_the_standard_library() {
        for c in every_char().filter(|c| !c.is_whitespace()) {
            assert_eq!(classify(c) == CharClass::Control, c.is_control(), "{c:?}");
        }
    }
}
