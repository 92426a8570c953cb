//! What parts two unequal values whatever is told around them: that they are of two times, of a part and
//! the whole, of two persons, of two places; or that nothing ties them.

use std::sync::LazyLock;

use super::around::{LEAST_YEARS, MOST_YEARS, one_holder, years_apart};
use super::facing::{Facing, Setting};
use super::figure::{VOTE, is_point};
use super::measures::{
    has_one_day, is_in_powers, is_lasting, is_of_a_life, is_of_one_day, is_owned, is_told_once,
};
use super::sole::{MANY, is_sole_measure};
use super::statement::Statement;
use super::term::{Key, Term};
use super::told::Told;
use super::value::{Said, Site, Value};
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Comparison, Moment};
use crate::core::lang::Measure;

/// What tells that somebody is tried, months and years after.
static COURT: LazyLock<[Key; 4]> =
    LazyLock::new(|| ["verdict", "sentence", "plea", "trial"].map(|name| Term::class(name).key()));

/// Whether two values that differ are of two things. Of equal ones less must be known: see [`of_two`].
pub(super) fn are_apart(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    statements: (&Statement, &Statement),
) -> bool {
    are_known_apart(facing, setting, statements)
        || facing.listed && facing.x.kind() == 0
        || are_of_others(facing, setting)
        || !are_tied(facing, setting)
        || !facing.partial && is_local(facing, setting, statements)
        || are_of_two_candidates(facing, statements)
}

/// Whether two shares of a vote are of those who stood: either clause names somebody, and none of them both.
fn are_of_two_candidates(facing: &Facing<'_>, (a, b): (&Statement, &Statement)) -> bool {
    let Facing { x, y, clauses, .. } = facing;
    let share = matches!(x.said, Said::Figure(amount) if amount.is_share());
    let vote = x.classed && x.role == y.role && x.role == *VOTE;
    share && vote && !clauses.named && a.names_in(x.clause) && b.names_in(y.clause)
}

/// Whether that follows from what they are values of, whatever the sentences have in common.
pub(super) fn are_known_apart(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    statements: (&Statement, &Statement),
) -> bool {
    of_two(facing)
        || are_crossed(facing, setting, statements)
        || are_years_later(facing, setting)
        || setting.goes_on() && are_of_two_issues(facing.x, facing.y)
        || facing.comparison == Comparison::Differs
            && !facing.partial
            && setting.others_tell(facing)
}

/// Whether two values, equal or not, are of two things: of a part and the whole, of two times, of
/// opposite states.
pub(super) fn of_two(facing: &Facing<'_>) -> bool {
    let Facing { x, y, .. } = facing;
    let of_other = match (&x.said, &y.said) {
        // As many died, and as many lived.
        (Said::Figure(a), Said::Figure(b)) => {
            let things = x.head != 0 && y.head != 0 && x.head != y.head;
            let one_event = x.classed && y.classed && x.role == y.role;
            let states = (x.fate || y.fate || one_event) && x.denied != y.denied;
            let years = if one_holder(x, y) == Some(true) { MOST_YEARS } else { LEAST_YEARS };
            let persons = x.is_age() != y.is_age() || x.is_age() && years_apart(*a, *b) > years;
            let events = x.classed && y.classed && x.role != y.role;
            let wanted = x.is_sought() != y.is_sought();
            let other = things || states || persons || events || wanted;
            other || a.is_rank() || are_far((x, *a), (y, *b))
        }
        // One was appointed on a day, the other dismissed on another one.
        (Said::Date(_), _) => x.role == y.role && x.denied != y.denied,
        _ => false,
    };
    // Hardly any number but a small one comes by chance at two times.
    let equal = facing.comparison == Comparison::Same && x.kind() == 0 && !x.is_small();
    of_other
        || !facing.partial && x.part != y.part
        || !equal && (x.earlier != y.earlier || are_of_two_times(x, y))
}

/// Whether hardly anybody tells two figures of one thing: one is so many times the other, and fewer times of what is measured
/// in space and of what is told in powers of ten.
fn are_far((x, a): (&Value, Amount), (y, b): (&Value, Amount)) -> bool {
    let powers = x.classed && x.role == y.role && is_in_powers(x.role) && a.gap(b) > 1.0;
    powers || a.is_far_from(b) || a.is_physical() && a.is_times(b, MANY)
}

/// Whether two values are told of two times: a toll without a date is that of the news, one of a month or
/// year that of something before. A sum of a year is often told without it.
fn are_of_two_times(x: &Value, y: &Value) -> bool {
    match x.said {
        Said::Figure(amount) => {
            let other = x.time.is_other(y.time) || x.time.is_other_day(y.time);
            let lone = || x.head == 0 || x.head != y.head || x.who;
            let lone = !amount.is_measure() && x.time.is_lone(y.time) && lone();
            other || lone || x.time.is_long_ago_of(y.time) && !x.is_age()
        }
        Said::Deed(_) if is_lasting(x.role) => false,
        Said::Deed(_) | Said::Act(_) | Said::Party(_) => {
            x.time.is_other(y.time) || x.time.is_lone(y.time)
        }
        Said::Date(_) | Said::Place(_) | Said::Stated(_) => false,
    }
}

/// Whether two values are of two persons or bodies. How many died is told beside the name or age of any of them.
fn are_of_others(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let Facing { x, y, clauses, one_person, .. } = facing;
    let counts_people = matches!(x.said, Said::Figure(amount) if !amount.is_measure())
        && [x, y].into_iter().any(|value| value.fate || value.head == 0 || value.who);
    if x.classed && x.role == y.role && is_owned(x.role) && x.agent != y.agent {
        return true;
    }
    let named = || one_holder(x, y) == Some(false) && clauses.other_agents(x, y);
    match one_person {
        // A story has one depth, whomever the sentence names that tells it.
        _ if x.classed && x.role == y.role && is_told_once(x.role) => false,
        _ if counts_people || x.is_age() => false,
        // The day that others tell of an event is its day, whomever a sentence names first.
        _ if matches!(x.said, Said::Date(_)) && is_odd(facing, setting) => false,
        Some(one) => !one,
        None => named(),
    }
}

/// Whether two dates are of two events of which one of the sentences tells both: `charged on Saturday
/// after a shooting`, `charged after a shooting on Friday`.
fn are_crossed(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (a, b): (&Statement, &Statement),
) -> bool {
    let (x, y) = (facing.x, facing.y);
    let tells = || y.classed && a.tells(y.role) || x.classed && b.tells(x.role);
    // Of what a story has one day of, the day of no known event that its sentence gives is likely it.
    let one_day = x.classed != y.classed && (has_one_day(x.role) || has_one_day(y.role));
    // A blow and the deaths that it brings about have one hour.
    let hours = x.is_hour() && y.is_hour() && is_of_one_day(x.role, y.role);
    if !matches!(x.said, Said::Date(_)) || x.role == y.role || one_day || hours || !tells() {
        return false;
    }
    // Where one is of no known event, it may be of that which all others tell it of; a quake and its damage have one day.
    let may_be_one = x.classed != y.classed || is_of_one_day(x.role, y.role);
    !(may_be_one && is_odd(facing, setting))
}

/// `mardi 12 mars`: a weekday with its date is the day of the news.
fn are_of_two_issues(x: &Value, y: &Value) -> bool {
    let whole = |value: &Value| match &value.said {
        Said::Date(date) => date.from.weekday.and(date.from.day).is_some(),
        _ => false,
    };
    whole(x) && whole(y)
}

/// Whether what stands beside two values ties them, so that they may answer one question.
fn are_tied(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let Facing { x, y, near, clauses, .. } = facing;
    let classed = x.classed && y.classed;
    let known = x.role != 0 && x.role == y.role && classed;
    let beside = near.before || near.after;
    let alike = setting.cosine >= ALIKE;
    match (&x.said, &y.said) {
        (Said::Figure(a), Said::Figure(b)) => {
            are_figures_tied(facing, setting, (*a, *b), (known, alike))
        }
        // The vote of March, the strike of April.
        (Said::Date(_), Said::Date(_))
            if is_sole_measure(facing, setting) || is_of_one_life(facing) =>
        {
            true
        }
        (Said::Date(_), Said::Date(_))
            if classed && !known && !(is_of_one_day(x.role, y.role) && is_odd(facing, setting)) =>
        {
            false
        }
        (Said::Date(a), Said::Date(b)) => {
            let both = |part: fn(Moment) -> Option<u8>| part(a.from).and(part(b.from)).is_some();
            let covered = setting.covered.max(clauses.covered);
            if both(|moment| moment.weekday) {
                let told = (known || beside) && clauses.covered >= SOME;
                // Where one day is of a known event, the other may be of any that the sentence tells.
                let odd = || is_odd(facing, setting);
                setting.likely() >= LIKELY && (told || setting.covered > HALF && alike || odd())
                    || setting.likely() >= ONE_EVENT && known && odd()
            } else if both(|moment| moment.hour) {
                // The time of day is told of many things of one day.
                let one_day = known || is_of_one_day(x.role, y.role) && setting.likely() >= LIKELY;
                let told = one_day && (clauses.about > 0.0 || beside);
                let copied = alike && beside && setting.covered > HALF;
                (told || copied) && clauses.covered >= SOME && !x.time.is_other_day(y.time)
            } else if both(|moment| moment.month) && known {
                // `The pact of July`, `the defence treaty signed in June`.
                setting.likely() >= LIKELY && (clauses.covered >= SOME || clauses.about >= ABOUT)
            } else {
                // A year is mostly that of something before, of which news tell much.
                (known || near.before) && alike && covered >= HALF
            }
        }
        _ => true,
    }
}

/// Whether two days are those of what happens once to the one whom both clauses name: of a death.
pub(super) fn is_of_one_life(facing: &Facing<'_>) -> bool {
    let Facing { x, y, .. } = facing;
    let day = |value: &Value| match &value.said {
        Said::Date(date) => date.from.weekday.or(date.from.day),
        _ => None,
    };
    let one = x.classed && y.classed && x.role == y.role && is_of_a_life(x.role);
    one && x.agent != 0 && x.agent == y.agent && day(x).and(day(y)).is_some()
}

/// Of one `known` event figures may be of anybody and of a kind of people; else they must be of one thing,
/// and the same word stand beside them or the sentences be `alike`.
fn are_figures_tied(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (a, b): (Amount, Amount),
    (known, alike): (bool, bool),
) -> bool {
    let Facing { x, y, near, clauses, .. } = facing;
    let role = x.role != 0 && x.role == y.role;
    let beside = near.before || near.after;
    // `Dozens` are told where nobody has counted, as of a crowd.
    if a.is_floor() != b.is_floor() && (!known || x.fate || y.fate) {
        return false;
    }
    // What was weeks before one thing is days before another.
    if is_point(x.head) && is_point(y.head) && !(role || beside) {
        return false;
    }
    // A game, a road, a room have many lengths, and riots a day more each day.
    let copied = near.before && near.after || alike && setting.covered > NEARLY_ALL;
    let sole = is_sole_measure(facing, setting);
    if a.is_physical() && !known && !copied && !sole || goes_on(a, x) {
        return false;
    }
    // What either article gives one figure of is told in any words.
    if sole {
        return true;
    }
    let odd = || is_odd(facing, setting);
    // `23 of them were arrested`, `arrested 23 pirates`: of one event, what others tell of it.
    let of_event = x.head == 0 && y.head == 0
        || !a.is_measure() && (beside || alike)
        || (x.head == 0 || y.head == 0) && x.fate && odd();
    let of_thing = || match x.head {
        0 if !a.is_measure() => {
            role && (near.before && near.after || clauses.covered >= NEARLY_ALL || beside && odd())
        }
        _ => role && !known || near.before || alike || x.who && beside,
    };
    let once = || is_told_once(x.role) && (x.head == y.head || x.head == 0 || y.head == 0);
    known && (of_event || once()) || x.head == y.head && of_thing()
}

/// `five days of riots`: how long something has lasted by then, not when it was nor a sentence or term.
pub(super) fn goes_on(amount: Amount, value: &Value) -> bool {
    let (.., measure, _) = amount.bits();
    let lasts = matches!(measure, Some((Measure::Duration, _)));
    lasts && value.head != 0 && !value.classed && !value.is_age() && !is_point(value.head)
}

/// Whether one of two values is the odd one out among those that the articles of a story tell.
fn is_odd(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    setting.told.is_some_and(|told| told.is_odd(facing.x, facing.y))
}

/// Whether two ages of one person are told years apart, as of a suspect and of the same one on trial.
fn are_years_later(facing: &Facing<'_>, setting: Setting<'_>) -> bool {
    let (Said::Figure(a), Said::Figure(b)) = (&facing.x.said, &facing.y.said) else { return false };
    let ages = facing.x.is_age() && facing.y.is_age();
    let written = setting.told.and_then(|told| told.here.written.zip(told.there.written));
    let days = written.map(|(here, there)| here.days_to(there));
    let years = years_apart(*a, *b);
    // Who is sought in one is on trial in the other.
    let tried = |told: Told<'_>| {
        [told.here, told.there].map(|article| COURT.iter().any(|key| article.knows(*key)))
    };
    let moved_on = || setting.told.map(tried).is_none_or(|[here, there]| here != there);
    let later = match days {
        Some(days) if days < SOME_MONTHS => false,
        Some(days) => years <= 1.0 + f64::from(days) / 365.25,
        None => years >= LATER && moved_on(),
    };
    ages && later
}

/// Who is told to be as much older is so where nobody knows when the articles were written.
const LATER: f64 = 1.5;
/// From here on somebody may have had a birthday between two articles; within days the chance is small.
const SOME_MONTHS: i32 = 60;

/// How much of the words of the shorter clause or sentence stand in the other.
const SOME: f32 = 0.4;
const HALF: f32 = 0.5;
const NEARLY_ALL: f32 = 0.8;
/// How much two clauses say of one thing, in rare words.
const ABOUT: f32 = 0.5;
/// How alike two sentences are.
const ALIKE: f32 = 0.3;
/// The days of two sentences are set against each other where they likely report one event.
const LIKELY: f32 = 0.7;
/// And so likely where both tell the day of one known event.
const ONE_EVENT: f32 = 0.5;

/// Whether one of two figures is told of a place of its own, of which the other sentence says nothing
/// and most articles neither: `10,000 marched in Heraklion`.
pub(super) fn is_local(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (a, b): (&Statement, &Statement),
) -> bool {
    let (x, y) = (facing.x, facing.y);
    let Some(told) = setting.told.filter(|_| matches!(x.said, Said::Figure(_)) && !x.is_age())
    else {
        return false;
    };
    has_own_place((a, x), b, told) || has_own_place((b, y), a, told)
}

/// Whether a value is told of a place of which the other sentence says nothing and most articles neither.
pub(super) fn has_own_place(
    (statement, value): (&Statement, &Value),
    other: &Statement,
    told: Told<'_>,
) -> bool {
    // `Madagaskar` is told as `Madagascar` in another language.
    let told_as =
        |place: Site| other.sites().any(|site| site.compare(place) == Some(Comparison::Same));
    let tells = |place: Site| other.tells(place.name) || told_as(place);
    let own = |place: Site| !tells(place) && !told.is_common(place.name);
    statement.places_of(value).any(own)
}
