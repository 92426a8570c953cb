//! How far one is with an article: taken, done, published.

use super::verdict;
use crate::core::annotation::Work;
use crate::core::annotation::edit::Edit;
use crate::state::model::Model;
use crate::state::model::signal::Effect;
use crate::state::query::annotation::refusal;

/// Goes on to the next state of the open article, behind the last one back to none; only an editor
/// publishes.
pub(in crate::state) fn turn(model: &mut Model) -> Vec<Effect> {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let Some(notebook) = verdict::notebook(model) else { return Vec::new() };
    let last = if model.settings.team.is_editor() { 3 } else { 2 };
    let states = &Work::STATES[..last];
    let now = notebook.work.as_ref().and_then(|w| states.iter().position(|s| *s == w.state));
    let next = states.get(now.map_or(0, |now| now + 1));
    let next = if now.is_none() && notebook.work.is_some() { None } else { next };
    let work = next.map(|state| Work {
        state: (*state).to_owned(),
        at: model.stamp.now,
        ..Work::default()
    });
    verdict::commit(model, Edit::work(&notebook, work), model.reader.top)
}
