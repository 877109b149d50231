//! Small letters, so that no two people become one.

use alloc::borrow::Cow;
use alloc::string::String;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in simple lower case (The Unicode Standard 4.2, `Simple_Lowercase_Mapping`) and NFC: one character for one,
/// and none beyond ASCII becomes a plain letter: `ß` stays, and so do `ſ`, `ı` and `İ`. U+212A, whose very NFC is a plain
/// letter, is in no address.
pub(crate) fn lower_case(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let has_capital = text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if has_capital { text.to_ascii_lowercase().into() } else { text.into() };
    }
    let lower: String = text.chars().map(simple_lower_case).collect();
    match is_nfc_quick(lower.chars()) {
        IsNormalized::Yes => lower.into(),
        _ => lower.nfc().collect(),
    }
}

fn simple_lower_case(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if !one.is_ascii() => one,
        // `İ` alone has two, and its simple one is the plain `i`; U+212A has `k`.
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_becomes_another() {
        let cases = [
            ("Ana.María", "ana.maría"),
            ("STRASSE", "strasse"),
            ("STRAẞE", "straße"),
            ("Straße", "straße"),
            ("ſam", "ſam"),
            ("ılgın", "ılgın"),
            ("İpek", "İpek"),
            ("МАРИЯ", "мария"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("Jose\u{301}", "josé"),
        ];
        for (text, expected) in cases {
            assert_eq!(lower_case(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_beyond_ascii_becomes_ascii() {
        let found: String = (0x80..=0x10_FFFF)
            .filter_map(char::from_u32)
            .filter(|c| simple_lower_case(*c).is_ascii())
            .collect();
        assert_eq!(found, "");
    }
}
