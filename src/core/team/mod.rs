//! What several people make of the same claims: units, agreement, who checks what.

pub mod agreement;
pub mod assign;
mod random;
pub mod spans;
pub mod unit;
