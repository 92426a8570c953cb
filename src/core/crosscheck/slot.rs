//! Whether two values fill one slot of one event, and what follows from it.

use super::around::{Clauses, Near, one_holder};
use super::contrast::{self, Told};
use super::event::{self, Shared, Weighed, chance, logit};
use super::statement::Statement;
use super::term::Key;
use super::value::{Said, Value};
use super::weights::{SLOT, SLOT_FEATURES};
use crate::core::fact::Comparison;

/// What is known of the two sentences that two values stand in, their numbers left out.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// Log odds that they report one event.
    event: f32,
    /// Log odds that their articles report one story.
    story: f32,
    /// How alike their words are.
    cosine: f32,
    covered: f32,
    /// Both name somebody, and an event or thing of the lexicon.
    core: bool,
    /// What their articles tell, where these are two.
    pub(super) told: Option<Told<'a>>,
}

impl<'a> Setting<'a> {
    pub(super) fn new(words: &Shared, story: f32, heads: u8, told: Option<Told<'a>>) -> Self {
        let event = event::event(words, story, heads);
        let Shared { cosine, covered, core, .. } = *words;
        Self { event, story, cosine, covered, core, told }
    }

    /// Whether two values are of two things as far as their articles tell. One tells the other's value
    /// elsewhere, so that what stands there instead is of something else; small numbers count only
    /// with the thing. Or one stands among places and days of which the other article knows nothing.
    pub(super) fn is_explained(
        self,
        (a, x): (&Statement, &Value),
        (b, y): (&Statement, &Value),
    ) -> bool {
        self.told.is_some_and(|Told { here, there, .. }| {
            let told = elsewhere(&there.told, x, y) || elsewhere(&here.told, y, x);
            let done = |deeds: &[Key], value: &Value| {
                (value.passing || value.turn)
                    && value.done().is_some_and(|key| deeds.binary_search(&key).is_ok())
            };
            told || done(&there.deeds, x)
                || done(&here.deeds, y)
                || a.is_foreign(x, there)
                || b.is_foreign(y, here)
        })
    }

    /// Whether another article tells both values of one thing or event: then they are of two.
    pub(super) fn are_told_by_others(self, facing: &Facing<'_>) -> bool {
        self.told.is_some_and(|told| told.are_told_by_others(facing.x, facing.y))
    }

    /// The chance that they report one event.
    pub(super) fn likely(self) -> f32 {
        chance(self.event)
    }
}

fn elsewhere(told: &[Key], value: &Value, other: &Value) -> bool {
    let Some([_, of, _]) = value.told() else { return false };
    let here = other.told().unwrap_or_default();
    let tells = |key: Key| {
        let from = told.partition_point(|&other| other < key);
        let times = told[from..].iter().take_while(|&&other| other == key).count();
        times > usize::from(here.contains(&key))
    };
    tells(of) || value.told_of_anything().is_some_and(tells)
}

/// Two values of two sentences that can be compared, and what the sentences alone tell of them.
pub(super) struct Facing<'a> {
    /// Their numbers among the values of their statements.
    here: usize,
    there: usize,
    pub(super) x: &'a Value,
    pub(super) y: &'a Value,
    pub(super) comparison: Comparison,
    near: Near,
    clauses: Clauses,
    /// Neither sentence has another value that can be compared with them.
    only: bool,
    /// Both are the first, the second… of such values.
    in_order: bool,
}

impl<'a> Facing<'a> {
    /// All such pairs of two sentences.
    pub(super) fn all(a: &Weighed<'a>, b: &'a Statement) -> Vec<Self> {
        let values = |s: &'a Statement| s.values.iter().enumerate();
        let pairs = values(a.statement).flat_map(|x| values(b).map(move |y| (x, y)));
        pairs.filter_map(|(x, y)| Self::of(a, b, x, y)).collect()
    }

    fn of(
        a: &Weighed<'a>,
        b: &'a Statement,
        (here, x): (usize, &'a Value),
        (there, y): (usize, &'a Value),
    ) -> Option<Self> {
        let comparison = if x.is_comparable(y) { x.said.compare(&y.said)? } else { return None };
        let alike =
            |s: &Statement, v: &Value| s.values.iter().filter(|o| o.is_comparable(v)).count();
        let order = |s: &Statement, v: &Value| {
            let before = s.values.iter().take_while(|other| other.piece != v.piece);
            before.filter(|other| other.is_comparable(v)).count()
        };
        Some(Self {
            here,
            there,
            x,
            y,
            comparison,
            near: Near::of(a, x, y),
            clauses: Clauses::of(a, b, (x, y)),
            only: alike(a.statement, x) == 1 && alike(b, y) == 1,
            in_order: order(a.statement, x) == order(b, y),
        })
    }
}

/// Two values set against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    /// Their numbers among the values of their statements.
    pub(super) here: usize,
    pub(super) there: usize,
    pub(super) comparison: Comparison,
    /// The chance that they fill one slot.
    pub(super) chance: f32,
    /// Whether their words tell of one thing: only then may they differ.
    pub(super) fit: Fit,
    /// An article tells one of them elsewhere.
    pub(super) explained: bool,
    /// The log odds that they answer one question in two ways, above those from which on it is told.
    pub(super) contrast: f32,
}

/// How sure it is by their words alone that two values are of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Of two.
    Other,
    /// It is open.
    Open,
    /// One slot of the lexicon, or nearly the same words.
    One,
}

/// Whether both sentences, and what stands beside the values, are nearly the same.
fn is_alike(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let beside = facing.near.before || facing.near.after || matches!(facing.x.said, Said::Act(_));
    setting.covered > ALIKE && setting.cosine > ALIKE_COSINE && beside
}

fn fit(facing: &Facing<'_>, setting: Setting<'_>) -> Fit {
    let Facing { x, y, near, clauses, .. } = facing;
    let other_holder = one_holder(x, y) == Some(false);
    let alike = is_alike(facing, setting);
    let same = facing.comparison != Comparison::Differs;
    let same_event = x.role != 0 && x.role == y.role;
    let known = same_event && x.classed && y.classed;
    let beside = near.before || near.after || near.name_shared || near.rarest > RARE_WORD;
    if are_apart(facing) {
        return Fit::Other;
    }
    match x.said {
        Said::Figure(amount) => {
            let counted = x.head != 0 && x.head == y.head;
            let open_event = !x.classed && !y.classed || x.role == 0 || y.role == 0;
            // Of whom a sum is asked or paid: another bidder makes another bid.
            let other_agent = amount.is_measure() && clauses.other_agents(x, y);
            if x.head != y.head || other_agent || (x.fate || y.fate) && !same_event {
                Fit::Other
            } else if alike && !other_holder
                || known && (!other_holder || x.fate)
                || counted && x.who && (same_event || open_event)
            {
                Fit::One
            } else if (counted || amount.is_measure() && x.head == 0) && beside && !other_holder {
                Fit::Open
            } else {
                Fit::Other
            }
        }
        Said::Date(_) if x.classed && y.classed && !same_event => Fit::Other,
        Said::Date(_) if near.before && near.after || alike => Fit::One,
        Said::Date(_)
            if known
                && !other_holder
                && !clauses.other_agents(x, y)
                && (setting.covered > HALF
                    || setting.core && setting.covered > LEAST
                    || clauses.named && setting.likely() > LIKELY) =>
        {
            Fit::One
        }
        // Of equal dates it need not be known what happened on them.
        Said::Date(_) if known || near.before || same && setting.covered > LEAST => Fit::Open,
        // The opposite of one thing is told of the same one.
        Said::Deed(_) => {
            // A release follows an arrest; that neither was denies the other.
            let denies = x.denied != y.denied || alike;
            // What rises must be what falls.
            let turns = !x.turn || clauses.measured;
            let one = x.classed && y.classed && turns && (denies || !x.passing);
            // Of counted people some die and some live.
            let one = one && (same || !(x.who && y.who));
            let one = one && !other_holder && !clauses.other_agents(x, y);
            let covered = clauses.covered >= LEAST || alike;
            if one && clauses.about >= ABOUT && covered {
                Fit::One
            } else if one && clauses.about >= RARE_WORD && (clauses.covered >= FEW || alike) {
                Fit::Open
            } else {
                Fit::Other
            }
        }
        Said::Act(_) => Fit::One,
        Said::Date(_) | Said::Place(_) => Fit::Other,
    }
}

/// Whether two values are of two things whatever stands around them: of a part and the whole, of two
/// times, of opposite states.
pub(super) fn are_apart(facing: &Facing<'_>) -> bool {
    let Facing { x, y, .. } = facing;
    let of_other = match (&x.said, &y.said) {
        // As many died, and as many lived.
        (Said::Figure(a), Said::Figure(b)) => {
            let things = x.head != 0 && y.head != 0 && x.head != y.head;
            let states = (x.fate || y.fate) && x.denied != y.denied;
            let persons = x.is_age() != y.is_age() || x.is_age() && a.gap(*b) > MOST_YEARS;
            let events = x.classed && y.classed && x.role != y.role;
            things || states || persons || events || a.is_rank() || a.is_far_from(*b)
        }
        // One was appointed on a day, the other dismissed on another one.
        (Said::Date(_), _) => x.role == y.role && x.denied != y.denied,
        _ => false,
    };
    of_other || x.part != y.part || x.earlier != y.earlier || are_of_two_times(x, y)
}

/// Whether two values are told of two times: a toll without a date is that of the news, one of a month or
/// year that of something before. A sum of a year is often told without it.
fn are_of_two_times(x: &Value, y: &Value) -> bool {
    match x.said {
        Said::Figure(amount) => {
            x.time.is_other(y.time) || !amount.is_measure() && x.time.is_lone(y.time)
        }
        Said::Deed(_) | Said::Act(_) => x.time.is_other(y.time) || x.time.is_lone(y.time),
        Said::Date(_) | Said::Place(_) => false,
    }
}

/// The age of one person is told a year or two off; what is further apart is of two.
const MOST_YEARS: f64 = 3.0 * 365.25 * 86_400.0;

/// So much of the shorter sentence stands in the other where both say nearly the same.
const ALIKE: f32 = 0.7;
const ALIKE_COSINE: f32 = 0.35;
const LEAST: f32 = 0.3;
const FEW: f32 = 0.2;
/// So much is said of one thing in two clauses that share a rare word and another one.
const ABOUT: f32 = 0.8;
/// So telling is a word that few sentences hold.
const RARE_WORD: f32 = 0.5;
/// So much of the shorter sentence stands in the other where both tell one thing.
const HALF: f32 = 0.5;
/// So likely two sentences about one name report one event.
const LIKELY: f32 = 0.6;
/// So much shared around two values ties them without a common role.
const ENOUGH: f32 = 0.2;
/// Log odds that two values of one slot of the lexicon gain: English news, which the table is fitted on,
/// tell them in too many ways to see it.
const ONE_THING: f32 = 2.0;

/// What it adds to the log odds that one slot is told in two ways: for one that is, some fifteen
/// are told in one.
const RARE: f32 = -2.7;

/// Log odds of what leaves no doubt.
const SURE: f32 = 2.2;

/// From here on an equal value explains that another one differs.
const EXPLAINS: f32 = 0.25;

/// The features of two values, without the values themselves.
pub(super) fn features(facing: &Facing<'_>, setting: Setting<'_>) -> [f32; SLOT_FEATURES] {
    let flag = |on: bool| if on { 1.0 } else { 0.0 };
    let Facing { x, y, near, clauses, .. } = facing;
    let same_role = x.role == y.role && x.role != 0;
    let classed = x.classed && y.classed;
    let heads = x.head != 0 && y.head != 0;
    let measured = matches!(x.said, Said::Figure(amount) if amount.is_measure());
    let (only, in_order) = (flag(facing.only), flag(facing.in_order));
    let head = flag(heads && x.head == y.head);
    let (cosine, covered) = (setting.cosine, setting.covered);
    let both = flag(near.before && near.after);
    let likely = chance(setting.event);
    let holder = one_holder(x, y);
    let agents = x.agent != 0 && y.agent != 0;
    let anchored = same_role || head > 0.0 || near.before || near.after || near.shared > ENOUGH;
    let support = flag(anchored);
    [
        setting.event.clamp(-6.0, 6.0),
        chance(setting.story),
        flag(same_role && classed),
        flag(same_role && !classed),
        flag(!same_role && classed),
        head,
        flag(heads && x.head != y.head),
        flag(measured),
        near.shared,
        flag(near.name_shared),
        flag(near.names && !near.name_shared),
        flag(near.before),
        flag(near.after),
        only,
        in_order,
        flag(x.part != y.part),
        flag(x.earlier != y.earlier),
        cosine,
        covered,
        // What counts only together.
        likely,
        support,
        support * likely,
        only * likely,
        only * support,
        only * support * likely,
        both,
        both * likely,
        cosine * only,
        cosine * in_order,
        flag(holder == Some(true)),
        flag(holder == Some(false)),
        flag(x.fate && y.fate),
        clauses.shared.ln_1p(),
        clauses.covered,
        clauses.events.ln_1p(),
        flag(agents && x.agent == y.agent),
        flag(clauses.other_agents(x, y)),
    ]
}

/// Sets the values of two statements against each other: what agrees, and what differs without
/// being explained by an equal value.
pub(super) fn ties(
    (a, b): (&Statement, &Statement),
    all: &[Facing<'_>],
    setting: Setting<'_>,
) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    for facing in all {
        let Facing { here, there, x, y, comparison, .. } = *facing;
        let mut logit = logit(features(facing, setting), &SLOT[x.kind()]);
        let mut fit = fit(facing, setting);
        if comparison == Comparison::Differs
            && fit > Fit::Other
            && setting.are_told_by_others(facing)
        {
            fit = Fit::Other;
        }
        let explained = setting.is_explained((a, x), (b, y));
        if let Said::Act(_) = x.said {
            // The same the other way round.
            let sure = comparison == Comparison::Same || is_alike(facing, setting);
            logit = if sure { SURE } else { -SURE };
        } else if comparison == Comparison::Differs {
            logit += RARE;
        }
        if fit == Fit::One && !matches!(x.said, Said::Deed(_) | Said::Act(_)) {
            logit += if comparison == Comparison::Differs { 2.0 * ONE_THING } else { ONE_THING };
        }
        let contrast = contrast::odds(facing, setting, (a, b)).unwrap_or(f32::NEG_INFINITY);
        ties.push(Tie { here, there, comparison, chance: chance(logit), fit, explained, contrast });
    }
    let differs = |tie: &Tie| tie.comparison == Comparison::Differs;
    let explains = |tie: &Tie| {
        let bound = || a.values[tie.here].said.is_bound_of(&b.values[tie.there].said);
        tie.comparison == Comparison::Same || tie.comparison == Comparison::Meets && bound()
    };
    ties.sort_by(|x, y| {
        let (equal, surer) = (explains(y).cmp(&explains(x)), y.chance.total_cmp(&x.chance));
        let place = |tie: &Tie| (tie.here + tie.there, tie.here.abs_diff(tie.there));
        equal.then(surer).then_with(|| place(x).cmp(&place(y)))
    });
    // Equal values first, then the surest; each value once. Only what is the same, or its bound, explains
    // another value: twelve thousand are thousands, and yet not fifteen hundred.
    let mut taken = [[0_u32; 2]; 2];
    ties.retain(|tie| {
        let fits = tie.fit > Fit::Other;
        let counts = fits || tie.contrast >= 0.0 || !differs(tie) && tie.chance >= EXPLAINS;
        let (here, there) = (1 << tie.here, 1 << tie.there);
        let sides = if differs(tie) { 1..2 } else { 0..1 };
        let free = taken[sides.clone()].iter().all(|[a, b]| a & here == 0 && b & there == 0);
        if free && counts {
            let sides = if explains(tie) { 0..2 } else { sides };
            taken[sides].iter_mut().for_each(|[a, b]| (*a, *b) = (*a | here, *b | there));
        }
        free && counts
    });
    ties
}
