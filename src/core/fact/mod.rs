//! Typed values found in a text, each with its place.
//!
//! `model.rs` holds their types; a kind of fact is one file or folder here: how it is found, how
//! two of it compare. [`Fact`] names them all, for whoever goes through the facts of a stretch.

pub(crate) mod attribution;
pub mod date;
pub(crate) mod hearsay;
mod model;
pub(crate) mod name;
pub mod quantity;
pub(crate) mod quote;

pub use model::{
    Attribution, Comparison, Date, Facts, Moment, Name, NameKind, Noun, Part, Quantity, Quote,
};

pub use crate::core::lang::{Measure, Unit};

use crate::core::article::{Span, within};

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

    /// Whether it is a value that can be compared with others of its kind.
    pub const fn has_value(&self) -> bool {
        matches!(self, Self::Quantity(_) | Self::Date(_))
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
