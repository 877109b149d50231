//! An index from hashes to names of a set: eight octets for each pair.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// The hash of a key, and where the name that has it stands in its set.
type Pair = (u32, u32);

/// Sorted. Two keys may have the same hash: what is found has to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Keys(Box<[Pair]>);

impl Keys {
    pub(super) fn new(mut pairs: Vec<Pair>) -> Self {
        pairs.sort_unstable();
        Self(pairs.into_boxed_slice())
    }

    /// The places of the names that may have the key.
    pub(super) fn places(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.0.partition_point(|(other, _)| *other < hash);
        let rest = self.0.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(other, _)| *other == hash).map(|(_, place)| *place)
    }
}

/// FNV-1a, over characters.
pub(super) fn hash(seed: usize, text: impl IntoIterator<Item = char>) -> u32 {
    let step = |hash: u32, value: u32| (hash ^ value).wrapping_mul(0x0100_0193);
    let seed = step(0x811C_9DC5, u32::try_from(seed).unwrap_or(u32::MAX));
    text.into_iter().fold(seed, |hash, c| step(hash, u32::from(c)))
}
