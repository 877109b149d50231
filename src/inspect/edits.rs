//! Fixes applied to the input.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::order::sort_by_numbers;
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
    sort_by_numbers(&mut edits, |edit| (edit.span().start, usize::MAX.saturating_sub(edit.span().end)));
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

/// Takes the fix from a finding whose edits would overlap those of an earlier one of the same applicability: two
/// answers to one question would be none.
pub(super) fn without_overlaps(findings: &mut [Finding]) {
    // Those of one fix never overlap.
    if findings.iter().filter(|finding| finding.fix().is_some()).nth(1).is_none() {
        return;
    }
    for applicability in [Applicability::Automatic, Applicability::Confirm] {
        let mut taken: Vec<Range<usize>> = Vec::new();
        for finding in findings.iter_mut() {
            let Some(fix) = finding.fix().filter(|fix| fix.applicability() == applicability) else {
                continue;
            };
            let spans = || fix.edits().iter().map(Edit::span);
            if spans().any(|span| overlaps(&taken, &span)) {
                finding.remove_fix();
            } else {
                for span in spans() {
                    let at = taken.partition_point(|other| other.start < span.start);
                    taken.insert(at, span);
                }
            }
        }
    }
}

/// Whether the span shares a byte with one of the others, or inserts where one of them does; they are in order.
fn overlaps(taken: &[Range<usize>], span: &Range<usize>) -> bool {
    let next = taken.partition_point(|other| other.start < span.start);
    let follows = taken.get(next).is_some_and(|other| other.start < span.end || other.start == span.start);
    let precedes =
        next.checked_sub(1).and_then(|before| taken.get(before)).is_some_and(|other| other.end > span.start);
    follows || precedes
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::without_overlaps;
    use crate::finding::Applicability::{Automatic, Confirm};
    use crate::finding::{Applicability, Edit, Finding, FindingKind, Fix};

    /// A fix by the starts and ends of what it deletes.
    type Spans = (Applicability, &'static [(usize, usize)]);

    fn finding((applicability, spans): &Spans) -> Finding {
        let edits = spans.iter().map(|(start, end)| Edit::delete(*start..*end)).collect();
        let fix = if *applicability == Automatic { Fix::automatic(edits) } else { Fix::confirm(edits) };
        Finding::note(FindingKind::InnerSpace, 0..9).with_fix(fix)
    }

    /// Fixes in the order of their findings, and whether each is kept.
    #[test]
    fn of_two_fixes_that_overlap_the_earlier_is_kept() {
        let cases: [(&[Spans], &[bool]); 12] = [
            (&[(Automatic, &[(0, 2)]), (Automatic, &[(1, 3)])], &[true, false]),
            (&[(Automatic, &[(1, 3)]), (Automatic, &[(0, 2)])], &[true, false]),
            (&[(Confirm, &[(1, 3)]), (Confirm, &[(0, 2)])], &[true, false]),
            (&[(Automatic, &[(0, 2)]), (Confirm, &[(1, 3)])], &[true, true]),
            (&[(Automatic, &[(0, 2)]), (Automatic, &[(2, 4)])], &[true, true]),
            (&[(Automatic, &[(2, 4)]), (Automatic, &[(0, 2)])], &[true, true]),
            // What is put in at one place.
            (&[(Automatic, &[(1, 1)]), (Automatic, &[(1, 1)])], &[true, false]),
            (&[(Automatic, &[(0, 2)]), (Automatic, &[(1, 1)])], &[true, false]),
            (&[(Automatic, &[(0, 2)]), (Automatic, &[(4, 6)]), (Automatic, &[(5, 7)])], &[true, true, false]),
            (&[(Automatic, &[(4, 6)]), (Automatic, &[(0, 2)]), (Automatic, &[(5, 7)])], &[true, true, false]),
            (&[(Automatic, &[(0, 1), (4, 5)]), (Automatic, &[(2, 3)])], &[true, true]),
            // A fix is applied as a whole or not at all.
            (&[(Automatic, &[(0, 1), (4, 5)]), (Automatic, &[(2, 3), (4, 5)])], &[true, false]),
        ];
        for (fixes, kept) in cases {
            let mut findings: Vec<Finding> = fixes.iter().map(finding).collect();
            without_overlaps(&mut findings);
            let found: Vec<bool> = findings.iter().map(|finding| finding.fix().is_some()).collect();
            assert_eq!(found, kept, "{fixes:?}");
        }
    }
}
