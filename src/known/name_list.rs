//! The names of a table in one string, laid out at compile time. A name takes two bytes beside its letters; as a `&str`
//! it would take sixteen, and twenty-four more in a program that is loaded anywhere, for the loader to mend the pointer.

use core::cmp::Ordering;
use core::ops::Range;

use super::ends::Ends;

/// Names in the order of their table.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameList {
    text: &'static str,
    /// Where each name starts, and where the last one ends.
    bounds: &'static [u16],
}

/// Zeros behind the last name, so that a word can be read where it starts.
pub(super) const PADDING: usize = size_of::<u64>();

/// The [`NameList`] of a constant slice of names.
macro_rules! name_list {
    ($names:expr) => {{
        const NAMES: &[&str] = $names;
        const TEXT: [u8; $crate::known::name_list::octets(NAMES) + $crate::known::name_list::PADDING] =
            $crate::known::name_list::text(NAMES);
        const BOUNDS: [u16; NAMES.len() + 1] = $crate::known::name_list::bounds(NAMES);
        $crate::known::name_list::NameList::new(&TEXT, &BOUNDS)
    }};
}
pub(super) use name_list;

impl NameList {
    /// For [`name_list`].
    pub(super) const fn new(text: &'static [u8], bounds: &'static [u16]) -> Self {
        match core::str::from_utf8(text) {
            Ok(text) => Self { text, bounds },
            #[allow(clippy::panic, reason = "evaluated at compile time")]
            Err(_) => panic!("no text"),
        }
    }

    /// The name in that place.
    pub(super) fn get(&self, place: usize) -> Option<&'static str> {
        self.text.get(self.span(place)?)
    }

    /// The same, without asking whether it is text.
    fn octets(&self, place: usize) -> Option<&'static [u8]> {
        self.text.as_bytes().get(self.span(place)?)
    }

    #[inline]
    fn span(&self, place: usize) -> Option<Range<usize>> {
        let (start, end) = (self.bounds.get(place)?, self.bounds.get(place.saturating_add(1))?);
        Some(usize::from(*start)..usize::from(*end))
    }

    /// Whether it is the name in that place.
    pub(super) fn has_at(&self, place: usize, name: &[u8]) -> bool {
        self.octets(place) == Some(name)
    }

    /// Whether the name in that place has these ends: no branch asks for its length.
    #[inline]
    pub(super) fn has_ends_at(&self, place: usize, ends: Ends) -> bool {
        let bounds = self.bounds.get(place..).and_then(|bounds| bounds.first_chunk());
        bounds.is_some_and(|[start, end]| {
            (usize::from(end.wrapping_sub(*start)) == ends.octets)
                & ends.are_at(self.text.as_bytes(), usize::from(*start))
        })
    }

    /// The place of the name that compares as equal, or the place of the first that compares as greater, in a list that
    /// is sorted.
    pub(super) fn search(&self, compare: impl Fn(&[u8]) -> Ordering) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.bounds.len().saturating_sub(1));
        while low < high {
            let middle = low.midpoint(high);
            match self.octets(middle).map_or(Ordering::Greater, &compare) {
                Ordering::Less => low = middle.saturating_add(1),
                Ordering::Equal => return Ok(middle),
                Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    /// Where the name stands in a list that is sorted.
    pub(super) fn place_of(&self, name: &str) -> Option<usize> {
        self.search(|other| other.cmp(name.as_bytes())).ok()
    }
}

/// How long the names are together.
#[allow(clippy::arithmetic_side_effects, reason = "evaluated at compile time")]
pub(super) const fn octets(names: &[&str]) -> usize {
    let mut octets = 0;
    let mut rest = names;
    while let [name, others @ ..] = rest {
        octets += name.len();
        rest = others;
    }
    octets
}

/// The names without anything between them, and the padding.
pub(super) const fn text<const OCTETS: usize>(names: &[&str]) -> [u8; OCTETS] {
    let mut text = [0; OCTETS];
    let mut left = text.as_mut_slice();
    let mut rest = names;
    while let [name, others @ ..] = rest {
        let (start, behind) = left.split_at_mut(name.len());
        start.copy_from_slice(name.as_bytes());
        (left, rest) = (behind, others);
    }
    text
}

/// Where each name starts in that text, and where the last one ends.
#[allow(clippy::arithmetic_side_effects, reason = "evaluated at compile time")]
pub(super) const fn bounds<const BOUNDS: usize>(names: &[&str]) -> [u16; BOUNDS] {
    let mut bounds = [0; BOUNDS];
    let mut end = 0;
    let mut at = 0;
    while at < names.len() {
        #[allow(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "evaluated at compile time, and the bounds stand around it"
        )]
        {
            end += names[at].len();
            assert!(end <= u16::MAX as usize, "too long a table");
            bounds[at + 1] = end as u16;
        }
        at += 1;
    }
    bounds
}

/// The first column of a table.
#[allow(clippy::arithmetic_side_effects, reason = "evaluated at compile time")]
pub(super) const fn firsts<const ROWS: usize, T>(rows: &[(&'static str, T)]) -> [&'static str; ROWS] {
    let mut names = [""; ROWS];
    let mut at = 0;
    while at < ROWS {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            names[at] = rows[at].0;
        }
        at += 1;
    }
    names
}

/// The second column of a table.
#[allow(clippy::arithmetic_side_effects, reason = "evaluated at compile time")]
pub(super) const fn seconds<const ROWS: usize, T: Copy>(rows: &[(&str, T)]) -> [T; ROWS] {
    #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
    let mut values = [rows[0].1; ROWS];
    let mut at = 0;
    while at < ROWS {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            values[at] = rows[at].1;
        }
        at += 1;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[(&str, u8)] = &[("", 3), ("a", 1), ("ab", 2), ("ñandú", 7)];
    static LIST: NameList = name_list!(&firsts::<{ TABLE.len() }, _>(TABLE));

    #[test]
    fn every_name_is_in_its_place() {
        for (place, (name, _)) in TABLE.iter().enumerate() {
            assert_eq!(LIST.get(place), Some(*name));
            assert_eq!(LIST.place_of(name), Some(place), "{name}");
            assert!(LIST.has_at(place, name.as_bytes()), "{name}");
        }
        assert!((0..).map_while(|place| LIST.get(place)).eq(TABLE.iter().map(|(name, _)| *name)));
    }

    #[test]
    fn what_is_no_name_has_no_place() {
        assert_eq!(LIST.get(TABLE.len()), None);
        for name in ["A", "aa", "abc", "ñandúes", "b"] {
            assert_eq!(LIST.place_of(name), None, "{name}");
        }
        assert!(!LIST.has_at(TABLE.len(), b"") && !LIST.has_at(usize::MAX, b""));
        assert!(!LIST.has_at(1, b"ab") && !LIST.has_at(2, b"a"));
    }

    #[test]
    fn values_stay_beside_their_names() {
        assert_eq!(seconds::<{ TABLE.len() }, _>(TABLE), [3, 1, 2, 7]);
    }
}
