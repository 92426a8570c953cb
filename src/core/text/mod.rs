//! The text of an article: decoded, cleaned, and cut into sentences, words and rows.

pub mod span;

pub use span::Span;
