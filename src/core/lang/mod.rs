//! Languages: which one a text is in, its words as data, tokens, stems.
//!
//! A language with a pack is a variant and a row in `language.rs` and a file in `packs/`; its name
//! is a row of `i18n`'s messages.

mod compound;
mod detect;
mod fold;
#[cfg(test)]
pub(crate) mod form;
#[cfg(test)]
mod laid;
mod language;
pub(crate) mod lexicon;
mod others;
mod packing;
pub(crate) mod reading;
pub(crate) mod settings;
pub(crate) mod stem;
pub(crate) mod table;
pub(crate) mod tense;
pub(crate) mod token;
mod unit;
mod verb;
pub mod word;
pub(crate) mod words;

pub use language::Language;
pub use unit::{Measure, Unit};
