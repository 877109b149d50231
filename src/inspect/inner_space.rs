//! White space inside a part: what a person who typed it likely meant.

use alloc::string::String;
use core::ops::Range;

use super::faults::deletions;
use super::unwrap::Unwrapped;
use super::words::{folded, is_capitalised};
use crate::finding::{Edit, Fix};
use crate::syntax::Parts;
use crate::unicode::is_white_space;

/// The fix, or none where two readings are likely.
pub(super) fn fix(unwrapped: &Unwrapped, parts: &Parts, space: &Range<usize>) -> Option<Fix> {
    let is_in_domain = parts.at.is_some_and(|at| space.start > at);
    let meant = if is_in_domain {
        in_domain(unwrapped, parts, space)
    } else {
        in_local_part(unwrapped, parts)
    }?;
    Some(Fix::confirm(match meant {
        Meant::Nothing => deletions(unwrapped, space),
        Meant::Dot => {
            let start = unwrapped.window.start;
            let span = unwrapped.text.source(&(start + space.start..start + space.end));
            alloc::vec![Edit::new(span, ".")]
        }
    }))
}

/// What was meant in place of the space.
enum Meant {
    Nothing,
    Dot,
}

/// It is deleted, unless it may part a name from an address: a capitalised front token that the rest does not repeat.
fn in_local_part(unwrapped: &Unwrapped, parts: &Parts) -> Option<Meant> {
    let local = unwrapped.left().get(parts.local.clone())?;
    let (front, rest) = local
        .trim_start()
        .split_once(is_white_space)
        .unwrap_or((local, ""));
    let repeats = folded(rest).contains(&folded(front));
    (!is_capitalised(front) || repeats).then_some(Meant::Nothing)
}

fn in_domain(unwrapped: &Unwrapped, parts: &Parts, space: &Range<usize>) -> Option<Meant> {
    let left = unwrapped.left();
    let without_space = |range: Range<usize>| -> Option<String> {
        Some(left.get(range)?.chars().filter(|c| !is_white_space(*c)).collect())
    };
    let before = without_space(parts.domain.start..space.start)?;
    let after = without_space(space.end..parts.domain.end)?;
    if before.ends_with('.') || after.starts_with('.') {
        return Some(Meant::Nothing);
    }
    meant_between(&before, &after)
}

/// Between two pieces of a domain that no dot parts.
fn meant_between(before: &str, after: &str) -> Option<Meant> {
    let ending = after.rsplit('.').next().unwrap_or(after);
    let is_common = matches!(ending, "com" | "net" | "org" | "edu") || ending.len() == 2;
    if !before.contains('.') && !after.contains('.') && is_common {
        return Some(Meant::Dot);
    }
    (!is_common || after.contains('.')).then_some(Meant::Nothing)
}
