//! What articles are told apart by: who published them and when, and which of them is the latest.

use jiff::civil::Date;

use crate::core::article::Source;
use crate::i18n::{Lang, messages as say};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;

/// Who published an article and on which day, as far as that is known: `Le Monde · 23 oct. 2024`.
pub(crate) fn origin(lang: Lang, source: &Source) -> String {
    let outlet = source.outlet.as_deref().map(|outlet| outlet.replace('\n', " "));
    let parts = [outlet, source.day().map(|day| date(lang, day))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A day as people write it; as it stands there where it is none.
pub(crate) fn date(lang: Lang, day: &str) -> String {
    let Ok(date) = day.parse::<Date>() else { return day.replace('\n', " ") };
    format!("{} {}", day_and_month(lang, date), date.year())
}

/// A day as people say it: with its year unless that is this one.
pub(crate) fn day_of(lang: Lang, day: Date, today: Date) -> String {
    match day.year() == today.year() {
        true => day_and_month(lang, day),
        false => date(lang, &day.to_string()),
    }
}

fn day_and_month(lang: Lang, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    let month = say::MONTHS.to(lang).split(' ').nth(month).unwrap_or_default();
    format!("{} {month}", date.day())
}

/// What an article is known by in a list: day and outlet, where they are known, else its title.
pub(crate) fn mark(model: &Model, article: ArticleId) -> String {
    let source = source(model, article);
    let origin = source.map(|source| origin(model.settings.lang, source)).unwrap_or_default();
    if source.is_some_and(|source| source.outlet.is_some()) {
        return origin;
    }
    let title = model.desk.title(article).to_owned();
    if origin.is_empty() { title } else { format!("{title} ({origin})") }
}

fn source(model: &Model, article: ArticleId) -> Option<&Source> {
    Some(&model.desk.articles.get(article)?.summary()?.source)
}

/// The day an article was published, as ISO 8601.
pub(crate) fn day(model: &Model, article: ArticleId) -> Option<&str> {
    let day = source(model, article)?.day()?;
    day.parse::<Date>().ok().map(|_| day)
}

/// The latest day on which one of these articles was published, where they tell more than one.
pub(crate) fn latest(model: &Model, articles: impl Iterator<Item = ArticleId>) -> Option<&str> {
    let days: Vec<&str> = articles.filter_map(|article| day(model, article)).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    (first < last).then_some(last)
}
