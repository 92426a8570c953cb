//! What changes the model: one file per family of commands, none of which opens a dialog.

pub(super) mod adjudicate;
pub(super) mod answer;
pub(super) mod article;
pub(super) mod bulk;
pub(super) mod copy;
pub(super) mod filter;
pub(super) mod folder;
pub(super) mod follow;
pub(super) mod kept;
pub(super) mod list;
pub(super) mod mark;
pub(super) mod mouse;
pub(super) mod panes;
pub(super) mod preview;
pub(super) mod related;
mod repeat;
pub(super) mod search;
pub(super) mod select;
pub(super) mod settle;
pub(super) mod share;
pub(super) mod sight;
pub(super) mod talk;
pub(super) mod verdict;
pub(super) mod work;
