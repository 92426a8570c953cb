//! Which unequal figures may be those of a part and its whole: women among all, the rest of those hurt, a town of a
//! country. They do not differ, and it is worth saying why two figures of one thing are not the same.

use std::cell::LazyCell;

use super::apart::has_own_place;
use super::around::one_holder;
use super::facing::{Facing, Setting};
use super::placing;
use super::slot::{Tie, tie};
use super::statement::Statement;
use super::value::{Said, Value};
use crate::core::fact::Comparison;
use crate::core::place::Place;

/// The figures of which one may be that of a part of what the other is told of: it is smaller, told of some
/// only or of a place of its own, and but for that the two would answer one question. What the other sentence tells as well is
/// explained by that.
pub(super) fn parts(
    statements: (&Statement, &Statement),
    all: &[Facing<'_>],
    setting: Setting<'_>,
) -> Vec<Tie> {
    // Asked of few: hardly any figures may be parts.
    let elsewhere = LazyCell::new(|| placing::are_elsewhere(statements.0, statements.1));
    let told = |part: &Facing<'_>| {
        let equal = |other: &&Facing<'_>| other.comparison != Comparison::Differs;
        let one = |other: &Facing<'_>| other.here == part.here || other.there == part.there;
        all.iter().filter(equal).any(one)
    };
    let as_one = |facing: &Facing<'_>| {
        let [x, y] = [facing.x, facing.y].map(of_anybody);
        let facing = Facing { x: &x, y: &y, partial: true, ..facing.clone() };
        is_of_one(&facing).then(|| tie(statements, &facing, all, setting, *elsewhere))
    };
    let parts = all.iter().filter(|facing| is_part(facing, setting, statements) && !told(facing));
    parts.filter_map(as_one).collect()
}

/// Whether the smaller of two figures is told of some, or of a place of its own and the other is not.
fn is_part(
    facing: &Facing<'_>,
    setting: Setting<'_>,
    (here, there): (&Statement, &Statement),
) -> bool {
    let (x, y) = (facing.x, facing.y);
    let (Said::Figure(ours), Said::Figure(theirs)) = (&x.said, &y.said) else { return false };
    let Some((ours, theirs)) = ours.single().zip(theirs.single()) else { return false };
    let sides = ((here, x), (there, y));
    let (part, whole) = if ours < theirs { sides } else { (sides.1, sides.0) };
    let is_local = |told| {
        let wide = || !has_own_place(whole, part.0, told) || lies_in(part, whole);
        !x.is_age() && has_own_place(part, whole.0, told) && wide()
    };
    let some = part.1.part || setting.told.is_some_and(is_local);
    ours.total_cmp(&theirs).is_ne() && some && !whole.1.part
}

/// Whether a place of one value lies in one of the other, or may: `in Valencia`, `in Spain`; no gazetteer knows each valley.
fn lies_in(part: (&Statement, &Value), whole: (&Statement, &Value)) -> bool {
    let places = |(statement, value): (&Statement, &Value)| -> Vec<Option<Place>> {
        statement.places_of(value).map(|site| site.place).collect()
    };
    let inner = places(part);
    let holds = |outer: Place| {
        let known = |place: Place| outer.can_hold(place);
        inner.iter().any(|place| place.map_or(outer.is_region(), known))
    };
    places(whole).into_iter().flatten().any(holds)
}

/// Whether what is counted is the same, and somebody's own that of the same one.
fn is_of_one(facing: &Facing<'_>) -> bool {
    let Facing { x, y, .. } = facing;
    let one = one_holder(x, y).unwrap_or(x.agent == y.agent);
    x.head == y.head && (one || x.fate && y.fate)
}

/// The same, counted whoever they are: women are some of the people, and so are those killed.
fn of_anybody(value: &Value) -> Value {
    let some = value.part || value.fate;
    let head = if some && value.who { 0 } else { value.head };
    Value { head, ..value.clone() }
}
