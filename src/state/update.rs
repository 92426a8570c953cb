//! The one dispatcher: a message in, the model changed, effects out.

use super::act::{adjudicate, mouse, panes, preview, related, select, share, sight, verdict};
use super::dialogs::{self, confirm, overview, written};
use super::done::on_done;
use super::model::notice::{Notice, Weight};
use super::model::signal::{Effect, Mouse, MouseAct, Msg, Stamp};
use super::model::{Dialog, Model, Out, Overlay, Then, is_draft};
use super::query::{geometry, tutor};
use crate::command::{Action, Command, Context, Key};
use crate::i18n::{Value, messages as say};

/// Lets a message change the model and tells what the outer world should do.
pub fn update(model: &mut Model, msg: Msg, stamp: Stamp) -> Vec<Effect> {
    model.stamp = stamp;
    let before = geometry::page(model);
    let mut effects = on(model, msg);
    keep_in_sight(model, before);
    if let Some(next) = tutor::next(model) {
        model.tutor = Some(next);
    }
    confirm::ask(model);
    effects.extend(written::offer(model));
    effects.extend(related::ask(model));
    effects.extend(preview::ask(model));
    effects.extend(share::ask(model));
    effects
}

fn on(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(_) | Msg::Paste(_) if model.refused => Vec::new(),
        Msg::Key(key) => on_key(model, key),
        Msg::Paste(text) => on_paste(model, &text),
        Msg::Mouse(mouse) if model.dialog.is_some() => on_dialog(model, mouse),
        Msg::Mouse(mouse) => mouse::on(model, mouse),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            super::act::list::arrange(model)
        }
        Msg::Done(done) => {
            let effects = on_done(model, done);
            overview::refresh(model);
            effects
        }
    }
}

/// When the page changes its size, a claim that showed still shows.
fn keep_in_sight(model: &mut Model, before: (usize, usize)) {
    let page = geometry::page(model);
    let current = model.reader.current.filter(|_| page != before);
    let seen = current.filter(|index| model.reader.is_visible(*index, before));
    if let Some(span) = seen.and_then(|index| Some(model.reader.items.get(index)?.span)) {
        model.reader.reveal(span, page);
    }
}

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.leaving = false;
    match model.settings.keymap.action(model.context(), key) {
        Some(action) => act(model, action),
        None => {
            let taken = with_dialog(model, |dialog, model| dialog.key(model, key));
            taken.unwrap_or_else(|| unbound(model, key))
        }
    }
}

/// Takes pasted text, unless it is longer than anybody writes there: a line of a megabyte would
/// be looked for, laid out and kept at every key.
fn on_paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let longest = model.context().longest_paste();
    if model.dialog.is_some() && text.len() > longest {
        let sizes: [&dyn Value; 2] = [&text.len().div_ceil(1024), &(longest / 1024)];
        let text = say::PASTE_TOO_LONG.fill(model.settings.lang, &sizes);
        (model.notice, model.refused) = (Some(Notice::warning(text)), true);
        return Vec::new();
    }
    with_dialog(model, |dialog, model| dialog.paste(model, text)).unwrap_or_default()
}

/// Every key gets an answer, also one that does nothing here; on a keyboard whose
/// letters are not those of the commands, why.
fn unbound(model: &mut Model, key: Key) -> Vec<Effect> {
    // Latin letters end before Greek; more of them, for Vietnamese, stand in a block of their own.
    let is_latin = |c: char| c < '\u{370}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
    let letter = key.typed().filter(|c| c.is_alphabetic() && !is_latin(*c));
    let lang = model.settings.lang;
    model.notice = Some(match letter.filter(|_| !model.context().takes_text()) {
        Some(letter) => Notice::warning(say::OTHER_LAYOUT.fill(lang, &[&letter])),
        None => {
            let text = say::UNBOUND.fill(lang, &[&key.label(lang)]);
            Notice::info(text).then(&[(Command::Help, say::ALL_KEYS)])
        }
    });
    Vec::new()
}

/// Carries out an action in the place where the person is.
pub(crate) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let was_open = model.dialog.is_some();
    let effects = dispatch(model, action);
    let warned = model.notice.as_ref().is_some_and(|notice| notice.weight == Weight::Warning);
    model.refused |= match action {
        Action::Do(Command::Accept) => was_open && warned,
        Action::Do(command) => {
            let opens = model.dialog.is_some() || model.offered.is_some();
            !was_open && command.asks_for_text() && !opens
        }
        Action::Verdict(_) | Action::Related(_) => false,
    };
    effects
}

fn dispatch(model: &mut Model, action: Action) -> Vec<Effect> {
    if sight::returns(model, action) {
        return Vec::new();
    }
    match action {
        Action::Do(command) => run(model, command),
        _ if model.dialog.is_some() => Vec::new(),
        Action::Verdict(label) if model.selection.is_some() => select::keep(model, Some(label)),
        Action::Verdict(label) if model.adjudication.is_some() => adjudicate::label(model, label),
        Action::Verdict(label) => verdict::give(model, label),
        Action::Related(number) if model.adjudication.is_some() => adjudicate::take(model, number),
        Action::Related(number) => related::open(model, number),
    }
}

fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if command == Command::Help && model.context() != Context::Help {
        dialogs::help::open(model);
        Vec::new()
    } else if command == Command::Compare && model.dialog.is_some() {
        dialogs::compare::over(model);
        Vec::new()
    } else if model.dialog.is_some() {
        with_dialog(model, |dialog, model| dialog.run(model, command)).unwrap_or_default()
    } else if model.selection.is_some() {
        select::run(model, command)
    } else {
        let decided = model.adjudication.and_then(|_| adjudicate::run(model, command));
        decided
            .or_else(|| dialogs::open(model, command))
            .unwrap_or_else(|| panes::run(model, command))
    }
}

/// What was typed and not saved comes back when the dialog is opened again.
fn keep_draft(model: &mut Model, dialog: Box<dyn Dialog>) {
    let by = dialog.opened_by();
    if let Some(typed) = dialog.typed() {
        model.typed.insert(by, typed);
    }
    if let Some(about) = dialog.unsaved() {
        model.drafts.retain(|draft| !is_draft(&**draft, by, &about));
        model.drafts.push(dialog);
        let text = say::DRAFT_KEPT.to(model.settings.lang);
        model.notice = Some(Notice::info(text).then(&[(by, say::TO_GO_ON)]));
    }
}

/// Lets the open dialog take something, and does what it asks for; none where it
/// has no use for it.
fn with_dialog(
    model: &mut Model,
    take: impl FnOnce(&mut dyn Dialog, &mut Model) -> Out,
) -> Option<Vec<Effect>> {
    let mut dialog = model.dialog.take()?;
    let Out { mut effects, then } = take(&mut *dialog, model);
    match then {
        Then::Stay => model.dialog = Some(dialog),
        Then::Close => {}
        Then::Leave => keep_draft(model, dialog),
        Then::Ignored => {
            model.dialog = Some(dialog);
            return None;
        }
        Then::Show(other) => model.dialog = Some(other),
        Then::Act(action) => effects.extend(act(model, action)),
    }
    Some(effects)
}

/// Over a list the wheel goes through its lines and a click takes one. A click
/// beside a dialog closes it, keeping what was written where Enter keeps it.
fn on_dialog(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let Some(Overlay { area, list }) = model.dialog.as_ref().and_then(|d| d.overlay(model)) else {
        return Vec::new();
    };
    let at = (mouse.x, mouse.y).into();
    let Some(mut dialog) = model.dialog.take() else { return Vec::new() };
    let commands = match mouse.act {
        MouseAct::WheelDown => dialog.wheel().map(|(down, _)| (geometry::WHEEL, down)),
        MouseAct::WheelUp => dialog.wheel().map(|(_, up)| (geometry::WHEEL, up)),
        MouseAct::Press if list.contains(at) => {
            dialog.choose(model, usize::from(mouse.y - list.y)).map(|command| (1, command))
        }
        MouseAct::Press if !area.contains(at) => Some((1, dialog.beside())),
        _ => None,
    };
    model.dialog = Some(dialog);
    let Some((times, command)) = commands else { return Vec::new() };
    (0..times).flat_map(|_| act(model, Action::Do(command))).collect()
}
