//! Whether a word for a deed surely tells that it was done.

use super::sight::Sight;
use crate::core::article::{Span, within};
use crate::core::fact::Facts;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// How many words may stand between an auxiliary and its verb.
const NEAR: usize = 4;

impl Sight<'_> {
    /// A verb of the past, or something counted: `was arrested`, `six morts`. What only describes a
    /// noun (`the report released`), a noun alone (`un attentat`) and what was not done tell no event.
    pub(in crate::core::claim) fn is_sure_event(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        // What is to be done was not done.
        if self.ends(at, &self.settings.infinitive) {
            return false;
        }
        // `Met Éireann`
        if token.is_capital() && self.is_capital(at + 1) && !self.settings.nouns_have_capitals() {
            return false;
        }
        if self.tokens[self.clause.start..at].iter().any(|token| self.is_condition(token)) {
            return false;
        }
        match self.auxiliary(at) {
            Helped::No => {}
            Helped::Denied => return false,
            Helped::Yes => return true,
        }
        // `une attaque` counts none, nor does `39 stolen cards`.
        if at > 0 && self.is_number(at - 1) && !self.is(at - 1, class::DET) {
            let next = self.tokens.get(at + 1);
            let describes = next.is_some_and(|next| {
                next.shape == Shape::Small && next.entry.class & !class::TOPIC == 0
            });
            return self.settings.head != Head::Last || !describes;
        }
        match self.settings.head {
            Head::Last => self.is_active_past(at),
            Head::First => {
                let participle =
                    self.ends(at, &self.settings.participle) || token.is(class::PARTICIPLE);
                token.tense == Tense::Past && !participle
            }
            Head::Capital | Head::Plural => self.is_past_of_second(at),
        }
    }

    /// `supprimer la taxe de 30 euros`: a clause that begins with an infinitive and has no other verb
    /// names what might be done.
    pub(in crate::core::claim) fn only_names_a_deed(&self) -> bool {
        const VERB: Classes =
            class::AUX | class::MODAL | class::DUTY | class::SAY | class::PAST | class::PRESENT;
        let clause = self.part();
        let Some(first) = clause.iter().position(Token::is_word) else { return false };
        let at = self.clause.start + first;
        let verb = |token: &Token| token.tense != Tense::None || token.is(VERB);
        self.settings.head == Head::First
            && self.ends(at, &self.settings.infinitive)
            && self.is_usual(at)
            && clause[first].entry.class & class::DET == 0
            && self.is(at + 1, class::DET | class::OF | class::NUMBER | class::SOME)
            && !clause[first + 1..].iter().any(verb)
    }

    /// `Das sagte die Bürgermeisterin am Freitag`, `C’est ce qu’a déclaré le maire`: who said what stands elsewhere.
    pub(in crate::core::claim) fn only_tells_who(&self) -> bool {
        const MOST: usize = 24;
        const LEAD: usize = 7;
        const MORE: Classes = class::THAT
            | class::CLAUSE
            | class::DEED
            | class::CHANGE
            | class::NUMBER
            | class::FUTURE;
        const BETWEEN: Classes = class::AUX
            | class::PRESENT
            | class::RELATIVE_PRONOUN
            | class::THAT
            | class::CLAUSE
            | class::QUESTION
            | class::ADVERB;
        let part = self.part();
        let points = |token: &Token| {
            let word = token.span.of(self.text);
            self.settings.pointing.contains(&word) || token.is(class::DET | class::THIRD)
        };
        let says = part.iter().take(LEAD).position(|token| token.is(class::SAY));
        let (Some(first), Some(says)) = (part.first(), says) else { return false };
        part.len() <= MOST
            && says > 0
            && points(first)
            && part[1..says].iter().all(|token| token.is(BETWEEN) && !token.is(class::NEGATION))
            && part[says + 1..].iter().all(|token| {
                let verb = token.is(class::AUX | class::PAST | class::SAY);
                let quoted = matches!(token.span.of(self.text), ":" | "\"" | "«" | "“" | "„");
                !token.is(MORE) && !verb && !quoted
            })
    }

    /// Whether a verb may stand in a clause that begins `Un …`, outside of a relative one; in the present a verb
    /// shows by nothing but its place behind a noun.
    pub(in crate::core::claim) fn has_verb(&self) -> bool {
        const VERB: Classes = class::AUX
            | class::MODAL
            | class::FUTURE
            | class::PAST
            | class::PRESENT
            | class::SAY
            | class::DENY
            | class::DUTY
            | class::HOPE
            | class::DEED
            | class::CHANGE
            | class::OPINION;
        let first = self.part().iter().position(Token::is_word);
        let a_thing = first.is_some_and(|first| {
            let token = &self.part()[first];
            // `Des affrontements qui ont fait dix morts`
            first == 0 && token.is(class::DET) && token.is(class::NUMBER | class::SOME | class::OF)
        });
        if !a_thing || self.settings.head != Head::First {
            return true;
        }
        let plain = |at: usize| {
            let known = self.tokens[at].entry.class & !class::TOPIC != 0;
            self.tokens[at].shape == Shape::Small && !known
        };
        let behind_noun = |at: usize| {
            let inside = at > self.clause.start + 1;
            let noun = inside && (plain(at - 1) || self.is_capital(at - 1));
            let goes_on = self.tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.is(class::OF));
            plain(at) && noun && goes_on && !self.ends(at, &self.settings.participle)
        };
        let mut relative = false;
        self.clause.clone().any(|at| {
            let token = &self.tokens[at];
            let leads = token.is(class::RELATIVE_PRONOUN)
                || token.is(class::CLAUSE) && !token.is(class::CONTRAST);
            relative = token.shape != Shape::Mark && (relative || leads);
            // `à gagner`
            let governed = self
                .before(at)
                .is_some_and(|before| before.is(class::TO | class::OF | class::PREP))
                && self.ends(at, &self.settings.infinitive);
            // `un journal, lancé en 1947`
            let described =
                self.ends(at, &self.settings.participle) && !token.is(class::AUX | class::PRESENT);
            let verb = token.is(VERB) || token.tense != Tense::None || behind_noun(at);
            let verb = verb && !governed && !described;
            verb && !relative
        })
    }

    /// `Medics wait near Leeds on July 1, 2024`, `This photo taken on March 13 …`: what is seen in a
    /// picture, told with its day as if it were now.
    pub(in crate::core::claim) fn is_of_a_picture(&self, facts: &Facts) -> bool {
        const FINITE: Classes = class::AUX
            | class::MODAL
            | class::FUTURE
            | class::PAST
            | class::PRESENT
            | class::SAY
            | class::DUTY;
        const HEAD: usize = 3;
        let part = self.part();
        let [first, .., last] = part else { return false };
        let span = Span::new(first.span.start, last.span.end);
        let dates = within(&facts.dates, span, |date| date.span);
        if self.settings.pictured.is_empty() || dates.is_empty() {
            return false;
        }
        let picture = |at: usize| self.settings.pictured.contains(&self.word(at));
        let opens = (self.clause.start..self.clause.start + HEAD).any(picture);
        let shown = self.clause.clone().any(|at| {
            let now = self.before(at).is_some_and(|before| before.is(class::PRESENT));
            now && self.settings.seen.contains(&self.word(at))
        });
        let whole = dates.iter().any(|date| date.from.year.is_some() && date.from.day.is_some());
        // `a wounded man`
        let describes = |at: usize| {
            let before = self.before(at);
            before.is_some_and(|before| before.is(class::DET | class::OF | class::PREP))
        };
        // `the mother of a man, who was killed in May, mourns …`
        let mut relative = false;
        let finite = |at: usize| {
            let token = &self.tokens[at];
            relative = match self.word(at) {
                "," => false,
                _ => relative || token.is(class::RELATIVE_PRONOUN),
            };
            !relative && (token.is(FINITE) || token.tense == Tense::Past && !describes(at))
        };
        let now = self.settings.head == Head::Last && !self.clause.clone().any(finite);
        opens || shown || whole && now
    }

    /// Whether an auxiliary stands before a verb, with nothing but adverbs between.
    fn auxiliary(&self, at: usize) -> Helped {
        const BETWEEN: Classes = class::ADVERB | class::NEGATION;
        let mut helped = Helped::No;
        let first = at.saturating_sub(NEAR);
        for (i, before) in self.tokens[first..at].iter().enumerate().rev() {
            let word = before.span.of(self.text);
            // `is being built`, `to be built` is not yet.
            let not_yet =
                self.settings.ongoing.contains(&word) || self.settings.marker.contains(&word);
            // `n’a encore été condamné`: behind the auxiliary nothing needs to deny it.
            let denied = self.settings.denied.contains(&word) && !self.is(at + 1, class::THAT);
            // What `aurait volé` tells is hearsay.
            if before.is(class::NEGATION | class::HEARSAY) || not_yet || denied {
                return Helped::Denied;
            }
            let passive = self.settings.passive.contains(&word);
            // `are built on land of others`, `sont payés au minimum`: how it is, not that it was done.
            let state = before.is(class::PRESENT) && self.tells_a_state(first + i, at);
            if state && matches!(helped, Helped::No) {
                return Helped::Denied;
            }
            if (before.is(class::AUX) || passive) && self.is_not_told(first + i) {
                return Helped::Denied;
            }
            let adverb = self.settings.adverb.iter().any(|end| word.ends_with(end));
            if before.is(class::AUX) || passive {
                helped = Helped::Yes;
            } else if !(before.is(BETWEEN) || adverb && before.shape == Shape::Small) {
                break;
            }
        }
        helped
    }

    /// Whether the passive of a present stands before a verb; but `est mort`, `s’est effondré`. In other
    /// Romance languages its auxiliary is mostly that of the past.
    fn tells_a_state(&self, auxiliary: usize, verb: usize) -> bool {
        let word = self.word(auxiliary);
        let passive = self.settings.passive.contains(&word);
        let turned = auxiliary > 0 && self.settings.reflexive.contains(&self.word(auxiliary - 1));
        match self.settings.head {
            Head::Last => passive || self.settings.is_short.iter().any(|end| word.ends_with(end)),
            Head::First => {
                let known = !self.settings.happens.is_empty();
                known && passive && !turned && !self.happens(verb)
            }
            Head::Capital | Head::Plural => false,
        }
    }

    /// `accusé d’avoir volé`, `en caso de ser condenado`: what somebody is said to have done, or what
    /// may be done to him; but `tras ser detenido`.
    fn is_not_told(&self, auxiliary: usize) -> bool {
        const NEAR: usize = 2;
        let infinitive = self.ends(auxiliary, &self.settings.infinitive);
        let mut near = auxiliary.saturating_sub(NEAR)..auxiliary;
        infinitive && !near.any(|at| self.settings.after.contains(&&*self.word(at).to_lowercase()))
    }

    /// `destroyed two homes`, `signed a deal`, `died`: in English the past without an auxiliary is no
    /// participle where an object follows, or where nothing can be done to anybody.
    fn is_active_past(&self, at: usize) -> bool {
        const OBJECT: Classes = class::DET
            | class::NUMBER
            | class::SOME
            | class::PEOPLE
            | class::STATE
            | class::MORE
            | class::ABOUT
            | class::THIRD;
        let token = &self.tokens[at];
        let past = self.ends(at, &self.settings.past) || token.tense == Tense::Past;
        let Some(next) = self.tokens.get(at + 1) else { return past && self.happens(at) };
        let dated = next.is(class::WEEKDAY | class::MONTH | class::RELATIVE);
        let object = next.is(OBJECT) || next.is_capital() || next.shape == Shape::Figure;
        past && (object && !dated && !next.is(class::PREP) || self.happens(at))
    }

    /// `died`: no one does it to another.
    fn happens(&self, at: usize) -> bool {
        self.settings.happens.contains(&self.word(at))
    }

    /// In German and Dutch the auxiliary stands second or last.
    fn is_past_of_second(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.is_capital() {
            return false;
        }
        let clause = self.part();
        let negated = clause.iter().any(|token| token.is(class::NEGATION));
        let helps = |token: &Token| token.is(class::AUX);
        let participle = self.ends(at, &self.settings.participle) || token.is(class::PARTICIPLE);
        let helped = clause.iter().any(helps);
        // Before its noun a participle is declined, and a noun follows.
        let describes =
            self.tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.spaced);
        // `sollten … [gerettet] werden`: what is to be done was not done.
        let governs = |token: &Token| token.is(class::MODAL | class::DUTY | class::HOPE);
        let rest = || self.tokens.get(at + 1..).unwrap_or_default().iter();
        let to_be = rest().find(|next| next.is_word()).is_some_and(|next| {
            let word = next.span.of(self.text);
            self.settings.passive.contains(&word) || self.settings.perfect.contains(&word)
        });
        if to_be && clause.iter().any(governs) {
            return false;
        }
        !negated && (helped && participle && !describes || token.tense == Tense::Past && !describes)
    }
}

/// What stands before a verb.
enum Helped {
    No,
    Yes,
    /// `had not blocked`
    Denied,
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::{each, founded};

    #[test]
    fn an_event_was_done() {
        each(
            Sign::Event,
            &[
                ("Police arrested 30 people in Leeds on Friday.", &["arrested"]),
                ("The figures released this week show 30 cases in Leeds.", &[]),
                ("A bridge of 30 metres is being built in Leeds.", &[]),
                ("Rain had not destroyed 30 houses in Leeds.", &[]),
                ("The 30 homes of Leeds are built on land of the council.", &[]),
                ("The 30 homes of Leeds have been built on land of the council.", &["built"]),
                ("About 40 per cent of the vote went to Leeds in 2019.", &[]),
                ("Met Éireann warned of 30 mm of rain on Friday.", &[]),
                ("Le préfet a interdit 30 marches à Lens.", &["interdit"]),
                ("À Lens, 30 000 gens sont payés au minimum depuis 2019.", &[]),
                ("Le maire de Lens est mort le 3 mai 2019.", &["mort"]),
                ("Deux enfants ont trouvé la mort à Lens.", &["trouvé la mort"]),
                ("Trois maisons de Lens ont été endommagées.", &["endommagées"]),
                ("Three people were injured when a bus crashed in Leeds.", &["injured"]),
                ("A bus of Leeds crashed on Friday.", &["crashed"]),
                ("Leeds police have 39 stolen cards.", &[]),
                ("The crash left 39 injured in Leeds.", &["injured"]),
                ("The injured mayor of Leeds has 30 cats.", &[]),
                ("Le rapport publié en mai compte 30 cas à Lens.", &[]),
                ("Le maire aurait volé 30 vélos à Lens.", &[]),
                ("La crise frappe 30 communes autour de Lens.", &[]),
                ("Une attaque visait 30 écoles de Lens en mai.", &[]),
                ("L’accident a fait six morts à Lens en 2019.", &["morts"]),
                ("Zwei Männer wurden am Freitag in Halle getötet.", &["getötet"]),
                ("The mayor of Leeds demanded that 30 laws be passed in 2019.", &[]),
                ("Leeds said 30 officers were passed over in 2019.", &[]),
                ("Neri è accusato di aver ucciso 30 cani a Parma.", &[]),
                ("Am Ende sollten in Halle 30 Häuser gerettet werden.", &[]),
                ("En caso de ser condenado pagará 30 euros en Cuenca.", &[]),
                ("Tras ser detenido pagó 30 euros en Cuenca en 2019.", &["detenido"]),
                ("Il sindaco ha ucciso 30 cani a Parma nel 2019.", &["ucciso"]),
                ("Two newly elected mayors of Leeds have 30 cats.", &[]),
                ("Le préfet veut empêcher les 30 parcs d’être vendus à Lens.", &[]),
                ("Le maire vient d’être condamné à 30 jours de prison.", &["condamné"]),
                ("Tom Ray fired his side ahead from the spot on Friday.", &[]),
                ("The council fired 30 nurses in Leeds.", &["fired"]),
            ],
        );
    }

    #[test]
    fn what_stands_below_a_picture_founds_no_claim() {
        for caption in [
            "Medics wait for a wounded man near Leeds on July 1, 2024.",
            "Ann Lee and Tom Ray attend the council in Leeds on January 8, 2020.",
            "This photo taken in Leeds on March 13 shows a ruined council house.",
            "Ann Lee, left, and Tom Ray are pictured in Leeds in August 2023.",
        ] {
            assert!(!founded(caption), "{caption}");
        }
        for claim in [
            "Ann Lee was in Leeds on July 1, 2024.",
            "Ann Lee, pictured here in Leeds in May 2019, left the council in June 2024.",
            "Ann Lee attended the council in Leeds on January 8, 2020.",
            "Ann Lee closed 30 schools of Leeds on July 1, 2024.",
        ] {
            assert!(founded(claim), "{claim}");
        }
    }
}
