//! Fixes applied to the input.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::finding::{Applicability, Edit, Finding};

/// The input with every automatic fix applied, and under `Confirm` those that ask as well. Where an edit that asks
/// covers automatic ones, it stands in their stead.
pub(super) fn applied<'a>(
    input: &'a str,
    findings: &[Finding],
    applicability: Applicability,
) -> Cow<'a, str> {
    let of = |wanted: Applicability| {
        let fixes = findings.iter().filter_map(Finding::fix).filter(move |fix| fix.applicability() == wanted);
        fixes.flat_map(|fix| fix.edits().iter())
    };
    let mut edits: Vec<&Edit> = match applicability {
        Applicability::Automatic => of(Applicability::Automatic).collect(),
        Applicability::Confirm => of(Applicability::Confirm).chain(of(Applicability::Automatic)).collect(),
    };
    if edits.is_empty() {
        return Cow::Borrowed(input);
    }
    // Stable: an edit that asks comes before an automatic one at the same place; the longer covers the shorter.
    edits.sort_by_key(|edit| (edit.span().start, core::cmp::Reverse(edit.span().end)));
    let mut text = String::with_capacity(input.len());
    let mut position = 0;
    for edit in edits {
        let span = edit.span();
        if span.start < position {
            continue;
        }
        text.push_str(input.get(position..span.start).unwrap_or_default());
        text.push_str(edit.replacement());
        position = span.end;
    }
    text.push_str(input.get(position..).unwrap_or_default());
    Cow::Owned(text)
}
