//! The laws of the crate as properties: for the recorded inputs, and for made ones, damaged ones and noise.
//!
//! The made inputs come from a fixed seed, so that a run says the same twice; `PROPTEST_RNG_SEED` and
//! `PROPTEST_CASES` make it look elsewhere and for longer. The fuzz targets hold the same laws against anything.

#[allow(dead_code, unreachable_pub, reason = "the fuzz targets share it")]
mod checks;
mod inputs;

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use checks::policies::{under_every_policy, under_the_bases};
use checks::{Checked, domain_set, grammars, keys, lenient, list, results, spans, strict};
use normail::proptest::damaged;
use normail::{Policy, Verdict};
use proptest::strategy::BoxedStrategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use proptest::{prop_assert, prop_assert_eq};

/// Holds a law against the inputs of the tables, against those that broke a law, and against made ones.
fn hold(law: impl Fn(&str) -> Checked) {
    hold_recorded(inputs::tables(), &law);
    hold_recorded(inputs::regressions(), &law);
    hold_made(&inputs::any(), config(), &law);
}

/// The same for a law of a policy. Rows of the tables are many and alike: for them the four policies do.
fn hold_under_policies(law: fn(&Policy, &str) -> Checked) {
    hold_recorded(inputs::tables(), &|input| under_the_bases(input, law));
    hold_recorded(inputs::regressions(), &|input| under_every_policy(input, law));
    hold_made(&inputs::any(), config(), &|input| under_every_policy(input, law));
}

/// The same for lists, fewer of them: each is as long as several other inputs, and inspected twice.
fn hold_for_lists(law: fn(&Policy, &str) -> Checked) {
    let config = config();
    let cases = config.cases.div_ceil(4);
    hold_recorded(inputs::regressions(), &|input| under_every_policy(input, law));
    hold_made(&inputs::lists(), Config { cases, ..config }, &|input| under_every_policy(input, law));
}

/// The same for inputs around the cap, fewer of them: each takes as long as a hundred others.
fn hold_long(law: impl Fn(&str) -> Checked) {
    let config = config();
    let cases = config.cases.div_ceil(16);
    hold_made(&inputs::long(), Config { cases, ..config }, &law);
}

fn hold_recorded(inputs: Vec<String>, law: &impl Fn(&str) -> Checked) {
    let mut broken = String::new();
    for input in inputs {
        let held = catch_unwind(AssertUnwindSafe(|| law(&input)));
        if let Err(how) = held.unwrap_or_else(|_| Err(String::from("panics"))) {
            let _ = writeln!(broken, "{input:?}\n    {how}");
        }
    }
    assert!(broken.is_empty(), "recorded inputs:\n{broken}");
}

fn hold_made(made: &BoxedStrategy<String>, config: Config, law: &impl Fn(&str) -> Checked) {
    let held = TestRunner::new(config).run(made, |input| law(&input).map_err(TestCaseError::fail));
    if let Err(failure) = held {
        panic!("{failure}");
    }
}

/// The environment's, save that nothing is written beside the tests and that the seed is fixed.
fn config() -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(6532);
    }
    config
}

/// A law of one policy, held against every policy.
macro_rules! laws {
    ($($name:ident: $law:path;)+) => {
        $(#[test]
        fn $name() {
            hold_under_policies($law);
        })+
    };
}

laws! {
    law_1_the_text_of_an_address_parses_to_it: strict::the_text_of_an_address_parses_to_it;
    law_2_a_given_address_is_given_again: lenient::a_given_address_is_given_again;
    law_3_applied_fixes_parse_to_what_is_given: lenient::applied_fixes_parse_to_what_is_given;
    law_4_lenient_takes_what_strict_takes: lenient::lenient_takes_what_strict_takes;
    law_6_is_valid_means_that_it_parses: strict::is_valid_means_that_it_parses;

    a_switch_only_widens: strict::a_switch_only_widens;
    the_verdict_follows_from_the_findings: lenient::the_verdict_follows_from_the_findings;
    an_error_has_no_automatic_fix: lenient::an_error_has_no_automatic_fix;
    a_suggestion_differs_from_the_address: lenient::a_suggestion_differs_from_the_address;
    spans_are_of_the_input: spans::spans_are_of_the_input;
    pieces_are_the_input: spans::pieces_are_the_input;
    edits_do_not_overlap: spans::edits_do_not_overlap;
    no_result_holds_a_control: results::no_result_holds_a_control;
    the_domain_of_a_result_is_ascii: results::the_domain_of_a_result_is_ascii;
    what_is_shown_is_the_address: results::what_is_shown_is_the_address;
    messages_are_safe_to_show: results::messages_are_safe_to_show;
    a_list_of_one_is_that_one: list::a_list_of_one_is_that_one;
    a_key_is_no_address: keys::a_key_is_no_address;
    a_subaddress_is_dropped_once: keys::a_subaddress_is_dropped_once;
    a_log_tells_one_letter: keys::a_log_tells_one_letter;
    a_wider_level_is_met_as_well: keys::a_wider_level_is_met_as_well;
}

/// A fault is told by its name, and what is repaired without asking is what it was before.
#[test]
fn damage_is_told() {
    let held = TestRunner::new(config()).run(&damaged(), |damaged| {
        let inspection = normail::inspect(damaged.input());
        let is_told = inspection.findings().iter().any(|finding| finding.kind() == damaged.kind());
        prop_assert!(is_told, "{inspection:?}");
        if inspection.verdict() == Verdict::Repaired {
            prop_assert_eq!(inspection.address(), Some(damaged.address()));
        }
        Ok(())
    });
    if let Err(failure) = held {
        panic!("{failure}");
    }
}

#[test]
fn members_are_stretches_of_the_list() {
    hold_for_lists(list::members_are_stretches_of_the_list);
}

#[test]
fn nothing_is_left_between_the_members() {
    hold_for_lists(list::nothing_is_left_between_the_members);
}

/// A law of lists of domains.
macro_rules! laws_of_sets {
    ($($name:ident;)+) => {
        $(#[test]
        fn $name() {
            hold_recorded(inputs::tables(), &domain_set::$name);
            hold_recorded(inputs::regressions(), &domain_set::$name);
            hold_made(&inputs::domain_lists(), config(), &domain_set::$name);
        })+
    };
}

laws_of_sets! {
    a_shown_set_is_read_again;
    lenient_reads_what_strict_reads;
    lenient_keeps_the_good_lines;
    findings_are_of_the_lines;
    a_set_takes_in_what_its_entries_say;
}

#[test]
fn law_5_a_long_input_is_not_read() {
    hold_long(|input| under_every_policy(input, strict::a_long_input_is_not_read));
}

#[test]
fn wider_policies_take_what_narrower_ones_take() {
    hold(strict::wider_policies_take_what_narrower_ones_take);
}

#[test]
fn strict_takes_what_its_grammar_takes() {
    hold(strict::strict_takes_what_its_grammar_takes);
}

#[test]
fn every_strict_door_is_the_forms() {
    hold(strict::every_strict_door_is_the_forms);
}

#[test]
fn grammars_contain_each_other() {
    hold(grammars::grammars_contain_each_other);
}

#[test]
fn parts_are_of_the_input() {
    hold(grammars::parts_are_of_the_input);
}

#[test]
fn parts_make_an_address_again() {
    hold(grammars::parts_make_an_address_again);
}

#[test]
fn faults_are_safe_to_show() {
    hold(grammars::faults_are_safe_to_show);
}

#[test]
fn no_grammar_reads_a_long_input() {
    hold_long(grammars::a_long_input_is_not_read);
}
