//! Which state a region or city lies in, for those often in the news.

use std::sync::LazyLock;

use super::words::{Key, KeyMap, entries, name_key};

/// The key of the state that the place named by `place` lies in, where we know it.
pub(super) fn state_of(place: Key) -> Option<Key> {
    static PLACES: LazyLock<KeyMap<Key>> = LazyLock::new(|| {
        let lines =
            entries(include_str!("lexicon/places.txt")).filter_map(|line| line.split_once('\t'));
        lines.map(|(place, state)| (name_key(place), name_key(state))).collect()
    });
    PLACES.get(&place).copied()
}
