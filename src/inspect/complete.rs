//! Complete addresses inside a text: tokens that are addresses once the punctuation around them is gone.

use alloc::format;
use core::ops::Range;

use super::marks_in_pairs::{is_pair, opens_pair};
use super::members::Members;
use super::scheme::is_link;
use super::survey::{is_unmarked, survey};
use super::traced::Traced;
use crate::address::EmailAddress;
use crate::policy::Policy;
use crate::span::{shifted, span_at, suffix_span};
use crate::syntax::{Reading, parts_words, words};
use crate::unicode::is_at_sign;

const FORM: Policy = Policy::form();

/// The complete addresses of a text, in order.
///
/// A token stands between white space or `, ; | < > ( ) "`; a quoted local part is none, whatever it holds.
pub(super) fn complete_addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    words(text).filter_map(|word| complete(&FORM, text, &word))
}

/// Those that the policy itself takes among them.
pub(super) fn complete_addresses_of<'a>(
    policy: &'a Policy,
    text: &'a str,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let complete_of = |policy: &Policy, word: &Range<usize>| complete(policy, text, word);
    words(text).filter_map(move |word| complete_of(&FORM, &word).or_else(|| complete_of(policy, &word)))
}

/// Whether the text is one word, and a complete address as it stands but for the punctuation behind it.
pub(super) fn is_complete(policy: &Policy, text: &str) -> bool {
    !text.starts_with(opens_pair)
        && words(text).next() == Some(0..text.len())
        && [&FORM, policy].into_iter().any(|policy| complete(policy, text, &(0..text.len())).is_some())
}

/// Whether the text is a list: two of its members hold a complete address each.
pub(super) fn holds_several(policy: &Policy, text: &str) -> bool {
    if text.bytes().filter(|byte| *byte == b'@').nth(1).is_none() {
        return false;
    }
    let mut before: Option<Range<usize>> = None;
    Members::of(policy, text)
        .map(|member| member.span)
        .filter(|member| {
            text.get(member.clone()).is_some_and(|text| complete_addresses_of(policy, text).next().is_some())
        })
        .filter(|member| {
            let name = before.replace(member.clone());
            !name.is_some_and(|name| is_name(text, &name, member))
        })
        .nth(1)
        .is_some()
}

/// Whether a member is but the name of the next: a line break before `<` is space, unless the line has brackets of its
/// own.
fn is_name(list: &str, member: &Range<usize>, next: &Range<usize>) -> bool {
    let text = |range: Range<usize>| list.get(range).unwrap_or_default();
    text(next.clone()).starts_with('<')
        && !text(member.clone()).ends_with('>')
        && text(member.end..next.start).chars().all(char::is_whitespace)
}

/// The end of the complete domain behind the `@` that stands there, freed of the punctuation behind it, where other tokens
/// follow.
pub(super) fn domain_end(text: &str, at: usize) -> Option<usize> {
    let behind = text.get(span_at(at, 1).end..)?;
    let token = behind.get(..behind.find(parts_words)?)?;
    let domain = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    FORM.is_valid(&format!("a@{domain}")).then(|| span_at(at, "@".len().saturating_add(domain.len())).end)
}

/// The address that a token is, without the punctuation, `mailto:`, or `Word:` around it.
fn complete(policy: &Policy, text: &str, token: &Range<usize>) -> Option<Range<usize>> {
    let mut start = token.start;
    for _ in 0..2 {
        let range = bare(text, start..token.end);
        let candidate = text.get(range.clone())?;
        if !candidate.contains(is_at_sign) {
            return None;
        }
        if policy.is_valid(candidate) || mapped(candidate).is_some_and(|text| policy.is_valid(text.as_str()))
        {
            return Some(range);
        }
        start = range.start.saturating_add(suffix_span(candidate, behind_label(candidate)?).start);
    }
    None
}

/// The address that a complete one is.
pub(super) fn parse(complete: &str) -> Option<EmailAddress> {
    FORM.parse(complete).ok().or_else(|| FORM.parse(mapped(complete)?.as_str()).ok())
}

/// The candidate as the survey writes it. Of a text with more at-signs the survey maps no dots but those of the last
/// domain, and of a comment that strict takes it maps nothing.
fn mapped(candidate: &str) -> Option<Traced> {
    (!is_unmarked(candidate)).then(|| survey(candidate, Reading::Typed, None).text)
}

/// What stands behind `mailto:`, or behind a capitalised word and its colon.
fn behind_label(text: &str) -> Option<&str> {
    if is_link(text) {
        return text.get("mailto:".len()..);
    }
    let (word, behind) = text.split_once(':')?;
    let is_label = word.chars().next()?.is_uppercase() && word.chars().all(|c| c.is_alphabetic() || c == '-');
    // A word before two slashes is the scheme of a URL.
    (is_label && !behind.starts_with("//")).then_some(behind)
}

/// The range without the punctuation around it. What a local part may start with is part of it where nothing behind it
/// closes a pair.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let without_end = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut behind = inner.get(without_end.len()..).unwrap_or_default().chars();
    let bare = without_end.trim_start_matches(|c: char| {
        matches!(c, '[' | ']' | '\'' | '`' | '*' | ':' | '.' | '!' | '?')
            || !c.is_alphanumeric() && (!c.is_ascii() || behind.rfind(|close| is_pair(c, *close)).is_some())
    });
    shifted(&suffix_span(without_end, bare), range.start)
}
