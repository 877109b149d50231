//! The same mailbox twice.

use std::hash::{BuildHasher, RandomState};
use std::mem;

use normail::{DedupKey, EmailAddress};

/// Where an address stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Site {
    pub(crate) row: u64,
    /// Which of the e-mail columns, counted from 0.
    pub(crate) column: usize,
}

/// How many tables there are.
const TABLES: usize = 16;

/// Where each mailbox stood first.
///
/// This is all that grows with the list: a hash of 60 bits and a place for each mailbox, with room to spare some 20
/// bytes, whatever the length of the address. In a list of a million mailboxes the odds that two of them share a hash,
/// and are called one, are one in two million; the hash has a random seed, so that nobody can prepare such a list.
pub(crate) struct Twins {
    seed: RandomState,
    /// By the first bits of their hashes. One grows at a time: what it grows out of is little beside all of them.
    tables: Vec<Table>,
}

impl Default for Twins {
    fn default() -> Self {
        Twins { seed: RandomState::new(), tables: (0..TABLES).map(|_| Table::default()).collect() }
    }
}

impl Twins {
    /// Notes the mailbox of `address`; gives the place where it stood before.
    pub(crate) fn find(&mut self, address: &EmailAddress, site: Site) -> Option<Site> {
        let [table, tag, hash @ ..] = self.seed.hash_one(mailbox(address)).to_be_bytes();
        self.tables.get_mut(usize::from(table) % TABLES)?.find(tag, First::new(hash, site)).map(First::site)
    }
}

/// What two spellings of one mailbox have in common.
fn mailbox(address: &EmailAddress) -> DedupKey {
    address.dedup_key()
}

/// Mailboxes by their hashes (open addressing, linear probing).
#[derive(Default)]
struct Table {
    /// For each mailbox the first free one from its own: its number in `firsts`, counted from 1, and above that a tag.
    /// Most mailboxes are new. The slots alone tell so, of which more stay in the processor's cache than of `firsts`.
    slots: Vec<u32>,
    firsts: Vec<First>,
}

/// A slot that holds nothing.
const FREE: u32 = 0;
/// The bits of a slot below the tag.
const INDEX_BITS: u32 = 24;
const INDEX: u32 = (1 << INDEX_BITS) - 1;

impl Table {
    /// The mailbox as it was noted before; where it was not, it is now.
    fn find(&mut self, tag: u8, first: First) -> Option<First> {
        // An eighth stays free, so that the way to a free slot is short.
        if self.firsts.len() * 8 >= self.slots.len() * 7 {
            self.grow();
        }
        let tag = u32::from(tag) << INDEX_BITS;
        let mut slot = self.own_slot(first);
        while self.slots[slot] != FREE {
            let found = self.slots[slot] ^ tag;
            if found <= INDEX && self.firsts[found as usize - 1].is_same_mailbox(first) {
                return Some(self.firsts[found as usize - 1]);
            }
            slot = self.next_slot(slot);
        }
        // More have no number in a slot: some 270 million in all tables are remembered.
        if self.firsts.len() < INDEX as usize {
            if self.firsts.len() == self.firsts.capacity() {
                // Not to twice the room, of which half would stay empty.
                self.firsts.reserve_exact(8 + self.firsts.len() / 4);
            }
            self.firsts.push(first);
            self.slots[slot] = tag | self.firsts.len() as u32;
        }
        None
    }

    fn own_slot(&self, first: First) -> usize {
        ((u64::from(first.hash) * self.slots.len() as u64) >> u32::BITS) as usize
    }

    fn next_slot(&self, slot: usize) -> usize {
        if slot + 1 == self.slots.len() { 0 } else { slot + 1 }
    }

    /// Slots have to be found anew; `firsts` stay where they are.
    fn grow(&mut self) {
        let size = self.slots.len() + (self.slots.len() / 2).max(8);
        for taken in mem::replace(&mut self.slots, vec![FREE; size]).into_iter().filter(|slot| *slot != FREE)
        {
            let mut slot = self.own_slot(self.firsts[(taken & INDEX) as usize - 1]);
            while self.slots[slot] != FREE {
                slot = self.next_slot(slot);
            }
            self.slots[slot] = taken;
        }
    }
}

/// Where a mailbox stood first.
#[derive(Clone, Copy)]
struct First {
    /// What its hash has beyond the table's byte and the tag, in two parts that leave no gap between them.
    hash: u32,
    end_of_hash: u16,
    column: u16,
    row: u32,
}

impl First {
    fn new([a, b, c, d, e, f]: [u8; 6], site: Site) -> Self {
        First {
            hash: u32::from_be_bytes([a, b, c, d]),
            end_of_hash: u16::from_be_bytes([e, f]),
            // No spreadsheet has so many rows or columns; a place beyond is given as the last.
            column: u16::try_from(site.column).unwrap_or(u16::MAX),
            row: u32::try_from(site.row).unwrap_or(u32::MAX),
        }
    }

    fn is_same_mailbox(&self, other: First) -> bool {
        (self.hash, self.end_of_hash) == (other.hash, other.end_of_hash)
    }

    fn site(self) -> Site {
        Site { row: self.row.into(), column: self.column.into() }
    }
}

#[cfg(test)]
mod tests {
    use normail::Policy;

    use super::*;

    #[test]
    fn finds_the_first_place_of_a_mailbox() {
        let policy = Policy::form();
        let mut twins = Twins::default();
        let mut find = |text: &str, row| {
            let inspection = policy.inspect(text);
            twins.find(inspection.address().expect("an address"), Site { row, column: 1 })
        };
        assert_eq!(find("ana@example.com", 2), None);
        assert_eq!(find("eva@example.com", 3), None);
        assert_eq!(find(" ana@example.com", 4), Some(Site { row: 2, column: 1 }));
        assert_eq!(find("ana@example.com", 5), Some(Site { row: 2, column: 1 }));
    }

    #[test]
    fn finds_each_of_many() {
        let mut twins = Twins::default();
        let mut find = |number: u64, row| {
            let address = normail::parse(&format!("ana.{number}@example.com")).expect("an address");
            twins.find(&address, Site { row, column: 0 })
        };
        for number in 1..5_000 {
            assert_eq!(find(number, number), None, "{number}");
        }
        for number in 1..5_000 {
            assert_eq!(find(number, 9_999), Some(Site { row: number, column: 0 }), "{number}");
        }
    }

    #[test]
    fn needs_little_memory() {
        assert_eq!(size_of::<First>(), 12);
    }
}
