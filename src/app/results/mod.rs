//! Writing the results of a desk, for the command line and the reader: article by article, so
//! that a desk of any size is written without being held in memory.

mod choices;
mod order;
mod read;
mod survey;
mod write;

pub(in crate::app) use choices::by_id;
pub use choices::choices;
pub(crate) use order::{Order, Place, Stopped, Written};
pub(crate) use write::{pieces, write};
