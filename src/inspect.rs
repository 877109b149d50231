//! The lenient door. The input flows one way: survey, unwrap, settle, parse, judge, suggest.

mod accepted;
mod compatibility;
mod complete;
mod conclude;
mod deception;
mod display;
mod domain;
mod domain_lookalike;
mod dot_slip;
mod edits;
mod encoded_word;
mod faults;
mod form_notes;
mod inner_space;
mod inspection;
mod list;
mod local_part;
mod missing_at;
mod order;
mod pieces;
mod report;
mod settle;
mod sound;
mod subject;
mod surroundings;
mod survey;
mod traced;
#[cfg(feature = "suggest")]
mod typo;
mod unwrap;
mod url_prefix;
mod words;

pub use inspection::{Inspection, Verdict};
pub use list::ListMember;
pub use pieces::Piece;

use alloc::string::String;
use alloc::vec::Vec;

use accepted::{inspect_clean, inspect_unmarked};
use encoded_word::decoded;
use faults::parse_left;
use settle::settle;
use surroundings::{line_breaks, mismatches, multiple_addresses, surrounding_text};
use survey::{is_unmarked, survey};
use unwrap::{Unwrapped, left_open, unwrap};

use crate::address::EmailAddress;
use crate::finding::{Detail, Finding, FindingKind};
use crate::known::{Labels, provider_of};
use crate::policy::{Policy, Strict};
use crate::syntax::{INPUT_MAX, Scan, is_quoted, quoted_content};

impl Policy {
    /// The lenient door: every finding about `input`, the repaired address, a suggestion. It never fails.
    ///
    /// ```
    /// use normail::{FindingKind, Policy, Verdict};
    ///
    /// let inspection = Policy::form().inspect("\u{A0}ana@exam\u{AD}ple.es,");
    /// assert_eq!(inspection.verdict(), Verdict::Repaired);
    /// assert_eq!(inspection.address().unwrap().as_str(), "ana@example.es");
    /// let kinds: Vec<_> = inspection.findings().iter().map(|finding| finding.kind()).collect();
    /// assert_eq!(
    ///     kinds,
    ///     [FindingKind::LeadingSpace, FindingKind::InvisibleCharacter, FindingKind::TrailingPunctuation],
    /// );
    /// ```
    #[must_use]
    pub fn inspect<'a>(&self, input: &'a str) -> Inspection<'a> {
        match self.scan(input) {
            Some(scan) if self.is_unremarkable(input, scan) => {
                Inspection::new(input, Vec::new(), Some(EmailAddress::from_scan(input, scan)))
            }
            Some(scan) => inspect_clean(self, input, scan),
            None => self.inspect_with_care(input),
        }
    }

    /// The common case: a clean address of which the judges would say nothing.
    fn is_unremarkable(&self, input: &str, scan: Scan) -> bool {
        if self.protect.is_some() || scan.has_capital {
            return false;
        }
        let Some((local, domain)) = input.split_at_checked(scan.at()) else { return false };
        let dots = (scan.first_dot().saturating_sub(scan.at()), scan.last_dot().saturating_sub(scan.at()));
        let Some(labels) = Labels::behind_at(domain, dots) else { return false };
        let provider = provider_of(labels.domain);
        local_part::is_unremarkable(local, scan.is_local_part_plain, provider)
            && (provider.is_some() || domain::is_unremarkable(&labels))
    }

    /// What the common case does not cover.
    #[cold]
    fn inspect_with_care<'a>(&self, input: &'a str) -> Inspection<'a> {
        if input.len() > INPUT_MAX {
            return too_long(input, INPUT_MAX);
        }
        let taken = self.read(input);
        if let Ok(strict) = &taken
            && is_unmarked(input)
        {
            return inspect_unmarked(self, input, strict);
        }
        // What is taken for an address does not depend on where it is.
        let anywhere = self.without_refused_domains();
        let accepted = match taken {
            Err(_) if !self.takes_every_domain() => anywhere.read(input),
            taken => taken,
        };
        let accepted = accepted.as_ref().map(Strict::parts).ok();
        let mut unwrapped = unwrap(&anywhere, survey(input, accepted), input, accepted.is_some());
        let mut findings = core::mem::take(&mut unwrapped.findings);
        findings.extend(self.judge(&mut unwrapped));
        let name = unwrapped.display_name.take();
        self.conclude(input, findings).with_display_name(name.as_deref().map(display_name))
    }

    /// The findings about what is left.
    fn judge(&self, unwrapped: &mut Unwrapped) -> Vec<Finding> {
        let mut findings = Vec::new();
        // What is left open may swallow an address: its own error says so.
        if !unwrapped.is_address && left_open(unwrapped.left()).is_none() {
            if let Some(several) = multiple_addresses(unwrapped) {
                findings.extend(line_breaks(unwrapped));
                findings.extend(settle(unwrapped, self.grammar));
                findings.push(several);
                return findings;
            }
            findings.extend(surrounding_text(unwrapped));
        }
        findings.extend(url_prefix::cut(unwrapped));
        let unwrapped = &*unwrapped;
        let settled = settle(unwrapped, self.grammar);
        let parsed = parse_left(self, unwrapped, &settled);
        findings.extend(settled);
        findings.extend(mismatches(unwrapped, unwrapped.left()));
        sound::judge(self, parsed.subject(unwrapped), &mut findings);
        findings.extend(parsed.findings);
        findings
    }
}

/// What is said of an input that nothing reads.
fn too_long(input: &str, limit: usize) -> Inspection<'_> {
    let size = Detail::Size { octets: input.len(), limit };
    let finding = Finding::error(FindingKind::InputTooLong, 0..input.len()).with_detail(size);
    Inspection::new(input, alloc::vec![finding], None)
}

/// A display name as it is meant: unfolded, without quotes and backslashes (RFC 5322 3.2.4), encoded words decoded
/// (RFC 2047).
fn display_name(written: &str) -> String {
    let written = written.trim().replace("\r\n", "");
    if is_quoted(&written) { quoted_content(&written).into_owned() } else { decoded(&written).into_owned() }
}
