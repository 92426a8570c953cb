//! Finding figures with their bounds, unit and counted noun.

use super::number::{self, Number};
use super::{Measure, Noun, Quantity, Unit};
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::class;
use crate::core::lang::stem::stem;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Finds the quantities of a sentence. Tokens marked in `taken` belong to dates.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &[bool],
    language: Language,
    out: &mut Vec<Quantity>,
) {
    let finder = Finder { text, tokens, taken, language };
    let (mut at, first) = (0, out.len());
    while at < tokens.len() {
        at = match finder.at(at) {
            Some((mut quantity, end)) => {
                inherit(text, out.get(first..).and_then(<[_]>::last), &mut quantity);
                out.push(quantity);
                end
            }
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

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    taken: &'a [bool],
    language: Language,
}

/// Low and high end of a figure, and one past its last token.
struct Figure {
    low: f64,
    high: f64,
    end: usize,
    loose: bool,
    range: bool,
}

impl Finder<'_> {
    fn at(&self, at: usize) -> Option<(Quantity, usize)> {
        if self.taken[at] {
            return None;
        }
        if self.tokens[at].is(class::SOME) && !self.tokens[at].is(class::NUMBER) {
            return self.some(at);
        }
        let sign = usize::from(self.money_sign(at).is_some());
        let figure = self.figure(at + sign)?;
        if sign == 0 && self.is_label(at, &figure) {
            return None;
        }
        let mut end = figure.end;
        let mut quantity = Quantity {
            figure: self.span(at + sign, figure.end),
            low: Some(figure.low),
            high: Some(figure.high),
            vague: figure.loose,
            ..Quantity::default()
        };
        if figure.loose {
            quantity.high = None;
        }
        quantity.unit = self.money_sign(at);
        if quantity.unit.is_none()
            && let Some((unit, after)) = self.unit(end)
        {
            quantity.unit = Some(unit);
            end = after;
        }
        if let Some((noun, after)) = self.noun(end, quantity.unit.is_some(), figure.high < 2.0) {
            quantity.noun = Some(noun);
            end = after;
        }
        if let Some((per, after)) = self.per(end) {
            quantity.per = Some(per);
            end = after;
        }
        if self.is_bare_one(at, &figure, &quantity) {
            return None;
        }
        let start = self.bounds(at, &figure, &mut quantity);
        quantity.span = self.span(start, end);
        Some((quantity, end))
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| !self.taken[at])
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// `$` or `€` before a figure.
    fn money_sign(&self, at: usize) -> Option<Unit> {
        let unit = self.token(at)?.entry.unit.filter(|unit| unit.measure == Measure::Money)?;
        let figure = self.token(at + 1).is_some_and(|next| next.shape == Shape::Figure);
        let sign = !self.word(at).chars().all(char::is_lowercase);
        (figure && sign).then_some(unit)
    }

    /// A number or a range of two.
    fn figure(&self, at: usize) -> Option<Figure> {
        let first = self.number(at)?;
        let single = Figure {
            low: first.value,
            high: first.value,
            end: first.end,
            loose: first.loose,
            range: false,
        };
        let Some(second) = self.range_end(at, first) else { return Some(single) };
        let mut low = first.value;
        // `8-12 000`, `3 à 4 millions`: the first takes the multiplier of the second.
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
            return Some(single);
        }
        Some(Figure { low, high: second.value, end: second.end, loose: false, range: true })
    }

    fn number(&self, at: usize) -> Option<Number> {
        self.token(at)?;
        number::read(self.text, self.tokens, at, self.language)
            .filter(|number| !self.taken[at..number.end].contains(&true))
    }

    fn range_end(&self, at: usize, first: Number) -> Option<Number> {
        let mut end = first.end;
        while self.token(end).is_some_and(|t| t.is(class::UNIT) && !t.is(class::PREP)) {
            end += 1;
        }
        let between = at > 0 && self.tokens[at - 1].is(class::BETWEEN);
        let joined = match self.word(end) {
            "à" | "to" => true,
            "et" | "and" => between,
            "ou" | "or" => false,
            _ => self.is_dash(end),
        };
        joined.then(|| self.number(end + 1)).flatten()
    }

    fn is_dash(&self, at: usize) -> bool {
        let tight = !self.tokens.get(at + 1).is_some_and(|next| next.spaced);
        matches!(self.word(at), "-" | "–" | "—") && tight
    }

    /// Figures that name rather than count: `CAC 40`, `n° 3`, `01 23 45 67 89`, `1.` of a list, `19e`.
    fn is_label(&self, at: usize, figure: &Figure) -> bool {
        let token = &self.tokens[at];
        if token.shape != Shape::Figure {
            return false;
        }
        let next = self.tokens.get(figure.end);
        let glued = next.filter(|next| !next.spaced && next.is_word());
        if glued.is_some_and(|next| {
            is_ordinal(next.span.of(self.text)) || !next.is(class::UNIT | class::NUMBER)
        }) {
            return true;
        }
        if at == 0
            && next.is_some_and(|next| matches!(next.span.of(self.text), "." | ")" | "°"))
            && self.tokens.len() > figure.end + 1
        {
            return true;
        }
        let counted = next.is_some_and(|next| next.shape == Shape::Small || next.is(class::UNIT));
        let named = at > 0 && {
            let before = &self.tokens[at - 1];
            let name = before.is_capital()
                && at > 1
                && !before.is(class::DET | class::PREP | class::ABOUT | class::MORE | class::LEAST);
            let code = matches!(
                before.span.of(self.text),
                "n°" | "no"
                    | "°"
                    | "#"
                    | "article"
                    | "art."
                    | "page"
                    | "p."
                    | "Article"
                    | "section"
                    | "Section"
                    | "chapitre"
            );
            (name && !counted) || code || (!token.spaced && before.is_word())
        };
        named || self.is_phone(at)
    }

    /// Four groups of two digits and more, or groups tied by stops and hyphens.
    fn is_phone(&self, at: usize) -> bool {
        let pair = |t: &Token| t.shape == Shape::Figure && t.span.len() == 2;
        let run = |ahead: &mut dyn Iterator<Item = &Token>| ahead.take_while(|t| pair(t)).count();
        let before = run(&mut self.tokens[..at].iter().rev().take(5));
        let here = run(&mut self.tokens[at..].iter().take(5));
        here > 0 && before + here >= 4
    }

    /// `un`, `une`, `one` are articles unless they measure.
    fn is_bare_one(&self, at: usize, figure: &Figure, quantity: &Quantity) -> bool {
        let one = figure.end == at + 1
            && figure.low as i64 == 1
            && self.tokens[at].shape != Shape::Figure;
        one && !quantity
            .unit
            .is_some_and(|unit| matches!(unit.measure, Measure::Share | Measure::Money))
    }

    /// The unit or currency behind a figure: `%`, `de dollars`.
    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        // A hyphen ties an English measure before its noun: `a 10-year low`.
        let tied = self.word(at) == "-" && self.is_dash(at);
        let skip = usize::from(tied || matches!(self.word(at), "de" | "d'" | "d’" | "of"));
        let at = at + skip;
        if let Some(unit) = self.token(at)?.entry.unit {
            return Some((unit, at + 1));
        }
        // `400 US dollars`, `3 longs mois`: one word may stand between.
        let unit = self.token(at + 1)?.entry.unit?;
        let between = self.token(at)?;
        let known = between.is(class::STATE | class::PEOPLE) || self.word(at) == "full";
        (skip == 0 && known).then_some((unit, at + 2))
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

    /// The counted noun with its modifiers.
    fn noun(&self, at: usize, measured: bool, one: bool) -> Option<(Noun, usize)> {
        let many = !measured && !one && self.language.has_pack();
        let of = usize::from(matches!(self.word(at), "de" | "d'" | "d’" | "des" | "of"));
        if measured && of == 0 {
            return None;
        }
        let mut first = at + of;
        while matches!(
            self.word(first),
            "autres"
                | "nouveaux"
                | "nouvelles"
                | "other"
                | "new"
                | "d'"
                | "the"
                | "additional"
                | "more"
        ) {
            first += 1;
        }
        let nominal =
            |i: usize| self.token(i).is_some_and(|token| self.is_nominal(token, i == first));
        let mut end = first;
        while end < first + 4 && nominal(end) {
            end += 1;
        }
        if end == first {
            return None;
        }
        let head = if self.language == Language::English {
            // The head is the last word that looks like a plural.
            let plural = (first..end).rev().find(|i| is_plural(self.word(*i)));
            let head = if many { plural? } else { plural.unwrap_or(first) };
            end = head + 1;
            head
        } else {
            end = self.french_modifiers(first, end);
            first
        };
        if many && !is_plural(self.word(head)) {
            return None;
        }
        let span = self.span(first, end);
        let modifiers = (first..end)
            .filter(|i| *i != head)
            .map(|i| stem(self.word(i), self.language).into())
            .collect();
        Some((Noun { span, stem: stem(self.word(head), self.language).into(), modifiers }, end))
    }

    fn is_nominal(&self, token: &Token, head: bool) -> bool {
        let word = token.span.of(self.text);
        let letters =
            matches!(token.shape, Shape::Small) || (token.is_capital() && token.is(class::PEOPLE));
        let grammar = class::DET
            | class::PREP
            | class::CONJ
            | class::CLAUSE
            | class::THAT
            | class::RELATIVE_PRONOUN
            | class::AUX
            | class::PAST
            | class::PRESENT
            | class::MODAL
            | class::STOP
            | class::NOTNOUN
            | class::THIRD
            | class::SAY
            | class::NEGATION
            | class::FIRST
            | class::SECOND
            | class::RELATIVE
            | class::HEDGE
            | class::DUTY
            | class::ACCORDING
            | class::MONTH
            | class::BETWEEN
            | class::NUMBER
            | class::QUESTION
            | class::FUTURE;
        let blocked = token.is(grammar)
            && !(head && token.is(class::SAY | class::REPORT) && !token.is(class::PREP));
        letters && !blocked && word.chars().nth(1).is_some() && (token.spaced || head)
    }

    /// The words behind a French noun that agree with it: plurals, or those of a state.
    fn french_modifiers(&self, first: usize, end: usize) -> usize {
        let plural = |i: usize| self.word(i).ends_with(['s', 'x']);
        let mut last = first + 1;
        while last < end && (self.tokens[last].is(class::PEOPLE) || (plural(first) && plural(last)))
        {
            last += 1;
        }
        last
    }

    /// Reads the words before a figure that bound it; the first token of the whole.
    fn bounds(&self, at: usize, figure: &Figure, quantity: &mut Quantity) -> usize {
        let mut start = at;
        while let Some(before) = start.checked_sub(1).map(|i| &self.tokens[i]) {
            if before.is(class::ABOUT) {
                quantity.vague = true;
            } else if before.is(class::MORE | class::LEAST) {
                quantity.high = None;
            } else if before.is(class::LESS | class::MOST) {
                quantity.low = None;
                quantity.high = Some(figure.high);
            } else if !(figure.range && before.is(class::BETWEEN)) || self.taken[start - 1] {
                break;
            }
            start -= 1;
        }
        if self.token(quantity_end(self.tokens, quantity)).is_some_and(|t| t.is(class::LEAST)) {
            quantity.high = None;
        }
        start
    }

    /// `plusieurs milliers de soldats`, `many soldiers`: how many is left open.
    fn some(&self, at: usize) -> Option<(Quantity, usize)> {
        let number = self.number(at + 1);
        let mut end = number.map_or(at + 1, |number| number.end);
        let noun = self.noun(end, false, false);
        let plural =
            noun.as_ref().is_some_and(|(noun, _)| noun.span.of(self.text).contains(['s', 'x']));
        if number.is_none() && !plural {
            return None;
        }
        let figure = self.span(at, end);
        let mut unit = None;
        if let Some((found, after)) = self.unit(end) {
            unit = Some(found);
            end = after;
        }
        let noun = noun.map(|(noun, after)| {
            end = end.max(after);
            noun
        });
        // `plusieurs milliers` are two thousand at the least.
        let low = number.map(|number| 2.0 * number.value);
        let span = self.span(at, end);
        Some((Quantity { span, figure, low, high: None, vague: true, unit, noun, per: None }, end))
    }
}

/// By its ending, or one of the few English plurals without `s`.
fn is_plural(word: &str) -> bool {
    word.ends_with(['s', 'x', 'z'])
        || matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "staff"
                | "personnel"
                | "aircraft"
                | "feet"
        )
}

fn quantity_end(tokens: &[Token], quantity: &Quantity) -> usize {
    let end = quantity.noun.as_ref().map_or(quantity.figure.end, |noun| noun.span.end);
    tokens.partition_point(|token| token.span.start < end)
}

fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "er" | "re"
            | "ère"
            | "e"
            | "è"
            | "ème"
            | "ième"
            | "eme"
            | "ers"
            | "es"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "s"
    )
}
