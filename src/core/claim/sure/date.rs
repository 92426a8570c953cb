//! Whether a date surely tells a time, and whole.

use std::ops::Range;

use super::sight::Sight;
use crate::core::article::Span;
use crate::core::fact::Attribution;
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

impl Sight<'_> {
    /// Whether a date tells a time: not `recently`, nor a bare month or year that may be a name or a
    /// number (`Theresa May`, `1400 selon la police, [2000] selon …`).
    pub(in crate::core::claim) fn is_sure_date(&self, span: Span) -> bool {
        const LEADS: Classes = class::PREP
            | class::OF
            | class::FROM
            | class::TO
            | class::BETWEEN
            | class::AND
            | class::CONJ
            | class::DET
            | class::DATED
            | class::RELATIVE
            | class::PART
            | class::PERIOD
            | class::MONTH
            | class::HOURLY
            | class::CLAUSE;
        // `9:14:52`: how long it took.
        if span.of(self.text).matches(':').count() > 1 {
            return false;
        }
        if self.is_of_a_post(span) || self.is_cut_date(span) {
            return false;
        }
        let run = self.range(span);
        // `4 [billion years ago]`
        if run.start > 0 && self.is(run.start, class::SCALE) && self.is_number(run.start - 1) {
            return false;
        }
        // `chaque midi`, `every Monday`: again and again.
        let again = self
            .before(run.start)
            .is_some_and(|before| self.settings.each.contains(&before.span.of(self.text)));
        // `for 20 straight Tuesdays`
        let days = run.clone().any(|at| self.is_several_days(at));
        if again || days || self.is_day_of_a_name(&run) {
            return false;
        }
        if run.len() != 1 {
            return true;
        }
        let at = run.start;
        let token = &self.tokens[at];
        if token.is(class::RELATIVE) {
            // `USA Today`
            if at > 0 && token.shape == Shape::Capital && self.is_capital(at - 1) {
                return false;
            }
            // `bientôt`; `months ago`
            // `à la veille du vote`
            let of = self.settings.head == Head::First && self.is(at + 1, class::OF);
            let vague = of
                || token.is(class::FUTURE | class::WEAK)
                || at > 0 && self.is(at - 1, class::UNIT);
            return !vague && !self.ends(at, &self.settings.adverb);
        }
        let bare = token.shape == Shape::Figure && token.span.len() == 4;
        if !(bare || token.is(class::MONTH) && token.is_word()) {
            return true;
        }
        let Some(before) = self.before(at) else { return bare };
        // `his band The 1975`
        if at > 1 && before.is(class::DET) && before.is_capital() {
            return false;
        }
        let contracted = self.settings.contracted.contains(&before.span.of(self.text));
        let noun = bare && before.shape == Shape::Small;
        before.is(LEADS)
            || contracted
            || noun
            || matches!(before.span.of(self.text), "(" | "-" | "–" | "/" | "[")
    }

    /// `NASA announced [on 18 May] that …`, `« … », a dit le maire [mardi 3 mai]`: when it was said, which
    /// tells nothing of what was.
    pub(in crate::core::claim) fn is_of_saying(&self, said: &Attribution, date: Span) -> bool {
        const LEADS: Classes = class::PREP | class::DET | class::DATED;
        let (verb, when) = (self.range(said.span), self.range(date));
        if said.span.contains(date.start) {
            return true;
        }
        let next = when.end;
        let before = verb.end <= when.start && (verb.end..when.start).all(|at| self.is(at, LEADS));
        let that =
            self.is(next, class::THAT) || self.word(next) == "," && self.is(next + 1, class::THAT);
        let behind = said.content.end <= said.span.start;
        before && !verb.is_empty() && (that || behind)
    }

    /// `Tuesdays`, `les lundis`: the plural of a weekday.
    fn is_several_days(&self, at: usize) -> bool {
        let word = self.word(at);
        let one = word.strip_suffix('s').map(str::to_lowercase);
        self.is(at, class::WEEKDAY)
            && one.is_some_and(|one| {
                let entry = Lexicon::of(self.language).get(&one);
                entry.is_some_and(|entry| entry.is(class::WEEKDAY))
            })
    }

    /// `— Ann Lee (@annlee) [1 May 2020]`: when a post was written that is quoted whole.
    fn is_of_a_post(&self, date: Span) -> bool {
        const LONGEST: usize = 100;
        let near = self.text.floor_char_boundary(date.start.saturating_sub(LONGEST));
        let before = self.text[near..date.start].trim_end();
        let handle = before.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        handle.is_some_and(|(_, handle)| handle.starts_with('@') && !handle.contains(' '))
    }

    /// One past the second day of two, if it stands behind this word: `October 11 [and] 13`.
    pub(super) fn second_day(&self, tie: usize) -> Option<usize> {
        const TIES: Classes = class::AND | class::TO | class::CONJ;
        let day = |at: usize| {
            let token = self.tokens.get(at);
            token.is_some_and(|day| day.shape == Shape::Figure && day.span.len() <= 2)
        };
        let month = tie > 1 && self.is(tie - 2, class::MONTH) && day(tie - 1);
        let counts = self.tokens.get(tie + 2).is_some_and(|next| {
            next.is(class::UNIT) || next.shape == Shape::Small && next.entry.class == 0
        });
        (month && self.is(tie, TIES) && day(tie + 1) && !counts).then_some(tie + 2)
    }

    /// The words of a date, with the second day: `October 11 [and 13]`.
    pub(in crate::core::claim) fn date(&self, date: Span) -> Span {
        match self.second_day(self.range(date).end) {
            Some(end) => Span::new(date.start, self.tokens[end - 1].span.end),
            None => date,
        }
    }

    /// `2015-[2016]`, `[Jan. 24]-Nov.`: one end of what was not read as a span of time.
    fn is_cut_date(&self, date: Span) -> bool {
        let dash = ['-', '–'];
        let before = self.text[..date.start].strip_suffix(dash).unwrap_or_default();
        let behind = self.text[date.end..].strip_prefix(dash).unwrap_or_default();
        let year = date.len() == 4 && before.ends_with(|c: char| c.is_ascii_digit());
        year || behind.starts_with(|c: char| c.is_uppercase())
            && date.of(self.text).ends_with(|c: char| c.is_ascii_digit())
    }

    /// `Journal du [Dimanche]`, `Bild [am Sonntag]`: a day that is part of a name.
    fn is_day_of_a_name(&self, run: &Range<usize>) -> bool {
        // `la rue du [8 Mai]`
        if let [.., street, tie] = &self.tokens[..run.start]
            && street.is(class::STREET)
            && tie.is(class::OF)
            && run.clone().any(|at| self.is(at, class::MONTH))
        {
            return true;
        }
        let Some(day) = run.clone().find(|at| self.is(*at, class::WEEKDAY)) else { return false };
        // `[Saturday] Night Live`
        let next = self.tokens.get(day + 1).filter(|next| next.shape == Shape::Capital);
        let part = |next: &Token| next.span.of(self.text).to_lowercase();
        if next.is_some_and(|next| self.settings.day_parts.contains(&part(next).as_str())) {
            return true;
        }
        // `Black [Monday]`
        let made = |before: &Token| self.settings.named_days.contains(&before.span.of(self.text));
        if self.before(day).is_some_and(made) {
            return true;
        }
        let [.., name, tie] = &self.tokens[..day] else { return false };
        // Where days are written small, a capital shows a name.
        let small = self.settings.head == Head::First && self.is_capital(day) && tie.is(class::OF);
        let quote = |at: usize| matches!(self.word(at), "“" | "”" | "\"" | "«" | "»");
        let quoted = day > 2
            && quote(day + 1)
            && matches!(self.word(day - 3), "„" | "“" | "»" | "«" | "\"")
            && tie.shape == Shape::Small;
        name.is_capital()
            && (small || quoted || self.settings.dailies.contains(&name.span.of(self.text)))
    }

    /// Whether a year tells which thing is meant rather than when something was: `the 2019 plan`, `le plan
    /// de 2019`, `la loi de finances 2019`.
    pub(in crate::core::claim) fn is_of_a_thing(&self, date: Span) -> bool {
        const TIME: Classes = class::DATED
            | class::PART
            | class::PERIOD
            | class::SEASON
            | class::MONTH
            | class::UNIT
            | class::RELATIVE;
        const NO_NOUN: Classes = class::PREP
            | class::AUX
            | class::ADVERB
            | class::AND
            | class::CONJ
            | class::CLAUSE
            | class::DET
            | class::FROM
            | class::TO
            | class::PAST
            | class::NEGATION
            | class::STOP
            | class::THAT
            | class::THIRD;
        let run = self.range(date);
        let year = run.len() == 1 && self.tokens[run.start].shape == Shape::Figure;
        let (true, Some(lead)) = (year && date.len() == 4, run.start.checked_sub(1)) else {
            return false;
        };
        let noun = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.is_word()
                    && !token.is(TIME | NO_NOUN)
                    && !self.settings.of_time.contains(&self.word(at))
                    && !self.ends(at, &self.settings.infinitive)
            })
        };
        let of = self.is(lead, class::OF) && lead > 0 && noun(lead - 1);
        of || match self.settings.head {
            Head::First => noun(lead),
            Head::Last => {
                (self.is(lead, class::DET) || self.settings.owner.contains(&self.word(lead)))
                    && noun(run.end)
            }
            Head::Plural | Head::Capital => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::Sign;
    use crate::core::claim::tests::{each, founded};

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
    fn half_of_a_date_is_none() {
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
}
