//! A desk as the rest of the program meets it: the one way from files to
//! documents, and from documents, claims and notebooks to a review.

pub mod again;
pub mod changes;
mod identity;
mod library;
mod opened;
mod orphans;
pub mod share;
mod sheet;
mod strayed;
pub mod watch;

pub use library::{Detector, Library, Notebooks};
pub use opened::Opened;
pub use orphans::Orphan;
pub use sheet::Sheet;
pub use strayed::{StayError, Strayed};

use crate::core::article::Document;

/// Bytes as a document. Everything that is read becomes one here.
pub fn document(bytes: Vec<u8>) -> Document {
    Document::new(bytes)
}
