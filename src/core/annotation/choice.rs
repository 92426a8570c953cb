//! Deciding, and choosing between values in conflict, by the table of fields.

use super::field::{self, FIELDS, Row, Rule};
use super::model::{Annotation, Final, Rival, VerdictId};
use super::value::Value;

impl Annotation {
    /// Gives the verdict, or takes it back. That is the choice between two in
    /// conflict, also when the one in force is given again.
    pub fn decide(&mut self, verdict: Option<VerdictId>) {
        self.verdict = verdict;
        self.settle(field::VERDICT);
    }

    /// Writes the note, likewise.
    pub fn write_short(&mut self, short: String) {
        self.short = short;
        self.settle(field::SHORT);
    }

    /// Writes the note.
    pub fn write_note(&mut self, note: String) {
        self.note = note;
        self.settle(field::NOTE);
    }

    /// Gives the final verdict, or takes it back, likewise.
    pub fn rule(&mut self, verdict: Option<Final>) {
        self.final_verdict = verdict;
        self.settle(field::FINAL_VERDICT);
    }

    /// Drops the other values of a field: its author has chosen.
    pub fn settle(&mut self, field: &str) {
        self.conflict.retain(|rival| rival.field != field);
    }

    /// Whether nothing would be lost with it but its verdict.
    pub fn is_bare(&self) -> bool {
        let apart = [field::VERDICT, field::PLACE, field::CONFLICT];
        let said = |row: &&Row| row.rule != Rule::Time && !apart.contains(&row.name());
        FIELDS.iter().filter(said).all(|row| row.field.is_blank(self))
            && self.conflict.iter().all(|rival| rival.field == field::VERDICT)
            && self.extra.is_empty()
    }
}

impl Rival {
    /// Puts it in force.
    pub fn put(&self, into: &mut Annotation) {
        match (field::row(&self.field), &self.value) {
            (Some(row), value) => row.set(into, value.clone()),
            (None, Value::Json(json)) => {
                let known = into.extra.iter_mut().filter(|unknown| unknown.name == self.field);
                for unknown in known {
                    unknown.json = json.clone().into_owned();
                }
            }
            (None, _) => {}
        }
    }

    /// Whether it says what is in force anyway.
    pub(super) fn is_settled(&self, by: &Annotation) -> bool {
        match (field::row(&self.field), &self.value) {
            (Some(row), value) => row.get(by) == *value,
            (None, Value::Json(json)) => {
                by.extra.iter().any(|unknown| unknown.name == self.field && unknown.json == **json)
            }
            (None, _) => true,
        }
    }
}
