//! Finding figures with their bounds, unit and counted noun.
//!
//! A figure ends in one of three ways: it is read, it names something rather than counts
//! (`label.rs`), or it is kept as unread.

use super::number::{self, Number, Source};
use crate::core::article::Span;
use crate::core::fact::model::{Facts, Quantity};
use crate::core::lang::lexicon::{Classes, Head, Lexicon, Settings, class};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::{Language, Measure, Unit};

/// Finds the quantities of a sentence. Tokens marked in `taken` belong to dates.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &[bool],
    language: Language,
    facts: &mut Facts,
) {
    let settings = &Lexicon::of(language).settings;
    let finder = Finder { text, tokens, taken, language, settings };
    let (mut at, first) = (0, facts.quantities.len());
    while at < tokens.len() {
        at = match finder.at(at) {
            Some((Found::Quantity(mut quantity), end)) => {
                let last = facts.quantities.get(first..).and_then(<[_]>::last);
                inherit(text, last, &mut quantity);
                facts.quantities.push(*quantity);
                end
            }
            Some((Found::Unread, end)) => {
                facts.unread.push(number::span(tokens, at, end));
                end
            }
            Some((Found::Label, end)) => end,
            None => at + 1,
        };
    }
}

/// `des milliers de soldats, entre 8 000 et 12 000`: the second counts what the first does.
fn inherit(text: &str, last: Option<&Quantity>, quantity: &mut Quantity) {
    let Some(last) = last.filter(|last| last.noun.is_some() && last.span.end < quantity.span.start)
    else {
        return;
    };
    let between = Span::new(last.span.end, quantity.span.start).of(text).trim();
    if quantity.noun.is_none()
        && quantity.unit.is_none()
        && matches!(between, "," | "(" | ", soit" | "—" | "–")
    {
        quantity.noun.clone_from(&last.noun);
    }
}

/// What a figure turns out to be.
pub(super) enum Found {
    Quantity(Box<Quantity>),
    /// It names and does not count: `article 49`.
    Label,
    /// It is a value that we cannot read for sure.
    Unread,
}

impl Found {
    pub(super) fn quantity(quantity: Quantity) -> Self {
        Self::Quantity(Box::new(quantity))
    }
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) taken: &'a [bool],
    pub(super) language: Language,
    pub(super) settings: &'static Settings,
}

/// Low and high end of a figure, and one past its last token.
pub(super) struct Figure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) end: usize,
    loose: bool,
    about: bool,
    range: bool,
    pub(super) scale: f64,
    /// What the figure is if its mark stands between thousands, where that is not sure.
    grouped: Option<f64>,
}

impl Figure {
    fn single(number: Number) -> Self {
        let Number { value, grouped, end, scale, loose, about } = number;
        Self { low: value, high: value, end, loose, about, range: false, scale, grouped }
    }
}

impl Finder<'_> {
    /// Whether a quantity may begin here: most words are ruled out by their classes.
    fn opens(&self, at: usize) -> bool {
        const OPENING: Classes = class::SOME
            | class::NUMBER
            | class::DOZEN
            | class::LOOSE
            | class::ORDINAL
            | class::FRACTION
            | class::HALF
            | class::EVERY
            | class::MINUS;
        let token = &self.tokens[at];
        if self.taken[at] || token.shape == Shape::Figure || token.is(OPENING) {
            return !self.taken[at];
        }
        // `año y medio`
        if token.is(class::UNIT) && self.is(at + 1, class::AND) && self.is(at + 2, class::HALF) {
            return true;
        }
        // A sign, a currency or an article before it.
        self.tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Figure
                || next.is(class::FRACTION | class::HALF)
                    && (token.is(class::DET) || self.source(false).is_one(at))
        })
    }

    fn at(&self, at: usize) -> Option<(Found, usize)> {
        if !self.opens(at) {
            return None;
        }
        if self.is(at, class::SOME) && !self.is(at, class::NUMBER) {
            return self.some(at);
        }
        let parts = self.share(at).or_else(|| self.rank(at)).or_else(|| self.unit_and_half(at));
        if let Some((quantity, end)) = parts {
            return Some((Found::quantity(quantity), end));
        }
        // `the 21st century`, `le quatre-vingt-quinzième jour`: nothing is counted.
        if let Some((_, end)) = self.ordinal(at) {
            return Some((Found::Label, end));
        }
        let sign = self.money_sign(at);
        let first = at + usize::from(sign.is_some());
        if self.is_less(at) {
            return None;
        }
        let Some(figure) = self.figure(first, sign.is_some()) else {
            let unread = self.tokens[at].shape == Shape::Figure && !self.is_label(at, at + 1);
            return unread.then_some((Found::Unread, at + 1));
        };
        if self.is_in_compound(figure.end) {
            return Some((Found::Unread, figure.end + 2));
        }
        if sign.is_none() {
            if let Some(end) = self.score(at, &figure) {
                return Some((Found::Label, end));
            }
            if self.is_label(at, figure.end) {
                return Some((Found::Label, at + 1));
            }
        }
        self.measured(at, first, figure, sign)
    }

    /// Puts a figure together with its unit, noun and bounds.
    fn measured(
        &self,
        at: usize,
        first: usize,
        mut figure: Figure,
        sign: Option<(Unit, f64)>,
    ) -> Option<(Found, usize)> {
        let mut end = figure.end;
        let mut unit = sign.map(|(unit, _)| unit);
        if let Some((_, factor)) = sign {
            (figure.low, figure.high) = (figure.low * factor, figure.high * factor);
            figure.scale *= factor;
        }
        if let Some(found) = self.unit(end, &figure).filter(|_| sign.is_none()) {
            let Some((found, factor, after)) = found else {
                return Some((Found::Unread, end + 1));
            };
            (figure.low, figure.high) = (figure.low * factor, figure.high * factor);
            figure.scale *= factor;
            (unit, end) = (found, after);
        }
        if let Some(unit) = unit {
            end = self.behind_unit(end, unit, &mut figure);
        }
        let part = |unit| self.cents(end, unit).or_else(|| self.inches(end, unit));
        if let Some((part, after)) = unit.and_then(part) {
            (figure.low, figure.high, end) = (figure.low + part, figure.high + part, after);
        }
        if unit.is_some() && self.is_torn(figure.end) {
            return Some((Found::Unread, figure.end + 2));
        }
        let one = figure.high < 2.0;
        let noun = self.noun(end, unit.is_some(), one);
        let settled = self.settle(&mut figure, unit, noun.is_some());
        if !settled || self.is_doubtful(at, &figure, unit, noun.is_some()) {
            return Some((Found::Unread, end));
        }
        let mut quantity = Quantity {
            figure: self.span(first, figure.end),
            low: Some(figure.low),
            high: (!figure.loose).then_some(figure.high),
            vague: figure.loose || figure.about,
            unit: unit.or_else(|| self.unit_of_change(first, figure.end)),
            ..Quantity::default()
        };
        if let Some((noun, after)) = noun {
            quantity.noun = Some(noun);
            end = after;
        } else if quantity.unit.is_none() {
            quantity.noun = self.noun_before(at, figure.end);
        }
        if let Some((per, after)) = self.per(end) {
            quantity.per = Some(per);
            end = after;
        }
        if self.is_bare_one(first, &figure, unit) {
            return None;
        }
        let start = self.bounds(at, &figure, &mut quantity);
        quantity.span = self.span(start, end);
        Some((Found::quantity(quantity), end))
    }

    /// `$380, 600`: one sum with a space in it, or two figures.
    fn is_torn(&self, end: usize) -> bool {
        let alone = end > 0 && self.word(end - 1).len() <= 3 && self.is_figure(end - 1);
        let comma = self.word(end) == "," && !self.tokens[end].spaced;
        alone && comma && self.is_figure(end + 1) && self.word(end + 1).len() == 3
    }

    /// `menos 1,2 milhões`, `moins 300 postes`: fewer rather than below naught; degrees and
    /// shares have a sign.
    fn is_less(&self, at: usize) -> bool {
        let romance = self.settings.head == Head::First;
        let Some(number) = self.number(at, false).filter(|_| romance && self.is(at, class::MINUS))
        else {
            return false;
        };
        let signed = self.plain_unit(number.end).is_some_and(|(unit, _)| {
            matches!(unit.measure, Measure::Temperature | Measure::Share | Measure::Points)
        });
        !signed && self.token(number.end).is_some_and(Token::is_word)
    }

    /// Chooses between thousands and decimals by what is counted; whether it could.
    fn settle(&self, figure: &mut Figure, unit: Option<Unit>, counted: bool) -> bool {
        let Some(grouped) = figure.grouped.take() else { return true };
        let share =
            unit.is_some_and(|unit| matches!(unit.measure, Measure::Share | Measure::Points));
        if figure.scale > 1.0 || share {
            return true;
        }
        if figure.range || matches!(self.language, Language::English) || !self.language.has_pack() {
            return false;
        }
        // A comma divides in these languages, but nobody counts parts of persons.
        if counted && unit.is_none() {
            (figure.low, figure.high) = (grouped, grouped);
        }
        true
    }

    /// `XY$5`: a currency nobody knows; `-12 000 postes` at the head of a line: a sign or a
    /// list's dash; a scale of another language.
    fn is_doubtful(&self, at: usize, figure: &Figure, unit: Option<Unit>, counted: bool) -> bool {
        let sign = at > 0 && {
            let before = self.word(at - 1);
            before.chars().count() > 1 && before.ends_with(['$', '£'])
        };
        let dash = figure.low < 0.0 && at == 0 && counted;
        unit.is_none() && (sign || dash || self.is_foreign_scale(figure.end))
    }

    /// `300-Millionen-Euro-Anleihe`: the scale is part of a compound that is not taken apart.
    fn is_in_compound(&self, end: usize) -> bool {
        let tight = self.is_dash(end) && self.token(end).is_some_and(|dash| !dash.spaced);
        let scale = |part: &str| {
            let part = part.to_lowercase();
            Lexicon::of(self.language).get(&part).is_some_and(|entry| entry.is(class::SCALE))
        };
        tight && self.word(end + 1).split('-').next().is_some_and(scale)
    }

    /// `12 miljoner`, `3 million` in an Italian text: a scale of a language that is not read here.
    fn is_foreign_scale(&self, at: usize) -> bool {
        const STEMS: [&str; 7] = ["milli", "milj", "milio", "milió", "billi", "bilj", "trilli"];
        let Some(token) = self.token(at).filter(|t| !t.is(class::NUMBER | class::UNIT)) else {
            return false;
        };
        let word = token.span.of(self.text).to_lowercase();
        STEMS.iter().any(|stem| word.starts_with(stem))
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| !self.taken[at])
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(class))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        number::span(self.tokens, start, end)
    }

    pub(super) fn source(&self, money: bool) -> Source<'_> {
        Source { text: self.text, tokens: self.tokens, language: self.language, money }
    }

    pub(super) fn number(&self, at: usize, money: bool) -> Option<Number> {
        self.token(at)?;
        number::read(self.source(money), at)
            .filter(|number| !self.taken[at..number.end].contains(&true))
    }

    /// A number or a range of two.
    fn figure(&self, at: usize, money: bool) -> Option<Figure> {
        let first = self.number(at, money)?;
        let Some(second) = self.range_end(at, first, money) else {
            return Some(Figure::single(first));
        };
        let mut low = first.value;
        // `8-12 000`, `3 à 4 millions`: the first takes the scale of the second.
        if first.scale < second.scale && low * second.scale <= second.value {
            low *= second.scale;
        } else if low < 1000.0
            && second.value >= 1000.0
            && low * 1000.0 < second.value
            && self.is_dash(first.end)
        {
            low *= 1000.0;
        }
        if low >= second.value {
            return Some(Figure::single(first));
        }
        let grouped = first.grouped.or(second.grouped);
        let Number { value: high, end, scale, about, .. } = second;
        Some(Figure { low, high, end, loose: false, about, range: true, scale, grouped })
    }

    /// The second end of a range; of one unit, where the first end names one.
    fn range_end(&self, at: usize, first: Number, money: bool) -> Option<Number> {
        if self.is_change(at) {
            return None;
        }
        let own = self.token(first.end).and_then(|t| t.entry.unit).filter(|_| !money);
        let end = first.end + usize::from(own.is_some());
        let between = self.is_between(at);
        let tied = self.is(end, class::TO) || between && self.is(end, class::AND);
        // `$140- $150 million`
        let loose = self.is_dash_before(end);
        if !tied && !self.is_dash(end) && !loose {
            return None;
        }
        // `entre el 15 y el 20 por ciento`
        let article = usize::from(tied && self.is(end + 1, class::DET) && self.is_figure(end + 2));
        let end = end + article;
        let sign = usize::from(self.money_sign(end + 1).is_some());
        let second = self.number(end + 1 + sign, money || sign == 1)?;
        let same = || {
            let unit = self.token(second.end).and_then(|t| t.entry.unit);
            unit.map(|unit| unit.symbol) == own.map(|unit| unit.symbol)
        };
        (own.is_none() || same()).then_some(second)
    }

    /// `passe de 3 à 4,25 %`, `rose from £450 to £620`: two values rather than a range.
    fn is_change(&self, at: usize) -> bool {
        let sign = usize::from(at > 0 && self.money_sign(at - 1).is_some());
        let Some(lead) = at.checked_sub(1 + sign) else { return false };
        self.is(lead, class::FROM) && self.changes()
    }

    /// Whether `entre`, `tra il` stands before the figure at `at`.
    fn is_between(&self, at: usize) -> bool {
        let article = usize::from(at > 1 && self.is(at - 1, class::DET));
        at > article && self.is(at - 1 - article, class::BETWEEN)
    }

    fn changes(&self) -> bool {
        self.tokens.iter().any(|t| t.is(class::CHANGE | class::MOVES))
    }

    /// The unit of the value that this one changes to: the `%` of `passe de 3 à 4,25 %`.
    fn unit_of_change(&self, at: usize, end: usize) -> Option<Unit> {
        if !self.is_change(at) || !self.is(end, class::TO | class::REACHES) {
            return None;
        }
        let second = self.number(end + 1, false)?;
        self.token(second.end)?.entry.unit
    }

    /// A dash glued to the figure before it only.
    fn is_dash_before(&self, at: usize) -> bool {
        self.token(at).is_some_and(|dash| !dash.spaced)
            && matches!(self.word(at), "-" | "–")
            && (self.is_figure(at + 1) || self.money_sign(at + 1).is_some())
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        let tight = !self.tokens.get(at + 1).is_some_and(|next| next.spaced);
        matches!(self.word(at), "-" | "–" | "—") && tight
    }

    /// `un`, `une`, `one` are articles unless they measure.
    fn is_bare_one(&self, at: usize, figure: &Figure, unit: Option<Unit>) -> bool {
        let one = figure.end == at + 1
            && figure.low.to_bits() == 1_f64.to_bits()
            && !figure.loose
            && self.tokens[at].shape != Shape::Figure;
        one && !unit.is_some_and(|unit| matches!(unit.measure, Measure::Share | Measure::Money))
    }

    /// `par mois`, `per year`, `a day`.
    fn per(&self, at: usize) -> Option<(Span, usize)> {
        let links = self.token(at)?.is(class::PER) || self.tokens[at].is_mark(self.text, "/");
        let what = self.token(at + 1).filter(|next| next.is_word())?;
        let unit = what.is(class::UNIT)
            || matches!(
                what.span.of(self.text),
                "habitant" | "habitants" | "personne" | "person" | "capita" | "tête"
            );
        (links && unit).then_some((what.span, at + 2))
    }

    /// Reads the words before a figure that bound it; the first token of the whole.
    fn bounds(&self, at: usize, figure: &Figure, quantity: &mut Quantity) -> usize {
        let mut start = at;
        while let Some(before) = start.checked_sub(1).map(|i| &self.tokens[i]) {
            if before.is(class::ABOUT) {
                quantity.vague = true;
            } else if before.is(class::MORE | class::LEAST) {
                quantity.high = None;
            } else if before.is(class::MOST) && before.is(class::TO) && self.changes() {
                // `subió hasta el 5 %` tells where to, not how much at most.
                break;
            } else if before.is(class::LESS | class::MOST) {
                quantity.low = None;
                quantity.high = Some(figure.high);
            } else if !(figure.range && before.is(class::BETWEEN)) || self.taken[start - 1] {
                break;
            }
            start -= 1;
        }
        let figure = quantity.figure.end;
        let end = quantity.noun.as_ref().map_or(figure, |noun| noun.span.end.max(figure));
        let end = self.tokens.partition_point(|token| token.span.start < end);
        if self.is(end, class::LEAST) {
            quantity.high = None;
        }
        start
    }

    /// `plusieurs milliers de soldats`, `many soldiers`: how many is left open.
    fn some(&self, at: usize) -> Option<(Found, usize)> {
        let number = self.number(at + 1, false).filter(|_| !self.is_figure(at + 1));
        let mut end = number.map_or(at + 1, |number| number.end);
        let noun = self.noun(end, false, false);
        if number.is_none() && (noun.is_none() || self.is_figure(at + 1)) {
            return None;
        }
        let mut quantity =
            Quantity { figure: self.span(at, end), vague: true, ..Quantity::default() };
        if let Some((unit, after)) = self.plain_unit(end) {
            quantity.unit = Some(unit);
            end = after;
        }
        quantity.noun = noun.map(|(noun, after)| {
            end = end.max(after);
            noun
        });
        // `several thousand` are two thousand at the least.
        quantity.low = number.map(|n| if n.loose { n.value } else { 2.0 * n.value });
        quantity.span = self.span(at, end);
        Some((Found::quantity(quantity), end))
    }

    fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.shape == Shape::Figure)
    }
}
