//! What lies over the panes: one file per dialog, each behind the trait
//! [`Dialog`](super::model::Dialog). A new one is a file here with its line in
//! `open`, and a file in `ui/dialogs/` with its line there.

mod attention;
pub(crate) mod browse;
pub(crate) mod bulk;
pub(crate) mod changes;
pub(crate) mod choose;
pub(crate) mod compare;
pub(crate) mod confirm;
mod crew;
pub(super) mod differences;
mod disagreements;
pub(crate) mod evidence;
mod facts;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod help;
pub(super) mod imports;
mod links;
pub(crate) mod note;
pub(crate) mod overview;
pub(crate) mod palette;
mod results;
pub(crate) mod search;
pub(crate) mod source;
pub(super) mod sync;
pub(crate) mod tags;
pub(super) mod written;

use super::model::Model;
use super::model::signal::Effect;
use crate::command::Command;

/// Opens the dialog that a command of the panes opens, where it opens one.
pub(super) fn open(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::Quit => return Some(confirm::quit(model)),
        Command::SearchDesk => return Some(find::open(model)),
        Command::Bulk => return Some(bulk::open(model)),
        Command::Differences => return Some(differences::open(model)),
        Command::Changes => return Some(changes::open(model)),
        Command::Import => return Some(imports::open(model)),
        Command::OpenLink => return Some(links::open(model)),
        Command::Palette => return Some(palette::open(model)),
        Command::Search => search::open(model),
        Command::WriteNote
        | Command::ShortClaim
        | Command::AddEvidence
        | Command::EditTags
        | Command::Reply
        | Command::WriteReason => {
            written::here(model, command);
        }
        Command::NoteLast => return Some(written::last(model, Command::WriteNote)),
        Command::EvidenceLast => return Some(written::last(model, Command::AddEvidence)),
        Command::TagsLast => return Some(written::last(model, Command::EditTags)),
        Command::Filter => filter::open(model),
        Command::Facts => facts::open(model),
        Command::Compare => compare::open(model),
        Command::Attention => attention::open(model),
        Command::Disagreements => disagreements::open(model),
        Command::Overview => overview::open(model),
        Command::Results => results::open(model),
        Command::TellSource => written::on_source(model),
        Command::ArticleNote => written::on_article(model),
        _ => return None,
    }
    Some(Vec::new())
}
