//! The lenient door: what it gives stands, its fixes do what they say, and its findings keep order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::checks::{lenient, results, spans};
use normail_fuzz::hold_under_policies;

fuzz_target!(|input: &str| {
    hold_under_policies(
        input,
        &[
            lenient::a_given_address_is_given_again,
            lenient::applied_fixes_parse_to_what_is_given,
            lenient::the_verdict_follows_from_the_findings,
            lenient::an_error_has_no_automatic_fix,
            lenient::a_suggestion_differs_from_the_address,
            spans::spans_are_of_the_input,
            spans::pieces_are_the_input,
            spans::edits_do_not_overlap,
            results::what_is_shown_is_the_address,
            results::messages_are_safe_to_show,
        ],
    );
});
