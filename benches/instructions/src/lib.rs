//! What is measured over, shared by both kinds of benchmark.

/// The lines of a corpus, and what is not counted: splitting it.
pub fn lines(corpus: &str) -> Vec<&str> {
    corpus.lines().collect()
}

pub const CLEAN: &str = include_str!("../../corpora/clean.txt");
pub const MIXED: &str = include_str!("../../corpora/mixed.txt");
pub const INTERNATIONAL: &str = include_str!("../../corpora/international.txt");
pub const DIRTY: &str = include_str!("../../corpora/dirty.txt");
pub const INVALID: &str = include_str!("../../corpora/invalid.txt");
pub const LONG: &str = include_str!("../../corpora/long.txt");
#[allow(dead_code, reason = "their time is not measured")]
pub const SHAPES: &str = include_str!("../../corpora/shapes.txt");

/// The yardstick: one look at a table for each byte.
pub fn table_scan(text: &str) -> u8 {
    const TABLE: [u8; 256] = {
        let mut table = [0; 256];
        let mut byte = 0_u8;
        while byte < 127 {
            table[byte as usize] = 1 << (byte % 7);
            byte += 1;
        }
        table
    };
    text.bytes().fold(0, |seen, byte| seen | TABLE[usize::from(byte)])
}
