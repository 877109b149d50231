//! Words around one complete address, and several addresses where one was asked for.

use alloc::string::String;
use alloc::vec::Vec;

use super::complete::complete_addresses;
use super::inner_space;
use super::unwrap::Unwrapped;
use super::words::{folded, is_capitalised};
use crate::finding::{Edit, Finding, FindingKind, Fix};
use crate::span::{shifted, span_at};

/// Words that are no names although they may stand in front with a capital.
const NO_NAMES: &[&str] = &[
    "a", "an", "at", "contact", "contacto", "correo", "de", "e-mail", "el", "email", "en", "escriba",
    "escribe", "for", "from", "i", "is", "la", "mail", "me", "mi", "my", "our", "para", "please", "por",
    "reach", "send", "su", "the", "to", "tu", "un", "use", "with", "write", "your",
];

/// Several complete addresses: which is meant, nobody can say.
pub(super) fn multiple_addresses(unwrapped: &Unwrapped) -> Option<Finding> {
    let left = unwrapped.left();
    left.bytes().filter(|byte| *byte == b'@').nth(1)?;
    let mut complete = complete_addresses(left);
    let (first, mut last) = (complete.next()?, complete.next()?);
    // Further ones do not make it worse.
    if let Some(further) = complete.last() {
        last = further;
    }
    let span = unwrapped.source_of_left(&(first.start..last.end));
    Some(Finding::error(FindingKind::MultipleAddresses, span))
}

/// The first line break in what is left: between two addresses it injects just as well.
pub(super) fn line_breaks(unwrapped: &Unwrapped) -> Option<Finding> {
    let at = unwrapped.left().find(['\r', '\n'])?;
    Some(Finding::error(FindingKind::LineBreak, unwrapped.source_of_left(&span_at(at, 1))))
}

/// Takes the words off around the one complete address, where they are no part of it.
pub(super) fn surrounding_text(unwrapped: &mut Unwrapped) -> Option<Finding> {
    let left = unwrapped.left();
    // Words stand apart from it by white space, or by a colon.
    if !left.contains([':', ' ', '\r', '\n']) {
        return None;
    }
    let address = complete_addresses(left).next()?;
    let local = left.get(address.clone())?.split('@').next()?;
    let front = 0..address.start;
    let behind = address.end..left.len();
    let goes_in_front = !front.is_empty() && is_text_in_front(left.get(front.clone())?, local);
    let domain = left.get(address.clone())?.rsplit('@').next()?;
    let goes_behind = !behind.is_empty() && is_text_behind(domain, left.get(behind.clone())?);
    let stays_whole = (front.is_empty() || goes_in_front) && (behind.is_empty() || goes_behind);
    if !stays_whole || front.is_empty() && behind.is_empty() {
        return None;
    }
    let sides = [front, behind].into_iter().filter(|side| !side.is_empty());
    let sources: Vec<_> = sides.map(|side| unwrapped.source_of_left(&side)).collect();
    unwrapped.window = shifted(&address, unwrapped.window.start);
    unwrapped.removed.extend(sources.iter().cloned());
    let span = sources.first()?.start..sources.last()?.end;
    let edits = sources.into_iter().map(Edit::delete).collect();
    Some(Finding::error(FindingKind::SurroundingText, span).with_fix(Fix::confirm(edits)))
}

/// Words that stand before an address and belong to none.
const LABELS: [&str; 7] = ["contact", "contacto", "correo", "e-mail", "email", "mail", "para"];

/// Whether what stands in front can be no part of the local part.
fn is_text_in_front(front: &str, local: &str) -> bool {
    if front.contains(['\r', '\n', '@']) {
        return false;
    }
    let tokens: Vec<&str> = front.split_whitespace().collect();
    let Some(last) = tokens.last() else { return false };
    let is_spaced = front.ends_with(char::is_whitespace);
    if let Some(word) = last.strip_suffix(':') {
        return !word.is_empty() && (is_spaced || is_capitalised(word));
    }
    if !is_spaced {
        return false;
    }
    let repeats = |token: &&str| {
        let token: String = folded(token).chars().filter(|c| c.is_alphanumeric()).collect();
        token.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && folded(local).contains(&token)
    };
    let is_mark = !last.chars().any(char::is_alphabetic) && !matches!(*last, "." | "_" | "+");
    let is_sentence = tokens.len() >= 2
        && !tokens.iter().any(|token| could_be_name(token))
        && last.chars().all(char::is_lowercase)
        && last.chars().nth(1).is_some();
    let is_label = tokens.len() == 1 && LABELS.contains(&folded(last).as_str());
    is_mark || is_sentence || is_label || tokens.iter().any(repeats)
}

fn could_be_name(token: &str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    is_capitalised(word) && !NO_NAMES.contains(&folded(word).as_str())
}

/// Whether what stands behind the domain can be no part of it.
fn is_text_behind(domain: &str, behind: &str) -> bool {
    let words = behind.trim_start();
    let is_spaced = words.len() < behind.len();
    if behind.contains(['\r', '\n', '@']) || !is_spaced {
        return false;
    }
    // A dot that was parted from its label.
    let mut chars = words.chars();
    let is_parted_label = chars.next() == Some('.') && chars.next().is_some_and(char::is_alphabetic);
    !is_parted_label && !inner_space::is_claimed(domain, words)
}
