//! What is odd about a domain that is sound: slips, unknown endings, names set aside.

use alloc::vec::Vec;

use super::subject::Subject;
#[cfg(feature = "suggest")]
use super::typo;
#[cfg(feature = "suggest")]
use crate::finding::Detail;
use crate::finding::{Finding, FindingKind};
#[cfg(feature = "suggest")]
use crate::known::list_date;
use crate::known::{SpecialUse, special_use};

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(domain) = subject.domain else { return };
    let origin = subject.origin;
    match special_use(subject.name) {
        Some(SpecialUse::Documentation) => {
            findings.push(Finding::note(FindingKind::SpecialUseDomain, origin.source(&domain.whole())));
            return;
        }
        Some(SpecialUse::Reserved) => {
            findings.push(origin.warning(FindingKind::SpecialUseDomain, &domain.whole()));
            return;
        }
        None => {}
    }
    #[cfg(feature = "suggest")]
    if let Some(meant) = typo::meant(subject.name) {
        let fix = origin.replacement(&domain.whole(), &meant);
        findings.push(origin.warning(FindingKind::DomainTypo, &domain.whole()).with_fix(fix));
    } else if let Some(ending) = typo::unknown_ending(subject.name) {
        // The last label as written may be another script's.
        let start = domain.text.rfind(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']).map_or(0, |dot| dot + 1);
        let start = (start..domain.text.len()).find(|at| domain.text.is_char_boundary(*at)).unwrap_or(0);
        let range = domain.range(&(start..domain.text.len()));
        let detail = Detail::Ending { label: alloc::format!(".{ending}").into(), list_date: list_date() };
        findings.push(origin.warning(FindingKind::UnknownTld, &range).with_detail(detail));
    }
}
