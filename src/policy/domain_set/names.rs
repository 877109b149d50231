//! The names of a set: their own canonical list in one string, and an index into it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::index::{Hasher, Index, lines};
use super::reach::Reach;

/// Sorted by name, each once, one a line; the text is the list as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Names {
    text: Box<str>,
    count: usize,
    index: Index,
}

impl Names {
    /// The entries, one a line, each line with its end.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn heap_size(&self) -> usize {
        self.text.len().saturating_add(self.index.heap_size())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Reach, &str)> + '_ {
        self.text.lines().map(Reach::split)
    }

    /// Whether an entry takes in the name, which is in its normal form.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.is_reached(name, |reach, is_whole| if is_whole { reach.has_name() } else { reach.has_below() })
    }

    /// Whether the name, or one that it stands below, is an entry's, whatever the entry says of it.
    pub(super) fn has_at_or_above(&self, name: &str) -> bool {
        self.is_reached(name, |_, _| true)
    }

    /// The names, each with its place. A list beyond 4 GiB has no places behind that.
    pub(super) fn places(&self) -> impl Iterator<Item = (u32, &str)> + '_ {
        lines(&self.text).map_while(|(start, line)| Some((u32::try_from(start).ok()?, Reach::split(line).1)))
    }

    /// The name at a place that [`places`](Names::places) gave.
    pub(super) fn name_at(&self, place: u32) -> Option<&str> {
        let (_, name) = self.entry_at(usize::try_from(place).ok()?);
        (!name.is_empty()).then_some(name)
    }

    /// Whether there is an entry of this very name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name, Hasher::of(name)).is_some()
    }

    /// Asks about each entry for the name and for the names that it stands below; the second value says that it is
    /// the whole name's.
    fn is_reached(&self, name: &str, answer: impl Fn(Reach, bool) -> bool) -> bool {
        if self.count == 0 {
            return false;
        }
        let mut hasher = Hasher::default();
        for (position, byte) in name.bytes().enumerate().rev() {
            if byte == b'.'
                && let Some(above) = name.get(position..).and_then(|rest| rest.strip_prefix('.'))
                && self.find(above, hasher).is_some_and(|reach| answer(reach, false))
            {
                return true;
            }
            hasher.add(byte);
        }
        self.find(name, hasher).is_some_and(|reach| answer(reach, true))
    }

    /// What the entry of this very name says.
    fn find(&self, name: &str, hasher: Hasher) -> Option<Reach> {
        match self.index.candidates(hasher) {
            Some(lines) => {
                let of_line = |start: &u32| self.entry_at(usize::try_from(*start).unwrap_or(usize::MAX));
                let found = lines.binary_search_by(|start| of_line(start).1.cmp(name)).ok()?;
                lines.get(found).map(|start| of_line(start).0)
            }
            None => self.search(name),
        }
    }

    /// What [`find`](Names::find) finds, without the index.
    fn search(&self, name: &str) -> Option<Reach> {
        let mut left = self.text();
        loop {
            let before = left.get(..left.len() / 2)?;
            let before = before.rfind('\n').and_then(|end| left.get(..=end)).unwrap_or_default();
            let (line, behind) = left.get(before.len()..)?.split_once('\n')?;
            let (reach, found) = Reach::split(line);
            left = match found.cmp(name) {
                Ordering::Equal => return Some(reach),
                Ordering::Less => behind,
                Ordering::Greater => before,
            };
        }
    }

    /// The entry whose line starts there.
    fn entry_at(&self, start: usize) -> (Reach, &str) {
        let rest = self.text.get(start..).unwrap_or_default();
        Reach::split(rest.lines().next().unwrap_or_default())
    }
}

/// Names as they come, in any order and more than once.
#[derive(Debug, Default)]
pub(super) struct NamesBuilder {
    text: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The first octets of the name, which order most pairs.
    key: u64,
    start: usize,
    /// The DNS gives a name 255 octets.
    length: u8,
    reach: Reach,
}

impl NamesBuilder {
    /// Adds a name in its normal form.
    pub(super) fn push(&mut self, name: &str, reach: Reach) {
        let Ok(length) = u8::try_from(name.len()) else { return };
        let mut key = [0; 8];
        for (octet, byte) in key.iter_mut().zip(name.bytes()) {
            *octet = byte;
        }
        self.entries.push(Entry { key: u64::from_be_bytes(key), start: self.text.len(), length, reach });
        self.text.push_str(name);
    }

    pub(super) fn finish(mut self) -> Names {
        let mut entries = core::mem::take(&mut self.entries);
        entries.sort_unstable_by(|one, other| {
            one.key.cmp(&other.key).then_with(|| self.name(one).cmp(self.name(other)))
        });
        entries.dedup_by(|next, kept| {
            let is_same = next.key == kept.key && self.name(next) == self.name(kept);
            if is_same {
                kept.reach = kept.reach.and(next.reach);
            }
            is_same
        });
        let size = |entry: &Entry| entry.reach.prefix().len().saturating_add(entry.length.into());
        // Each line has its end.
        let size_of_all = entries.iter().map(size).sum::<usize>().saturating_add(entries.len());
        let mut text = String::with_capacity(size_of_all);
        for entry in &entries {
            text.push_str(entry.reach.prefix());
            text.push_str(self.name(entry));
            text.push('\n');
        }
        let count = entries.len();
        drop((entries, self));
        let index = Index::new(&text, count);
        Names { text: text.into_boxed_str(), count, index }
    }

    fn name(&self, entry: &Entry) -> &str {
        let end = entry.start.saturating_add(entry.length.into());
        self.text.get(entry.start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn the_index_finds_what_the_search_finds() {
        let mut builder = NamesBuilder::default();
        for number in 0..2_000_u32 {
            let reach = [Reach::Name, Reach::Below, Reach::Both][number as usize % 3];
            builder.push(&format!("{}.example", number.wrapping_mul(2_654_435_761) % 5_000), reach);
        }
        let names = builder.finish();
        assert!(names.iter().map(|(_, name)| name).is_sorted());
        for number in 0..5_000 {
            let name = format!("{number}.example");
            let found = names.iter().find(|(_, other)| *other == name).map(|(reach, _)| reach);
            assert_eq!(names.find(&name, Hasher::of(&name)), found, "{name}");
            assert_eq!(names.search(&name), found, "{name}");
        }
    }

    #[test]
    fn a_name_twice_is_one_entry() {
        let mut builder = NamesBuilder::default();
        for (name, reach) in [
            ("b.example", Reach::Below),
            ("a.example", Reach::Name),
            ("b.example", Reach::Name),
            ("a.example", Reach::Name),
        ] {
            builder.push(name, reach);
        }
        assert_eq!(builder.finish().text(), "a.example\n.b.example\n");
    }
}
