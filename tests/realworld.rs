//! `tests/data/realworld.jsonl` and `inputs.jsonl`: what people type, paste and import, with the answers under
//! `Policy::form()` and the feature `suggest`.
#![cfg(feature = "suggest")]

mod common;

use std::collections::BTreeSet;

use common::disagreement;
use normail::{Inspection, inspect};
use serde_json::Value;

fn texts<'a>(row: &'a Value, key: &str) -> Vec<&'a str> {
    row[key].as_array().map(|codes| codes.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// What the row and the inspection disagree on.
fn disagreements(row: &Value, inspection: &Inspection<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    wrong.extend(disagreement(
        "verdict",
        row["verdict"].as_str().unwrap_or_default(),
        &format!("{:?}", inspection.verdict()),
    ));
    if let Some(address) = row["address"].as_str() {
        wrong.extend(disagreement(
            "address",
            address,
            inspection.address().map_or("none", |found| found.as_str()),
        ));
    }
    let suggestion = inspection.suggestion().map_or("none", |found| found.as_str());
    if let Some(expected) = row["suggestion"].as_str() {
        wrong.extend(disagreement("suggestion", expected, suggestion));
    }
    if row["no_suggestion"].as_bool() == Some(true) {
        wrong.extend(disagreement("suggestion", "none", suggestion));
    }
    let codes: BTreeSet<&str> = inspection.findings().iter().map(|finding| finding.code()).collect();
    for code in texts(row, "codes") {
        wrong.extend(disagreement("code", code, if codes.contains(code) { code } else { "none" }));
    }
    for code in texts(row, "absent") {
        wrong.extend(disagreement("absent", "none", if codes.contains(code) { code } else { "none" }));
    }
    wrong
}

/// Runs every row of a table.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines() {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        let input = row["input"].as_str().expect("a row has an input");
        let inspection = inspect(input);
        let disagreements = disagreements(&row, &inspection);
        if !disagreements.is_empty() {
            let codes: Vec<_> = inspection.findings().iter().map(|finding| finding.code()).collect();
            wrong.push(format!("{input:?} {codes:?}\n    {}", disagreements.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_was_reported() {
    check(include_str!("data/realworld.jsonl"));
}

#[test]
fn what_is_pasted_and_typed() {
    check(include_str!("data/inputs.jsonl"));
}

/// A space beside the `@` is taken off, and nothing hides behind it.
#[test]
fn a_space_beside_the_at_sign_hides_nothing() {
    for line in include_str!("data/realworld.jsonl").lines().chain(include_str!("data/inputs.jsonl").lines())
    {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        let input = row["input"].as_str().expect("a row has an input");
        // Not inside a display name, a link or an address that is Rejected anyway.
        if row["verdict"] != "Doubtful" || input.matches('@').count() != 1 || input.contains(['<', ':', ' '])
        {
            continue;
        }
        for spaced in [input.replace('@', " @"), input.replace('@', "@ "), input.replace('@', " @ ")] {
            let inspection = inspect(&spaced);
            let codes: Vec<_> = inspection.findings().iter().map(|finding| finding.code()).collect();
            for code in texts(&row, "codes") {
                assert!(codes.contains(&code), "{spaced:?} lacks {code}: {codes:?}");
            }
        }
    }
}
