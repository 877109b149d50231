//! The same mailbox twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, RandomState};

use normail::{DedupKey, EmailAddress};

/// Where an address stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Site {
    pub(crate) row: u64,
    /// Which of the e-mail columns, counted from 0.
    pub(crate) column: usize,
}

/// Where each mailbox stood first.
///
/// This is all that grows with the list: a hash of 64 bits and a place for each mailbox, between 20 and 40
/// bytes, whatever the length of the address. In a list of a million mailboxes the odds that two of them
/// share a hash, and are called one, are one in thirty million; the hash has a random seed, so that nobody
/// can prepare such a list.
#[derive(Default)]
pub(crate) struct Twins {
    seed: RandomState,
    first: HashMap<u64, (u32, u16)>,
}

impl Twins {
    /// Notes the mailbox of `address`; gives the place where it stood before.
    pub(crate) fn find(&mut self, address: &EmailAddress, site: Site) -> Option<Site> {
        // No spreadsheet has so many rows or columns; a place beyond is given as the last.
        let row = u32::try_from(site.row).unwrap_or(u32::MAX);
        let column = u16::try_from(site.column).unwrap_or(u16::MAX);
        match self.first.entry(self.seed.hash_one(mailbox(address))) {
            Entry::Occupied(first) => {
                let (row, column) = *first.get();
                Some(Site { row: row.into(), column: column.into() })
            }
            Entry::Vacant(vacant) => {
                vacant.insert((row, column));
                None
            }
        }
    }
}

/// What two spellings of one mailbox have in common.
fn mailbox(address: &EmailAddress) -> DedupKey {
    address.dedup_key()
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
    fn needs_little_memory() {
        assert!(size_of::<(u64, (u32, u16))>() <= 16);
    }
}
