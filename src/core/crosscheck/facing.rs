//! Two values of two sentences set against each other, and what is known of them apart from whether they
//! are equal.

use super::around::{Clauses, Near, one_holder, one_person};
use super::event::{self, Shared, Story, Weighed, chance};
use super::statement::Statement;
use super::telling::Telling;
use super::term::Key;
use super::told::Told;
use super::value::{Said, Value};
use super::weights::SLOT_FEATURES;
use crate::core::fact::Comparison;

/// What is known of the two sentences that two values stand in, their numbers left out.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// Log odds that they report one event.
    pub(super) event: f32,
    /// Log odds that their articles report one story.
    pub(super) story: f32,
    /// How alike their words are.
    pub(super) cosine: f32,
    pub(super) covered: f32,
    /// Both name somebody, and an event or thing of the lexicon.
    pub(super) core: bool,
    /// How many of the two open their article.
    pub(super) heads: u8,
    /// What their articles tell, where these are two.
    pub(super) told: Option<Told<'a>>,
    /// Whether they surely are of one story, which few tell: what either article tells of a kind answers one question.
    pub(super) close: bool,
}

impl<'a> Setting<'a> {
    pub(super) fn new(words: &Shared, story: Story, heads: u8, told: Option<Told<'a>>) -> Self {
        let event = event::event(words, story.odds, heads);
        let Shared { cosine, covered, core, .. } = *words;
        let close = story.together && story.clear;
        let close = close && told.is_some_and(|told| told.story.is_some_and(|t| !t.is_affair()));
        Self { event, story: story.odds, cosine, covered, core, heads, told, close }
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
    pub(super) fn others_tell(self, facing: &Facing<'_>) -> bool {
        self.told.is_some_and(|told| told.others_tell(facing.x, facing.y))
    }

    /// Whether their articles are of an affair that many tell: it goes on, and what is denied on one day may be so on the next.
    pub(super) fn goes_on(self) -> bool {
        self.told.is_some_and(|told| told.story.is_some_and(Telling::is_affair) && !told.is_brief())
    }

    /// Whether their articles report one story by their own words, or there are no others that could tell.
    pub(super) fn is_one_story(self) -> bool {
        self.story >= event::ONE_STORY || self.told.is_none_or(|told| told.others() == 0)
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
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of two values, not states")]
pub(super) struct Facing<'a> {
    /// Their numbers among the values of their statements.
    pub(super) here: usize,
    pub(super) there: usize,
    pub(super) x: &'a Value,
    pub(super) y: &'a Value,
    pub(super) comparison: Comparison,
    pub(super) near: Near,
    pub(super) clauses: Clauses,
    /// Neither sentence has another value that can be compared with them.
    pub(super) only: bool,
    /// Both are the first, the second… of such values.
    pub(super) in_order: bool,
    /// Whether the sentences tell of one person, by the ages that they tell.
    pub(super) one_person: Option<bool>,
    /// Both sentences list figures, of which none is in both: those of two games, quarters or players.
    pub(super) listed: bool,
    /// One may be told of a part of what the other is told of, which then parts them not.
    pub(super) partial: bool,
}

/// So many figures make a list.
const LISTED: usize = 3;

/// Whether several things are counted on both sides, and of all one side has a multiple of what the other has: those of a game
/// and of a season. Of tolls both may rise.
fn are_of_two_spans(all: &[Facing<'_>]) -> bool {
    let ratio = |Facing { here, there, x, y, comparison, .. }: &Facing<'_>| match (&x.said, &y.said)
    {
        (Said::Figure(a), Said::Figure(b))
            if *comparison == Comparison::Differs
                && x.head == y.head
                && (x.head != 0 || a.is_measure())
                && !(x.fate || y.fate) =>
        {
            Some((a.single()? / b.single()?, *here, *there))
        }
        _ => None,
    };
    let ratios: Vec<(f64, usize, usize)> = all.iter().filter_map(ratio).collect();
    let Some(&(_, here, there)) = ratios.first() else { return false };
    let several =
        ratios.iter().any(|ratio| ratio.1 != here) && ratios.iter().any(|ratio| ratio.2 != there);
    several
        && (ratios.iter().all(|ratio| ratio.0 >= MULTIPLE)
            || ratios.iter().all(|ratio| ratio.0 <= 1.0 / MULTIPLE))
}

/// So many times as many of each thing.
const MULTIPLE: f64 = 3.0;

impl<'a> Facing<'a> {
    /// All such pairs of two sentences.
    pub(super) fn all(a: &Weighed<'a>, b: &'a Statement) -> Vec<Self> {
        let values = |s: &'a Statement| s.values.iter().enumerate();
        let pairs = values(a.statement).flat_map(|x| values(b).map(move |y| (x, y)));
        let one_person = one_person(a.statement, b);
        let facing = |(x, y)| Some(Self { one_person, ..Self::of(a, b, x, y)? });
        let mut all: Vec<Self> = pairs.filter_map(facing).collect();
        let figures = |s: &Statement| s.values.iter().filter(|value| value.kind() == 0).count();
        let equal = |f: &Self| f.comparison != Comparison::Differs && f.x.kind() == 0;
        let lists = figures(a.statement).min(figures(b)) >= LISTED && !all.iter().any(equal);
        if lists || are_of_two_spans(&all) {
            for facing in &mut all {
                facing.listed = true;
            }
        }
        all
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
            one_person: None,
            listed: false,
            partial: false,
        })
    }
}

/// So much shared around two values ties them without a common role.
const ENOUGH: f32 = 0.2;
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
