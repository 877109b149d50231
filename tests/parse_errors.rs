//! `tests/data/parse_errors.jsonl`: inputs that the strict door refuses, with the first fault of each: what it is,
//! where it is, what was being read, and the sentence in each language. Then every size at its limit.
//!
//! `UPDATE_EXPECT=1` rewrites the sentences, and nothing else.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{in_ascii, policy, rows, text};
use normail::{AddrSpec, FindingKind, Grammar, Language, ParseError, visible};
use serde_json::{Value, json};

/// Every kind that a strict parse can stop with. Denied domains and those that are not allowed need a set.
const KINDS: [FindingKind; 41] = {
    use FindingKind as K;
    [
        K::LeadingSpace,
        K::TrailingSpace,
        K::SpaceAroundAt,
        K::InnerSpace,
        K::LineBreak,
        K::InvisibleCharacter,
        K::BidiControl,
        K::BidiOverride,
        K::ControlCharacter,
        K::PrivateUse,
        K::UnassignedCharacter,
        K::Noncharacter,
        K::ReplacementCharacter,
        K::FullWidthForm,
        K::CompatibilityCharacter,
        K::Comment,
        K::Empty,
        K::EmptyLocalPart,
        K::EmptyDomain,
        K::MissingAt,
        K::MultipleAt,
        K::LeadingDot,
        K::TrailingDot,
        K::ConsecutiveDots,
        K::InvalidCharacter,
        K::UnterminatedQuote,
        K::UnterminatedComment,
        K::QuotedLocalPart,
        K::AddressLiteral,
        K::InvalidLiteral,
        K::LabelHyphen,
        K::NumericTld,
        K::InvalidIdn,
        K::Smtputf8,
        K::SingleLabelDomain,
        K::LocalPartTooLong,
        K::LabelTooLong,
        K::DomainTooLong,
        K::AddressTooLong,
        K::InputTooLong,
        K::Idn,
    ]
};

const TABLE: &str = include_str!("data/parse_errors.jsonl");

fn grammar(name: &str) -> Grammar {
    match name {
        "Rfc5321" => Grammar::Rfc5321,
        "Rfc6531" => Grammar::Rfc6531,
        "Rfc5322" => Grammar::Rfc5322,
        "Rfc5322Obsolete" => Grammar::Rfc5322Obsolete,
        "Rfc6532" => Grammar::Rfc6532,
        "Html" => Grammar::Html,
        other => panic!("no grammar is called {other:?}"),
    }
}

/// What refuses an input: the policy of a row, or its grammar.
fn refused(row: &Value) -> Result<String, ParseError> {
    let input = text(row, "input");
    match row["grammar"].as_str() {
        Some(name) => AddrSpec::parse(input, grammar(name)).map(|spec| format!("{spec:?}")),
        None => policy(text(row, "policy")).parse(input).map(|address| address.to_string()),
    }
}

/// What a row and the error disagree on.
fn disagreement(row: &Value) -> Option<String> {
    let error = match refused(row) {
        Ok(accepted) => return Some(format!("accepted as {accepted}")),
        Err(error) => error,
    };
    let span = error.span();
    let found = [
        ("kind", json!(error.kind().code())),
        ("span", json!([span.start, span.end])),
        ("reading", json!(format!("{:?}", error.reading()))),
        ("en", json!(error.message(Language::English))),
        ("es", json!(error.message(Language::Spanish))),
    ];
    let wrong: Vec<_> = found
        .into_iter()
        .filter(|(key, found)| row[*key] != *found)
        .map(|(key, found)| format!("{key}: expected {}, found {found}", row[key]))
        .collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

/// The table with the sentences as they are now.
fn with_sentences() -> String {
    let mut table = String::new();
    for (_, mut row) in rows(TABLE) {
        if let Err(error) = refused(&row) {
            row["en"] = json!(error.message(Language::English));
            row["es"] = json!(error.message(Language::Spanish));
        }
        table.push_str(&in_ascii(&row.to_string()));
        table.push('\n');
    }
    table
}

#[test]
fn every_row() {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/parse_errors.jsonl");
        std::fs::write(path, with_sentences()).expect("the tests' data can be written");
        return;
    }
    let wrong: Vec<_> = rows(TABLE)
        .filter_map(|(line, row)| {
            let wrong = disagreement(&row)?;
            let door = row["policy"].as_str().or(row["grammar"].as_str()).unwrap_or_default();
            Some(format!("line {line}, {door}: {}: {wrong}", visible(text(&row, "input"))))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What was found is what stands at the span, and the span lies on char boundaries.
#[test]
fn what_was_found_stands_at_the_span() {
    for (line, row) in rows(TABLE) {
        let input = text(&row, "input");
        let error = refused(&row).expect_err("the row is refused");
        assert!(input.get(error.span()).is_some(), "line {line}: {:?}", error.span());
        assert_eq!(error.found(), input[error.span().start..].chars().next(), "line {line}");
    }
}

#[test]
fn every_kind_of_refusal_is_in_the_tables() {
    let mut covered: BTreeSet<FindingKind> = rows(TABLE)
        .map(|(_, row)| FindingKind::from_code(text(&row, "kind")).expect("a row has the code of a kind"))
        .collect();
    covered.extend(limits().into_iter().filter_map(|limit| limit.refused));
    let expected: BTreeSet<FindingKind> = KINDS.into();
    assert_eq!(covered, expected);
}

/// An input at a limit or one octet above it.
struct Limit {
    /// The doors that have the limit: `Rfc5321` is a grammar, `form` a policy.
    doors: &'static [&'static str],
    what: &'static str,
    input: String,
    refused: Option<FindingKind>,
}

const SMTP_GRAMMARS: &[&str] = &["Rfc5321", "Rfc6531"];
const SIZED: &[&str] = &["Rfc5321", "Rfc6531", "form", "smtp", "header"];
const SIZED_UTF8: &[&str] = &["Rfc6531", "form", "smtp", "header"];
const SIZED_POLICIES: &[&str] = &["form", "smtp", "header"];
const ANY_LENGTH: &[&str] = &["Rfc5322", "Rfc5322Obsolete", "Rfc6532", "Html"];
const EVERY: &[&str] = &[
    "Rfc5321",
    "Rfc6531",
    "Rfc5322",
    "Rfc5322Obsolete",
    "Rfc6532",
    "Html",
    "form",
    "smtp",
    "header",
    "html",
];

/// Labels of these lengths.
fn labels(lengths: &[usize]) -> String {
    let labels: Vec<String> = lengths.iter().map(|length| "a".repeat(*length)).collect();
    labels.join(".")
}

/// Every limit of every door, and what lies one octet above it.
fn limits() -> Vec<Limit> {
    use FindingKind as K;
    let a = |count: usize| "a".repeat(count);
    let e = |count: usize| "\u{E9}".repeat(count);
    let mut limits = Vec::new();
    let mut limit = |doors, what, input, refused| limits.push(Limit { doors, what, input, refused });

    limit(SIZED, "local part of 64", format!("{}@b.example", a(64)), None);
    limit(SIZED, "local part of 65", format!("{}@b.example", a(65)), Some(K::LocalPartTooLong));
    limit(ANY_LENGTH, "local part of 65", format!("{}@b.example", a(65)), None);
    limit(&["html"], "local part of 65", format!("{}@b.example", a(65)), None);
    limit(SIZED_UTF8, "local part of 32 letters of two octets", format!("{}@b.example", e(32)), None);
    limit(
        SIZED_UTF8,
        "a letter of two octets across the limit of the local part",
        format!("{}{}@b.example", a(63), e(1)),
        Some(K::LocalPartTooLong),
    );
    limit(SIZED_UTF8, "33 letters of two octets", format!("{}@b.example", e(33)), Some(K::LocalPartTooLong));
    limit(SIZED_UTF8, "16 letters of four octets", format!("{}@b.example", "\u{20000}".repeat(16)), None);
    limit(
        SIZED_UTF8,
        "a letter of four octets across the limit",
        format!("{}{}@b.example", a(61), "\u{20000}"),
        Some(K::LocalPartTooLong),
    );
    // A grammar counts what is written, a policy what is sent.
    limit(SMTP_GRAMMARS, "64 with quotes", format!("\"{}\"@b.example", a(62)), None);
    limit(SMTP_GRAMMARS, "65 with quotes", format!("\"{}\"@b.example", a(63)), Some(K::LocalPartTooLong));
    limit(SIZED_POLICIES, "64 in needless quotes", format!("\"{}\"@b.example", a(64)), None);
    limit(
        SIZED_POLICIES,
        "65 in needless quotes",
        format!("\"{}\"@b.example", a(65)),
        Some(K::LocalPartTooLong),
    );
    limit(&["smtp", "header"], "64 with needed quotes", format!("\"{} \"@b.example", a(61)), None);
    limit(
        &["smtp", "header"],
        "65 with needed quotes",
        format!("\"{} \"@b.example", a(62)),
        Some(K::LocalPartTooLong),
    );
    limit(
        &["smtp", "header"],
        "64 once a needless backslash is gone",
        format!("\"{}\\ \"@b.example", a(61)),
        None,
    );
    limit(SIZED_POLICIES, "64 in NFC", format!("{}@b.example", "e\u{301}".repeat(32)), None);
    limit(
        SIZED_POLICIES,
        "66 in NFC, 63 as written and a dot",
        format!("{}.{}@b.example", "\u{958}".repeat(10), a(5)),
        Some(K::LocalPartTooLong),
    );
    limit(
        &["form long-local-part", "smtp long-local-part", "header long-local-part"],
        "local part of 65, where long ones are taken",
        format!("{}@b.example", a(65)),
        None,
    );

    limit(EVERY, "label of 63", format!("ana@{}.example", a(63)), None);
    limit(
        &["Rfc5321", "Rfc6531", "Html", "form", "smtp", "header", "html"],
        "label of 64",
        format!("ana@{}.example", a(64)),
        Some(K::LabelTooLong),
    );
    limit(&["Rfc5322", "Rfc5322Obsolete", "Rfc6532"], "label of 64", format!("ana@{}.example", a(64)), None);
    limit(
        &["Rfc5321", "Rfc6531", "Html", "smtp", "header", "html"],
        "last label of 64",
        format!("ana@b.{}", a(64)),
        Some(K::LabelTooLong),
    );
    limit(&["Rfc6531"], "label of 63 letters of two octets", format!("ana@{}.example", e(63)), None);
    limit(
        &["Rfc6531"],
        "label of 64 letters of two octets",
        format!("ana@{}.example", e(64)),
        Some(K::LabelTooLong),
    );
    // `xn--`, the ASCII letters, a hyphen and three octets for the other one.
    limit(SIZED_POLICIES, "A-label of 63", format!("ana@{}\u{E9}.example", a(55)), None);
    limit(SIZED_POLICIES, "A-label of 64", format!("ana@{}\u{E9}.example", a(56)), Some(K::LabelTooLong));

    // One octet before the `@` at least: the limit of the whole is met first.
    limit(SIZED, "domain of 255", format!("a@{}", labels(&[63, 63, 63, 63])), Some(K::AddressTooLong));
    limit(SIZED, "domain of 256", format!("a@{}", labels(&[63, 63, 63, 61, 2])), Some(K::DomainTooLong));
    limit(ANY_LENGTH, "domain of 256", format!("a@{}", labels(&[63, 63, 63, 61, 2])), None);

    limit(SIZED, "whole of 254", format!("{}@{}", a(64), labels(&[63, 63, 61])), None);
    limit(SIZED, "whole of 255", format!("{}@{}", a(64), labels(&[63, 63, 62])), Some(K::AddressTooLong));
    limit(SIZED, "whole of 254, short local part", format!("a@{}", labels(&[63, 63, 63, 60])), None);
    limit(
        SIZED,
        "whole of 255, short local part",
        format!("a@{}", labels(&[63, 63, 63, 61])),
        Some(K::AddressTooLong),
    );
    limit(
        SIZED_UTF8,
        "whole of 254 with a letter of two octets",
        format!("{}{}@{}", a(62), e(1), labels(&[63, 63, 61])),
        None,
    );
    limit(
        SIZED_UTF8,
        "whole of 254 characters and 255 octets",
        format!("{}{}@{}", a(62), e(1), labels(&[63, 63, 62])),
        Some(K::AddressTooLong),
    );
    limit(
        SIZED_POLICIES,
        "whole of 254, its domain an A-label",
        format!("{}@{}\u{E9}.{}", a(64), a(55), labels(&[63, 61])),
        None,
    );
    limit(
        SIZED_POLICIES,
        "whole of 255, its domain an A-label",
        format!("{}@{}\u{E9}.{}", a(64), a(55), labels(&[63, 62])),
        Some(K::AddressTooLong),
    );
    limit(
        &["header"],
        "whole of 254 beside a comment",
        format!("({}) {}@{} (b)", a(300), a(64), labels(&[63, 63, 61])),
        None,
    );
    limit(
        &["form long-local-part"],
        "whole of 254, most of it local part",
        format!("{}@b.example", a(254 - "@b.example".len())),
        None,
    );
    limit(
        &["form long-local-part"],
        "whole of 255, most of it local part",
        format!("{}@b.example", a(255 - "@b.example".len())),
        Some(K::AddressTooLong),
    );

    limit(ANY_LENGTH, "input of 4096", format!("{}@b.example", a(4096 - "@b.example".len())), None);
    limit(&["html"], "input of 4096", format!("{}@b.example", a(4096 - "@b.example".len())), None);
    limit(&["header"], "input of 4096", format!("({})a@b.example", a(4096 - "()a@b.example".len())), None);
    limit(
        SIZED,
        "input of 4096",
        format!("{}@b.example", a(4096 - "@b.example".len())),
        Some(K::LocalPartTooLong),
    );
    limit(
        EVERY,
        "input of 4097",
        format!("{}@b.example", a(4097 - "@b.example".len())),
        Some(K::InputTooLong),
    );
    limit(EVERY, "input of 4097, all of it space", " ".repeat(4097), Some(K::InputTooLong));
    limit(
        EVERY,
        "a letter of two octets across the limit of the input",
        format!("a@b.{}{}", a(4091), e(1)),
        Some(K::InputTooLong),
    );
    limit(
        &["Rfc6532"],
        "input of 4096 with letters of two octets",
        format!("{}@b.example", e((4096 - "@b.example".len()) / 2)),
        None,
    );
    limits
}

#[test]
fn every_limit_at_its_octet() {
    let mut wrong = Vec::new();
    for Limit { doors, what, input, refused } in limits() {
        for door in doors {
            let found = if door.starts_with(|c: char| c.is_ascii_uppercase()) {
                AddrSpec::parse(&input, grammar(door)).err()
            } else {
                policy(door).parse(&input).err()
            };
            let kind = found.map(|error| error.kind());
            if kind != refused {
                wrong.push(format!("{what}, {door}: expected {refused:?}, found {kind:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
