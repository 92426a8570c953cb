//! What speaks for and against checking a stretch of text: dense, named
//! features, the same for all languages, and the weight of each.
//!
//! The score is a logistic model. Its weights were fitted on the training part
//! of sentences from debates labelled for check-worthiness and are told, with
//! the measured figures, in `docs/claims.md`.

use crate::core::article::{Span, within};
use crate::core::fact::{Facts, Measure, NameKind};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Settings;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

macro_rules! features {
    ($($feature:ident $name:literal $weight:literal $doc:literal,)*) => {
        /// One feature; its value is between 0 and 1.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Feature { $(#[doc = $doc] $feature,)* }
        const NAMES: &[&str] = &[$($name,)*];
        const WEIGHTS: &[f32] = &[$($weight,)*];
    };
}

features! {
    Bias "bias" -1.58 "Always 1.",
    Figure "figure" 1.46 "A figure in digits or words.",
    Figures "figures" 0.51 "Several figures.",
    Measured "measured" 0.57 "A figure with a unit or currency.",
    Counted "counted" 0.34 "A figure with a counted noun.",
    Vague "vague" 0.16 "A quantity without figure: `plusieurs`.",
    Date "date" 1.07 "A date that the text gives.",
    Relative "relative-date" 0.33 "A date counted from the day of writing.",
    Name "name" 0.15 "A named actor or place.",
    Names "names" 0.67 "Several names.",
    State "state" 0.14 "A state or those of it.",
    Person "person" 0.34 "A named person.",
    Source "source" 0.23 "Somebody is said to say it.",
    Denial "denial" 0.63 "Somebody denies it.",
    Report "report" 0.60 "A report, survey or other document.",
    Hearsay "hearsay" 0.71 "The conditional of hearsay.",
    Quote "quote" -0.46 "Words in quotation marks.",
    Saying "saying" 0.18 "Verbs of saying.",
    Past "past" 0.70 "Told as past.",
    Present "present" -0.11 "Told as present fact.",
    Deed "deed" 0.86 "Something that can be shown to have been done.",
    Change "change" 0.66 "A rise or fall.",
    Comparison "comparison" 0.45 "More than, first, the largest.",
    Topic "topic" 0.80 "Public affairs.",
    Hedge "hedge" -0.85 "Perhaps, seems, if.",
    Modal "modal" -0.95 "Can, could, may.",
    Duty "duty" -1.43 "Must, should.",
    Wish "wish" -0.84 "Want, hope, plan.",
    Future "future" -1.06 "Told as future.",
    Negation "negation" -0.26 "Not, never.",
    First "first-person" -1.11 "I, my.",
    Plural "first-person-plural" -0.27 "We, our.",
    Second "second-person" -0.49 "You, your.",
    Third "third-person" 0.06 "They, their.",
    Opinion "opinion" -1.63 "I think, frankly.",
    Praise "praise" -1.19 "Words that value rather than tell.",
    Question "question" -1.36 "A question mark.",
    Asking "question-word" -0.29 "Begins with a question word.",
    Exclaimed "exclamation" -0.41 "An exclamation mark.",
    Furniture "page-furniture" -1.81 "What surrounds an article on its page.",
    Heading "heading" -1.13 "No full stop at the end of a short line.",
    Verbless "no-verb" -0.57 "No word that could be a verb.",
    Short "short" -1.24 "Fewer than six words.",
    Long "length" 0.18 "Length, up to forty words.",
    Pointing "pointing" -0.49 "Begins with `this`, `it`, `cela`.",
    PastDeed "past-deed" 0.57 "A past and a deed.",
    NamedDeed "named-deed" 0.52 "A name and a deed.",
    FigurePast "past-figure" -0.04 "A figure and a past.",
    FigureTopic "topical-figure" 0.36 "A figure and public affairs.",
    FigureFuture "future-figure" -0.42 "A figure and a future.",
}

/// Features that count words of a class, and the count from which more say no more.
const COUNTED: &[(Feature, Classes, usize)] = &[
    (Feature::Report, class::REPORT, 1),
    (Feature::Saying, class::SAY, 2),
    (Feature::Past, class::PAST, 2),
    (Feature::Present, class::PRESENT, 2),
    (Feature::Deed, class::DEED, 2),
    (Feature::Change, class::CHANGE, 2),
    (Feature::Comparison, class::COMPARISON, 2),
    (Feature::Topic, class::TOPIC, 3),
    (Feature::Hedge, class::HEDGE, 2),
    (Feature::Modal, class::MODAL, 2),
    (Feature::Duty, class::DUTY, 2),
    (Feature::Wish, class::HOPE, 2),
    (Feature::Future, class::FUTURE, 2),
    (Feature::Negation, class::NEGATION, 2),
    (Feature::First, class::FIRST, 2),
    (Feature::Plural, class::PLURAL, 3),
    (Feature::Second, class::SECOND, 2),
    (Feature::Third, class::THIRD, 2),
    (Feature::Opinion, class::OPINION, 2),
    (Feature::Praise, class::PRAISE, 2),
    (Feature::Furniture, class::FURNITURE, 1),
];

const COUNTED_CLASSES: Classes = {
    let (mut all, mut i) = (0, 0);
    while i < COUNTED.len() {
        all |= COUNTED[i].1;
        i += 1;
    }
    all
};

/// Classes that show a verb.
const VERB: Classes = class::AUX
    | class::PAST
    | class::PRESENT
    | class::MODAL
    | class::DUTY
    | class::SAY
    | class::DENY
    | class::CHANGE
    | class::HOPE;

/// How many features there are.
pub(crate) const COUNT: usize = NAMES.len();

/// A feature behind a score: its value and its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Its stable name.
    pub name: &'static str,
    /// Its value, 0 to 1.
    pub value: f32,
    /// What one unit of it adds to the log-odds.
    pub weight: f32,
}

/// All features with their weights, at the value 1: what there is to fit.
pub fn weights() -> impl Iterator<Item = Term> {
    NAMES.iter().zip(WEIGHTS).map(|(name, weight)| Term { name, value: 1.0, weight: *weight })
}

/// The values of all features for one stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Features([f32; COUNT]);

impl Features {
    /// Check-worthiness, 0 to 1.
    pub(crate) fn score(&self) -> f32 {
        let odds: f32 = self.0.iter().zip(WEIGHTS).map(|(x, w)| x * w).sum();
        1.0 / (1.0 + (-odds).exp())
    }

    /// The features that are not 0.
    pub(crate) fn terms(&self) -> Vec<Term> {
        let all = self.0.iter().zip(NAMES).zip(WEIGHTS);
        all.filter(|((value, _), _)| **value != 0.0)
            .map(|((value, name), weight)| Term { name, value: *value, weight: *weight })
            .collect()
    }

    /// What a feature adds to the log-odds.
    pub(crate) fn gain(&self, feature: Feature) -> f32 {
        self.0[feature as usize] * WEIGHTS[feature as usize]
    }

    /// Whether one of these is there and speaks against checking.
    pub(crate) fn are_against(&self, any: &[Feature]) -> bool {
        any.iter().any(|feature| self.gain(*feature) < 0.0)
    }

    fn get(&self, feature: Feature) -> f32 {
        self.0[feature as usize]
    }

    fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }

    /// Reads the stretch `span`, whose tokens are given.
    pub(crate) fn of(
        text: &str,
        span: Span,
        (tokens, settings): (&[Token], &Settings),
        facts: &Facts,
    ) -> Self {
        let mut features = Self([0.0; COUNT]);
        features.set(Feature::Bias, 1.0);
        features.read_facts(span, facts);
        features.read_words(tokens);
        features.read_form(text, span, tokens, settings);
        let pairs = [
            (Feature::PastDeed, Feature::Past, Feature::Deed),
            (Feature::NamedDeed, Feature::Name, Feature::Deed),
            (Feature::FigurePast, Feature::Figure, Feature::Past),
            (Feature::FigureTopic, Feature::Figure, Feature::Topic),
            (Feature::FigureFuture, Feature::Figure, Feature::Future),
        ];
        for (both, one, other) in pairs {
            features.set(both, features.get(one).min(1.0) * features.get(other));
        }
        features
    }

    fn read_facts(&mut self, span: Span, facts: &Facts) {
        // `first` and `third` tell an order: the words for it are features of their own.
        let quantities: Vec<_> = within(&facts.quantities, span, |q| q.span)
            .iter()
            .filter(|q| q.unit.is_none_or(|unit| unit.measure != Measure::Rank))
            .collect();
        let figures = quantities.iter().filter(|q| q.low.or(q.high).is_some()).count();
        self.set(Feature::Figure, flag(figures > 0));
        self.set(Feature::Figures, share(figures.saturating_sub(1), 2));
        self.set(Feature::Measured, flag(quantities.iter().any(|q| q.unit.is_some())));
        self.set(
            Feature::Counted,
            flag(quantities.iter().any(|q| q.noun.is_some() && q.low.or(q.high).is_some())),
        );
        self.set(Feature::Vague, flag(quantities.len() > figures));
        let dates = within(&facts.dates, span, |d| d.span);
        self.set(Feature::Date, flag(dates.iter().any(|d| !d.relative)));
        self.set(Feature::Relative, flag(dates.iter().any(|d| d.relative)));
        let names = within(&facts.names, span, |n| n.span);
        self.set(Feature::Name, flag(!names.is_empty()));
        self.set(Feature::Names, share(names.len().saturating_sub(1), 3));
        let states =
            names.iter().filter(|n| matches!(n.kind, NameKind::State | NameKind::People)).count();
        self.set(Feature::State, share(states, 2));
        self.set(Feature::Person, flag(names.iter().any(|n| n.kind == NameKind::Person)));
        let sources = within(&facts.attributions, span, |a| a.span);
        self.set(Feature::Source, flag(sources.iter().any(|a| !a.denies)));
        self.set(Feature::Denial, flag(sources.iter().any(|a| a.denies)));
        self.set(Feature::Hearsay, flag(!within(&facts.hearsay, span, |s| *s).is_empty()));
    }

    fn read_words(&mut self, tokens: &[Token]) {
        let mut counts = [0_usize; Classes::BITS as usize];
        let mut verb = false;
        for token in tokens.iter().filter(|token| token.is_word()) {
            let class = token.class
                | match token.tense {
                    Tense::Past => class::PAST,
                    Tense::Future => class::FUTURE,
                    Tense::None | Tense::Other => 0,
                };
            verb |= token.tense != Tense::None || class & VERB != 0;
            let mut bits = class & COUNTED_CLASSES;
            while bits != 0 {
                counts[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        for (feature, class, most) in COUNTED {
            self.set(*feature, share(counts[class.trailing_zeros() as usize], *most));
        }
        self.set(Feature::Verbless, flag(!verb));
    }

    fn read_form(&mut self, text: &str, span: Span, tokens: &[Token], settings: &Settings) {
        let words = tokens.iter().filter(|token| token.shape != Shape::Mark).count();
        self.set(Feature::Short, share(6_usize.saturating_sub(words), 5));
        self.set(Feature::Long, share(words, 40));
        let first = tokens.iter().find(|token| token.is_word());
        let opening = first.map_or("", |token| token.span.of(text));
        self.set(Feature::Asking, flag(first.is_some_and(|token| token.is(class::QUESTION))));
        self.set(Feature::Pointing, flag(settings.pointing.contains(&opening)));
        for token in tokens.iter().filter(|token| token.shape == Shape::Mark) {
            match token.span.of(text) {
                "?" => self.set(Feature::Question, 1.0),
                "!" => self.set(Feature::Exclaimed, 1.0),
                "«" | "»" | "“" | "\"" | "”" => self.set(Feature::Quote, 1.0),
                _ => {}
            }
        }
        let rest = &text[span.end..];
        let line = rest.starts_with(['\n', '\r']) || rest.is_empty();
        let open = !span.of(text).ends_with(['.', '!', '?', '…', '»', '”', '"', ')', ';', ',']);
        self.set(Feature::Heading, flag(line && open && words < 20));
    }
}

const fn flag(on: bool) -> f32 {
    if on { 1.0 } else { 0.0 }
}

fn share(count: usize, most: usize) -> f32 {
    count.min(most) as f32 / most as f32
}
