//! `tests/data/international.txt` and `minority.txt`: nobody's name is suspect.
#![cfg(feature = "suggest")]

use std::collections::{BTreeMap, BTreeSet};

use normail::{Severity, Verdict, inspect};
use unicode_script::{Script, UnicodeScript};
use unicode_security::general_security_profile::{GeneralSecurityProfile, IdentifierType};

const ADDRESSES: &str = include_str!("data/international.txt");

/// Letters that NFKC splits although people write them every day.
const EVERYDAY: [char; 5] = ['\u{E33}', '\u{EB3}', '\u{EDC}', '\u{EDD}', '\u{587}'];

/// UAX #31, table 7.
const LIMITED_USE: [&str; 34] = [
    "Adlm", "Bali", "Bamu", "Batk", "Cakm", "Cans", "Cham", "Cher", "Hmnp", "Java", "Kali", "Lana", "Lepc",
    "Limb", "Lisu", "Mand", "Mtei", "Newa", "Nkoo", "Olck", "Osge", "Plrd", "Rohg", "Saur", "Sund", "Sylo",
    "Syrc", "Tale", "Talu", "Tavt", "Tfng", "Vaii", "Wcho", "Yiii",
];

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The codes of what was found, notes aside.
fn faults(input: &str) -> Vec<&'static str> {
    let inspection = inspect(input);
    let mut codes: Vec<_> = inspection
        .findings()
        .iter()
        .filter(|finding| finding.severity() != Severity::Note)
        .map(|finding| finding.code())
        .collect();
    if codes.is_empty() && inspection.verdict() != Verdict::Clean {
        codes.push("not clean");
    }
    codes
}

/// All is Clean but what is listed with a reason, which is at most one row in so many.
fn check(addresses: &'static str, exceptions: &'static str, one_in: usize) {
    // An address, the codes of what is found in it, and the reason, separated by tabs.
    let exceptions: BTreeMap<&str, &str> = rows(exceptions)
        .map(|row| {
            let mut columns = row.split('\t');
            let (input, codes) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
            assert!(columns.next().is_some_and(|reason| !reason.is_empty()), "{row:?} has no reason");
            (input, codes)
        })
        .collect();
    let addresses: BTreeSet<&str> = rows(addresses).collect();
    let mut wrong = Vec::new();
    for address in &addresses {
        let (found, listed) =
            (faults(address).join(" "), exceptions.get(address).copied().unwrap_or_default());
        if found != listed {
            wrong.push(format!("{address}\tfound: {found}\tlisted: {listed}"));
        }
    }
    let strangers = exceptions.keys().filter(|input| !addresses.contains(**input));
    wrong.extend(strangers.map(|input| format!("{input} is no row")));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(addresses.len() >= 2000);
    assert!(exceptions.len() * one_in <= addresses.len(), "{} of {}", exceptions.len(), addresses.len());
    println!("{} of {} are not Clean", exceptions.len(), addresses.len());
}

#[test]
fn nobodys_name_is_suspect() {
    check(ADDRESSES, include_str!("data/international_exceptions.txt"), 200);
}

#[test]
fn seldom_in_languages_that_computers_hardly_speak() {
    check(include_str!("data/minority.txt"), include_str!("data/minority_exceptions.txt"), 15);
}

#[test]
fn every_script_in_modern_use_is_there() {
    // As in a U-label: every row is as people write it.
    let mut scripts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows(ADDRESSES) {
        let own: BTreeSet<&str> = row.chars().map(|c| c.script().short_name()).collect();
        own.into_iter().for_each(|script| *scripts.entry(script).or_default() += 1);
    }
    let recommended: Vec<&str> = ('\0'..=char::MAX)
        .map(|c| c.script())
        .filter(|script| script.is_recommended() && !matches!(script, Script::Common | Script::Inherited))
        .map(Script::short_name)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    assert!(recommended.len() >= 29);
    let missing: Vec<_> =
        recommended.iter().chain(&LIMITED_USE).filter(|script| !scripts.contains_key(*script)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(scripts.len() >= 30 + 2, "Common and Inherited are no scripts");
}

/// The table above is UAX #31's; UTS #39 draws its Identifier_Type from it. Bopomofo is recommended in the one and of
/// limited use in the other.
#[test]
fn scripts_of_limited_use_are_those_of_the_data() {
    let of_data: BTreeSet<&str> = ('\0'..=char::MAX)
        .filter(|c| c.identifier_type() == Some(IdentifierType::Limited_Use))
        .map(|c| c.script().short_name())
        .filter(|script| *script != "Bopo")
        .collect();
    assert_eq!(of_data, BTreeSet::from(LIMITED_USE));
}

#[test]
fn everyday_letters_are_there() {
    for letter in EVERYDAY {
        assert!(rows(ADDRESSES).any(|row| row.contains(letter)), "{letter:?}");
    }
}
