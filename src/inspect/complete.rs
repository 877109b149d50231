//! Complete addresses inside a text: tokens that are addresses once the punctuation around them is gone.

use alloc::format;
use core::ops::Range;

use super::list::{Folds, members};
use super::marks_in_pairs::is_pair;
use super::scheme::is_link;
use super::survey::{is_unmarked, survey};
use super::traced::Traced;
use crate::address::EmailAddress;
use crate::policy::Policy;
use crate::span::{char_span, shifted, span_at, suffix_span};
use crate::syntax::closing_quote;

const FORM: Policy = Policy::form();

/// As people and tables know them.
const AT_SIGNS: [char; 3] = ['@', '\u{FF20}', '\u{FE6B}'];

/// The complete addresses of a text, in order.
///
/// A token stands between white space or `, ; | < > ( ) "`; a quoted local part is none, whatever it holds.
pub(super) fn complete_addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    tokens(text).filter_map(|token| complete(text, &token))
}

/// Whether the text is a list: two of its members hold a complete address each.
pub(super) fn holds_several(text: &str) -> bool {
    if text.bytes().filter(|byte| *byte == b'@').nth(1).is_none() {
        return false;
    }
    let mut before: Option<Range<usize>> = None;
    members(text, Folds::Split)
        .filter(|member| {
            text.get(member.clone()).is_some_and(|text| complete_addresses(text).next().is_some())
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
    let token = behind.get(..behind.find(is_delimiter)?)?;
    let domain = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    FORM.is_valid(&format!("a@{domain}")).then(|| span_at(at, "@".len().saturating_add(domain.len())).end)
}

fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut position = 0;
    // A quote that nothing closes: no later one is looked up, so that the work stays linear.
    let mut exhausted = false;
    // Where the last one ends: all quotes before that are of its quoted pairs, and would end there as well.
    let mut quote_end = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = text.get(position..)?;
            let first = rest.chars().next()?;
            let may_open = first == '"' && !exhausted && position >= quote_end;
            let quoted = if may_open { closing_quote(rest) } else { None };
            exhausted |= may_open && quoted.is_none();
            if let Some(length) = quoted {
                quote_end = span_at(position, length).end.saturating_sub(1);
            }
            if let Some(length) = quoted.filter(|length| is_local_part(rest, *length)) {
                let quotes = span_at(position, length);
                // What the quotes end goes with them.
                position = span_at(quotes.end, token_length(text.get(quotes.end..)?)).end;
            } else if is_delimiter(first) {
                position = char_span(position, first).end;
            } else {
                let token = span_at(position, token_length(rest));
                position = token.end;
                return Some(token);
            }
        }
    })
}

fn token_length(text: &str) -> usize {
    text.find(is_delimiter).unwrap_or(text.len())
}

/// Whether an `@` follows the quoted string of that length.
fn is_local_part(text: &str, quoted: usize) -> bool {
    text.get(quoted..).is_some_and(|rest| rest.starts_with('@'))
}

fn is_delimiter(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|' | '<' | '>' | '(' | ')' | '"' | '\u{3001}' | '\u{60C}')
}

/// The address that a token is, without the punctuation, `mailto:`, or `Word:` around it.
fn complete(text: &str, token: &Range<usize>) -> Option<Range<usize>> {
    let mut start = token.start;
    for _ in 0..2 {
        let range = bare(text, start..token.end);
        let candidate = text.get(range.clone())?;
        if !candidate.contains(AT_SIGNS) {
            return None;
        }
        if FORM.is_valid(candidate) || mapped(candidate).is_some_and(|text| FORM.is_valid(text.as_str())) {
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
    (!is_unmarked(candidate)).then(|| survey(candidate, None).text)
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
