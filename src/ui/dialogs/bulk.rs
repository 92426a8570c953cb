//! A verdict for many claims at once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::command::{Command, Context};
use crate::core::annotation::Label;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::bulk::Bulk;
use crate::state::query::{geometry, keys};
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Draw for Bulk {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let rows = geometry::BULK_HEAD + model.settings.labels.len() as u16;
        let area = geometry::bulk(body, rows);
        let room = dialog_box(theme, area, say::BULK.to(lang), buf);
        let mut lines = vec![self.scope(model, theme), self.count(model), Line::default()];
        match self.asked {
            Some(label) => lines.extend(self.question(model, theme, label, room.width)),
            None => lines.extend(verdicts(model, theme)),
        }
        lines.push(Line::default());
        for (y, line) in (room.y..room.bottom()).zip(&lines) {
            put_line(buf, room.x, y, room.width, line);
        }
        // Below, what the first of them say.
        for (y, words) in (room.y + lines.len() as u16..room.bottom()).zip(self.words()) {
            let words = words.replace('\n', " ");
            put(buf, room.x, y, room.width, &say::QUOTED.fill(lang, &[&words]), theme.dim());
        }
        Some(Position::new(room.x, room.y))
    }
}

impl Bulk {
    /// Which claims are meant, and the key to the others.
    fn scope(&self, model: &Model, theme: Theme) -> Line<'static> {
        let lang = model.settings.lang;
        let name = self.scopes[self.at].name.to(lang);
        let mut runs = vec![Run::styled(name, theme.heading())];
        if self.scopes.len() > 1 {
            let key = keys::in_place(model, Context::Bulk, Command::NextPane);
            runs.push(Run::styled(format!("  {key}"), theme.accent()));
            let place = format!(" {}/{}", self.at + 1, self.scopes.len());
            runs.push(Run::styled(place, theme.dim()));
        }
        Line::from(runs)
    }

    /// How many there are, and how many of them are decided already.
    fn count(&self, model: &Model) -> Line<'static> {
        let lang = model.settings.lang;
        let sum = self.sum();
        let mut text = say::BULK_COUNT.fill(lang, &[&sum.claims, &sum.articles]);
        if sum.decided > 0 {
            text = format!("{text} · {}", say::BULK_DECIDED.fill(lang, &[&sum.decided]));
        }
        if !self.is_complete(model) {
            let all = model.desk.articles.len();
            let going = say::BULK_GOING.fill(lang, &[&self.searched.min(all), &all]);
            text = format!("{text} · {going}");
        }
        Line::styled(text, Theme::text().add_modifier(Modifier::BOLD))
    }

    /// Whether really.
    fn question(
        &self,
        model: &Model,
        theme: Theme,
        label: usize,
        width: u16,
    ) -> Vec<Line<'static>> {
        let lang = model.settings.lang;
        let Some(label) = model.settings.labels.get(label) else { return Vec::new() };
        let (sign, name, _) = words::verdict(&model.settings, theme, &label.id);
        let key = |command| keys::in_place(model, Context::Confirm, command);
        let sum = self.sum();
        let (yes, no) = (key(Command::Yes), key(Command::No));
        let asked = format!("{sign} {name}");
        let count = say::BULK_COUNT.fill(lang, &[&sum.claims, &sum.articles]);
        let text = say::BULK_ASK.fill(lang, &[&asked, &count, &yes, &no]);
        let mut lines = wrapped(&text, width, theme.warning());
        if sum.decided > 0 {
            let text = say::BULK_REPLACES.fill(lang, &[&sum.decided]);
            lines.extend(wrapped(&text, width, Theme::text()));
        }
        lines
    }
}

/// The verdicts with their keys.
fn verdicts(model: &Model, theme: Theme) -> Vec<Line<'static>> {
    let line = |label: &Label| {
        let (sign, name, hue) = words::verdict(&model.settings, theme, &label.id);
        Line::from(vec![
            Run::styled(format!("{} ", label.key), theme.accent()),
            Run::styled(format!("{sign} {name}"), theme.hue(hue)),
        ])
    };
    model.settings.labels.iter().map(line).collect()
}
