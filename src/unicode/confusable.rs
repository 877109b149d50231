//! What looks like what (UTS #39 4).

use alloc::string::String;

use unicode_normalization::char::decompose_canonical;
use unicode_security::confusable_detection::skeleton;

use super::word::is_digit_above_zero;
use super::{is_nonspacing, is_word_char};

/// The skeleton of UTS #39 4: two texts with the same one look alike.
pub(super) fn skeleton_chars(text: &str) -> impl Iterator<Item = char> + '_ {
    skeleton(text)
}

/// What a name looks like: two with the same look are easily taken for each other. It is the skeleton of UTS #39 4 in
/// lower case, in which i and l are one: a capital I that was made small is taken for an l.
pub(crate) fn look(name: &str) -> impl Iterator<Item = char> + '_ {
    skeleton(name).map(|c| match c.to_ascii_lowercase() {
        'i' => 'l',
        c => c,
    })
}

/// The same of a host name in ASCII and lower case, without a table.
pub(crate) fn ascii_look(name: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    name.bytes().flat_map(|byte| {
        let (first, second) = ascii_look_of(byte);
        core::iter::once(first).chain(second).map(char::from)
    })
}

/// What a byte of such a name looks like: one character, or two.
pub(crate) const fn ascii_look_of(byte: u8) -> (u8, Option<u8>) {
    match byte {
        b'm' => (b'r', Some(b'n')),
        b'0' => (b'o', None),
        b'1' | b'i' => (b'l', None),
        byte => (byte, None),
    }
}

/// What a name in lower case looks like without nonspacing marks, if that is ASCII; `None` as soon as a character does
/// not.
pub(crate) fn look_in_ascii(name: impl Iterator<Item = char>) -> Option<String> {
    let mut ascii = String::new();
    for c in name {
        let mut is_alike = true;
        if c.is_ascii() {
            push_ascii_look(c, &mut ascii);
        } else {
            decompose_canonical(c, |part| is_alike = is_alike && push_look_in_ascii(part, &mut ascii));
        }
        if !is_alike {
            return None;
        }
    }
    Some(ascii)
}

/// The same of one character in NFD; `false` where it does not look like ASCII.
fn push_look_in_ascii(c: char, ascii: &mut String) -> bool {
    match c {
        '\0'..='\x7F' => push_ascii_look(c, ascii),
        // What Latin and Greek letters are composed with looks like such marks alone: a test asks all of them.
        '\u{300}'..='\u{36F}' => {}
        _ => {
            let mut buffer = [0; 4];
            return look(c.encode_utf8(&mut buffer)).filter(|c| !is_nonspacing(*c)).all(|c| {
                ascii.push(c);
                c.is_ascii()
            });
        }
    }
    true
}

fn push_ascii_look(c: char, ascii: &mut String) {
    let (first, second) = ascii_look_of(u8::try_from(c).unwrap_or_default());
    ascii.push(char::from(first));
    ascii.extend(second.map(char::from));
}

/// The version of Unicode whose data skeletons are made by.
pub(crate) fn skeleton_version() -> u64 {
    unicode_security::UNICODE_VERSION.0
}

/// Whether the text looks like ASCII.
pub(crate) fn looks_ascii(text: &str) -> bool {
    skeleton(text).all(|c| c.is_ascii())
}

/// The single ASCII letter that people read a letter, digit or mark as, of the same case where it has one; ASCII is its own
/// twin. A digit is read as what it counts, save a nought. All rows stand in `tests/data/ascii_twins.txt`.
pub(crate) fn ascii_twin(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    if !is_word_char(c) || is_digit_above_zero(c) {
        return None;
    }
    let mut buffer = [0; 4];
    let mut prototype = skeleton(c.encode_utf8(&mut buffer));
    let twin = match (prototype.next()?, prototype.next(), prototype.next()) {
        (one, None, None) => one,
        // The skeleton of `m` is `rn`: `rn` alone is no twin of anything else.
        ('r', Some('n'), None) => 'm',
        _ => return None,
    };
    if !twin.is_ascii_alphabetic() {
        return None;
    }
    // The skeleton of `I` and `1` is `l`, that of `0` is `O`.
    Some(match twin {
        'l' if c.is_uppercase() => 'I',
        // A stroke that is neither capital nor small is read as either.
        'l' if !c.is_lowercase() => return None,
        'O' if !c.is_uppercase() => 'o',
        twin if c.is_uppercase() => twin.to_ascii_uppercase(),
        twin if c.is_lowercase() => twin.to_ascii_lowercase(),
        twin => twin,
    })
}

#[cfg(test)]
mod tests {
    use super::{String, ascii_twin, is_nonspacing, look, look_in_ascii};

    #[test]
    fn the_look_in_ascii_is_the_look_without_marks() {
        let is_in_host_names = |c: &char| match c {
            '\0'..='\x7F' => matches!(c, 'a'..='z' | '0'..='9' | '-' | '.'),
            // IDNA maps capitals, and these to a semicolon and a grave accent.
            _ => !c.is_uppercase() && !matches!(c, '\u{37E}' | '\u{1FEF}'),
        };
        for c in ('\0'..=char::MAX).filter(is_in_host_names) {
            let text = String::from(c);
            let plainly: String = look(&text).filter(|c| !is_nonspacing(*c)).collect();
            let expected = Some(plainly).filter(|look| look.is_ascii());
            assert_eq!(look_in_ascii(text.chars()), expected, "{c:?}");
        }
    }

    #[test]
    fn twins_keep_their_case() {
        let cases = [
            ('а', Some('a')),
            ('с', Some('c')),
            ('ѕ', Some('s')),
            ('І', Some('I')),
            ('О', Some('O')),
            ('о', Some('o')),
            ('ο', Some('o')),
            ('օ', Some('o')),
            ('ӏ', Some('l')),
            ('൦', Some('o')),
            ('٥', None),
            ('б', None),
            ('ꓲ', None),
            ('é', None),
            ('ж', None),
            ('∨', None),
            ('m', Some('m')),
            ('0', Some('0')),
        ];
        for (c, expected) in cases {
            assert_eq!(ascii_twin(c), expected, "{c}");
        }
    }

    #[test]
    fn host_names_look_the_same_without_the_table() {
        for byte in (b'a'..=b'z').chain(b'0'..=b'9').chain([b'-', b'.']) {
            let name = alloc::string::String::from(char::from(byte));
            assert!(super::ascii_look(&name).eq(super::look(&name)), "{name}");
        }
    }

    /// The table was read row by row; a row that changes with the crate's data wants another look.
    #[test]
    fn every_twin_is_in_the_table() {
        let table = include_str!("../../tests/data/ascii_twins.txt");
        let mut rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut columns = line.split_whitespace();
            (columns.next(), columns.next())
        });
        for c in ('\u{80}'..=char::MAX).filter(|c| !is_compatibility(*c)) {
            if let Some(twin) = ascii_twin(c) {
                let (c, twin) = (alloc::string::String::from(c), alloc::string::String::from(twin));
                assert_eq!(rows.next(), Some((Some(c.as_str()), Some(twin.as_str()))));
            }
        }
        assert_eq!(rows.next(), None);
    }

    /// These have findings of their own.
    fn is_compatibility(c: char) -> bool {
        !unicode_normalization::is_nfkc(c.encode_utf8(&mut [0; 4]))
    }
}
