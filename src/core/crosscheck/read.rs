//! From a sentence to its statement: which values it holds and which slots they fill.

use std::ops::Range;

use super::days::Day;
use super::pack::{Measures, Roles};
use super::statement::{Statement, dated};
use super::term::{Key, Term, counted};
use super::value::{AGE, NEAR, Piece, Said, Time, Value};
use super::words::Word;
use crate::core::article::{Span, within};
use crate::core::claim::Analysis;
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Date, Facts, Moment, NameKind, Quantity};
use crate::core::lang::{Language, Measure};

/// How many words of a sentence count and how many values: a bound for pages that are one long line.
const MOST_WORDS: usize = 200;
const MOST_VALUES: usize = 24;
/// What leads to an age: `dies at 77`, and how old nobody becomes.
const AGED: [&str; 6] = ["at", "age", "aged", "à", "mit", "con"];
const OLDEST: f64 = 125.0;
/// How many words lie between an age and whose it is: `the 61-year-old former employee Jane Roe`.
const OLD: usize = 6;
/// How many telling words away the event of a figure is looked for.
const REACH: usize = 7;
/// And that of a bare number: `Five were wounded`, `Quatorze de leurs collègues ont été blessés`.
const ADJACENT: usize = 2;
/// And that of people whose fate is told.
const CLOSE: usize = 5;

/// A sentence of a text with what is known of it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) analysis: &'a Analysis,
    pub(super) span: Span,
    pub(super) words: Vec<Word>,
    /// When the article was written.
    pub(super) written: Option<Day>,
}

impl Sentence<'_> {
    /// What is kept of it; `None` where it says too little to be compared.
    pub(super) fn statement(mut self) -> Option<Statement> {
        self.words.truncate(MOST_WORDS);
        self.mark_names();
        let analysis = self.analysis;
        let facts = &analysis.facts;
        let mut values: Vec<Value> = Vec::new();
        for quantity in inside(&facts.quantities, self.span, |q| q.span) {
            let read = !self.is_part_of_a_word(quantity) && !self.is_model(quantity);
            if read && !self.is_conversion(quantity) {
                values.push(self.figure(quantity));
            }
        }
        for date in inside(&facts.dates, self.span, |d| d.span) {
            let placed = self.placed(date);
            let known = !date.relative || placed.is_some();
            if known && !self.is_dateline(date) && !self.is_of_saying(date) {
                values.push(self.date(placed.as_ref().unwrap_or(date)));
            }
        }
        self.places(facts, &mut values);
        self.deeds(&mut values);
        self.parties(&mut values);
        values.truncate(MOST_VALUES);
        values.sort_by_key(|value| value.piece.at(0));
        let terms = self.terms(facts, &values);
        // Two words at least say what it is about.
        if terms.len() < 2 {
            return None;
        }
        for value in &mut values {
            let clause = self.clause(value.piece.at(self.span.start));
            value.clause = clause_terms(&self.words[clause.clone()], &terms);
            let at = value.piece.at(self.span.start);
            value.agent = self.agent(clause, at, value.role);
            value.time = self.time(at);
        }
        let said = within(&facts.attributions, self.span, |said| said.span);
        let dates = inside(&facts.dates, self.span, |d| d.span).iter();
        let datelines = dates.filter(|date| self.is_dateline(date));
        let datelines = datelines.map(|date| dated(date.from));
        Some(Statement {
            datelines: datelines.collect(),
            terms: terms.into_iter().map(|(term, _)| term).collect(),
            values: values.into(),
            source: said
                .iter()
                .filter_map(|said| said.source)
                .find(|source| self.span.covers(*source))
                .map(|source| Piece::new(self.span.start, source)),
            unread: !within(&facts.unread, self.span, |span| *span).is_empty(),
        })
    }

    /// Names get a mark, those of states the key that joins their forms; figures and dates are
    /// told by their values.
    fn mark_names(&mut self) {
        let facts = &self.analysis.facts;
        for name in inside(&facts.names, self.span, |name| name.span) {
            let state = matches!(name.kind, NameKind::State | NameKind::People);
            // In German every noun has a capital.
            let noun = self.analysis.language == Language::German
                && name.kind == NameKind::Other
                && !name.span.of(self.text).contains(char::is_whitespace);
            if noun {
                continue;
            }
            for (i, word) in words_in(&mut self.words, name.span).iter_mut().enumerate() {
                word.term = if state {
                    (i == 0).then(|| Term::name(&name.key))
                } else {
                    word.term.map(Term::named)
                };
            }
        }
        let figures = inside(&facts.quantities, self.span, |q| q.span).iter().map(|q| q.figure);
        let dates = inside(&facts.dates, self.span, |d| d.span).iter().map(|d| d.span);
        for span in figures.chain(dates) {
            for word in words_in(&mut self.words, span) {
                word.term = None;
            }
        }
    }

    fn terms(&self, facts: &Facts, values: &[Value]) -> Vec<(Term, u8)> {
        let words = self.words.iter().filter_map(|word| word.term);
        let numbers = values.iter().flat_map(|value| numbers(&value.said));
        // The day of an article tells its story, too.
        let dates = inside(&facts.dates, self.span, |d| d.span).iter();
        let datelines = dates.filter(|date| self.is_dateline(date)).flat_map(day);
        counted(words.chain(numbers).chain(datelines).collect())
    }

    fn figure(&self, quantity: &Quantity) -> Value {
        let noun = quantity.noun.as_ref().map(|noun| noun.span);
        // The head of the noun is the word that its stem is of.
        let head = noun.and_then(|span| {
            let stem = &quantity.noun.as_ref()?.stem;
            let start: String = stem.chars().take(4).collect();
            let folded =
                |word: &Word| crate::core::lang::stem::fold(&self.text[word.start..word.end]);
            let words = &self.words[self.range(span)];
            words.iter().find(|word| word.term.is_some() && folded(word).starts_with(&start))
        });
        let at = self.range(quantity.figure);
        let measure = measure(quantity, head);
        // What stands alone counts only what is said beside it, and an age nothing: `Gray, 16,`.
        let bare = head.is_none() && quantity.unit.is_none();
        let reach = if bare { ADJACENT } else { REACH };
        let apart: &[char] = if bare { &[';', ':', ',', '('] } else { &[';', ':'] };
        let counts = !bare || self.counts(quantity);
        let takes = |word: &&Word| counts && word.lexeme.takes.meets(measure);
        let own = head.filter(takes);
        let fate = |word: &&Word| takes(word) && word.is(Roles::FATE);
        let event = own
            .filter(fate)
            .or_else(|| {
                let found = self.nearest(&at, reach.min(CLOSE), &[';', ':', ',', '('], fate);
                found.filter(|word| own.is_none() || !self.is_of_another(word, quantity))
            })
            .or(own)
            .or_else(|| self.nearest(&at, reach, apart, takes));
        let happens =
            |word: &&Word| word.is(Roles::EVENT) && head.is_none_or(|h| h.term != word.term);
        let known = event.is_some();
        let event = event.or_else(|| self.nearest(&at, reach, apart, happens));
        let anybody = |word: &&Word| {
            word.is(Roles::PEOPLE) || word.is(Roles::EVENT) && !word.is(Roles::THING)
        };
        // `6,000 demonstrators marched`: as many as `6,000 people`.
        let of_event = |word: &Word| event.is_some_and(|event| event.term == word.term);
        let head = head.filter(|word| !anybody(word) && !of_event(word));
        let said = Said::Figure(Amount::of(quantity));
        let value = self.value(quantity.span, &at, said, event);
        // A unit says nothing of what is measured.
        let near =
            if quantity.unit.is_some() { self.near(&self.whole(quantity)) } else { value.near };
        let things = head.is_some_and(|word| !word.is(Roles::WHO));
        let part = value.part || self.is_rest(quantity.span, &at, things || !value.fate);
        let value = Value { near, part, ..value };
        if self.is_age(quantity, &at) {
            let holder = self.aged(&at);
            let classed = holder[0] != 0;
            return Value { role: *AGE, classed, holder, fate: false, ..value };
        }
        Value {
            classed: known,
            head: head.and_then(|word| word.term).map_or(0, Term::key),
            who: head.is_some_and(|word| word.is(Roles::WHO)),
            denied: event.is_some_and(Word::is_opposite),
            ..value
        }
    }

    /// `three died as thousands of protesters marched`: another figure stands nearer to the event.
    fn is_of_another(&self, event: &Word, quantity: &Quantity) -> bool {
        let gap = |span: Span| {
            event.start.saturating_sub(span.end) + span.start.saturating_sub(event.end)
        };
        let all = inside(&self.analysis.facts.quantities, self.span, |q| q.span);
        all.iter().any(|other| gap(other.span) < gap(quantity.span))
    }

    /// The words of a figure with its unit.
    fn whole(&self, quantity: &Quantity) -> Range<usize> {
        let (figure, whole) = (self.range(quantity.figure), self.range(quantity.span));
        figure.start.min(whole.start)..figure.end.max(whole.end)
    }

    /// `the 15,800-square-metre building`: a measure that was not read.
    fn is_part_of_a_word(&self, quantity: &Quantity) -> bool {
        let bare = quantity.unit.is_none() && quantity.noun.is_none();
        let mut after = self.text[quantity.figure.end..].chars();
        bare && after.next() == Some('-') && after.next().is_some_and(char::is_alphabetic)
    }

    /// `37-year-old`, `âgé de 34 ans`: whose, not how long.
    fn is_age(&self, quantity: &Quantity, at: &Range<usize>) -> bool {
        let years = quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let before = self.words[..at.start].iter().rev().take(2);
        let after = self.words[at.end..].iter().take(2);
        years && before.chain(after).any(|word| word.is(Roles::AGED))
    }

    /// Who is of an age: the name behind it, else that before; the last words of it.
    fn aged(&self, at: &Range<usize>) -> [Key; 2] {
        let named = |word: &Word| word.term.is_some_and(Term::is_name);
        let after = &self.words[at.end..];
        let Some(start) = after.iter().take(OLD).position(named) else { return self.holder(at) };
        let name = after[start..].iter().take_while(|word| named(word)).collect::<Vec<_>>();
        let mut last = name.iter().rev().map(|word| word.term.map_or(0, Term::key));
        [last.next().unwrap_or_default(), last.next().unwrap_or_default()]
    }

    /// `AK 47 rifles`, `MH370`: the number of a model.
    fn is_model(&self, quantity: &Quantity) -> bool {
        let before = self.text[self.span.start..quantity.figure.start].trim_end_matches([' ', '-']);
        let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let capitals = last.chars().all(char::is_uppercase) && (1..=4).contains(&last.len());
        quantity.unit.is_none() && capitals && !before.ends_with(char::is_whitespace)
    }

    /// `1 million euros ($1.1 million)`: the same in another currency or unit.
    fn is_conversion(&self, quantity: &Quantity) -> bool {
        let before = self.text[self.span.start..quantity.span.start].trim_end();
        let after = self.text[quantity.span.end..self.span.end].trim_start();
        quantity.unit.is_some() && before.ends_with('(') && after.starts_with(')')
    }

    /// Whether a bare number counts something: no age between commas, no part of a word or name.
    fn counts(&self, quantity: &Quantity) -> bool {
        let figure = quantity.figure;
        let young = quantity.value().is_some_and(|years| years < OLDEST);
        let before = self.text[self.span.start..figure.start].trim_end();
        let after = &self.text[figure.end..self.span.end];
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let next = self.words.get(self.range(figure).end);
        let names = next.is_some_and(|word| word.term.is_some_and(Term::is_name));
        let aged = young && AGED.contains(&last.to_lowercase().as_str());
        let apart =
            before.ends_with([',', '(', '-', '–']) || after.starts_with(['-', ',', ')', '–']);
        !(apart || names || aged)
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
        let claims = within(&self.analysis.claims, self.span, |claim| claim.span);
        let own = claims.iter().map(|claim| claim.span).filter(|claim| claim.overlaps(value));
        own.min_by_key(|claim| claim.len()).unwrap_or(self.span)
    }

    /// The nearest word of a kind in the same clause; of equally near ones the one before.
    fn nearest(
        &self,
        at: &Range<usize>,
        reach: usize,
        bounds: &[char],
        kind: impl Fn(&&Word) -> bool,
    ) -> Option<&Word> {
        let edge = |i: usize| self.words.get(i).map_or(self.span.end, |word| word.start);
        let (start, end) = (edge(at.start), at.end.checked_sub(1).map_or(0, |i| self.words[i].end));
        let inside = |word: &&Word| {
            let gap = self.text.get(end..word.start).or_else(|| self.text.get(word.end..start));
            !gap.unwrap_or_default().contains(bounds)
        };
        let tells = |word: &&Word| word.term.is_some();
        let before = self.words[..at.start].iter().rev().filter(tells).take(reach).enumerate();
        let after = self.words[at.end..].iter().filter(tells).take(reach).enumerate();
        let found = before.chain(after).filter(|(_, word)| kind(word) && inside(word));
        found.min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
    }

    /// The last words of the name that stands before a value, else 0.
    fn holder(&self, at: &Range<usize>) -> [Key; 2] {
        let named = |word: &&Word| word.term.is_some_and(Term::is_name);
        let before = self.words[..at.start].iter().rev();
        let mut name = before.skip_while(|word| !named(word)).take_while(named);
        [name.next(), name.next()].map(|word| word.and_then(|w| w.term).map_or(0, Term::key))
    }

    /// The words before it, the nearest first, and those after it.
    fn near(&self, at: &Range<usize>) -> [Term; NEAR] {
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
            clause.iter().any(|word| word.is(Roles::EARLIER)),
        )
    }

    /// `30 of the 80 wounded`, `two other rifles`: not all of them. `17 others were hurt` may be all, as those
    /// who died are told before.
    fn is_rest(&self, span: Span, at: &Range<usize>, others: bool) -> bool {
        let end = self.words.partition_point(|word| word.end <= span.end);
        let told = self.words.get(at.start..end).unwrap_or_default();
        let next = self.words.get(end);
        let more = told.iter().chain(next).any(|word| word.is(Roles::MORE));
        // Of `hundreds of people` the figure tells of what.
        let of = end == at.end && next.is_some_and(|word| word.is(Roles::OF));
        of || more && others
    }

    /// The indices of the words that lie inside `span`.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.start < span.start);
        let end = self.words.partition_point(|word| word.end <= span.end);
        start..end.max(start)
    }
}

/// What kind of figure it is, of this thing counted.
fn measure(quantity: &Quantity, head: Option<&Word>) -> Measures {
    match quantity.unit.map(|unit| unit.measure) {
        Some(Measure::Money) => Measures::MONEY,
        Some(Measure::Share | Measure::Points) => Measures::SHARE,
        Some(Measure::Length) => Measures::LENGTH,
        Some(Measure::Duration) => Measures::DURATION,
        Some(_) => Measures::default(),
        None => match head {
            Some(word) if word.is(Roles::PEOPLE) || word.is(Roles::WHO) => Measures::PEOPLE,
            Some(word) if !word.is(Roles::FATE) => Measures::COUNT,
            Some(_) => Measures::COUNTED,
            None => Measures::BARE,
        },
    }
}

/// Which terms of a sentence stand in one clause of it, one bit each; of very long ones the first.
fn clause_terms(clause: &[Word], terms: &[(Term, u8)]) -> u128 {
    let places = clause.iter().filter_map(|word| {
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
        Said::Place(_) | Said::Deed(_) | Said::Act(_) | Said::Party(_) => (None, None),
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
