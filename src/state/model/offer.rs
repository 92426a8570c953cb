//! What is to be opened on a claim once its article is there.

use super::about::About;
use crate::command::Command;

/// A dialog to open on a claim.
#[derive(Clone, Debug)]
pub struct Offer {
    pub(in crate::state) about: About,
    /// What opens it.
    pub(in crate::state) command: Command,
}
