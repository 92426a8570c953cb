//! The search in all articles.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Run};
use unicode_segmentation::UnicodeSegmentation;

use super::Draw;
use super::picker::{self, Row, marked, not_read};
use crate::core::article::Span;
use crate::core::article::width::{fit, text_cells};
use crate::core::search::{Excerpt, NOTED, Query};
use crate::i18n::messages as say;
use crate::state::Model;
use crate::state::dialogs::find::{self, Find};
use crate::state::model::hits::Hit;
use crate::ui::preview;
use crate::ui::theme::Theme;

impl Draw for Find {
    fn draw(&self, model: &Model, theme: Theme, _: Rect, buf: &mut Buffer) -> Option<Position> {
        let boxed = find::boxed(model);
        let width = usize::from(boxed.area.width / 4).clamp(8, 30);
        let room = usize::from(boxed.list.width.saturating_sub(3));
        let first = self.picker.top;
        let rows = self.hits.iter().enumerate().skip(first).map(|(index, hit)| {
            let above = index.checked_sub(1).filter(|_| index > first);
            let again = above.is_some_and(|above| self.hits[above].article == hit.article);
            row(model, theme, hit, again, (width, room))
        });
        let title = say::FIND.to(model.settings.lang);
        let head = (title, &*status(model, self));
        let cursor = picker::draw(&self.picker, head, rows, theme, boxed, buf);
        if let Some(below) = boxed.preview {
            preview::draw(model, theme, self.place(), below, buf);
        }
        cursor
    }
}

/// The title, once for all lines of an article, then the line with its matches marked.
fn row(model: &Model, theme: Theme, hit: &Hit, again: bool, (width, room): (usize, usize)) -> Row {
    let title = if again { String::new() } else { fit(model.desk.title(hit.article), width) };
    let gap = " ".repeat(width + 2 - text_cells(&title));
    let mut line = Line::from(vec![Run::styled(title, theme.dim()), Run::raw(gap)]);
    let (words, marks) = in_sight(&hit.excerpt, room.saturating_sub(width + 2));
    line.spans.extend(marked(&words, &marks, Theme::text(), theme.found()));
    Row { line, ..Row::default() }
}

/// The words from near the first match on, where it would not show in `room` cells.
fn in_sight(excerpt: &Excerpt, room: usize) -> (String, Vec<Span>) {
    let first = excerpt.marks.first().copied().unwrap_or_default();
    let words = &excerpt.words;
    if text_cells(&words[..first.end]) + room / 8 <= room {
        return (words.clone(), excerpt.marks.clone());
    }
    let mut cut = first.start;
    for (at, grapheme) in words[..first.start].grapheme_indices(true).rev() {
        if text_cells(&words[at..first.start]) > room / 4 {
            break;
        }
        cut = at;
        if grapheme == " " {
            cut = at + 1;
        }
    }
    let lead = "…";
    let moved = |span: &Span| Span::new(span.start - cut + lead.len(), span.end - cut + lead.len());
    (format!("{lead}{}", &words[cut..]), excerpt.marks.iter().map(moved).collect())
}

fn status(model: &Model, find: &Find) -> String {
    let lang = model.settings.lang;
    let all = model.desk.order.len();
    if find.query.trim().is_empty() {
        return say::FIND_HINT.fill(lang, &[&NOTED]);
    }
    if let Err(why) = Query::parse(&find.query) {
        return say::BAD_PATTERN.fill(lang, &[&why]);
    }
    if find.searched < all {
        return say::FIND_GOING.fill(lang, &[&find.count, &find.searched, &all]);
    }
    let unread = not_read(lang, find.unread);
    let with_unread =
        |count: String| unread.into_iter().chain([count]).collect::<Vec<_>>().join(" · ");
    if find.count == 0 {
        return with_unread(say::FIND_NOTHING.fill(lang, &[&(all - find.unread.min(all))]));
    }
    let mut articles: Vec<_> = find.hits.iter().map(|hit| hit.article).collect();
    articles.dedup();
    with_unread(say::FIND_COUNT.fill(lang, &[&find.count, &articles.len()]))
}
