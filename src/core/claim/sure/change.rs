//! Whether a rise or fall, a comparison or hearsay is surely told.

use super::sight::Sight;
use crate::core::article::Span;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::word::Shape;

/// How far behind a word of change its figure may stand.
const BEHIND: usize = 8;

impl Sight<'_> {
    /// A rise or fall by or to a figure: `reculé de 13,6%`, `a 74% increase`; but `fell in love`,
    /// `darkness fell … scores of`.
    pub(in crate::core::claim) fn is_sure_change(&self, at: usize, figures: &[Span]) -> bool {
        // What ties a figure to the change, and what may stand before it.
        const TIES: Classes = class::OF | class::TO | class::FROM | class::PER | class::REACHES;
        const BEFORE: Classes =
            class::ABOUT | class::MORE | class::LESS | class::LEAST | class::MOST | class::DET;
        if self.is_capital(at) && self.is_capital(at + 1) {
            return false;
        }
        // Of those that end where the word stands or begin not far behind it.
        let from = self.before(at).map_or(0, |before| before.span.start);
        let last = self.tokens.len() - 1;
        let until = self.tokens[last.min(at + BEHIND)].span.end;
        let first = figures.partition_point(|figure| figure.end <= from);
        let mut near = figures[first..].iter().take_while(|figure| figure.start < until);
        near.any(|figure| {
            let run = self.range(*figure);
            if run.end <= at {
                // `a 74% increase`, but `30 states fall into …`
                let measured = run.clone().any(|i| {
                    self.tokens[i].entry.unit.is_some() || matches!(self.word(i), "%" | "percent")
                });
                return run.end == at && (measured || self.settings.head != Head::Last);
            }
            let mut before = (at + 1..run.start).rev();
            let tie = before.find(|i| !self.is(*i, BEFORE));
            let ties = |i: usize| {
                self.is(i, TIES | class::AUX) || self.settings.agent.contains(&self.word(i))
            };
            run.start > at && run.start <= at + BEHIND && tie.is_none_or(ties)
        })
    }

    /// A superlative; a comparative with what it is compared to; a first with the time since.
    pub(in crate::core::claim) fn is_sure_comparison(&self, at: usize, dates: &[Span]) -> bool {
        let word = self.word(at).to_lowercase();
        if self.is_capital(at) && (at > 0 || self.is_capital(at + 1))
            || at > 0 && self.is(at - 1, class::NEGATION)
        {
            return false;
        }
        // `bracing for the worst`: of nothing
        let ends = self.tokens.get(at + 1).is_none_or(|next| next.shape == Shape::Mark);
        if ends
            && at > 1
            && self.is(at - 1, class::DET)
            && self.is(at - 2, class::PREP)
            && self.settings.head == Head::Last
        {
            return false;
        }
        // `lo único que lamenta`: of nothing that is named.
        if self.settings.head == Head::First
            && self.is(at + 1, class::THAT | class::RELATIVE_PRONOUN)
        {
            return self.is(at, class::ORDINAL);
        }
        // `mayores de 18 años`: how old they are.
        if self.is(at + 1, class::OF) && self.is_number(at + 2) && !self.is(at + 2, class::DET) {
            return false;
        }
        if self.is(at, class::ORDINAL) {
            let last = (at + 6).min(self.clause.end) - 1;
            let near = Span::new(self.tokens[at].span.start, self.tokens[last].span.end);
            let apart = (at..=last).any(|i| self.tokens[i].shape == Shape::Mark);
            return !apart && dates.iter().any(|date| near.contains(date.start));
        }
        // `a sterling record of service`; `they record the song`
        if self.settings.best.contains(&&*word) {
            // `defended her record on jobs`, but `the country’s record debt`
            let before = self.text[..self.tokens[at].span.start].trim_end();
            let of_one = ["s'", "s’", "'s", "’s"].iter().any(|end| before.ends_with(end));
            let whose = of_one || at > 0 && self.is(at - 1, class::THIRD);
            let noun = self.tokens.get(at + 1).is_some_and(|next| {
                next.shape == Shape::Small && !next.is(class::PREP | class::AND | class::AUX)
            });
            let whose = whose && !noun;
            // `his voting record`
            let of_deeds = at > 0 && self.ends(at - 1, &self.settings.gerund);
            return !whose && (noun || !of_deeds) && !self.is(at + 1, class::OF | class::DET);
        }
        // `seeks lower rents`, `at the highest level`, `una migliore difesa`
        let comparative = self.settings.comparative.iter().any(|end| word.ends_with(end));
        let last = self.settings.head == Head::Last;
        let near = at + 1..at + if last { 6 } else { 2 };
        let than = near.into_iter().any(|i| self.settings.than.contains(&self.word(i)));
        let before = |near: usize, class: Classes| at >= near && self.is(at - near, class);
        // `la mayor`, `diez veces mayor`
        let definite = before(1, class::DET) && !before(1, class::SOME | class::NUMBER);
        let counted = before(1, class::UNIT | class::DOZEN | class::COMPARISON);
        // `der doppelt gekrönte Koch`
        let definite = definite && self.settings.head == Head::First;
        !comparative || than || !last && (definite || counted)
    }

    /// `auraient ramené`: the conditional of what is told to have happened. A single form
    /// (`consisterait`) more often tells what would.
    pub(in crate::core::claim) fn is_sure_hearsay(&self, span: Span) -> bool {
        // By its ending alone a participle would not be known: `auraient fui`, `teria pago`.
        const NONE: Classes = class::DET | class::PREP | class::NUMBER | class::SOME | class::OF;
        let run = self.range(span);
        let Some(last) = run.clone().last() else { return false };
        // `Sin su ayuda, habría caído`
        let first = self.word(self.clause.start).to_lowercase();
        if self.settings.without.contains(&&*first) {
            return false;
        }
        // `non sarebbe doveroso?`
        if self.word(self.tokens.len() - 1) == "?" {
            return false;
        }
        // `que cela mettrait fin à …`: no participle follows but what helps one.
        let reflexive = last > 0 && self.settings.reflexive.contains(&self.word(last - 1));
        let helps = self.is(last, class::AUX | class::MODAL) || reflexive;
        if self.settings.head == Head::First && run.len() == 1 && !helps {
            return false;
        }
        let verb = self.is(last, class::AUX | class::MODAL)
            || !self.is(last, class::HEARSAY)
            || self.ends(last, &self.settings.conditional);
        if self.settings.head != Head::First || run.len() > 1 || !verb {
            return true;
        }
        let impersonal = last > 0
            && self.is(last - 1, class::NOBODY)
            && !self.is(last - 1, class::RELATIVE_PRONOUN);
        let mut rest = (last + 1..self.tokens.len().min(last + 5)).filter(|at| {
            !self.is(*at, class::ADVERB | class::NEGATION) && !self.ends(*at, &self.settings.adverb)
        });
        let passive = |at: &usize| self.settings.passive.contains(&self.word(*at));
        let participle = rest
            .find(|at| !passive(at))
            .is_some_and(|at| self.tokens[at].shape == Shape::Small && !self.is(at, NONE));
        let to_be = self.settings.would_be.iter().any(|head| self.word(last).starts_with(head));
        let turned = last > 0 && self.settings.reflexive.contains(&self.word(last - 1));
        let real = !self.settings.unreal.contains(&self.word(last + 1));
        participle && real && !impersonal && (!to_be || turned)
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::each;

    #[test]
    fn a_change_has_its_figure() {
        each(
            Sign::Change,
            &[
                ("Sales fell by 30% in Leeds in 2019.", &["fell"]),
                ("Leeds saw a 30% rise in rents in 2019.", &["rise"]),
                ("As darkness fell, police met 30 people in Leeds.", &[]),
                ("The tax rise led 30,000 people to march in Leeds.", &[]),
                ("Les ventes ont reculé de 13 % à Lens.", &["reculé"]),
                ("La hausse de la taxe a mené 30 000 personnes à Lens.", &[]),
            ],
        );
    }

    #[test]
    fn a_comparison_has_its_measure() {
        each(
            Sign::Comparison,
            &[
                ("Rents of £900 are higher than in Leeds.", &["higher"]),
                ("The council seeks lower rents for 30 houses.", &[]),
                ("Lens a donné les premiers soins à 30 blessés.", &[]),
                ("Parma ha un carcere di massima sicurezza con 30 celle.", &[]),
                ("Cuenca atendió a 30 personas mayores en 2019.", &[]),
                ("Cuenca vende una vacuna de dosis única por 30 euros.", &[]),
                ("Cuenca tiene la mayor plaza de España desde 2019.", &["mayor"]),
                ("A Parma il tasso è superiore al 30 % dal 2019.", &["superiore"]),
                ("Cuenca admite a 30 mayores de 18 años desde 2019.", &[]),
                ("Lo único que Cuenca lamenta son 30 muertes en 2019.", &[]),
                ("Die ersten drei Wochen im März kosten in Halle 300 Euro.", &[]),
                ("The 30 bands in Leeds record the song.", &[]),
                ("The 30 bands in Leeds broke the record.", &["record"]),
                ("Leeds praised the record low of 30 cases.", &["record"]),
                ("Leeds defended Ms Lee’s record on 30 schools.", &[]),
                ("Leeds has 30 schools and double figures elsewhere.", &[]),
                ("Der doppelt gekrönte Koch hat 30 Häuser in Halle.", &[]),
            ],
        );
    }
}
