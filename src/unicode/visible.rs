//! Text with its unseen characters made visible.

use core::fmt::{self, Write};

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
        for c in self.0.chars() {
            if is_seen(c) {
                f.write_char(c)?;
            } else {
                write!(f, "⟨U+{:04X}⟩", u32::from(c))?;
            }
        }
        Ok(())
    }
}
