//! What people decided: verdicts, annotations, the notebook of one person
//! on one article, the table of their fields, edits and their inverse, merging.

mod blob;
mod choice;
pub mod edit;
pub mod field;
mod label;
pub mod link;
pub mod memory;
pub mod merge;
mod model;
mod notebook;
pub mod team;
pub mod value;

/// The longest claim that telephones show whole, in code points (Google, `ClaimReview`).
pub const SHORT: usize = 75;

pub use label::{Hue, Label, Need};
pub use model::{
    Annotation, AnnotationId, BlobId, Evidence, Final, Remark, Rival, Selector, Stance, VerdictId,
    Work,
};
pub use notebook::{Annotations, Book, Notebook};
pub use value::{Extra, Unknown};
