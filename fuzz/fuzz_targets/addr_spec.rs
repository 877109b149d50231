//! The grammars: each is its ABNF, spans lie inside, and one contains the other where the standards say so.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::checks::grammars;
use normail_fuzz::{abnf_twin, hold};

fuzz_target!(|input: &str| {
    hold(input, grammars::grammars_contain_each_other(input));
    hold(input, grammars::parts_are_of_the_input(input));
    hold(input, grammars::parts_make_an_address_again(input));
    hold(input, grammars::faults_are_safe_to_show(input));
    hold(input, abnf_twin::grammars_are_their_abnf(input));
    hold(input, grammars::a_long_input_is_not_read(input));
});
