//! The terminal: taken over, asked for events, and left as it was found.

pub mod clipboard;
pub mod decoder;
pub mod ground;
pub mod guard;
pub mod input;
pub mod probe;
pub mod system;

pub use guard::{Screen, Terminal};
