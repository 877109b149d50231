//! Instructions of each door over each corpus, and of the lenient one over hostile texts. The harness writes what
//! `benches/check_budgets.py` reads.

use std::hint::black_box;

use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use normail::{AddrSpec, Domain, DomainSet, EmailAddress, Grammar, Policy};
use normail_instructions::{self as measured, CLEAN, DIRTY, INTERNATIONAL, INVALID, LONG, MIXED, lines};

static FORM: Policy = Policy::form();

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

#[library_benchmark]
#[bench::clean(lines(CLEAN))]
#[bench::mixed(lines(MIXED))]
#[bench::international(lines(INTERNATIONAL))]
#[bench::dirty(lines(DIRTY))]
#[bench::invalid(lines(INVALID))]
#[bench::long(lines(LONG))]
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

#[library_benchmark]
#[bench::clean(list(CLEAN))]
#[bench::mixed(list(MIXED))]
fn inspect_list(list: String) -> String {
    black_box(FORM.inspect_list(black_box(&list)));
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

/// A piece again and again, with something before and after, so many octets in all.
fn hostile(before: &str, piece: &str, after: &str, octets: usize) -> String {
    let room = octets - before.len() - after.len();
    let many = piece.repeat(room / piece.len());
    format!("{before}{many}{after}{}", " ".repeat(room % piece.len()))
}

#[library_benchmark]
#[bench::zero_width_1000(hostile("ana@example.com", "\u{200B}", "", 1000))]
#[bench::zero_width_4000(hostile("ana@example.com", "\u{200B}", "", 4000))]
#[bench::brackets_1000(hostile("", "<", "ana@example.com", 1000))]
#[bench::brackets_4000(hostile("", "<", "ana@example.com", 4000))]
#[bench::pairs_1000(hostile("", "()", "ana@example.com", 1000))]
#[bench::pairs_4000(hostile("", "()", "ana@example.com", 4000))]
#[bench::quotes_1000(hostile("", "\"", "ana@example.com", 1000))]
#[bench::quotes_4000(hostile("", "\"", "ana@example.com", 4000))]
#[bench::spaces_1000(hostile("ana", " a", "@example.com", 1000))]
#[bench::spaces_4000(hostile("ana", " a", "@example.com", 4000))]
#[bench::at_signs_1000(hostile("ana", "@", "example.com", 1000))]
#[bench::at_signs_4000(hostile("ana", "@", "example.com", 4000))]
#[bench::addresses_1000(hostile("", "a@b.co ", "", 1000))]
#[bench::addresses_4000(hostile("", "a@b.co ", "", 4000))]
#[bench::labels_1000(hostile("ana@", "a.", "example.com", 1000))]
#[bench::labels_4000(hostile("ana@", "a.", "example.com", 4000))]
#[bench::a_labels_1000(hostile("ana@", "xn--a.", "example.com", 1000))]
#[bench::a_labels_4000(hostile("ana@", "xn--a.", "example.com", 4000))]
#[bench::u_label_1000(hostile("ana@", "\u{E33}", ".com", 1000))]
#[bench::u_label_4000(hostile("ana@", "\u{E33}", ".com", 4000))]
#[bench::full_width_1000(hostile("", "\u{FF41}a", "@example.com", 1000))]
#[bench::full_width_4000(hostile("", "\u{FF41}a", "@example.com", 4000))]
#[bench::marks_1000(hostile("e", "\u{301}\u{327}", "@example.com", 1000))]
#[bench::marks_4000(hostile("e", "\u{301}\u{327}", "@example.com", 4000))]
#[bench::scripts_1000(hostile("", "a\u{430}.", "b@example.com", 1000))]
#[bench::scripts_4000(hostile("", "a\u{430}.", "b@example.com", 4000))]
#[bench::escaped_quotes_1000(hostile("", "\\\"", "a@example.com", 1000))]
#[bench::escaped_quotes_4000(hostile("", "\\\"", "a@example.com", 4000))]
#[bench::joiners_1000(hostile("\u{628}", "\u{64E}\u{200C}", "@example.com", 1000))]
#[bench::joiners_4000(hostile("\u{628}", "\u{64E}\u{200C}", "@example.com", 4000))]
#[bench::percent_1000(hostile("mailto:", "%20", "@example.com", 1000))]
#[bench::percent_4000(hostile("mailto:", "%20", "@example.com", 4000))]
#[bench::at_words_1000(hostile("a", "%40", "", 1000))]
#[bench::at_words_4000(hostile("a", "%40", "", 4000))]
#[bench::spaced_at_words_1000(hostile("", " at ", "gmail.com", 1000))]
#[bench::spaced_at_words_4000(hostile("", " at ", "gmail.com", 4000))]
fn hostile_inspect(text: String) -> String {
    black_box(FORM.inspect(black_box(&text)));
    text
}

// Comments as deep as the text is long, and dots, quotes and at-signs, under the grammar that has them all.
#[library_benchmark]
#[bench::nested_comments_64(nested(64))]
#[bench::nested_comments_1000(nested(1000))]
#[bench::nested_comments_4000(nested(4000))]
#[bench::comments_1000(hostile("", "()", "ana@example.com", 1000))]
#[bench::comments_4000(hostile("", "()", "ana@example.com", 4000))]
#[bench::open_comments_1000(hostile("", "(", "ana@example.com", 1000))]
#[bench::open_comments_4000(hostile("", "(", "ana@example.com", 4000))]
#[bench::dots_1000(hostile("", "a.", "a@example.com", 1000))]
#[bench::dots_4000(hostile("", "a.", "a@example.com", 4000))]
#[bench::quoted_pairs_1000(hostile("\"", "\\a", "\"@example.com", 1000))]
#[bench::quoted_pairs_4000(hostile("\"", "\\a", "\"@example.com", 4000))]
#[bench::at_signs_1000(hostile("a", "@", "example.com", 1000))]
#[bench::at_signs_4000(hostile("a", "@", "example.com", 4000))]
fn hostile_addr_spec(text: String) -> String {
    let _ = black_box(AddrSpec::parse(black_box(&text), Grammar::Rfc5322Obsolete));
    text
}

fn nested(octets: usize) -> String {
    let address = "ana@example.com";
    let depth = (octets - address.len()) / 2;
    let rest = octets - address.len() - 2 * depth;
    format!("{}{}{address}{}", "(".repeat(depth), ")".repeat(depth), " ".repeat(rest))
}

// Lists are read beyond what a member may hold.
#[library_benchmark]
#[bench::members_1000(hostile("", "a@b.co,", "", 1000))]
#[bench::members_4000(hostile("", "a@b.co,", "", 4000))]
#[bench::colons_1000(hostile("", "a:,", ";x", 1000))]
#[bench::colons_4000(hostile("", "a:,", ";x", 4000))]
#[bench::names_1000(hostile("", "x<,", "", 1000))]
#[bench::names_4000(hostile("", "x<,", "", 4000))]
#[bench::escaped_quotes_1000(hostile("", "\\\"", "", 1000))]
#[bench::escaped_quotes_4000(hostile("", "\\\"", "", 4000))]
fn hostile_list(text: String) -> String {
    black_box(FORM.inspect_list(black_box(&text)));
    text
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
        domain_set_contains,
        hostile_inspect,
        hostile_addr_spec,
        hostile_list
    ]
);

main!(
    // The cache is not simulated: instructions alone are the same on every machine.
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = doors
);
