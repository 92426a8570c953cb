//! Which articles the filter in force lets through.

use super::list::relist;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::signal::Effect;
use crate::state::model::work::{Job, Wanted};

/// Some articles were looked through, of which some could not be read.
pub(in crate::state) fn filtered(
    model: &mut Model,
    line: &str,
    kept: &[ArticleId],
    (searched, unread): (usize, usize),
) {
    let Some(active) = model.filter.as_mut().filter(|active| active.line == line) else { return };
    active.kept.extend(kept);
    active.searched += searched;
    active.unread += unread;
    relist(model);
}

/// The claims of the open article were joined anew: it is listed as soon as one
/// is let through. Where none is any more it stays in the list until another
/// article is opened: a line that vanishes under one's eyes would put another
/// one there, and the next key would go to that.
pub(in crate::state) fn recheck(model: &mut Model) {
    let Some(article) = model.reader.article.filter(|_| model.reader.analysis.is_some()) else {
        return;
    };
    let Some(active) = &mut model.filter else { return };
    let holds = !model.reader.stops.is_empty();
    active.spent = (!holds).then_some(article);
    if holds && active.kept.insert(article) {
        relist(model);
    }
}

/// The files of an article have changed: asks whether it holds such claims now.
/// The open article is looked at as it is shown.
pub(in crate::state) fn renew(model: &Model, article: ArticleId) -> Option<Effect> {
    let active = model.filter.as_ref().filter(|_| model.reader.article != Some(article))?;
    let (line, filter, level) = (active.line.clone(), active.filter.clone(), model.settings.level);
    Some(Effect::Work(Job::FilterOne(article, Wanted { line, filter, level })))
}

/// The answer: the article is listed, or is not any more.
pub(in crate::state) fn filtered_one(
    model: &mut Model,
    article: ArticleId,
    line: &str,
    holds: bool,
) {
    let elsewhere = model.reader.article != Some(article);
    let Some(active) = model.filter.as_mut().filter(|active| active.line == line && elsewhere)
    else {
        return;
    };
    let changed = if holds { active.kept.insert(article) } else { active.kept.remove(&article) };
    if changed {
        relist(model);
    }
}

/// Another article is opened: the one left goes from the list where it holds
/// none of the claims wanted.
pub(in crate::state) fn leave(model: &mut Model) {
    let Some(active) = &mut model.filter else { return };
    if let Some(spent) = active.spent.take()
        && active.kept.remove(&spent)
    {
        relist(model);
    }
}
