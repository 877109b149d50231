//! What a person reads as an address although no grammar takes it: `ana @b.co`, `ana..b@b.co`, `"a b"@b.co`,
//! `ana@[1.2.3.4]`.

use alloc::string::String;

use super::ending::has_existing_ending;
use crate::syntax::{DOMAIN_MAX, is_quoted, parse_literal, parts_words};
use crate::unicode::{Lookalike, is_white_space, lookalike};

/// The address that people read around the at-sign there, without the white space beside it: a word before it, and behind
/// it a dotted name with an ending that exists, or a literal. Between white space on both sides it is a word of a name
/// (`Ana @ Acme`).
pub(super) fn broken_address(text: &str, at: usize) -> Option<String> {
    let (before, rest) = text.split_at_checked(at)?;
    let behind = rest.get(rest.chars().next()?.len_utf8()..)?;
    if before.ends_with(is_white_space) && behind.starts_with(is_white_space) {
        return None;
    }
    let domain = domain_at_start(behind.trim_start_matches(is_white_space))?;
    let word = word_at_end(before.trim_end_matches(is_white_space))?;
    Some([word, "@", &domain].concat())
}

/// The quoted string that the text ends with, or else the word.
fn word_at_end(text: &str) -> Option<&str> {
    if let Some(open) = text.strip_suffix('"').and_then(|inner| inner.rfind('"'))
        && let Some(quoted) = text.get(open..).filter(|quoted| is_quoted(quoted))
    {
        return Some(quoted);
    }
    let word = text.rsplit(parts_words).next()?;
    word.contains(char::is_alphanumeric).then_some(word)
}

fn domain_at_start(text: &str) -> Option<String> {
    if text.starts_with('[') {
        let end = text.bytes().take(DOMAIN_MAX).position(|byte| byte == b']')?;
        let literal = text.get(..end.saturating_add(1))?;
        return parse_literal(literal).map(|_| String::from(literal));
    }
    let dotted = |c: char| if lookalike(c) == Some(Lookalike::Dot) { '.' } else { c };
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let mut name = String::new();
    for c in text.chars().map(dotted).take_while(is_part) {
        // Dots in a row are one to the eye.
        if c != '.' || !name.ends_with('.') {
            name.push(c);
        }
    }
    let name = name.trim_end_matches(['.', '-']);
    has_existing_ending(name).then(|| String::from(name))
}

#[cfg(test)]
mod tests {
    use super::broken_address;

    #[test]
    fn what_people_read_as_an_address() {
        for (text, expected) in [
            ("ana @b.co", Some("ana@b.co")),
            ("ana@ b.co", Some("ana@b.co")),
            ("Gil, ana..b@b.co.", Some("ana..b@b.co")),
            ("\"a b\"@b.co", Some("\"a b\"@b.co")),
            ("\"a b\" @b.co", Some("\"a b\"@b.co")),
            ("ana@[1.2.3.4]", Some("ana@[1.2.3.4]")),
            ("ana@[IPv6:::1] x", Some("ana@[IPv6:::1]")),
            ("ana@b..co", Some("ana@b.co")),
            ("ana @b\u{3002}co", Some("ana@b.co")),
            ("ana@[x]", None),
            ("Ana @ Acme.com", None),
            ("Ana @anagil", None),
            ("Ana @ana.gilgil", None),
            ("@b.co", None),
            ("- @b.co", None),
        ] {
            let at = text.find('@').unwrap_or_default();
            assert_eq!(broken_address(text, at).as_deref(), expected, "{text}");
        }
    }
}
