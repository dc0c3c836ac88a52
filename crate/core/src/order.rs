//! Putting lists in order. Each sort of list that the standard library sorts brings some six kilobytes of code of its
//! own; here one function finds the order for all of them, and only the moves are each list's own.

/// Sorts a list by a key; equals keep their order.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let order = order(list.len(), &|one, other| {
        key(&list[one]) <= key(&list[other])
    });
    rearrange(list, order);
}

/// Sorts a list.
pub fn sort<T: Ord>(list: &mut [T]) {
    let order = order(list.len(), &|one, other| list[one] <= list[other]);
    rearrange(list, order);
}

/// These values in their order, each once. A set of the standard library would sort them by code of its own, too.
pub fn each_once<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    sort(&mut values);
    values.dedup();
    values
}

/// The places of a list in its order, where `follow` says whether two may stand so; by merging ever longer runs.
fn order(length: usize, follow: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    if (1..length).all(|at| follow(at - 1, at)) {
        return order;
    }
    let mut merged = order.clone();
    let mut run = 1;
    while run < length {
        for start in (0..length).step_by(2 * run) {
            let middle = (start + run).min(length);
            let end = (middle + run).min(length);
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let from_left =
                    left < middle && (right == end || follow(order[left], order[right]));
                let next = if from_left { &mut left } else { &mut right };
                *place = order[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    order
}

/// Moves what stands at each place of `order` to where that place stands in it.
fn rearrange<T>(list: &mut [T], mut order: Vec<usize>) {
    for start in 0..list.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_the_standard_library_does(list: Vec<(u8, u8)>) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut sorted = list.clone();
            by_key(&mut sorted, |(key, _)| *key);
            prop_assert_eq!(&sorted, &expected);
            expected.sort_unstable();
            sort(&mut sorted);
            prop_assert_eq!(&sorted, &expected);
            expected.dedup();
            prop_assert_eq!(each_once(list), expected);
        }
    }
}
