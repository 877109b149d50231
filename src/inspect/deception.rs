//! What deceives: lookalikes, mixed scripts and digits, marks out of place (UTS #39).

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::compatibility::{is_compatibility_character, is_everyday_letter};
use super::placed::{Placed, Places, content_of};
use super::subject::{Origin, Subject};
use crate::finding::{Detail, Edit, Finding, FindingKind, Fix, LATIN};
use crate::known::writes_in;
use crate::normalize::{is_a_label, split_labels, to_u_label};
use crate::span::span_at;
use crate::unicode::{
    Mixture, ascii_twin, form, has_mixed_numbers, has_odd_marks, is_decimal_digit, is_latin_or_shared,
    is_restricted, is_word_char, lookalike, looks_ascii, mixture, script_name, sole_script,
};

/// Whether a label in its normal form, of a name below `top`, says something else than it shows: people should see its
/// A-label.
pub(super) fn is_deceptive_label(label: &str, top: &str, is_top: bool) -> bool {
    let label = Placed { text: &to_u_label(label), places: Places::One(0..label.len(), label) };
    let mut findings = Vec::new();
    judge_label(&Origin::Input, &label, top, is_top, &mut findings);
    !findings.is_empty()
}

/// Judges what the local part means: the backslash of a quoted pair parts no word, and what NFC joins is one letter.
pub(super) fn judge_local_part(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(local) = subject.local.filter(|local| !local.text.is_ascii()) else { return };
    let (origin, content) = (&subject.origin, content_of(&local));
    for run in runs(content.as_str()) {
        let word = Placed { text: content.get(&run), places: Places::Traced(&content, run.start) };
        let Some(first) = word.text.chars().next().filter(|_| !word.text.is_ascii()) else {
            continue;
        };
        let is_mixed = is_word_char(first) && is_mixed(word.text);
        if is_mixed {
            findings.push(word.mixed_script(origin));
        }
        if is_word_char(first) {
            judge_word(origin, &word, findings);
        }
        restricted_characters(origin, &word, is_mixed, findings);
    }
}

pub(super) fn judge_labels(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(domain) = subject.domain.filter(|_| !subject.u_labels.is_empty()) else { return };
    let origin = subject.origin;
    let count = subject.u_labels.len();
    let top = subject.name.rsplit('.').next().unwrap_or_default();
    // Where a mapping made or took dots, the whole name is at fault.
    let is_label_by_label = split_labels(domain.text).count() == count;
    let mut written = split_labels(domain.text);
    for (index, (label, u_label)) in subject.name.split('.').zip(subject.u_labels).enumerate() {
        let range = written.next().filter(|_| is_label_by_label).unwrap_or(0..domain.text.len());
        if !is_a_label(label) {
            continue;
        }
        let label_as_written = domain.text.get(range.clone()).unwrap_or_default();
        let range = domain.range(&range);
        let places = if label_as_written == &**u_label {
            Places::From(range.start)
        } else {
            Places::One(range, label_as_written)
        };
        let label = Placed { text: u_label, places };
        judge_label(&origin, &label, top, index.saturating_add(1) == count, findings);
    }
}

fn judge_label(
    origin: &Origin<'_>,
    label: &Placed<'_>,
    top: &str,
    is_top: bool,
    findings: &mut Vec<Finding>,
) {
    let is_mixed = is_mixed(label.text);
    let is_confusable = !is_mixed && !is_top && is_whole_script_confusable(label.text, top);
    if is_mixed {
        findings.push(label.mixed_script(origin));
    }
    if is_confusable {
        let script = label.text.chars().find_map(script_name);
        let finding = origin
            .warning(FindingKind::WholeScriptConfusable, &label.range())
            .with_detail(script.map_or(Detail::None, Detail::Script));
        findings.push(label.twins(origin).into_iter().fold(finding, Finding::with_fix));
    }
    judge_word(origin, label, findings);
    restricted_characters(origin, label, is_mixed || is_confusable, findings);
}

/// Whether a finding speaks of the scripts of the label.
pub(super) fn is_of_odd_script(label: &str, top: &str) -> bool {
    is_mixed(label) || is_whole_script_confusable(label, top)
}

/// Above Moderately Restrictive, or in more than one script and all ASCII to the eye.
fn is_mixed(word: &str) -> bool {
    // What is left out below can only mix what stands beside it.
    if mixture(word.chars()) == Mixture::Single {
        return false;
    }
    match mixture(word.chars().filter(|c| !is_compatibility_character(*c))) {
        Mixture::Single => false,
        Mixture::Loose => true,
        Mixture::WithEastAsian | Mixture::WithRecommended => looks_ascii(word),
    }
}

/// Wholly in one script that is not Latin, all ASCII to the eye, and not at home below the top-level label.
fn is_whole_script_confusable(label: &str, top: &str) -> bool {
    let letters = || label.chars().filter(|c| !c.is_ascii_digit() && *c != '-');
    !is_a_label(top)
        && letters().all(|c| !c.is_ascii())
        && looks_ascii(label)
        && sole_script(letters()).is_some_and(|script| !writes_in(top, script))
}

fn judge_word(origin: &Origin<'_>, word: &Placed<'_>, findings: &mut Vec<Finding>) {
    if has_mixed_numbers(word.text.chars()) {
        findings.push(origin.warning(FindingKind::MixedNumbers, &word.range()));
    }
    if has_odd_marks(word.text) {
        findings.push(origin.warning(FindingKind::CombiningMarks, &word.range()));
    }
}

/// What is said of a character as a whole was said before this, and what is said of a word's script speaks of all its
/// letters that are not Latin.
fn restricted_characters(
    origin: &Origin<'_>,
    word: &Placed<'_>,
    is_of_odd_script: bool,
    findings: &mut Vec<Finding>,
) {
    let has_finding = |c: char| {
        is_compatibility_character(c)
            || lookalike(c).is_some()
            || form(c).is_some()
            || matches!(c, '\u{200C}' | '\u{200D}')
            || is_of_odd_script && !is_latin_or_shared(c)
            || word.is_mapped(c)
    };
    for (range, c) in word.chars() {
        if is_restricted(c) && !is_everyday_letter(c) && !has_finding(c) {
            let finding = origin.warning(FindingKind::RestrictedCharacter, &range);
            findings.push(finding.with_detail(Detail::Char(c)));
        }
    }
}

/// A word of a local part, or a label.
impl Placed<'_> {
    /// Whether what was written in its place has a compatibility character that was mapped to this one and others.
    fn is_mapped(&self, c: char) -> bool {
        let Places::One(_, written) = self.places else { return false };
        let mut odd = written.chars().filter(|c| is_compatibility_character(*c));
        odd.any(|odd| odd.encode_utf8(&mut [0; 4]).nfkc().any(|mapped| mapped == c))
    }

    /// The finding speaks of the first letter that is not of the script of most; where a fix makes Latin of all, of the
    /// first that is not Latin.
    fn mixed_script(&self, origin: &Origin<'_>) -> Finding {
        let twins = self.twins(origin);
        let count = |is_such: fn(char) -> bool| self.text.chars().filter(|c| is_such(*c)).count();
        let is_other = |c: char| script_name(c).is_some() && !is_latin_or_shared(c);
        let (latin, others) = (count(|c| c.is_ascii_alphabetic()), count(is_other));
        let is_latin_odd = latin < others && twins.is_none();
        let is_odd = |c: char| if is_latin_odd { c.is_ascii_alphabetic() } else { is_other(c) };
        let odd = self.chars().find(|(_, c)| latin > 0 && is_odd(*c));
        let first = || self.chars().find(|(_, c)| !c.is_ascii());
        let (range, c) = odd.or_else(first).unwrap_or((self.range(), ' '));
        let finding = origin.warning(FindingKind::MixedScript, &range).with_detail(self.letter(c));
        twins.into_iter().fold(finding, Finding::with_fix)
    }

    /// One of its letters, beside the others: of those in other scripts, the Latin ones first.
    fn letter(&self, c: char) -> Detail {
        let Some(script) = script_name(c) else { return Detail::Char(c) };
        let others = || self.text.chars().filter_map(script_name).filter(|other| *other != script);
        match others().find(|other| *other == LATIN).or_else(|| others().next()) {
            Some(among) => Detail::Letter { c, script, among },
            None => Detail::Char(c),
        }
    }

    /// Each lookalike as its ASCII twin, where all become ASCII. What was written in one place is replaced at once. A digit
    /// at either end is no slip in a word: it may well be a number.
    fn twins(&self, origin: &Origin<'_>) -> Option<Fix> {
        let is_number = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && is_decimal_digit(c));
        if is_number(self.text.chars().next()) || is_number(self.text.chars().next_back()) {
            return None;
        }
        let mut places: Vec<(Range<usize>, String, bool)> = Vec::new();
        for (place, c) in self.chars() {
            let twin = ascii_twin(c)?;
            match places.last_mut() {
                Some((last, twins, is_ascii)) if *last == place => {
                    twins.push(twin);
                    *is_ascii &= c.is_ascii();
                }
                _ => places.push((place, String::from(twin), c.is_ascii())),
            }
        }
        let odd = places.into_iter().filter(|(.., is_ascii)| !is_ascii);
        Some(Fix::confirm(odd.map(|(place, twins, _)| Edit::new(origin.source(&place), twins)).collect()))
    }
}

/// The runs of a text: words of letters, marks, digits and joiners, and what stands between them.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut position = 0;
    core::iter::from_fn(move || {
        let rest = text.get(position..)?;
        let is_word = is_word_char(rest.chars().next()?);
        let length = rest.find(|c| is_word_char(c) != is_word).unwrap_or(rest.len());
        let run = span_at(position, length);
        position = run.end;
        Some(run)
    })
}
