//! The words being selected, as they will be stored. In the text they are
//! marked by `ui/text.rs`; here they stand in the place of the claim pane.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Action, Command, Context};
use crate::core::article::width::{cells, fit, text_cells};
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::model::selection::Selection;
use crate::state::query::geometry::inner;
use crate::ui::frame::header;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::theme::Theme;

/// Draws the selection in the area of the claim pane.
pub(in crate::ui) fn draw(
    model: &Model,
    selection: &Selection,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    header(theme, area, false, say::SELECTED_WORDS.to(model.settings.lang), "", buf);
    let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..inner(area) };
    for (y, line) in (room.y..room.bottom()).zip(lines(model, selection, theme, room)) {
        put_line(buf, room.x, y, room.width, &line);
    }
    None
}

/// Draws the selection in the last row of the text, where there is no claim pane.
pub(in crate::ui) fn draw_line(
    model: &Model,
    selection: &Selection,
    theme: Theme,
    body: Rect,
    buf: &mut Buffer,
) {
    if body.height < 3 {
        return;
    }
    let row = Rect { y: body.bottom() - 1, height: 1, ..body };
    crate::ui::paint::fill(buf, row, theme.foot());
    let quoted = quoted(model, selection).replace('\n', " ");
    let width = row.width.saturating_sub(2);
    put(buf, row.x + 1, row.y, width, &both_ends(&quoted, usize::from(width)), theme.foot());
}

/// What it becomes, then its words, as many rows as fit, then how to go on.
fn lines(model: &Model, selection: &Selection, theme: Theme, room: Rect) -> Vec<Line<'static>> {
    let lang = model.settings.lang;
    let keys = |command| {
        let keys = model.settings.keymap.keys(Context::Select, Action::Do(command));
        keys.first().map_or(String::new(), |key| key.label(model.settings.lang))
    };
    let what = match (&selection.own, selection.fresh) {
        (None, _) => say::SELECT_NEW.to(lang).to_owned(),
        (Some(_), false) => say::SELECT_MOVE.fill(lang, &[&keys(Command::OwnOrNew)]),
        (Some(_), true) => say::SELECT_NEW_INSTEAD.fill(lang, &[&keys(Command::OwnOrNew)]),
    };
    let how = say::SELECT_HOW.fill(lang, &[&keys(Command::Accept), &keys(Command::Cancel)]);
    let mut head = wrapped(&what, room.width, theme.heading());
    head.push(Line::default());
    let mut tail = vec![Line::default()];
    tail.extend(wrapped(&size(model, selection), room.width, theme.dim()));
    tail.extend(wrapped(&how, room.width, theme.dim()));
    let words = wrapped(&quoted(model, selection), room.width, Theme::text());
    let height = usize::from(room.height);
    if head.len() + words.len() > height {
        // Little room: the words matter most.
        head.clear();
    }
    let free = height.saturating_sub(head.len());
    head.extend(elided(words, free));
    head.extend(tail);
    head
}

/// The beginning and the end of the words, where not all rows fit.
fn elided(mut words: Vec<Line<'static>>, rows: usize) -> Vec<Line<'static>> {
    if words.len() > rows && rows > 2 {
        let cut = rows / 2;
        words.splice(cut..=words.len() - (rows - cut), [Line::from("…")]);
    }
    words
}

/// A text cut in its middle: at a selection both borders matter.
fn both_ends(text: &str, width: usize) -> String {
    if text_cells(text) <= width {
        return text.to_owned();
    }
    let head = fit(text, width.div_ceil(2));
    let mut tail = String::new();
    for grapheme in text.graphemes(true).rev() {
        if text_cells(&head) + text_cells(&tail) + cells(grapheme) > width {
            break;
        }
        tail.insert_str(0, grapheme);
    }
    head + &tail
}

fn quoted(model: &Model, selection: &Selection) -> String {
    let Some(doc) = &model.reader.doc else { return String::new() };
    let span = doc.to_original_bytes(selection.words(doc));
    say::QUOTED.fill(model.settings.lang, &[&span.of(doc.original())])
}

fn size(model: &Model, selection: &Selection) -> String {
    let Some(doc) = &model.reader.doc else { return String::new() };
    let span = selection.words(doc);
    let (start, end) = doc.to_points(span);
    let words = span.of(doc.text()).split_whitespace().count();
    say::SELECTED_SIZE.fill(model.settings.lang, &[&words, &(end - start)])
}
