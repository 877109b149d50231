//! The review as JSON, an object a row, for programs.
//!
//! Names, verdicts and codes are the same in every language; only the messages and notes are in the one
//! that was chosen.

use std::fmt::Write as _;

use normail::{Finding, Language, Severity, Verdict, visible};
use serde_json::{Value, json};

use crate::cell::{Address, Cell, needs_person, worst};
use crate::note::Notes;
use crate::rows::Place;

/// One row as one line.
pub(crate) fn row(place: Place, cells: &[Cell], notes: Notes) -> String {
    let row_verdict = worst(cells.iter().filter_map(Cell::verdict));
    let row = json!({
        "row": place.number,
        "line": place.line,
        "verdict": row_verdict.map(verdict),
        "needs_person": needs_person(row_verdict),
        "cells": cells.iter().map(|cell| self::cell(cell, notes)).collect::<Vec<Value>>(),
    });
    escaped(&row.to_string()) + "\n"
}

fn cell(cell: &Cell, notes: Notes) -> Value {
    json!({
        "column": notes.column(cell.column),
        "input": cell.text(),
        "cleaned": cell.cleaned(),
        "note": notes.of_cell(cell),
        "addresses": cell.addresses.iter().map(|found| address(found, notes)).collect::<Vec<Value>>(),
    })
}

fn address(address: &Address, notes: Notes) -> Value {
    let inspection = address.inspection();
    let findings = inspection.findings().iter();
    json!({
        "offset": address.offset(),
        "input": inspection.input(),
        "verdict": verdict(address.verdict()),
        "address": inspection.address().map(|address| address.as_str()),
        "suggestion": inspection.suggestion().map(|address| address.as_str()),
        "findings": findings.map(|found| finding(found, notes.language)).collect::<Vec<Value>>(),
        "same_mailbox_as": address.twin.map(|site| json!({
            "row": site.row,
            "column": notes.column(site.column),
        })),
    })
}

/// The span counts bytes of the input of the address.
fn finding(finding: &Finding, language: Language) -> Value {
    json!({
        "code": finding.code(),
        "severity": severity(finding.severity()),
        "span": [finding.span().start, finding.span().end],
        "message": finding.message(language),
    })
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clean => "clean",
        Verdict::Repaired => "repaired",
        Verdict::Doubtful => "doubtful",
        _ => "rejected",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        _ => "error",
    }
}

/// JSON may hold controls of C1 and of direction as they are; a terminal that shows it should not get them.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if !character.is_ascii_control() && (character.is_ascii() || is_visible(character)) {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

fn is_visible(character: char) -> bool {
    let text = character.to_string();
    visible(&text).to_string() == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_cannot_be_seen() {
        let json = json!("ñ\u{1b}\u{7f}\u{85}\u{202e}\u{e0020}").to_string();
        let escaped = escaped(&json);
        assert_eq!(escaped, "\"ñ\\u001b\\u007f\\u0085\\u202e\\udb40\\udc20\"");
        assert_eq!(serde_json::from_str::<Value>(&escaped).ok(), serde_json::from_str(&json).ok());
    }
}
