//! The pane about the current claim.

mod own;
mod related;
mod standing;
mod team;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use crate::core::annotation::{Annotation, Need, VerdictId};
use crate::core::article::width::text_cells;
use crate::core::claim::Kind;
use crate::core::claim::Strength;
use crate::core::review::{Item, Standing};
use crate::core::typed;
use crate::i18n::{Text, messages as say};
use crate::state::model::reader::ClaimPage;
use crate::state::query::claimless::why_no_claim;
use crate::state::query::geometry::inner;
use crate::state::query::{annotation, links, team as people};
use crate::state::{Model, Pane};
use crate::ui::frame::header;
use crate::ui::paint::{hanging, put, put_line, wrapped};
use crate::ui::theme::Theme;
use crate::ui::{link, words};

/// Draws the pane; gives the cell of its first line or of the related claim
/// that is marked, and its page.
pub(in crate::ui) fn draw(
    model: &Model,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> (Position, ClaimPage) {
    let lang = model.settings.lang;
    let reader = &model.reader;
    let place = reader
        .current
        .and_then(|index| reader.number(index))
        .map(|n| format!("{n}/{} ", reader.stops.len()));
    // Its number on the command line, where claims that are not pointed out stand before it.
    let among_all = reader.current.filter(|index| reader.number(*index) != Some(index + 1));
    let number = among_all.map(|index| say::NUMBER_OF_ALL.fill(lang, &[&(index + 1)]));
    let place = place.map(|place| match number {
        Some(number) => format!("{number} {} {place}", theme.dot()),
        None => place,
    });
    header(
        theme,
        area,
        model.focus == Pane::Claim,
        say::CLAIM.to(lang),
        place.as_deref().unwrap_or(""),
        buf,
    );
    let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..inner(area) };
    let height = usize::from(room.height);
    let enough = reader.claim_top.saturating_add(height + 1);
    let (lines, related) = Page { model, theme, width: room.width }.lines(enough);
    let picked = related.get(reader.picked).filter(|_| model.focus == Pane::Claim);
    let mut top = reader.claim_top.min(lines.len().saturating_sub(height));
    if let Some(picked) = picked.filter(|_| reader.following) {
        top = top.max(picked.end.saturating_sub(height)).min(picked.start);
    }
    for (y, line) in (room.y..room.bottom()).zip(&lines[top..]) {
        put_line(buf, room.x, y, room.width, line);
    }
    if theme.has_links() && model.dialog.is_none() {
        link::lay(&lines, top, &links::links(model), room, buf);
    }
    if lines.len() > top + height && height > 0 {
        put(buf, room.right(), room.bottom() - 1, 1, theme.below(), theme.accent());
    }
    let marked = picked.and_then(|rows| rows.start.checked_sub(top)).filter(|row| *row < height);
    let cursor = Position::new(room.x, room.y + marked.unwrap_or_default() as u16);
    (cursor, ClaimPage { top, related })
}

struct Page<'a> {
    model: &'a Model,
    theme: Theme,
    width: u16,
}

impl Page<'_> {
    /// That columns stand side by side in the article, and what to do about it.
    fn columns(&self) -> Vec<Line<'static>> {
        let reader = &self.model.reader;
        let in_columns = reader.doc.as_ref().is_some_and(|doc| doc.is_in_columns());
        let Some(article) = reader.article.filter(|_| in_columns) else { return Vec::new() };
        let settings = &self.model.settings;
        let name = &self.model.desk.articles[article].listing.name;
        let file = format!("{}{name}", settings.way);
        let told = say::IN_COLUMNS.fill(settings.lang, &[&typed::path(&file)]);
        let mut lines = vec![Line::default()];
        lines.extend(wrapped(&told, self.width, Theme::text()));
        lines
    }

    /// Its lines from the first, and which of them each related claim takes; those
    /// behind `enough` may be missing.
    fn lines(&self, enough: usize) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
        let Some(item) = self.model.reader.item() else {
            let known = self.model.reader.analysis.is_some();
            let text = if known { why_no_claim(self.model) } else { String::new() };
            let mut lines = wrapped(&text, self.width, self.theme.dim());
            lines.extend(self.columns());
            lines.extend(self.unread());
            lines.extend(self.article_note());
            lines.extend(self.story());
            return (lines, Vec::new());
        };
        let own = annotation::own(self.model, item);
        let mut out = self.ruling(item);
        let said_at = self.said_at(item);
        if self.model.adjudication.is_some() {
            out.extend(self.quote(item).split_off(1));
            out.extend(self.panel(item));
            out.push(Line::default());
            out.extend(self.verdict(item, own));
        } else {
            out.extend(self.verdict(item, own));
            out.extend(self.quote(item));
        }
        out.extend(said_at);
        if let Some(own) = own {
            out.extend(self.tags(own));
            out.extend(self.note(own));
            out.extend(self.in_short(item, own));
            out.extend(self.evidence(own));
        }
        out.extend(self.unread());
        out.extend(self.article_note());
        if self.model.adjudication.is_none() {
            out.extend(self.team(item));
        }
        out.extend(self.talk(item));
        let related = self.related(enough, &mut out);
        out.extend(self.story());
        out.extend(self.reasons(item));
        out.extend(self.history(item));
        out.extend(own.into_iter().flat_map(|own| self.times(own)));
        (out, related)
    }

    /// When the words were said, where the article is what a recording says.
    fn said_at(&self, item: &Item) -> Option<Line<'static>> {
        let (reader, lang) = (&self.model.reader, self.model.settings.lang);
        let entry = self.model.desk.articles.get(reader.article?)?;
        let (start, _) = reader.doc.as_ref()?.to_points(item.span);
        let time = entry.summary()?.source.said_at(start)?;
        Some(Line::styled(say::SAID_AT.fill(lang, &[&time]), self.theme.dim()))
    }

    fn verdict(&self, item: &Item, own: Option<&Annotation>) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let Some(id) = own.and_then(|own| own.verdict.as_ref()) else {
            let open = say::OPEN.to(settings.lang);
            let lead = format!("{} ", self.theme.open_sign());
            let mut lines = hanging(
                (&lead, self.theme.dim()),
                open,
                self.width,
                Style::new().add_modifier(Modifier::BOLD),
            );
            lines.extend(self.not_saved(item));
            match own.filter(|_| matches!(item.standing(), Standing::Lost(_))) {
                Some(own) => lines.extend(self.unsettled(item, own)),
                None => lines.extend(self.choices()),
            }
            return lines;
        };
        let (sign, name, hue) = words::verdict(settings, self.theme, id);
        let style = self.theme.hue(hue).add_modifier(Modifier::BOLD);
        let mut lines = vec![Line::from(vec![
            Run::styled(format!("{sign} {name}"), style),
            Run::styled(format!(" {} {}", self.theme.dot(), settings.annotator), self.theme.dim()),
        ])];
        lines.extend(self.not_saved(item));
        if let Some(own) = own {
            lines.extend(self.unsettled(item, own));
            lines.extend(self.lacking(id, own));
        }
        if let Some(label) = settings.label(id).filter(|label| !label.help.is_empty()) {
            lines.extend(wrapped(&label.help, self.width, self.theme.dim()));
        }
        lines
    }

    /// That what was decided is not on disk, where it could not be saved.
    fn not_saved(&self, item: &Item) -> Option<Line<'static>> {
        let book = self.model.desk.books.get(&self.model.reader.article?)?;
        let failed = item.own().is_some_and(|id| book.has_failed_on(id));
        let said = say::CLAIM_NOT_SAVED.to(self.model.settings.lang);
        let line =
            || Line::styled(format!("{} {said}", self.theme.stale_sign()), self.theme.warning());
        failed.then(line)
    }

    /// What the team asks for beside this verdict and is not there yet.
    fn lacking(&self, verdict: &VerdictId, own: &Annotation) -> Vec<Line<'static>> {
        let label = self.model.settings.label(verdict);
        let needs = label.into_iter().flat_map(|label| label.lacks(own));
        let told = needs.map(|need| match need {
            Need::Evidence => say::NEEDS_EVIDENCE,
            Need::Note => say::NEEDS_NOTE,
        });
        let lang = self.model.settings.lang;
        told.flat_map(|text| wrapped(text.to(lang), self.width, self.theme.warning())).collect()
    }

    /// The verdicts and their keys, each with what the code book says of it.
    fn defined(&self) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let mut lines = Vec::new();
        for label in &settings.labels {
            let (_, name, _) = words::verdict(settings, self.theme, &label.id);
            let lead = format!("{} ", label.key);
            let text = match &*label.help {
                "" => name,
                help => say::REASON.fill(settings.lang, &[&name, &help]),
            };
            lines.extend(hanging(
                (&lead, self.theme.accent()),
                &text,
                self.width,
                self.theme.dim(),
            ));
        }
        lines
    }

    /// The verdicts and their keys, as many on a line as fit.
    fn choices(&self) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        if settings.labels.iter().any(|label| !label.help.is_empty()) {
            return self.defined();
        }
        let mut lines: Vec<Line<'static>> = vec![Line::default()];
        let mut used = 0;
        for label in &settings.labels {
            let (_, name, _) = words::verdict(settings, self.theme, &label.id);
            let size = text_cells(&name) + 2;
            if used > 0 && used + 2 + size > usize::from(self.width) {
                lines.push(Line::default());
                used = 0;
            }
            let gap = if used == 0 { "" } else { "  " };
            used += gap.len() + size;
            if let Some(line) = lines.last_mut() {
                line.push_span(Run::styled(format!("{gap}{}", label.key), self.theme.accent()));
                line.push_span(Run::styled(format!(" {name}"), self.theme.dim()));
            }
        }
        lines
    }

    fn section(&self, title: Text) -> Vec<Line<'static>> {
        vec![
            Line::default(),
            Line::styled(title.to(self.model.settings.lang).to_owned(), self.theme.heading()),
        ]
    }

    fn quote(&self, item: &Item) -> Vec<Line<'static>> {
        let text = self.model.reader.doc.as_ref().map_or("", |doc| item.span.of(doc.text()));
        let mut lines = vec![Line::default()];
        lines.extend(wrapped(text, self.width, Theme::text()));
        lines
    }

    fn reasons(&self, item: &Item) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let (Some(analysis), Some(doc)) = (&self.model.reader.analysis, &self.model.reader.doc)
        else {
            return Vec::new();
        };
        let mut lines = self.section(say::WHY);
        let Some(claim) = item.detected.and_then(|id| analysis.claim(id)) else {
            let names: Vec<_> =
                people::about(self.model, item).iter().map(|t| t.annotator.as_str()).collect();
            let text = match item.own().is_none() && !names.is_empty() {
                true if people::is_hidden(self.model, item) => {
                    say::MARKED_BY_TEAM.to(lang).to_owned()
                }
                true => say::MARKED_BY.fill(lang, &[&names.join(", ")]),
                false => say::MARKED_BY_HAND.to(lang).to_owned(),
            };
            lines.extend(wrapped(&text, self.width, Theme::text()));
            return lines;
        };
        let strength = match item.level.strength() {
            Strength::Strong => say::STRONG,
            Strength::Fair => say::FAIR,
            Strength::Weak => say::WEAK,
        };
        let kinds: Vec<_> = claim.kinds.iter().map(|kind| kind_name(*kind).to(lang)).collect();
        let head = format!("{} {}", strength.to(lang), words::decimal(lang, claim.score));
        lines.extend(wrapped(
            &[&[head.as_str()], kinds.as_slice()].concat().join(&format!(" {} ", self.theme.dot())),
            self.width,
            self.theme.dim(),
        ));
        for reason in &claim.reasons {
            let name = crate::i18n::messages::reason(reason.sign.name())
                .map_or(reason.sign.name(), |text| text.to(lang));
            let words = reason.words(doc.text()).unwrap_or_default();
            let text = if words.is_empty() {
                name.to_owned()
            } else {
                say::REASON.fill(lang, &[&name, &words])
            };
            lines.extend(hanging(
                (&format!("{} ", self.theme.dot()), self.theme.dim()),
                &text,
                self.width,
                Theme::text(),
            ));
        }
        lines
    }
}

const fn kind_name(kind: Kind) -> Text {
    match kind {
        Kind::Quantity => say::KIND_QUANTITY,
        Kind::Date => say::KIND_DATE,
        Kind::Attribution => say::KIND_ATTRIBUTION,
        Kind::Quote => say::KIND_QUOTE,
        Kind::Event => say::KIND_EVENT,
        Kind::Comparison => say::KIND_COMPARISON,
        Kind::Denial => say::KIND_DENIAL,
    }
}
