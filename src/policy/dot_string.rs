//! The common case beyond ASCII: a dot-string at a host name.

use crate::normalize::nfc_is_ascii;
use crate::syntax::{Parts, is_ascii_atext};
use crate::unicode::{CharClass, classify, form};

/// The parts of a text that every grammar with UTF-8 takes and that holds nothing unwanted. `None` says no more than
/// that another path has to look.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let at = text.bytes().position(|byte| byte == b'@')?;
    let (local, rest) = text.split_at_checked(at)?;
    let is_taken = is_dot_string(local) && is_host_name(rest.strip_prefix('@')?);
    is_taken.then(|| Parts::around(at, text.len()))
}

/// `Dot-string` (RFC 5321 4.1.2) with UTF-8 (RFC 6531 3.3).
fn is_dot_string(local: &str) -> bool {
    let mut is_behind_dot = true;
    for c in local.chars() {
        let is_taken = match c {
            '\u{80}'.. => classify(c) == CharClass::Ordinary && form(c).is_none() && !nfc_is_ascii(c),
            'a'..='z' => true,
            '.' => !is_behind_dot,
            _ => u8::try_from(c).is_ok_and(is_ascii_atext),
        };
        if !is_taken {
            return false;
        }
        is_behind_dot = c == '.';
    }
    !is_behind_dot
}

/// `Domain` (RFC 5321 4.1.2) with UTF-8 (RFC 6531 3.3).
fn is_host_name(domain: &str) -> bool {
    // A dot may not come first, nor behind another or a hyphen, nor may a hyphen behind a dot.
    let mut previous = '.';
    for c in domain.chars() {
        let is_taken = match c {
            '\u{80}'.. => classify(c) == CharClass::Ordinary,
            'a'..='z' => true,
            '.' => !matches!(previous, '.' | '-'),
            '-' => previous != '.',
            _ => c.is_ascii_alphanumeric(),
        };
        if !is_taken {
            return false;
        }
        previous = c;
    }
    !matches!(previous, '.' | '-')
}

#[cfg(test)]
mod tests {
    use super::parts;
    use crate::policy::strict::parts_with_care;
    use crate::syntax::{Grammar, every_text};

    /// Every text of up to five characters that stand for the classes.
    #[test]
    fn agrees_with_the_parser() {
        const CLASSES: [char; 10] =
            ['a', '-', '.', '@', '+', 'é', '\u{200D}', '\u{FF41}', '\u{3002}', '\u{212A}'];
        for text in &every_text(&CLASSES, 5) {
            let found = parts(text);
            for grammar in [Grammar::Rfc6531, Grammar::Rfc6532] {
                let parsed = parts_with_care(text, grammar).ok();
                // A joiner needs a look at what stands around it, and RFC 5322 has hyphens anywhere.
                let may_miss = text.contains('\u{200D}') || grammar == Grammar::Rfc6532;
                assert!(found == parsed || may_miss && found.is_none(), "{text} {grammar:?}: {parsed:?}");
            }
        }
    }
}
