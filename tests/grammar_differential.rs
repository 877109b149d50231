//! `AddrSpec::parse` against an interpreter of the RFCs' own ABNF, on strings that the ABNF writes and on the
//! same strings damaged. What they disagree on is shortened to the least that they still disagree on.

mod abnf;
#[path = "abnf/mutate.rs"]
mod mutate;
#[path = "abnf/shorten.rs"]
mod shorten;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use abnf::derive::Deriver;
use abnf::grammar::RuleId;
use abnf::languages::Language;
use abnf::prng::Prng;
use mutate::{PIECES, mutate};
use normail::{AddrSpec, Grammar};
use shorten::shortened;

/// How many different strings each grammar is tried on: half of them derived, half damaged.
const STRINGS: usize = 100_000;

/// So many of them are about as long as input may be at all.
const LONG_STRINGS: usize = 60;
const LONG_SIZES: RangeInclusive<usize> = 4_094..=4_098;

/// So many disagreements are reported before the test gives up.
const REPORTED: usize = 8;

#[test]
fn rfc5321_agrees_with_its_abnf() {
    compare(Grammar::Rfc5321, &Language::rfc5321(), 5321);
}

#[test]
fn rfc6531_agrees_with_its_abnf() {
    compare(Grammar::Rfc6531, &Language::rfc6531(), 6531);
}

#[test]
fn rfc5322_agrees_with_its_abnf() {
    compare(Grammar::Rfc5322, &Language::rfc5322(), 5322);
}

#[test]
fn rfc5322_obsolete_agrees_with_its_abnf() {
    compare(Grammar::Rfc5322Obsolete, &Language::rfc5322_obsolete(), 822);
}

#[test]
fn rfc6532_agrees_with_its_abnf() {
    compare(Grammar::Rfc6532, &Language::rfc6532(), 6532);
}

#[test]
fn html_agrees_with_its_production() {
    compare(Grammar::Html, &Language::html(), 1866);
}

/// As deep as 4,096 bytes allow, closed and not. The interpreter recurses for each: it gets a stack for that.
#[test]
fn deeply_nested_comments_agree_with_the_abnf() {
    let nested = |open: usize, close: usize| format!("{}{}a@b", "(".repeat(open), ")".repeat(close));
    let inputs = [
        (nested(2_046, 2_046), true),
        (nested(2_046, 2_045), false),
        (nested(2_045, 2_046), false),
        (nested(4_093, 0), false),
    ];
    let judge = move || {
        for (grammar, language) in [
            (Grammar::Rfc5322, Language::rfc5322()),
            (Grammar::Rfc5322Obsolete, Language::rfc5322_obsolete()),
            (Grammar::Rfc6532, Language::rfc6532()),
        ] {
            for (input, known) in &inputs {
                assert_eq!(language.accepts(input), *known, "the ABNF of {grammar:?}");
                assert_eq!(ours(grammar, input), *known, "AddrSpec::parse, {grammar:?}");
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(judge).expect("a thread can start");
    thread.join().expect("both agree");
}

fn ours(grammar: Grammar, input: &str) -> bool {
    AddrSpec::parse(input, grammar).is_ok()
}

fn compare(grammar: Grammar, language: &Language, seed: u64) {
    let disagree = |input: &str| ours(grammar, input) != language.accepts(input);
    let mut accepted = 0;
    let mut disagreements = BTreeSet::new();
    let mut patience = 100;
    for input in strings(language, seed) {
        let known = language.accepts(&input);
        accepted += usize::from(known);
        if ours(grammar, &input) != known {
            disagreements.insert(shortened(&input, disagree));
            patience -= 1;
        }
        if disagreements.len() == REPORTED || patience == 0 {
            break;
        }
    }
    let report = disagreements.iter().map(|input| {
        let (ours, abnf) = (ours(grammar, input), language.accepts(input));
        let bytes = input.len();
        format!("\n{grammar:?}, {bytes} bytes, {input:?}: AddrSpec::parse {ours}, the ABNF {abnf}")
    });
    assert!(disagreements.is_empty(), "{}", report.collect::<String>());

    let refused = STRINGS - accepted;
    println!("{}: {STRINGS} strings, {accepted} accepted, {refused} refused", language.name);
    assert!(accepted >= STRINGS / 10, "{grammar:?}: only {accepted} of {STRINGS} strings are accepted");
    assert!(refused >= STRINGS / 10, "{grammar:?}: only {refused} of {STRINGS} strings are refused");
}

/// Different strings, the same ones in every run.
fn strings(language: &Language, seed: u64) -> BTreeSet<String> {
    let mut random = Prng::new(seed);
    let languages = Language::all();
    let sources = Sources::new(&languages);
    let own = Deriver::new(&language.grammar);
    let mut strings = BTreeSet::new();
    while strings.len() < STRINGS / 2 {
        strings.insert(own.derive(language.start, &mut random));
    }
    while strings.len() < STRINGS / 2 + LONG_STRINGS {
        let short = own.derive(language.start, &mut random);
        let bytes = random.within(&LONG_SIZES);
        strings.insert(filled(&short, bytes, &mut random));
    }
    while strings.len() < STRINGS {
        let source = if random.chance(2, 3) {
            own.derive(language.start, &mut random)
        } else {
            sources.pick(&mut random)
        };
        let other = sources.pick(&mut random);
        strings.insert(mutate(&source, &other, PIECES, &mut random));
    }
    strings
}

/// Strings of every grammar, and those whose answers are known: what is right for one is often almost right
/// for another.
struct Sources<'g> {
    derivers: Vec<(Deriver<'g>, RuleId)>,
    known: Vec<String>,
}

impl<'g> Sources<'g> {
    fn new(languages: &'g [Language]) -> Sources<'g> {
        let derivers =
            languages.iter().map(|language| (Deriver::new(&language.grammar), language.start)).collect();
        let known = include_str!("data/grammar.jsonl").lines().map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).expect("each line is one JSON object");
            row["input"].as_str().expect("each row has an input").to_owned()
        });
        Sources { derivers, known: known.filter(|input| input.len() < 100).collect() }
    }

    fn pick(&self, random: &mut Prng) -> String {
        if random.chance(1, 2) {
            return random.pick(&self.known).clone();
        }
        let (deriver, start) = random.pick(&self.derivers);
        deriver.derive(*start, random)
    }
}

/// Fills a string to exactly `bytes` by repeating a character somewhere in it.
fn filled(source: &str, bytes: usize, random: &mut Prng) -> String {
    let mut text: Vec<char> = source.chars().collect();
    let missing = bytes.saturating_sub(source.len());
    let (at, fill) = (random.below(text.len() + 1), *random.pick(&['a', '1', ' ', '-']));
    text.splice(at..at, std::iter::repeat_n(fill, missing));
    text.into_iter().collect()
}
