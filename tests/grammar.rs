//! `tests/data/grammar.jsonl`: each input with the verdict of each grammar.

use normail::{AddrSpec, Grammar};
use serde_json::Value;

const COLUMNS: [(&str, Grammar); 6] = [
    ("rfc5321", Grammar::Rfc5321),
    ("rfc6531", Grammar::Rfc6531),
    ("rfc5322", Grammar::Rfc5322),
    ("rfc5322_obs", Grammar::Rfc5322Obsolete),
    ("rfc6532", Grammar::Rfc6532),
    ("html5", Grammar::Html),
];

#[test]
fn every_row_in_every_column() {
    let mut wrong = Vec::new();
    for line in include_str!("data/grammar.jsonl").lines() {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        let input = row["input"].as_str().expect("a row has an input");
        for (column, grammar) in COLUMNS {
            let expected = row[column].as_bool().expect("a column is true or false");
            let parsed = AddrSpec::parse(input, grammar);
            if parsed.is_ok() != expected {
                wrong.push(format!("{column}: {input:?} should be {expected}: {parsed:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
