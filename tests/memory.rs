//! The most memory that a door holds at one time, for each byte of what it reads: a stated factor, whatever the input.

#[path = "common/hostile.rs"]
mod hostile;

use std::fmt::Write as _;
use std::hint::black_box;

use allocation_counter::measure;
use hostile::hostile;
use normail::{AddrSpec, DomainSet, Grammar, Language, Policy};

const POLICIES: [(&str, Policy); 4] = [
    ("form", Policy::form()),
    ("smtp", Policy::smtp()),
    ("header", Policy::header()),
    ("html", Policy::html()),
];

// SECURITY.md says so too.
const STRICT: f64 = 24.0;
const SET: f64 = 28.0;
const LENIENT: f64 = 256.0;
const LIST: f64 = 320.0;

/// The most bytes that the work holds at one time beyond its input, for each byte of that, over all inputs of a size.
fn factor(bytes: usize, work: impl Fn(&str)) -> (f64, String) {
    let of_input = |input: String| {
        let held = measure(|| work(&input)).bytes_max;
        (held as f64 / input.len() as f64, input)
    };
    hostile(bytes).map(of_input).max_by(|one, other| one.0.total_cmp(&other.0)).expect("there are inputs")
}

fn assert_held(door: &str, most: f64, work: impl Fn(&str)) {
    for bytes in [1000, 4000] {
        let (factor, input) = factor(bytes, &work);
        let start: String = input.chars().take(24).collect();
        assert!(factor <= most, "{door}: {factor:.1} bytes for each of {bytes}, {start:?}…");
    }
}

#[test]
fn a_grammar_holds_none() {
    for grammar in
        [Grammar::Rfc5321, Grammar::Rfc6531, Grammar::Rfc5322Obsolete, Grammar::Rfc6532, Grammar::Html]
    {
        assert_held("AddrSpec::parse", 0.0, |input| drop(AddrSpec::parse(input, grammar)));
    }
}

#[test]
fn the_strict_door_holds_a_few_copies() {
    for (name, policy) in &POLICIES {
        assert_held(name, STRICT, |input| drop(black_box(policy.parse(input))));
    }
}

#[test]
fn the_lenient_door_holds_its_findings() {
    for (name, policy) in [("form", Policy::form()), ("header", Policy::header())] {
        assert_held(name, LENIENT, |input| drop(black_box(policy.inspect(input))));
    }
}

/// Members of one letter have an inspection each, and a finding.
#[test]
fn a_list_holds_its_members() {
    assert_held("inspect_list", LIST, |input| drop(black_box(Policy::form().inspect_list(input))));
}

/// In bytes, whatever the length of the list.
const ONE_MEMBER: u64 = 4_096;

#[test]
fn members_are_held_one_at_a_time() {
    for list in ["a,".repeat(256 * 1024), "a@b.co ".repeat(1_000), format!("g:{};", "a@b.co,".repeat(10_000))]
    {
        let policy = Policy::form();
        let info = measure(|| policy.members(&list).for_each(|member| drop(black_box(member))));
        assert!(info.bytes_max <= ONE_MEMBER, "{} bytes of {}", info.bytes_max, list.len());
    }
}

#[test]
fn a_report_is_written_piece_by_piece() {
    assert_held("report", LENIENT, |input| {
        let inspection = Policy::form().inspect(input);
        write!(Sink, "{}", inspection.report(Language::English)).expect("the sink takes all");
    });
}

/// Takes what is written, and keeps nothing.
struct Sink;

impl std::fmt::Write for Sink {
    fn write_str(&mut self, _: &str) -> std::fmt::Result {
        Ok(())
    }
}

#[test]
fn a_set_holds_its_entries() {
    assert_held("DomainSet::from_str", SET, |list| drop(list.parse::<DomainSet>()));
    assert_held("DomainSet::inspect", SET, |list| drop(DomainSet::inspect(list)));
}

/// What is made of an address: keys, what is shown, what is logged.
#[test]
fn what_is_made_of_an_address_is_a_few_copies_of_it() {
    let policy = Policy::smtp().long_local_part(true);
    assert_held("an address", STRICT, |input| {
        if let Ok(address) = policy.parse(input) {
            drop(address.dedup_key().skeleton());
            drop(address.skeleton());
            drop(address.to_unicode());
            drop(address.redacted().to_string());
        }
    });
}
