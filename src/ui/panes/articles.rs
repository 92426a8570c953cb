//! The list of articles.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Action, Command, Context};
use crate::core::annotation::Hue;
use crate::core::article::width::text_cells;
use crate::core::crosscheck::MANY;
use crate::core::review::Progress;
use crate::core::team::outline::View;
use crate::i18n::{Lang, messages as say, team as texts};
use crate::state::model::desk::ArticleId;
use crate::state::model::list::Sort;
use crate::state::model::summary::Summary;
use crate::state::query::geometry::{LIST_ROWS, inner, list_room};
use crate::state::query::{names, story, team};
use crate::state::{Model, Pane};
use crate::ui::frame::header;
use crate::ui::paint::{put, put_line, wrapped};
use crate::ui::theme::Theme;

/// Draws the pane; gives the cell of the selected article.
pub(in crate::ui) fn draw(
    model: &Model,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let lang = model.settings.lang;
    let count = model.list.order.len();
    let place =
        if count == 0 { String::new() } else { format!("{}/{count} ", model.list.selected + 1) };
    let title = match &model.filter {
        // A line of words that are not understood filters nothing.
        Some(sieve) if !sieve.filter.is_empty() => {
            format!("{} {} {}", say::ARTICLES.to(lang), theme.sieve(), sieve.line)
        }
        _ => say::ARTICLES.to(lang).to_owned(),
    };
    let title = match model.list.story {
        Some(_) => format!("{title} · {}", say::STORY_HEAD.to(lang)),
        None => title,
    };
    header(theme, area, model.focus == Pane::Articles, &title, &place, buf);
    let room = list_room(model, area);
    let below = inner(area).height - room.height;
    draw_importable(model, theme, Rect { y: room.bottom(), height: below, ..room }, buf);
    if count == 0 {
        let keys = model.settings.keymap.keys(Context::Desk, Action::Do(Command::ClearFilter));
        let key = keys.first().map_or(String::new(), |key| key.label(model.settings.lang));
        let text = match (&model.filter, model.desk.listed) {
            (Some(_), true) => say::FILTER_NOTHING.fill(lang, &[&key]),
            (None, true) => say::NO_ARTICLES.fill(lang, &[&model.settings.folder]),
            (_, false) => say::READING.to(lang).to_owned(),
        };
        for (y, line) in
            (room.y..room.bottom()).zip(wrapped(&text, room.width.saturating_sub(2), theme.dim()))
        {
            put_line(buf, room.x + 1, y, room.width.saturating_sub(2), &line);
        }
        return None;
    }
    let lines = model.list.order.iter().enumerate().skip(model.list.top);
    let mut cursor = None;
    for ((line, article), row) in lines.zip((room.y..room.bottom()).step_by(usize::from(LIST_ROWS)))
    {
        let area = Rect { y: row, height: LIST_ROWS.min(room.bottom() - row), ..room };
        let selected = line == model.list.selected;
        if selected {
            cursor = Some(Position::new(area.x, area.y));
        }
        draw_article(model, theme, *article, selected, area, buf);
        if model.list.sort == Sort::Story {
            draw_story(model, theme, line, area, buf);
        }
    }
    cursor
}

/// Documents of other kinds lie among the articles.
fn draw_importable(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let width = area.width.saturating_sub(3);
    let lines = wrapped(&names::importable(model), width, theme.dim());
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        put_line(buf, area.x + 2, y, width, &line);
    }
}

/// Articles on one story hang together.
fn draw_story(model: &Model, theme: Theme, line: usize, area: Rect, buf: &mut Buffer) {
    let stories = &model.stories;
    let number = |line: Option<usize>| stories.number(*model.list.order.get(line?)?);
    let Some(own) = number(Some(line)) else { return };
    let first = number(line.checked_sub(1)) != Some(own);
    let last = number(Some(line + 1)) != Some(own);
    for y in area.top()..area.bottom() {
        let sign = match (first && y == area.top(), last && y + 1 == area.bottom()) {
            (true, _) => theme.bracket()[0],
            (_, true) => theme.bracket()[2],
            _ => theme.bracket()[1],
        };
        put(buf, area.x + 1, y, 1, sign, theme.border());
    }
}

fn draw_article(
    model: &Model,
    theme: Theme,
    id: ArticleId,
    selected: bool,
    area: Rect,
    buf: &mut Buffer,
) {
    let article = &model.desk.articles[id];
    let summary = article.summary();
    let problem = article.listing.problem.as_ref().or_else(|| summary?.problem.as_ref());
    if selected {
        buf.set_style(area, theme.selected(model.focus == Pane::Articles));
        for y in area.top()..area.bottom() {
            put(buf, area.x, y, 1, theme.pointer(), theme.accent());
        }
    }
    let progress = summary.map(|s| s.progress[usize::from(model.settings.level.number())]);
    draw_title(model, theme, id, progress, area, buf);
    if area.height < 2 {
        return;
    }
    let width = area.width.saturating_sub(3);
    let room = Rect { x: area.x + 2, y: area.y + 1, width, height: 1 };
    match problem {
        Some(problem) => {
            let text = format!("{} {problem}", theme.stale_sign());
            put(buf, room.x, room.y, room.width, &text, theme.warning());
        }
        None => draw_below(model, theme, id, progress, room, buf),
    }
}

/// The first row: the title, and how many claims are decided.
fn draw_title(
    model: &Model,
    theme: Theme,
    id: ArticleId,
    progress: Option<Progress>,
    area: Rect,
    buf: &mut Buffer,
) {
    let count = progress.map(count).unwrap_or_default();
    let tail = text_cells(&count) as u16;
    let article = &model.desk.articles[id];
    let title = article.summary().map(|s| s.title.as_str()).filter(|title| !title.is_empty());
    let title = title.unwrap_or(&article.listing.name);
    let style = match model.reader.article == Some(id) {
        true => Theme::text().add_modifier(ratatui::style::Modifier::BOLD),
        false => Theme::text(),
    };
    let width = area.width.saturating_sub(3 + tail + u16::from(tail > 0));
    put(buf, area.x + 2, area.y, width, title, style);
    let done = progress.is_some_and(|p| p.all > 0 && p.decided == p.all);
    let count_style = if done { theme.hue(Hue::Green) } else { theme.dim() };
    put(buf, area.right().saturating_sub(tail + 1), area.y, tail, &count, count_style);
}

/// The second row: the marks, where the article comes from, and a bar of what is decided.
fn draw_below(
    model: &Model,
    theme: Theme,
    id: ArticleId,
    progress: Option<Progress>,
    room: Rect,
    buf: &mut Buffer,
) {
    let article = &model.desk.articles[id];
    let stale = progress.map_or(0, |p| p.stale);
    let disputes = team::count(model, id, View::Disputed);
    let differs = article.differs.unwrap_or_default();
    let many = match differs {
        MANY.. => format!("{}+", MANY - 1),
        differs => differs.to_string(),
    };
    let marks = [
        (stale > 0, format!("{}{stale} ", theme.stale_sign()), theme.warning()),
        (disputes > 0, format!("{}{disputes} ", theme.dispute_sign()), theme.dispute()),
        (differs > 0, format!("{}{many} ", theme.differs_sign()), theme.hue(Hue::Red)),
    ];
    let mut used = 0;
    for (_, text, style) in marks.iter().filter(|(is_there, ..)| *is_there) {
        used += put(buf, room.x + used, room.y, room.width.saturating_sub(used), text, *style);
    }
    // Its words need the room of the bar.
    let summary = article.summary();
    let unread = summary.map_or(0, |summary| summary.unread.len());
    let bar = if room.width > 24 && unread == 0 { 8 } else { 0 };
    let line = second_line(theme, model.settings.lang, &article.listing.name, summary);
    let style = if unread > 0 { theme.warning() } else { theme.dim() };
    let width = room.width.saturating_sub(used + bar + u16::from(bar > 0));
    put(buf, room.x + used, room.y, width, &line, style);
    if let Some(progress) = progress.filter(|p| bar > 0 && p.all > 0) {
        let area = Rect { x: room.right() - bar, width: bar, ..room };
        draw_bar(theme, progress, area, buf);
    }
}

/// That notebooks are not read, else where the article comes from, else its file.
fn second_line(theme: Theme, lang: Lang, name: &str, summary: Option<&Summary>) -> String {
    let unread = summary.map_or(0, |summary| summary.unread.len());
    if unread > 0 {
        let told = texts::NOTEBOOKS_UNREAD.fill(lang, &[&unread]);
        return format!("{} {told}", theme.stale_sign());
    }
    let origin = summary.map(|s| story::origin(lang, &s.source));
    origin.filter(|origin| !origin.is_empty()).unwrap_or_else(|| telling(name).to_owned())
}

fn count(progress: Progress) -> String {
    format!("{}/{}", progress.decided, progress.all)
}

fn draw_bar(theme: Theme, progress: Progress, area: Rect, buf: &mut Buffer) {
    let filled = (progress.decided * usize::from(area.width)).div_ceil(progress.all) as u16;
    let (done, todo) = theme.bar();
    for i in 0..area.width {
        let (sign, style) =
            if i < filled { (done, theme.hue(Hue::Green)) } else { (todo, theme.border()) };
        put(buf, area.x + i, area.y, 1, sign, style);
    }
}

/// The part of a file's name that a person reads: not the digest that programs put there.
fn telling(name: &str) -> &str {
    /// So many hexadecimal digits in a row are a digest.
    const DIGEST: usize = 12;
    let bytes = name.as_bytes();
    let is_digest = |part: &[u8]| part.iter().all(u8::is_ascii_hexdigit);
    let at = bytes.windows(DIGEST).position(is_digest);
    at.map_or(name, |at| name[..at].trim_end_matches(['_', '-', '.', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_no_name() {
        assert_eq!(telling("001_1a3c13d83c6cbdae.txt"), "001");
        assert_eq!(telling("le-monde/decades-facade.txt"), "le-monde/decades-facade.txt");
        assert_eq!(telling("1a3c13d83c6cbdae.txt"), "");
    }
}
