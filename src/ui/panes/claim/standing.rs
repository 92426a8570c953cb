//! What has become of the words a verdict was given for, and how to settle that.

use ratatui::text::Line;

use super::Page;
use crate::command::Command;
use crate::core::anchor::{Change, What};
use crate::core::annotation::field::{self, FIELDS};
use crate::core::annotation::{Annotation, Rival};
use crate::core::article::width::fit;
use crate::core::review::{Item, Standing};
use crate::i18n::{Text, messages as say};
use crate::state::query::{keys, names};
use crate::ui::paint::{hanging, wrapped};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Page<'_> {
    /// What keeps a verdict from being in force, and how to settle it.
    pub(super) fn unsettled(&self, item: &Item, own: &Annotation) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let mut lines = Vec::new();
        if *item.standing() != Standing::Firm {
            let style = match item.standing().is_in_force() {
                true => self.theme.dim(),
                false => self.theme.warning(),
            };
            lines.extend(wrapped(names::standing(item.standing()).to(lang), self.width, style));
            if !matches!(item.standing(), Standing::Beside(_)) {
                let old = say::WORDS_THEN.fill(lang, &[&own.selector.exact]);
                lines.extend(wrapped(&old, self.width, self.theme.dim()));
            }
        }
        if let (Standing::Lost(Some(there)), Some(doc)) = (item.standing(), &self.model.reader.doc)
        {
            let now = say::THERE_NOW.fill(lang, &[&fit(there.of(doc.text()), 200)]);
            lines.extend(wrapped(&now, self.width, self.theme.dim()));
        }
        lines.extend(self.changes(item.standing()));
        if item.is_contested() {
            lines.extend(wrapped(say::IN_CONFLICT.to(lang), self.width, self.theme.warning()));
            for side in self.sides(own) {
                let lead = ("↔ ", self.theme.warning());
                lines.extend(hanging(lead, &side, self.width, Theme::text()));
            }
        }
        if let Some(how) = self.how_to_settle(item) {
            lines.extend(wrapped(&how, self.width, self.theme.dim()));
        }
        lines
    }

    /// What changed since the verdict, from what to what.
    pub(super) fn changes(&self, standing: &Standing) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let (sign, style) = match standing.is_in_force() {
            true => (self.theme.dot(), self.theme.dim()),
            false => (self.theme.stale_sign(), self.theme.warning()),
        };
        let line = |change: &Change| {
            let (old, new) = (shown(&change.old), shown(&change.new));
            let mut words = say::BECOMES.fill(lang, &[&old, &new]);
            if let Some(direction) = names::direction(change) {
                words = format!("{words}, {}", direction.to(lang));
            }
            let line = say::REASON.fill(lang, &[&touched(change.what).to(lang), &words]);
            hanging((&format!("{sign} "), style), &line, self.width, Theme::text())
        };
        standing.changes().iter().flat_map(line).collect()
    }

    /// The keys that settle it, by the names in force.
    pub(super) fn how_to_settle(&self, item: &Item) -> Option<String> {
        let (hint, commands): (_, &[Command]) = match item.standing() {
            _ if item.is_contested() => {
                (say::HOW_CONFLICT, &[Command::Confirm, Command::Overlapping])
            }
            Standing::Firm | Standing::Beside(_) => return None,
            Standing::Ambiguous(_) => {
                (say::HOW_AMBIGUOUS, &[Command::Overlapping, Command::Confirm, Command::Withdraw])
            }
            Standing::Stale(_) | Standing::SameValue(_) => {
                (say::HOW_STALE, &[Command::Confirm, Command::Withdraw])
            }
            Standing::Lost(_) => (say::HOW_LOST, &[Command::SelectText, Command::Withdraw]),
        };
        let names: Vec<_> =
            commands.iter().map(|command| keys::first(self.model, *command)).collect();
        let names: Vec<_> = names.iter().map(|name| name as &dyn crate::i18n::Value).collect();
        Some(hint.fill(self.model.settings.lang, &names))
    }

    /// What two machines made of the claim, side by side: the values in force, then the others.
    pub(super) fn sides(&self, own: &Annotation) -> Vec<String> {
        let lang = self.model.settings.lang;
        let fields: Vec<&str> = own.conflict.iter().map(|rival| &*rival.field).collect();
        let is_first = |(at, field): &(usize, &&str)| !fields[..*at].contains(field);
        let first = fields.iter().enumerate().filter(is_first).map(|(_, field)| *field);
        let told = |annotation: &Annotation, fields: &mut dyn Iterator<Item = &str>| {
            fields.map(|field| self.told(annotation, field)).collect::<Vec<_>>().join(" · ")
        };
        let mut sides = vec![say::SIDE_IN_FORCE.fill(lang, &[&told(own, &mut first.clone())])];
        // The nth other value of each field was given on the same machine.
        let nth = |field: &str, n: usize| own.conflict.iter().filter(|r| r.field == field).nth(n);
        for n in 0.. {
            let rivals: Vec<&Rival> = first.clone().filter_map(|field| nth(field, n)).collect();
            if rivals.is_empty() {
                break;
            }
            let mut other = own.clone();
            for rival in &rivals {
                rival.put(&mut other);
            }
            let mut fields = rivals.iter().map(|rival| &*rival.field);
            sides.push(say::SIDE_OTHER.fill(lang, &[&told(&other, &mut fields)]));
        }
        sides
    }

    /// What an annotation says in one field.
    pub(super) fn told(&self, annotation: &Annotation, name: &str) -> String {
        let lang = self.model.settings.lang;
        match (name, &annotation.verdict) {
            (field::VERDICT, Some(id)) => words::verdict(&self.model.settings, self.theme, id).1,
            (field::VERDICT, None) => say::OPEN.to(lang).to_owned(),
            (field::PLACE, _) => annotation.selector.exact.clone(),
            (field::NOTE, _) => say::REASON.fill(lang, &[&say::NOTE.to(lang), &annotation.note]),
            (name, _) => {
                let value =
                    FIELDS.iter().find(|row| row.name() == name).map(|row| row.get(annotation));
                format!("{name}: {}", value.map(|value| value.to_string()).unwrap_or_default())
            }
        }
    }
}

/// Words that came or went are told as such.
fn shown(words: &str) -> &str {
    if words.is_empty() { "—" } else { words }
}

const fn touched(what: What) -> Text {
    match what {
        What::Negation => say::TOUCHES_NEGATION,
        What::Figure => say::KIND_QUANTITY,
        What::Date => say::KIND_DATE,
        What::Unit => say::TOUCHES_UNIT,
        What::Name => say::TOUCHES_NAME,
        What::Hedge => say::TOUCHES_HEDGE,
        What::Quantifier => say::TOUCHES_QUANTIFIER,
        What::Source => say::TOUCHES_SOURCE,
        What::Direction => say::TOUCHES_DIRECTION,
        What::Tense => say::TOUCHES_TENSE,
        What::Other => say::TOUCHES_OTHER,
    }
}
