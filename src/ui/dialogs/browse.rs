//! A list to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::browse::{Browse, Row, Tone, Views};
use crate::state::query::geometry::ListBox;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::preview;
use crate::ui::theme::Theme;

impl Draw for Browse {
    fn draw(&self, model: &Model, theme: Theme, _: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let rows = self.rows.as_deref().unwrap_or_default();
        let ListBox { area, list: room, preview: below } = self.boxed(model);
        let inside = dialog_box(theme, area, self.title.to(lang), buf);
        if let Some(views) = &self.views {
            draw_views(theme, views, inside, buf);
        }
        if let Some(below) = below {
            preview::draw(model, theme, self.place(model), below, buf);
        }
        if rows.is_empty() {
            let text = if self.rows.is_some() { self.empty } else { say::READING };
            for (y, line) in
                (room.y..room.bottom()).zip(wrapped(text.to(lang), room.width, theme.dim()))
            {
                put_line(buf, room.x, y, room.width, &line);
            }
            return Some(Position::new(room.x, room.y));
        }
        let mut cursor = None;
        for ((index, row), y) in rows.iter().enumerate().skip(self.top).zip(room.y..room.bottom()) {
            if index == self.selected {
                buf.set_style(Rect { y, height: 1, ..room }, theme.selected(true));
                cursor = Some(Position::new(room.x, y));
            }
            draw_row(theme, &self.worded(model, row), Rect { y, height: 1, ..room }, buf);
        }
        cursor
    }
}

/// What each view is called, with its digit; the one that shows stands out. Where there is no room
/// for all names, the last ones say only how much they hold; the note comes where it fits.
fn draw_views(theme: Theme, views: &Views, area: Rect, buf: &mut Buffer) {
    let width = usize::from(area.width);
    // A digit and a space stand before each.
    let names: usize = views.names.iter().map(|name| text_cells(name) + 2).sum();
    let between = views.names.len().saturating_sub(1);
    let gap = if names + 3 * between <= width { "   " } else { "  " };
    let count = |name: &String| name.rsplit(' ').next().unwrap_or_default().to_owned();
    // What is too much: names are cut to their numbers from the last on.
    let mut over = (names + gap.len() * between).saturating_sub(width);
    let mut shown = views.names.clone();
    let others = shown.iter_mut().enumerate().filter(|(n, _)| *n != views.current);
    for (_, name) in others.rev() {
        if over == 0 {
            break;
        }
        let short = count(name);
        over = over.saturating_sub(text_cells(name) - text_cells(&short));
        *name = short;
    }
    let mut runs = Vec::new();
    for (n, name) in shown.into_iter().enumerate() {
        let style = if n == views.current { theme.heading() } else { theme.dim() };
        runs.extend((n > 0).then(|| Run::raw(gap)));
        runs.push(Run::styled(format!("{} ", n + 1), theme.accent()));
        runs.push(Run::styled(name, style));
    }
    let used: usize = runs.iter().map(|run| text_cells(&run.content)).sum();
    if used + gap.len() + text_cells(&views.note) <= width {
        runs.push(Run::raw(gap));
        runs.push(Run::styled(views.note.clone(), theme.dim()));
    }
    put_line(buf, area.x, area.y, area.width, &Line::from(runs));
}

fn draw_row(theme: Theme, row: &Row, area: Rect, buf: &mut Buffer) {
    match row {
        Row::Blank | Row::Later(..) | Row::LaterHead(..) => {}
        Row::Title(title, right) => draw_head(theme, title, right, theme.heading(), area, buf),
        Row::Head(title, right) => draw_head(theme, title, right, theme.accent(), area, buf),
        Row::All { text, detail } => draw_head(theme, text, detail, theme.accent(), area, buf),
        Row::Quote(words) => {
            put(buf, area.x + 4, area.y, area.width.saturating_sub(4), words, theme.dim());
        }
        Row::Entry { text, detail, tone, .. } => {
            let style = match tone {
                Tone::Plain => Theme::text(),
                Tone::Dim => theme.dim(),
                Tone::Warning => theme.warning(),
            };
            let used = put(buf, area.x + 2, area.y, area.width.saturating_sub(2), text, style) + 4;
            put(buf, area.x + used, area.y, area.width.saturating_sub(used), detail, theme.dim());
        }
    }
}

/// A heading with something short at its right.
fn draw_head(theme: Theme, head: &str, right: &str, style: Style, area: Rect, buf: &mut Buffer) {
    let tail = text_cells(right) as u16;
    put(buf, area.x, area.y, area.width.saturating_sub(tail + 2), head, style);
    put(buf, area.right().saturating_sub(tail), area.y, tail, right, theme.dim());
}
