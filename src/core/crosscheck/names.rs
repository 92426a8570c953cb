//! The names of a desk, and which of them are spelt almost the same.

use super::near::{near, shadows};
use super::words::{Key, KeyMap, name_key};

/// The names of a desk and what is spelt almost like them.
#[derive(Default)]
pub(super) struct Names {
    known: KeyMap<(Box<str>, u32)>,
    shadows: KeyMap<Vec<Key>>,
}

impl Names {
    pub(super) fn add(&mut self, key: Key, name: Box<str>) {
        let shadows = &mut self.shadows;
        let entry = self.known.entry(key).or_insert_with(|| {
            for shadow in self::shadows(&name) {
                shadows.entry(name_key(&shadow)).or_default().push(key);
            }
            (name, 0)
        });
        entry.1 += 1;
    }

    pub(super) fn drop(&mut self, key: Key) {
        let Some(entry) = self.known.get_mut(&key) else { return };
        entry.1 -= 1;
        if entry.1 > 0 {
            return;
        }
        if let Some((name, _)) = self.known.remove(&key) {
            for shadow in shadows(&name).iter().map(|shadow| name_key(shadow)) {
                if let Some(keys) = self.shadows.get_mut(&shadow) {
                    keys.retain(|&other| other != key);
                    if keys.is_empty() {
                        self.shadows.remove(&shadow);
                    }
                }
            }
        }
    }

    /// Names of the desk that are spelt almost like this one, in order of key.
    pub(super) fn near(&self, key: Key) -> Vec<Key> {
        let Some((name, _)) = self.known.get(&key) else { return Vec::new() };
        let shadows = shadows(name);
        let mut keys: Vec<Key> = shadows
            .iter()
            .filter_map(|shadow| self.shadows.get(&name_key(shadow)))
            .flatten()
            .copied()
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|&other| self.are_near(key, other));
        keys
    }

    pub(super) fn are_near(&self, a: Key, b: Key) -> bool {
        match (self.known.get(&a), self.known.get(&b)) {
            (Some((a, _)), Some((b, _))) => near(a, b),
            _ => false,
        }
    }
}
