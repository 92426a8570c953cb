//! What is decided is seen: a key that changes the current claim without asking changes none that
//! is not on the screen.

use crate::command::{Action, Command};
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::settings::Pane;
use crate::state::query::geometry;

/// Brings the current claim back onto the screen where an action would change it unseen, and says
/// so; whether that was needed, and the action is to wait for its key to be pressed again.
pub(in crate::state) fn returns(model: &mut Model, action: Action) -> bool {
    if !changes(model, action) || is_seen(model) {
        return false;
    }
    let Some(item) = model.reader.item() else { return false };
    let span = item.span;
    if span.is_empty() {
        // Its words are gone: only its own pane shows it, where there is room for that.
        let before = std::mem::replace(&mut model.focus, Pane::Claim);
        if geometry::screen(model).claim.is_none() {
            model.focus = before;
            return false;
        }
    } else {
        if geometry::screen(model).text.is_none() {
            model.focus = Pane::Text;
        }
        let page = geometry::page(model);
        model.reader.reveal(span, page);
    }
    let lang = model.settings.lang;
    let keys = model.settings.keymap.keys(model.context(), action);
    let key = keys.first().map(|key| key.label(lang)).unwrap_or_default();
    let words = model.reader.doc.as_ref().map_or("", |doc| span.of(doc.text()));
    model.notice = Some(Notice::info(say::BACK_IN_SIGHT.fill(lang, &[&key])).about(words));
    true
}

/// Whether an action changes the current claim at once.
fn changes(model: &Model, action: Action) -> bool {
    if model.dialog.is_some() || model.selection.is_some() {
        return false;
    }
    match action {
        Action::Verdict(_) => true,
        Action::Related(_) => model.adjudication.is_some(),
        Action::Do(Command::Repeat) => model.repeat.here.is_some(),
        Action::Do(command) => matches!(
            command,
            Command::Withdraw
                | Command::Confirm
                | Command::TakeAsEvidence
                | Command::Mark
                | Command::Undecidable
        ),
    }
}

/// Whether the current claim is on the screen: in the text where that is shown, else beside it.
fn is_seen(model: &Model) -> bool {
    let screen = geometry::screen(model);
    let Some((index, item)) = model.reader.current.zip(model.reader.item()) else { return true };
    match screen.text {
        Some(_) if !item.span.is_empty() => model.reader.is_visible(index, geometry::page(model)),
        _ => screen.claim.is_some(),
    }
}
