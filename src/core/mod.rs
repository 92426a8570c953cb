//! What the data is: pure, no file, clock, environment, thread, randomness
//! or terminal. Broken input gives a value, never a failure.

pub mod anchor;
pub mod annotation;
pub mod article;
pub mod claim;
pub mod crosscheck;
pub mod fact;
#[doc(hidden)]
pub mod filter;
#[doc(hidden)]
pub mod fuzzy;
#[doc(hidden)]
pub mod keep;
pub mod lang;
mod looks;
#[doc(hidden)]
pub mod palette;
pub mod place;
#[doc(hidden)]
pub mod review;
#[doc(hidden)]
pub mod search;
#[doc(hidden)]
pub mod spelling;
#[doc(hidden)]
pub mod team;
#[doc(hidden)]
pub mod typed;
