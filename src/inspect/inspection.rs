//! What a lenient look at an input gives.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::edits::applied;
use crate::address::EmailAddress;
use crate::finding::{Applicability, Detail, Finding, FindingKind, Severity};
use crate::security_profile::SecurityProfile;

/// What to do with an input, at a glance.
///
/// ```
/// use normail::{Verdict, inspect};
///
/// assert_eq!(inspect("ana@example.com").verdict(), Verdict::Clean);
/// assert_eq!(inspect(" ana@example.com").verdict(), Verdict::Repaired);
/// assert_eq!(inspect("ana\u{2011}maria@example.com").verdict(), Verdict::Doubtful);
/// assert_eq!(inspect("ana").verdict(), Verdict::Rejected);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The input is an address as it stands; what there is to say are notes.
    Clean,
    /// It was repaired, and there is no other reading.
    Repaired,
    /// There is an address that can be used, but ask the person. When they keep it, store the codes of the
    /// [`doubts`](Inspection::doubts) with it.
    Doubtful,
    /// There is no address; a suggestion may stand beside it.
    Rejected,
}

/// Every finding about one input, the repaired address, and a suggestion.
///
/// ```
/// use normail::{Verdict, inspect};
///
/// let inspection = inspect("Ana <ana@EXAMPLE.com>");
/// assert_eq!(inspection.verdict(), Verdict::Repaired);
/// assert_eq!(inspection.address().unwrap().as_str(), "ana@example.com");
/// assert_eq!(inspection.display_name().as_deref(), Some("Ana"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection<'a> {
    input: &'a str,
    findings: Vec<Finding>,
    address: Option<EmailAddress>,
    suggestion: Option<EmailAddress>,
    display_name: Option<String>,
}

impl<'a> Inspection<'a> {
    pub(super) fn new(input: &'a str, findings: Vec<Finding>, address: Option<EmailAddress>) -> Self {
        Self { input, findings, address, suggestion: None, display_name: None }
    }

    /// What is said of an input that nothing reads.
    pub(super) fn too_long(input: &'a str, limit: usize) -> Self {
        let size = Detail::Size { octets: input.len(), limit };
        let finding = Finding::error(FindingKind::InputTooLong, 0..input.len()).with_detail(size);
        Self::new(input, alloc::vec![finding], None)
    }

    #[must_use]
    pub(super) fn with_suggestion(mut self, suggestion: Option<EmailAddress>) -> Self {
        self.suggestion = suggestion;
        self
    }

    #[must_use]
    pub(super) fn with_display_name(mut self, display_name: Option<String>) -> Self {
        self.display_name = display_name;
        self
    }

    /// What was inspected.
    #[must_use]
    pub fn input(&self) -> &'a str {
        self.input
    }

    /// Everything odd, in the order of the input.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings that ask for a look, which are those of [`Warning`](Severity::Warning) and above: what a front end
    /// tells a person, and what to store with the address of a [`Doubtful`](Verdict::Doubtful) input that is kept.
    ///
    /// Normalising can make plain what was doubtful, so the stored address alone would not tell.
    ///
    /// ```
    /// let kept = normail::inspect("ana@\u{FB01}nance.com ");
    /// assert_eq!(kept.address().unwrap().as_str(), "ana@finance.com");
    /// let doubts: Vec<_> = kept.doubts().map(|finding| finding.code()).collect();
    /// assert_eq!(doubts, ["compatibility-character"]);
    /// ```
    pub fn doubts(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity() > Severity::Note)
    }

    /// What to do, derived from the findings: any error is [`Rejected`](Verdict::Rejected), else any warning
    /// [`Doubtful`](Verdict::Doubtful), else any automatic fix [`Repaired`](Verdict::Repaired), else
    /// [`Clean`](Verdict::Clean).
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.findings.iter().map(Finding::severity).max() {
            Some(Severity::Error) => Verdict::Rejected,
            Some(Severity::Warning) => Verdict::Doubtful,
            _ if self.findings.iter().any(Finding::is_repaired) => Verdict::Repaired,
            _ => Verdict::Clean,
        }
    }

    /// The address: the input with every automatic fix applied. `None` if the verdict is
    /// [`Rejected`](Verdict::Rejected).
    ///
    /// Who stores that of a [`Doubtful`](Verdict::Doubtful) input stores the doubt with it, by the findings' codes:
    /// normalising makes some of them plain, and inspecting the address again need not find them.
    #[must_use]
    pub fn address(&self) -> Option<&EmailAddress> {
        self.address.as_ref()
    }

    /// What was likely meant, if that is something else: the input with the fixes applied that a person has to
    /// confirm.
    ///
    /// It was parsed, not judged: [`inspect`](crate::inspect()) it once a person has taken it, for it can be Doubtful
    /// itself. Where letters were left out of the local part (`joh...@example.com`) there is none: whose address it is,
    /// nobody can say.
    ///
    /// ```
    /// let inspection = normail::inspect("ana@@example.com");
    /// assert_eq!(inspection.address(), None);
    /// assert_eq!(inspection.suggestion().unwrap().as_str(), "ana@example.com");
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&EmailAddress> {
        self.suggestion.as_ref()
    }

    /// The name that stood beside the address: the phrase before it (RFC 5322 3.2.5), or where there is none the comment
    /// behind it, as in `ana@example.com (Ana Gil)`. It is without quotes, the backslashes in them, and comments; white space
    /// is single, and encoded words (RFC 2047) are decoded.
    ///
    /// Decoded are words in UTF-8, US-ASCII, ISO-8859-1 and windows-1252. One in another charset, one whose octets its
    /// charset has no characters for, one that would bring in a control or a line break, and one inside a quoted string
    /// (RFC 2047 5) stay as they are.
    ///
    /// It is text from outside, and may hold any character: escape it, as with [`visible`](crate::visible).
    ///
    /// ```
    /// let inspection = normail::inspect("=?UTF-8?Q?Jos=C3=A9?= <jose@example.com>");
    /// assert_eq!(inspection.display_name().as_deref(), Some("José"));
    /// ```
    #[must_use]
    pub fn display_name(&self) -> Option<Cow<'_, str>> {
        self.display_name.as_deref().map(Cow::Borrowed)
    }

    /// Whether the display name meets its part of the e-mail security profile of UTS #39, the *quoted-string-part*;
    /// `None` where there is no name. For the other parts see
    /// [`EmailAddress::security_profile`](crate::EmailAddress::security_profile).
    ///
    /// ```
    /// use normail::SecurityClause;
    ///
    /// let inspection = normail::inspect("a\u{301}\u{301} <ana@example.com>");
    /// let profile = inspection.display_name_profile().unwrap();
    /// assert!(profile.failed().any(|clause| clause == SecurityClause::QuotedStringMarks));
    /// ```
    #[must_use]
    pub fn display_name_profile(&self) -> Option<SecurityProfile> {
        self.display_name.as_deref().map(SecurityProfile::of_display_name)
    }

    /// [`address`](Inspection::address), owned.
    #[must_use]
    pub fn into_address(self) -> Option<EmailAddress> {
        self.address
    }

    /// The input with the fixes applied that may be applied so: text that parses to [`address`](Inspection::address)
    /// or to [`suggestion`](Inspection::suggestion), and `None` where there is none.
    ///
    /// ```
    /// use normail::{Applicability, inspect};
    ///
    /// let inspection = inspect("an a@example.com ");
    /// assert_eq!(inspection.apply(Applicability::Automatic), None);
    /// assert_eq!(inspection.apply(Applicability::Confirm).as_deref(), Some("ana@example.com"));
    /// ```
    #[must_use]
    pub fn apply(&self, applicability: Applicability) -> Option<Cow<'a, str>> {
        match applicability {
            Applicability::Automatic => self.address.as_ref()?,
            Applicability::Confirm => self.suggestion.as_ref()?,
        };
        Some(applied(self.input, &self.findings, applicability))
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use crate::finding::{Finding, Language};
    use crate::inspect;
    use crate::security_profile::SecurityClause;

    #[test]
    fn doubts_are_what_is_more_than_a_note() {
        let cases: [(&str, &[&str]); 4] = [
            ("ana@example.com", &[]),
            (" ana@example.com", &[]),
            (" ana\u{2011}maria@example.com", &["lookalike-punctuation"]),
            (" ana\u{2011}maria..gil@example.com", &["lookalike-punctuation", "consecutive-dots"]),
        ];
        for (input, expected) in cases {
            let inspection = inspect(input);
            let doubts: Vec<_> = inspection.doubts().map(Finding::code).collect();
            assert_eq!(doubts, expected, "{input}");
        }
    }

    #[test]
    fn encoded_words_are_decoded_outside_quotes() {
        for (input, expected) in [
            ("=?windows-1252?Q?Zo=EB_=8Aik?= <zoe@example.com>", "Zoë Šik"),
            ("Dr. =?ISO-8859-1?Q?Jos=E9?= <jose@example.com>", "Dr. José"),
            ("=?us-ascii?q?Jos=E9?= <jose@example.com>", "=?us-ascii?q?Jos=E9?="),
            ("=?koi8-r?B?8NLJ18XU?= <ana@example.com>", "=?koi8-r?B?8NLJ18XU?="),
            ("\"=?windows-1252?Q?Zo=EB?=\" <zoe@example.com>", "=?windows-1252?Q?Zo=EB?="),
        ] {
            let inspection = inspect(input);
            assert_eq!(inspection.display_name().as_deref(), Some(expected), "{input}");
        }
    }

    #[test]
    fn the_profile_is_that_of_the_display_name() {
        let failed = |input| {
            let profile = inspect(input).display_name_profile()?;
            Some(profile.failed().collect::<Vec<_>>())
        };
        assert_eq!(failed("ana@example.com"), None);
        assert_eq!(failed("Ana <ana@example.com>"), Some(Vec::new()));
        let marks = alloc::vec![SecurityClause::QuotedStringMarks];
        assert_eq!(failed("x\u{301}\u{301} <ana@example.com>"), Some(marks));
    }

    #[test]
    fn it_is_displayed_as_its_report_in_english() {
        let inspection = inspect(" ana@gmial.com");
        assert_eq!(inspection.to_string(), inspection.report(Language::English).to_string());
    }
}
