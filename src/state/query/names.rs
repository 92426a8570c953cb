//! What articles, verdicts and their standing are called.

use crate::core::annotation::{Label, Stance, VerdictId};
use crate::core::review::Standing;
use crate::i18n::{Text, messages as say};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;

/// A verdict's sign, also where the desk does not know it.
pub(in crate::state) fn sign(model: &Model, verdict: &VerdictId) -> String {
    let ascii = model.settings.look.ascii;
    let sign = |label: &Label| if ascii { label.ascii } else { label.symbol };
    model.settings.label(verdict).map_or('*', sign).to_string()
}

/// A verdict's sign and name, also where the desk does not know it.
pub fn verdict(model: &Model, verdict: &VerdictId) -> String {
    let name = model.settings.label(verdict).map(|label| {
        let Label { en, fr, .. } = label;
        model.settings.lang.pick(en, fr)
    });
    format!("{} {}", sign(model, verdict), name.unwrap_or(&verdict.0))
}

/// What an article is known by.
pub(in crate::state) fn title(model: &Model, article: ArticleId) -> String {
    let article = &model.desk.articles[article];
    let title = article.summary.as_ref().map(|s| s.title.clone()).filter(|t| !t.is_empty());
    title.unwrap_or_else(|| article.listing.name.clone())
}

/// The word for how an annotation stands.
pub const fn standing(standing: &Standing) -> Text {
    match standing {
        Standing::Firm => say::IN_FORCE,
        Standing::Beside(_) => say::BESIDE,
        Standing::SameValue(_) => say::SAID_OTHERWISE,
        Standing::Stale(_) => say::STALE,
        Standing::Ambiguous(_) => say::AMBIGUOUS,
        Standing::Lost(_) => say::LOST,
    }
}

/// The word for a stance.
pub const fn stance(stance: Stance) -> Text {
    match stance {
        Stance::Supports => say::SUPPORTS,
        Stance::Refutes => say::REFUTES,
        Stance::Context => say::CONTEXT,
    }
}
