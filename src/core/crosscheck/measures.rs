//! What figures events can have, and what else the classes of words are told of. The data are `lexicon/slots.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::term::{Key, Term};

/// What measures figures can have, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measures(u32);

impl Measures {
    pub(super) const PEOPLE: Self = Self(1);
    pub(super) const COUNT: Self = Self(2);
    pub(super) const NUMBER: Self = Self(4);
    pub(super) const MONEY: Self = Self(8);
    pub(super) const SHARE: Self = Self(16);
    pub(super) const LENGTH: Self = Self(32);
    pub(super) const DURATION: Self = Self(64);
    /// No measure: one state of the class follows the other, as a release follows an arrest.
    pub(super) const STATES: Self = Self(128);
    /// No measure: somebody does it to somebody.
    pub(super) const WHOM: Self = Self(256);
    /// No measure: who does it is part of what is told: another bidder makes another bid.
    pub(super) const BY: Self = Self(512);
    /// No measure: one does it, or it is done to one, and another is another answer.
    pub(super) const DONE_BY: Self = Self(1024);
    pub(super) const PARTY: Self = Self(1024 | 2048);
    /// No measure: one is tried for it, and a word that tells that one is.
    pub(super) const OFFENCE: Self = Self(4096);
    pub(super) const TRIES: Self = Self(8192);
    /// No measure: what it brings about comes on its day, and what is brought about so.
    pub(super) const CAUSES: Self = Self(16_384);
    pub(super) const EFFECT: Self = Self(32_768);
    pub(super) const SPEED: Self = Self(65_536);
    pub(super) const AREA: Self = Self(131_072);
    pub(super) const MASS: Self = Self(262_144);
    /// No measure: a story has one such figure, in whatever words it is told.
    pub(super) const ONCE: Self = Self(524_288);
    /// No measure: what becomes of somebody, and only one can be true.
    pub(super) const OF_ONE: Self = Self(1_048_576);
    /// No measure: a story has one day of it.
    pub(super) const DAY: Self = Self(2_097_152);
    /// No measure: it is so whenever it began.
    pub(super) const LASTS: Self = Self(4_194_304);
    /// No measure: one more is ten times as much.
    pub(super) const POWERS: Self = Self(8_388_608);
    /// What rises and falls.
    pub(super) const AMOUNT: Self = Self(2 | 4 | 8 | 16 | 32 | Self::PHYSICAL);
    const PHYSICAL: u32 = 65_536 | 131_072 | 262_144;
    /// What is counted, whatever it is, and where nothing tells what.
    pub(super) const COUNTED: Self = Self(1 | 2 | 4);
    pub(super) const BARE: Self = Self(1 | 4);

    const NAMES: [(&str, Self); 24] = [
        ("people", Self::PEOPLE),
        ("count", Self::COUNT),
        ("number", Self::NUMBER),
        ("money", Self::MONEY),
        ("share", Self::SHARE),
        ("length", Self::LENGTH),
        ("duration", Self::DURATION),
        ("states", Self::STATES),
        ("whom", Self::WHOM),
        ("by", Self::BY),
        ("done_by", Self::DONE_BY),
        ("done_to", Self(2048)),
        ("offence", Self::OFFENCE),
        ("tries", Self::TRIES),
        ("causes", Self::CAUSES),
        ("effect", Self::EFFECT),
        ("speed", Self::SPEED),
        ("area", Self::AREA),
        ("mass", Self::MASS),
        ("once", Self::ONCE),
        ("of_one", Self::OF_ONE),
        ("day", Self::DAY),
        ("lasts", Self::LASTS),
        ("powers", Self::POWERS),
    ];

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it names any figure.
    const fn is_any(self) -> bool {
        self.0 & (Self::AMOUNT.0 | Self::PEOPLE.0 | Self::DURATION.0) != 0
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, measure)| measure)
    }
}

/// Which figures each class of events can have.
pub(super) fn slots() -> HashMap<&'static str, Measures> {
    let lines = include_str!("lexicon/slots.txt").lines().filter(|line| !line.starts_with('#'));
    let read = |(class, measures): (&'static str, &str)| {
        let measures = measures.split_whitespace().filter_map(Measures::named);
        (class, measures.fold(Measures::default(), |all, one| Measures(all.0 | one.0)))
    };
    lines.filter_map(|line| line.split_once(':')).map(read).collect()
}

/// The classes of which figures are told, by their keys, sorted.
static MEASURED: LazyLock<Vec<Key>> = LazyLock::new(|| classes_that(Measures::is_any));

/// The classes of what is another thing where somebody else does it, sorted.
static OWNED: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::BY)));

fn classes_that(take: impl Fn(Measures) -> bool) -> Vec<Key> {
    let classes = slots().into_iter().filter(|(_, measures)| take(*measures));
    let mut keys: Vec<Key> = classes.map(|(name, _)| Term::class(name).key()).collect();
    keys.sort_unstable();
    keys
}

/// The classes of which a story has one figure, sorted.
static ONCE: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::ONCE)));

/// Whether a story has one such figure, so that two that are told of it are told of one thing.
pub(super) fn is_told_once(key: Key) -> bool {
    ONCE.binary_search(&key).is_ok()
}

/// The classes of which a story has one day, sorted.
static OF_ONE_DAY: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::DAY)));

/// Whether a story has one day of it: a funeral, a parade.
pub(super) fn has_one_day(key: Key) -> bool {
    OF_ONE_DAY.binary_search(&key).is_ok()
}

/// Whether a story has one hour of it: what brings something about goes on, as a fire does.
pub(super) fn has_one_hour(key: Key) -> bool {
    has_one_day(key) && CAUSES.binary_search(&key).is_err()
}

/// The classes of what is so whenever it began, sorted.
static LASTING: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::LASTS)));

/// Whether it is so whenever it began: somebody’s record.
pub(super) fn is_lasting(key: Key) -> bool {
    LASTING.binary_search(&key).is_ok()
}

/// The classes of what becomes of somebody and is true or not, sorted.
static OF_ONE: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::OF_ONE)));

/// Whether it becomes of somebody, and only one of its opposites can be true of one.
pub(super) fn is_of_one(key: Key) -> bool {
    OF_ONE.binary_search(&key).is_ok()
}

/// The classes of what one is tried for, sorted.
static OFFENCES: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::OFFENCE)));

/// Whether one is tried for it, so that it is told whatever became of that.
pub(super) fn is_offence(key: Key) -> bool {
    OFFENCES.binary_search(&key).is_ok()
}

/// Whether something brings it about on its day: deaths, injuries.
pub(super) fn is_effect(key: Key) -> bool {
    EFFECTS.binary_search(&key).is_ok()
}

/// The classes that are told in powers of ten, sorted.
static POWERS: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::POWERS)));

/// Whether one more of it is ten times as much: so far off hardly anybody measures one thing.
pub(super) fn is_in_powers(key: Key) -> bool {
    POWERS.binary_search(&key).is_ok()
}

/// The classes of what brings something about on its day, and of what is brought about so, each sorted.
static CAUSES: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::CAUSES)));
static EFFECTS: LazyLock<Vec<Key>> =
    LazyLock::new(|| classes_that(|takes| takes.meets(Measures::EFFECT)));

/// Whether one of two events brings the other about on its day, as a quake does damage.
pub(super) fn is_of_one_day(a: Key, b: Key) -> bool {
    let leads = |cause: Key, effect: Key| {
        CAUSES.binary_search(&cause).is_ok() && EFFECTS.binary_search(&effect).is_ok()
    };
    leads(a, b) || leads(b, a)
}

/// Whether an event is another one where somebody else does it.
pub(super) fn is_owned(key: Key) -> bool {
    OWNED.binary_search(&key).is_ok()
}

/// Whether figures are told of a class: only these rise and fall.
pub(super) fn is_measured(key: Key) -> bool {
    MEASURED.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_of_the_slots_is_understood() {
        let lexicons = [
            include_str!("lexicon/en.txt"),
            include_str!("lexicon/fr.txt"),
            include_str!("lexicon/de.txt"),
            include_str!("lexicon/es.txt"),
        ];
        let classes = lexicons.iter().flat_map(|lexicon| lexicon.lines());
        // `event death: …`, `event open+: …`
        let classes = classes.filter_map(|line| line.split_once(':')?.0.split(' ').nth(1));
        let classes: HashSet<_> =
            classes.map(|class| class.trim_end_matches(['+', '-', '='])).collect();
        let mut known = HashSet::new();
        let lines = include_str!("lexicon/slots.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (class, measures) = line.split_once(':').expect(line);
            assert!(known.insert(class), "{line}: twice");
            assert!(classes.contains(class), "{line}: no word of it");
            let mut measures = measures.split_whitespace().peekable();
            assert!(measures.peek().is_some(), "{line}: nothing");
            assert!(measures.all(|measure| Measures::named(measure).is_some()), "{line}");
        }
    }
}
