//! What a sentence states: figures, dates, places and deeds, each with the slot that it fills.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use super::days;
use super::measures::{has_one_day, has_one_hour};
use super::term::{Key, Term};
use super::time::Time;
use crate::core::article::Span;
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Comparison, Date, Moment, date};
use crate::core::keep::{Keep, keep};
use crate::core::lang::Measure;
use crate::core::place::{Meeting, Place};

/// A stretch of a sentence, from its first byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Piece {
    start: u32,
    len: u32,
}

keep!(struct Piece { start, len });

impl Piece {
    pub(super) fn new(base: usize, span: Span) -> Self {
        Self { start: span.start.saturating_sub(base) as u32, len: span.len() as u32 }
    }

    /// Where it stands, in a sentence that starts at `base`.
    pub(super) fn at(self, base: usize) -> Span {
        let start = base + self.start as usize;
        Span::new(start, start + self.len as usize)
    }
}

/// Something stated that another sentence can state otherwise.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of a value, not states")]
pub(super) struct Value {
    pub(super) piece: Piece,
    pub(super) said: Said,
    /// What it is a value of: the class of the event or measure, else the nearest word; 0 for none.
    pub(super) role: Key,
    /// Whether the role is an event that can have such a value.
    pub(super) classed: bool,
    /// The role is a fate of people.
    pub(super) fate: bool,
    /// Those counted are people of a kind; of a deed: it is told of how many it is true.
    pub(super) who: bool,
    /// What is counted, or what rises or falls; 0 for anybody and where nothing is.
    pub(super) head: Key,
    /// Of whom or what: the words of the last name before it; 0 for none.
    pub(super) holder: [Key; 2],
    /// The words before, the nearest first, and as many after; the unused are 0.
    pub(super) near: [Term; NEAR],
    /// Said of a part of the whole: `including`.
    pub(super) part: bool,
    /// Said of another time, or of others: `the previous year`, `two other rifles`.
    pub(super) earlier: bool,
    /// The year and month it is said of.
    pub(super) time: Time,
    /// Which terms of its sentence stand in its clause, one bit each.
    pub(super) clause: u128,
    /// It is said not to be so.
    pub(super) denied: bool,
    /// The opposite of it can follow in time.
    pub(super) passing: bool,
    /// It tells which way something goes.
    pub(super) turn: bool,
    /// Whom its clause names first, before it; 0 for nobody.
    pub(super) agent: Key,
}

/// What is so or not of it in one byte: a large index holds some hundred thousand.
impl Keep for Value {
    fn put(&self, out: &mut Vec<u8>) {
        let Self { piece, said, role, head, holder, near, time, clause, agent, .. } = self;
        let Self { classed, fate, who, part, earlier, denied, passing, turn, .. } = *self;
        let marks = [classed, fate, who, part, earlier, denied, passing, turn];
        marks.iter().rev().fold(0_u8, |bits, mark| bits << 1 | u8::from(*mark)).put(out);
        piece.put(out);
        said.put(out);
        role.put(out);
        head.put(out);
        holder.put(out);
        near.put(out);
        time.put(out);
        clause.put(out);
        agent.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let bits = u8::take(from)?;
        let [classed, fate, who, part, earlier, denied, passing, turn] =
            std::array::from_fn(|n| bits >> n & 1 == 1);
        Some(Self {
            piece: Keep::take(from)?,
            said: Keep::take(from)?,
            role: Keep::take(from)?,
            head: Keep::take(from)?,
            holder: Keep::take(from)?,
            near: Keep::take(from)?,
            time: Keep::take(from)?,
            clause: Keep::take(from)?,
            agent: Keep::take(from)?,
            classed,
            fate,
            who,
            part,
            earlier,
            denied,
            passing,
            turn,
        })
    }
}

/// How many words around a value tell what it is a value of.
pub(super) const NEAR: usize = 6;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Figure(Amount),
    Date(Box<Date>),
    Place(Site),
    /// Which state of its class: 1, -1 or 0.
    Deed(i8),
    /// Who did it, and to whom.
    Act([Key; 2]),
    /// Who did it, or to whom it was done.
    Party(Party),
    /// Whether it is said to be so, as a cause or in so many words, or denied.
    Stated(bool),
}

keep!(enum Said {
    0 Figure(amount), 1 Date(date), 2 Place(site), 3 Deed(sign), 4 Act(sides), 5 Party(party), 6 Stated(so),
});

/// One who has a part in an event, by the last words of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Party {
    pub(super) name: [Key; 2],
}

keep!(struct Party { name });

impl Party {
    /// Whether both names have a word in common: `Mary Jones`, `Jones`.
    fn is(self, other: Self) -> bool {
        self.name.iter().any(|key| *key != 0 && other.name.contains(key))
    }
}

/// Where something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Site {
    /// The last word of its name.
    pub(super) name: Key,
    /// What the gazetteer knows of it.
    pub(super) place: Option<Place>,
}

keep!(struct Site { name, place });

impl Site {
    /// How two stand to each other; `None` where one is not known.
    pub(super) fn compare(self, other: Self) -> Option<Comparison> {
        let (a, b) = (self.place, other.place);
        match a.zip(b).map(|(a, b)| a.meets(b)) {
            Some(Meeting::Apart) => Some(Comparison::Differs),
            Some(Meeting::One) => Some(Comparison::Same),
            _ if self.name == other.name => Some(Comparison::Same),
            Some(Meeting::Near) => Some(Comparison::Meets),
            None => None,
        }
    }
}

impl Value {
    /// Changes each key that it holds, terms with their marks.
    pub(super) fn each_key(&mut self, change: &mut impl FnMut(&mut Key)) {
        let Self { role, head, holder, near, agent, said, .. } = self;
        [role, head, agent].into_iter().chain(holder).for_each(&mut *change);
        for term in near {
            change(&mut term.0);
        }
        match said {
            Said::Place(site) => change(&mut site.name),
            Said::Act(sides) => sides.iter_mut().for_each(change),
            Said::Party(party) => party.name.iter_mut().for_each(change),
            _ => {}
        }
    }

    /// Whether it is of the opposite of its class: how many survived.
    pub(super) const fn is_opposite(&self) -> bool {
        match self.said {
            Said::Deed(sign) => sign < 0,
            _ => self.denied,
        }
    }

    /// Its kind as a number, that of its row in the table of weights.
    pub(super) const fn kind(&self) -> usize {
        match self.said {
            Said::Figure(_) => 0,
            Said::Date(_) => 1,
            Said::Place(_) => 2,
            Said::Deed(_) | Said::Act(_) | Said::Party(_) | Said::Stated(_) => 3,
        }
    }

    /// By what an article tells it: the number alone, the number of this thing or event, and where
    /// that is not known the number of anything.
    pub(super) fn told(&self) -> Option<[Key; 3]> {
        let number = self.number()?;
        let of = if self.head == 0 { self.role } else { self.head };
        let known = self.head != 0 || self.classed;
        Some([number.key(), number.of(of), number.of(if known { of } else { ANYTHING })])
    }

    /// The slot of the lexicon that a figure fills, whoever tells it: of which event, in which measure, of people or of
    /// a thing. A part, and what is told of another time, fills none.
    pub(super) fn slot(&self) -> Option<Key> {
        let Said::Figure(amount) = self.said else { return None };
        let of = if self.who || amount.is_measure() { 0 } else { self.head };
        let known = self.classed && self.role != 0 && !self.part && !self.earlier && !self.is_age();
        let (.., measure, rate) = amount.bits();
        let measure = measure.map_or(0, |(measure, _)| 1 + measure as u32);
        let kind = f64::from(measure * 4 + u32::from(rate) * 2 + u32::from(self.denied));
        known.then(|| Term::number("slot", kind).of(self.role ^ of.rotate_left(4)))
    }

    /// The measure of a figure, where few things of a story have one: a speed, area or mass, for of lengths there are many; a
    /// length of time by what lasts; of a whole date its month; of what a story has one day of, as of a funeral, how exactly it is told. What opens a sentence is
    /// mostly the day of the news.
    pub(super) fn measured(&self) -> Option<Key> {
        match &self.said {
            Said::Figure(amount) => {
                let (.., measure, rate) = amount.bits();
                let whole = !self.part && !self.earlier && !rate;
                if measure.is_none() && whole && self.head != 0 && !self.who && !self.is_small() {
                    return Some(Term::number("things", 0.0).of(self.head));
                }
                let (measure, _) = measure.filter(|_| whole)?;
                let of = match measure {
                    // What is weighed is often left out.
                    Measure::Mass => ANYTHING,
                    // How long what lasted: of one thing.
                    Measure::Duration if self.head == 0 && !self.classed && !self.is_age() => {
                        self.role
                    }
                    Measure::Speed | Measure::Area | Measure::Volume if self.head == 0 => ANYTHING,
                    _ => 0,
                };
                (of != 0).then(|| Term::number("measure", f64::from(measure as u32)).of(of))
            }
            Said::Date(date) if self.classed && !self.earlier && has_one_day(self.role) => {
                let Moment { weekday, day, hour, .. } = date.from;
                let hour = hour.filter(|_| has_one_hour(self.role));
                let grain = [weekday.is_some(), day.is_some(), hour.is_some()];
                let grain = grain.into_iter().position(|told| told)?;
                Some(Term::number("day", grain as f64).of(self.role))
            }
            Said::Date(date) if date.to.is_none() && !date.relative => {
                let news = date.from.weekday.is_some() || date.from.hour.is_some();
                let inside = self.piece.at(0).start >= OPENING && !news;
                let month = date.from.year.zip(date.from.month).zip(date.from.day);
                let ((year, month), _) = month.filter(|_| inside)?;
                let month = f64::from(year * 12) + f64::from(month);
                Some(Term::number("month", month).of(ANYTHING))
            }
            _ => None,
        }
    }

    /// A sum of money, of which a short article may have one, that of its story.
    pub(super) fn sum(&self) -> Option<Key> {
        let Said::Figure(amount) = self.said else { return None };
        let (.., measure, rate) = amount.bits();
        let money = matches!(measure, Some((Measure::Money, _)));
        let whole = money && !self.part && !self.earlier && !rate;
        whole.then(|| Term::number("sum", 0.0).of(ANYTHING))
    }

    /// Of what a value tells one of opposite outcomes, by its class, and by the measure that rises or falls: whether somebody
    /// appeals, whether something opens.
    pub(super) fn outcome(&self) -> Option<Key> {
        let Said::Deed(sign) = self.said else { return None };
        let known = self.classed && !self.earlier && sign != 0 && !(self.turn && self.head == 0);
        known.then(|| Term::number("outcome", 0.0).of(self.role ^ self.head.rotate_left(4)))
    }

    /// What became of which thing, for a deed of the lexicon.
    pub(super) fn done(&self) -> Option<Key> {
        match self.said {
            Said::Deed(sign) if self.classed => {
                Some(Term::number("±", f64::from(sign)).of(self.role ^ self.head.rotate_left(4)))
            }
            _ => None,
        }
    }

    /// By what another article tells the same of anything.
    pub(super) fn told_of_anything(&self) -> Option<Key> {
        let number = self.number().filter(|_| !self.is_small())?;
        // A date is seldom of a known event.
        let dated = matches!(self.said, Said::Date(_));
        Some(if dated { number.key() } else { number.of(ANYTHING) })
    }

    /// A figure, or the finest part of a date.
    fn number(&self) -> Option<Term> {
        match &self.said {
            Said::Figure(amount) => {
                // 620 metres are not 620 people.
                let kind = if amount.is_physical() { "u" } else { "=" };
                Some(Term::number(kind, rounded(*amount)?))
            }
            // As it is told, not as it was worked out.
            Said::Date(date) if date.relative => {
                moment(Moment { weekday: date.from.weekday, ..Moment::default() })
            }
            Said::Date(date) => moment(date.from),
            _ => None,
        }
    }

    /// Whether it is a number that stands in any article.
    pub(super) fn is_small(&self) -> bool {
        match &self.said {
            Said::Figure(amount) => amount.single().is_some_and(|x| x.fract() == 0.0 && x < SMALL),
            Said::Date(date) => date.from.weekday.is_some(),
            _ => false,
        }
    }

    /// A date without a day: that of something before, mostly.
    pub(super) fn is_coarse(&self) -> bool {
        match &self.said {
            Said::Date(date) => {
                let from = date.from;
                from.day.is_none() && from.weekday.is_none() && from.hour.is_none()
            }
            _ => false,
        }
    }

    /// A date that is a year and no more of it.
    pub(super) fn is_year(&self) -> bool {
        self.is_coarse() && matches!(&self.said, Said::Date(date) if date.from.month.is_none())
    }

    /// A time of day.
    pub(super) fn is_hour(&self) -> bool {
        matches!(&self.said, Said::Date(date) if date.from.hour.is_some())
    }

    /// A time of day without its day.
    pub(super) fn is_clock_time(&self) -> bool {
        let is_alone = |at: Moment| at.hour.is_some() && at.weekday.is_none() && at.day.is_none();
        matches!(&self.said, Said::Date(date) if is_alone(date.from))
    }

    /// Whether it tells how old somebody is.
    pub(super) fn is_age(&self) -> bool {
        self.role == *AGE
    }

    /// Whether it counts those for or those against something.
    pub(super) fn is_of_side(&self) -> bool {
        self.role == *FOR || self.role == *AGAINST
    }

    /// Whether it tells what was wanted rather than what came.
    pub(super) fn is_sought(&self) -> bool {
        self.role == *SOUGHT
    }

    /// Whether two values are of one kind and measure, so that they can be set against each other.
    pub(super) fn is_comparable(&self, other: &Self) -> bool {
        match (&self.said, &other.said) {
            (Said::Deed(_), Said::Deed(_))
            | (Said::Act(_), Said::Act(_))
            | (Said::Party(_), Said::Party(_))
            | (Said::Stated(_), Said::Stated(_)) => self.role == other.role,
            (Said::Act(_) | Said::Party(_) | Said::Stated(_), _)
            | (_, Said::Act(_) | Said::Party(_) | Said::Stated(_)) => false,
            _ => self.kind() == other.kind(),
        }
    }
}

/// What was asked for, planned or expected is a value of, and need not have come.
pub(super) static SOUGHT: LazyLock<Key> = LazyLock::new(|| Term::class("sought").key());
/// What the votes of either side are values of.
pub(super) static FOR: LazyLock<Key> = LazyLock::new(|| Term::class("vote_for").key());
pub(super) static AGAINST: LazyLock<Key> = LazyLock::new(|| Term::class("vote_against").key());
/// What an age is a value of.
pub(super) static AGE: LazyLock<Key> = LazyLock::new(|| Term::class("age").key());
/// Stands for the thing that a number is of, where it is not known.
const ANYTHING: Key = 1;
/// Whole numbers below it come by chance.
const SMALL: f64 = 13.0;

/// A single value as it is told in any unit: a year and a half is eighteen months.
fn rounded(amount: Amount) -> Option<f64> {
    let told = amount.single()?;
    if !amount.is_measure() || told == 0.0 {
        return Some(told);
    }
    let unit = 10.0_f64.powf(told.abs().log10().floor() - ROUNDED);
    Some((told / unit).round() * unit)
}

/// So many bytes open a sentence: `Sat Nov 12 2011`.
const OPENING: usize = 6;
/// How many digits behind the first tell one measure from another.
const ROUNDED: f64 = 3.0;

/// The finest part of a date by which articles tell it.
fn moment(moment: Moment) -> Option<Term> {
    let part = |kind, x: Option<f64>| x.map(|x| Term::number(kind, x));
    let day = moment.day.zip(moment.month);
    let day = day.map(|(day, month)| f64::from(month) * 100.0 + f64::from(day));
    part("d", day)
        .or_else(|| part("w", moment.weekday.map(f64::from)))
        .or_else(|| part("m", moment.month.map(f64::from)))
        .or_else(|| part("y", moment.year.map(f64::from)))
        .or_else(|| part("h", moment.hour.map(f64::from)))
}

/// Times of day that lie no further apart are one, in minutes.
const ABOUT: i32 = 25;
const HALF_A_DAY: i32 = 12 * 60;

impl Said {
    /// Whether one is where the other begins: `three`, `at least three`.
    pub(super) fn is_bound_of(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Figure(a), Self::Figure(b)) if a.is_bound_of(*b))
    }

    /// How two values of one slot stand to each other; `None` where they cannot be compared.
    pub(super) fn compare(&self, other: &Self) -> Option<Comparison> {
        let same = |same: bool| if same { Comparison::Same } else { Comparison::Differs };
        match (self, other) {
            (Self::Figure(a), Self::Figure(b)) => a.compare(*b),
            (Self::Date(a), Self::Date(b)) => dates(a, b),
            (Self::Place(a), Self::Place(b)) => a.compare(*b),
            (Self::Deed(a), Self::Deed(b)) => Some(same(a == b)),
            (Self::Stated(a), Self::Stated(b)) => Some(same(a == b)),
            (Self::Party(a), Self::Party(b)) => Some(same(a.is(*b))),
            (Self::Act(a), Self::Act(b)) if a == b => Some(Comparison::Same),
            (Self::Act([by, on]), Self::Act(b)) => {
                ([*on, *by] == *b).then_some(Comparison::Differs)
            }
            _ => None,
        }
    }
}

const WEEK: i32 = 7;

/// Compares dates by the calendar where both stand in it, else by weekday, else by the clock.
fn dates(a: &Date, b: &Date) -> Option<Comparison> {
    let counted = a.relative || b.relative;
    // What counts from the day of writing was worked out.
    let told = |date: &Date| Date { relative: false, ..date.clone() };
    let (a, b) = (&told(a), &told(b));
    let days = a.to.is_none() && b.to.is_none();
    let gap = if days { days::between(a.from, b.from) } else { None };
    let weekday = a.from.weekday.is_some() || b.from.weekday.is_some();
    let both = |part: fn(Moment) -> Option<i32>| Some((part(a.from)?, part(b.from)?));
    match date::compare(a, b) {
        // `Tuesday` may be the last one or the next.
        _ if gap == Some(WEEK) && weekday => return Some(Comparison::Meets),
        // One that is further off, or no day, is of something else.
        Some(Comparison::Differs) if counted && gap.is_none_or(|gap| gap > WEEK) => return None,
        Some(comparison) => return Some(comparison),
        None => {}
    }
    if let Some((x, y)) = both(|moment| moment.weekday.map(i32::from)) {
        return Some(if x == y { Comparison::Same } else { Comparison::Differs });
    }
    let minutes =
        |moment: Moment| Some(60 * i32::from(moment.hour?) + moment.minute.map_or(0, i32::from));
    let (x, y) = both(minutes)?;
    if x == y {
        return Some(Comparison::Same);
    }
    // Round the clock, and where nobody says which half of the day is meant round half of it.
    let round = |gap: i32, whole: i32| (gap % whole).min(whole - gap % whole);
    let open = a.from.either || b.from.either;
    let gap = round((x - y).abs(), if open { HALF_A_DAY } else { 2 * HALF_A_DAY });
    Some(match gap {
        // `8:30`, in the evening.
        0..=ABOUT | HALF_A_DAY => Comparison::Meets,
        _ => Comparison::Differs,
    })
}

impl Hash for Said {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Figure(amount) => amount.bits().hash(state),
            Self::Date(date) => (date.from, date.to).hash(state),
            Self::Place(site) => site.hash(state),
            Self::Deed(sign) => sign.hash(state),
            Self::Act(sides) => sides.hash(state),
            Self::Party(party) => party.hash(state),
            Self::Stated(so) => so.hash(state),
        }
    }
}
