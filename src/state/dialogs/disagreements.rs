//! The claims on which people disagree, unit by unit, whoever looks.

use super::browse::{self, Row, Tone, Views, Wording};
use crate::command::Command;
use crate::core::article::width::text_cells;
use crate::core::team::outline::{Line, Outline, View, Voice};
use crate::core::team::status::Status;
use crate::i18n::{Text, messages as say, team as words};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;
use crate::state::query::geometry;
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
    let names = names.map(|(name, view)| (name.to(lang).to_owned(), count(view)));
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
    let area = geometry::browse(geometry::screen(model).body, 1);
    let room = usize::from(geometry::inside(area).width).saturating_sub(2);
    let fits = |text: &String, words: usize| text_cells(text) + words <= room;
    let whole = Some(said(model, outline, line, Names::Whole)).filter(|text| fits(text, WORDS));
    let first = || Some(said(model, outline, line, Names::First)).filter(|text| fits(text, 0));
    let text = whole.or_else(first).unwrap_or_else(|| said(model, outline, line, Names::None));
    let stale = line.status == Status::Stale || line.stale_dispute;
    let asks = line.status.asks_editor() && line.status != Status::Disputed;
    Row::Entry {
        text,
        detail: line.words.clone(),
        tone: if stale || asks { Tone::Warning } else { Tone::Plain },
        target: Some((article, Target::Item(line.span))),
    }
}

/// So many cells are left to the words of the claim, where that can be.
const WORDS: usize = 16;

/// How much of people's names stands in a row: as much as there is room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Whole,
    /// The first word of each.
    First,
    None,
}

impl Names {
    fn of(self, name: &str) -> &str {
        match self {
            Self::Whole => name,
            Self::First => name.split_whitespace().next().unwrap_or(name),
            Self::None => "",
        }
    }
}

/// Who says what of a claim, and what was decided: `✗ Anna  ✓ Ben  → ★✓ Chef`.
fn said(model: &Model, outline: &Outline, line: &Line, names: Names) -> String {
    let mut parts: Vec<String> = outline.voices(line).map(|one| voice(model, one, names)).collect();
    if let Some((by, decision)) = &line.decision {
        let said = decision.verdict.as_ref().map_or("?".to_owned(), |v| sign(model, v));
        let star = if model.settings.look.ascii { "*" } else { "★" };
        parts.push(format!("→ {star}{said} {}", names.of(by)));
    }
    let gap = if names == Names::None { " " } else { "  " };
    parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join(gap)
}

/// `✗ Anna`, or `~✗ Chloé (old words)`.
fn voice(model: &Model, voice: Voice<'_>, names: Names) -> String {
    let lang = model.settings.lang;
    let is_me = voice.person.slug == model.settings.team.me();
    let name = if is_me { say::YOU.to(lang) } else { &voice.person.name };
    let (sign, name) = (sign(model, voice.verdict), names.of(name));
    match (voice.firm, names) {
        (true, _) => format!("{sign} {name}"),
        (false, Names::Whole) => format!("~{sign} {name} ({})", words::OLD_WORDS.to(lang)),
        // The row stands in the colour of what needs a look.
        (false, _) => format!("~{sign} {name}"),
    }
}
