//! A desk as the rest of the program meets it: the one way from files to
//! documents, and from documents, claims and notebooks to a review.

pub(crate) mod again;
pub(crate) mod changes;
mod identity;
mod library;
mod opened;
mod orphans;
pub(crate) mod share;
mod sheet;
mod strayed;
mod undone;
pub(crate) mod unsaved;
pub(crate) mod watch;

pub use library::{Detector, Library, Notebooks};
pub(crate) use opened::Opened;
pub(crate) use orphans::Orphan;
pub(crate) use sheet::Sheet;
pub(crate) use strayed::{StayError, Strayed};

use crate::core::article::{Document, Source};
use crate::core::claim::Analysis;
use crate::core::fact::date::day;

/// What is known of where an article comes from; where nothing else tells when it was published, its
/// own dateline does: to lists, filters and reports alike.
pub(crate) fn dated(mut source: Source, document: &Document, analysis: &Analysis) -> Source {
    let told = source.published.take();
    source.published = told.or_else(|| day(document.text(), &analysis.facts.dates));
    source
}

/// Bytes as a document. Everything that is read becomes one here.
pub(crate) fn document(bytes: Vec<u8>) -> Document {
    Document::new(bytes)
}
