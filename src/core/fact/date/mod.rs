//! Dates, times and periods: finding, comparing. Their types stand in `model.rs`.

mod calendar;
mod clock;
mod compare;
mod find;
mod head;
mod numeric;
mod order;
mod period;
mod spoken;
mod year;

pub use compare::compare;
pub(crate) use find::find;
pub use head::day;
pub(crate) use order::settle;
