//! `tests/data/lists.jsonl`: lists as Outlook, Gmail, headers and people write them, with the members of each.

mod common;

use std::ops::Range;

use common::{policy, rows, text};
use normail::{EmailAddress, FindingKind, ListMember, visible};
use serde_json::{Value, json};

const TABLE: &str = include_str!("data/lists.jsonl");

/// A member as a row writes it: its text, where it starts, the verdict, the address, and the group that it is of.
fn written(member: &ListMember<'_>) -> Value {
    let inspection = member.inspection();
    let mut written = json!({
        "text": inspection.input(),
        "offset": member.offset(),
        "verdict": format!("{:?}", inspection.verdict()),
        "address": inspection.address().map(EmailAddress::as_str),
    });
    if let Some(group) = member.group() {
        written["group"] = json!(group);
    }
    written
}

/// The first member that a row and the list disagree on.
fn disagreement(row: &Value) -> Option<String> {
    let found: Vec<Value> =
        policy(text(row, "policy")).inspect_list(text(row, "list")).iter().map(written).collect();
    let expected = row["members"].as_array().expect("a row has members");
    if found.len() != expected.len() {
        return Some(format!("{} members expected, found {}", expected.len(), json!(found)));
    }
    let differs = expected.iter().zip(&found).find(|(expected, found)| expected != found);
    differs.map(|(expected, found)| format!("expected {expected}, found {found}"))
}

#[test]
fn every_row() {
    let wrong: Vec<_> = rows(TABLE)
        .filter_map(|(line, row)| {
            let wrong = disagreement(&row)?;
            Some(format!("line {line}, {}: {wrong}", visible(text(&row, "list"))))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// A member's offset says where its own text stands; members do not overlap, and come in the order of the list.
#[test]
fn a_member_stands_at_its_offset() {
    for (line, row) in rows(TABLE) {
        let list = text(&row, "list");
        let mut end = 0;
        for member in policy(text(&row, "policy")).inspect_list(list) {
            let input = member.inspection().input();
            let span: Range<usize> = member.offset()..member.offset() + input.len();
            assert_eq!(list.get(span.clone()), Some(input), "line {line}");
            let before = list.get(..span.start).map(|before| before.encode_utf16().count());
            assert_eq!(Some(member.utf16_offset()), before, "line {line}");
            assert!(span.start >= end && !input.trim().is_empty(), "line {line}: {span:?}");
            end = span.end;
        }
    }
}

/// A member is inspected as it would be alone.
#[test]
fn a_member_is_what_it_would_be_alone() {
    for (line, row) in rows(TABLE) {
        let policy = policy(text(&row, "policy"));
        for member in policy.inspect_list(text(&row, "list")) {
            let input = member.inspection().input();
            let alone = policy.inspect(input);
            assert_eq!(member.inspection(), &alone, "line {line}");
            let of_member = (member.verdict(), member.address(), member.suggestion(), member.findings());
            let of_alone = (alone.verdict(), alone.address(), alone.suggestion(), alone.findings());
            assert_eq!(of_member, of_alone, "line {line}");
            assert_eq!(member.into_inspection(), alone, "line {line}");
        }
    }
}

/// The cap of 4,096 bytes is each member's, not the list's.
#[test]
fn a_long_list_is_read_to_its_end() {
    let list = "ana@example.com, ".repeat(2_000);
    let members = policy("form").inspect_list(&list);
    assert_eq!(members.len(), 2_000);
    assert!(members.iter().all(|member| member.inspection().address().is_some()));
}

#[test]
fn a_list_has_a_cap_of_its_own() {
    let room = 512 * 1024 / "ana@example.com,".len();
    let list = "ana@example.com,".repeat(room);
    assert_eq!(policy("form").inspect_list(&list).len(), room);
    let longer = format!("{list},");
    let members = policy("form").inspect_list(&longer);
    let kinds: Vec<_> = members.iter().flat_map(|member| member.inspection().findings()).collect();
    assert_eq!(members.len(), 1);
    assert!(
        matches!(kinds.as_slice(), [finding] if finding.kind() == FindingKind::InputTooLong),
        "{kinds:?}"
    );
}
