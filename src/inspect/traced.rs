//! Text that remembers where in the original input each of its bytes came from.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::syntax::INPUT_MAX;

/// A byte of the original input; inputs end at 4,096 bytes.
type Offset = u16;

const _: () = assert!(INPUT_MAX <= Offset::MAX as usize);

/// The repaired text and, for each of its bytes, the stretch of the input that it stands for.
#[derive(Debug, Default)]
pub(super) struct Traced {
    text: String,
    /// Where in the input the text would stand if it is empty.
    origin: usize,
    sources: Vec<(Offset, Offset)>,
}

impl Traced {
    pub(super) fn with_capacity(octets: usize) -> Self {
        Self { text: String::with_capacity(octets), origin: 0, sources: Vec::with_capacity(octets) }
    }

    pub(super) fn starts_at(&mut self, origin: usize) {
        self.origin = origin;
    }

    pub(super) fn push(&mut self, c: char, source: Range<usize>) {
        self.text.push(c);
        let source = (offset(source.start), offset(source.end));
        self.sources.extend(core::iter::repeat_n(source, c.len_utf8()));
    }

    /// ASCII that stands for itself, from `start` of the input on.
    pub(super) fn push_ascii(&mut self, run: &str, start: usize) {
        self.text.push_str(run);
        let places = offset(start)..offset(start.saturating_add(run.len()));
        self.sources.extend(places.map(|at| (at, at.saturating_add(1))));
    }

    /// Takes a backslash off the end that starts a quoted pair.
    pub(super) fn drop_backslash(&mut self) {
        if self.text.ends_with('\\') && !self.text.ends_with("\\\\") {
            self.text.pop();
            self.sources.pop();
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn get(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The stretch of the input that a range of the text stands for: from its first source to the end of its last.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.source_before(range.start);
            return at..at;
        }
        let start = self.sources.get(range.start).map_or(0, |source| source.0);
        let end = self.sources.get(range.end.saturating_sub(1)).map_or(0, |source| source.1);
        usize::from(start)..usize::from(end)
    }

    /// The same as stretches that hold nothing but what the range stands for: what has no place in the text, such as
    /// a removed character, is left out.
    pub(super) fn source_pieces(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for (start, end) in self.sources.get(range.clone()).unwrap_or_default() {
            let (start, end) = (usize::from(*start), usize::from(*end));
            match pieces.last_mut() {
                Some(last) if last.end == start => last.end = end,
                Some(last) if last.end >= end => {}
                _ => pieces.push(start..end),
            }
        }
        pieces
    }

    /// Where the input goes on after what stands before `at`.
    fn source_before(&self, at: usize) -> usize {
        match at.checked_sub(1).and_then(|before| self.sources.get(before)) {
            Some(source) => usize::from(source.1),
            None => self.sources.first().map_or(self.origin, |source| usize::from(source.0)),
        }
    }
}

fn offset(at: usize) -> Offset {
    Offset::try_from(at).unwrap_or(Offset::MAX)
}

#[cfg(test)]
mod tests {
    use super::Traced;

    #[test]
    fn ranges_map_to_their_sources() {
        // "a", a removed character of three bytes, "é", a form of three bytes.
        let mut traced = Traced::default();
        traced.push('a', 0..1);
        traced.push('é', 4..6);
        traced.push('b', 6..9);
        assert_eq!(traced.as_str(), "aéb");
        assert_eq!(traced.source(&(0..1)), 0..1);
        assert_eq!(traced.source(&(1..3)), 4..6);
        assert_eq!(traced.source(&(0..4)), 0..9);
        assert_eq!(traced.source(&(1..1)), 1..1);
        assert_eq!(traced.source(&(4..4)), 9..9);
        assert_eq!(traced.source_pieces(&(0..4)), [0..1, 4..9]);
    }
}
