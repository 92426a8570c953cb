//! The page of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span as Run};

use super::Draw;
use super::picker::marked;
use crate::command::{Action, Command, Context};
use crate::core::article::width::text_cells;
use crate::core::claim::Strength;
use crate::core::search::Needle;
use crate::i18n::{Lang, messages as say};
use crate::state::Model;
use crate::state::dialogs::help::{Help, Row, columns, height, marks, rows};
use crate::state::model::sign::{Sample, Sign};
use crate::state::query::geometry;
use crate::ui::editor;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Draw for Help {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let area = geometry::help(body, height(model, self));
        let rows = rows(model, self);
        let needles = self.needles();
        let mut room = dialog_box(theme, area, say::HELP.to(lang), buf);
        let mut cursor = Position::new(room.x, room.y);
        if self.is_searching() && room.height > 0 {
            let line = Rect { height: 1, ..room };
            room = Rect { y: room.y + 1, height: room.height - 1, ..room };
            cursor = search(model, self, theme, line, buf).unwrap_or(cursor);
            if rows.is_empty() {
                let nothing = say::NO_SUCH_KEY.to(lang);
                put(buf, room.x, room.y, room.width, nothing, theme.dialog().patch(theme.dim()));
            }
        }
        let (keys, _) = columns(model);
        for (y, row) in (room.y..room.bottom()).zip(rows.iter().skip(self.top)) {
            draw_row(model, row, (&needles, keys), theme, Rect { y, height: 1, ..room }, buf);
        }
        if rows.len() > self.top + usize::from(room.height) && area.height > 2 {
            let (x, y) = (area.right().saturating_sub(8), area.bottom() - 1);
            put(buf, x, y, 5, theme.more(), theme.dialog().patch(theme.accent()));
        }
        Some(cursor)
    }
}

/// The line that is searched for, and how to be rid of it.
fn search(
    model: &Model,
    help: &Help,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let style = theme.dialog().patch(theme.accent());
    let lead = put(buf, area.x, area.y, area.width, "/ ", style);
    let input = Rect { x: area.x + lead, width: area.width - lead, ..area };
    if help.typing {
        return editor::draw(&help.line, theme, input, buf);
    }
    let query = help.line.text();
    let used = put(buf, input.x, input.y, input.width, &query, theme.dialog()) + 2;
    let keys = model.settings.keymap.keys(Context::Help, Action::Do(Command::Cancel));
    let key = keys.first().map_or(String::new(), |key| key.label(model.settings.lang));
    let hint = say::HELP_SEARCHED.fill(model.settings.lang, &[&key]);
    if usize::from(used) + text_cells(&hint) <= usize::from(input.width) {
        let room = input.width - used;
        put(buf, input.x + used, input.y, room, &hint, theme.dialog().patch(theme.dim()));
    }
    None
}

/// Signs beside each other, each with what it means.
fn draw_signs(lang: Lang, signs: &[Sign], theme: Theme, area: Rect, buf: &mut Buffer) {
    let each = area.width / (signs.len().max(1) as u16);
    let each = if signs.len() > 1 { each } else { area.width };
    for (x, sign) in (area.x..area.right()).step_by(usize::from(each.max(1))).zip(signs) {
        let (mark, style) = theme.sign(*sign);
        put(buf, x + 1, area.y, 2, mark, theme.dialog().patch(style));
        let meaning = sign.meaning().to(lang);
        put(buf, x + 4, area.y, each.saturating_sub(5), meaning, theme.dialog());
    }
}

/// Words, a value or a number as they look in the panes, on the ground of these.
fn draw_sample(model: &Model, sample: Sample, theme: Theme, area: Rect, buf: &mut Buffer) {
    let lang = model.settings.lang;
    let words = say::SAMPLE.to(lang).to_owned();
    let emphasis = |modifier| theme.current().add_modifier(modifier);
    let (text, style) = match sample {
        Sample::Strong => (words, theme.open(Strength::Strong)),
        Sample::Fair => (words, theme.open(Strength::Fair)),
        Sample::Weak => (words, theme.open(Strength::Weak)),
        Sample::Fact => {
            let style = theme.open(Strength::Strong);
            ("300".to_owned(), style.patch(theme.fact(Strength::Strong)))
        }
        Sample::Current => {
            put(buf, area.x + 1, area.y, 1, theme.pointer(), theme.accent());
            put(buf, area.x + 2, area.y, area.width - 2, &words, theme.current());
            return;
        }
        Sample::CurrentFact => ("300".to_owned(), emphasis(Modifier::BOLD | Modifier::UNDERLINED)),
        Sample::Source => (say::SAMPLE_SOURCE.to(lang).to_owned(), emphasis(Modifier::ITALIC)),
        Sample::Verdict(at) => {
            let Some(label) = model.settings.labels.get(at) else { return };
            let (sign, _, hue) = words::verdict(&model.settings, theme, &label.id);
            (format!("{sign} {words}"), theme.decided(hue))
        }
        Sample::Stale => (format!("{} {words}", theme.stale_sign()), theme.stale()),
        Sample::Former => (words, theme.struck()),
        Sample::Found => (words, theme.found()),
        Sample::Differing => ("12 ↔ 15".to_owned(), theme.differing()),
        Sample::Agreeing => ("12 = 12".to_owned(), theme.agreeing()),
        Sample::Meeting => ("12 ~ 15".to_owned(), Theme::text()),
        Sample::Bar => {
            let (done, open) = theme.bar();
            (format!("2/5 {}{}", done.repeat(2), open.repeat(3)), theme.dim())
        }
        Sample::Strength => (words::decimal(lang, 0.92), Theme::text()),
    };
    put(buf, area.x + 1, area.y, area.width.saturating_sub(1), &text, theme.dialog().patch(style));
}

fn draw_row(
    model: &Model,
    row: &Row,
    (needles, keys): (&[Needle], u16),
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let (plain, accent) = (theme.dialog(), theme.dialog().patch(theme.accent()));
    match row {
        Row::Title(title) => {
            put(buf, area.x, area.y, area.width, title, accent);
        }
        Row::Blank => {}
        Row::Signs(signs) => draw_signs(model.settings.lang, signs, theme, area, buf),
        Row::Sample(sample, meaning) => {
            if let Some(sample) = sample {
                draw_sample(model, *sample, theme, Rect { width: keys + 1, ..area }, buf);
            }
            let x = area.x + keys + 3;
            put(buf, x, area.y, area.right().saturating_sub(x), meaning, plain);
        }
        Row::Key { doc, origin, .. } => {
            let found = |text: &str, style| {
                Line::from(marked(text, &marks(needles, text), style, style.patch(theme.found())))
            };
            put_line(buf, area.x + 1, area.y, keys, &found(&row.keys(), accent));
            let x = area.x + keys + 3;
            let mut line = found(doc, plain);
            if !origin.is_empty() {
                let gap = if doc.is_empty() { "" } else { "  " };
                line.push_span(Run::styled(gap, plain));
                line.spans.extend(found(origin, plain.patch(theme.dim())).spans);
            }
            put_line(buf, x, area.y, area.right().saturating_sub(x), &line);
        }
    }
}
