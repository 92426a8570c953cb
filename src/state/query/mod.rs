//! What is asked of the model: pure answers, for handlers and drawing alike.

pub mod annotation;
pub(crate) mod browsing;
pub(crate) mod claimless;
pub(crate) mod due;
pub(crate) mod geometry;
pub(crate) mod keys;
pub(crate) mod links;
pub(crate) mod names;
pub(crate) mod preview;
pub(crate) mod related;
pub(crate) mod search;
pub(crate) mod story;
pub(crate) mod team;
pub mod tutor;
