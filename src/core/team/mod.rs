//! What several people make of the same claims: units, agreement, who checks what.

pub mod agreement;
pub mod assign;
pub mod change;
pub mod edited;
pub mod near;
pub mod opinion;
pub mod outline;
pub mod panel;
pub mod progress;
mod random;
pub mod roster;
pub mod spans;
pub mod status;
pub mod talk;
pub mod unit;
