//! Cutting a sentence into clauses, so that each can get its own verdict.

mod known;
mod open;
mod sights;
pub(super) mod ties;

use std::ops::Range;

use crate::core::article::{Span, within};
use crate::core::fact::Facts;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

use known::Known;

/// Fewest words of a clause that stands for itself.
const WORDS: usize = 5;

/// How many tokens of a clause are looked at to see that.
const NEAR: usize = 60;

/// How many tokens behind `et` a verb is looked for that shows a clause.
const REACH: usize = 10;

/// Classes that show a verb.
const VERB: Classes = class::AUX
    | class::PAST
    | class::PRESENT
    | class::MODAL
    | class::SAY
    | class::DENY
    | class::DEED
    | class::CHANGE
    | class::HOPE
    | class::DUTY;

/// Words that begin a sentence, and stand small inside one.
const BEGINS: Classes = class::DET
    | class::SOME
    | class::PREP
    | class::THIRD
    | class::CLAUSE
    | class::ADVERB
    | class::ACCORDING;

/// Words behind which a name begins that may have an article: `le film Les …`.
const NAMES: Classes =
    class::OF | class::BODY | class::REPORT | class::TITLE | class::SAY | class::AND;

/// The clauses of a sentence as stretches of its tokens, in order, together all of them.
pub(crate) fn clauses(
    text: &str,
    tokens: &[Token],
    facts: &Facts,
    settings: &Settings,
    out: &mut Vec<Range<usize>>,
) {
    out.clear();
    let cutter = Cutter::new(text, tokens, (facts, settings));
    let mut start = 0;
    let mut quoted = Quoted::default();
    for at in 1..tokens.len() {
        if tokens[at - 1].shape == Shape::Mark {
            quoted.pass(tokens[at - 1].span.of(text));
        }
        if !quoted.inside() && cutter.splits(start, at) {
            out.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
}

/// How deep in quotations and brackets a place is. What is said there is not cut.
#[derive(Default)]
struct Quoted {
    depth: u32,
    straight: bool,
}

impl Quoted {
    fn pass(&mut self, word: &str) {
        match word {
            "«" | "“" | "„" | "(" | "[" => self.depth += 1,
            "»" | "”" | ")" | "]" => self.depth = self.depth.saturating_sub(1),
            "\"" => self.straight = !self.straight,
            _ => {}
        }
    }

    const fn inside(&self) -> bool {
        self.depth > 0 || self.straight
    }
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    facts: &'a Facts,
    settings: &'a Settings,
    known: Known,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str, tokens: &'a [Token], known: (&'a Facts, &'a Settings)) -> Self {
        let (facts, settings) = known;
        Self { text, tokens, facts, settings, known: Known::default() }
    }
}

impl Cutter<'_> {
    /// Whether a clause ends before token `at` that began at `start`, and another begins.
    fn splits(&self, start: usize, at: usize) -> bool {
        self.may_split(start, at) && self.stands(start..at) && self.stands(at..self.tokens.len())
    }

    fn may_split(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        // `According to the council, 30 schools were closed, but 20 were opened`: it tells both.
        let of_one = start == 0 && self.tokens[0].is(class::ACCORDING);
        if of_one && token.is(class::AND | class::CONTRAST) && !self.has_source(at) {
            return false;
        }
        match self.mark_before(at) {
            ";" => self.ends_item(start, at),
            ":" => self.colon_splits(start, at),
            // `the pipes — which were made of iron — with plastic ones`
            "—" | "–" if self.is_put_in(at) => false,
            "." => self.is_stop(start, at),
            "," | "—" | "–" => {
                token.is(class::CLAUSE)
                    && self.has_subject(at)
                    && self.is_of_its_own(start, at)
                    && !(token.is(class::CONTRAST) && self.is_open(start, at))
                    || self.reports(at)
                    || self.relates(start, at) && self.both_tell(start, at)
                    || (self.is_participle(at) || self.is_absolute(at))
                        && self.both_tell(start, at)
                        && self.has_value(at..self.tokens.len())
                        && !self.commas().any(at..self.tokens.len())
            }
            // `Midden- en Oost-Europa`
            "-" if !self.tokens[at - 1].spaced => false,
            _ if token.is(class::AND) => self.joins_clauses(start, at),
            _ => {
                token.is(class::CLAUSE)
                    && self.contrasts(at)
                    && self.has_subject(at)
                    && !self.is_open(start, at)
                    || self.runs_on(start, at)
            }
        }
    }

    /// Whether what stands before a clause has a verb, and who says it all does not stand at the end of the
    /// clause: not `Pendant la crise de 2001, [lorsque …]`, nor `…, [when he left, according to the Times]`.
    fn is_of_its_own(&self, start: usize, at: usize) -> bool {
        const LONGEST: usize = 40;
        let known = &self.known;
        let verbs = known.verbs.all(|| self.tokens_that(|at| self.tokens[at].is(VERB)));
        let verb = verbs.any(start..at) || self.finite().any(start..at);
        let sources =
            known.sources.all(|| self.tokens_that(|at| self.tokens[at].is(class::ACCORDING)));
        let all = at..self.tokens.len();
        at - start > LONGEST
            || verb && (self.has_value(all.clone()) || !sources.any(at + 1..all.end))
    }

    /// Whether what begins a clause leads one that has its own subject: not `but still laying the ground`, `while
    /// at the same time arguing that …`, `as well, including a change`, `as far as possible`; nor `which had met in
    /// May, said on Monday`, whose verb is another's.
    fn has_subject(&self, at: usize) -> bool {
        const NEAR: usize = 6;
        let token = &self.tokens[at];
        if token.is(class::RELATIVE_PRONOUN) && self.resumed().any(at + 1..self.tokens.len()) {
            return false;
        }
        // `as of May`, `because of the rain`
        let of = self.settings.head == Head::Last
            && self.tokens.get(at + 1).is_some_and(|next| next.is(class::OF));
        // `added that while the one is old, the other …`
        let inside = self.tokens[at - 1].is(class::THAT);
        if of || inside || self.is_led_in(at) {
            return false;
        }
        // `pour les garçons, mais aussi chez les filles, et …`
        let also = || {
            let comma = self.commas().first(at + 2..self.tokens.len());
            let next = self.tokens.get(at + 1);
            let leads = next.is_some_and(|next| next.is(class::ADVERB | class::PREP));
            leads && comma.is_some_and(|comma| !self.finite().any(at..comma))
        };
        // `was not, as Ann Lee and others have said, to close 30 schools`
        let said = || {
            let comma = self.commas().first(at + 2..self.tokens.len());
            comma.is_some_and(|comma| self.tokens[comma - 1].is(class::SAY))
        };
        if token.is(class::CONTRAST) && (also() || said()) {
            return false;
        }
        let again = (at + 1..at + 1 + NEAR / 2).any(|i| self.word(i) == self.word(at));
        let breaks = self.word(at + 2) == "," && !self.token_is_finite(at + 1);
        let by_the_way = breaks && !self.commas().any(at + 3..at + 2 * NEAR);
        if by_the_way && !token.is(class::CONTRAST) || again {
            return false;
        }
        let end = self.tokens.len().min(at + NEAR);
        // `pendant la crise`, `the building`
        let gerund = |i: usize| {
            const NONE: Classes = class::PREP | class::CLAUSE | class::ADVERB;
            const LEADS: Classes = class::DET | class::NUMBER | class::OF | class::PREP;
            self.is_gerund(i) && !self.tokens[i].is(NONE) && !self.tokens[i - 1].is(LEADS)
        };
        let verb = (at + 1..end).find(|i| self.is_finite(*i) || gerund(*i));
        let gerund = verb.filter(|verb| self.is_gerund(*verb) && !self.is_finite(*verb));
        gerund.is_none_or(|gerund| {
            let next = gerund == at + 1
                || gerund == at + 2 && self.tokens[at + 1].is(class::ADVERB | class::NEGATION);
            let border = (gerund..self.tokens.len().min(gerund + NEAR))
                .find(|i| self.word(*i) == "," || self.tokens[*i].is(class::THAT | class::CLAUSE));
            let bare = border.is_some_and(|border| !self.finite().any(gerund..border));
            !(next || bare)
        })
    }

    /// `When he showed it, [however, 300 people saw it]`: only what leads in stands before a token.
    fn is_led_in(&self, at: usize) -> bool {
        let first = self.word(0).to_lowercase();
        let leads = self.settings.subordinate.contains(&&*first)
            || self.settings.condition.contains(&&*first);
        leads && !self.commas().any(0..at - 1)
    }

    /// Whether the dash before a token is one of the two of the sentence: what stands between them is put in.
    fn is_put_in(&self, at: usize) -> bool {
        let dash = |at: &usize| matches!(self.word(*at), "—" | "–") && self.tokens[*at].spaced;
        let dashes = self.known.dashes.all(|| (0..self.tokens.len()).filter(dash).collect());
        let one = |range: Range<usize>| dashes.any(range);
        one(0..at.saturating_sub(1)) != one(at..self.tokens.len())
    }

    /// `depuis 1948. la mission …`: a sentence that begins with a small letter.
    fn is_stop(&self, start: usize, at: usize) -> bool {
        const LONG: usize = 3;
        let token = &self.tokens[at];
        let word = at.checked_sub(2).is_some_and(|before| {
            self.tokens[before].span.len() > LONG && self.tokens[before].shape != Shape::Acronym
        });
        word && token.spaced
            && token.is(BEGINS)
            && self.settings.head != Head::Capital
            && self.are_sentences(start, at)
    }

    /// `a reçu des messages [Cet aveu survient …]`: a sentence that lost its stop. Before a capital the word
    /// would be part of a name.
    fn runs_on(&self, start: usize, at: usize) -> bool {
        let (before, token) = (&self.tokens[at - 1], &self.tokens[at]);
        let goes_on = self.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Small);
        token.shape == Shape::Capital
            && token.is(BEGINS)
            && token.spaced
            && goes_on
            && before.is_word()
            && !before.is(NAMES | BEGINS)
            && self.settings.head != Head::Capital
            && self.are_sentences(start, at)
    }

    /// Whether a verb stands before a token, and one behind it.
    fn are_sentences(&self, start: usize, at: usize) -> bool {
        self.finite().any(start..at) && self.finite().any(at..self.tokens.len())
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn mark_before(&self, at: usize) -> &str {
        if self.tokens[at - 1].shape == Shape::Mark { self.word(at - 1) } else { "" }
    }

    /// `14:30` is one time, `a déclaré : « … »` one claim.
    fn colon_splits(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        let figures =
            at > 1 && token.shape == Shape::Figure && self.tokens[at - 2].shape == Shape::Figure;
        let opens = matches!(self.word(at), "«" | "“" | "„" | "\"" | "”");
        token.spaced && !figures && !(opens && self.said().any(start..at))
    }

    /// `précisant que`: what is said goes on in a clause of its own.
    fn reports(&self, at: usize) -> bool {
        self.is_gerund(at) && self.tokens.get(at + 1).is_some_and(|next| next.is(class::THAT))
    }

    fn is_gerund(&self, at: usize) -> bool {
        let ends = |end: &&str| self.word(at).ends_with(*end);
        self.tokens[at].shape == Shape::Small && self.settings.gerund.iter().any(ends)
    }

    /// `, portant le total à 300`; `, tuée en 2020`.
    fn is_participle(&self, at: usize) -> bool {
        let ends = |end: &&str| self.word(at).ends_with(*end);
        let token = &self.tokens[at];
        let verbal = token.is(class::DEED | class::CHANGE | class::SAY | class::PARTICIPLE);
        let participle = verbal && self.settings.participle.iter().any(ends);
        self.is_gerund(at) || token.shape == Shape::Small && participle
    }

    /// `, des troupes s’entraînant sur cinq bases`: a subject of its own with a participle.
    fn is_absolute(&self, at: usize) -> bool {
        const NOUN: usize = 4;
        let leads = self.tokens[at].is(class::DET | class::OF | class::NUMBER | class::SOME)
            || self.tokens[at].shape == Shape::Figure;
        let end = self.tokens.len().min(at + 1 + NOUN);
        let gerund = (at + 2..end).find(|i| self.is_gerund(*i));
        let noun = |i: usize| self.tokens[i].is_word() && !self.is_finite(i);
        // `onze dollars en passant par Lens`
        let free = |gerund: usize| !self.tokens[gerund - 1].is(class::PREP);
        leads && gerund.is_some_and(|gerund| free(gerund) && (at + 1..gerund).all(noun))
    }

    /// `et 300 personnes ont été blessées`, but not `et 300 blessés`: a subject and a verb follow,
    /// and a verb stands before.
    fn joins_clauses(&self, start: usize, at: usize) -> bool {
        // `et les auraient retrouvées`: what it is done to, no subject.
        let object = self.settings.head == Head::First
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER | class::SOME))
            && self.token_is_finite(at + 2)
            && !self.settings.pointing.iter().any(|word| {
                word.to_lowercase().trim_end_matches(['\'', '’'])
                    == self.word(at + 1).trim_end_matches(['\'', '’'])
            });
        // `that it is good and that he has lost weight`
        let content = self.tokens.get(at + 1).is_some_and(|next| next.is(class::THAT));
        let begins = !(object || content)
            && self.tokens.get(at + 1).is_some_and(|next| {
                next.shape == Shape::Figure
                    || next.is_capital()
                    || next.is(class::DET
                        | class::NUMBER
                        | class::SOME
                        | class::STATE
                        | class::THIRD)
            });
        let near = at + 2..self.tokens.len().min(at + REACH);
        // `et des troupes s’entraînant sur cinq bases`
        let verb = near.clone().find(|i| {
            let goes_on = self.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.is(class::AND));
            // `off the track of resolving it`
            let governed = self.tokens[i - 1].is(class::PREP | class::OF | class::FROM);
            self.is_finite(*i) && !self.may_describe(*i)
                || self.is_gerund(*i)
                    && !governed
                    && goes_on
                    && self.has_value(at..self.tokens.len())
        });
        let plain = verb.is_some_and(|verb| {
            (at + 1..verb).all(|i| {
                // `and Commerce departments to overturn rules made in May`: the verb is another's.
                // `and Central Avenue and later arrested her`
                self.tokens[i].shape != Shape::Mark
                    && !self.tokens[i].is(class::RELATIVE_PRONOUN | class::TO | class::AND)
            })
        });
        // `printed in 2014 and 2016`
        let figure = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        begins
            && plain
            && !(figure(at - 1) && figure(at + 1))
            && self.finite().any(self.last_border(start, at)..at)
            && self.is_whole(start, at)
            && self.both_tell(start, at)
    }

    /// Where the part of a sentence before `at` begins in which the verb would stand: in `dit que X
    /// et Y ont …` the two names are one subject.
    fn last_border(&self, start: usize, at: usize) -> usize {
        self.borders().last(start..at).unwrap_or(start)
    }

    /// `…, qui a fermé en 2020`: behind a main clause that is whole.
    fn relates(&self, start: usize, at: usize) -> bool {
        // `estimated that 964,000 people [, which account for …,] reported`
        let that = || self.that().last(start..at).unwrap_or(start);
        self.is_relative(at)
            && self.finite().any(that()..at)
            && !self.resumed().any(at + 1..self.tokens.len())
    }

    /// `qui`; behind a comma Spanish `que` is no conjunction either: `…, que salió por una
    /// ventanilla`.
    fn is_relative(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let that = self.settings.head == Head::First && token.is(class::THAT);
        token.is(class::RELATIVE_PRONOUN) || that && at > 0 && self.word(at - 1) == ","
    }

    fn token_is_finite(&self, at: usize) -> bool {
        at < self.tokens.len() && self.is_finite(at)
    }

    fn is_finite(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        // `soit 2,6 milliards`
        let so_much = token.is(class::CONJ)
            && self.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Figure);
        if so_much {
            return false;
        }
        token.is(class::AUX | class::PAST | class::PRESENT)
            || matches!(token.tense, Tense::Past | Tense::Future)
    }

    /// `a group opposed to the plan`: in English a past that leads on with a preposition may only describe a noun.
    fn may_describe(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        self.settings.head == Head::Last
            && token.tense == Tense::Past
            && !token.is(class::AUX | class::PAST | class::PRESENT)
            && !self.settings.happens.contains(&self.word(at))
            && self.tokens.get(at + 1).is_some_and(|next| next.is(class::PREP | class::TO))
    }

    /// `while 30 were lost`; but `not only a train but a whole way to travel`, which has no verb before its end.
    fn contrasts(&self, at: usize) -> bool {
        const NEAR: usize = 24;
        let end = self.tokens.len().min(at + NEAR);
        let comma = self.commas().0;
        let comma = comma.get(comma.partition_point(|comma| *comma <= at)).copied();
        let end = comma.map_or(end, |comma| comma.min(end));
        let said = || self.said().any(at + 1..end);
        // `such as 30 towns`
        self.tokens[at].is(class::CONTRAST)
            && !self.tokens[at].is(class::PREP)
            && (self.has_main(at..end) || self.settings.head == Head::Last && said())
    }

    fn both_tell(&self, start: usize, at: usize) -> bool {
        self.has_fact(start..at) && self.has_fact(at..self.tokens.len())
    }

    /// Whether a stretch tells a figure, a date or a name of its own.
    fn has_fact(&self, range: Range<usize>) -> bool {
        self.has_value(range.clone()) || self.names().any(self.span(range).range())
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }

    /// Whether a stretch tells a figure or a date.
    fn has_value(&self, range: Range<usize>) -> bool {
        self.values().any(self.span(range).range())
    }

    /// Whether behind a token somebody else is named who tells what follows.
    fn has_source(&self, at: usize) -> bool {
        let all = self.span(at..self.tokens.len());
        !within(&self.facts.attributions, all, |a| a.span).is_empty()
    }

    /// Whether a sentence of its own follows a semicolon, and not the next item of a list: `$30 on food; $20 on rent,
    /// the council found`.
    fn ends_item(&self, start: usize, at: usize) -> bool {
        let semicolon = |at: &usize| self.word(*at) == ";";
        let end = (at..self.tokens.len()).find(semicolon).unwrap_or(self.tokens.len());
        self.has_main(at..end) && !(start..at - 1).any(|at| semicolon(&at))
    }

    /// Whether a stretch has a verb that does not only describe somebody: `a man who sings` has none.
    fn has_main(&self, range: Range<usize>) -> bool {
        let verb = self.main().first(range.clone());
        verb.is_some_and(|verb| !self.openers().any(range.start + 1..verb))
    }

    /// Long enough to be read alone, with a verb or a figure.
    fn stands(&self, range: Range<usize>) -> bool {
        let range = range.start..range.end.min(range.start + NEAR);
        let part = &self.tokens[range.clone()];
        let words = part.iter().filter(|token| token.shape != Shape::Mark).take(WORDS).count();
        let verbal = |token: &Token| token.is(VERB) || token.shape == Shape::Figure;
        let verb = |i: usize| self.is_finite(i) || self.is_gerund(i);
        // Behind `que` there is a verb, known or not.
        let relative = self.is_relative(range.start);
        words == WORDS && (relative || part.iter().any(verbal) || { range }.any(verb))
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    #[test]
    fn what_has_no_subject_of_its_own_is_pointed_out_with_it() {
        for whole in [
            "The mayor left for a meeting of the council, which gave £30m for the plan in 2016",
            "The mayor praised the army of Leeds in 2019, claiming that five aircraft were downed by it",
            "Édith Lebon chantait à Lens en 2019, comme Johnny Roux et 33 autres chanteurs de la ville",
            "In 2019 some 44 percent of the voters of Leeds were for Ann Lee in May, while just 24 percent of the voters of Lille were",
            "Leeds was cheap to run in 2019: around £300m a year, as opposed to £400m for Lille",
            "Lens a quitté le port en 2019, même si la pêche a été limitée à 30 tonnes en mai",
            "Jean Lebon est à Lens depuis 2019, où est entendu l’homme qui a attaqué un policier en mai",
        ] {
            let text = format!("{whole}.");
            let claims = analyze(&text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(&text)).collect();
            assert_eq!(all, [whole]);
        }
    }

    #[test]
    fn no_claim_is_cut_from_who_tells_it_or_from_what_it_leads_to() {
        for whole in [
            "L’Angola a reçu 1 000 vaches par bateau à Luanda en 2019, comme premier paiement, a rapporté le Journal officiel",
            "Half of the power of Leeds was coal-fired in 2015, while that of Lille was at 33 percent, according to the council",
            "Le maire de Lens a publié en 2019 un rapport de 30 pages qui pose un ultimatum : c’est maintenant ou jamais pour la ville",
            "Der Rat schloss 2019 in Essen 30 Schulen und 20 Bäder; in Halle waren es im selben Jahr 12, sagte die Bürgermeisterin Anna Roth",
        ] {
            let text = format!("{whole}.");
            let claims = analyze(&text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(&text)).collect();
            assert_eq!(all, [whole]);
        }
    }

    #[test]
    fn what_has_no_subject_or_verb_of_its_own_is_not_cut_off() {
        for whole in [
            "A man of 18 years who lived in Leeds was suspected on Sunday of storming into a shop, killing 10 and hurting several others",
            "The aim of the plan of 2019 was not, as Ann Lee and others have said, to close 30 schools of Leeds by 2030",
            "In 2025 the people of Leeds paid £300 for food; £200 for two pets, a cat and a dog; and £100 for cars, the council found",
            "En mars 2024, Lens a lu une étude de la proposition controversée mais ambitieuse qui vise à fermer 50 % des gares",
            "Lens facture la carte huit dollars par mois pour une personne, onze dollars en passant par Lille et 1 000 dollars pour une usine",
            "Lens a dépassé Lille dans les années 2000 pour les garçons, mais aussi chez les filles, et en 2014 pour les vieux",
            "According to the council, Leeds closed 30 schools in 2019, but Lille opened 20 schools in 2020",
            "Selon la mairie, une agence sur quatre refuse la vente en 2019, mais se rend complice de ses 30 voisins",
            "Les grenouilles de Lens ont perdu 20 dents en 2019 et les auraient retrouvées six fois de plus en 30 ans",
            "The sheriff of Leeds sued 30 firms in 2019, which include the site of Tom Ray and a group opposed to all vaccines in 12 towns",
            "The mayor of Leeds said on 3 May 2019 that the roof was sound and that 30 men had looked at it in April",
            "Ann Lee of Leeds added that while Tom Ray is 80, Jo May is 78 and not that far from him in age in 2019",
            "When Ann Lee showed the film in Leeds, however, more than 300 people saw it in 2019",
            "The council of Leeds was praised for its work, as of May 2019 more than 30 schools were open",
            "The train of Leeds is not just a way to travel but a fully new town of its own, with 30 tours expected to begin in 2026",
        ] {
            let text = format!("{whole}.");
            let claims = analyze(&text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(&text)).collect();
            assert_eq!(all, [whole]);
        }
    }

    #[test]
    fn what_tells_when_or_why_is_pointed_out_with_what_is_so() {
        for whole in [
            "The workers of Leeds have waited for weeks, since the firm lost £30m and closed in May 2019",
            "Le maire de Lens a quitté la ville en mai, lorsque le préfet a fermé 30 gares et 20 écoles en 2019",
            "The KBW index of Leeds jumped 1.3 percent in May 2019, when 22 of the 24 banks of the town won 30 loans",
            "El alcalde de Cuenca se fue a Madrid en mayo, porque el ayuntamiento perdió 30 millones de euros en 2019",
            "Die Arbeiter in Essen haben lange gewartet, weil die Firma 2019 rund 30 Millionen Euro verloren hat",
            "Il sindaco di Parma è rimasto in città a maggio, quando il prefetto ha chiuso 30 scuole nel 2019",
            "O prefeito de Braga ficou na cidade em maio, porque a empresa perdeu 30 milhões de euros em 2019",
            "De burgemeester van Delft is in mei gebleven, omdat het bedrijf in 2019 ruim 30 miljoen euro heeft verloren",
            "The mayor doubts the 300 votes of Leeds in 2019 — citing no proof, but still laying the ground for a claim of fraud",
            "Ann Lee lost 30 seats in Leeds in 2019, while at the same time arguing that the count of the votes was wrong",
        ] {
            let text = format!("{whole}.");
            let claims = analyze(&text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(&text)).collect();
            assert_eq!(all, [whole]);
        }
    }

    #[test]
    fn a_sentence_that_lost_its_stop_is_two_claims() {
        for (text, first) in [
            (
                "Le ministre a reçu 30 messages de Jean Lebon Cet aveu est venu 20 jours après un vol.",
                "Le ministre a reçu 30 messages de Jean Lebon",
            ),
            (
                "La mission a compté 52 morts depuis 1948. la force a perdu 315 membres depuis 1978.",
                "La mission a compté 52 morts depuis 1948",
            ),
        ] {
            let claims = analyze(text).claims;
            assert_eq!((claims.len(), claims[0].span.of(text)), (2, first), "{claims:?}");
        }
        let text =
            "Le ministre a lu en 2019 Les revenants de Lens, qui ont été vendus à 30 personnes.";
        assert!(analyze(text).claims[0].span.of(text).contains("Les revenants"));
    }

    #[test]
    fn what_leads_in_or_is_put_in_is_no_claim_of_its_own() {
        for whole in [
            "Pendant la crise de 2001, lorsque Jean Lebon a eu cette idée, les ventes ont augmenté de 11 %",
            "Leeds has begun to replace 1,600 miles of pipes — which were made of iron in 1900 — with plastic ones",
            "The first woman in that office was Ann Lee in 1973, when she worked for Tom Ray, according to the Times",
        ] {
            let text = format!("{whole}.");
            let claims = analyze(&text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(&text)).collect();
            assert_eq!(all, [whole]);
        }
    }

    #[test]
    fn what_has_a_subject_of_its_own_stands_alone() {
        let text = "Leeds lost 300 jobs in 2019, but Lille won 200 jobs in the same year of 2019.";
        let claims = analyze(text).claims;
        let all: Vec<_> = claims.iter().map(|claim| claim.span.of(text)).collect();
        assert_eq!(
            all,
            ["Leeds lost 300 jobs in 2019", "Lille won 200 jobs in the same year of 2019"]
        );
        let text = "The captain of Leeds was arrested on 3 May 2019, as divers found a fourth body in 30 metres.";
        let claims = analyze(text).claims;
        let all: Vec<_> = claims.iter().map(|claim| claim.span.of(text)).collect();
        assert_eq!(
            all,
            [
                "The captain of Leeds was arrested on 3 May 2019",
                "divers found a fourth body in 30 metres"
            ]
        );
    }
}
