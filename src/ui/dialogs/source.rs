//! The form of where an article comes from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::core::article::width::text_cells;
use crate::i18n::{Text, messages as say};
use crate::state::Model;
use crate::state::dialogs::source::{Field, SourceDialog};
use crate::state::query::geometry;
use crate::ui::editor;
use crate::ui::frame::dialog_box;
use crate::ui::paint::put_line;
use crate::ui::theme::Theme;

impl Draw for SourceDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let title = say::SOURCE_FORM.fill(lang, &[&model.desk.articles[self.article].listing.name]);
        let area = geometry::centred(body, 84, Field::ALL.len() as u16 + 2);
        let room = dialog_box(theme, area, &title, buf);
        let widest = Field::ALL.map(|field| text_cells(name(field).to(lang))).into_iter().max();
        let indent = widest.unwrap_or_default() as u16 + 3;
        let mut cursor = None;
        for (y, field) in (room.top()..room.bottom()).zip(Field::ALL) {
            let focused = self.focus == field;
            let style = theme.dialog().patch(if focused { theme.accent() } else { theme.dim() });
            let pointer = if focused { theme.pointer() } else { " " };
            let label = Run::styled(format!("{pointer}{}", name(field).to(lang)), style);
            put_line(buf, room.x, y, room.width, &Line::from(label));
            let width = room.width.saturating_sub(indent);
            let area = Rect { x: room.x + indent, y, width, height: u16::from(width > 0) };
            if focused {
                buf.set_style(area, theme.input());
            }
            let at = editor::draw_line(self.editor(field), theme, focused, area, buf);
            cursor = at.filter(|_| focused).or(cursor);
        }
        cursor.or(Some(Position::new(room.x, room.y)))
    }
}

const fn name(field: Field) -> Text {
    match field {
        Field::Title => say::TITLE,
        Field::Outlet => say::OUTLET,
        Field::Author => say::AUTHORS,
        Field::Published => say::PUBLISHED,
        Field::Address => say::ADDRESS,
        Field::Language => say::LANGUAGE,
    }
}
