//! How far the team is: people by articles.

use super::browse::{Row, Tone};
use super::disagreements::agreement;
use crate::core::article::width::{fit, text_cells};
use crate::core::team::outline::Outline;
use crate::core::team::progress::State;
use crate::i18n::{messages as say, team as words};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;
use crate::state::query::names::{self, title};
use crate::state::query::{story, team};

/// Widest column of a person, in cells.
const WIDEST: usize = 10;
/// As many people have a column; a wider table would leave no room for the articles.
const MOST: usize = 8;

/// A line per article, with a sign per person.
pub(super) fn rows(model: &Model) -> Vec<Row> {
    let people = team::people(model);
    let names: Vec<_> = people.iter().take(MOST).map(|slug| name(model, slug)).collect();
    let head: String = names.iter().map(|name| column(name)).collect();
    let more = people.len().saturating_sub(MOST);
    let head = if more > 0 { format!("{head}+{more}") } else { head };
    let mut rows = vec![Row::Head(format!("  {head}"), agreement(model))];
    for article in 0..model.desk.articles.len() {
        let Some(outline) = team::outline(model, article) else { continue };
        let shown = people.iter().take(MOST).zip(&names);
        let signs = shown.map(|(slug, name)| {
            let width = text_cells(&column(name));
            let sign = sign(model, article, outline, slug);
            format!("{sign}{}", " ".repeat(width.saturating_sub(1)))
        });
        rows.push(Row::Entry {
            text: signs.collect(),
            detail: detail(model, article, outline),
            tone: if outline.progress.state == State::ToDo { Tone::Dim } else { Tone::Plain },
            target: Some((article, Target::FirstOpen)),
        });
    }
    rows
}

/// What a person is called in the head of a column: oneself, or the first name.
fn name(model: &Model, slug: &str) -> String {
    if slug == model.settings.team.me() {
        return say::YOU.to(model.settings.lang).to_owned();
    }
    let known = model.settings.team.roster.name_of(slug).unwrap_or(slug);
    known.split([' ', '-']).next().unwrap_or(known).to_owned()
}

fn column(name: &str) -> String {
    let name = fit(name, WIDEST);
    format!("{name}{}", " ".repeat((text_cells(&name) + 2).max(4) - text_cells(&name)))
}

/// Done, begun, assigned, nothing.
fn sign(model: &Model, article: ArticleId, outline: &Outline, slug: &str) -> &'static str {
    let settings = &model.settings;
    let has = |people: &[String]| people.iter().any(|person| person == slug);
    let name = &model.desk.articles[article].listing.name;
    let assigned = || settings.team.roster.assigned(name, settings.team.per_article);
    let signs =
        if settings.look.ascii { ["+", "o", "_", "."] } else { ["✓", "◐", "○", "·"] };
    match () {
        () if has(&outline.progress.done) => signs[0],
        () if has(&outline.progress.begun) => signs[1],
        () if has(&assigned()) => signs[2],
        () => signs[3],
    }
}

/// The state, what is in the way of the next one, and the title.
fn detail(model: &Model, article: ArticleId, outline: &Outline) -> String {
    let lang = model.settings.lang;
    let progress = &outline.progress;
    let mut parts = vec![names::state(progress.state).to(lang).to_owned()];
    let disputes = team::disputes(model, article).count();
    if disputes > 0 {
        parts.push(format!("{disputes} {}", words::VIEW_DISPUTED.to(lang)));
    }
    let settings = &model.settings;
    let due = settings.team.roster.due(&model.desk.articles[article].listing.name);
    if let Some(day) = due.filter(|_| progress.state < State::Checked) {
        let overdue = progress.is_overdue(due, model.today());
        let word = if overdue { words::OVERDUE } else { words::DUE };
        parts.push(word.fill(lang, &[&story::date(lang, &day.to_string())]));
    }
    if progress.is_stalled(model.stamp.now, model.settings.team.stalled_days) {
        parts.push(words::STALLED.to(lang).to_owned());
    }
    if progress.is_changed_since_published() {
        parts.push(words::CHANGED_SINCE.to(lang).to_owned());
    }
    parts.push(title(model, article));
    parts.join(" · ")
}
