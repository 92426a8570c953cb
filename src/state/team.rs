//! What teammates decided, beside one's own: as far as the desk's rules let it be seen.

use super::browse::{self, Row, Tone};
use super::desk::ArticleId;
use super::model::Model;
use super::surveys::{sign, title};
use crate::core::review::Item;
use crate::core::team::{self, Dispute, Theirs};
use crate::i18n::messages as say;

/// What teammates decided about a claim, also where it is hidden for now.
pub fn about<'a>(model: &'a Model, item: &Item) -> Vec<&'a Theirs> {
    team::about(&model.reader.team, item.span)
}

/// Whether others' verdicts on a claim stay hidden until one's own is given.
pub const fn is_hidden(model: &Model, item: &Item) -> bool {
    model.settings.blind && item.verdict.is_none()
}

/// Whether people disagree on a claim, as far as it may be seen.
pub fn is_disputed(model: &Model, item: &Item) -> bool {
    let Some(doc) = &model.reader.doc else { return false };
    !model.reader.team.is_empty()
        && !is_hidden(model, item)
        && team::dispute(doc, item, &model.reader.team).is_some()
}

/// The disagreements on an article, as far as they may be seen.
pub fn disputes(model: &Model, article: ArticleId) -> impl Iterator<Item = &Dispute> {
    let summary = model.desk.articles.get(article).and_then(|article| article.summary.as_ref());
    let all = summary.map_or(&[][..], |summary| &summary.disputes);
    all.iter().filter(|dispute| dispute.own.is_some() || !model.settings.blind)
}

/// Lists the disagreements of the desk.
pub(super) fn list(model: &mut Model) {
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
    browse::open(model, say::DISAGREEMENTS, empty, Some(rows));
}

fn row(model: &Model, article: ArticleId, dispute: &Dispute) -> Row {
    let own = dispute
        .own
        .as_ref()
        .map(|verdict| format!("{} {}", sign(model, verdict), say::YOU.to(model.settings.lang)));
    let theirs = dispute.theirs.iter().map(|(name, v)| format!("{} {name}", sign(model, v)));
    let people: Vec<_> = own.into_iter().chain(theirs).collect();
    Row::Entry {
        text: people.join("  "),
        detail: dispute.words.replace('\n', " "),
        tone: Tone::Plain,
        target: Some((article, dispute.span.start)),
    }
}
