//! Words for what was done, what rose or fell, and what is compared.

use super::{Told, meets};
use crate::core::article::Span;
use crate::core::claim::feature::{Feature, Features};
use crate::core::claim::model::{Kind, Sign};
use crate::core::claim::sure::Sight;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

impl Told {
    pub(super) fn add_words(&mut self, sight: &Sight<'_>, features: &Features) {
        let (text, tokens, settings) = (sight.text, sight.part(), sight.settings);
        let start = sight.clause.start;
        let (figures, dates) = (self.told(Sign::Figure), self.told(Sign::Date));
        // `premier semestre` is a date and `la moitié` a figure: the words in them compare nothing.
        let is_told = |span: Span| meets(&figures, span) || meets(&dates, span);
        let sure = |class: Classes, at: usize| match class {
            class::DEED => sight.is_sure_event(start + at),
            class::CHANGE => sight.is_sure_change(start + at, &figures),
            _ => sight.is_sure_comparison(start + at, &dates),
        };
        let classes = tokens.iter().fold(0, |all, token| all | token.class);
        let first = |class: Classes| {
            // Most clauses have no word of it.
            if classes & class == 0 {
                return (false, None);
            }
            // Inside a sentence a word with a capital is part of a name.
            let name =
                |at: usize| at > 0 && tokens[at].is_capital() && !settings.nouns_have_capitals();
            // `l’attaquant`, `los heridos`: who does or suffers it rather than that it happened.
            let noun = |at: usize| {
                let word = tokens[at].span.of(text);
                let word = word.strip_suffix('s').unwrap_or(word);
                let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
                at > 0
                    && (tokens[at - 1].is(class::DET)
                        || holds_article(text, &tokens[at - 1], settings))
                    && (ends(&settings.gerund)
                        || ends(&settings.participle)
                        // `the proposed measures`
                        || settings.head == Head::Last && ends(&settings.past))
            };
            // `un espace réduit`, `le plus frappé`; and `to record a win`
            let describes = |at: usize| {
                let most = at > 0
                    && settings.head == Head::First
                    && tokens[at - 1].is(class::COMPARISON | class::MORE | class::MOST)
                    && (settings.participle.iter())
                        .any(|end| tokens[at].span.of(text).ends_with(end));
                class == class::DEED && most
                    || class == class::CHANGE && describes(text, tokens, at, settings)
                    || stands_before_noun(text, tokens, at, settings)
                    || class == class::COMPARISON
                        && at > 0
                        && tokens[at].is(class::TOPIC)
                        && settings.marker.contains(&tokens[at - 1].span.of(text))
            };
            // `33 élus`, but `a été élu`
            let role = |at: usize| {
                let before = &tokens[at.saturating_sub(3)..at];
                // `les actifs occupés`
                let state = settings.states.contains(&tokens[at].span.of(text));
                (state || tokens[at].is(class::TITLE))
                    && !before.iter().any(|token| token.is(class::AUX))
            };
            // `un premier bilan`, `prima di`, `la première ministre`: nothing is compared.
            let order = |at: usize| {
                const INDEFINITE: Classes = class::NUMBER | class::SOME;
                let definite =
                    at > 0 && tokens[at - 1].is(class::DET) && !tokens[at - 1].is(INDEFINITE);
                // `die ersten drei Wochen`
                let counts =
                    |token: &&Token| token.is(class::NUMBER) || token.shape == Shape::Figure;
                let next = tokens[at + 1..].iter().find(|token| !counts(token));
                // `la première heure` is none either.
                let other =
                    class::TITLE | class::REPORT | class::UNIT | class::PERIOD | class::WEEKDAY;
                let role = next.is_some_and(|next| next.is(other));
                // `pour le premier, …`: one of those just told.
                let alone = next.is_none_or(|next| next.shape == Shape::Mark);
                tokens[at].is(class::ORDINAL) && (!definite || role || alone)
            };
            // `om de Copa te redden`, `will be built`: what is to be done was not done.
            let meant = |at: usize| {
                class == class::DEED
                    && at > 0
                    && (settings.marker.contains(&tokens[at - 1].span.of(text))
                        || is_governed(text, &tokens[..at], settings))
            };
            let strong = |(at, token): &(usize, &Token)| {
                token.is(class)
                    && self.span.contains(token.span.start)
                    && !token.is(class::WEAK)
                    && !(name(*at)
                        || noun(*at)
                        || describes(*at)
                        || is_turned(text, tokens, *at, settings)
                        || role(*at)
                        || order(*at)
                        || meant(*at)
                        || class == class::COMPARISON && is_told(token.span))
            };
            let mut found = tokens.iter().enumerate().filter(strong).peekable();
            let any = found.peek().is_some();
            (any, found.find(|(at, _)| sure(class, *at)).map(|(_, token)| token.span))
        };
        let past = features.gain(Feature::Past) > 0.0;
        let (done, event) = first(class::DEED);
        let (changes, change) = first(class::CHANGE);
        let (compares, comparison) = first(class::COMPARISON);
        for (found, kind, sign, span) in [
            (done || past, Kind::Event, Sign::Event, event),
            (changes, Kind::Comparison, Sign::Change, change),
            (compares, Kind::Comparison, Sign::Comparison, comparison),
        ] {
            if found {
                self.kinds.push(kind);
            }
            if let Some(span) = span {
                self.push(kind, sign, span);
            }
        }
    }
}

/// `René s’occupant du secrétariat`: what somebody does to himself.
fn is_turned(text: &str, tokens: &[Token], at: usize, settings: &Settings) -> bool {
    let before = at.checked_sub(1).map_or("", |at| tokens[at].span.of(text));
    let word = tokens[at].span.of(text);
    settings.reflexive.contains(&before) && settings.gerund.iter().any(|end| word.ends_with(end))
}

/// `del`, `dei`, `dos`: of, with an article.
fn holds_article(text: &str, token: &Token, settings: &Settings) -> bool {
    token.is(class::OF) && !settings.bare_of.contains(&token.span.of(text))
}

/// `un espace réduit`: an adjective behind its noun, where they stand so, rather than that
/// something fell; but `un budget réduit de 30 %`.
fn describes(text: &str, tokens: &[Token], at: usize, settings: &Settings) -> bool {
    const NO_NOUN: Classes = class::AUX
        | class::ADVERB
        | class::NEGATION
        | class::PREP
        | class::CONJ
        | class::CLAUSE
        | class::DET
        | class::RELATIVE_PRONOUN
        | class::THIRD
        | class::MODAL
        | class::STOP;
    let word = tokens[at].span.of(text);
    let participle = tokens[at].is(class::PARTICIPLE)
        || settings.participle.iter().any(|end| word.ends_with(end));
    let noun = at > 1 && tokens[at - 1].shape == Shape::Small && !tokens[at - 1].is(NO_NOUN);
    let led = noun && tokens[at - 2].is(class::DET | class::SOME | class::OF | class::NUMBER);
    let next = tokens.get(at + 1);
    let measured = next.is_some_and(|next| next.is(class::OF | class::TO))
        && tokens
            .get(at + 2)
            .is_some_and(|t| t.shape == Shape::Figure || t.is(class::NUMBER | class::ABOUT));
    let verb = next.is_some_and(|next| next.is(class::DET) && !next.is(class::OF | class::PREP));
    settings.head == Head::First && participle && led && !measured && !verb
}

/// `amid increased arrivals`, `report blocked drains`: a participle before the noun that it
/// describes, where they stand so.
fn stands_before_noun(text: &str, tokens: &[Token], at: usize, settings: &Settings) -> bool {
    const NO_NOUN: Classes = class::DET
        | class::PREP
        | class::CONJ
        | class::CLAUSE
        | class::ADVERB
        | class::NUMBER
        | class::SOME
        | class::THIRD
        | class::THAT
        | class::AUX
        | class::STOP
        | class::TO
        | class::RELATIVE
        | class::WEEKDAY;
    let word = tokens[at].span.of(text);
    let participle = settings.past.iter().any(|end| word.ends_with(end));
    let led = at > 0 && tokens[at - 1].is(class::PREP | class::OF) && !tokens[at - 1].is(class::TO);
    let noun = |token: &Token| token.shape == Shape::Small && !token.is(NO_NOUN);
    let next = tokens.get(at + 1);
    settings.head == Head::Last
        && participle
        && (led && next.is_some_and(noun)
            || is_newly(text, tokens, at, settings)
                && next.is_some_and(|next| noun(next) || next.is_capital()))
}

/// `two newly [elected] mayors`, `its recently [closed] office`: an adverb parts it from the article.
fn is_newly(text: &str, tokens: &[Token], at: usize, settings: &Settings) -> bool {
    const LEADS: Classes =
        class::DET | class::NUMBER | class::SOME | class::PREP | class::OF | class::THIRD;
    let [.., lead, adverb] = &tokens[..at] else { return false };
    let by = settings.adverb.iter().any(|end| adverb.span.of(text).ends_with(end));
    let owner = settings.owner.contains(&lead.span.of(text));
    by && adverb.shape == Shape::Small && (lead.is(LEADS) || owner || lead.shape == Shape::Figure)
}

/// Whether a word behind these is what may, will or should be done: `pourrait être créé`.
fn is_governed(text: &str, before: &[Token], settings: &Settings) -> bool {
    const GOVERNS: Classes = class::MODAL | class::DUTY | class::FUTURE | class::HOPE;
    const FARTHEST: usize = 4;
    let within = |token: &&Token| {
        token.is(class::AUX | class::ADVERB | class::NEGATION | GOVERNS)
            || settings.passive.contains(&token.span.of(text))
    };
    let mut verb = before.iter().rev().take(FARTHEST).take_while(within);
    verb.any(|token| token.is(GOVERNS) || token.tense == Tense::Future)
}

#[cfg(test)]
mod tests {
    use crate::core::claim::model::Sign;
    use crate::core::claim::tests::told as words;

    #[test]
    fn an_order_that_compares_nothing_is_no_reason() {
        for (text, want) in [
            ("Le préfet a confirmé un premier bilan de trois morts à Lens.", vec![]),
            ("Deux plans pour 2019 : pour le premier, 30 gares à Lens.", vec![]),
            ("C’est la première hausse depuis 2008 à Lens.", vec!["première"]),
            ("La polizia è arrivata prima del sindaco a Parma nel 2019.", vec![]),
            ("Un menor de edad fue detenido el 3 de mayo en Cuenca.", vec![]),
            ("Bijna de helft van de 800 winkels in Delft is dicht.", vec![]),
        ] {
            assert_eq!(words(text, Sign::Comparison), want, "{text}");
        }
    }

    #[test]
    fn what_describes_a_noun_is_neither_change_nor_event() {
        let change = |text| words(text, Sign::Change);
        assert_eq!(change("Il a quitté en 1962 un espace réduit à Lens."), [""; 0]);
        assert_eq!(change("Lens a voté en 2019 un budget réduit de 30 %."), ["réduit"]);
        assert_eq!(change("Lens a réduit en 2019 le budget de 30 écoles."), ["réduit"]);
        assert_eq!(change("Fears grew by 30% amid increased arrivals in Leeds."), ["grew"]);
        assert_eq!(change("She declined to fund 30 schools in Leeds in 2019."), [""; 0]);
        assert_eq!(change("The dryer costs 30 pence an hour in Leeds."), [""; 0]);
        let event = |text| words(text, Sign::Event);
        assert_eq!(event("30 people marched against proposed cuts in Leeds."), [""; 0]);
        assert_eq!(event("Lens est la ville le plus frappée en 2019, avec 30 cas."), [""; 0]);
        assert_eq!(event("En 2019, 37 % des actifs occupés vivaient à Lens."), [""; 0]);
        assert_eq!(event("Le pont a été occupé par 30 personnes en 2019."), ["occupé"]);
        assert_eq!(event("Il presidente eletto Carlo Neri ha 30 voti a Parma."), [""; 0]);
        assert_eq!(event("Carlo Neri è stato eletto con 30 voti a Parma."), ["eletto"]);
        let comparison = |text| words(text, Sign::Comparison);
        assert_eq!(comparison("He was the fourth to record 30 wins in Leeds in 2019."), [""; 0]);
        assert_eq!(comparison("Leeds made record profits of £30m in 2019."), ["record"]);
    }

    #[test]
    fn what_may_or_will_happen_is_no_event() {
        let event = |text| words(text, Sign::Event);
        assert_eq!(event("The suspect was killed in Leeds in 2019."), ["killed"]);
        assert_eq!(event("About 30 people could be killed in Leeds by 2030."), [""; 0]);
        assert_eq!(event("Trente ouvriers pourraient être tués à Lens en 2030."), [""; 0]);
        assert_eq!(event("Pede que seja criada uma comissão de 30 membros em 2030."), [""; 0]);
    }

    #[test]
    fn those_who_hold_an_office_did_nothing_by_it() {
        let event = |text| words(text, Sign::Event);
        assert_eq!(event("Les 33 élus de Lens siègent depuis 2020."), Vec::<&str>::new());
        assert_eq!(event("Jean Lebon a été élu maire de Lens en 2020."), ["élu"]);
    }
}
