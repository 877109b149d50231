//! Names one slip of a finger apart, found by the half that the slip has left alone.
//!
//! A name of `n` characters is cut at `h = n / 2`. A slip at or behind the character before the cut leaves the first
//! `h - 1` characters as they are; one wholly before it leaves those from `h` on, a swap across the cut included in
//! the first case.

use super::keys::hash;

/// Shorter names have too many neighbours.
pub(super) const OWN_LENGTH_MIN: usize = 6;

/// The hashes of the two halves of a name.
pub(super) fn halves(name: &[char]) -> [u32; 2] {
    let cut = name.len() / 2;
    let front = name.get(..cut.saturating_sub(1)).unwrap_or_default();
    let back = name.get(cut..).unwrap_or_default();
    [front_hash(name.len(), front), back_hash(name.len(), back)]
}

/// The hashes of the halves that names one slip away may share with this one.
pub(super) fn halves_of_neighbours(name: &[char]) -> impl Iterator<Item = u32> + '_ {
    let length = name.len();
    (length.saturating_sub(1)..=length.saturating_add(1)).flat_map(move |neighbour| {
        let cut = neighbour / 2;
        let front = name.get(..cut.saturating_sub(1)).map(|front| front_hash(neighbour, front));
        let back = length.checked_sub(neighbour.div_ceil(2)).and_then(|start| name.get(start..));
        front.into_iter().chain(back.map(|back| back_hash(neighbour, back)))
    })
}

fn front_hash(length: usize, half: &[char]) -> u32 {
    hash(length << 1, half.iter().copied())
}

fn back_hash(length: usize, half: &[char]) -> u32 {
    hash(length << 1 | 1, half.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::is_one_edit;
    use alloc::vec::Vec;

    #[test]
    fn every_neighbour_shares_a_half() {
        let name: Vec<char> = "paypal.com".chars().collect();
        let own = halves(&name);
        let shares = |slipped: &[char]| halves_of_neighbours(slipped).any(|hash| own.contains(&hash));
        for at in 0..=name.len() {
            let mut inserted = name.clone();
            inserted.insert(at, 'x');
            assert!(shares(&inserted) && is_one_edit(&name, &inserted), "{inserted:?}");
            if at == name.len() {
                continue;
            }
            let mut deleted = name.clone();
            deleted.remove(at);
            assert!(shares(&deleted) && is_one_edit(&name, &deleted), "{deleted:?}");
            let mut replaced = name.clone();
            replaced[at] = 'x';
            assert!(shares(&replaced) && is_one_edit(&name, &replaced), "{replaced:?}");
            if at + 1 < name.len() {
                let mut swapped = name.clone();
                swapped.swap(at, at + 1);
                assert!(shares(&swapped) && is_one_edit(&name, &swapped), "{swapped:?}");
            }
        }
        assert!(!is_one_edit(&name, &"papyla.com".chars().collect::<Vec<_>>()));
    }
}
