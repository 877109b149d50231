//! The lexer: of any text it gives the tokens that its plain twin gives.
#![no_main]

use libfuzzer_sys::fuzz_target;
#[cfg(fuzzing)]
use normail::fuzzing::tokens_agree;

/// The plain twin's work grows faster than the text.
const BYTES_MAX: usize = 512;

/// Only a fuzzer's build of the crate has that door: without it there is nothing to hold.
#[cfg(not(fuzzing))]
fn tokens_agree(_: &str) {}

fuzz_target!(|text: &str| {
    if text.len() <= BYTES_MAX {
        tokens_agree(text);
    }
});
