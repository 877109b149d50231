//! What the laws are held against.

mod domain_lists;

use std::sync::LazyLock;

use normail::proptest::{any_address, damaged, input, mangled, token, tokens, wrapped};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

pub(crate) use domain_lists::domain_lists;

/// The inputs of the tables of this test suite.
pub(crate) fn tables() -> Vec<String> {
    static ROWS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let tables = [
            include_str!("../../data/grammar.jsonl"),
            include_str!("../../data/inputs.jsonl"),
            include_str!("../../data/realworld.jsonl"),
        ];
        tables.iter().flat_map(|rows| strings(rows)).collect()
    });
    ROWS.clone()
}

/// Inputs that once broke a law.
pub(crate) fn regressions() -> Vec<String> {
    strings(include_str!("../../data/laws_regressions.jsonl")).into_iter().collect()
}

/// One to a line: a JSON string, or a row that has it as `input`.
fn strings(lines: &str) -> Vec<String> {
    let string = |line| {
        let value: Value = serde_json::from_str(line).expect("a line is JSON");
        let input = value.get("input").unwrap_or(&value);
        String::from(input.as_str().expect("an input is a string"))
    };
    lines.lines().map(string).collect()
}

/// Everything: what is published as input, and recorded inputs mangled.
pub(crate) fn any() -> BoxedStrategy<String> {
    prop_oneof![
        10 => input(),
        2 => mangled(select(tables())),
        1 => damaged().prop_map(|damaged| String::from(damaged.input())),
    ]
    .boxed()
}

/// Several of them with separators, or without.
pub(crate) fn lists() -> BoxedStrategy<String> {
    let separator =
        select(vec![",", ";", ", ", "\n", "\r\n", "\u{3001}", "\u{FF0C}", "\u{60C}", " ", "", ",,"]);
    let member = prop_oneof![wrapped(), any_address().prop_map(String::from), tokens(), mangled(wrapped())];
    prop::collection::vec((member, separator), 0..5)
        .prop_map(|members| {
            members.into_iter().fold(String::new(), |list, (member, separator)| list + &member + separator)
        })
        .boxed()
}

/// Around the cap of 4,096 bytes: an ordinary input with one piece of it again and again.
pub(crate) fn long() -> BoxedStrategy<String> {
    (any(), token(), 4000_usize..4200, proptest::prelude::any::<Index>())
        .prop_map(|(text, token, size, at)| {
            let chars: Vec<char> = text.chars().collect();
            let (before, behind) = chars.split_at(at.index(chars.len() + 1));
            let many = token.repeat(size.saturating_sub(text.len()) / token.len());
            String::from_iter(before) + &many + &String::from_iter(behind)
        })
        .boxed()
}
