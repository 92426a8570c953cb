//! What figures events can have, and what else the classes of words are told of. The data are `lexicon/slots.txt`.

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
    /// No measure: it happens to somebody once.
    pub(super) const LIFE: Self = Self(16_777_216);
    /// No measure: either of two may do it to the other, so that it says nothing without who did.
    pub(super) const RIVALS: Self = Self(33_554_432);
    /// What rises and falls.
    pub(super) const AMOUNT: Self = Self(2 | 4 | 8 | 16 | 32 | Self::PHYSICAL);
    const PHYSICAL: u32 = 65_536 | 131_072 | 262_144;
    /// What is counted, whatever it is, and where nothing tells what.
    pub(super) const COUNTED: Self = Self(1 | 2 | 4);
    pub(super) const BARE: Self = Self(1 | 4);

    const NAMES: [(&str, Self); 26] = [
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
        ("life", Self::LIFE),
        ("rivals", Self::RIVALS),
    ];

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is an amount and nothing that happens: what something costs.
    const fn is_amount(self) -> bool {
        const AMOUNTS: u32 = 8 | 16 | 32 | Measures::PHYSICAL;
        let rest = Measures::COUNT.0 | Measures::NUMBER.0 | Measures::ONCE.0 | Measures::POWERS.0;
        self.0 & AMOUNTS != 0 && self.0 & !(AMOUNTS | rest) == 0
    }

    /// Whether it names any figure.
    const fn is_any(self) -> bool {
        self.0 & (Self::AMOUNT.0 | Self::PEOPLE.0 | Self::DURATION.0) != 0
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, measure)| measure)
    }
}

/// What is told of each class of `lexicon/slots.txt`, by its key, sorted.
static SLOTS: LazyLock<Vec<(Key, Measures)>> = LazyLock::new(|| {
    let lines = include_str!("lexicon/slots.txt").lines().filter(|line| !line.starts_with('#'));
    let read = |(class, measures): (&'static str, &str)| {
        let measures = measures.split_whitespace().filter_map(Measures::named);
        (
            Term::class(class).key(),
            measures.fold(Measures::default(), |all, one| Measures(all.0 | one.0)),
        )
    };
    let mut slots: Vec<_> = lines.filter_map(|line| line.split_once(':')).map(read).collect();
    slots.sort_unstable_by_key(|(class, _)| *class);
    slots
});

/// Which figures a class can have, and what else is told of it.
pub(super) fn takes(class: Key) -> Measures {
    let at = SLOTS.binary_search_by_key(&class, |(known, _)| *known);
    at.map_or(Measures::default(), |at| SLOTS[at].1)
}

/// Whether a class is an amount, which has no day of its own: `cost`, but not `fire`.
pub fn is_amount(class: &str) -> bool {
    takes(Term::class(class).key()).is_amount()
}

/// Whether a story has one such figure, so that two that are told of it are told of one thing.
pub(super) fn is_told_once(class: Key) -> bool {
    takes(class).meets(Measures::ONCE)
}

/// Whether a story has one day of it: a funeral, a parade.
pub(super) fn has_one_day(class: Key) -> bool {
    takes(class).meets(Measures::DAY)
}

/// Whether a story has one hour of it: what brings something about goes on, as a fire does.
pub(super) fn has_one_hour(class: Key) -> bool {
    has_one_day(class) && !takes(class).meets(Measures::CAUSES)
}

/// Whether it is so whenever it began: somebody’s record.
pub(super) fn is_lasting(class: Key) -> bool {
    takes(class).meets(Measures::LASTS)
}

/// Whether it becomes of somebody, and only one of its opposites can be true of one.
pub(super) fn is_of_one(class: Key) -> bool {
    takes(class).meets(Measures::OF_ONE)
}

/// Whether it happens to somebody once, and so on one day: a death.
pub(super) fn is_of_a_life(class: Key) -> bool {
    takes(class).meets(Measures::LIFE)
}

/// Whether one is tried for it, so that it is told whatever became of that.
pub(super) fn is_offence(class: Key) -> bool {
    takes(class).meets(Measures::OFFENCE)
}

/// Whether something brings it about on its day: deaths, injuries.
pub(super) fn is_effect(class: Key) -> bool {
    takes(class).meets(Measures::EFFECT)
}

/// Whether one more of it is ten times as much: so far off hardly anybody measures one thing.
pub(super) fn is_in_powers(class: Key) -> bool {
    takes(class).meets(Measures::POWERS)
}

/// Whether one of two events brings the other about on its day, as a quake does damage.
pub(super) fn is_of_one_day(a: Key, b: Key) -> bool {
    let leads = |cause: Key, effect: Key| takes(cause).meets(Measures::CAUSES) && is_effect(effect);
    leads(a, b) || leads(b, a)
}

/// Whether an event is another one where somebody else does it.
pub(super) fn is_owned(class: Key) -> bool {
    takes(class).meets(Measures::BY)
}

/// Whether either of two may do it to the other, so that it says nothing without who did: a victory.
pub(super) fn is_of_rivals(class: Key) -> bool {
    takes(class).meets(Measures::RIVALS)
}

/// Whether figures are told of a class: only these rise and fall.
pub(super) fn is_measured(class: Key) -> bool {
    takes(class).is_any()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn what_happens_is_no_amount() {
        assert_eq!(["cost", "fire", "death", "adopt"].map(is_amount), [true, false, false, false]);
    }

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
