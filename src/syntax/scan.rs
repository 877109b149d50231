//! The common case in one pass: an ASCII dot-string at a host name.

use super::chars::is_ascii_atext;
use super::marks::{Marks, WINDOW};
use super::sizes::{ADDRESS_MAX, LABEL_MAX, LOCAL_PART_MAX};

/// What one pass over a clean ASCII address has seen. Its at most 254 octets are counted in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scan {
    at: u8,
    first_dot: u8,
    last_dot: u8,
    /// The local part is small letters, digits and dots.
    pub(crate) is_local_part_plain: bool,
    /// There is a capital in the domain.
    pub(crate) has_capital: bool,
}

#[cfg_attr(not(feature = "suggest"), allow(dead_code, reason = "slips are not looked for"))]
impl Scan {
    /// Where the `@` stands, in bytes of the text.
    pub(crate) fn at(self) -> usize {
        self.at.into()
    }

    /// Where the first dot of the domain stands, in bytes of the text.
    pub(crate) fn first_dot(self) -> usize {
        self.first_dot.into()
    }

    /// Where its last dot stands.
    pub(crate) fn last_dot(self) -> usize {
        self.last_dot.into()
    }
}

/// What every policy, every grammar and every browser takes: an ASCII dot-string, then two labels or more, within the
/// sizes of RFC 5321. Dots, hyphens and the `@` stand one by one (two hyphens start what may be an A-label), none at an
/// end, and the last character is a letter. `None` says no more than that another path has to look.
#[inline(always)]
pub(crate) fn scan(text: &str) -> Option<Scan> {
    let bytes = text.as_bytes();
    if bytes.len() > WINDOW {
        return long(bytes);
    }
    let marks = Marks::of(bytes)?;
    is_clean_window(bytes, &marks).then(|| {
        let local = before(marks.ats);
        let dots = marks.dots & !local;
        Scan {
            at: octet(marks.ats.trailing_zeros()),
            first_dot: octet(dots.trailing_zeros()),
            last_dot: octet(dots.checked_ilog2().unwrap_or_default()),
            is_local_part_plain: is_plain(&marks, local),
            has_capital: marks.others & !local != 0,
        }
    })
}

/// Whether [`scan`] gives anything.
#[inline]
pub(crate) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.len() {
        ..=WINDOW => Marks::of(bytes).is_some_and(|marks| is_clean_window(bytes, &marks)),
        _ => long(bytes).is_some(),
    }
}

/// In so few bytes no part is too long.
#[inline]
fn is_clean_window(bytes: &[u8], marks: &Marks) -> bool {
    marks.ats.is_power_of_two()
        && marks.dots > marks.ats
        && marks.joins & (marks.joins << 1 | 1) == 0
        && bytes.last().is_some_and(u8::is_ascii_alphabetic)
        && (marks.others == 0 || are_taken(bytes, 0, marks.others, !before(marks.ats)))
}

/// The same of more than one window: whole ones, then what is left.
#[inline(never)]
fn long(bytes: &[u8]) -> Option<Scan> {
    if bytes.len() > ADDRESS_MAX || !bytes.last()?.is_ascii_alphabetic() {
        return None;
    }
    let windows = windows(bytes)?;
    let at = only_at(&windows)?;
    // The local part lies within the first window.
    let mut local = before(1_u64.checked_shl(u32::try_from(at).ok()?).unwrap_or_default());
    let is_local_part_plain = is_plain(windows.first()?, local);
    let mut first_dot = at;
    let mut last_dot = at;
    let mut joined_before = 1;
    let mut capitals = 0;
    for (start, marks) in (0..bytes.len()).step_by(WINDOW).zip(&windows) {
        if marks.joins & (marks.joins << 1 | joined_before) != 0
            || marks.others != 0 && !are_taken(bytes, start, marks.others, !local)
        {
            return None;
        }
        joined_before = marks.joins >> (WINDOW - 1);
        capitals |= marks.others & !local;
        let dots = marks.dots & !local;
        local = 0;
        if let Some(last) = dots.checked_ilog2() {
            let first = start.saturating_add(index(dots.trailing_zeros()));
            if first.saturating_sub(last_dot) > LABEL_MAX + 1 {
                return None;
            }
            if first_dot == at {
                first_dot = first;
            }
            last_dot = start.saturating_add(index(last));
        }
    }
    (last_dot > at && bytes.len().saturating_sub(last_dot) <= LABEL_MAX + 1).then_some(Scan {
        at: u8::try_from(at).ok()?,
        first_dot: u8::try_from(first_dot).ok()?,
        last_dot: u8::try_from(last_dot).ok()?,
        is_local_part_plain,
        has_capital: capitals != 0,
    })
}

/// The marks of a text, a window each.
#[inline]
fn windows(bytes: &[u8]) -> Option<[Marks; ADDRESS_MAX.div_ceil(WINDOW)]> {
    let mut windows = [Marks::NONE; ADDRESS_MAX.div_ceil(WINDOW)];
    let mut rest = windows.iter_mut();
    let (whole, left) = bytes.as_chunks::<WINDOW>();
    for (window, marks) in whole.iter().zip(rest.by_ref()) {
        *marks = Marks::of_window(window);
    }
    if !left.is_empty() {
        // Too few bytes to be read alone are the end of a window that overlaps the one before.
        *rest.next()? = match Marks::of(left) {
            Some(marks) => marks,
            None => Marks::of_window(bytes.last_chunk()?).without_first(WINDOW.saturating_sub(left.len())),
        };
    }
    Some(windows)
}

/// Where the only `@` stands, if that is within reach of a local part.
#[inline]
fn only_at(windows: &[Marks; 4]) -> Option<usize> {
    const { assert!(LOCAL_PART_MAX == WINDOW, "the second window has its place at its start") };
    match windows.map(|marks| marks.ats) {
        [first, 0, 0, 0] if first.is_power_of_two() => Some(index(first.trailing_zeros())),
        [0, 1, 0, 0] => Some(LOCAL_PART_MAX),
        _ => None,
    }
}

/// The bits before the only one that is set.
const fn before(bit: u64) -> u64 {
    bit.wrapping_sub(1)
}

/// Whether there are only small letters, digits and dots in the local part.
const fn is_plain(marks: &Marks, local: u64) -> bool {
    (marks.others | marks.joins & !marks.dots) & local == 0
}

/// Whether the marked bytes of the window that starts there are capitals, or in the local part atext.
#[inline(never)]
fn are_taken(bytes: &[u8], start: usize, mut others: u64, domain: u64) -> bool {
    while others != 0 {
        let at = others.trailing_zeros();
        others &= others.wrapping_sub(1);
        let is_taken = bytes.get(start.saturating_add(index(at))).is_some_and(|byte| {
            if domain >> at & 1 == 1 { byte.is_ascii_uppercase() } else { is_ascii_atext(*byte) }
        });
        if !is_taken {
            return false;
        }
    }
    true
}

/// A place in a window.
const fn index(bit: u32) -> usize {
    bit as usize
}

/// The same, of the only window.
#[allow(clippy::cast_possible_truncation, reason = "a mask has 64 bits")]
const fn octet(bit: u32) -> u8 {
    bit as u8
}

#[cfg(test)]
mod tests {
    use super::{Scan, is_clean, scan};
    use crate::syntax::chars::is_ascii_atext;
    use crate::syntax::every_text;

    /// The same, written plainly.
    fn plainly(text: &str) -> Option<Scan> {
        let (local, domain) = text.split_once('@')?;
        let is_join = |byte: u8| matches!(byte, b'.' | b'-' | b'@');
        let is_atom = |atom: &str| !atom.is_empty() && atom.bytes().all(is_ascii_atext);
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let is_clean = text.len() <= 254
            && local.len() <= 64
            && local.split('.').all(is_atom)
            && domain.contains('.')
            && domain.split('.').all(is_label)
            && !text.starts_with('-')
            && !text.as_bytes().windows(2).any(|pair| pair.iter().all(|byte| is_join(*byte)))
            && text.ends_with(|c: char| c.is_ascii_alphabetic());
        let behind_at = local.len() + 1;
        let octet = |position: usize| u8::try_from(position).ok();
        is_clean.then_some(Scan {
            at: octet(local.len())?,
            first_dot: octet(behind_at + domain.find('.')?)?,
            last_dot: octet(behind_at + domain.rfind('.')?)?,
            is_local_part_plain: local.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.')),
            has_capital: domain.contains(|c: char| c.is_ascii_uppercase()),
        })
    }

    /// Every text of up to six characters that stand for the classes.
    #[test]
    fn agrees_with_its_plain_twin() {
        const CLASSES: [char; 8] = ['a', 'Z', '7', '-', '.', '@', '+', ' '];
        for text in &every_text(&CLASSES, 6) {
            assert_eq!(scan(text), plainly(text), "{text}");
            assert_eq!(is_clean(text), scan(text).is_some(), "{text}");
        }
    }

    /// Each of them at each place of a longer text: in either part, across the blocks and windows.
    #[test]
    fn agrees_at_every_length() {
        for local in [1, 15, 16, 33, 61, 63, 64, 65] {
            for label in [1, 14, 30, 62, 63, 64] {
                for labels in 1..=3 {
                    let domain = alloc::vec!["a".repeat(label); labels].join(".");
                    let text = alloc::format!("{}@{domain}.com", "x".repeat(local));
                    assert_eq!(scan(&text), plainly(&text), "{text}");
                    for place in 0..text.len() {
                        for odd in ["Z", "-", ".", "@", "+", "é"] {
                            let mut damaged = text.clone();
                            damaged.replace_range(place..=place, odd);
                            assert_eq!(scan(&damaged), plainly(&damaged), "{damaged}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn agrees_on_a_long_last_label() {
        for length in 61..=65 {
            let text = alloc::format!("ana@b.{}", "c".repeat(length));
            assert_eq!(scan(&text), plainly(&text), "{text}");
        }
    }
}
