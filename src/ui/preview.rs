//! A place of an article as it reads there, with what it is about marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint::put;
use super::prose::Line;
use super::theme::Theme;
use crate::core::article::width::fit;
use crate::core::article::{Document, Span, rows};
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::preview::Place;
use crate::state::query::{preview, story};

/// Of so many rows one is seen before the place.
const BEFORE: u16 = 3;

/// Draws the place that is selected in a list below it, behind a line with the article's name.
pub(super) fn draw(
    model: &Model,
    theme: Theme,
    place: Option<Place>,
    area: Rect,
    buf: &mut Buffer,
) {
    for x in area.left()..area.right() {
        put(buf, x, area.y, 1, theme.lines().1, theme.border());
    }
    let Some(place) = place else { return };
    let name = fit(&name(model, place.article), usize::from(area.width.saturating_sub(4)));
    put(buf, area.x + 2, area.y, area.width.saturating_sub(2), &format!(" {name} "), theme.dim());
    let room = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(doc) = preview::text(model, place.article) else {
        put(buf, room.x, room.y, room.width, say::READING.to(model.settings.lang), theme.dim());
        return;
    };
    let words = preview::words(model, doc, place);
    passage(theme, doc, words, &[(words, theme.current())], room, buf);
}

/// Title, outlet and day of an article.
pub(super) fn name(model: &Model, article: ArticleId) -> String {
    let lang = model.settings.lang;
    let summary = model.desk.articles.get(article).and_then(|article| article.summary());
    let origin = summary.map(|summary| story::origin(lang, &summary.source)).unwrap_or_default();
    let title = model.desk.title(article);
    if origin.is_empty() { title.to_owned() } else { format!("{title} · {origin}") }
}

/// How many rows some words take here, as far as is of interest.
pub(super) fn tall(doc: &Document, words: Span, area: Rect) -> u16 {
    let last = words.end.saturating_sub(1).max(words.start);
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    rows::distance(doc, width, words.start, last, height) as u16 + 1
}

/// Puts the rows around some words, with stretches of them marked, the last one on top.
pub(super) fn passage(
    theme: Theme,
    doc: &Document,
    words: Span,
    marks: &[(Span, Style)],
    area: Rect,
    buf: &mut Buffer,
) {
    let (width, height) = (usize::from(area.width), area.height);
    let tall = tall(doc, words, area);
    let before = height.saturating_sub(tall).min(height / BEFORE);
    let top = rows::step(doc, width, words.start, -(before as isize));
    let page = rows::rows_from(doc, width, top, usize::from(height));
    // A gap between paragraphs says nothing on top.
    let is_gap = |row: &Span| row.end <= words.start && row.of(doc.text()).trim().is_empty();
    for (row, y) in page.into_iter().skip_while(is_gap).zip(area.y..area.bottom()) {
        let line = Line { row, y, column: area };
        line.words(theme, doc, buf);
        for (span, style) in marks.iter().filter(|(span, _)| span.overlaps(row)) {
            line.paint(doc, *span, *style, buf);
        }
    }
}
