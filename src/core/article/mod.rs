//! The text of an article: decoded, cleaned, and cut into sentences, words and rows.

pub(crate) mod border;
mod clean;
pub mod columns;
mod counted;
pub mod dateline;
mod decode;
mod document;
pub mod furniture;
pub mod grapheme;
mod gutter;
mod layout;
mod lines;
pub mod margin;
pub mod rows;
pub mod sentence;
mod source;
pub mod span;
pub mod table;
mod title;
pub mod unit;
pub mod width;

pub use clean::{is_hidden, plain};
pub(crate) use decode::misread;
pub use decode::{Encoding, decode};
pub use document::{Document, Inset};
pub use source::{Moment, Source};
pub use span::{Span, begun_before, near, within};
pub use title::title;
