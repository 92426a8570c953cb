//! What the command line says to people, a table per area.
//!
//! What the reader says in the same words stands in [`super::messages`]; names of subcommands,
//! options, settings and fields are the same in both languages.

mod check;
mod desk;
mod doctor;
mod intake;
mod names;
mod results;
mod settings;
mod team;
mod usage;

pub(crate) use check::*;
pub(crate) use desk::*;
pub(crate) use doctor::*;
pub(crate) use intake::*;
pub(crate) use names::{known_name, name};
pub(crate) use results::*;
pub(crate) use settings::*;
pub(crate) use team::*;
pub(crate) use usage::*;

pub(crate) use super::messages::{
    BECOMES, N_DISPUTED, N_FOR_OTHERS, N_STALE, OPEN, QUOTED, REASON as OF, UNDECIDABLE, UNWRITTEN,
};
pub(crate) use super::team::{
    ARTICLE_ADDED, ARTICLE_EDITED, ARTICLE_REMOVED, DID_RENAME, DUE, EDIT_UNDID, LET_GO,
    NOT_COMMITTED, NOTEBOOKS_UNREAD, OVERDUE,
};

use super::{Text, text};

/// Every message, for the tests of the tables.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Text)> {
    let tables = [
        desk::ALL,
        settings::ALL,
        team::ALL,
        check::ALL,
        doctor::ALL,
        intake::ALL,
        results::ALL,
        usage::ALL,
    ];
    tables.into_iter().flatten().copied().chain(names::all())
}
