//! The third stage: now that it is known where the address stands, each character that the survey noted becomes a
//! finding.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::comments::between_comments;
use super::draft::Draft;
use super::survey::{Mark, MarkKind};
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, Severity};
use crate::span::{shifted, span_at};
use crate::syntax::{Grammar, quoted_local_part};
use crate::unicode::Lookalike;

/// The findings that the marks are, runs of the same kind joined.
pub(super) fn settle(draft: &Draft, grammar: Grammar) -> Vec<Finding> {
    if draft.marks.is_empty() {
        return Vec::new();
    }
    let at = AtSign::of(draft);
    runs(&draft.marks)
        .filter_map(|run| {
            let is_removed = draft.removed.iter().any(|removed| contains(removed, &run.span));
            let finding = if is_removed { run.settle_removed() } else { run.settle(&at, grammar) };
            // A run of forms names none of them.
            let is_word = run.plain.chars().nth(1).is_some();
            finding.map(|finding| if is_word { finding } else { finding.with_detail(Detail::Char(run.c)) })
        })
        .collect()
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Where the `@` of the address came from.
struct AtSign {
    source: Option<usize>,
    /// It is the only one.
    is_only: bool,
    /// Where in the input the quoted string before it stands.
    quoted: Option<Range<usize>>,
}

impl AtSign {
    fn of(draft: &Draft) -> Self {
        let left = draft.left();
        let between = between_comments(left, draft.reading);
        let address = left.get(between.clone()).unwrap_or_default();
        let at = address.rfind('@').map(|at| shifted(&span_at(at, 1), between.start));
        let source = at.map(|at| draft.source_of_left(&at).start);
        let quoted = quoted_local_part(left).map(|length| draft.source_of_left(&(0..length)));
        Self { source, is_only: address.matches('@').count() == 1, quoted }
    }

    /// Whether a character stands in the quoted string before it.
    fn is_in_quotes(&self, span: &Range<usize>) -> bool {
        self.quoted.as_ref().is_some_and(|quoted| quoted.contains(&span.start))
    }

    /// Whether a character stands behind it; in a text without an `@` every one does.
    fn is_behind(&self, span: &Range<usize>) -> bool {
        self.source.is_none_or(|at| span.start > at)
    }
}

/// Marks right behind each other that are one fault: an unseen character again and again, a word of forms.
struct Run {
    kind: MarkKind,
    c: char,
    span: Range<usize>,
    /// What the forms in it stand for.
    plain: String,
}

fn runs(marks: &[Mark]) -> impl Iterator<Item = Run> + '_ {
    let mut rest = marks.iter().peekable();
    core::iter::from_fn(move || {
        let first = rest.next()?;
        let mut run = Run { kind: first.kind, c: first.c, span: first.source.clone(), plain: String::new() };
        run.plain.extend(form(first));
        while let Some(next) = rest.next_if(|next| run.continues_with(next)) {
            run.span.end = next.source.end;
            run.plain.extend(form(next));
        }
        Some(run)
    })
}

fn form(mark: &Mark) -> Option<char> {
    match mark.kind {
        MarkKind::Form(plain) => Some(plain),
        _ => None,
    }
}

impl Run {
    fn continues_with(&self, next: &Mark) -> bool {
        let is_same = match (self.kind, next.kind) {
            (MarkKind::Unseen { .. } | MarkKind::Refused(_), kind) => kind == self.kind && next.c == self.c,
            (MarkKind::Form(_), MarkKind::Form(_)) => true,
            _ => false,
        };
        is_same && next.source.start == self.span.end
    }

    fn note(&self, kind: FindingKind, replacement: impl Into<String>) -> Finding {
        Finding::note(kind, self.span.clone()).with_fix(Fix::automatic(self.edit(replacement)))
    }

    fn edit(&self, replacement: impl Into<String>) -> Vec<Edit> {
        alloc::vec![Edit::new(self.span.clone(), replacement)]
    }

    /// What goes anyway is judged mildly: only an injection in it is told.
    fn settle_removed(&self) -> Option<Finding> {
        match self.kind {
            MarkKind::Refused(kind @ (FindingKind::ControlCharacter | FindingKind::LineBreak)) => {
                Some(Finding::error(kind, self.span.clone()))
            }
            _ => None,
        }
    }

    fn settle(&self, at: &AtSign, grammar: Grammar) -> Option<Finding> {
        let in_domain = at.is_behind(&self.span);
        Some(match self.kind {
            MarkKind::Unseen { kind, in_emoji: false } => self.note(kind, ""),
            MarkKind::Unseen { kind, in_emoji: true } => {
                Finding::warning(kind, self.span.clone()).with_fix(Fix::automatic(self.edit("")))
            }
            MarkKind::Override => Finding::error(FindingKind::BidiOverride, self.span.clone())
                .with_fix(Fix::confirm(self.edit(""))),
            MarkKind::Refused(kind) => Finding::error(kind, self.span.clone()),
            MarkKind::Fold => self.note(FindingKind::LineBreak, ""),
            MarkKind::Form(_) => self.note(FindingKind::FullWidthForm, self.plain.as_str()),
            MarkKind::SpecialForm(_) => Finding::error(FindingKind::InvalidCharacter, self.span.clone()),
            // IDNA refuses what NFC makes of it in a domain, and says so.
            MarkKind::NfcAscii('`') if in_domain => return None,
            MarkKind::NfcAscii(plain) => {
                let finding = Finding::warning(FindingKind::CompatibilityCharacter, self.span.clone());
                // UTS #46 maps it in a domain.
                if in_domain && grammar.has_utf8() {
                    finding
                } else {
                    finding.with_fix(Fix::automatic(self.edit(plain)))
                }
            }
            // A fold of a header may have a tab behind it.
            MarkKind::Space if !at.is_in_quotes(&self.span) || self.c == '\t' && grammar.has_cfws() => {
                return None;
            }
            MarkKind::Space => Finding::error(FindingKind::InnerSpace, self.span.clone())
                .with_fix(Fix::confirm(self.edit(""))),
            MarkKind::Lookalike(kind) => return self.settle_lookalike(kind, in_domain, at, grammar),
        })
    }

    fn settle_lookalike(
        &self,
        kind: Lookalike,
        in_domain: bool,
        at: &AtSign,
        grammar: Grammar,
    ) -> Option<Finding> {
        let is_unmistakable = match kind {
            Lookalike::At => at.is_only,
            Lookalike::Dot => in_domain,
            _ => false,
        };
        if is_unmistakable {
            return Some(self.note(FindingKind::LookalikePunctuation, kind.ascii()));
        }
        let error = Finding::error(FindingKind::InvalidCharacter, self.span.clone());
        // A grammar of ASCII alone does not take it as it is.
        let severity = if grammar.has_utf8() { Severity::Warning } else { Severity::Error };
        let warning = Finding::new(FindingKind::LookalikePunctuation, severity, self.span.clone());
        let confirm = || Fix::confirm(self.edit(kind.ascii()));
        match kind {
            Lookalike::At => Some(error),
            Lookalike::Dot if matches!(self.c, '\u{FF0E}' | '\u{FF61}') => Some(error.with_fix(confirm())),
            // IDNA refuses quotes in a domain, and says so.
            Lookalike::Apostrophe | Lookalike::Quote if in_domain => None,
            // A plain double quote would be no better in a local part.
            Lookalike::Quote => Some(warning),
            Lookalike::Dot | Lookalike::Hyphen | Lookalike::Apostrophe => Some(warning.with_fix(confirm())),
        }
    }
}
