//! A group of a header with one member: `Team: ana@example.com;` (RFC 5322 3.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::policy::Policy;
use crate::span::{shifted, suffix_span};
use crate::syntax::closing_quote;

pub(super) fn cut(policy: &Policy, text: &Traced, window: &Range<usize>) -> Option<Cut> {
    if !policy.grammar.has_cfws() {
        return None;
    }
    let inner = text.get(window);
    // The name is a phrase, which may be quoted.
    let quoted = closing_quote(inner).unwrap_or(0);
    let group = inner.strip_suffix(';')?;
    let (name, members) = group.get(quoted..)?.split_once(':')?;
    let is_named = quoted > 0 || !name.is_empty();
    if !is_named || name.contains(['@', '<', '[', '"', '(']) || members.trim().is_empty() {
        return None;
    }
    Some(Cut::new(shifted(&suffix_span(group, members), window.start), FindingKind::Group))
}
