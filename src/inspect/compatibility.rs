//! Characters that are only another way to write ordinary ones: NFKC differs.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_normalization::{UnicodeNormalization, is_nfkc};

use super::subject::{Part, Subject};
use crate::finding::{Detail, Finding, FindingKind};
use crate::span::char_span;
use crate::unicode::{Lookalike, form, lookalike};

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    if let Some(local) = subject.local {
        judge_part(subject, &local, true, findings);
    }
    if let Some(domain) = subject.domain.filter(|_| !subject.is_written_as_seen()) {
        // UTS #46 maps them itself: there is nothing to put in their place.
        judge_part(subject, &domain, false, findings);
    }
}

fn judge_part(subject: &Subject<'_>, part: &Part<'_>, is_mendable: bool, findings: &mut Vec<Finding>) {
    if part.text.is_ascii() || is_nfkc(part.text) {
        return;
    }
    for (at, c) in part.text.char_indices().filter(|(_, c)| is_compatibility_character(*c)) {
        let range = part.range(&char_span(at, c));
        let finding =
            subject.origin.warning(FindingKind::CompatibilityCharacter, &range).with_detail(Detail::Char(c));
        findings.push(if is_mendable {
            let plain: String = c.encode_utf8(&mut [0; 4]).nfkc().collect();
            finding.with_fix(subject.origin.replacement(&range, &plain))
        } else {
            finding
        });
    }
}

/// Whether NFKC changes a character that NFC keeps, and that has no finding of its own.
pub(super) fn is_compatibility_character(c: char) -> bool {
    !c.is_ascii()
        && !is_everyday_letter(c)
        && !c.encode_utf8(&mut [0; 4]).nfkc().eq(c.encode_utf8(&mut [0; 4]).nfc())
        && lookalike(c).is_none_or(|kind| kind == Lookalike::At)
        && form(c).is_none()
}

/// Letters that Thai, Lao, Armenian, Tibetan and Arabic write every day although NFKC splits them.
pub(super) fn is_everyday_letter(c: char) -> bool {
    matches!(
        c,
        '\u{E33}' | '\u{EB3}' | '\u{EDC}' | '\u{EDD}' | '\u{587}' | '\u{F77}' | '\u{F79}' | '\u{675}'
            ..='\u{678}'
    )
}
