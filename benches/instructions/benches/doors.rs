//! Instructions of each door over each corpus. The harness writes what `benches/check_budgets.py` reads.

use std::hint::black_box;

use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use normail::{AddrSpec, Domain, DomainSet, EmailAddress, Grammar, Policy};
use normail_instructions::{
    self as measured, CLEAN, DIRTY, INTERNATIONAL, INVALID, LONG, MIXED, SHAPES, lines,
};

static FORM: Policy = Policy::form();
static HEADER: Policy = Policy::header();

/// Opens a door for every line. Given back, the lines are not dropped inside what is counted.
#[inline(always)]
fn each<T>(lines: Vec<&'static str>, open: impl Fn(&'static str) -> T) -> Vec<&'static str> {
    for line in &lines {
        black_box(open(black_box(line)));
    }
    lines
}

#[library_benchmark]
#[bench::clean(lines(CLEAN))]
#[bench::long(lines(LONG))]
fn table_scan(lines: Vec<&'static str>) -> Vec<&'static str> {
    each(lines, measured::table_scan)
}

#[library_benchmark]
#[bench::clean(lines(CLEAN))]
#[bench::mixed(lines(MIXED))]
#[bench::international(lines(INTERNATIONAL))]
#[bench::invalid(lines(INVALID))]
#[bench::long(lines(LONG))]
fn is_valid(lines: Vec<&'static str>) -> Vec<&'static str> {
    each(lines, |line| FORM.is_valid(line))
}

#[library_benchmark]
#[bench::clean(lines(CLEAN))]
#[bench::mixed(lines(MIXED))]
#[bench::international(lines(INTERNATIONAL))]
#[bench::invalid(lines(INVALID))]
#[bench::long(lines(LONG))]
fn parse(lines: Vec<&'static str>) -> Vec<&'static str> {
    each(lines, |line| FORM.parse(line))
}

/// Each shape of a clean domain by itself, as often as a corpus has lines.
fn shapes() -> Vec<Vec<&'static str>> {
    lines(SHAPES).into_iter().map(|line| vec![line; 1000]).collect()
}

#[library_benchmark]
#[bench::clean(lines(CLEAN))]
#[bench::mixed(lines(MIXED))]
#[bench::international(lines(INTERNATIONAL))]
#[bench::dirty(lines(DIRTY))]
#[bench::invalid(lines(INVALID))]
#[bench::long(lines(LONG))]
#[benches::shape(iter = shapes())]
fn inspect(lines: Vec<&'static str>) -> Vec<&'static str> {
    each(lines, |line| FORM.inspect(line))
}

#[library_benchmark]
#[bench::clean(lines(CLEAN), Grammar::Rfc5321)]
#[bench::mixed(lines(MIXED), Grammar::Rfc5321)]
#[bench::invalid(lines(INVALID), Grammar::Rfc5321)]
#[bench::long(lines(LONG), Grammar::Rfc5321)]
#[bench::rfc6531_clean(lines(CLEAN), Grammar::Rfc6531)]
#[bench::rfc6531_international(lines(INTERNATIONAL), Grammar::Rfc6531)]
#[bench::rfc5322_clean(lines(CLEAN), Grammar::Rfc5322)]
#[bench::rfc5322_obsolete_clean(lines(CLEAN), Grammar::Rfc5322Obsolete)]
#[bench::rfc6532_clean(lines(CLEAN), Grammar::Rfc6532)]
#[bench::rfc6532_international(lines(INTERNATIONAL), Grammar::Rfc6532)]
#[bench::html_clean(lines(CLEAN), Grammar::Html)]
fn addr_spec(lines: Vec<&'static str>, grammar: Grammar) -> Vec<&'static str> {
    each(lines, |line| AddrSpec::parse(line, grammar).is_ok())
}

/// A corpus as one list.
fn list(corpus: &str) -> String {
    lines(corpus).join(", ")
}

/// A corpus as a mail's header has it: a name before two of three addresses.
fn header(corpus: &str) -> String {
    let names = ["\"Ana Gil\" <", "Bob (work) <", ""].into_iter().cycle();
    let member = |(line, name): (&str, &str)| {
        let end = if name.is_empty() { "" } else { ">" };
        format!("{name}{line}{end}")
    };
    lines(corpus).into_iter().zip(names).map(member).collect::<Vec<_>>().join(", ")
}

#[library_benchmark]
#[bench::clean(list(CLEAN), &FORM)]
#[bench::mixed(list(MIXED), &FORM)]
#[bench::dirty(list(DIRTY), &FORM)]
#[bench::header(header(MIXED), &HEADER)]
fn inspect_list(list: String, policy: &Policy) -> String {
    black_box(policy.inspect_list(black_box(&list)));
    list
}

fn addresses(corpus: &str) -> Vec<EmailAddress> {
    corpus.lines().filter_map(|line| FORM.parse(line).ok()).collect()
}

#[library_benchmark]
#[bench::clean(addresses(CLEAN))]
#[bench::international(addresses(INTERNATIONAL))]
fn dedup_key(addresses: Vec<EmailAddress>) -> Vec<EmailAddress> {
    for address in &addresses {
        black_box(black_box(address).dedup_key());
    }
    addresses
}

#[library_benchmark]
#[bench::clean(addresses(CLEAN))]
#[bench::international(addresses(INTERNATIONAL))]
fn skeleton(addresses: Vec<EmailAddress>) -> Vec<EmailAddress> {
    for address in &addresses {
        black_box(black_box(address).skeleton());
    }
    addresses
}

/// A set of 10,000 names with the hosts of a corpus among them, and what is looked up in it.
fn set_and_addresses(corpus: &str) -> (DomainSet, Vec<EmailAddress>) {
    let addresses = addresses(corpus);
    let hosts = addresses.iter().filter_map(|address| match address.domain() {
        Domain::Name(name) => Some(name.to_owned()),
        _ => None,
    });
    let others = (0..10_000).map(|number| format!("host-{number}.example.net"));
    let text = hosts.step_by(2).chain(others).collect::<Vec<_>>().join("\n");
    (text.parse().expect("they are names"), addresses)
}

#[library_benchmark]
#[bench::clean(set_and_addresses(CLEAN))]
fn domain_set_contains((set, addresses): (DomainSet, Vec<EmailAddress>)) -> (DomainSet, Vec<EmailAddress>) {
    for address in &addresses {
        black_box(set.contains(black_box(&address.domain())));
    }
    (set, addresses)
}

library_benchmark_group!(
    name = doors,
    benchmarks = [
        table_scan,
        is_valid,
        parse,
        inspect,
        inspect_list,
        addr_spec,
        dedup_key,
        skeleton,
        domain_set_contains
    ]
);

main!(
    // The cache is not simulated: instructions alone are the same on every machine.
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = doors
);
