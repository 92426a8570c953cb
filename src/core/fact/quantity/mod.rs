//! Figures and what they count: finding, comparing. Their types stand in `model.rs`.

mod compare;
mod figure;
mod find;
mod label;
mod noun;
pub(super) mod number;
mod share;
mod unit;

pub(crate) use compare::Amount;
pub use compare::compare;
pub(crate) use find::find;
