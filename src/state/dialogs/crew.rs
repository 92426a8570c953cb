//! How far the team is: people by articles.

use super::browse::{Row, Tone, Wording};
use super::disagreements::agreement;
use crate::core::article::width::{fit, text_cells};
use crate::core::team::outline::{Outline, View};
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

/// On a screen narrower than this an initial stands for each person, in cells.
const NARROW: u16 = 70;
/// Between what stands at the right of the head.
const GAP: &str = "   ";
/// Cells of an article's title, within these bounds: it gives way to what there is to know of the article.
const TITLE: (usize, usize) = (12, 40);
/// Cells that this takes at most, as a rule.
const DETAIL: usize = 56;
/// Articles by which it is judged how many it takes on a desk.
const JUDGED: usize = 100;
/// Cells around a line: the frame, the margins and what stands between its parts.
const AROUND: usize = 12;

/// A line per article, with a sign per person.
pub(super) fn rows(model: &Model) -> (Vec<Row>, Wording) {
    let mut people = team::people(model);
    let more = people.len().saturating_sub(MOST);
    people.truncate(MOST);
    let widest = if model.size.0 < NARROW { 1 } else { WIDEST };
    let columns = people.into_iter().map(|slug| (column(&name(model, &slug), widest), slug));
    let columns: Vec<(String, String)> = columns.collect();
    let head: String = columns.iter().map(|(name, _)| name.as_str()).collect();
    let head = if more > 0 { format!("{head}+{more}") } else { head };
    let [done, begun, assigned, _] = signs(model);
    let legend = words::SIGNS_OF_WORK.fill(model.settings.lang, &[&done, &begun, &assigned]);
    // As much of it as the people leave room for; last what the signs mean.
    let room = usize::from(model.size.0).saturating_sub(text_cells(&head) + AROUND);
    let mut right = String::new();
    for part in [agreement(model), legend] {
        if !part.is_empty() && text_cells(&right) + text_cells(&part) + GAP.len() <= room {
            right = if right.is_empty() { part } else { part + GAP + &right };
        }
    }
    let mut rows = vec![Row::Head(format!("  {head}"), right)];
    let outline = |id: &ArticleId| Some((*id, team::outline(model, *id)?));
    let known = model.desk.order.iter().filter_map(outline);
    let widest =
        known.clone().take(JUDGED).map(|(id, outline)| text_cells(&detail(model, id, outline)));
    let widest = widest.max().unwrap_or_default().min(DETAIL);
    rows.extend(known.map(|(id, _)| Row::Later(id, 0)));
    (rows, Wording::new(move |model, _, article, _| row(model, &columns, widest, article)))
}

/// An article, with a sign in each person's column.
fn row(model: &Model, columns: &[(String, String)], widest: usize, article: ArticleId) -> Row {
    let Some(outline) = team::outline(model, article) else { return Row::Blank };
    let name = &model.desk.articles[article].listing.name;
    let assigned = model.settings.team.roster.assigned(name, model.settings.team.per_article);
    let mut text = String::new();
    for (column, slug) in columns {
        text.push_str(sign(signs(model), &assigned, outline, slug));
        text.extend(std::iter::repeat_n(' ', text_cells(column).saturating_sub(1)));
    }
    let left = usize::from(model.size.0).saturating_sub(text_cells(&text) + AROUND);
    let room = left.saturating_sub(widest).max(left / 3).clamp(TITLE.0, TITLE.1);
    let title = fit(&title(model, article), room);
    text.push_str(&title);
    Row::Entry {
        text,
        detail: detail(model, article, outline),
        tone: if outline.progress.state == State::ToDo { Tone::Dim } else { Tone::Plain },
        target: Some((article, Target::FirstOpen)),
    }
}

/// What a person is called in the head of a column: oneself, or the first name.
fn name(model: &Model, slug: &str) -> String {
    if slug == model.settings.team.me() {
        return say::YOU.to(model.settings.lang).to_owned();
    }
    let known = model.settings.team.roster.name_of(slug).unwrap_or(slug);
    known.split([' ', '-']).next().unwrap_or(known).to_owned()
}

fn column(name: &str, widest: usize) -> String {
    let name = if widest == 1 { name.chars().take(1).collect() } else { fit(name, widest) };
    let width = (text_cells(&name) + 2).max(4.min(widest + 2));
    format!("{name}{}", " ".repeat(width - text_cells(&name)))
}

/// The signs of a person who is done, has begun, is assigned, or is none of these.
const fn signs(model: &Model) -> [&'static str; 4] {
    if model.settings.look.ascii { ["+", "o", "_", "."] } else { ["✓", "◐", "○", "·"] }
}

/// How far a person is with an article.
fn sign(
    signs: [&'static str; 4],
    assigned: &[String],
    outline: &Outline,
    slug: &str,
) -> &'static str {
    let has = |people: &[String]| people.iter().any(|person| person == slug);
    if has(&outline.progress.done) {
        signs[0]
    } else if has(&outline.progress.begun) {
        signs[1]
    } else if has(assigned) {
        signs[2]
    } else {
        signs[3]
    }
}

/// The state, and what is in the way of the next one: first what somebody has to decide, since a narrow
/// screen cuts the rest.
fn detail(model: &Model, article: ArticleId, outline: &Outline) -> String {
    let lang = model.settings.lang;
    let progress = &outline.progress;
    let mut parts = vec![names::state(progress.state).to(lang).to_owned()];
    let disputes = team::count(model, article, View::Disputed);
    if disputes > 0 {
        parts.push(format!("{disputes} {}", words::VIEW_DISPUTED.to(lang)));
    }
    let settings = &model.settings;
    let due = settings.team.roster.due(&model.desk.articles[article].listing.name);
    if let Some(day) = due.filter(|_| progress.state < State::Checked) {
        let overdue = progress.is_overdue(due, model.today());
        let word = if overdue { words::OVERDUE } else { words::DUE };
        parts.push(word.fill(lang, &[&story::day_of(lang, day, model.today())]));
    }
    if progress.is_stalled(model.stamp.now, model.settings.team.stalled_days) {
        parts.push(words::STALLED.to(lang).to_owned());
    }
    if progress.is_changed_since_published() {
        parts.push(words::CHANGED_SINCE.to(lang).to_owned());
    }
    parts.join(" · ")
}
