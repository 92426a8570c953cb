//! Rows of an article's words: in the text pane, below a list, side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::lay;
use super::theme::Theme;
use crate::core::article::grapheme::graphemes;
use crate::core::article::width::{cells, plain_cells, text_cells};
use crate::core::article::{Document, Span, rows};

/// One row of words on the screen.
pub(super) struct Line {
    /// Its words.
    pub(super) row: Span,
    /// The row of the screen.
    pub(super) y: u16,
    /// The column of words that it stands in.
    pub(super) column: Rect,
}

impl Line {
    /// The cell of a byte of this row.
    pub(super) fn cell(&self, doc: &Document, at: usize) -> Option<Position> {
        let cell = rows::cell_of(doc, usize::from(self.column.width), self.row, at);
        let x = self.column.x + cell as u16;
        self.row.contains(at).then(|| Position::new(x.min(self.column.right()), self.y))
    }

    /// Where its words begin.
    fn left(&self, doc: &Document) -> u16 {
        self.column.x + rows::indent(doc, usize::from(self.column.width), self.row) as u16
    }

    /// Puts the words, those that stood there before among them.
    pub(super) fn words(&self, theme: Theme, doc: &Document, buf: &mut Buffer) {
        let (mut x, mut from) = (self.left(doc), self.row.start);
        let mut put = |words: &str, style| {
            let room = self.column.right().saturating_sub(x);
            x += lay(buf, x, self.y, room, words, style);
        };
        for inset in doc.insets(self.row) {
            put(Span::new(from, inset.at).of(doc.text()), Theme::text());
            if let Some((words, then)) = rows::shown(inset, usize::from(self.column.width)) {
                put(&words, theme.struck());
                put(then, theme.dim());
            }
            from = inset.at;
        }
        put(Span::new(from, self.row.end).of(doc.text()).trim_end_matches('\n'), Theme::text());
        // A word that the file divides here, where its own lines are shown.
        if let Some(sign) = doc.division_at(self.row.end).filter(|_| x < self.column.right()) {
            lay(buf, x, self.y, 1, sign.encode_utf8(&mut [0; 4]), Theme::text());
        }
    }

    /// Lays a style over the cells of a stretch of text; over what stands between its words only
    /// the ground.
    pub(super) fn paint(&self, doc: &Document, span: Span, style: Style, buf: &mut Buffer) {
        let text = self.row.of(doc.text()).trim_end();
        if doc.insets(self.row).is_empty() && plain_cells(text).is_some() {
            return self.paint_plain(doc, span, style, buf);
        }
        let ground = Style { bg: style.bg, ..Style::new() };
        let mut x = self.left(doc);
        let mut next = |size: usize, style: Option<Style>| {
            let area = Rect { x, y: self.y, width: size as u16, height: 1 };
            x += size as u16;
            if let Some(style) = style {
                let row = Rect { y: self.y, height: 1, ..self.column };
                buf.set_style(area.intersection(row), style);
            }
        };
        for (at, grapheme) in graphemes(text) {
            let at = self.row.start + at;
            let beside = rows::beside(doc, usize::from(self.column.width), at);
            next(beside, (span.start < at && span.contains(at)).then_some(ground));
            next(cells(grapheme), span.contains(at).then_some(style));
        }
    }

    /// The same where each character takes one cell and nothing stands between the words.
    fn paint_plain(&self, doc: &Document, span: Span, style: Style, buf: &mut Buffer) {
        let end = self.row.start + self.row.of(doc.text()).trim_end().len();
        let part = Span::new(span.start.max(self.row.start), span.end.min(end));
        if part.is_empty() {
            return;
        }
        let before = text_cells(Span::new(self.row.start, part.start).of(doc.text()));
        let x = self.left(doc) + before as u16;
        let width = text_cells(part.of(doc.text())) as u16;
        let row = Rect { y: self.y, height: 1, ..self.column };
        buf.set_style(Rect { x, y: self.y, width, height: 1 }.intersection(row), style);
    }
}
