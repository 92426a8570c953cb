//! What is asked of the model: pure answers, for handlers and drawing alike.

pub mod annotation;
pub mod browsing;
pub mod due;
pub mod geometry;
pub mod keys;
pub mod links;
pub mod names;
pub mod preview;
pub mod related;
pub mod search;
pub mod story;
pub mod team;
pub mod tutor;
