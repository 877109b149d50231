//! What the normal form differs in, which strict parsing does as well: notes.

use alloc::vec::Vec;

use super::subject::{Part, Subject};
use crate::finding::{Finding, FindingKind};
use crate::normalize::LocalPart;
use crate::syntax::is_quoted;
use crate::unicode::is_nfc;

/// Notes on the parts that are sound.
pub(super) fn judge(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut note = |kind, part: &Part<'_>| {
        findings.push(Finding::note(kind, subject.origin.source(&part.whole())));
    };
    // Else it is as it was written.
    let may_differ = |text: &str| !text.is_ascii() || is_quoted(text);
    if let Some(local) = subject.local.filter(|local| may_differ(local.text)) {
        let written = LocalPart::new(local.text);
        if !written.is_nfc() {
            note(FindingKind::NotNfc, &local);
        }
        if written.is_quoted() && !written.needs_quotes() {
            note(FindingKind::RedundantQuotes, &local);
        }
        // Inside quotes a fold loses its line break (RFC 5322 3.2.4).
        if let Some(fold) = local.text.find("\r\n") {
            let fold = Part { text: "\r\n", start: local.start.saturating_add(fold) };
            note(FindingKind::LineBreak, &fold);
        }
    }
    if let Some(domain) = subject.domain {
        if !domain.text.is_ascii() {
            if !subject.is_written_as_seen() && !is_nfc(domain.text) {
                note(FindingKind::NotNfc, &domain);
            }
            note(FindingKind::Idn, &domain);
        } else if domain.text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            note(FindingKind::UppercaseDomain, &domain);
        }
    }
}
