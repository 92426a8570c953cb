//! The claims on which people disagree.

use super::browse::{self, Row, Tone};
use crate::command::Command;
use crate::core::review::team::Dispute;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;
use crate::state::query::names::{sign, title};
use crate::state::query::team::disputes;

/// Lists the disagreements of the desk.
pub(super) fn open(model: &mut Model) {
    let mut rows = Vec::new();
    for article in 0..model.desk.articles.len() {
        let entries: Vec<_> =
            disputes(model, article).map(|dispute| row(model, article, dispute)).collect();
        if !entries.is_empty() {
            rows.extend((!rows.is_empty()).then_some(Row::Blank));
            rows.push(Row::Head(title(model, article), entries.len().to_string()));
            rows.extend(entries);
        }
    }
    let empty =
        if model.settings.blind { say::NO_DISAGREEMENTS_BLIND } else { say::NO_DISAGREEMENTS };
    browse::open(model, Command::Disagreements, say::DISAGREEMENTS, empty, Some(rows));
}

fn row(model: &Model, article: ArticleId, dispute: &Dispute) -> Row {
    let own = dispute
        .own
        .as_ref()
        .map(|verdict| format!("{} {}", sign(model, verdict), say::YOU.to(model.settings.lang)));
    let theirs = dispute.theirs.iter().map(|(name, v)| format!("{} {name}", sign(model, v)));
    let people: Vec<_> = own.into_iter().chain(theirs).collect();
    let words = dispute.words.replace('\n', " ");
    let lang = model.settings.lang;
    let (detail, tone) = match dispute.stale {
        true => (say::REASON.fill(lang, &[&say::DUE_STALE.to(lang), &words]), Tone::Warning),
        false => (words, Tone::Plain),
    };
    Row::Entry {
        text: people.join("  "),
        detail,
        tone,
        target: Some((article, Target::Item(dispute.span))),
    }
}
