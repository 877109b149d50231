//! The domains of mail providers by the hash of what they look like, laid out at compile time.

use super::provider_index::{DOMAINS, multiplied, upper};
use super::tables::PROVIDER_DOMAINS;
use crate::unicode::ascii_look_of;

const SLOTS: usize = 1 << 11;

/// In each slot a place in the table, one up; zero where there is none. A taken slot gives way to the next.
static BY_LOOK: [u16; SLOTS] = {
    let mut slots = [0; SLOTS];
    let mut at = 0;
    while at < PROVIDER_DOMAINS.len() {
        #[allow(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "evaluated at compile time, and the bounds stand around it"
        )]
        {
            let mut slot = upper(hash_of_name(PROVIDER_DOMAINS[at].0.as_bytes()), SLOTS);
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = at as u16 + 1;
        }
        at += 1;
    }
    slots
};

/// The domains that may look like this, and all that do.
pub(crate) fn providers_by_look(look: &str) -> impl Iterator<Item = &'static str> {
    let mut next = upper(look.bytes().fold(0, mixed), SLOTS);
    core::iter::from_fn(move || {
        let place = usize::from(*BY_LOOK.get(next)?).checked_sub(1)?;
        next = next.wrapping_add(1) % SLOTS;
        DOMAINS.get(place)
    })
}

const fn mixed(hash: u64, byte: u8) -> u64 {
    multiplied(hash ^ byte as u64)
}

const fn hash_of_name(name: &[u8]) -> u64 {
    let mut hash = 0;
    let mut rest = name;
    while let [byte, others @ ..] = rest {
        let (first, second) = ascii_look_of(*byte);
        hash = mixed(hash, first);
        if let Some(second) = second {
            hash = mixed(hash, second);
        }
        rest = others;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::ascii_look;
    use alloc::string::String;

    #[test]
    fn every_domain_is_found_by_its_look() {
        for (domain, _) in PROVIDER_DOMAINS {
            let look: String = ascii_look(domain).collect();
            assert!(providers_by_look(&look).any(|found| found == *domain), "{domain}");
        }
    }

    /// A look-up ends at the first empty slot.
    #[test]
    fn most_slots_are_empty() {
        assert!(BY_LOOK.iter().filter(|place| **place == 0).count() > SLOTS / 2);
    }
}
