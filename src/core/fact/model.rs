//! What facts are: the types, without how they are found.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::core::article::{Span, within};
use crate::core::keep::keep;
use crate::core::lang::Unit;

/// What a number alone is read as a year of, where nothing shows that it counts.
pub(crate) const MODERN: RangeInclusive<i32> = 1900..=2050;

/// How two values of the same thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Comparison {
    /// The same value, said equally exactly.
    Same,
    /// Both can be true: ranges meet, a bound holds, one is vaguer.
    Meets,
    /// Both cannot be true of the same thing.
    Differs,
}

/// All typed values of one text, each list in order of place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Figures and what they count.
    pub quantities: Vec<Quantity>,
    /// Dates and times, as far as the text gives them.
    pub dates: Vec<Date>,
    /// Who is said to have said what.
    pub attributions: Vec<Attribution>,
    /// Verbs in the conditional of hearsay: `auraient été déployés`, `reportedly`.
    pub hearsay: Vec<Span>,
    /// Words in quotation marks.
    pub quotes: Vec<Quote>,
    /// Named actors and places.
    pub names: Vec<Name>,
    /// Values that are known to stand there and could not be read. Such a value equals nothing.
    pub unread: Vec<Span>,
}

impl Facts {
    /// Adds those of the next part of a text.
    pub(crate) fn append(&mut self, mut part: Self) {
        self.quantities.append(&mut part.quantities);
        self.dates.append(&mut part.dates);
        self.attributions.append(&mut part.attributions);
        self.hearsay.append(&mut part.hearsay);
        self.quotes.append(&mut part.quotes);
        self.names.append(&mut part.names);
        self.unread.append(&mut part.unread);
    }

    /// Gives back the room that no fact fills.
    pub(crate) fn shrink(&mut self) {
        self.quantities.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.attributions.shrink_to_fit();
        self.hearsay.shrink_to_fit();
        self.quotes.shrink_to_fit();
        self.names.shrink_to_fit();
        self.unread.shrink_to_fit();
    }
}

/// A figure with what it counts: `environ 12 000 soldats nord-coréens`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The whole expression, with its bound words, unit and counted noun.
    pub span: Span,
    /// The figure alone, with its multiplier (`200 millions`); both ends of a range.
    pub figure: Span,
    /// Lower end of what is said; `None` under `moins de`. Equals `high` for a single value.
    pub low: Option<f64>,
    /// Upper end of what is said; `None` under `plus de`.
    pub high: Option<f64>,
    /// Said as about so much: `environ`, `près de`, `plusieurs`.
    pub vague: bool,
    /// And as less than that: `presque`, `nearly`, `frôle`.
    pub short: bool,
    /// The unit or currency, where the figure is a measure.
    pub unit: Option<Unit>,
    /// What is counted or measured: `soldats`, the `riz` of `700 000 tonnes de riz`.
    pub noun: Option<Noun>,
    /// The stretch of time or the thing it is for each of: `mois` in `2 000 dollars par mois`.
    pub per: Option<Span>,
}

impl Quantity {
    /// The one figure that is said, whatever bounds it; `None` for a true range.
    pub fn value(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) => {
                ((low - high).abs() <= f64::EPSILON * low.abs()).then_some(low)
            }
            (low, high) => low.or(high),
        }
    }

    /// Lower and upper end in the base unit of the measure (metres, kilograms, seconds…).
    pub fn in_base(&self) -> (Option<f64>, Option<f64>) {
        let scale = self.unit.map_or(1.0, |unit| unit.scale);
        (self.low.map(|x| x * scale), self.high.map(|x| x * scale))
    }
}

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noun {
    /// The words, modifiers included: `soldats nord-coréens`.
    pub span: Span,
    /// The head as a folded stem: `soldat`. Only good for comparing.
    pub stem: Box<str>,
    /// The modifiers as folded stems, in order: `nord-coreen`.
    pub modifiers: Box<[Box<str>]>,
}

/// A date, time or period, only as exact as the text is: nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// The day or the start of the period.
    pub from: Moment,
    /// The end of the period, where one is said: `de 2022 à 2024`.
    pub to: Option<Moment>,
    /// Counted from the day of writing: `hier`, `la semaine dernière`.
    pub relative: bool,
}

keep!(struct Date { span, from, to, relative });

/// A point in time with the parts that are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The day of the week, 1 (Monday) to 7.
    pub weekday: Option<u8>,
    /// The hour, 0 to 24.
    pub hour: Option<u8>,
    /// The minute.
    pub minute: Option<u8>,
    /// The hour may be twelve more: `half past six`, which half of the day nobody says.
    pub either: bool,
    /// Which part of the year or month: `fin octobre`.
    pub part: Option<Part>,
    /// Month and day in an order that nobody knows: `3/4/2024`.
    pub unsure: Option<(u8, u8)>,
}

keep!(struct Moment { year, month, day, weekday, hour, minute, either, part, unsure });

/// A part of a year or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// `début`, `early`.
    Early,
    /// `mi-`, `mid`.
    Middle,
    /// `fin`, `late`.
    Late,
    /// A quarter of the year, 1 to 4: `T1`, `third quarter`.
    Quarter(u8),
    /// A half of the year, 1 or 2: `first half`.
    Half(u8),
}

keep!(enum Part { 0 Early, 1 Middle, 2 Late, 3 Quarter(number), 4 Half(number) });

impl Part {
    /// Its stable name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Middle => "middle",
            Self::Late => "late",
            Self::Quarter(1) => "q1",
            Self::Quarter(2) => "q2",
            Self::Quarter(3) => "q3",
            Self::Quarter(_) => "q4",
            Self::Half(1) => "h1",
            Self::Half(_) => "h2",
        }
    }

    /// The months of the year that it may mean, first and last, where it is a part of a year.
    pub(crate) const fn months(self) -> (u8, u8) {
        match self {
            Self::Early => (1, 5),
            Self::Middle => (5, 8),
            Self::Late => (8, 12),
            Self::Quarter(n) => (3 * n - 2, 3 * n),
            Self::Half(n) => (6 * n - 5, 6 * n),
        }
    }
}

/// A source and what it is made to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The whole expression: `selon les services de renseignement sud-coréens`.
    pub span: Span,
    /// The source alone: `les services de renseignement sud-coréens`. For a pronoun the one it
    /// stands for, earlier in the text; `None` where nobody was named that it could stand for.
    pub source: Option<Span>,
    /// What it says, inside the same sentence.
    pub content: Span,
    /// Whether it denies rather than affirms: `nient`, `dément`.
    pub denies: bool,
}

/// Words in quotation marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// With the marks.
    pub span: Span,
    /// Who says them, where a rule finds it.
    pub speaker: Option<Span>,
}

/// A named actor or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The form that joins its variants, folded: `russie` for Russie, russe,
    /// Moscou, Russia. Shared by all names of a text that have it.
    pub key: Arc<str>,
    /// What it names, as far as lexicon and form tell.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A state, or its capital or government standing for it.
    State,
    /// Those of a state: `sud-coréens`, `Russian`.
    People,
    /// An acronym or an organisation.
    Organisation,
    /// Anything else with a capital.
    #[default]
    Other,
}

impl Facts {
    /// All facts of one kind, in order of place.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = Fact<'_>> {
        self.within(Span::new(0, usize::MAX)).filter(move |fact| fact.kind() == kind)
    }

    /// All facts that lie in or reach into a stretch, kind by kind, each kind in order of place.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Fact<'_>> {
        let quantities = within(&self.quantities, span, |q| q.span).iter().map(Fact::Quantity);
        let dates = within(&self.dates, span, |d| d.span).iter().map(Fact::Date);
        let sources = within(&self.attributions, span, |a| a.span).iter().map(Fact::Attribution);
        let hearsay = within(&self.hearsay, span, |s| *s).iter().map(Fact::Hearsay);
        let quotes = within(&self.quotes, span, |q| q.span).iter().map(Fact::Quote);
        let names = within(&self.names, span, |n| n.span).iter().map(Fact::Name);
        let unread = within(&self.unread, span, |s| *s).iter().map(Fact::Unread);
        let told = sources.chain(hearsay).chain(quotes).chain(names);
        quantities.chain(dates).chain(told).chain(unread)
    }
}

/// One fact of any kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact<'a> {
    /// A figure with what it counts.
    Quantity(&'a Quantity),
    /// A date, time or period.
    Date(&'a Date),
    /// A source and what it is made to say.
    Attribution(&'a Attribution),
    /// A verb that only reports.
    Hearsay(&'a Span),
    /// Words in quotation marks.
    Quote(&'a Quote),
    /// A named actor or place.
    Name(&'a Name),
    /// A value that could not be read.
    Unread(&'a Span),
}

impl Fact<'_> {
    /// What kind it is of.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Quantity(_) => Kind::Quantity,
            Self::Date(_) => Kind::Date,
            Self::Attribution(_) => Kind::Attribution,
            Self::Hearsay(_) => Kind::Hearsay,
            Self::Quote(_) => Kind::Quote,
            Self::Name(_) => Kind::Name,
            Self::Unread(_) => Kind::Unread,
        }
    }

    /// Where it stands.
    pub const fn span(&self) -> Span {
        match self {
            Self::Quantity(quantity) => quantity.span,
            Self::Date(date) => date.span,
            Self::Attribution(attribution) => attribution.span,
            Self::Hearsay(span) | Self::Unread(span) => **span,
            Self::Quote(quote) => quote.span,
            Self::Name(name) => name.span,
        }
    }

    /// Whether it is a value that can be compared with others of its kind.
    pub const fn has_value(&self) -> bool {
        matches!(self, Self::Quantity(_) | Self::Date(_))
    }
}

/// The kinds of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Fact::Quantity`].
    Quantity,
    /// [`Fact::Date`].
    Date,
    /// [`Fact::Attribution`].
    Attribution,
    /// [`Fact::Hearsay`].
    Hearsay,
    /// [`Fact::Quote`].
    Quote,
    /// [`Fact::Name`].
    Name,
    /// [`Fact::Unread`].
    Unread,
}

impl Kind {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Quantity,
        Self::Date,
        Self::Attribution,
        Self::Hearsay,
        Self::Quote,
        Self::Name,
        Self::Unread,
    ];

    /// What its facts are called in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantities",
            Self::Date => "dates",
            Self::Attribution => "attributions",
            Self::Hearsay => "hearsay",
            Self::Quote => "quotes",
            Self::Name => "names",
            Self::Unread => "unread",
        }
    }
}
