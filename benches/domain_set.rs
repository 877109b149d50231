//! A set of a million names: how long it takes to read, what it weighs, how fast it answers. The yardstick is the
//! `HashSet<String>` of the same lines.
//!
//! ```text
//! cargo bench --bench domain_set
//! ```

use std::collections::HashSet;
use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use normail::{Domain, DomainSet, Policy};

const NAMES: u64 = 1_000_000;
const SYLLABLES: [&str; 16] =
    ["ba", "ko", "ri", "mel", "tan", "vo", "ser", "lu", "na", "pix", "gra", "do", "che", "wi", "zu", "ton"];
const ENDINGS: [&str; 8] = ["com", "net", "org", "de", "co.uk", "io", "info", "es"];

/// The name of a number, as disposable and blocked domains look: `serkolu-melba.co.uk`.
fn name(number: u64, list: &mut String) {
    // A permutation, so that no two are the same and none is where it would sort.
    let mut bits = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for position in 0..5 {
        if position == 3 {
            list.push('-');
        }
        list.push_str(SYLLABLES[usize::try_from(bits >> 60).unwrap_or(0)]);
        bits <<= 4;
    }
    let ending = ENDINGS[usize::try_from(bits >> 61).unwrap_or(0)];
    let _ = write!(list, "{:x}.{ending}", number / 50);
}

fn list() -> String {
    let mut list = String::new();
    for number in 0..NAMES {
        name(number, &mut list);
        list.push('\n');
    }
    list
}

fn sorted(list: &str) -> String {
    let mut lines: Vec<&str> = list.lines().collect();
    lines.sort_unstable();
    lines.into_iter().flat_map(|line| [line, "\n"]).collect()
}

/// The bytes on the heap, without what the allocator keeps for itself.
fn heap_size(set: &HashSet<String>) -> usize {
    set.capacity() * 8 / 7 * (size_of::<String>() + 1) + set.iter().map(String::capacity).sum::<usize>()
}

fn benchmark(criterion: &mut Criterion) {
    let list = list();
    let in_order = sorted(&list);
    let set: DomainSet = list.parse().expect("the list is good");
    let hashed: HashSet<String> = list.lines().map(String::from).collect();
    assert_eq!(set.len(), hashed.len());
    let each = |size: usize| size as f64 / set.len() as f64;
    println!("names: {}", set.len());
    println!("bytes a name: text with its line end {:.1}", each(list.len()));
    println!("bytes a name: DomainSet {:.1}", each(set.heap_size()));
    println!("bytes a name: HashSet<String> {:.1}", each(heap_size(&hashed)));

    let mut group = criterion.benchmark_group("read a million names");
    group.sample_size(10);
    group.bench_function("DomainSet", |bench| bench.iter(|| black_box(&list).parse::<DomainSet>()));
    group.bench_function("DomainSet, in order", |bench| {
        bench.iter(|| black_box(&in_order).parse::<DomainSet>())
    });
    group.bench_function("DomainSet::inspect", |bench| bench.iter(|| DomainSet::inspect(black_box(&list))));
    group.bench_function("HashSet<String>", |bench| {
        bench.iter(|| black_box(&list).lines().map(String::from).collect::<HashSet<String>>());
    });
    group.finish();

    // Scattered over the list, so that the caches do not answer.
    let lines: Vec<&str> = list.lines().collect();
    let asked: Vec<&str> = (0..lines.len()).map(|index| lines[index * 7_919 % lines.len()]).collect();
    let below: Vec<String> = asked.iter().take(100_000).map(|name| format!("mail.{name}")).collect();
    let mut group = criterion.benchmark_group("look up");
    let mut names = asked.iter().cycle();
    group.bench_function("DomainSet, a member", |bench| {
        bench.iter(|| set.contains(&Domain::Name(names.next().copied().unwrap_or_default())));
    });
    let mut names = below.iter().cycle();
    group.bench_function("DomainSet, below a member", |bench| {
        bench.iter(|| set.contains(&Domain::Name(names.next().map_or("", String::as_str))));
    });
    let mut names = asked.iter().cycle();
    group.bench_function("HashSet<String>, a member", |bench| {
        bench.iter(|| hashed.contains(names.next().copied().unwrap_or_default()));
    });
    group.finish();

    let addresses: Vec<String> = below.iter().map(|name| format!("ana.maria@{name}")).collect();
    let plain = Policy::form();
    let denies = Policy::form().deny(set);
    let mut group = criterion.benchmark_group("is_valid");
    for (label, policy) in [("without a set", &plain), ("with a deny set of a million", &denies)] {
        let mut addresses = addresses.iter().cycle();
        group.bench_function(label, |bench| {
            bench.iter(|| policy.is_valid(addresses.next().map_or("", String::as_str)));
        });
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
