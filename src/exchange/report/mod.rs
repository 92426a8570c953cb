//! The report of a desk: what an editor reads and forwards.

mod chart;
mod html;
mod markdown;
mod summary;
mod words;

use super::Writer;
use super::results::{Article, Claim, Gap, Header};
use crate::core::annotation::{Annotation, Rival, Stance, VerdictId};
use crate::core::crosscheck::Relation;
use crate::core::team::opinion::Opinion;
use crate::i18n::{Lang, Text};

/// From this number of articles on, the report has a page per article and an index.
pub(crate) const PAGES: usize = 100;

/// The report as HTML, without script and without any request: one page, or with many
/// articles an index and a page for each.
pub(crate) fn html(lang: Lang) -> Box<dyn Writer> {
    Box::new(html::Html::new(lang))
}

/// Whether a report of so many articles is a folder of pages.
pub(crate) const fn is_folder(articles: usize) -> bool {
    articles > PAGES
}

/// The report in Markdown, for wikis and pull requests.
pub(crate) fn markdown(lang: Lang) -> Box<dyn Writer> {
    Box::new(markdown::Markdown::new(lang))
}

/// The name of an article's page in a report of many.
fn page_name(article: &Article) -> String {
    format!("{}.html", article.stem())
}

/// The sign and the name of a verdict.
fn label(desk: &Header, verdict: &VerdictId, lang: Lang) -> (char, String) {
    desk.known(verdict).map_or_else(
        || ('?', verdict.0.clone()),
        |label| (label.symbol, lang.pick(&label.en, &label.fr).to_owned()),
    )
}

/// A verdict as it is shown: `✗ disputed`.
fn shown(desk: &Header, verdict: &VerdictId, lang: Lang) -> String {
    let (sign, name) = label(desk, verdict, lang);
    format!("{sign} {name}")
}

/// What counts on a claim, in words: `✗ disputed`, `≠ people differ`, `no common verdict`.
fn result(desk: &Header, claim: &Claim, lang: Lang) -> String {
    match &claim.effective {
        Some(effective) => shown(desk, &effective.verdict, lang),
        None if claim.is_disputed() => format!("≠ {}", words::DISPUTED.to(lang)),
        None => words::NO_VERDICT.to(lang).to_owned(),
    }
}

/// Who published an article and when, and its file.
fn origin(article: &Article) -> Vec<String> {
    let source = &article.source;
    let authors = (!source.author.is_empty()).then(|| source.author.join(", "));
    let day = source.day().map(str::to_owned);
    let parts = [source.outlet.clone(), authors, day, Some(article.name.clone())];
    parts.into_iter().flatten().collect()
}

/// What another machine of the same person says instead, as long as that person has not chosen.
fn rivals(desk: &Header, said: &Annotation, lang: Lang) -> Vec<String> {
    let told = |rival: &Rival| {
        let value = match rival.as_verdict() {
            Some(verdict) => shown(desk, &verdict, lang),
            None => rival.said(),
        };
        words::OTHER_MACHINE.fill(lang, &[&value])
    };
    said.conflict.iter().map(told).collect()
}

/// What of it could not be read, in words.
fn gaps(gaps: &[Gap], lang: Lang) -> impl Iterator<Item = String> {
    gaps.iter().map(move |Gap { file, why, is_left_out }| {
        let told = if *is_left_out { words::LEFT_OUT } else { words::NOT_WHOLLY };
        told.fill(lang, &[file, why])
    })
}

/// Whether somebody said anything of a claim but the verdict that is final for the team.
fn says_something(opinion: &Opinion) -> bool {
    let said = &opinion.annotation;
    said.verdict.is_some() || !said.note.is_empty() || !said.evidence.is_empty()
}

/// The word for what evidence does to a claim.
const fn stance(stance: Stance) -> Text {
    match stance {
        Stance::Supports => words::SUPPORTS,
        Stance::Refutes => words::REFUTES,
        Stance::Context => words::CONTEXT,
    }
}

const fn relation(relation: Relation) -> Text {
    match relation {
        Relation::Related | Relation::Nearest => words::RELATED,
        Relation::Agree => words::AGREES,
        Relation::Differ => words::DIFFERS,
    }
}
