//! Dates of a sentence: which are values, of which event, and when what is told happened.

use std::ops::Range;

use super::days;
use super::pack::Roles;
use super::read::{Sentence, inside};
use super::term::Term;
use super::time::Time;
use super::value::{Said, Value};
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::Date;

/// Where a date is that of the article itself, in bytes.
const DATELINE: usize = 300;
/// And so near a time and a date are one stamp.
const BESIDE: usize = 10;
/// How many words lie between a whole date and what says that something was posted on it.
const POSTED: usize = 6;
/// How many words behind the day of an issue tell of what it is one.
const ISSUE: usize = 4;
/// How many telling words lie between a date and the event before it, and one behind it, at most.
const BEFORE: usize = 5;
const BEHIND: usize = 7;
/// And how many words lie between an event and what says that it is another one, that included.
const ANOTHER: usize = 2;
/// How many words lie between a day and what says that it is that after something, that included.
const NEXT: usize = 6;
/// How many small words lead from what is told to those of whom it is.
const OF: usize = 2;
/// And where nothing else shows that the event behind it is meant: `Friday night's fatal shooting`.
const ADJACENT: usize = 2;

impl Sentence<'_> {
    /// What a date means that counts from the day of writing, where that is known.
    pub(super) fn placed(&self, date: &Date) -> Option<Date> {
        days::placed(date, date.span.of(self.text), self.written?)
    }

    pub(super) fn date(&self, date: &Date) -> Value {
        let said = Said::Date(Box::new(Date { span: Span::default(), ..date.clone() }));
        let at = self.range(date.span);
        let event = self.happening(date.span, &at);
        // What happens on the day is this state of its class, not the opposite one.
        let opposite = event.is_some_and(Word::is_opposite);
        let value = self.value(date.span, &at, said, event);
        let earlier = value.earlier
            || event.is_some_and(|event| self.is_another(event))
            || self.is_day_after(&at) && event.is_none_or(|event| event.start > date.span.start);
        Value { classed: event.is_some(), denied: opposite, earlier, ..value }
    }

    /// `Friday, the day after the attack`: what is told to have happened did so before, but not what leads to
    /// the day, as in `was dismissed on Friday, the day after the defeat`.
    fn is_day_after(&self, at: &Range<usize>) -> bool {
        let (before, after) = (&self.words[..at.start], &self.words[at.end..]);
        let mut near = before.iter().rev().take(NEXT).chain(after.iter().take(NEXT));
        near.any(|word| word.is(Roles::NEXT))
    }

    /// `another dramatic robbery on Sunday`: not the one that is told of.
    fn is_another(&self, event: &Word) -> bool {
        let at = self.words.partition_point(|word| word.start < event.start);
        self.words[at.saturating_sub(ANOTHER)..at].iter().any(|word| word.is(Roles::MORE))
    }

    /// The event that happened on a day or in a place.
    pub(super) fn happening(&self, span: Span, at: &Range<usize>) -> Option<&Word> {
        let behind = || self.event_behind(span, at);
        if self.is_attribute(span) {
            return behind().or_else(|| self.event_before(at));
        }
        let before = self.event_before(at).or_else(behind)?;
        let object = || self.words[at.end..].iter().find(|word| word.term.is_some());
        // `signed a pact on Monday`, `ont signé lundi un pacte`: what was signed.
        let held = before.is(Roles::HELD) && before.end <= span.start;
        Some(object().filter(|word| held && is_event(word)).unwrap_or(before))
    }

    /// `died at his home on Thursday`; not the `shooting` of one who `was on suicide watch Monday`.
    fn event_before(&self, at: &Range<usize>) -> Option<&Word> {
        let mut next = self.words.get(at.start)?.start;
        let (mut told, mut happens, mut held) = (0, None, false);
        // `The funeral of the victims`: what is done to them has the day, not they.
        let mut of_it = None;
        for (i, word) in self.words[..at.start].iter().enumerate().rev() {
            let gap = self.text.get(word.end..next)?;
            // `The treaty, signed in June`: what was signed.
            let apposed = held && told == usize::from(happens.is_some());
            if gap.contains([';', ':', '(', '–', '—'])
                || gap.contains(',') && !apposed
                || told == BEFORE
                || word.is(Roles::AUX) && told > 0 && !happens.is_some_and(Word::is_of_event)
            {
                break;
            }
            next = word.start;
            held |= word.is(Roles::HELD);
            if word.term.is_none_or(Term::is_name) {
                continue;
            }
            told += 1;
            // `The fire broke out on Friday`: what broke out.
            if word.is(Roles::HAPPENS) || word.is(Roles::HELD) {
                happens = happens.or(Some(word));
            } else if word.is(Roles::EVENT) && !self.comes_with(i) {
                if !self.is_of_something(i) {
                    return Some(word);
                }
                of_it = of_it.or(Some(word));
            }
        }
        of_it.or(happens)
    }

    /// Whether it names those of whom something else is told: `the funeral of the victims`, `les obsèques des victimes`.
    fn is_of_something(&self, at: usize) -> bool {
        let before = self.words[..at].iter().rev().take(OF);
        let mut small = before.take_while(|word| word.term.is_none());
        self.words[at].is(Roles::FATE) && small.any(|word| word.is(Roles::OF))
    }

    /// `convicted of the June 20 murder`, `Friday's fire`: it tells which one.
    fn is_attribute(&self, date: Span) -> bool {
        let after = &self.text[date.end..];
        let next = after.strip_prefix(' ').map(|next| next.trim_start_matches(char::is_lowercase));
        // `Friday night's fire`
        let owns = [Some(after), next].into_iter().flatten().any(|s| s.starts_with(['\'', '’']));
        let before = self.words[..self.range(date).start].last();
        owns || before.is_some_and(|word| word.is(Roles::ARTICLE))
    }

    /// `On Monday, a fire broke out`, `Friday night's shooting`, `wurden am Freitag getötet`.
    fn event_behind(&self, date: Span, at: &Range<usize>) -> Option<&Word> {
        let start = self.clause(date).start;
        let before = self.words.get(start..at.start)?;
        let small = before.iter().rev().take_while(|word| word.term.is_none());
        let leads =
            small.clone().count() == before.len() || small.clone().any(|w| w.is(Roles::AUX));
        let end = self.words[..at.end].last()?.end;
        let near = |word: &&Word| {
            let gap = self.text.get(end..word.start).unwrap_or_default();
            !gap.contains([';', ':', '(', '–', '—']) && (leads || !gap.contains(','))
        };
        // `apologized Saturday if the fire was …`: a small word begins something else.
        let same = |word: &&Word| leads || word.term.is_some() || word.end - word.start < 2;
        let behind = self.words[at.end..].iter().take_while(near).take_while(same);
        let told = behind.filter(|word| word.term.is_some());
        let told = told.take(if leads { BEHIND } else { ADJACENT });
        let mut events = told.filter(|word| is_event(word));
        let first = events.next()?;
        // `Der im Juni unterzeichnete Vertrag`: what was signed.
        let next = events.next().filter(|_| first.is(Roles::HELD));
        Some(next.unwrap_or(first))
    }

    /// Whether an event only comes with another one: `arrested on murder charges`.
    fn comes_with(&self, at: usize) -> bool {
        let with = |i: usize| self.words.get(i).is_some_and(|word| word.is(Roles::WITH));
        at > 0 && with(at - 1) || at > 1 && with(at - 2)
    }

    /// Whether a date at the head of the article tells when it was published.
    pub(super) fn is_dateline(&self, date: &Date) -> bool {
        let sentences = self.analysis.sentences;
        let here = sentences.partition_point(|sentence| sentence.span.start < self.span.start);
        if sentences.get(here).is_some_and(|sentence| sentence.is_dateline) {
            return true;
        }
        let from = date.from;
        let whole = from.year.is_some() && from.day.is_some();
        let after = self.text[date.span.end..].trim_start();
        let head = self.span.start < DATELINE;
        // `MARCH 13, 2013, 2:30 AM`, also where a sentence was thought to begin in it.
        let before = self.text[..date.span.start].trim_end_matches([',', ' ', '-', '|']);
        let year = before.len() >= 4 && before.bytes().rev().take(4).all(|b| b.is_ascii_digit());
        if from.minute.is_some() && from.day.is_none() && year {
            return true;
        }
        head && (whole && (!self.is_told(date) || self.is_between_headings(date))
            || after.starts_with(['-', '–', '—'])
            || self.is_stamped(date))
    }

    /// `died at 6:41 pm (0241 GMT Friday)`, `at 17:06 (1336 GMT)`: the same in another zone, and no year.
    pub(super) fn is_converted(&self, date: &Date) -> bool {
        const ZONES: [&str; 2] = ["GMT", "UTC"];
        let before = self.text[..date.span.start].trim_end();
        let after = self.text[date.span.end..].trim_start();
        ZONES.into_iter().any(|zone| before.ends_with(zone) || after.starts_with(zone))
    }

    /// `In Thursday's Evening Herald, Jane Roe writes …`: the day of an issue, not of what is told in it.
    pub(super) fn is_of_issue(&self, date: &Date) -> bool {
        let at = self.range(date.span);
        let owns = self.text[date.span.end..].starts_with(['\'', '’']);
        let leads = self.words[..at.start].last().is_some_and(|word| word.is(Roles::PLACE));
        let named = |word: &&Word| word.term.is_some_and(Term::is_name) && !word.is(Roles::EVENT);
        owns && leads && self.words[at.end..].iter().take(ISSUE).any(|word| named(&word))
    }

    /// `founded in the 1930's`: not in that year.
    pub(super) fn is_decade(&self, date: &Date) -> bool {
        let after = &self.text[date.span.end..];
        let owns = after.starts_with("'s") || after.starts_with("’s");
        owns && date.from.month.is_none() && date.from.weekday.is_none()
    }

    /// `the plant closed on 5 May 2024`, not `Posted: 5 May 2024`: something else is told before it.
    fn is_told(&self, date: &Date) -> bool {
        let before = &self.words[..self.range(date.span).start];
        let tells =
            |word: &Word| word.term.is_some_and(|term| !term.is_name()) && !word.is(Roles::SAY);
        before.iter().any(tells)
    }

    /// `Repairs will take twelve days October 11, 2011 As many users…`: with no stop and no small word before it, and a new
    /// sentence behind, it stands between a title and the text.
    fn is_between_headings(&self, date: &Date) -> bool {
        let before = self.text[self.span.start..date.span.start].trim_end();
        let after = self.text[date.span.end..self.span.end].trim_start();
        let figures = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let last = self.words[..self.range(date.span).start].last();
        let telling = last.is_some_and(|word| {
            word.term.is_some()
                || figures.iter().any(|q| q.span.covers(Span::new(word.start, word.end)))
        });
        telling && before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_uppercase)
    }

    /// Whether a time of day stands beside a day of the month: `Jul. 7 5:59 PM`, not `Sunday at 7 p.m.`.
    fn is_stamped(&self, date: &Date) -> bool {
        let dates = inside(self.analysis.facts.dates, self.span, |d| d.span);
        let clock = |date: &Date| date.from.minute.is_some();
        // `16 September 2013 03.31`
        let after = self.text[date.span.end..].trim_start();
        let (hour, rest) = after.split_once(['.', ':']).unwrap_or_default();
        let minutes = rest.bytes().take_while(u8::is_ascii_digit).count() == 2;
        if minutes && hour.len() == 2 && hour.bytes().all(|b| b.is_ascii_digit()) {
            return date.from.day.is_some();
        }
        let beside = |other: &&Date| {
            let gap = other.span.start.saturating_sub(date.span.end)
                + date.span.start.saturating_sub(other.span.end);
            let day = date.from.day.or(other.from.day).is_some();
            day && other.span != date.span && gap < BESIDE && clock(other) != clock(date)
        };
        dates.iter().any(|other| beside(&other))
    }

    /// `officials said Friday`: the day of the saying, not of what is said.
    pub(super) fn is_of_saying(&self, date: &Date) -> bool {
        let at = self.range(date.span);
        // `Posted in Accidents on Wednesday, September 18, 2013`: whoever writes all of a date does.
        let from = date.from;
        let whole = from.weekday.and(from.day).and(from.year).is_some();
        let before = self.words[..at.start].iter().rev().take(if whole { POSTED } else { 2 });
        // `at half past two, according to the police`: not the time of that.
        let gap = |word: &Word| self.text.get(date.span.end..word.start).unwrap_or_default();
        let beside = |word: &&Word| !gap(word).contains(',');
        let after = self.words[at.end..].iter().take(1).filter(beside);
        // `a démenti mercredi avoir ouvert une enquête`
        let denies = self.words[..at.start].last().is_some_and(|word| word.is(Roles::DENY))
            && self.words[at.end..]
                .iter()
                .find(|word| word.term.is_some())
                .is_some_and(|w| w.ruled_out);
        denies || before.chain(after).any(|word| word.is(Roles::SAY))
    }

    /// When a value is told to have been: the month and year beside it, else those that the sentence
    /// before tells of the same.
    pub(super) fn time(&self, value: Span) -> Time {
        let clause = self.clause_span(value);
        let own: Vec<&Date> = self.days(clause).collect();
        if !own.is_empty() {
            return nearest(&own, value);
        }
        let rest: Vec<&Date> = self.days(self.span).collect();
        if !rest.is_empty() {
            return nearest(&rest, value);
        }
        if !self.words.first().is_some_and(|word| word.is(Roles::PRONOUN)) {
            return Time::default();
        }
        let sentences = &self.analysis.sentences;
        let here = sentences.partition_point(|sentence| sentence.span.start < self.span.start);
        let Some(last) = here.checked_sub(1).map(|at| sentences[at].span) else {
            return Time::default();
        };
        nearest(&self.days(last).collect::<Vec<_>>(), value)
    }

    /// `the fifth since September`: not when it was.
    fn is_beginning(&self, date: &Date) -> bool {
        let before = self.words[..self.range(date.span).start].iter().rev();
        // `d’ici à 2027`
        before.take_while(|word| word.term.is_none()).take(2).any(|word| word.is(Roles::SINCE))
    }

    /// The days, months and years told in a stretch, not that of the article.
    fn days(&self, span: Span) -> impl Iterator<Item = &Date> {
        let dates = inside(self.analysis.facts.dates, span, |d| d.span).iter();
        let told = |date: &&Date| {
            let from = date.from;
            let day = from.year.is_some() || from.month.is_some() || from.weekday.is_some();
            day && !date.relative
        };
        let own = |date: &&Date| {
            !self.is_dateline(date) && !self.is_beginning(date) && !self.is_converted(date)
        };
        dates.filter(told).filter(own)
    }
}

fn is_event(word: &Word) -> bool {
    word.is(Roles::EVENT) && word.term.is_some_and(|term| !term.is_name())
}

fn nearest(dates: &[&Date], value: Span) -> Time {
    let gap = |date: &&&Date| {
        date.span.start.saturating_sub(value.end) + value.start.saturating_sub(date.span.end)
    };
    dates.iter().min_by_key(gap).map_or_else(Time::default, |date| Time::of(date.from))
}
