//! What is given or exchanged between whom: planes, or rice and dollars.

use std::sync::LazyLock;

use super::statement::Piece;
use super::words::{Key, Word, class_key, name_key};
use crate::core::article::Span;
use crate::core::fact::{Name, NameKind};

/// What is given, and between whom.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bargain {
    /// Where the first of it is named.
    pub(super) piece: Piece,
    /// The classes of what is given, sorted.
    pub(super) goods: Box<[Key]>,
    /// Who is named, sorted.
    pub(super) parties: Box<[Key]>,
}

impl Bargain {
    pub(super) fn deals_in(&self, goods: Key) -> bool {
        self.goods.binary_search(&goods).is_ok()
    }
}

/// Classes of words for giving and exchanging, and for agreeing on it.
const DEALS: [&str; 3] = ["give", "exchange", "treaty"];
/// Classes of what states give one another; people are what they pay for.
const GOODS: [&str; 10] = [
    "weapon",
    "plane",
    "modernise",
    "food",
    "money",
    "technology",
    "space",
    "energy",
    "medicine",
    "vehicle",
];

/// What a claim says is given. A claim cut off before what it announces
/// (`une aide précieuse : du riz, des dollars`) takes it from the `rest` of its sentence.
pub(super) fn bargain(
    base: Span,
    words: &[Word],
    rest: &[Word],
    names: &[Name],
) -> Option<Bargain> {
    let deals = |word: &Word| word.key.is_some_and(|key| DEAL_KEYS.contains(&key));
    if !words.iter().any(deals) {
        return None;
    }
    let good = |word: &&Word| word.key.is_some_and(|key| GOOD_KEYS.contains(&key));
    let named: Vec<&Word> = match words.iter().filter(good).collect::<Vec<_>>() {
        none if none.is_empty() => rest.iter().filter(good).collect(),
        named => named,
    };
    let first = named.first()?;
    let party = |name: &&Name| {
        matches!(name.kind, NameKind::State | NameKind::Organisation | NameKind::Person)
    };
    Some(Bargain {
        piece: Piece::new(base, Span::new(first.start, first.end)),
        goods: sorted(named.iter().filter_map(|word| word.key)),
        parties: sorted(names.iter().filter(party).map(|name| name_key(&name.key))),
    })
}

fn sorted(keys: impl Iterator<Item = Key>) -> Box<[Key]> {
    let mut keys: Vec<Key> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into()
}

static DEAL_KEYS: LazyLock<[Key; 3]> = LazyLock::new(|| DEALS.map(class_key));
static GOOD_KEYS: LazyLock<[Key; 10]> = LazyLock::new(|| GOODS.map(class_key));
