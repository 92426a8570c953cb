//! The text of an article: decoded, cleaned, and cut into sentences, words and rows.

mod clean;
mod decode;
mod document;
pub mod rows;
pub mod span;
pub mod width;

pub use decode::Encoding;
pub use document::Document;
pub use span::Span;
