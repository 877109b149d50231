//! Text as it will be stored, and where it was written.

use core::ops::Range;

use super::subject::Part;
use super::traced::Traced;
use crate::normalize::LocalPart;
use crate::span::{char_span, shifted};

/// A stretch of a local part, or a label, as it will be stored: in NFC, or a U-label.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) text: &'a str,
    pub(super) places: Places<'a>,
}

/// Where the characters of a stretch were written.
#[derive(Debug)]
pub(super) enum Places<'a> {
    /// Where this text says, in which the stretch starts there.
    Traced(&'a Traced, usize),
    /// One behind the other, from there on.
    From(usize),
    /// All in one, as this text: where each of them stands cannot be told.
    One(Range<usize>, &'a str),
}

impl Placed<'_> {
    /// Where it was written.
    pub(super) fn range(&self) -> Range<usize> {
        self.place(&(0..self.text.len()))
    }

    /// Its characters, each with where it was written.
    pub(super) fn chars(&self) -> impl Iterator<Item = (Range<usize>, char)> + '_ {
        self.text.char_indices().map(|(at, c)| (self.place(&char_span(at, c)), c))
    }

    /// Where a part of it was written.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        match &self.places {
            Places::Traced(content, start) => content.source(&shifted(range, *start)),
            Places::From(start) => shifted(range, *start),
            Places::One(place, _) => place.clone(),
        }
    }
}

/// What a local part means: the backslash of a quoted pair parts no word, and what NFC joins is one letter.
pub(super) fn content_of(local: &Part<'_>) -> Traced {
    let mut content = Traced::with_capacity(local.text.len());
    for (c, place) in LocalPart::new(local.text).placed_content() {
        content.push(c, local.range(&place));
    }
    content
}
