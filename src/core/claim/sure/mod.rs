//! What is sure enough to be told as a reason.
//!
//! A claim that was found for a doubtful reason may still be one; a reason that is wrong, cut or says
//! nothing makes the reader doubt all others. So what these files do not hold for sure is not told.
//! The score does not change.

mod change;
mod date;
mod event;
mod name;
mod sight;
mod source;
mod value;

pub(super) use sight::Sight;
