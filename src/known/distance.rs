//! How many slips of a finger lie between two words: insertions, deletions, substitutions and swaps of neighbours
//! (Damerau). The well-known crate for it needs `std`, and these words are short.

/// Whether at most one slip lies between the two. ASCII.
#[cfg(feature = "suggest")]
pub(crate) fn is_within_one_edit(one: &str, other: &str) -> bool {
    is_one_edit(one.as_bytes(), other.as_bytes())
}

/// Whether at most one slip lies between the two.
pub(crate) fn is_one_edit<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    match without_common_ends(one, other) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The distance of two words of at most fifteen octets, or none for longer ones.
#[cfg(feature = "suggest")]
#[allow(clippy::arithmetic_side_effects, reason = "rows, columns and distances are at most sixteen")]
pub(crate) fn distance(one: &str, other: &str) -> Option<usize> {
    const MAX: usize = 15;
    let (one, other) = without_common_ends(one.as_bytes(), other.as_bytes());
    if one.len() > MAX || other.len() > MAX {
        return None;
    }
    // Optimal string alignment: the last three rows of the table.
    let mut rows = [[0_u8; MAX + 1]; 3];
    let [before_last, last, current] = &mut rows;
    for (cell, column) in last.iter_mut().zip(0..) {
        *cell = column;
    }
    let mut previous_a = None;
    for (a, row) in one.iter().zip(1..) {
        *current.first_mut()? = row;
        let mut previous_b = None;
        for (column, b) in other.iter().enumerate() {
            let substituted = last.get(column)? + u8::from(a != b);
            let mut best = substituted.min(last.get(column + 1)? + 1).min(current.get(column)? + 1);
            if column > 0 && previous_a == Some(b) && previous_b == Some(a) {
                best = best.min(before_last.get(column - 1)? + 1);
            }
            *current.get_mut(column + 1)? = best;
            previous_b = Some(b);
        }
        previous_a = Some(a);
        core::mem::swap(before_last, last);
        core::mem::swap(last, current);
    }
    last.get(other.len()).map(|distance| usize::from(*distance))
}

fn without_common_ends<'a, T: PartialEq>(mut one: &'a [T], mut other: &'a [T]) -> (&'a [T], &'a [T]) {
    while let ([a, rest @ ..], [b, other_rest @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (rest, other_rest);
    }
    while let ([rest @ .., a], [other_rest @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (rest, other_rest);
    }
    (one, other)
}

#[cfg(all(test, feature = "suggest"))]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let cases = [
            ("com", "com", 0),
            ("con", "com", 1),
            ("cmo", "com", 1),
            ("co", "com", 1),
            ("comm", "com", 1),
            ("ogr", "org", 1),
            ("dee", "de", 1),
            ("co.ku", "co.uk", 1),
            ("gamil", "gmail", 1),
            ("gmial", "gmail", 1),
            ("nte", "com", 3),
            ("", "abc", 3),
        ];
        for (one, other, expected) in cases {
            assert_eq!(distance(one, other), Some(expected), "{one} {other}");
            assert_eq!(distance(other, one), Some(expected), "{other} {one}");
            assert_eq!(is_within_one_edit(one, other), expected <= 1, "{one} {other}");
        }
    }
}
