//! CONTEXTJ: where ZERO WIDTH JOINER and NON-JOINER are part of a word (RFC 5892 A.1 and A.2).

use icu_properties::props::{CanonicalCombiningClass, JoiningType};
use unicode_normalization::UnicodeNormalization;

use super::icu::{COMBINING_CLASS, JOINING_TYPE};

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';

/// So many bytes on either side are looked at: no word needs more, and the work on many joiners stays linear.
const CONTEXT_MAX: usize = 128;

/// Whether the joiner `c` may stand between `before` and `after`, of which the first is taken in NFC: combining
/// marks may come in any order, and only one of the orders is stored.
pub(crate) fn is_joiner_in_context(before: &str, c: char, after: &str) -> bool {
    let (before, after) = (last_bytes(before), first_bytes(after));
    let Some((rest, sequence)) = before.split_at_checked(last_starter(before)) else {
        return false;
    };
    let follows_virama =
        sequence.nfc().last().is_some_and(|last| combining_class(last) == CanonicalCombiningClass::Virama);
    match c {
        ZWJ => follows_virama,
        ZWNJ => follows_virama || joins_across(rest, sequence, after),
        _ => false,
    }
}

/// (Joining_Type:{L,D})(Joining_Type:T)*(ZWNJ)(Joining_Type:T)*(Joining_Type:{R,D})
fn joins_across(rest: &str, sequence: &str, after: &str) -> bool {
    let is_opaque = |kind: &JoiningType| *kind != JoiningType::Transparent;
    let left = sequence
        .nfc()
        .map(joining_type)
        .filter(is_opaque)
        .last()
        .or_else(|| rest.chars().rev().map(joining_type).find(is_opaque));
    let right = after.chars().map(joining_type).find(is_opaque);
    matches!(left, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(right, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

fn last_bytes(text: &str) -> &str {
    let start = text.len().saturating_sub(CONTEXT_MAX);
    (start..=text.len()).find_map(|start| text.get(start..)).unwrap_or_default()
}

fn first_bytes(text: &str) -> &str {
    let end = text.len().min(CONTEXT_MAX);
    (0..=end).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// Where the last combining character sequence begins.
fn last_starter(text: &str) -> usize {
    text.char_indices()
        .rev()
        .find(|(_, c)| combining_class(*c) == CanonicalCombiningClass::NotReordered)
        .map_or(0, |(at, _)| at)
}

fn combining_class(c: char) -> CanonicalCombiningClass {
    COMBINING_CLASS.get(c)
}

fn joining_type(c: char) -> JoiningType {
    JOINING_TYPE.get(c)
}

#[cfg(test)]
mod tests {
    use super::is_joiner_in_context;

    #[test]
    fn rfc_5892_a_1_and_a_2() {
        let cases = [
            ("नमस\u{94D}", '\u{200D}', "त", true),
            ("नमस\u{94D}", '\u{200C}', "त", true),
            ("नमस", '\u{200D}', "त", false),
            // The virama may be written before a nukta that NFC puts in front of it.
            ("क\u{94D}\u{93C}", '\u{200D}', "ष", true),
            ("نامه", '\u{200C}', "ای", true),
            ("نامه\u{64E}", '\u{200C}', "ای", true),
            // ALEF joins to the right alone.
            ("نا", '\u{200C}', "مه", false),
            ("an", '\u{200C}', "a", false),
            ("", '\u{200C}', "ای", false),
            ("نامه", '\u{200C}', "", false),
        ];
        for (before, joiner, after, allowed) in cases {
            assert_eq!(
                is_joiner_in_context(before, joiner, after),
                allowed,
                "{before:?} {joiner:?} {after:?}"
            );
        }
    }
}
