//! What bounds a figure: words before it (`plus de 300`), verbs whose object it is (`dépasse les 300`, `frôle les
//! 40 degrés`), and what denies either (`n’a pas dépassé 85 km/h`: at most so much).

use super::find::{Bounded, Finder};
use crate::core::article::Span;
use crate::core::fact::model::Quantity;
use crate::core::lang::Measure;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// How many words a negation stands before what it denies: `did not even once exceed`.
const DENIED: usize = 4;
/// How many words stand between a figure and a verb behind it: `85 km/h noch nie überschritten`.
const BEHIND: usize = 3;
/// How many words the rest of a clause has that a negation closes.
const CLAUSE: usize = 8;
/// Smaller numbers in words count whom somebody overtook: `topped two rivals`.
const RIVALS: f64 = 13.0;

/// What a word or verb says of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    More,
    Less,
    Short,
}

impl Bound {
    /// What it says where it is denied.
    const fn denied(self) -> Self {
        match self {
            Self::More | Self::Short => Self::Less,
            Self::Less => Self::More,
        }
    }

    fn set(self, value: f64, quantity: &mut Quantity) {
        match self {
            Self::More => (quantity.low, quantity.high) = (Some(value), None),
            Self::Less => (quantity.low, quantity.high) = (None, Some(value)),
            Self::Short => (quantity.vague, quantity.short) = (true, true),
        }
    }
}

/// What ties a figure to the verb before or behind it.
#[derive(Clone, Copy)]
struct Tie {
    /// One past the verb, where it stands before.
    lead: usize,
    /// `barre`, `mark` stands between.
    bar: bool,
    /// That or an article does, or the figure has a unit.
    tied: bool,
}

impl Finder<'_> {
    /// `more than half`, `près d’un tiers`: a share with the words before it that bound it.
    pub(super) fn bounded(&self, at: usize, end: usize, mut quantity: Quantity) -> Quantity {
        let high = quantity.high.unwrap_or_default();
        let start = self.bounds(Bounded { at, end, range: false, high }, &mut quantity);
        quantity.span = Span::new(self.tokens[start].span.start, quantity.span.end);
        quantity
    }

    /// Reads what bounds a figure; the first token of the whole.
    pub(super) fn bounds(&self, figure: Bounded, quantity: &mut Quantity) -> usize {
        let (start, bound) = self.bound_by_words(figure, quantity);
        if self.is(self.end_of(quantity), class::LEAST) {
            quantity.high = None;
        }
        if figure.range {
            return start;
        }
        match bound {
            Some(bound) => {
                let denial = self.denial_of_bound(start, quantity);
                if denial.is_some() {
                    bound.denied().set(figure.high, quantity);
                }
                denial.unwrap_or(start)
            }
            None => self.bound_by_verb(start, figure, quantity).unwrap_or(start),
        }
    }

    /// The words that stand before a figure: the first token of them and it, and what the first one says.
    fn bound_by_words(&self, figure: Bounded, quantity: &mut Quantity) -> (usize, Option<Bound>) {
        const BOUNDS: Classes = class::ABOUT | class::MORE | class::LEAST | class::LESS;
        let Bounded { at, range, high, .. } = figure;
        let words = self.tokens[at].is_word();
        let (mut start, mut bound) = (at, None);
        // `more than a thousand`
        if at > 1 && self.is_article_of_scale(at) && self.is(at - 2, BOUNDS) {
            start -= 1;
        }
        while let Some(before) = start.checked_sub(1).map(|i| &self.tokens[i]) {
            if before.is(class::PASSES) {
                break;
            }
            if before.is(class::ABOUT) {
                quantity.vague = true;
                quantity.short |= before.is(class::SHORT);
            } else if before.is(class::MORE | class::LEAST) {
                quantity.high = None;
                bound = Some(Bound::More);
            } else if before.is(class::MOST) && before.is(class::TO) && self.moves_to(start - 1) {
                // `subió hasta el 5 %` tells where to, not how much at most.
                break;
            } else if before.is(class::PREP)
                && before.is(class::LESS)
                && quantity.unit.is_none()
                && words
            {
                // `unter drei Bechern` is below them, `unter 3 Prozent` less.
                break;
            } else if before.is(class::LESS | class::MOST) {
                (quantity.low, quantity.high) = (None, Some(high));
                bound = Some(Bound::Less);
            } else if !(range && before.is(class::BETWEEN)) || self.taken[start - 1] {
                break;
            }
            start -= 1;
        }
        (start, bound)
    }

    /// Whether something rises or falls to what stands behind `to`; `peut monter jusqu’à` tells how far at most.
    fn moves_to(&self, to: usize) -> bool {
        const FARTHEST: usize = 8;
        let within = |at: &usize| {
            !self.is(*at, class::AND) && !matches!(self.word(*at), "," | ";" | ":" | "(")
        };
        let mut clause = (to.saturating_sub(FARTHEST)..to).rev().take_while(within);
        let verb = clause.find(|at| self.is(*at, class::CHANGE | class::MOVES));
        verb.is_some_and(|verb| verb == 0 || !self.is(verb - 1, class::MODAL))
    }

    /// One past the figure and what it counts, without its unit.
    fn end_of(&self, quantity: &Quantity) -> usize {
        let figure = quantity.figure.end;
        let end = quantity.noun.as_ref().map_or(figure, |noun| noun.span.end.max(figure));
        self.tokens.partition_point(|token| token.span.start < end)
    }

    /// `a` before `thousand`, `die` before `Hälfte`.
    fn is_article_of_scale(&self, at: usize) -> bool {
        self.is(at, class::SCALE | class::DOZEN) && self.source(false).is_one(at - 1)
            || self.is(at, class::FRACTION) && self.is(at - 1, class::DET)
    }

    /// `nicht über 85`, `ne roulait pas à plus de 85`, `did not rise above 40`, but `not in over 300 years`: what denies the bound
    /// that begins at `start`.
    fn denial_of_bound(&self, start: usize, quantity: &Quantity) -> Option<usize> {
        let denial = |at: usize| at.checked_sub(1).filter(|at| self.is(*at, class::NEGATION));
        // `no hasta los 63` tells when, not how many.
        if !self.is(start, class::MORE | class::LESS) {
            return None;
        }
        let is = |measure| quantity.unit.is_some_and(|unit| unit.measure == measure);
        let leads = |class| start > 0 && self.is(start - 1, class);
        // `never went at more than 9 knots`
        let goes = leads(class::CHANGE) || is(Measure::Speed) && leads(class::PREP);
        let led = leads(class::PREP | class::TO) && !is(Measure::Duration);
        denial(start)
            .or_else(|| led.then(|| denial(start - 1))?)
            .or_else(|| goes.then(|| self.denial(start - 1))?)
    }

    /// `dépasse les 300`, `did not exceed 85`, `nearly reached 40`: where the verb that bounds a figure begins.
    fn bound_by_verb(
        &self,
        start: usize,
        figure: Bounded,
        quantity: &mut Quantity,
    ) -> Option<usize> {
        let tie = self.tie(start, figure, quantity);
        let few = figure.high < RIVALS && self.tokens[start].is_word();
        if few && !tie.tied && quantity.noun.is_some() {
            return None;
        }
        // `unter der Marke von 300`
        let before = |class| tie.bar && tie.lead > 0 && self.is(tie.lead - 1, class);
        for (bounds, bound) in [(class::MORE, Bound::More), (class::LESS, Bound::Less)] {
            if before(bounds) && !before(class::PASSES) {
                bound.set(figure.high, quantity);
                return Some(tie.lead - 1);
            }
        }
        let (bound, first) = self
            .verb_before(tie, figure, quantity)
            .or_else(|| self.verb_behind(tie, figure, quantity))?;
        bound.set(figure.high, quantity);
        Some(first)
    }

    /// What stands between a figure and its verb: `les`, `la barre des`, `die Marke von`; `the` before `300 mark`.
    fn tie(&self, start: usize, figure: Bounded, quantity: &Quantity) -> Tie {
        let is_bar = |at: usize| {
            let word = self.word(at).to_lowercase();
            self.settings.bar.contains(&word.as_str())
        };
        let behind_article = |at: usize| at - usize::from(at > 0 && self.is(at - 1, class::DET));
        let of = usize::from(start > 0 && self.is(start - 1, class::OF));
        if let Some(bar) = start.checked_sub(1 + of).filter(|at| is_bar(*at)) {
            return Tie { lead: behind_article(bar), bar: true, tied: true };
        }
        let end = figure.end;
        let bar = is_bar(end) || self.is_dash(end) && is_bar(end + 1);
        let lead = behind_article(start);
        Tie { lead, bar, tied: bar || lead < start || quantity.unit.is_some() }
    }

    /// What a verb says of the figure that is its object, and whether that is denied.
    fn said_by(&self, verb: usize, denied: bool, tie: Tie, quantity: &Quantity) -> Option<Bound> {
        let crosses = || tie.bar && self.settings.crosses.contains(&self.word(verb));
        // `approached three banks` counts them.
        let nears = || tie.bar || quantity.unit.is_some() || tie.tied && quantity.noun.is_none();
        let nearly = || (1..=2).any(|n| verb >= n && self.is(verb - n, class::SHORT));
        let bound = if self.is(verb, class::PASSES) || crosses() {
            Bound::More
        } else if self.is(verb, class::NEARS) && nears() {
            Bound::Short
        } else if self.is(verb, class::ATTAINS) && (denied || nearly()) {
            // That it was reached bounds nothing.
            Bound::Short
        } else {
            return None;
        };
        Some(if denied { bound.denied() } else { bound })
    }

    /// What a verb before a figure says of it, and where that begins.
    fn verb_before(
        &self,
        tie: Tie,
        figure: Bounded,
        quantity: &Quantity,
    ) -> Option<(Bound, usize)> {
        let denial = |at: &usize| self.is(*at, class::NEGATION | class::ADVERB);
        let denies = |at: usize| self.is(at, class::NEGATION);
        let verb = (0..tie.lead).rev().take(DENIED).find(|at| !denial(at))?;
        let before = self.denial(verb);
        let between = (verb + 1..tie.lead).any(denies);
        let denied = before.is_some() || between || self.is_denied_behind(figure);
        Some((self.said_by(verb, denied, tie, quantity)?, before.unwrap_or(verb)))
    }

    /// `überstieg 85 km/h auf der Brücke nicht`: whether a negation closes the clause.
    fn is_denied_behind(&self, figure: Bounded) -> bool {
        let mut behind = (figure.end..self.tokens.len()).take(CLAUSE);
        let word = |at: &usize| self.tokens[*at].is_word();
        let last = behind.by_ref().take_while(word).last();
        self.closes_clause() && last.is_some_and(|at| self.is(at, class::NEGATION))
    }

    /// `hat die 40 Grad überschritten`: what a verb that closes the clause says, and where that begins.
    fn verb_behind(
        &self,
        tie: Tie,
        figure: Bounded,
        quantity: &Quantity,
    ) -> Option<(Bound, usize)> {
        const BETWEEN: Classes = class::NEGATION | class::ADVERB | class::AUX | class::PREP;
        if !self.closes_clause() {
            return None;
        }
        let end = figure.end;
        let verb = (end..end + BEHIND).find(|at| !self.is(*at, BETWEEN))?;
        // `Ein Drittel der Flüsse überschritt die Marke`: what stands behind its subject closes nothing.
        let closes = self.tokens.get(verb + 1).is_none_or(|next| {
            next.shape == Shape::Mark || next.is(class::AUX | class::MODAL | class::CONJ)
        });
        if !closes {
            return None;
        }
        let denies = |at: usize| self.is(at, class::NEGATION);
        let before = self.denial(tie.lead);
        let denied = before.is_some() || (end..verb).any(denies);
        Some((self.said_by(verb, denied, tie, quantity)?, before.unwrap_or(tie.lead)))
    }

    /// Whether verbs may stand behind their object.
    const fn closes_clause(&self) -> bool {
        matches!(self.settings.head, Head::Capital | Head::Plural)
    }

    /// What denies the verb at `verb`: `n’a jamais dépassé`, `no car exceeded`.
    fn denial(&self, verb: usize) -> Option<usize> {
        const SMALL: Classes = class::AUX
            | class::MODAL
            | class::FUTURE
            | class::ADVERB
            | class::DUTY
            | class::PAST
            | class::PRESENT;
        const CLAUSE: Classes = class::THAT | class::RELATIVE_PRONOUN;
        let open = |at: &usize| self.is(*at, class::NEGATION) || !self.is(*at, SMALL);
        let at = (0..verb).rev().take(DENIED).find(open)?;
        let subject = self.token(at).is_some_and(Token::is_word) && !self.is(at, CLAUSE);
        let denies = |at: &usize| self.is(*at, class::NEGATION);
        Some(at).filter(denies).or_else(|| at.checked_sub(1).filter(|_| subject).filter(denies))
    }
}
