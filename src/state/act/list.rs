//! The list of articles: what is listed, in which order, and what is asked for it.

use std::cmp::Reverse;

use crate::core::anchor::fold::Fold;
use crate::core::team::outline::View;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::{ArticleId, Listing};
use crate::state::model::list::Sort;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::{geometry, team};

/// Lists the articles that the filter lets through, in the order wanted.
pub(in crate::state) fn relist(model: &mut Model) {
    let selected = model.list.article();
    let mut order: Vec<ArticleId> = match &model.filter {
        Some(active) => {
            let order = model.desk.order.iter();
            order.filter(|article| active.kept.contains(article)).copied().collect()
        }
        None => model.desk.order.clone(),
    };
    // One that is gone stays listed until another is opened, as one that a filter lets go.
    let open = model.reader.article.filter(|open| model.desk.articles[*open].listing.gone);
    order.extend(open.filter(|open| !order.contains(open)));
    if let Some(story) = model.list.story.map(|article| model.stories.of(article)) {
        order.retain(|article| story.contains(article));
    }
    let level = usize::from(model.settings.level.number());
    let articles = &model.desk.articles;
    match model.list.sort {
        Sort::Name => {}
        Sort::Open => order.sort_by_cached_key(|id| {
            let progress = articles[*id].summary().map(|s| s.progress[level]);
            Reverse(progress.map(|p| p.all - p.decided))
        }),
        Sort::Story => {
            // Stories of equal size stay apart, and those that stand alone come last.
            let stories = &model.stories;
            order.sort_by_cached_key(|id| (Reverse(stories.of(*id).len()), stories.number(*id)));
        }
        // What is not known comes last.
        Sort::Published => order.sort_by_cached_key(|id| {
            let known = articles[*id].summary();
            Reverse(known.and_then(|summary| summary.source.published.clone()))
        }),
        Sort::Outlet => order.sort_by_cached_key(|id| {
            let known = articles[*id].summary();
            let outlet = known.and_then(|summary| summary.source.outlet.as_deref());
            (outlet.is_none(), outlet.map(Fold::of))
        }),
        Sort::Assigned => order.sort_by_cached_key(|id| {
            let due = model.settings.team.roster.due(&articles[*id].listing.name);
            (!team::is_mine(model, *id), due.is_none(), due)
        }),
        Sort::Differences => {
            order.sort_by_cached_key(|id| {
                Reverse((team::count(model, *id, View::Disputed), articles[*id].differs))
            });
        }
    }
    model.list.order = order;
    let visible = geometry::list_lines(model);
    let line = model.list.selected;
    model.list.select(line, visible);
    if let Some(article) = selected {
        model.list.select_article(article, visible);
    }
}

/// Turns to the next way to sort the list.
pub(in crate::state) fn sort(model: &mut Model) -> Vec<Effect> {
    let (sort, name) = match model.list.sort {
        Sort::Name => (Sort::Open, say::SORT_OPEN),
        Sort::Open => (Sort::Differences, say::SORT_DIFFERENCES),
        Sort::Differences => (Sort::Story, say::SORT_STORY),
        Sort::Story => (Sort::Published, say::SORT_PUBLISHED),
        Sort::Published => (Sort::Outlet, say::SORT_OUTLET),
        Sort::Outlet if !model.settings.team.roster.people.is_empty() => {
            (Sort::Assigned, say::SORT_ASSIGNED)
        }
        Sort::Outlet | Sort::Assigned => (Sort::Name, say::SORT_NAME),
    };
    model.list.sort = sort;
    relist(model);
    model.notice = Some(Notice::info(name.to(model.settings.lang)));
    arrange(model)
}

/// Lists only the articles on the story of the open one, or all again.
pub(in crate::state) fn story(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let open = model.reader.article.filter(|_| model.list.story.is_none());
    let count = open.map_or(0, |article| model.stories.of(article).len());
    let text = match (model.list.story, count) {
        (Some(_), _) => say::STORY_ALL.to(lang).to_owned(),
        (None, 0) => say::STORY_ALONE.to(lang).to_owned(),
        (None, count) => say::STORY_ONLY.fill(lang, &[&count]),
    };
    model.list.story = open.filter(|_| count > 0);
    relist(model);
    model.notice = Some(Notice::info(text));
    arrange(model)
}

/// After the layout changed: the list keeps its selection in sight.
pub(in crate::state) fn arrange(model: &mut Model) -> Vec<Effect> {
    let visible = geometry::list_lines(model);
    let selected = model.list.selected;
    model.list.select(selected, visible);
    wanted(model)
}

/// Asks for the titles and counts of the visible articles that are not known yet.
pub(super) fn wanted(model: &Model) -> Vec<Effect> {
    let visible = geometry::list_lines(model);
    let lines = model.list.order.iter().skip(model.list.top).take(visible);
    let unread: Vec<_> =
        lines.clone().copied().filter(|id| model.desk.articles[*id].summary().is_none()).collect();
    let uncounted: Vec<_> = lines
        .copied()
        .filter(|id| model.desk.indexed && model.desk.articles[*id].differs.is_none())
        .collect();
    let mut effects = Vec::new();
    if !unread.is_empty() {
        effects.push(Effect::Work(Job::Summarize(unread)));
    }
    if !uncounted.is_empty() {
        effects.push(Effect::Work(Job::CountDifferences(uncounted)));
    }
    effects
}

/// The folder was read.
pub(in crate::state) fn listed(model: &mut Model, listings: Vec<Listing>) -> Vec<Effect> {
    model.desk.take(listings);
    model.desk.listed = true;
    relist(model);
    let mut effects = arrange(model);
    effects.push(Effect::Work(Job::Orphans));
    effects.push(Effect::Work(Job::CountImportable));
    effects
}
