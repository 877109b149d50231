//! Text with its unseen characters made visible.

use core::fmt;

use super::{CharClass, classify};

/// The text as a person can check it: every unseen or unwanted character as `⟨U+200B⟩`.
///
/// What comes out is safe on a terminal and in a log: no control, bidi control or line break is left. An ordinary
/// space stays one.
///
/// ```
/// assert_eq!(normail::visible("ana\u{200B}@example.com\u{A0}").to_string(), "ana⟨U+200B⟩@example.com⟨U+00A0⟩");
/// ```
pub fn visible(text: &str) -> impl fmt::Display + fmt::Debug + '_ {
    Visible(text)
}

/// Whether the character can be seen, an ordinary space included, and changes nothing around it.
pub(crate) fn is_seen(c: char) -> bool {
    c == ' ' || classify(c) == CharClass::Ordinary
}

#[derive(Debug)]
struct Visible<'a>(&'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| !is_seen(*c)) {
            let (seen, from_unseen) = rest.split_at_checked(at).unwrap_or_default();
            write!(f, "{seen}⟨U+{:04X}⟩", u32::from(c))?;
            rest = from_unseen.get(c.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}
