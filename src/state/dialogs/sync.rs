//! Before the first sync: what will be committed, and what the clone itself would run.

use super::browse::{self, Browse, Row, Tone};
use crate::command::{Command, Context};
use crate::i18n::team as say;
use crate::state::act::share;
use crate::state::model::Model;
use crate::state::model::sharing::Plan;
use crate::state::model::signal::Effect;
use crate::state::query::keys;

/// Takes the plan of a sync: shares at once, or asks first.
pub(in crate::state) fn planned(model: &mut Model, plan: Result<Plan, String>) -> Vec<Effect> {
    let lang = model.settings.lang;
    let plan = match plan {
        Ok(plan) => plan,
        Err(why) => {
            share::failed(model, why);
            return Vec::new();
        }
    };
    if !plan.is_first && plan.programs.is_empty() {
        return vec![Effect::Sync(false)];
    }
    if model.sharing.unasked {
        let key = keys::in_place(model, Context::Desk, Command::Sync);
        share::failed(model, say::SYNC_ASK_FIRST.fill(lang, &[&key]));
        return Vec::new();
    }
    if model.dialog.is_some() {
        // What is being written comes first; the key can be pressed again.
        model.sharing.busy = false;
        return Vec::new();
    }
    let entry = |text: &String, tone| Row::Entry {
        text: text.clone(),
        detail: String::new(),
        tone,
        target: None,
    };
    // In the dialog, since the foot of a narrow screen has no room for both.
    let key = |command| keys::in_place(model, Context::Browse, command);
    let mut rows = vec![
        Row::Quote(say::SYNC_AGREES.fill(lang, &[&key(Command::Open)])),
        Row::Quote(say::SYNC_REFUSES.fill(lang, &[&key(Command::Cancel)])),
        Row::Blank,
    ];
    if !plan.programs.is_empty() {
        rows.push(Row::Head(say::SYNC_RUNS_PROGRAMS.to(lang).to_owned(), String::new()));
        rows.extend(plan.programs.iter().map(|program| entry(program, Tone::Warning)));
        rows.push(Row::Blank);
    }
    rows.push(Row::Head(say::SYNC_COMMITS.to(lang).to_owned(), plan.files.len().to_string()));
    rows.extend(plan.files.iter().map(|file| entry(file, Tone::Plain)));
    if plan.files.is_empty() {
        rows.push(entry(&say::SYNC_NOTHING_OWN.to(lang).to_owned(), Tone::Dim));
    }
    browse::open(model, Command::Sync, say::SYNC_TITLE, say::SYNC_TITLE, Some(rows));
    if let Some(list) = model.dialog_mut::<Browse>() {
        list.does = Some((Command::Open, Effect::Sync(true)));
    }
    // The foot says what the keys do, not any more that it is being looked for.
    model.notice = None;
    Vec::new()
}
