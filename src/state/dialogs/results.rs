//! Report and exports: what can be written, and where it is put.

use super::choose::{self, Choice};
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;

/// Opens the list.
pub(super) fn open(model: &mut Model) {
    let (lang, all) = (model.settings.lang, model.desk.articles.len());
    let exports = model.settings.exports.iter();
    let rows = exports.map(|(id, what, place)| Choice {
        name: (*id).to_owned(),
        text: what.to(lang).to_owned(),
        detail: place.clone(),
        said: say::WRITING.fill(lang, &[&0, &all]),
        does: Effect::Work(Job::Write(id)),
    });
    let rows = rows.collect();
    choose::open(model, Command::Results, say::RESULTS, rows);
}
