//! The order in which people see the characters of a text (UAX #9).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use icu_properties::CodePointMapData;
use icu_properties::props::{BidiClass, BidiMirroringGlyph, GeneralCategory, GeneralCategoryGroup};
use unicode_bidi::{BidiInfo, Level};

use super::is_right_to_left;

/// The text from left to right as it is displayed in a left-to-right paragraph: UAX #9 up to rule L2, marks behind
/// their letters (L3), and mirrored characters as their mirrors (L4). This is the first half of `bidiSkeleton(LTR, X)`
/// (UTS #39 4).
pub(crate) fn display_order(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_right_to_left) {
        return Cow::Borrowed(text);
    }
    let classes = CodePointMapData::<BidiClass>::new();
    let info = BidiInfo::new_with_data_source(&classes, text, Some(Level::ltr()));
    let mut displayed = String::with_capacity(text.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_reversed = levels.get(run.start).is_some_and(Level::is_rtl);
            let run = text.get(run).unwrap_or_default();
            if is_reversed {
                push_reversed(&mut displayed, run);
            } else {
                displayed.push_str(run);
            }
        }
    }
    Cow::Owned(displayed)
}

/// Writes the last character first, its marks behind it, each as its mirror.
fn push_reversed(displayed: &mut String, run: &str) {
    let mut marks = Vec::new();
    for c in run.chars().rev() {
        if is_mark(c) {
            marks.push(c);
            continue;
        }
        displayed.push(CodePointMapData::<BidiMirroringGlyph>::new().get(c).mirroring_glyph.unwrap_or(c));
        displayed.extend(marks.drain(..).rev());
    }
    displayed.extend(marks.into_iter().rev());
}

pub(crate) fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

#[cfg(test)]
mod tests {
    use super::display_order;

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
            assert_eq!(display_order(text), expected, "{text}");
        }
    }
}
