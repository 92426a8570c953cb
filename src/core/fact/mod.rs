//! Typed values found in a text, each with its place.
//!
//! A kind of fact is one file or folder here: its type, how it is found, how two of it compare.
//! [`Fact`] names them all, for whoever goes through the facts of a stretch.

pub mod attribution;
pub mod date;
pub(crate) mod hearsay;
pub mod name;
pub mod quantity;
pub mod quote;

pub use attribution::Attribution;
pub use date::{Date, Moment, Part};
pub use name::{Name, NameKind};
pub use quantity::{Measure, Noun, Quantity, Unit};
pub use quote::Quote;

use crate::core::article::{Span, within};

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

    /// Compares two values of one kind; `None` where they are of two kinds, of kinds without
    /// values, or measure different things. What is unread compares with nothing.
    pub fn compare(&self, other: &Fact<'_>) -> Option<Comparison> {
        match (self, other) {
            (Self::Quantity(a), Fact::Quantity(b)) => quantity::compare(a, b),
            (Self::Date(a), Fact::Date(b)) => date::compare(a, b),
            _ => None,
        }
    }
}
