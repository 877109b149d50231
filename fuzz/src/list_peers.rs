//! What other crates make of a list that both they and this one take: the same addresses in the same order, or a
//! difference with a rule.
//!
//! A rule says what of a list a peer does not read as RFC 5322 3.4 and 4.4 have it. What those do not take at all each
//! reads in its own way.

use std::sync::LazyLock;

use lettre::message::Mailboxes;
use mail_parser::Address;
use mail_parser::parsers::MessageStream;
use mailparse::{MailAddr, SingleInfo};
use normail::{EmailAddress, ListMember, Policy, Verdict};

use crate::abnf::languages::Language;
use crate::checks::Checked;
use crate::lists::Mailbox;
use crate::peers::{Reading, difference};

/// A longer list is not asked about: the interpreter's work grows faster than the text.
const BYTES_MAX: usize = 128;

static ADDRESS_LIST: LazyLock<Language> = LazyLock::new(Language::address_list);

/// Whether a list, which has these mailboxes, has what a peer reads otherwise.
type Rule = fn(&str, &[Mailbox<'_>]) -> bool;

/// `mail-parser`, which reads the value of a header field and makes the best of it.
pub fn mail_parser_reads_the_same(list: &str) -> Checked {
    let field = format!("{list}\r\n");
    let value = MessageStream::new(field.as_bytes()).parse_address();
    let addresses = value.as_address().map(Address::iter).into_iter().flatten();
    let theirs = addresses.map(|address| read(address.address()?)).collect();
    let rules: &[Rule] =
        &[has_separator_of_other_script, has_marks_in_literal, has_gap_in_address, has_encoded_word];
    agree("mail-parser", list, theirs, rules)
}

/// `mailparse`, which reads it too, from left to right.
pub fn mailparse_reads_the_same(list: &str) -> Checked {
    let Ok(addresses) = mailparse::addrparse(list) else { return Ok(()) };
    let members = addresses.iter().flat_map(|address| match address {
        MailAddr::Group(group) => &*group.addrs,
        MailAddr::Single(single) => core::slice::from_ref(single),
    });
    let theirs = members.map(|SingleInfo { addr, .. }| read(addr)).collect();
    let rules: &[Rule] =
        &[has_separator_of_other_script, has_marks_in_literal, has_inner_quote, has_nested_comment];
    agree("mailparse", list, theirs, rules)
}

/// `lettre`, which reads mailboxes as RFC 2822 has them, without comments.
pub fn lettre_reads_the_same(list: &str) -> Checked {
    let Ok(mailboxes) = list.parse::<Mailboxes>() else { return Ok(()) };
    let theirs =
        mailboxes.iter().map(|mailbox| Some(Reading::new(mailbox.email.user(), mailbox.email.domain())));
    agree("lettre", list, theirs.collect(), &[has_separator_of_other_script])
}

/// Without both parts a peer has found no address.
fn read(address: &str) -> Option<Reading> {
    let (local, domain) = address.rsplit_once('@')?;
    (!local.is_empty() && !domain.is_empty()).then(|| Reading::new(local, domain))
}

/// A peer that gives none, or has found no address in one of its members, has not read the list.
fn agree(peer: &str, list: &str, theirs: Option<Vec<Reading>>, rules: &[Rule]) -> Checked {
    let (Some(ours), Some(theirs)) = (addresses(list), theirs) else { return Ok(()) };
    if ours.is_empty() || theirs.is_empty() {
        return Ok(());
    }
    let how = if ours.len() == theirs.len() {
        let mut pairs = ours.iter().zip(&theirs).filter(|(ours, theirs)| !is_written(ours, theirs));
        pairs.find_map(|(ours, theirs)| difference(ours, theirs))
    } else {
        Some(format!("{theirs:?}, we {ours:?}"))
    };
    match how {
        Some(how) if !has_reason(list, rules) => Err(format!("{peer} reads {how}")),
        _ => Ok(()),
    }
}

/// The addresses of a list of which every member is one.
fn addresses(list: &str) -> Option<Vec<EmailAddress>> {
    let is_read = |member: &ListMember<'_>| matches!(member.verdict(), Verdict::Clean | Verdict::Repaired);
    let members = Policy::header().inspect_list(list);
    members.iter().map(|member| member.address().filter(|_| is_read(member)).cloned()).collect()
}

/// Whether a peer gives as it is written what we repair, or read without its comments and white space. Of a quoted local
/// part it may give what that means alone.
fn is_written(ours: &EmailAddress, theirs: &Reading) -> bool {
    let Reading { local, domain } = theirs;
    let quoted = format!("\"{}\"", local.replace('\\', "\\\\").replace('"', "\\\""));
    [local, &quoted]
        .into_iter()
        .any(|local| Policy::header().inspect(&format!("{local}@{domain}")).address() == Some(ours))
}

/// Commas and semicolons of other scripts part a list of ours, where strict does not take them; RFC 6532 has them as text.
fn has_separator_of_other_script(list: &str, _: &[Mailbox<'_>]) -> bool {
    list.contains(['\u{3001}', '\u{FF0C}', '\u{FF1B}', '\u{60C}', '\u{61B}'])
}

/// RFC 5322 3.4.1: any mark but a square bracket is text in a literal. A peer parts the list there.
fn has_marks_in_literal(_: &str, mailboxes: &[Mailbox<'_>]) -> bool {
    let mut literals = mailboxes.iter().filter_map(|mailbox| mailbox.addr_spec.split_once('['));
    literals.any(|(_, literal)| literal.contains([':', ',', ';', '@', '(', '<', '"']))
}

/// RFC 5322 4.4: white space and comments may stand between the words of a local part, and between the labels of a domain.
/// For a peer what stands behind them is of a name.
fn has_gap_in_address(_: &str, mailboxes: &[Mailbox<'_>]) -> bool {
    mailboxes.iter().any(|mailbox| mailbox.addr_spec.trim().contains([' ', '\t', '(']))
}

/// RFC 5322 3.2.5, 3.4.1: a quoted string may stand anywhere in a name, and be a local part. A peer knows it where a name
/// begins.
fn has_inner_quote(list: &str, mailboxes: &[Mailbox<'_>]) -> bool {
    let text = without_pairs(list);
    let is_inner =
        |before: &str| !before.trim_end().is_empty() && !before.trim_end().ends_with([',', ';', ':']);
    let has_inner = text.match_indices('"').step_by(2).any(|(at, _)| text.get(..at).is_some_and(is_inner));
    has_inner || mailboxes.iter().any(|mailbox| mailbox.addr_spec.contains('"'))
}

/// RFC 2047 5: no encoded word stands in an address. A peer takes one for a name wherever it stands.
fn has_encoded_word(list: &str, _: &[Mailbox<'_>]) -> bool {
    list.contains("=?")
}

/// RFC 5322 3.2.2: comments nest. A peer ends one at the first parenthesis that closes any.
fn has_nested_comment(list: &str, _: &[Mailbox<'_>]) -> bool {
    without_pairs(list).split(')').any(|comment| comment.matches('(').count() > 1)
}

/// The list without its quoted pairs.
fn without_pairs(list: &str) -> String {
    let mut chars = list.chars();
    let mut text = String::new();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            text.push(c);
        }
    }
    text
}

/// Whether a rule says why a peer differs, or the text is no list of RFC 5322.
fn has_reason(list: &str, rules: &[Rule]) -> bool {
    if list.len() > BYTES_MAX {
        return true;
    }
    // RFC 6532 3.2: beyond ASCII all is text, and letters stand for it.
    let ascii: String = list.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect();
    ADDRESS_LIST.mailboxes(&ascii).is_none_or(|mailboxes| rules.iter().any(|rule| rule(list, &mailboxes)))
}
