//! From a sentence to its statement: which values it holds and which slots they fill.

use super::pack::Roles;
use super::statement::Statement;
use super::term::{Term, counted};
use super::value::{NEAR, Piece, Said, Value};
use super::words::Word;
use crate::core::article::{Span, within};
use crate::core::claim::Analysis;
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Date, Facts, NameKind, Quantity};

/// How many words of a sentence count and how many values: a bound for pages that are one long line.
const MOST_WORDS: usize = 200;
const MOST_VALUES: usize = 24;
/// Where a date is that of the article itself, in bytes.
const DATELINE: usize = 300;
/// How many words away the event of a figure is looked for.
const REACH: usize = 8;

/// A sentence of a text with what is known of it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) analysis: &'a Analysis,
    pub(super) span: Span,
    pub(super) words: Vec<Word>,
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
            values.push(self.figure(quantity));
        }
        for date in inside(&facts.dates, self.span, |d| d.span) {
            if !date.relative && !self.is_dateline(date) && !self.is_of_saying(date) {
                values.push(self.date(date));
            }
        }
        self.places(facts, &mut values);
        self.deeds(&mut values);
        values.truncate(MOST_VALUES);
        values.sort_by_key(|value| value.piece.at(0));
        let terms = self.terms(facts, &values);
        // Two words at least say what it is about.
        if terms.len() < 2 {
            return None;
        }
        let said = within(&facts.attributions, self.span, |said| said.span);
        Some(Statement {
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
        let said = Said::Figure(Amount::of(quantity));
        self.value(quantity.span, quantity.figure, said, head)
    }

    fn date(&self, date: &Date) -> Value {
        let said = Said::Date(Box::new(Date { span: Span::default(), ..date.clone() }));
        self.value(date.span, date.span, said, None)
    }

    /// Whether a date at the head of the article tells when it was published.
    fn is_dateline(&self, date: &Date) -> bool {
        let from = date.from;
        let whole = from.year.is_some() && from.day.is_some();
        let after = self.text[date.span.end..].trim_start();
        self.span.start < DATELINE && (whole || after.starts_with(['-', '–', '—']))
    }

    /// `officials said Friday`: the day of the saying, not of what is said.
    fn is_of_saying(&self, date: &Date) -> bool {
        let at = self.range(date.span);
        let before = self.words[..at.start].iter().rev().take(2);
        let after = self.words[at.end..].iter().take(1);
        before.chain(after).any(|word| word.is(Roles::SAY))
    }

    /// Names that a preposition of place introduces.
    fn places(&self, facts: &Facts, values: &mut Vec<Value>) {
        for name in inside(&facts.names, self.span, |name| name.span) {
            let at = self.words.partition_point(|word| word.start < name.span.start);
            let leads = |word: &Word| word.term.is_none() && word.is(Roles::PLACE);
            let placed = matches!(name.kind, NameKind::Other | NameKind::State)
                && self.words[at.saturating_sub(2)..at].iter().any(leads);
            if placed {
                let key = Term::name(&name.key).key();
                values.push(self.value(name.span, name.span, Said::Place(key), None));
            }
        }
    }

    /// Words that name one of opposite states, and words said not to be so.
    fn deeds(&self, values: &mut Vec<Value>) {
        for word in &self.words {
            let Some(term) = word.term.filter(|term| !term.is_name()) else { continue };
            let sign = word.lexeme.sign;
            if sign.is_none() && !word.negated {
                continue;
            }
            let sign = sign.unwrap_or(1) * if word.negated { -1 } else { 1 };
            let span = Span::new(word.start, word.end);
            let value = self.value(span, span, Said::Deed(sign), None);
            values.push(Value { role: term.key(), classed: word.lexeme.sign.is_some(), ..value });
        }
    }

    /// A value at `span`, of which `core` says it; `head` is the word for what is counted.
    fn value(&self, span: Span, core: Span, said: Said, head: Option<&Word>) -> Value {
        let at = self.range(core);
        let people = head.is_some_and(|word| word.is(Roles::PEOPLE));
        let own = head.filter(|word| word.is(Roles::EVENT));
        let event = own.or_else(|| self.event_near(core, &at)).or(head.filter(|_| !people));
        let event = event.or_else(|| self.nearest(&at));
        let (part, earlier) = self.setting(&at);
        Value {
            piece: Piece::new(self.span.start, span),
            said,
            role: event.and_then(|word| word.term).map_or(0, Term::key),
            classed: event.is_some_and(|word| word.is(Roles::EVENT)),
            head: head.filter(|_| !people).and_then(|word| word.term).map_or(0, Term::key),
            near: self.near(&at),
            part,
            earlier,
        }
    }

    /// The nearest event of the same clause; of equally near ones the one before.
    fn event_near(&self, core: Span, at: &std::ops::Range<usize>) -> Option<&Word> {
        let inside = |word: &&Word| {
            let gap = if word.start >= core.end {
                self.text.get(core.end..word.start)
            } else {
                self.text.get(word.end..core.start)
            };
            !gap.unwrap_or_default().contains([';', ':'])
        };
        let (from, to) = (at.start.saturating_sub(REACH), (at.end + REACH).min(self.words.len()));
        let before = self.words[from..at.start].iter().rev().enumerate();
        let after = self.words[at.end..to].iter().enumerate();
        let events = before.chain(after).filter(|(_, word)| word.is(Roles::EVENT));
        events
            .filter(|(_, word)| inside(word))
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, w)| w)
    }

    fn nearest(&self, at: &std::ops::Range<usize>) -> Option<&Word> {
        let said = |word: &&Word| word.term.is_some_and(|term| !term.is_name());
        let before = self.words[..at.start].iter().rev().find(said);
        before.or_else(|| self.words[at.end..].iter().find(said))
    }

    /// The words before it, the nearest first, and those after it.
    fn near(&self, at: &std::ops::Range<usize>) -> [Term; NEAR] {
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
    fn setting(&self, at: &std::ops::Range<usize>) -> (bool, bool) {
        let before = &self.words[at.start.saturating_sub(4)..at.start];
        let around =
            &self.words[at.start.saturating_sub(REACH)..(at.end + REACH).min(self.words.len())];
        (
            before.iter().any(|word| word.is(Roles::PART)),
            around.iter().any(|word| word.is(Roles::EARLIER)),
        )
    }

    /// The indices of the words that lie inside `span`.
    fn range(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.words.partition_point(|word| word.start < span.start);
        let end = self.words.partition_point(|word| word.end <= span.end);
        start..end.max(start)
    }
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
        Said::Place(_) | Said::Deed(_) => (None, None),
    };
    let figure = figure.map(|x| Term::number("=", x));
    figure.into_iter().chain(date.into_iter().flat_map(|date| day(date)))
}

/// The year, the day and the weekday of a date.
fn day(date: &Date) -> impl Iterator<Item = Term> + use<> {
    let moment = date.from;
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
fn inside<T>(facts: &[T], span: Span, place: impl Fn(&T) -> Span) -> &[T] {
    let found = within(facts, span, &place);
    let found = match found.split_last() {
        Some((last, rest)) if place(last).end > span.end => rest,
        _ => found,
    };
    &found[..found.len().min(MOST_VALUES)]
}
