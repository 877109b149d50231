//! The domains of mail providers by their hash, laid out at compile time so that each has a slot for itself: what is
//! found is one comparison away, and so is that nothing is found.

use super::ends::Ends;
use super::name_list::{NameList, firsts, name_list};
use super::tables::PROVIDER_DOMAINS;

/// The domains that the places below are places in.
pub(super) static DOMAINS: NameList = name_list!(&firsts::<{ PROVIDER_DOMAINS.len() }, _>(PROVIDER_DOMAINS));

const BUCKETS: usize = 1 << 8;
const SLOTS: usize = 1 << 11;
#[cfg(feature = "suggest")]
const NAME_BITS: usize = 1 << 13;

/// Where each domain stands in the table.
struct Places {
    /// What parts the domains of a bucket from each other and from those of the other buckets.
    seeds: [u8; BUCKETS],
    /// In each slot a place in the table: any where no domain has the slot.
    slots: [u16; SLOTS],
}

static PLACES: Places = {
    const ROWS: usize = PROVIDER_DOMAINS.len();
    let mut places = Places { seeds: [0; BUCKETS], slots: [0; SLOTS] };
    let mut mixed = [0; ROWS];
    // Of each bucket the last row, one up, and of each row the one before it in its bucket.
    let mut last = [0; BUCKETS];
    let mut before = [0; ROWS];
    let mut is_taken = [false; SLOTS];
    #[allow(
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        reason = "evaluated at compile time, and the bounds stand around it"
    )]
    {
        let mut row = 0;
        while row < ROWS {
            mixed[row] = mix(Ends::of(PROVIDER_DOMAINS[row].0.as_bytes()));
            let bucket = bucket(mixed[row]);
            before[row] = last[bucket];
            row += 1;
            last[bucket] = row;
        }
        let mut bucket = 0;
        while bucket < BUCKETS {
            let mut row = last[bucket];
            while row != 0 {
                let slot = slot(mixed[row - 1], places.seeds[bucket]);
                if is_taken[slot] {
                    // Gives back what the rows before it have taken, and begins again.
                    let mut taken = last[bucket];
                    while taken != row {
                        is_taken[self::slot(mixed[taken - 1], places.seeds[bucket])] = false;
                        taken = before[taken - 1];
                    }
                    places.seeds[bucket] += 1;
                    row = last[bucket];
                } else {
                    is_taken[slot] = true;
                    places.slots[slot] = row as u16 - 1;
                    row = before[row - 1];
                }
            }
            bucket += 1;
        }
    }
    places
};

/// Two bits for each first label.
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
            let domain = PROVIDER_DOMAINS[at].0.as_bytes();
            let mut octets = 0;
            while octets < domain.len() && domain[octets] != b'.' {
                octets += 1;
            }
            let (one, other) = name_bits(Ends::of(domain).start(octets), octets);
            bits[one / 64] |= 1 << (one % 64);
            bits[other / 64] |= 1 << (other % 64);
        }
        at += 1;
    }
    bits
};

/// Where in the table the domain stands, of which these are the ends.
#[inline(always)]
pub(crate) fn provider_place(domain: &[u8], ends: Ends) -> Option<usize> {
    let mixed = mix(ends);
    let seed = PLACES.seeds.get(bucket(mixed))?;
    let place = usize::from(*PLACES.slots.get(slot(mixed, *seed))?);
    let is_there = if ends.octets > Ends::WHOLE {
        DOMAINS.has_at(place, domain)
    } else {
        DOMAINS.has_ends_at(place, ends)
    };
    is_there.then_some(place)
}

/// Whether the first label of a domain, which has so many octets, may be that of a provider's: `false` is certain.
#[cfg(feature = "suggest")]
#[inline]
pub(crate) fn may_name_a_provider(domain: Ends, octets: usize) -> bool {
    let (one, other) = name_bits(domain.start(octets), octets);
    let bit = |at: usize| NAMES.get(at / 64).map_or(0, |bits| bits >> (at % 64));
    bit(one) & bit(other) & 1 == 1
}

/// Two of the [`NAME_BITS`] for a label, by its first eight octets and its length.
#[cfg(feature = "suggest")]
const fn name_bits(start: u64, octets: usize) -> (usize, usize) {
    let once = multiplied(start ^ octets as u64);
    let twice = multiplied(once ^ once >> (u64::BITS / 2));
    (upper(once, NAME_BITS), upper(twice, NAME_BITS))
}

/// Both ends and the length, multiplied: no step waits for a byte before it. The turn is an odd one, so that of a short
/// name, whose ends are the same, nothing is lost.
const fn mix(ends: Ends) -> u64 {
    multiplied(ends.first ^ ends.last.rotate_left(31) ^ ends.octets as u64)
}

const fn bucket(mixed: u64) -> usize {
    upper(mixed, BUCKETS)
}

const fn slot(mixed: u64, seed: u8) -> usize {
    // Odd, so that nothing of it is lost.
    upper(mixed.wrapping_mul((seed as u64) << 1 | 1), SLOTS)
}

/// By 2^64 over the golden ratio.
pub(super) const fn multiplied(word: u64) -> u64 {
    word.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The upper bits, which every bit below has a part in: a number below `range`, a power of two.
#[allow(clippy::cast_possible_truncation, reason = "it is below the range")]
pub(super) const fn upper(mixed: u64, range: usize) -> usize {
    (mixed >> u64::BITS.saturating_sub(range.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(domain: &str) -> Option<usize> {
        provider_place(domain.as_bytes(), Ends::of(domain.as_bytes()))
    }

    #[test]
    fn every_domain_is_found_in_its_place() {
        for (row, (domain, _)) in PROVIDER_DOMAINS.iter().enumerate() {
            assert_eq!(place(domain), Some(row), "{domain}");
        }
    }

    /// One octet more, less or another, at each place of each domain.
    #[test]
    fn nothing_else_is_found() {
        let plainly = |domain: &str| PROVIDER_DOMAINS.binary_search_by_key(&domain, |(other, _)| other).ok();
        for domain in ["", "example.com", "gmail.co", "gmail.comm", "GMAIL.COM"] {
            assert_eq!(place(domain), None, "{domain}");
        }
        for (domain, _) in PROVIDER_DOMAINS {
            for at in 0..domain.len() {
                for (octets, put) in [(1, ""), (0, "x"), (1, "x"), (1, "y"), (1, "\0"), (0, "\0")] {
                    let mut other = alloc::string::String::from(*domain);
                    other.replace_range(at..at + octets, put);
                    assert_eq!(place(&other), plainly(&other), "{other:?}");
                }
            }
            for end in ["x", "\0"] {
                let longer = alloc::format!("{domain}{end}");
                assert_eq!(place(&longer), plainly(&longer), "{longer:?}");
            }
        }
    }

    #[cfg(feature = "suggest")]
    #[test]
    fn every_name_may_be_one() {
        let may_be = |domain: &str| {
            let octets = domain.find('.').unwrap_or(domain.len());
            may_name_a_provider(Ends::of(domain.as_bytes()), octets)
        };
        for (domain, _) in PROVIDER_DOMAINS {
            assert!(may_be(domain), "{domain}");
        }
        assert!(!may_be("example.com") && !may_be("gmai.com") && !may_be("gmaill.com"));
    }
}
