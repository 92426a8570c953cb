//! One side of a comparison: its words, figures and signs, each with what it says.

use std::cmp::Ordering;
use std::ops::Range;

use super::what::What;
use crate::core::anchor::fold::Fold;
use crate::core::anchor::markup::Words;
use crate::core::anchor::token::tokens;
use crate::core::article::Span;
use crate::core::claim::analyze;
use crate::core::fact::{self, Attribution, Date, Facts, Measure, Moment, Quantity};
use crate::core::lang::Language;

/// The words of one version of a claim.
pub(in crate::core::anchor) struct Side {
    words: Words,
    pub(super) units: Vec<Unit>,
    dates: Vec<Date>,
    /// Who is said to have said it.
    sources: Vec<Span>,
    /// Whom and what it names.
    names: Vec<Span>,
}

/// A word, a value, or a sign that means something.
pub(super) struct Unit {
    /// Bytes of the side's text.
    pub(super) span: Span,
    /// What it says: two units with one key say the same.
    pub(super) key: String,
    /// What kind of value it is, where it is one that was read.
    pub(super) value: Option<What>,
    /// Of a measure the figure alone, as written.
    pub(super) figure: Option<String>,
    /// How much it is, or when.
    pub(super) size: Option<Size>,
}

/// How much a value is, or when: from the least to the most that it may be.
pub(super) struct Size {
    least: f64,
    most: f64,
    /// In what it is given: only sizes in the same are compared.
    measure: String,
}

impl Size {
    /// Whether it is greater or less, or later or earlier, than another, as a whole.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        let least = self.least.partial_cmp(&other.least)?;
        let same = self.measure == other.measure && self.most.partial_cmp(&other.most)? == least;
        (same && least.is_ne()).then_some(least)
    }
}

impl Unit {
    pub(super) fn has_digit(&self) -> bool {
        has_digit(&self.key)
    }
}

/// Signs that divide without saying anything. What a quotation mark, a colon, a question mark or
/// a dash at a figure say is not known here, so those count.
const LIGHT: [&str; 8] = [",", ";", "(", ")", ".", "-", "'", "…"];

impl Side {
    pub(super) fn new(source: &str) -> Self {
        let words = Words::of(source);
        let facts = analyze(&words.text).facts;
        Self::with(words, facts)
    }

    /// The words and values alone, at a fraction of the cost.
    pub(in crate::core::anchor) fn values(source: &str, language: Language) -> Self {
        let words = Words::of(source);
        let facts = fact::values(&words.text, language);
        Self::with(words, facts)
    }

    fn with(words: Words, facts: Facts) -> Self {
        let text = &words.text;
        let mut values: Vec<Unit> =
            facts.dates.iter().filter_map(|date| of_date(text, date)).collect();
        values.extend(facts.quantities.iter().filter_map(|quantity| of_quantity(text, quantity)));
        values.sort_by_key(|value| (value.span.start, std::cmp::Reverse(value.span.end)));
        values.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
        let units = merge(text, values);
        let sources =
            facts.attributions.iter().filter_map(|Attribution { source, .. }| *source).collect();
        let names = facts.names.iter().map(|name| name.span).collect();
        Self { words, units, dates: facts.dates, sources, names }
    }

    /// The words without markup.
    pub(super) fn text(&self) -> &str {
        &self.words.text
    }

    /// The words of some units, as they are written.
    pub(super) fn words(&self, units: Range<usize>) -> &str {
        self.place(units).of(self.text())
    }

    /// Where some units stand in the stretch as it was given; where there are none, before the next.
    pub(super) fn source(&self, units: Range<usize>) -> Span {
        self.words.source(self.place(units))
    }

    fn place(&self, units: Range<usize>) -> Span {
        match &self.units[units.clone()] {
            [] => {
                let next = self.units.get(units.start).map(|unit| unit.span.start);
                let at = next.unwrap_or(self.text().trim_end().len());
                Span::new(at, at)
            }
            [first, rest @ ..] => {
                Span::new(first.span.start, rest.last().unwrap_or(first).span.end)
            }
        }
    }

    /// The word or value that stands on both sides of a byte of the stretch.
    pub(in crate::core::anchor) fn across(&self, at: usize) -> Option<Span> {
        let mut spans = self.units.iter().map(|unit| self.words.source(unit.span));
        spans.find(|span| span.start < at && at < span.end)
    }

    /// Whether the dates at two borders are one date, of which more is told here or there.
    pub(in crate::core::anchor) fn tells_more_of_a_date(
        &self,
        at: usize,
        other: &Self,
        there: usize,
    ) -> bool {
        let date = |side: &Self, at: usize| {
            let at_border = |date: &&Date| {
                let span = side.words.source(date.span);
                span.start <= at && at <= span.end
            };
            let mut found = side.dates.iter().filter(at_border);
            let one = found.next().filter(|date| !date.relative && date.to.is_none())?;
            found.next().is_none().then_some(one.from)
        };
        date(self, at)
            .zip(date(other, there))
            .is_some_and(|(a, b)| is_part(&a, &b) || is_part(&b, &a))
    }

    /// Whether a unit is of the words that name a source.
    pub(super) fn is_source(&self, unit: &Unit) -> bool {
        self.sources.iter().any(|source| source.covers(unit.span))
    }

    /// Whether a unit is part of what is known to be a name.
    pub(super) fn is_known_name(&self, unit: &Unit) -> bool {
        self.names.iter().any(|name| name.covers(unit.span))
    }

    /// Whether a unit is a name, by its capital.
    pub(super) fn is_name(&self, unit: &Unit) -> bool {
        let capital = unit.span.of(self.text()).chars().next().is_some_and(char::is_uppercase);
        capital && !self.opens(unit)
    }

    /// Whether a unit opens a sentence, so that its capital says nothing.
    fn opens(&self, unit: &Unit) -> bool {
        let before =
            self.text()[..unit.span.start].trim_end_matches(|c: char| !c.is_alphanumeric());
        let between = &self.text()[before.len()..unit.span.start];
        before.is_empty() || between.contains(['.', '!', '?', '"', '«', '“', ':', '\n'])
    }
}

/// Puts the values in the place of their words; leaves out what says nothing.
fn merge(text: &str, values: Vec<Unit>) -> Vec<Unit> {
    let fold = Fold::new(text);
    let mut out: Vec<Unit> = Vec::new();
    let mut values = values.into_iter().peekable();
    let words: Vec<(Span, Span)> =
        acronyms(&fold.text, &units(&fold.text)).into_iter().map(|w| (w, fold.source(w))).collect();
    for (n, &(folded, span)) in words.iter().enumerate() {
        while let Some(value) = values.next_if(|value| value.span.start < span.end) {
            out.push(value);
        }
        if out.last().is_some_and(|last| last.value.is_some() && last.span.end > span.start) {
            continue;
        }
        let word = folded.of(&fold.text);
        let key = match word.len() > 1 && !has_digit(word) {
            true => word.replace('.', ""),
            false => word.replace(' ', ""),
        };
        let near =
            |n: Option<usize>| n.and_then(|n| words.get(n)).map_or("", |w| w.0.of(&fold.text));
        let (before, after) = (near(n.checked_sub(1)), near(Some(n + 1)));
        if let Some(key) = meaning(key, before, after, &fold.text, folded) {
            out.push(Unit { span, key, value: None, figure: None, size: None });
        }
    }
    out.extend(values);
    out
}

/// What a word or sign between two others says; none where it only divides.
fn meaning(key: String, before: &str, after: &str, folded: &str, at: Span) -> Option<String> {
    if !LIGHT.contains(&key.as_str()) {
        return Some(key);
    }
    let tight = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (left, right) = (folded[..at.start].chars().next_back(), folded[at.end..].chars().next());
    match key.as_str() {
        // Between or before figures a dash is a sign or a range.
        "-" if has_digit(after) && (has_digit(before) || !tight(left)) => Some(key),
        "'" if !tight(left) || !tight(right) => Some("\"".to_owned()),
        "," if has_digit(before) && has_digit(after) => Some(key),
        _ => None,
    }
}

/// Letters with points between them as one word: `U.S.A.`.
fn acronyms(folded: &str, words: &[Span]) -> Vec<Span> {
    let letter = |span: &Span| {
        let mut chars = span.of(folded).chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let mut out: Vec<Span> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while let [a, point, b, ..] = &words[end..]
            && letter(a)
            && point.of(folded) == "."
            && letter(b)
            && a.end == point.start
            && point.end == b.start
        {
            end += 2;
        }
        let closed = end > at
            && words.get(end + 1).is_some_and(|p| p.of(folded) == "." && p.start == words[end].end);
        end += usize::from(closed);
        out.push(Span::new(words[at].start, words[end].end));
        at = end + 1;
    }
    out
}

/// A date that was read, as one unit. One that counts from the day of writing stays words.
fn of_date(text: &str, date: &Date) -> Option<Unit> {
    // A bare month or day of the week is a word like others.
    let numbered = date.span.of(text).contains(char::is_numeric) || date.from.day.is_some();
    if date.relative || !numbered {
        return None;
    }
    let moment = |m: &Moment| {
        let Moment { year, month, day, weekday, hour, minute, either, part, unsure } = m;
        let day = format!("{year:?} {month:?} {day:?} {weekday:?} {unsure:?}");
        format!("{day} {hour:?} {minute:?} {either} {part:?}")
    };
    let to = date.to.as_ref().map(moment);
    let key = format!("date {} {to:?}", moment(&date.from));
    let size = date.to.is_none().then(|| day(&date.from));
    Some(Unit { span: date.span, key, value: Some(What::Date), figure: None, size })
}

/// Whether all that one moment tells is told by another.
fn is_part(a: &Moment, b: &Moment) -> bool {
    let Moment { year, month, day, weekday, hour, minute, either, part, unsure } = *a;
    (year.is_none() || year == b.year)
        && (month.is_none() || month == b.month)
        && (day.is_none() || day == b.day)
        && (weekday.is_none() || weekday == b.weekday)
        && (hour.is_none() || hour == b.hour && either == b.either)
        && (minute.is_none() || minute == b.minute)
        && (part.is_none() || part == b.part)
        && (unsure.is_none() || unsure == b.unsure)
}

/// When a moment is; only moments that name the same parts are compared.
fn day(moment: &Moment) -> Size {
    let Moment { year, month, day, .. } = *moment;
    let number = |part: Option<u8>| f64::from(part.unwrap_or_default());
    let days = f64::from(year.unwrap_or_default()) * 372.0 + number(month) * 31.0 + number(day);
    let parts = (year.is_some(), month.is_some(), day.is_some());
    Size { least: days, most: days, measure: format!("date {parts:?}") }
}

/// A figure that was read, with its unit: one with another unit is another value. The words that
/// bound it and what it counts stay words.
fn of_quantity(text: &str, quantity: &Quantity) -> Option<Unit> {
    let figure = quantity.figure;
    if figure.is_empty() || quantity.low.or(quantity.high).is_none() {
        return None;
    }
    let written = Some(Fold::of(figure.of(text)));
    // What bounds a single figure are words beside it.
    let ends = match quantity.value() {
        Some(value) => (Some(value), None),
        None => (quantity.low, quantity.high),
    };
    // As many digits as a float is sure of: more say how it was reckoned.
    let value = |scale: f64| {
        let round = |end: Option<f64>| end.map(|end| format!("{:.14e}", end * scale));
        format!("{:?} {:?}", round(ends.0), round(ends.1))
    };
    let size = |scale: f64, measure: String| {
        let (least, most) = (ends.0?, ends.1.or(ends.0)?);
        Some(Size { least: least * scale, most: most * scale, measure })
    };
    let Some(unit) = quantity.unit else {
        let (key, size) = (format!("figure {}", value(1.0)), size(1.0, String::new()));
        return Some(Unit { span: figure, key, value: Some(What::Figure), figure: written, size });
    };
    let symbol = match unit.measure {
        Measure::Money | Measure::Temperature => unit.symbol,
        _ => "",
    };
    let key = format!("measure {} {:?} {symbol}", value(unit.scale), unit.measure);
    let size = size(unit.scale, format!("{:?} {symbol}", unit.measure));
    let span = with_unit(text, quantity);
    Some(Unit { span, key, value: Some(What::Figure), figure: written, size })
}

/// The figure and its unit, without what is counted and what it is for each of.
fn with_unit(text: &str, quantity: &Quantity) -> Span {
    let figure = quantity.figure;
    let noun = quantity.noun.as_ref().map(|noun| noun.span.start);
    let ends = [noun, quantity.per.map(|per| per.start)].into_iter().flatten();
    let end = ends.filter(|end| *end > figure.end).min().unwrap_or(quantity.span.end);
    let end = end.max(figure.end);
    let mut tail = Span::new(figure.end, end).of(text).trim_end();
    // `700 000 tonnes de riz`: the joining word belongs to neither.
    for joint in [" de", " d’", " d'", " of", " par", " per", " a"] {
        tail = tail.strip_suffix(joint).unwrap_or(tail);
    }
    let lead = text[quantity.span.start..figure.start].trim_end();
    let sign = lead.rsplit(char::is_whitespace).next().unwrap_or_default();
    let has_sign = sign.contains(['$', '€', '£', '¥', '₽']);
    let start = match has_sign {
        true => quantity.span.start + lead.len() - sign.len(),
        false => figure.start,
    };
    Span::new(start, figure.end + tail.len())
}

/// The figures of a folded text, in order, without what groups their digits.
pub(in crate::core::anchor) fn figures(folded: &str) -> Vec<String> {
    let words = units(folded);
    let figures = words.iter().map(|span| span.of(folded)).filter(|w| has_digit(w));
    figures.map(|figure| figure.replace(' ', "")).collect()
}

/// The words and signs of a folded text, so that only spaces between them are lost.
pub(super) fn ink(folded: &str) -> Vec<String> {
    units(folded).iter().map(|span| span.of(folded).replace(' ', "")).collect()
}

pub(super) fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Words, signs, and whole figures (`12 000`, `1.100`, `3,5`) of a folded text.
fn units(folded: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for word in tokens(folded) {
        let text = word.of(folded);
        out.push(word);
        let Some([first, mark @ .., _]) = out.last_chunk::<3>() else {
            join_thousands(folded, &mut out);
            continue;
        };
        let separates = matches!(mark[0].of(folded), "." | "," | "'");
        let tight = first.end == mark[0].start && mark[0].end == word.start;
        if separates
            && tight
            && digits(text)
            && first.of(folded).ends_with(|c: char| c.is_ascii_digit())
        {
            let start = first.start;
            out.truncate(out.len() - 3);
            out.push(Span::new(start, word.end));
        }
        join_thousands(folded, &mut out);
    }
    out
}

/// Joins a group of three digits to the figure one space before it.
fn join_thousands(folded: &str, out: &mut Vec<Span>) {
    let Some(&[first, group]) = out.last_chunk::<2>() else { return };
    let text = group.of(folded);
    let joins = group.start == first.end + 1
        && text.len() == 3
        && digits(text)
        && first.of(folded).bytes().all(|b| b.is_ascii_digit() || b == b' ')
        && first.of(folded).rsplit(' ').next().is_some_and(|head| head.len() <= 3);
    if joins && folded.as_bytes()[first.end] == b' ' {
        out.truncate(out.len() - 2);
        out.push(Span::new(first.start, group.end));
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}
