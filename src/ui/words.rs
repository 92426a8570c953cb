//! Small pieces of wording that several panes share.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::theme::Theme;
use crate::core::annotation::{Hue, VerdictId};
use crate::i18n::Lang;
use crate::state::Settings;

/// A verdict's sign, name and colour, also where the desk does not know it.
pub(super) fn verdict(settings: &Settings, theme: Theme, id: &VerdictId) -> (String, String, Hue) {
    match settings.label(id) {
        Some(label) => {
            let sign = if theme.is_ascii() { label.ascii } else { label.symbol };
            let name = match settings.lang {
                Lang::En => &label.en,
                Lang::Fr => &label.fr,
            };
            (sign.to_string(), name.clone(), label.hue)
        }
        None => ("*".into(), id.0.clone(), Hue::Blue),
    }
}

/// A time as the person's clock shows it: `2026-11-20 11:12`.
pub(super) fn time(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
