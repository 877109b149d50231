//! `tests/data/findings.jsonl`: every finding about an input, with its span, its severity and what its fix edits. Each
//! row names the rule that decides it.
#![cfg(feature = "suggest")]

mod common;

use common::{disagreement, policy, rows, text};
use normail::{Applicability, DomainSet, EmailAddress, Finding, Language, Policy, Severity, visible};
use serde_json::{Value, json};

const TABLE: &str = include_str!("data/findings.jsonl");

/// The policy that a row names, with the domains that it lists.
fn policy_of(row: &Value) -> Policy {
    let set = |key: &str| {
        let lines: Vec<&str> = row[key].as_array()?.iter().filter_map(Value::as_str).collect();
        Some(lines.join("\n").parse::<DomainSet>().expect("a set of domains"))
    };
    let mut policy = policy(text(row, "policy"));
    for (key, with) in [
        ("protect", Policy::protect as fn(Policy, DomainSet) -> Policy),
        ("allow", Policy::allow),
        ("deny", Policy::deny),
    ] {
        if let Some(set) = set(key) {
            policy = with(policy, set);
        }
    }
    policy
}

/// A finding as a row writes it: `trailing-space 3..4 NA 3..4""` is a note whose automatic fix deletes that.
fn written(finding: &Finding) -> String {
    let severity = match finding.severity() {
        Severity::Note => "N",
        Severity::Warning => "W",
        _ => "E",
    };
    let mut written = format!("{} {:?} {severity}", finding.code(), finding.span());
    if let Some(fix) = finding.fix() {
        written.push(if fix.applicability() == Applicability::Automatic { 'A' } else { 'C' });
        for edit in fix.edits() {
            written.push_str(&format!(" {:?}\"{}\"", edit.span(), edit.replacement()));
        }
    }
    written
}

fn disagreements(row: &Value) -> Vec<String> {
    let inspection = policy_of(row).inspect(text(row, "input"));
    let mut wrong = Vec::new();
    wrong.extend(disagreement(
        "findings",
        &row["findings"],
        &inspection.findings().iter().map(written).collect(),
    ));
    wrong.extend(disagreement(
        "address",
        &row["address"],
        &json!(inspection.address().map(EmailAddress::as_str)),
    ));
    wrong.extend(disagreement(
        "suggestion",
        &row["suggestion"],
        &json!(inspection.suggestion().map(EmailAddress::as_str)),
    ));
    for said in row["says"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let messages: Vec<String> =
            inspection.findings().iter().map(|finding| finding.message(Language::English)).collect();
        if !messages.iter().any(|message| message.contains(said)) {
            wrong.push(format!("says: expected {said}, found {messages:?}"));
        }
    }
    wrong
}

#[test]
fn every_row() {
    let wrong: Vec<_> = rows(TABLE)
        .filter_map(|(line, row)| {
            let wrong = disagreements(&row);
            let (input, rule) = (visible(text(&row, "input")), text(&row, "rule"));
            (!wrong.is_empty()).then(|| format!("line {line}: {input}: {rule}\n    {}", wrong.join("\n    ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
