//! Every domain of the data files through the lenient door: what people use is no slip of anything.
#![cfg(feature = "suggest")]

mod common;

use common::codes;
use normail::{EmailAddress, FindingKind, Severity, Verdict, inspect, is_valid};

const PROVIDERS: &str = include_str!("../data/providers.txt");
const COMMON: &str = include_str!("../data/common_domains.txt");
const SPECIAL_USE: &str = include_str!("../data/special_use_domains.txt");
const COMPANIES: &str = include_str!("data/companies.txt");

/// The lines of a file that are no comment.
fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first column of a file.
fn domains(file: &str) -> impl Iterator<Item = &str> {
    lines(file).filter_map(|line| line.split_whitespace().next())
}

/// Fails with all that is wrong at once.
fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with an address at a domain that people use: it has to be clean, and nothing else may be offered.
fn not_clean(domain: &str) -> Option<String> {
    let input = format!("ana@{domain}");
    let inspection = inspect(&input);
    let is_clean = inspection.verdict() == Verdict::Clean
        && inspection.suggestion().is_none()
        && inspection.address().map(EmailAddress::as_str) == Some(&input);
    (!is_clean || !is_valid(&input)).then(|| {
        format!("{input}: {:?} {:?} {:?}", inspection.verdict(), codes(&inspection), inspection.suggestion())
    })
}

#[test]
fn a_providers_domain_is_clean() {
    assert!(domains(PROVIDERS).count() > 500, "the file has been read");
    assert_none(domains(PROVIDERS).filter_map(not_clean).collect());
}

#[test]
fn a_domain_that_may_be_meant_is_clean() {
    assert!(domains(COMMON).count() > 10, "the file has been read");
    assert_none(domains(COMMON).filter_map(not_clean).collect());
}

#[test]
fn a_companys_domain_is_clean() {
    assert!(domains(COMPANIES).count() > 100, "the file has been read");
    let in_normal_form = |domain: &&str| domain.is_ascii() && !domain.contains(char::is_uppercase);
    assert_none(domains(COMPANIES).filter(in_normal_form).filter_map(not_clean).collect());
}

#[test]
fn a_companys_domain_beyond_ascii_is_clean_too() {
    for domain in domains(COMPANIES).filter(|domain| !domain.is_ascii()) {
        let input = format!("ana@{domain}");
        let inspection = inspect(&input);
        assert_eq!(inspection.verdict(), Verdict::Clean, "{input}: {:?}", codes(&inspection));
        assert_eq!(inspection.suggestion(), None, "{input}");
    }
}

/// Capitals change nothing.
#[test]
fn a_known_domain_in_capitals_is_clean() {
    for domain in domains(PROVIDERS).chain(domains(COMMON)) {
        let input = format!("ana@{}", domain.to_uppercase());
        let inspection = inspect(&input);
        assert_eq!(inspection.verdict(), Verdict::Clean, "{input}: {:?}", codes(&inspection));
        assert_eq!(inspection.address().map(EmailAddress::as_str), Some(format!("ana@{domain}").as_str()));
    }
}

/// A domain alone lost no at-sign.
#[test]
fn a_known_domain_alone_gets_no_suggestion() {
    let suggested = |domain: &str| {
        let inspection = inspect(domain);
        assert_eq!(inspection.verdict(), Verdict::Rejected, "{domain}");
        inspection.suggestion().map(|meant| format!("{domain}: {meant}"))
    };
    assert_none(domains(PROVIDERS).chain(domains(COMMON)).filter_map(suggested).collect());
}

/// Whether the name is special: a note for the three of the documents, a warning for all others, never an error.
fn not_special(name: &str, severity: Severity) -> Option<String> {
    let input = format!("ana@{name}");
    let inspection = inspect(&input);
    let [finding] = inspection.findings() else {
        return Some(format!("{input}: {:?}", codes(&inspection)));
    };
    let is_told = finding.kind() == FindingKind::SpecialUseDomain
        && finding.severity() == severity
        && finding.span() == (4..input.len())
        && finding.fix().is_none();
    let is_usable = inspection.address().map(EmailAddress::as_str) == Some(&input);
    (!is_told || !is_usable).then(|| format!("{input}: {:?}", inspection.findings()))
}

#[test]
fn a_special_use_name_is_told_and_what_stands_below_it() {
    assert!(lines(SPECIAL_USE).count() > 20, "the file has been read");
    let mut wrong = Vec::new();
    for line in lines(SPECIAL_USE) {
        let name = line.split_whitespace().next().unwrap_or_default();
        let severity = if line.ends_with(" note") { Severity::Note } else { Severity::Warning };
        // A form takes no single label.
        if name.contains('.') {
            wrong.extend(not_special(name, severity));
        }
        wrong.extend(not_special(&format!("mail.{name}"), severity));
        wrong.extend(not_special(&format!("a.b.{name}"), severity));
    }
    assert_none(wrong);
}

#[test]
fn the_three_names_of_documents_are_the_only_notes() {
    let notes: Vec<&str> = lines(SPECIAL_USE)
        .filter(|line| line.ends_with(" note"))
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(notes, ["example.com", "example.net", "example.org"]);
}

/// A name that only ends in the letters of a special one is none.
#[test]
fn a_name_beside_a_special_one_is_not_special() {
    for line in lines(SPECIAL_USE) {
        let name = line.split_whitespace().next().unwrap_or_default();
        let input = format!("ana@my{name}.com");
        assert!(!codes(&inspect(&input)).contains(&FindingKind::SpecialUseDomain.code()), "{input}");
    }
}

/// The names that networks use among themselves are no slips of real endings.
#[test]
fn a_private_name_is_no_slip() {
    for top in ["lan", "home", "corp", "internal", "alt", "local"] {
        let input = format!("ana@mail.{top}");
        let inspection = inspect(&input);
        assert_eq!(inspection.suggestion(), None, "{input}");
        assert!(!codes(&inspection).contains(&FindingKind::DomainTypo.code()), "{input}");
        assert_eq!(inspection.verdict(), Verdict::Doubtful, "{input}");
    }
}
