//! Languages: which one a text is in, its words as data, tokens, stems.
//!
//! A language with a pack is a variant in `language.rs`, a file in `packs/` and a stemmer in
//! `stem.rs`.

mod compound;
mod detect;
mod language;
pub(crate) mod lexicon;
pub(crate) mod reading;
pub(crate) mod stem;
pub(crate) mod tense;
pub(crate) mod token;
mod unit;
pub mod word;
pub(crate) mod words;

pub use language::Language;
pub use unit::{Measure, Unit};
