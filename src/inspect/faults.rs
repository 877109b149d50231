//! The fourth stage: what is left is parsed, every fault becomes a finding, and what would likely mend it its fix.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::brackets::Brackets;
use super::draft::Draft;
use super::subject::{self, Origin, Subject};
use super::surplus_at::has_marked_at;
use super::survey::MarkKind;
#[cfg(feature = "suggest")]
use super::typo;
use super::{dot_slip, inner_space, missing_at};
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, Part, Severity};
use crate::normalize::LocalPart;
use crate::policy::Policy;
use crate::span::span_at;
use crate::syntax::{ADDRESS_MAX, DOMAIN_MAX, Fault, LABEL_MAX, LOCAL_PART_MAX, Parts, Scan, parse};
use crate::unicode::Lookalike;

/// What the parser made of the text that is left.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    /// Where the parts stand, in bytes of the text.
    parts: Parts,
    pub(super) findings: Vec<Finding>,
    /// Whether the local part, and the domain, are what the policy takes.
    is_local_sound: bool,
    is_domain_sound: bool,
    /// A sound domain in its normal form.
    domain: Option<Cow<'a, str>>,
}

/// Parses what is left under the policy's grammar, then under the rest of the policy. A domain that `settled` has an
/// error in is not judged further.
pub(super) fn parse_left<'a>(policy: &Policy, draft: &'a Draft, settled: &[Finding]) -> Parsed<'a> {
    let left = draft.left();
    if let Some(scan) = policy.scan(left) {
        let mut parsed = Parsed::of_clean(left, scan);
        parsed.spoil_domain(draft, settled);
        return parsed;
    }
    if let Some(open) = Brackets::of(left, draft.reading).left_open().filter(|_| !draft.is_address) {
        return Parsed::of_left_open(draft, open);
    }
    let mut faults: Vec<Fault> = Vec::new();
    let parts = parse(left, policy.grammar, &mut faults).unwrap_or_default();
    let is_sound =
        |part: fn(Part) -> bool| parts.at.is_some() && !faults.iter().any(|fault| part(fault.part));
    let is_local_sound = is_sound(|part| !matches!(part, Part::Domain | Part::DomainLiteral));
    let is_domain_sound = is_sound(|part| matches!(part, Part::Domain | Part::DomainLiteral | Part::Comment));
    let mut parsed = Parsed { parts, findings: Vec::new(), is_local_sound, is_domain_sound, domain: None };
    if let Some(finding) = lost_at(draft, &parsed.parts) {
        parsed.findings.push(finding);
        return parsed;
    }
    if let Some(finding) = dots_in_words(draft, &faults) {
        parsed.findings.push(finding);
        return parsed;
    }
    parsed.report(draft, &faults);
    parsed.spoil_domain(draft, settled);
    parsed.apply_policy(policy, draft);
    parsed
}

/// The one finding of a text whose only fault is that its at-sign was lost.
fn lost_at(draft: &Draft, parts: &Parts) -> Option<Finding> {
    if parts.at.is_some() {
        return None;
    }
    let slip = missing_at::slip(draft.left())?;
    let edits =
        slip.edits.iter().map(|(range, text)| Edit::new(draft.source_of_left(range), *text)).collect();
    let span = draft.source_of_left(&slip.at);
    Some(Finding::error(FindingKind::MissingAt, span).with_fix(Fix::confirm(edits)))
}

/// The one finding of a text whose only fault is that its dots are written in words.
fn dots_in_words(draft: &Draft, faults: &[Fault]) -> Option<Finding> {
    let first = faults.first()?;
    let words = missing_at::dots_in_words(draft.left())?;
    let edits = words.iter().map(|(range, text)| Edit::new(draft.source_of_left(range), *text)).collect();
    let span = draft.source_of_left(&words.first()?.0);
    Some(Finding::error(first.kind, span).with_fix(Fix::confirm(edits)))
}

impl<'a> Parsed<'a> {
    /// The common case: nothing is left to say.
    fn of_clean(left: &'a str, scan: Scan) -> Self {
        let parts = Parts::around(scan.at(), left.len());
        // The scan has seen to all but its case.
        let domain = left.get(parts.domain.clone()).map(|domain| {
            if scan.has_capital { Cow::Owned(domain.to_ascii_lowercase()) } else { Cow::Borrowed(domain) }
        });
        Self { parts, findings: Vec::new(), is_local_sound: true, is_domain_sound: true, domain }
    }

    /// What is left open may swallow the address: nothing else is certain.
    fn of_left_open(draft: &Draft, open: usize) -> Self {
        let found = draft.left().get(open..).and_then(|rest| rest.chars().next());
        let (kind, part) = match found {
            Some('"') => (FindingKind::UnterminatedQuote, Part::QuotedString),
            _ => (FindingKind::UnterminatedComment, Part::Comment),
        };
        let fault = Fault { kind, span: span_at(open, 1), found, part };
        let mut parsed = Self {
            parts: Parts::default(),
            findings: Vec::new(),
            is_local_sound: false,
            is_domain_sound: false,
            domain: None,
        };
        parsed.report(draft, &[fault]);
        parsed
    }

    /// What is sound of it, for the judges.
    pub(super) fn subject<'s>(&'s self, draft: &'s Draft) -> Subject<'s> {
        let left = draft.left();
        let part = |range: &Range<usize>| subject::Part {
            text: left.get(range.clone()).unwrap_or_default(),
            start: range.start,
        };
        let sound = self.domain.as_ref().filter(|_| self.is_domain_sound);
        let name = sound.filter(|_| !self.parts.is_literal);
        let literal = sound.filter(|_| self.parts.is_literal);
        Subject {
            local: self.is_local_sound.then(|| part(&self.parts.local)),
            domain: name.map(|_| part(&self.parts.domain)),
            literal: literal.map(|_| part(&self.parts.domain)),
            name: name.map_or("", |name| &**name),
            u_labels: &[],
            origin: Origin::Left(draft),
        }
    }

    fn report(&mut self, draft: &Draft, faults: &[Fault]) {
        let context = Context::new(draft, &self.parts, faults);
        for fault in faults {
            self.findings.extend(context.finding(fault));
        }
    }

    fn spoil_domain(&mut self, draft: &Draft, settled: &[Finding]) {
        let Some(at) = self.parts.at else { return };
        let domain = draft.source_of_left(&(at..self.parts.domain.end));
        let is_spoilt = |finding: &Finding| {
            finding.severity() == Severity::Error && domain.contains(&finding.span().start)
        };
        self.is_domain_sound &= !settled.iter().any(is_spoilt);
    }

    /// What the grammar takes and the policy does not.
    fn apply_policy(&mut self, policy: &Policy, draft: &'a Draft) {
        let left = draft.left();
        let (errors, domain) = policy.refusals(left, &self.parts, self.is_local_sound, self.is_domain_sound);
        self.domain = domain.map(|domain| Cow::Owned(domain.as_str().into()));
        for error in errors {
            match error.reading() {
                Part::LocalPart => self.is_local_sound = false,
                Part::Domain => self.is_domain_sound = false,
                _ => {}
            }
            self.findings.push(self.refusal(draft, error.kind(), &error.span(), error.found()));
        }
    }

    fn refusal(&self, draft: &Draft, kind: FindingKind, span: &Range<usize>, found: Option<char>) -> Finding {
        let finding = Finding::error(kind, draft.source_of_left(span));
        if let Some(size) = size(kind, draft.left().get(span.clone()).unwrap_or_default()) {
            return finding.with_detail(size);
        }
        match (kind, found) {
            (FindingKind::Smtputf8 | FindingKind::InvalidCharacter, Some(c)) => {
                finding.with_detail(Detail::Char(c))
            }
            #[cfg(feature = "suggest")]
            (FindingKind::SingleLabelDomain, _) => {
                match typo::of_single_label(&draft.left_in_lower_case(span)) {
                    Some(meant) => finding
                        .with_fix(Fix::confirm(alloc::vec![Edit::new(draft.source_of_left(span), meant)])),
                    None => finding,
                }
            }
            _ => finding,
        }
    }
}

/// The size that is exceeded and its limit, where the size of the normal form is plain to see.
fn size(kind: FindingKind, text: &str) -> Option<Detail> {
    let limit = match kind {
        FindingKind::LocalPartTooLong => {
            return Some(Detail::Size { octets: LocalPart::new(text).octets(), limit: LOCAL_PART_MAX });
        }
        FindingKind::LabelTooLong => LABEL_MAX,
        FindingKind::DomainTooLong => DOMAIN_MAX,
        FindingKind::AddressTooLong => ADDRESS_MAX,
        _ => return None,
    };
    text.is_ascii().then_some(Detail::Size { octets: text.len(), limit })
}

/// Hosts that gave out local parts with dots in a row or at an end, before RFC 5321 was heeded.
const DOTTED_HOSTS: [&str; 2] = ["docomo.ne.jp", "ezweb.ne.jp"];

/// Nobody's address holds more inner spaces; a limit keeps the work linear.
const INNER_SPACES_MAX: usize = 8;

/// What the meaning of a fault depends on.
struct Context<'a> {
    draft: &'a Draft,
    parts: &'a Parts,
    /// The runs of white space inside a part.
    inner_spaces: usize,
    /// A lookalike stands among the at-signs: it is settled as the one too many.
    has_marked_at: bool,
    /// Where a comma or a semicolon stands for a dot of the domain, in order.
    dot_slips: Vec<usize>,
}

impl<'a> Context<'a> {
    fn new(draft: &'a Draft, parts: &'a Parts, faults: &[Fault]) -> Self {
        let of_kind = |kind| faults.iter().filter(move |fault| fault.kind == kind);
        let inner_spaces = of_kind(FindingKind::InnerSpace).count();
        let has_marked_at = of_kind(FindingKind::MultipleAt).next().is_some() && has_marked_at(draft);
        let dot_slips = dot_slip::dots(draft.left(), parts, faults);
        Self { draft, parts, inner_spaces, has_marked_at, dot_slips }
    }

    fn finding(&self, fault: &Fault) -> Option<Finding> {
        let span = self.draft.source_of_left(&fault.span);
        if self.is_marked(fault.kind, &span) {
            return None;
        }
        let finding = Finding::error(fault.kind, span.clone());
        let finding = match fault.found {
            Some(c) if has_character(fault.kind) => finding.with_detail(Detail::Char(c)),
            _ => finding,
        };
        let delete =
            |finding: Finding| Some(finding.with_fix(Fix::confirm(self.draft.deletions(&fault.span))));
        match fault.kind {
            FindingKind::LeadingSpace | FindingKind::TrailingSpace | FindingKind::SpaceAroundAt => {
                let fix = Fix::automatic(self.draft.deletions(&fault.span));
                Some(Finding::note(fault.kind, span).with_detail(finding.detail().clone()).with_fix(fix))
            }
            // Where there is no address, no space is inside one.
            FindingKind::InnerSpace if self.parts.at.is_none() => None,
            FindingKind::InnerSpace if self.inner_spaces > INNER_SPACES_MAX => Some(finding),
            FindingKind::InnerSpace => Some(match inner_space::fix(self.draft, self.parts, &fault.span) {
                Some(fix) => finding.with_fix(fix),
                None => finding,
            }),
            FindingKind::LeadingDot | FindingKind::TrailingDot | FindingKind::ConsecutiveDots
                if fault.part == Part::LocalPart && self.is_dotted_host() =>
            {
                Some(finding)
            }
            FindingKind::LeadingDot
            | FindingKind::TrailingDot
            | FindingKind::ConsecutiveDots
            | FindingKind::Comment => delete(finding),
            FindingKind::InvalidCharacter if self.dot_slips.binary_search(&fault.span.start).is_ok() => {
                Some(finding.with_fix(Fix::confirm(alloc::vec![Edit::new(span, ".")])))
            }
            // Another at-sign has its own finding.
            FindingKind::MultipleAt | FindingKind::EmptyLocalPart if self.has_marked_at => None,
            _ => Some(finding),
        }
    }

    /// Whether the domain is of a host that once gave addresses with such dots: they may be meant.
    fn is_dotted_host(&self) -> bool {
        let domain = self.draft.left().get(self.parts.domain.clone()).unwrap_or_default();
        DOTTED_HOSTS.iter().any(|host| domain.eq_ignore_ascii_case(host))
    }

    /// Whether the survey has noted the character that the fault starts with, in a way that says more of it. A dot that
    /// parts nothing is at fault however it is written.
    fn is_marked(&self, kind: FindingKind, span: &Range<usize>) -> bool {
        let marks = &self.draft.marks;
        let at = marks.binary_search_by_key(&span.start, |mark| mark.source.start).ok();
        let mark = at.and_then(|at| marks.get(at)).filter(|_| !span.is_empty());
        let is_dot_fault =
            matches!(kind, FindingKind::LeadingDot | FindingKind::TrailingDot | FindingKind::ConsecutiveDots);
        mark.is_some_and(|mark| match mark.kind {
            MarkKind::SpecialForm(_) => true,
            MarkKind::Lookalike(lookalike) => !(is_dot_fault && lookalike == Lookalike::Dot),
            _ => false,
        })
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
