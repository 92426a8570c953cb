//! What a reader goes through: the detected claims of an article joined with
//! what one has decided and the teammates have. [`Review::of`] is the one join.

mod decide;
mod due;
mod item;
mod join;
mod place;
mod step;
pub mod team;

pub use decide::{amend, confirm, decide, rule};
pub use due::{Due, Why};
pub use item::{Given, Item, Progress, Standing};
pub use join::{Decisions, Review};
pub(in crate::core) use place::place;
pub use place::{Found, Placed, former, is_in_place};
