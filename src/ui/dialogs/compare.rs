//! Two places side by side, with what they differ in marked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::core::article::Span;
use crate::core::crosscheck::Compared;
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::compare::{Compare, Counterpart};
use crate::state::model::desk::ArticleId;
use crate::state::query::{geometry, preview as query};
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line};
use crate::ui::theme::Theme;
use crate::ui::{preview, words};

/// A room of fewer rows is low.
const LOW: u16 = 14;
/// So many reasons are told above the two.
const REASONS: usize = 3;
/// From this width on the two stand side by side, in cells.
const BESIDE: u16 = 72;

impl Draw for Compare {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = model.settings.lang;
        let area = geometry::compare(body);
        let room = dialog_box(theme, area, say::COMPARE.to(lang), buf);
        let other = self.other()?;
        let mut head = self.head(model, theme, other);
        // On a low screen the words come before the reasons.
        let gap = u16::from(room.height >= LOW);
        head.truncate(if gap == 0 { 2 } else { head.len() });
        for (y, line) in (room.y..room.bottom()).zip(&head) {
            put_line(buf, room.x, y, room.width, line);
        }
        let (left, right) = halves(theme, geometry::below(room, head.len() as u16 + gap), buf);
        let side = |places: fn(&(Span, Span)) -> Span| {
            let why = other.why.iter().map(move |why| (places(&why.places), why.agreement));
            why.map(|(span, agreement)| (span, value(theme, agreement))).collect::<Vec<_>>()
        };
        draw_side(model, theme, self.here, &side(|(here, _)| *here), left, buf);
        draw_side(model, theme, other.there, &side(|(_, there)| *there), right, buf);
        Some(Position::new(room.x, room.y))
    }
}

impl Compare {
    /// How the two stand to each other, which of how many this is, and why.
    fn head(&self, model: &Model, theme: Theme, other: &Counterpart) -> Vec<Line<'static>> {
        let lang = model.settings.lang;
        let (word, hue) = words::relation(other.relation);
        let place = format!(" {} {}/{}", theme.dot(), self.at + 1, self.others.len());
        let mut lines = vec![Line::from(vec![
            Run::styled(word.to(lang), theme.hue(hue).add_modifier(Modifier::BOLD)),
            Run::styled(place, theme.dim()),
        ])];
        let why = other.why.iter().filter(|why| why.says_more());
        let told = why
            .take(REASONS)
            .map(|why| Line::styled(words::reason(lang, why), value(theme, why.agreement)));
        lines.extend(told);
        lines
    }
}

/// How a value is marked: as one of both that differ, or that say the same.
fn value(theme: Theme, agreement: Compared) -> Style {
    match agreement {
        Compared::Differs => theme.differing(),
        Compared::Same | Compared::Meets => theme.agreeing(),
        Compared::Part => Theme::text(),
    }
}

/// The rooms of the two, with a line between them.
fn halves(theme: Theme, room: Rect, buf: &mut Buffer) -> (Rect, Rect) {
    let (upright, level) = theme.lines();
    if room.width >= BESIDE {
        let width = (room.width - 3) / 2;
        let x = room.x + width + 1;
        for y in room.top()..room.bottom() {
            put(buf, x, y, 1, upright, theme.border());
        }
        return (Rect { width, ..room }, Rect { x: x + 2, width: room.right() - x - 2, ..room });
    }
    let height = room.height.saturating_sub(1) / 2;
    let y = room.y + height;
    for x in room.left()..room.right() {
        put(buf, x, y, 1, level, theme.border());
    }
    (Rect { height, ..room }, geometry::below(room, height + 1))
}

/// One of the two: the article's name, then its words around the claim.
fn draw_side(
    model: &Model,
    theme: Theme,
    (article, span): (ArticleId, Span),
    values: &[(Span, Style)],
    area: Rect,
    buf: &mut Buffer,
) {
    put(buf, area.x, area.y, area.width, &preview::name(model, article), theme.heading());
    let room = geometry::below(area, if area.height >= LOW / 2 { 2 } else { 1 });
    let Some(doc) = query::text(model, article) else {
        put(buf, room.x, room.y, room.width, say::READING.to(model.settings.lang), theme.dim());
        return;
    };
    let claim = [(span, theme.compared())];
    let marks: Vec<_> = claim.into_iter().chain(values.iter().copied()).collect();
    // Where the claim does not fit, the row shows that tells what is compared.
    let tall = preview::tall(doc, span, room);
    let words = values.first().map_or(span, |(value, _)| *value);
    let words = if tall > room.height { words } else { span };
    preview::passage(theme, doc, words, &marks, room, buf);
}
