//! From a sentence to its statement: which values it holds and which slots they fill.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::calendar::dated;
use super::days::Day;
use super::names::Names;
use super::near::{Facts, Near};
use super::pack::Roles;
use super::statement::{Part, Statement};
use super::term::{Fnv, Key, Term, counted};
use super::time::Time;
use super::value::{NEAR, Piece, Said, Value};
use super::words::Word;
use crate::core::article::{Span, within};
use crate::core::fact::{Date, Moment, NameKind};
use crate::core::lang::Language;
use crate::core::lang::words::is_usual_in;

/// How many words of a sentence count and how many values: a bound for pages that are one long line.
const MOST_WORDS: usize = 200;
const MOST_VALUES: usize = 24;
/// How many words a phrase of time has before the sentence goes on.
const OPENING: usize = 3;
/// And how many lead from what is put into another time to the day of it.
const OWN: usize = 3;

/// Terms in order, with how often each stands in a sentence.
type Terms = Vec<(Term, u8)>;

/// A sentence of a text with what is known of it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    /// What was found in it and in the one before it.
    pub(super) analysis: Near<'a>,
    pub(super) span: Span,
    pub(super) words: Vec<Word>,
    /// The number of the pack that its words were read with.
    pub(super) pack: usize,
    /// When the article was written.
    pub(super) written: Option<Day>,
    /// What its article names.
    pub(super) names: &'a Names,
}

impl Sentence<'_> {
    /// What is kept of it; `None` where it says too little to be compared.
    pub(super) fn statement(mut self) -> Option<Statement> {
        let (terms, mut values) = self.told()?;
        for value in &mut values {
            let clause = self.clause(value.piece.at(self.span.start));
            value.clause = clause_terms(&self.words[clause.clone()], &terms);
            let at = value.piece.at(self.span.start);
            value.agent = self.agent(clause, at, value.role);
            // `It will be built, work starts in September`: where nobody knows which day it is, a month may be to come. What rises
            // does so month by month.
            let deed = matches!(value.said, Said::Deed(_)) && !value.turn;
            let open = self.written.is_none() && deed;
            let time = self.time(at).as_of(self.written);
            value.time = if open { time.or_to_come() } else { time };
        }
        let said = within(self.analysis.facts.attributions, self.span, |said| said.span);
        let source = said.iter().filter_map(|said| said.source);
        let source = source.into_iter().find(|source| self.span.covers(*source));
        let [plain, denied] = self.told_and_denied(&terms);
        let unread = within(self.analysis.facts.unread, self.span, |span| *span);
        Some(Statement {
            claims: self.claims(&terms),
            plain,
            denied,
            source: source.map(|source| Piece::new(self.span.start, source)),
            speaker: source.map_or(0, |source| speaker(source.of(self.text))),
            unread: unread.iter().any(|span| result(span.of(self.text)).is_none()),
            results: one_number(unread.iter().filter_map(|span| result(span.of(self.text)))),
            digits: one_number(self.span.of(self.text).bytes().filter(u8::is_ascii_digit)),
            ..self.brief(terms, values)
        })
    }

    /// What its article's story takes from it: no more than what it tells and when, which is quicker.
    pub(super) fn gist(mut self) -> Option<Statement> {
        let (terms, values) = self.told()?;
        Some(self.brief(terms, values))
    }

    fn brief(&self, terms: Terms, values: Vec<Value>) -> Statement {
        let dates = inside(self.analysis.facts.dates, self.span, |d| d.span).iter();
        let datelines = dates.filter(|date| self.is_dateline(date));
        let datelines = datelines.map(|date| dated(date.from));
        Statement {
            datelines: datelines.collect(),
            terms: terms.into_iter().map(|(term, _)| term).collect(),
            values: values.into(),
            ..Statement::default()
        }
    }

    /// Its terms, and its values in order of place; `None` where it says too little to be compared.
    fn told(&mut self) -> Option<(Terms, Vec<Value>)> {
        self.words.truncate(MOST_WORDS);
        self.mark_names();
        let facts = self.analysis.facts;
        let mut values = self.figures();
        self.tolls_of_one(&mut values);
        self.tolls_of_others(&values);
        for date in inside(facts.dates, self.span, |d| d.span) {
            let placed = self.placed(date);
            let known = !date.relative || placed.is_some();
            let told = known
                && !self.is_dateline(date)
                && !self.is_of_saying(date)
                && !self.is_of_issue(date);
            if told && !self.is_decade(date) && !self.is_converted(date) {
                values.push(self.date(placed.as_ref().unwrap_or(date)));
            }
        }
        self.places(&facts, &mut values);
        self.deeds(&mut values);
        self.parties(&mut values);
        self.stated(&mut values);
        values.truncate(MOST_VALUES);
        values.sort_by_key(|value| value.piece.at(0));
        let terms = self.terms(&facts, &values);
        // Two words at least say what it is about.
        (terms.len() >= 2).then_some((terms, values))
    }

    /// The claims that it makes, where these are several.
    fn claims(&self, terms: &[(Term, u8)]) -> Box<[Part]> {
        let claims = within(self.analysis.claims, self.span, |claim| claim.span);
        let part = |span: Span| Part {
            piece: Piece::new(self.span.start, span),
            terms: clause_terms(&self.words[self.range(span)], terms),
        };
        match claims {
            [] | [_] => Box::default(),
            claims => claims.iter().map(|claim| part(claim.span)).collect(),
        }
    }

    /// Names get a mark, those of states the key that joins their forms; figures and dates are
    /// told by their values.
    fn mark_names(&mut self) {
        self.names.spell(self.text, &mut self.words);
        let facts = self.analysis.facts;
        for name in inside(facts.names, self.span, |name| name.span) {
            let state = matches!(name.kind, NameKind::State | NameKind::People);
            // In German every noun has a capital.
            let noun = self.analysis.language == Language::German
                && name.kind == NameKind::Other
                && !name.span.of(self.text).contains(char::is_whitespace);
            let at = self.words.partition_point(|word| word.start < name.span.start);
            if noun && !self.is_introduced(at) {
                continue;
            }
            let before = &self.words[at.saturating_sub(2)..at];
            let placed = before.iter().any(|word| word.term.is_none() && word.is(Roles::PLACE));
            for (i, word) in words_in(&mut self.words, name.span).iter_mut().enumerate() {
                word.placed = placed;
                word.term = if state {
                    (i == 0).then(|| Term::name(&name.key))
                } else {
                    word.term.map(Term::named)
                };
            }
        }
        let figures = inside(facts.quantities, self.span, |q| q.span).iter().map(|q| q.figure);
        let dates = inside(facts.dates, self.span, |d| d.span).iter().map(|d| d.span);
        for span in figures.chain(dates) {
            for word in words_in(&mut self.words, span) {
                word.term = None;
            }
        }
        let said = within(facts.attributions, self.span, |said| said.span);
        for source in said.iter().filter_map(|said| said.source) {
            for word in words_in(&mut self.words, source) {
                word.source = true;
            }
        }
    }

    /// Whether a German noun is a name by what leads to it, `in Stemmrode`, `Bürgermeisterin Sudhoff`, and no word that
    /// stands so as well: `in Haft`.
    fn is_introduced(&self, at: usize) -> bool {
        let Some((before, word)) =
            at.checked_sub(1).and_then(|i| Some((&self.words[i], self.words.get(at)?)))
        else {
            return false;
        };
        let beside = self.text.get(before.end..word.start) == Some(" ");
        let leads = before.is(Roles::BARE) || before.is(Roles::HUMAN);
        let own = self.text[word.start..word.end].to_lowercase();
        let known =
            || word.lexeme.class.is_some() || is_usual_in(Language::German, &own) != Some(false);
        beside && leads && !known()
    }

    fn terms(&self, facts: &Facts<'_>, values: &[Value]) -> Terms {
        let words = self.words.iter().filter_map(|word| word.term);
        let numbers = values.iter().flat_map(|value| numbers(&value.said));
        // The day of an article tells its story, too.
        let dates = inside(facts.dates, self.span, |d| d.span).iter();
        let datelines = dates.filter(|date| self.is_dateline(date)).flat_map(day);
        // Whoever counts those for or against tells of the vote.
        let votes = values.iter().filter(|value| value.is_of_side()).map(|_| Term::class("vote"));
        counted(words.chain(numbers).chain(datelines).chain(votes).collect())
    }

    /// A value at `span`, of this event; its words stand `at`.
    pub(super) fn value(
        &self,
        span: Span,
        at: &Range<usize>,
        said: Said,
        event: Option<&Word>,
    ) -> Value {
        let said_word = |word: &&Word| word.term.is_some_and(|term| !term.is_name());
        let nearest = || {
            let before = self.words[..at.start].iter().rev().find(said_word);
            before.or_else(|| self.words[at.end..].iter().find(said_word))
        };
        let role = event.or_else(nearest).and_then(|word| word.term).map_or(0, Term::key);
        let (part, earlier) = self.setting(span, at);
        Value {
            piece: Piece::new(self.span.start, span),
            said,
            role,
            classed: false,
            fate: event.is_some_and(|word| word.is(Roles::FATE)),
            head: 0,
            who: false,
            holder: self.holder(at),
            near: self.near(at),
            part,
            earlier,
            time: Time::default(),
            clause: 0,
            denied: false,
            passing: false,
            turn: false,
            agent: 0,
        }
    }

    /// The words of the claim that a value stands in.
    pub(super) fn clause(&self, value: Span) -> Range<usize> {
        self.range(self.clause_span(value))
    }

    /// The claim that a value stands in.
    pub(super) fn clause_span(&self, value: Span) -> Span {
        let claims = within(self.analysis.claims, self.span, |claim| claim.span);
        let own = claims.iter().map(|claim| claim.span).filter(|claim| claim.overlaps(value));
        own.min_by_key(|claim| claim.len()).unwrap_or(self.span)
    }

    /// The nearest word of a kind in the same clause; of equally near ones the one before.
    pub(super) fn nearest(
        &self,
        at: &Range<usize>,
        reach: usize,
        bounds: &[char],
        kind: impl Fn(&&Word) -> bool,
    ) -> Option<&Word> {
        let edge = |i: usize| self.words.get(i).map_or(self.span.end, |word| word.start);
        let (start, end) = (edge(at.start), at.end.checked_sub(1).map_or(0, |i| self.words[i].end));
        // What stands before a comma is told of something before.
        let inside = |word: &&Word| match self.text.get(end..word.start) {
            Some(gap) => !gap.contains(bounds),
            None => {
                let gap = self.text.get(word.end..start).unwrap_or_default();
                !gap.contains(bounds) && !gap.contains(", ")
            }
        };
        let tells = |word: &&Word| word.term.is_some();
        let before = self.words[..at.start].iter().rev().filter(tells).take(reach).enumerate();
        let after = self.words[at.end..].iter().filter(tells).take(reach).enumerate();
        let found = before.chain(after).filter(|(_, word)| kind(word) && inside(word));
        // `Ten were killed and 50 hurt`: what is joined to something before goes with what follows.
        let joins = self.words[..at.start]
            .iter()
            .rev()
            .find(|word| word.term.is_some() || word.is(Roles::AND));
        let joined = joins.filter(|word| word.is(Roles::AND)).map_or(0, |word| word.start);
        let found = found.filter(|(_, word)| word.start >= joined);
        found.min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
    }

    /// The last words of the name that stands before a value, else 0.
    pub(super) fn holder(&self, at: &Range<usize>) -> [Key; 2] {
        let named = |word: &&Word| word.term.is_some_and(Term::is_name) && !word.source;
        let before = self.words[..at.start].iter().rev();
        let mut name = before.skip_while(|word| !named(word)).take_while(named);
        [name.next(), name.next()].map(|word| word.and_then(|w| w.term).map_or(0, Term::key))
    }

    /// The words before it, the nearest first, and those after it.
    pub(super) fn near(&self, at: &Range<usize>) -> [Term; NEAR] {
        let mut near = [Term::default(); NEAR];
        let said = |word: &Word| word.term;
        let (before, after) = near.split_at_mut(NEAR / 2);
        let words = self.words[..at.start].iter().rev().filter_map(said);
        before.iter_mut().zip(words).for_each(|(place, term)| *place = term);
        let words = self.words[at.end..].iter().filter_map(said);
        after.iter_mut().zip(words).for_each(|(place, term)| *place = term);
        near
    }

    /// Whether words before it put the value into a part, and whether any put it into another time.
    fn setting(&self, span: Span, at: &Range<usize>) -> (bool, bool) {
        let clause = &self.words[self.clause(span)];
        let before = &self.words[at.start.saturating_sub(4)..at.start];
        (
            before.iter().any(|word| word.is(Roles::PART)),
            // `Since the shooting, over 50 have been arrested`: not on one day.
            clause
                .iter()
                .any(|word| word.is(Roles::EARLIER) && !self.is_of_another_part(span, word))
                || self.words.first().is_some_and(|word| word.is(Roles::SINCE))
                || self.opens_earlier(),
        )
    }

    /// `31 blessés, contre huit l’an dernier`, `… l’an dernier ; 12 000 euros …`: beyond a semicolon, or before another
    /// figure or a clause to which it belongs: `hurt two at the firm from which he was fired last week`.
    fn is_of_another_part(&self, value: Span, earlier: &Word) -> bool {
        let between = if earlier.start < value.start {
            Span::new(earlier.end.min(value.start), value.start)
        } else {
            Span::new(value.end.min(earlier.start), earlier.start)
        };
        let gap = between.of(self.text);
        let behind = value.end <= earlier.start && gap.contains(',');
        let figures = || inside(self.analysis.facts.quantities, between, |q| q.span);
        gap.contains(';')
            || behind && (!figures().is_empty() || self.has_own_date(earlier))
            || value.end <= earlier.start && self.is_of_another_noun(between)
    }

    /// `on Sunday, followed by aftershocks on Monday`: another date follows what puts it into another time.
    fn has_own_date(&self, earlier: &Word) -> bool {
        let at = self.words.partition_point(|word| word.start < earlier.end);
        let end = self.words.get(at + OWN).map_or(self.span.end, |word| word.start);
        let behind = Span::new(earlier.end, end);
        !inside(self.analysis.facts.dates, behind, |date| date.span).is_empty()
    }

    /// Whether a clause about a noun begins between two words, and not about the first of them: `two men who were hurt last year`.
    fn is_of_another_noun(&self, between: Span) -> bool {
        let told = self.words[self.range(between)].iter().position(|word| word.is(Roles::WHICH));
        told.is_some_and(|words| words > 0)
    }

    /// `Earlier this year, a former teacher was charged…`: what opens a sentence puts all of it into another time.
    fn opens_earlier(&self) -> bool {
        let Some(word) = self.words.iter().take(OPENING).find(|word| word.is(Roles::EARLIER))
        else {
            return false;
        };
        let rest = &self.text[word.end..self.span.end];
        let next = self.words.iter().find(|next| next.start >= word.end && next.term.is_some());
        let end = next.map_or(rest.len(), |next| next.start - word.end);
        rest[..end].contains(',')
    }

    /// The indices of the words that lie inside `span`.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.start < span.start);
        let end = self.words.partition_point(|word| word.end <= span.end);
        start..end.max(start)
    }
}

/// Which terms of a sentence stand in one clause of it, one bit each; of very long ones the first.
fn clause_terms(clause: &[Word], terms: &[(Term, u8)]) -> u128 {
    let told = clause.iter().filter(|word| !word.source);
    let places = told.filter_map(|word| {
        let key = word.term?.key();
        terms.binary_search_by_key(&key, |(term, _)| term.key()).ok()
    });
    places.filter(|at| *at < u128::BITS as usize).fold(0, |bits, at| bits | 1 << at)
}

fn words_in(words: &mut [Word], span: Span) -> &mut [Word] {
    let start = words.partition_point(|word| word.start < span.start);
    let end = words.partition_point(|word| word.end <= span.end);
    &mut words[start..end.max(start)]
}

/// The terms by which equal figures and dates are found in any language.
fn numbers(said: &Said) -> impl Iterator<Item = Term> {
    let (figure, date) = match said {
        Said::Figure(amount) => (amount.single(), None),
        Said::Date(date) => (None, Some(date)),
        _ => (None, None),
    };
    let figure = figure.map(|x| Term::number("=", x));
    figure.into_iter().chain(date.into_iter().flat_map(|date| day(date)))
}

/// The year, the day and the weekday of a date; of one that is worked out the weekday, as it is told.
fn day(date: &Date) -> impl Iterator<Item = Term> + use<> {
    let weekday = Moment { weekday: date.from.weekday, ..Moment::default() };
    let moment = if date.relative { weekday } else { date.from };
    let part = |kind, x: Option<f64>| x.map(|x| Term::number(kind, x));
    let day = moment.day.zip(moment.month);
    let terms = [
        part("y", moment.year.map(f64::from)),
        part("d", day.map(|(day, month)| f64::from(month) * 100.0 + f64::from(day))),
        part("w", moment.weekday.map(f64::from)),
    ];
    terms.into_iter().flatten()
}

/// The facts that lie inside `span`, the first of them; `facts` is in order of place.
pub(super) fn inside<T>(facts: &[T], span: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let found = within(facts, span, &place);
    let found = match found.split_last() {
        Some((last, rest)) if place(last).end > span.end => rest,
        _ => found,
    };
    &found[..found.len().min(MOST_VALUES)]
}

/// A bit for each word of a source but its article.
fn speaker(words: &str) -> u32 {
    const SHORT: usize = 3;
    let tells = |word: &&str| {
        word.chars().count() > SHORT || word.len() > 1 && !word.contains(char::is_lowercase)
    };
    let bit = |word: &str| {
        let mut hash = Fnv::default();
        word.to_lowercase().hash(&mut hash);
        1 << (hash.finish() % u64::from(u32::BITS))
    };
    words.split(|c: char| !c.is_alphanumeric()).filter(tells).map(bit).fold(0, |all, bit| all | bit)
}

/// The two sides of a match, the higher first: `3-1`, `1 à 3`.
fn result(words: &str) -> Option<[u8; 2]> {
    let mut sides = words.split(|c: char| !c.is_ascii_digit()).filter(|side| !side.is_empty());
    let mut side = || sides.next()?.parse::<u8>().ok();
    let (a, b) = (side()?, side()?);
    sides.next().is_none().then(|| [a.max(b), a.min(b)])
}

/// What there is, in its order, as one number that is no other's; 0 where there is nothing.
fn one_number<T: Hash>(all: impl Iterator<Item = T>) -> u32 {
    let mut hash = Fnv::default();
    let count = all.inspect(|one| one.hash(&mut hash)).count();
    if count == 0 { 0 } else { (hash.finish() as u32).max(1) }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;
    use crate::core::crosscheck::digest::{Digester, Source};
    use crate::core::crosscheck::pack::class_name;
    use crate::core::crosscheck::value::Value;

    /// The figures of the last sentence of a text: how they stand there, of which class, and whether of another time.
    fn figures(text: &str) -> Vec<(&str, Option<&'static str>, bool)> {
        let analysis = analyze(text);
        let source = Source::new(text, &analysis, None);
        let span = analysis.sentences.last().unwrap().span;
        let statement = Digester::default().statement(&source, span).unwrap();
        let figure = |value: &Value| {
            let said = value.piece.at(span.start).of(text);
            let of = class_name(value.role).filter(|_| value.classed);
            (value.kind() == 0).then_some((said, of, value.earlier))
        };
        statement.values.iter().filter_map(figure).collect()
    }

    #[test]
    fn what_opens_a_sentence_puts_all_of_it_into_another_time() {
        let shot = "a teacher was charged over a shooting, which left three people dead.";
        let dead = ("three people", Some("death"), false);
        assert_eq!(figures(&format!("On Thursday, {shot}")), [dead]);
        assert_eq!(figures(&format!("Earlier this year, {shot}")), [(dead.0, dead.1, true)]);
    }

    #[test]
    fn what_has_a_time_of_its_own_puts_nothing_before_it_into_another() {
        let hurt = "An earthquake hurt 20 people on the island of Lund on Sunday";
        let own = ("20 people", Some("injury"), false);
        for rest in ["followed by several aftershocks on Monday", "where nobody was hurt last year"]
        {
            assert_eq!(figures(&format!("{hurt}, {rest}."))[0], own, "{rest}");
        }
        assert!(figures(&format!("{hurt}, as last year."))[0].2);
    }

    #[test]
    fn a_figure_is_not_of_what_another_one_counted_before_it() {
        let eight = ("ocho víctimas mortales", Some("death"), false);
        let found = figures(
            "El hospital confirma ocho víctimas mortales y eleva a 26 la cifra total de heridos.",
        );
        assert_eq!(found[0], eight);
        assert_ne!(found[1].1, Some("death"));
    }
}
