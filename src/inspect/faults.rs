//! The fourth stage: what is left is parsed, every fault becomes a finding, and what would likely mend it its fix.

use alloc::vec::Vec;
use core::ops::Range;

use super::inner_space;
use super::unwrap::{Unwrapped, left_open};
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, Part};
use crate::policy::Policy;
use crate::syntax::{Fault, Parts, parse};

/// What the parser made of the text that is left.
#[derive(Debug)]
pub(super) struct Parsed {
    /// Where the parts stand, in bytes of the text.
    pub(super) parts: Parts,
    pub(super) findings: Vec<Finding>,
    /// Whether the local part, and the domain, are what the policy takes.
    pub(super) is_local_sound: bool,
    pub(super) is_domain_sound: bool,
}

/// Parses what is left under the policy's grammar, then under the rest of the policy.
pub(super) fn parse_left(policy: &Policy, unwrapped: &Unwrapped) -> Parsed {
    let left = unwrapped.left();
    let mut faults: Vec<Fault> = Vec::new();
    let parts = parse(left, policy.grammar, &mut faults).unwrap_or_default();
    if let Some(open) = left_open(left) {
        // What is left open may swallow the address: nothing else is certain.
        faults.retain(|fault| fault.span.start == open);
    }
    let is_sound =
        |part: fn(Part) -> bool| parts.at.is_some() && !faults.iter().any(|fault| part(fault.part));
    let is_local_sound = is_sound(|part| !matches!(part, Part::Domain | Part::DomainLiteral));
    let is_domain_sound = is_sound(|part| matches!(part, Part::Domain | Part::DomainLiteral | Part::Comment));
    let mut parsed = Parsed {
        parts,
        findings: Vec::new(),
        is_local_sound,
        is_domain_sound,
    };
    parsed.report(unwrapped, &faults);
    parsed.apply_policy(policy, unwrapped);
    parsed
}

impl Parsed {
    fn report(&mut self, unwrapped: &Unwrapped, faults: &[Fault]) {
        let context = Context::new(unwrapped, &self.parts, faults);
        for fault in faults {
            self.findings.extend(context.finding(fault));
        }
    }

    /// What the grammar takes and the policy does not.
    fn apply_policy(&mut self, policy: &Policy, unwrapped: &Unwrapped) {
        let left = unwrapped.left();
        let errors = policy.refusals(left, &self.parts, self.is_local_sound, self.is_domain_sound);
        for error in errors {
            match error.reading() {
                Part::LocalPart => self.is_local_sound = false,
                Part::Domain => self.is_domain_sound = false,
                _ => {}
            }
            let finding = Finding::error(error.kind(), source(unwrapped, &error.span()));
            self.findings.push(match error.found() {
                Some(c) if error.kind() == FindingKind::Smtputf8 => finding.with_detail(Detail::Char(c)),
                _ => finding,
            });
        }
    }
}

fn source(unwrapped: &Unwrapped, span: &Range<usize>) -> Range<usize> {
    let start = unwrapped.window.start;
    unwrapped.text.source(&(start + span.start..start + span.end))
}

/// Edits that delete a stretch of what is left, without what a finding of its own deletes.
pub(super) fn deletions(unwrapped: &Unwrapped, span: &Range<usize>) -> Vec<Edit> {
    let start = unwrapped.window.start;
    let range = start + span.start..start + span.end;
    unwrapped
        .text
        .source_pieces(&range)
        .into_iter()
        .map(Edit::delete)
        .collect()
}

/// Nobody's address holds more inner spaces; a limit keeps the work linear.
const INNER_SPACES_MAX: usize = 8;

/// What the meaning of a fault depends on.
struct Context<'a> {
    unwrapped: &'a Unwrapped,
    parts: &'a Parts,
    /// The runs of white space inside a part.
    inner_spaces: usize,
    /// The runs of `@` behind the first one.
    surplus_ats: Vec<Range<usize>>,
}

impl<'a> Context<'a> {
    fn new(unwrapped: &'a Unwrapped, parts: &'a Parts, faults: &[Fault]) -> Self {
        let of_kind = |kind| faults.iter().filter(move |fault| fault.kind == kind);
        let inner_spaces = of_kind(FindingKind::InnerSpace).count();
        let surplus_ats = of_kind(FindingKind::MultipleAt)
            .map(|fault| fault.span.clone())
            .collect();
        Self {
            unwrapped,
            parts,
            inner_spaces,
            surplus_ats,
        }
    }

    fn finding(&self, fault: &Fault) -> Option<Finding> {
        let span = source(self.unwrapped, &fault.span);
        if self.is_marked(&span) {
            return None;
        }
        let finding = Finding::error(fault.kind, span.clone());
        let finding = match fault.found {
            Some(c) if has_character(fault.kind) => finding.with_detail(Detail::Char(c)),
            _ => finding,
        };
        let delete =
            |finding: Finding| Some(finding.with_fix(Fix::confirm(deletions(self.unwrapped, &fault.span))));
        match fault.kind {
            FindingKind::LeadingSpace | FindingKind::TrailingSpace | FindingKind::SpaceAroundAt => {
                let fix = Fix::automatic(deletions(self.unwrapped, &fault.span));
                Some(
                    Finding::note(fault.kind, span)
                        .with_detail(finding.detail().clone())
                        .with_fix(fix),
                )
            }
            FindingKind::InnerSpace if self.inner_spaces > INNER_SPACES_MAX => Some(finding),
            FindingKind::InnerSpace => {
                Some(match inner_space::fix(self.unwrapped, self.parts, &fault.span) {
                    Some(fix) => finding.with_fix(fix),
                    None => finding,
                })
            }
            FindingKind::LeadingDot
            | FindingKind::TrailingDot
            | FindingKind::ConsecutiveDots
            | FindingKind::Comment => delete(finding),
            FindingKind::EmptyLocalPart if self.leading_at().is_some() => None,
            FindingKind::MultipleAt => self.multiple_at(finding),
            _ => Some(finding),
        }
    }

    /// Whether the survey has noted the character: then it is settled there.
    fn is_marked(&self, span: &Range<usize>) -> bool {
        let marks = &self.unwrapped.marks;
        let first = marks.partition_point(|mark| mark.source.start < span.start);
        marks.get(first).is_some_and(|mark| mark.source.end <= span.end)
    }

    /// One `@` too many: in front, beside the other, or at the end.
    fn multiple_at(&self, finding: Finding) -> Option<Finding> {
        let [surplus] = self.surplus_ats.as_slice() else {
            return Some(finding);
        };
        if let Some(first) = self.leading_at() {
            let span = source(self.unwrapped, &first);
            let fix = Fix::confirm(deletions(self.unwrapped, &first));
            return Some(Finding::error(FindingKind::MultipleAt, span).with_fix(fix));
        }
        let is_doubled = Some(surplus.start) == self.parts.at.map(|at| at + 1);
        let is_last = surplus.end == self.unwrapped.left().len();
        Some(if surplus.len() == 1 && is_doubled != is_last {
            finding.with_fix(Fix::confirm(deletions(self.unwrapped, surplus)))
        } else {
            finding
        })
    }

    /// The first `@` where nothing stands before it and one other follows.
    fn leading_at(&self) -> Option<Range<usize>> {
        let at = self.parts.at?;
        let [surplus] = self.surplus_ats.as_slice() else {
            return None;
        };
        (self.parts.local.is_empty() && surplus.len() == 1 && surplus.start != at + 1).then_some(at..at + 1)
    }
}

/// Whether the message names the character that was found.
fn has_character(kind: FindingKind) -> bool {
    matches!(
        kind,
        FindingKind::LeadingSpace
            | FindingKind::TrailingSpace
            | FindingKind::SpaceAroundAt
            | FindingKind::InnerSpace
            | FindingKind::InvalidCharacter
            | FindingKind::ControlCharacter
            | FindingKind::Smtputf8
    )
}
