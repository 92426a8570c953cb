//! The lesson: thirteen steps, each told in a strip above the foot until it is done.

use crate::command::Command::{
    self, Accept, AddEvidence, Back, BorderLeft, BorderRight, Cancel, Differences, EndLeft,
    EndRight, Help, Leave, Next, Open, Overview, Previous, Quit, Redo, SelectText, Undo, WriteNote,
};
use crate::command::{Action, Context};
use crate::core::annotation::{Annotation, AnnotationId};
use crate::core::article::rows;
use crate::i18n::{Text, messages as say};
use crate::state::model::Model;
use crate::state::model::settings::Pane;
use crate::state::model::tutor::{Mark, Tutor};

/// A step of the lesson.
struct Step {
    /// What to do; `{}` stands for the keys of `keys`, in order.
    text: Text,
    keys: &'static [Pressed],
    /// Whether it is done, compared with the moment it began.
    done: fn(&Model, &Mark) -> bool,
}

/// An action, and where its key is pressed; none for the panes.
type Pressed = (Option<Context>, Action);

const fn key(command: Command) -> Pressed {
    (None, Action::Do(command))
}

const fn key_in(place: Context, command: Command) -> Pressed {
    (Some(place), Action::Do(command))
}

const fn verdict(label: usize) -> Pressed {
    (None, Action::Verdict(label))
}

/// The lesson.
const STEPS: [Step; 13] = [
    Step {
        text: say::TUTOR_OPEN,
        keys: &[key(Leave), key(Next), key(Open)],
        done: |model, _| model.focus == Pane::Text && model.reader.article == Some(1),
    },
    Step {
        text: say::TUTOR_NEXT,
        keys: &[key(Next), key(Previous)],
        done: |model, mark| model.reader.current != mark.current,
    },
    Step {
        text: say::TUTOR_SIGNS,
        keys: &[key(Help), key_in(Context::Help, Cancel)],
        done: |model, _| shows(model, Help),
    },
    Step {
        text: say::TUTOR_VERDICT,
        keys: &[verdict(0), verdict(1), verdict(2)],
        done: |model, mark| verdicts(model) > mark.verdicts,
    },
    Step { text: say::TUTOR_UNDO, keys: &[key(Undo)], done: |model, _| model.history.can_redo() },
    Step {
        text: say::TUTOR_REDO,
        keys: &[key(Redo)],
        done: |model, mark| verdicts(model) > mark.verdicts,
    },
    Step {
        text: say::TUTOR_NOTE,
        keys: &[key(WriteNote), key_in(Context::Note, Accept)],
        done: |model, mark| notes(model) > mark.notes,
    },
    Step {
        text: say::TUTOR_EVIDENCE,
        keys: &[key(AddEvidence), key_in(Context::Evidence, Accept)],
        done: |model, mark| evidence(model) > mark.evidence,
    },
    Step {
        text: say::TUTOR_RELATED,
        keys: &[key(Next), (None, Action::Related(1))],
        done: |model, mark| model.trail.len() > mark.trail,
    },
    Step {
        text: say::TUTOR_BACK,
        keys: &[key(Back)],
        done: |model, mark| model.trail.len() < mark.trail,
    },
    Step {
        text: say::TUTOR_DIFFERENCES,
        keys: &[key(Differences), key_in(Context::Browse, Cancel)],
        done: |model, _| shows(model, Differences),
    },
    Step {
        text: say::TUTOR_SELECT,
        keys: &[
            key(SelectText),
            key_in(Context::Select, BorderLeft),
            key_in(Context::Select, BorderRight),
            key_in(Context::Select, EndLeft),
            key_in(Context::Select, EndRight),
            key_in(Context::Select, Accept),
        ],
        done: |model, mark| {
            model.selection.is_none() && annotations(model).count() > mark.annotations
        },
    },
    Step {
        text: say::TUTOR_OVERVIEW,
        keys: &[key(Overview)],
        done: |model, _| shows(model, Overview),
    },
];

/// What to do now, with the keys in force.
pub(crate) fn text(model: &Model, tutor: &Tutor) -> String {
    let settings = &model.settings;
    let end: &[Pressed] = &[key(Help), key(Quit), key_in(Context::Browse, Cancel)];
    let (text, keys) = STEPS.get(tutor.step).map_or((say::TUTOR_END, end), |s| (s.text, s.keys));
    let names: Vec<_> = keys.iter().map(|pressed| name(model, *pressed)).collect();
    let names: Vec<_> = names.iter().map(|name| name as &dyn crate::i18n::Value).collect();
    text.fill(settings.lang, &names)
}

/// The first key of an action.
fn name(model: &Model, (place, action): Pressed) -> String {
    let (keymap, lang) = (&model.settings.keymap, model.settings.lang);
    let places = place.map_or(vec![Context::Articles, Context::Text], |place| vec![place]);
    let mut keys =
        places.into_iter().filter_map(|place| keymap.keys(place, action).first().copied());
    keys.next().map_or_else(|| "?".to_owned(), |key| key.label(lang))
}

/// Rows that the strip takes of a screen this wide and high; none without a lesson.
pub(crate) fn strip_rows(model: &Model) -> u16 {
    let (width, height) = model.size;
    let Some(tutor) = model.tutor.as_ref().filter(|_| height >= 10) else { return 0 };
    let room = usize::from(width.saturating_sub(2)).max(1);
    let text = headed(model, tutor);
    (rows::wrap(&text, room).len() as u16).min(height / 3)
}

/// The step's number from 1, and of how many; none when all are done.
pub fn place(tutor: &Tutor) -> Option<(usize, usize)> {
    (tutor.step < STEPS.len()).then_some((tutor.step + 1, STEPS.len()))
}

/// The text of the strip, behind its number.
pub(crate) fn headed(model: &Model, tutor: &Tutor) -> String {
    match place(tutor) {
        Some((step, all)) => format!("{step}/{all}  {}", text(model, tutor)),
        None => text(model, tutor),
    }
}

/// The lesson one step further on, where this one is done.
pub(in crate::state) fn next(model: &Model) -> Option<Tutor> {
    let tutor = model.tutor.as_ref()?;
    let mark = Mark {
        current: model.reader.current,
        verdicts: verdicts(model),
        notes: notes(model),
        evidence: evidence(model),
        annotations: annotations(model).count(),
        trail: model.trail.len(),
    };
    let done = STEPS.get(tutor.step).is_some_and(|step| (step.done)(model, &tutor.mark));
    done.then_some(Tutor { step: tutor.step + 1, mark })
}

fn annotations(model: &Model) -> impl Iterator<Item = (&AnnotationId, &Annotation)> {
    model.desk.books.values().flat_map(|book| &book.now.annotations)
}

fn verdicts(model: &Model) -> usize {
    annotations(model).filter(|(_, a)| a.verdict.is_some()).count()
}

fn notes(model: &Model) -> usize {
    annotations(model).filter(|(_, a)| !a.note.is_empty()).count()
}

fn evidence(model: &Model) -> usize {
    annotations(model).map(|(_, a)| a.evidence.len()).sum()
}

/// Whether the dialog of this command is open.
fn shows(model: &Model, command: Command) -> bool {
    model.dialog.as_ref().is_some_and(|dialog| dialog.opened_by() == command)
}
