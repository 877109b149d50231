//! The local part as it goes on the wire: NFC, quoted only where it must be.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::syntax::{Grammar, is_atext, is_quoted};
use crate::unicode::{is_nfc, is_nfc_boundary};

/// A local part as written, ready to be written in its normal form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalPart<'a> {
    /// What stands between the quotes, if there are any.
    text: &'a str,
    /// Where in what was written that stands.
    start: usize,
    is_quoted: bool,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In NFC, without a quoted pair or a fold: its content is its text.
    Plain,
    /// The content has to be derived.
    Derived,
}

impl<'a> LocalPart<'a> {
    /// `written` is a dot-string or one quoted string.
    pub(crate) fn new(written: &'a str) -> Self {
        let is_quoted = is_quoted(written);
        let text = if is_quoted {
            written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(written)
        } else {
            written
        };
        let is_plain = if text.is_ascii() {
            text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' || byte == b' ')
        } else {
            !is_quoted && is_nfc(text)
        };
        Self {
            text,
            start: usize::from(is_quoted),
            is_quoted,
            form: if is_plain { Form::Plain } else { Form::Derived },
        }
    }

    pub(crate) fn is_quoted(&self) -> bool {
        self.is_quoted
    }

    pub(crate) fn is_ascii(&self) -> bool {
        self.text.is_ascii()
    }

    /// Whether NFC would change it.
    pub(crate) fn is_nfc(&self) -> bool {
        self.form == Form::Plain || is_nfc(self.text)
    }

    /// The characters that it means, in NFC: no quotes, no backslashes of quoted pairs, no line breaks of folds, a
    /// space for a tab.
    pub(crate) fn content(&self) -> impl Iterator<Item = char> + Clone + 'a {
        self.unquoted().nfc()
    }

    /// The same, each character with where in `written` it stands; those that NFC joins or parts stand in one place.
    pub(crate) fn placed_content(&self) -> Vec<(char, Range<usize>)> {
        if self.form == Form::Plain {
            let placed = |(at, c): (usize, char)| {
                let start = self.start.saturating_add(at);
                (c, start..start.saturating_add(c.len_utf8()))
            };
            return self.text.char_indices().map(placed).collect();
        }
        let mut unquoted = self.unquoted();
        let end_of = |rest: &str| self.start.saturating_add(self.text.len()).saturating_sub(rest.len());
        let mut placed = Vec::with_capacity(self.text.len());
        let (mut cluster, mut start, mut end) = (String::new(), self.start, self.start);
        while let Some(c) = unquoted.next() {
            if is_nfc_boundary(c) {
                placed.extend(cluster.nfc().map(|c| (c, start..end)));
                cluster.clear();
                start = end;
            }
            cluster.push(c);
            end = end_of(unquoted.rest);
        }
        placed.extend(cluster.nfc().map(|c| (c, start..end)));
        placed
    }

    fn unquoted(&self) -> Unquoted<'a> {
        Unquoted { rest: self.text, is_quoted: self.is_quoted && self.form == Form::Derived }
    }

    /// Whether it cannot stand without quotes: it is no `Dot-string` (RFC 5321 4.1.2).
    #[inline]
    pub(crate) fn needs_quotes(&self) -> bool {
        self.is_quoted && !self.means_dot_string()
    }

    fn means_dot_string(&self) -> bool {
        let mut previous = '.';
        for c in self.content() {
            if c == '.' && previous == '.' || c != '.' && !is_atext(c, Grammar::Rfc6531) {
                return false;
            }
            previous = c;
        }
        previous != '.'
    }

    /// Whether the normal form is what was written.
    fn is_normal(&self) -> bool {
        self.form == Form::Plain && !self.is_quoted
    }

    /// The octets of the normal form.
    #[inline]
    pub(crate) fn octets(&self) -> usize {
        if self.is_normal() { self.text.len() } else { self.derived_octets() }
    }

    #[inline(never)]
    fn derived_octets(&self) -> usize {
        let content = self.content().map(char::len_utf8).sum::<usize>();
        if self.needs_quotes() {
            let backslashes = self.content().filter(|c| is_escaped(*c)).count();
            content.saturating_add(backslashes).saturating_add("\"\"".len())
        } else {
            content
        }
    }

    /// Writes the normal form.
    #[inline]
    pub(crate) fn write(&self, out: &mut String) {
        if self.is_normal() {
            out.push_str(self.text);
        } else {
            self.write_derived(out);
        }
    }

    #[inline(never)]
    fn write_derived(&self, out: &mut String) {
        if self.needs_quotes() {
            out.push('"');
            for c in self.content() {
                if is_escaped(c) {
                    out.push('\\');
                }
                out.push(c);
            }
            out.push('"');
        } else {
            out.extend(self.content());
        }
    }
}

/// What a quoted string cannot hold without a backslash (`qtextSMTP`, RFC 5321 4.1.2).
fn is_escaped(c: char) -> bool {
    matches!(c, '"' | '\\')
}

/// Whether this is a character beyond ASCII whose NFC is ASCII: what is stored would be another, and plain, address. A
/// test asks the tables of NFC for them.
pub(crate) const fn nfc_is_ascii(c: char) -> bool {
    matches!(c, '\u{37E}' | '\u{1FEF}' | '\u{212A}')
}

/// The characters that a quoted string means (RFC 5322 3.2.4).
#[derive(Clone)]
struct Unquoted<'a> {
    rest: &'a str,
    is_quoted: bool,
}

impl Iterator for Unquoted<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let mut c = chars.next()?;
        if self.is_quoted {
            while c == '\r' || c == '\n' {
                c = chars.next()?;
            }
            if c == '\\' {
                c = chars.next()?;
            }
        }
        self.rest = chars.as_str();
        Some(if c == '\t' { ' ' } else { c })
    }
}

#[cfg(test)]
mod tests {
    use super::LocalPart;
    use alloc::string::String;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn the_content_stands_where_it_was_written() {
        let cases = [
            ("aб", [('a', 0..1), ('б', 1..3)]),
            ("\"\\ab\"", [('a', 1..3), ('b', 3..4)]),
            ("\"a\\ς\"", [('a', 1..2), ('ς', 2..5)]),
            ("\"a\r\n \"", [('a', 1..2), (' ', 2..5)]),
            ("ae\u{301}", [('a', 0..1), ('é', 1..4)]),
            ("\"ae\\\u{301}\"", [('a', 1..2), ('é', 2..6)]),
            // A composition exclusion: what NFC parts stands in one place.
            ("\u{958}", [('\u{915}', 0..3), ('\u{93C}', 0..3)]),
            // A Hangul syllable of two letters.
            ("a\u{1100}\u{1161}", [('a', 0..1), ('가', 1..7)]),
        ];
        for (written, expected) in cases {
            assert_eq!(LocalPart::new(written).placed_content(), expected, "{written:?}");
        }
    }

    #[test]
    fn the_placed_content_is_the_content() {
        for written in
            ["=\u{338}a", "\"\\\u{F73}\u{344}\t\\\\\"", "a\u{1100}\u{1161}\u{11A8}\u{327}\u{301}", "\u{212A}"]
        {
            let local = LocalPart::new(written);
            let placed: String = local.placed_content().into_iter().map(|(c, _)| c).collect();
            assert_eq!(placed, local.content().collect::<String>(), "{written:?}");
        }
    }

    #[test]
    fn quotes_only_where_they_must_be() {
        let cases = [
            ("ana", "ana"),
            ("\"ana\"", "ana"),
            ("\"a.b\"", "a.b"),
            ("\"a..b\"", "\"a..b\""),
            ("\".a\"", "\".a\""),
            ("\"a.\"", "\"a.\""),
            ("\"\"", "\"\""),
            ("\"a b\"", "\"a b\""),
            ("\"a\\ \\b\"", "\"a b\""),
            ("\"a\tb\"", "\"a b\""),
            ("\"a\r\n b\"", "\"a b\""),
            ("\"a\\\"b\"", "\"a\\\"b\""),
            ("\"a\\\\b\"", "\"a\\\\b\""),
            ("\"jose\u{301}\"", "josé"),
            ("jose\u{301}", "josé"),
        ];
        for (written, expected) in cases {
            let local = LocalPart::new(written);
            let mut wire = String::new();
            local.write(&mut wire);
            assert_eq!(wire, expected, "{written:?}");
            assert_eq!(local.octets(), expected.len(), "{written:?}");
        }
    }

    #[test]
    fn three_characters_become_ascii_under_nfc() {
        for c in '\u{80}'..=char::MAX {
            let becomes_ascii = core::iter::once(c).nfc().all(|c| c.is_ascii());
            assert_eq!(super::nfc_is_ascii(c), becomes_ascii, "{c:?}");
        }
    }
}
