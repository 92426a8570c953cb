//! What is on disk: the only code that reads and writes a desk.
//!
//! [`desk`] knows the folders and turns names into paths that cannot leave
//! them; [`listing`] finds the articles; [`mod@format`] turns notebooks into bytes
//! and back; [`notebook`] reads and saves one notebook's file among other
//! writers, over the small trait in [`files`] that tests break on purpose; [`driver`] merges
//! for git, [`setup`] prepares a desk, [`session`] keeps what is the user's own, [`outside`]
//! writes what leaves the desk. [`history`] is what version control may be asked, [`source`] what
//! is known of an article's origin, `rename` and `copies` see to files under other names, [`intake`] takes in new articles, and `inside` the check that
//! nothing leaves the desk.

pub mod annotator;
mod copies;
pub mod desk;
pub mod driver;
pub mod files;
pub mod format;
pub mod history;
mod inside;
pub mod intake;
mod kind;
pub mod listing;
pub mod notebook;
pub mod outside;
pub mod refusal;
mod rename;
pub mod session;
pub mod setup;
mod slug;
pub mod source;
