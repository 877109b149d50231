//! Time of each door over the corpora, a thousand addresses at a time, beside a table scan that touches every byte
//! once: the ratio to it says more than nanoseconds, which are the machine's.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use normail::{AddrSpec, Grammar, Policy};

#[allow(unreachable_pub, reason = "it is the library of the instruction counts")]
#[path = "instructions/src/lib.rs"]
mod measured;

const CORPORA: [(&str, &str); 6] = [
    ("clean", measured::CLEAN),
    ("mixed", measured::MIXED),
    ("international", measured::INTERNATIONAL),
    ("dirty", measured::DIRTY),
    ("invalid", measured::INVALID),
    ("long", measured::LONG),
];

const GRAMMARS: [Grammar; 6] = [
    Grammar::Rfc5321,
    Grammar::Rfc6531,
    Grammar::Rfc5322,
    Grammar::Rfc5322Obsolete,
    Grammar::Rfc6532,
    Grammar::Html,
];

/// A door, given every line of every corpus.
fn over_the_corpora<T>(criterion: &mut Criterion, door: &str, open: impl Fn(&'static str) -> T) {
    let mut group = criterion.benchmark_group(door);
    for (name, corpus) in CORPORA {
        let lines = measured::lines(corpus);
        group.throughput(Throughput::Elements(lines.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
            bencher.iter(|| {
                for line in &lines {
                    black_box(open(black_box(line)));
                }
            });
        });
    }
    group.finish();
}

fn doors(criterion: &mut Criterion) {
    let form = Policy::form();
    over_the_corpora(criterion, "table_scan", measured::table_scan);
    over_the_corpora(criterion, "is_valid", |line| form.is_valid(line));
    over_the_corpora(criterion, "parse", |line| form.parse(line));
    over_the_corpora(criterion, "inspect", |line| form.inspect(line));
}

fn grammars(criterion: &mut Criterion) {
    for grammar in GRAMMARS {
        over_the_corpora(criterion, &format!("addr_spec/{grammar:?}"), |line| {
            AddrSpec::parse(line, grammar).is_ok()
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = doors, grammars
}
criterion_main!(benches);
