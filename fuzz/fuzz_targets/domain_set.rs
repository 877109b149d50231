//! Sets of domains: what is shown is read again, the good lines are kept, and a set takes in what its entries say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::checks::domain_set;
use normail_fuzz::hold;

fuzz_target!(|list: &str| {
    hold(list, domain_set::a_shown_set_is_read_again(list));
    hold(list, domain_set::lenient_reads_what_strict_reads(list));
    hold(list, domain_set::lenient_keeps_the_good_lines(list));
    hold(list, domain_set::findings_are_of_the_lines(list));
    hold(list, domain_set::a_set_takes_in_what_its_entries_say(list));
});
