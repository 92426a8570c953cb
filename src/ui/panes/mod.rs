//! The panes, the foot and the lesson's strip, a file each.

pub(super) mod articles;
pub(super) mod claim;
pub(super) mod foot;
pub(super) mod select;
pub(super) mod text;
pub(super) mod tutor;
