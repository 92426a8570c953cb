//! Small pieces of wording that several panes share.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::theme::Theme;
use crate::core::annotation::{Evidence, Hue, Stance, VerdictId};
use crate::core::article::Source;
use crate::core::crosscheck::FactKind;
use crate::core::fact::Comparison;
use crate::i18n::{Lang, Text, messages as say};
use crate::state::Settings;
use crate::state::model::related::Reason;

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

/// A stance's sign, word and colour.
pub(super) const fn stance(theme: Theme, stance: Stance) -> (&'static str, Text, Hue) {
    match stance {
        Stance::Supports => ("+", say::SUPPORTS, Hue::Green),
        Stance::Refutes if theme.is_ascii() => ("-", say::REFUTES, Hue::Red),
        Stance::Refutes => ("−", say::REFUTES, Hue::Red),
        Stance::Context => (theme.dot(), say::CONTEXT, Hue::Dim),
    }
}

/// What a piece of evidence is known by: its title, article, link or words.
pub(super) fn source(lang: Lang, evidence: &Evidence) -> String {
    let Evidence { title, article, url, quote, .. } = evidence;
    let name = title.as_ref().or(article.as_ref()).or(url.as_ref()).cloned();
    let quoted = || quote.as_ref().map(|quote| say::QUOTED.fill(lang, &[quote]));
    name.or_else(quoted).unwrap_or_default()
}

/// A time as the person's clock shows it: `2026-11-20 11:12`.
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Who published an article and on which day, as far as that is known: `Le Monde · 23 oct. 2024`.
pub(super) fn origin(lang: Lang, theme: Theme, source: &Source) -> String {
    let outlet = source.outlet.as_deref().map(|outlet| outlet.replace('\n', " "));
    let parts = [outlet, source.day().map(|day| date(lang, day))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", theme.dot()))
}

/// A day as people write it; as it stands there where it is none.
fn date(lang: Lang, day: &str) -> String {
    let Ok(date) = day.parse::<Date>() else { return day.replace('\n', " ") };
    let month = usize::from(date.month().unsigned_abs()) - 1;
    let month = say::MONTHS.to(lang).split(' ').nth(month).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// Why two claims are related, in one line.
pub(super) fn reason(lang: Lang, reason: &Reason) -> String {
    let verdict = match (reason.agreement, reason.kind) {
        (Comparison::Same, _) => say::SAME_VALUE,
        (Comparison::Meets, _) => say::MEETS_FIGURES,
        (Comparison::Differs, FactKind::Figure) => say::OTHER_FIGURE,
        (Comparison::Differs, FactKind::Date) => say::OTHER_DATE,
        (Comparison::Differs, FactKind::Place) => say::OTHER_PLACE,
        (Comparison::Differs, FactKind::Deed) => say::OTHER_OUTCOME,
    };
    let both = say::BOTH.fill(lang, &[&reason.here, &reason.there]);
    say::REASON.fill(lang, &[&both, &verdict.to(lang)])
}
