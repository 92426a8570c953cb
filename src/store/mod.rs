//! What is on disk: the only code that reads and writes a desk.
//!
//! [`desk`] knows the folders and turns names into paths that cannot leave
//! them, `article` reads what they lead to; [`listing`] finds the articles; [`mod@format`] turns notebooks into bytes
//! and back; [`notebook`] reads and saves one notebook's file among other
//! writers, over the small trait in [`files`] that tests break on purpose; [`driver`] merges
//! for git, `setup` prepares a desk, `session` keeps what is the user's own, `outside`
//! writes what leaves the desk, [`draft`] is a note in the person's own editor. `history` is what version control may be asked, `source` what
//! is known of an article's origin, `intake` takes in new articles, `rename` and `copies` see to
//! files under other names, `aside` keeps what could not be saved, and `inside` is the check that nothing leaves the desk.

mod access;
#[doc(hidden)]
pub mod annotator;
#[doc(hidden)]
pub(crate) mod article;
pub(crate) mod aside;
#[doc(hidden)]
pub(crate) mod cache;
#[doc(hidden)]
pub(crate) mod census;
mod copies;
#[doc(hidden)]
pub mod desk;
#[doc(hidden)]
pub mod draft;
#[doc(hidden)]
pub mod driver;
#[doc(hidden)]
pub mod files;
pub mod format;
#[doc(hidden)]
pub(crate) mod history;
mod inside;
#[doc(hidden)]
pub(crate) mod intake;
mod kind;
#[doc(hidden)]
pub mod listing;
#[doc(hidden)]
pub mod notebook;
#[doc(hidden)]
pub(crate) mod outside;
#[doc(hidden)]
pub mod refusal;
mod rename;
#[doc(hidden)]
pub(crate) mod session;
#[doc(hidden)]
pub(crate) mod setup;
mod slug;
#[doc(hidden)]
pub(crate) mod source;
pub(crate) mod unfinished;
