//! What the tables of several tests share.
#![allow(dead_code, reason = "no test needs all of it")]

use std::fmt::Display;

use normail::{Finding, Inspection, Policy};
use serde_json::Value;

/// The policy that a table calls so: the name of a constructor, then the setters that differ from it, `no-` before
/// one that is switched off: `form long-local-part`, `form no-smtputf8`.
pub(crate) fn policy(name: &str) -> Policy {
    let mut words = name.split(' ');
    let policy = match words.next() {
        Some("form") => Policy::form(),
        Some("smtp") => Policy::smtp(),
        Some("header") => Policy::header(),
        Some("html") => Policy::html(),
        other => panic!("no policy is called {other:?}"),
    };
    words.fold(policy, |policy, word| {
        let taken = !word.starts_with("no-");
        match word.trim_start_matches("no-") {
            "smtputf8" => policy.smtputf8(taken),
            "quoted-local-part" => policy.quoted_local_part(taken),
            "address-literal" => policy.address_literal(taken),
            "single-label-domain" => policy.single_label_domain(taken),
            "long-local-part" => policy.long_local_part(taken),
            other => panic!("no setter is called {other:?}"),
        }
    })
}

/// The rows of a table of one JSON object a line, each with the number of its line.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (usize, Value)> + '_ {
    table.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(|(index, line)| {
        let row = serde_json::from_str(line).unwrap_or_else(|error| panic!("line {}: {error}", index + 1));
        (index + 1, row)
    })
}

/// A text that a row has to have.
pub(crate) fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("a row has a text {key:?}: {row}"))
}

/// What a row says of a thing and the crate does not.
pub(crate) fn disagreement<T: PartialEq + Display + ?Sized>(
    what: &str,
    expected: &T,
    found: &T,
) -> Option<String> {
    (expected != found).then(|| format!("{what}: expected {expected}, found {found}"))
}

/// The codes of an inspection's findings, in their order.
pub(crate) fn codes(inspection: &Inspection<'_>) -> Vec<&'static str> {
    inspection.findings().iter().map(Finding::code).collect()
}

/// JSON with all but ASCII escaped, so that the table shows what is in it.
pub(crate) fn in_ascii(json: &str) -> String {
    let mut ascii = String::new();
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7F}' {
            ascii.push(c);
        } else {
            ascii.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    ascii
}
