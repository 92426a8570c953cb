//! Whether a source is surely the one who says it, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::article::{Span, within};
use crate::core::fact::{Attribution, Facts, Measure, NameKind};
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::place::Place;

/// What shows that somebody is named, or something that tells.
const NAMED: Classes = class::STATE | class::PEOPLE | class::TITLE | class::BODY | class::REPORT;

impl Sight<'_> {
    /// One whole phrase that names somebody, beside a verb that only says.
    pub(in crate::core::claim) fn is_sure_source(
        &self,
        said: &Attribution,
        source: Span,
        facts: &Facts,
    ) -> bool {
        let sentence = self.sentence();
        if source.end <= sentence.start {
            return self.is_sure_antecedent(said, source, facts);
        }
        let run = self.range(source);
        // `if [the parliament] rejects …`
        let before = run.start.min(self.tokens.len());
        if self.before(before).is_some_and(|before| self.is_condition(before)) {
            return false;
        }
        // Of a label before the words, which no token holds, the form was judged when it was found.
        if run.is_empty() || source.start < sentence.start {
            return !self.is_usual_label(source);
        }
        let behind = self.range(said.span).start < run.start;
        // `selon [nos informations]`, `[our sources] say`: the paper itself.
        if self.is(run.start, class::PLURAL) {
            return false;
        }
        // `colleagues in [Spain] said`, `Comet in Washington, [D.C.], told …`
        let led = run.len() == 1
            && self.is(run.start, class::STATE)
            && self.before(run.start).is_some_and(|before| {
                before.is(class::PREP) && !before.is(class::CLAUSE | class::OF | class::DET)
            });
        let according = self.range(said.span).any(|at| self.is(at, class::ACCORDING));
        let of_a_town = run.len() == 1
            && self.tokens[run.start].shape == Shape::Acronym
            && run.start > 1
            && self.word(run.start - 1) == ","
            && self.is_capital(run.start - 2);
        if !behind && !according && (led || of_a_town) {
            return false;
        }
        if said.denies && !self.surely_denies(said, &run) {
            return false;
        }
        if !said.denies && self.is_not_said(said, &run) {
            return false;
        }
        let accused = !behind && self.is_passive(said, &run);
        if accused || self.is_in_relative_clause(&run) && !behind {
            return false;
        }
        // `Irish Independent and Sunday [Life]`: a day that is part of a name.
        // `wrote Lee in a Tuesday [research] report`
        let common = run.len() == 1 && self.tokens[run.start].shape == Shape::Small;
        if common && self.before(run.start).is_some_and(|before| before.is(class::WEEKDAY)) {
            return false;
        }
        let named_day = self.before(run.start).is_some_and(|day| {
            day.is(class::WEEKDAY) && within(&facts.dates, day.span, |date| date.span).is_empty()
        });
        !named_day
            && self.names_somebody(&run)
            && !self.is_unnamed_report(&run)
            && !self.is_counted(&run)
            && !self.is_cut_phrase(said, &run)
            && self.only_says(said, &run)
            && !self.is_parted(said, &run)
            && !self.asks_for_money(said, facts)
            && !self.wins(said, &run)
            && (!behind || self.may_stand_behind(said, &run))
    }

    /// `never disclosed …`, `n’a pas précisé …`
    fn is_not_said(&self, said: &Attribution, run: &Range<usize>) -> bool {
        const NEAR: usize = 2;
        let mut verbs = self.range(said.span).filter(|at| !run.contains(at));
        verbs.find(|at| self.is(*at, class::SAY)).is_some_and(|verb| {
            let first = verb.saturating_sub(NEAR).max(run.end.min(verb));
            (first..verb).any(|at| self.is(at, class::NEGATION))
        })
    }

    /// `Neri era accusato di …`: he is told it, or told of.
    fn is_passive(&self, said: &Attribution, run: &Range<usize>) -> bool {
        let Some(verb) = self
            .range(said.span)
            .find(|at| !run.contains(at) && self.is(*at, class::SAY | class::DENY | class::CHARGE))
        else {
            return false;
        };
        let Some(before) = self.before(verb) else { return false };
        let passive = self.settings.passive.contains(&before.span.of(self.text));
        let turned = verb > 1 && self.settings.reflexive.contains(&self.word(verb - 2));
        let participle = self.ends(verb, &self.settings.participle);
        passive && participle && !turned && self.settings.head == Head::First
    }

    /// `A man who ran [the Ray campaign] said`: who said it is the man.
    fn is_in_relative_clause(&self, run: &Range<usize>) -> bool {
        const NEAR: usize = 4;
        let before = self.tokens[run.start.saturating_sub(NEAR)..run.start].iter().rev();
        let mut told = false;
        for token in before {
            if token.shape == Shape::Mark
                || token.is(class::THAT) && !token.is(class::RELATIVE_PRONOUN)
            {
                return false;
            }
            if token.is(class::RELATIVE_PRONOUN) {
                let last = self.settings.head == Head::Last && !token.is(class::SAY);
                return told && last;
            }
            told |= token.tense == Tense::Past || token.is(class::PAST | class::AUX);
        }
        false
    }

    /// `rejected the claims`, `denied a rift`; but `rejected the deal`, `denied them a try`.
    fn surely_denies(&self, said: &Attribution, run: &Range<usize>) -> bool {
        const NEAR: usize = 5;
        let verbs = self.range(said.span).filter(|at| !run.contains(at));
        let Some(verb) = verbs.rev().find(|at| self.is(*at, class::DENY)) else { return true };
        let near = verb + 1..verb + 1 + NEAR;
        let charge = near.clone().any(|at| self.is(at, class::CHARGE | class::THAT));
        !self.is(verb + 1, class::THIRD) && (charge || !self.is(verb, class::REFUSE))
    }

    fn sentence(&self) -> Span {
        let start = self.tokens.first().map_or(0, |token| token.span.start);
        Span::new(start, self.tokens.last().map_or(start, |token| token.span.end))
    }

    /// `SUBJECTS: …`: a heading or a place in capitals rather than who speaks.
    fn is_usual_label(&self, source: Span) -> bool {
        let words = source.of(self.text);
        let usual = crate::core::lang::words::is_usual_in(self.language, &words.to_lowercase());
        // `BEIJING: …`: where it was filed.
        let place = || Place::named(words).is_some();
        !words.contains(char::is_lowercase) && (usual == Some(true) || place())
    }

    /// `he` stands for the last one who spoke, where nobody else was named since.
    fn is_sure_antecedent(&self, said: &Attribution, source: Span, facts: &Facts) -> bool {
        if source.end >= said.span.start {
            return !self.is_usual_label(source);
        }
        let between = within(&facts.names, Span::new(source.end, said.span.start), |n| n.span);
        let known = source.of(self.text);
        let another = between.iter().any(|name| {
            let last = name.span.of(self.text).rsplit(' ').next().unwrap_or_default();
            name.kind == NameKind::Person && !known.contains(last)
        });
        // `the company … he said`
        let somebody = known.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase))
            || known.starts_with(char::is_uppercase) && !known.contains(' ');
        // `l’entreprise`: an article that is glued stands in the pack with its apostrophe.
        let end = known.find([' ', '’', '\'']).unwrap_or(known.len());
        let glued = known[end..].starts_with(['’', '\'']);
        let first = format!("{}{}", known[..end].to_lowercase(), if glued { "'" } else { "" });
        let led = known.starts_with(char::is_uppercase)
            || Lexicon::of(self.language)
                .get(&first)
                .is_some_and(|entry| entry.is(class::DET | class::OF | class::TITLE | class::STOP));
        !another && led && (somebody || self.settings.head != Head::Last)
    }

    /// The word that the phrase is of: `les [annonces] du gouvernement`, `[Part] of the media`.
    fn head(&self, run: &Range<usize>) -> usize {
        const BEHIND: Classes = class::OF | class::PREP | class::AND;
        match self.settings.head {
            Head::First => run.clone().find(|at| !self.is(*at, class::DET | class::SOME)),
            _ => run.clone().skip(1).find(|at| self.is(*at, BEHIND)).map(|at| at - 1),
        }
        .unwrap_or(run.end - 1)
    }

    fn names_somebody(&self, run: &Range<usize>) -> bool {
        const GRAMMAR: Classes = class::DET | class::PREP | class::CONJ | class::STOP | class::AUX;
        let nouns = self.settings.nouns_have_capitals();
        let named = |at: usize| {
            let token = &self.tokens[at];
            let capital = token.is_capital() && !token.is(GRAMMAR);
            token.is(NAMED) || capital || token.shape == Shape::Code || self.word(at) == "@"
        };
        // `par [exemple un “gilet jaune”]`, `a estimé [auprès de l’AFP]`
        let first = &self.tokens[run.start];
        let led = self.settings.head != Head::First
            || first.shape != Shape::Small
            || first.is(class::DET | class::SOME | class::TITLE | class::BODY | class::REPORT)
                && !first.is(class::TO);
        let long = self.span(run).of(self.text).len() > 1;
        // `Allerdings hätten 36 Prozent angekündigt`
        let opens = self.tokens[..run.start].iter().all(|token| !token.is_word());
        if opens && run.len() == 1 && self.is_usual(run.start) && !self.is(run.start, NAMED) {
            return false;
        }
        // `[Based on public] reports, …`
        let leads = run.len() > 1
            && self.settings.head == Head::Last
            && self.ends(run.start, &self.settings.past)
            && self.is(run.start + 1, class::PREP);
        long && led && !leads && (nouns || self.verb_is_second() || named(self.head(run)))
    }

    /// `un balance oficial`, `a new report`: somebody’s, but whose is not told.
    fn is_unnamed_report(&self, run: &Range<usize>) -> bool {
        let first = &self.tokens[run.start];
        let article = first.is(class::DET) && first.is(class::NUMBER);
        let indefinite = article || matches!(self.word(run.start), "a" | "an" | "A" | "An");
        let plain = |at: usize| {
            let token = &self.tokens[at];
            token.shape == Shape::Small && !token.is(class::OF | class::PREP)
        };
        let rest = run.start + 1..run.end;
        let reports = rest.clone().any(|at| self.is(at, class::REPORT));
        indefinite && reports && rest.clone().all(plain)
    }

    fn verb_is_second(&self) -> bool {
        matches!(self.settings.head, Head::Capital | Head::Plural)
    }

    /// `50% des Français`, `an average of one in 10 Europeans`: what is counted of them is what is said.
    fn is_counted(&self, run: &Range<usize>) -> bool {
        let one = |at: usize| self.is(at, class::DET) && !self.is(at, class::FRACTION);
        run.clone().any(|at| {
            let token = &self.tokens[at];
            let figure = token.shape == Shape::Figure;
            figure || token.is(class::NUMBER | class::FRACTION | class::DOZEN) && !one(at)
        })
    }

    /// Whether words stand beside the phrase that belong to it, or its own last one does not.
    fn is_cut_phrase(&self, said: &Attribution, run: &Range<usize>) -> bool {
        const LOOSE: Classes = class::ADVERB
            | class::PREP
            | class::CONJ
            | class::THAT
            | class::OF
            | class::RELATIVE
            | class::DET
            | class::ABOUT
            | class::SOME;
        let last = run.end - 1;
        let small = self.tokens[last].shape == Shape::Small;
        let open = small
            && (self.is(last, LOOSE) && !self.is(last, NAMED)
                || self.settings.head == Head::First
                    && run.len() > 2
                    && (self.ends(last, &self.settings.participle)
                        || self.is(last, class::PARTICIPLE))
                    && run.clone().any(|at| self.is(at, class::REPORT)));
        // `[Legarreta se] refirió`
        let turned = run.len() > 1 && self.settings.reflexive.contains(&self.word(last));
        // `dice [il sottosegretario] di Stato Carlo Neri`
        let of_more = self.settings.head == Head::First
            && self.is(run.end, class::OF)
            && self.is_capital(run.end + 1)
            && run.clone().any(|at| self.is(at, class::TITLE));
        // `laut [Myce].com`, `nach Angaben des [Amtes von den Staaten] …`
        let glued = self.word(run.end) == "."
            && self.tokens.get(run.end + 1).is_some_and(|next| next.is_word() && !next.spaced);
        let of_those = self.settings.head == Head::Capital
            && run.clone().any(|at| {
                self.settings.bare_of.contains(&self.word(at)) && self.is(at + 1, class::DET)
            });
        // `laut [Medienberichten Informationen] über …`
        let reported = self.settings.head == Head::Capital
            && run.len() == 2
            && self.is(run.start, class::REPORT)
            && self.is_usual(run.start + 1);
        // `den Film`, `einem Mann`: nobody who says it.
        let object = self.settings.object.contains(&self.word(run.start))
            && !self.range(said.span).any(|at| self.is(at, class::ACCORDING));
        // `In der gestern verkündeten [Entscheidung] erklärten …`
        let before = run.start.checked_sub(1).filter(|at| !self.range(said.span).contains(at));
        let described = self.settings.head == Head::Capital
            && before.is_some_and(|at| {
                let known = self.tokens[at].entry.class & !(class::SAY | class::PAST) != 0;
                let small = self.tokens[at].shape == Shape::Small;
                small && !known && self.ends(at, &self.settings.declined)
            });
        // `laut [Spahn Material] einlagern`: a name, and what he tells of.
        let more = self.settings.head == Head::Capital
            && run.len() == 2
            && self.tokens[run.start].entry.class == 0
            && !self.is_usual(run.start)
            && self.is_usual(last)
            && !self.is(last, NAMED);
        // `Pew Research [Center] zufolge`
        let rest = self.settings.head == Head::Capital
            && self.is(run.end, class::POSTPOSED)
            && self.before(run.start).is_some_and(|before| {
                before.is_capital() && !before.is(class::WEEKDAY | class::MONTH | class::DET)
            });
        // `Ash O’Brien and [husband Jarett Kelley] say`
        let second =
            run.start > 1 && self.is(run.start - 1, class::AND) && self.is_capital(run.start - 2);
        // `Jérémy [Clément]`
        let named = self.is_capital(last) && self.is_cut(run);
        // `François Bayrou, [président du MoDem], a déploré`
        let apposed = run.start > 0
            && self.word(run.start - 1) == ","
            && self.tokens[run.start].shape == Shape::Small
            && self.is(run.start, class::TITLE)
            && self.settings.head == Head::First;
        // `[press release] the CDC`, `Melrose [to make numbers]`, `Fox [over several months]`
        let two = (run.start + 1..run.end).any(|at| {
            let tied = self
                .is(at - 1, class::OF | class::PREP | class::AND | class::CONJ | class::PER)
                || self.is(at - 1, class::TO | class::DET | class::FROM)
                || self.tokens[at - 1].shape == Shape::Mark;
            let article = self.is(at, class::DET) && !self.is(at, class::OF | class::PREP | NAMED);
            let marker = self.settings.marker.contains(&self.word(at));
            article && !tied && !self.verb_is_second() || marker || self.is(at, class::SOME)
        });
        // `selon [le quotidien] Le Parisien`
        let titled = self.settings.head == Head::First
            && small
            && self.is(last, class::BODY | class::REPORT)
            && self.is(run.end, class::DET)
            && self.is_capital(run.end)
            && self.is_capital(run.end + 1);
        // `promis par [Emmanuel Macron et les primes]`
        let and = run.clone().find(|at| self.is(*at, class::AND));
        let loose = and.is_some_and(|and| {
            let rest = and + 1..run.end;
            rest.is_empty() || !rest.clone().any(|at| self.is(at, NAMED) || self.is_capital(at))
        });
        let listed = loose || run.clone().any(|at| self.word(at) == ",");
        glued
            || of_those
            || reported
            || object
            || turned
            || of_more
            || described
            || open
            || second
            || named
            || apposed
            || more
            || rest
            || two
            || titled
            || listed
    }

    /// `won the Booker prize - said she`; `30 [bestätigte] Fälle`: no verb of the phrase before it.
    fn is_parted(&self, said: &Attribution, run: &Range<usize>) -> bool {
        let dash = matches!(self.word(run.end), "-" | "–" | "—");
        let verb = self.range(said.span).find(|at| self.is(*at, class::SAY | class::DENY));
        let describes = verb.is_some_and(|verb| {
            verb > 0
                && self.verb_is_second()
                && self.is_number(verb - 1)
                && !self.is(verb - 1, class::DET)
        });
        dash && verb.is_some_and(|verb| verb == run.end + 1) || describes
    }

    /// `claimed £30,000`: what somebody wants rather than says, where nothing is said of the sum.
    fn asks_for_money(&self, said: &Attribution, facts: &Facts) -> bool {
        let Some(verb) = self.range(said.span).find(|at| self.is(*at, class::SAY)) else {
            return false;
        };
        let Some(next) = self.tokens.get(verb + 1) else { return false };
        let rest = Span::new(next.span.start, self.sentence().end);
        let sum = within(&facts.quantities, rest, |q| q.span).first();
        sum.is_some_and(|sum| {
            let money = sum.unit.is_some_and(|unit| unit.measure == Measure::Money);
            let end = self.range(sum.span).end;
            let ends = self
                .tokens
                .get(end)
                .is_none_or(|next| next.shape == Shape::Mark || next.is(class::AND | class::PREP));
            money && sum.span.start == next.span.start && ends
        })
    }

    /// `claimed three titles`, `claimed the full amount`: a thing, and nothing said of it.
    fn wins(&self, said: &Attribution, run: &Range<usize>) -> bool {
        const VERB: Classes =
            class::AUX | class::MODAL | class::PAST | class::PRESENT | class::THAT;
        let verbs = self.range(said.span).filter(|at| !run.contains(at));
        let Some(verb) = verbs.rev().find(|at| self.settings.wins.contains(&self.word(*at))) else {
            return false;
        };
        let rest = self.tokens[verb + 1..].iter();
        let mut rest = rest.take_while(|token| token.shape != Shape::Mark).peekable();
        rest.peek().is_some()
            && !rest.any(|token| {
                let marker = self.settings.marker.contains(&token.span.of(self.text));
                marker || token.is(VERB) || token.tense != Tense::None
            })
    }

    /// Whether a clause tells of somebody who says it, so that who is named in another one does not:
    /// `though Jerusalem argued …`, `alors qu’un comptage indique …`, but not `but noted …`.
    pub(in crate::core::claim) fn says_itself(&self) -> bool {
        let part = self.part();
        let says = |token: &Token| token.is(class::SAY) && token.shape == Shape::Small;
        let subject = |token: &Token| token.is_capital() || token.is(class::DET);
        part.iter().position(says).is_some_and(|verb| part[..verb].iter().any(subject))
    }

    /// Of verbs that as often tell a deed (`a lancé une enquête`, `recalled its ambassador`) what is
    /// said shows that they say it: a quotation, or `that`.
    fn only_says(&self, said: &Attribution, run: &Range<usize>) -> bool {
        let verbs = self.range(said.span).filter(|at| !run.contains(at));
        let (mut says, mut sure, mut first, mut end) = (false, false, run.start, run.end);
        for at in verbs {
            let verb = self.is(at, class::SAY | class::DENY | class::ACCORDING | class::CHARGE);
            says |= verb;
            sure |= verb && !self.is(at, class::WEAK | class::DEED);
            (first, end) = (first.min(at), end.max(at + 1));
        }
        let quote = |at: usize| matches!(self.word(at), "«" | "»" | "“" | "”" | "\"" | "„");
        let follows = self.is(end, class::THAT) || self.word(end) == ":" || quote(end);
        let comma = first > 0 && self.word(first - 1) == ",";
        let quoted = first > 0 && quote(first - 1) || comma && first > 1 && quote(first - 2);
        sure || !says || follows || quoted
    }

    /// Behind its verb a phrase may as well be what is said: `a annoncé [une révision]`, `said [the
    /// United States] has …`.
    fn may_stand_behind(&self, said: &Attribution, run: &Range<usize>) -> bool {
        let verbs = self.range(said.span);
        let according = verbs.clone().any(|at| self.is(at, class::ACCORDING));
        // `a annoncé avoir saisi [l’Inspection]`
        let verb = verbs.clone().find(|at| self.is(*at, class::SAY | class::DENY));
        let another = (verb.map_or(run.start, |at| at + 1)..run.start)
            .any(|at| self.is(at, class::AUX | class::THAT));
        let indefinite = self.is(run.start, class::NUMBER | class::SOME);
        let person = || {
            run.clone().any(|at| self.is(at, class::TITLE | class::PEOPLE) || self.is_capital(at))
        };
        let goes_on = self.tokens.get(run.end).is_some_and(|next| {
            next.is(class::AUX | class::MODAL | class::NEGATION)
                || next.tense == Tense::Past && !next.spaced
        });
        // `dismissed [reports] of armed apes`
        let denied = said.denies && self.settings.head == Head::Last;
        // `X a accusé [le gouvernement]`: who says it stands behind where a mark parts them.
        let first = verbs.start;
        let apart = first == 0
            || self.tokens[first - 1].shape == Shape::Mark
            || self.verb_is_second()
            || said.source.is_none_or(|source| source.start < self.tokens[first].span.start);
        according || apart && !(another || indefinite && !person() || goes_on || denied)
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::{each, told};

    #[test]
    fn a_source_is_one_whole_phrase_that_names_somebody() {
        each(
            Sign::Source,
            &[
                ("Le préfet Jean Lebon a annoncé 30 lits à Lens.", &["Le préfet Jean Lebon"]),
                ("A Lens, 50 % des Français pensent que 30 lits suffisent.", &[]),
                ("Le maire a lancé une enquête sur 30 lits à Lens.", &[]),
                ("Ann Lee and husband Tom Ray say 30 trees fell in Leeds.", &[]),
                ("If the council rejects the plan, 30 jobs will go in Leeds.", &[]),
                ("“Leeds lost 30 jobs,” wrote Lee in a Tuesday research report.", &["Lee"]),
                ("A man accused of 30 thefts was jailed in Leeds in 2019.", &[]),
                ("Allerdings hätten 36 Prozent in Halle Kritik angekündigt.", &[]),
                ("The mayor said the council has closed 30 schools.", &["The mayor"]),
                ("In Essen sind laut Myce.com 30 Bäume gefallen.", &[]),
                ("Carlo Neri era accusato di 30 furti a Parma.", &[]),
                ("A man who ran the Ray campaign said 30 trees fell in Leeds.", &[]),
                ("The Leeds News and Sunday Post said 30 trees fell.", &[]),
                ("„Es waren 30 Bäume“, sagt Krug der Halleschen Zeitung.", &["Krug"]),
                ("In Halle will der Bund laut Spahn Material für 30 Orte lagern.", &[]),
                ("Wirte in Halle sagen am Montag 30 Feste ab.", &[]),
                ("Über Nacht haben sich 30 Nachbarn in Halle bereit erklärt.", &[]),
                ("In der am Montag verkündeten Entscheidung erklärten die Richter 30 Fälle.", &[]),
                ("Mr Ray claimed £30,000 and Ann Lee claimed £60,000.", &[]),
                ("Tom Ray said £30m was lost in Leeds.", &["Tom Ray"]),
                ("The council never disclosed 30 cases in Leeds.", &[]),
                ("Le préfet Jean Lebon n’a pas précisé que 30 lits manquent à Lens.", &[]),
                ("She won the Booker prize - said she left 30 cats in Leeds.", &[]),
                ("In Halle gibt es 30 bestätigte Infektionsfälle.", &[]),
                ("Tom Ray, of Leeds, has said the union doesn’t want 30 strikes.", &["Tom Ray"]),
                ("Mayor Ann Lee claimed three titles with 30 points in Leeds.", &[]),
                ("Mayor Ann Lee claimed the council has lost £30m.", &["Mayor Ann Lee"]),
                ("Selon le quotidien Le Lensois, 30 lits manquent à Lens.", &[]),
                ("Selon un sondage Lensois paru jeudi, 30 % des gens partent.", &[]),
                ("Selon un bilan officiel, 30 arbres sont tombés à Lens.", &[]),
                ("Selon un bilan de la mairie, 30 arbres sont tombés.", &["un bilan de la mairie"]),
                ("According to a new report, 30 trees fell in Leeds.", &[]),
                (
                    "According to a report by the council, 30 trees fell.",
                    &["a report by the council"],
                ),
                ("Cayeron 30 árboles en León, según un balance oficial.", &[]),
                (
                    "In Leeds 30 trees fell, according to the the Forest Centre.",
                    &["the Forest Centre"],
                ),
            ],
        );
        each(
            Sign::DeniedBy,
            &[
                ("If the council rejects the claims, 30 jobs go.", &[]),
                ("The council rejected the deal on 30 houses.", &[]),
                ("The council denied them 30 houses in 2019.", &[]),
            ],
        );
    }

    #[test]
    fn who_is_named_in_another_clause_does_not_say_what_somebody_else_does() {
        let text = "Selon le préfet Jean Lebon, ils étaient 300 à Lens samedi, alors que le comptage \
                    des syndicats indique que 900 personnes ont marché.";
        assert_eq!(told(text, Sign::Source), ["le préfet Jean Lebon"]);
    }

    #[test]
    fn a_heading_with_a_colon_speaks_for_nobody() {
        let heading = "Leeds: 30 houses were destroyed in 2019\n\nThirty trees fell on Friday.";
        assert_eq!(told(heading, Sign::Source), [""; 0]);
        let filed = "BEIJING: Leeds lost 30 houses in 2019.";
        assert_eq!(told(filed, Sign::Source), [""; 0]);
        let speech = "MRS LEE: We lost 30 houses in Leeds in 2019.";
        assert_eq!(told(speech, Sign::Source), ["MRS LEE"]);
    }

    #[test]
    fn a_letter_before_a_colon_speaks_for_nobody() {
        let text = "Q: How many jobs went?\nA: We cut 30 jobs in Leeds in 2019.";
        assert_eq!(told(text, Sign::Source), [""; 0]);
    }

    #[test]
    fn he_is_the_last_who_spoke_where_nobody_else_was_named() {
        let text = "Tom Ray said 20 trees fell in Leeds. He said 30 houses were damaged.";
        assert_eq!(told(text, Sign::Source), ["Tom Ray", "Tom Ray"]);
        let text = "Tom Ray said 20 trees fell. Mayor Ann Lee came to Leeds, and he said 30 houses \
                    were damaged.";
        assert_eq!(told(text, Sign::Source), ["Tom Ray"]);
    }
}
