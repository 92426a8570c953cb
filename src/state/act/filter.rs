//! Filtering claims, and with them the articles.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{article, list};
use crate::core::filter::Filter;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::filter::ActiveFilter;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::{Job, Wanted};

/// Shows everything again.
pub(in crate::state) fn clear(model: &mut Model) -> Vec<Effect> {
    if model.list.story.take().is_none() && model.filter.is_none() {
        model.notice = Some(Notice::info(say::NO_FILTER.to(model.settings.lang)));
        return Vec::new();
    }
    set(model, "")
}

/// Looks for articles anew, for instance where other claims are shown.
pub(in crate::state) fn again(model: &mut Model) -> Vec<Effect> {
    let line = model.filter.as_ref().map(|active| active.line.clone());
    line.map_or(Vec::new(), |line| set(model, &line))
}

/// Filters by this line from now on.
pub(in crate::state) fn set(model: &mut Model, line: &str) -> Vec<Effect> {
    let mut filter = Filter::parse(line, &model.settings.labels);
    filter.blind = model.settings.blind;
    let filter = Arc::new(filter);
    let mut effects = Vec::new();
    let line = line.trim().to_owned();
    if filter.is_empty() && filter.unknown.is_empty() {
        model.filter = None;
        let (level, line) = (model.settings.level, String::new());
        effects.push(Effect::Work(Job::Filter(Wanted { line, filter, level })));
    } else {
        let level = model.settings.level;
        let (kept, searched) = (BTreeSet::new(), 0);
        model.filter = Some(ActiveFilter {
            line: line.clone(),
            filter: filter.clone(),
            kept,
            searched,
            unread: 0,
            spent: None,
        });
        effects.push(Effect::Work(Job::Filter(Wanted { line, filter, level })));
    }
    if let Some(open) = model.reader.article {
        effects.extend(article::rebuild(model, open));
    }
    list::relist(model);
    effects
}
