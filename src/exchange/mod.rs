//! What leaves a desk and comes into it: reports, and the formats of other tools.
//!
//! Everything here is pure conversion. Out: one `Article` after the other goes into a
//! `Writer`, which gives pieces of files, so that a desk of any size is written without being
//! held in memory. The effective verdict of a claim is what goes out; formats that name an author
//! have each person's. In: a `Reader` of `import` makes verdicts of the text of a file.

mod brat;
mod cas;
mod claimreview;
mod csv;
mod doccano;
pub(crate) mod import;
mod jsonl;
mod label_studio;
mod refi_qda;
pub(crate) mod report;
mod results;
pub(crate) mod sarif;
mod w3c;
mod xml;

use crate::i18n::{Text, text};

pub(crate) use claimreview::{Missing, Publisher};
pub(crate) use results::{Article, Claim, Difference, Gap, Header, Other, Said, Valued};

/// A format that is written for other tools.
#[derive(Debug)]
pub(crate) struct Format {
    /// Its id on the command line.
    pub id: &'static str,
    /// What it is.
    pub what: Text,
    /// The file it is written as, or the main one of several.
    pub file: &'static str,
    /// Whether it takes several files, so that a folder must be named.
    pub is_folder: bool,
    /// Begins to write it.
    pub open: fn() -> Box<dyn Writer>,
}

/// All formats.
pub(crate) const FORMATS: &[Format] = &[
    Format {
        id: "csv",
        what: text(
            "a table for spreadsheets, a row per claim and person",
            "tableau pour tableurs, une ligne par affirmation et personne",
        ),
        file: "verdicts.csv",
        is_folder: false,
        open: || Box::new(csv::Csv),
    },
    Format {
        id: "jsonl",
        what: text(
            "an object a line per claim, for programs",
            "un objet par ligne et affirmation, pour programmes",
        ),
        file: "verdicts.jsonl",
        is_folder: false,
        open: || Box::new(jsonl::Jsonl),
    },
    Format {
        id: "w3c",
        what: text("W3C Web Annotations, one a line", "Web Annotations du W3C, une par ligne"),
        file: "annotations.jsonl",
        is_folder: false,
        open: || Box::new(w3c::W3c),
    },
    Format {
        id: "claimreview",
        what: text(
            "ClaimReview of schema.org, for search engines",
            "ClaimReview de schema.org, pour moteurs de recherche",
        ),
        file: "claimreview.json",
        is_folder: false,
        open: || Box::<claimreview::ClaimReview>::default(),
    },
    Format {
        id: "brat",
        what: text(
            "brat standoff: a text and its annotations per article",
            "brat : un texte et ses annotations par article",
        ),
        file: "annotation.conf",
        is_folder: true,
        open: || Box::<brat::Brat>::default(),
    },
    Format {
        id: "doccano",
        what: text("doccano, an article a line", "doccano, un article par ligne"),
        file: "doccano.jsonl",
        is_folder: false,
        open: || Box::<doccano::Doccano>::default(),
    },
    Format {
        id: "label-studio",
        what: text(
            "Label Studio: tasks and their configuration",
            "Label Studio : tâches et leur configuration",
        ),
        file: "tasks.json",
        is_folder: true,
        open: || Box::<label_studio::LabelStudio>::default(),
    },
    Format {
        id: "cas",
        what: text(
            "UIMA CAS for INCEpTION: XMI per article, and the type system",
            "CAS UIMA pour INCEpTION : un XMI par article et le système de types",
        ),
        file: "TypeSystem.xml",
        is_folder: true,
        open: || Box::new(cas::Cas),
    },
    Format {
        id: "refi-qda",
        what: text(
            "REFI-QDA project for NVivo, ATLAS.ti, MAXQDA and QualCoder",
            "projet REFI-QDA pour NVivo, ATLAS.ti, MAXQDA et QualCoder",
        ),
        file: "project.qdpx",
        is_folder: false,
        open: || Box::<refi_qda::RefiQda>::default(),
    },
];

impl Format {
    /// The format of an id.
    pub(crate) fn of(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id)
    }
}

/// A part of what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// The next part of the main file.
    Part(Vec<u8>),
    /// Another file as a whole: its name below the folder, with `/` between folders.
    File(String, Vec<u8>),
}

impl Piece {
    fn part(text: impl Into<String>) -> Vec<Self> {
        vec![Self::Part(text.into().into_bytes())]
    }

    fn file(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::File(name.into(), text.into().into_bytes())
    }
}

/// Writes a desk in one format, article by article.
pub(crate) trait Writer: Send {
    /// What stands before the first article.
    fn begin(&mut self, desk: &Header) -> Vec<Piece> {
        let _ = desk;
        Vec::new()
    }

    /// The next article.
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece>;

    /// Whether a claim that somebody decided is written.
    fn takes(&self, claim: &Claim) -> bool {
        let _ = claim;
        true
    }

    /// What stands after the last one.
    ///
    /// # Errors
    ///
    /// What the format requires and the desk does not say; then nothing is to be written.
    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        let _ = desk;
        Ok(Vec::new())
    }
}
