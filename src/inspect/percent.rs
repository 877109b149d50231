//! Percent-encoding (RFC 3986 2.1), octet by octet and as the UTF-8 that the octets are.

use crate::span::suffix_span;

/// The octet that `%XX` at the start of the text stands for.
pub(super) fn escaped_octet(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
    u8::from_str_radix(digits, 16).ok()
}

/// The character that the escapes at the start of the text stand for, and their length in bytes.
pub(super) fn escaped_char(text: &str) -> Option<(char, usize)> {
    let mut octets = [0_u8; 4];
    let mut rest = text;
    for count in 1..=octets.len() {
        *octets.get_mut(..count)?.last_mut()? = escaped_octet(rest)?;
        rest = rest.get("%00".len()..)?;
        if let Some(c) =
            octets.get(..count).and_then(|octets| core::str::from_utf8(octets).ok()?.chars().next())
        {
            return Some((c, suffix_span(text, rest).start));
        }
    }
    None
}
