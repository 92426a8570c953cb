//! What two articles, and the others of their story, tell beside what two of their sentences tell.

use super::model::DocId;
use super::telling::Telling;
use super::term::Key;
use super::value::Value;
use super::vector::Vector;

/// What two articles, and the others of their story, tell.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) here: &'a Vector,
    pub(super) there: &'a Vector,
    pub(super) ids: [DocId; 2],
    /// What the articles of their story tell, these two among them; none where they are not of one, or where nobody
    /// knows.
    pub(super) story: Option<&'a Telling>,
    /// Whether a desk is too large to know its stories.
    pub(super) alone: bool,
}

/// In how many ways an article tells a value: the number alone, of this thing, of anything.
pub(super) const LEVELS: usize = 3;
/// How many features tell what the two articles tell elsewhere, and what others tell.
pub(super) const ELSEWHERE: usize = 2 * LEVELS;
pub(super) const OTHERS: usize = 2;
/// An article of so many terms tells of one thing.
const BRIEF: usize = 160;
/// So many articles tell the same by no chance.
const SEVERAL: usize = 2;
/// More articles than these say no more.
const ENOUGH: usize = 3;

impl<'a> Told<'a> {
    /// Whether both values are the one figure that their article gives for a slot of the lexicon.
    pub(super) fn is_sole(self, x: &Value, y: &Value) -> bool {
        self.is_one_of(x.slot(), y.slot())
    }

    /// Whether both are the one figure that their article gives in a measure.
    pub(super) fn is_sole_measure(self, x: &Value, y: &Value) -> bool {
        self.is_one_of(x.measured(), y.measured())
    }

    /// Whether both are the one sum of money of two short articles.
    pub(super) fn is_sole_sum(self, x: &Value, y: &Value) -> bool {
        let short = |article: &Vector| article.terms.len() <= BRIEF;
        short(self.here) && short(self.there) && self.is_one_of(x.sum(), y.sum())
    }

    /// Whether either article tells one outcome of what a story has one of.
    pub(super) fn is_sole_outcome(self, x: &Value, y: &Value) -> bool {
        self.is_one_of(x.outcome(), y.outcome())
    }

    fn is_one_of(self, x: Option<Key>, y: Option<Key>) -> bool {
        x.filter(|_| x == y).is_some_and(|key| self.here.is_sole(key) && self.there.is_sole(key))
    }

    /// For each way whether either article tells the other's value elsewhere, and whether both do.
    pub(super) fn elsewhere(self, x: &Value, y: &Value) -> [f32; ELSEWHERE] {
        let (a, b) = (keys(x), keys(y));
        let mut flags = [0.0; ELSEWHERE];
        for level in 0..LEVELS {
            let there = tells_elsewhere(&self.there.told, a[level], &b);
            let here = tells_elsewhere(&self.here.told, b[level], &a);
            flags[2 * level] = f32::from(here || there);
            flags[2 * level + 1] = f32::from(here && there);
        }
        flags
    }

    /// Whether another article tells both values of one thing or event.
    pub(super) fn others_tell(self, x: &Value, y: &Value) -> bool {
        let ([_, a, _], [_, b, _]) = (keys(x), keys(y));
        self.told_by_others(a, b).next().is_some()
    }

    /// Whether one is the odd one out: several others tell the other of its known event or thing, and nobody else the one. Where
    /// both are of one event, it is enough that some of those who tell it name the event; else the odd article must not tell it
    /// at all.
    pub(super) fn is_odd(self, x: &Value, y: &Value) -> bool {
        let (a, b) = (keys(x), keys(y));
        let tell = |key: Option<Key>| self.told_by_others(key, key).take(SEVERAL).count();
        let known = x.classed && y.classed && x.role == y.role;
        let backed = |value: &Value, [alone, of, _]: [Option<Key>; LEVELS]| {
            let known_as = value.classed || value.head != 0;
            known_as && tell(alone) >= SEVERAL && tell(of) >= if known { 1 } else { SEVERAL }
        };
        let small = x.kind() == 0 && (x.is_small() || y.is_small());
        let odd = |of: [Option<Key>; LEVELS], article: &Vector, other: [Option<Key>; LEVELS]| {
            // Small numbers are told of anything.
            let [alone, thing, _] = of;
            tell(if small { thing } else { alone }) == 0
                && (known || !tells_elsewhere(&article.told, other[0], &of))
        };
        backed(x, a) && odd(b, self.there, a) || backed(y, b) && odd(a, self.here, b)
    }

    /// Whether a place is that of the whole story: most of its articles know it.
    pub(super) fn is_common(self, place: Key) -> bool {
        let [all, known] = match self.story {
            Some(story) => [story.articles(), story.knowing(place)],
            None => [2, usize::from(self.here.knows(place)) + usize::from(self.there.knows(place))],
        };
        2 * known > all
    }

    /// Whether either article is too short to tell an affair.
    pub(super) fn is_brief(self) -> bool {
        self.here.is_brief() || self.there.is_brief()
    }

    /// How many articles of their story there are beside these two.
    pub(super) fn others(self) -> usize {
        self.story.map_or(0, |story| story.articles().saturating_sub(2))
    }

    /// The other articles that tell both.
    fn told_by_others(self, a: Option<Key>, b: Option<Key>) -> impl Iterator<Item = DocId> + 'a {
        let known = self.story.zip(a.zip(b));
        let tell = known.into_iter().flat_map(|(story, (a, b))| story.both(a, b));
        tell.filter(move |id| !self.ids.contains(id))
    }

    /// How many other articles tell both numbers, and both of anything.
    pub(super) fn by_others(self, x: &Value, y: &Value) -> [f32; OTHERS] {
        let ([a, _, any_a], [b, _, any_b]) = (keys(x), keys(y));
        [(a, b), (any_a, any_b)].map(|(a, b)| self.told_by_others(a, b).take(ENOUGH).count() as f32)
    }
}

/// By what a value is told in each way.
fn keys(value: &Value) -> [Option<Key>; LEVELS] {
    let told = value.told();
    [told.map(|[alone, ..]| alone), told.map(|[_, of, _]| of), value.told_of_anything()]
}

/// Whether an article tells this beside what one of its values tells.
fn tells_elsewhere(told: &[Key], key: Option<Key>, own: &[Option<Key>]) -> bool {
    let Some(sought) = key else { return false };
    let from = told.partition_point(|&other| other < sought);
    let times = told[from..].iter().take_while(|&&other| other == sought).count();
    times > usize::from(own.contains(&key))
}
