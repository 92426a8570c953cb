//! What the other articles of the desk say about a claim, in lines.

use std::collections::BTreeSet;

use super::crosscheck::{self, Article, name, shown, words};
use super::failure::Failure;
use crate::core::article::Span;
use crate::core::crosscheck::{DocId, Index, Match, Relation};
use crate::desk::{Library, Opened};
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
    pub(super) fn told(&self, lang: Lang, opened: &Opened, claim: Span) -> Vec<String> {
        let found = self.found(opened, claim);
        // Of each article what counts most; a second look is the answer `o`. What only comes nearest tells nothing
        // without its words.
        let mut told = BTreeSet::new();
        let first = found.iter().filter(|one| one.relation != Relation::Nearest);
        let first = first.filter(|one| told.insert(one.article)).take(TOLD);
        let mut lines: Vec<_> = first.map(|one| self.line(lang, opened, one)).collect();
        if let more @ 1.. = found.len() - lines.len() {
            lines.push(messages::REVIEW_MORE.fill(lang, &[&more]));
        }
        lines
    }

    /// The same of all of them, and what comes nearest, each with its words.
    pub(super) fn quoted(&self, lang: Lang, opened: &Opened, claim: Span) -> Vec<String> {
        let line = |one: &Match| {
            let words = shown(one.span, self.article(one).document.text());
            let quoted = messages::QUOTED.fill(lang, &[&words]);
            [self.line(lang, opened, one), quoted]
        };
        self.found(opened, claim).iter().flat_map(line).collect()
    }

    fn found(&self, opened: &Opened, claim: Span) -> Vec<Match> {
        let Some(at) = self.articles.iter().position(|known| known.name == opened.name) else {
            return Vec::new();
        };
        let id = DocId::new(at);
        let mut found = self.index.query(id, opened.document.text(), &opened.analysis, claim);
        found.retain(|one| one.article != id && one.relation != Relation::Related);
        found
    }

    fn article(&self, one: &Match) -> &Article {
        &self.articles[one.article.index()]
    }

    /// `differ: 12 ↔ 15 people: other figure (b.txt)`
    fn line(&self, lang: Lang, opened: &Opened, one: &Match) -> String {
        let there = self.article(one);
        let relation = say::name(name(one.relation)).to(lang);
        let texts = (opened.document.text(), there.document.text());
        let told = match one.why.first() {
            Some(why) => say::OF.fill(lang, &[&relation, &words(lang, why, texts)]),
            None => relation.to_owned(),
        };
        format!("{told} ({})", there.name)
    }
}
