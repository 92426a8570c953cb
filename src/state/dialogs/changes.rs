//! What others did since one last looked.

use super::browse::{self, Browse, Row, Tone};
use crate::command::Command;
use crate::core::team::change::{Act, Event};
use crate::i18n::{messages as say, team as words};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::sharing::News;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::names;

/// Asks for what others did.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    browse::open(model, Command::Changes, words::CHANGES, words::NO_CHANGES, None);
    vec![Effect::Work(Job::Changes)]
}

/// Shows what others did, article by article, where the list is still open.
pub(in crate::state) fn fill(model: &mut Model, news: Result<News, String>) {
    let News { events, head } = match news {
        Ok(news) => news,
        Err(why) => {
            if model.dialog::<Browse>().is_some_and(|list| list.by == Command::Changes) {
                model.dialog = None;
            }
            model.notice = Some(Notice::warning(why));
            return;
        }
    };
    let mut articles: Vec<(Option<ArticleId>, &str)> = Vec::new();
    for (id, event) in &events {
        if !articles.contains(&(*id, &event.article)) {
            articles.push((*id, &event.article));
        }
    }
    let mut rows = Vec::new();
    for (id, article) in articles {
        let own: Vec<_> = events.iter().filter(|(_, e)| e.article == article).collect();
        rows.extend((!rows.is_empty()).then_some(Row::Blank));
        let title = id.map_or_else(|| article.to_owned(), |id| names::title(model, id));
        rows.push(Row::Head(title, own.len().to_string()));
        rows.extend(own.iter().map(|(id, event)| row(model, *id, event)));
    }
    let done = head.map(|head| (Command::MarkRead, Effect::Work(Job::MarkSeen(head))));
    if let Some(list) = model.dialog_mut::<Browse>().filter(|list| list.by == Command::Changes) {
        list.fill(rows);
        list.does = done;
    }
}

fn row(model: &Model, article: Option<ArticleId>, event: &Event) -> Row {
    let place = &event.change.place;
    let target = Target::Points { at: place.start, top: place.start };
    let when = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
    let detail = match place.exact.is_empty() {
        true => when,
        // The words may be cut, the time not.
        false => format!("{when} · {}", place.exact.replace('\n', " ")),
    };
    Row::Entry {
        text: format!("{} {}", event.name, said(model, event)),
        detail,
        tone: match event.change.act {
            Act::Finalised | Act::ArticleEdited { undone: 1.. } => Tone::Warning,
            _ => Tone::Plain,
        },
        target: article.map(|article| (article, target)),
    }
}

/// What was done, in a few words.
pub(crate) fn said(model: &Model, event: &Event) -> String {
    let lang = model.settings.lang;
    let change = &event.change;
    let name = |id: &str| match id {
        "" => String::new(),
        "none" => say::UNDECIDABLE.to(lang).to_owned(),
        id => names::verdict(model, &crate::core::annotation::VerdictId(id.to_owned())),
    };
    let (from, to) = (name(&change.from), name(&change.to));
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match change.act {
        Act::VerdictGiven => to,
        Act::VerdictChanged => format!("{from} → {to}"),
        Act::VerdictWithdrawn => say::OPEN_AGAIN.fill(lang, &[&from]),
        Act::Noted => say::REASON.fill(lang, &[&say::NOTE.to(lang), &line(&change.to)]),
        Act::NoteRemoved => say::NOTE_REMOVED.to(lang).to_owned(),
        Act::Evidence => say::REASON.fill(lang, &[&say::EVIDENCE.to(lang), &line(&change.to)]),
        Act::Tagged => format!("# {}", change.to),
        Act::Finalised => words::DECIDED_FINAL.fill(lang, &[&to]),
        Act::FinalWithdrawn => words::FINAL_TAKEN_BACK.fill(lang, &[&from]),
        Act::Replied => say::QUOTED.fill(lang, &[&line(&change.to)]),
        Act::Worked => names::person_work(&change.to).to(lang).to_owned(),
        Act::Moved => say::CLAIM_MOVED.to(lang).to_owned(),
        Act::ArticleAdded => words::ARTICLE_ADDED.to(lang).to_owned(),
        Act::ArticleEdited { undone: 0 } => words::ARTICLE_EDITED.to(lang).to_owned(),
        Act::ArticleEdited { undone } => {
            words::EDIT_UNDID.fill(lang, &[&words::ARTICLE_EDITED.to(lang), &undone])
        }
        Act::ArticleRenamed => words::DID_RENAME.fill(lang, &[&change.from, &change.to]),
        Act::ArticleRemoved => words::ARTICLE_REMOVED.to(lang).to_owned(),
    }
}
