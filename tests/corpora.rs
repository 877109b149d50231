//! The corpora that the benchmarks read are what their names say.

use std::collections::BTreeSet;

use normail::{Verdict, inspect, is_valid};

const CLEAN: &str = include_str!("../benches/corpora/clean.txt");
const INTERNATIONAL: &str = include_str!("../benches/corpora/international.txt");
const INVALID: &str = include_str!("../benches/corpora/invalid.txt");
const LONG: &str = include_str!("../benches/corpora/long.txt");
const MIXED: &str = include_str!("../benches/corpora/mixed.txt");
const SHAPES: &str = include_str!("../benches/corpora/shapes.txt");

fn mean(corpus: &str) -> f64 {
    let octets: usize = corpus.lines().map(str::len).sum();
    octets as f64 / corpus.lines().count() as f64
}

#[test]
fn each_has_a_thousand_lines() {
    for corpus in [CLEAN, INTERNATIONAL, INVALID, LONG, MIXED] {
        assert_eq!(corpus.lines().count(), 1000);
    }
}

#[test]
fn nothing_is_found_in_clean_and_long_ones() {
    for line in CLEAN.lines().chain(LONG.lines()) {
        assert!(inspect(line).findings().is_empty() && line.is_ascii(), "{line:?}: {:?}", inspect(line));
    }
    assert!((mean(CLEAN) - 20.8).abs() < 0.2, "{}", mean(CLEAN));
    assert!((mean(LONG) - 132.0).abs() < 1.0, "{}", mean(LONG));
}

#[test]
fn nothing_is_asked_of_a_shape() {
    let shapes: BTreeSet<_> = SHAPES.lines().collect();
    assert_eq!(shapes.len(), 40);
    for shape in shapes {
        assert!(inspect(shape).verdict() == Verdict::Clean && shape.is_ascii(), "{:?}", inspect(shape));
    }
}

#[test]
fn no_invalid_one_is_valid_and_every_international_one_is() {
    for line in INVALID.lines() {
        assert!(!is_valid(line), "{line:?}");
    }
    for line in INTERNATIONAL.lines() {
        assert!(is_valid(line), "{line:?}: {:?}", normail::parse(line));
    }
}

#[test]
fn nine_in_ten_of_the_mixed_ones_are_clean() {
    let clean = MIXED.lines().filter(|line| inspect(line).findings().is_empty()).count();
    assert!((880..=920).contains(&clean), "{clean}");
}
