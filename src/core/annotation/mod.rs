//! What people decided: verdicts, annotations, the notebook of one person
//! on one article, edits and their inverse, merging, the team's view.

mod blob;
pub mod edit;
mod label;
pub mod link;
pub mod memory;
pub mod merge;
mod model;

pub use label::{Hue, Label};
pub use model::{
    Annotation, AnnotationId, BlobId, Evidence, Extra, Notebook, Rival, Selector, Stance, Unknown,
    VerdictId,
};
