//! What is kept of an article: its vector, its sentences, and where its claims stand.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use jiff::civil;

use super::days::Day;
use super::gist::Gist;
use super::names::Names;
use super::pack::Pack;
use super::packed::Packed;
use super::read::Sentence;
use super::statement::Statement;
use super::term::Fnv;
use super::vector::Vector;
use super::words::Reader;
use crate::core::article::Span;
use crate::core::claim::Analysis;
use crate::core::fact::date;
use crate::core::keep::keep;

/// How much of an article tells its story, in bytes, and how much is its head.
const STORY: usize = 16 * 1024;
const LEAD: usize = 300;
/// How much of a sentence is read, in bytes: a bound for pages that are one long line.
const MOST_READ: usize = 16 * 1024;

/// What is kept of one article: made by any thread, then put into an
/// [`Index`](super::Index) by the one that owns it.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    /// The statements with their hashes, each once.
    pub(super) statements: Vec<(u64, Packed)>,
    /// Where claims stand, and titles, in order.
    pub(super) places: Vec<Place>,
    /// Sentences of its head in which no claim was found, by where they start: a title tells the
    /// story, so it answers for the article.
    pub(super) titles: Vec<u32>,
    pub(super) vector: Vector,
}

keep!(struct Digest { statements, places, titles, vector });

/// A claim or title and the number of its sentence's statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) claim: Span,
    pub(super) sentence: usize,
    pub(super) number: u32,
}

keep!(struct Place { claim, sentence, number });

/// An article with what is known of it.
pub(super) struct Source<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    /// The number of the pack that it is read with.
    pack: usize,
    /// When it was written.
    written: Option<Day>,
    names: Names,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str, analysis: &'a Analysis, written: Option<Day>) -> Self {
        let pack = Pack::number_for(text, analysis.language);
        Self { text, analysis, pack, written, names: Names::of(text, analysis) }
    }
}

/// Makes digests, quicker from article to article: it remembers the words it has seen.
#[derive(Clone, Default)]
pub struct Digester {
    reader: Reader,
}

impl Digest {
    /// The day on which its article was written, by which it reads what is told of `Monday`; none where nothing tells it.
    pub fn written(&self) -> Option<civil::Date> {
        self.vector.written.map(Day::date)
    }

    /// What is kept of one article.
    pub fn of(text: &str, analysis: &Analysis) -> Self {
        Digester::default().digest(text, analysis, None)
    }
}

impl Digester {
    /// What is kept of one article that was published on a day as `2024-10-23`; where that is not known, on the one that
    /// it gives as its own.
    pub fn digest(&mut self, text: &str, analysis: &Analysis, published: Option<&str>) -> Digest {
        let told = || date::day(text, &analysis.facts.dates);
        let written = published.map(str::to_owned).or_else(told).and_then(|day| Day::read(&day));
        let source = Source::new(text, analysis, written);
        let mut digest = Digest::default();
        let mut gist = Gist::default();
        let mut known: HashMap<u64, u32, BuildHasherDefault<Fnv>> = HashMap::default();
        let mut claims = &analysis.claims[..];
        for sentence in &analysis.sentences {
            let start = sentence.span.start;
            let own = claims.partition_point(|claim| claim.span.start < sentence.span.end);
            let (own, rest) = claims.split_at(own);
            claims = rest;
            let is_title = own.is_empty() && start < LEAD;
            if own.is_empty() && start >= STORY {
                continue;
            }
            let is_kept = is_title || !own.is_empty();
            let read = self.sentence(&source, sentence.span);
            let told = if is_kept { read.statement() } else { read.gist() };
            let Some(statement) = told else { continue };
            if start < STORY {
                gist.add(&statement, start < LEAD);
            }
            if !is_kept {
                continue;
            }
            let hash = statement.hash();
            let number = *known.entry(hash).or_insert(digest.statements.len() as u32);
            if number as usize == digest.statements.len() {
                digest.statements.push((hash, Packed::new(statement)));
            }
            let place = |claim| Place { claim, sentence: start, number };
            if is_title {
                digest.titles.push(start as u32);
                digest.places.push(place(sentence.span));
            }
            digest.places.extend(own.iter().map(|claim| place(claim.span)));
        }
        Digest { vector: gist.vector(written), ..digest }
    }

    /// What is kept of the sentence at `span`.
    pub(super) fn statement(&mut self, source: &Source<'_>, span: Span) -> Option<Statement> {
        self.sentence(source, span).statement()
    }

    fn sentence<'a>(&mut self, source: &'a Source<'a>, span: Span) -> Sentence<'a> {
        let Source { text, analysis, pack, written, ref names } = *source;
        let words = self.reader.words(text, bounded(text, span), pack);
        Sentence { text, analysis, span, words, pack, written, names }
    }

    /// The terms that tell the story of an article, from its head.
    pub(super) fn vector(&mut self, source: &Source<'_>) -> Vector {
        let mut gist = Gist::default();
        let sentences = &source.analysis.sentences;
        for sentence in sentences.iter().take_while(|s| s.span.start < STORY) {
            if let Some(told) = self.sentence(source, sentence.span).gist() {
                gist.add(&told, sentence.span.start < LEAD);
            }
        }
        gist.vector(source.written)
    }
}

fn bounded(text: &str, span: Span) -> Span {
    Span::new(span.start, text.floor_char_boundary(span.end.min(span.start + MOST_READ)))
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;
    use crate::core::crosscheck::{DocId, Index};

    #[test]
    fn a_title_without_a_claim_answers_and_is_not_counted() {
        let texts = [
            "Microsoft issues patch to fix IE bug\n\nHere is what you should know.",
            "Microsoft issued a patch on 19 September 2013 to fix a bug in IE, its browser.",
        ];
        let mut index = Index::new();
        let analyses = texts.map(analyze);
        for (id, (text, analysis)) in texts.iter().zip(&analyses).enumerate() {
            index.insert(DocId::new(id), text, analysis);
        }
        let title = analyses[0].sentences[0].span;
        assert!(analyses[0].claims.iter().all(|claim| !claim.span.overlaps(title)));
        let found = index.query(DocId(1), texts[1], &analyses[1], analyses[1].claims[0].span);
        let found: Vec<_> = found.iter().map(|found| (found.span, found.is_claim)).collect();
        assert_eq!(found, [(title, false)]);
        assert_eq!(index.differences_of(DocId(0)), 0);
    }
}
