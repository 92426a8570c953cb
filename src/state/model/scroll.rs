//! Where the open text is scrolled to, in bytes of its rows.

use super::reader::Reader;
use crate::core::article::{Document, Span, rows};

impl Reader {
    /// Makes a claim current and scrolls as little as needed to show it whole.
    pub(crate) fn show(&mut self, index: usize, page: (usize, usize)) {
        self.current = Some(index);
        self.claim_top = 0;
        (self.picked, self.following) = (0, false);
        self.at_end = None;
        if let Some(span) = self.items.get(index).map(|item| item.span) {
            self.reveal(span, page);
        }
    }

    /// Scrolls as little as needed to show a stretch whole.
    pub(crate) fn reveal(&mut self, span: Span, page: (usize, usize)) {
        if let Some(doc) = &self.doc {
            self.top = revealed(doc, span, self.top, page);
        }
    }

    /// Scrolls the text by rows; the last row may come up to the middle of the page.
    pub(crate) fn scroll(&mut self, by: isize, (width, height): (usize, usize)) {
        let Some(doc) = &self.doc else { return };
        let top = rows::step(doc, width, self.top, by);
        let page = (width, height);
        // Laid out once, not at each of many keys.
        let last = match self.last_top {
            Some((known, last)) if known == page => last,
            _ => last_top(doc, page),
        };
        self.last_top = Some((page, last));
        self.top = if by > 0 { top.min(last) } else { top };
    }

    /// Shows an article from its top where all of it fits on the page.
    pub(crate) fn show_whole(&mut self, page: (usize, usize)) {
        if self.doc.as_ref().is_some_and(|doc| last_top(doc, page) == 0) {
            self.top = 0;
        }
    }

    /// Scrolls to the end.
    pub(crate) fn scroll_to_end(&mut self, page: (usize, usize)) {
        if let Some(doc) = &self.doc {
            self.top = last_top(doc, page);
        }
    }

    /// Whether a claim shows on the page.
    pub(crate) fn is_visible(&self, index: usize, page: (usize, usize)) -> bool {
        self.items.get(index).is_some_and(|item| self.shows(item.span, page))
    }

    /// Whether a stretch of the text shows on the page.
    pub(crate) fn shows(&self, span: Span, page: (usize, usize)) -> bool {
        span.overlaps(self.page(page))
    }

    /// The text on the page.
    pub(crate) fn page(&self, (width, height): (usize, usize)) -> Span {
        let Some(doc) = &self.doc else { return Span::default() };
        let rows = rows::rows_from(doc, width, self.top, height);
        let end = rows.last().map_or(self.top, |row| row.end);
        Span::new(rows.first().map_or(self.top, |row| row.start), end)
    }
}

/// The top at which the last row stands at the bottom of the page.
fn last_top(doc: &Document, (width, height): (usize, usize)) -> usize {
    rows::step(doc, width, doc.text().len(), 1 - height as isize)
}

/// Rows kept visible above and below the current claim.
const MARGIN: usize = 2;

fn revealed(doc: &Document, span: Span, top: usize, (width, height): (usize, usize)) -> usize {
    let end = span.end.saturating_sub(1).max(span.start);
    let margin = MARGIN.min(height.saturating_sub(1) / 2);
    let tall = rows::distance(doc, width, span.start, end, height) as usize + 1;
    let first = rows::distance(doc, width, top, span.start, 2 * height);
    let last = rows::distance(doc, width, top, end, 2 * height);
    let fits = first >= margin as isize && last + (margin as isize) < height as isize;
    if fits || (top == 0 && first >= 0 && last < height as isize - margin as isize) {
        return rows::row_at(doc, width, top).start;
    }
    // Far away: a third from the top. Near: as little as needed.
    let above = if first.unsigned_abs() >= 2 * height || last.unsigned_abs() >= 2 * height {
        (height / 3).min(height.saturating_sub(tall))
    } else if first < margin as isize {
        margin
    } else {
        height.saturating_sub(tall + margin)
    };
    rows::step(doc, width, span.start, -(above as isize)).min(last_top(doc, (width, height)))
}
