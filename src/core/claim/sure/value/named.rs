//! A figure that is a name or stands in one: `Super Tuesday 2`, `le 115`, `104 Air Defence Regiment`.

use std::ops::Range;

use super::super::sight::Sight;
use super::is_one;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// `un [quatre pièces]`: one thing, of a kind that is called so.
    pub(super) fn is_kind_of_one(&self, figure: &Quantity, run: &Range<usize>) -> bool {
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

    /// `shares of [3M]`, `l’association [10 000] Black Interns`: a figure that begins or is a name.
    pub(super) fn is_figure_of_a_name(&self, figure: &Quantity, run: &Range<usize>) -> bool {
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

    /// `the [Euros 2024]`: a word that is a unit only where it stands behind its figure.
    pub(super) fn is_unit_of_a_name(&self, run: &Range<usize>) -> bool {
        const SIGN: usize = 3;
        let first = &self.tokens[run.start];
        first.entry.unit.is_some()
            && first.shape == Shape::Capital
            && first.span.len() > SIGN
            && run.len() > 1
            && !self.settings.nouns_have_capitals()
    }

    /// `[104] Air Defence Regiment`: where nouns stand last, one of which there is one.
    pub(super) fn is_number_of_a_body(&self, figure: &Quantity, run: &Range<usize>) -> bool {
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
                let is = next.is(class::AUX | class::PRESENT);
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

    /// `Six [League 1] matches`, `the album “19”`: a number that is part of a name or is one.
    pub(super) fn is_named(&self, figure: &Quantity, run: &Range<usize>) -> bool {
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
    pub(super) fn is_word_of_code(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let word = self.word(run.start);
        let code = figure.unit.is_some_and(|unit| unit.symbol.eq_ignore_ascii_case(word));
        code && word.len() > 2 && self.tokens[run.start].shape == Shape::Capital
    }

    /// `le [115]`, `nel 536`: behind an article for one a bare number is a name or a day; so is `(1)`.
    pub(super) fn is_numbered(&self, figure: &Quantity, run: &Range<usize>) -> bool {
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

    /// `348.7260216`: no number that is counted.
    pub(super) fn is_number_to_call(&self, figure: &Quantity) -> bool {
        const LONG: usize = 5;
        let digits = figure.figure.of(self.text);
        let part = digits.rsplit(['.', ',']).next().unwrap_or_default();
        digits.contains(['.', ',']) && part.len() > LONG && part.bytes().all(|b| b.is_ascii_digit())
    }

    /// `a 28-article text`, `four 16-year-olds`: part of a word.
    pub(super) fn is_glued(&self, figure: &Quantity) -> bool {
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

    /// `[un euro] inflationniste`: an article before a coin.
    pub(super) fn is_article(&self, figure: &Quantity, run: &Range<usize>) -> bool {
        let coin = figure.unit.is_some_and(|unit| unit.measure == Measure::Money);
        coin && run.len() == 2 && self.is(run.start, class::DET)
    }
}
