//! The lenient door. The input flows one way: survey, unwrap, settle, parse, judge, suggest.

mod accepted;
mod annotations;
mod brackets;
mod broken_address;
mod comments;
mod compatibility;
mod complete;
mod conclude;
mod deception;
mod display;
mod domain;
mod domain_lookalike;
#[cfg(feature = "suggest")]
mod domain_typo;
mod dot_slip;
mod draft;
mod edits;
mod encoded_word;
mod ending;
mod faults;
mod folds;
mod form_notes;
mod front;
mod glue;
mod groups;
mod inner_space;
mod inspection;
mod links;
mod list;
mod literal;
mod local_part;
mod marks_in_pairs;
mod members;
mod missing_at;
mod omission;
mod order;
mod percent;
mod phrase;
mod pieces;
mod placed;
mod provider_lookalike;
mod report;
mod scheme;
mod settle;
mod side_by_side;
mod sound;
mod subject;
mod surplus_at;
mod surroundings;
mod survey;
mod traced;
#[cfg(feature = "suggest")]
mod typo;
mod unwrap;
mod url_prefix;
mod words;

pub use inspection::{Inspection, Verdict};
pub use list::{ListMember, ListMembers};
pub use pieces::Piece;

use alloc::string::String;
use alloc::vec::Vec;

use accepted::{inspect_clean, inspect_unmarked};
use annotations::{comment_behind, mismatches};
use brackets::Brackets;
use draft::Draft;
use faults::parse_left;
use settle::settle;
use surroundings::{line_breaks, multiple_addresses, surrounding_text};
use survey::{is_unmarked, survey};
use unwrap::unwrap;

use crate::address::EmailAddress;
use crate::finding::Finding;
use crate::known::{Ends, Labels, provider_place};
use crate::policy::{Policy, Strict};
use crate::syntax::{INPUT_MAX, Scan};

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
                let address = EmailAddress::from_scan(input, scan);
                Inspection::new(input, Vec::new(), Some(address))
            }
            Some(scan) => inspect_clean(self, input, scan),
            None => self.inspect_with_care(input),
        }
    }

    /// The common case: a clean address of which the judges would say nothing.
    #[inline(always)]
    fn is_unremarkable(&self, input: &str, scan: Scan) -> bool {
        if self.protect.is_some() || scan.has_capital {
            return false;
        }
        let (text, behind_at) = (input.as_bytes(), scan.at().saturating_add(1));
        let Some(ends) = Ends::behind(text, behind_at) else { return false };
        let provider = provider_place(text.get(behind_at..).unwrap_or_default(), ends);
        local_part::is_unremarkable(input, scan, provider)
            && (provider.is_some() | domain::is_ordinary(text, scan, ends)
                || domain::is_unremarkable(&Labels::of(input.get(behind_at..).unwrap_or_default())))
    }

    /// What the common case does not cover.
    #[cold]
    fn inspect_with_care<'a>(&self, input: &'a str) -> Inspection<'a> {
        if input.len() > INPUT_MAX {
            return Inspection::too_long(input, INPUT_MAX);
        }
        let taken = self.accept(input);
        if let Some(strict) = &taken
            && is_unmarked(input)
        {
            return inspect_unmarked(self, input, strict);
        }
        // What is taken for an address does not depend on where it is.
        let anywhere = self.without_refused_domains();
        let accepted =
            if taken.is_none() && !self.takes_every_domain() { anywhere.accept(input) } else { taken };
        let accepted = accepted.as_ref().map(Strict::parts);
        let mut draft =
            unwrap(&anywhere, survey(input, self.grammar.reading(), accepted), input, accepted.is_some());
        let so_far = core::mem::take(&mut draft.findings);
        let findings = self.judge(&mut draft, so_far);
        self.conclude(input, findings).with_display_name(self.name(draft))
    }

    /// The name of the person: the phrase before the address, or else the comment behind it.
    fn name(&self, draft: Draft) -> Option<String> {
        let in_what_is_left = || {
            let may_have_one = draft.is_address && self.grammar.has_cfws() && draft.left().contains('(');
            let strict = may_have_one.then(|| self.without_refused_domains().accept(draft.left()))??;
            comment_behind(draft.left(), &strict)
        };
        let phrase = draft.display_name.clone();
        phrase.or_else(in_what_is_left).or(draft.comment_behind)
    }

    /// The findings so far, and those about what is left.
    fn judge(&self, draft: &mut Draft, mut findings: Vec<Finding>) -> Vec<Finding> {
        // What is left open may swallow an address: its own error says so.
        if !draft.is_address && Brackets::of(draft.left(), draft.reading).left_open().is_none() {
            if let Some(several) = multiple_addresses(self, draft) {
                findings.extend(line_breaks(draft));
                findings.extend(settle(draft, self.grammar));
                findings.push(several);
                return findings;
            }
            findings.extend(surrounding_text(draft));
        }
        findings.extend(url_prefix::cut(draft));
        findings.extend(surplus_at::cut(draft, self.grammar));
        let draft = &*draft;
        let left = draft.left();
        let settled = settle(draft, self.grammar);
        // The common case: all that was odd came off.
        let is_unremarkable = self.scan(left).is_some_and(|scan| self.is_unremarkable(left, scan));
        let parsed = (!is_unremarkable).then(|| parse_left(self, draft, &settled));
        findings.extend(settled);
        findings.extend(mismatches(self, draft));
        if let Some(parsed) = parsed {
            sound::judge(self, parsed.subject(draft), &mut findings);
            findings.extend(parsed.findings);
        }
        omission::withhold_fixes(left, draft.reading, &mut findings);
        findings
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use super::*;
    use crate::finding::FindingKind;
    use crate::known::distinctive_names;

    const PROVIDERS: &str = include_str!("../data/providers.txt");
    const SPECIAL_USE: &str = include_str!("../data/special_use_domains.txt");
    const ENDINGS: [&str; 12] =
        ["com", "net", "org", "es", "co", "con", "cmo", "co.uk", "com.com", "blue", "lan", "a1b"];

    /// The first column of a file.
    fn domains(file: &str) -> impl Iterator<Item = &str> {
        file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_whitespace().next())
    }

    /// The word with one letter less, another, one more, and two swapped or parted, at each place.
    fn slips(word: &str) -> Vec<String> {
        let mut slips = Vec::new();
        for at in 1..word.len() {
            let (start, end) = word.split_at(at);
            let (before, last) = start.split_at(at - 1);
            let (first, behind) = end.split_at(1);
            slips.extend([format!("{before}{end}"), format!("{start}x{end}"), format!("{start}.{end}")]);
            slips.extend([format!("{start}{behind}"), format!("{start}x{behind}"), format!("x{end}")]);
            slips.push(format!("{before}{first}{last}{behind}"));
        }
        slips
    }

    #[track_caller]
    fn assert_agrees(input: &str) -> bool {
        let policy = Policy::form();
        let Some(scan) = policy.scan(input) else { return false };
        let is_unremarkable = policy.is_unremarkable(input, scan);
        let inspection = inspect_clean(&policy, input, scan);
        assert!(!is_unremarkable || inspection.findings().is_empty(), "{input}: {inspection:?}");
        is_unremarkable
    }

    #[test]
    fn an_input_of_4096_bytes_is_read() {
        let is_read = |octets| {
            let input = "a".repeat(octets);
            let inspection = Policy::form().inspect(&input);
            !inspection.findings().iter().any(|finding| finding.kind() == FindingKind::InputTooLong)
        };
        assert!(is_read(4096) && !is_read(4097));
    }

    #[test]
    fn a_domain_is_unremarkable_only_if_nothing_is_said_of_it() {
        let mut names: Vec<String> =
            domains(PROVIDERS).chain(domains(SPECIAL_USE)).map(String::from).collect();
        for name in distinctive_names() {
            names.extend(slips(name).into_iter().chain(slips(&format!("{name}com"))));
            names.extend(slips(&format!("{name}.com")));
        }
        let mut unremarkable = 0;
        for name in &names {
            let label = name.split('.').next().unwrap_or(name);
            unremarkable += usize::from(assert_agrees(&format!("ana@{name}")));
            assert_agrees(&format!("ana@mail.{name}"));
            for ending in ENDINGS {
                assert_agrees(&format!("ana@{label}.{ending}"));
                assert_agrees(&format!("a@{name}.{ending}"));
            }
        }
        assert!(unremarkable > 500, "the providers' are");
    }

    #[test]
    fn a_local_part_is_unremarkable_only_if_nothing_is_said_of_it() {
        for domain in ["example.es", "gmail.com", "yahoo.com", "a.es"] {
            for local in
                ["www", "www.ana", "WWW.ana", "www.", "ww.ana", "w", "=a", "=?a", "'a", "a'b", "a%20b", "a%"]
            {
                assert_agrees(&format!("{local}@{domain}"));
            }
            for other in ["-", "_", "+", "=", "%", "!", "xn--a", "A", "%2Ba", "'", "=?u?q?a?="] {
                for place in ["a*b", "*a", "a*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa*b", "ab.*c"]
                {
                    assert_agrees(&format!("{}@{domain}", place.replace('*', other)));
                }
            }
        }
    }
}
