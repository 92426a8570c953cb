//! The terminal: taken over, asked for events, and left as it was found.

pub(crate) mod backend;
pub(crate) mod clipboard;
pub(crate) mod decoder;
pub(crate) mod ground;
pub(crate) mod guard;
pub(crate) mod input;
pub(crate) mod probe;
pub(crate) mod system;

pub(crate) use guard::Screen;
