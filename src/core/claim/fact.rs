//! Typed values found in a text, each with its place.

use crate::core::text::Span;

/// All typed values of one text, each list in order of place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Figures and what they count.
    pub quantities: Vec<Quantity>,
    /// Dates, as far as the text gives them.
    pub dates: Vec<Date>,
    /// Who is said to have said what.
    pub attributions: Vec<Attribution>,
    /// Words in quotation marks.
    pub quotes: Vec<Quote>,
    /// Named actors and places.
    pub names: Vec<Name>,
}

/// A figure with what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The whole expression, the counted noun included.
    pub span: Span,
    /// Lower end of what is said; equals `high` for a single value.
    pub low: Option<f64>,
    /// Upper end of what is said.
    pub high: Option<f64>,
    /// Said as about so much: `environ`, `près de`, `plusieurs`.
    pub vague: bool,
    /// The counted noun, unit or currency, as a stem (`soldat`, `USD`, `t`).
    pub unit: Option<String>,
}

/// A date or period, only as exact as the text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// The year, where it is said.
    pub year: Option<i32>,
    /// The month, 1 to 12, where it is said.
    pub month: Option<u8>,
    /// The day of the month, where it is said.
    pub day: Option<u8>,
}

/// A source and what it is made to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The whole expression: `selon les services de renseignement sud-coréens`.
    pub span: Span,
    /// The source alone: `les services de renseignement sud-coréens`.
    pub source: Span,
    /// The sentence or clause that it says.
    pub content: Span,
    /// Whether it denies rather than affirms.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The form that joins its variants: `russie` for Russie, russe, Moscou.
    pub key: String,
}
