//! The common case beyond ASCII, in one pass: a dot-string at a host name.

use crate::normalize::nfc_is_ascii;
use crate::syntax::{Parts, is_ascii_atext};
use crate::unicode::{CharClass, classify, form};

/// The parts of a text that every grammar with UTF-8 takes and that holds nothing unwanted. `None` says no more than
/// that another path has to look.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let mut at = None;
    // A dot may not come first, nor behind another or the `@`.
    let mut previous = '.';
    for (position, c) in text.char_indices() {
        let is_taken = match (c, at) {
            ('.', _) => !ends_label(previous, at.is_some()),
            ('@', None) => {
                at = Some(position);
                previous != '.'
            }
            ('-', Some(_)) => !matches!(previous, '.' | '@'),
            (c, Some(_)) if c.is_ascii() => c.is_ascii_alphanumeric(),
            (c, None) if c.is_ascii() => u8::try_from(c).is_ok_and(is_ascii_atext),
            (c, Some(_)) => classify(c) == CharClass::Ordinary,
            (c, None) => classify(c) == CharClass::Ordinary && form(c).is_none() && !nfc_is_ascii(c),
        };
        if !is_taken {
            return None;
        }
        previous = c;
    }
    let at = at.filter(|_| !ends_label(previous, true))?;
    Some(Parts::around(at, text.len()))
}

/// Whether no dot or end may come behind the character.
fn ends_label(previous: char, is_domain: bool) -> bool {
    matches!(previous, '.' | '@') || is_domain && previous == '-'
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
