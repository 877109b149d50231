//! Character references of HTML, which markup leaves in a text: `&amp;`, `&#039;`. A semicolon ends each, and parts
//! nothing.

/// The names that are read: XML's five, those of what nobody sees or of what an address is parted by, and those of the
/// letters of Latin-1 (the HTML standard's "named character references", those with a semicolon).
const NAMES: &[&str] = &[
    "AElig", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "Ccedil", "ETH", "Eacute", "Ecirc",
    "Egrave", "Euml", "Iacute", "Icirc", "Igrave", "Iuml", "Ntilde", "Oacute", "Ocirc", "Ograve", "Oslash",
    "Otilde", "Ouml", "THORN", "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute", "acirc", "aelig",
    "agrave", "amp", "apos", "aring", "atilde", "auml", "ccedil", "commat", "eacute", "ecirc", "egrave",
    "eth", "euml", "gt", "iacute", "icirc", "igrave", "iuml", "lt", "nbsp", "ntilde", "oacute", "ocirc",
    "ograve", "oslash", "otilde", "ouml", "period", "quot", "shy", "szlig", "thorn", "uacute", "ucirc",
    "ugrave", "uuml", "yacute", "yuml", "zwj", "zwnj",
];

/// No reference has more: seven digits, which no code point needs, or the longest name.
const LENGTH_MAX: usize = "&#x10FFFF;".len();

/// The length of the character reference that the text starts with, its semicolon included.
pub(super) fn entity_length(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('&')?;
    let end = behind.bytes().take(LENGTH_MAX).position(|byte| byte == b';')?;
    let name = behind.get(..end)?;
    let is_entity = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit()),
            None => !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()),
        },
        None => NAMES.binary_search(&name).is_ok(),
    };
    is_entity.then(|| "&;".len().saturating_add(end))
}

#[cfg(test)]
mod tests {
    use super::{LENGTH_MAX, NAMES, entity_length};

    #[test]
    fn the_names_are_in_order_and_short_enough() {
        assert!(NAMES.is_sorted() && NAMES.iter().all(|name| name.len() < LENGTH_MAX));
    }

    #[test]
    fn a_reference_ends_with_its_semicolon() {
        for (text, expected) in [
            ("&amp;sons", Some(5)),
            ("&#039;neil", Some(6)),
            ("&#x2019;", Some(8)),
            ("&#X10FFFF;", Some(10)),
            ("&eacute;", Some(8)),
            ("&commat;", Some(8)),
            ("&amp", None),
            ("&;", None),
            ("&#;", None),
            ("&#x;", None),
            ("&sons;", None),
            ("&é;", None),
            ("a&amp;", None),
        ] {
            assert_eq!(entity_length(text), expected, "{text}");
        }
    }
}
