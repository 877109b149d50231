//! RFC 2047 encoded words, decoded in display names alone. Nothing that mail is sent to is ever decoded.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::unicode::{CharClass, classify, is_line_break};

/// The text with its encoded words decoded; white space between two of them goes (RFC 2047 6.2). What is in a charset
/// that [`in_charset`] does not know, or is malformed, stays as it is.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains("=?") {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    let mut follows_word = false;
    while let Some((between, inner)) = rest.split_once("=?") {
        let Some((word, behind)) = encoded_word(inner) else {
            result.push_str(between);
            result.push_str("=?");
            rest = inner;
            follows_word = false;
            continue;
        };
        if !follows_word || !between.chars().all(char::is_whitespace) {
            result.push_str(between);
        }
        result.push_str(&word);
        rest = behind;
        follows_word = true;
    }
    result.push_str(rest);
    Cow::Owned(result)
}

/// What the encoded word says whose `=?` stands before the text, and what stands behind it.
fn encoded_word(text: &str) -> Option<(String, &str)> {
    let (charset, rest) = text.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (payload, behind) = split_payload(rest)?;
    // RFC 2231 5: a language may follow the charset.
    let charset = charset.split('*').next()?;
    let octets = match encoding {
        "Q" | "q" => q_decoded(payload)?,
        "B" | "b" => base64_decoded(payload)?,
        _ => return None,
    };
    let mut word = in_charset(charset, octets)?;
    // Nobody's name holds a line break or a control: a header could be injected. What is unseen goes, as elsewhere.
    word.retain(|c| {
        !matches!(classify(c), CharClass::Invisible | CharClass::BidiControl | CharClass::BidiOverride)
    });
    (!word.contains(|c: char| c.is_control() || is_line_break(c))).then_some((word, behind))
}

/// The characters that the octets are in a charset, whose name knows no case (RFC 2047 2).
fn in_charset(charset: &str, octets: Vec<u8>) -> Option<String> {
    let is_called = |name: &str| charset.eq_ignore_ascii_case(name);
    if is_called("utf-8") || is_called("us-ascii") && octets.is_ascii() {
        String::from_utf8(octets).ok()
    } else if is_called("iso-8859-1") {
        Some(octets.into_iter().map(char::from).collect())
    } else if is_called("windows-1252") {
        Some(octets.into_iter().map(in_windows_1252).collect())
    } else {
        None
    }
}

/// 0x80 to 0x9F in windows-1252, by the index of the WHATWG Encoding Standard: what is undefined there is the C1 control of
/// its number.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', //
    '\u{2C6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}', //
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', //
    '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}', //
];

/// All others are as in ISO-8859-1.
fn in_windows_1252(octet: u8) -> char {
    let own = octet.checked_sub(0x80).and_then(|place| WINDOWS_1252.get(usize::from(place)));
    own.copied().unwrap_or(char::from(octet))
}

/// What stands before `?=` and behind it. A further word does not start before that.
fn split_payload(text: &str) -> Option<(&str, &str)> {
    for (at, _) in text.match_indices('?') {
        let (payload, end) = text.split_at_checked(at)?;
        if let Some(behind) = end.strip_prefix("?=") {
            return Some((payload, behind));
        }
        if payload.ends_with('=') {
            return None;
        }
    }
    None
}

/// RFC 2047 4.2.
fn q_decoded(payload: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(payload.len());
    let mut bytes = payload.bytes();
    while let Some(byte) = bytes.next() {
        octets.push(match byte {
            b'_' => b' ',
            b'=' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high << 4 | low).ok()?
            }
            byte if byte.is_ascii_graphic() => byte,
            _ => return None,
        });
    }
    Some(octets)
}

/// RFC 4648 4, with or without its padding.
fn base64_decoded(payload: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(payload.len());
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in payload.trim_end_matches('=').bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte.saturating_sub(b'A'),
            b'a'..=b'z' => byte.saturating_sub(b'a').saturating_add(26),
            b'0'..=b'9' => byte.saturating_sub(b'0').saturating_add(52),
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        buffer = (buffer << 6 | u32::from(value)) & 0xFFFF;
        bits = bits.saturating_add(6);
        if let Some(left) = bits.checked_sub(8) {
            bits = left;
            octets.push(u8::try_from(buffer >> bits & 0xFF).ok()?);
        }
    }
    Some(octets)
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use encoding_rs::WINDOWS_1252;

    use super::{decoded, in_windows_1252};

    #[test]
    fn windows_1252_is_that_of_the_encoding_standard() {
        for octet in 0..=u8::MAX {
            let octets = [octet];
            let (expected, _) = WINDOWS_1252.decode_without_bom_handling(&octets);
            assert_eq!(String::from(in_windows_1252(octet)), expected, "{octet:#X}");
        }
    }

    /// What is in no charset that is decoded, and what no name holds.
    #[test]
    fn what_stays_as_it_is() {
        for undefined in ["81", "8D", "8F", "90", "9D"] {
            let word = format!("=?windows-1252?q?A={undefined}?=");
            assert_eq!(decoded(&word), word);
        }
        for word in [
            "=?us-ascii?q?Jos=E9?=",
            "=?us-ascii?q?Jos=C3=A9?=",
            "=?us-ascii?b?Sm9zw6k=?=",
            "=?iso-8859-1?q?Andr=80?=",
            "=?iso-8859-1?q?Andr=9F?=",
            "=?iso-8859-15?q?=A4?=",
            "=?windows-1251?q?=C0?=",
            "=?windows-1252?x?A?=",
            "=?windows-1252?q?A=0D=0ABcc:?=",
            "=?latin1?q?A?=",
            "=??q?A?=",
            "=?utf-8?q?a=E2=80=A8b?=",
            "=?utf-8?q?a=C2=85b?=",
        ] {
            assert_eq!(decoded(word), word);
        }
    }

    #[test]
    fn encoded_words() {
        let cases = [
            ("Ana", "Ana"),
            ("=?UTF-8?Q?Jos=C3=A9_P=C3=A9rez?=", "José Pérez"),
            ("=?utf-8?b?Sm9zw6k=?= =?utf-8?q?_P=C3=A9rez?=", "José Pérez"),
            ("=?iso-8859-1?q?Andr=E9?= Silva", "André Silva"),
            ("=?windows-1252?Q?Zo=EB_=96_=93A=94?=", "Zoë – “A”"),
            ("=?Windows-1252*fr?B?jHV2cmU=?=", "Œuvre"),
            ("=?windows-1252?q?=80_=8A=9F?= x", "€ ŠŸ x"),
            ("=?US-ASCII?Q?Keith_Moore?=", "Keith Moore"),
            // Each in a charset of its own.
            ("=?windows-1252?q?=8Aana?= =?utf-8?q?_=C5=A0ik?= =?koi8-r?q?=C1?=", "Šana Šik =?koi8-r?q?=C1?="),
            ("=?UTF-8*es?Q?A=C3=B1o?=", "Año"),
            ("=?koi8-r?B?8NLJ18XU?=", "=?koi8-r?B?8NLJ18XU?="),
            ("=?utf-8?q?=FF?=", "=?utf-8?q?=FF?="),
            ("=?broken", "=?broken"),
            // What is unseen goes.
            ("=?utf-8?q?Ana=E2=80=AEx?=", "Anax"),
            // Only white space between two of them goes.
            ("=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b"),
            ("Ana =?utf-8?q?b?=", "Ana b"),
            ("=?utf-8?b?Pz8+?=", "??>"),
            ("=?utf-8?b?Pz8/?=", "???"),
            // RFC 2047 2: an encoded text holds no white space and no character beyond ASCII.
            ("=?utf-8?q?a b?=", "=?utf-8?q?a b?="),
            ("=?utf-8?q?\u{E9}?=", "=?utf-8?q?\u{E9}?="),
            ("=?utf-8?B?DQpCY2M6IHhAeS5jb20=?=", "=?utf-8?B?DQpCY2M6IHhAeS5jb20=?="),
        ];
        for (text, expected) in cases {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
