//! Full-width and half-width forms (UAX #11): characters that exist for the sake of a grid.

use icu_properties::props::EastAsianWidth;
use unicode_normalization::UnicodeNormalization;

use super::icu::EAST_ASIAN_WIDTH;

/// What a form stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// An ordinary character.
    Ordinary(char),
    /// Punctuation with a meaning in RFC 5322, or white space: it may not be put in silently.
    Special(char),
}

/// FULLWIDTH EXCLAMATION MARK. What is of such a width before it is U+3000, which is white space, and the won sign, which
/// stands for nothing else: a test asks all of them.
const FIRST_FORM: char = '\u{FF01}';

/// What `c` stands for, if it has East_Asian_Width F or H and another NFKC. U+3000 is white space before that.
#[inline]
pub(crate) fn form(c: char) -> Option<Form> {
    if c < FIRST_FORM {
        return None;
    }
    form_among_forms(c)
}

fn form_among_forms(c: char) -> Option<Form> {
    let width = EAST_ASIAN_WIDTH.get(c);
    if !matches!(width, EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth) {
        return None;
    }
    // The only one of two characters is FULLWIDTH MACRON, whose first is a space.
    let plain = c.encode_utf8(&mut [0; 4]).nfkc().next().filter(|plain| *plain != c)?;
    Some(if plain == ' ' || is_special(plain) { Form::Special(plain) } else { Form::Ordinary(plain) })
}

/// `specials` of RFC 5322 3.2.3.
fn is_special(c: char) -> bool {
    matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | ':' | ';' | '@' | '\\' | ',' | '.' | '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_stands_for_one_character_or_for_a_space() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            if matches!(form(c), Some(Form::Ordinary(_))) {
                assert_eq!(core::iter::once(c).nfkc().count(), 1, "{c:?}");
            }
        }
    }

    #[test]
    fn no_form_stands_before_the_first() {
        for c in ('\0'..FIRST_FORM).filter(|c| *c != '\u{3000}') {
            assert_eq!(form_among_forms(c), None, "{c:?}");
        }
        assert!(form(FIRST_FORM).is_some());
    }

    #[test]
    fn forms() {
        let cases = [
            ('\u{FF21}', Some(Form::Ordinary('A'))),
            ('\u{FF76}', Some(Form::Ordinary('\u{30AB}'))),
            ('\u{FF20}', Some(Form::Special('@'))),
            ('\u{FF61}', Some(Form::Ordinary('\u{3002}'))),
            ('\u{FFE3}', Some(Form::Special(' '))),
            ('\u{3000}', None),
            ('\u{20A9}', None),
            ('A', None),
        ];
        for (c, expected) in cases {
            assert_eq!(form(c), expected, "{c:?}");
        }
    }
}
