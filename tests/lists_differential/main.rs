//! `Policy::header().inspect_list` against RFC 5322's own address-list (sections 3.4 and 4.4): the same mailboxes in the
//! same order, with the same names and groups. What they differ on is shortened to the least that shows it.

#[allow(dead_code, reason = "of the languages only that of lists is wanted")]
#[path = "../abnf/mod.rs"]
mod abnf;
mod compare;
mod exceptions;
#[path = "../abnf/lists/mod.rs"]
mod lists;
#[path = "../abnf/mutate.rs"]
mod mutate;
#[path = "../abnf/shorten.rs"]
mod shorten;

use std::collections::{BTreeMap, BTreeSet};

use abnf::derive::Deriver;
use abnf::grammar::RuleId;
use abnf::languages::Language;
use abnf::prng::Prng;
use compare::{Difference, Tally, difference};
use lists::everyday_lists;
use mutate::{PIECES, mutate};
use shorten::shortened;

/// How many different lists each test tries: half of them derived, half damaged.
const LISTS: usize = 50_000;

/// A member beyond this many bytes is read by nobody.
const BYTES_MAX: usize = 4_096;

/// So many lists come near that.
const LONG_LISTS: usize = 10;
const LONG_SIZE: usize = 4_000;

/// So many differences are reported, at most `ALIKE` of them of the same kind, out of `PATIENCE`.
const REPORTED: usize = 8;
const ALIKE: usize = 2;
const PATIENCE: usize = 100;

/// What lists hold more often than addresses do, and what elsewhere than in a header would separate or unwrap.
const LIST_PIECES: &[&str] = &[
    ",",
    ";",
    ":",
    "<",
    ">",
    "\"",
    "(",
    ")",
    ", ",
    ",,",
    ":;",
    "\r\n ",
    "<@a:",
    "a@b.c",
    ",a@b.c",
    "<a@b.c>",
    "Ann ",
    "Ann:",
    "\"Ann, B\" ",
    "a@b.c; ",
    "\"c@d.e\" ",
    "(c@d.e)",
    "mailto:",
    "?s=x",
    "&amp;",
    "|",
    " / ",
    "{",
    "}",
    "'",
    "*",
    "=?a?q?b?=",
    "at",
];

#[test]
fn lists_of_the_grammar_are_read_as_it_says() {
    let language = Language::address_list();
    let deriver = Deriver::new(&language.grammar);
    check(&language, &deriver, language.start, 5322);
}

#[test]
fn lists_of_people_are_read_as_the_grammar_says() {
    let everyday = everyday_lists();
    let start = everyday.rule("list").expect("the grammar has its start rule");
    check(&Language::address_list(), &Deriver::new(&everyday), start, 822);
}

fn check(language: &Language, deriver: &Deriver<'_>, start: RuleId, seed: u64) {
    let mut tally = Tally::default();
    let mut reports: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut patience = PATIENCE;
    for list in texts(deriver, start, seed).into_iter().filter(|list| list.len() <= BYTES_MAX) {
        let Some(mailboxes) = language.mailboxes(&list) else { continue };
        tally.lists += 1;
        let Err(Difference { kind, .. }) = difference(language, &list, &mailboxes, &mut tally) else {
            continue;
        };
        patience -= 1;
        let alike = reports.entry(kind).or_default();
        if alike.len() < ALIKE {
            alike.insert(report(language, &list, kind));
        }
        if patience == 0 {
            break;
        }
    }
    let reports: Vec<String> = reports.into_values().flatten().take(REPORTED).collect();
    assert!(reports.is_empty(), "{}", reports.concat());

    println!("{tally:#?}");
    let Tally { lists, mailboxes, addresses, names, groups, rules } = tally;
    assert!(lists >= LISTS / 2, "only {lists} of {LISTS} texts are lists");
    for (what, count) in [("addresses", addresses), ("names", names), ("groups", groups)] {
        assert!(count >= 100, "only {count} {what} of {mailboxes} mailboxes are compared");
    }
    let excepted: usize = rules.values().sum();
    assert!(excepted <= mailboxes / 20, "{excepted} of {mailboxes} mailboxes are exceptions");
}

/// The least list that shows a difference of the kind, and what differs.
fn report(language: &Language, list: &str, kind: &'static str) -> String {
    let shown = |text: &str| {
        let mailboxes = language.mailboxes(text)?;
        difference(language, text, &mailboxes, &mut Tally::default()).err().filter(|shown| shown.kind == kind)
    };
    let list = shortened(list, |text| shown(text).is_some());
    let how = shown(&list).map(|difference| difference.how).unwrap_or_default();
    format!("\n{kind}: {list:?}: {how}")
}

/// Different lists, the same ones in every run, most of them short.
fn texts(deriver: &Deriver<'_>, start: RuleId, seed: u64) -> Vec<String> {
    let mut random = Prng::new(seed);
    let pieces: Vec<&str> =
        PIECES.iter().filter(|piece| piece.is_ascii()).chain(LIST_PIECES).copied().collect();
    let mut texts = Vec::new();
    let mut seen = BTreeSet::new();
    while texts.len() < LISTS - LONG_LISTS {
        let derived = deriver.derive(start, &mut random);
        let text = if random.chance(1, 2) {
            derived
        } else {
            let other = deriver.derive(start, &mut random);
            mutate(&derived, &other, &pieces, &mut random)
        };
        if seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    texts.extend((0..LONG_LISTS).map(|_| long_list(deriver, start, &mut random)));
    texts
}

/// Lists with commas between them are a list.
fn long_list(deriver: &Deriver<'_>, start: RuleId, random: &mut Prng) -> String {
    let mut list = deriver.derive(start, random);
    while list.len() < LONG_SIZE {
        list.push(',');
        list.push_str(&deriver.derive(start, random));
    }
    list
}
