//! What the other articles of the desk say about a claim, in lines.

use std::collections::BTreeSet;

use super::crosscheck::{self, Article, name, shown, words};
use super::failure::Failure;
use crate::core::article::Span;
use crate::core::claim::analyze;
use crate::core::crosscheck::{DocId, Index, Match, Relation};
use crate::desk::Library;
use crate::i18n::{Lang, line as say, messages};

/// So many are told with a question; all of them where somebody asks.
const TOLD: usize = 3;

/// The articles of a desk, compared with each other.
pub(super) struct Others {
    articles: Vec<Article>,
    index: Index,
}

impl Others {
    pub(super) fn of(library: &Library, lang: Lang) -> Result<Self, Failure> {
        let articles = crosscheck::all(library);
        let index = crosscheck::index(lang, &articles)?;
        Ok(Self { articles, index })
    }

    /// What differs from a claim and what agrees with it, a line each, what differs first.
    pub(super) fn told(&self, lang: Lang, article: &str, claim: Span) -> Vec<String> {
        let found = self.found(article, claim);
        // Of each article what counts most; a second look is the answer `o`.
        let mut told = BTreeSet::new();
        let first = found.iter().filter(|(_, one)| told.insert(one.article));
        let first = first.take(TOLD).map(|(text, one)| self.line(lang, text, one));
        let mut lines: Vec<_> = first.collect();
        if let more @ 1.. = found.len() - lines.len() {
            lines.push(messages::REVIEW_MORE.fill(lang, &[&more]));
        }
        lines
    }

    /// The same of all of them, each with its words.
    pub(super) fn quoted(&self, lang: Lang, article: &str, claim: Span) -> Vec<String> {
        let line = |(text, one): &(&str, Match)| {
            let words = shown(one.span, self.article(one).document.text());
            let quoted = messages::QUOTED.fill(lang, &[&words]);
            [self.line(lang, text, one), quoted]
        };
        self.found(article, claim).iter().flat_map(line).collect()
    }

    /// The text of the article, and what others say.
    fn found(&self, article: &str, claim: Span) -> Vec<(&str, Match)> {
        let Some(at) = self.articles.iter().position(|known| known.name == article) else {
            return Vec::new();
        };
        let text = self.articles[at].document.text();
        let found = self.index.query(DocId::new(at), text, &analyze(text), claim).into_iter();
        let tells = |one: &Match| one.article.index() != at && one.relation != Relation::Related;
        found.filter(tells).map(|one| (text, one)).collect()
    }

    fn article(&self, one: &Match) -> &Article {
        &self.articles[one.article.index()]
    }

    /// `differs: 12 ↔ 15 people: other figure (b.txt)`
    fn line(&self, lang: Lang, text: &str, one: &Match) -> String {
        let there = self.article(one);
        let relation = say::name(name(one.relation)).to(lang);
        let why = one.why.first().map(|why| words(lang, why, (text, there.document.text())));
        let line = say::OF.fill(lang, &[&relation, &why.unwrap_or_default()]);
        format!("{line} ({})", there.name)
    }
}
