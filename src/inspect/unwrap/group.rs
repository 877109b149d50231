//! A group of a header with one member: `Team: ana@example.com;` (RFC 5322 3.4).

use core::ops::Range;

use super::Cut;
use crate::finding::FindingKind;
use crate::inspect::traced::Traced;
use crate::policy::Policy;

pub(super) fn cut(policy: &Policy, text: &Traced, window: &Range<usize>) -> Option<Cut> {
    if !policy.grammar.has_cfws() {
        return None;
    }
    let inner = text.get(window);
    let (name, members) = inner.strip_suffix(';')?.split_once(':')?;
    if name.is_empty() || name.contains(['@', '<', '"', '(']) || members.trim().is_empty() {
        return None;
    }
    let start = window.start + name.len() + 1;
    Some(Cut::new(start..start + members.len(), FindingKind::Group))
}
