//! Finding who is said to have said what.

mod border;
mod bracket;
mod find;
mod phrase;
mod pronoun;
mod verb;

pub(crate) use find::find;
