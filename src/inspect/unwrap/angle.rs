//! Angle brackets, with or without a display name before them (RFC 5322 3.4), and the obsolete route inside (4.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::complete::complete_addresses;
use crate::inspect::traced::Traced;
use crate::syntax::{closing_parenthesis, closing_quote};

pub(super) fn cut(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    if let Some(route) = obsolete_route(inner) {
        return Some(Cut::new(window.start + route..window.end, FindingKind::ObsoleteRoute));
    }
    let open = last_bracket(inner)?;
    let before = inner.get(..open)?;
    let after = inner.get(open + 1..)?;
    let end = match after.find('>') {
        // Nothing but more brackets may follow: other text behind it has its own rule.
        Some(close) => {
            after.get(close..)?.trim_end_matches(['>', ' ']).is_empty().then_some(open + 1 + close)?
        }
        // Unclosed: after white space, or as the first character.
        None if before.is_empty() || before.ends_with(char::is_whitespace) => inner.len(),
        None => return None,
    };
    let name = before.trim_end_matches(['<', ' ']);
    let keep = window.start + open + 1..window.start + end;
    if name.is_empty() {
        return Some(Cut::new(keep, FindingKind::AngleBrackets));
    }
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.aside = Some(window.start..window.start + name.trim_end().len());
    Some(cut)
}

/// Other text behind the angle brackets that hold a complete address.
pub(super) fn text_behind(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let open = last_bracket(inner)?;
    let close = open + inner.get(open..)?.find('>')?;
    let behind = inner.get(close + 1..)?;
    if behind.contains(['@', '\r', '\n']) || complete_addresses(inner.get(open..close)?).next().is_none() {
        return None;
    }
    let mut cut = Cut::new(window.start..window.start + close + 1, FindingKind::SurroundingText);
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
        position += length;
    }
    Scanned { last_bracket, left_open: None }
}

/// The length of `@a,@b:` before an address.
fn obsolete_route(inner: &str) -> Option<usize> {
    let mut rest = inner;
    loop {
        rest = rest.trim_start().strip_prefix('@')?;
        let is_hop_char = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let length = match rest.strip_prefix('[') {
            Some(literal) => literal.find(']')? + "[]".len(),
            None => rest.find(|c| !is_hop_char(c)).filter(|length| *length > 0)?,
        };
        rest = rest.get(length..)?.trim_start();
        match rest.strip_prefix(',') {
            Some(further) => rest = further,
            None => return Some(inner.len() - rest.strip_prefix(':')?.len()),
        }
    }
}
