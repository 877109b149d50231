//! What stands in a list of addresses by RFC 5322's own grammar: its mailboxes, with their names and groups.

pub(crate) mod derivation;
pub(crate) mod phrase;

use crate::abnf::grammar::{Grammar, RuleId};
use crate::abnf::languages::{CORE, Language, RFC_5322, RFC_5322_OBSOLETE};
use derivation::{Node, Piece};
use phrase::Phrase;

const RFC_5322_LISTS: &str = include_str!("../../data/abnf/rfc5322_lists.abnf");
const RFC_5322_LISTS_OBSOLETE: &str = include_str!("../../data/abnf/rfc5322_lists_obsolete.abnf");

/// Rules of which only the place in a list matters.
const OPAQUE: &[&str] = &["addr-spec", "obs-route", "CFWS", "FWS"];

/// Lists as people write them, all of them lists of RFC 5322. The start rule is `list`.
pub(crate) fn everyday_lists() -> Grammar {
    let texts = [CORE, include_str!("../../data/abnf/everyday_lists.abnf")];
    Grammar::new(&texts, &[]).expect("the grammar is well-formed")
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mailbox<'a> {
    /// With the comments and white space that the grammar has inside it.
    pub(crate) addr_spec: &'a str,
    /// What of the mailbox stands in front of it and behind it: a name, brackets, a route, comments.
    pub(crate) beside: [&'a str; 2],
    /// Its display name.
    pub(crate) name: Option<Phrase<'a>>,
    /// The display name of the group that it is a member of.
    pub(crate) group: Option<Phrase<'a>>,
}

impl Language {
    /// RFC 5322, sections 3.4 and 4.4.
    pub(crate) fn address_list() -> Language {
        let texts = [CORE, RFC_5322, RFC_5322_LISTS, RFC_5322_OBSOLETE, RFC_5322_LISTS_OBSOLETE];
        Language::new("address-list", "address-list", &texts, &[])
    }

    /// The mailboxes of a list in their order, `None` where the text is no list. Any derivation has them: all that
    /// derivations differ in is which of two neighbours a comment or white space belongs to, and of how many atoms a
    /// word is made.
    pub(crate) fn mailboxes<'a>(&self, list: &'a str) -> Option<Vec<Mailbox<'a>>> {
        let root = self.grammar.derivation(self.start, list, &self.rules(OPAQUE))?;
        let mut mailboxes = Vec::new();
        collect(&root, None, &mut mailboxes);
        Some(mailboxes)
    }

    /// An addr-spec without the comments and white space around its local part and around its domain.
    pub(crate) fn bare(&self, addr_spec: &str) -> Option<String> {
        let rule = self.grammar.rule("addr-spec").ok()?;
        let root = self.grammar.derivation(rule, addr_spec, &self.rules(&["CFWS"]))?;
        let parts: Vec<String> = root.children.iter().map(without_edges).collect();
        Some(parts.join("@"))
    }

    fn rules(&self, names: &[&str]) -> Vec<RuleId> {
        names.iter().flat_map(|name| self.grammar.rule(name)).collect()
    }
}

fn collect<'a>(node: &Node<'_, 'a>, group: Option<&Phrase<'a>>, mailboxes: &mut Vec<Mailbox<'a>>) {
    let name = || node.find("display-name").map(Phrase::read);
    match (node.name, node.find("addr-spec")) {
        ("mailbox", Some(addr_spec)) => {
            let start = addr_spec.start - node.start;
            let (front, rest) = node.text.split_at(start);
            let beside = [front, &rest[addr_spec.text.len()..]];
            mailboxes.push(Mailbox {
                addr_spec: addr_spec.text,
                beside,
                name: name(),
                group: group.cloned(),
            });
        }
        ("group", _) => {
            let name = name();
            node.children.iter().for_each(|child| collect(child, name.as_ref(), mailboxes));
        }
        _ => node.children.iter().for_each(|child| collect(child, group, mailboxes)),
    }
}

/// The text of a node without the comments and white space that it starts and ends with.
fn without_edges(node: &Node<'_, '_>) -> String {
    let mut texts = Vec::new();
    write_texts(node, &mut texts);
    let is_text = |(is_gap, _): &(bool, &str)| !is_gap;
    let start = texts.iter().position(is_text).unwrap_or(0);
    let end = texts.iter().rposition(is_text).map_or(0, |last| last + 1);
    texts[start..end].iter().map(|(_, text)| *text).collect()
}

/// What the node's text is put together of, and of each piece whether it is comments and white space.
fn write_texts<'a>(node: &Node<'_, 'a>, texts: &mut Vec<(bool, &'a str)>) {
    for piece in node.pieces() {
        match piece {
            Piece::Rule(child) if child.name == "cfws" => texts.push((true, child.text)),
            Piece::Rule(child) => write_texts(child, texts),
            Piece::Text(text) => texts.push((false, text)),
        }
    }
}
