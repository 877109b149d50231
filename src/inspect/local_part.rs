//! What is odd about a local part that is sound.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfkc};

use super::order::sort_by_numbers;
use super::percent::escaped_char;
use super::placed::{Placed, Places, content_of};
use super::subject::{Origin, Part, Subject};
use super::url_prefix;
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, Severity};
use crate::known::{Rules, has_own_characters, provider_in, rules_of};
use crate::normalize::LocalPart;
use crate::span::{are_overlapping, char_span, span_at, suffix_span};
use crate::syntax::{Scan, is_quoted};
use crate::unicode::is_mark;

/// What an encoded word starts with.
const WORD_START: &str = "=?";

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(local) = subject.local else { return };
    if is_plain(local.text) {
        return;
    }
    let origin = subject.origin;
    if local.text.contains('?') {
        encoded_words(&origin, &local, findings);
    }
    if !is_quoted(local.text) {
        judge_stored(subject, &Placed { text: local.text, places: Places::From(local.start) }, findings);
    } else if LocalPart::new(local.text).needs_quotes() {
        findings.extend(risky_quoting(&origin, &local));
    } else {
        // Redundant quotes are not stored, nor are the backslashes in them.
        let content = content_of(&local);
        let local = Placed { text: content.as_str(), places: Places::Traced(&content, 0) };
        judge_stored(subject, &local, findings);
    }
}

/// Judges what is stored without quotes.
fn judge_stored(subject: &Subject<'_>, local: &Placed<'_>, findings: &mut Vec<Finding>) {
    let origin = subject.origin;
    if local.text.starts_with('\'') && !local.text.bytes().skip(1).any(|byte| byte == b'\'') {
        let quote = local.place(&(0..1));
        let fix = Fix::confirm(origin.deletions(&quote));
        findings.push(origin.warning(FindingKind::LeadingPunctuation, &quote).with_fix(fix));
    }
    findings.extend(url_prefix::site(&origin, local));
    if local.text.as_bytes().windows(2).any(|pair| pair == b"--") {
        findings.extend(a_labels(&origin, local));
    }
    if local.text.contains('%') {
        percent_encoding(&origin, local, findings);
    }
    // One finding for one fault: a false letter is no letter of the provider's either.
    let is_deceptive = findings.iter().any(|finding| finding.kind() == FindingKind::MixedScript);
    if subject.domain.is_some()
        && !is_deceptive
        && let Some(Rules { characters: Some(characters), tag, .. }) = rules_of(subject.name)
    {
        findings.extend(provider_rule(&origin, local, (characters, *tag), findings));
    }
}

/// Whether nothing is said of the local part of a clean text whose domain stands there among the providers'; `false` says
/// that [`judge`] has to look.
#[inline(always)]
pub(super) fn is_unremarkable(text: &str, scan: Scan, provider: Option<usize>) -> bool {
    if scan.is_local_part_plain {
        // A shorter local part has the `@` in it.
        return !text.starts_with(url_prefix::SITE);
    }
    let Some((local, _)) = text.split_at_checked(scan.at()) else { return false };
    match local.bytes().next() {
        Some(b'\'') => false,
        Some(b'w' | b'W') if local.get(..url_prefix::SITE.len()).is_some_and(url_prefix::is_site) => false,
        _ => {
            // Percent-encoding, or an encoded word.
            !local.as_bytes().contains(&b'%')
                && !local.as_bytes().contains(&b'?')
                && !provider.and_then(provider_in).is_some_and(has_own_characters)
        }
    }
}

/// The common case, of which nothing is said: ASCII letters, digits and dots, which every provider's rules take, without
/// the start of a site's name.
fn is_plain(local: &str) -> bool {
    local.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        && !local.get(..url_prefix::SITE.len()).is_some_and(url_prefix::is_site)
}

/// Punctuation in quotes that mailers have routed by (nodemailer 1766, GHSA-mm7p-fcc7-pg87).
fn risky_quoting(origin: &Origin<'_>, local: &Part<'_>) -> Option<Finding> {
    let is_risky = local.text.contains(['@', '<', '>', ',', ';', ':', ' ']);
    is_risky.then(|| origin.warning(FindingKind::RiskyQuoting, &local.whole()))
}

/// Each `=?charset?encoding?text?=` (RFC 2047 2), wherever it stands: some mailers decode it there.
fn encoded_words(origin: &Origin<'_>, local: &Part<'_>, findings: &mut Vec<Finding>) {
    let mut rest = local.text;
    while let Some((_, behind)) = rest.split_once(WORD_START) {
        rest = behind;
        let Some(payload) = encoded_payload(behind) else { continue };
        // What nothing ends here, nothing ends further on.
        let Some((_, after)) = payload.split_once("?=") else { return };
        let start = suffix_span(local.text, behind).start.saturating_sub(WORD_START.len());
        let word = start..suffix_span(local.text, after).start;
        findings.push(origin.warning(FindingKind::EncodedWord, &local.range(&word)));
        rest = after;
    }
}

/// What stands behind `charset?encoding?`, if that is what the text starts with.
fn encoded_payload(text: &str) -> Option<&str> {
    let (charset, rest) = text.split_once('?')?;
    let payload = rest.strip_prefix(['q', 'Q', 'b', 'B'])?.strip_prefix('?')?;
    (!charset.is_empty()).then_some(payload)
}

/// Atoms that start with `xn--`, which some mailers decode.
fn a_labels(origin: &Origin<'_>, local: &Placed<'_>) -> Vec<Finding> {
    let mut start = 0;
    let mut findings = Vec::new();
    for atom in local.text.split('.') {
        let span = span_at(start, atom.len());
        start = span.end.saturating_add(1);
        if atom.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--")) {
            findings.push(origin.warning(FindingKind::ALabelLocalPart, &local.place(&span)));
        }
    }
    findings
}

/// What a link or a form encoded: `%20` in front, `%2B`, letters in UTF-8; `%20` inside and `%40` without a fix.
fn percent_encoding(origin: &Origin<'_>, local: &Placed<'_>, findings: &mut Vec<Finding>) {
    let plain = local.text.trim_start_matches("%20");
    let mut position = suffix_span(local.text, plain).start;
    if position > 0 {
        let range = local.place(&(0..position));
        let finding = origin.warning(FindingKind::PercentEncoding, &range);
        let fix = Fix::confirm(origin.deletions(&range));
        findings.push(if plain.is_empty() { finding } else { finding.with_fix(fix) });
    }
    while let Some(rest) = local.text.get(position..)
        && let Some(offset) = rest.find('%')
    {
        let start = position.saturating_add(offset);
        let Some((c, length)) = local.text.get(start..).and_then(escaped_char) else {
            position = span_at(start, "%".len()).end;
            continue;
        };
        let escape = span_at(start, length);
        position = escape.end;
        let range = local.place(&escape);
        let finding = origin.warning(FindingKind::PercentEncoding, &range);
        match c {
            '+' => findings.push(finding.with_fix(origin.replacement(&range, "+"))),
            ' ' | '@' => findings.push(finding),
            c if !c.is_ascii() && c.is_alphabetic() => {
                let mut buffer = [0; 4];
                let letter = &*c.encode_utf8(&mut buffer);
                // Another form of a letter is refused, or asked about in its turn.
                let fix = is_nfkc(letter).then(|| origin.replacement(&range, letter));
                findings.push(match fix {
                    Some(fix) => finding.with_fix(fix),
                    None => finding,
                });
            }
            _ => {}
        }
    }
}

/// Characters that the provider's documented rules exclude and that have no finding of their own; a fix where they are
/// accented letters.
fn provider_rule(
    origin: &Origin<'_>,
    local: &Placed<'_>,
    (characters, tag): (&str, Option<char>),
    findings: &[Finding],
) -> Option<Finding> {
    let user = match tag {
        Some(tag) => local.text.split(tag).next().unwrap_or(local.text),
        None => local.text,
    };
    let is_excluded = |c: &char| !c.is_ascii_alphanumeric() && !characters.contains(*c);
    let warnings = findings.iter().filter(|finding| finding.severity() == Severity::Warning);
    let mut told: Vec<_> = warnings.map(Finding::span).collect();
    sort_by_numbers(&mut told, |span| (span.start, span.end));
    // A longer one may hold those that start behind its start.
    let mut end = 0;
    for span in &mut told {
        end = end.max(span.end);
        span.end = end;
    }
    let is_told = |place: &Range<usize>| {
        let before = told.partition_point(|span| span.start < place.end);
        told.get(..before).and_then(|told| told.last()).is_some_and(|span| are_overlapping(span, place))
    };
    let mut all = user.char_indices().filter(|(_, c)| is_excluded(c));
    let (at, excluded) = all.find(|(at, c)| !is_told(&origin.source(&local.place(&char_span(*at, *c)))))?;
    let range = local.place(&char_span(at, excluded));
    let finding = origin.warning(FindingKind::ProviderRule, &range).with_detail(Detail::Char(excluded));
    let edits: Option<Vec<Edit>> = accents(user)
        .map(|(start, end, base)| {
            let is_mended = base.is_ascii_alphanumeric() || characters.contains(base);
            is_mended.then(|| {
                let source = origin.source(&local.place(&(start..end)));
                (start, end, Edit::new(source, String::from(base)))
            })
        })
        .filter(|edit| {
            edit.as_ref().is_none_or(|(start, end, edit)| user.get(*start..*end) != Some(edit.replacement()))
        })
        .map(|edit| edit.map(|(.., edit)| edit))
        .collect();
    Some(match edits {
        Some(edits) if !edits.is_empty() => finding.with_fix(Fix::confirm(edits)),
        _ => finding,
    })
}

/// Each letter with its accents: where it starts and ends, and its base.
fn accents(text: &str) -> impl Iterator<Item = (usize, usize, char)> + '_ {
    let mut chars = text.char_indices().peekable();
    core::iter::from_fn(move || {
        let (start, c) = chars.next()?;
        let mut end = char_span(start, c).end;
        while let Some((at, mark)) = chars.next_if(|(_, next)| is_mark(*next)) {
            end = char_span(at, mark).end;
        }
        Some((start, end, c.encode_utf8(&mut [0; 4]).nfd().next().unwrap_or(c)))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_plain, is_unremarkable};
    use crate::policy::Policy;

    #[test]
    fn letters_digits_and_dots_are_plain() {
        assert!(["ana", "ana.gil1", "wwwana"].into_iter().all(is_plain));
        assert!(!["ana+x", "www.ana", "josé"].into_iter().any(is_plain));
    }

    #[test]
    fn the_common_local_part_is_unremarkable() {
        for (input, expected) in [
            ("ana@example.es", true),
            ("ana+x@example.es", true),
            ("w+ana@example.es", true),
            ("www.ana@example.es", false),
            ("'ana@example.es", false),
            ("ana%20@example.es", false),
        ] {
            let scan = Policy::form().scan(input).expect("it is clean");
            assert_eq!(is_unremarkable(input, scan, None), expected, "{input}");
        }
    }
}
