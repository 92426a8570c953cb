//! Finding words in texts: case, accents and typography do not matter unless
//! the query has capitals or accents itself.
//!
//! A text is not folded to be searched. Its bytes are scanned for the rarest
//! letter of the query; what stands around a hit is compared as far as it is
//! ASCII; only the line of a hit that may be a match is folded.

mod excerpt;
mod needle;
mod phrase;
mod query;
mod scan;

pub use excerpt::{Excerpt, excerpts};
pub use needle::Needle;
pub use phrase::Phrase;
pub use query::{NOTED, Query};
