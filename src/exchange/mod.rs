//! What leaves a desk: reports and the formats of other tools.
//!
//! Everything here is pure conversion from one value, the [`Results`] of a
//! desk, to text. The effective verdict of a claim is what goes out; the
//! verdict of each person stands beside it, with the person's name.

mod brat;
mod claimreview;
mod csv;
mod doccano;
mod jsonl;
mod label_studio;
pub mod report;
mod results;
mod w3c;

pub use claimreview::{Missing, Publisher};
pub use results::{Article, Claim, Effective, Results};

/// A format that is written for other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A table for spreadsheets.
    Csv,
    /// An object a line, for programs.
    Jsonl,
    /// Web annotations of the W3C.
    W3c,
    /// Fact-check markup of schema.org, as search engines read it.
    ClaimReview,
    /// Standoff files of brat.
    Brat,
    /// Lines for doccano.
    Doccano,
    /// Tasks for Label Studio.
    LabelStudio,
}

/// The formats by their ids, each with what it is.
pub const TARGETS: &[(Target, &str, &str)] = &[
    (Target::Csv, "csv", "a table for spreadsheets, a row per claim and person"),
    (Target::Jsonl, "jsonl", "an object a line per claim, for programs"),
    (Target::W3c, "w3c", "W3C Web Annotations, one a line"),
    (Target::ClaimReview, "claimreview", "ClaimReview of schema.org, for search engines"),
    (Target::Brat, "brat", "brat standoff: a text and its annotations per article"),
    (Target::Doccano, "doccano", "doccano, an article a line"),
    (Target::LabelStudio, "label-studio", "Label Studio: tasks and their configuration"),
];

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name below the folder that was asked for, with `/` between folders.
    pub name: String,
    /// Its contents.
    pub text: String,
}

impl Output {
    fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), text }
    }
}

impl Target {
    /// The format of an id.
    pub fn of(id: &str) -> Option<Self> {
        TARGETS.iter().find(|row| row.1 == id).map(|row| row.0)
    }

    /// Whether it takes several files, so that a folder must be named.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Brat | Self::LabelStudio)
    }

    /// Writes the results of a desk.
    ///
    /// # Errors
    ///
    /// What a format requires and the desk does not say.
    pub fn write(
        self,
        results: &Results,
        publisher: &Publisher,
    ) -> Result<Vec<Output>, Vec<Missing>> {
        Ok(match self {
            Self::Csv => vec![Output::new("verdicts.csv", csv::write(results))],
            Self::Jsonl => vec![Output::new("verdicts.jsonl", jsonl::write(results))],
            Self::W3c => vec![Output::new("annotations.jsonl", w3c::write(results))],
            Self::ClaimReview => {
                vec![Output::new("claimreview.json", claimreview::write(results, publisher)?)]
            }
            Self::Brat => brat::write(results),
            Self::Doccano => vec![Output::new("doccano.jsonl", doccano::write(results))],
            Self::LabelStudio => label_studio::write(results),
        })
    }
}
