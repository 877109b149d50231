//! What happens to a text on its way: a token comes in, a character goes, doubles, moves or changes its case.

use alloc::string::String;

use proptest::prelude::*;
use proptest::sample::Index;

use super::tokens::token;

#[derive(Clone, Debug)]
enum Change {
    Insert(&'static str),
    Replace(&'static str),
    Delete,
    Double,
    Swap,
    Upper,
    Truncate,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => token().prop_map(Change::Insert),
        2 => token().prop_map(Change::Replace),
        2 => Just(Change::Delete),
        2 => Just(Change::Double),
        1 => Just(Change::Swap),
        1 => Just(Change::Upper),
        1 => Just(Change::Truncate),
    ]
}

/// Where a change is made.
#[derive(Clone, Debug)]
enum Place {
    Start,
    End,
    Anywhere(Index),
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        4 => any::<Index>().prop_map(Place::Anywhere),
        1 => Just(Place::Start),
        1 => Just(Place::End),
    ]
}

impl Place {
    /// As a number of characters, at most all of them.
    fn of(&self, text: &str) -> usize {
        let length = text.chars().count();
        match self {
            Self::Start => 0,
            Self::End => length,
            Self::Anywhere(index) => index.index(length.saturating_add(1)),
        }
    }
}

/// The texts, each with one to three changes anywhere: a token put in or in the place of a character, a character that
/// goes, doubles, moves or is in capitals, an end that is lost.
///
/// ```
/// use normail::{inspect, proptest::mangled};
/// use proptest::prelude::*;
///
/// proptest!(|(text in mangled("[a-z]{1,8}@example\\.com"))| {
///     prop_assert_eq!(inspect(&text).input(), text.as_str());
/// });
/// ```
pub fn mangled<S: AsRef<str>>(texts: impl Strategy<Value = S>) -> impl Strategy<Value = String> {
    (texts, prop::collection::vec((place(), change()), 1..4)).prop_map(|(text, changes)| {
        changes.iter().fold(String::from(text.as_ref()), |text, (place, change)| {
            changed(&text, place.of(&text), change)
        })
    })
}

/// The text with a change behind so many characters.
fn changed(text: &str, at: usize, change: &Change) -> String {
    let mut behind = text.chars();
    let mut changed: String = behind.by_ref().take(at).collect();
    match change {
        Change::Insert(token) => changed.push_str(token),
        Change::Replace(token) => {
            behind.next();
            changed.push_str(token);
        }
        Change::Delete => drop(behind.next()),
        Change::Double => changed.extend(behind.next().into_iter().flat_map(|c| [c, c])),
        Change::Swap => {
            let before = changed.pop();
            changed.extend(behind.next().into_iter().chain(before));
        }
        Change::Upper => changed.extend(behind.next().into_iter().flat_map(char::to_uppercase)),
        Change::Truncate => return changed,
    }
    changed.extend(behind);
    changed
}
