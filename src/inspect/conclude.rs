//! The last stage: what the findings amount to, an address and a suggestion.

use alloc::vec::Vec;

use super::Inspection;
use super::edits::{applied, without_overlaps};
use super::order::sort_by_numbers;
use crate::address::EmailAddress;
use crate::finding::{Applicability, Detail, Finding, Severity};
use crate::policy::Policy;
use crate::unicode::is_white_space;

impl Policy {
    /// The address and the suggestion that the findings amount to.
    pub(super) fn conclude<'a>(&self, input: &'a str, mut findings: Vec<Finding>) -> Inspection<'a> {
        settle_fixes(input, &mut findings);
        let mut address = None;
        if !findings.iter().any(|finding| finding.severity() == Severity::Error) {
            match self.parse(&applied(input, &findings, Applicability::Automatic)) {
                Ok(parsed) => address = Some(parsed),
                // What the stages did not see, strict parsing did: never an address that it refuses.
                Err(error) => {
                    findings.push(Finding::error(error.kind(), 0..input.len()));
                    sort_by_numbers(&mut findings, in_order);
                }
            }
        }
        self.with_suggestion(input, findings, address)
    }

    /// The same of an input that was accepted as this address and that nothing repairs.
    pub(super) fn conclude_accepted<'a>(
        &self,
        input: &'a str,
        mut findings: Vec<Finding>,
        address: EmailAddress,
    ) -> Inspection<'a> {
        settle_fixes(input, &mut findings);
        self.with_suggestion(input, findings, Some(address))
    }

    fn with_suggestion<'a>(
        &self,
        input: &'a str,
        mut findings: Vec<Finding>,
        address: Option<EmailAddress>,
    ) -> Inspection<'a> {
        let suggestion = self.suggestion(input, &findings).filter(|meant| Some(meant) != address.as_ref());
        if address.is_none() && suggestion.is_none() {
            findings.iter_mut().for_each(Finding::set_unanswerable);
        }
        Inspection::new(input, findings, address).with_suggestion(suggestion)
    }

    /// The input with all fixes applied, unless an error has none.
    fn suggestion(&self, input: &str, findings: &[Finding]) -> Option<EmailAddress> {
        let asks = |finding: &Finding| {
            finding.fix().is_some_and(|fix| fix.applicability() == Applicability::Confirm)
        };
        let is_mendable =
            findings.iter().all(|finding| finding.severity() != Severity::Error || asks(finding));
        if !is_mendable || !findings.iter().any(asks) {
            return None;
        }
        self.parse(&applied(input, findings, Applicability::Confirm)).ok()
    }
}

/// Puts the findings in order, and takes away the fixes that would contradict another.
fn settle_fixes(input: &str, findings: &mut Vec<Finding>) {
    sort_by_numbers(findings, in_order);
    without_overlaps(findings);
    name_spaces(input, findings);
}

/// Findings come in the order of the input.
pub(super) fn in_order(finding: &Finding) -> (usize, usize) {
    (finding.span().start, finding.span().end)
}

/// A message names the space that was found; all of them were one to the stages.
fn name_spaces(input: &str, findings: &mut [Finding]) {
    for finding in findings {
        let found = input.get(finding.span()).and_then(|found| found.chars().next());
        if let (Detail::Char(' '), Some(c)) = (finding.detail(), found)
            && is_white_space(c)
        {
            finding.set_detail(Detail::Char(c));
        }
    }
}
