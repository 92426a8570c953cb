//! Dates, times and periods: the type, finding, comparing.

mod compare;
mod find;

pub use compare::compare;
pub(crate) use find::find;

use crate::core::article::Span;

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

/// A point in time with the parts that are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// Which part of the year or month: `fin octobre`.
    pub part: Option<Part>,
}

/// A part of a year or month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
