//! Whether a figure is surely one, and whole.

mod measure;
mod named;
mod part;
mod time;
mod words;

use super::sight::Sight;
use crate::core::fact::{Measure, Quantity};
use crate::core::lang::lexicon::class;
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;

/// Whether a word stands for one: `une`.
fn is_one(token: &Token) -> bool {
    (token.value - 1.0).abs() < f64::EPSILON
}

impl Sight<'_> {
    /// Whether a figure is whole and no name: `Sixty Minutes`, `[5] et 10 %`, `en quarantaine` tell
    /// none.
    pub(in crate::core::claim) fn is_sure_figure(&self, figure: &Quantity) -> bool {
        let run = self.range(figure.span);
        if run.is_empty() {
            return true;
        }
        let last = run.end - 1;
        let lasts = figure.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let title =
            lasts && run.len() > 1 && self.is_capital(last) && !self.settings.nouns_have_capitals();
        let alone = run.len() == 1 && self.is(run.start, class::DOZEN) && figure.noun.is_none();
        let leads = class::DET | class::ABOUT | class::SOME | class::MORE | class::LESS;
        let idle = alone
            && run.start > 0
            && (self.is(run.start - 1, class::PREP) && !self.is(run.start - 1, leads)
                // `à peine la trentaine`: how old they are.
                || self.settings.head == Head::First
                    && self.is(run.start - 1, class::DET)
                    && !self.is(run.start - 1, class::SOME | class::NUMBER | class::OF));
        // `las [siete de la mañana]`: a time of day.
        let hour = run.clone().skip(1).any(|at| self.settings.day_parts.contains(&self.word(at)));
        !(title
            || idle
            || hour
            || self.is_part_of_none(&run)
            || self.is_bare_word(figure, &run)
            || self.is_half_read(figure, &run)
            || self.is_scale_alone(figure, &run)
            || self.is_unit_of_a_name(&run)
            || self.is_number_of_a_body(figure, &run)
            || self.is_glued(figure)
            || self.is_year(figure)
            || self.is_of_others(figure, &run)
            || self.is_article(figure, &run)
            || self.is_named(figure, &run)
            || self.is_word_of_code(figure, &run)
            || self.is_age(figure, &run)
            || self.is_numbered(figure, &run)
            || self.is_year_of_two(figure, &run)
            || self.is_rest_of_number(figure, &run)
            || self.is_number_to_call(figure)
            || self.is_half_by_the_way(&run)
            || self.is_all_the_time(figure, &run)
            || self.is_rest_of_part(figure, &run)
            || self.is_of_years(figure, &run)
            || self.is_open(&run)
            || run.start > 1 && self.second_day(run.start - 1) == Some(run.end)
            || self.is_first_of_two(figure, run.end)
            || self.is_one_of_several(figure, &run)
            || self.is_unknown_measure(figure, &run)
            || self.is_figure_of_a_name(figure, &run)
            || self.is_kind_of_one(figure, &run)
            || self.is_measure_of_a_measure(figure)
            || self.is_time(figure, run.start)
            || self.is_first_of_several(figure, run.end))
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::each;

    #[test]
    fn a_figure_is_whole_and_no_name() {
        each(
            Sign::Figure,
            &[
                ("Sixty Minutes aired a film of the mayor in 2019.", &[]),
                ("Six League 1 matches were cancelled in Leeds.", &[]),
                ("The popular 737 Max jet lost 30 buyers in 2019.", &["30 buyers"]),
                ("In Leeds some 300 Taliban fighters left in 2019.", &["300 Taliban fighters"]),
                ("A town of Leeds that dates back to 5,316 BCE has 30 walls.", &["30 walls"]),
                (
                    "Leeds got hundreds of millions of dollars of economic aid in 2019.",
                    &["hundreds of millions of dollars"],
                ),
                ("Tom Lee Jr., 55, of Leeds won 30 prizes.", &["30 prizes"]),
                ("The former star, 42, won 30 prizes in Leeds.", &["30 prizes"]),
                ("Leeds sold 30 cars between April 7 and 13.", &["30 cars"]),
                ("Leeds lost the ship after 6 ½ minutes in 2019.", &["6 ½ minutes"]),
                ("Nine of the 10 schools in Leeds closed in 2019.", &["Nine of the 10 schools"]),
                ("Lens dépense 10 fois moins que Lille depuis 2019.", &["10 fois"]),
                ("Deux heures de Lens à Lille, une heure 25 à Rouen.", &["Deux heures"]),
                ("Six des 12 écoles de Lens ont fermé en 2019.", &["Six des 12 écoles"]),
                ("Deux hommes de 21 et 23 ans ont été tués à Lens.", &["21 et 23 ans"]),
                ("Deux enfants de cinq et huit ans ont quitté Lens.", &["cinq et huit ans"]),
                ("Lens a mené un essai sur 24 patients en 2019.", &["24 patients"]),
                ("À Lens une personne sur quatre est partie.", &["une personne sur quatre"]),
                ("About 61 per cent of public investment went to Leeds.", &["About 61 per cent"]),
                ("Near Leeds a mother of five was elected in 2019.", &[]),
                ("Lens joue les quarts de finale en mai 2019.", &[]),
                ("A Lens 130 personnes placées en garde à vue sont sorties.", &["130 personnes"]),
                (
                    "Leeds had 30 deaths in May, and 3,456 the previous year.",
                    &["30 deaths", "3,456"],
                ),
                ("Une centaine de naufragés de Lens sont sortis.", &["Une centaine de naufragés"]),
                ("Er wurde 2012 Chef des Werks in Halle.", &[]),
                ("Le maire de Lens parle d’un euro fort en 2019.", &[]),
                ("Le bébé de Lens a 4000 couches en ses trois premières.", &["4000 couches"]),
                ("Lens compte 24 eurodéputés de gauche.", &["24 eurodéputés"]),
                ("Lens gagne en 1'44 la course de mai 2019.", &[]),
                ("Le chef du parti «36» a été élu à Lens en 2019.", &[]),
                ("Ann Lee, 36, of Leeds won 30 prizes.", &["30 prizes"]),
                ("Anna Roth (36) hat 30 Preise gewonnen.", &["30 Preise"]),
                ("Il personale del 118 a Parma soccorre 30 persone.", &["30 persone"]),
                ("Lens a voté (1) un budget de 30 millions.", &["30 millions"]),
                ("Halle siegte durch ein Tor (92.) vor 300 Gästen.", &["300 Gästen"]),
                ("Das neue iPhone 6 kostet in Essen rund 300 Euro.", &["rund 300 Euro"]),
                ("Auf Rang zehn folgen in Essen 30 Boote.", &["30 Boote"]),
                ("Gruppe C – 7. Runde vor 300 Gästen in Essen.", &["300 Gästen"]),
                ("Cuenca tuvo 30 casos de Covid–19 en mayo.", &["30 casos"]),
                ("A Parma la sala apre alle 17,30 per 30 persone.", &["30 persone"]),
                ("A Parma il danno è di un milione e 850 mila euro per 30 casi.", &["30 casi"]),
                ("Cuenca recibió 19 mil 500 dosis y 30 camas.", &["30 camas"]),
                ("Tel. 348.7260216: a Parma 30 posti.", &["30 posti"]),
                (
                    "Gut zehn Kilometer von Spielfeld leben in Essen 300 Menschen.",
                    &["Gut zehn Kilometer", "300 Menschen"],
                ),
                ("Shakira habló en mitad del concierto de Cuenca ante 300 fans.", &["300 fans"]),
                ("Lens a reçu la Cop 21 et 300 invités en 2015.", &["300 invités"]),
                (
                    "Zwischen 1869 und 1887 Karten zu zeichnen, kostete in Essen 300 Taler.",
                    &["300 Taler"],
                ),
                (
                    "Parma conta 110 morti contro 106 casi negli stessi mesi.",
                    &["110 morti", "106 casi"],
                ),
                ("El acto duró dos horas en Cuenca en 2019.", &["dos horas"]),
                ("Lens a été condamné à quatre ans de prison en 2019.", &["quatre ans de prison"]),
                ("A Parma i prezzi salgono del 2,6% del mese precedente.", &["2,6%"]),
                ("Lens a perdu 27 autres usines en 2019.", &["27 autres usines"]),
                ("A Lens, un homme, la trentaine, a volé 30 vélos.", &["30 vélos"]),
                ("Parma ha perso (137-103) davanti a 300 tifosi.", &["300 tifosi"]),
                ("Dal '93 Parma ha perso 30 treni.", &["30 treni"]),
                ("A Parma 60 treni e altri 80 di notte sono fermi.", &["60 treni"]),
                ("Die 30- bis 49-Jährigen in Essen haben 300 Boote.", &["300 Boote"]),
                ("Das Bad in Essen ist von 9 bis 13 Uhr für 300 Gäste offen.", &["300 Gäste"]),
                ("Halle traf zweimal (11./46. Minute) vor 300 Gästen.", &["300 Gästen"]),
                ("À Lens, le salaire est entre 1500 et 2000 euros.", &["entre 1500 et 2000 euros"]),
                ("Le top 10 de Lens compte 30 usines en 2019.", &["30 usines"]),
                ("Cuenca cerró 30 bares del distrito 10 en 2019.", &["30 bares"]),
                ("In Delhi stiegen die Fälle von 1000 auf 3000.", &["1000", "3000"]),
                ("Leeds lost 30 jobs in a decade and a half of cuts.", &["30 jobs"]),
                ("That is about 2% of total US tax from Leeds.", &["about 2%"]),
                ("Leeds lost one-quarter to one-third of the 300 jobs.", &["300 jobs"]),
                (
                    "Cuenca tiene 30 bares y un tercio de los votos.",
                    &["30 bares", "un tercio de los votos"],
                ),
                ("In Leeds they stand by one another in 30 schools.", &["30 schools"]),
                ("En la década de los 40 Cuenca tuvo 30 bares.", &["30 bares"]),
                ("Cuando llegaron a Cuenca el año 871, hallaron 30 casas.", &["30 casas"]),
                ("In Halle sind von den unter 25-Jährigen 7,2 Prozent krank.", &["7,2 Prozent"]),
                ("In Halle haben 30 Olchinger Betriebe geschlossen.", &["30 Olchinger Betriebe"]),
                (
                    "À Lens, 80 000 policiers et 80\u{a0}000 policiers sont venus.",
                    &["80 000 policiers"],
                ),
            ],
        );
    }

    #[test]
    fn a_round_of_a_cup_and_all_the_time_are_no_figures() {
        each(
            Sign::Figure,
            &[
                ("Lens a perdu son quart de finale devant 300 fans.", &["300 fans"]),
                ("Le poste de Lens aide 24 heures sur 24 et 7 jours sur 7 30 gens.", &["30 gens"]),
                (
                    "The post of Leeds is open 24 hours a day, seven days a week, to 300 fans.",
                    &["300 fans"],
                ),
                ("Lens compte 24 heures de grève sur 48 en 2019.", &["24 heures de grève", "48"]),
            ],
        );
    }

    #[test]
    fn a_measure_that_is_not_known_a_name_and_one_of_several_are_no_figures() {
        each(
            Sign::Figure,
            &[
                ("Le nombre de cas de Lens approche le million pour 30 gens.", &["30 gens"]),
                (
                    "Lens a reçu 4 milliards d’euros d’argent public en 2019.",
                    &["4 milliards d’euros"],
                ),
                ("Lens a reçu 30 euros d’argent en 2019.", &["30 euros d’argent"]),
                ("Lens a vendu un quatre pièces et 30 gares en 2019.", &["30 gares"]),
                ("La limite de 1 g/l a été dépassée dans 30 villes de Lens.", &["30 villes"]),
                ("Lens a perdu une des 3 agences et 30 gares en 2019.", &["30 gares"]),
                ("One of the 40 clubs of Leeds has 30 cars.", &["30 cars"]),
                ("The radio of Leeds runs at 915 MHz for 30 hours.", &["30 hours"]),
                ("Shares of 3M rose in Leeds, which has 30 cars.", &["30 cars"]),
                ("Lens a vu 10 000 Black Interns former 30 gens.", &["30 gens"]),
            ],
        );
    }

    #[test]
    fn half_of_a_value_is_none() {
        each(
            Sign::Figure,
            &[
                ("Le prix a été de 3 ou 4 euros à Lens en 2019.", &[]),
                ("L’amende a été de 20 milliards et 800 millions de centimes.", &[]),
                ("Le chômage a touché plus du quart de la jeunesse à Lens.", &[]),
                ("Des gilets jaunes ont crié « Le million à Paris » en 2019.", &[]),
                ("He served with 104 Air Defence Regiment in Leeds in 2019.", &[]),
                ("About 115,000 Royal Mail workers marched in Leeds.", &["About 115,000"]),
            ],
        );
    }
}
