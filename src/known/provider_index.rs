//! The domains of mail providers by their hash, laid out at compile time: most look-ups find nothing, and find it out
//! with one comparison at most.

use super::name_list::{NameList, firsts, name_list};
use super::tables::PROVIDER_DOMAINS;

/// The domains that the places below are places in.
pub(super) static DOMAINS: NameList = name_list!(&firsts::<{ PROVIDER_DOMAINS.len() }, _>(PROVIDER_DOMAINS));

const SLOTS: usize = 1 << 11;
#[cfg(feature = "suggest")]
const NAME_BITS: usize = 1 << 13;

/// In each slot a place in the table, one up; zero where there is none. A taken slot gives way to the next.
static BY_DOMAIN: [u16; SLOTS] = {
    let mut slots = [0; SLOTS];
    let mut at = 0;
    while at < PROVIDER_DOMAINS.len() {
        #[allow(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "evaluated at compile time, and the bounds stand around it"
        )]
        {
            let mut slot = hash(PROVIDER_DOMAINS[at].0.as_bytes(), SLOTS);
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = at as u16 + 1;
        }
        at += 1;
    }
    slots
};

/// A bit for the hash of each first label.
#[cfg(feature = "suggest")]
static NAMES: [u64; NAME_BITS / 64] = {
    let mut bits = [0; NAME_BITS / 64];
    let mut at = 0;
    while at < PROVIDER_DOMAINS.len() {
        #[allow(
            clippy::indexing_slicing,
            reason = "evaluated at compile time, and the bounds stand around it"
        )]
        {
            let mut name = PROVIDER_DOMAINS[at].0.as_bytes();
            let mut end = 0;
            while end < name.len() && name[end] != b'.' {
                end += 1;
            }
            (name, _) = name.split_at(end);
            let hash = hash(name, NAME_BITS);
            bits[hash / 64] |= 1 << (hash % 64);
        }
        at += 1;
    }
    bits
};

/// Where in the table the domain stands.
#[inline]
pub(super) fn place_of(domain: &str) -> Option<usize> {
    let mut slot = hash(domain.as_bytes(), SLOTS);
    loop {
        let place = usize::from(*BY_DOMAIN.get(slot)?).checked_sub(1)?;
        if DOMAINS.has_at(place, domain) {
            return Some(place);
        }
        slot = slot.wrapping_add(1) % SLOTS;
    }
}

/// Whether the name may be the first label of a provider's domain: `false` is certain.
#[cfg(feature = "suggest")]
pub(crate) fn may_name_a_provider(name: &str) -> bool {
    let hash = hash(name.as_bytes(), NAME_BITS);
    NAMES.get(hash / 64).is_some_and(|bits| bits >> (hash % 64) & 1 == 1)
}

/// Both ends and the length, multiplied: no step waits for a byte before it. Below `range`, a power of two.
const fn hash(text: &[u8], range: usize) -> usize {
    let ends = if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(32)
    } else if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64
    } else {
        let mut word = 0;
        let mut rest = text;
        while let [first, others @ ..] = rest {
            word = word << 8 | *first as u64;
            rest = others;
        }
        word
    };
    // 2^64 over the golden ratio.
    let mixed = (ends ^ text.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    #[allow(clippy::cast_possible_truncation, reason = "it is below the range")]
    let place = (mixed >> u64::BITS.saturating_sub(range.ilog2())) as usize;
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_domain_is_found_in_its_place() {
        for (place, (domain, _)) in PROVIDER_DOMAINS.iter().enumerate() {
            assert_eq!(place_of(domain), Some(place), "{domain}");
        }
        for domain in ["", "example.com", "gmail.co", "gmail.comm", "GMAIL.COM"] {
            assert_eq!(place_of(domain), None, "{domain}");
        }
    }

    #[cfg(feature = "suggest")]
    #[test]
    fn every_name_may_be_one() {
        for (domain, _) in PROVIDER_DOMAINS {
            assert!(domain.split('.').next().is_some_and(may_name_a_provider), "{domain}");
        }
        assert!(!may_name_a_provider("example"));
    }
}
