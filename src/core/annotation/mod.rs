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
pub mod team;
pub mod value;

pub use label::{Hue, Label};
pub use model::{
    Annotation, AnnotationId, BlobId, Evidence, Final, Notebook, Remark, Rival, Selector, Stance,
    VerdictId, Work,
};
pub use value::{Extra, Unknown};
