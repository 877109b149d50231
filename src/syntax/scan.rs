//! The common case in one pass: an ASCII dot-string at a host name.
//!
//! The pass is an automaton that needs no branch: each byte has a row with every state's successor, six bits each, and
//! a step is a shift. What it costs does not depend on the text.

use super::sizes::{ADDRESS_MAX, LABEL_MAX, LOCAL_PART_MAX};

/// What one pass over a clean ASCII address has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Where the `@` stands.
    pub(crate) at: usize,
}

/// The states, as where their successor stands in a row.
mod state {
    /// No address that this pass knows.
    pub(super) const DEAD: u64 = 0;
    /// In the local part, where an atom has to start.
    pub(super) const ATOM_START: u64 = 6;
    /// In an atom of the local part.
    pub(super) const ATOM: u64 = 12;
    /// Behind the `@`.
    pub(super) const FIRST_START: u64 = 18;
    /// In the first label, behind a letter or digit.
    pub(super) const FIRST: u64 = 24;
    /// In the first label, behind a hyphen.
    pub(super) const FIRST_HYPHEN: u64 = 30;
    /// Behind a dot of the domain.
    pub(super) const START: u64 = 36;
    /// In a further label that is all digits so far.
    pub(super) const NUMBER: u64 = 42;
    /// In a further label, behind a letter or digit. The only state to end in.
    pub(super) const LABEL: u64 = 48;
    /// In a further label, behind a hyphen.
    pub(super) const HYPHEN: u64 = 54;
}

/// `atext` of RFC 5322 3.2.3, ASCII.
const fn is_atext(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'/'
                | b'='
                | b'?'
                | b'^'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'}'
                | b'~'
        )
}

/// Every state's successor at a byte. Two hyphens in a row are left to another path: an A-label starts so.
const fn row(byte: u8) -> u64 {
    use state::*;
    let is_digit = byte.is_ascii_digit();
    let is_alphanumeric = byte.is_ascii_alphanumeric();
    let local = match byte {
        b'.' => [DEAD, ATOM_START],
        b'@' => [DEAD, FIRST_START],
        _ if is_atext(byte) => [ATOM, ATOM],
        _ => [DEAD, DEAD],
    };
    let first = match byte {
        b'.' => [DEAD, START, DEAD],
        b'-' => [DEAD, FIRST_HYPHEN, DEAD],
        _ if is_alphanumeric => [FIRST, FIRST, FIRST],
        _ => [DEAD, DEAD, DEAD],
    };
    let further = match byte {
        b'.' => [DEAD, START, START, DEAD],
        b'-' => [DEAD, HYPHEN, HYPHEN, DEAD],
        _ if is_digit => [NUMBER, NUMBER, LABEL, LABEL],
        _ if is_alphanumeric => [LABEL, LABEL, LABEL, LABEL],
        _ => [DEAD, DEAD, DEAD, DEAD],
    };
    let [atom_start, atom] = local;
    let [first_start, in_first, first_hyphen] = first;
    let [start, number, label, hyphen] = further;
    atom_start << ATOM_START
        | atom << ATOM
        | first_start << FIRST_START
        | in_first << FIRST
        | first_hyphen << FIRST_HYPHEN
        | start << START
        | number << NUMBER
        | label << LABEL
        | hyphen << HYPHEN
}

static ROWS: [u64; 256] = {
    let mut rows = [0; 256];
    let mut byte = 0;
    while byte < rows.len() {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, and the bound stands above")]
        {
            rows[byte] = row(byte as u8);
        }
        byte += 1;
    }
    rows
};

/// Whether an ASCII address is one that every policy for SMTP accepts: a dot-string, then two labels or more, none
/// with two hyphens in a row (an A-label may be one), the last not all digits, within the sizes of RFC 5321. `false`
/// says no more than that another path has to look.
#[inline]
pub(crate) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > ADDRESS_MAX {
        return false;
    }
    let mut state = state::ATOM_START;
    for byte in bytes {
        let row = ROWS.get(usize::from(*byte)).copied().unwrap_or(0);
        // A state is where its successor stands; the six bits above it are other states'.
        state = row >> (state & 63);
    }
    // Up to here no part of a shorter text can be too long.
    state & 63 == state::LABEL && (bytes.len() <= LABEL_MAX || has_sizes(bytes))
}

/// The same, and where the `@` stands.
#[inline]
pub(crate) fn scan(text: &str) -> Option<Scan> {
    if !is_clean(text) {
        return None;
    }
    text.bytes().position(|byte| byte == b'@').map(|at| Scan { at })
}

/// Whether the parts of a text with one `@` keep within the sizes of RFC 5321 4.5.3.1.
#[cold]
fn has_sizes(bytes: &[u8]) -> bool {
    let mut parts = bytes.split(|byte| *byte == b'@');
    let is_local_short = parts.next().is_some_and(|local| local.len() <= LOCAL_PART_MAX);
    let domain = parts.next().unwrap_or_default();
    is_local_short && domain.split(|byte| *byte == b'.').all(|label| label.len() <= LABEL_MAX)
}

#[cfg(test)]
mod tests {
    use super::{is_atext, is_clean};
    use alloc::string::String;

    /// The same language, written plainly.
    fn is_plainly_clean(text: &str) -> bool {
        let Some((local, domain)) = text.split_once('@') else { return false };
        let is_atom = |atom: &str| !atom.is_empty() && atom.bytes().all(is_atext);
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
                && !label.contains("--")
        };
        text.len() <= 254
            && local.len() <= 64
            && local.split('.').all(is_atom)
            && domain.contains('.')
            && domain.split('.').all(is_label)
            && !domain.rsplit('.').next().is_some_and(|top| top.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Every text of up to seven characters that stand for the classes.
    #[test]
    fn agrees_with_its_plain_twin() {
        const CLASSES: [char; 8] = ['a', 'Z', '7', '-', '.', '@', '+', ' '];
        let mut texts = alloc::vec![String::new()];
        for _ in 0..6 {
            let longer = texts.iter().flat_map(|text| {
                CLASSES.iter().map(move |c| {
                    let mut longer = text.clone();
                    longer.push(*c);
                    longer
                })
            });
            texts = longer.collect();
            for text in &texts {
                assert_eq!(is_clean(text), is_plainly_clean(text), "{text}");
            }
        }
    }

    #[test]
    fn agrees_at_the_limits() {
        for local in [1, 63, 64, 65] {
            for label in [1, 62, 63, 64] {
                for labels in 1..=4 {
                    let domain = alloc::vec!["a".repeat(label); labels].join(".");
                    let text = alloc::format!("{}@{domain}.com", "x".repeat(local));
                    assert_eq!(is_clean(&text), is_plainly_clean(&text), "{text}");
                }
            }
        }
    }
}
