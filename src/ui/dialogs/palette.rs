//! The palette.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use super::picker::{self, Row, marked};
use crate::core::article::Span;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::palette::{Choice, Palette, What};
use crate::ui::preview;
use crate::ui::theme::Theme;
use crate::ui::words;

impl Draw for Palette {
    fn draw(&self, model: &Model, theme: Theme, _: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let rows = self.found.iter().skip(self.picker.top);
        let rows = rows.map(|choice| row(model, theme, choice));
        let nothing = self.found.is_empty();
        let status = if nothing { say::NOTHING_FOUND } else { say::PALETTE_HINT }.to(lang);
        let title = say::PALETTE.to(lang);
        let boxed = self.boxed(model);
        let cursor = picker::draw(&self.picker, (title, status), rows, theme, boxed, buf);
        if let Some(below) = boxed.preview {
            preview::draw(model, theme, self.place(model), below, buf);
        }
        cursor
    }
}

fn row(model: &Model, theme: Theme, choice: &Choice) -> Row {
    let mark = theme.accent().add_modifier(Modifier::UNDERLINED);
    let (sign, style) = sign(model, theme, choice.what);
    let mut line = Line::from(vec![Run::styled(format!("{sign} "), style)]);
    // A command's line of help, then its name in the settings.
    let cut = match choice.what {
        What::Do(_) => choice.name.rfind("  ").unwrap_or(choice.name.len()),
        What::Article(_) | What::Claim(_) => choice.name.len(),
    };
    let (head, tail) = choice.name.split_at(cut);
    let split = choice.marks.partition_point(|span| span.end <= cut);
    let (first, rest) = choice.marks.split_at(split);
    let rest: Vec<_> =
        rest.iter().map(|span| Span::new(span.start.max(cut) - cut, span.end - cut)).collect();
    line.spans.extend(marked(head, first, Theme::text(), mark));
    line.spans.extend(marked(tail, &rest, theme.dim(), mark));
    let right = match choice.what {
        What::Do(action) => {
            let keys = model.settings.keymap.keys(model.focus.context(), action);
            keys.iter()
                .take(2)
                .map(|key| key.label(model.settings.lang))
                .collect::<Vec<_>>()
                .join(" ")
        }
        What::Article(article) => model.desk.articles[article].listing.name.clone(),
        What::Claim(index) => {
            let number = model.reader.number(index);
            number.map_or_else(String::new, |n| format!("{n}/{}", model.reader.stops.len()))
        }
    };
    let style = match choice.what {
        What::Do(_) => theme.accent(),
        What::Article(_) | What::Claim(_) => theme.dim(),
    };
    Row { line, right: Run::styled(right, style) }
}

/// What kind of line it is, in one sign.
fn sign(model: &Model, theme: Theme, what: What) -> (String, Style) {
    match what {
        What::Do(_) => (":".to_owned(), theme.dim()),
        What::Article(_) => (theme.page().to_owned(), theme.accent()),
        What::Claim(index) => {
            let verdict = model.reader.items.get(index).and_then(|item| item.verdict());
            match verdict {
                Some(id) => {
                    let (sign, _, hue) = words::verdict(&model.settings, theme, id);
                    (sign, theme.hue(hue))
                }
                None => (theme.open_sign().to_owned(), theme.dim()),
            }
        }
    }
}
