//! Texts that hold a fast path to its plain twin.

use alloc::string::String;
use alloc::vec::Vec;

/// Every text of one up to so many of these characters, each of which stands for a class.
pub(crate) fn every_text(classes: &[char], longest: usize) -> Vec<String> {
    let mut texts = alloc::vec![String::new()];
    let mut shorter = 0;
    for _ in 0..longest {
        let end = texts.len();
        for at in shorter..end {
            texts.extend(classes.iter().map(|c| alloc::format!("{}{c}", texts[at])).collect::<Vec<_>>());
        }
        shorter = end;
    }
    texts.split_off(1)
}
