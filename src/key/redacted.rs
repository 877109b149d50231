//! An address for logs.

use core::fmt::{self, Write};

use crate::unicode::{is_mark, is_word_char};

/// More marks than this on one letter are left out.
const MARKS_MAX: usize = 4;

/// The first letter of the local part, and the domain. Neither its display nor its debug form tells more.
#[derive(Clone, Copy)]
pub(crate) struct Redacted<'a> {
    /// Without quotes.
    pub(crate) local: &'a str,
    pub(crate) domain: &'a str,
}

impl fmt::Display for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.local.chars();
        if let Some(first) = chars.next().filter(|c| is_word_char(*c) && !is_mark(*c)) {
            f.write_char(first)?;
            for mark in chars.take_while(|c| is_mark(*c)).take(MARKS_MAX) {
                f.write_char(mark)?;
            }
        }
        write!(f, "***@{}", self.domain)
    }
}

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
