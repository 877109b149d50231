//! Where findings and edits stand.

use std::ops::Range;

use normail::{Applicability, Edit, Inspection, Piece, Policy};

use super::Checked;

/// Spans lie on char boundaries of the input, findings come in the order of their spans.
pub fn spans_are_of_the_input(policy: &Policy, input: &str) -> Checked {
    if let Err(error) = policy.parse(input) {
        ensure!(is_span_of(input, &error.span()), "{error:?}");
        let found = input[error.span().start..].chars().next();
        ensure!(error.found().is_none() || error.found() == found, "{error:?}, but there stands {found:?}");
    }
    let inspection = policy.inspect(input);
    ensure!(inspection.input() == input, "another input: {inspection:?}");
    for finding in inspection.findings() {
        ensure!(is_span_of(input, &finding.span()), "{finding:?}");
        let edits = finding.fix().map_or(&[][..], |fix| fix.edits());
        ensure!(edits.iter().all(|edit| is_span_of(input, &edit.span())), "{finding:?}");
        ensure!(finding.fix().is_none() || !edits.is_empty(), "a fix that edits nothing: {finding:?}");
    }
    let starts = inspection.findings().iter().map(|finding| (finding.span().start, finding.span().end));
    ensure!(starts.is_sorted(), "out of order: {inspection:?}");
    Ok(())
}

fn is_span_of(input: &str, span: &Range<usize>) -> bool {
    input.get(span.clone()).is_some()
}

/// The pieces of an input are the input, in its order, and each finding is told of or gives way to a graver one.
pub fn pieces_are_the_input(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    let pieces: Vec<Piece<'_>> = inspection.pieces().collect();
    let mut end = 0;
    for piece in &pieces {
        let span = piece.span();
        ensure!(span.start == end && input.get(span.clone()) == Some(piece.text()), "{piece:?} of {input:?}");
        ensure!(!piece.is_unseen() || piece.text().chars().count() == 1, "{piece:?} of {input:?}");
        ensure!(!piece.is_missing() || piece.finding().is_some(), "{piece:?} of {input:?}");
        end = span.end;
    }
    ensure!(end == input.len(), "{end} of {} bytes are in pieces: {input:?}", input.len());
    for finding in inspection.findings() {
        let wanted = finding.span();
        let untold = pieces.iter().find(|piece| {
            let span = piece.span();
            let is_of_it =
                wanted.start <= span.start && span.end <= wanted.end && span.is_empty() == wanted.is_empty();
            is_of_it && piece.finding().is_none_or(|told| told.severity() < finding.severity())
        });
        ensure!(untold.is_none(), "{untold:?} hides {finding:?}: {input:?}");
    }
    Ok(())
}

/// Edits of one applicability never overlap; one that asks covers an automatic one whole or not at all.
pub fn edits_do_not_overlap(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    let automatic = edits(&inspection, Applicability::Automatic);
    let confirm = edits(&inspection, Applicability::Confirm);
    for edits in [&automatic, &confirm] {
        for (position, edit) in edits.iter().enumerate() {
            let other = edits[position + 1..].iter().find(|other| overlap(edit, other));
            ensure!(other.is_none(), "{edit:?} overlaps {other:?}: {inspection:?}");
        }
    }
    for asking in &confirm {
        let torn = automatic.iter().find(|edit| overlap(asking, edit) && !covers(asking, edit));
        ensure!(torn.is_none(), "{asking:?} tears {torn:?}: {inspection:?}");
    }
    Ok(())
}

fn edits(inspection: &Inspection<'_>, applicability: Applicability) -> Vec<Edit> {
    let fixes = inspection.findings().iter().filter_map(|finding| finding.fix());
    let fixes = fixes.filter(|fix| fix.applicability() == applicability);
    fixes.flat_map(|fix| fix.edits()).cloned().collect()
}

/// Two insertions at one place overlap too: nothing says which comes first.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let (one, other) = (one.span(), other.span());
    one == other || (one.start < other.end && other.start < one.end)
}

fn covers(outer: &Edit, inner: &Edit) -> bool {
    outer.span().start <= inner.span().start && inner.span().end <= outer.span().end
}
