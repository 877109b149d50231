//! Addresses that nothing but white space, a slash or a bar parts, as in a column that was pasted into a line.

use core::ops::Range;

use super::complete::is_complete;
use crate::policy::Policy;
use crate::span::{shifted, suffix_span};
use crate::unicode::{is_at_sign, is_white_space};

/// Whether the text is two bare complete addresses or more, side by side. Beside a name nobody knows whose they are.
pub(super) fn are_side_by_side(policy: &Policy, text: &str) -> bool {
    text.chars().filter(|c| is_at_sign(*c)).nth(1).is_some()
        && bare(text).all(|range| text.get(range).is_some_and(|text| is_complete(policy, text)))
        && bare(text).nth(1).is_some()
}

/// Where they stand. A slash is a word of its own.
pub(super) fn bare(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text;
    core::iter::from_fn(move || {
        loop {
            let start = rest.trim_start_matches(parts);
            let end = start.find(parts).unwrap_or(start.len());
            let (word, behind) = start.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
            rest = behind;
            if word != "/" {
                return Some(shifted(&(0..word.len()), suffix_span(text, start).start));
            }
        }
    })
}

fn parts(c: char) -> bool {
    c == '|' || is_white_space(c)
}

#[cfg(test)]
mod tests {
    use super::are_side_by_side;
    use crate::policy::Policy;

    #[test]
    fn only_bare_addresses_part() {
        for (text, expected) in [
            ("a@b.co c@d.co", true),
            ("a@b.co\tc@d.co\u{A0}e@f.co", true),
            ("a@b.co / c@d.co", true),
            ("a@b.co|c@d.co", true),
            ("a@b.co | c@d.co.", true),
            ("mailto:a@b.co mailto:c@d.co", true),
            ("a@b.co c\u{FF20}d.co", true),
            ("a@b.co", false),
            ("a@b.co/c@d.co", false),
            ("Ana a@b.co c@d.co", false),
            ("a@b.co c@d.co Bob", false),
            ("a@b.co <c@d.co>", false),
            ("a@b.co (c@d.co)", false),
            ("a@b.co \"c@d.co\"", false),
            ("a@b.co 'c@d.co'", false),
            ("\"a@b.co c@d.co\"@e.co", false),
            ("a@b.co / / c@d.co", true),
        ] {
            assert_eq!(are_side_by_side(&Policy::form(), text), expected, "{text}");
        }
        assert!(are_side_by_side(&Policy::smtp(), "root@localhost ana@b.co"));
    }
}
