//! The ends of a name, as numbers: two names of up to sixteen octets are one if these are. A comparison of numbers has
//! no loop that ends after so many octets, and no branch: what comes next is not guessed from the length.

/// How many octets a word has.
const WORD: usize = size_of::<u64>();

/// The first and the last eight octets of a name, and how many it has. Of a shorter one both are all of it, filled with
/// zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(super) first: u64,
    pub(super) last: u64,
    pub(super) octets: usize,
    /// How many octets are missing in a word.
    lacking: usize,
}

impl Ends {
    /// The longest name that its ends are all of.
    pub(super) const WHOLE: usize = 2 * WORD;

    pub(crate) const fn of(name: &[u8]) -> Self {
        let octets = name.len();
        let lacking = WORD.saturating_sub(octets);
        if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
            return Self {
                first: u64::from_le_bytes(*first),
                last: u64::from_le_bytes(*last),
                octets,
                lacking,
            };
        }
        let mut word = 0;
        let mut rest = name;
        while let [before @ .., octet] = rest {
            word = word << u8::BITS | *octet as u64;
            rest = before;
        }
        Self { first: word, last: word, octets, lacking }
    }

    /// Of the name that is what a text has behind so many octets; `None` says no more than that it has to be read by
    /// itself. A name of fewer than eight octets is cut out of a word that starts before it.
    #[inline(always)]
    pub(crate) fn behind(text: &[u8], before: usize) -> Option<Self> {
        let octets = text.len().checked_sub(before).filter(|octets| *octets > 0)?;
        let (before_last, last) = text.split_last_chunk()?;
        let start = before.min(before_last.len());
        let lacking = before.wrapping_sub(start);
        let word = |octets: &[u8; WORD]| u64::from_le_bytes(*octets).wrapping_shr(bits(lacking));
        Some(Self { first: word(text.get(start..)?.first_chunk()?), last: word(last), octets, lacking })
    }

    /// The start of the name that ends in so many octets, of which up to eight are in it. There is one at least.
    #[cfg(feature = "suggest")]
    #[inline]
    pub(super) const fn start(self, octets: usize) -> u64 {
        self.first & u64::MAX.wrapping_shr(bits(WORD.saturating_sub(octets)))
    }

    /// Whether these are the ends of the octets that start there, so many as the name has.
    #[inline]
    pub(super) fn are_at(self, text: &[u8], start: usize) -> bool {
        let word = |start: usize| {
            text.get(start..).and_then(|text| text.first_chunk()).map(|octets| u64::from_le_bytes(*octets))
        };
        let start_of_last = start.wrapping_add(self.octets).wrapping_add(self.lacking).wrapping_sub(WORD);
        let (Some(first), Some(last)) = (word(start), word(start_of_last)) else { return false };
        // The octets behind a shorter name go out at the end of the word.
        ((first ^ self.first) | (last ^ self.last)).wrapping_shl(bits(self.lacking)) == 0
    }
}

/// The bits of so many octets of a word.
#[allow(clippy::cast_possible_truncation, reason = "a word has eight octets")]
const fn bits(octets: usize) -> u32 {
    (octets as u32).wrapping_mul(u8::BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_by_itself_and_at_the_end_of_a_text() {
        let text = b"someone.else@mail.example.com";
        for before in text.len() - 20..text.len() {
            assert_eq!(Ends::behind(text, before), Some(Ends::of(&text[before..])), "{before}");
        }
    }

    #[test]
    fn a_text_that_is_too_short_is_not_read() {
        assert_eq!(Ends::behind(b"a@b.de", 2), None);
        assert_eq!(Ends::behind(b"ana@example.com", 15), None);
        assert_eq!(Ends::behind(b"ana@example.com", 16), None);
    }

    #[test]
    fn a_name_has_its_own_ends_and_no_others() {
        let text = b"gmail.comgmx.degooglemail.comt-online.de";
        for start in 0..text.len() {
            for octets in 1..=Ends::WHOLE.min(text.len() - start) {
                let name = &text[start..][..octets];
                for other in 0..=text.len() - Ends::WHOLE {
                    let is_same = text[other..].starts_with(name);
                    assert_eq!(Ends::of(name).are_at(text, other), is_same, "{name:?} at {other}");
                }
            }
        }
    }
}
