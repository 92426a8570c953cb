//! How two statements stand to each other, and why.
//!
//! Everything here is symmetric: exchanging the statements exchanges the two
//! sides of every reason and changes nothing else.

use super::bargain::Bargain;
use super::gazetteer::state_of;
use super::statement::{Figure, Named, Piece, Statement, When};
use super::words::{Key, class_key};
use super::{Relation, Why};
use crate::core::article::Span;
use crate::core::fact::{Comparison, date};

/// What relating asks of the desk that the statements belong to.
pub(super) trait Desk {
    /// How much it says that two statements share this word: its inverse document frequency.
    fn weight(&self, key: Key) -> f32;
    /// The same in parts of the most it can be, 0 to 1.
    fn share(&self, key: Key) -> f32;
    /// Whether two names look like spellings of one.
    fn near(&self, a: Key, b: Key) -> bool;
}

/// A relation with its strength, 0 to 1, and its reasons, the strongest first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) relation: Relation,
    pub(super) score: f32,
    pub(super) why: Vec<Why>,
}

/// One reason for a relation, with how much it speaks for it.
struct Ground {
    relation: Relation,
    score: f32,
    why: Why,
}

/// A statement with the weight of all its words.
#[derive(Clone, Copy)]
pub(super) struct Weighed<'a> {
    statement: &'a Statement,
    sums: Sums,
}

/// How much the words of a statement weigh together.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    words: f32,
    context: f32,
}

impl Sums {
    pub(super) fn of(statement: &Statement, desk: &impl Desk) -> Self {
        let sum = |keys: &[Key]| weigh(keys.iter().copied(), desk);
        Self { words: sum(statement.words()), context: sum(statement.context()) }
    }
}

impl<'a> Weighed<'a> {
    pub(super) const fn new(statement: &'a Statement, sums: Sums) -> Self {
        Self { statement, sums }
    }
}

/// Relates two statements; `None` where nothing ties them as much as `least`.
/// Places in the reasons count from the start of each statement.
pub(super) fn relate(
    a: Weighed<'_>,
    b: Weighed<'_>,
    least: f32,
    desk: &impl Desk,
) -> Option<Finding> {
    let pair = Pair::new(a, b, desk);
    let grounds = [
        pair.denial(),
        pair.figures(),
        pair.dates(),
        pair.places(),
        pair.negation(),
        pair.direction(),
        pair.bargain(),
        pair.wording(),
    ];
    let told = || grounds.iter().flatten();
    let relation = told().map(|ground| ground.relation).max()?;
    let score = told()
        .filter(|ground| ground.relation == relation)
        .map(|ground| ground.score)
        .fold(0.0, f32::max)
        .min(1.0);
    if score < least {
        return None;
    }
    let mut grounds: Vec<Ground> = grounds.into_iter().flatten().collect();
    grounds.sort_by(|x, y| {
        (y.relation == relation).cmp(&(x.relation == relation)).then(y.score.total_cmp(&x.score))
    });
    Some(Finding { relation, score, why: grounds.into_iter().map(|ground| ground.why).collect() })
}

/// Two statements and what their words have in common.
struct Pair<'a, D> {
    a: &'a Statement,
    b: &'a Statement,
    desk: &'a D,
    shared: Vec<Key>,
    /// Cosine of the weighted words, 0 to 1.
    alike: f32,
    /// The same over their whole sentences.
    wide: f32,
    /// Both stand in one sentence.
    one_sentence: bool,
}

impl<'a, D: Desk> Pair<'a, D> {
    fn new(a: Weighed<'a>, b: Weighed<'a>, desk: &'a D) -> Self {
        let (in_a, in_b) = (a.sums, b.sums);
        let (a, b) = (a.statement, b.statement);
        let shared: Vec<Key> = common(a.words(), b.words()).collect();
        let near: f32 =
            spellings(a, b, desk).map(|(x, y)| desk.weight(x.key).min(desk.weight(y.key))).sum();
        let both = weigh(shared.iter().copied(), desk) + near;
        let across = |x: &[Key], y: &[Key]| weigh(common(x, y), desk);
        let crossed = across(a.words(), b.context()) + across(a.context(), b.words());
        let cosine =
            |both: f32, a: f32, b: f32| if both > 0.0 { both / (a * b).sqrt() } else { 0.0 };
        let alike = cosine(both, in_a.words, in_b.words);
        let wide = cosine(
            both + crossed + across(a.context(), b.context()),
            in_a.words + in_a.context,
            in_b.words + in_b.context,
        );
        // Two claims of one sentence share all of it.
        let one_sentence = wide > 0.95 && alike < 0.95;
        let wide = if one_sentence { alike } else { wide };
        Self { a, b, desk, shared, alike, wide, one_sentence }
    }

    /// How much the surroundings speak for one subject.
    fn topic(&self) -> f32 {
        self.alike.max(0.8 * self.wide)
    }

    /// The same thing counted or measured in both.
    fn figures(&self) -> Option<Ground> {
        let (a, b, comparison, tie) = strongest(self.pairs_of_figures())?;
        let relation = match comparison {
            Comparison::Differs => Relation::Differ,
            Comparison::Same | Comparison::Meets => Relation::Agree,
        };
        let (here, there) = (a.piece.at(0), b.piece.at(0));
        Some(Ground { relation, score: tie, why: Why::Figures { here, there, comparison } })
    }

    fn pairs_of_figures(&self) -> impl Iterator<Item = (&'a Figure, &'a Figure, Comparison, f32)> {
        let pairs = self
            .a
            .told()
            .figures
            .iter()
            .flat_map(|x| self.b.told().figures.iter().map(move |y| (x, y)));
        pairs.filter_map(|(x, y)| {
            let tie = self.tie(x, y)?;
            let comparison = x.amount.compare(y.amount)?;
            // Of several figures for one thing the exact ones speak.
            let exact = 0.01 / (1.0 + x.amount.width() + y.amount.width()) as f32;
            (comparison == Comparison::Differs || x.amount.near(y.amount)).then_some((
                x,
                y,
                comparison,
                tie + exact,
            ))
        })
    }

    /// How sure two figures are about the same thing.
    fn tie(&self, x: &Figure, y: &Figure) -> Option<f32> {
        let same = match (x.noun, y.noun) {
            (Some(x), Some(y)) => x == y,
            _ => x.amount.is_measure() && y.amount.is_measure(),
        };
        let whose = self.whose(x, y)?;
        // North Korean soldiers are few enough a thing to need little else in common.
        let least = if whose > 0.0 { LEAST_TOPIC / 2.0 } else { LEAST_TOPIC };
        if !same || self.topic() < least {
            return None;
        }
        let both = x.noun.filter(|&noun| y.noun == Some(noun));
        let noun = both.map_or(0.0, |noun| self.desk.share(noun));
        Some(0.3 + 0.2 * noun + whose + self.topic())
    }

    /// Whether the things counted belong to the same: `soldats nord-coréens`
    /// and `soldats` in a claim about North Korea; `None` where they do not.
    fn whose(&self, x: &Figure, y: &Figure) -> Option<f32> {
        let speaks_of = |s: &Statement, of: &[Key]| meet(s.words(), of) || meet(s.context(), of);
        match (x.of.is_empty(), y.of.is_empty()) {
            (true, true) => Some(0.0),
            (false, false) => meet(&x.of, &y.of).then_some(0.2),
            (false, true) => Some(if speaks_of(self.b, &x.of) { 0.15 } else { -0.1 }),
            (true, false) => Some(if speaks_of(self.a, &y.of) { 0.15 } else { -0.1 }),
        }
    }

    /// The same event dated in both.
    fn dates(&self) -> Option<Ground> {
        let pairs = self
            .a
            .told()
            .dates
            .iter()
            .flat_map(|x| self.b.told().dates.iter().map(move |y| (x, y)));
        let compared = pairs.filter_map(|(x, y)| {
            let score = self.event(x, y)?;
            Some((x, y, date::compare(&x.date, &y.date)?, score))
        });
        let (a, b, comparison, score) = strongest(compared)?;
        let relation = match comparison {
            Comparison::Differs => Relation::Differ,
            Comparison::Same | Comparison::Meets => Relation::Agree,
        };
        let (here, there) = (a.piece.at(0), b.piece.at(0));
        Some(Ground { relation, score, why: Why::Dates { here, there, comparison } })
    }

    /// How sure two dates are about the same event.
    fn event(&self, x: &When, y: &When) -> Option<f32> {
        let state = |key: &Key| self.a.names().any(|name| name.key == *key);
        let shared = x.dated.iter().filter(|key| y.dated.contains(key) && !state(key));
        let dated = shared.map(|&key| self.desk.share(key)).fold(0.0, f32::max);
        let score = 0.3 * dated + self.topic() + 0.25;
        (dated > 0.0 && self.topic() >= LEAST_TOPIC || self.alike >= 0.5).then_some(score)
    }

    /// The same place in both, or the same doing in another.
    fn places(&self) -> Option<Ground> {
        if let Some((x, y)) = spellings(self.a, self.b, self.desk)
            .find(|(x, y)| state_of(x.key).is_some() != state_of(y.key).is_some())
        {
            let why = Why::Spelling { here: x.piece.at(0), there: y.piece.at(0) };
            return (self.topic() >= LEAST_TOPIC).then_some(Ground {
                relation: Relation::Differ,
                score: 0.4 + self.topic(),
                why,
            });
        }
        let places = |s: &'a Statement| s.names().filter(is_spot);
        let pairs = || places(self.a).flat_map(|x| places(self.b).map(move |y| (x, y)));
        let differ = |x: &Named, y: &Named| misplaced(x) != misplaced(y);
        if let Some((x, y)) =
            pairs().filter(|(x, y)| x.key == y.key).max_by_key(|(x, y)| differ(x, y))
        {
            let differ = differ(&x, &y);
            let why = Why::Places { here: x.piece.at(0), there: y.piece.at(0), same: !differ };
            let relation = if differ { Relation::Differ } else { Relation::Related };
            return (self.topic() >= LEAST_TOPIC).then_some(Ground {
                relation,
                score: 0.3 + self.topic(),
                why,
            });
        }
        let (x, y) = pairs().find(|(x, y)| x.place && y.place)?;
        let why = Why::Places { here: x.piece.at(0), there: y.piece.at(0), same: false };
        (self.alike >= 0.2).then_some(Ground {
            relation: Relation::Differ,
            score: 0.3 + self.alike,
            why,
        })
    }

    /// One says not what the other says.
    fn negation(&self) -> Option<Ground> {
        let turned = |negated: &[Key], other: &Statement| {
            let keys = common(negated, other.words());
            weigh(keys.filter(|key| other.told().negated.binary_search(key).is_err()), self.desk)
        };
        let turned =
            turned(&self.a.told().negated, self.b).max(turned(&self.b.told().negated, self.a));
        if turned == 0.0 {
            return None;
        }
        let all = weigh(self.shared.iter().copied(), self.desk);
        let share = if all > 0.0 { turned / all } else { 0.0 };
        // The more alike the rest is, the more a single `pas` weighs.
        let least = (0.5 - (self.alike - 0.2)).clamp(0.1, 0.5);
        // A word that few others say, `chair à canon`, needs no company.
        let rare = self.shared.iter().any(|&key| self.desk.share(key) >= RARE);
        let enough = self.shared.len() >= 2 || rare;
        (share >= least && self.alike >= 0.2 && enough).then_some(Ground {
            relation: Relation::Differ,
            score: 0.3 + self.alike,
            why: Why::Negation,
        })
    }

    /// Something goes from one to the other in both, or the other way.
    fn direction(&self) -> Option<Ground> {
        let (x, y) = (self.a.told().transfer?, self.b.told().transfer?);
        let one = |x: Option<Key>, y: Option<Key>| x.is_some() && x == y;
        let other = |x: Option<Key>, y: Option<Key>| x.is_some() && y.is_some() && x != y;
        let same = one(x.giver, y.giver) && !other(x.getter, y.getter)
            || one(x.getter, y.getter) && !other(x.giver, y.giver);
        let reversed = self.reversed();
        let goods = self.goods();
        let (relation, base) = match (same, reversed, goods) {
            (true, _, 1..) => (Relation::Agree, 0.3),
            (true, _, 0) if one(x.giver, y.giver) && one(x.getter, y.getter) => {
                (Relation::Related, 0.25)
            }
            (false, true, 2..) => (Relation::Differ, 0.3),
            (false, true, 1) if self.alike >= AGREE => (Relation::Differ, 0.3),
            (false, true, 1) => (Relation::Related, 0.3),
            (false, true, 0) if self.both_arms() => (Relation::Related, 0.35),
            _ => return None,
        };
        let (here, there) = (x.piece.at(0), y.piece.at(0));
        let why = Why::Direction { here, there, same };
        (self.alike >= LEAST_TOPIC).then_some(Ground { relation, score: base + self.alike, why })
    }

    /// The same, or something else, is given between the same.
    fn bargain(&self) -> Option<Ground> {
        let (x, y) = (self.a.told().bargain.as_ref()?, self.b.told().bargain.as_ref()?);
        let parties = common(&x.parties, &y.parties).count();
        if parties == 0 || self.reversed() || self.topic() < LEAST_TOPIC {
            return None;
        }
        let same = meet(&x.goods, &y.goods);
        let arms = |bargain: &Bargain| ARMS.iter().any(|arm| bargain.deals_in(class_key(arm)));
        let (relation, score) = match (same, parties) {
            (true, _) => (Relation::Agree, 0.3 + self.topic()),
            // Planes are arms: one may say in part what the other says in full.
            (false, 2..) if !(arms(x) && arms(y)) => (Relation::Differ, 0.3 + self.topic()),
            _ => return None,
        };
        let why = Why::Goods { here: x.piece.at(0), there: y.piece.at(0), same };
        Some(Ground { relation, score, why })
    }

    /// Whether what one gives, the other gets.
    fn reversed(&self) -> bool {
        let (Some(x), Some(y)) = (self.a.told().transfer, self.b.told().transfer) else {
            return false;
        };
        let one = |x: Option<Key>, y: Option<Key>| x.is_some() && x == y;
        one(x.giver, y.getter) || one(x.getter, y.giver)
    }

    /// How many words they share that may name what changes hands: neither the
    /// actors nor the giving itself.
    fn goods(&self) -> usize {
        let giving = DEALS.map(class_key);
        let actor = |key: &Key| self.a.names().any(|name| name.key == *key);
        self.shared.iter().filter(|key| !actor(key) && !giving.contains(key)).count()
    }

    /// Whether both speak of arms of some kind.
    fn both_arms(&self) -> bool {
        let arms = |s: &Statement| {
            ARMS.iter().any(|class| s.words().binary_search(&class_key(class)).is_ok())
        };
        arms(self.a) && arms(self.b)
    }

    /// Whether one denies what the other says.
    fn denial(&self) -> Option<Ground> {
        let piece = |s: &Statement| s.told().denial.map(|piece: Piece| piece.at(0));
        let (here, there) = (piece(self.a), piece(self.b));
        let (relation, score) = match (here, there) {
            (None, None) => return None,
            (Some(_), Some(_)) => (Relation::Agree, 0.4 + self.wide),
            // `bien que le Kremlin nie ces informations` denies what its sentence says.
            _ if self.one_sentence => (Relation::Denied, 0.5 + self.wide),
            _ => (Relation::Denied, 0.2 + self.wide),
        };
        (self.one_sentence || self.wide >= LEAST_TOPIC).then_some(Ground {
            relation,
            score,
            why: Why::Denial { here, there },
        })
    }

    /// The same words.
    fn wording(&self) -> Option<Ground> {
        if self.shared.len() < 2 {
            return None;
        }
        let relation = if self.alike >= AGREE { Relation::Agree } else { Relation::Related };
        let bonus = if self.a.telling && self.b.telling { 0.1 } else { 0.0 };
        let of = self.a.words().len().min(self.b.words().len());
        Some(Ground {
            relation,
            score: self.alike + bonus,
            why: Why::Words { shared: self.shared.len(), of },
        })
    }
}

/// Less in common than this, and two statements are about different things.
const LEAST_TOPIC: f32 = 0.1;
/// A word with this share of the most weight is said by very few.
const RARE: f32 = 0.6;
/// From here on the same words are taken to say the same.
const AGREE: f32 = 0.45;

/// Classes of words for the deal rather than for what is dealt in.
const DEALS: [&str; 4] = ["give", "exchange", "treaty", "help"];
/// Classes of goods that are near enough to be set against each other.
const ARMS: [&str; 3] = ["weapon", "plane", "modernise"];

/// Pairs of names, one in each statement, that look like spellings of one.
fn spellings<'a>(
    a: &'a Statement,
    b: &'a Statement,
    desk: &impl Desk,
) -> impl Iterator<Item = (Named, Named)> {
    let pairs = a.names().flat_map(|x| b.names().map(move |y| (x, y)));
    pairs.filter(move |(x, y)| x.key != y.key && desk.near(x.key, y.key))
}

/// Whether it names a spot inside a state.
fn is_spot(name: &Named) -> bool {
    state_of(name.key).is_some() || name.place && name.other
}

/// What it is said to lie in, where we know better.
fn misplaced(name: &Named) -> Option<Key> {
    name.inside.filter(|&inside| state_of(name.key).is_some_and(|state| state != inside))
}

/// What two sorted lists share, in order.
fn common<'a>(a: &'a [Key], b: &'a [Key]) -> impl Iterator<Item = Key> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().copied().filter(|key| long.binary_search(key).is_ok())
}

/// Whether two sorted lists share anything.
fn meet(a: &[Key], b: &[Key]) -> bool {
    common(a, b).next().is_some()
}

fn weigh(keys: impl Iterator<Item = Key>, desk: &impl Desk) -> f32 {
    keys.map(|key| desk.weight(key)).sum()
}

/// The comparison that is surest; of equals the one that differs.
fn strongest<T>(
    compared: impl Iterator<Item = (T, T, Comparison, f32)>,
) -> Option<(T, T, Comparison, f32)> {
    compared.max_by(|x, y| x.3.total_cmp(&y.3).then(x.2.cmp(&y.2)))
}

impl Why {
    /// The same reason, its places moved to where the two statements start.
    pub(super) fn shifted(self, a: usize, b: usize) -> Self {
        let shift = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
        match self {
            Self::Figures { here, there, comparison } => {
                Self::Figures { here: shift(here, a), there: shift(there, b), comparison }
            }
            Self::Dates { here, there, comparison } => {
                Self::Dates { here: shift(here, a), there: shift(there, b), comparison }
            }
            Self::Places { here, there, same } => {
                Self::Places { here: shift(here, a), there: shift(there, b), same }
            }
            Self::Spelling { here, there } => {
                Self::Spelling { here: shift(here, a), there: shift(there, b) }
            }
            Self::Direction { here, there, same } => {
                Self::Direction { here: shift(here, a), there: shift(there, b), same }
            }
            Self::Goods { here, there, same } => {
                Self::Goods { here: shift(here, a), there: shift(there, b), same }
            }
            Self::Denial { here, there } => Self::Denial {
                here: here.map(|span| shift(span, a)),
                there: there.map(|span| shift(span, b)),
            },
            Self::Negation | Self::Words { .. } => self,
        }
    }
}
