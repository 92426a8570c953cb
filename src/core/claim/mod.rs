//! Finding what can be checked: facts, claims, scores and reasons.

pub mod fact;
mod model;

pub use model::{Analysis, Claim, Kind, Reason, Sentence};

use crate::core::text::sentence::sentences;

/// Reads a text and says what in it can be checked.
///
/// All spans are bytes of `text`. Any input gives an answer.
pub fn analyze(text: &str) -> Analysis {
    let sentences = sentences(text).map(|span| Sentence { span, score: 0.0 }).collect();
    Analysis { sentences, ..Analysis::default() }
}
