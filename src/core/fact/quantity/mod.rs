//! Figures and what they count: finding, comparing. Their types stand in `model.rs`.

mod bound;
mod compare;
mod doubt;
mod figure;
mod find;
mod label;
mod noun;
pub(super) mod number;
mod power;
mod range;
mod rank;
mod share;
pub(super) mod source;
mod sum;
mod unit;

pub(crate) use compare::Amount;
pub use compare::compare;
pub(crate) use find::find;
