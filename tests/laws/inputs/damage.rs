//! What happens to an address on its way: a token comes in, a character goes, doubles, moves or changes its case.

use proptest::prelude::*;

use super::tokens::token;

#[derive(Clone, Debug)]
enum Damage {
    Insert(&'static str),
    Replace(&'static str),
    Delete,
    Double,
    Swap,
    Upper,
    Truncate,
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => token().prop_map(Damage::Insert),
        2 => token().prop_map(Damage::Replace),
        2 => Just(Damage::Delete),
        2 => Just(Damage::Double),
        1 => Just(Damage::Swap),
        1 => Just(Damage::Upper),
        1 => Just(Damage::Truncate),
    ]
}

/// A place as a share of the length, so that it keeps its meaning while a failure is made smaller.
pub(super) fn position(place: u16, length: usize) -> usize {
    usize::from(place) * (length + 1) / (usize::from(u16::MAX) + 1)
}

/// One to three damages anywhere, the ends included.
pub(super) fn damaged(whole: BoxedStrategy<String>) -> BoxedStrategy<String> {
    let place = prop_oneof![
        4 => any::<u16>(),
        1 => Just(0),
        1 => Just(u16::MAX),
    ];
    (whole, prop::collection::vec((place, damage()), 1..4))
        .prop_map(|(whole, damages)| {
            let mut chars: Vec<char> = whole.chars().collect();
            for (place, damage) in damages {
                let at = position(place, chars.len());
                apply(&damage, &mut chars, at);
            }
            chars.into_iter().collect()
        })
        .boxed()
}

fn apply(damage: &Damage, chars: &mut Vec<char>, at: usize) {
    let end = chars.len().min(at + 1);
    match damage {
        Damage::Insert(token) => drop(chars.splice(at..at, token.chars())),
        Damage::Replace(token) => drop(chars.splice(at..end, token.chars())),
        Damage::Delete => drop(chars.drain(at..end)),
        Damage::Double => drop(chars.splice(at..at, chars[at..end].to_vec())),
        Damage::Swap => chars[at.saturating_sub(1)..end].reverse(),
        Damage::Upper => {
            let upper: Vec<char> = chars[at..end].iter().flat_map(|c| c.to_uppercase()).collect();
            drop(chars.splice(at..end, upper));
        }
        Damage::Truncate => chars.truncate(at),
    }
}
