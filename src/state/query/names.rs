//! What articles, verdicts and their standing are called.

use crate::command::{Action, Command, Context};
use crate::core::anchor::Change;
use crate::core::annotation::{Label, Stance, VerdictId};
use crate::core::crosscheck::FactKind;
use crate::core::review::Standing;
use crate::core::team::progress::State;
use crate::i18n::{Text, messages as say, slots, team};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;

/// A verdict's sign, also where the desk does not know it.
pub(in crate::state) fn sign(model: &Model, verdict: &VerdictId) -> String {
    let ascii = model.settings.look.ascii;
    let sign = |label: &Label| if ascii { label.ascii } else { label.symbol };
    model.settings.label(verdict).map_or('*', sign).to_string()
}

/// A verdict's sign and name, also where the desk does not know it.
pub(crate) fn verdict(model: &Model, verdict: &VerdictId) -> String {
    let name = model.settings.label(verdict).map(|label| {
        let Label { en, fr, .. } = label;
        model.settings.lang.pick(en, fr)
    });
    format!("{} {}", sign(model, verdict), name.unwrap_or(&verdict.0))
}

/// What an article is known by.
pub(in crate::state) fn title(model: &Model, article: ArticleId) -> String {
    let article = &model.desk.articles[article];
    let title = article.summary().map(|s| s.title.clone()).filter(|t| !t.is_empty());
    title.unwrap_or_else(|| article.listing.name.clone())
}

/// The heading for what values are of: `Deaths`, or the kind alone where no class names it.
pub(crate) fn slot(kind: FactKind, slot: Option<&str>) -> Option<Text> {
    let title = slot.and_then(slots::title);
    match kind {
        FactKind::Figure | FactKind::Deed => title,
        FactKind::Date => Some(say::DATE_HEAD),
        FactKind::Hour => Some(say::HOUR_HEAD),
        FactKind::Place => Some(say::PLACE_HEAD),
        FactKind::Who => Some(say::WHO_HEAD),
    }
}

/// The word for how an annotation stands.
pub(crate) const fn standing(standing: &Standing) -> Text {
    match standing {
        Standing::Firm => say::IN_FORCE,
        Standing::Beside(_) => say::BESIDE,
        Standing::SameValue(_) => say::SAID_OTHERWISE,
        Standing::Stale(_) => say::STALE,
        Standing::Ambiguous(_) => say::AMBIGUOUS,
        Standing::Lost(_) => say::LOST,
    }
}

/// Where a value went when it changed.
pub(crate) fn direction(change: &Change) -> Option<Text> {
    Some(match change.direction()? {
        "later" => say::LATER,
        "earlier" => say::EARLIER,
        "up" => say::UP,
        _ => say::DOWN,
    })
}

/// The answer to how far one is with an article.
pub(in crate::state) fn work(state: Option<&str>) -> Text {
    match state {
        Some("taken") => team::WORK_TAKEN,
        Some("done") => team::WORK_DONE,
        Some("published") => team::WORK_PUBLISHED,
        _ => team::WORK_NONE,
    }
}

/// What somebody did with an article.
pub(crate) fn person_work(state: &str) -> Text {
    match state {
        "taken" => team::TOOK,
        "done" => team::WAS_DONE,
        "published" => team::DID_PUBLISH,
        _ => team::LET_GO,
    }
}

/// The word for how far the team is with an article.
pub(crate) const fn state(state: State) -> Text {
    match state {
        State::ToDo => team::STATE_TO_DO,
        State::InWork => team::STATE_IN_WORK,
        State::Checked => team::STATE_CHECKED,
        State::Decided => team::STATE_DECIDED,
        State::Published => team::STATE_PUBLISHED,
    }
}

/// The word for a stance.
pub(crate) const fn stance(stance: Stance) -> Text {
    match stance {
        Stance::Supports => say::SUPPORTS,
        Stance::Refutes => say::REFUTES,
        Stance::Context => say::CONTEXT,
    }
}

/// How many documents could be imported, and by which key; nothing where there are none.
pub(crate) fn importable(model: &Model) -> String {
    let lang = model.settings.lang;
    let keys = model.settings.keymap.keys(Context::Desk, Action::Do(Command::Import));
    let key = keys.first().map_or(String::new(), |key| key.label(lang));
    match model.desk.importable {
        0 => String::new(),
        files => say::TO_IMPORT.fill(lang, &[&files, &key]),
    }
}
