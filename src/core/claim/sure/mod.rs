//! What is sure enough to be told as a reason.
//!
//! A claim that was found for a doubtful reason may still be one; a reason that is wrong, cut or says
//! nothing makes the reader doubt all others. So what these files do not hold for sure is not told.
//! The score does not change.

mod change;
mod date;
mod event;
mod name;
mod sight;
mod source;
mod value;

pub(super) use sight::Sight;

#[cfg(test)]
mod tests {
    use crate::core::claim::{Sign, analyze};

    /// The words of a text that are told as a reason of one kind.
    fn told(text: &str, sign: Sign) -> Vec<&str> {
        let claims = analyze(text).claims;
        let reasons = claims.iter().flat_map(|claim| claim.reasons.iter());
        reasons.filter(|r| r.sign == sign).filter_map(|r| Some(r.span()?.of(text))).collect()
    }

    fn each(sign: Sign, cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            assert_eq!(told(text, sign), *want, "{text}");
        }
    }

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
    fn a_person_shows_by_more_than_capitals() {
        each(
            Sign::Name,
            &[
                ("Police in Kiryat Molochi found 30 bodies on Friday.", &[]),
                ("Some 30 soldiers left the Holborn Viadukt in 2019.", &[]),
                ("Some 30 soldiers left the West Bank in 2019.", &[]),
                ("Avigdor Lebermann resigned in 2019 after 30 days.", &["Avigdor Lebermann"]),
                ("A bullet hit Avigdor Lebermann, 29, in 2019.", &["Avigdor Lebermann"]),
                ("In 2019 designer Lulu Lettel sold 30 houses.", &["Lulu Lettel"]),
                ("A Minister of State opened 30 schools in 2019.", &[]),
                ("30 lits sont situés à Oum El-Bouaghi depuis 2019.", &[]),
                ("Redouane Faïdi a volé 30 euros à Lens en 2019.", &["Redouane Faïdi"]),
                (
                    "En 2019 le tireur, Redouane Faïdi, né à Lens, a tué 30 chats.",
                    &["Redouane Faïdi"],
                ),
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
        each(
            Sign::Date,
            &[
                ("The crater was formed some 4 billion years ago near Leeds.", &[]),
                ("Leeds spent £30m from Jan. 24-Nov.", &[]),
                ("À Lens, autour de 2015-2016, 30 gares ont fermé.", &[]),
                ("— Ann Lee (@annlee) 1 May 2020 Police arrested 30 people.", &[]),
            ],
        );
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
            ],
        );
    }

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
    fn a_date_tells_a_time() {
        each(
            Sign::Date,
            &[
                ("Leeds lost 30 jobs in October last year.", &["October last year"]),
                ("Theresa May visited 30 schools in Leeds.", &[]),
                ("Leeds recently lost 30 jobs.", &[]),
                ("À Lens, 30 gens ont applaudi à 20 heures.", &[]),
                ("À Lens, 30 gens ont applaudi lundi à 20 heures.", &["lundi"]),
                ("Leeds lost 30 jobs at 9 p.m. on Friday.", &["Friday"]),
                ("Leeds lost 30 jobs just months ago.", &[]),
                ("Ute Rot kam in Essen nach 9:14:52 vor 30 Gästen an.", &[]),
                ("À la veille du vote, Lens a fermé 30 écoles.", &[]),
                ("Le film coûte 30 euros dans les années 1950-60.", &["les années 1950-60"]),
                ("Halle hat kürzlich 30 Häuser gekauft.", &[]),
                ("Nel '68 Parma ha perso 30 treni.", &["'68"]),
                ("La legge del '42 ha dato 30 treni a Parma.", &["'42"]),
                ("The Leeds News and Sunday Post lost 30 jobs.", &[]),
                ("In Delhi stiegen die Fälle von 1000 auf 3000.", &[]),
                ("In Leeds his band The 1975 won 30 prizes.", &[]),
                ("In Leeds they won 30 prizes by 1975.", &["1975"]),
                ("Le Journal du Dimanche a perdu 30 lecteurs.", &[]),
                ("Lens a perdu 30 lecteurs depuis dimanche.", &["dimanche"]),
                ("À Lens il vend 30 lits chaque lundi.", &[]),
                ("In Leeds he sold 30 beds every Monday.", &[]),
                ("Die „Bild am Sonntag“ hat 30 Leser in Halle.", &[]),
                ("The fair sold 30 cars on April 7-8 in Leeds.", &["April 7-8"]),
                ("Leeds sold 30 cars between April 7 and 13.", &["April 7 and 13"]),
                ("30 bancs de la rue du 8 Mai à Lens ont été vendus.", &[]),
                ("Lens a vendu 30 bancs le 1er mai.", &["1er mai"]),
            ],
        );
    }

    #[test]
    fn a_name_is_a_whole_person_or_body_and_told_once() {
        each(
            Sign::Name,
            &[
                ("The fire near Red Bridge cost Denisa Ruzic £30m.", &["Denisa Ruzic"]),
                ("The CDU and the AFP cut 30 jobs in Leeds.", &[]),
                ("Am Freitag tötete Wirbelsturm Stan in Halle 30 Menschen.", &[]),
                ("Das Glasfasernetz Versatix kostete in Essen 300 Euro.", &[]),
                ("Das Gerät des Herstellers Cubix kostet in Essen 300 Euro.", &[]),
                ("In Halle gewann Elif Demirtas 30 Preise.", &["Elif Demirtas"]),
                ("Il governatore della Banca d’Italia Carlo Nerix ha 30 casi.", &[]),
                ("El Consejo Nacional para Prevenir la Sequía abrió 30 pozos.", &[]),
                ("A Parma, in piazzetta Cuccia, 30 alberi sono caduti.", &[]),
                ("Tom Ruzic said he had 30 trees.", &[]),
                ("A Leeds, Hervé le Bras compte 30 voix.", &[]),
                (
                    "Elif Demirtas, Leiterin des Museums in Halle, hat 30 Bilder.",
                    &["Elif Demirtas"],
                ),
                ("Cuenca paga 30 euros a la Organización Internacional para las Migraciones.", &[]),
                ("Er lag in einem Londoner Krankenhaus mit 30 Betten.", &[]),
                ("El Ministerio francés del Interior tiene 30 agentes.", &[]),
                ("La Organización Mundial de la Salud tiene 30 agentes.", &[]),
                ("El Partido Socialista de Francia tiene 30 agentes.", &["Partido Socialista"]),
                ("El Consejo de Ministros de este mes costó 30 euros.", &["Consejo de Ministros"]),
                ("L’Assemblée générale de l’ONU a reçu 30 textes.", &["Assemblée générale"]),
                ("In Halle haben 95% der Erkrankten Covid-19 überstanden.", &[]),
            ],
        );
    }

    #[test]
    fn a_year_that_tells_which_thing_is_meant_founds_no_claim() {
        for (thing, time) in [
            ("Leeds loved the 2019 council plan.", "Leeds dropped the plan in 2019."),
            ("The council regretted the events of 2019.", "The council left at the end of 2019."),
            ("Lens a loué le plan de 2019.", "Lens a quitté le plan à la fin de 2019."),
            ("Lens a loué la loi de finances 2019.", "Lens a quitté le plan au cours de 2019."),
            ("Cuenca alabó el plan de 2019.", "Cuenca dejó el plan a lo largo de 2019."),
            (
                "Parma ha lodato il piano del 2019.",
                "Parma ha lasciato il piano nel corso del 2019.",
            ),
            ("Halle lobte den Plan von 2019.", "Halle hatte den Plan im Jahr 2019."),
        ] {
            assert!(!founded(thing), "{thing}");
            assert!(founded(time), "{time}");
        }
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

    #[test]
    fn a_date_of_what_may_or_will_be_founds_no_claim() {
        assert!(!founded("Leeds feared in 2019 that it might want to drop the plan."));
        assert!(founded("Leeds feared the plan in 2019."));
        assert!(founded("Leeds, which was attacked in 1207, will want to drop the plan."));
        assert!(founded("Leeds feared that 300 jobs might go by 2030."));
    }

    fn founded(text: &str) -> bool {
        analyze(text).claims.iter().any(|claim| claim.founded)
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
