//! Words around one complete address, and several addresses where one was asked for.

use alloc::vec::Vec;
use core::ops::Range;

use super::complete::{complete_addresses, complete_addresses_of, domain_end};
use super::draft::Draft;
use super::front::Front;
use super::glue::is_glued;
use super::inner_space;
use super::marks_in_pairs::is_pair;
use crate::finding::{Edit, Finding, FindingKind, Fix};
use crate::policy::Policy;
use crate::span::{char_span, shifted, span_at};
use crate::syntax::{Reading, TokenKind};

/// Several complete addresses: which is meant, nobody can say.
pub(super) fn multiple_addresses(policy: &Policy, draft: &Draft) -> Option<Finding> {
    let left = draft.left();
    left.bytes().filter(|byte| *byte == b'@').nth(1)?;
    let mut complete = complete_addresses_of(policy, left);
    let (first, mut last) = (complete.next()?, complete.next()?);
    // Further ones do not make it worse.
    if let Some(further) = complete.last() {
        last = further;
    }
    let span = draft.source_of_left(&(first.start..last.end));
    Some(Finding::error(FindingKind::MultipleAddresses, span))
}

/// The first line break in what is left: between two addresses it injects just as well.
pub(super) fn line_breaks(draft: &Draft) -> Option<Finding> {
    let at = match draft.reading {
        Reading::Typed => draft.left().find(['\r', '\n'])?,
        // A fold is none.
        Reading::Header => draft.tokens().find(|token| token.kind == TokenKind::LineBreak)?.span.start,
    };
    Some(Finding::error(FindingKind::LineBreak, draft.source_of_left(&span_at(at, 1))))
}

/// Takes the words off around the one complete address, where they are no part of it. Each side is judged by itself.
pub(super) fn surrounding_text(draft: &mut Draft) -> Option<Finding> {
    let left = draft.left();
    // Words stand apart from it by white space, a colon, a quote or a bracket.
    if !left.bytes().any(|byte| matches!(byte, b':' | b' ' | b'\r' | b'\n' | b'>' | b'"' | b'(')) {
        return None;
    }
    let kept = Core::of(left)?.without_words(left);
    let sides = [0..kept.start, kept.end..left.len()].into_iter().filter(|side| !side.is_empty());
    let sources: Vec<_> = sides.map(|side| draft.source_of_left(&side)).collect();
    let span = sources.first()?.start..sources.last()?.end;
    draft.window = shifted(&kept, draft.window.start);
    draft.removed.extend(sources.iter().cloned());
    let edits = sources.into_iter().map(Edit::delete).collect();
    Some(Finding::error(FindingKind::SurroundingText, span).with_fix(Fix::confirm(edits)))
}

/// What the words stand around.
struct Core {
    /// The complete address. Where only its domain is complete, all that stands before it, which is not judged.
    address: Range<usize>,
    /// That address with the pairs of quotes and brackets around it.
    enclosed: Range<usize>,
    at: usize,
}

impl Core {
    fn of(left: &str) -> Option<Self> {
        let address = complete_addresses(left).next();
        let from = address.as_ref().map_or(0, |address| address.start);
        let at = from.saturating_add(left.get(from..)?.find('@')?);
        if let Some(address) = address {
            let enclosed = with_pairs(left, &address);
            return Some(Self { address, enclosed, at });
        }
        if at == 0 || left.get(span_at(at, 1).end..)?.contains('@') {
            return None;
        }
        let address = 0..domain_end(left, at)?;
        Some(Self { enclosed: address.clone(), address, at })
    }

    /// What is left when the words are gone. The quotes or brackets around it go with them.
    fn without_words(&self, left: &str) -> Range<usize> {
        let Self { address, enclosed, at } = self;
        let text = |range: Range<usize>| left.get(range).unwrap_or_default();
        let is_enclosed = enclosed.start < address.start;
        let front = Front::of(text(0..enclosed.start), is_enclosed);
        let is_glued = !is_enclosed && is_glued(text(0..address.start.saturating_sub(front.own.len())));
        let goes_in_front = !is_glued && front.is_text(text(address.start..*at));
        // What ends a pair ends the domain.
        let domain = if is_enclosed { None } else { Some(text(span_at(*at, 1).end..address.end)) };
        let goes_behind = is_text_behind(domain, text(address.end..left.len()));
        let start = if goes_in_front {
            address.start.saturating_sub(front.own.len())
        } else if goes_behind && enclosed.start == 0 {
            address.start
        } else {
            0
        };
        let end = if goes_behind {
            if start == address.start { address.end } else { enclosed.end }
        } else if goes_in_front && text(enclosed.end..left.len()).chars().all(is_mark_behind) {
            address.end
        } else {
            left.len()
        };
        start..end
    }
}

/// The address with the pairs of quotes and brackets around it.
fn with_pairs(left: &str, address: &Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = address.clone();
    while let Some(open) = left.get(..start).and_then(|front| front.chars().next_back())
        && let Some(close) = left.get(end..).and_then(|behind| behind.chars().next())
        && is_pair(open, close)
    {
        start = start.saturating_sub(open.len_utf8());
        end = char_span(end, close).end;
    }
    start..end
}

/// What unwrapping takes off behind an address.
fn is_mark_behind(c: char) -> bool {
    matches!(c, ',' | ';' | '.' | ':' | '!' | '?' | ')' | ']' | '}' | '>' | '"') || c.is_whitespace()
}

/// Whether what stands behind an address can be no part of its domain, if that may go on.
fn is_text_behind(domain: Option<&str>, behind: &str) -> bool {
    if behind.contains(['\r', '\n', '@']) {
        return false;
    }
    // The punctuation of a sentence or a list may stand between.
    let apart = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != '>');
    if apart.starts_with('>') {
        return true;
    }
    let words = apart.trim_start();
    if words.len() == apart.len() {
        return false;
    }
    let Some(domain) = domain else { return true };
    // A dot that was parted from its label.
    let mut chars = words.chars();
    let is_parted_label = chars.next() == Some('.') && chars.next().is_some_and(char::is_alphabetic);
    !is_parted_label && !inner_space::is_claimed(domain, words)
}
