//! From a clause to a claim: its span, score, kinds and reasons.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::feature::{Feature, Features};
use super::model::{Claim, Kind, Kinds, Reason, Sign};
use super::sure::Sight;
use crate::core::article::{Span, within};
use crate::core::fact::{Attribution, Date, Facts, Measure, Moment, Name, Quantity};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Makes a claim of the clause at `place` in `sentence`, whose tokens and features are given.
pub(crate) fn claim(
    sight: &Sight<'_>,
    place: Span,
    sentence: Span,
    facts: &Facts,
    features: &Features,
) -> Claim {
    let mut told = Told { span: place, ..Told::default() };
    let real = features.gain(Feature::Past) > 0.0 && !features.are_against(UNREAL);
    told.add_facts(sight, sentence, facts, real);
    told.add_words(sight, features);
    let asks = told.asks(features) || sight.only_names_a_deed();
    let caption = told.is_only_dated() && sight.is_of_a_picture(facts);
    let founded = told.is_founded(features) && !asks && !caption && !told.is_of_oneself(features);
    let asks = asks || !founded && told.is_meant(features);
    let thin = told.is_thin(sight.text);
    let grounded = told.is_grounded(features)
        && !(told.is_of_oneself(features) && features.gain(Feature::Plural) >= 0.0);
    let Told { span, kinds, reasons, .. } = told;
    let reasons = reasons.into();
    let score = features.score();
    Claim { span, score, kinds, reasons, founded, asks, grounded, thin, ..Claim::default() }
}

/// What speaks of something that may, will or should be.
const UNREAL: &[Feature] = &[Feature::Modal, Feature::Hedge, Feature::Wish, Feature::Future];

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

/// Whether a figure says something to check: `beaucoup de` tells none, and `deux États` seldom counts them.
pub(crate) fn tells(text: &str, quantity: &Quantity) -> bool {
    let Some(value) = quantity.low.or(quantity.high) else { return false };
    if quantity.unit.is_some_and(|unit| unit.measure == Measure::Rank) {
        return false;
    }
    let digits = quantity.figure.of(text).contains(|c: char| c.is_ascii_digit());
    digits || quantity.unit.is_some() || value > 2.0 || value.fract() != 0.0
}

/// Whether a figure tells how long or how old, or which one is meant.
fn lasts(text: &str, quantity: &Quantity) -> bool {
    quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration)
        || tells_which(text, quantity)
}

/// `a 13-inch screen`, `the 18-degree model`: a hyphen ties the figure to what it measures, before the
/// thing that is meant; but `a $600-million cost`.
fn tells_which(text: &str, quantity: &Quantity) -> bool {
    let value = quantity.unit.is_some_and(|unit| {
        matches!(unit.measure, Measure::Money | Measure::Share) || unit.symbol == "%"
    });
    let tied = text[quantity.figure.end..].strip_prefix('-');
    !value && tied.is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// Whether a figure says little by itself: how long, how old, `three men`.
fn is_light(text: &str, quantity: &Quantity) -> bool {
    const SMALL: f64 = 12.0;
    let lasts = lasts(text, quantity);
    let digits = quantity.figure.of(text).contains(|c: char| c.is_ascii_digit());
    let value = quantity.low.or(quantity.high).unwrap_or_default();
    lasts || !digits && quantity.unit.is_none() && (1.0..=SMALL).contains(&value)
}

/// Whether a date tells only a time of day.
fn is_hour(date: &Date) -> bool {
    let Moment { year, month, day, weekday, hour, part, .. } = date.from;
    let none = year.is_none() && month.is_none() && day.is_none() && weekday.is_none();
    none && hour.is_some() && part.is_none() && !date.relative
}

/// `l’[Association] d’insertion des pays`, `Works [Agency] for Palestine`: of a body's name only its
/// first word has a capital, and it alone names nobody.
fn goes_on(sight: &Sight<'_>, name: Span) -> bool {
    let (text, tokens, settings) = (sight.text, sight.part(), sight.settings);
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let end = tokens.partition_point(|token| token.span.start < name.end);
    let plain = |token: &Token| token.shape == Shape::Capital && sight.is_usual_word(token);
    let body = tokens.get(at).is_some_and(|t| t.is(class::BODY) && t.shape == Shape::Capital);
    // `la [Fédération nationale] des familles`: with the adjectives behind it.
    let rest = tokens.get(at + 1..end).unwrap_or_default();
    let alone = body && rest.iter().all(|token| token.shape == Shape::Small);
    // `l’[Assemblée générale] de l’ONU`, `le [Conseil européen] de Bruxelles` are whole; `el
    // [Ministerio francés] del Interior`, `la [Organización Mundial] de la Salud` are not.
    let named = || {
        let mut behind = tokens.get(end + 1..).unwrap_or_default().iter();
        behind.find(|token| !token.is(class::DET)).filter(|token| token.is_capital())
    };
    let field = || named().is_some_and(|token| plain(token) && !token.is(class::STATE));
    let described = body
        && !rest.is_empty()
        && rest
            .iter()
            .all(|token| (plain(token) || token.is(class::PEOPLE)) && !token.is(class::OF));
    tokens.get(end).is_some_and(|next| {
        let of = next.is(class::OF);
        // `[Société] Française de Casinos`
        let people = next.is(class::PEOPLE) && next.is_capital() && settings.head == Head::First;
        let of_name = end > at + 1 && named().is_some();
        alone && (people || of && !of_name || settings.field_ties.contains(&next.span.of(text)))
            || described && of && field()
    })
}

/// `the [Royal Bank of Canada]`: of a body's name a state is part that stands before it or behind
/// `of`.
fn whole_name(text: &str, tokens: &[Token], name: Span, settings: &Settings) -> Span {
    let end = tokens.partition_point(|token| token.span.start < name.end);
    let body = end > 0 && tokens[end - 1].is(class::BODY);
    // `[Canadian Western Bank]`
    let first = tokens.partition_point(|token| token.span.start < name.start);
    let people = first.checked_sub(1).map(|at| &tokens[at]).filter(|before| {
        body && end > first + 1 && before.is(class::PEOPLE | class::STATE) && before.is_capital()
    });
    if let Some(people) = people {
        return Span::new(people.span.start, name.end);
    }
    let goes_on = tokens.get(end + 2).is_some_and(|next| next.is_capital() && next.spaced);
    match tokens.get(end..end + 2) {
        Some([of, state])
            if body
                && !goes_on
                && settings.head == Head::Last
                && (of.is(class::OF) || settings.field_ties.contains(&of.span.of(text)))
                && state.is(class::STATE)
                && state.is_capital() =>
        {
            Span::new(name.start, state.span.end)
        }
        _ => name,
    }
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
    let owner = matches!(lead.span.of(text), "'s" | "’s");
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

/// A claim being told.
#[derive(Default)]
struct Told {
    span: Span,
    kinds: Kinds,
    reasons: Vec<Reason>,
    /// Behind the first few, the last reason of words and a sign with this hash.
    words: FxHashMap<u64, usize>,
    /// Figures and dates among the reasons that say little by themselves.
    light: Vec<Span>,
    /// Those figures among them that tell how long, how old, or which one is meant.
    lasting: Vec<Span>,
    /// Years that tell which thing is meant.
    things: Vec<Span>,
    /// Dates that only tell when something was said.
    saying: Vec<Span>,
}

impl Told {
    fn add_facts(&mut self, sight: &Sight<'_>, sentence: Span, facts: &Facts, real: bool) {
        let (span, text) = (self.span, sight.text);
        let figure = |q: &&Quantity| q.unit.is_none_or(|unit| unit.measure != Measure::Rank);
        for quantity in within(&facts.quantities, span, |q| q.span).iter().filter(figure) {
            self.kinds.push(Kind::Quantity);
            if tells(text, quantity) && sight.is_sure_figure(quantity) {
                let figure = sight.figure(quantity);
                let vague = !real && sight.is_vague(quantity);
                if is_light(text, quantity) || vague || sight.is_known(quantity) {
                    self.light.push(figure);
                }
                if lasts(text, quantity) {
                    self.lasting.push(figure);
                }
                // `[21] et 23 ans`: told with the second one.
                let told =
                    |r: &mut Reason| r.span().is_some_and(|told| figure.contains(told.start));
                while self.reasons.pop_if(told).is_some() {}
                self.push_once(text, Kind::Quantity, Sign::Figure, figure);
            }
        }
        // The source may stand in another clause of the sentence, if this one has none of its own.
        let said = within(&facts.attributions, sentence, |a| a.span);
        // Who says the end of a quotation stands behind its words.
        let clause = sight.clause_span();
        let own = said.iter().any(|a| clause.contains(a.span.start));
        let speaks = |a: &&Attribution| clause.overlaps(a.span) || !own && span.overlaps(a.content);
        for attribution in said.iter().filter(speaks) {
            let (kind, sign) = if attribution.denies {
                (Kind::Denial, Sign::DeniedBy)
            } else {
                (Kind::Attribution, Sign::Source)
            };
            self.kinds.push(kind);
            let elsewhere = !clause.overlaps(attribution.span) && sight.says_itself();
            let sure =
                |source: &Span| !elsewhere && sight.is_sure_source(attribution, *source, facts);
            if let Some(source) = attribution.source.filter(sure) {
                self.push_once(text, kind, sign, source);
            }
        }
        self.add_dates(sight, facts, said);
        for idle in [&mut self.light, &mut self.lasting, &mut self.saying] {
            idle.sort_unstable();
        }
        for hearsay in within(&facts.hearsay, span, |s| *s) {
            self.kinds.push(Kind::Attribution);
            if sight.is_sure_hearsay(*hearsay) {
                self.push(Kind::Attribution, Sign::Hearsay, *hearsay);
            }
        }
        let whole = |name: &&Name| sight.is_sure_name(name) && !goes_on(sight, name.span);
        for name in within(&facts.names, span, |n| n.span).iter().filter(whole) {
            let span = whole_name(text, sight.part(), name.span, sight.settings);
            if !self.is_named(text, span) {
                self.reasons.push(Reason::new(Sign::Name, Some(span)));
            }
        }
    }

    /// `October last year`, `janvier-mars 2019`: what stands side by side is one date.
    fn add_dates(&mut self, sight: &Sight<'_>, facts: &Facts, said: &[Attribution]) {
        let (mut told, mut hours): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
        for date in within(&facts.dates, self.span, |d| d.span) {
            self.kinds.push(Kind::Date);
            let words = sight.date(date.span);
            let joins = |last: &&mut Span| {
                last.end <= date.span.start
                    && matches!(sight.text[last.end..date.span.start].trim(), "" | "-" | "–")
            };
            if let Some(last) = told.last_mut().filter(joins) {
                last.end = words.end;
            } else {
                told.push(words);
                // `à 20 heures`: of which day is not said.
                hours.extend(is_hour(date).then_some(words));
            }
            // `les années 1950-60`, `April 7-8`
            let rest = sight.text[date.span.end..].strip_prefix(['-', '–']).unwrap_or_default();
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let day = date.from.day.is_some() && date.from.year.is_none() && digits == 1;
            if let Some(last) = told.last_mut().filter(|_| digits == 2 || day) {
                last.end = date.span.end + sight.text[date.span.end..].len() - rest.len() + digits;
            }
            // `on Saturday`, `in March`: of which year is not said.
            let open = date.from.year.is_none() && date.from.day.is_none();
            let of_saying = said.iter().any(|said| sight.is_of_saying(said, date.span));
            if of_saying {
                self.saying.extend(told.last());
            }
            let of_a_thing = sight.is_of_a_thing(date.span);
            if of_a_thing {
                self.things.extend(told.last());
            }
            if open || of_saying || of_a_thing {
                self.light.extend(told.last());
            }
        }
        told.retain(|date| !hours.contains(date));
        for date in told.into_iter().filter(|date| sight.is_sure_date(*date)) {
            self.push_once(sight.text, Kind::Date, Sign::Date, date);
        }
    }

    /// Whether who is named by these words was told already, as a source or by name: `Mr Putin` after
    /// `Vladimir Putin`.
    fn is_named(&self, text: &str, name: Span) -> bool {
        let last = name.of(text).rsplit([' ', '\u{a0}']).next().unwrap_or_default();
        let names = |r: &&Reason| matches!(r.sign, Sign::Source | Sign::DeniedBy | Sign::Name);
        let mut told = self.reasons.iter().filter(names).filter_map(Reason::span);
        told.any(|told| told.of(text).contains(last))
    }

    /// The words of all reasons of one kind.
    fn told(&self, sign: Sign) -> Vec<Span> {
        let told = self.reasons.iter().filter(|reason| reason.sign == sign);
        told.filter_map(Reason::span).collect()
    }

    fn add_words(&mut self, sight: &Sight<'_>, features: &Features) {
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
        let first = |class: Classes| {
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

    /// What is asked, said to the reader or due, with nothing done in it, tells no fact: `you pay 30
    /// euros`, `30 million must be deported`.
    fn asks(&self, features: &Features) -> bool {
        let done = self.reasons.iter().any(|reason| reason.sign == Sign::Event);
        !done && features.are_against(&[Feature::Second, Feature::Question, Feature::Duty])
    }

    /// What is only quoted, thought, hoped or planned, or told of no past.
    fn is_meant(&self, features: &Features) -> bool {
        const MEANT: &[Feature] =
            &[Feature::Quote, Feature::First, Feature::Opinion, Feature::Praise];
        let done = self.reasons.iter().any(|reason| reason.sign == Sign::Event);
        let told = self.kinds.contains(&Kind::Event);
        !done && (!told || features.are_against(MEANT) || features.are_against(UNREAL))
    }

    /// `je touche 600 euros par mois`: what somebody tells of himself, with nothing done or changed in
    /// it, or without saying who he is, nobody else can look up.
    fn is_of_oneself(&self, features: &Features) -> bool {
        let any = |signs: &[Sign]| self.reasons.iter().any(|reason| signs.contains(&reason.sign));
        let tells = any(&[Sign::Event, Sign::Change]) && any(&[Sign::Source, Sign::Name]);
        features.gain(Feature::First) < 0.0 && !tells
    }

    /// Whether only a date, a name, what was done or how old somebody is says something.
    fn is_only_dated(&self) -> bool {
        let light = |reason: &Reason| holds(&self.light, reason);
        let other = |reason: &Reason| match reason.sign {
            Sign::Date | Sign::Name | Sign::Event => false,
            Sign::Figure => !light(reason),
            _ => true,
        };
        !self.reasons.iter().any(other)
    }

    /// What is pointed out says why: see [`Claim::founded`].
    fn is_founded(&self, features: &Features) -> bool {
        let happened = self.kinds.contains(&Kind::Event) && !features.are_against(UNREAL);
        let light = |reason: &Reason| holds(&self.light, reason);
        let founds = |reason: &Reason| match reason.sign {
            // What somebody says without a figure, a day or a deed is mostly what he thinks.
            Sign::Name | Sign::Source => false,
            Sign::Date => happened && !light(reason),
            Sign::Figure => !light(reason),
            _ => true,
        };
        self.reasons.iter().any(founds)
    }

    /// What may fill an article up: see [`Claim::grounded`].
    fn is_grounded(&self, features: &Features) -> bool {
        let told = self.kinds.contains(&Kind::Event);
        let idle = if told { &self.lasting } else { &self.light };
        // Of words in quotation marks that they were said is no ground, nor when.
        let quoted = features.gain(Feature::Quote) < 0.0;
        self.reasons.iter().any(|reason| match reason.sign {
            Sign::Name => false,
            Sign::Figure => !holds(idle, reason),
            Sign::Source => !quoted,
            Sign::Date => !(holds(&self.things, reason) || quoted && holds(&self.saying, reason)),
            _ => true,
        })
    }

    /// Whether there is one ground at most, and none that carries a claim: see [`Claim::thin`].
    fn is_thin(&self, text: &str) -> bool {
        let mut grounds = (self.reasons.iter())
            .filter(|reason| !matches!(reason.sign, Sign::Name | Sign::Source));
        let Some(ground) = grounds.next() else { return true };
        let digits = || {
            ground.span().is_some_and(|span| {
                let digits = span.of(text).contains(|c: char| c.is_ascii_digit());
                digits && !holds(&self.light, ground)
            })
        };
        let carries = match ground.sign {
            Sign::Figure => digits(),
            Sign::Event | Sign::Change | Sign::DeniedBy => true,
            Sign::Date | Sign::Comparison | Sign::Hearsay | Sign::Name | Sign::Source => false,
        };
        grounds.next().is_none() && !carries
    }

    /// What is told with the same words already is not told again.
    fn push_once(&mut self, text: &str, kind: Kind, sign: Sign, span: Span) {
        /// So many are compared one by one; of a list with as many as words each would be with all others.
        const FEW: usize = 8;
        let words = |span: Span| span.of(text).split_whitespace();
        let same =
            |r: &Reason| r.sign == sign && r.span().is_some_and(|told| words(told).eq(words(span)));
        let few = self.reasons.len().min(FEW);
        if self.reasons[..few].iter().any(same) {
            return;
        }
        if few < FEW {
            return self.push(kind, sign, span);
        }
        let mut hasher = FxHasher::default();
        (sign, words(span).count()).hash(&mut hasher);
        words(span).for_each(|word| word.hash(&mut hasher));
        let hash = hasher.finish();
        let told = self.words.get(&hash).is_some_and(|last| {
            self.reasons.get(*last).is_some_and(same) || self.reasons.iter().any(same)
        });
        if !told {
            self.words.insert(hash, self.reasons.len());
            self.push(kind, sign, span);
        }
    }

    fn push(&mut self, kind: Kind, sign: Sign, span: Span) {
        self.kinds.push(kind);
        self.reasons.push(Reason::new(sign, Some(span)));
    }
}

/// Whether one of these shares a letter with a stretch. They are sorted, none inside another.
fn meets(sorted: &[Span], span: Span) -> bool {
    let first = sorted.partition_point(|one| one.end <= span.start);
    sorted.get(first).is_some_and(|one| one.overlaps(span))
}

/// Whether the words of a reason are among these, which are sorted.
fn holds(sorted: &[Span], reason: &Reason) -> bool {
    reason.span().is_some_and(|span| sorted.binary_search(&span).is_ok())
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;
    use crate::core::claim::model::Sign;
    use crate::core::claim::tests::{founded, told as words};

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
    fn a_conditional_under_a_condition_is_no_hearsay() {
        let hearsay = |text| words(text, Sign::Hearsay);
        assert_eq!(hearsay("Le recteur a répondu qu’il n’y aurait pas 30 renvois."), [""; 0]);
        assert_eq!(hearsay("Le préfet affirme que 30 soldats auraient fui Lens."), ["auraient"]);
        assert_eq!(hearsay("En 1950 elle entrait au lycée et montrait 30 dessins."), [""; 0]);
        assert_eq!(hearsay("Não teria custado 30 euros caso o prefeito tivesse pago."), [""; 0]);
        assert_eq!(hearsay("O prefeito teria pago 30 mil euros em Braga."), ["teria"]);
        assert_eq!(hearsay("Si Cuenca pagase, el precio habría caído a 30 euros."), [""; 0]);
        assert_eq!(hearsay("Sin Cuenca, el precio habría caído a 30 euros."), [""; 0]);
        assert_eq!(hearsay("Personne ne soutiendrait cela pour 30 euros à Lens."), [""; 0]);
        assert_eq!(hearsay("Als 30 winkels sluiten, zou Delft in 2025 leeg staan."), [""; 0]);
    }

    #[test]
    fn what_a_thing_sought_would_do_is_no_hearsay() {
        let hearsay = |text| words(text, Sign::Hearsay);
        assert_eq!(hearsay("Lens cherche un plan qui permettrait 30 départs en 2030."), [""; 0]);
        let told = "Le maire de Lens, qui aurait acheté 30 voix, a été élu en 2020.";
        assert_eq!(hearsay(told), ["aurait"]);
        let thought = "Il n’a pas pensé en 2019 que cela mettrait fin à 30 usines de Lens.";
        assert_eq!(hearsay(thought), [""; 0]);
        let never = "Dove Parma avrebbe sicuramente vinto 30 gare nel 2019.";
        assert_eq!(hearsay(never), [""; 0]);
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
    fn a_claim_ends_before_an_and_that_leads_on() {
        let text = "Le maire a fermé 30 écoles en septembre, et alors que Lens comptait 12 cas, \
                    il a rouvert la gare.";
        let claims = analyze(text).claims;
        assert!(claims.iter().all(|claim| !claim.span.of(text).ends_with(" et")));
    }

    #[test]
    fn a_unit_is_no_name() {
        let name = |text| words(text, Sign::Name);
        assert_eq!(name("Der Tarif von Eon kostet 760 GBP im Jahr 2019."), [""; 0]);
        assert_eq!(name("La Corte di Cassazione ha chiuso 30 casi."), ["Corte di Cassazione"]);
    }

    #[test]
    fn who_denies_something_is_told_and_who_decides_is_not() {
        for (text, want) in [
            ("The court rejected the appeal of 30 owners.", vec![]),
            ("The minister rejected the claims of 30 owners.", vec!["The minister"]),
            ("The minister did not deny the claims of 30 owners.", vec![]),
            ("Das Amt schließt 30 weitere Fälle bislang aus.", vec!["Das Amt"]),
            ("Das Amt schließt 30 weitere Fälle nicht aus.", vec![]),
            ("Die Firma wies die Vorwürfe von 30 Kunden zurück.", vec!["Die Firma"]),
            ("Der Rat lehnte den Antrag von 30 Eltern ab.", vec![]),
        ] {
            assert_eq!(words(text, Sign::DeniedBy), want, "{text}");
        }
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
    fn a_name_is_shown_whole_or_not() {
        for (text, want) in [
            (
                "Le Tribunal pénal international a clos 30 cas.",
                vec!["Tribunal pénal international"],
            ),
            ("L’Association d’insertion des vallées a vendu 30 vélos en 2019.", vec![]),
            ("La Asociación para la defensa del río tiene 30 socios.", vec![]),
            ("Le président de la République Jean Lebon a 30 voix.", vec!["Jean Lebon"]),
            ("O procurador da República Mateus Baraldo tem 30 casos.", vec!["Mateus Baraldo"]),
            ("A juíza Maria Isabel do Prado ouviu 30 pessoas.", vec!["Maria Isabel do Prado"]),
            ("Am Montag nahmen 30 Eltern und ihre Kinder Teil.", vec![]),
            ("L’Assemblée générale de l’ONU a reçu 30 textes en 2019.", vec!["Assemblée générale"]),
            ("La Fédération nationale des familles a vendu 30 vélos en 2019.", vec![]),
            ("The Royal Bank of Canada cut 30 jobs in 2019.", vec!["Royal Bank of Canada"]),
            ("About 30 people fled Indian-controlled Jammu in 2019.", vec![]),
            ("La Société Française de Vélos a 30 gares depuis 2019.", vec![]),
            ("Commission President Ursula Lang cut 30 jobs.", vec!["President Ursula Lang"]),
            ("The Kamal Nath-led council cut 30 jobs in 2019.", vec![]),
            ("The Canadian Western Bank cut 30 jobs in 2019.", vec!["Canadian Western Bank"]),
            ("The firm paid £30m of VAT in Leeds in 2019.", vec![]),
        ] {
            assert_eq!(words(text, Sign::Name), want, "{text}");
        }
    }

    #[test]
    fn those_who_hold_an_office_did_nothing_by_it() {
        let event = |text| words(text, Sign::Event);
        assert_eq!(event("Les 33 élus de Lens siègent depuis 2020."), Vec::<&str>::new());
        assert_eq!(event("Jean Lebon a été élu maire de Lens en 2020."), ["élu"]);
    }

    #[test]
    fn what_a_minister_is_of_is_part_of_no_name() {
        for (text, want) in [
            ("Il ministro dell’Interno Matteo Ferri è a Parma dal 2019.", vec!["Matteo Ferri"]),
            ("El Ministerio del Interior cerró 30 oficinas.", vec!["Ministerio del Interior"]),
            ("Le ministre de l’Intérieur a fermé 30 bureaux.", vec![]),
        ] {
            assert_eq!(words(text, Sign::Name), want, "{text}");
        }
    }

    #[test]
    fn a_clause_with_a_source_of_its_own_shows_no_other() {
        let text = "Le maire avait annoncé quatre morts à Lens lundi, avant que le préfet Jean \
                    Lebon n’annonce trois morts à Lille mardi.";
        let claims = analyze(text).claims;
        let sources = claims.iter().map(|claim| {
            let of = claim.reasons.iter().filter(|r| r.sign == Sign::Source);
            of.filter_map(|r| Some(r.span()?.of(text))).collect::<Vec<_>>()
        });
        let want = [vec!["Le maire"], vec!["le préfet Jean Lebon"]];
        assert_eq!(sources.collect::<Vec<_>>(), want);
    }

    #[test]
    fn of_what_founds_no_claim_what_was_done_goes_before_what_is_meant() {
        let asks = |text: &str| analyze(text).claims.iter().any(|claim| claim.asks);
        assert!(!asks("Ann Lee met the council in Leeds on Tuesday."));
        assert!(asks("Ann Lee hopes to meet the council in Leeds on Tuesday."));
        assert!(asks("“Leeds was good to me on Tuesday,” said Ann Lee."));
        assert!(asks("Le maire de Lens reste à Lille depuis lundi."));
        assert!(!asks("Le maire de Lens a rencontré Jean Lebon à Lille lundi."));
        assert!(!asks("Leeds has 30 schools."));
    }

    #[test]
    fn a_date_of_what_may_or_will_be_founds_no_claim() {
        assert!(!founded("Leeds feared in 2019 that it might want to drop the plan."));
        assert!(founded("Leeds feared the plan in 2019."));
        assert!(founded("Leeds, which was attacked in 1207, will want to drop the plan."));
        assert!(founded("Leeds feared that 300 jobs might go by 2030."));
    }

    #[test]
    fn how_long_and_how_old_are_no_ground_where_too_few_are_founded() {
        let grounded = |text: &str| analyze(text).claims.iter().any(|claim| claim.grounded);
        assert!(!grounded("The 40-year-old mayor lives in Leeds."));
        assert!(!grounded("Le maire vit à Lens depuis trois mois."));
        assert!(grounded("Three schools of Leeds burned."));
        assert!(grounded("The mayor left Leeds on Tuesday."));
    }

    #[test]
    fn a_name_a_weekday_and_an_age_found_no_claim() {
        assert!(!founded("Tom Ruzic of Leeds plays for the council on Tuesday."));
        assert!(!founded("The 40-year-old mayor lives in Leeds."));
        assert!(founded("The mayor of Leeds was arrested on Tuesday."));
        assert!(!founded("The mayor of Leeds said the plan was bad."));
        assert!(!founded("The mayor said on 3 May 2019 that Leeds was not lost."));
        assert!(founded("The mayor said Leeds was lost on 3 May 2019."));
        assert!(!founded("The new model of Leeds has a 13-inch screen."));
        assert!(founded("The new model of Leeds had a $600-million cost."));
        assert!(founded("Les 600 000 habitants de Lens ont été arrêtés."));
        assert!(!founded("L’enquête inquiète les proches des 600 000 résidents de Lens."));
        assert!(!founded("You pay 30 euros for a tree in Leeds."));
        assert!(!founded("I found that 46 people visited my page in Leeds."));
        assert!(!founded("Je touche 600 euros par mois à Lens."));
        assert!(!founded("Supprimer la taxe de 30 euros à Lens."));
        assert!(!founded("Ces milliers de stages forment le capitalisme à Lens."));
        assert!(founded("Des milliers de stages ont été supprimés à Lens."));
        assert!(!founded("About 30 schools must close in Leeds."));
        assert!(founded(
            "Leeds closed 30 schools that must reopen by 2030, and 12 people were arrested."
        ));
    }
}
