//! What the user can do: one table of commands with their keys and help.
//!
//! Dispatch, the foot, the help, the palette, the configuration and
//! `docs/keys.md` are all made from it.

pub(crate) mod context;
pub mod docs;
pub(crate) mod group;
pub(crate) mod key;
pub(crate) mod keymap;
pub(crate) mod table;

pub use context::Context;
pub(crate) use group::Group;
pub use key::{Code, Key};
pub use keymap::{Action, Keymap, Origin};
pub use table::{COMMANDS, Command, Entry};
