//! The figures, sources, dates and names of a claim.

use super::Told;
use super::figure::{is_hard, is_light, is_share, lasts, tells};
use super::name::{goes_on, whole_name};
use crate::core::article::{Span, within};
use crate::core::claim::model::{Kind, Reason, Sign};
use crate::core::claim::sure::Sight;
use crate::core::fact::{Attribution, Date, Facts, Measure, Moment, Name, Quantity};

impl Told {
    pub(super) fn add_facts(
        &mut self,
        sight: &Sight<'_>,
        sentence: Span,
        facts: &Facts,
        real: bool,
    ) {
        let (span, text) = (self.span, sight.text);
        let figure = |q: &&Quantity| q.unit.is_none_or(|unit| unit.measure != Measure::Rank);
        for quantity in within(&facts.quantities, span, |q| q.span).iter().filter(figure) {
            self.kinds.push(Kind::Quantity);
            if tells(text, quantity) && sight.is_sure_figure(quantity) {
                let mut figure = sight.figure(quantity);
                // `at least [10] of the 20`
                let last = self.reasons.last().and_then(Reason::span);
                if let Some(last) = last.filter(|last| last.overlaps(figure)) {
                    figure.start = figure.start.min(last.start);
                }
                let vague = !real && sight.is_vague(quantity);
                let known = sight.is_known(quantity) || sight.is_how_far(quantity);
                if is_light(text, quantity) || vague || known {
                    self.light.push(figure);
                    // `Nine people have fallen ill`
                    let persons = real && !known && sight.counts_persons(quantity);
                    self.persons.extend(persons.then_some(figure));
                }
                self.vague.extend(quantity.vague.then_some(figure));
                self.hard |= is_hard(quantity);
                self.shares |= is_share(quantity);
                if lasts(text, quantity) {
                    self.lasting.push(figure);
                }
                // `[21] et 23 ans`: told with the second one.
                let told =
                    |r: &mut Reason| r.span().is_some_and(|told| figure.contains(told.start));
                while self.reasons.pop_if(told).is_some() {}
                self.push_once(text, Kind::Quantity, Sign::Figure, figure);
            }
        }
        // The source may stand in another clause of the sentence, if this one has none of its own.
        let said = within(&facts.attributions, sentence, |a| a.span);
        // Who says the end of a quotation stands behind its words.
        let clause = sight.clause_span();
        let own = said.iter().any(|a| clause.contains(a.span.start));
        // `Les experts le nient [En 2019, 30 gares …]`: who speaks in a heading says nothing of the sentence.
        let start = sight.tokens.first().map_or(0, |token| token.span.start);
        let heads = |a: &Attribution| a.span.end <= start && a.source != Some(a.span);
        let speaks = |a: &&Attribution| {
            clause.overlaps(a.span) || !own && span.overlaps(a.content) && !heads(a)
        };
        for attribution in said.iter().filter(speaks) {
            let (kind, sign) = if attribution.denies {
                self.hard = true;
                (Kind::Denial, Sign::DeniedBy)
            } else {
                (Kind::Attribution, Sign::Source)
            };
            self.kinds.push(kind);
            let elsewhere = !clause.overlaps(attribution.span) && sight.says_itself();
            let sure =
                |source: &Span| !elsewhere && sight.is_sure_source(attribution, *source, facts);
            if let Some(source) = attribution.source.filter(sure) {
                self.push_once(text, kind, sign, source);
            }
        }
        self.add_dates(sight, facts, said);
        for idle in [
            &mut self.light,
            &mut self.lasting,
            &mut self.persons,
            &mut self.vague,
            &mut self.saying,
        ] {
            idle.sort_unstable();
        }
        for hearsay in within(&facts.hearsay, span, |s| *s) {
            self.kinds.push(Kind::Attribution);
            if sight.is_sure_hearsay(*hearsay) {
                self.push(Kind::Attribution, Sign::Hearsay, *hearsay);
            }
        }
        let whole = |name: &&Name| sight.is_sure_name(name) && !goes_on(sight, name.span);
        for name in within(&facts.names, span, |n| n.span).iter().filter(whole) {
            let span = whole_name(text, sight.part(), name.span, sight.settings);
            if !self.is_named(text, span) {
                self.reasons.push(Reason::new(Sign::Name, Some(span)));
            }
        }
    }

    /// `October last year`, `janvier-mars 2019`: what stands side by side is one date.
    fn add_dates(&mut self, sight: &Sight<'_>, facts: &Facts, said: &[Attribution]) {
        let (mut told, mut hours): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
        for date in within(&facts.dates, self.span, |d| d.span) {
            self.kinds.push(Kind::Date);
            let words = sight.date(date.span);
            let joins = |last: &&mut Span| {
                last.end <= date.span.start
                    && matches!(sight.text[last.end..date.span.start].trim(), "" | "-" | "–")
            };
            if let Some(last) = told.last_mut().filter(joins) {
                last.end = words.end;
            } else {
                told.push(words);
                // `à 20 heures`: of which day is not said.
                hours.extend(is_hour(date).then_some(words));
            }
            // `les années 1950-60`, `April 7-8`
            let rest = sight.text[date.span.end..].strip_prefix(['-', '–']).unwrap_or_default();
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let day = date.from.day.is_some() && date.from.year.is_none() && digits == 1;
            // `1775-1783`
            let bare = words.of(sight.text).bytes().all(|b| b.is_ascii_digit());
            let years = digits == 4 && words.len() == 4 && bare;
            if let Some(last) = told.last_mut().filter(|_| digits == 2 || day || years) {
                last.end = date.span.end + sight.text[date.span.end..].len() - rest.len() + digits;
            }
            // `on Saturday`, `in March`: of which year is not said.
            let open = date.from.year.is_none() && date.from.day.is_none();
            let of_saying = said.iter().any(|said| sight.is_of_saying(said, date.span));
            if of_saying {
                self.saying.extend(told.last());
            }
            let of_a_thing = sight.is_of_a_thing(date.span);
            if of_a_thing {
                self.things.extend(told.last());
            }
            if open || of_saying || of_a_thing {
                self.light.extend(told.last());
            }
        }
        told.retain(|date| !hours.contains(date));
        for date in told.into_iter().filter(|date| sight.is_sure_date(*date)) {
            self.push_once(sight.text, Kind::Date, Sign::Date, date);
        }
    }

    /// Whether who is named by these words was told already, as a source or by name: `Mr Putin` after
    /// `Vladimir Putin`.
    fn is_named(&self, text: &str, name: Span) -> bool {
        let last = name.of(text).rsplit([' ', '\u{a0}']).next().unwrap_or_default();
        let names = |r: &&Reason| matches!(r.sign, Sign::Source | Sign::DeniedBy | Sign::Name);
        let mut told = self.reasons.iter().filter(names).filter_map(Reason::span);
        told.any(|told| told.of(text).contains(last))
    }
}

/// Whether a date tells only a time of day.
fn is_hour(date: &Date) -> bool {
    let Moment { year, month, day, weekday, hour, part, .. } = date.from;
    let none = year.is_none() && month.is_none() && day.is_none() && weekday.is_none();
    none && hour.is_some() && part.is_none() && !date.relative
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;
    use crate::core::claim::model::Sign;
    use crate::core::claim::tests::told as words;

    #[test]
    fn a_conditional_under_a_condition_is_no_hearsay() {
        let hearsay = |text| words(text, Sign::Hearsay);
        assert_eq!(hearsay("Le recteur a répondu qu’il n’y aurait pas 30 renvois."), [""; 0]);
        assert_eq!(hearsay("Le préfet affirme que 30 soldats auraient fui Lens."), ["auraient"]);
        assert_eq!(hearsay("En 1950 elle entrait au lycée et montrait 30 dessins."), [""; 0]);
        assert_eq!(hearsay("Não teria custado 30 euros caso o prefeito tivesse pago."), [""; 0]);
        assert_eq!(hearsay("O prefeito teria pago 30 mil euros em Braga."), ["teria"]);
        assert_eq!(hearsay("Si Cuenca pagase, el precio habría caído a 30 euros."), [""; 0]);
        assert_eq!(hearsay("Sin Cuenca, el precio habría caído a 30 euros."), [""; 0]);
        assert_eq!(hearsay("Personne ne soutiendrait cela pour 30 euros à Lens."), [""; 0]);
        assert_eq!(hearsay("Als 30 winkels sluiten, zou Delft in 2025 leeg staan."), [""; 0]);
    }

    #[test]
    fn what_stands_in_a_name_or_was_not_done_is_no_reason() {
        for (text, sign, want) in [
            ("Leeds fell on Black Monday in 1987.", Sign::Date, vec!["1987"]),
            ("Leeds paid 30 euros, USA Today said in 1987.", Sign::Date, vec!["1987"]),
            ("Leeds rose on 20 straight Tuesdays in 1987.", Sign::Date, vec!["1987"]),
            ("Leeds sent 30 men to Saturday Night Live in 1987.", Sign::Date, vec!["1987"]),
            ("La guerre (1775-1783) a fait 300 morts à Lens.", Sign::Date, vec!["1775-1783"]),
            ("Aucun maire n’a encore été condamné à Lens en 2019.", Sign::Event, vec![]),
            ("Le maire n’a été condamné qu’en 2019 à Lens.", Sign::Event, vec!["condamné"]),
            (
                "At least five of 17 mayors left Leeds in 2019.",
                Sign::Figure,
                vec!["five of 17 mayors"],
            ),
            ("Leeds sent two letters, one in 2014 for 30 men.", Sign::Figure, vec!["30 men"]),
            ("Lens est passé au stade 2 avec 300 cas en 2019.", Sign::Figure, vec!["300 cas"]),
            ("Selon nos informations, Lens a perdu 300 emplois.", Sign::Source, vec![]),
            (
                "It was Prime Minister Nouri al-Maliki who lost 300 jobs.",
                Sign::Name,
                vec!["Prime Minister Nouri al-Maliki"],
            ),
        ] {
            assert_eq!(words(text, sign), want, "{text}");
        }
    }

    #[test]
    fn what_a_thing_sought_would_do_is_no_hearsay() {
        let hearsay = |text| words(text, Sign::Hearsay);
        assert_eq!(hearsay("Lens cherche un plan qui permettrait 30 départs en 2030."), [""; 0]);
        let told = "Le maire de Lens, qui aurait acheté 30 voix, a été élu en 2020.";
        assert_eq!(hearsay(told), ["aurait"]);
        let thought = "Il n’a pas pensé en 2019 que cela mettrait fin à 30 usines de Lens.";
        assert_eq!(hearsay(thought), [""; 0]);
        let never = "Dove Parma avrebbe sicuramente vinto 30 gare nel 2019.";
        assert_eq!(hearsay(never), [""; 0]);
    }

    #[test]
    fn who_denies_something_is_told_and_who_decides_is_not() {
        for (text, want) in [
            ("The court rejected the appeal of 30 owners.", vec![]),
            ("The minister rejected the claims of 30 owners.", vec!["The minister"]),
            ("The minister did not deny the claims of 30 owners.", vec![]),
            ("Das Amt schließt 30 weitere Fälle bislang aus.", vec!["Das Amt"]),
            ("Das Amt schließt 30 weitere Fälle nicht aus.", vec![]),
            ("Die Firma wies die Vorwürfe von 30 Kunden zurück.", vec!["Die Firma"]),
            ("Der Rat lehnte den Antrag von 30 Eltern ab.", vec![]),
        ] {
            assert_eq!(words(text, Sign::DeniedBy), want, "{text}");
        }
    }

    #[test]
    fn a_clause_with_a_source_of_its_own_shows_no_other() {
        let text = "Le maire avait annoncé quatre morts à Lens lundi, avant que le préfet Jean \
                    Lebon n’annonce trois morts à Lille mardi.";
        let claims = analyze(text).claims;
        let sources = claims.iter().map(|claim| {
            let of = claim.reasons.iter().filter(|r| r.sign == Sign::Source);
            of.filter_map(|r| Some(r.span()?.of(text))).collect::<Vec<_>>()
        });
        let want = [vec!["Le maire"], vec!["le préfet Jean Lebon"]];
        assert_eq!(sources.collect::<Vec<_>>(), want);
    }
}
