//! What the reasons of a claim amount to: whether it is one, and whether it stands on enough.

use super::{Told, UNREAL, holds};
use crate::core::article::{Span, table};
use crate::core::claim::feature::{Feature, Features};
use crate::core::claim::model::{Kind, Reason, Sign};
use crate::core::claim::sure::Sight;
use crate::core::lang::token::Token;

impl Told {
    /// What is asked, said to the reader or due, with nothing done in it, tells no fact: `you pay 30
    /// euros`, `30 million must be deported`.
    pub(super) fn asks(&self, text: &str, features: &Features) -> bool {
        let done = self.reasons.iter().any(|reason| reason.sign == Sign::Event);
        // `When were they asked how they funded 30 schools?`
        let rest =
            text[self.span.end..].trim_start_matches(['"', '”', '»', ' ', '\u{a0}', '\u{202f}']);
        rest.starts_with('?')
            || self.span.of(text).ends_with('?')
            || !done && features.are_against(&[Feature::Second, Feature::Question, Feature::Duty])
    }

    /// `Un manque d’environ 1 500 euros ce mois-ci`, `Un lieu où la ville projette 30 tableaux`: a sentence without
    /// a verb, or with one in a relative clause only, with nothing done or changed in it.
    pub(super) fn has_no_verb(&self, sight: &Sight<'_>, features: &Features) -> bool {
        let any = |signs: &[Sign]| self.reasons.iter().any(|reason| signs.contains(&reason.sign));
        let told = any(&[Sign::Change, Sign::Source, Sign::DeniedBy, Sign::Hearsay]);
        // `TF 1, 23 h 40`, `The Mayor, Leeds Press, 300 p.`; but `…, [killing 10 of them]`.
        let headed =
            |figure: &Span| table::heads(sight.text, figure.start).words(sight.text).is_some();
        let listed = || {
            let verbless = sight.clause.start == 0 && features.are_against(&[Feature::Verbless]);
            let table = self.told(Sign::Figure).iter().any(headed);
            let comma = |token: &Token| token.span.of(sight.text) == ",";
            let list = sight.part().iter().any(comma);
            verbless && list && !self.hard && !any(&[Sign::Event]) && !table
        };
        !told && (!sight.has_verb() || listed())
    }

    /// `The poll asked a sample of 1,014 adults`: what they answered stands elsewhere.
    pub(super) fn tells_whom_it_asked(&self, sight: &Sight<'_>) -> bool {
        let sample = |token: &Token| sight.settings.sample.contains(&token.span.of(sight.text));
        !self.shares && sight.part().iter().any(sample)
    }

    /// What is only quoted, thought, hoped or planned, or told of no past.
    pub(super) fn is_meant(&self, features: &Features) -> bool {
        const MEANT: &[Feature] =
            &[Feature::Quote, Feature::First, Feature::Opinion, Feature::Praise];
        let done = self.reasons.iter().any(|reason| reason.sign == Sign::Event);
        let told = self.kinds.contains(&Kind::Event);
        !done && (!told || features.are_against(MEANT) || features.are_against(UNREAL))
    }

    /// `je touche 600 euros par mois`: what somebody tells of himself, with nothing done or changed in
    /// it, or without saying who he is, nobody else can look up.
    pub(super) fn is_of_oneself(&self, features: &Features) -> bool {
        let any = |signs: &[Sign]| self.reasons.iter().any(|reason| signs.contains(&reason.sign));
        let tells = any(&[Sign::Event, Sign::Change]) && any(&[Sign::Source, Sign::Name]);
        features.gain(Feature::First) < 0.0 && !tells
    }

    /// Whether only a date, a name, what was done or how old somebody is says something.
    pub(super) fn is_only_dated(&self) -> bool {
        let light = |reason: &Reason| holds(&self.light, reason);
        let other = |reason: &Reason| match reason.sign {
            Sign::Date | Sign::Name | Sign::Event => false,
            Sign::Figure => !light(reason),
            _ => true,
        };
        !self.reasons.iter().any(other)
    }

    /// What is pointed out says why: see [`Claim::founded`].
    pub(super) fn is_founded(&self, features: &Features) -> bool {
        let happened = self.kinds.contains(&Kind::Event) && !features.are_against(UNREAL);
        let light = |reason: &Reason| holds(&self.light, reason);
        let founds = |reason: &Reason| match reason.sign {
            // What somebody says without a figure, a day or a deed is mostly what he thinks.
            Sign::Name | Sign::Source => false,
            Sign::Date => happened && !light(reason),
            Sign::Figure => !light(reason) || happened && self.counts_persons(reason),
            _ => true,
        };
        self.reasons.iter().any(founds)
    }

    /// `Nine people`: but of `dozens` it is not said how many.
    fn counts_persons(&self, figure: &Reason) -> bool {
        holds(&self.persons, figure) && !holds(&self.vague, figure)
    }

    /// What may fill an article up: see [`Claim::grounded`].
    pub(super) fn is_grounded(&self, text: &str, features: &Features) -> bool {
        // Of words in quotation marks that they were said is no ground, nor when.
        let quoted = features.gain(Feature::Quote) < 0.0;
        let happened = self.kinds.contains(&Kind::Event);
        let said = |reason: &Reason| {
            holds(&self.saying, reason)
                || reason.span().is_some_and(|day| self.is_unquoted(text, day))
        };
        self.reasons.iter().any(|reason| match reason.sign {
            Sign::Name => false,
            Sign::Figure => !holds(&self.light, reason) || holds(&self.persons, reason),
            Sign::Source => !quoted,
            // `upbeat on Sunday`
            Sign::Date if holds(&self.light, reason) && !happened => false,
            Sign::Date => !(holds(&self.things, reason) || quoted && said(reason)),
            _ => true,
        })
    }

    /// Whether words stand outside of the quotation with which a claim begins: the next mark behind them closes none.
    fn is_unquoted(&self, text: &str, words: Span) -> bool {
        const MARKS: [char; 5] = ['«', '»', '“', '”', '"'];
        // `puni », raconte Anne Roux`
        let closes = |from: usize| {
            let rest = text.get(from..self.span.end).unwrap_or_default();
            let mark = rest.find(MARKS).map(|at| &rest[at..]);
            mark.map(|mark| match mark.strip_prefix('"') {
                Some(behind) => !behind.starts_with(char::is_alphanumeric),
                None => mark.starts_with(['»', '”']),
            })
        };
        let speaks = self.span.of(text).starts_with(MARKS) || closes(self.span.start) == Some(true);
        speaks && closes(words.end) != Some(true)
    }

    /// Whether there is one ground at most, and none that carries a claim: see [`Claim::thin`].
    pub(super) fn is_thin(&self, text: &str) -> bool {
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
            Sign::Figure => {
                digits() || self.kinds.contains(&Kind::Event) && self.counts_persons(ground)
            }
            Sign::Event | Sign::Change | Sign::DeniedBy => true,
            Sign::Date | Sign::Comparison | Sign::Hearsay | Sign::Name | Sign::Source => false,
        };
        grounds.next().is_none() && !carries
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;
    use crate::core::claim::tests::founded;

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
    fn a_price_a_sample_and_what_has_no_verb_found_no_claim() {
        assert!(!founded("Leeds sells a pie in a box for £18."));
        assert!(founded("Leeds pays a man £18 an hour."));
        assert!(founded("The price of a pie rose to £18 in Leeds."));
        assert!(!founded("Lens a sondé un échantillon de 732 personnes."));
        assert!(founded("Dans un échantillon de 732 personnes, 30 % vivent à Lens."));
        assert!(!founded("Jean Lebon, Les Maladies de Lens, Le Chêne, 1997, 864 p., 39 €."));
        assert!(!founded("Lens 2, 23 h 40."));
    }

    #[test]
    fn how_many_persons_something_was_done_to_founds_a_claim_in_words_too() {
        assert!(founded("Nine people have fallen ill in Leeds."));
        assert!(founded("Neuf personnes sont tombées malades à Lens."));
        assert!(!founded("Nine people live in Leeds."));
        assert!(!founded("Dozens of people have seen the roof of Leeds."));
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
        assert!(!grounded(
            "Tout le monde le savait. Le garçon n’était jamais puni », raconte Anne Roux."
        ));
        assert!(!grounded(
            "« C’est le réseau le plus efficace », a estimé Jean Lebon lors d’un séjour à Lens ce jeudi."
        ));
        assert!(grounded("« Lens a fermé trois gares jeudi », a estimé Jean Lebon."));
        assert!(!grounded(
            "“It was the best for us,” said Ann Lee at a meeting in Leeds on Thursday."
        ));
        assert!(!grounded("Three panels of authors spoke in Leeds with love."));
        assert!(!grounded("La mère de trois enfants a quitté Lens."));
        assert!(grounded("Nine people have fallen ill in Leeds."));
        assert!(grounded("Le bateau de Lens a fait une trentaine de morts."));
        assert!(grounded("Neun Menschen wurden in Essen krank."));
        assert!(grounded("Nueve personas cayeron enfermas en Cuenca."));
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
        assert!(!founded("When was Leeds asked how it funded 30 schools?"));
        assert!(!founded("Un manque à gagner d’environ 1 500 euros nets ce mois-ci."));
        assert!(founded("Un maire gagne environ 1 500 euros nets ce mois-ci."));
        assert!(!founded("À 300 km de là, à Lens, la mairie reste fermée."));
        assert!(!founded("I found that 46 people visited my page in Leeds."));
        assert!(!founded("Je touche 600 euros par mois à Lens."));
        assert!(!founded("Supprimer la taxe de 30 euros à Lens."));
        assert!(!founded("Ces milliers de stages forment le capitalisme à Lens."));
        assert!(founded("Des milliers de stages ont été supprimés à Lens."));
        assert!(!founded("About 30 schools must close in Leeds."));
        assert!(!founded(
            "Un grand journal d’enquêtes, lancé en 1947, et qui a révélé plusieurs scandales de Lens."
        ));
        assert!(founded("Un journal a été lancé en 1947 à Lens."));
        assert!(!founded("Three panels of authors spoke in Leeds with love."));
        assert!(!founded("L’équipe de Lens a conçu un bâtiment de sept mètres de haut."));
        assert!(!founded("À des milliers de kilomètres des débats, Lens a trouvé un plan."));
        assert!(founded("Un million de tonnes de terre a été pollué à Lens."));
        assert!(!founded("Das sagte Bürgermeister Tom Roth am Freitag in Essen."));
        assert!(!founded("C’est ce qu’a déclaré le maire Jean Lebon vendredi à Lens."));
        assert!(founded(
            "Leeds closed 30 schools that must reopen by 2030, and 12 people were arrested."
        ));
    }
}
