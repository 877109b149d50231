//! Where the bytes that matter stand, sixteen compared at a time: bit `i` of a mask is byte `i` of a window.

use core::ops::BitOr;

use wide::i8x16;

/// Bytes that one comparison takes.
const BLOCK: usize = 16;
/// Bytes that a mask has bits for.
pub(super) const WINDOW: usize = 64;

/// The bytes of a window, by what they mean to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) dots: u64,
    pub(super) ats: u64,
    /// Dots, `@` and hyphens, which stand between two others.
    pub(super) joins: u64,
    /// What is no dot, `@`, hyphen, small letter or digit.
    pub(super) others: u64,
}

impl Marks {
    pub(super) const NONE: Self = Self { dots: 0, ats: 0, joins: 0, others: 0 };

    /// Of at most 64 bytes; `None` below four or above 64. Blocks overlap where that spares a copy.
    #[inline]
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let (Some((first, behind_first)), Some((before_last, last))) =
            (bytes.split_first_chunk(), bytes.split_last_chunk())
        else {
            return Self::of_few(bytes);
        };
        let ends = Self::block(first) | Self::block(last).behind(before_last.len());
        if bytes.len() <= 2 * BLOCK {
            return Some(ends);
        }
        if bytes.len() > WINDOW {
            return None;
        }
        let (between, _) = behind_first.split_last_chunk::<BLOCK>()?;
        let between = match (between.first_chunk(), between.split_last_chunk()) {
            (Some(first), Some((before_last, last))) => {
                Self::block(first) | Self::block(last).behind(before_last.len())
            }
            // Fewer than a block stand between the ends: one that begins behind the first covers them.
            _ => Self::block(behind_first.first_chunk()?),
        };
        Some(ends | between.behind(BLOCK))
    }

    /// Of exactly one window.
    #[inline]
    pub(super) fn of_window(bytes: &[u8; WINDOW]) -> Self {
        let (blocks, _) = bytes.as_chunks::<BLOCK>();
        let marks = blocks.iter().zip((0..).step_by(BLOCK)).map(|(block, at)| Self::block(block).behind(at));
        marks.fold(Self::NONE, |all, marks| all | marks)
    }

    /// As the marks of what stands behind so many other bytes.
    #[inline]
    fn behind(self, bytes: usize) -> Self {
        Self {
            dots: self.dots << bytes,
            ats: self.ats << bytes,
            joins: self.joins << bytes,
            others: self.others << bytes,
        }
    }

    /// The marks of what stands behind the first so many bytes.
    #[inline]
    pub(super) fn without_first(self, bytes: usize) -> Self {
        Self {
            dots: self.dots >> bytes,
            ats: self.ats >> bytes,
            joins: self.joins >> bytes,
            others: self.others >> bytes,
        }
    }

    /// Of four to fifteen bytes, in two words that overlap.
    #[inline]
    fn of_few(bytes: &[u8]) -> Option<Self> {
        let length = bytes.len();
        let word = if let (Some(first), Some((before_last, last))) =
            (bytes.first_chunk(), bytes.split_last_chunk())
        {
            u128::from(u64::from_le_bytes(*first))
                | u128::from(u64::from_le_bytes(*last)) << bits(before_last)
        } else {
            let (first, (before_last, last)) = (bytes.first_chunk()?, bytes.split_last_chunk()?);
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u128::from(u64::from(first) | u64::from(last) << bits(before_last))
        };
        let marks = Self::block(&word.to_le_bytes());
        // The bytes behind the text are zero, and no others.
        Some(Self { others: marks.others & !(u64::MAX << length), ..marks })
    }

    #[inline]
    #[allow(clippy::arithmetic_side_effects, reason = "the lanes wrap, and the range is told by constants")]
    fn block(bytes: &[u8; BLOCK]) -> Self {
        let bytes: i8x16 = bytemuck::cast(*bytes);
        let are = |byte: u8| bytes.simd_eq(i8x16::splat(byte.cast_signed()));
        // Moved up so that the last of the range is the greatest number: what lies above it wraps to a negative one.
        let are_from_to = |first: u8, last: u8| {
            let up = i8::MAX as u8 - last;
            (bytes + i8x16::splat(up.cast_signed())).simd_gt(i8x16::splat((first + up - 1).cast_signed()))
        };
        let mask = |bytes: i8x16| u64::from(bytes.to_bitmask());
        let (dots, ats) = (are(b'.'), are(b'@'));
        let joins = dots | ats | are(b'-');
        let known = joins | (are_from_to(b'a', b'z') | are_from_to(b'0', b'9'));
        Self { dots: mask(dots), ats: mask(ats), joins: mask(joins), others: mask(!known) }
    }
}

impl BitOr for Marks {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self {
            dots: self.dots | other.dots,
            ats: self.ats | other.ats,
            joins: self.joins | other.joins,
            others: self.others | other.others,
        }
    }
}

/// The bits of fewer than sixteen bytes.
#[inline]
#[allow(clippy::arithmetic_side_effects, reason = "the bits of so few bytes are some hundred")]
const fn bits(bytes: &[u8]) -> usize {
    bytes.len() * 8
}

#[cfg(test)]
mod tests {
    use super::Marks;

    /// The same, a byte at a time.
    fn plainly(bytes: &[u8]) -> Marks {
        let mask = |is: fn(u8) -> bool| {
            let bits = bytes.iter().enumerate().filter(|(_, byte)| is(**byte)).map(|(at, _)| 1_u64 << at);
            bits.fold(0, |mask, bit| mask | bit)
        };
        Marks {
            dots: mask(|byte| byte == b'.'),
            ats: mask(|byte| byte == b'@'),
            joins: mask(|byte| matches!(byte, b'.' | b'@' | b'-')),
            others: mask(|byte| !matches!(byte, b'.' | b'@' | b'-' | b'a'..=b'z' | b'0'..=b'9')),
        }
    }

    #[test]
    fn every_byte_at_every_place_of_every_length() {
        for length in 4..=64 {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut bytes = [b'x'; 64];
                    bytes[at] = byte;
                    let window = &bytes[..length];
                    assert_eq!(Marks::of(window), Some(plainly(window)), "{byte:#x} at {at} of {length}");
                }
            }
        }
    }

    #[test]
    fn a_window_is_read_alike() {
        for at in 0..64 {
            let mut bytes = [b'a'; 64];
            for byte in *b".@-Z\xC3" {
                bytes[at] = byte;
                assert_eq!(Marks::of_window(&bytes), plainly(&bytes), "{byte:#x} at {at}");
            }
        }
    }

    #[test]
    fn no_marks_of_fewer_than_four_or_more_than_64() {
        assert_eq!(Marks::of(b"a@b"), None);
        assert_eq!(Marks::of(&[b'a'; 65]), None);
    }
}
