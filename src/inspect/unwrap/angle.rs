//! Angle brackets, with or without a display name before them (RFC 5322 3.4), and the obsolete route inside (4.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::complete::complete_addresses;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at, suffix_span};
use crate::syntax::{closing_parenthesis, closing_quote};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    if let Some(address) = behind_obsolete_route(inner) {
        let keep = shifted(&suffix_span(inner, address), window.start);
        return Some(Cut::new(keep, FindingKind::ObsoleteRoute));
    }
    let (before, bracket) = inner.split_at_checked(last_bracket(inner)?)?;
    let after = bracket.strip_prefix('<')?;
    let address = match after.split_once('>') {
        // Nothing but more brackets may follow: other text behind it has its own rule.
        Some((address, behind)) => behind.trim_end_matches(['>', ' ']).is_empty().then_some(address)?,
        // Unclosed: after white space, or as the first character.
        None if before.is_empty() || before.ends_with(char::is_whitespace) => after,
        None => return None,
    };
    let name = before.trim_end_matches(['<', ' ']);
    let keep = shifted(&span_at(suffix_span(inner, after).start, address.len()), window.start);
    if name.is_empty() {
        return Some(Cut::new(keep, FindingKind::AngleBrackets));
    }
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.annotation = Some(span_at(window.start, name.trim_end().len()));
    Some(cut)
}

/// Other text behind the angle brackets that hold a complete address.
pub(super) fn text_behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let (enclosed, behind) = inner.get(last_bracket(inner)?..)?.split_once('>')?;
    if behind.contains(['@', '\r', '\n']) || complete_addresses(enclosed).next().is_none() {
        return None;
    }
    let keep = span_at(window.start, suffix_span(inner, behind).start);
    let mut cut = Cut::new(keep, FindingKind::SurroundingText);
    cut.is_doubtful = true;
    Some(cut)
}

/// The last `<` outside quotes and comments.
fn last_bracket(inner: &str) -> Option<usize> {
    scan(inner).last_bracket
}

/// The quote or parenthesis before a `<` that nothing closes: what follows it could be a name or an address.
pub(in crate::inspect) fn left_open(inner: &str) -> Option<usize> {
    scan(inner).left_open.filter(|open| inner.get(*open..).is_some_and(|rest| rest.contains('<')))
}

struct Scanned {
    last_bracket: Option<usize>,
    left_open: Option<usize>,
}

/// Walks over quotes and comments, up to one that nothing closes. Without a bracket nothing is looked for.
fn scan(inner: &str) -> Scanned {
    let mut last_bracket = None;
    if !inner.contains('<') {
        return Scanned { last_bracket, left_open: None };
    }
    // Nothing is open before the first of these.
    let opens = |byte| matches!(byte, b'<' | b'"' | b'(');
    let mut position = inner.bytes().position(opens).unwrap_or(inner.len());
    while let Some(rest) = inner.get(position..)
        && let Some(c) = rest.chars().next()
    {
        let enclosed = match c {
            '"' => closing_quote(rest),
            '(' => closing_parenthesis(rest),
            _ => Some(c.len_utf8()),
        };
        let Some(length) = enclosed else {
            return Scanned { last_bracket, left_open: Some(position) };
        };
        if c == '<' {
            last_bracket = Some(position);
        }
        position = position.saturating_add(length);
    }
    Scanned { last_bracket, left_open: None }
}

/// The address behind `@a,@b:`.
fn behind_obsolete_route(inner: &str) -> Option<&str> {
    let mut rest = inner;
    loop {
        rest = rest.trim_start().strip_prefix('@')?;
        let is_hop_char = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let behind = match rest.strip_prefix('[') {
            Some(literal) => literal.split_once(']')?.1,
            None => Some(rest.trim_start_matches(is_hop_char)).filter(|behind| behind.len() < rest.len())?,
        };
        rest = behind.trim_start();
        match rest.strip_prefix(',') {
            Some(further) => rest = further,
            None => return rest.strip_prefix(':'),
        }
    }
}
