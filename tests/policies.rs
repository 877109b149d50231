//! `tests/data/policies.jsonl`: what mail software, message headers and browsers take, through both doors, and the
//! normal form of each.
#![cfg(feature = "suggest")]

mod common;

use common::{codes, disagreement, policy, rows, text};
use normail::{Domain, EmailAddress, Policy, visible};
use serde_json::{Value, json};

const TABLE: &str = include_str!("data/policies.jsonl");

/// A domain as a row writes it.
fn written(domain: &Domain<'_>) -> Value {
    match domain {
        Domain::Name(name) => json!({ "Name": name }),
        Domain::Ipv4(address) => json!({ "Ipv4": address.to_string() }),
        Domain::Ipv6(address) => json!({ "Ipv6": address.to_string() }),
        Domain::General { tag, content, .. } => json!({ "General": [tag, content] }),
        other => json!(format!("{other:?}")),
    }
}

/// What a row may say of the address.
fn of_address(address: &EmailAddress) -> [(&'static str, Value); 6] {
    [
        ("local_part", json!(address.local_part())),
        ("unquoted", json!(address.local_part_unquoted())),
        ("domain", written(&address.domain())),
        ("unicode", json!(address.to_unicode())),
        ("subaddress", json!(address.subaddress())),
        ("needs_smtputf8", json!(address.needs_smtputf8())),
    ]
}

/// What a row and both doors disagree on. A row says `parse`, or the kind that is `refused`; what it does not name is
/// not compared.
fn disagreements(row: &Value) -> Vec<String> {
    let policy = policy(text(row, "policy"));
    let input = text(row, "input");
    let parsed = policy.parse(input);
    let inspection = policy.inspect(input);
    let mut wrong = Vec::new();
    let text_of = |address: Option<&EmailAddress>| json!(address.map(EmailAddress::as_str));
    wrong.extend(disagreement("parse", &row["parse"], &text_of(parsed.as_ref().ok())));
    wrong.extend(disagreement("is_valid", &json!(row["parse"].is_string()), &json!(policy.is_valid(input))));
    if let Some(refused) = row.get("refused") {
        wrong.extend(disagreement(
            "refused",
            refused,
            &json!(parsed.as_ref().err().map(|error| error.kind().code())),
        ));
    }
    wrong.extend(disagreement("verdict", &row["verdict"], &json!(format!("{:?}", inspection.verdict()))));
    wrong.extend(disagreement("address", &row["address"], &text_of(inspection.address())));
    wrong.extend(disagreement("suggestion", &row["suggestion"], &text_of(inspection.suggestion())));
    let found = codes(&inspection);
    for code in row["codes"].as_array().into_iter().flatten() {
        wrong.extend(disagreement("code", code, &json!(found.iter().find(|found| **found == *code))));
    }
    for code in row["absent"].as_array().into_iter().flatten() {
        wrong.extend(disagreement(
            "absent",
            &Value::Null,
            &json!(found.iter().find(|found| **found == *code)),
        ));
    }
    for (key, found) in inspection.address().map(of_address).into_iter().flatten() {
        if let Some(expected) = row.get(key) {
            wrong.extend(disagreement(key, expected, &found));
        }
    }
    wrong
}

#[test]
fn every_row() {
    let wrong: Vec<_> = rows(TABLE)
        .filter_map(|(line, row)| {
            let wrong = disagreements(&row);
            let (name, input) = (text(&row, "policy"), visible(text(&row, "input")));
            (!wrong.is_empty()).then(|| format!("line {line}, {name}: {input}\n    {}", wrong.join("\n    ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// A normal form is its own normal form, under the policy that made it.
#[test]
fn a_normal_form_is_its_own() {
    for (line, row) in rows(TABLE) {
        let policy = policy(text(&row, "policy"));
        for address in ["parse", "address", "suggestion"].into_iter().filter_map(|key| row[key].as_str()) {
            let parsed = policy.parse(address);
            assert_eq!(parsed.as_ref().map(EmailAddress::as_str), Ok(address), "line {line}");
        }
    }
}

/// A policy that takes more gives the same normal form.
#[test]
fn what_a_form_takes_mail_software_takes_alike() {
    for (line, row) in rows(TABLE) {
        let input = text(&row, "input");
        if let Ok(address) = Policy::form().parse(input) {
            for name in ["smtp", "header"] {
                assert_eq!(policy(name).parse(input).as_ref(), Ok(&address), "line {line}, {name}");
            }
        }
    }
}
