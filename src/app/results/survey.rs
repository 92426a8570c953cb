//! What the articles of a desk say about each other's claims.
//!
//! Each article is analysed once: what is kept of it then is its [`Digest`] in the index and, where
//! it is told of, the claims that somebody spoke about.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::order::{Order, Steps, Stopped};
use super::read::{Kept, keep};
use crate::app::alike::{self, Told};
use crate::app::parallel;
use crate::core::article::Span;
use crate::core::claim::{Analysis, Claim};
use crate::core::crosscheck::{
    self, Collected, Compared, DEFAULT_SCORE, Digest, Digester, DocId, Index, Match, Pair, Relation,
};
use crate::desk::Library;
use crate::exchange::{Article, Difference, Other, Valued};
use crate::i18n::{Message, line as say};

/// So many statements of other articles are told of a claim.
const MOST_OTHERS: usize = 5;
/// So many bytes of other articles are kept at hand.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// All articles of a desk.
pub(super) struct Survey<'a> {
    index: Index,
    names: Vec<String>,
    titles: Vec<String>,
    kept: HashMap<String, Result<Kept, Message>>,
    texts: Texts<'a>,
}

/// What was read of one article.
struct Read {
    title: String,
    /// None where it cannot be read.
    digest: Option<Digest>,
    /// None where it is not told of.
    kept: Option<Result<Kept, Message>>,
}

impl<'a> Survey<'a> {
    /// Reads all articles of the desk.
    ///
    /// # Errors
    /// Where the person has had enough.
    pub(super) fn of(order: &Order<'a>, steps: &mut Steps<'_>) -> Result<Self, Stopped> {
        let listed = order.library.list().entries.into_iter();
        let names: Vec<String> =
            listed.filter(|entry| entry.problem.is_none()).map(|entry| entry.name).collect();
        let told: HashSet<&str> = order.articles.iter().map(String::as_str).collect();
        let mut survey = Self {
            index: Index::new(),
            titles: Vec::with_capacity(names.len()),
            kept: HashMap::with_capacity(told.len()),
            texts: Texts::new(order.library),
            names: Vec::new(),
        };
        steps.all += names.len();
        let mut next = names.iter();
        let work = |digester: &mut Digester, name: &String| match told.contains(name.as_str()) {
            true => read_told(order, digester, name),
            false => read_other(order.library, digester, name),
        };
        parallel::in_order(&names, Digester::default, work, |read| {
            if let Some(digest) = read.digest {
                survey.index.insert_digest(DocId::new(survey.titles.len()), digest);
            }
            survey.titles.push(read.title);
            if let (Some(name), Some(kept)) = (next.next(), read.kept) {
                survey.kept.insert(name.clone(), kept);
            }
            steps.step()
        })?;
        survey.names = names;
        Ok(survey)
    }

    /// What the articles are called.
    pub(super) fn titles(&self) -> BTreeMap<String, String> {
        self.names.iter().cloned().zip(self.titles.iter().cloned()).collect()
    }

    /// An article with what others say about the claims that somebody spoke about, and the pairs
    /// that tell so.
    ///
    /// # Errors
    /// Why the article cannot be told.
    pub(super) fn told(&self, name: &str) -> Result<(Kept, Vec<Pair>), Message> {
        let unlisted = || Err(say::UNLISTED.with(&[&name]));
        let mut kept = self.kept.get(name).cloned().unwrap_or_else(unlisted)?;
        let Some(id) = self.id(name) else { return Ok((kept, Vec::new())) };
        let spans: Vec<Span> = kept.article().decided().map(|claim| claim.span).collect();
        let is_wanted = |span: Span| spans.iter().any(|wanted| wanted.overlaps(span));
        let mut pairs = match spans.is_empty() {
            true => Vec::new(),
            false => self.index.pairs_where(id, DEFAULT_SCORE, is_wanted),
        };
        pairs.retain(|pair| is_wanted(pair.span));
        self.tell_others(kept.article_mut(), id, &pairs);
        Ok((kept, pairs))
    }

    fn tell_others(&self, article: &mut Article, id: DocId, pairs: &[Pair]) {
        let Some(here) = self.texts.of(&article.name) else { return };
        for claim in article.claims.iter_mut().filter(|claim| !claim.opinions.is_empty()) {
            let mut found: Vec<&Match> = pairs
                .iter()
                .filter(|pair| pair.span.overlaps(claim.span))
                .map(|pair| &pair.found)
                .filter(|found| found.article != id && found.relation > Relation::Related)
                .collect();
            let place = |found: &Match| (found.article, found.span);
            found.sort_by(|x, y| {
                let surer = y.score.total_cmp(&x.score);
                y.relation.cmp(&x.relation).then(surer).then(place(x).cmp(&place(y)))
            });
            let other = |found| self.other(found, &here.words);
            claim.others = found.into_iter().take(MOST_OTHERS).filter_map(other).collect();
        }
    }

    fn other(&self, found: &Match, here: &str) -> Option<Other> {
        let name = self.name(found.article);
        let there = self.texts.of(name)?;
        let words = |span: Span| there.words.get(span.range()).map(str::to_owned);
        Some(Other {
            relation: found.relation,
            article: name.to_owned(),
            origin: there.origin.clone(),
            words: words(found.span)?,
            values: values(found, here, &there.words).unwrap_or_default(),
        })
    }

    /// The differences that touch a claim which somebody spoke about.
    pub(super) fn differences(&self, collected: &Collected) -> Vec<Difference> {
        collected.differences().found.iter().map(|found| self.difference(found)).collect()
    }

    fn difference(&self, found: &crosscheck::Difference) -> Difference {
        let read = found.values.iter().map(|value| self.valued(value));
        let mut values = alike::joined(read, |one, mut other| {
            one.articles.append(&mut other.articles);
            one.differs |= other.differs;
        });
        values.sort_by_key(|value| (Reverse(value.differs), Reverse(value.articles.len())));
        Difference { kind: found.kind, slot: found.slot, values }
    }

    /// A value in the words of the first article that gives it, and as it is read there.
    fn valued(&self, value: &crosscheck::Value) -> (Valued, Option<Told>) {
        let mut one = Valued { differs: value.differs, ..Valued::default() };
        let mut told = None;
        for holder in &value.holders {
            let name = self.name(holder.article);
            let Some(text) = self.texts.of(name) else { continue };
            if one.articles.is_empty() {
                let words = text.words.get(holder.value.range()).unwrap_or_default();
                words.clone_into(&mut one.words);
                told = alike::read(&text.words, holder.claim, holder.value);
            }
            one.articles.push(name.to_owned());
        }
        (one, told)
    }

    fn id(&self, name: &str) -> Option<DocId> {
        // A listing is sorted by name.
        let at = self.names.binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        Some(DocId::new(at))
    }

    fn name(&self, id: DocId) -> &str {
        self.names.get(id.index()).map_or("", |name| name)
    }
}

/// The values of the reason that tells most of a match: of a difference what differs, figures before
/// dates and names, and what became of it last.
fn values(found: &Match, here: &str, there: &str) -> Option<String> {
    let rank = |why: &&crosscheck::Why| {
        let is_beside =
            (why.agreement == Compared::Differs) != (found.relation == Relation::Differ);
        (is_beside, why.kind as u8, why.agreement as u8)
    };
    let why = found.why.iter().min_by_key(rank)?.at_its_words(here, there);
    let (here, there) = (here.get(why.here.range())?, there.get(why.there.range())?);
    let sign = match why.agreement {
        Compared::Differs => "≠",
        _ if here == there => return Some(here.to_owned()),
        Compared::Same => "=",
        Compared::Meets | Compared::Part => "~",
    };
    Some(format!("{here} {sign} {there}"))
}

/// An article that is told of.
fn read_told(order: &Order<'_>, digester: &mut Digester, name: &str) -> Read {
    match keep(order, name) {
        Ok(((document, mut analysis), mut kept)) => {
            add_decided(&mut analysis, kept.article());
            let published = order.library.source(name).published;
            let digest = digester.digest(document.text(), &analysis, published.as_deref());
            kept.article_mut().leave_decided();
            Read { title: kept.article().title.clone(), digest: Some(digest), kept: Some(Ok(kept)) }
        }
        // What people decided on it cannot be told; what it says itself may still be compared.
        Err(why) => Read { kept: Some(Err(why)), ..read_other(order.library, digester, name) },
    }
}

/// What somebody spoke about is compared, too, where no claim was detected.
fn add_decided(analysis: &mut Analysis, article: &Article) {
    for span in article.decided().map(|claim| claim.span) {
        if !analysis.claims.iter().any(|claim| claim.span.overlaps(span)) {
            let at = analysis.claims.partition_point(|claim| claim.span.start < span.start);
            analysis.claims.insert(at, Claim { span, ..Claim::default() });
        }
    }
}

/// An article that others are compared with.
fn read_other(library: &Library, digester: &mut Digester, name: &str) -> Read {
    let source = library.source(name);
    let Ok((document, _)) = library.document(name) else {
        let title = source.title.unwrap_or_else(|| name.to_owned());
        return Read { title, digest: None, kept: None };
    };
    let text = document.text();
    let digest = digester.digest(text, &library.analyze(text), source.published.as_deref());
    Read { title: source.title_of(text), digest: Some(digest), kept: None }
}

/// What articles say, so that their words can be quoted; many of them at hand.
struct Texts<'a> {
    library: &'a Library,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    texts: HashMap<String, Arc<Known>>,
    bytes: usize,
}

struct Known {
    words: String,
    origin: String,
}

impl<'a> Texts<'a> {
    fn new(library: &'a Library) -> Self {
        Self { library, held: Mutex::default() }
    }

    /// An article's text and origin.
    fn of(&self, name: &str) -> Option<Arc<Known>> {
        let lock = || self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().texts.get(name) {
            return Some(Arc::clone(known));
        }
        let (document, _) = self.library.document(name).ok()?;
        let words = document.text().to_owned();
        let known = Arc::new(Known { words, origin: self.library.source(name).in_short() });
        let mut held = lock();
        if held.bytes > MOST_TEXT {
            *held = Held::default();
        }
        held.bytes += known.words.len();
        held.texts.insert(name.to_owned(), Arc::clone(&known));
        Some(known)
    }
}
