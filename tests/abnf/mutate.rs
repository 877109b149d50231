//! Strings that are almost right: small edits to a given one.

use std::ops::RangeInclusive;

use crate::abnf::prng::Prng;

/// One of each class of characters that some grammar treats in a way of its own, and a few longer pieces that
/// single characters would seldom add up to.
pub(crate) const PIECES: &[&str] = &[
    "@",
    ".",
    "\"",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    ",",
    ";",
    ":",
    "-",
    "_",
    "+",
    " ",
    "\t",
    "\r",
    "\n",
    "\0",
    "\u{1}",
    "\u{7F}",
    "\u{80}",
    "\u{85}",
    "\u{A0}",
    "é",
    "\u{2028}",
    "中",
    "＠",
    "．",
    "\u{10FFFF}",
    "a",
    "Z",
    "f",
    "G",
    "0",
    "9",
    "\r\n ",
    "\r\n\t",
    "\r\n",
    "\\\"",
    "\\\\",
    "\\ ",
    "\\é",
    "\\\0",
    "()",
    "(a)",
    "\"\"",
    "\"a\"",
    "..",
    "@@",
    "--",
    "[1.2.3.4]",
    "[IPv6:",
    "IPv6:",
    "::",
    ":1",
    ":ffff",
    "1.2.3.4",
    "255",
    "256",
    "00",
    "x-y:",
    "xn--",
];

/// Sizes that some grammar draws a line at: a label's or a local part's, a whole address's.
const PART_SIZES: RangeInclusive<usize> = 61..=66;
const WHOLE_SIZES: RangeInclusive<usize> = 250..=258;

/// Edits `source`, seldom more than thrice: writes `pieces` into it, and ends as `other` ends.
pub(crate) fn mutate(source: &str, other: &str, pieces: &[&str], random: &mut Prng) -> String {
    let mut text: Vec<char> = source.chars().collect();
    edit(&mut text, other, pieces, random);
    while random.chance(1, 3) {
        edit(&mut text, other, pieces, random);
    }
    text.into_iter().collect()
}

fn edit(text: &mut Vec<char>, other: &str, pieces: &[&str], random: &mut Prng) {
    match random.below(25) {
        0..=3 => delete(text, random),
        4..=10 => insert(text, pieces, random),
        11..=13 => swap(text, random),
        14..=18 => replace(text, pieces, random),
        19..=21 => duplicate(text, random),
        22 | 23 => splice(text, other, random),
        _ => stretch(text, random),
    }
}

fn delete(text: &mut Vec<char>, random: &mut Prng) {
    if !text.is_empty() {
        text.remove(random.below(text.len()));
    }
}

fn insert(text: &mut Vec<char>, pieces: &[&str], random: &mut Prng) {
    let at = random.below(text.len() + 1);
    text.splice(at..at, random.pick(pieces).chars());
}

fn swap(text: &mut [char], random: &mut Prng) {
    if text.is_empty() {
        return;
    }
    let (first, second) = (random.below(text.len()), random.below(text.len()));
    text.swap(first, second);
}

fn replace(text: &mut Vec<char>, pieces: &[&str], random: &mut Prng) {
    if text.is_empty() {
        return;
    }
    let at = random.below(text.len());
    text.splice(at..=at, random.pick(pieces).chars());
}

/// Writes a part of the text, most often one character, a second time.
fn duplicate(text: &mut Vec<char>, random: &mut Prng) {
    if text.is_empty() {
        return;
    }
    let start = random.below(text.len());
    let length = if random.chance(1, 2) { 1 } else { 1 + random.below(8) };
    let part = text[start..text.len().min(start + length)].to_vec();
    text.splice(start..start, part);
}

/// The start of one string and the end of another.
fn splice(text: &mut Vec<char>, other: &str, random: &mut Prng) {
    let other: Vec<char> = other.chars().collect();
    text.truncate(random.below(text.len() + 1));
    text.extend(&other[random.below(other.len() + 1)..]);
}

/// Brings a part or the whole to a size near a limit.
fn stretch(text: &mut Vec<char>, random: &mut Prng) {
    if random.chance(1, 4) {
        lengthen_whole(text, random);
    } else {
        lengthen_part(text, random);
    }
}

/// Repeats a character until what stands between two separators has a size near the limit of a label and of a
/// local part.
fn lengthen_part(text: &mut Vec<char>, random: &mut Prng) {
    if text.is_empty() {
        return;
    }
    let at = random.below(text.len());
    let is_separator = |char: &char| matches!(char, '.' | '@');
    let before = text[..at].iter().rev().take_while(|char| !is_separator(char)).count();
    let after = text[at..].iter().take_while(|char| !is_separator(char)).count();
    let missing = random.within(&PART_SIZES).saturating_sub(before + after);
    let fill = text[at];
    text.splice(at..at, std::iter::repeat_n(fill, missing));
}

/// Adds labels at the end until the whole has a size near the limit of a path.
fn lengthen_whole(text: &mut Vec<char>, random: &mut Prng) {
    let size: usize = text.iter().map(|char| char.len_utf8()).sum();
    let missing = random.within(&WHOLE_SIZES).saturating_sub(size);
    text.extend(".aaaaaaaaa".chars().cycle().take(missing));
}
