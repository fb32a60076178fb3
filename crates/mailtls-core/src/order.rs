//! Sorting that costs the page little. The sort of the standard library is tuned for millions of elements, with
//! four kilobytes of code for every type sorted; here one copy of it sorts places, whatever stands there.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::mem;

/// Sorts by a key that is asked for once an item. What is equal stays in its order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = sorted_places(keys.len(), &mut |one, other| keys.get(one).cmp(&keys.get(other)));
    let mut taken: Vec<Option<T>> = mem::take(items).into_iter().map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// Sorts and drops what is there twice.
pub fn sort_and_dedup<T: Copy + Ord>(items: &mut Vec<T>) {
    sort_by_key(items, |item| *item);
    items.dedup();
}

/// These pairs as a map, of which the later of one key counts. Collecting a map sorts them first.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

fn sorted_places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_stays_in_its_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn what_is_there_twice_goes() {
        let mut items = vec![3, 1, 3, 2, 1];
        sort_and_dedup(&mut items);
        assert_eq!(items, [1, 2, 3]);
    }
}
