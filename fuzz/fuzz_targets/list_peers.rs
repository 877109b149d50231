//! Other crates' lists: where they take what we take, it is the same addresses, or a named rule says why it is not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use normail_fuzz::{hold, list_peers};

fuzz_target!(|list: &str| {
    hold(list, list_peers::mail_parser_reads_the_same(list));
    hold(list, list_peers::mailparse_reads_the_same(list));
    hold(list, list_peers::lettre_reads_the_same(list));
});
