//! The form of a piece of evidence, and below it all pieces of the claim.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::command::{Action, Command, Context};
use crate::core::article::width::text_cells;
use crate::i18n::{Text, messages as say};
use crate::state::Model;
use crate::state::dialogs::evidence::{EvidenceDialog, Field};
use crate::state::query::geometry;
use crate::ui::frame::dialog_box;
use crate::ui::paint::put_line;
use crate::ui::theme::Theme;
use crate::ui::{editor, words};

impl Draw for EvidenceDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let known = self.pieces.len() - 1;
        let title = if self.is_new() {
            say::NEW_PIECE.to(lang).to_owned()
        } else {
            say::PIECE.fill(lang, &[&(self.at + 1), &known])
        };
        let list = if known == 0 { 0 } else { known as u16 + 1 };
        let article = u16::from(self.pieces[self.at].article.is_some());
        let area = geometry::centred(body, 84, 10 + article + list);
        let room = dialog_box(theme, area, &title, buf);
        let mut form = Form { model, theme, room, y: room.y };
        form.head(self, buf);
        let mut cursor = None;
        for field in Field::ALL {
            let at = form.field(self, field, buf);
            cursor = at.filter(|_| field == self.focus).or(cursor);
        }
        form.pieces(self, buf);
        cursor.or(Some(Position::new(room.x, room.y)))
    }
}

const fn name(field: Field) -> Text {
    match field {
        Field::Link => say::LINK,
        Field::Title => say::TITLE,
        Field::Quote => say::QUOTE,
        Field::Accessed => say::ACCESSED,
        Field::Copy => say::COPY_FIELD,
    }
}

/// The room of the dialog and the row that is drawn next.
struct Form<'a> {
    model: &'a Model,
    theme: Theme,
    room: Rect,
    y: u16,
}

impl Form<'_> {
    /// The claim, and what the evidence does to it.
    fn head(&mut self, dialog: &EvidenceDialog, buf: &mut Buffer) {
        let (lang, theme) = (self.model.settings.lang, self.theme);
        let words = self.model.reader.words_of(&dialog.about);
        let gone = dialog.about.are_gone();
        let words = if gone { say::WORDS_GONE_OF.fill(lang, &[&words]) } else { words.to_owned() };
        if self.room.height > 7 {
            self.line(&Line::styled(words, theme.dialog().patch(theme.dim())), buf);
            self.y += 1;
        }
        let (sign, stance, hue) = words::stance(theme, dialog.stance);
        let style = theme.dialog().patch(theme.hue(hue));
        let mut runs = vec![
            self.label(say::STANCE, false),
            Run::styled(format!("{sign} {}", stance.to(lang)), style),
        ];
        let turn = Action::Do(Command::TurnStance);
        if let Some(key) = self.model.settings.keymap.keys(Context::Evidence, turn).first() {
            let hint = format!("   {}", say::TO_TURN.fill(lang, &[key]));
            let used: usize = runs.iter().map(|run| text_cells(&run.content)).sum();
            if used + text_cells(&hint) <= usize::from(self.room.width) {
                runs.push(Run::styled(hint, theme.dialog().patch(theme.dim())));
            }
        }
        self.line(&Line::from(runs), buf);
        if let Some(article) = &dialog.pieces[dialog.at].article {
            let value = Run::styled(article.clone(), theme.dialog());
            self.line(&Line::from(vec![self.label(say::ARTICLE, false), value]), buf);
        }
    }

    fn field(
        &mut self,
        dialog: &EvidenceDialog,
        field: Field,
        buf: &mut Buffer,
    ) -> Option<Position> {
        if self.y >= self.room.bottom() {
            return None;
        }
        let focused = dialog.focus == field;
        let label = self.label(name(field), focused);
        let indent = text_cells(&label.content) as u16;
        let y = self.y;
        self.line(&Line::from(label), buf);
        let width = self.room.width.saturating_sub(indent);
        let area = Rect { x: self.room.x + indent, y, width, height: u16::from(width > 0) };
        let theme = self.theme;
        if focused {
            buf.set_style(area, theme.input());
        }
        editor::draw_line(dialog.editor(field), theme, focused, area, buf)
    }

    /// All pieces of the claim in a line each, that of the form marked.
    fn pieces(&mut self, dialog: &EvidenceDialog, buf: &mut Buffer) {
        let (lang, theme) = (self.model.settings.lang, self.theme);
        let known = &dialog.pieces[..dialog.pieces.len() - 1];
        self.y += 1;
        let visible = usize::from(self.room.bottom().saturating_sub(self.y));
        let top = (dialog.at + 1).min(known.len()).saturating_sub(visible);
        for (i, piece) in known.iter().enumerate().skip(top) {
            let (sign, stance, hue) = words::stance(theme, piece.stance);
            let pointer = if i == dialog.at { theme.pointer() } else { " " };
            let style =
                if i == dialog.at { theme.dialog() } else { theme.dialog().patch(theme.dim()) };
            let line = Line::from(vec![
                Run::styled(pointer, theme.dialog().patch(theme.accent())),
                Run::styled(format!("{sign} "), theme.dialog().patch(theme.hue(hue))),
                Run::styled(
                    format!(
                        "{} {} {}",
                        stance.to(lang),
                        theme.dot(),
                        words::source(self.model, piece)
                    ),
                    style,
                ),
            ]);
            self.line(&line, buf);
        }
    }

    /// The name of a field, as wide as the widest.
    fn label(&self, text: Text, focused: bool) -> Run<'static> {
        let lang = self.model.settings.lang;
        let names = Field::ALL.map(name).into_iter().chain([say::STANCE, say::ARTICLE]);
        let widest = names.map(|name| text_cells(name.to(lang))).max().unwrap_or_default();
        let text = text.to(lang);
        let pad = " ".repeat(widest - text_cells(text) + 2);
        let pointer = if focused { self.theme.pointer() } else { " " };
        let style = if focused { self.theme.accent() } else { self.theme.dim() };
        Run::styled(format!("{pointer}{text}{pad}"), self.theme.dialog().patch(style))
    }

    fn line(&mut self, line: &Line<'_>, buf: &mut Buffer) {
        if self.y < self.room.bottom() {
            put_line(buf, self.room.x, self.y, self.room.width, line);
        }
        self.y += 1;
    }
}
