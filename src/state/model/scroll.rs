//! Where the open text is scrolled to, in bytes of its rows.

use super::reader::Reader;
use crate::core::article::{Document, Span, rows};

impl Reader {
    /// Makes a claim current and scrolls as little as needed to show it whole.
    pub(crate) fn show(&mut self, index: usize, page: (usize, usize)) {
        self.go_to(index);
        if let Some(span) = self.items.get(index).map(|item| item.span) {
            self.reveal(span, page);
        }
    }

    /// Makes a claim current.
    fn go_to(&mut self, index: usize) {
        (self.current, self.home) = (Some(index), None);
        self.claim_top = 0;
        (self.picked, self.following) = (0, false);
        self.at_end = None;
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

    /// Lets the cursor follow the page that was scrolled: it stands on the claim that was gone to while
    /// that shows, else on the first pointed out on the page, from its end where one comes from
    /// behind it, else on the last that was passed.
    pub(crate) fn follow(&mut self, page: (usize, usize), from_end: bool) {
        let current = self.current.zip(self.item().map(|item| item.span));
        let Some((current, span)) = current else { return };
        let shown = self.page(page);
        let home = self.home.unwrap_or(span);
        let at_home = if home.overlaps(shown) { self.on(home) } else { None };
        let seen = span.overlaps(shown).then_some(current);
        let on_page = at_home.or(seen).or_else(|| self.stop_on(shown, from_end));
        let to = on_page.or_else(|| self.stop_near(shown, span.start >= shown.end));
        if let Some(index) = to.filter(|index| *index != current) {
            self.go_to(index);
            self.home = at_home.is_none().then_some(home);
        }
    }

    /// The claim pointed out that is nearest to a stretch, behind it or before it.
    fn stop_near(&self, stretch: Span, behind: bool) -> Option<usize> {
        let start = |stop: &usize| self.items[*stop].span.start;
        let at = self.stops.partition_point(|stop| start(stop) < stretch.start);
        let at = if behind { Some(at) } else { at.checked_sub(1) };
        self.stops.get(at?).copied()
    }

    /// The first claim pointed out that touches a stretch, or the last.
    fn stop_on(&self, stretch: Span, last: bool) -> Option<usize> {
        let shown = self.overlapping(stretch).into_iter().map(|(index, _)| index);
        let shown = shown.filter(|index| self.number(*index).is_some());
        if last { shown.max() } else { shown.min() }
    }

    /// The claim pointed out to go on to from a page that does not show the current one: the first
    /// (or last) on it, else the next behind (or before) it.
    pub(crate) fn stop_from_page(&self, page: (usize, usize), forward: bool) -> Option<usize> {
        let on_page = self.stop_on(self.page(page), !forward);
        let behind = self.items.partition_point(|item| item.span.start < self.top);
        on_page.or_else(|| match forward {
            true => self.stops.get(self.stops.partition_point(|stop| *stop < behind)).copied(),
            false => self.stop_beside(behind, false),
        })
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
