//! Spans: where something stands in a text, in bytes.
//!
//! Sums saturate, and none ever comes to that: a place and a length of one text add up to its end at most, and no text is
//! longer than `isize::MAX`.

use core::ops::Range;

/// What starts there and is so long.
pub(crate) const fn span_at(start: usize, length: usize) -> Range<usize> {
    start..start.saturating_add(length)
}

/// The character that stands there.
pub(crate) const fn char_span(at: usize, c: char) -> Range<usize> {
    span_at(at, c.len_utf8())
}

/// What a text ends with.
pub(crate) const fn suffix_span(text: &str, suffix: &str) -> Range<usize> {
    text.len().saturating_sub(suffix.len())..text.len()
}

/// A span of a part, in the text in which that part starts there.
pub(crate) const fn shifted(span: &Range<usize>, start: usize) -> Range<usize> {
    span.start.saturating_add(start)..span.end.saturating_add(start)
}

/// Whether they have a byte in common.
pub(crate) const fn are_overlapping(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::{are_overlapping, char_span, shifted, span_at, suffix_span};

    #[test]
    fn spans_cover_what_they_are_told() {
        let text = "ana@é.example";
        assert_eq!(&text[span_at(0, 3)], "ana");
        assert_eq!(&text[char_span(4, 'é')], "é");
        assert_eq!(suffix_span(text, ".example"), 6..14);
        assert_eq!(&text[shifted(&(3..10), 4)], "example");
        assert!(are_overlapping(&(0..2), &(1..3)) && !are_overlapping(&(0..2), &(2..3)));
    }
}
