//! The common case of a host name in its normal form, seen at once.

use super::marks::Marks;
use super::sizes::LABEL_MAX;

/// Whether the labels are sound: small letters, digits and hyphens, none of these at an end, and the last label is no
/// number. `false` says no more than that another path has to look: so it is for names in which a label may be too long,
/// or that end with a digit.
pub(crate) fn is_plain_host_name(name: &[u8]) -> bool {
    // In so few octets no label is too long.
    if name.len() > LABEL_MAX {
        return false;
    }
    let Some(marks) = Marks::of(name) else { return false };
    let hyphens = marks.joins & !marks.dots;
    // Where a label starts, and where its end lies one place before.
    let starts = marks.dots << 1 | 1;
    marks.others | marks.ats == 0
        && marks.joins & starts == 0
        && hyphens & marks.dots >> 1 == 0
        && name.last().is_some_and(u8::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::is_plain_host_name;
    use crate::syntax::every_text;

    /// The same, written plainly.
    fn plainly(name: &str) -> bool {
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        };
        name.len() <= 63 && name.split('.').all(is_label) && name.ends_with(|c: char| c.is_ascii_lowercase())
    }

    /// Every text of up to six characters that stand for the classes, at the end of a longer one, where it is seen.
    #[test]
    fn agrees_with_its_plain_twin() {
        for text in &every_text(&['a', 'Z', '7', '-', '.', '@'], 6) {
            for before in ["ana", "a-1.b"] {
                let name = [before, text].concat();
                assert_eq!(is_plain_host_name(name.as_bytes()), plainly(&name), "{name}");
            }
        }
    }

    #[test]
    fn so_few_octets_are_not_looked_at() {
        for name in ["", "a", "a.b"] {
            assert!(!is_plain_host_name(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn sound_names_are_not_looked_at_twice() {
        for name in ["example.com", "a-b.c1.es", "1.com", "xn--mnchen-3ya.de", "a.xn--p1ai"] {
            assert!(is_plain_host_name(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn has_63_octets_at_most() {
        let name = "a.".repeat(32);
        assert!(is_plain_host_name(name.get(..63).unwrap_or_default().as_bytes()));
        assert!(!is_plain_host_name([&name, "a"].concat().as_bytes()));
    }
}
