//! What the laws are held against.

mod damage;
mod domain_lists;
mod parts;
mod tokens;

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
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

/// Everything: addresses, damaged ones, recorded ones damaged, tokens of the field, noise.
pub(crate) fn any() -> BoxedStrategy<String> {
    prop_oneof![
        2 => parts::address(),
        3 => damage::damaged(parts::address()),
        2 => damage::damaged(parts::wrapped()),
        2 => damage::damaged(select(tables()).boxed()),
        2 => tokens::soup(),
        1 => ".*",
        1 => any_chars(),
    ]
    .boxed()
}

/// Noise from every plane, not only what can be printed.
fn any_chars() -> BoxedStrategy<String> {
    prop::collection::vec(prop::char::any(), 0..24).prop_map(String::from_iter).boxed()
}

/// Several of them with separators, or without.
pub(crate) fn lists() -> BoxedStrategy<String> {
    let separator =
        select(vec![",", ";", ", ", "\n", "\r\n", "\u{3001}", "\u{FF0C}", "\u{60C}", " ", "", ",,"]);
    let member =
        prop_oneof![parts::wrapped(), parts::address(), tokens::soup(), damage::damaged(parts::wrapped())];
    prop::collection::vec((member, separator), 0..5)
        .prop_map(|members| {
            members.into_iter().fold(String::new(), |list, (member, separator)| list + &member + separator)
        })
        .boxed()
}

/// Around the cap of 4,096 bytes: an ordinary input with one piece of it again and again.
pub(crate) fn long() -> BoxedStrategy<String> {
    (any(), tokens::token(), 4000_usize..4200, prop::num::u16::ANY)
        .prop_map(|(text, token, size, at)| {
            let mut text: Vec<char> = text.chars().collect();
            let at = damage::position(at, text.len());
            let size = size.saturating_sub(text.iter().map(|c| c.len_utf8()).sum());
            let many = token.chars().cycle().scan(0, |taken, c| {
                *taken += c.len_utf8();
                (*taken <= size).then_some(c)
            });
            text.splice(at..at, many);
            text.into_iter().collect()
        })
        .boxed()
}
