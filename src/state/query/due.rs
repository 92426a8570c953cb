//! What needs a look on the desk, as far as it was read.

use crate::core::review::{Due, Why};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;

/// What needs a look in an article: one's own, then what others have to settle.
pub(crate) fn of(model: &Model, article: ArticleId) -> impl Iterator<Item = &Due> {
    let summary = model.desk.articles.get(article).and_then(|article| article.summary());
    summary.map_or(&[][..], |summary| &summary.due).iter()
}

/// The same of all articles.
pub(in crate::state) fn on_desk(model: &Model) -> impl Iterator<Item = (ArticleId, &Due)> {
    let articles = model.desk.order.iter().copied();
    articles.flat_map(move |article| of(model, article).map(move |due| (article, due)))
}

/// Whether it is one's own verdict on a value that is said otherwise.
pub(in crate::state) fn is_same_value(due: &Due) -> bool {
    due.who.is_none() && due.why == Why::SameValue
}

/// Whether somebody else has to settle it.
pub(crate) fn is_for_others(due: &Due) -> bool {
    due.who.is_some() && due.why.is_pressing()
}
