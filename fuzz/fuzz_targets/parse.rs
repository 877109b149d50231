//! The strict door: what is accepted is accepted again, by `is_valid` and by the lenient door too, and holds no control;
//! and what is said of an address: its keys, its subaddress, its profile.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail::Policy;
use normail_fuzz::checks::{keys, lenient, results, strict};
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
    // What an address is does not depend on who took it: of the two widest, each takes what the other does not.
    for policy in [Policy::smtp(), Policy::html()] {
        hold(input, keys::a_key_is_no_address(&policy, input));
        hold(input, keys::a_subaddress_is_dropped_once(&policy, input));
        hold(input, keys::a_log_tells_one_letter(&policy, input));
        hold(input, keys::a_wider_level_is_met_as_well(&policy, input));
    }
    hold(input, strict::wider_policies_take_what_narrower_ones_take(input));
    hold(input, strict::strict_takes_what_its_grammar_takes(input));
    hold(input, strict::every_strict_door_is_the_forms(input));
});
