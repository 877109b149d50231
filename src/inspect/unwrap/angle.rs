//! Angle brackets, with or without a display name before them (RFC 5322 3.4), and the obsolete route inside (4.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::complete::complete_addresses;
use crate::inspect::outline::{Bracket, Outline};
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at, suffix_span};

pub(super) fn cut(text: &Traced, window: &Range<usize>, outline: &Outline) -> Option<Cut> {
    let inner = text.get(window);
    if let Some(address) = behind_obsolete_route(inner) {
        let keep = shifted(&suffix_span(inner, address), window.start);
        return Some(Cut::new(keep, FindingKind::ObsoleteRoute));
    }
    let Bracket { open, close } = outline.bracket.as_ref()?;
    let before = inner.get(..*open)?;
    let end = match close {
        // Nothing but more brackets may follow: other text behind it has its own rule.
        Some(close) => inner.get(*close..)?.trim_end_matches(['>', ' ']).is_empty().then_some(*close)?,
        // Unclosed: after white space, or as the first character.
        None if before.is_empty() || before.ends_with(char::is_whitespace) => inner.len(),
        None => return None,
    };
    let name = before.trim_end_matches(['<', ' ']);
    let keep = shifted(&(open.saturating_add(1)..end), window.start);
    if name.is_empty() {
        return Some(Cut::new(keep, FindingKind::AngleBrackets));
    }
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.annotation = Some(span_at(window.start, name.trim_end().len()));
    Some(cut)
}

/// Other text behind the angle brackets that hold a complete address.
pub(super) fn text_behind(text: &Traced, window: &Range<usize>, outline: &Outline) -> Option<Cut> {
    let inner = text.get(window);
    let Bracket { open, close: Some(close) } = outline.bracket.as_ref()? else { return None };
    let (enclosed, behind) = (inner.get(*open..*close)?, inner.get(close.saturating_add(1)..)?);
    if behind.contains(['@', '\r', '\n']) || complete_addresses(enclosed).next().is_none() {
        return None;
    }
    let keep = span_at(window.start, suffix_span(inner, behind).start);
    let mut cut = Cut::new(keep, FindingKind::SurroundingText);
    cut.is_doubtful = true;
    Some(cut)
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
