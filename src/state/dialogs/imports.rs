//! Documents of other kinds that lie among the articles: what can be imported.

use super::choose::{self, Choice};
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;

/// Asks for them.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.notice = Some(Notice::info(say::LOOKING_FOR_IMPORTS.to(model.settings.lang)));
    vec![Effect::Work(Job::Importable)]
}

/// Shows them: all at once first, then each.
pub(in crate::state) fn found(model: &mut Model, names: Vec<String>) {
    let lang = model.settings.lang;
    if names.is_empty() {
        model.notice = Some(Notice::info(say::NOTHING_TO_IMPORT.to(lang)));
        return;
    }
    if model.dialog.is_some() {
        // Something else was begun meanwhile.
        return;
    }
    model.notice = None;
    let choice = |name: String, text: String, names: Vec<String>| Choice {
        name,
        text,
        detail: String::new(),
        said: say::IMPORTING.fill(lang, &[&names.len()]),
        does: Effect::Work(Job::Import(names)),
    };
    let mut rows = Vec::with_capacity(names.len() + 1);
    if names.len() > 1 {
        let all = say::ALL_FILES.fill(lang, &[&names.len()]);
        rows.push(choice(say::IMPORT_ALL.to(lang).to_owned(), all, names.clone()));
    }
    rows.extend(names.into_iter().map(|name| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        choice(ending, name.clone(), vec![name])
    }));
    choose::open(model, Command::Import, say::IMPORTS, rows);
}
