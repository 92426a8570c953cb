//! Finding dates, times and periods, only as exact as the text is.

use crate::core::article::Span;
use crate::core::fact::model::{Date, Moment};
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Settings;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure};

/// Finds the dates of a sentence and marks their tokens in `taken`.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &mut Vec<bool>,
    language: Language,
    out: &mut Vec<Date>,
) {
    taken.clear();
    taken.resize(tokens.len(), false);
    let settings = &Lexicon::of(language).settings;
    let finder = Finder { text, tokens, language, settings };
    let mut at = 0;
    while at < tokens.len() {
        let Some((date, end)) = finder.at(at) else {
            at += 1;
            continue;
        };
        taken[at..end].fill(true);
        out.push(date);
        at = end;
    }
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) language: Language,
    pub(super) settings: &'static Settings,
}

/// Classes of words that may begin a date.
const OPENING: Classes = class::MONTH
    | class::WEEKDAY
    | class::RELATIVE
    | class::PART
    | class::SEASON
    | class::ORDINAL
    | class::DECADE;

impl Finder<'_> {
    pub(super) fn at(&self, at: usize) -> Option<(Date, usize)> {
        let token = &self.tokens[at];
        if let Some(end) = self.ago(at) {
            let span = Span::new(token.span.start, self.tokens[end - 1].span.end);
            return Some((Date { span, relative: true, ..Date::default() }, end));
        }
        if let Some((from, end)) = self.spoken_clock(at) {
            return Some((self.date(at, end, from, None), end));
        }
        if let Some((from, end)) = self.elided_year(at).or_else(|| self.year_of_life(at)) {
            return Some((self.date(at, end, from, None), end));
        }
        let code = matches!(token.shape, Shape::Acronym | Shape::Code);
        let hour = token.is(class::NUMBER)
            && (self.is(at + 1, class::CLOCK) || at > 0 && self.is(at - 1, class::HOURLY));
        let day =
            token.is(class::NUMBER) && self.is(at + 1, class::OF) && self.is(at + 2, class::MONTH);
        if token.shape != Shape::Figure && !token.is(OPENING) && !code && !hour && !day {
            return None;
        }
        // `por la mañana`: its morning, not tomorrow.
        let morning = || {
            let word = self.word(at).to_lowercase();
            at > 0 && self.is(at - 1, class::DET) && self.settings.morning.contains(&word.as_str())
        };
        if token.is(class::RELATIVE) && (self.is_noun_of_day(at) || morning())
            || token.is(class::WEEKDAY) && self.is_day_of_title(at)
        {
            return None;
        }
        if token.is(class::RELATIVE) {
            return Some((Date { span: token.span, relative: true, ..Date::default() }, at + 1));
        }
        let years = || self.part_of_decade(at).or_else(|| self.years(at));
        if let Some((from, to, end)) = self.days_of_month(at).or_else(years) {
            return Some((self.date(at, end, from, Some(to)), end));
        }
        let (from, mut end) = self.moment(at)?;
        let mut to = None;
        if self.joins(at, end)
            && let Some((moment, after)) = self.moment(end + 1)
            && moment.year.is_some() == from.year.is_some()
            && moment.hour.is_some() == from.hour.is_some()
        {
            to = Some(moment);
            end = after;
        }
        Some((self.date(at, end, from, to), end))
    }

    /// `the Sunday Mirror`, `"Sunday Morning"`: a weekday in a title.
    fn is_day_of_title(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        let goes_on = next.is_some_and(|next| {
            next.is_capital() && next.spaced && !next.is(class::MONTH | class::WEEKDAY)
        });
        let opens = at > 0 && {
            let quoted = matches!(self.word(at - 1), "\"" | "“" | "‘") && !self.tokens[at].spaced;
            // `Irish Independent and Sunday Life`
            let list = self.is(at - 1, class::AND) || self.word(at - 1) == ",";
            let listed = list
                && at > 1
                && self.tokens[at - 2].is_capital()
                && !self.is(at - 2, class::WEEKDAY | class::MONTH | class::STATE)
                && !self.is(at + 1, class::TITLE);
            quoted || listed || self.word(at - 1).eq_ignore_ascii_case("the")
        };
        self.language == Language::English && goes_on && opens
    }

    /// `ein regnerischer Morgen`: with a capital inside a sentence a noun, where they have one.
    fn is_noun_of_day(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let inside = at > 0 && self.tokens[at - 1].is_word() && !self.is(at - 1, class::WEEKDAY);
        let word = !self.word(at).contains(' ');
        self.settings.nouns_have_capitals() && inside && word && token.shape == Shape::Capital
    }

    /// `eight days ago`, `a year ago`: one past it.
    fn ago(&self, at: usize) -> Option<usize> {
        if self.language != Language::English {
            return None;
        }
        // `600,000 to 700,000 years ago`
        let figure = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let ranged = figure(at) && (self.is(at + 1, class::TO) || self.is_dash(at + 1));
        let last = if ranged && figure(at + 2) { at + 2 } else { at };
        let unit = self.tokens.get(last + 1).filter(|next| next.is(class::UNIT))?.entry.unit?;
        let number = figure(last) || self.is(at, class::NUMBER | class::SOME | class::DET);
        let duration = unit.measure == Measure::Duration && self.word(last + 2) == "ago";
        (number && duration).then_some(last + 3)
    }

    pub(super) fn date(&self, at: usize, end: usize, from: Moment, to: Option<Moment>) -> Date {
        let span = Span::new(self.tokens[at].span.start, self.tokens[end - 1].span.end);
        Date { span, from, to, relative: false }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    /// Whether the token stands right behind the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‑")
    }

    pub(super) fn joins(&self, start: usize, at: usize) -> bool {
        let between = start > 0 && self.is(start - 1, class::BETWEEN);
        self.is(at, class::TO)
            || self.is_dash(at)
            || self.word(at) == "au"
            || between && self.is(at, class::AND)
    }

    pub(super) fn number(&self, at: usize, most: u32) -> Option<u32> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Figure)?;
        let value = token.span.of(self.text).parse().ok()?;
        (value <= most).then_some(value)
    }

    /// `du 3 au 5 juin`: two days of one month.
    pub(super) fn days_of_month(&self, at: usize) -> Option<(Moment, Moment, usize)> {
        let (first, end) = self.day(at)?;
        if !(self.joins(at, end) || self.is(end, class::AND)) {
            return None;
        }
        // `entre le 11 et le 28 mars`
        let next = end + 1 + usize::from(self.is(end + 1, class::DET));
        let (to, end) =
            self.moment(next).filter(|(to, _)| to.day.is_some() && to.month.is_some())?;
        Some((Moment { day: Some(first), ..to }, to, end))
    }

    pub(super) fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        let token = self.tokens.get(at)?;
        if let Some(found) = self.part_of_year(at) {
            return Some(found);
        }
        if token.is(class::PART) {
            return self.part(at);
        }
        if token.is(class::WEEKDAY) && !token.is(class::RELATIVE) {
            return Some(self.weekday(at));
        }
        if token.is(class::SEASON) {
            let of = usize::from(self.is(at + 1, class::OF));
            let year = self.year(at + 1 + of)?;
            return Some((Moment { year: Some(year), ..Moment::default() }, at + 2 + of));
        }
        self.clock(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.lone_year(at))
    }
}
