//! Whether a figure is surely one, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::article::Span;
use crate::core::fact::date::MODERN;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Whether a word stands for one: `une`.
fn is_one(token: &Token) -> bool {
    (token.value - 1.0).abs() < f64::EPSILON
}

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
            && (self.is(run.start - 1, class::PREP) && !self.is(run.start - 1, leads)
                // `à peine la trentaine`: how old they are.
                || self.settings.head == Head::First
                    && self.is(run.start - 1, class::DET)
                    && !self.is(run.start - 1, class::SOME | class::NUMBER | class::OF));
        // `las [siete de la mañana]`: a time of day.
        let hour = run.clone().skip(1).any(|at| self.settings.day_parts.contains(&self.word(at)));
        !(title
            || idle
            || hour
            || self.is_part_of_none(&run)
            || self.is_bare_word(figure, &run)
            || self.is_half_read(figure, &run)
            || self.is_scale_alone(figure, &run)
            || self.is_unit_of_a_name(&run)
            || self.is_number_of_a_body(figure, &run)
            || self.is_glued(figure)
            || self.is_year(figure)
            || self.is_of_others(figure, &run)
            || self.is_article(figure, &run)
            || self.is_named(figure, &run)
            || self.is_word_of_code(figure, &run)
            || self.is_age(figure, &run)
            || self.is_numbered(figure, &run)
            || self.is_year_of_two(figure, &run)
            || self.is_rest_of_number(figure, &run)
            || self.is_number_to_call(figure)
            || self.is_half_by_the_way(&run)
            || self.is_rest_of_part(figure, &run)
            || self.is_of_years(figure, &run)
            || self.is_open(&run)
            || run.start > 1 && self.second_day(run.start - 1) == Some(run.end)
            || self.is_first_of_two(figure, run.end)
            || self.is_one_of_several(figure, &run)
            || self.is_unknown_measure(figure, &run)
            || self.is_figure_of_a_name(figure, &run)
            || self.is_kind_of_one(figure, &run)
            || self.is_measure_of_a_measure(figure)
            || self.is_time(figure, run.start)
            || self.is_first_of_several(figure, run.end))
    }

    /// `3 ou [4 euros]`, `[20 milliards] et 800 millions`, `plus [du quart]`: the other half was not read.
    fn is_half_read(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let scale = |at: usize| self.is(at, class::SCALE);
        let [.., first, tie] = &self.tokens[..run.start] else {
            return self.goes_on_with_scale(run);
        };
        let or = tie.is(class::CONJ)
            && !tie.is(class::AND)
            && first.shape == Shape::Figure
            && digits(run.start)
            && figure.low == figure.high;
        let more = self.settings.head == Head::First
            && tie.is(class::COMPARISON | class::MORE | class::LESS)
            && self.is(run.start, class::OF)
            && !scale(run.start);
        or || more || self.goes_on_with_scale(run)
    }

    /// `20 milliards et 800 millions`
    fn goes_on_with_scale(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        self.is(last, class::SCALE)
            && self.is(run.end, class::AND)
            && self.is_number(run.end + 1)
            && self.is(run.end + 2, class::SCALE)
            && self.tokens[run.end + 2].value < self.tokens[last].value
    }

    /// `une des [3 agences]`, `one of the [40 clubs]`: which one is meant.
    fn is_one_of_several(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let first = self.first_part(figure, run);
        first.is_some_and(|part| {
            is_one(&self.tokens[part]) && self.tokens[part].shape != Shape::Figure
        })
    }

    /// `[915] MHz`, `[30] dB`: measured in what is not known here.
    fn is_unknown_measure(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const LONG: usize = 4;
        let sign = self.word(run.end);
        let letters = sign.chars().all(char::is_alphabetic);
        let small = sign.contains(char::is_lowercase);
        let mixed = small && sign.chars().skip(1).any(char::is_uppercase);
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let hertz = sign == "Hz";
        bare && letters && sign.len() <= LONG && (mixed || hertz)
    }

    /// `un [quatre pièces]`: one thing, of a kind that is called so.
    fn is_kind_of_one(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let several = figure.low.or(figure.high).is_some_and(|value| value > 1.0);
        let one = self.before(run.start).is_some_and(|before| {
            before.is(class::SOME | class::NUMBER)
                && is_one(before)
                && before.shape != Shape::Figure
        });
        let share = figure.unit.is_some_and(|unit| unit.measure == Measure::Share);
        self.settings.head == Head::First
            && several
            && one
            && !share
            && !self.is(run.start, class::SCALE)
    }

    /// `[1 g]/l`: how much there is in each of something.
    fn is_measure_of_a_measure(&self, figure: &Quantity) -> bool {
        let amount = figure.unit.is_some_and(|unit| {
            matches!(unit.measure, Measure::Mass | Measure::Volume | Measure::Length)
        });
        let rest = self.text[figure.span.end..].strip_prefix('/');
        amount && rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    }

    /// `shares of [3M]`, `l’association [10 000] Black Interns`: a figure that begins or is a name.
    fn is_figure_of_a_name(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let words = figure.figure.of(self.text);
        let code = words.ends_with(|c: char| c.is_ascii_uppercase())
            && words.starts_with(|c: char| c.is_ascii_digit())
            && !words.contains([' ', '\u{a0}', '.', ',']);
        let name = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                let other = class::PEOPLE | class::STATE | class::TITLE | class::MONTH;
                token.shape == Shape::Capital && token.spaced && !token.is(other)
            })
        };
        let names = self.settings.head == Head::First && name(run.end) && name(run.end + 1);
        bare && (code || run.len() == 1 && names)
    }

    /// `Le [million] à Paris !`: a scale behind an article, and nothing counted.
    fn is_scale_alone(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let alone = self.is(run.start, class::SCALE)
            && figure.figure.end <= self.tokens[run.start].span.end;
        let led = self.before(run.start).is_some_and(|before| {
            before.is(class::DET) && !before.is(class::NUMBER | class::SOME | class::OF)
        });
        alone && led
    }

    /// `the [Euros 2024]`: a word that is a unit only where it stands behind its figure.
    fn is_unit_of_a_name(&self, run: &Range<usize>) -> bool {
        const SIGN: usize = 3;
        let first = &self.tokens[run.start];
        first.entry.unit.is_some()
            && first.shape == Shape::Capital
            && first.span.len() > SIGN
            && run.len() > 1
            && !self.settings.nouns_have_capitals()
    }

    /// `[104] Air Defence Regiment`: where nouns stand last, one of which there is one.
    fn is_number_of_a_body(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const TWO: usize = 2;
        let name = |token: &&Token| token.shape == Shape::Capital && token.spaced;
        let names = self.tokens[run.end..].iter().take_while(name).count();
        let last = run.end + names.saturating_sub(1);
        // `115,000 Royal Mail workers`
        let many = |at: usize| self.ends(at, &self.settings.plural) || self.is(at, class::CROWD);
        let several = many(last) || many(run.end + names);
        // `the 737 Max jet`, `180 Kent is …`: of one thing of that name.
        let next = self.tokens.get(run.end + names);
        let of_one = names == 1
            && next.is_some_and(|next| {
                let is = matches!(next.span.of(self.text), "is" | "was" | "has");
                is || next.shape == Shape::Small && next.entry.class == 0 && next.spaced
            });
        self.settings.head == Head::Last
            && figure.unit.is_none()
            && figure.noun.is_none()
            && run.len() == 1
            && (names >= TWO || of_one)
            && !several
            && !self.is(run.end, class::PEOPLE | class::STATE | class::TITLE | class::MONTH)
    }

    /// `des milliards de microbes`: how many, nobody says.
    pub(in crate::core::claim) fn is_vague(&self, figure: &Quantity) -> bool {
        const COUNTS: Classes = class::NUMBER | class::HALF | class::FRACTION;
        let run = self.range(figure.figure);
        let several = |at: usize| self.is(at, class::SCALE | class::DOZEN);
        let counts = |at: usize| {
            self.tokens[at].shape == Shape::Figure || self.is(at, COUNTS) && !several(at)
        };
        let money = figure.unit.is_none_or(|unit| unit.measure == Measure::Money);
        figure.vague && money && !run.clone().any(counts) && run.clone().any(several)
    }

    /// `les 600 000 résidents`, `leurs cinq chambres`: how many there are is taken as known, and what is told
    /// is something else.
    pub(in crate::core::claim) fn is_known(&self, figure: &Quantity) -> bool {
        let run = self.range(figure.span);
        let definite = self
            .before(run.start)
            .is_some_and(|before| before.is(class::DET) && !before.is(class::NUMBER | class::SOME));
        let vague = class::ABOUT | class::COMPARISON | class::SCALE | class::DOZEN;
        self.settings.head == Head::First
            && definite
            && figure.unit.is_none()
            && !self.is(run.start, vague)
            && self.first_part(figure, &run).is_none()
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
        const NAMED: f64 = 99.0;
        const DAYS: Classes = class::WEEKDAY | class::MONTH;
        let Some(before) = self.before(run.start) else { return false };
        let value = figure.low.or(figure.high).unwrap_or_default();
        let bare = figure.noun.is_none() && !self.is(run.end, class::AUX | class::PAST);
        let small = value <= SMALL || bare && value <= NAMED;
        let digits = self.tokens[run.start].shape == Shape::Figure;
        let unit = figure.unit.is_some();
        // `iPhone 6`
        let mixed = before.is_word() && before.span.of(self.text).contains(char::is_uppercase);
        let name = (before.is_capital() || mixed) && run.start > 1 && !before.is(DAYS);
        let quote = |word: &str| matches!(word, "«" | "»" | "“" | "”" | "\"" | "„");
        let quoted = quote(before.span.of(self.text)) && quote(self.word(run.end));
        digits && !unit && (small && name || run.len() == 1 && quoted)
    }

    /// `la [Cop 21]`, `Try 5 …`: a word in which nobody sees the code of a currency.
    fn is_word_of_code(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let word = self.word(run.start);
        let code = figure.unit.is_some_and(|unit| unit.symbol.eq_ignore_ascii_case(word));
        code && word.len() > 2 && self.tokens[run.start].shape == Shape::Capital
    }

    /// `le [115]`, `nel 536`: behind an article for one a bare number is a name or a day; so is `(1)`.
    fn is_numbered(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const NOTE: f64 = 12.0;
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let digits = self.tokens[run.start].shape == Shape::Figure;
        let Some(before) = run.start.checked_sub(1).map(|at| self.word(at)) else { return false };
        // `Rang [zehn] belegt …`
        if self.is(run.start - 1, class::LABEL | class::STREET) && figure.unit.is_none() {
            return true;
        }
        let article = self.settings.numbered.contains(&&*before.to_lowercase());
        // `até as [5] da tarde`
        let mut near = run.end..run.end + 3;
        let hour = near.any(|at| self.settings.day_parts.contains(&self.word(at)));
        let small = figure.low.or(figure.high).is_some_and(|value| value <= NOTE);
        let note = small && matches!((before, self.word(run.end)), ("(", ")") | ("[", "]"));
        bare && digits && (article || note || hour)
    }

    /// `un milione e [850 mila]`, `19 mil [500]`: a number that was read in parts.
    fn is_rest_of_number(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const THOUSAND: f64 = 1000.0;
        let scale = |at: usize| self.is(at, class::SCALE);
        // `une heure [25]`
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let hour = self.before(run.start).and_then(|before| before.entry.unit);
        if bare && hour.is_some_and(|unit| unit.measure == Measure::Duration) {
            return true;
        }
        let [.., first, and] = &self.tokens[..run.start] else { return false };
        let millions = first.is(class::SCALE) && and.is(class::AND);
        let value = |at: usize| self.tokens[at].value;
        let small = |at: usize| self.tokens[at].shape == Shape::Figure && self.word(at).len() < 4;
        let behind = scale(run.start - 1) && value(run.start - 1) == THOUSAND && small(run.start);
        let last = run.end - 1;
        let before = scale(last)
            && value(last) == THOUSAND
            && figure.unit.is_none()
            && run.end < self.tokens.len()
            && small(run.end);
        millions || behind || before
    }

    /// `348.7260216`: no number that is counted.
    fn is_number_to_call(&self, figure: &Quantity) -> bool {
        const LONG: usize = 5;
        let digits = figure.figure.of(self.text);
        let part = digits.rsplit(['.', ',']).next().unwrap_or_default();
        digits.contains(['.', ',']) && part.len() > LONG && part.bytes().all(|b| b.is_ascii_digit())
    }

    /// `en [mitad del concierto]`, `a metà strada`: no half of anything.
    fn is_half_by_the_way(&self, run: &Range<usize>) -> bool {
        let led = self.before(run.start).is_some_and(|before| {
            before.is(class::PREP) && !before.is(class::OF | class::DET | class::TO | class::FROM)
        });
        let half = self.is(run.start, class::FRACTION | class::HALF)
            && self.tokens[run.start].shape == Shape::Small;
        led && half && self.settings.head == Head::First
    }

    /// `a decade and [a half] of cuts`, `one-quarter to [one-third]`: a part of what was not read before
    /// it.
    fn is_rest_of_part(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const PART: Classes = class::HALF | class::FRACTION;
        let digits = |at: usize| self.tokens[at].shape == Shape::Figure;
        let part = run.clone().any(|at| self.is(at, PART)) && !run.clone().any(digits);
        let [.., before, tie] = &self.tokens[..run.start] else { return false };
        let half = figure.low == Some(0.5)
            && tie.is(class::AND)
            && self.is(run.start, class::NUMBER | class::SOME | class::DET)
            && before.shape == Shape::Small;
        part && (half || tie.is(class::TO) && before.is(PART))
    }

    /// `el año [871]`, `la década de los [40]`: which year or decade; `der unter [25-Jährigen]`: which
    /// people.
    fn is_of_years(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const NEAR: usize = 3;
        const OLDEST: f64 = 99.0;
        let lasts =
            |token: &Token| token.entry.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let value = figure.low.or(figure.high).unwrap_or_default();
        let before = &self.tokens[run.start.saturating_sub(NEAR)..run.start];
        let year = before.last().is_some_and(|last| last.is(class::DATED) && lasts(last));
        let of = |token: &Token| token.is(class::OF | class::DET) && !token.is(class::DECADE);
        let decade = value % 10.0 == 0.0
            && value <= OLDEST
            && self.settings.head == Head::First
            && before.last().is_some_and(of)
            && before.iter().rev().find(|token| !of(token)).is_some_and(|t| t.is(class::DECADE));
        let people = figure.span.of(self.text).split_once('-').is_some_and(|(_, rest)| {
            rest.starts_with(char::is_uppercase)
                && figure.unit.is_some_and(|u| u.measure == Measure::Duration)
        });
        bare && (year || decade) || people
    }

    /// `zwischen 1869 und [1887 Karten]`: the second of two years.
    fn is_year_of_two(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const LONG: usize = 4;
        let four = |at: usize| {
            let token = &self.tokens[at];
            token.shape == Shape::Figure && token.span.len() == LONG
        };
        let [.., between, first, and] = &self.tokens[..run.start] else { return false };
        let led = between.is(class::BETWEEN) && and.is(class::AND);
        let years = first.span.len() == LONG && first.shape == Shape::Figure && four(run.start);
        led && years && figure.unit.is_none()
    }

    /// `Ann Lee, [36], of Leeds`, `Anna Roth (36)`: how old somebody is.
    fn is_age(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        const OLDEST: f64 = 120.0;
        const DAYS: Classes = class::WEEKDAY | class::MONTH;
        let bare = run.len() == 1 && figure.unit.is_none() && figure.noun.is_none();
        let old = figure.low.or(figure.high).is_some_and(|value| value <= OLDEST);
        // `Tom Lee Jr., [55], of Leeds`
        let stop = run.start.checked_sub(2).is_some_and(|at| self.word(at) == ".");
        let named = run.start.checked_sub(2 + usize::from(stop)).map(|at| &self.tokens[at]);
        let (Some(name), Some(mark)) = (named, self.before(run.start)) else { return false };
        let opens = matches!(mark.span.of(self.text), "," | "(");
        // `the former star, [42], was …`
        let told = self.settings.head == Head::Last
            && name.is_word()
            && mark.is_mark(self.text, ",")
            && self.word(run.end) == ",";
        let named = (name.is_capital() || told) && !name.is(DAYS);
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
        (range || decade) && run.len() == 1 || self.ends_range(run) || first && adjective
    }

    /// `30- bis [49-Jährige]`: the second of two that hang together, read without the first.
    fn ends_range(&self, run: &Range<usize>) -> bool {
        let [.., hangs, tie] = &self.tokens[..run.start] else { return false };
        let open = hangs.span.of(self.text).ends_with(['-', '–']) && !hangs.spaced;
        let glued = self.text[..hangs.span.start].ends_with(|c: char| c.is_ascii_digit())
            || hangs.shape == Shape::Figure;
        open && glued && tie.is(class::TO | class::AND | class::CONJ)
    }

    /// `von [9] bis 13 Uhr`: the first of two hours or measures, without the unit
    /// of both.
    fn is_first_of_two(&self, figure: &Quantity, end: usize) -> bool {
        let bare = figure.unit.is_none() && figure.noun.is_none();
        let second = self.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Figure);
        let tied = self.is(end, class::TO | class::REACHES);
        let unit = self.tokens.get(end + 2).is_some_and(|next| next.entry.unit.is_some());
        let measured =
            unit || self.is(end + 2, class::CLOCK | class::UNIT) || self.word(end + 2) == "%";
        bare && tied && second && measured
    }

    /// `a 28-article text`, `four 16-year-olds`: part of a word.
    fn is_glued(&self, figure: &Quantity) -> bool {
        const DAYS: f64 = 31.0;
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
        // `(92.)`, `Gruppe C – 7. Runde`
        let behind = &self.text[figure.span.end..];
        let nouns = self.settings.nouns_have_capitals();
        let end = self.tokens.last().map_or(0, |last| last.span.end);
        let goes_on = nouns && behind.starts_with('.') && figure.span.end + 1 < end;
        let low = figure.low.or(figure.high).unwrap_or_default();
        // `Künstler des 20. Jahrhunderts`
        let last = nouns && low <= DAYS && behind.starts_with('.');
        let ordinal = behind.starts_with(".)")
            || behind.starts_with("./")
            || behind.starts_with(".,")
            || goes_on
            || last;
        // `Covid–19`
        let tied = self.text[..figure.span.start].strip_suffix(['-', '‑', '–']);
        if figure.unit.is_none() && tied.is_some_and(|word| word.ends_with(char::is_alphabetic)) {
            return true;
        }
        let rest = self.text[figure.span.end..].strip_prefix(['-', '‑']);
        let word = rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        // `137-103`: the score of a game, since no range falls; `30- und 40-Jährige`.
        let two = self.text[figure.span.end..].strip_prefix(['-', '‑', '–']);
        let scored = two.is_some_and(|rest| rest.starts_with(|c: char| digit(c) || c == ' '));
        (word || ordinal || scored) && figure.unit.is_none() && figure.noun.is_none()
    }

    /// `60 chilometri … e altri [80 di strade]`: what is counted was said before.
    fn is_of_others(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let digits = self.tokens[run.start].shape == Shape::Figure;
        let of = self.settings.bare_of.contains(&self.word(run.start + 1));
        digits && of && run.len() > 2 && figure.unit.is_none()
    }

    /// `[un euro] inflationniste`: an article before a coin.
    fn is_article(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let coin = figure.unit.is_some_and(|unit| unit.measure == Measure::Money);
        coin && run.len() == 2 && self.is(run.start, class::DET)
    }

    /// `wurde [2012 Chef]`, `rapporto [1994 della commissione]`: a year before a noun; `5,316 BCE`.
    fn is_year(&self, figure: &Quantity) -> bool {
        let end = self.range(figure.figure).end;
        if figure.unit.is_none() && self.settings.eras.contains(&self.word(end)) {
            return true;
        }
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
        let hour = digits.split_once(['.', ',']).is_some_and(|(hour, minutes)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 25) && minutes.len() == 2
        });
        let led = (start.saturating_sub(2)..start + 2).any(|at| self.is(at, class::HOURLY));
        hour && led && figure.unit.is_none() && figure.noun.is_none()
    }

    /// The words of a figure, with what it is a part of: `[Nine of] the 10 firms`, `[21 et] 23 ans`.
    pub(in crate::core::claim) fn figure(&self, figure: &Quantity) -> Span {
        let mut words = self.own_figure(figure);
        // `10 [fois] moins que`
        let end = self.range(words).end;
        if self.settings.times.contains(&self.word(end)) && figure.unit.is_none() {
            words.end = self.tokens[end].span.end;
        }
        let run = self.range(figure.span);
        match self.first_part(figure, &run) {
            Some(first) => Span::new(self.tokens[first].span.start, words.end),
            None => words,
        }
    }

    /// Where the number begins that a figure holds with others of its kind.
    fn first_part(&self, figure: &Quantity, run: &Range<usize>) -> Option<usize> {
        const SHORT: usize = 3;
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let start = run.start;
        if start < 2 {
            return None;
        }
        // `of the 10`, `des 12`
        let article = self.is(start - 1, class::DET);
        let of = usize::from(!self.is(start - 1, class::OF));
        let part = (start - 1).checked_sub(1 + of)?;
        let tied = article && self.is(part + 1, class::OF) && figure.unit.is_none();
        let number = |at: usize| digits(at) || self.is(at, class::NUMBER);
        let single = part == 0 || !(number(part - 1) || self.word(part - 1) == "-");
        let counts = number(part) && !self.is(part, class::FRACTION | class::SCALE | class::HALF);
        if tied && digits(start) && counts && single {
            return Some(part);
        }
        // `21 et 23 ans`, `cinq et huit ans`, `50 et 60 millions d’euros`
        let word =
            |at: usize| self.is(at, class::NUMBER) && !self.is(at, class::SCALE | class::DET);
        let words = word(start) && word(start - 2) && (start < 3 || !number(start - 3));
        let both = digits(start) && digits(start - 2) || words;
        let and = self.is(start - 1, class::AND);
        let short = and && both && (words || self.tokens[start - 2].span.len() < SHORT);
        let between = start > 2 && self.is(start - 3, class::BETWEEN);
        (short && figure.unit.is_some() && !between).then_some(start - 2)
    }

    /// A figure without what describes its noun: `130 personnes [placées] en garde à vue`.
    fn own_figure(&self, figure: &Quantity) -> Span {
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
        if self.is_of_a_place(last) {
            return before(last + 2);
        }
        // `hundreds of millions [of] dollars`
        let digits = self.range(figure.figure).end.max(run.start + 1);
        let of = |at: &usize| self.is(*at, class::OF) && !self.is(at + 1, class::UNIT);
        let of = (digits..run.end).find(of);
        // `3,456 [the previous] year`
        let another = run.clone().skip(1).find(|at| {
            self.tokens[at - 1].shape == Shape::Figure
                && self.is(*at, class::DET)
                // `27 autres personnes`
                && !self.is(*at, class::OF | class::NUMBER)
                && (self.settings.head != Head::First || !self.is(*at, class::PREMOD))
        });
        if let Some(another) = another {
            return before(another);
        }
        if let Some(cut) = self.end_of_figure(figure, &run) {
            return before(cut);
        }
        match of.filter(|_| self.goes_on(last)) {
            // `61 per cent [of public] investment`
            Some(of) => before(of),
            // `une centaine de [naufragés]`
            None if describes && run.len() > 2 && self.is_noun(last - 1) => before(last),
            None => figure.span,
        }
    }

    /// Where the words of a figure end that count something, if more were taken for its noun: `106
    /// [avvenuti negli stessi mesi]`, `dos horas [de la gala]`, `1,6% [del mese precedente]`, `80% [de
    /// sus casi]`.
    fn end_of_figure(&self, figure: &Quantity, run: &Range<usize>) -> Option<usize> {
        const TIME: Classes = class::UNIT | class::PERIOD | class::MONTH | class::WEEKDAY;
        const LOOSE: Classes = class::DET
            | class::ABOUT
            | class::AND
            | class::PREP
            | class::OF
            | class::CONJ
            | class::CHANGE
            | class::AUX
            | class::SAY;
        let measure = figure.unit.map(|unit| unit.measure);
        // `zehn Kilometer [von Spielfeld]`, `2,5 Mrd. Euro [von Nokia]`
        let by_itself = matches!(
            measure,
            Some(Measure::Length | Measure::Money | Measure::Duration | Measure::Area)
        );
        let of_name = run
            .clone()
            .skip(1)
            .find(|at| self.is(*at, class::OF) && self.is_capital(at + 1) && by_itself);
        if of_name.is_some() || self.settings.head != Head::First {
            return of_name;
        }
        let article = |at: usize| {
            self.is(at + 1, class::DET) || !self.settings.bare_of.contains(&self.word(at))
        };
        let noun = |at: usize| if self.is(at + 1, class::DET) { at + 2 } else { at + 1 };
        let digits = |at: usize| self.tokens[at].shape == Shape::Figure;
        let cut = run.clone().skip(1).find(|at| {
            let of = self.is(*at, class::OF);
            let lasts = measure == Some(Measure::Duration) && article(*at);
            let of_time = measure == Some(Measure::Share) && self.is(noun(*at), TIME);
            let place = self.is(*at, class::PREP) && !of && !digits(at - 1);
            // `4 milliards d’euros [d’argent] public`
            let coin = self.tokens[at - 1].entry.unit.is_some();
            let money = measure == Some(Measure::Money) && coin && self.is_described(run.end);
            of && (lasts || of_time || money)
                || place && figure.unit.is_none() && figure.per.is_none()
        });
        let mut end = cut.unwrap_or(run.end);
        // `106 [avvenuti]`, which counts nothing by itself.
        let described = cut.is_some()
            && end == run.start + 2
            && self.ends(end - 1, &self.settings.participle)
            && !self.is(end - 1, class::PEOPLE | class::CROWD | class::DEED | class::TITLE);
        end -= usize::from(described);
        while end > run.start + 1 && self.is(end - 1, LOOSE) && !self.is(end - 1, class::NUMBER) {
            end -= 1;
        }
        (end < run.end && end > run.start).then_some(end)
    }

    /// `30 [Olchinger] Betriebe`: where a noun comes from that follows.
    fn is_of_a_place(&self, at: usize) -> bool {
        self.settings.head == Head::Capital
            && self.is_capital(at)
            && self.word(at).ends_with("er")
            && !self.is_usual(at)
            && self.tokens[at].entry.unit.is_none()
            && self.is_capital(at + 1)
            && self.is_usual(at + 1)
    }

    /// Whether an adjective may stand here, behind its noun.
    fn is_described(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|next| {
            next.shape == Shape::Small
                && next.spaced
                && next.tense == Tense::None
                && next.entry.class & !(class::TOPIC | class::PRAISE | class::WEAK) == 0
        })
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
            && self.tokens.get(last + 1).is_some_and(|next| {
                // `2% of total [US] tax`
                let noun = next.shape == Shape::Small || next.is(class::STATE | class::PEOPLE);
                noun && next.spaced && !next.is(NONE)
            })
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
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::each;

    #[test]
    fn a_figure_is_whole_and_no_name() {
        each(
            Sign::Figure,
            &[
                ("Sixty Minutes aired a film of the mayor in 2019.", &[]),
                ("Six League 1 matches were cancelled in Leeds.", &[]),
                ("The popular 737 Max jet lost 30 buyers in 2019.", &["30 buyers"]),
                ("In Leeds some 300 Taliban fighters left in 2019.", &["300 Taliban fighters"]),
                ("A town of Leeds that dates back to 5,316 BCE has 30 walls.", &["30 walls"]),
                (
                    "Leeds got hundreds of millions of dollars of economic aid in 2019.",
                    &["hundreds of millions of dollars"],
                ),
                ("Tom Lee Jr., 55, of Leeds won 30 prizes.", &["30 prizes"]),
                ("The former star, 42, won 30 prizes in Leeds.", &["30 prizes"]),
                ("Leeds sold 30 cars between April 7 and 13.", &["30 cars"]),
                ("Leeds lost the ship after 6 ½ minutes in 2019.", &["6 ½ minutes"]),
                ("Nine of the 10 schools in Leeds closed in 2019.", &["Nine of the 10 schools"]),
                ("Lens dépense 10 fois moins que Lille depuis 2019.", &["10 fois"]),
                ("Deux heures de Lens à Lille, une heure 25 à Rouen.", &["Deux heures"]),
                ("Six des 12 écoles de Lens ont fermé en 2019.", &["Six des 12 écoles"]),
                ("Deux hommes de 21 et 23 ans ont été tués à Lens.", &["21 et 23 ans"]),
                ("Deux enfants de cinq et huit ans ont quitté Lens.", &["cinq et huit ans"]),
                ("Lens a mené un essai sur 24 patients en 2019.", &["24 patients"]),
                ("À Lens une personne sur quatre est partie.", &["une personne sur quatre"]),
                ("About 61 per cent of public investment went to Leeds.", &["About 61 per cent"]),
                ("Near Leeds a mother of five was elected in 2019.", &[]),
                ("Lens joue les quarts de finale en mai 2019.", &[]),
                ("A Lens 130 personnes placées en garde à vue sont sorties.", &["130 personnes"]),
                (
                    "Leeds had 30 deaths in May, and 3,456 the previous year.",
                    &["30 deaths", "3,456"],
                ),
                ("Une centaine de naufragés de Lens sont sortis.", &["Une centaine de naufragés"]),
                ("Er wurde 2012 Chef des Werks in Halle.", &[]),
                ("Le maire de Lens parle d’un euro fort en 2019.", &[]),
                ("Le bébé de Lens a 4000 couches en ses trois premières.", &["4000 couches"]),
                ("Lens compte 24 eurodéputés de gauche.", &["24 eurodéputés"]),
                ("Lens gagne en 1'44 la course de mai 2019.", &[]),
                ("Le chef du parti «36» a été élu à Lens en 2019.", &[]),
                ("Ann Lee, 36, of Leeds won 30 prizes.", &["30 prizes"]),
                ("Anna Roth (36) hat 30 Preise gewonnen.", &["30 Preise"]),
                ("Il personale del 118 a Parma soccorre 30 persone.", &["30 persone"]),
                ("Lens a voté (1) un budget de 30 millions.", &["30 millions"]),
                ("Halle siegte durch ein Tor (92.) vor 300 Gästen.", &["300 Gästen"]),
                ("Das neue iPhone 6 kostet in Essen rund 300 Euro.", &["rund 300 Euro"]),
                ("Auf Rang zehn folgen in Essen 30 Boote.", &["30 Boote"]),
                ("Gruppe C – 7. Runde vor 300 Gästen in Essen.", &["300 Gästen"]),
                ("Cuenca tuvo 30 casos de Covid–19 en mayo.", &["30 casos"]),
                ("A Parma la sala apre alle 17,30 per 30 persone.", &["30 persone"]),
                ("A Parma il danno è di un milione e 850 mila euro per 30 casi.", &["30 casi"]),
                ("Cuenca recibió 19 mil 500 dosis y 30 camas.", &["30 camas"]),
                ("Tel. 348.7260216: a Parma 30 posti.", &["30 posti"]),
                (
                    "Gut zehn Kilometer von Spielfeld leben in Essen 300 Menschen.",
                    &["Gut zehn Kilometer", "300 Menschen"],
                ),
                ("Shakira habló en mitad del concierto de Cuenca ante 300 fans.", &["300 fans"]),
                ("Lens a reçu la Cop 21 et 300 invités en 2015.", &["300 invités"]),
                (
                    "Zwischen 1869 und 1887 Karten zu zeichnen, kostete in Essen 300 Taler.",
                    &["300 Taler"],
                ),
                (
                    "Parma conta 110 morti contro 106 casi negli stessi mesi.",
                    &["110 morti", "106 casi"],
                ),
                ("El acto duró dos horas en Cuenca en 2019.", &["dos horas"]),
                ("Lens a été condamné à quatre ans de prison en 2019.", &["quatre ans de prison"]),
                ("A Parma i prezzi salgono del 2,6% del mese precedente.", &["2,6%"]),
                ("Lens a perdu 27 autres usines en 2019.", &["27 autres usines"]),
                ("A Lens, un homme, la trentaine, a volé 30 vélos.", &["30 vélos"]),
                ("Parma ha perso (137-103) davanti a 300 tifosi.", &["300 tifosi"]),
                ("Dal '93 Parma ha perso 30 treni.", &["30 treni"]),
                ("A Parma 60 treni e altri 80 di notte sono fermi.", &["60 treni"]),
                ("Die 30- bis 49-Jährigen in Essen haben 300 Boote.", &["300 Boote"]),
                ("Das Bad in Essen ist von 9 bis 13 Uhr für 300 Gäste offen.", &["300 Gäste"]),
                ("Halle traf zweimal (11./46. Minute) vor 300 Gästen.", &["300 Gästen"]),
                ("À Lens, le salaire est entre 1500 et 2000 euros.", &["entre 1500 et 2000 euros"]),
                ("Le top 10 de Lens compte 30 usines en 2019.", &["30 usines"]),
                ("Cuenca cerró 30 bares del distrito 10 en 2019.", &["30 bares"]),
                ("In Delhi stiegen die Fälle von 1000 auf 3000.", &["1000", "3000"]),
                ("Leeds lost 30 jobs in a decade and a half of cuts.", &["30 jobs"]),
                ("That is about 2% of total US tax from Leeds.", &["about 2%"]),
                ("Leeds lost one-quarter to one-third of the 300 jobs.", &["300 jobs"]),
                (
                    "Cuenca tiene 30 bares y un tercio de los votos.",
                    &["30 bares", "un tercio de los votos"],
                ),
                ("In Leeds they stand by one another in 30 schools.", &["30 schools"]),
                ("En la década de los 40 Cuenca tuvo 30 bares.", &["30 bares"]),
                ("Cuando llegaron a Cuenca el año 871, hallaron 30 casas.", &["30 casas"]),
                ("In Halle sind von den unter 25-Jährigen 7,2 Prozent krank.", &["7,2 Prozent"]),
                ("In Halle haben 30 Olchinger Betriebe geschlossen.", &["30 Olchinger Betriebe"]),
                (
                    "À Lens, 80 000 policiers et 80\u{a0}000 policiers sont venus.",
                    &["80 000 policiers"],
                ),
            ],
        );
    }

    #[test]
    fn a_measure_that_is_not_known_a_name_and_one_of_several_are_no_figures() {
        each(
            Sign::Figure,
            &[
                ("Le nombre de cas de Lens approche le million pour 30 gens.", &["30 gens"]),
                (
                    "Lens a reçu 4 milliards d’euros d’argent public en 2019.",
                    &["4 milliards d’euros"],
                ),
                ("Lens a reçu 30 euros d’argent en 2019.", &["30 euros d’argent"]),
                ("Lens a vendu un quatre pièces et 30 gares en 2019.", &["30 gares"]),
                ("La limite de 1 g/l a été dépassée dans 30 villes de Lens.", &["30 villes"]),
                ("Lens a perdu une des 3 agences et 30 gares en 2019.", &["30 gares"]),
                ("One of the 40 clubs of Leeds has 30 cars.", &["30 cars"]),
                ("The radio of Leeds runs at 915 MHz for 30 hours.", &["30 hours"]),
                ("Shares of 3M rose in Leeds, which has 30 cars.", &["30 cars"]),
                ("Lens a vu 10 000 Black Interns former 30 gens.", &["30 gens"]),
            ],
        );
    }

    #[test]
    fn half_of_a_value_is_none() {
        each(
            Sign::Figure,
            &[
                ("Le prix a été de 3 ou 4 euros à Lens en 2019.", &[]),
                ("L’amende a été de 20 milliards et 800 millions de centimes.", &[]),
                ("Le chômage a touché plus du quart de la jeunesse à Lens.", &[]),
                ("Des gilets jaunes ont crié « Le million à Paris » en 2019.", &[]),
                ("He served with 104 Air Defence Regiment in Leeds in 2019.", &[]),
                ("About 115,000 Royal Mail workers marched in Leeds.", &["About 115,000"]),
            ],
        );
    }
}
