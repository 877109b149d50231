//! Lists of addresses, as people and headers write them.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::iter::FusedIterator;
use core::ops::Range;

use super::inspection::{Inspection, Verdict};
use super::members::{Member, Members};
use super::side_by_side::{are_side_by_side, bare};
use crate::address::EmailAddress;
use crate::finding::Finding;
use crate::policy::Policy;
use crate::span::shifted;

/// One member of a list: its own [`Inspection`], and where it stands in the list.
///
/// ```
/// let members = normail::Policy::form().inspect_list("Pérez, Ana <ana@example.com>; bob@example.com,");
/// assert_eq!(members.len(), 2);
/// assert_eq!(members[1].address().unwrap().as_str(), "bob@example.com");
/// assert_eq!(members[1].offset(), 31);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMember<'a> {
    inspection: Inspection<'a>,
    offset: usize,
    utf16_offset: usize,
    group: Option<Arc<str>>,
}

impl<'a> ListMember<'a> {
    /// What was found in the member's own text. Spans count from the start of that text.
    #[must_use]
    pub fn inspection(&self) -> &Inspection<'a> {
        &self.inspection
    }

    /// Its [`Inspection::verdict`].
    ///
    /// ```
    /// use normail::{Policy, Verdict};
    ///
    /// let members = Policy::form().inspect_list("ana@example.com, bob@gmial.com");
    /// assert_eq!((members[0].verdict(), members[1].verdict()), (Verdict::Clean, Verdict::Doubtful));
    /// assert_eq!(members[1].address().unwrap().as_str(), "bob@gmial.com");
    /// assert_eq!(members[1].suggestion().unwrap().as_str(), "bob@gmail.com");
    /// assert_eq!(members[1].findings()[0].code(), "domain-typo");
    /// ```
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.inspection.verdict()
    }

    /// Its [`Inspection::address`].
    #[must_use]
    pub fn address(&self) -> Option<&EmailAddress> {
        self.inspection.address()
    }

    /// Its [`Inspection::suggestion`].
    #[must_use]
    pub fn suggestion(&self) -> Option<&EmailAddress> {
        self.inspection.suggestion()
    }

    /// Its [`Inspection::findings`]. Spans count from the start of the member's text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        self.inspection.findings()
    }

    /// The name of the group that it stands in (RFC 5322 3.4): its words without their quotes and without comments. `None`
    /// for a member of no group.
    ///
    /// ```
    /// let members = normail::Policy::form().inspect_list("\"The Team\": ana@example.com, bob@example.org;");
    /// assert_eq!(members.len(), 2);
    /// assert_eq!(members[1].group(), Some("The Team"));
    /// ```
    #[must_use]
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// The inspection, without the offset.
    #[must_use]
    pub fn into_inspection(self) -> Inspection<'a> {
        self.inspection
    }

    /// Where the member's text starts, in bytes of the list.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Where the member's text starts, in UTF-16 code units of the list, as JavaScript counts.
    ///
    /// ```
    /// let members = normail::Policy::form().inspect_list("zoë@example.com, bob@example.com");
    /// assert_eq!((members[1].offset(), members[1].utf16_offset()), (18, 17));
    /// ```
    #[must_use]
    pub fn utf16_offset(&self) -> usize {
        self.utf16_offset
    }
}

/// No list above this is read, in bytes: some 20,000 addresses (DoS, not an RFC).
const LIST_MAX: usize = 512 * 1024;

impl Policy {
    /// Inspects each address of a list that people or a header wrote.
    ///
    /// Under [`header`](Policy::header) a list is read as RFC 5322 3.4 has it, obsolete forms (4.4) included: whatever its
    /// `address-list` takes gives the same mailboxes, in order, one with an address that the strict door refuses as a
    /// Rejected member. A line break with a space or a tab behind it is a fold, also where it is a line feed alone. Other
    /// policies end a member at every line break: what comes raw out of a message is for `header`.
    ///
    /// What separates, under every policy:
    ///
    /// - `,`, `;`, line breaks, and the commas and semicolons U+3001, U+FF0C, U+FF1B, U+060C, U+061B of other scripts,
    ///   outside quotes, comments, brackets and character references (`&amp;`). One of another script separates nothing where
    ///   the strict door takes all that stands up to the next separator of ASCII, as it takes `a、b@example.com`.
    /// - White space, `|`, and a `/` between spaces, where nothing but complete addresses stands beside them.
    ///
    /// What belongs together:
    ///
    /// - A name with commas and its address: `Last, First <address>`. What stands before a comma is no name if it holds an
    ///   address, also a broken one or one in words: then it is a member of its own.
    /// - The members of a group, `Team: ana@example.com, bob@example.org;`, come one by one, each with its
    ///   [`group`](ListMember::group); a group without any gives none. Its semicolon has to end the list or to stand before a
    ///   comma; elsewhere than in a header its name is no field (`To`), no scheme and no label such as `Email`.
    /// - The addresses of a `mailto:` link; the query behind several of them is dropped, unless it holds a control.
    ///
    /// A quote behind a letter or a digit opens nothing outside a header (`5" pipe`), and what nothing closes encloses nothing:
    /// the member that holds it says so. Members without text are skipped, in a header also those of comments alone. The cap
    /// of 4,096 bytes is each member's; a list above 512 KiB is one member that is
    /// [`InputTooLong`](crate::FindingKind::InputTooLong).
    ///
    /// ```
    /// use normail::{Policy, Verdict};
    ///
    /// let members = Policy::form().inspect_list("ana@example.com; ; bob@example.com ");
    /// let verdicts: Vec<_> = members.iter().map(|member| member.verdict()).collect();
    /// assert_eq!(verdicts, [Verdict::Clean, Verdict::Clean]);
    /// ```
    #[must_use]
    pub fn inspect_list<'a>(&self, list: &'a str) -> Vec<ListMember<'a>> {
        self.members(list).collect()
    }

    /// The members that [`inspect_list`](Policy::inspect_list) gives, one after the other: each is inspected when it is
    /// asked for, so that a long list takes no more memory than its longest member.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let policy = Policy::form();
    /// let mut members = policy.members("ana@example.com bob@example.org");
    /// assert_eq!(members.next().unwrap().address().unwrap().as_str(), "ana@example.com");
    /// assert_eq!(members.next().unwrap().offset(), 16);
    /// assert!(members.next().is_none());
    /// ```
    #[must_use]
    pub fn members<'p, 'a>(&'p self, list: &'a str) -> ListMembers<'p, 'a> {
        let text = if list.len() > LIST_MAX { "" } else { list };
        ListMembers {
            policy: self,
            list,
            members: Members::of(self, text),
            side_by_side: None,
            counted: 0,
            utf16_counted: 0,
            is_too_long: list.len() > LIST_MAX,
        }
    }
}

/// The members of a list, one after the other: what [`Policy::members`] gives.
#[derive(Clone, Debug)]
pub struct ListMembers<'p, 'a> {
    policy: &'p Policy,
    list: &'a str,
    members: Members<'p, 'a>,
    /// What is left of a member that is several addresses side by side.
    side_by_side: Option<Member>,
    /// Up to there the list is counted in UTF-16 code units, and how many these are.
    counted: usize,
    utf16_counted: usize,
    is_too_long: bool,
}

impl<'a> ListMembers<'_, 'a> {
    fn text(&self, span: &Range<usize>) -> &'a str {
        self.list.get(span.clone()).unwrap_or_default()
    }

    /// The next member, each of several side by side as one.
    fn next_member(&mut self) -> Option<Member> {
        if self.side_by_side.is_none() {
            let member = self.members.next()?;
            let text = self.text(&member.span);
            let may_be_several = member.at_signs >= 2 || !text.is_ascii();
            if !may_be_several || !are_side_by_side(self.policy, text) {
                return Some(member);
            }
            self.side_by_side = Some(member);
        }
        let rest = self.side_by_side.as_mut()?;
        let text = self.list.get(rest.span.clone()).unwrap_or_default();
        let mut addresses = bare(text);
        let span = shifted(&addresses.next()?, rest.span.start);
        let member = Member { span, group: rest.group.clone(), at_signs: 1 };
        let next = addresses.next().map(|next| shifted(&next, rest.span.start));
        match next {
            Some(next) => rest.span.start = next.start,
            None => self.side_by_side = None,
        }
        Some(member)
    }
}

impl<'a> Iterator for ListMembers<'_, 'a> {
    type Item = ListMember<'a>;

    fn next(&mut self) -> Option<ListMember<'a>> {
        if core::mem::take(&mut self.is_too_long) {
            let inspection = Inspection::too_long(self.list, LIST_MAX);
            return Some(ListMember { inspection, offset: 0, utf16_offset: 0, group: None });
        }
        let Member { span, group, .. } = self.next_member()?;
        let passed = self.text(&(self.counted..span.start));
        let passed = if passed.is_ascii() { passed.len() } else { passed.encode_utf16().count() };
        self.utf16_counted = self.utf16_counted.saturating_add(passed);
        self.counted = span.start;
        let inspection = self.policy.inspect(self.text(&span));
        Some(ListMember { inspection, offset: span.start, utf16_offset: self.utf16_counted, group })
    }
}

impl FusedIterator for ListMembers<'_, '_> {}
