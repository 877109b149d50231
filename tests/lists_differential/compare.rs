//! What a list shows: its mailboxes as the grammar has them beside the members that the crate gives.

use std::collections::BTreeMap;

use normail::{FindingKind, ListMember, Policy};

use crate::abnf::languages::Language;
use crate::exceptions::{has_comment, has_control, is_aside, reason, repair};
use crate::lists::Mailbox;

/// So many members of a list are shown.
const SHOWN: usize = 8;

/// What was compared, and how often a rule of the crate's own decided.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) lists: usize,
    pub(crate) mailboxes: usize,
    pub(crate) addresses: usize,
    pub(crate) names: usize,
    pub(crate) groups: usize,
    pub(crate) rules: BTreeMap<&'static str, usize>,
}

impl Tally {
    fn count(&mut self, rule: &'static str) -> Result<(), Difference> {
        *self.rules.entry(rule).or_default() += 1;
        Ok(())
    }
}

/// What a list shows, and how.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) kind: &'static str,
    pub(crate) how: String,
}

fn differs(kind: &'static str, how: String) -> Result<(), Difference> {
    Err(Difference { kind, how })
}

pub(crate) fn difference(
    language: &Language,
    list: &str,
    mailboxes: &[Mailbox<'_>],
    tally: &mut Tally,
) -> Result<(), Difference> {
    let members = Policy::header().inspect_list(list);
    if members.len() != mailboxes.len() {
        let (found, known) = (members.len(), mailboxes.len());
        let kind = if found > known { "more members" } else { "fewer members" };
        let inputs: Vec<_> = members.iter().take(SHOWN).map(|member| member.inspection().input()).collect();
        return differs(kind, format!("{found} instead of {known}: {inputs:?}"));
    }
    for (mailbox, member) in mailboxes.iter().zip(&members) {
        tally.mailboxes += 1;
        compare_address(language, mailbox, member, tally)?;
        compare_name(mailbox, member, tally)?;
        compare_group(mailbox, member, tally)?;
    }
    Ok(())
}

fn compare_address(
    language: &Language,
    mailbox: &Mailbox<'_>,
    member: &ListMember<'_>,
    tally: &mut Tally,
) -> Result<(), Difference> {
    let strict = Policy::header().parse(mailbox.addr_spec).ok();
    let codes =
        || format!("{:?}", member.findings().iter().map(|finding| finding.code()).collect::<Vec<_>>());
    match (&strict, member.address()) {
        (_, Some(given)) if has_control(mailbox) => differs("control taken", format!("{given}, {}", codes())),
        (None, None) => Ok(()),
        (Some(strict), Some(given)) if strict == given => {
            tally.addresses += 1;
            Ok(())
        }
        (Some(strict), Some(given)) => differs("another address", format!("{given} instead of {strict}")),
        (Some(strict), None) => match reason(mailbox, member) {
            Some(rule) => tally.count(rule),
            None => differs("refused", format!("{strict}, {}", codes())),
        },
        (None, Some(given)) => match repair(language, mailbox.addr_spec, given) {
            Some(rule) => tally.count(rule),
            None => differs("taken", format!("{given}, {}", codes())),
        },
    }
}

fn compare_name(mailbox: &Mailbox<'_>, member: &ListMember<'_>, tally: &mut Tally) -> Result<(), Difference> {
    let found = member.inspection().display_name().filter(|name| !name.is_empty());
    match (&mailbox.name, found.as_deref()) {
        (Some(name), _) if is_aside(name) => Ok(()),
        (Some(name), Some(found)) if name.read == found => {
            tally.names += 1;
            Ok(())
        }
        (Some(name), found) if !name.read.is_empty() => {
            differs("name", format!("{found:?} instead of {:?}", name.read))
        }
        // Where there is no name, a comment may be it.
        (_, Some(found)) if !has_comment(mailbox) => differs("name", format!("{found:?} instead of none")),
        _ => Ok(()),
    }
}

fn compare_group(
    mailbox: &Mailbox<'_>,
    member: &ListMember<'_>,
    tally: &mut Tally,
) -> Result<(), Difference> {
    if member.findings().iter().any(|finding| finding.kind() == FindingKind::Group) {
        return differs("group", "a finding says what `ListMember::group` says".to_owned());
    }
    match (&mailbox.group, member.group()) {
        (None, None) => Ok(()),
        (Some(group), Some(found)) if group.read == found || is_aside(group) => {
            tally.groups += 1;
            Ok(())
        }
        (group, found) => {
            differs("group", format!("{found:?} instead of {:?}", group.as_ref().map(|group| &group.read)))
        }
    }
}
