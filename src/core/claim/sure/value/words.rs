//! The words of a figure, where more or less of them were read.

use std::ops::Range;

use super::super::sight::Sight;
use crate::core::article::Span;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::word::Shape;

impl Sight<'_> {
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
    pub(super) fn first_part(&self, figure: &Quantity, run: &Range<usize>) -> Option<usize> {
        const SHORT: usize = 3;
        let digits = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let start = run.start;
        if start < 2 {
            return None;
        }
        // `of the 10`, `des 12`
        // `five of 17`
        let article = self.is(start - 1, class::DET) || self.is(start - 1, class::OF);
        let of = usize::from(!self.is(start - 1, class::OF));
        let part = (start - 1).checked_sub(1 + of)?;
        let tied = article && self.is(part + 1, class::OF) && figure.unit.is_none();
        let number = |at: usize| digits(at) || self.is(at, class::NUMBER);
        let single = part == 0 || !(number(part - 1) || self.word(part - 1) == "-");
        // `to April [24] of 10,000 adults`
        let day = part > 0 && self.is(part - 1, class::MONTH);
        let counts =
            number(part) && !day && !self.is(part, class::FRACTION | class::SCALE | class::HALF);
        // `quatre des cinq champions`
        let of_these = digits(start)
            || self.is(start, class::NUMBER)
                && !self.is(start, class::DET | class::SCALE | class::FRACTION)
                && figure.noun.is_some();
        if tied && of_these && counts && single {
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
}
