//! Other crates: where they take what we take, it is the same address, or a named rule says why it looks different.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::{hold, peers};

fuzz_target!(|input: &str| {
    hold(input, peers::email_address_reads_the_same(input));
    hold(input, peers::lettre_reads_the_same(input));
    hold(input, peers::mail_parser_reads_the_same(input));
});
