//! A line to type in with a list under it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

use crate::core::article::Span;
use crate::core::article::width::text_cells;
use crate::i18n::{Lang, messages as say};
use crate::state::model::picker::Picker;
use crate::state::query::geometry::ListBox;
use crate::ui::editor;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line};
use crate::ui::theme::Theme;

/// One line of the list.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// What stands at the left.
    pub(super) line: Line<'static>,
    /// What stands at the right, where there is room.
    pub(super) right: Run<'static>,
}

/// Draws the box with its line, the line about it, and the visible rows, given
/// by number; gives the cell of the cursor.
pub(super) fn draw(
    picker: &Picker,
    (title, status): (&str, &str),
    rows: impl Iterator<Item = Row>,
    theme: Theme,
    ListBox { area, list, .. }: ListBox,
    buf: &mut Buffer,
) -> Option<Position> {
    let room = dialog_box(theme, area, title, buf);
    let prompt = put(buf, room.x, room.y, room.width, theme.prompt(), theme.accent());
    let input = Rect { x: room.x + prompt, width: room.width - prompt, height: 1, ..room };
    let cursor = editor::draw(&picker.editor, theme, input.intersection(room), buf);
    if room.height > 1 {
        put(buf, room.x, room.y + 1, room.width, status, theme.dim());
    }
    for ((y, row), index) in (list.y..list.bottom()).zip(rows).zip(picker.top..) {
        if index == picker.selected {
            buf.set_style(Rect { y, height: 1, ..list }, theme.selected(true));
            put(buf, list.x, y, 1, theme.pointer(), theme.accent());
        }
        let (x, width) = (list.x + 2, list.width.saturating_sub(3));
        let right = Some(text_cells(&row.right.content) as u16).filter(|right| *right <= width / 3);
        let right = right.unwrap_or_default();
        let gap = u16::from(right > 0);
        put_line(buf, x, y, width.saturating_sub(right + gap), &row.line);
        put(buf, x + width - right, y, right, &row.right.content, row.right.style);
    }
    cursor
}

/// Words with stretches of them marked.
pub(super) fn marked(words: &str, marks: &[Span], style: Style, mark: Style) -> Vec<Run<'static>> {
    let mut out = Vec::new();
    let mut at = 0;
    for span in marks {
        out.push(Run::styled(Span::new(at, span.start).of(words).to_owned(), style));
        out.push(Run::styled(span.of(words).to_owned(), mark));
        at = span.end;
    }
    out.push(Run::styled(Span::new(at, words.len()).of(words).to_owned(), style));
    out.retain(|run| !run.content.is_empty());
    out
}

/// How many articles could not be looked through, where there are any.
pub(super) fn not_read(lang: Lang, unread: usize) -> Option<String> {
    (unread > 0).then(|| say::ARTICLES_UNREAD.fill(lang, &[&unread]))
}
