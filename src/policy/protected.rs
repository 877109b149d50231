//! Domains that others must not be taken for.

mod keys;
mod shown;
mod slip;

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::ops::Range;

use super::domain_set::DomainSet;
use crate::known::is_one_edit;
use crate::normalize::{split_labels, to_u_label};
use crate::unicode::look;
use keys::{Keys, hash};
pub(crate) use shown::Shown;
use shown::own_label;
use slip::{OWN_LENGTH_MIN, halves, halves_of_neighbours};

/// A set, and what finds the names in it that another name could be taken for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Protected {
    set: DomainSet,
    /// By what the whole name looks like.
    looks: Keys,
    /// By either half, for the names that are long enough for slips.
    halves: Keys,
    /// By what the label looks like that its owner chose.
    labels: Keys,
    /// The numbers of labels that the names have, a bit each.
    label_counts: u128,
}

/// Shorter names stand inside other domains by chance.
const OWN_LABEL_MIN: usize = 4;

impl Protected {
    pub(super) fn new(set: DomainSet) -> Self {
        let (mut looks, mut by_half, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        let mut label_counts = 0;
        for (place, name) in set.names() {
            let shown = Shown::new(name);
            label_counts |= bit(shown.label_count());
            let (which, look_of_name) = shown.compared();
            looks.push((hash(which, look_of_name.chars()), place));
            if shown.own_length() >= OWN_LENGTH_MIN {
                by_half.extend(halves(&chars(&shown, 0)).map(|hash| (hash, place)));
            }
            if shown.own_length() >= OWN_LABEL_MIN {
                labels.push((hash(0, look(own_label(shown.unicode(0)))), place));
            }
        }
        let (looks, halves, labels) = (Keys::new(looks), Keys::new(by_half), Keys::new(labels));
        Self { set, looks, halves, labels, label_counts }
    }

    pub(super) fn set(&self) -> &DomainSet {
        &self.set
    }

    /// The protected names that the name, or one that it stands below, looks like or is a slip of, in order, and how
    /// many of its labels stand before that one. Looks count before slips, and longer names before shorter ones.
    pub(crate) fn lookalikes(&self, shown: &Shown) -> Option<(usize, Vec<&str>)> {
        let is_some = |(_, found): &(usize, Vec<&str>)| !found.is_empty();
        // From each label on, and how many there are from there.
        let from = || (0..).zip((1..=shown.label_count()).rev());
        let alike = from().filter(|(_, count)| self.has_names_of(*count..=*count));
        let mut alike = alike.map(|(first, _)| (first, self.alike(shown, first)));
        // A slip may make a dot, or take one.
        let near =
            from().filter(|(_, count)| self.has_names_of(count.saturating_sub(1)..=count.saturating_add(1)));
        let mut near = near.map(|(first, _)| (first, self.near(shown, first)));
        alike.find(is_some).or_else(|| near.find(is_some))
    }

    fn has_names_of(&self, mut label_counts: core::ops::RangeInclusive<usize>) -> bool {
        label_counts.any(|count| self.label_counts & bit(count) != 0)
    }

    /// The protected names that the name from that label on looks like.
    fn alike(&self, shown: &Shown, first: usize) -> Vec<&str> {
        let mut found = Vec::new();
        for (which, look) in shown.looks(first).into_iter().enumerate() {
            let names = self.names(self.looks.places(hash(which, look.chars())));
            found.extend(names.filter(|name| Shown::new(name).compared() == (which, look)));
        }
        sorted(found)
    }

    /// The protected names that the name from that label on is a slip of.
    fn near(&self, shown: &Shown, first: usize) -> Vec<&str> {
        let written = chars(shown, first);
        let places = halves_of_neighbours(&written).flat_map(|hash| self.halves.places(hash));
        sorted(
            self.names(places).filter(|name| is_one_edit(&chars(&Shown::new(name), 0), &written)).collect(),
        )
    }

    /// The protected name inside a name that is neither below nor above it, and which of its labels hold it: all of them, or the
    /// label that its owner chose, alone or as a word between hyphens.
    pub(crate) fn inside<'a>(&'a self, name: &'a str) -> Option<(Range<usize>, &'a str)> {
        self.whole_name_inside(name).or_else(|| {
            name.split('.').enumerate().find_map(|(index, label)| {
                let owner = self.owner_of_word(&to_u_label(label), name)?;
                Some((index..index.saturating_add(1), owner))
            })
        })
    }

    fn whole_name_inside<'a>(&self, name: &'a str) -> Option<(Range<usize>, &'a str)> {
        let labels: Vec<Range<usize>> = split_labels(name).collect();
        // Names of one label stand inside others by chance.
        let counts: Vec<usize> = (2..128).filter(|count| self.has_names_of(*count..=*count)).collect();
        (0..labels.len()).find_map(|first| {
            counts.iter().find_map(|count| {
                let end = first.saturating_add(*count);
                // A name at the end has this one below it.
                let (inside, [_, ..]) = labels.split_at_checked(end)? else { return None };
                let inner = name.get(inside.get(first)?.start..inside.last()?.end)?;
                self.set.has_entry_of(inner).then_some((first..end, inner))
            })
        })
    }

    /// The protected name that is not below `above` and whose own label the label is, or has as a word.
    fn owner_of_word(&self, label: &str, above: &str) -> Option<&str> {
        core::iter::once(label).chain(label.split('-')).find_map(|word| {
            let mut names = self.names(self.labels.places(hash(0, look(word))));
            names.find(|name| {
                !is_below(name, above) && look(own_label(Shown::new(name).unicode(0))).eq(look(word))
            })
        })
    }

    fn names(&self, places: impl Iterator<Item = u32>) -> impl Iterator<Item = &str> {
        places.filter_map(|place| self.set.name_at(place))
    }
}

fn is_below(name: &str, above: &str) -> bool {
    name.strip_suffix(above).is_some_and(|before| before.ends_with('.'))
}

fn chars(shown: &Shown, first: usize) -> Vec<char> {
    shown.unicode(first).chars().collect()
}

/// Few, and often in order as they come: a heap takes a fifth of the code that the sort of slices takes.
fn sorted(names: Vec<&str>) -> Vec<&str> {
    let mut names = BinaryHeap::from(names).into_sorted_vec();
    names.dedup();
    names
}

fn bit(count: usize) -> u128 {
    u32::try_from(count).ok().and_then(|count| 1_u128.checked_shl(count)).unwrap_or(0)
}
