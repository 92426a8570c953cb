//! Whether two articles report one story, and two sentences one event: two small logistic models
//! over named features. Their weights stand in [`super::weights`].

use std::sync::LazyLock;

use super::statement::Statement;
use super::term::{Key, Term, meet};
use super::vector::{SHORT, Vector};
use super::weights;

/// How much terms weigh in a desk.
pub(super) trait Weights {
    /// How much it says that two statements share this term, 0 to 1: its inverse document frequency
    /// in parts of the most it can be.
    fn weight(&self, key: Key) -> f32;
}

/// The chance that something with these log odds is so.
pub(super) fn chance(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

/// The log odds after a table of weights, the last of which stands alone.
pub(super) fn logit<const N: usize, const M: usize>(features: [f32; N], weights: &[f32; M]) -> f32 {
    weights[N] + features.iter().zip(weights).map(|(x, w)| x * w).sum::<f32>()
}

/// Parts of an article's vector that are compared one by one.
pub(super) const PARTS: usize = 5;

/// A cosine for each part: all words, those of its head, names, numbers, names of its head.
pub(super) type Alike = [f32; PARTS];

/// Which of them are those of names.
const NAMES: [bool; PARTS] = [false, false, true, false, true];

const fn parts(term: Term) -> [bool; PARTS] {
    [true, term.is_lead(), term.is_name(), term.is_number(), term.is_lead() && term.is_name()]
}

fn tally(sums: &mut Alike, parts: [bool; PARTS], add: f32) {
    for (sum, part) in sums.iter_mut().zip(parts) {
        *sum += if part { add } else { 0.0 };
    }
}

/// What the terms of a vector weigh.
pub(super) fn weigh(vector: &Vector, desk: &impl Weights) -> Vec<f32> {
    vector.terms.iter().map(|term| desk.weight(term.key())).collect()
}

/// How long the parts of a vector are, squared.
pub(super) fn norms(vector: &Vector, desk: &impl Weights) -> Alike {
    let mut sums = Alike::default();
    for (&term, &times) in vector.terms.iter().zip(&vector.times) {
        let weight = desk.weight(term.key()) * damped(times);
        tally(&mut sums, parts(term), weight * weight);
    }
    sums
}

/// How many features two articles have.
pub(super) const STORY_FEATURES: usize = PARTS + 5;

/// How alike two articles are, part by part; the weight of the names that they share, and of the most
/// telling one; how many figures and dates they share; whether their years and days are all others.
/// `weights` are those of the first one's terms.
pub(super) fn alike(a: (&Vector, &[f32], Alike), b: (&Vector, Alike)) -> [f32; STORY_FEATURES] {
    let mut common = Common::default();
    meet(&a.0.terms, &b.0.terms, |i, j| {
        let (x, y) = (damped(a.0.times[i]), damped(b.0.times[j]));
        common.add((a.0.terms[i], x), (b.0.terms[j], y), a.1[i]);
    });
    common.features((a.0, a.2), b)
}

/// What two articles have in common, term by term in their order.
#[derive(Clone, Copy, Default)]
pub(super) struct Common {
    sums: Alike,
    names: f32,
    most: f32,
    /// What comes to these where a word is a name in one of the two only.
    open: Alike,
    open_names: f32,
    open_most: f32,
}

impl Common {
    /// Adds a term that stands in both, with what it says that it stands so often in each, and what it weighs.
    pub(super) fn add(&mut self, a: (Term, f32), b: (Term, f32), weight: f32) {
        let both = a.0.as_in_both(b.0);
        // In this order it is the same from both ends.
        let add = weight * weight * (a.1 * b.1);
        tally(&mut self.sums, parts(both), add);
        if both.is_name() {
            self.names += weight;
            self.most = self.most.max(weight);
        } else if (a.0.is_name() || b.0.is_name()) && !a.0.is_class() {
            let parts = parts(both.named());
            tally(&mut self.open, std::array::from_fn(|k| NAMES[k] && parts[k]), add);
            self.open_names += weight;
            self.open_most = self.open_most.max(weight);
        }
    }

    /// The same where a name of one is one in the other, too, which may have it at the head of a sentence only, or in a
    /// language whose nouns all have a capital.
    pub(super) fn opened(self) -> Self {
        let sums = std::array::from_fn(|k| self.sums[k] + self.open[k]);
        let (names, most) = (self.names + self.open_names, self.most.max(self.open_most));
        Self { sums, names, most, ..Self::default() }
    }

    /// The features of the two articles, once all terms are added. Where the language of one writes all nouns with a capital,
    /// what the other shows to be a name is one in both: else two languages would tell two stories.
    pub(super) fn features(
        self,
        (a, m): (&Vector, Alike),
        (b, n): (&Vector, Alike),
    ) -> [f32; STORY_FEATURES] {
        let common = if a.capitals == b.capitals { self } else { self.opened() };
        let cosine = |k: usize| {
            let norm = (m[k] * n[k]).sqrt();
            if norm > 0.0 { (common.sums[k] / norm).min(1.0) } else { 0.0 }
        };
        let told = shared(&a.told, &b.told) as f32;
        let (years, days) = (shared(&a.years, &b.years), shared(&a.days, &b.days));
        let told_both = |x: &[Key], y: &[Key]| !x.is_empty() && !y.is_empty();
        let other = |both: usize, x: &[Key], y: &[Key]| f32::from(both == 0 && told_both(x, y));
        let other_years = other(years, &a.years, &b.years);
        let other_days = other(days, &a.days, &b.days);
        let more = [common.names.ln_1p(), common.most, told.ln_1p(), other_years, other_days];
        std::array::from_fn(|k| if k < PARTS { cosine(k) } else { more[k - PARTS] })
    }
}

/// How many different keys two sorted lists share.
fn shared(a: &[Key], b: &[Key]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let order = a[i].cmp(&b[j]);
        both += usize::from(order.is_eq() && (i == 0 || a[i - 1] != a[i]));
        i += usize::from(order.is_le());
        j += usize::from(order.is_gt());
    }
    both
}

/// How much it says that a term stands in an article so often: 1 + ln of it.
pub(super) fn damped(times: u8) -> f32 {
    // Asked for some hundred thousand times in one query.
    static DAMPED: LazyLock<[f32; 256]> =
        LazyLock::new(|| std::array::from_fn(|times| 1.0 + (times as f32).ln()));
    DAMPED[usize::from(times)]
}

/// How much the length of a statement says, in terms: ln of one more.
fn long(terms: usize) -> f32 {
    static LONG: LazyLock<[f32; 256]> =
        LazyLock::new(|| std::array::from_fn(|terms| (terms as f32).ln_1p()));
    LONG.get(terms).copied().unwrap_or_else(|| (terms as f32).ln_1p())
}

/// Whether two articles report one story.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of two articles, not states")]
pub(super) struct Story {
    /// The log odds by their words.
    pub(super) odds: f32,
    /// It is taken for one.
    pub(super) one: bool,
    /// One of them is too short to tell.
    pub(super) is_brief: bool,
    /// That is so because all articles of a small desk were seen together.
    pub(super) together: bool,
    /// And it is clearly none of those that others report, as far as these were seen: only then may they differ.
    pub(super) clear: bool,
}

/// The log odds that two articles report one story, by how alike they are.
pub(super) fn story(alike: &[f32; STORY_FEATURES]) -> f32 {
    logit(*alike, &weights::STORY)
}

impl Story {
    /// An article with itself.
    pub(super) const OWN: Self =
        Self { odds: MOST_STORY, one: true, is_brief: false, together: false, clear: true };
    /// Two that have nothing to do with each other.
    pub(super) const NONE: Self =
        Self { odds: -MOST_STORY, one: false, is_brief: false, together: false, clear: false };

    /// That of two articles with these log odds and so many terms. What is too short is not kept apart by unlike words, still less where both are. Where somebody put a `few` together they tell
    /// one story, unless they have next to nothing in common.
    pub(super) fn of(odds: f32, (m, n): (usize, usize), few: bool) -> Self {
        let open = odds >= APART;
        let is_brief = m.min(n) < SHORT;
        let odds = if few && open || is_brief { odds.max(UNDECIDED) } else { odds };
        let one = odds >= ONE_STORY || open && (few || m.max(n) < SHORT);
        Self { odds, is_brief, one, together: few && open, clear: true }
    }

    /// Whether what its articles tell may differ: it is one story, and clearly so.
    pub(super) const fn may_differ(self) -> bool {
        self.one && self.clear
    }

    /// The same where the two stand in two stories of a desk that is seen as a whole.
    pub(super) const fn among_two(self) -> Self {
        Self { odds: self.odds.min(-UNDECIDED), one: false, together: false, ..self }
    }

    /// The same where the other articles of a desk tie the two, and whether their story is `clear`.
    pub(super) const fn among_one(self, clear: bool) -> Self {
        Self { odds: self.odds.max(UNDECIDED), one: true, together: true, clear, ..self }
    }
}

/// Below these log odds two articles share no name, figure or day that tells, and hardly a word.
const APART: f32 = -4.0;
/// Log odds that leave open whether it is one story.
const UNDECIDED: f32 = 1.0;
/// From these log odds on two articles report one story: 19 of 20 do.
pub(super) const ONE_STORY: f32 = 2.94;

/// What two sentences have in common, whatever articles they stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Shared {
    /// Okapi BM25, the sum of both directions.
    bm25: f32,
    /// Cosine of the weighted terms.
    pub(super) cosine: f32,
    /// The share of the shorter one that stands in the other.
    pub(super) covered: f32,
    /// Weight of the shared names.
    names: f32,
    /// How many numbers are in both.
    pub(super) numbers: f32,
    /// Both have numbers that the other has not.
    pub(super) other_numbers: f32,
    /// Both name somebody, and an event or thing of the lexicon, of whom not every sentence speaks.
    pub(super) core: bool,
    /// Both say something of something: in two telling words.
    pub(super) states: bool,
    /// Both name an event or thing of the lexicon, of which figures may be told.
    slots: bool,
    /// How many terms are in both, and the length of both.
    terms: f32,
    lengths: f32,
}

/// A statement with the weights of its terms.
pub(super) struct Weighed<'a> {
    pub(super) statement: &'a Statement,
    pub(super) weights: Vec<f32>,
    sums: Sums,
}

/// Sums over the terms of a statement, and over those that are no numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    all: Sum,
    words: Sum,
}

/// The weights of terms, added up plainly and squared.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    plain: f32,
    squared: f32,
    count: usize,
}

impl Sum {
    fn add(&mut self, weight: f32) {
        self.plain += weight;
        self.squared += weight * weight;
        self.count += 1;
    }
}

impl Sums {
    pub(super) fn of(terms: &[Term], desk: &impl Weights) -> Self {
        let mut sums = Self::default();
        for term in terms {
            sums.add(*term, desk.weight(term.key()));
        }
        sums
    }

    fn add(&mut self, term: Term, weight: f32) {
        self.all.add(weight);
        if !term.is_number() {
            self.words.add(weight);
        }
    }
}

impl<'a> Weighed<'a> {
    pub(super) fn new(statement: &'a Statement, desk: &impl Weights) -> Self {
        let weights = statement.terms.iter().map(|term| desk.weight(term.key())).collect();
        Self { statement, weights, sums: Sums::of(&statement.terms, desk) }
    }
}

impl Shared {
    /// Whether nothing is shared.
    pub(super) fn is_none(&self) -> bool {
        self.terms <= 0.0
    }

    /// Whether they have in common what tells of one event in articles that surely report one story: a number, two telling
    /// words, a name, or an event or thing of the lexicon.
    pub(super) fn touches(&self) -> bool {
        self.numbers > 0.0 || self.states || self.slots || self.names > 0.0
    }

    /// With and without the numbers: whether two values fill one slot must not depend on whether
    /// they are equal.
    pub(super) fn of(a: &Weighed<'_>, b: &[Term], sums: Sums, mean: f32) -> (Self, Self) {
        let (mut both, mut names) = (Sums::default(), 0.0);
        let (mut named, mut classed, mut tellings, mut slots) = (false, false, 0, false);
        let terms = &a.statement.terms;
        meet(terms, b, |i, j| {
            both.add(terms[i], a.weights[i]);
            let telling = a.weights[i] >= TELLING;
            tellings += usize::from(telling && !terms[i].is_number());
            named |= telling && terms[i].is_name();
            classed |= telling && terms[i].is_class();
            slots |= terms[i].is_class();
            if terms[i].is_name() && b[j].is_name() {
                names += a.weights[i];
            }
        });
        let names = names.ln_1p();
        let all = Self::from(both.all, a.sums.all, sums.all, names, mean);
        let (core, states) = (named && classed, tellings >= STATED);
        let words =
            Self { core, states, ..Self::from(both.words, a.sums.words, sums.words, names, mean) };
        let numbers = |sums: Sums| sums.all.count - sums.words.count;
        let shared = numbers(both);
        let other = numbers(a.sums) > shared && numbers(sums) > shared;
        let all = Self {
            numbers: shared as f32,
            other_numbers: f32::from(other),
            core,
            states,
            slots,
            ..all
        };
        (all, words)
    }

    fn from(both: Sum, a: Sum, b: Sum, names: f32, mean: f32) -> Self {
        // A term stands once in a statement: k1 = 1.2, b = .75.
        let share = |count: usize| 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * count as f32 / mean));
        let ratio = |x: f32, y: f32| if y > 0.0 { x / y } else { 0.0 };
        Self {
            bm25: (both.plain * (share(a.count) + share(b.count))).ln_1p(),
            cosine: ratio(both.squared, (a.squared * b.squared).sqrt()),
            covered: ratio(both.plain, a.plain.min(b.plain)),
            names,
            terms: both.count as f32,
            lengths: long(a.count) + long(b.count),
            ..Self::default()
        }
    }
}

/// What weighs less stands in every other sentence of the desk.
pub(super) const TELLING: f32 = 0.3;
/// So many words make a statement: a predicate, and of what.
const STATED: usize = 2;

/// The log odds of what is surely one story, and, the other way round, of what surely is not.
const MOST_STORY: f32 = 6.0;

/// The features of two sentences; `heads` tells how many of the two open their article.
pub(super) fn features(shared: &Shared, story: f32, heads: u8) -> [f32; weights::EVENT.len() - 1] {
    [
        shared.bm25,
        shared.cosine,
        shared.covered,
        shared.names,
        shared.numbers,
        shared.other_numbers,
        shared.terms,
        shared.lengths,
        f32::from(heads),
        f32::from(heads == 2),
        chance(story),
    ]
}

/// Whether the feature of the story, the last one, counts for one event.
pub(super) const STORY_COUNTS_FOR: bool = weights::EVENT[weights::EVENT.len() - 2] >= 0.0;

/// The log odds that two sentences report one event.
pub(super) fn event(shared: &Shared, story: f32, heads: u8) -> f32 {
    logit(features(shared, story, heads), &weights::EVENT)
}
