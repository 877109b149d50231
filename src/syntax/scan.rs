//! The common case in one pass: an ASCII dot-string at a host name.

use super::sizes::{ADDRESS_MAX, DOMAIN_MAX, LABEL_MAX, LOCAL_PART_MAX};

/// What one pass over a clean ASCII address has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Where the `@` stands.
    pub(crate) at: usize,
    /// A capital was seen after the `@`.
    pub(crate) has_uppercase_domain: bool,
}

const ATEXT: u8 = 1;
const LETTER_OR_HYPHEN: u8 = 2;
const DIGIT: u8 = 4;

/// One bit set per byte: the classes of RFC 5322 3.2.3 and RFC 5321 4.1.2.
const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        let is_atext = byte.is_ascii_alphanumeric()
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
            );
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, and a byte is below 256")]
        {
            if is_atext {
                class[byte as usize] |= ATEXT;
            }
            if byte.is_ascii_alphabetic() || byte == b'-' {
                class[byte as usize] |= LETTER_OR_HYPHEN;
            }
            if byte.is_ascii_digit() {
                class[byte as usize] |= DIGIT;
            }
        }
        byte += 1;
    }
    class
};

fn class(byte: u8) -> u8 {
    CLASS.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Reads an ASCII address that every policy for SMTP accepts: a dot-string, then two labels or more, no A-label
/// among them, the last not all digits, within the sizes of RFC 5321. `None` says no more than that another path
/// has to look.
pub(crate) fn scan(text: &str) -> Option<Scan> {
    let bytes = text.as_bytes();
    if bytes.len() > ADDRESS_MAX {
        return None;
    }
    let at = local_part(bytes)?;
    if at > LOCAL_PART_MAX {
        return None;
    }
    let domain = bytes.get(at + 1..)?;
    let has_uppercase_domain = host_name(domain)?;
    Some(Scan { at, has_uppercase_domain })
}

/// The length of the dot-string that an `@` ends.
fn local_part(bytes: &[u8]) -> Option<usize> {
    // As if a dot stood before it: an atom has to follow.
    let mut after_dot = true;
    for (position, byte) in bytes.iter().enumerate() {
        match *byte {
            b'@' | b'.' if after_dot => return None,
            b'@' => return Some(position),
            b'.' => after_dot = true,
            byte if class(byte) & ATEXT != 0 => after_dot = false,
            _ => return None,
        }
    }
    None
}

/// Whether the domain holds a capital; `None` if it is no plain host name of two labels or more.
fn host_name(domain: &[u8]) -> Option<bool> {
    if domain.len() > DOMAIN_MAX {
        return None;
    }
    let mut has_uppercase = false;
    let mut has_dot = false;
    let mut previous = b'.';
    let mut label_start = 0;
    let mut label_classes = 0;
    for (position, byte) in domain.iter().enumerate() {
        let byte = *byte;
        let class = class(byte) & (LETTER_OR_HYPHEN | DIGIT);
        if class != 0 {
            if byte == b'-' && (previous == b'.' || is_a_label(domain, label_start, position)) {
                return None;
            }
            has_uppercase |= byte.is_ascii_uppercase();
            label_classes |= class;
        } else if byte == b'.' && previous != b'.' && previous != b'-' && position - label_start <= LABEL_MAX
        {
            has_dot = true;
            label_start = position + 1;
            label_classes = 0;
        } else {
            return None;
        }
        previous = byte;
    }
    let ends_well = previous != b'.' && previous != b'-' && domain.len() - label_start <= LABEL_MAX;
    (ends_well && has_dot && label_classes != DIGIT).then_some(has_uppercase)
}

/// Whether the second hyphen of `xn--` stands at `hyphen`.
fn is_a_label(domain: &[u8], label_start: usize, hyphen: usize) -> bool {
    hyphen == label_start + 3
        && domain.get(label_start..hyphen).is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"xn-"))
}
