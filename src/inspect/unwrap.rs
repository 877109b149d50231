//! The second stage: what people wrap around an address is taken off, layer by layer, until the policy accepts what is
//! left or nothing more comes off.

mod angle;
mod ascii_form;
mod at_sign;
mod comment;
mod cut;
mod group;
mod link;
mod mailto;
mod pair;
mod punctuation;
mod quotes;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::brackets::Brackets;
use super::complete::holds_several;
use super::draft::{Annotation, Draft};
use super::order::sort_by_numbers;
use super::phrase::{comment_text, name_of};
use super::scheme::is_link;
use super::survey::Survey;
use super::traced::Traced;
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, Severity};
use crate::policy::Policy;
use crate::span::{shifted, span_at, suffix_span};
use crate::unicode::is_white_space;
use cut::Cut;

/// Nobody wraps an address in more layers; a limit keeps the work linear.
const LAYERS_MAX: usize = 32;

/// Takes the layers off the survey of an input. What the policy accepts as it is loses nothing.
pub(super) fn unwrap(policy: &Policy, survey: Survey, input: &str, is_accepted: bool) -> Draft {
    let mut draft = Draft::new(survey, policy.grammar.reading(), is_accepted);
    if is_accepted {
        return draft;
    }
    draft.trim();
    // The input as it is was refused.
    draft.is_address = draft.left() != input && policy.is_valid(draft.left());
    for _ in 0..LAYERS_MAX {
        if draft.is_address || !draft.next_layer(policy) {
            break;
        }
        draft.is_address = policy.is_valid(draft.left());
    }
    // What was decoded was noted later than what stands behind it.
    sort_by_numbers(&mut draft.marks, |mark| (mark.source.start, 0));
    // Of what is an address only a header's grammar leaves white space there.
    let may_have_space = !draft.is_address || policy.grammar.has_cfws();
    if may_have_space && draft.close_up_at(policy) {
        draft.is_address = policy.is_valid(draft.left());
    }
    draft.write_escaped();
    draft
}

impl Draft {
    /// White space at the ends, which may hold anything: a line break there is no injection.
    fn trim(&mut self) {
        let whole = self.window.clone();
        self.window = trimmed(&self.text, &whole);
        if self.window.is_empty() {
            // Nothing but white space: `empty` says so.
            self.window = whole;
            return;
        }
        let sides = [
            (whole.start..self.window.start, FindingKind::LeadingSpace),
            (self.window.end..whole.end, FindingKind::TrailingSpace),
        ];
        for (side, kind) in sides {
            if !side.is_empty() {
                let edits = self.text.source_pieces(&side).into_iter().map(Edit::delete).collect();
                let found = self.text.get(&side).chars().next().unwrap_or(' ');
                let finding = Finding::note(kind, self.text.source(&side)).with_fix(Fix::automatic(edits));
                self.findings.push(finding.with_detail(Detail::Char(found)));
            }
        }
    }

    /// Takes the first layer off that there is, in the order of the documentation.
    fn next_layer(&mut self, policy: &Policy) -> bool {
        if let Some(cut) = angle::route(&self.text, &self.window) {
            return self.apply(policy, cut);
        }
        let brackets = Brackets::of(self.left(), self.reading);
        if brackets.left_open().is_some() || holds_several(policy, self.left()) {
            return false;
        }
        let (text, window) = (&self.text, &self.window);
        let cut = link::cut(text, window)
            .or_else(|| group::cut(policy, text, window))
            .or_else(|| punctuation::behind(text, window))
            .or_else(|| punctuation::in_front(text, window))
            .or_else(|| comment::cut(text, window, self.reading))
            .or_else(|| pair::cut(text, window))
            .or_else(|| angle::cut(text, window, &brackets));
        if let Some(cut) = cut {
            return self.apply(policy, cut);
        }
        if is_link(self.left()) {
            self.open_mailto();
            self.trim();
            return true;
        }
        let (text, window) = (&self.text, &self.window);
        let last = punctuation::unpaired_behind(text, window)
            .or_else(|| punctuation::unpaired_in_front(text, window))
            .or_else(|| angle::text_behind(text, window, &brackets));
        match last {
            Some(cut) => self.apply(policy, cut),
            None => self.write_in_ascii(policy),
        }
    }

    fn apply(&mut self, policy: &Policy, cut: Cut) -> bool {
        let keep = trimmed(&self.text, &cut.keep);
        let sides = [self.window.start..keep.start, keep.end..self.window.end];
        let sides = sides.into_iter().filter(|side| !side.is_empty());
        for side in sides.clone() {
            self.line_breaks_in(policy, &side);
        }
        let sources: Vec<_> = sides.map(|side| self.text.source(&side)).collect();
        let span = match sources.as_slice() {
            // Around the address: the finding speaks of all of it.
            [front, back] => front.start..back.end,
            [side] => side.clone(),
            _ => return false,
        };
        let edits = sources.iter().cloned().map(Edit::delete).collect();
        let (severity, fix) = if cut.is_doubtful {
            (Severity::Error, Fix::confirm(edits))
        } else {
            (Severity::Note, Fix::automatic(edits))
        };
        if let Some(annotation) = &cut.annotation {
            self.note_annotation(annotation, cut.kind, &keep);
        }
        self.findings.push(Finding::new(cut.kind, severity, span).with_fix(fix));
        self.removed.extend(sources);
        self.window = keep;
        true
    }

    fn note_annotation(&mut self, annotation: &Range<usize>, kind: FindingKind, kept: &Range<usize>) {
        let text = String::from(self.text.get(annotation));
        if kind == FindingKind::DisplayName {
            self.display_name = name_of(&text, self.reading);
        } else if annotation.start >= kept.end {
            self.comment_behind = comment_text(&text);
        }
        if text.contains('@') || text.contains("=?") {
            self.annotations.push(Annotation { text, source: self.text.source(annotation) });
        }
    }

    /// A line break inside what goes is no space: it may be an injected header. A header's own folds are none.
    fn line_breaks_in(&mut self, policy: &Policy, side: &Range<usize>) {
        let inner = trimmed(&self.text, side);
        // Between a display name and its bracket it is space.
        let text = self.text.get(&inner).trim_end_matches(|c| c == '<' || is_white_space(c));
        let Some(at) = text.find(['\r', '\n']) else { return };
        if policy.grammar.has_cfws() && is_folded(text) {
            return;
        }
        let line_break = shifted(&span_at(at, 1), inner.start);
        self.findings.push(Finding::error(FindingKind::LineBreak, self.text.source(&line_break)));
    }
}

/// Whether each line break is a fold: CR LF, then a space or a tab (RFC 5322 2.2.3).
fn is_folded(text: &str) -> bool {
    text.split("\r\n")
        .enumerate()
        .all(|(index, line)| !line.contains(['\r', '\n']) && (index == 0 || line.starts_with([' ', '\t'])))
}

/// The range without white space at its ends.
fn trimmed(text: &Traced, range: &Range<usize>) -> Range<usize> {
    let inner = text.get(range);
    let kept = inner.trim_matches(is_white_space);
    if kept.is_empty() {
        return range.start..range.start;
    }
    let start = suffix_span(inner, inner.trim_start_matches(is_white_space)).start;
    shifted(&span_at(start, kept.len()), range.start)
}
