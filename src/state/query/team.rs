//! What teammates decided, beside one's own: as far as the desk's rules let it be seen.

use crate::core::review::Item;
use crate::core::review::team::{self, Dispute, Theirs};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;

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
