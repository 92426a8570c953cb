//! A desk as the rest of the program meets it: the one way from files to
//! documents, and from documents, claims and notebooks to a review.

pub mod again;
mod library;
mod opened;
pub mod watch;

pub use library::{Detector, Library, Notebooks};
pub use opened::Opened;

use crate::core::article::Document;

/// Bytes as a document. Everything that is read becomes one here.
pub fn document(bytes: Vec<u8>) -> Document {
    Document::new(bytes)
}
