//! The terminal: taken over, asked for events, and left as it was found.

pub mod clipboard;
pub mod events;
pub mod ground;
pub mod guard;
pub mod probe;

pub use guard::{Screen, Terminal};
