//! The order of the input.

use alloc::vec::Vec;

/// Sorts by two numbers, and leaves as they came those with the same. What sorts is one thing for all kinds of items: the
/// library's is another five KiB for each.
pub(super) fn sort_by_numbers<T>(items: &mut Vec<T>, numbers: impl Fn(&T) -> (usize, usize)) {
    if items.is_sorted_by_key(&numbers) {
        return;
    }
    let mut order: Vec<((usize, usize), usize)> = items.iter().map(numbers).zip(0..).collect();
    // They come in runs, which the stable sort merges.
    order.sort();
    let mut as_they_came: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| as_they_came.get_mut(at)?.take()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn items_with_the_same_numbers_stay_as_they_came() {
        let cases = [
            vec![],
            vec![(1, 0, 'a')],
            vec![(2, 0, 'a'), (1, 7, 'b'), (1, 0, 'c'), (2, 0, 'd'), (1, 7, 'e'), (0, 9, 'f')],
            (0..100).map(|number| (number * 37 % 10, number % 3, 'x')).collect(),
        ];
        for items in cases {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_numbers(&mut ours, |(one, two, _)| (*one, *two));
            theirs.sort_by_key(|(one, two, _)| (*one, *two));
            assert_eq!(ours, theirs);
        }
    }
}
