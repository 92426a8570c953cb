//! What is to be opened on a claim once its article is there.

use super::about::About;
use crate::command::Command;

/// Something to open on a claim.
#[derive(Clone, Debug)]
pub struct Offer {
    pub(in crate::state) about: About,
    pub(in crate::state) what: Offered,
}

/// What it is.
#[derive(Clone, Debug)]
pub(crate) enum Offered {
    /// A note that an earlier session left unfinished.
    Recovered(String),
    /// The dialog of this command.
    Dialog(Command),
}
