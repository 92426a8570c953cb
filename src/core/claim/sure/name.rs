//! Whether a name is surely one of a person or body, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::fact::{Name, NameKind};
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Head;
use crate::core::lang::tense::Tense;
use crate::core::lang::word::Shape;
use crate::core::lang::words;
use crate::core::place::Place;

impl Sight<'_> {
    /// A person named in full or behind a title, a body of several words with the word that says so.
    /// Letters alone (`AFP`, `QR`) and other words with capitals (`Black Sea`) tell nobody who acts.
    pub(in crate::core::claim) fn is_sure_name(&self, name: &Name) -> bool {
        let run = self.range(name.span);
        if run.is_empty() || self.is_cut(&run) || self.is_body_and_more(&run) {
            return false;
        }
        let acronym = self.tokens[run.clone()].iter().any(|t| t.shape == Shape::Acronym);
        match name.kind {
            _ if acronym || self.is_heading() => false,
            NameKind::Person => self.is_sure_person(&run),
            NameKind::Organisation => run.len() > 1 && self.is_sure_body(&run),
            NameKind::State | NameKind::People | NameKind::Other => false,
        }
    }

    /// `Jean Lebon`, `Mr Putin`; but `Westminster Bridge`, `Red Devils`: usual words name things.
    fn is_sure_person(&self, run: &Range<usize>) -> bool {
        // `ministro dell’Interno Matteo Ferri`
        const NEAR: usize = 4;
        let near = self.tokens[run.start.saturating_sub(NEAR)..run.start].iter().rev();
        let street = |at: usize| self.is(at, class::STREET);
        let letter = |at: usize| self.tokens[at].span.len() == 1;
        // `[Fedez] al The Club`
        let place = |at: usize| {
            self.is(at, class::PREP)
                && !self.is(at, class::OF)
                && self.tokens[at].shape == Shape::Small
                && !self.settings.ties.contains(&self.word(at))
        };
        if run.clone().any(place) {
            return false;
        }
        if run.clone().any(street) || letter(run.end - 1) {
            return false;
        }
        // `Leiter des Gesundheitsamts`: what somebody is, not who.
        let of = |at: usize| self.is(at, class::DET) && self.tokens[at].shape == Shape::Small;
        if self.settings.nouns_have_capitals() && run.clone().any(of) {
            return false;
        }
        // `Präsident Trump [Tausende] Soldaten`
        if run.clone().any(|at| self.is(at, class::DOZEN | class::SCALE | class::NUMBER)) {
            return false;
        }
        // `der [Erkrankten Covid-19]`
        let code = |at: usize| self.tokens[at].shape == Shape::Code;
        if self.settings.nouns_have_capitals() && run.clone().any(code) {
            return false;
        }
        let titled = self.is(run.start, class::TITLE)
            || near
                .take_while(|token| {
                    // `Prime Minister Abe at [Pearl Harbor]`
                    let place = self.settings.head == Head::Last && token.is(class::PREP);
                    token.shape != Shape::Mark && (!place || token.is(class::OF))
                })
                .take(if run.len() > 1 { NEAR } else { 1 })
                .any(|token| token.is(class::TITLE));
        let usual = |at: usize| self.is_usual(at) && self.tokens[at].shape == Shape::Capital;
        let thing = |at: usize| usual(at) || self.is_noun_of_things(at, at == run.start);
        titled && !self.is_office(run)
            || run.len() > 1 && !run.clone().any(thing) && self.is_shown_as_person(run)
    }

    /// `Minister of State`: what somebody is, with nobody named.
    fn is_office(&self, run: &Range<usize>) -> bool {
        let of = run.clone().skip(1).find(|at| self.is(*at, class::OF));
        of.is_some_and(|of| (of + 1..run.end).all(|at| self.is_usual(at)))
    }

    /// Whether more than capitals shows a person: `Avigdor Lieberman [resigned]`, `Redoine Faïd, [46] ans`,
    /// `[designer] Lulu Lytle`. In news every third name without is a place: `in Kiryat Shmona`, `the
    /// Holborn Viaduct`.
    fn is_shown_as_person(&self, run: &Range<usize>) -> bool {
        const VERB: Classes = class::AUX
            | class::PAST
            | class::PRESENT
            | class::SAY
            | class::DENY
            | class::MODAL
            | class::HOPE;
        const TELLS: Classes = class::DET
            | class::NUMBER
            | class::SOME
            | class::TITLE
            | class::RELATIVE_PRONOUN
            | class::PARTICIPLE
            | class::ORDINAL;
        const NO_NOUN: Classes = class::DET
            | class::PREP
            | class::CONJ
            | class::CLAUSE
            | class::AND
            | class::OF
            | class::TO
            | class::FROM
            | class::ADVERB
            | class::THAT
            | VERB;
        let small = |at: usize| {
            self.tokens.get(at).filter(|token| token.shape == Shape::Small && token.is_word())
        };
        let before = run.start.checked_sub(1);
        let article = before
            .and_then(small)
            .is_some_and(|b| b.is(class::DET) && !b.is(class::OF | class::THAT | class::CLAUSE));
        // `in Kiryat Shmona`, but `by Ann Lee, 29`
        let where_to = before.and_then(small).is_some_and(|b| {
            b.is(class::PREP | class::TO | class::FROM)
                && !b.is(class::OF)
                && !self.settings.agent.contains(&b.span.of(self.text))
        });
        if self.is_place(run) {
            return false;
        }
        if !matches!(self.settings.head, Head::First | Head::Last) {
            return true;
        }
        if article || where_to {
            return false;
        }
        let verb =
            |at: usize| small(at).is_some_and(|token| token.is(VERB) || token.tense != Tense::None);
        let figure = |at: usize| self.tokens.get(at).is_some_and(|t| t.shape == Shape::Figure);
        let told = matches!(self.word(run.end), "," | "(")
            && (self.is(run.end + 1, TELLS) || figure(run.end + 1) || verb(run.end + 1));
        let role = self.settings.head == Head::Last
            && before.and_then(small).is_some_and(|b| !b.is(NO_NOUN) && b.tense == Tense::None);
        let one_of = before.is_some_and(|at| self.is(at, class::PEOPLE));
        verb(run.end) || told || role || one_of
    }

    /// `West Bank`, `Tizi Ouzou`
    fn is_place(&self, run: &Range<usize>) -> bool {
        Place::named(self.span(run).of(self.text)).is_some()
    }

    /// `[Banca d’Italia] Carlo Neri`: a body known by several words, and another name behind it.
    fn is_body_and_more(&self, run: &Range<usize>) -> bool {
        let known =
            self.is(run.start, class::BODY) && self.word(run.start).contains([' ', '’', '\'']);
        known && run.len() > 1
    }

    /// `Wirbelsturm Stan`, `des Herstellers Cube`: a noun, declined or put together, where nouns have
    /// capitals.
    fn is_noun_of_things(&self, at: usize, first: bool) -> bool {
        const SHORT: usize = 4;
        // Surnames end in shorter ones: `Hofmann`.
        let least = if first { SHORT } else { SHORT + 1 };
        if !self.settings.nouns_have_capitals() {
            return false;
        }
        let word = self.word(at).to_lowercase();
        words::is_common_noun(self.language, &word, &self.settings.declined, least)
    }

    /// `Royal Bank of Canada`; but `Centers for [Disease Control] and Prevention`.
    fn is_sure_body(&self, run: &Range<usize>) -> bool {
        const TIES: Classes = class::AND | class::OF | class::PREP;
        let ties =
            |at: usize| self.is(at, TIES) || self.settings.field_ties.contains(&self.word(at));
        // `Fédération royale [belge]`
        let people = self
            .tokens
            .get(run.end)
            .is_some_and(|next| next.is(class::PEOPLE) && self.settings.head == Head::First);
        // `Am Montag brachte ihn die [Polizei Ende] Jänner fort`
        if self.is(run.end - 1, class::PART | class::PERIOD | class::MONTH) {
            return false;
        }
        // `[Chairman of] Midway Broadcasting Corporation`
        if people || self.is(run.start, class::TITLE) {
            return false;
        }
        // `einem Londoner Krankenhaus`: which one, nobody says.
        let one = self
            .before(run.start)
            .is_some_and(|before| before.is(class::DET) && before.is(class::NUMBER | class::SOME));
        if one && self.settings.nouns_have_capitals() {
            return false;
        }
        let led = run.start > 1 && ties(run.start - 1) && self.is_capital(run.start - 2);
        if self.is_place(run) {
            return false;
        }
        // `Consejo Nacional para [Prevenir la Discriminación]`
        let head = self.settings.head == Head::First;
        if head && self.is(run.end, class::DET) && self.is_capital(run.end + 1) {
            return false;
        }
        // `Comisión para América Latina [y el Caribe]`, `Organización Internacional [para las Migraciones]`
        let next = run.end + 1;
        let next = next + usize::from(head && self.is(next, class::DET));
        let field = head && self.settings.field_ties.contains(&self.word(run.end));
        if field && self.is_capital(next) {
            return false;
        }
        let and = head && self.is(run.end, class::AND) && next > run.end + 1;
        if and && self.is_capital(next) && !self.is(next, class::STATE | class::BODY | class::TITLE)
        {
            return false;
        }
        let follows = ties(run.end)
            && self.is_capital(run.end + 1)
            && !self.is(run.end + 1, class::STATE)
            && (self.settings.head != Head::First || !self.is(run.end, class::OF | class::PREP));
        !led && !follows
    }

    /// `Kim Jong [Un]`, `[CBS Los Angeles] JURUPA VALLEY`: another word with a capital stands beside it.
    pub(super) fn is_cut(&self, run: &Range<usize>) -> bool {
        const OTHERS: Classes = class::PEOPLE
            | class::STATE
            | class::WEEKDAY
            | class::TITLE
            | class::FIELD
            | class::DET;
        let nouns = self.settings.nouns_have_capitals();
        let beside = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.is_capital() && !token.is(OTHERS) && (!nouns || token.entry.class == 0)
            })
        };
        let behind = self.tokens.get(run.end).is_some_and(|next| {
            let word = next.span.of(self.text);
            let glued = matches!(word, "&" | "-" | "/" | "@") && !next.spaced;
            // `Luigi [di Maio]`
            let particle = self.settings.ties.contains(&word) && !next.is(class::OF | class::AND)
                // `Hervé [le Bras]`
                || run.len() == 1 && next.is(class::DET) && !next.is(class::OF | class::TO);
            let tied = particle && self.is_capital(run.end + 1);
            glued || tied || next.spaced && beside(run.end) && !nouns
        });
        // `[Gruppo Sole] 24 Ore`
        let numbered = self.tokens.get(run.end).is_some_and(|next| next.shape == Shape::Figure)
            && self.is_capital(run.end + 1)
            && !nouns
            && !self.is(run.end + 1, class::MONTH | class::UNIT);
        let opens = run.start == 1;
        let before = run.start.checked_sub(1).is_some_and(|at| {
            let token = &self.tokens[at];
            let glued = matches!(token.span.of(self.text), "&" | "-" | "/" | "@" | "#");
            let word = !opens && !nouns && self.tokens[run.start].spaced && beside(at);
            glued && !self.tokens[run.start].spaced || word
        });
        behind || before || numbered
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::each;

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
}
