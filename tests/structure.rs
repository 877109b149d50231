//! `tests/data/structure.jsonl`: texts whose quotes, comments, brackets and groups other libraries read in many ways, of
//! their test suites, and what a person or the grammar finds in them. A row says what it is about and no more.

mod common;

use common::{policy, rows, text};
use normail::{EmailAddress, Inspection, visible};
use serde_json::{Value, json};

const TABLE: &str = include_str!("data/structure.jsonl");

fn address(inspection: &Inspection<'_>) -> Value {
    json!(inspection.address().map(EmailAddress::as_str))
}

/// What a row says of a list, and what is found.
fn of_list(row: &Value) -> Vec<(&'static str, Value)> {
    let policy = policy(text(row, "policy"));
    let members = policy.inspect_list(text(row, "input"));
    let addresses: Vec<Value> = members.iter().map(|member| address(member.inspection())).collect();
    let names: Vec<Value> = members.iter().map(|member| json!(member.inspection().display_name())).collect();
    let unwanted = |address: &Value| addresses.contains(address);
    let not_addresses = row["not_addresses"].as_array().into_iter().flatten();
    let avoided: Vec<&Value> = not_addresses.filter(|address| !unwanted(address)).collect();
    vec![("addresses", json!(addresses)), ("names", json!(names)), ("not_addresses", json!(avoided))]
}

/// What a row says of one address, and what is found. Of several suggestions that a row allows the one that is found is given.
fn of_one(row: &Value) -> Vec<(&'static str, Value)> {
    let policy = policy(text(row, "policy"));
    let inspection = policy.inspect(text(row, "input"));
    let codes: Vec<_> = inspection.findings().iter().map(|finding| finding.code()).collect();
    let wanted = row["codes"].as_array().into_iter().flatten();
    let found: Vec<&Value> = wanted.filter(|code| codes.iter().any(|found| **code == **found)).collect();
    let suggestion = json!(inspection.suggestion().map(EmailAddress::as_str));
    let is_allowed = row["suggestion"].as_array().is_some_and(|allowed| allowed.contains(&suggestion));
    vec![
        ("address", address(&inspection)),
        ("name", json!(inspection.display_name())),
        ("codes", json!(found)),
        ("suggestion", if is_allowed { row["suggestion"].clone() } else { suggestion }),
    ]
}

#[test]
fn every_row() {
    let mut wrong = Vec::new();
    for (line, row) in rows(TABLE) {
        let found = if row["door"] == "inspect_list" { of_list(&row) } else { of_one(&row) };
        for (field, found) in found {
            if row.get(field).is_some_and(|expected| *expected != found) {
                let input = visible(text(&row, "input"));
                wrong.push(format!("line {line}, {input}: {field} is {found} and not {}", row[field]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
