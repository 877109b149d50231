//! Where in a long sorted list a name stands, if it does.

use alloc::boxed::Box;

use super::reach::Reach;

/// The lines of a list by the hash of their names: six octets a line.
///
/// A bucket keeps its lines in the order of the list, so that one which holds all of them, by chance or by somebody's
/// design, is still searched in logarithmic time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Index {
    /// Where the lines of each bucket start, and where those of the last one end.
    buckets: Box<[u32]>,
    /// Where in the list each line starts.
    lines: Box<[u32]>,
}

/// Lines to a bucket, on average.
const LINES_A_BUCKET: usize = 2;

impl Index {
    /// Of a list with so many lines, each with its end. One beyond 4 GiB has no index, nor has the empty one.
    pub(super) fn new(list: &str, count: usize) -> Self {
        if count == 0 { Self::default() } else { Self::try_new(list, count).unwrap_or_default() }
    }

    fn try_new(list: &str, count: usize) -> Option<Self> {
        u32::try_from(list.len()).ok()?;
        let bucket_count = (count / LINES_A_BUCKET).checked_add(1)?;
        let bucket_of = |line| Hasher::of(Reach::split(line).1).bucket(bucket_count);
        let mut buckets = alloc::vec![0_u32; bucket_count.checked_add(1)?];
        let (_, ends) = buckets.split_first_mut()?;
        for (_, line) in lines(list) {
            let lines_of = ends.get_mut(bucket_of(line))?;
            *lines_of = lines_of.checked_add(1)?;
        }
        let mut end = 0_u32;
        for bucket in ends {
            end = end.checked_add(*bucket)?;
            *bucket = end;
        }
        let mut next_of = buckets.clone();
        let mut starts = alloc::vec![0_u32; count];
        for (start, line) in lines(list) {
            let next = next_of.get_mut(bucket_of(line))?;
            *starts.get_mut(usize::try_from(*next).ok()?)? = u32::try_from(start).ok()?;
            *next = next.checked_add(1)?;
        }
        Some(Self { buckets: buckets.into_boxed_slice(), lines: starts.into_boxed_slice() })
    }

    /// The starts of the lines that may have the name, sorted by name; `None` where there is no index.
    pub(super) fn candidates(&self, hasher: Hasher) -> Option<&[u32]> {
        let bucket = hasher.bucket(self.buckets.len().checked_sub(1)?);
        let [start, end] = self.buckets.get(bucket..)?.first_chunk()?;
        self.lines.get(usize::try_from(*start).ok()?..usize::try_from(*end).ok()?)
    }

    pub(super) fn heap_size(&self) -> usize {
        size_of_val(&*self.buckets).saturating_add(size_of_val(&*self.lines))
    }
}

/// The lines of a list, each with where it starts.
pub(super) fn lines(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0_usize;
    list.split_inclusive('\n').map(move |line| {
        let start = next;
        next = start.saturating_add(line.len());
        (start, line.strip_suffix('\n').unwrap_or(line))
    })
}

/// A hash of a name from its last octet to its first, so that the names above it are hashed on the way (FNV-1a).
#[derive(Clone, Copy, Debug)]
pub(super) struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher {
    pub(super) fn of(name: &str) -> Self {
        let mut hasher = Self::default();
        name.bytes().rev().for_each(|byte| hasher.add(byte));
        hasher
    }

    pub(super) fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }

    /// The high half of the product with the count, of a hash whose high bits depend on all of it.
    fn bucket(self, count: usize) -> usize {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // That of two numbers of 64 bits fits.
        let product = u128::from(mixed).wrapping_mul(u64::try_from(count).unwrap_or(u64::MAX).into());
        usize::try_from(product >> 64).unwrap_or(0)
    }
}
