//! Character classes, with the section that defines each, and what a stray character is.

use core::ops::Range;

use super::Grammar;
use crate::finding::FindingKind;
use crate::unicode::{CharClass, classify, is_line_break};

/// `atext` (RFC 5322 3.2.3), extended by RFC 6531 3.3 and RFC 6532 3.2.
pub(crate) fn is_atext(c: char, grammar: Grammar) -> bool {
    u8::try_from(c).ok().filter(u8::is_ascii).map_or_else(|| grammar.has_utf8(), is_ascii_atext)
}

/// `atext` (RFC 5322 3.2.3).
pub(crate) const fn is_ascii_atext(byte: u8) -> bool {
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

/// What a label is made of: `Let-dig` and the hyphen (RFC 5321 4.1.2), extended by RFC 6531 3.3.
pub(super) fn is_label_char(c: char, grammar: Grammar) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii() && grammar.has_utf8()
}

/// `WSP` (RFC 5234 B.1).
pub(super) fn is_wsp(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// `VCHAR` (RFC 5234 B.1), extended by RFC 6532 3.1.
pub(super) fn is_vchar(c: char, grammar: Grammar) -> bool {
    c.is_ascii_graphic() || !c.is_ascii() && grammar.has_utf8()
}

/// `obs-NO-WS-CTL` (RFC 5322 4.1).
pub(super) fn is_obs_no_ws_ctl(c: char) -> bool {
    matches!(c, '\u{1}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}')
}

/// `qtext` (RFC 5322 3.2.4), `qtextSMTP` (RFC 5321 4.1.2, where a space is text), `obs-qtext` (RFC 5322 4.1).
pub(super) fn is_qtext(c: char, grammar: Grammar) -> bool {
    match c {
        '"' | '\\' => false,
        ' ' => !grammar.has_cfws(),
        _ => is_vchar(c, grammar) || grammar.has_obsolete() && is_obs_no_ws_ctl(c),
    }
}

/// What may follow the backslash of a `quoted-pair` (RFC 5322 3.2.1; RFC 5321 4.1.2) or of an `obs-qp` (4.1).
pub(super) fn is_quotable(c: char, grammar: Grammar) -> bool {
    if !grammar.has_cfws() {
        // quoted-pairSMTP, which RFC 6531 does not extend.
        return c.is_ascii_graphic() || c == ' ';
    }
    is_vchar(c, grammar)
        || is_wsp(c)
        || grammar.has_obsolete() && (is_obs_no_ws_ctl(c) || matches!(c, '\0' | '\n' | '\r'))
}

/// `ctext` (RFC 5322 3.2.2), `obs-ctext` (4.1).
pub(super) fn is_ctext(c: char, grammar: Grammar) -> bool {
    match c {
        '(' | ')' | '\\' => false,
        _ => is_vchar(c, grammar) || grammar.has_obsolete() && is_obs_no_ws_ctl(c),
    }
}

/// `dtext` (RFC 5322 3.4.1), `obs-dtext` (4.4).
pub(super) fn is_dtext(c: char, grammar: Grammar) -> bool {
    match c {
        '[' | ']' | '\\' => false,
        _ => is_vchar(c, grammar) || grammar.has_obsolete() && is_obs_no_ws_ctl(c),
    }
}

/// What a maximal run of white space is, by where it stands.
pub(crate) fn space_kind(text: &str, run: &Range<usize>) -> FindingKind {
    let before = text.get(..run.start).and_then(|before| before.chars().next_back());
    let after = text.get(run.end..).and_then(|after| after.chars().next());
    let has_line_break = || text.get(run.clone()).is_some_and(|run| run.chars().any(is_line_break));
    match (before, after) {
        (None, _) => FindingKind::LeadingSpace,
        (_, None) => FindingKind::TrailingSpace,
        _ if has_line_break() => FindingKind::LineBreak,
        (Some('@'), _) | (_, Some('@')) => FindingKind::SpaceAroundAt,
        _ => FindingKind::InnerSpace,
    }
}

/// What a character is that the grammar does not take, white space aside.
pub(super) fn stray_kind(c: char, beyond_ascii: FindingKind) -> FindingKind {
    match classify(c) {
        CharClass::Ordinary | CharClass::Space | CharClass::LineBreak if c.is_ascii() => {
            FindingKind::InvalidCharacter
        }
        CharClass::Ordinary | CharClass::Space | CharClass::LineBreak => beyond_ascii,
        class => class.finding().unwrap_or(FindingKind::InvalidCharacter),
    }
}
