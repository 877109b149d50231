//! What little of a string it takes to show what the whole shows.

/// Only up to this many bytes is a string shortened: the work is more than quadratic.
const SHORTENED: usize = 600;

/// The input without what it can lose and still show what it shows, and with an `a` for every character that need
/// be no other.
pub(crate) fn shortened(input: &str, shows: impl Fn(&str) -> bool) -> String {
    if input.len() > SHORTENED {
        return input.to_owned();
    }
    let shows = |text: &[char]| shows(&String::from_iter(text));
    let mut text: Vec<char> = input.chars().collect();
    loop {
        let before = text.len();
        for length in [8, 4, 3, 2, 1] {
            for at in (0..before).rev().filter(|at| at + length <= before) {
                let mut shorter = text.clone();
                shorter.drain(at.min(text.len())..text.len().min(at + length));
                if shows(&shorter) {
                    text = shorter;
                }
            }
        }
        if text.len() == before {
            break;
        }
    }
    for at in 0..text.len() {
        let replaced = std::mem::replace(&mut text[at], 'a');
        if !shows(&text) {
            text[at] = replaced;
        }
    }
    text.into_iter().collect()
}
