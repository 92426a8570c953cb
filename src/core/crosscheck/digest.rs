//! What is kept of an article: its vector, its sentences, and where its claims stand.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use jiff::civil;

use super::days::Day;
use super::gist::Gist;
use super::names::Names;
use super::near::Near;
use super::pack::Pack;
use super::packed::Packed;
use super::read::Sentence;
use super::statement::Statement;
use super::term::Fnv;
use super::vector::Vector;
use super::words::Reader;
use crate::core::article::{Span, begun_before};
use crate::core::claim::Analysis;
use crate::core::fact::date;
use crate::core::keep::keep;
use crate::core::lang::lexicon::Lexicon;

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
pub struct Source<'a> {
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

    /// One that was published on a day as `2024-10-23`; where that is not known, on the one that it gives as its own.
    pub fn published(text: &'a str, analysis: &'a Analysis, published: Option<&str>) -> Self {
        let told = || date::day(text, &analysis.facts.dates);
        let written = published.map(str::to_owned).or_else(told).and_then(|day| Day::read(&day));
        Self::new(text, analysis, written)
    }

    /// Whether its language writes all nouns with a capital.
    fn has_capitals(&self) -> bool {
        Lexicon::of(self.analysis.language).settings.nouns_have_capitals()
    }
}

/// What is kept of some sentences of an article, so that more than one processor can read a long one.
#[derive(Default)]
pub struct DigestPart {
    digest: Digest,
    gist: Gist,
    /// The numbers of the statements.
    known: HashMap<u64, u32, BuildHasherDefault<Fnv>>,
}

impl DigestPart {
    /// Adds what is kept of the sentences that follow.
    pub fn append(&mut self, part: Self) {
        let Digest { statements, places, titles, .. } = part.digest;
        let numbers = statements.into_iter().map(|(hash, packed)| self.number(hash, || packed));
        let numbers: Vec<u32> = numbers.collect();
        let renumbered = |place: Place| Place { number: numbers[place.number as usize], ..place };
        self.digest.places.extend(places.into_iter().map(renumbered));
        self.digest.titles.extend(titles);
    }

    /// What is kept of the article, when all of it is read.
    pub fn digest(self, source: &Source<'_>) -> Digest {
        Digest { vector: self.gist.vector(source.written, source.has_capitals()), ..self.digest }
    }

    /// The number of a statement.
    fn number(&mut self, hash: u64, packed: impl FnOnce() -> Packed) -> u32 {
        let statements = &mut self.digest.statements;
        *self.known.entry(hash).or_insert_with(|| {
            statements.push((hash, packed()));
            statements.len() as u32 - 1
        })
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
        let source = Source::published(text, analysis, published);
        let mut part = DigestPart::default();
        self.read(&source, 0..analysis.sentences.len(), &mut part);
        part.digest(&source)
    }

    /// Adds what is kept of some sentences. All that tell the story of the article, in its first 16 KB, are of the first
    /// part.
    pub fn read(&mut self, source: &Source<'_>, sentences: Range<usize>, part: &mut DigestPart) {
        let sentences = &source.analysis.sentences[sentences];
        let Some(first) = sentences.first() else { return };
        let mut near = Near::all(source.analysis).around(first.span);
        let mut claims = near.claims;
        for sentence in sentences {
            let start = sentence.span.start;
            claims = &claims[begun_before(claims, start, |claim| claim.span)..];
            let (own, rest) =
                claims.split_at(begun_before(claims, sentence.span.end, |claim| claim.span));
            claims = rest;
            let is_title = own.is_empty() && start < LEAD && !sentence.is_dateline;
            if own.is_empty() && start >= STORY {
                continue;
            }
            let is_kept = is_title || !own.is_empty();
            near = near.around(sentence.span);
            let read = self.sentence(source, near, sentence.span);
            let told = if is_kept { read.statement() } else { read.gist() };
            let Some(statement) = told else { continue };
            if start < STORY {
                part.gist.add(&statement, start < LEAD);
            }
            if !is_kept {
                continue;
            }
            let number = part.number(statement.hash(), || Packed::new(statement));
            let place = |claim| Place { claim, sentence: start, number };
            let Digest { places, titles, .. } = &mut part.digest;
            if is_title {
                titles.push(start as u32);
                places.push(place(sentence.span));
            }
            places.extend(own.iter().map(|claim| place(claim.span)));
        }
    }

    /// What is kept of the sentence at `span`.
    pub(super) fn statement(&mut self, source: &Source<'_>, span: Span) -> Option<Statement> {
        self.sentence(source, Near::all(source.analysis).around(span), span).statement()
    }

    /// Reads a sentence, with what was found around it.
    fn sentence<'a>(&mut self, source: &'a Source<'a>, near: Near<'a>, span: Span) -> Sentence<'a> {
        let Source { text, pack, written, ref names, .. } = *source;
        let words = self.reader.words(text, bounded(text, span), pack);
        Sentence { text, analysis: near.until(span.end), span, words, pack, written, names }
    }

    /// The terms that tell the story of an article, from its head.
    pub(super) fn vector(&mut self, source: &Source<'_>) -> Vector {
        let mut gist = Gist::default();
        let mut near = Near::all(source.analysis);
        let sentences = &source.analysis.sentences;
        for sentence in sentences.iter().take_while(|s| s.span.start < STORY) {
            near = near.around(sentence.span);
            if let Some(told) = self.sentence(source, near, sentence.span).gist() {
                gist.add(&told, sentence.span.start < LEAD);
            }
        }
        gist.vector(source.written, source.has_capitals())
    }
}

fn bounded(text: &str, span: Span) -> Span {
    Span::new(span.start, text.floor_char_boundary(span.end.min(span.start + MOST_READ)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::analyze;
    use crate::core::crosscheck::{DocId, Index};

    #[test]
    fn a_long_article_is_digested_alike_in_parts() {
        let head = "Titre sans rien\n\n".to_owned() + &"Il pleut sur la ville. ".repeat(800);
        let told = |i: usize| {
            format!("Le maire Jean Martin a dit que {} ont fui. Il a payé.\n", i % 9 + 2)
        };
        let text = head + &(0..60).map(told).collect::<String>();
        let analysis = analyze(&text);
        let source = Source::published(&text, &analysis, None);
        let first = analysis.sentences.partition_point(|s| s.span.start < STORY);
        let mut whole = DigestPart::default();
        let all = analysis.sentences.len();
        for part in [0..first, first..first + 30, first + 30..all] {
            let mut found = DigestPart::default();
            Digester::default().read(&source, part.clone(), &mut found);
            if part.start == 0 { whole = found } else { whole.append(found) }
        }
        let [parts, once] = [whole.digest(&source), Digest::of(&text, &analysis)];
        assert_eq!(format!("{parts:?}"), format!("{once:?}"));
        assert!(once.places.len() > 40 && once.statements.len() < 20);
    }

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
