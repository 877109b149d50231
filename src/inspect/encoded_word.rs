//! RFC 2047 encoded words, decoded in display names alone. Nothing that mail is sent to is ever decoded.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::unicode::{CharClass, classify};

/// The text with its encoded words decoded; white space between two of them goes (RFC 2047 6.2). What is in another
/// charset than UTF-8, ASCII or ISO-8859-1, or is malformed, stays as it is.
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
    let mut word = if charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("us-ascii") {
        String::from_utf8(octets).ok()?
    } else if charset.eq_ignore_ascii_case("iso-8859-1") {
        octets.into_iter().map(char::from).collect()
    } else {
        return None;
    };
    // Nobody's name holds a line break or a control: a header could be injected. What is unseen goes, as elsewhere.
    word.retain(|c| {
        !matches!(classify(c), CharClass::Invisible | CharClass::BidiControl | CharClass::BidiOverride)
    });
    (!word.contains(char::is_control)).then_some((word, behind))
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
    use super::decoded;

    #[test]
    fn encoded_words() {
        let cases = [
            ("Ana", "Ana"),
            ("=?UTF-8?Q?Jos=C3=A9_P=C3=A9rez?=", "José Pérez"),
            ("=?utf-8?b?Sm9zw6k=?= =?utf-8?q?_P=C3=A9rez?=", "José Pérez"),
            ("=?iso-8859-1?q?Andr=E9?= Silva", "André Silva"),
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
