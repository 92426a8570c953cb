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

use crate::core::article::Document;

/// Bytes as a document. Everything that is read becomes one here.
pub(crate) fn document(bytes: Vec<u8>) -> Document {
    Document::new(bytes)
}
