//! Offsets in UTF-16 code units, as JavaScript counts.

use alloc::vec::Vec;

/// How many bytes are counted anew for each offset that is asked for.
const BLOCK: usize = 64;

/// What is needed to turn any byte offset of a text into one of UTF-16 code units, in a time that does not depend on
/// the length of the text: an input can have a finding for every few bytes.
pub(super) struct Utf16<'a> {
    bytes: &'a [u8],
    /// The units before each block; none where every byte is one unit.
    before: Vec<usize>,
}

impl<'a> Utf16<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        if bytes.is_ascii() {
            return Self { bytes, before: Vec::new() };
        }
        let before = bytes.chunks(BLOCK).scan(0_usize, |total, block| {
            let before = *total;
            *total = before.saturating_add(units(block));
            Some(before)
        });
        Self { bytes, before: before.collect() }
    }

    /// The units before a byte offset that is on a char boundary; beyond the end, those of the whole text.
    pub(super) fn offset(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        // The last block holds the end of the text, also where that is a multiple of its size.
        let block = (byte / BLOCK).min(self.before.len().saturating_sub(1));
        match self.before.get(block) {
            Some(before) => {
                let since = block.saturating_mul(BLOCK)..byte;
                before.saturating_add(units(self.bytes.get(since).unwrap_or_default()))
            }
            None => byte,
        }
    }
}

/// The units of the characters that start in these bytes: a pair of surrogates for one of four bytes.
fn units(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..0xC0 => 0,
            0xF0.. => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Utf16};
    use alloc::string::String;

    #[test]
    fn every_offset_is_what_encoding_counts() {
        let mixed: String = "añ山𝄞".chars().cycle().take(4 * BLOCK).collect();
        for text in ["", "ana@example.com", "é", "𝄞", &mixed, &"山".repeat(BLOCK), &"a".repeat(2 * BLOCK)]
        {
            let offsets = Utf16::of(text);
            for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
                assert_eq!(offsets.offset(end), text[..end].encode_utf16().count(), "{end} of {text}");
            }
        }
    }

    #[test]
    fn beyond_the_end_is_the_end() {
        assert_eq!(Utf16::of("ana").offset(7), 3);
        assert_eq!(Utf16::of("añ").offset(700), 2);
    }
}
