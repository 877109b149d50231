//! How often, and how much, memory is asked for. The counts are those of this thread alone.

#[path = "common/hostile.rs"]
mod hostile;

use allocation_counter::{AllocationInfo, measure};
use hostile::hostile;
use normail::{AddrSpec, EmailAddress, Grammar, Policy, inspect};
use serde_json::Value;

const POLICIES: [(&str, Policy); 4] = [
    ("form", Policy::form()),
    ("smtp", Policy::smtp()),
    ("header", Policy::header()),
    ("html", Policy::html()),
];

const GRAMMARS: [Grammar; 6] = [
    Grammar::Rfc5321,
    Grammar::Rfc6531,
    Grammar::Rfc5322,
    Grammar::Rfc5322Obsolete,
    Grammar::Rfc6532,
    Grammar::Html,
];

const CLEAN: [&str; 6] = [
    "a@b.co",
    "ana@example.com",
    "Ana.Maria+news@mail.example.co.uk",
    "o'neil@EXAMPLE.ie",
    "1234567890@example.museum",
    "a-rather-long-local-part.with.many.dots@a.domain.of.many.labels.that.goes.on.example.org",
];

/// ASCII beyond the common case: refused, quoted, literals, comments, A-labels.
const ASCII: [&str; 22] = [
    "",
    "@",
    "ana",
    "ana@",
    "ana@@example.com",
    " ana@example.com ",
    "ana..maria@example.com",
    "ana@example",
    "ana@-example-.com",
    "ana@example.123",
    "ana@exa\0mple.com\r\n",
    "Ana <ana@example.com>",
    "\"ana\"@example.com",
    "\"ana \\\"maria\\\"\"@example.com",
    "\"ana\r\n maria\"@example.com",
    "ana (at (work)) @ example.com",
    "ana@[192.0.2.1]",
    "ana@[IPv6:2001:0DB8:0:0:0:0:0:1]",
    "ana@[x-tag:content]",
    "ana@xn--bcher-kva.example",
    "ana@xn--bcher-kva.XN--E1AYBC.xn--fa-hia.xn--maana-pta.xn--80ak6aa92e.xn--mnchen-3ya.xn--ls8h.xn--p1ai",
    "ana@xn--zzzzzzz99999.com",
];

fn allocations_of<T>(work: impl FnOnce() -> T) -> AllocationInfo {
    let mut made = None;
    // What was made is dropped outside, so that only the making counts.
    let info = measure(|| made = Some(work()));
    drop(made);
    info
}

/// The inputs of a table of this test suite.
fn inputs(rows: &str) -> impl Iterator<Item = String> + '_ {
    rows.lines().map(|line| {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        String::from(row["input"].as_str().expect("a row has an input"))
    })
}

#[test]
fn is_valid_asks_for_none_on_ascii() {
    let tables = [include_str!("data/grammar.jsonl"), include_str!("data/realworld.jsonl")];
    let recorded = tables.iter().flat_map(|rows| inputs(rows)).filter(|input| input.is_ascii());
    let long = ["a".repeat(4096), format!("{}@example.com", "\"a\" ".repeat(900)), "(".repeat(4096)];
    let named = CLEAN.iter().chain(&ASCII).map(|input| String::from(*input));
    for input in named.chain(recorded).chain(long) {
        for (name, policy) in &POLICIES {
            let info = allocations_of(|| policy.is_valid(&input));
            assert_eq!(info.count_total, 0, "{name}: {input:?}");
        }
    }
}

#[test]
fn an_addr_spec_asks_for_none_whatever_the_input() {
    let tables = [include_str!("data/grammar.jsonl"), include_str!("data/realworld.jsonl")];
    for input in tables.iter().flat_map(|rows| inputs(rows)) {
        for grammar in GRAMMARS {
            let info = allocations_of(|| AddrSpec::parse(&input, grammar));
            assert_eq!(info.count_total, 0, "{grammar:?}: {input:?}");
        }
    }
}

#[test]
fn parse_asks_for_the_address_alone_on_clean_ascii() {
    for input in CLEAN {
        let info = allocations_of(|| EmailAddress::parse(input));
        assert_eq!((info.count_total, info.bytes_total), (1, input.len() as u64), "{input:?}");
    }
}

#[test]
fn a_refusal_asks_for_none_on_ascii() {
    for input in ASCII {
        for (name, policy) in &POLICIES {
            if !policy.is_valid(input) {
                let info = allocations_of(|| policy.parse(input));
                assert_eq!(info.count_total, 0, "{name}: {input:?}");
            }
        }
    }
}

#[test]
fn inspect_asks_for_the_address_alone_where_nothing_is_found() {
    for input in CLEAN {
        if inspect(input).findings().is_empty() {
            let info = allocations_of(|| inspect(input));
            assert!(info.count_total <= 1, "{input:?}: {info:?}");
        }
    }
}

/// About the largest size that is read.
const LARGEST: usize = 4000;

/// Bytes that an inspection may ask for, in all, for each byte of its input. The worst that is known asks for 544: a
/// finding at every byte, its list moved whenever it grows.
const BYTES_FOR_A_BYTE: u64 = 640;

/// The same for a list, where each member has its inspection and its findings: 766 for members of one letter.
const BYTES_FOR_A_BYTE_OF_A_LIST: u64 = 1024;

fn assert_in_proportion(input: &str, name: &str, most: u64, info: AllocationInfo) {
    let factor = info.bytes_total / input.len() as u64;
    let start: String = input.chars().take(24).collect();
    assert!(factor <= most, "{name}: {factor} bytes for each byte of {start:?}…");
}

#[test]
fn inspect_asks_for_memory_in_proportion_to_its_input() {
    for input in hostile(LARGEST) {
        for (name, policy) in &POLICIES {
            assert_in_proportion(&input, name, BYTES_FOR_A_BYTE, allocations_of(|| policy.inspect(&input)));
        }
    }
}

/// The members of a list are inspected as any other text.
#[test]
fn inspect_list_asks_for_memory_in_proportion_to_its_input() {
    let texts = hostile(LARGEST).step_by(6).map(|text| text.repeat(3));
    for list in texts.chain([",a".repeat(8000), "a@b.co\n".repeat(2000), "a, b <c@d.co>;".repeat(1000)]) {
        let info = allocations_of(|| Policy::form().inspect_list(&list));
        assert_in_proportion(&list, "form", BYTES_FOR_A_BYTE_OF_A_LIST, info);
    }
}
