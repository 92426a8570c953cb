//! What people decided: verdicts, annotations, the notebook of one person
//! on one article, edits and their inverse, merging, the team's view.

mod label;
mod model;

pub use label::{Hue, Label};
pub use model::{
    Annotation, AnnotationId, BlobId, Evidence, Extra, Notebook, Selector, Stance, VerdictId,
};
