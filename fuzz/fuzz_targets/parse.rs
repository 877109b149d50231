//! The strict door: what is accepted is accepted again, by `is_valid` and by the lenient door too, and holds no control.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::checks::{lenient, results, strict};
use normail_fuzz::{hold, hold_under_policies};

fuzz_target!(|input: &str| {
    hold_under_policies(
        input,
        &[
            strict::the_text_of_an_address_parses_to_it,
            strict::a_long_input_is_not_read,
            strict::is_valid_means_that_it_parses,
            strict::a_switch_only_widens,
            lenient::lenient_takes_what_strict_takes,
            results::no_result_holds_a_control,
            results::the_domain_of_a_result_is_ascii,
        ],
    );
    hold(input, strict::wider_policies_take_what_narrower_ones_take(input));
    hold(input, strict::strict_takes_what_its_grammar_takes(input));
});
