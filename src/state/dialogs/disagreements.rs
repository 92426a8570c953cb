//! The claims on which people disagree, unit by unit, whoever looks.

use super::browse::{self, Row, Tone, Views, Wording};
use crate::command::Command;
use crate::core::team::outline::{Line, View, Voice};
use crate::core::team::status::Status;
use crate::i18n::{Text, messages as say, team as words};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;
use crate::state::query::names::sign;
use crate::state::query::team;

/// What the ways to look at them are called.
const NAMES: [Text; View::ALL.len()] = [
    words::VIEW_DISPUTED,
    words::VIEW_SINGLE,
    words::VIEW_OVERTAKEN,
    words::VIEW_STALE,
    words::VIEW_ALL,
];

/// Lists the disagreements of the desk.
pub(super) fn open(model: &mut Model) {
    let lang = model.settings.lang;
    let count = |view| -> usize {
        model.desk.order.iter().map(|article| team::count(model, *article, view)).sum()
    };
    let names = NAMES.iter().zip(View::ALL);
    let names = names.map(|(name, view)| format!("{} {}", name.to(lang), count(view)));
    let views = Views::new(names.collect(), agreement(model), rows);
    let blind = model.settings.blind && count(View::All) == 0;
    let empty = if blind { say::NO_DISAGREEMENTS_BLIND } else { words::NOTHING_IN_VIEW };
    let title = (say::DISAGREEMENTS, empty);
    browse::open_views(model, Command::Disagreements, title, views, Wording::new(row));
}

/// α of the desk as far as it was read; nothing where nobody shares a claim.
pub(super) fn agreement(model: &Model) -> String {
    let figures = model.desk.sums().figures();
    if figures.units() == 0 || model.settings.blind && !model.settings.team.is_editor() {
        return String::new();
    }
    let lang = model.settings.lang;
    let alpha = figures.alpha().map(|alpha| lang.decimals(&format!("{alpha:.2}")));
    words::ALPHA.fill(lang, &[&alpha.as_deref().unwrap_or("–"), &figures.units()])
}

fn rows(model: &Model, view: usize) -> Vec<Row> {
    let Some(view) = View::ALL.get(view) else { return Vec::new() };
    let mut rows = Vec::new();
    for article in model.desk.order.iter().copied() {
        let count = team::count(model, article, *view);
        if count > 0 {
            rows.extend((!rows.is_empty()).then_some(Row::Blank));
            rows.push(Row::LaterHead(article, count));
            rows.extend((0..count).map(|n| Row::Later(article, n)));
        }
    }
    rows
}

/// A claim with who says what of it; nothing where it has been settled since the list was made.
fn row(model: &Model, view: usize, article: ArticleId, n: usize) -> Row {
    let holds = |line: &&Line| View::ALL.get(view).is_some_and(|view| view.holds(line));
    let line = team::lines(model, article).filter(holds).nth(n);
    let Some((outline, line)) = team::outline(model, article).zip(line) else { return Row::Blank };
    let mut text = String::new();
    for one in outline.voices(line) {
        voice(model, one, &mut text);
    }
    if let Some((by, decision)) = &line.decision {
        let said = decision.verdict.as_ref().map_or("?".to_owned(), |v| sign(model, v));
        let star = if model.settings.look.ascii { "*" } else { "★" };
        next(&mut text).extend(["→ ", star, &said, " ", by]);
    }
    let stale = line.status == Status::Stale || line.stale_dispute;
    let asks = line.status.asks_editor() && line.status != Status::Disputed;
    Row::Entry {
        text,
        detail: line.words.clone(),
        tone: if stale || asks { Tone::Warning } else { Tone::Plain },
        target: Some((article, Target::Item(line.span))),
    }
}

/// Adds `✗ Anna`, or `~✗ Chloé (old words)`.
fn voice(model: &Model, voice: Voice<'_>, text: &mut String) {
    let lang = model.settings.lang;
    let is_me = voice.person.slug == model.settings.team.me();
    let name = if is_me { say::YOU.to(lang) } else { &voice.person.name };
    let sign = sign(model, voice.verdict);
    let text = next(text);
    match voice.firm {
        true => text.extend([&sign, " ", name]),
        false => text.extend(["~", &sign, " ", name, " (", words::OLD_WORDS.to(lang), ")"]),
    }
}

/// A line where the next part begins.
fn next(text: &mut String) -> &mut String {
    if !text.is_empty() {
        text.push_str("  ");
    }
    text
}
