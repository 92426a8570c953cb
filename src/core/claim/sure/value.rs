//! Whether a figure or a date is surely one, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::article::Span;
use crate::core::fact::date::MODERN;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// Whether a figure is whole and no name: `Sixty Minutes`, `[5] et 10 %`, `en quarantaine` tell
    /// none.
    pub(in crate::core::claim) fn is_sure_figure(&self, figure: &Quantity) -> bool {
        let run = self.range(figure.span);
        if run.is_empty() {
            return true;
        }
        let last = run.end - 1;
        let lasts = figure.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let title =
            lasts && run.len() > 1 && self.is_capital(last) && !self.settings.nouns_have_capitals();
        let alone = run.len() == 1 && self.is(run.start, class::DOZEN) && figure.noun.is_none();
        let leads = class::DET | class::ABOUT | class::SOME | class::MORE | class::LESS;
        let idle = alone
            && run.start > 0
            && self.is(run.start - 1, class::PREP)
            && !self.is(run.start - 1, leads);
        !(title
            || idle
            || self.is_part_of_none(&run)
            || self.is_bare_word(figure, &run)
            || self.is_glued(figure)
            || self.is_year(figure)
            || self.is_article(figure, &run)
            || self.is_named(figure, &run)
            || self.is_age(figure, &run)
            || self.is_open(&run)
            || self.is_time(figure, run.start)
            || self.is_first_of_several(figure, run.end))
    }

    /// `les quarts de finale`: parts without their number.
    fn is_part_of_none(&self, run: &Range<usize>) -> bool {
        let number = |at: usize| {
            self.tokens[at].shape == Shape::Figure || self.is(at, class::NUMBER | class::HALF)
        };
        let parts =
            |at: usize| self.is(at, class::FRACTION) && self.ends(at, &self.settings.parts_end);
        run.clone().any(parts) && !run.clone().any(number)
    }

    /// `Six [League 1] matches`, `the album “19”`: a number that is part of a name or is one.
    fn is_named(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const SMALL: f64 = 12.0;
        const DAYS: Classes = class::WEEKDAY | class::MONTH;
        let Some(before) = self.before(run.start) else { return false };
        let small = figure.low.or(figure.high).unwrap_or_default() <= SMALL;
        let digits = self.tokens[run.start].shape == Shape::Figure;
        let unit = figure.unit.is_some();
        let name = before.is_capital() && run.start > 1 && !before.is(DAYS);
        let quote = |word: &str| matches!(word, "«" | "»" | "“" | "”" | "\"" | "„");
        let quoted = quote(before.span.of(self.text)) && quote(self.word(run.end));
        digits && !unit && (small && name || run.len() == 1 && quoted)
    }

    /// `Ann Lee, [36], of Leeds`, `Anna Roth (36)`: how old somebody is.
    fn is_age(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const OLDEST: f64 = 120.0;
        const DAYS: Classes = class::WEEKDAY | class::MONTH;
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let old = figure.low.or(figure.high).is_some_and(|value| value <= OLDEST);
        let [.., name, mark] = &self.tokens[..run.start] else { return false };
        let opens = matches!(mark.span.of(self.text), "," | "(");
        let named = name.is_capital() && !name.is(DAYS);
        let closes = self.tokens.get(run.end).is_none_or(|next| next.shape == Shape::Mark);
        bare && old && opens && named && closes
    }

    /// `les années 1950-[60]`, `ces [20 dernières]`: the end of a date, or without what is counted.
    fn is_open(&self, run: &Range<usize>) -> bool {
        let start = self.tokens[run.start].span.start;
        let before = self.text[..start].strip_suffix(['-', '–']);
        let digit = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
        let range = before.is_some_and(digit);
        // `les années 70 et [80]`
        let near = run.start.saturating_sub(4)..run.start;
        let decade = self.is(run.start.saturating_sub(1), class::AND)
            && near.clone().any(|at| self.is(at, class::DECADE));
        let first = self.settings.head == Head::First;
        let last = run.end - 1;
        let adjective = last > run.start
            && self.is(last, class::WEAK | class::ORDINAL)
            && !self.is(last, class::UNIT);
        (range || decade) && run.len() == 1 || first && adjective
    }

    /// `a 28-article text`, `four 16-year-olds`: part of a word.
    fn is_glued(&self, figure: &Quantity) -> bool {
        // `1'44`
        let marks = ['\'', '’', '′'];
        let digit = |c: char| c.is_ascii_digit();
        let behind = self.text[figure.span.end..].strip_prefix(marks);
        let before = self.text[..figure.span.start].strip_suffix(marks);
        if behind.is_some_and(|rest| rest.starts_with(digit))
            || before.is_some_and(|rest| rest.ends_with(digit))
        {
            return true;
        }
        let rest = self.text[figure.span.end..].strip_prefix(['-', '‑']);
        let word = rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        word && figure.unit.is_none() && figure.noun.is_none()
    }

    /// `[un euro] inflationniste`: an article before a coin.
    fn is_article(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let coin = figure.unit.is_some_and(|unit| unit.measure == Measure::Money);
        coin && run.len() == 2 && self.is(run.start, class::DET)
    }

    /// `wurde [2012 Chef]`, `rapporto [1994 della commissione]`: a year before a noun.
    fn is_year(&self, figure: &Quantity) -> bool {
        let digits = figure.figure.of(self.text);
        let bare = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let value = figure.low.or(figure.high).unwrap_or_default();
        bare && figure.unit.is_none() && MODERN.contains(&(value as i32)) && value % 100.0 != 0.0
    }

    /// `mother of five`, `phase four`, `a third took`: a number in words, and nothing counted.
    fn is_bare_word(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const SMALL: f64 = 1000.0;
        let value = figure.low.or(figure.high).unwrap_or_default();
        let digits = run.clone().any(|at| self.tokens[at].shape == Shape::Figure);
        let vague = run.clone().any(|at| self.is(at, class::DOZEN | class::SCALE));
        let part = run.clone().any(|at| self.is(at, class::FRACTION));
        let idle = !vague && value <= SMALL && (part || figure.unit.is_none());
        !digits && idle && figure.noun.is_none()
    }

    /// `at about 10.30`: where a time may stand, it is none that counts.
    fn is_time(&self, figure: &Quantity, start: usize) -> bool {
        let digits = figure.figure.of(self.text);
        let hour = digits.split_once('.').is_some_and(|(hour, minutes)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 25) && minutes.len() == 2
        });
        let led = (start.saturating_sub(2)..start + 2).any(|at| self.is(at, class::HOURLY));
        hour && led && figure.unit.is_none() && figure.noun.is_none()
    }

    /// A figure without what describes its noun: `130 personnes [placées] en garde à vue`.
    pub(in crate::core::claim) fn figure(&self, figure: &Quantity) -> Span {
        let run = self.range(figure.span);
        let Some(last) = run.clone().last() else { return figure.span };
        let token = &self.tokens[last];
        let describes = self.settings.head == Head::First
            && token.shape == Shape::Small
            && figure.noun.is_some()
            && self.ends(last, &self.settings.participle)
            && self.is(last + 1, class::PREP | class::TO | class::OF | class::PER)
            && !token.is(class::PEOPLE | class::TITLE | class::CROWD);
        let before = |at: usize| Span::new(figure.span.start, self.tokens[at - 1].span.end);
        let of = run.clone().skip(1).find(|at| self.is(*at, class::OF));
        // `3,456 [the previous] year`
        let another = run.clone().skip(1).find(|at| {
            self.tokens[at - 1].shape == Shape::Figure
                && self.is(*at, class::DET)
                && !self.is(*at, class::OF | class::NUMBER)
        });
        if let Some(another) = another {
            return before(another);
        }
        match of.filter(|_| self.goes_on(last)) {
            // `61 per cent [of public] investment`
            Some(of) => before(of),
            // `une centaine de [naufragés]`
            None if describes && run.len() > 2 && self.is_noun(last - 1) => before(last),
            None => figure.span,
        }
    }

    fn is_noun(&self, at: usize) -> bool {
        const NONE: Classes = class::OF | class::DET | class::NUMBER | class::DOZEN | class::SCALE;
        self.tokens[at].shape == Shape::Small && !self.is(at, NONE)
    }

    /// Whether in English a noun may follow that the last word only describes.
    fn goes_on(&self, last: usize) -> bool {
        const NONE: Classes = class::AUX
            | class::PREP
            | class::CONJ
            | class::CLAUSE
            | class::TO
            | class::FROM
            | class::AND
            | class::MODAL
            | class::RELATIVE_PRONOUN
            | class::ADVERB
            | class::SAY;
        self.settings.head == Head::Last
            && self
                .tokens
                .get(last + 1)
                .is_some_and(|next| next.shape == Shape::Small && next.spaced && !next.is(NONE))
    }

    /// `12, 13 ou 20 centimes`: what is counted stands behind the last one.
    fn is_first_of_several(&self, figure: &Quantity, end: usize) -> bool {
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let joins = |at: usize| self.is(at, class::CONJ | class::AND) || self.word(at) == ",";
        let next = self.tokens.get(end + 1);
        let number = next.is_some_and(|next| next.shape == Shape::Figure && next.spaced);
        let unit = (end + 2..end + 4).any(|at| self.is(at, class::UNIT) || self.word(at) == "%");
        bare && joins(end) && number && unit
    }

    /// Whether a date tells a time: not `recently`, nor a bare month or year that may be a name or a
    /// number (`Theresa May`, `1400 selon la police, [2000] selon …`).
    pub(in crate::core::claim) fn is_sure_date(&self, span: Span) -> bool {
        const LEADS: Classes = class::PREP
            | class::OF
            | class::FROM
            | class::TO
            | class::BETWEEN
            | class::AND
            | class::CONJ
            | class::DET
            | class::DATED
            | class::RELATIVE
            | class::PART
            | class::PERIOD
            | class::MONTH
            | class::HOURLY
            | class::CLAUSE;
        let run = self.range(span);
        if run.len() != 1 {
            return true;
        }
        let at = run.start;
        let token = &self.tokens[at];
        if token.is(class::RELATIVE) {
            // `bientôt`; `months ago`
            let vague = token.is(class::FUTURE) || at > 0 && self.is(at - 1, class::UNIT);
            return !vague && !self.ends(at, &self.settings.adverb);
        }
        let bare = token.shape == Shape::Figure && token.span.len() == 4;
        if !(bare || token.is(class::MONTH) && token.is_word()) {
            return true;
        }
        let Some(before) = self.before(at) else { return bare };
        let contracted = self.settings.contracted.contains(&before.span.of(self.text));
        let noun = bare && before.shape == Shape::Small;
        before.is(LEADS)
            || contracted
            || noun
            || matches!(before.span.of(self.text), "(" | "-" | "–" | "/" | "[")
    }
}
