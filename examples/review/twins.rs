//! The same mailbox twice.

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
/// This is all that grows with the list: a hash of 64 bits and a place for each mailbox, some 15 bytes,
/// whatever the length of the address. In a list of a million mailboxes the odds that two of them
/// share a hash, and are called one, are one in thirty million; the hash has a random seed, so that nobody
/// can prepare such a list.
pub(crate) struct Twins {
    seed: RandomState,
    /// By the first 16 bits of their hashes. A map of the standard library would need 17 to 34 bytes for each, and
    /// half as much again whenever it grows.
    first: Vec<Vec<First>>,
}

/// Where a mailbox stood first.
struct First {
    /// What its hash has beyond the first 16 bits, in two parts that leave no gap between them.
    hash: u32,
    end_of_hash: u16,
    column: u16,
    row: u32,
}

impl Default for Twins {
    fn default() -> Self {
        let first = (0..=u16::MAX).map(|_| Vec::new()).collect();
        Twins { seed: RandomState::new(), first }
    }
}

impl Twins {
    /// Notes the mailbox of `address`; gives the place where it stood before.
    pub(crate) fn find(&mut self, address: &EmailAddress, site: Site) -> Option<Site> {
        let [a, b, c, d, e, f, g, h] = self.seed.hash_one(mailbox(address)).to_be_bytes();
        let (hash, end_of_hash) = (u32::from_be_bytes([c, d, e, f]), u16::from_be_bytes([g, h]));
        let seen = self.first.get_mut(usize::from(u16::from_be_bytes([a, b])))?;
        if let Some(first) = seen.iter().find(|first| (first.hash, first.end_of_hash) == (hash, end_of_hash))
        {
            return Some(Site { row: first.row.into(), column: first.column.into() });
        }
        if seen.len() == seen.capacity() {
            // Not twice the room, of which half would stay empty.
            seen.reserve_exact(1 + seen.len() / 4);
        }
        // No spreadsheet has so many rows or columns; a place beyond is given as the last.
        let row = u32::try_from(site.row).unwrap_or(u32::MAX);
        let column = u16::try_from(site.column).unwrap_or(u16::MAX);
        seen.push(First { hash, end_of_hash, column, row });
        None
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
        assert_eq!(size_of::<First>(), 12);
    }
}
