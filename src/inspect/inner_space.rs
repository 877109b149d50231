//! White space inside a part: what a person who typed it likely meant.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::draft::Draft;
use super::front::Front;
#[cfg(feature = "suggest")]
use super::typo::is_country;
use super::words::{folded, is_capitalised};
use crate::finding::{Edit, Fix};
use crate::known::provider_of;
use crate::syntax::Parts;
use crate::unicode::is_white_space;

/// The fix, or none where two readings are likely.
pub(super) fn fix(draft: &Draft, parts: &Parts, space: &Range<usize>) -> Option<Fix> {
    let is_in_domain = parts.at.is_some_and(|at| space.start > at);
    let meant = if is_in_domain { in_domain(draft, parts, space) } else { in_local_part(draft, parts) }?;
    Some(Fix::confirm(match meant {
        Meant::Nothing => draft.deletions(space),
        Meant::Dot => {
            alloc::vec![Edit::new(draft.source_of_left(space), ".")]
        }
    }))
}

/// What was meant in place of the space.
enum Meant {
    Nothing,
    Dot,
}

/// It is deleted, unless what stands in front may be no part of the address: a capitalised token that the rest does not
/// repeat, or words that would be taken off before a complete address.
fn in_local_part(draft: &Draft, parts: &Parts) -> Option<Meant> {
    let local = draft.left().get(parts.local.clone())?.trim();
    let words = local.trim_end_matches(|c| !is_white_space(c));
    let last = local.get(words.len()..)?;
    let (front, rest) = local.split_once(is_white_space).unwrap_or((local, ""));
    let is_name = is_capitalised(front) && !folded(rest).contains(&folded(front));
    (!is_name && !Front::of(words, false).is_text(last)).then_some(Meant::Nothing)
}

fn in_domain(draft: &Draft, parts: &Parts, space: &Range<usize>) -> Option<Meant> {
    let left = draft.left();
    let without_space = |range: Range<usize>| -> Option<String> {
        Some(left.get(range)?.chars().filter(|c| !is_white_space(*c)).collect())
    };
    let before = without_space(parts.domain.start..space.start)?;
    let after = without_space(space.end..parts.domain.end)?;
    if before.ends_with('.') || after.starts_with('.') {
        return Some(Meant::Nothing);
    }
    let domain = left.get(parts.domain.clone())?;
    let is_parted_suffix = ends_in_parted_suffix(domain)
        && left.get(space.end..parts.domain.end)?.split_whitespace().nth(2).is_none();
    if is_parted_suffix { Some(Meant::Dot) } else { meant_between(&before, &after) }
}

/// Whether the last two words are the labels of a suffix, and another stands before them: `acme co uk`.
fn ends_in_parted_suffix(domain: &str) -> bool {
    let mut words = domain.split_whitespace().rev();
    let (Some(top), Some(second), Some(_)) = (words.next(), words.next(), words.next()) else { return false };
    is_suffix(&format!("{}.{top}", second.trim_start_matches('.')).to_ascii_lowercase())
}

/// Between two pieces of a domain that no dot parts.
fn meant_between(before: &str, after: &str) -> Option<Meant> {
    let (before, after) = (before.to_ascii_lowercase(), after.to_ascii_lowercase());
    if is_dot_between(&before, &after) {
        return Some(Meant::Dot);
    }
    (!is_ending_apart(&before, &after)).then_some(Meant::Nothing)
}

/// Whether what stands behind a complete domain, all of it joined, may be a part of it rather than other text.
pub(super) fn is_claimed(domain: &str, words: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    let joined: String = words.chars().filter(|c| !is_white_space(*c)).collect();
    let after = joined.to_ascii_lowercase();
    let last = domain.rsplit('.').next().unwrap_or(&domain);
    is_dot_between(&domain, &after)
        || is_ending_apart(&domain, &after)
        // What is no ending yet waits for the rest of one: `acme.e s`.
        || !is_top_level(last) && (is_suffix_in_words(words) || is_top_level(&format!("{last}{after}")))
}

/// `co uk`
fn is_suffix_in_words(words: &str) -> bool {
    let labels: Vec<&str> = words.split(is_white_space).filter(|label| !label.is_empty()).collect();
    is_suffix(&labels.join(".").to_ascii_lowercase())
}

fn is_dot_between(before: &str, after: &str) -> bool {
    let has_no_dot = !before.contains('.') && !after.contains('.');
    provider_of(&format!("{before}.{after}")).is_some()
        || is_suffix(after)
        || has_no_dot && is_likely_ending(after)
}

fn is_likely_ending(label: &str) -> bool {
    matches!(label, "com" | "net" | "org" | "edu") || is_country(label)
}

/// Whether the space may part two readings: what follows is an ending itself, or makes one of the last label, which
/// is one already.
fn is_ending_apart(before: &str, after: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or(before);
    is_top_level(after)
        || before.contains('.') && is_top_level(last) && is_top_level(&format!("{last}{after}"))
}

#[cfg(feature = "suggest")]
fn is_top_level(label: &str) -> bool {
    crate::known::is_top_level_domain(label)
}

#[cfg(feature = "suggest")]
fn is_suffix(labels: &str) -> bool {
    crate::known::is_public_suffix(labels)
}

/// Without the list, what looks like an ending may be one.
#[cfg(not(feature = "suggest"))]
fn is_top_level(label: &str) -> bool {
    label.len() <= 3
}

#[cfg(not(feature = "suggest"))]
fn is_suffix(labels: &str) -> bool {
    labels.split_once('.').is_some_and(|(second, top)| matches!(second, "com" | "co") && is_country(top))
}

#[cfg(not(feature = "suggest"))]
fn is_country(label: &str) -> bool {
    label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(all(test, not(feature = "suggest")))]
mod tests {
    use super::{is_country, is_suffix, is_top_level};

    #[test]
    fn what_may_be_an_ending_without_the_list() {
        assert!(["com", "es", "org"].into_iter().all(is_top_level) && !is_top_level("acme"));
        assert!(["es", "uk"].into_iter().all(is_country));
        assert!(!["com", "e", "e1", "é"].into_iter().any(is_country));
        assert!(["co.uk", "com.mx"].into_iter().all(is_suffix));
        assert!(!["uk", "acme.uk", "co.com", "com.e1"].into_iter().any(is_suffix));
    }
}
