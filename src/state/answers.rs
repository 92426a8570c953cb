//! What background work answers.

use crate::i18n::messages as say;

use super::act::{adjudicate, article, folder, follow, kept, list, search, settle, share};
use super::dialogs::bulk::Bulk;
use super::dialogs::find::Find;
use super::dialogs::search::SearchLine;
use super::dialogs::{changes, differences, imports, source, sync, written};
use super::model::Model;
use super::model::desk::{ArticleId, Listing};
use super::model::notice::Notice;
use super::model::reader::Target;
use super::model::settings::Pane;
use super::model::signal::Effect;
use super::model::summary::Summary;
use super::model::work::{Answer, Job, Loaded};

/// Takes an answer.
pub(super) fn take(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Listed(listings, moved) => return listed(model, listings, moved),
        Answer::Orphans(orphans) => model.desk.orphans = orphans,
        Answer::SourceTold(article, written) => return source::told(model, article, &written),
        Answer::CanImport(count) => {
            model.desk.importable = count;
            return list::arrange(model);
        }
        Answer::Read(article, read) => return on_read(model, article, read),
        Answer::Analyzing(article, percent) => {
            if model.reader.article == Some(article) {
                model.reader.analyzed = percent;
            }
        }
        Answer::Analyzed(article, analysis) => {
            if model.reader.article == Some(article) {
                model.reader.analysis = Some(analysis);
                let effects = article::rebuild(model, article);
                article::arrive(model);
                written::take_offer(model);
                return effects;
            }
        }
        Answer::Anchored(article, found) => {
            if model.reader.article == Some(article) {
                model.reader.found.extend(found);
                return article::rebuild(model, article);
            }
        }
        Answer::SameValues(article, places) => return settle::renew(model, article, places),
        Answer::Summarized(summaries) => summarized(model, summaries),
        Answer::Indexed => return indexed(model),
        Answer::Related(article, span, related) => {
            if model.reader.article == Some(article) {
                model.reader.related.insert(span, related);
            }
        }
        Answer::Preview(article, doc) => model.previews.take(article, doc, model.reader.air),
        Answer::Writing(done, all) => {
            let text = say::WRITING.fill(model.settings.lang, &[&done, &all]);
            model.notice = Some(Notice::info(text));
        }
        Answer::Wrote(text, true) => model.notice = Some(Notice::info(text)),
        Answer::Wrote(text, false) => model.notice = Some(Notice::warning(text)),
        Answer::Importable(names) => imports::found(model, names),
        Answer::Git(standing, came) => share::stands(model, standing, came),
        Answer::Changed(news) => changes::fill(model, news),
        Answer::Remembered(article, span, events) => {
            if model.reader.article == Some(article) {
                model.sharing.history.insert(span, events);
            }
        }
        Answer::Planned(plan) => return sync::planned(model, plan),
        Answer::Synced(done) => return share::synced(model, done),
        Answer::Diverging(found) => differences::fill(model, found),
        Answer::Differing(counts) => {
            for (article, count) in counts {
                if let Some(entry) = model.desk.articles.get_mut(article) {
                    entry.differs = Some(count);
                }
            }
        }
        Answer::Gathered(stories) => {
            model.stories = stories;
            list::relist(model);
            return list::arrange(model);
        }
        Answer::Matched(article, query, matches) => {
            let found = search::found(model, article, &query, matches);
            if found && model.dialog::<SearchLine>().is_some() {
                search::approach(model);
            }
        }
        Answer::Found(query, found) => {
            if let Some(find) = model.dialog_mut::<Find>() {
                find.take(&query, found);
            }
        }
        Answer::Collected(number, found) => {
            if let Some(bulk) = model.dialog_mut::<Bulk>() {
                bulk.take(number, found);
            }
        }
        Answer::Filtered { line, kept, searched, unread } => {
            kept::filtered(model, &line, &kept, (searched, unread));
        }
        Answer::FilteredOne(article, line, holds) => {
            kept::filtered_one(model, article, &line, holds);
        }
    }
    Vec::new()
}

/// The folder was read again; the first article of one that was empty is opened.
fn listed(model: &mut Model, listings: Vec<Listing>, moved: Option<ArticleId>) -> Vec<Effect> {
    let was_empty = model.desk.articles.is_empty();
    let mut effects = folder::changed(model, listings, moved);
    if let (true, Some(first)) = (was_empty, model.desk.order.first()) {
        model.focus = Pane::Text;
        effects.extend(article::open(model, *first, Some(Target::FirstOpen)));
    }
    effects
}

/// All articles are in the index.
fn indexed(model: &mut Model) -> Vec<Effect> {
    // What was answered before is asked anew, and shown until the answer comes.
    model.reader.asked.clear();
    model.desk.indexed = true;
    for article in &mut model.desk.articles {
        article.differs = None;
    }
    let mut effects = list::arrange(model);
    effects.push(Effect::Work(Job::Gather));
    effects.extend(differences::renew(model));
    // The claims that ask for it are known only now.
    if std::mem::take(&mut model.settings.adjudicate) && model.adjudication.is_none() {
        effects.extend(adjudicate::turn(model));
    }
    effects
}

fn on_read(model: &mut Model, article: ArticleId, read: Result<Loaded, String>) -> Vec<Effect> {
    if model.reader.article != Some(article) {
        return Vec::new();
    }
    match read {
        Ok(loaded) => {
            follow::take(model, article, loaded);
        }
        Err(_) if model.desk.articles[article].listing.gone => {
            article::gone(model, article);
        }
        Err(problem) => {
            follow::lose(model, article, |model, article| model.reader.turn_to(article, None));
            (model.reader.passed, model.selection) = (None, None);
            model.reader.problem = Some(problem);
        }
    }
    let mut effects = search::again(model);
    effects.extend(article::rebuild(model, article));
    effects
}

fn summarized(model: &mut Model, summaries: Vec<(ArticleId, Summary)>) {
    for (article, summary) in summaries {
        model.previews.forget(article);
        model.desk.summarize(article, summary);
    }
}
