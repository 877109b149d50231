//! Lists: members in order, each a stretch of the list, nothing but separators between them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::checks::list;
use normail_fuzz::hold_under_policies;

fuzz_target!(|input: &str| {
    hold_under_policies(
        input,
        &[
            list::members_are_stretches_of_the_list,
            list::nothing_is_left_between_the_members,
            list::a_list_of_one_is_that_one,
        ],
    );
});
