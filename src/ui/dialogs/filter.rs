//! The line a filter is written in, with what the last word may become.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use super::picker::{self, Row, not_read};
use crate::command::{Action, Command, Context};
use crate::core::article::width::text_cells;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::filter::{FilterDialog, Offer};
use crate::state::query::geometry;
use crate::ui::theme::Theme;

impl Draw for FilterDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let widest = self.offers.iter().map(|offer| text_cells(&offer.word)).max();
        let width = widest.unwrap_or_default() + 2;
        let rows = self.offers.iter().skip(self.picker.top).map(|offer| row(theme, offer, width));
        let title = say::FILTER.to(model.settings.lang);
        let status = status(model, self);
        let boxed = geometry::filter_box(body);
        picker::draw(&self.picker, (title, &status), rows, theme, boxed, buf)
    }
}

fn row(theme: Theme, offer: &Offer, width: usize) -> Row {
    let pad = " ".repeat(width - text_cells(&offer.word));
    let word = Run::styled(format!("{}{pad}", offer.word), Theme::text());
    let doc = Run::styled(offer.doc.clone(), theme.dim());
    Row { line: Line::from(vec![word, doc]), ..Row::default() }
}

/// What is not understood, else what the filter lets through.
fn status(model: &Model, dialog: &FilterDialog) -> String {
    let lang = model.settings.lang;
    let keys = model.settings.keymap.keys(Context::Filter, Action::Do(Command::Complete));
    let key = keys.first().map_or(String::new(), |key| key.label(model.settings.lang));
    let Some(sieve) = &model.filter else { return say::FILTER_HINT.fill(lang, &[&key]) };
    // A word that can still be completed is not yet wrong.
    if !sieve.filter.unknown.is_empty() && !dialog.completes {
        return say::FILTER_UNKNOWN.fill(lang, &[&sieve.filter.unknown.join(" ")]);
    }
    let (shown, all) = (model.reader.stops.len(), model.reader.progress().all);
    let (kept, articles) = (sieve.kept.len(), model.desk.order.len());
    let count = say::FILTER_COUNT.fill(lang, &[&shown, &all, &kept, &articles, &key]);
    not_read(lang, sieve.unread).into_iter().chain([count]).collect::<Vec<_>>().join(" · ")
}
