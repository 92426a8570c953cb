//! Days, months and weekdays in words: `12 octobre 2024`, `lundi 3 juin`, `June 12`.

use super::find::Finder;
use crate::core::fact::model::Moment;
use crate::core::lang::Language;
use crate::core::lang::lexicon::class;
use crate::core::lang::word::Shape;

impl Finder<'_> {
    /// `lundi 3 juin`, `Dienstag, dem 14. Oktober`.
    pub(super) fn weekday(&self, at: usize) -> (Moment, usize) {
        let weekday = Some(self.tokens[at].value as u8);
        let comma = usize::from(self.word(at + 1) == ",");
        let rest = (at + 1 + comma..at + 3 + comma)
            .take_while(|i| *i == at + 1 + comma || self.is(i - 1, class::DET | class::PREP))
            .find_map(|i| self.calendar(i))
            .filter(|(moment, _)| moment.day.is_some());
        let (moment, end) = rest
            .or_else(|| self.bare_day(at + 1))
            .or_else(|| self.bracketed_day(at + 1))
            .unwrap_or((Moment::default(), at + 1));
        (Moment { weekday, ..moment }, end)
    }

    /// `samedi 21`: a day without its month, where the figure counts nothing.
    fn bare_day(&self, at: usize) -> Option<(Moment, usize)> {
        let ends = self.tokens.get(at + 1).is_none_or(|next| {
            next.shape == Shape::Mark && next.entry.unit.is_none()
                || next.is(class::PREP | class::CONJ | class::TO) && !next.is(class::OF)
        });
        let small = self.settings_months_small() && ends;
        let day = self.number(at, 31).filter(|day| *day > 0 && small)?;
        Some((Moment { day: Some(day as u8), ..Moment::default() }, at + 1))
    }

    /// `sexta-feira (22)`: a day without its month in brackets.
    fn bracketed_day(&self, at: usize) -> Option<(Moment, usize)> {
        let brackets = self.word(at) == "(" && self.word(at + 2) == ")";
        let day = self.number(at + 1, 31).filter(|day| *day > 0 && brackets)?;
        Some((Moment { day: Some(day as u8), ..Moment::default() }, at + 3))
    }

    /// `12 octobre 2024`, `June 12, 2024`, `3 de junio`, `14. Oktober`, `juin 2024`, `en juin`.
    pub(super) fn calendar(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((day, end)) = self.day(at) {
            let of = usize::from(self.is(end, class::OF) || self.is_dash(end) && self.glued(end));
            let (month, end) = self.month(end + of)?;
            let (year, end) = self.short_year(end).unwrap_or_else(|| self.year_behind(end));
            return Some((
                Moment { year, month: Some(month), day: Some(day), ..Moment::default() },
                end,
            ));
        }
        // `le premier mai`, `the first of June`, `el doce de enero`.
        let spelled = self.is(at, class::NUMBER) && self.is(at + 1, class::OF);
        if let Some(ordinal) = self.tokens.get(at).filter(|t| {
            (t.is(class::ORDINAL) || spelled && t.is_word())
                && (1.0..=31.0).contains(&t.value)
                && t.value.fract() == 0.0
        }) {
            let of = usize::from(self.is(at + 1, class::OF));
            let (month, end) = self.month(at + 1 + of)?;
            let (year, end) = self.year_behind(end);
            let day = Some(ordinal.value as u8);
            return Some((Moment { year, month: Some(month), day, ..Moment::default() }, end));
        }
        if self.is_other_name(at) {
            return None;
        }
        let (month, end) = self.month(at)?;
        let month = Some(month);
        // `mai 68`: no day.
        let short = self.number(end, 99).filter(|short| *short > 31);
        if let Some((year, end)) = short.and_then(|_| self.short_year(end)) {
            return Some((Moment { year, month, ..Moment::default() }, end));
        }
        if let Some(year) = self.year(end) {
            return Some((Moment { year: Some(year), month, ..Moment::default() }, end + 1));
        }
        let english = self.language == Language::English || !self.language.has_pack();
        if let Some((day, end)) = self.day(end).filter(|_| english && self.tokens[at].is_capital())
        {
            let (year, end) = self.year_behind(end);
            return Some((Moment { year, month, day: Some(day), ..Moment::default() }, end));
        }
        let (year, end) = self.year_behind(end);
        Some((Moment { year, month, ..Moment::default() }, end))
    }

    /// `17 maggio 95`: the year in two digits, which count nothing.
    fn short_year(&self, at: usize) -> Option<(Option<i32>, usize)> {
        const NEXT: i32 = 50;
        let token = self.tokens.get(at).filter(|t| t.spaced && t.span.len() == 2)?;
        let ends = self.tokens.get(at + 1).is_none_or(|next| {
            next.shape == Shape::Mark
                && next.spaced <= next.is_mark(self.text, "(")
                && next.entry.unit.is_none()
                || next.is(class::PREP | class::CONJ)
                    && !next.is(class::OF)
                    && self.number(at + 2, u32::MAX).is_none()
        });
        let short = self.number(at, 99).filter(|_| token.shape == Shape::Figure && ends)? as i32;
        let century = if short < NEXT { 2000 } else { 1900 };
        Some((Some(century + short), at + 1))
    }

    /// `August Bebel`, `Rio de JANEIRO`: a month's word in a name, no month of its own.
    pub(super) fn is_other_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let dated = self.number(at + 1, 9999).is_some() || self.is(at + 1, class::OF);
        if dated || !token.is_capital() {
            return false;
        }
        let led = at > 0 && self.is(at - 1, class::PREP | class::PART | class::OF);
        let name = self.tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.spaced);
        if self.settings_months_small() {
            // A capital shows a sentence's first word, a heading or a name.
            return token.shape == Shape::Acronym || name && at > 0;
        }
        name && !led
    }

    /// `jun.`, but not the `mai.` at the end of a sentence.
    fn is_short_with_stop(&self, at: usize) -> bool {
        const LONGEST: usize = 5;
        let word = self.word(at);
        word.chars().count() <= LONGEST
            && self.word(at + 1) == "."
            && !self.settings.whole_months.contains(&word)
    }

    pub(super) fn month(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at).filter(|token| token.is(class::MONTH))?;
        // `may`, `march`, `mar`, `out` are other words unless a capital or a day shows the month.
        let name = token.is_capital() || token.span.len() > 5 || self.settings_months_small();
        let day = at > 0 && self.number(at - 1, 31).is_some() || self.day_of(at);
        let short = token.span.len() <= 3 && !day && self.year(at + 1).is_none();
        if !name || short && !self.settings.whole_months.contains(&self.word(at)) {
            return None;
        }
        let stop = usize::from(self.word(at + 1) == "." && self.number(at + 2, 9999).is_some());
        // `3 jun. (EFE)`: the stop of an abbreviation.
        let stop = stop.max(usize::from(
            self.is_short_with_stop(at) && self.glued(at + 1) && at + 2 < self.tokens.len(),
        ));
        Some((token.value as u8, at + 1 + stop))
    }

    /// Whether the language writes months with small letters.
    pub(super) fn settings_months_small(&self) -> bool {
        !matches!(self.language, Language::English | Language::German)
    }

    /// `3 de junio`: a day stands before the month with a word between.
    pub(super) fn day_of(&self, at: usize) -> bool {
        at > 1 && self.is(at - 1, class::OF | class::PREP) && self.number(at - 2, 31).is_some()
            || self.number(at + 1, 31).is_some()
            // `Feb. 6`
            || self.word(at + 1) == "." && self.number(at + 2, 31).is_some()
            || at > 1 && self.word(at - 1) == "." && self.number(at - 2, 31).is_some()
    }

    /// A day of the month and one past it: `3`, `1er`, `4th`, `3.` of German, `1º`.
    pub(super) fn day(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.number(at, 31).filter(|day| *day > 0)?;
        let suffix =
            self.settings.ordinals.contains(&self.word(at + 1)) || self.word(at + 1) == "°";
        let stop = self.word(at + 1) == "." && self.is(at + 2, class::MONTH);
        let ending = self.glued(at + 1) && (suffix || stop);
        Some((day as u8, at + 1 + usize::from(ending)))
    }
}
