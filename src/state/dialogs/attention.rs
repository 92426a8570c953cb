//! The verdicts that need a look.

use super::browse::{self, Row, Tone};
use crate::command::Command;
use crate::core::review::Standing;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::query::names::{standing, title};

/// Lists the verdicts that need a look: here word by word, elsewhere by article.
pub(super) fn open(model: &mut Model) {
    let mut rows = here(model);
    let level = usize::from(model.settings.level.number());
    let elsewhere =
        model.desk.articles.iter().enumerate().filter(|(id, _)| model.reader.article != Some(*id));
    let stale = elsewhere
        .filter_map(|(id, a)| Some((id, a.summary.as_ref()?.progress[level].stale)))
        .filter(|(_, count)| *count > 0);
    let lang = model.settings.lang;
    rows.extend(stale.map(|(id, count)| Row::Entry {
        text: title(model, id),
        detail: say::NEED_A_LOOK.fill(lang, &[&count]),
        tone: Tone::Warning,
        target: Some((id, 0)),
    }));
    browse::open(model, Command::Attention, say::ATTENTION, say::NO_ATTENTION, Some(rows));
}

fn here(model: &Model) -> Vec<Row> {
    let lang = model.settings.lang;
    let (Some(article), Some(doc)) = (model.reader.article, &model.reader.doc) else {
        return Vec::new();
    };
    let Some(book) = model.desk.books.get(&article) else { return Vec::new() };
    let due =
        model.reader.items.iter().filter(|item| item.standing != Standing::Firm || item.conflict);
    let mut rows: Vec<Row> = due
        .filter_map(|item| {
            let own = book.now.annotations.get(item.own.as_ref()?)?;
            let state = if item.conflict { say::IN_CONFLICT } else { standing(&item.standing) };
            let detail = say::BOTH.fill(
                lang,
                &[
                    &own.selector.exact.replace('\n', " "),
                    &item.span.of(doc.text()).replace('\n', " "),
                ],
            );
            Some(Row::Entry {
                text: state.to(lang).to_owned(),
                detail,
                tone: Tone::Warning,
                target: Some((article, item.span.start)),
            })
        })
        .collect();
    if !rows.is_empty() {
        rows.insert(0, Row::Head(title(model, article), String::new()));
    }
    rows
}
