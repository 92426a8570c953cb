//! What is kept of a claim to compare it with others.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::LazyLock;

use super::bargain::{Bargain, bargain};
use super::transfer::{Transfer, transfer};
use super::words::{Fnv, Key, Reader, Role, Word, fold, is_english, name_key};
use crate::core::article::{self, Span};
use crate::core::claim::Analysis;
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Attribution, Date, Name, NameKind, Quantity};

/// Claims that score less are not looked for in other articles: page furniture.
pub(super) const LEAST_SCORE: f32 = 0.05;
/// The words of claims that score less have to match better: headings, opinions.
const LEAST_TELLING: f32 = 0.25;
/// How many words of a claim count, how many around it in its sentence, and
/// how many facts of each kind: a bound for pages that are one long line.
const MOST_WORDS: usize = 200;
const MOST_CONTEXT: usize = 60;
const MOST_FACTS: usize = 12;
/// How many bytes before the start of a claim, and from there on, are read for it.
const MOST_BEFORE: usize = 4 * 1024;
const MOST_AFTER: usize = 16 * 1024;
/// The claims of so many bytes are read at once: the words of a whole article
/// of 100 MB would fill half a gigabyte.
const AT_ONCE: usize = 64 * 1024;

/// What is kept of one article: made by any thread, then put into an
/// [`Index`](super::Index) by the one that owns it.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    /// The statements with their hashes, each once.
    pub(super) statements: Vec<(u64, Statement)>,
    /// Where claims stand, in order, with the number of their statement.
    pub(super) places: Vec<(Span, u32)>,
    /// The names that stand in them, by key.
    pub(super) names: BTreeMap<Key, Box<str>>,
}

/// The numbers of statements by their hash.
type Known = HashMap<u64, u32, BuildHasherDefault<Fnv>>;

/// Makes digests, quicker from article to article: it remembers the words it has seen.
#[derive(Clone, Default)]
pub struct Digester {
    reader: Reader,
}

impl Digest {
    /// What is kept of one article.
    pub fn of(text: &str, analysis: &Analysis) -> Self {
        Digester::default().digest(text, analysis)
    }

    /// What is kept of one stretch, whether the analysis calls it a claim or not.
    pub fn of_span(text: &str, analysis: &Analysis, span: Span) -> Self {
        let mut digest = Self::default();
        Digester::default().read(
            text,
            analysis,
            &[(span, true)],
            is_english(text),
            |span, statement| {
                digest.add(span, statement, &mut HashMap::default());
            },
        );
        digest
    }

    /// Adds a claim; `known` tells the numbers of the statements that are in, by hash.
    fn add(&mut self, span: Span, statement: Statement, known: &mut Known) {
        let hash = statement.hash();
        let number = *known.entry(hash).or_insert(self.statements.len() as u32);
        if number as usize == self.statements.len() {
            self.statements.push((hash, statement));
        }
        self.places.push((span, number));
    }

    /// The places of the statements, in order.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.places.iter().map(|&(span, _)| span)
    }
}

impl Digester {
    /// What is kept of one article; the same as [`Digest::of`].
    pub fn digest(&mut self, text: &str, analysis: &Analysis) -> Digest {
        let mut digest = Digest::default();
        for name in &analysis.facts.names {
            digest.names.entry(name_key(&name.key)).or_insert_with(|| (*name.key).into());
        }
        let claims = analysis.claims.iter().filter(|claim| claim.score >= LEAST_SCORE);
        let spans: Vec<_> =
            claims.map(|claim| (claim.span, claim.score >= LEAST_TELLING)).collect();
        let mut known = Known::default();
        let (english, mut rest) = (is_english(text), &spans[..]);
        while let Some((first, _)) = rest.first() {
            let near = |(span, _): &(Span, bool)| span.start < first.start + AT_ONCE;
            let (stretch, after) = rest.split_at(rest.partition_point(near));
            self.read(text, analysis, stretch, english, |span, statement| {
                digest.add(span, statement, &mut known);
            });
            rest = after;
        }
        digest
    }

    /// Reads neighbouring claims, each with whether it is worth checking.
    fn read(
        &mut self,
        text: &str,
        analysis: &Analysis,
        spans: &[(Span, bool)],
        english: bool,
        mut found: impl FnMut(Span, Statement),
    ) {
        let (Some((first, _)), Some((last, _))) = (spans.first(), spans.last()) else { return };
        let around = around(text, analysis, *first, *last);
        let mut words = self.reader.words(text, around, english);
        for name in slice(&analysis.facts.names, around, |name| name.span) {
            let inside = within(&words, name.span);
            for (i, word) in words[inside].iter_mut().enumerate() {
                word.key = (i == 0).then(|| name_key(&name.key));
            }
        }
        let page = Page { text, analysis, words: &words };
        for &(span, telling) in spans {
            if let Some(statement) = page.statement(span, telling) {
                found(span, statement);
            }
        }
    }
}

/// The words that are read for the claims from `first` to `last`: from the
/// sentence before to the end of the last one, within bounds.
fn around(text: &str, analysis: &Analysis, first: Span, last: Span) -> Span {
    let sentences = &analysis.sentences;
    let at = |place: usize| sentences.partition_point(|sentence| sentence.span.end <= place);
    let before = at(first.start).checked_sub(1).map_or(first.start, |i| sentences[i].span.start);
    let end = sentences.get(at(last.start)).map_or(last.end, |sentence| sentence.span.end);
    let mut start = before.max(first.start.saturating_sub(MOST_BEFORE));
    let mut end = end.max(last.end).min(last.start + MOST_AFTER).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// What is kept of a claim. Places are bytes from its start, so that the same
/// words make the same statement wherever they stand.
///
/// A desk of 100,000 articles has millions, so what most do not have stands apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Statement {
    /// The keys of its words and names, sorted; those of the rest of its
    /// sentence, sorted; and its names in order of place, packed.
    keys: Box<[Key]>,
    /// How many of the keys are its own, and how many of the rest.
    own: u16,
    around: u16,
    /// Whether it is worth checking, so that its words alone tell something.
    pub(super) telling: bool,
    told: Option<Box<Told>>,
}

/// What a statement tells about its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    /// Words said not to be so, sorted.
    pub(super) negated: Box<[Key]>,
    pub(super) figures: Box<[Figure]>,
    pub(super) dates: Box<[When]>,
    pub(super) transfer: Option<Transfer>,
    /// What is given or exchanged, and between whom.
    pub(super) bargain: Option<Box<Bargain>>,
    /// The words by which it denies.
    pub(super) denial: Option<Piece>,
    /// Whom it names as its source, in the same sentence.
    pub(super) source: Option<Piece>,
}

/// A stretch of a statement, or of its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Piece {
    start: i32,
    len: u32,
}

impl Piece {
    pub(super) fn new(base: Span, span: Span) -> Self {
        Self { start: (span.start as i64 - base.start as i64) as i32, len: span.len() as u32 }
    }

    /// Where it stands, in a statement that starts at `base`.
    pub(super) fn at(self, base: usize) -> Span {
        let start = base.saturating_add_signed(self.start as isize);
        Span::new(start, start + self.len as usize)
    }
}

/// A figure of a statement.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) piece: Piece,
    pub(super) amount: Amount,
    /// What is counted.
    pub(super) noun: Option<Key>,
    /// Whose: the names among the noun's modifiers, sorted.
    pub(super) of: Box<[Key]>,
}

/// A date of a statement and what it dates.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub(super) piece: Piece,
    pub(super) date: Date,
    /// The words before it, the nearest last: `accord militaire signé en juin`.
    pub(super) dated: Box<[Key]>,
}

/// A name in a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Named {
    pub(super) piece: Piece,
    pub(super) key: Key,
    /// Said as where it is: `dans le Donbass`.
    pub(super) place: bool,
    /// Neither somebody nor a state, as far as is known.
    pub(super) other: bool,
    /// What it is said to lie in: `Koursk en Ukraine`.
    pub(super) inside: Option<Key>,
}

impl Named {
    /// How many numbers a packed name takes: a third less than unpacked, and
    /// no list of its own.
    const PACKED: usize = 4;
    const PLACE: u32 = 1 << 31;
    const OTHER: u32 = 1 << 30;

    fn pack(self) -> [u32; Self::PACKED] {
        let flag = |on: bool, bit: u32| if on { bit } else { 0 };
        let len = self.piece.len.min(Self::OTHER - 1);
        let len = len | flag(self.place, Self::PLACE) | flag(self.other, Self::OTHER);
        // That a key is 0 is no likelier than that two are the same.
        [self.piece.start.cast_unsigned(), len, self.key, self.inside.unwrap_or(0)]
    }

    fn unpack([start, len, key, inside]: [u32; Self::PACKED]) -> Self {
        Self {
            piece: Piece { start: start.cast_signed(), len: len & (Self::OTHER - 1) },
            key,
            place: len & Self::PLACE != 0,
            other: len & Self::OTHER != 0,
            inside: (inside != 0).then_some(inside),
        }
    }
}

impl Statement {
    /// The keys of its words and names, sorted.
    pub(super) fn words(&self) -> &[Key] {
        &self.keys[..usize::from(self.own)]
    }

    /// Those of the rest of its sentence, sorted.
    pub(super) fn context(&self) -> &[Key] {
        &self.keys[usize::from(self.own)..][..usize::from(self.around)]
    }

    /// The names in it, in order of place.
    pub(super) fn names(&self) -> impl Iterator<Item = Named> {
        let (packed, _) = self.keys[usize::from(self.own + self.around)..].as_chunks();
        packed.iter().copied().map(Named::unpack)
    }

    /// What it tells besides words and names.
    pub(super) fn told(&self) -> &Told {
        static NOTHING: LazyLock<Told> = LazyLock::new(Told::default);
        self.told.as_deref().unwrap_or(&NOTHING)
    }

    /// A hash of everything in it, the same in every run: equal statements of
    /// a desk are stored once. With two million of them the chance that two
    /// different ones meet is one in ten million.
    fn hash(&self) -> u64 {
        let (mut hash, told) = (Fnv::default(), self.told());
        (self.telling, self.words(), self.context(), &told.negated).hash(&mut hash);
        for figure in &told.figures {
            (figure.piece, figure.noun).hash(&mut hash);
            figure.amount.bits().hash(&mut hash);
        }
        for when in &told.dates {
            let from = when.date.from;
            (when.piece, from.year, from.month, from.day).hash(&mut hash);
        }
        for name in self.names() {
            (name.piece, name.key).hash(&mut hash);
        }
        (told.denial, told.source).hash(&mut hash);
        told.bargain.as_ref().map(|bargain| bargain.piece).hash(&mut hash);
        hash.finish()
    }

    /// Whether it holds anything but words that can be set against another's.
    pub(super) fn has_facts(&self) -> bool {
        let told = self.told();
        let listed = !told.figures.is_empty() || !told.dates.is_empty();
        listed || self.names().next().is_some() || told.transfer.is_some() || told.denial.is_some()
    }
}

/// A text with what is known of it.
struct Page<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    words: &'a [Word],
}

impl Page<'_> {
    fn statement(&self, span: Span, telling: bool) -> Option<Statement> {
        let facts = &self.analysis.facts;
        let range = within(self.words, span);
        let range = range.start..range.end.min(range.start + MOST_WORDS);
        let words = &self.words[range.clone()];
        let sentence = self.sentence(span);
        let around = within(self.words, sentence);
        let before = range.start.saturating_sub(MOST_CONTEXT).max(around.start)..range.start;
        let after = range.end..around.end.clamp(range.end, range.end + MOST_CONTEXT);
        let said = slice(&facts.attributions, sentence, |said| said.span);
        let aside: Vec<Span> = aside(span, said).collect();
        let (sources, content): (Vec<&Word>, Vec<&Word>) =
            words.iter().partition(|word| aside.iter().any(|aside| aside.contains(word.start)));
        let outside = self.words[before].iter().chain(&self.words[after.clone()]);
        let own = sorted(content.into_iter().filter_map(|word| word.key));
        let mut context = sorted(outside.chain(sources).filter_map(|word| word.key));
        context.retain(|key| own.binary_search(key).is_err());
        let names = first(slice(&facts.names, span, |name| name.span));
        let quantities = first(slice(&facts.quantities, span, |q| q.span));
        let dates = first(slice(&facts.dates, span, |d| d.span));
        // Two words at least say what it is about.
        if own.len() < 2 {
            return None;
        }
        let told = Told {
            negated: negated(words).into(),
            figures: self.figures(span, quantities),
            dates: dates.iter().map(|d| self.when(span, d)).collect(),
            transfer: transfer(span, words, names),
            bargain: bargain(span, words, &self.words[after], names).map(Box::new),
            denial: denial(span, words, said),
            source: source(span, said, first(slice(&facts.quantities, sentence, |q| q.span))),
        };
        let (count, around) = (own.len() as u16, context.len() as u16);
        let mut keys = own;
        keys.append(&mut context);
        for (i, name) in names.iter().enumerate() {
            keys.extend(self.named(span, name, names.get(i + 1)).pack());
        }
        Some(Statement {
            telling,
            own: count,
            around,
            keys: keys.into(),
            told: (told != Told::default()).then(|| Box::new(told)),
        })
    }

    fn sentence(&self, span: Span) -> Span {
        let sentence = self.analysis.sentence_of(span);
        Span::new(sentence.start.min(span.start), sentence.end.max(span.end))
    }

    fn figures(&self, base: Span, quantities: &[Quantity]) -> Box<[Figure]> {
        let mut figures: Vec<Figure> = Vec::with_capacity(quantities.len());
        for (i, q) in quantities.iter().enumerate() {
            let mut figure = self.figure(base, q);
            // `des milliers de soldats, entre 8 000 et 12 000`: the same soldiers.
            if let (None, None, Some(last)) = (figure.noun, q.unit, figures.last()) {
                let gap =
                    self.text.get(quantities[i - 1].span.end..q.span.start).unwrap_or_default();
                if matches!(gap.trim(), "," | "(" | ":" | "–" | "—" | "soit" | ", soit") {
                    (figure.noun, figure.of) = (last.noun, last.of.clone());
                }
            }
            figures.push(figure);
        }
        figures.into()
    }

    fn figure(&self, base: Span, q: &Quantity) -> Figure {
        let (mut noun, mut of) = (None, Vec::new());
        if let Some(counted) = &q.noun {
            for word in &self.words[within(self.words, counted.span)] {
                let Some(key) = word.key else { continue };
                let head: String = counted.stem.chars().take(4).collect();
                if noun.is_none() && fold(&self.text[word.start..word.end]).starts_with(&head) {
                    noun = Some(key);
                } else if self.is_name(word.start) {
                    of.push(key);
                }
            }
        }
        of.sort_unstable();
        Figure { piece: Piece::new(base, q.span), amount: Amount::of(q), noun, of: of.into() }
    }

    fn when(&self, base: Span, date: &Date) -> When {
        const BEFORE: usize = 5;
        let end = self.words.partition_point(|word| word.end <= date.span.start);
        let before = &self.words[end.saturating_sub(3 * BEFORE)..end];
        let before = &before[before.partition_point(|word| word.start < base.start)..];
        let dated: Vec<Key> = before.iter().filter_map(|word| word.key).collect();
        let dated = dated[dated.len().saturating_sub(BEFORE)..].into();
        let unplaced = Date { span: Span::default(), ..date.clone() };
        When { piece: Piece::new(base, date.span), date: unplaced, dated }
    }

    fn named(&self, base: Span, name: &Name, next: Option<&Name>) -> Named {
        const JOINTS: [&str; 9] = ["en", "in", "au", "aux", "(", ", en", ", in", ", au", ", aux"];
        let at = self.words.partition_point(|word| word.start < name.span.start);
        let before = &self.words[at.saturating_sub(4)..at];
        let place = matches!(name.kind, NameKind::Other | NameKind::State)
            && before
                .iter()
                .rev()
                .take_while(|word| word.key.is_none())
                .any(|word| word.role == Role::Leads)
            || before
                .iter()
                .rev()
                .take(3)
                .any(|word| REGIONS.contains(&fold(&self.text[word.start..word.end]).as_str()));
        let next = next.filter(|next| next.kind == NameKind::State && name.kind == NameKind::Other);
        let inside = next.filter(|next| {
            let gap = self.text.get(name.span.end..next.span.start).unwrap_or_default();
            JOINTS.contains(&gap.trim())
        });
        Named {
            // With what it is said to lie in, since that is what may differ.
            piece: Piece::new(
                base,
                inside.map_or(name.span, |next| Span::new(name.span.start, next.span.end)),
            ),
            key: name_key(&name.key),
            place,
            other: name.kind == NameKind::Other,
            inside: inside.map(|next| name_key(&next.key)),
        }
    }

    fn is_name(&self, at: usize) -> bool {
        let names = &self.analysis.facts.names;
        let i = names.partition_point(|name| name.span.end <= at);
        names.get(i).is_some_and(|name| name.span.contains(at))
    }
}

/// Where a claim names its source: words that say nothing about the fact.
fn aside(claim: Span, said: &[Attribution]) -> impl Iterator<Item = Span> {
    let said = first(said).iter().filter(|said| !said.denies).map(|said| said.span);
    said.filter(move |said| claim.covers(*said) && 2 * said.len() < claim.len())
}

/// Whom the claim names as its source: not what holds a figure, which is a fact itself.
fn source(span: Span, said: &[Attribution], quantities: &[Quantity]) -> Option<Piece> {
    let tells = |said: &&Attribution| said.content.overlaps(span) || span.covers(said.span);
    let figure = |said: &Attribution| quantities.iter().any(|q| said.source.covers(q.span));
    let said = first(said).iter().filter(tells).find(|said| !figure(said))?;
    Some(Piece::new(span, said.source))
}

/// The words by which the claim denies something, if it does.
fn denial(span: Span, words: &[Word], said: &[Attribution]) -> Option<Piece> {
    let denies = |said: &&Attribution| said.denies && span.covers(said.span);
    let attributed = first(said).iter().find(denies).map(|said| said.span);
    let verb = || words.iter().find(|word| word.role == Role::Denies && !word.negated);
    let words = attributed.or_else(|| verb().map(|word| Span::new(word.start, word.end)))?;
    Some(Piece::new(span, words))
}

/// As many of the facts of a claim as are compared.
fn first<T>(facts: &[T]) -> &[T] {
    &facts[..facts.len().min(MOST_FACTS)]
}

/// Words after which a name is a place.
const REGIONS: [&str; 9] =
    ["region", "ville", "province", "oblast", "village", "district", "city", "town", "departement"];

/// The indices of the words that lie inside `span`.
fn within(words: &[Word], span: Span) -> std::ops::Range<usize> {
    let start = words.partition_point(|word| word.start < span.start);
    let end = words.partition_point(|word| word.end <= span.end);
    start..end.max(start)
}

/// The facts that lie inside `span`; `facts` is in order of place.
fn slice<T>(facts: &[T], span: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let found = article::within(facts, span, &place);
    match found.split_last() {
        Some((last, rest)) if place(last).end > span.end => rest,
        _ => found,
    }
}

/// What is said not to be so, and not elsewhere in the claim to be so.
fn negated(words: &[Word]) -> Vec<Key> {
    let keys = |negated: bool| {
        sorted(words.iter().filter(|word| word.negated == negated).filter_map(|word| word.key))
    };
    let said = keys(false);
    let mut keys = keys(true);
    keys.retain(|key| said.binary_search(key).is_err());
    keys
}

fn sorted(keys: impl Iterator<Item = Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::analyze;

    #[test]
    fn a_claim_reads_the_same_alone_and_with_its_article() {
        let paragraph = "Le ministre n’a pas approuvé la fermeture, dit Paul Durand. Né à \
            Lyon, il parle\nEn 2019, la France a livré 40 chars à Varsovie, mais Moscou nie. ";
        let text = paragraph.repeat(3 * AT_ONCE / paragraph.len());
        let analysis = analyze(&text);
        let digest = Digest::of(&text, &analysis);
        assert_eq!(digest.places.len(), analysis.claims.len());
        for (span, number) in digest.places.iter().step_by(97) {
            let (_, whole) = &digest.statements[*number as usize];
            let alone = Digest::of_span(&text, &analysis, *span);
            let telling = whole.telling;
            let mut alone = alone.statements.into_iter().map(|(_, s)| Statement { telling, ..s });
            assert_eq!(alone.next().as_ref(), Some(whole), "{}", span.of(&text));
        }
    }

    #[test]
    fn a_packed_name_is_the_name() {
        for (place, other, inside) in [(true, false, None), (false, true, Some(7))] {
            let piece = Piece { start: -3, len: 12 };
            let name = Named { piece, key: u32::MAX, place, other, inside };
            assert_eq!(Named::unpack(name.pack()), name);
        }
    }

    #[test]
    fn of_a_claim_without_end_its_beginning_is_read() {
        let text = "la France a livré 40 chars à Varsovie et ".repeat(20_000);
        let span = Span::new(0, text.len());
        let analysis = analyze(&text);
        let words = Reader::default().words(&text, around(&text, &analysis, span, span), false);
        assert!(words.len() < MOST_AFTER, "{} words", words.len());
        let digest = Digest::of_span(&text, &analysis, span);
        assert_eq!(digest.statements[0].1.told().figures.len(), MOST_FACTS);
    }
}
