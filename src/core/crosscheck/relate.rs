//! How two sentences stand to each other, and why.
//!
//! Everything here is symmetric: exchanging the sentences exchanges the two sides of every reason
//! and changes nothing else.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::apart::goes_on;
use super::denial::{denied, denies_told};
use super::event::{self, Shared, Story, Weighed, chance};
use super::facing::{Facing, Setting};
use super::measures::{is_of_rivals, is_offence};
use super::model::{Compared, FactKind, Relation, Why};
use super::pack::class_name;
use super::part::parts;
use super::predicate::common;
use super::slot::{Fit, Tie, ties};
use super::statement::Statement;
use super::term::Key;
use super::told::Told;
use super::value::{Piece, Said, Value};
use crate::core::article::Span;
use crate::core::fact::Comparison;

/// A relation with its chance, 0 to 1, and its reasons, the strongest first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) relation: Relation,
    pub(super) score: f32,
    /// Places count from the start of each sentence.
    pub(super) why: Vec<Why>,
}

/// Matches below this score are not shown: of those above, 85 of 100 and more report one event
/// (that line lies at .62 on the news they were fitted on, and the texts of one desk may be more alike).
pub const DEFAULT_SCORE: f32 = 0.7;
/// From here on two equal values are said to fill one slot.
const ONE_SLOT: f32 = 0.4;
/// And where their words do not tell of one thing.
const SURELY: f32 = 0.85;
/// The same for two that differ: where their words tell of one thing, and where it is open.
const DIFFER: f32 = 0.6;
const DIFFER_OPEN: f32 = 0.25;
/// Nothing differs where the words, numbers left out, hardly tell of one event.
const ONE_EVENT: f32 = 0.45;
const ONE_EVENT_OPEN: f32 = 0.5;
/// So alike are sentences of one origin, in which one value was changed, whatever else is told.
const COPY: f32 = 0.65;
/// That two sentences tell one event says little where they tell nothing alike of it, so that it must
/// be the surer: of those that likely are, nine in ten do.
const SILENT: f32 = 4.0;
/// From here on sentences say the same but for a word or two.
const COPIED: f32 = 0.5;
/// And from here on where no value is in both: that both tell of a court or of shares says nothing where one tells something
/// else of it.
const REWORDED: f32 = 0.7;
/// So sure it is that a sentence denies what another one tells.
const DENIED: f32 = 0.8;
/// From here on two sentences with an equal value agree.
const AGREE: f32 = 0.6;
/// And those that name the same and say the same of it, with so many of the words of the shorter.
const AGREE_CORE: f32 = 0.85;
const CORE: f32 = 0.3;
/// Where a story does not clearly end, a deed told alike is one only where two sentences so likely report one event.
const ONE_DEED: f32 = 0.95;

/// The log odds that two sentences of one story report one event where a value of theirs is firm.
const FIRM: f32 = -0.5;

/// How far the log odds that two equal figures or dates fill one slot count for one event.
const CONFIRMS: f32 = 0.8;

/// Two sentences, and what they have in common whatever articles they stand in.
pub(super) struct Sentences<'a> {
    a: &'a Weighed<'a>,
    b: &'a Statement,
    /// All words, and those that are no numbers.
    shared: (Shared, Shared),
    /// Compared once that is needed: most sentences that share a word tell of two events.
    facing: OnceCell<Vec<Facing<'a>>>,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(a: &'a Weighed<'a>, b: &'a Statement, shared: (Shared, Shared)) -> Self {
        Self { a, b, shared, facing: OnceCell::new() }
    }
}

/// Whether two sentences that share this may tell something with a score of `least` in any two
/// articles: one story makes one event the likelier.
pub(super) fn may_tell(shared: &(Shared, Shared), least: f32) -> bool {
    const { assert!(event::STORY_COUNTS_FOR, "a likelier story must make an event likelier") };
    (0..=2)
        .any(|heads| tells(shared, Story::OWN, heads, None, least).is_some_and(|(.., told)| told))
}

/// How likely two sentences report one event, what is known of them, and whether it is likely enough to be told; none
/// where it is not, and nothing firm can be in both.
fn tells<'t>(
    (shared, words): &(Shared, Shared),
    story: Story,
    heads: u8,
    told: Option<Told<'t>>,
    least: f32,
) -> Option<(f32, Setting<'t>, bool)> {
    let event = event::event(shared, story.odds, heads);
    let likely = chance(event);
    let setting = Setting::new(words, story, heads, told);
    let may_differ = story.one && setting.likely() >= ONE_EVENT;
    let told = may_differ || likely >= AGREE || likely.powf(SILENT) >= least;
    let touch = story.together && shared.touches();
    (told || touch).then_some((event, setting, told))
}

/// Relates two sentences, as far as their score may be `least`.
pub(super) fn relate(
    sentences: &Sentences<'_>,
    story: Story,
    heads: u8,
    told: Option<Told<'_>>,
    least: f32,
) -> Option<Finding> {
    let (event, setting, likely_one) = tells(&sentences.shared, story, heads, told, least)?;
    let Sentences { a, b, shared: (shared, words), facing } = sentences;
    let likely = chance(event);
    let facing = facing.get_or_init(|| Facing::all(a, b));
    let ties = ties((a.statement, b), facing, setting);
    let values = |tie: &Tie| (&a.statement.values[tie.here], &b.values[tie.there]);
    let surely = |tie: &Tie| {
        let enough = match (tie.fit, &values(tie).0.said) {
            (Fit::Other, _) => return 0.0,
            (Fit::One, Said::Figure(_) | Said::Date(_) | Said::Place(_)) => DIFFER,
            _ => DIFFER_OPEN,
        };
        differs(tie.chance, enough)
    };
    let by_words = |tie: &Tie| {
        let likely =
            setting.likely() >= if tie.fit == Fit::One { ONE_EVENT } else { ONE_EVENT_OPEN };
        // Of one story, what is surely of one thing differs in whatever words.
        let likely = likely || story.together && tie.firm;
        let told = likely && (!tie.explained || words.cosine >= COPY);
        if told { surely(tie) } else { 0.0 }
    };
    let surely = |tie: &Tie| by_words(tie).max(chance(tie.contrast + odds(DEFAULT_SCORE)));
    let is_deed =
        |tie: &Tie| !matches!(values(tie).0.said, Said::Figure(_) | Said::Date(_) | Said::Place(_));
    let differing = |tie: &&Tie| {
        tie.comparison == Comparison::Differs
            && surely(tie) >= DEFAULT_SCORE
            && story.may_differ()
            && !(setting.goes_on() && is_deed(tie))
    };
    let surest = ties.iter().filter(differing).map(surely).fold(0.0, f32::max);
    let deed = deed_denied(a, b, story, setting);
    let surest = if deed.is_some() { surest.max(DENIED) } else { surest };
    let copied = words.covered >= COPIED;
    let agrees = |tie: &&Tie| {
        let otherwise = is_told_otherwise(tie, (a.statement, b), facing, surest > 0.0, copied);
        confirms(tie, values(tie), story) && !otherwise
    };
    let equal: Vec<&Tie> = ties.iter().filter(agrees).collect();
    let told = equal.iter().filter(|tie| !is_deed(tie));
    let confirmed = told.map(|tie| odds(tie.chance)).fold(0.0, f32::max);
    let conflict = ties.iter().any(|t| t.comparison == Comparison::Differs && t.fit == Fit::One);
    let read = !a.statement.unread && !b.unread && !a.statement.has_other_result(b);
    let opposed = are_opposed(a.statement, b) || denies_told(a.statement, b);
    let open = read && !conflict && !opposed && !are_won_by_others(facing);
    // That both tell of a building says nothing where one tells another year of it.
    let unequal = ties.iter().any(|t| !is_deed(t) && is_unequal(t, values(t)));
    let by_value = equal.iter().any(|tie| !is_deed(tie));
    let outcome = equal.iter().any(|tie| tells_outcome(values(tie).0));
    let reworded = words.covered >= REWORDED && !(by_value || outcome) && differ_in_words(a, b);
    // What fills one slot with one number no other event is likely to have tells of one.
    let telling = |tie: &&&Tie| {
        let (x, y) = values(tie);
        let figure = matches!(x.said, Said::Figure(_)) && !x.is_small() && !y.is_small();
        tie.fit == Fit::One && figure && story.one
    };
    let by_figure =
        equal.iter().any(|tie| telling(&tie)) && chance(event + CONFIRMS * confirmed) >= AGREE_CORE;
    let by_number = story.together && equal.iter().any(|tie| tie.firm && !is_deed(tie));
    let same =
        (likely >= AGREE || by_figure || by_number) && (by_value || !equal.is_empty() && !unequal);
    // What says much the same of what is surely one event agrees, too, whatever the lexicon knows of it.
    let sure = shared.states && likely.powf(SILENT) >= DEFAULT_SCORE;
    let core = (shared.core || sure)
        && shared.covered >= CORE
        && likely >= AGREE_CORE
        && deny_alike(a.statement, b)
        && !unequal
        && (!equal.is_empty() || shared.numbers > 0.0 || tell_alike(shared));
    // Words alone make no statement that both make: it takes an event that both name.
    let of_two = setting.told.is_some();
    let event_told = if core && of_two && equal.is_empty() { common(a, b) } else { None };
    let event_told =
        event_told.filter(|(key, _)| !is_of_rivals(*key) && !count_otherwise(facing, None));
    let core = core && (!of_two || !equal.is_empty() || event_told.is_some());
    let mut parts =
        if story.may_differ() { parts((a.statement, b), facing, setting) } else { Vec::new() };
    parts.retain(|tie| surely(tie) >= DEFAULT_SCORE);
    let open = open && (by_value || !counts_some(facing)) && !go_on(facing);
    // In a story that does not clearly end a deed told alike may be that of another day.
    let one_day = !of_two || story.clear || heads == 2 || likely >= ONE_DEED;
    let one_denies = (a.statement.denied == 0) != (b.denied == 0);
    let open = open && (by_value || one_day && !one_denies && !names_others(facing)) && !reworded;
    let (relation, score) = if surest > 0.0 {
        (Relation::Differ, surest)
    } else if open && (same || core) && parts.is_empty() {
        let event = if by_number && !likely_one { event.max(FIRM) } else { event };
        (Relation::Agree, chance(event + CONFIRMS * confirmed))
    } else {
        let surest = parts.iter().map(surely).fold(0.0, f32::max);
        (Relation::Related, likely.powf(SILENT).max(surest))
    };
    // Of what is hardly one event only what is firm is told.
    if !likely_one && relation == Relation::Related {
        return None;
    }
    let told: Vec<&Tie> = ties.iter().filter(differing).chain(equal).collect();
    let told = told.into_iter().map(|tie| reason(values(tie), tie));
    let part = |tie: &Tie| Why { agreement: Compared::Part, ..reason(values(tie), tie) };
    let mut why: Vec<Why> = told.chain(parts.iter().map(part)).collect();
    why.extend(deed);
    if relation == Relation::Agree && why.is_empty() {
        why.extend(event_told.map(|event| of_deed(event, Compared::Same)));
    }
    why.sort_by_key(|why| rank(why.agreement));
    (score >= least).then_some(Finding { relation, score, why })
}

/// Whether two values are surely one, and confirm something: that both sentences name one place, offence or thing among
/// those stated does not.
fn confirms(tie: &Tie, (value, other): (&Value, &Value), story: Story) -> bool {
    let silent = match &value.said {
        Said::Place(_) | Said::Stated(_) => true,
        Said::Figure(_) => are_far_within((value, other)),
        // A year holds any day of it.
        Said::Date(_) => tie.comparison == Comparison::Meets && value.is_year() != other.is_year(),
        // That two things rise says nothing of one.
        Said::Deed(_) => {
            let one = value.agent != 0 && value.agent == other.agent;
            is_offence(value.role)
                || value.turn && (value.head == 0 || value.head != other.head)
                || is_of_rivals(value.role) && !one
        }
        _ => false,
    };
    let surely = match tie.fit {
        Fit::One => true,
        Fit::Open => tie.chance >= ONE_SLOT,
        Fit::Other => tie.chance >= SURELY,
    };
    let surely = surely || story.together && tie.firm;
    tie.comparison != Comparison::Differs && surely && !silent
}

/// Whether two values, as far as they may be of one thing, confirm nothing of it.
fn is_unequal(tie: &Tie, values: (&Value, &Value)) -> bool {
    let differs = tie.comparison == Comparison::Differs || are_far_within(values);
    differs && tie.fit != Fit::Other
}

/// Whether one of two figures is a bound that the other lies far beyond.
fn are_far_within((x, y): (&Value, &Value)) -> bool {
    matches!((&x.said, &y.said), (Said::Figure(a), Said::Figure(b)) if a.is_far_within(*b))
}

/// Where a reason stands among others: a part says more than what is the same.
const fn rank(agreement: Compared) -> u8 {
    match agreement {
        Compared::Differs => 0,
        Compared::Part => 1,
        Compared::Same | Compared::Meets => 2,
    }
}

/// The word that one of two sentences of a small desk's story denies and the other tells.
fn deed_denied(a: &Weighed<'_>, b: &Statement, story: Story, setting: Setting<'_>) -> Option<Why> {
    let told =
        setting.told.filter(|_| story.together && story.may_differ() && !setting.goes_on())?;
    Some(of_deed(denied(a, b, told)?, Compared::Differs))
}

/// The reason that two pieces tell alike, or otherwise, of an event or of a word.
fn of_deed((key, [here, there]): (Key, [Piece; 2]), agreement: Compared) -> Why {
    let kind = FactKind::Deed;
    Why { kind, slot: class_name(key), agreement, here: here.at(0), there: there.at(0) }
}

/// What a sentence says became of things: the class or word, and which way.
fn deeds(statement: &Statement) -> impl Iterator<Item = (Key, i8, bool)> + '_ {
    statement.values.iter().filter_map(|value| match value.said {
        Said::Deed(sign) if !is_offence(value.role) => Some((value.role, sign, value.classed)),
        _ => None,
    })
}

/// Whether one sentence tells the opposite of what the other tells, and nothing of it alike.
fn are_opposed(a: &Statement, b: &Statement) -> bool {
    let alike = |(role, sign, _): (Key, i8, bool)| deeds(b).any(|(r, s, _)| (r, s) == (role, sign));
    let opposite = |(role, sign, _): (Key, i8, bool)| {
        sign != 0 && deeds(b).any(|(r, s, _)| r == role && s != sign)
    };
    deeds(a).any(opposite) && !deeds(a).any(alike)
}

/// Whether both say the same words not to be so.
fn deny_alike(a: &Statement, b: &Statement) -> bool {
    let denied = |statement| -> BTreeSet<Key> {
        deeds(statement).filter(|(_, _, classed)| !classed).map(|(role, ..)| role).collect()
    };
    denied(a) == denied(b)
}

/// Whether two sentences in which no value is equal may say the same all the same: neither counts or dates
/// what the other does not. That a tram derailed and whom it carried are two statements of it.
fn tell_alike(shared: &Shared) -> bool {
    shared.other_numbers <= 0.0
}

/// Whether one sentence counts some of those whom the other counts, and no figure is in both: `23 were hurt`,
/// `12 of the injured are in hospital`.
fn counts_some(all: &[Facing<'_>]) -> bool {
    let figures = || {
        let figure = |f: &&Facing<'_>| matches!(f.x.said, Said::Figure(_)) && !f.x.is_age();
        all.iter().filter(figure)
    };
    let some =
        |f: &Facing<'_>| f.x.classed && f.y.classed && f.x.role == f.y.role && f.x.part != f.y.part;
    figures().all(|f| f.comparison == Comparison::Differs) && figures().any(some)
}

/// Whether both sentences name whom one thing was done to, or who did it, and nobody in both: `Roux was elected`, `Marchand was
/// elected`.
fn names_others(all: &[Facing<'_>]) -> bool {
    let mut parties = all.iter().filter(|f| matches!(f.x.said, Said::Party(_))).peekable();
    parties.peek().is_some() && parties.all(|f| f.comparison == Comparison::Differs)
}

/// Whether two sentences tell that somebody did something to somebody, and who did it is another one in each: `France beat
/// Argentina`, `Argentina bested France`.
fn are_won_by_others(all: &[Facing<'_>]) -> bool {
    let of_two = |f: &&Facing<'_>| {
        let deeds = matches!(f.x.said, Said::Deed(_)) && f.x.classed && f.y.classed;
        deeds && is_of_rivals(f.x.role) && f.x.agent != 0 && f.y.agent != 0
    };
    let mut told = all.iter().filter(of_two).peekable();
    told.peek().is_some() && told.all(|f| f.x.agent != f.y.agent)
}

/// Whether both sentences count what became so of somebody or something, or anything, and no count is in both: `eleven were
/// killed` in one storm, and `three` in another; `30,000 homes` were cut off in one place, and `120,000` in another.
fn count_otherwise(all: &[Facing<'_>], role: Option<Key>) -> bool {
    let counts = |f: &&Facing<'_>| {
        let one = f.x.classed && f.y.classed && f.x.role == f.y.role;
        let of = one && role.is_none_or(|role| f.x.role == role);
        let things = f.x.head != 0 && f.x.head == f.y.head;
        (of || things) && matches!(f.x.said, Said::Figure(_))
    };
    let mut counts = all.iter().filter(counts).peekable();
    let otherwise =
        |f: &Facing<'_>| f.comparison == Comparison::Differs || are_far_within((f.x, f.y));
    counts.peek().is_some() && counts.all(otherwise)
}

/// Whether both sentences count those of whom one thing became, and no count is in both: how many died of it by the next day.
fn count_others(all: &[Facing<'_>]) -> bool {
    all.iter().any(|f| {
        f.x.fate && f.y.fate && f.x.role == f.y.role && count_otherwise(all, Some(f.x.role))
    })
}

/// Whether sentences that give one value tell otherwise of it: what one thing became of others, a day at another hour or with other
/// dead; and, unless they are shown to differ, where the rest is copied and another word is what one of them says otherwise.
fn is_told_otherwise(
    tie: &Tie,
    (a, b): (&Statement, &Statement),
    facing: &[Facing<'_>],
    differ: bool,
    copied: bool,
) -> bool {
    let value = &a.values[tie.here];
    match value.said {
        Said::Figure(_) => !differ && copied && are_of_two_deeds(tie, facing, (a, b)),
        Said::Date(_) => {
            let otherwise = count_others(facing) || copied && are_of_two_deeds(tie, facing, (a, b));
            have_other_hours(facing) || !differ && otherwise
        }
        Said::Place(_) => false,
        _ => count_otherwise(facing, Some(value.role)),
    }
}

/// Whether two equal figures or days are of two deeds, or of one deed of two: `seized 40 kilos`, `lost 40 kilos`. An age is
/// whoever's it is, and the dead are counted in many words.
fn are_of_two_deeds(tie: &Tie, all: &[Facing<'_>], (a, b): (&Statement, &Statement)) -> bool {
    let (x, y) = (&a.values[tie.here], &b.values[tie.there]);
    let of_deed = match x.said {
        Said::Figure(_) => !x.is_age() && !x.fate,
        Said::Date(_) => true,
        _ => return false,
    };
    let facing = all.iter().find(|f| (f.here, f.there) == (tie.here, tie.there));
    let others = facing.is_some_and(|f| f.clauses.other_agents(x, y));
    others || of_deed && x.role != 0 && y.role != 0 && x.role != y.role
}

/// Whether it tells what became of somebody or something.
fn tells_outcome(value: &Value) -> bool {
    value.fate || matches!(value.said, Said::Deed(sign) if sign != 0)
}

/// Whether either sentence has a word, no name or number, that is not in the other.
fn differ_in_words(a: &Weighed<'_>, b: &Statement) -> bool {
    let own = |of: &Statement, other: &Statement| {
        let mut words = of.terms.iter().filter(|term| !term.is_name() && !term.is_number());
        words.any(|term| !other.tells(term.key()))
    };
    own(a.statement, b) && own(b, a.statement)
}

/// Whether both sentences tell a time of day, and none is in both: `Tuesday at six`, `Tuesday at nine`.
fn have_other_hours(all: &[Facing<'_>]) -> bool {
    let mut hours = all.iter().filter(|f| f.x.is_hour() && f.y.is_hour()).peekable();
    hours.peek().is_some() && hours.all(|f| f.comparison == Comparison::Differs)
}

/// Whether each sentence tells how long one thing had lasted, and at another time: neither differs nor agrees.
fn go_on(all: &[Facing<'_>]) -> bool {
    all.iter().any(|facing| {
        let Facing { x, y, .. } = facing;
        let lasts = matches!(x.said, Said::Figure(amount) if goes_on(amount, x));
        facing.comparison == Comparison::Differs && lasts && x.head == y.head
    })
}

/// The chance that two values differ, which is just enough to be shown at `enough`: shifted log odds,
/// since that one slot is told in two ways is rare.
fn differs(one_slot: f32, enough: f32) -> f32 {
    chance(odds(one_slot) - odds(enough) + odds(DEFAULT_SCORE))
}

/// The log odds of a chance.
fn odds(chance: f32) -> f32 {
    (chance / (1.0 - chance).max(f32::EPSILON)).ln()
}

fn reason((x, y): (&Value, &Value), tie: &Tie) -> Why {
    let kind = match x.said {
        Said::Figure(_) => FactKind::Figure,
        Said::Date(_) if x.is_clock_time() && y.is_clock_time() => FactKind::Hour,
        Said::Date(_) => FactKind::Date,
        Said::Place(_) => FactKind::Place,
        Said::Deed(_) | Said::Act(_) | Said::Stated(_) => FactKind::Deed,
        Said::Party(_) => FactKind::Who,
    };
    // Of the survivors the heading is not what the dead are called.
    let role = |value: &Value| class_name(value.role).filter(|_| !value.is_opposite());
    let slot = role(x).or_else(|| role(y)).or_else(|| class_name(x.head));
    Why { kind, slot, agreement: tie.comparison.into(), here: x.piece.at(0), there: y.piece.at(0) }
}

impl Why {
    /// The same reason, its places moved to where the two sentences start.
    pub(super) fn shifted(self, a: usize, b: usize) -> Self {
        let shift = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
        Self { here: shift(self.here, a), there: shift(self.there, b), ..self }
    }
}
