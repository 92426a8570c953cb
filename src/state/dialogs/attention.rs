//! The verdicts that need a look: one's own, then those that others have to settle.

use super::browse::{self, Row, Tone};
use crate::command::Command;
use crate::core::review::{Due, Why};
use crate::core::typed;
use crate::i18n::{Text, messages as say, team as texts};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;
use crate::state::query::names::{self, title};
use crate::state::query::{due, keys};

/// Lists the verdicts that need a look, word by word.
pub(super) fn open(model: &mut Model) {
    let mut rows = Vec::new();
    unread(model, &mut rows);
    for article in model.desk.order.iter().copied() {
        let mine: Vec<_> = due::of(model, article).filter(|due| due.is_mine()).collect();
        if !mine.is_empty() {
            rows.extend((!rows.is_empty()).then_some(Row::Blank));
            rows.push(Row::Head(title(model, article), mine.len().to_string()));
            rows.extend(mine.into_iter().map(|due| row(model, article, due)));
        }
    }
    same_values(model, &mut rows);
    others(model, &mut rows);
    orphans(model, &mut rows);
    browse::open(model, Command::Attention, say::ATTENTION, say::NO_ATTENTION, Some(rows));
}

/// Notebooks that cannot be read: what they say is missing everywhere.
fn unread(model: &Model, rows: &mut Vec<Row>) {
    let lang = model.settings.lang;
    for article in model.desk.order.iter().copied() {
        let summary = model.desk.articles.get(article).and_then(|article| article.summary());
        let problems = summary.map(|summary| &summary.unread).filter(|all| !all.is_empty());
        let Some(problems) = problems else { continue };
        rows.extend((!rows.is_empty()).then_some(Row::Blank));
        let told = texts::NOTEBOOKS_UNREAD.fill(lang, &[&problems.len()]);
        rows.push(Row::Head(title(model, article), told));
        rows.extend(problems.iter().map(|problem| Row::Entry {
            text: problem.clone(),
            detail: String::new(),
            tone: Tone::Warning,
            target: Some((article, Target::First)),
        }));
    }
}

/// One's own verdicts on values that are said otherwise, which are confirmed all at once.
fn same_values(model: &Model, rows: &mut Vec<Row>) {
    let all: Vec<_> = due::on_desk(model).filter(|(_, due)| due::is_same_value(due)).collect();
    if all.is_empty() {
        return;
    }
    let lang = model.settings.lang;
    let key = keys::in_place(model, crate::command::Context::Browse, Command::Confirm);
    rows.extend((!rows.is_empty()).then_some(Row::Blank));
    rows.push(Row::All {
        text: say::SAME_VALUES.to(lang).to_owned(),
        detail: say::CONFIRMS_ALL.fill(lang, &[&key, &all.len()]),
    });
    rows.extend(all.into_iter().map(|(article, due)| row(model, article, due)));
}

/// What teammates have to settle: seen by everybody, changed by them.
fn others(model: &Model, rows: &mut Vec<Row>) {
    let all: Vec<_> = due::on_desk(model).filter(|(_, due)| due::is_for_others(due)).collect();
    if all.is_empty() {
        return;
    }
    let head = say::OTHERS_SETTLE.to(model.settings.lang).to_owned();
    rows.extend((!rows.is_empty()).then_some(Row::Blank));
    rows.push(Row::Head(head, all.len().to_string()));
    rows.extend(all.into_iter().map(|(article, due)| row(model, article, due)));
}

/// What was decided on articles that are gone: it leads nowhere, but is seen.
fn orphans(model: &Model, rows: &mut Vec<Row>) {
    let lang = model.settings.lang;
    if model.desk.orphans.is_empty() {
        return;
    }
    rows.extend((!rows.is_empty()).then_some(Row::Blank));
    let all: usize = model.desk.orphans.iter().map(|orphan| orphan.verdicts.len()).sum();
    rows.push(Row::Head(say::ORPHANS.to(lang).to_owned(), all.to_string()));
    let line = |text: String, detail: String, tone| Row::Entry { text, detail, tone, target: None };
    for orphan in &model.desk.orphans {
        let who = orphan.who.as_deref().unwrap_or(say::YOU.to(lang));
        let (name, count) = (&orphan.article, orphan.verdicts.len());
        let offer = orphan.offer.as_ref().map(|(article, quotes)| {
            let (from, to) = (typed::word(name), typed::word(article));
            say::ORPHAN_OFFER.fill(lang, &[quotes, &count, article, &from, &to])
        });
        let head = format!("{name} · {who}");
        rows.push(line(head, offer.unwrap_or_default(), Tone::Warning));
        for (verdict, words, note) in &orphan.verdicts {
            let note = if note.is_empty() { String::new() } else { format!(" · {note}") };
            let words = say::QUOTED.fill(lang, &[&words.replace('\n', " ")]);
            let detail = format!("{words}{}", note.replace('\n', " "));
            rows.push(line(format!("  {}", names::verdict(model, verdict)), detail, Tone::Plain));
        }
    }
}

fn row(model: &Model, article: ArticleId, due: &Due) -> Row {
    let lang = model.settings.lang;
    let (was, is) = (due.was.replace('\n', " "), due.is.replace('\n', " "));
    let words = if is.is_empty() { was } else { say::BECOMES.fill(lang, &[&was, &is]) };
    let state = name(due.why).to(lang).to_owned();
    let text = match &due.who {
        Some(who) => say::REASON.fill(lang, &[who, &state]),
        None => state,
    };
    let tone = if due.why.is_pressing() { Tone::Warning } else { Tone::Plain };
    Row::Entry { text, detail: words, tone, target: Some((article, Target::Item(due.span))) }
}

const fn name(why: Why) -> Text {
    match why {
        Why::Conflict => say::DUE_CONFLICT,
        Why::Stale => say::DUE_STALE,
        Why::Ambiguous => say::DUE_AMBIGUOUS,
        Why::Lost => say::DUE_LOST,
        Why::SameValue => say::DUE_SAME_VALUE,
    }
}
