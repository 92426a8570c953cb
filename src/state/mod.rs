//! What changes: the model, what can happen to it, what it asks for.
//!
//! One [`Msg`] in, `update` changes the [`Model`] and gives [`Effect`]s out.
//! Nothing here touches a file, a clock or the terminal.
//!
//! ```text
//! model ◄── query ◄── act ◄── dialogs ◄── update
//! types     answers   panes   what lies   the dispatcher
//!                             over them
//! ```
//!
//! What stands further left names nothing to its right, and no file of the
//! folder names this one: `tests/it/layering.rs` holds both.

mod act;
mod answers;
pub(crate) mod dialogs;
mod done;
pub mod model;
mod outside;
pub mod query;
#[cfg(test)]
mod testing;
mod update;

pub(crate) use act::article::open as go_to;
pub(crate) use dialogs::confirm::unsaved;
pub(crate) use dialogs::note::written as written_note;
pub(crate) use dialogs::written::{offer as offer_left, unfinished};
pub use model::Model;
pub use model::settings::{Pane, Settings};
pub use model::signal::{Done, Effect, Msg, Stamp};
pub(crate) use query::browsing::{is_bound, is_browsing, passes_by};
pub use update::update;
