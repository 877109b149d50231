//! What a text looks like whose characters are not displayed in their order (UAX #9).

use alloc::string::String;
use alloc::vec::Vec;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiMirroringGlyph;
use unicode_bidi::{BidiInfo, Level};

use super::confusable::skeleton_chars;
use super::icu::BIDI_CLASS;
use super::{is_mark, is_right_to_left};

/// `bidiSkeleton(LTR, X)` of UTS #39 4: the skeleton of the text as it is displayed in a left-to-right paragraph.
///
/// A prototype of several letters (U+0648 U+0674 for U+0676) stands in Unicode's data as it is read, and so is turned
/// around with its run: else one who writes the letters would not be a twin of one who writes the character.
pub(crate) fn bidi_skeleton(text: &str) -> String {
    if !text.chars().any(is_right_to_left) {
        return skeleton_chars(text).collect();
    }
    skeleton_chars(&displayed(text, |run| skeleton_chars(run).collect())).collect()
}

/// The text from left to right: UAX #9 up to rule L2, marks behind their letters (L3), and mirrored characters as their
/// mirrors (L4). What is read from right to left is rewritten before it is turned around.
fn displayed(text: &str, rewrite: impl Fn(&str) -> String) -> String {
    let info = BidiInfo::new_with_data_source(&BIDI_CLASS, text, Some(Level::ltr()));
    let mut displayed = String::with_capacity(text.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_reversed = levels.get(run.start).is_some_and(Level::is_rtl);
            let run = text.get(run).unwrap_or_default();
            if is_reversed {
                let mirrored: String = run.chars().map(mirror).collect();
                push_reversed(&mut displayed, &rewrite(&mirrored));
            } else {
                displayed.push_str(run);
            }
        }
    }
    displayed
}

/// Writes the last character first, its marks behind it.
fn push_reversed(displayed: &mut String, run: &str) {
    let mut marks = Vec::new();
    for c in run.chars().rev() {
        if is_mark(c) {
            marks.push(c);
        } else {
            displayed.push(c);
            displayed.extend(marks.drain(..).rev());
        }
    }
    displayed.extend(marks.into_iter().rev());
}

fn mirror(c: char) -> char {
    CodePointMapData::<BidiMirroringGlyph>::new().get(c).mirroring_glyph.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_as_they_are_displayed() {
        let cases = [
            ("ana", "ana"),
            ("אבג", "גבא"),
            ("a1אב", "a1בא"),
            ("אב1", "1בא"),
            ("א{ב}", "{ב}א"),
            ("שָׁלוֹם", "םוֹלשָׁ"),
            ("אב.גד", "דג.בא"),
            ("a.אב", "a.בא"),
            ("\u{628}\u{661}\u{662}", "\u{661}\u{662}\u{628}"),
        ];
        for (text, expected) in cases {
            assert_eq!(displayed(text, |run| String::from(run)), expected, "{text}");
        }
    }

    #[test]
    fn one_character_and_its_letters_are_twins_in_either_direction() {
        for (one, letters) in [("\u{676}", "\u{648}\u{674}"), ("װ", "וו"), ("ﬀ", "ff"), ("é", "e\u{301}")]
        {
            assert_eq!(bidi_skeleton(one), bidi_skeleton(letters), "{one}");
            assert_eq!(
                bidi_skeleton(&alloc::format!("a{one}z")),
                bidi_skeleton(&alloc::format!("a{letters}z")),
                "{one}",
            );
        }
    }
}
