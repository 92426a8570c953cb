//! The text of the open article, its claims highlighted in place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use crate::command::{Command, Context};
use crate::core::article::width::{fit, text_cells};
use crate::core::article::{Document, Span, rows, within};
use crate::core::fact::Fact;
use crate::core::lang::Language;
use crate::core::review::{Item, Standing};
use crate::i18n::messages as say;
use crate::state::query::geometry::{GUTTER, column, inner, screen};
use crate::state::query::{keys, story, team};
use crate::state::{Model, Pane};
use crate::ui::frame::header;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::prose::Line;
use crate::ui::theme::Theme;
use crate::ui::words;

/// Draws the pane; gives the cell of the current claim.
pub(in crate::ui) fn draw(
    model: &Model,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    draw_header(model, theme, area, buf);
    let column = column(area, model.settings.column);
    let Some(doc) = &model.reader.doc else {
        if let (Some((doc, top)), None) = (&model.reader.passed, &model.reader.problem) {
            draw_passed(model, theme, doc, *top, column, buf);
            return None;
        }
        let text = explanation(model);
        for (y, line) in (column.y..column.bottom()).zip(wrapped(&text, column.width, theme.dim()))
        {
            put_line(buf, column.x, y, column.width, &line);
        }
        return None;
    };
    let spacing = model.settings.spacing.max(1);
    let count = usize::from(column.height.div_ceil(spacing));
    let page = rows::rows_from(doc, usize::from(column.width), model.reader.top, count);
    let mut cursor = None;
    for (row, y) in page.iter().zip((column.y..column.bottom()).step_by(usize::from(spacing))) {
        let line = Line { row: *row, y, column };
        if let Some(at) = line.draw(model, theme, doc, buf) {
            cursor.get_or_insert(at);
        }
    }
    draw_scroll_bar(theme, doc, &page, inner(area), buf);
    cursor
}

/// The words of the text that was shown before, until the one turned to is there.
fn draw_passed(
    model: &Model,
    theme: Theme,
    doc: &Document,
    top: usize,
    column: Rect,
    buf: &mut Buffer,
) {
    let spacing = usize::from(model.settings.spacing.max(1));
    let count = usize::from(column.height).div_ceil(spacing);
    let page = rows::rows_from(doc, usize::from(column.width), top, count);
    for (row, y) in page.iter().zip((column.y..column.bottom()).step_by(spacing)) {
        put(buf, column.x, y, column.width, row.of(doc.text()).trim_end(), theme.dim());
    }
}

fn draw_header(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let lang = model.settings.lang;
    let article = model.reader.article.map(|id| &model.desk.articles[id]);
    let summary = article.and_then(|a| a.summary());
    let name = article.map_or("", |a| a.listing.name.as_str());
    let title = summary.map(|s| s.title.as_str()).filter(|t| !t.is_empty()).unwrap_or(name);
    let title = if title.is_empty() { say::TEXT.to(lang) } else { title };
    let right = model.reader.doc.as_ref().map(|doc| position(theme, doc, model.reader.top));
    let mut right = right.unwrap_or_default();
    if let Some(language) = language(model, area.width) {
        right = format!("{language} {} {right}", theme.dot());
    }
    if let Some(sieve) = model.filter.as_ref().filter(|sieve| !sieve.filter.is_empty()) {
        let (shown, all) = (model.reader.stops.len(), model.reader.progress().all);
        // The words stand in the head of the list, where that is seen.
        let line = match screen(model).articles {
            Some(_) => String::new(),
            None => fit(&sieve.line, 24) + " ",
        };
        right = format!("{} {line}{shown}/{all} {} {right}", theme.sieve(), theme.dot());
    }
    // The title keeps more than half of the line.
    let origin = summary.map(|s| story::origin(model.settings.lang, &s.source)).unwrap_or_default();
    if !origin.is_empty() && area.width >= 40 {
        right = format!("{} {} {right}", fit(&origin, usize::from(area.width / 3)), theme.dot());
    }
    header(theme, area, model.focus == Pane::Text, title, &right, buf);
}

/// The language of the article by its code; where its words are not known its name, with what is read
/// all the same. Of a few words the language is not told, unless it is none of the screen; a narrow
/// pane leaves the title its room. Where columns stand side by side, that is what counts.
fn language(model: &Model, width: u16) -> Option<String> {
    const SHORT: usize = 200;
    let fits = |words: &String, times: usize| text_cells(words) * times <= usize::from(width);
    let lang = model.settings.lang;
    if model.reader.doc.as_ref().is_some_and(|doc| doc.is_in_columns()) {
        return Some(say::IN_COLUMNS_SHORT.to(lang).to_owned()).filter(|told| fits(told, 2));
    }
    let analysis = model.reader.analysis.as_ref()?;
    let name = say::language(analysis.language.code()).to(lang);
    let few = || model.reader.doc.as_ref().is_none_or(|doc| doc.text().len() < SHORT);
    match analysis.language {
        Language::Other | Language::French | Language::English if few() => return None,
        _ => {}
    }
    if analysis.language.has_pack() {
        return Some(analysis.language.code().to_owned()).filter(|code| fits(code, 20));
    }
    let told = Some(say::FIGURES_ONLY.fill(lang, &[&name]));
    let short = || Some(say::FIGURES_ONLY_SHORT.to(lang).to_owned()).filter(|said| fits(said, 4));
    told.filter(|told| fits(told, 2)).or_else(short)
}

/// How far in the page begins, behind a word on an encoding that was not certain.
fn position(theme: Theme, doc: &Document, top: usize) -> String {
    let encoding = doc.encoding();
    let percent = (top * 100).checked_div(doc.text().len()).unwrap_or(0);
    match (encoding.guessed, encoding.lossy) {
        (false, false) => format!("{percent} % "),
        (true, _) => format!("{}? {} {percent} % ", encoding.name, theme.dot()),
        (false, true) => format!("{} \u{fffd} {} {percent} % ", encoding.name, theme.dot()),
    }
}

/// What to say where there is no text.
fn explanation(model: &Model) -> String {
    let lang = model.settings.lang;
    match (&model.reader.problem, model.reader.article) {
        (Some(problem), _) => problem.clone(),
        (None, Some(_)) => say::READING.to(lang).to_owned(),
        (None, None) if model.desk.listed && model.desk.articles.is_empty() => {
            say::FIRST_START.fill(lang, &[&model.settings.folder])
        }
        (None, None) => {
            let key = keys::in_place(model, Context::Articles, Command::Open);
            say::CHOOSE_ARTICLE.fill(lang, &[&key])
        }
    }
}

impl Line {
    fn draw(
        &self,
        model: &Model,
        theme: Theme,
        doc: &Document,
        buf: &mut Buffer,
    ) -> Option<Position> {
        self.words(theme, doc, buf);
        let mut cursor = None;
        let current = model.reader.current.filter(|_| model.selection.is_none());
        let mut items = model.reader.overlapping(self.row);
        // Where nothing tells where its words stood, a verdict has no place in the text.
        items.retain(|(_, item)| *item.standing() != Standing::Lost(None));
        for &(index, item) in &items {
            // Overlapping claims in turn, so that smaller ones inside others stay on top.
            if item.is_shown(model.settings.level) {
                self.paint(doc, item.span, claim_style(model, theme, item), buf);
            }
            if current == Some(index) {
                self.paint(doc, item.span, theme.current(), buf);
                let x = self.column.x.saturating_sub(GUTTER);
                put(buf, x, self.y, 1, theme.pointer(), theme.accent());
                cursor = Some(Position::new(x, self.y));
            }
            self.facts(model, theme, doc, (index, item), buf);
        }
        // Where several claims begin, the sign of the current one stands, else that of a verdict.
        let mut signs: Vec<_> =
            items.into_iter().filter(|(_, item)| item.span.start >= self.row.start).collect();
        signs.sort_by_key(|(index, item)| (current == Some(*index), item.verdict().is_some()));
        for (_, item) in signs {
            self.sign(model, theme, doc, item, buf);
        }
        if let Some(search) = &model.search {
            for (number, span) in search.matches.within(self.row) {
                let here = search.current == Some(number);
                let style = if here { theme.found_here() } else { theme.found() };
                self.paint(doc, span, style, buf);
            }
        }
        if let Some(selection) = &model.selection {
            let mark = selection.mark(doc);
            self.paint(doc, selection.span, theme.selection(), buf);
            self.paint(doc, mark, theme.border_mark(), buf);
            cursor = self.cell(doc, mark.start);
        }
        cursor
    }

    /// The state of a claim, where it begins: left of the row, or in the space before its words.
    fn sign(&self, model: &Model, theme: Theme, doc: &Document, item: &Item, buf: &mut Buffer) {
        let before = Span::new(self.row.start, item.span.start).of(doc.text());
        let disputed = team::is_disputed(model, item);
        let (sign, style) = match (item.verdict(), item.standing()) {
            (Some(_), Standing::Stale(_) | Standing::Ambiguous(_) | Standing::Lost(_)) => {
                (theme.stale_sign().to_owned(), theme.warning())
            }
            _ if disputed && !before.trim().is_empty() => {
                (theme.dispute_sign().to_owned(), theme.dispute())
            }
            (Some(id), Standing::Firm | Standing::Beside(_) | Standing::SameValue(_)) => {
                let (sign, _, hue) = words::verdict(&model.settings, theme, id);
                (sign, theme.hue(hue))
            }
            // Who decided for the team has given no verdict of their own, and is done with it.
            (None, _) if team::is_final(model, item) => {
                (theme.final_sign().to_owned(), theme.accent())
            }
            (None, _) if item.is_shown(model.settings.level) => {
                (theme.open_sign().to_owned(), theme.dim())
            }
            (None, _) => (theme.quiet_sign().to_owned(), theme.dim()),
        };
        let article = model.reader.article;
        let marked = article.is_some_and(|article| model.marks.has(article, item.span));
        // A mark is told before what is still open.
        let (sign, style) = match item.verdict() {
            None if marked => (theme.mark_sign(), theme.accent()),
            _ => (&*sign, style),
        };
        if before.trim().is_empty() {
            let x = self.column.x.saturating_sub(GUTTER);
            put(buf, x + 1, self.y, 1, sign, style);
            if disputed {
                put(buf, x + 2, self.y, 1, theme.dispute_sign(), theme.dispute());
            }
        } else if let Some(at) =
            space_before(before).and_then(|at| self.cell(doc, self.row.start + at))
        {
            put(buf, at.x, at.y, 1, sign, style);
        }
    }

    /// Figures, dates and names carry the emphasis inside a claim. In the current one figures and
    /// dates are underlined, too, and its source is told apart.
    fn facts(
        &self,
        model: &Model,
        theme: Theme,
        doc: &Document,
        (index, item): (usize, &Item),
        buf: &mut Buffer,
    ) {
        let Some(analysis) = &model.reader.analysis else { return };
        let is_current = model.reader.current == Some(index) && model.selection.is_none();
        if !is_current && !item.is_shown(model.settings.level) {
            return;
        }
        let (facts, claim) = (&analysis.facts, item.span);
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let open = item.verdict().is_none() && !is_current;
        let style = if open { theme.fact(item.level.strength()) } else { bold };
        let value = if is_current { style.add_modifier(Modifier::UNDERLINED) } else { style };
        let names = within(&facts.names, claim, |n| n.span).iter().map(|n| (n.span, style));
        let values = facts.within(claim).filter(Fact::has_value).map(|fact| (fact.span(), value));
        let all = names.chain(values);
        let italic = Style::new().add_modifier(Modifier::ITALIC);
        // Who says it may be told before the claim, in its sentence.
        let said = within(&facts.attributions, analysis.sentence_of(claim), |a| a.span);
        let sources = said.iter().filter(|_| is_current).filter_map(|a| a.source);
        for (span, style) in all.chain(sources.map(|s| (s, italic))) {
            if claim.covers(span) && span.overlaps(self.row) {
                self.paint(doc, span, style, buf);
            }
        }
    }
}

/// The blank next to the end of these words, where only a mark that opens stands behind it.
fn space_before(words: &str) -> Option<usize> {
    let (at, blank) = words.char_indices().rev().take(2).find(|(_, c)| c.is_whitespace())?;
    (text_cells(&words[at..at + blank.len_utf8()]) == 1).then_some(at)
}

fn claim_style(model: &Model, theme: Theme, item: &Item) -> Style {
    match (item.verdict(), item.standing()) {
        (Some(_), Standing::Stale(_) | Standing::Ambiguous(_) | Standing::Lost(_)) => theme.stale(),
        (Some(id), Standing::Firm | Standing::Beside(_) | Standing::SameValue(_)) => {
            theme.decided(words::verdict(&model.settings, theme, id).2)
        }
        (None, _) => theme.open(item.level.strength()),
    }
}

/// Where the page stands in the text, by bytes: no layout of the whole is needed.
fn draw_scroll_bar(theme: Theme, doc: &Document, page: &[Span], area: Rect, buf: &mut Buffer) {
    let (Some(first), Some(last)) = (page.first(), page.last()) else { return };
    // The line to the next pane serves as the track where there is one.
    let x =
        if area.right() < buf.area.right() { area.right() } else { area.right().saturating_sub(1) };
    let all = doc.text().len().max(1);
    if first.start == 0 && last.end >= all || area.width == 0 {
        return;
    }
    let height = usize::from(area.height);
    let thumb = ((last.end - first.start) * height / all).clamp(1, height);
    let room = height - thumb;
    let top = if last.end >= all {
        room
    } else {
        first.start * room / all.saturating_sub(last.end - first.start).max(1)
    };
    for i in top..(top + thumb).min(height) {
        put(buf, x, area.y + i as u16, 1, theme.thumb(), theme.dim());
    }
}
