//! What the data is: pure, no file, clock, environment, thread, randomness
//! or terminal. Broken input gives a value, never a failure.

pub mod anchor;
pub mod annotation;
pub mod article;
pub mod claim;
pub mod crosscheck;
pub mod fact;
pub mod filter;
pub mod fuzzy;
pub mod lang;
pub mod review;
pub mod search;
pub mod spelling;
pub mod team;
