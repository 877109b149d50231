//! Where the crate has rules of its own for what RFC 5322's grammar takes: an address that strict takes is refused for
//! what stands beside it, one that strict refuses is repaired, a name is not read as it is written.

use normail::{EmailAddress, FindingKind, ListMember, Policy};

use crate::abnf::languages::Language;
use crate::lists::Mailbox;
use crate::lists::phrase::Phrase;

/// Punctuation that is dropped behind an address, where a domain of the grammar may hold it: between two of it also a
/// dot.
const TRAILING: &[char] = &['!', '?', '/', '\'', '`', '}', '#', '.', ' ', '\t', '\r', '\n'];

/// Pairs that are dropped, where a local part and a domain of the grammar may hold one half each.
const PAIRS: &[(char, char)] = &[('\'', '\''), ('`', '`'), ('{', '}')];

/// Why an address that strict takes is refused all the same: what stands beside it.
pub(crate) fn reason(mailbox: &Mailbox<'_>, member: &ListMember<'_>) -> Option<&'static str> {
    let has = |kind| member.findings().iter().any(|finding| finding.kind() == kind);
    if has_control(mailbox) && (has(FindingKind::ControlCharacter) || has(FindingKind::LineBreak)) {
        return Some("control-character: beside an address too it is an Error (rules 3 and 9)");
    }
    if mailbox.beside.iter().any(|text| may_break_line(text)) && has(FindingKind::LineBreak) {
        return Some("line-break: one that is no fold is an Error (rules 3 and 9)");
    }
    let addresses: usize = mailbox.beside.iter().map(|text| addresses(text)).sum();
    let is_several = addresses > 1 && has(FindingKind::MultipleAddresses);
    is_several.then_some("multiple-addresses: a name or comment that holds two is an Error (rule 3)")
}

/// How often an at-sign stands between other characters, as it does not in a route.
fn addresses(text: &str) -> usize {
    let is_part =
        |char: Option<char>| char.is_some_and(|char| char.is_ascii_graphic() && !"<>,:()".contains(char));
    let at_signs = text.match_indices('@').map(|(at, _)| (&text[..at], &text[at + 1..]));
    at_signs
        .filter(|(left, right)| is_part(left.chars().next_back()) && is_part(right.chars().next()))
        .count()
}

/// Why an address is given that strict refuses as it stands: what is wrong with it has an automatic fix.
pub(crate) fn repair(language: &Language, addr_spec: &str, given: &EmailAddress) -> Option<&'static str> {
    let bare = language.bare(addr_spec).filter(|_| !addr_spec.contains(is_control))?;
    if is_given(&bare, given) {
        return Some("line-break: every fold of a header is space, also one upon another");
    }
    is_wrapped(&bare, given)
        .then_some("trailing-punctuation, surrounding-punctuation: they have automatic fixes")
}

fn is_given(text: &str, given: &EmailAddress) -> bool {
    Policy::header().parse(text).is_ok_and(|address| address == *given)
}

/// Whether the given address stands in the text with nothing but pairs around it and punctuation, and comments between
/// that, behind it.
fn is_wrapped(text: &str, given: &EmailAddress) -> bool {
    let without_pair = PAIRS.iter().find_map(|&(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    let shorter = match text.strip_suffix(TRAILING) {
        Some(shorter) => Some(shorter),
        None if text.ends_with(')') => text.rfind('(').map(|open| &text[..open]),
        None => None,
    };
    is_given(text, given) || [without_pair, shorter].into_iter().flatten().any(|text| is_wrapped(text, given))
}

/// Names of which the grammar does not say how they read: with encoded words, or with characters that no name holds.
pub(crate) fn is_aside(name: &Phrase<'_>) -> bool {
    let text = name.written;
    text.contains("=?") || text.contains(is_control) || may_break_line(text)
}

/// Whether it can have a comment: a parenthesis may be quoted as well.
pub(crate) fn has_comment(mailbox: &Mailbox<'_>) -> bool {
    mailbox.beside.iter().chain([&mailbox.addr_spec]).any(|text| text.contains('('))
}

pub(crate) fn has_control(mailbox: &Mailbox<'_>) -> bool {
    mailbox.beside.iter().any(|text| text.contains(is_control))
}

/// A control character, the white space of a header aside.
fn is_control(char: char) -> bool {
    char.is_control() && !matches!(char, '\t' | '\r' | '\n')
}

/// A quoted pair may be of a CR or a LF (RFC 5322, section 4.1, obs-qp).
fn may_break_line(text: &str) -> bool {
    text.contains("\\\r") || text.contains("\\\n")
}
