//! A name as people see it.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "suggest")]
use crate::known::is_public_suffix;
use crate::normalize::to_u_label;
use crate::unicode::{ascii_look, is_nonspacing, look};

/// A name in its normal form, what is read of it, and what it looks like.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// With U-labels.
    unicode: String,
    /// What it looks like.
    marked: String,
    /// What it looks like without nonspacing marks.
    plain: String,
    /// Where in each of the three each label starts.
    starts: Vec<[usize; 3]>,
}

impl Shown {
    pub(crate) fn new(name: &str) -> Self {
        let mut shown = Self::default();
        for label in name.split('.') {
            if !shown.starts.is_empty() {
                shown.texts().into_iter().for_each(|text| text.push('.'));
            }
            let starts = shown.texts().map(|text| text.len());
            shown.starts.push(starts);
            let unicode = to_u_label(label);
            shown.unicode.push_str(&unicode);
            let [_, start, _] = starts;
            shown.marked.extend(look(&unicode));
            let look = shown.marked.get(start..).unwrap_or_default();
            shown.plain.extend(look.chars().filter(|c| !is_nonspacing(*c)));
        }
        shown
    }

    fn texts(&mut self) -> [&mut String; 3] {
        [&mut self.unicode, &mut self.marked, &mut self.plain]
    }

    pub(super) fn label_count(&self) -> usize {
        self.starts.len()
    }

    /// The name from that label on, with U-labels.
    pub(super) fn unicode(&self, first: usize) -> &str {
        self.from(&self.unicode, first, 0)
    }

    /// What the name from that label on looks like, with its marks and without them.
    pub(super) fn looks(&self, first: usize) -> [&str; 2] {
        [self.from(&self.marked, first, 1), self.from(&self.plain, first, 2)]
    }

    fn from<'a>(&self, text: &'a str, first: usize, which: usize) -> &'a str {
        let start = self.starts.get(first).and_then(|starts| starts.get(which)).copied();
        start.and_then(|start| text.get(start..)).unwrap_or_default()
    }

    /// What others are compared with, to see whether they look like the name: a longer one without nonspacing marks.
    /// The number says which of their [`looks`](Shown::looks) it is.
    pub(super) fn compared(&self) -> (usize, &str) {
        if ignores_marks(own_label(&self.unicode)) { (1, &self.plain) } else { (0, &self.marked) }
    }

    /// Whether the whole name looks like a host name in ASCII and lower case.
    pub(crate) fn looks_like(&self, name: &str) -> bool {
        ascii_look(name).eq(self.plain.chars())
            && (self.marked == self.plain || ignores_marks(own_label(name)))
    }

    /// The characters of the owner's own label.
    pub(super) fn own_length(&self) -> usize {
        own_label(&self.unicode).chars().count()
    }
}

/// Whether so long a label is still read when it has marks too many.
fn ignores_marks(own_label: &str) -> bool {
    own_label.chars().count() >= 5
}

/// The label that the name's owner chose: the last one before its ending.
pub(super) fn own_label(name: &str) -> &str {
    let Some((before, top)) = name.rsplit_once('.') else {
        return name;
    };
    let Some((further, second)) = before.rsplit_once('.') else {
        return before;
    };
    if is_ending(second, top) { further.rsplit('.').next().unwrap_or(further) } else { second }
}

#[cfg(feature = "suggest")]
fn is_ending(second: &str, top: &str) -> bool {
    is_public_suffix(&alloc::format!("{second}.{top}"))
}

/// As most endings of two labels are made: `co.uk`, `com.mx`.
#[cfg(not(feature = "suggest"))]
fn is_ending(second: &str, top: &str) -> bool {
    second.len() <= 3 && top.len() == 2
}

#[cfg(test)]
mod tests {
    use super::own_label;

    #[test]
    fn the_label_before_the_ending() {
        let cases = [
            ("paypal.com", "paypal"),
            ("accounts.google.com", "google"),
            ("example.co.uk", "example"),
            ("www.example.co.uk", "example"),
            ("co.uk", "co"),
            ("localhost", "localhost"),
        ];
        for (name, expected) in cases {
            assert_eq!(own_label(name), expected, "{name}");
        }
    }
}
