//! `tests/data/regressions.jsonl`: inputs that were once answered wrongly, each with the rule that decides it.
#![cfg(feature = "suggest")]

mod common;

use common::policy;
use normail::{FindingKind, Language, Policy};
use serde_json::Value;

/// What the crate answers, in the words of the row's expectations.
fn answer(policy: &Policy, input: &str, expected: &Value) -> Value {
    let inspection = policy.inspect(input);
    let strict = policy.parse(input);
    let mut answer = expected.clone();
    let Some(fields) = answer.as_object_mut() else { return Value::Null };
    let codes: Vec<&str> = inspection.findings().iter().map(|finding| finding.code()).collect();
    for (field, value) in fields.iter_mut() {
        *value = match field.as_str() {
            "verdict" => format!("{:?}", inspection.verdict()).into(),
            "address" => inspection.address().map(|address| address.as_str()).into(),
            "suggestion" => inspection.suggestion().map(|address| address.as_str()).into(),
            "codes" => only(value, |code| codes.contains(&code)),
            "absent" => only(value, |code| !codes.contains(&code)),
            "parse" => strict.as_ref().ok().map(|address| address.as_str()).into(),
            "refused" => strict.as_ref().err().map(|error| error.kind().code()).into(),
            "reading" => strict.as_ref().err().map(|error| format!("{:?}", error.reading())).into(),
            "span" => span(&inspection, &strict, expected),
            "members" => {
                policy.inspect_list(input).iter().map(|member| member.inspection().input()).collect()
            }
            "message" => {
                inspection.findings().first().map(|finding| finding.message(Language::English)).into()
            }
            other => panic!("a row expects nothing called {other}"),
        };
    }
    answer
}

/// Those of the expected codes that hold.
fn only(codes: &Value, holds: impl Fn(&str) -> bool) -> Value {
    codes.as_array().into_iter().flatten().filter(|code| code.as_str().is_some_and(&holds)).cloned().collect()
}

/// Where strict parsing stopped, if the row says that it does; else where the first expected code stands.
fn span(
    inspection: &normail::Inspection<'_>,
    strict: &Result<normail::EmailAddress, normail::ParseError>,
    expected: &Value,
) -> Value {
    let code = expected["codes"][0].as_str();
    let finding = inspection.findings().iter().find(|finding| Some(finding.code()) == code);
    let span = match (&expected["refused"], strict) {
        (Value::String(_), Err(error)) => Some(error.span()),
        _ => finding.map(|finding| finding.span()),
    };
    span.map(|span| vec![span.start, span.end]).into()
}

#[test]
fn every_row() {
    let mut wrong = Vec::new();
    for line in include_str!("data/regressions.jsonl").lines() {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        let input = row["input"].as_str().expect("a row has an input");
        let policy = policy(row["policy"].as_str().expect("a row has a policy"));
        let found = answer(&policy, input, &row["expected"]);
        if found != row["expected"] {
            wrong.push(format!("{input:?}\n    expected {}\n    found    {found}", row["expected"]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Judges that find nothing to mend found out of order.
#[test]
fn findings_stand_in_the_order_of_the_input() {
    for input in ["a_b%40c@gmail.com", "a%40b@gmail.com", "=?u?q?a?=@gmail.com", "www./_a%20b@gmail.com"] {
        let spans: Vec<_> = normail::inspect(input).findings().iter().map(normail::Finding::span).collect();
        assert!(spans.is_sorted_by_key(|span| (span.start, span.end)), "{input}: {spans:?}");
    }
}

/// A name too long for mail kept its case where it was looked up.
#[test]
fn a_denied_name_is_denied_in_capitals_too() {
    let policy = Policy::html().deny(".example.net".parse().expect("it is a set"));
    let name = format!("ana@{}EXAMPLE.NET", "a.".repeat(130));
    assert_eq!(policy.parse(&name).map_err(|error| error.kind()), Err(FindingKind::DeniedDomain));
    let address = Policy::html().parse(&name).expect("a browser takes it");
    assert_eq!(Policy::html().parse(address.as_str()), Ok(address));
}

/// Found by fuzzing: a lookalike of the dot before an `@`, both in a comment, was taken for one in a local part.
#[test]
fn whatever_a_comment_holds_is_taken_where_strict_takes_it() {
    let policy = Policy::header();
    let ranges = ['\u{80}'..='\u{33FF}', '\u{A000}'..='\u{ABFF}', '\u{F900}'..='\u{10FFF}'];
    for c in ranges.into_iter().flatten() {
        for input in [
            format!("({c})ana@example.com"),
            format!("ana(a@{c})@example.com"),
            format!("ana@(\\{c}a)example.com"),
            format!("ana@example.com ({c}@a)"),
        ] {
            if let Ok(address) = policy.parse(&input) {
                assert_eq!(policy.inspect(&input).address(), Some(&address), "{input:?}");
            }
        }
    }
}
