//! `tests/data/serde.jsonl`: what is written of inspections, lists and parse errors, field by field.
//! `UPDATE_EXPECT=1 cargo test --features serde --test serde` writes what the rows say anew.

use std::path::Path;

use normail::serde::Localized;
use normail::{Applicability, Language};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::common::{in_ascii, policy, rows, text};
use super::mirror;

const TABLE: &str = include_str!("../data/serde.jsonl");

fn language(row: &Value) -> Language {
    row["language"].as_str().map_or(Language::English, |tag| {
        serde_json::from_value(json!(tag)).unwrap_or_else(|error| panic!("{tag}: {error}"))
    })
}

/// What is written of a row's input.
fn written(row: &Value) -> Value {
    let policy = policy(text(row, "policy"));
    let (input, language) = (text(row, "input"), language(row));
    let written = match text(row, "door") {
        "inspect" => serde_json::to_value(Localized::new(&policy.inspect(input), language)),
        "list" => serde_json::to_value(Localized::new(&policy.inspect_list(input)[..], language)),
        "parse" => {
            let error = policy.parse(input).expect_err("the row is refused");
            serde_json::to_value(Localized::new(&error, language).within(input))
        }
        other => panic!("no door is called {other:?}"),
    };
    written.expect("JSON takes it")
}

#[test]
fn every_row() {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let table: String = rows(TABLE)
            .map(|(_, mut row)| {
                row["written"] = written(&row);
                in_ascii(&format!("{row}\n"))
            })
            .collect();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/serde.jsonl");
        std::fs::write(path, table).expect("the tests' data can be written");
        return;
    }
    for (line, row) in rows(TABLE) {
        assert_eq!(written(&row), row["written"], "line {line}");
    }
}

#[test]
fn english_is_what_is_written_where_nothing_is_said() {
    let inspection = normail::inspect("\u{1D11E} ana@gmial.com");
    let finding = &inspection.findings()[0];
    let fix = finding.fix().expect("a slip has a fix");
    let error = normail::parse("ana").expect_err("no at-sign");
    let members = normail::Policy::form().inspect_list("ana@example.com, bob");
    let english = Language::English;
    let json = |value: serde_json::Result<Value>| value.expect("JSON takes it");
    let pairs = [
        (serde_json::to_value(&inspection), serde_json::to_value(Localized::new(&inspection, english))),
        (serde_json::to_value(finding), serde_json::to_value(Localized::new(finding, english))),
        (serde_json::to_value(fix), serde_json::to_value(Localized::new(fix, english))),
        (
            serde_json::to_value(&fix.edits()[0]),
            serde_json::to_value(Localized::new(&fix.edits()[0], english)),
        ),
        (serde_json::to_value(&error), serde_json::to_value(Localized::new(&error, english))),
        (serde_json::to_value(&members), serde_json::to_value(Localized::new(&members[..], english))),
    ];
    for (plain, localized) in pairs {
        assert_eq!(json(plain), json(localized));
    }
}

/// The same fields in both formats: what postcard holds has no names, so nothing may be left out or move.
fn assert_same<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(written: &impl Serialize) {
    let json = serde_json::to_value(written).expect("JSON takes it");
    let bytes = postcard::to_allocvec(written).expect("postcard takes it");
    let read: T = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(postcard::from_bytes::<T>(&bytes).expect("postcard holds the same"), read);
    assert_eq!(serde_json::to_value(&read).expect("JSON takes it"), json, "nothing is lost");
}

#[test]
fn every_row_reads_back_from_both_formats() {
    for (_, row) in rows(TABLE) {
        let policy = policy(text(&row, "policy"));
        let (input, language) = (text(&row, "input"), language(&row));
        match text(&row, "door") {
            "inspect" => {
                let inspection = policy.inspect(input);
                assert_same::<mirror::Inspection>(&Localized::new(&inspection, language));
                for finding in inspection.findings() {
                    assert_same::<mirror::Finding>(finding);
                    assert_same::<Option<mirror::Fix>>(&finding.fix());
                }
            }
            "list" => assert_same::<Vec<mirror::ListMember>>(&policy.inspect_list(input)),
            _ => assert_same::<mirror::ParseError>(&policy.parse(input).expect_err("refused")),
        }
    }
}

/// What JavaScript would do with the edits gives what `apply` gives.
#[test]
fn edits_in_utf16_do_what_apply_does() {
    let automatic = [
        "\u{1D11E}\u{200B}@ex\u{AD}ample.org ",
        "  Zo\u{EB} <zo\u{EB}@example.org>,",
        "山\u{200B}田@例え.jp",
    ];
    let confirm = ["zo\u{EB}@gmial.com", "\u{1D11E}na\u{2011}maria@example.org", "山\u{202E}田@例え.jp"];
    let inputs = automatic.map(|input| (input, Applicability::Automatic)).into_iter();
    for (input, applicability) in inputs.chain(confirm.map(|input| (input, Applicability::Confirm))) {
        let inspection = normail::inspect(input);
        let json = serde_json::to_value(&inspection).expect("JSON takes it");
        let read: mirror::Inspection = serde_json::from_value(json).expect("the documented shape");
        let fixes = read.findings.into_iter().filter_map(|finding| finding.fix);
        let mut edits: Vec<_> =
            fixes.filter(|fix| fix.applicability == applicability).flat_map(|fix| fix.edits).collect();
        edits.sort_by_key(|edit| edit.span.bytes.start);
        let mut units: Vec<u16> = input.encode_utf16().collect();
        for edit in edits.into_iter().rev() {
            let span = edit.span.utf16.expect("an inspection knows its input");
            units.splice(span, edit.replacement.encode_utf16());
        }
        let applied = inspection.apply(applicability).expect("there is something to apply");
        assert_eq!(String::from_utf16_lossy(&units), applied, "{input}");
    }
}

/// Each span is counted from the nearest block, not from the start: the spans of a thousand findings are right too.
#[test]
fn a_thousand_findings_have_their_spans() {
    let input = format!("{}@example.org", "\u{1D11E}\u{200B}".repeat(570));
    let inspection = normail::inspect(&input);
    let json = serde_json::to_value(&inspection).expect("JSON takes it");
    let read: mirror::Inspection = serde_json::from_value(json).expect("the documented shape");
    assert!(read.findings.len() > 500, "{}", read.findings.len());
    for finding in read.findings {
        let units = |end: usize| input[..end].encode_utf16().count();
        let bytes = finding.span.bytes;
        assert_eq!(finding.span.utf16, Some(units(bytes.start)..units(bytes.end)), "{bytes:?}");
    }
}

#[test]
fn an_offset_in_a_list_counts_both_units() {
    let list = "\u{1D11E}@example.org, zo\u{EB}@example.org; 山田@例え.jp";
    for member in normail::Policy::form().inspect_list(list) {
        assert_eq!(member.utf16_offset(), list[..member.offset()].encode_utf16().count());
    }
}
