//! Small pieces of wording that several panes share.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::theme::Theme;
use crate::core::annotation::{Evidence, Hue, Stance, VerdictId};
use crate::core::crosscheck::{Compared, Relation};
use crate::i18n::{Lang, Text, messages as say};
use crate::state::model::related::Reason;
use crate::state::query::names;
use crate::state::{Model, Settings};

/// A verdict's sign, name and colour, also where the desk does not know it.
pub(super) fn verdict(settings: &Settings, theme: Theme, id: &VerdictId) -> (String, String, Hue) {
    match settings.label(id) {
        Some(label) => {
            let sign = if theme.is_ascii() { label.ascii } else { label.symbol };
            (sign.to_string(), settings.lang.pick(&label.en, &label.fr).to_owned(), label.hue)
        }
        None => ("*".into(), id.0.clone(), Hue::Blue),
    }
}

/// A relation's word and colour.
pub(super) const fn relation(relation: Relation) -> (Text, Hue) {
    match relation {
        Relation::Agree => (say::REL_AGREE, Hue::Green),
        Relation::Differ => (say::REL_DIFFER, Hue::Red),
        Relation::Related => (say::REL_RELATED, Hue::Dim),
        Relation::Nearest => (say::REL_NEAREST, Hue::Dim),
    }
}

/// A stance's sign, word and colour.
pub(super) const fn stance(theme: Theme, stance: Stance) -> (&'static str, Text, Hue) {
    match stance {
        Stance::Supports => ("+", say::SUPPORTS, Hue::Green),
        Stance::Refutes if theme.is_ascii() => ("-", say::REFUTES, Hue::Red),
        Stance::Refutes => ("−", say::REFUTES, Hue::Red),
        Stance::Context => (theme.dot(), say::CONTEXT, Hue::Dim),
    }
}

/// What a piece of evidence is known by: its title, that of its article, its link or words.
pub(super) fn source(model: &Model, evidence: &Evidence) -> String {
    let Evidence { title, article, url, quote, .. } = evidence;
    let article = article.as_ref().map(|name| model.desk.title_of(name));
    let name = title.clone().or(article).or_else(|| url.clone());
    let lang = model.settings.lang;
    let quoted = || quote.as_ref().map(|quote| say::QUOTED.fill(lang, &[quote]));
    name.or_else(quoted).unwrap_or_default()
}

/// A time as the person's clock shows it: `2026-11-20 11:12`.
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A number of two decimals, as people write it: `0,99`.
pub(super) fn decimal(lang: Lang, number: f32) -> String {
    lang.decimals(&format!("{number:.2}"))
}

/// Why two claims are related, in a few words: `Deaths: 12 ↔ 15 people`.
pub(super) fn reason(lang: Lang, reason: &Reason) -> String {
    let (here, there) = (&*reason.here, &*reason.there);
    let values = match reason.agreement {
        Compared::Differs => {
            let (here, there) = apart(here, there);
            say::BOTH.fill(lang, &[&here, &there])
        }
        _ if here == there => here.to_owned(),
        Compared::Same => format!("{here} = {there}"),
        Compared::Meets => format!("{here} ~ {there}"),
        Compared::Part => say::MAY_BE_PART.fill(lang, &[&here, &there]),
    };
    match names::slot(reason.kind, reason.slot) {
        Some(title) => say::REASON.fill(lang, &[&title.to(lang), &values]),
        None => values,
    }
}

/// Two values without the words that end both: `12 000`, `1 500 soldats`.
fn apart<'a>(here: &'a str, there: &'a str) -> (&'a str, &'a str) {
    let words = |text: &'a str| text.split(' ').rev();
    let shared = words(here).zip(words(there)).take_while(|(a, b)| a == b);
    let shared: usize = shared.map(|(word, _)| word.len() + 1).sum();
    match here.len().checked_sub(shared) {
        Some(end) if there.len() > shared => (&here[..end], there),
        _ => (here, there),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_values_end_with_is_said_once() {
        assert_eq!(apart("12 000 soldats", "1 500 soldats"), ("12 000", "1 500 soldats"));
        assert_eq!(apart("mardi", "jeudi"), ("mardi", "jeudi"));
        assert_eq!(apart("soldats", "1 500 soldats"), ("soldats", "1 500 soldats"));
        assert_eq!(apart("3 %", "4 %"), ("3", "4 %"));
    }
}
