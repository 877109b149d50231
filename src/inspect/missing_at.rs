//! An at-sign that was lost, or written in words: where it likely stood.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::order::sort_by_numbers;
use crate::known::{distinctive_names, endings_of, is_common_domain, provider_of};
use crate::policy::Policy;
use crate::span::{span_at, suffix_span};
use crate::unicode::is_white_space;

const FORM: Policy = Policy::form();

/// Words and entities for the at-sign; the bare words stand between spaces.
const AT_WORDS: [&str; 13] = [
    "(at)", "[at]", "{at}", "(arroba)", "[arroba]", "{arroba}", "%40", "&#64;", "&#064;", "&#x40;",
    "&commat;", " at ", " arroba ",
];

/// Words for the dot, in a text that has one for the at-sign.
const DOT_WORDS: [&str; 8] = ["(dot)", "[dot]", "{dot}", "(punto)", "[punto]", "{punto}", " dot ", " punto "];

/// What a site's name starts with: no local part was lost there.
const SITE_PREFIXES: [&str; 4] = ["www.", "mail.", "m.", "accounts."];

/// Replacements in a text, in its order.
#[derive(Debug)]
pub(super) struct Slip {
    /// What stands for the at-sign, or the empty place where it was.
    pub(super) at: Range<usize>,
    pub(super) edits: Vec<(Range<usize>, &'static str)>,
}

/// What likely makes an address of a text that has no at-sign.
pub(super) fn slip(text: &str) -> Option<Slip> {
    let slip = in_words(text).or_else(|| before_provider(text))?;
    FORM.is_valid(&with_edits(text, &slip.edits)).then_some(slip)
}

/// The address that it likely makes.
pub(super) fn meant(text: &str) -> Option<String> {
    slip(text).map(|slip| with_edits(text, &slip.edits))
}

/// Whether an address stands in the text whose at-sign was lost, or written as a word with a dotted name behind it.
pub(super) fn is_address_in_words(text: &str) -> bool {
    let names_domain = |at: &Range<usize>| {
        let behind = text.get(at.end..).and_then(|behind| behind.split(is_white_space).next());
        behind.is_some_and(is_dotted_name)
    };
    words(text, &AT_WORDS).iter().any(names_domain) || slip(text).is_some()
}

/// Whether the text is labels with dots between them, of which the last is a word: `S.L.` is none.
fn is_dotted_name(text: &str) -> bool {
    let name = text.trim_matches(|c: char| !c.is_alphanumeric());
    name.rsplit_once('.')
        .is_some_and(|(_, last)| last.chars().all(char::is_alphabetic) && last.chars().nth(1).is_some())
}

/// What becomes of a text with words for the dots of its domain: `ana@example dot com`.
pub(super) fn dots_in_words(text: &str) -> Option<Vec<(Range<usize>, &'static str)>> {
    let at = text.find('@')?;
    let edits: Vec<_> =
        words(text, &DOT_WORDS).into_iter().filter(|word| word.start > at).map(|word| (word, ".")).collect();
    (!edits.is_empty() && FORM.is_valid(&with_edits(text, &edits))).then_some(edits)
}

/// `ana (at) example dot com`
fn in_words(text: &str) -> Option<Slip> {
    let ats = words(text, &AT_WORDS);
    let [at] = ats.as_slice() else { return None };
    let mut edits: Vec<_> = words(text, &DOT_WORDS).into_iter().map(|word| (word, ".")).collect();
    edits.push((at.clone(), "@"));
    // Who encoded the at-sign encoded the space in front.
    let front = text.len().saturating_sub(text.trim_start_matches("%20").len());
    if front > 0 && text.get(at.clone()) == Some("%40") {
        edits.push((0..front, ""));
    }
    sort_by_numbers(&mut edits, |(range, _)| (range.start, 0));
    Some(Slip { at: at.clone(), edits })
}

/// Where one of the words stands, with the spaces around it. Two of the same share no space, others may: then nothing
/// good comes of them.
fn words<const N: usize>(text: &str, words: &[&str; N]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut ends = [0_usize; N];
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| starts_word(*byte)) {
        for (word, end) in words.iter().zip(&mut ends) {
            let place = span_at(at, word.len());
            let is_there = text.get(place.clone()).is_some_and(|text| text.eq_ignore_ascii_case(word));
            if is_there && *end <= at {
                *end = place.end;
                found.push(with_spaces(text, place));
            }
        }
    }
    sort_by_numbers(&mut found, |range| (range.start, 0));
    found.dedup();
    found
}

/// Each of the words starts with one of these.
const fn starts_word(byte: u8) -> bool {
    matches!(byte, b'(' | b'[' | b'{' | b'%' | b'&' | b' ')
}

fn with_spaces(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    before.trim_end_matches(' ').len()..suffix_span(text, after.trim_start_matches(' ')).start
}

/// A provider's domain at the end, behind what was typed for the at-sign, or behind nothing.
fn before_provider(text: &str) -> Option<Slip> {
    let lower = text.to_ascii_lowercase();
    let is_site = SITE_PREFIXES.iter().any(|prefix| lower.starts_with(prefix));
    if is_site || provider_of(&lower).is_some() || is_common_domain(&lower) {
        return None;
    }
    let at = mistyped_at(&lower).or_else(|| lost_at(&lower))?;
    if is_number(&lower, &at) {
        return None;
    }
    Some(Slip { edits: alloc::vec![(at.clone(), "@")], at })
}

/// The `2`, `#` or `"` that share a key with the at-sign on some keyboard.
fn mistyped_at(text: &str) -> Option<Range<usize>> {
    let at = span_at(text.rfind(['2', '#', '"'])?, 1);
    let domain = text.get(at.end..)?;
    let name = domain.split('.').next()?;
    // Before a word of some language a 2 may well be meant.
    let is_word = text.get(at.clone())? == "2" && name.len() < 5 && !is_short_name(name);
    (provider_of(domain).is_some() && !is_word).then_some(at)
}

/// A `2` behind another digit: a digit of the local part, or the at-sign. Of two alike and no more the last is the
/// at-sign: nobody means one and strikes it twice.
fn is_number(text: &str, at: &Range<usize>) -> bool {
    let ends_in_digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let before = text.get(..at.start).unwrap_or_default();
    let is_doubled = before.strip_suffix('2').is_some_and(|before| !ends_in_digit(before));
    text.get(at.clone()) == Some("2") && ends_in_digit(before) && !is_doubled
}

/// Short names of providers that are no word.
fn is_short_name(name: &str) -> bool {
    matches!(name, "aol" | "gmx" | "msn")
}

/// The place before a distinctive name, with the dot that stands there.
fn lost_at(text: &str) -> Option<Range<usize>> {
    text.match_indices('.').find_map(|(dot, _)| {
        let (start, end) = text.split_at_checked(dot)?;
        let (name, before) = distinctive_names().find_map(|name| Some((name, start.strip_suffix(name)?)))?;
        let ending = end.strip_prefix('.')?;
        let local = before.strip_suffix('.').unwrap_or(before);
        let is_domain = !local.is_empty() && endings_of(name).any(|own| own == ending);
        is_domain.then_some(local.len()..before.len())
    })
}

fn with_edits(text: &str, edits: &[(Range<usize>, &'static str)]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut position = 0;
    for (range, replacement) in edits {
        edited.push_str(text.get(position..range.start).unwrap_or_default());
        edited.push_str(replacement);
        position = range.end.max(position);
    }
    edited.push_str(text.get(position..).unwrap_or_default());
    edited
}

#[cfg(test)]
mod tests {
    use super::{slip, with_edits};

    #[test]
    fn lost_at_signs() {
        let cases = [
            ("ana(at)example.com", Some("ana@example.com")),
            ("ana AT example DOT com", Some("ana@example.com")),
            ("ana arroba example punto com", Some("ana@example.com")),
            ("ana%40example.com", Some("ana@example.com")),
            ("%20ana%40example.com", Some("ana@example.com")),
            ("ana2gmail.com", Some("ana@gmail.com")),
            ("ana#yahoo.es", Some("ana@yahoo.es")),
            ("ana.gmail.com", Some("ana@gmail.com")),
            ("anahotmail.com", Some("ana@hotmail.com")),
            ("ana.example.com", None),
            ("ana&#064;example.com", Some("ana@example.com")),
            ("ana22gmail.com", Some("ana2@gmail.com")),
            ("ana12gmail.com", None),
            ("ana122gmail.com", None),
            ("ana222gmail.com", None),
            ("speak2me.com", None),
            ("hotmail.com", None),
            ("rocketmail.com", None),
            ("www.gmail.com", None),
            ("mail.yahoo.com", None),
            ("meet me at example.com", None),
        ];
        for (text, expected) in cases {
            let meant = slip(text).map(|slip| with_edits(text, &slip.edits));
            assert_eq!(meant.as_deref(), expected, "{text}");
        }
    }
}
