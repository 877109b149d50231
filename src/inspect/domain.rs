//! What is odd about a domain that is sound: slips, unknown endings, names set aside.

use alloc::vec::Vec;

#[cfg(feature = "suggest")]
use super::display::told_name;
#[cfg(feature = "suggest")]
use super::domain_typo;
#[cfg(feature = "suggest")]
use super::subject::Part;
use super::subject::Subject;
#[cfg(feature = "suggest")]
use super::typo;
#[cfg(feature = "suggest")]
use crate::finding::{Applicability, Detail};
use crate::finding::{Finding, FindingKind};
use crate::known::{Ends, Labels, SpecialUse, special_use};
#[cfg(feature = "suggest")]
use crate::known::{list_date, may_be_example};
#[cfg(feature = "suggest")]
use crate::normalize::split_labels;
use crate::policy::Policy;
#[cfg(feature = "suggest")]
use crate::span::are_overlapping;
use crate::syntax::Scan;

#[cfg_attr(
    not(feature = "suggest"),
    allow(unused_variables, reason = "its sets save names from being slips")
)]
pub(super) fn judge(policy: &Policy, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(domain) = subject.domain else { return };
    let origin = subject.origin;
    let labels = Labels::of(subject.name);
    if let Some(special_use) = special_use(&labels) {
        findings.push(match special_use {
            SpecialUse::Documentation => {
                Finding::note(FindingKind::SpecialUseDomain, origin.source(&domain.whole()))
            }
            SpecialUse::Reserved => origin.warning(FindingKind::SpecialUseDomain, &domain.whole()),
        });
    } else {
        // What looks like another domain has its own suggestion, and what the policy names is no slip.
        #[cfg(feature = "suggest")]
        if !findings.iter().any(|finding| finding.kind() == FindingKind::ProtectedDomainLookalike)
            && !policy.names(subject.name)
        {
            judge_ending(subject, &domain, &labels, findings);
        }
    }
}

/// Whether nothing is said of the domain of a clean text, told without a branch: any is as likely as another to be a
/// provider's, which no branch has to guess then. `false` says no more than that another has to look.
#[cfg(feature = "suggest")]
#[inline(always)]
pub(super) fn is_ordinary(text: &[u8], scan: Scan, domain: Ends) -> bool {
    typo::is_ordinary(text, scan, domain) & !may_be_example(domain)
}

/// The same where slips are not looked for, and looking costs little.
#[cfg(not(feature = "suggest"))]
pub(super) fn is_ordinary(_: &[u8], _: Scan, _: Ends) -> bool {
    false
}

/// Whether nothing is said of a clean domain that is no provider's; `false` says that [`judge`] has to look.
pub(super) fn is_unremarkable(labels: &Labels<'_>) -> bool {
    #[cfg(feature = "suggest")]
    if !typo::is_far_from_all(labels) {
        return false;
    }
    special_use(labels).is_none()
}

/// A domain that is a slip of another, or whose ending nobody knows.
#[cfg(feature = "suggest")]
fn judge_ending(subject: &Subject<'_>, domain: &Part<'_>, labels: &Labels<'_>, findings: &mut Vec<Finding>) {
    if let Some(typo) = domain_typo::finding(subject, domain, labels, findings) {
        // One answer for the whole domain, where it has one.
        let is_asked = |finding: &&mut Finding| {
            let asks = finding.fix().is_some_and(|fix| fix.applicability() == Applicability::Confirm);
            asks && are_overlapping(&finding.span(), &typo.span())
        };
        if typo.fix().is_some() {
            findings.iter_mut().filter(is_asked).for_each(Finding::remove_fix);
        }
        findings.push(typo);
    } else if let Some(ending) = typo::unknown_ending(labels) {
        let last = domain.range(&split_labels(domain.text).last().unwrap_or(0..0));
        let place = subject.origin.source(&last);
        // One finding for one fault: with false letters it is no ending.
        let is_false = |finding: &Finding| {
            finding.kind() == FindingKind::MixedScript && are_overlapping(&finding.span(), &place)
        };
        if !findings.iter().any(is_false) {
            let label = [".", &*told_name(ending)].concat().into();
            let detail = Detail::Ending { label, list_date: list_date() };
            findings.push(subject.origin.warning(FindingKind::UnknownTld, &last).with_detail(detail));
        }
    }
}

#[cfg(all(test, feature = "suggest"))]
mod tests {
    use super::{is_ordinary, is_unremarkable};
    use crate::known::{Ends, Labels};
    use crate::policy::Policy;

    #[test]
    fn the_common_domain_is_unremarkable() {
        for (domain, expected) in [("acme.es", true), ("gmial.com", false), ("acme.test", false)] {
            assert_eq!(is_unremarkable(&Labels::of(domain)), expected, "{domain}");
        }
        for (input, expected) in [("ana@acme-foods.com", true), ("ana@example.com", false)] {
            let scan = Policy::form().scan(input).expect("it is clean");
            let ends = Ends::behind(input.as_bytes(), scan.at() + 1).expect("it has a domain");
            assert_eq!(is_ordinary(input.as_bytes(), scan, ends), expected, "{input}");
        }
    }
}
