//! The index over the whole desk, shared by the working threads.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::alike;
use super::answers::{Question, Version};
use super::context::Context;
use super::recent::Recent;
use super::study;
use crate::core::annotation::{BlobId, VerdictId};
use crate::core::article::{Document, Span};
use crate::core::claim::{Analysis, analyze};
use crate::core::crosscheck::{
    Difference, Digest, DocId, Gathered, Holder, Index, Match, Relation, Value, Why,
};
use crate::state::model::desk::ArticleId;
use crate::state::model::divergence::{Claimed, Counted, Divergence, Divergences, Voice};
use crate::state::model::related::{Reason, Related};
use crate::state::model::story::Stories;

/// Many may ask while nobody inserts.
#[derive(Clone, Default)]
pub(super) struct DeskIndex {
    held: Arc<RwLock<Held>>,
    recent: Recent,
}

/// The index, and what tells its articles from others.
#[derive(Default)]
struct Held {
    index: Index,
    version: Version,
}

impl DeskIndex {
    /// An article was read, which git calls `blob`.
    pub(super) fn insert(&self, article: ArticleId, blob: &BlobId, digest: Digest) {
        self.recent.forget(article);
        let mut held = self.write();
        held.version.insert(article, blob, &digest);
        held.index.insert_digest(DocId::new(article), digest);
    }

    /// An article is gone.
    pub(super) fn remove(&self, article: ArticleId) {
        self.recent.forget(article);
        let mut held = self.write();
        held.version.remove(article);
        held.index.remove(DocId::new(article));
    }

    /// What the desk says about a claim, with the words of the others. What it says while it `is_whole`
    /// is kept.
    pub(super) fn related(
        &self,
        context: &Context,
        is_whole: bool,
        (article, doc, analysis): (ArticleId, &Document, &Analysis),
        span: Span,
    ) -> Vec<Related> {
        let held = self.read();
        let (version, question) = (held.number(is_whole), Question::new(article, doc, span));
        context.answers().related(version, question, || {
            let found = held.index.query(DocId::new(article), doc.text(), analysis, span);
            // Texts are read while others may insert.
            drop(held);
            self.worded(context, (article, doc), &found)
        })
    }

    /// The same matches with the words of the others.
    fn worded(
        &self,
        context: &Context,
        here: (ArticleId, &Document),
        found: &[Match],
    ) -> Vec<Related> {
        let mut texts = Texts { context, recent: &self.recent, here, last: None };
        // In order of article, so that each is at hand once, however large.
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|i| found[*i].article);
        let mut related: Vec<(usize, Related)> =
            order.into_iter().filter_map(|i| Some((i, texts.related(&found[i])?))).collect();
        // What other articles say comes first, and last what may be of something else.
        related
            .sort_by_key(|(i, one)| (one.relation == Relation::Nearest, one.article == here.0, *i));
        related.into_iter().map(|(_, related)| related).collect()
    }

    /// The text of an article.
    pub(super) fn text(&self, context: &Context, article: ArticleId) -> Option<Arc<Document>> {
        self.recent.text(context, article)
    }

    /// Which articles belong together.
    pub(super) fn stories(&self, context: &Context, is_whole: bool) -> Stories {
        let held = self.read();
        context.answers().stories(held.number(is_whole), || {
            let Gathered { stories, copies } = held.index.gathered();
            let ids = |groups: Vec<Vec<DocId>>| -> Vec<Vec<ArticleId>> {
                let ids = |group: Vec<DocId>| group.into_iter().map(DocId::index).collect();
                groups.into_iter().map(ids).collect()
            };
            Stories { told: ids(stories), copies: ids(copies) }
        })
    }

    /// How many claims of an article differ from what others say.
    pub(super) fn differences_of(
        &self,
        context: &Context,
        is_whole: bool,
        article: ArticleId,
    ) -> usize {
        let held = self.read();
        let count = || held.index.differences_of(DocId::new(article));
        context.answers().differing(held.number(is_whole), article, count)
    }
}

impl Held {
    /// The number under which answers are kept: what is said while articles are still missing is of no
    /// use later.
    fn number(&self, is_whole: bool) -> Option<u64> {
        is_whole.then(|| self.version.number())
    }
}

impl DeskIndex {
    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The facts on which the articles differ, with the words and one's own verdicts.
    pub(super) fn divergences(&self, context: &Context) -> Divergences {
        let found = self.read().index.differences();
        let mut desk = Verdicts { context, held: HashMap::new() };
        let mut claimed = |value: &Value| Claimed {
            voices: value.holders.iter().filter_map(|h| desk.voice(h)).collect(),
            differs: value.differs,
        };
        let one = |one: &Difference| {
            let values = joined(one.values.iter().map(&mut claimed));
            let first = values.iter().flat_map(|value| &value.voices).next();
            let counted = first.map(counted).unwrap_or_default();
            Divergence { kind: one.kind, slot: one.slot, counted, values, more: one.more }
        };
        Divergences { list: found.found.iter().map(one).collect(), complete: found.complete }
    }
}

/// Values of which those that say the same are one: what differs first, then what most tell.
fn joined(values: impl Iterator<Item = Claimed>) -> Vec<Claimed> {
    let read = |one: Claimed| {
        let told = one.voices.first().and_then(|voice| {
            alike::read(&voice.words, Span::new(0, voice.words.len()), voice.within())
        });
        (one, told)
    };
    let mut all = alike::joined(values.map(read), |one, mut other| {
        one.voices.append(&mut other.voices);
        one.differs |= other.differs;
    });
    for value in &mut all {
        once_an_article(&mut value.voices);
    }
    all.sort_by_key(|value| (Reverse(value.differs), Reverse(value.voices.len())));
    all
}

/// Of an article that gives a value twice, in its title and below it, one claim: one that is decided, else one that
/// names its source, else that which says the most.
fn once_an_article(voices: &mut Vec<Voice>) {
    let worth =
        |voice: &Voice| (voice.verdict.is_some(), voice.source.is_some(), voice.words.len());
    voices.sort_by_key(|voice| (voice.article, Reverse(worth(voice))));
    voices.dedup_by_key(|voice| voice.article);
}

/// What the figure of a claim counts or measures.
fn counted(voice: &Voice) -> Counted {
    let Some(at) = voice.place.start.checked_sub(voice.span.start) else { return Counted::Nothing };
    let facts = analyze(&voice.words).facts;
    let own = facts.quantities.into_iter().find(|quantity| quantity.span.start == at);
    match own.map(|quantity| (quantity.unit, quantity.noun)) {
        Some((Some(unit), _)) => Counted::Measure(unit.measure),
        Some((None, Some(noun))) => Counted::Things(noun.span.of(&voice.words).to_owned()),
        _ => Counted::Nothing,
    }
}

/// A text and the verdicts in force on it.
type Decided = (Document, Vec<(Span, VerdictId)>);

/// Texts and verdicts of the articles in a list of differences.
struct Verdicts<'a> {
    context: &'a Context,
    held: HashMap<ArticleId, Option<Decided>>,
}

impl Verdicts<'_> {
    fn voice(&mut self, holder: &Holder) -> Option<Voice> {
        let article = holder.article.index();
        let context = self.context;
        let (doc, verdicts) = self
            .held
            .entry(article)
            .or_insert_with(|| study::verdicts(context, article))
            .as_ref()?;
        // The verdict on the claim is the one that shares the most with it.
        let own = verdicts.iter().filter(|(span, _)| span.overlaps(holder.claim));
        let own = own.max_by(|a, b| a.0.iou(holder.claim).total_cmp(&b.0.iou(holder.claim)));
        Some(Voice {
            article,
            span: holder.claim,
            place: holder.value,
            value: holder.value.of(doc.text()).replace('\n', " "),
            words: holder.claim.of(doc.text()).replace('\n', " "),
            source: holder.source.map(|source| source.of(doc.text()).to_owned()),
            verdict: own.map(|(_, verdict)| verdict.clone()),
        })
    }
}

/// The texts of the articles that were found.
struct Texts<'a> {
    context: &'a Context,
    recent: &'a Recent,
    here: (ArticleId, &'a Document),
    last: Option<(ArticleId, Arc<Document>)>,
}

impl Texts<'_> {
    fn related(&mut self, found: &Match) -> Option<Related> {
        let article = found.article.index();
        let why = found.why.iter().map(|why| self.reason(article, why)).collect();
        let words = self.words(article, found.span)?;
        let points = self.doc(article)?.to_points(found.span);
        let source = found.source.and_then(|source| self.words(article, source));
        let Match { span, relation, is_claim, .. } = *found;
        Some(Related { article, span, is_claim, points, words, source, relation, why })
    }

    fn words(&mut self, article: ArticleId, span: Span) -> Option<String> {
        Some(span.of(self.doc(article)?.text()).to_owned())
    }

    fn doc(&mut self, article: ArticleId) -> Option<&Document> {
        if article == self.here.0 {
            return Some(self.here.1);
        }
        if self.last.as_ref().is_none_or(|(held, _)| *held != article) {
            self.last = None;
            self.last = Some((article, self.recent.text(self.context, article)?));
        }
        self.last.as_ref().map(|(_, doc)| &**doc)
    }

    fn reason(&mut self, article: ArticleId, why: &Why) -> Reason {
        let text = self.here.1.text();
        let why = self.doc(article).map_or(*why, |doc| why.at_its_words(text, doc.text()));
        let here = why.here.of(text).to_owned();
        let there = self.words(article, why.there).unwrap_or_default();
        let places = (why.here, why.there);
        Reason { kind: why.kind, slot: why.slot, agreement: why.agreement, here, there, places }
    }
}
