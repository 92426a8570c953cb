//! How far the desk is: a picture of verdicts, people and articles.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use super::Draw;
use crate::core::annotation::VerdictId;
use crate::core::article::width::{fit, text_cells};
use crate::core::review::team::Tally;
use crate::core::team::outline::View;
use crate::i18n::{Text, messages as say};
use crate::state::Model;
use crate::state::dialogs::overview::{Overview, parts};
use crate::state::model::desk::ArticleId;
use crate::state::query::team;
use crate::ui::frame::dialog_box;
use crate::ui::paint::{put, put_line};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Draw for Overview {
    /// Draws the dialog; gives the cell of the selected article.
    ///
    /// ```text
    /// ╭─ Overview ─────────────────────────────────────────────────────────╮
    /// │ 5 articles · 50 claims · 12 decided · 38 open · ⚠ 1 stale · ⇄ 2     │
    /// │ ✓━━━━━━✗━━━≈━──────────────────────────────────────────────── 24 %  │
    /// │ Verdicts                           People                           │
    /// │ ✓ corroborated   7 ━━━━━━━━━━━━    Zoé (you)   12 ✓━━━━━━✗━━━≈       │
    /// │ …                                  …                                │
    /// │ Articles                                                            │
    /// │▌L’alliance entre la Russie…  ✓━✗───────────────   3/14  ⚠1 ⇄2       │
    /// ╰─────────────────────────────────────────────────────────────────────╯
    /// ```
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let room = dialog_box(theme, body, say::OVERVIEW.to(model.settings.lang), buf);
        let picture = Picture { model, overview: self, theme };
        let parts = parts(model, self);
        let (head, rest) = split(room, parts.head);
        let (middle, rest) = split(rest, parts.middle);
        let (heading, articles) = split(rest, parts.heading);
        picture.head(head, buf);
        picture.middle(middle, buf);
        picture.heading(heading, say::ARTICLES.to(model.settings.lang), buf);
        picture.articles(articles, buf)
    }
}

/// The first `rows` of an area, and the rest.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let below = Rect { y: area.y + rows, height: area.height - rows, ..area };
    (Rect { height: rows, ..area }, below)
}

/// Cells for what is stale and in dispute behind an article's counts.
const MARKS: u16 = 8;

struct Picture<'a> {
    model: &'a Model,
    overview: &'a Overview,
    theme: Theme,
}

impl Picture<'_> {
    fn on_dialog(&self, style: Style) -> Style {
        self.theme.dialog().patch(style)
    }

    fn dim(&self) -> Style {
        self.on_dialog(self.theme.dim())
    }

    /// The sums in words, and the whole desk in one bar.
    fn head(&self, area: Rect, buf: &mut Buffer) {
        if area.height < 2 {
            return;
        }
        let (lang, theme) = (self.model.settings.lang, self.theme);
        let progress = self.overview.totals.progress;
        let bold = self.theme.dialog().add_modifier(Modifier::BOLD);
        let open = progress.all - progress.decided;
        let stale = format!("{} ", theme.stale_sign());
        let dispute = format!("{} ", theme.dispute_sign());
        // What stands below anyway comes first, to be left out first.
        let sum = |count: usize, one: Text, many| {
            (count, one.or_many(many, count, lang), "", Style::new())
        };
        let sums = [
            sum(self.model.desk.order.len(), say::ONE_ARTICLE, say::N_ARTICLES),
            sum(progress.all, say::ONE_CLAIM, say::N_CLAIMS),
            sum(progress.decided, say::ONE_DECIDED, say::N_DECIDED),
            sum(open, say::ONE_OPEN, say::N_OPEN),
            (progress.stale, say::N_STALE, stale.as_str(), theme.warning()),
            (self.overview.totals.for_others, say::N_FOR_OTHERS, stale.as_str(), theme.dim()),
            (self.overview.totals.orphans, say::N_ORPHANS, stale.as_str(), theme.warning()),
            (self.overview.totals.disputes, say::N_DISPUTED, dispute.as_str(), theme.dispute()),
        ];
        let parts: Vec<Line<'_>> = sums
            .into_iter()
            .filter(|(count, _, sign, _)| *count > 0 || sign.is_empty())
            .map(|(count, text, sign, style)| {
                Line::from(vec![
                    Run::styled(sign, self.on_dialog(style)),
                    Run::styled(format!("{count} "), bold.patch(style)),
                    Run::styled(text.to(lang), self.dim()),
                ])
            })
            .collect();
        let dot = format!(" {} ", theme.dot());
        let size = |part: &Line<'_>| {
            part.spans.iter().map(|run| text_cells(&run.content)).sum::<usize>() + text_cells(&dot)
        };
        let fits = |from: usize| {
            let sizes = parts[from..].iter().map(size);
            sizes.sum::<usize>() <= usize::from(area.width) + text_cells(&dot)
        };
        let from = (0..4).find(|from| fits(*from)).unwrap_or(4);
        let mut runs = Vec::new();
        for part in parts.into_iter().skip(from) {
            runs.extend((!runs.is_empty()).then(|| Run::styled(dot.clone(), self.dim())));
            runs.extend(part.spans);
        }
        put_line(buf, area.x, area.y, area.width, &Line::from(runs));
        let percent = (100 * progress.decided).checked_div(progress.all).unwrap_or(0);
        let tail = format!(" {percent:>3} %");
        let width = area.width.saturating_sub(text_cells(&tail) as u16);
        self.bar(&self.overview.totals.own.verdicts, progress.all, area.x, area.y + 1, width, buf);
        put(buf, area.x + width, area.y + 1, tail.len() as u16, &tail, bold);
    }

    /// Verdicts at the left, people at the right where there is room for both.
    fn middle(&self, area: Rect, buf: &mut Buffer) {
        if area.height == 0 {
            return;
        }
        let lang = self.model.settings.lang;
        let wide = area.width >= 76;
        let left = Rect { width: if wide { area.width / 2 - 2 } else { area.width }, ..area };
        self.heading(left, say::VERDICTS.to(lang), buf);
        self.verdicts(Rect { y: left.y + 1, height: left.height - 2, ..left }, buf);
        if wide {
            let right =
                Rect { x: area.x + area.width / 2, width: area.width - area.width / 2, ..area };
            let blind = self.model.settings.blind;
            let title = if blind { say::PEOPLE_BLIND } else { say::PEOPLE };
            self.heading(right, title.to(lang), buf);
            self.people(Rect { y: right.y + 1, height: right.height - 2, ..right }, buf);
        }
    }

    fn heading(&self, area: Rect, title: &str, buf: &mut Buffer) {
        if area.height > 0 {
            put(buf, area.x, area.y, area.width, title, self.on_dialog(self.theme.heading()));
        }
    }

    /// One row a verdict, and one for what is open.
    fn verdicts(&self, area: Rect, buf: &mut Buffer) {
        let settings = &self.model.settings;
        let totals = &self.overview.totals;
        let open = totals.progress.all - totals.progress.decided;
        let labels = settings.labels.iter().map(|label| {
            let (sign, name, hue) = words::verdict(settings, self.theme, &label.id);
            let count = totals.own.verdicts.get(&label.id).copied().unwrap_or_default();
            (sign, name, self.theme.hue(hue), count)
        });
        let open_name = say::OPEN.to(settings.lang).to_owned();
        let open = (self.theme.open_sign().to_owned(), open_name, self.theme.dim(), open);
        let rows: Vec<_> = labels.chain([open]).collect();
        let names = rows.iter().map(|(_, name, ..)| text_cells(name)).max().unwrap_or_default();
        let most = rows.iter().map(|row| row.3).max().unwrap_or_default().max(1);
        let width = usize::from(area.width).saturating_sub(names + 10);
        for ((sign, name, style, count), y) in rows.into_iter().zip(area.y..area.bottom()) {
            let pad = " ".repeat(names - text_cells(&name));
            let bar = (count * width).div_ceil(most);
            let line = Line::from(vec![
                Run::styled(format!("{sign} "), self.on_dialog(style)),
                Run::styled(format!("{name}{pad}"), self.theme.dialog()),
                Run::styled(
                    format!(" {count:>5} "),
                    self.theme.dialog().add_modifier(Modifier::BOLD),
                ),
                Run::styled(self.theme.block().repeat(bar), self.on_dialog(style)),
            ]);
            put_line(buf, area.x, y, area.width, &line);
        }
    }

    /// One row a person, oneself first.
    fn people(&self, area: Rect, buf: &mut Buffer) {
        let totals = &self.overview.totals;
        let you = say::YOU.to(self.model.settings.lang);
        let own = format!("{} ({you})", totals.own.annotator);
        let mut people: Vec<(String, &Tally)> = vec![(own, &totals.own)];
        people.extend(totals.team.iter().map(|tally| (tally.annotator.clone(), tally)));
        let widest = people.iter().map(|(name, _)| text_cells(name)).max().unwrap_or_default();
        let names = widest.min(usize::from(area.width) / 2);
        let most = people.iter().map(|(_, tally)| tally.all()).max().unwrap_or_default().max(1);
        for ((name, tally), y) in people.iter().zip(area.y..area.bottom()) {
            let name = fit(name, names);
            let pad = " ".repeat(names - text_cells(&name));
            let text = format!("{name}{pad} {:>5} ", tally.all());
            let used = put(buf, area.x, y, area.width, &text, self.theme.dialog());
            let width = usize::from(area.width.saturating_sub(used));
            let length = (tally.all() * width).div_ceil(most) as u16;
            self.bar(&tally.verdicts, tally.all(), area.x + used, y, length, buf);
        }
    }

    fn articles(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut cursor = None;
        let order = self.model.desk.order.iter().copied().enumerate().skip(self.overview.top);
        for ((line, article), y) in order.zip(area.y..area.bottom()) {
            let area = Rect { y, height: 1, ..area };
            if line == self.overview.selected {
                buf.set_style(area, self.theme.selected(true));
                put(
                    buf,
                    area.x.saturating_sub(1),
                    y,
                    1,
                    self.theme.pointer(),
                    self.on_dialog(self.theme.accent()),
                );
                cursor = Some(Position::new(area.x, y));
            }
            self.article(article, area, buf);
        }
        cursor
    }

    /// Title, bar, counts: in columns that stand below each other.
    fn article(&self, id: ArticleId, area: Rect, buf: &mut Buffer) {
        let article = &self.model.desk.articles[id];
        let summary = article.summary();
        let name = summary.map(|s| s.title.as_str()).filter(|title| !title.is_empty());
        // Where no bar fits the title has its room.
        let counts = 2 + 9 + 1 + MARKS;
        let title = area.width * 2 / 5;
        let (title, bar) = match area.width.saturating_sub(title + counts) {
            0..6 => (area.width.saturating_sub(counts), 0),
            bar => (title, bar),
        };
        put(buf, area.x, area.y, title, name.unwrap_or(&article.listing.name), Style::new());
        let Some(summary) = summary else { return };
        let progress = summary.progress[usize::from(self.model.settings.level.number())];
        let count = format!("{:>4}/{:<4}", progress.decided, progress.all);
        let mut x = area.x + title + 2;
        self.bar(&summary.own.verdicts, progress.all, x, area.y, bar, buf);
        x += bar;
        let room = |x: u16| area.right().saturating_sub(x);
        x += put(buf, x, area.y, room(x), &count, Style::new()) + 1;
        let disputes = team::count(self.model, id, View::Disputed);
        for (count, sign, style) in [
            (progress.stale, self.theme.stale_sign(), self.theme.warning()),
            (disputes, self.theme.dispute_sign(), self.theme.dispute()),
        ] {
            if count > 0 {
                x += put(buf, x, area.y, room(x), &format!("{sign}{count} "), style);
            }
        }
    }

    /// A bar of the verdicts: a part for each, solid in its colour, with its sign at the start, so
    /// that it speaks without colour too and no sign is taken for a claim.
    fn bar(
        &self,
        verdicts: &BTreeMap<VerdictId, usize>,
        all: usize,
        x: u16,
        y: u16,
        width: u16,
        buf: &mut Buffer,
    ) {
        let settings = &self.model.settings;
        let place = |id: &VerdictId| settings.labels.iter().position(|label| label.id == *id);
        let mut parts: Vec<_> = verdicts.iter().collect();
        parts.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
        let (mut sum, mut at) = (0, 0);
        for (id, count) in parts {
            sum += count;
            let end =
                ((sum * usize::from(width) + all / 2) / all.max(1)).min(usize::from(width)) as u16;
            let (sign, _, hue) = words::verdict(settings, self.theme, id);
            for i in at..end {
                let sign = if i == at { &sign } else { self.theme.bar().0 };
                put(buf, x + i, y, 1, sign, self.theme.hue(hue));
            }
            at = at.max(end);
        }
        for i in at..width {
            put(buf, x + i, y, 1, self.theme.bar().1, self.theme.border());
        }
    }
}
