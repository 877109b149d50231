//! Display names and comments: another address in one may be taken for the one that is given.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::broken_address::broken_address;
use super::complete::{self, complete_addresses};
use super::draft::Draft;
use super::encoded_word::decoded;
use super::missing_at;
use super::phrase::{comment_text, name_of};
use crate::finding::{Finding, FindingKind};
use crate::policy::{Policy, Strict};
use crate::span::shifted;
use crate::syntax::{Parts, Reading, TokenKind, Tokens};
use crate::unicode::is_at_sign;

/// What was taken off as a display name or a comment and holds another address than the one given, or several.
pub(super) fn mismatches(policy: &Policy, draft: &Draft) -> Vec<Finding> {
    let left = draft.left();
    let has_comments = draft.is_address && policy.grammar.has_cfws() && left.contains('(');
    if draft.annotations.is_empty() && !has_comments {
        return Vec::new();
    }
    let anywhere = policy.without_refused_domains();
    let strict = if draft.is_address { anywhere.accept(left) } else { None };
    let given = match &strict {
        Some(strict) => Some(folded_case(strict.address().as_str())),
        None => given(left),
    };
    let mut findings: Vec<Finding> = draft
        .annotations
        .iter()
        .filter_map(|annotation| {
            Some(match told(&annotation.text, given.as_deref())? {
                kind @ FindingKind::MultipleAddresses => Finding::error(kind, annotation.source.clone()),
                kind => Finding::warning(kind, annotation.source.clone()),
            })
        })
        .collect();
    if let Some(strict) = strict.filter(|_| has_comments) {
        findings.extend(in_comments(left, &strict).map(|span| mismatch(draft.source_of_left(&span))));
    }
    findings
}

/// What comments hold in an input that is taken as it stands: it is one address, whatever that is.
pub(super) fn comment_mismatches(input: &str, strict: &Strict<'_>) -> Vec<Finding> {
    in_comments(input, strict).map(mismatch).collect()
}

fn mismatch(span: Range<usize>) -> Finding {
    Finding::warning(FindingKind::DisplayNameMismatch, span)
}

/// Where the comments stand that hold another address than their own.
fn in_comments<'a>(text: &'a str, strict: &Strict<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let Parts { local, domain, .. } = strict.parts();
    let around = [0..local.start, local.end..domain.start, domain.end..text.len()];
    let mut comments = around.into_iter().flat_map(|range| comments(text, range)).peekable();
    let address = comments.peek().map(|_| folded_case(strict.address().as_str())).unwrap_or_default();
    comments.filter(move |comment| {
        text.get(comment.clone()).is_some_and(|written| told(written, Some(&address)).is_some())
    })
}

/// What the parentheses in a stretch of white space and comments enclose.
fn comments(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let gap = text.get(range.clone()).unwrap_or_default();
    Tokens::of(gap, Reading::Header).filter(|token| token.kind == TokenKind::Comment).map(move |comment| {
        let Range { start, end } = shifted(&comment.span, range.start);
        start.saturating_add(1)..end.saturating_sub(1)
    })
}

/// What the first comment behind the address says, in a text that is taken as it stands.
pub(super) fn comment_behind(text: &str, strict: &Strict<'_>) -> Option<String> {
    let behind = strict.parts().domain.end..text.len();
    comments(text, behind).next().and_then(|comment| comment_text(text.get(comment)?))
}

/// What stands for the address where none is accepted: it has to have two parts, or to be one whose at-sign was lost.
fn given(left: &str) -> Option<String> {
    if left.trim_matches('@').contains('@') {
        return Some(normal(left));
    }
    missing_at::meant(left).map(|meant| normal(&meant))
}

/// What is to be told of a text beside the address that is given: of the text as it is written, and of what a mail program
/// shows of it as a name or a comment.
fn told(written: &str, given: Option<&str>) -> Option<FindingKind> {
    // Without one, or what may be decoded into one, it holds no address.
    if !written.contains(is_at_sign) && !written.contains("=?") {
        return None;
    }
    told_of(&decoded(written), given).or_else(|| {
        let shown = [name_of(written, Reading::Header), comment_text(written)];
        shown.into_iter().flatten().find_map(|shown| told_of(&shown, given))
    })
}

fn told_of(text: &str, given: Option<&str>) -> Option<FindingKind> {
    let complete: Vec<Range<usize>> = complete_addresses(text).collect();
    let mut others = complete.iter().filter_map(|range| text.get(range.clone())).map(normal);
    let first = others.next();
    // One address twice is one: some mail programs name a person so.
    if others.any(|other| Some(&other) != first.as_ref()) {
        return Some(FindingKind::MultipleAddresses);
    }
    let given = given?;
    let is_another = |address: String| address != given;
    let is_inside = |at: &usize| {
        let next = complete.partition_point(|address| address.end <= *at);
        complete.get(next).is_some_and(|address| address.contains(at))
    };
    let mut ats = text.match_indices(is_at_sign).map(|(at, _)| at).filter(|at| !is_inside(at));
    let is_mismatch = first.is_some_and(is_another)
        || ats.any(|at| broken_address(text, at).is_some_and(|address| is_another(normal(&address))));
    is_mismatch.then_some(FindingKind::DisplayNameMismatch)
}

/// The address in its normal form, case aside.
fn normal(text: &str) -> String {
    complete::parse(text).map_or_else(|| folded_case(text), |address| folded_case(address.as_str()))
}

fn folded_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}
