//! What changes: the model, what can happen to it, what it asks for.
//!
//! One [`Msg`] in, `update` changes the [`Model`] and gives [`Effect`]s out.
//! Nothing here touches a file, a clock or the terminal.

pub mod browse;
pub mod confirm;
mod copy;
pub mod desk;
pub mod dialog;
pub mod editor;
pub mod evidence;
pub mod filter;
pub mod find;
pub mod geometry;
pub mod help;
pub mod history;
pub mod list;
pub mod look;
pub mod model;
mod mouse;
pub mod note;
pub mod notice;
pub mod overview;
pub mod palette;
mod panes;
pub mod picker;
pub mod reader;
pub mod related;
pub mod repeat;
pub mod search;
pub mod select;
mod settle;
pub mod signal;
pub mod surveys;
pub mod tags;
pub mod team;
#[cfg(test)]
mod testing;
pub mod tutor;
mod update;
pub mod verdict;

pub use model::{Model, Pane, Settings};
pub use note::offer as offer_note;
pub use panes::{is_browsing, passes_by};
pub use signal::{Done, Effect, Loaded, Msg, Stamp};
pub use update::{act, is_bound, open as go_to, update};
