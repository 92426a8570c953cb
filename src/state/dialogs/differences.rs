//! The facts on which the articles of the desk differ.

use std::any::Any;

use super::browse::{self, Browse, Row, Tone};
use crate::command::Command;
use crate::core::crosscheck::FactKind;
use crate::i18n::{Text, messages as say};
use crate::state::model::Model;
use crate::state::model::divergence::{Divergence, Divergences};
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::names::{sign, title};

/// Asks for the differences of the desk.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    browse::open(model, Command::Differences, say::DIFFERENCES, say::NO_DIFFERENCES, None);
    vec![Effect::Work(Job::Diverge)]
}

/// Shows the differences, what is most open first, where their list is still open.
pub(in crate::state) fn fill(model: &mut Model, mut found: Divergences) {
    found.list.sort_by_key(|d| std::cmp::Reverse(d.open()));
    let mut rows = Vec::new();
    if !found.complete {
        let note = say::NOT_ALL_COMPARED.to(model.settings.lang);
        rows.push(Row::Head(note.to_owned(), String::new()));
    }
    for one in &found.list {
        if !rows.is_empty() {
            rows.push(Row::Blank);
        }
        rows.extend(divergence(model, one));
    }
    if let Some(list) = shown(model) {
        list.fill(rows);
    }
}

/// The list of differences that is open, also where the help lies over it.
fn shown(model: &mut Model) -> Option<&mut Browse> {
    let dialog = model.dialog.as_mut()?;
    let dialog = if dialog.under().is_some() { dialog.under()? } else { dialog };
    let dialog: &mut dyn Any = &mut **dialog;
    dialog.downcast_mut::<Browse>().filter(|list| list.by == Command::Differences)
}

fn divergence(model: &Model, one: &Divergence) -> Vec<Row> {
    let lang = model.settings.lang;
    let all: usize = one.values.iter().map(Vec::len).sum();
    let values: Vec<_> =
        one.values.iter().filter_map(|voices| voices.first()).map(|v| v.value.as_str()).collect();
    let head = say::REASON.fill(lang, &[&kind(one.kind).to(lang), &values.join(" / ")]);
    let mut rows = vec![Row::Head(head, say::OPEN_OF.fill(lang, &[&one.open(), &all]))];
    for voice in one.values.iter().flatten() {
        let mut detail = title(model, voice.article);
        if let Some(source) = &voice.source {
            detail = format!("{detail} · {}", say::ACCORDING_TO.fill(lang, &[source]));
        }
        let sign = voice.verdict.as_ref().map_or("○".into(), |v| sign(model, v));
        rows.push(Row::Entry {
            text: format!("{sign} {}", voice.value),
            detail,
            tone: Tone::Plain,
            target: Some((voice.article, Target::Claim(voice.at))),
        });
    }
    if one.more > 0 {
        let detail = say::MORE_CLAIMS.fill(lang, &[&one.more]);
        rows.push(Row::Entry { text: String::new(), detail, tone: Tone::Dim, target: None });
    }
    rows
}

const fn kind(kind: FactKind) -> Text {
    match kind {
        FactKind::Figure => say::KIND_QUANTITY,
        FactKind::Date => say::KIND_DATE,
        FactKind::Place => say::KIND_PLACE,
        FactKind::Deed => say::KIND_DEED,
    }
}
