//! The lenient door. The input flows one way: survey, unwrap, settle, parse, judge, suggest.

mod complete;
mod display;
mod edits;
mod faults;
mod form_notes;
mod inner_space;
mod inspection;
mod list;
mod settle;
mod surroundings;
mod survey;
mod traced;
mod unwrap;
mod words;

pub use inspection::{Inspection, Verdict};
pub use list::ListMember;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::address::EmailAddress;
use crate::finding::{Applicability, Detail, Finding, FindingKind, Severity};
use crate::policy::Policy;
use crate::syntax::INPUT_MAX;
use edits::applied;
use faults::parse_left;
use form_notes::form_notes;
use settle::settle;
use surroundings::{mismatches, multiple_addresses, surrounding_text};
use survey::survey;
use unwrap::{Unwrapped, unwrap};

impl Policy {
    /// The lenient door: every finding about `input`, the repaired address, a suggestion. It never fails.
    ///
    /// ```
    /// use normail::{FindingKind, Policy, Verdict};
    ///
    /// let inspection = Policy::form().inspect("\u{A0}ana@exam\u{AD}ple.com,");
    /// assert_eq!(inspection.verdict(), Verdict::Repaired);
    /// assert_eq!(inspection.address().unwrap().as_str(), "ana@example.com");
    /// let kinds: Vec<_> = inspection.findings().iter().map(|finding| finding.kind()).collect();
    /// assert_eq!(
    ///     kinds,
    ///     [FindingKind::LeadingSpace, FindingKind::InvisibleCharacter, FindingKind::TrailingPunctuation],
    /// );
    /// ```
    #[must_use]
    pub fn inspect<'a>(&self, input: &'a str) -> Inspection<'a> {
        match self.scan(input) {
            Some(scan) => {
                let mut findings = Vec::new();
                if scan.has_uppercase_domain {
                    findings.push(Finding::note(
                        FindingKind::UppercaseDomain,
                        scan.at + 1..input.len(),
                    ));
                }
                Inspection::new(input, findings, Some(EmailAddress::from_scan(input, scan)))
            }
            None => self.inspect_with_care(input),
        }
    }

    /// What the common case does not cover.
    #[cold]
    fn inspect_with_care<'a>(&self, input: &'a str) -> Inspection<'a> {
        if input.len() > INPUT_MAX {
            let size = Detail::Size {
                octets: input.len(),
                limit: INPUT_MAX,
            };
            let finding = Finding::error(FindingKind::InputTooLong, 0..input.len()).with_detail(size);
            return Inspection::new(input, alloc::vec![finding], None);
        }
        let is_accepted = self.is_valid(input);
        let mut unwrapped = unwrap(self, survey(input), is_accepted);
        let mut findings = core::mem::take(&mut unwrapped.findings);
        findings.extend(self.judge(&mut unwrapped, is_accepted));
        findings.extend(settle(&unwrapped));
        let display_name = unwrapped.display_name.take();
        self.conclude(input, findings)
            .with_display_name(display_name.map(|name| without_quotes(&name)))
    }

    /// The findings about what is left.
    fn judge(&self, unwrapped: &mut Unwrapped, is_accepted: bool) -> Vec<Finding> {
        let mut findings = Vec::new();
        if !is_accepted && !self.is_valid(unwrapped.left()) {
            if let Some(several) = multiple_addresses(unwrapped) {
                return alloc::vec![several];
            }
            findings.extend(surrounding_text(unwrapped));
        }
        let parsed = parse_left(self, unwrapped);
        findings.extend(mismatches(unwrapped, unwrapped.left()));
        findings.extend(form_notes(unwrapped, &parsed));
        findings.extend(parsed.findings);
        findings
    }

    /// The address and the suggestion that the findings amount to.
    fn conclude<'a>(&self, input: &'a str, mut findings: Vec<Finding>) -> Inspection<'a> {
        let has_error = |findings: &[Finding]| {
            findings
                .iter()
                .any(|finding| finding.severity() == Severity::Error)
        };
        let mut address = None;
        if !has_error(&findings) {
            match self.parse(&applied(input, &findings, Applicability::Automatic)) {
                Ok(parsed) => address = Some(parsed),
                // What the stages did not see, strict parsing did: never an address that it refuses.
                Err(error) => findings.push(Finding::error(error.kind(), 0..input.len())),
            }
        }
        findings.sort_by_key(|finding| (finding.span().start, finding.span().end));
        let suggestion = self
            .suggestion(input, &findings)
            .filter(|meant| Some(meant) != address.as_ref());
        Inspection::new(input, findings, address).with_suggestion(suggestion)
    }

    /// The input with all fixes applied, unless an error has none.
    fn suggestion(&self, input: &str, findings: &[Finding]) -> Option<EmailAddress> {
        let asks = |finding: &Finding| {
            finding
                .fix()
                .is_some_and(|fix| fix.applicability() == Applicability::Confirm)
        };
        let is_mendable = findings
            .iter()
            .all(|finding| finding.severity() != Severity::Error || asks(finding));
        if !is_mendable || !findings.iter().any(asks) {
            return None;
        }
        self.parse(&applied(input, findings, Applicability::Confirm)).ok()
    }
}

impl Unwrapped {
    /// The stretch of the input that a range of what is left stands for.
    fn source_of_left(&self, range: &Range<usize>) -> Range<usize> {
        self.text
            .source(&(self.window.start + range.start..self.window.start + range.end))
    }
}

fn without_quotes(name: &str) -> String {
    let name = name.trim();
    let inner = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(
        || String::from(name),
        |inner| inner.replace("\\\"", "\"").replace("\\\\", "\\"),
    )
}
