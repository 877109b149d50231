//! A class of characters.

/// Ranges of characters, both ends included, with a bit mask for the ASCII part.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Class {
    ranges: Vec<(char, char)>,
    ascii: u128,
}

impl Class {
    pub(crate) fn range(first: char, last: char) -> Class {
        let mut class = Class::default();
        class.add(first, last);
        class
    }

    /// A character of a quoted string: ABNF has these in both cases (RFC 5234, section 2.3).
    pub(crate) fn either_case(char: char) -> Class {
        let (lower, upper) = (char.to_ascii_lowercase(), char.to_ascii_uppercase());
        let mut class = Class::range(lower, lower);
        if upper != lower {
            class.add(upper, upper);
        }
        class
    }

    pub(crate) fn union(classes: &[Class]) -> Class {
        let mut all = Class::default();
        for &(first, last) in classes.iter().flat_map(|class| &class.ranges) {
            all.add(first, last);
        }
        all
    }

    pub(crate) fn ranges(&self) -> &[(char, char)] {
        &self.ranges
    }

    pub(crate) fn contains(&self, char: char) -> bool {
        if char.is_ascii() {
            return self.ascii & (1 << u32::from(char)) != 0;
        }
        self.ranges.iter().any(|&(first, last)| first <= char && char <= last)
    }

    fn add(&mut self, first: char, last: char) {
        self.ranges.push((first, last));
        for char in (first..=last).take_while(char::is_ascii) {
            self.ascii |= 1 << u32::from(char);
        }
    }
}
