//! Whether what stands before a conjunction is whole, or what follows may still belong to it.
//!
//! `A bus that hit Ann Lee and Tom Ray killed three people`: cut there, Tom Ray would have done what was done to him. So
//! nothing is cut where a relative clause is open that the main verb has not come before.

use super::known::Sorted;
use super::{Cutter, Head, Shape, Tense, VERB, class};

/// How many tokens back it is looked, and at how many relative clauses: where there is more, nothing is cut.
const BACK: usize = 160;
const MOST: usize = 6;

impl Cutter<'_> {
    /// Whether the sentence before `at` has a main verb and leaves nothing open, so that what follows begins with a
    /// subject.
    pub(super) fn is_whole(&self, start: usize, at: usize) -> bool {
        let from = self.content(start, at);
        !self.is_open(start, at) && !self.is_led_in(at) && self.main().any(from..at)
    }

    /// Whether a relative clause before `at` may go on behind it.
    pub(super) fn is_open(&self, start: usize, at: usize) -> bool {
        if at - start > BACK {
            return true;
        }
        let mut from = self.content(start, at);
        for _ in 0..MOST {
            let Some(relative) = self.openers().first(from..at) else { return false };
            // `the council, which met in May, lost 30 seats`
            let closed = self
                .commas()
                .first(relative + 2..at)
                .filter(|comma| self.finite().any(relative..*comma) && self.main().any(*comma..at));
            match closed {
                Some(comma) => from = comma,
                // `La police a trouvé l’homme qui a tué Anne Lebon et Paul Roux …`: who has a verb behind it begins anew.
                // In German and Dutch he may be the object, and in English what is said begins without a word.
                None => {
                    let begins = self.settings.head == Head::First
                        && self.main().any(from..relative)
                        && !self.is_judged(relative);
                    return !begins;
                }
            }
        }
        true
    }

    /// Where what is said begins before `at`, or the sentence: `say [Trump did not pay …`, `disent que [la France …`.
    fn content(&self, start: usize, at: usize) -> usize {
        let said = |that: &usize| self.is_said(*that);
        let that = self.that().last(start..at).filter(said).map_or(start, |that| that + 1);
        let bare = self.settings.head == Head::Last;
        let say = if bare { self.said().last(that..at) } else { None };
        // `The man who said he shot Ann Lee`: what is said stands inside what describes him.
        let outside = |say: &usize| self.openers().first(that..*say).is_none();
        say.filter(outside).map_or(that, |say| say + 1)
    }

    /// Verbs that may be those of a main clause.
    pub(super) fn main(&self) -> Sorted<'_> {
        self.known.main.all(|| self.tokens_that(|at| self.is_main(at)))
    }

    /// Not `the men accused of …`, `two people killed by …`, `the report`.
    fn is_main(&self, at: usize) -> bool {
        let english = self.settings.head == Head::Last;
        let token = &self.tokens[at];
        let noun = english
            && at > 0
            && !token.is(class::AUX)
            && self.tokens[at - 1].is(class::DET | class::PREP | class::OF | class::TO);
        let bare = english && token.is(class::SAY | class::DENY) && !token.is(class::AUX);
        // `to have lost`, `ayant percuté`
        let loose = self.is_gerund(at) || english && at > 0 && self.tokens[at - 1].is(class::TO);
        self.is_finite(at) && !noun && !bare && !loose && !self.only_describes(at)
    }

    fn follows_aux(&self, at: usize) -> bool {
        const NEAR: usize = 2;
        (at.saturating_sub(NEAR)..at).any(|i| self.tokens[i].is(class::AUX) && !self.is_gerund(i))
    }

    /// `l’accord signé par`, `el hombre acusado de`, `two people killed in`: a participle without what makes it a verb.
    fn only_describes(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if self.follows_aux(at) || token.tense == Tense::Future || token.is(class::AUX) {
            return false;
        }
        match self.settings.head {
            Head::First => self.is_participle(at) && !token.is(class::PRESENT),
            Head::Last => self.is_led_on(at),
            _ => false,
        }
    }

    /// `accused of`, `hit by a bus`; but not `died in`, nor `fell by 30 per cent`.
    fn is_led_on(&self, at: usize) -> bool {
        let settings = self.settings;
        let (word, next) = (self.word(at), self.word(at + 1));
        let Some(token) = self.tokens.get(at + 1) else { return false };
        let past = settings.past.iter().any(|end| word.ends_with(end))
            || self.tokens[at].is(class::DEED | class::PARTICIPLE | class::PAST)
                && !self.tokens[at].is(class::CHANGE);
        let by = settings.agent.contains(&next)
            && self.tokens.get(at + 2).is_some_and(|t| t.shape != Shape::Figure);
        by || past
            && !settings.happens.contains(&word)
            && token.is(class::PREP | class::OF | class::TO)
    }

    /// What begins a clause that describes or leads in: `who`, `dont`, `, der`.
    pub(super) fn openers(&self) -> Sorted<'_> {
        self.known.openers.all(|| self.tokens_that(|at| self.opens(at)))
    }

    fn opens(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let first = at == 0;
        let verb_last = matches!(self.settings.head, Head::Capital | Head::Plural);
        if first {
            return false;
        }
        // `, der`, `, die 2019`; `, in der`
        let behind_comma = |at: usize| at > 0 && self.word(at - 1) == ",";
        let german = self.settings.head == Head::Capital
            && token.is(class::DET)
            && (behind_comma(at) || self.tokens[at - 1].is(class::PREP) && behind_comma(at - 1));
        let clause = verb_last && token.is(class::CLAUSE) && !token.is(class::CONTRAST);
        let asks = !verb_last && token.is(class::QUESTION) && !token.is(class::THAT);
        token.is(class::RELATIVE_PRONOUN)
            || asks
            || german
            || clause
            || token.is(class::THAT) && (verb_last || !self.is_said(at))
    }

    /// `il est faux [que …]`: it may not stand alone either.
    fn is_judged(&self, at: usize) -> bool {
        self.tokens[at].is(class::THAT) && self.follows_aux(at)
    }

    /// Whether `that` or `que` leads what is said: behind a verb, or behind when or where that was said. Not what is
    /// denied, which may not stand alone.
    fn is_said(&self, at: usize) -> bool {
        const BACK: usize = 8;
        let Some(before) = at.checked_sub(1) else { return false };
        let near = self.said().last(at.saturating_sub(BACK)..at);
        // `the claim that …`: no verb.
        let noun = |say: usize| say > 0 && self.tokens[say - 1].is(class::DET);
        let says = |say: &usize| !self.tokens[*say].is(class::DENY) && !noun(*say);
        let Some(say) = near.filter(says) else { return false };
        let next = self.tokens.get(say + 1);
        let put_in = next.is_some_and(|next| next.is(class::PREP | class::OF))
            || self.values().any(self.span(say + 1..at.max(say + 2)).range());
        before == say || put_in && !self.token_is_finite(at + 1) && !self.tokens[before].is(VERB)
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    #[test]
    fn who_suffers_something_is_never_told_to_have_done_it() {
        let mut cut = Vec::new();
        for text in [
            "A bus that hit Ann Lee and Tom Ray killed three people in Leeds on Sunday.",
            "The man who said he shot Ann Lee and Tom Ray was jailed for two years on Friday.",
            "The man who police say robbed Ann Lee and Tom Ray was jailed for two years on Friday.",
            "A bus that hit Ann Lee, Jo May, and Tom Ray killed three people in Leeds on Sunday.",
            "A bus that hit Ann Lee or Tom Ray killed three people in Leeds on Sunday.",
            "The man who robbed Ann Lee and Tom Ray was jailed in May for six years.",
            "The man who robbed not Ann Lee but Tom Ray was jailed in May for six years.",
            "Police said on Monday the man who shot Ann Lee and Tom Ray had escaped from Leeds.",
            "Police believe the man who shot Ann Lee and Tom Ray had escaped from Leeds.",
            "Police said that the man who shot Ann Lee and Tom Ray had escaped from Leeds.",
            "The drug that cured 40 patients and 12 children was banned in Leeds in May.",
            "A quake that shook Leeds and Lille on Saturday killed at least 14 people.",
            "The mayor said on Monday the courts of Leeds and Lille had lost 300 cases.",
            "Two people killed by the police of Leeds and Tom Ray were buried in Lille in May.",
            "The men accused in 2019 of killing Ann Lee and Tom Ray were jailed for six years.",
            "The town where 30 men shot Ann Lee and Tom Ray was rebuilt in 2019.",
            "The lawyer whose firm sued Ann Lee and Tom Ray was found guilty of fraud in Leeds.",
            "The bomb made in Leeds and Lille killed 12 people in May.",
            "The suspect held in Leeds and Tom Ray were freed in May 2019.",
            "The car that Jo May sold to Ann Lee and Tom Ray was stolen in 2019.",
            "The mayor denied that he met Ann Lee and Tom Ray took 300 bribes in May.",
            "It is false that the army shot Ann Lee and Tom Ray took 300 bribes in May.",
            "The claim that Leeds closed 40 schools and Bradford shut 12 clinics is false.",
            "Le car qui a percuté Anne Lebon et Paul Roux a tué trois personnes à Lens dimanche.",
            "L’homme qui a attaqué Anne Lebon et Paul Roux a été condamné à six ans de prison.",
            "Le séisme qui a touché Lens et la Somme lundi a causé la mort de 300 personnes.",
            "Le maire a dit que l’homme qui a attaqué Anne Lebon et Paul Roux a été condamné à six ans.",
            "L’homme accusé en 2019 d’avoir tué Anne Lebon et Paul Roux a été condamné à six ans.",
            "L’accord signé en 2019 par la ville de Lens et Paul Roux a coûté 300 euros.",
            "Le car ayant percuté Anne Lebon et Paul Roux a tué trois personnes à Lens.",
            "Il est faux que l’armée a tué 40 personnes et Paul Roux en a blessé 12 à Lens.",
            "La ville dont le maire a attaqué Anne Lebon et Paul Roux a perdu 300 emplois.",
            "El hombre que atacó a Ana Ruiz y Juan Gil fue condenado a seis años de cárcel.",
            "El terremoto que sacudió Cuenca y Madrid el lunes causó la muerte de 300 personas.",
            "El alcalde dijo que el hombre que atacó a Ana Ruiz y Juan Gil fue condenado a seis años.",
            "El hombre acusado en 2019 de matar a Ana Ruiz y Juan Gil fue condenado a seis años.",
            "L’uomo che ha aggredito Anna Rossi e Paolo Bianchi è stato condannato a sei anni.",
            "Il terremoto che ha colpito Parma e Roma lunedì ha causato la morte di 300 persone.",
            "L’uomo accusato nel 2019 di aver ucciso Anna Rossi e Paolo Bianchi è stato condannato a sei anni.",
            "O homem que atacou Ana Costa e João Gil foi condenado a seis anos de prisão.",
            "O terremoto que atingiu Braga e Lisboa na segunda-feira matou 300 pessoas.",
            "O homem acusado em 2019 de matar Ana Costa e João Gil foi condenado a seis anos.",
            "De man die Anna Smit sloeg en Paul Jansen doodde kreeg in 2019 zes jaar cel.",
            "De beving die Delft trof en Paul Jansen op maandag doodde, eiste 300 levens.",
            "De man die in 2019 heeft gebotst met Anna Smit en Paul Jansen kreeg zes jaar cel.",
            "Der Mann, der 2019 Anna Roth schlug und Paul Jung tötete, bekam sechs Jahre Haft.",
            "Die Polizei suchte den Mann, der 2019 Anna Roth schlug und Paul Jung tötete.",
            "Die Polizei sagte, dass der Mann 2019 Anna Roth schlug und Paul Jung in Essen tötete.",
        ] {
            let claims = analyze(text).claims;
            let all: Vec<_> = claims.iter().map(|claim| claim.span.of(text)).collect();
            if all.len() > 1 {
                cut.push(format!("{all:?}"));
            }
        }
        assert_eq!(cut, [""; 0]);
    }

    #[test]
    fn a_subject_of_its_own_begins_a_claim_of_its_own() {
        let mut whole = Vec::new();
        for text in [
            "Leeds lost 300 jobs in 2019 and Tom Ray won 200 votes in May.",
            "The mayor said that Leeds lost 300 jobs and Lille won 200 jobs in May.",
            "Leeds, which lost 300 jobs in 2019, has won 200 jobs and Lille has lost 30 jobs.",
            "Sales in Leeds fell by 30 per cent in May and Lille lost 300 jobs.",
            "Ann Lee was shot by Jo May and Tom Ray died in Leeds in 2019.",
            "Ann Lee died in Leeds in 2019 and Tom Ray was jailed for six years.",
            "Lens a perdu 300 emplois en 2019 et Paul Roux a gagné 200 voix en mai.",
            "La police a trouvé en mai l’homme qui a quitté Lens en 2019 et Paul Roux a été condamné à six ans.",
            "La ciudad de Cuenca perdió 300 empleos en 2019 y Juan Gil ganó 200 votos en mayo.",
            "La città di Parma ha perso 300 posti nel 2019 e Paolo Bianchi ha vinto 200 voti a maggio.",
            "A cidade de Braga perdeu 300 empregos em 2019 e João Gil ganhou 200 votos em maio.",
            "De stad Delft verloor 300 banen in 2019 en Paul Jansen won 200 stemmen in mei.",
            "Die Stadt Essen verlor 2019 rund 300 Stellen und Paul Jung gewann 200 Stimmen.",
        ] {
            if analyze(text).claims.len() != 2 {
                whole.push(text);
            }
        }
        assert_eq!(whole, [""; 0]);
    }
}
