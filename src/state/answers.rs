//! What background work answers.

use crate::i18n::messages as say;

use super::act::{article, kept, list, search, select, settle};
use super::dialogs::find::Find;
use super::dialogs::search::SearchLine;
use super::dialogs::{differences, written};
use super::model::Model;
use super::model::desk::{ArticleId, Summary};
use super::model::notice::Notice;
use super::model::reader::Target;
use super::model::settings::Pane;
use super::model::signal::Effect;
use super::model::work::{Answer, Loaded};

/// Takes an answer.
pub(super) fn take(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Listed(listings) if !listings.is_empty() && model.desk.articles.is_empty() => {
            let mut effects = list::listed(model, listings);
            model.focus = Pane::Text;
            effects.extend(article::open(model, 0, Some(Target::FirstOpen)));
            return effects;
        }
        Answer::Listed(_) => {}
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
        Answer::Indexed => {
            // What was answered before is asked anew, and shown until the answer comes.
            model.reader.asked.clear();
            model.desk.indexed = true;
            for article in &mut model.desk.articles {
                article.differs = None;
            }
            return list::arrange(model);
        }
        Answer::Related(article, span, related) => {
            if model.reader.article == Some(article) {
                model.reader.related.insert(span, related);
            }
        }
        Answer::Writing(done, all) => {
            let text = say::WRITING.fill(model.settings.lang, &[&done, &all]);
            model.notice = Some(Notice::info(text));
        }
        Answer::Wrote(text, true) => model.notice = Some(Notice::info(text)),
        Answer::Wrote(text, false) => model.notice = Some(Notice::warning(text)),
        Answer::Diverging(found) => differences::fill(model, found),
        Answer::Differing(counts) => {
            for (article, count) in counts {
                if let Some(entry) = model.desk.articles.get_mut(article) {
                    entry.differs = Some(count);
                }
            }
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
        Answer::Filtered { line, kept, searched, unread } => {
            kept::filtered(model, &line, &kept, (searched, unread));
        }
        Answer::FilteredOne(article, line, holds) => {
            kept::filtered_one(model, article, &line, holds);
        }
    }
    Vec::new()
}

fn on_read(model: &mut Model, article: ArticleId, read: Result<Loaded, String>) -> Vec<Effect> {
    if model.reader.article != Some(article) {
        return Vec::new();
    }
    match read {
        Ok(loaded) => {
            model.reader.take(loaded);
            select::hold(model);
        }
        Err(problem) => {
            model.reader.doc = None;
            model.reader.problem = Some(problem);
        }
    }
    let mut effects = search::again(model);
    effects.extend(article::rebuild(model, article));
    effects
}

fn summarized(model: &mut Model, summaries: Vec<(ArticleId, Summary)>) {
    for (article, summary) in summaries {
        if let Some(entry) = model.desk.articles.get_mut(article) {
            model.desk.read += usize::from(entry.summary.is_none());
            entry.summary = Some(summary);
        }
    }
}
