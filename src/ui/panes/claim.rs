//! The pane about the current claim.

mod related;
mod team;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use crate::command::Command;
use crate::core::anchor::{Change, What};
use crate::core::annotation::field::{self, FIELDS};
use crate::core::annotation::{Annotation, Evidence, Need, Rival, SHORT, VerdictId};
use crate::core::article::width::{fit, text_cells};
use crate::core::claim::Kind;
use crate::core::claim::Strength;
use crate::core::review::{Item, Standing};
use crate::i18n::{Text, messages as say};
use crate::state::model::reader::ClaimPage;
use crate::state::query::geometry::inner;
use crate::state::query::{annotation, keys, links, names, team as people};
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
    /// Its lines from the first, and which of them each related claim takes; those
    /// behind `enough` may be missing.
    fn lines(&self, enough: usize) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
        let lang = self.model.settings.lang;
        let Some(item) = self.model.reader.item() else {
            let text =
                if self.model.reader.analysis.is_some() { say::NO_CLAIM_HERE.to(lang) } else { "" };
            let mut lines = wrapped(text, self.width, self.theme.dim());
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
        let time = entry.summary.as_ref()?.source.said_at(start)?;
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
            lines.extend(self.choices());
            return lines;
        };
        let (sign, name, hue) = words::verdict(settings, self.theme, id);
        let style = self.theme.hue(hue).add_modifier(Modifier::BOLD);
        let mut lines = vec![Line::from(vec![
            Run::styled(format!("{sign} {name}"), style),
            Run::styled(format!(" {} {}", self.theme.dot(), settings.annotator), self.theme.dim()),
        ])];
        if let Some(own) = own {
            lines.extend(self.unsettled(item, own));
            lines.extend(self.lacking(id, own));
        }
        if let Some(label) = settings.label(id).filter(|label| !label.help.is_empty()) {
            lines.extend(wrapped(&label.help, self.width, self.theme.dim()));
        }
        lines
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

    /// What keeps a verdict from being in force, and how to settle it.
    fn unsettled(&self, item: &Item, own: &Annotation) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let mut lines = Vec::new();
        if item.standing != Standing::Firm {
            let style = match item.standing.is_in_force() {
                true => self.theme.dim(),
                false => self.theme.warning(),
            };
            lines.extend(wrapped(names::standing(&item.standing).to(lang), self.width, style));
            if !matches!(item.standing, Standing::Beside(_)) {
                let old = say::WORDS_THEN.fill(lang, &[&own.selector.exact]);
                lines.extend(wrapped(&old, self.width, self.theme.dim()));
            }
        }
        if let (Standing::Lost(Some(there)), Some(doc)) = (&item.standing, &self.model.reader.doc) {
            let now = say::THERE_NOW.fill(lang, &[&fit(there.of(doc.text()), 200)]);
            lines.extend(wrapped(&now, self.width, self.theme.dim()));
        }
        lines.extend(self.changes(&item.standing));
        if item.conflict {
            lines.extend(wrapped(say::IN_CONFLICT.to(lang), self.width, self.theme.warning()));
            for side in self.sides(own) {
                let lead = ("↔ ", self.theme.warning());
                lines.extend(hanging(lead, &side, self.width, Theme::text()));
            }
        }
        if let Some(how) = self.how_to_settle(item) {
            lines.extend(wrapped(&how, self.width, self.theme.dim()));
        }
        lines
    }

    /// What changed since the verdict, from what to what.
    fn changes(&self, standing: &Standing) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let (sign, style) = match standing.is_in_force() {
            true => (self.theme.dot(), self.theme.dim()),
            false => (self.theme.stale_sign(), self.theme.warning()),
        };
        let line = |change: &Change| {
            let (old, new) = (shown(&change.old), shown(&change.new));
            let mut words = say::BECOMES.fill(lang, &[&old, &new]);
            if let Some(direction) = names::direction(change) {
                words = format!("{words}, {}", direction.to(lang));
            }
            let line = say::REASON.fill(lang, &[&touched(change.what).to(lang), &words]);
            hanging((&format!("{sign} "), style), &line, self.width, Theme::text())
        };
        standing.changes().iter().flat_map(line).collect()
    }

    /// The keys that settle it, by the names in force.
    fn how_to_settle(&self, item: &Item) -> Option<String> {
        let (hint, commands): (_, &[Command]) = match &item.standing {
            _ if item.conflict => (say::HOW_CONFLICT, &[Command::Confirm, Command::Overlapping]),
            Standing::Firm | Standing::Beside(_) => return None,
            Standing::Ambiguous(_) => {
                (say::HOW_AMBIGUOUS, &[Command::Overlapping, Command::Confirm, Command::Withdraw])
            }
            Standing::Stale(_) | Standing::SameValue(_) => {
                (say::HOW_STALE, &[Command::Confirm, Command::Withdraw])
            }
            Standing::Lost(_) => (say::HOW_LOST, &[Command::SelectText, Command::Withdraw]),
        };
        let names: Vec<_> =
            commands.iter().map(|command| keys::first(self.model, *command)).collect();
        let names: Vec<_> = names.iter().map(|name| name as &dyn std::fmt::Display).collect();
        Some(hint.fill(self.model.settings.lang, &names))
    }

    /// What two machines made of the claim, side by side: the values in force, then the others.
    fn sides(&self, own: &Annotation) -> Vec<String> {
        let lang = self.model.settings.lang;
        let fields: Vec<&str> = own.conflict.iter().map(|rival| &*rival.field).collect();
        let is_first = |(at, field): &(usize, &&str)| !fields[..*at].contains(field);
        let first = fields.iter().enumerate().filter(is_first).map(|(_, field)| *field);
        let told = |annotation: &Annotation, fields: &mut dyn Iterator<Item = &str>| {
            fields.map(|field| self.told(annotation, field)).collect::<Vec<_>>().join(" · ")
        };
        let mut sides = vec![say::SIDE_IN_FORCE.fill(lang, &[&told(own, &mut first.clone())])];
        // The nth other value of each field was given on the same machine.
        let nth = |field: &str, n: usize| own.conflict.iter().filter(|r| r.field == field).nth(n);
        for n in 0.. {
            let rivals: Vec<&Rival> = first.clone().filter_map(|field| nth(field, n)).collect();
            if rivals.is_empty() {
                break;
            }
            let mut other = own.clone();
            for rival in &rivals {
                rival.put(&mut other);
            }
            let mut fields = rivals.iter().map(|rival| &*rival.field);
            sides.push(say::SIDE_OTHER.fill(lang, &[&told(&other, &mut fields)]));
        }
        sides
    }

    /// What an annotation says in one field.
    fn told(&self, annotation: &Annotation, name: &str) -> String {
        let lang = self.model.settings.lang;
        match (name, &annotation.verdict) {
            (field::VERDICT, Some(id)) => words::verdict(&self.model.settings, self.theme, id).1,
            (field::VERDICT, None) => say::OPEN.to(lang).to_owned(),
            (field::PLACE, _) => annotation.selector.exact.clone(),
            (field::NOTE, _) => say::REASON.fill(lang, &[&say::NOTE.to(lang), &annotation.note]),
            (name, _) => {
                let value =
                    FIELDS.iter().find(|row| row.name() == name).map(|row| row.get(annotation));
                format!("{name}: {}", value.map(|value| value.to_string()).unwrap_or_default())
            }
        }
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
        let Some(claim) = item.detected.and_then(|index| analysis.claims.get(index)) else {
            let names: Vec<_> =
                people::about(self.model, item).iter().map(|t| t.annotator.as_str()).collect();
            let text = match item.own.is_none() && !names.is_empty() {
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
            let words = reason.span().map(|span| span.of(doc.text())).unwrap_or_default();
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

    fn note(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.note.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(say::NOTE);
        lines.extend(wrapped(&own.note, self.width, Theme::text()));
        lines
    }

    /// The claim as it is published; asked for where that is due.
    fn in_short(&self, item: &Item, own: &Annotation) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let words = self.model.reader.doc.as_ref().map_or("", |doc| item.span.of(doc.text()));
        let (text, style) = match &*own.short {
            "" if !settings.publishes || item.is_open() => return Vec::new(),
            "" if words.chars().count() <= SHORT => return Vec::new(),
            "" => (say::SHORT_WANTED.fill(settings.lang, &[&SHORT]), self.theme.dim()),
            short => (short.to_owned(), Theme::text()),
        };
        let mut lines = self.section(say::IN_SHORT);
        lines.extend(wrapped(&text, self.width, style));
        lines
    }

    /// One's note on the whole article.
    fn article_note(&self) -> Vec<Line<'static>> {
        let reader = &self.model.reader;
        let book = reader.article.and_then(|article| self.model.desk.books.get(&article));
        let Some(note) = book.map(|book| &book.now.note).filter(|note| !note.is_empty()) else {
            return Vec::new();
        };
        let mut lines = self.section(say::ARTICLE_NOTE);
        lines.extend(wrapped(note, self.width, Theme::text()));
        lines
    }

    fn evidence(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.evidence.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(say::EVIDENCE);
        for evidence in &own.evidence {
            lines.extend(self.one_evidence(evidence));
        }
        lines
    }

    fn one_evidence(&self, evidence: &Evidence) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let (sign, stance, hue) = words::stance(self.theme, evidence.stance);
        let source = words::source(self.model, evidence);
        let head = format!("{} {} {source}", stance.to(lang), self.theme.dot());
        let lead = format!("{sign} ");
        let mut lines = hanging((&lead, self.theme.hue(hue)), &head, self.width, Theme::text());
        if let Some(quote) = &evidence.quote {
            let quoted = say::QUOTED.fill(lang, &[quote]);
            if quoted == source {
                return lines;
            }
            lines.extend(hanging(("  ", Style::new()), &quoted, self.width, self.theme.dim()));
        }
        if let Some(url) = evidence.url.as_ref().filter(|url| **url != source) {
            lines.extend(hanging(("  ", Style::new()), url, self.width, self.theme.dim()));
        }
        for copy in [&evidence.archive_url, &evidence.archived].into_iter().flatten() {
            let kept = say::KEPT_COPY.fill(lang, &[copy]);
            lines.extend(hanging(("  ", Style::new()), &kept, self.width, self.theme.dim()));
        }
        if let Some(day) = &evidence.accessed {
            let seen = format!("{} {day}", say::ACCESSED.to(lang).to_lowercase());
            lines.extend(hanging(("  ", Style::new()), &seen, self.width, self.theme.dim()));
        }
        lines
    }

    fn tags(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.tags.is_empty() {
            return Vec::new();
        }
        let tags = own.tags.join(&format!(" {} ", self.theme.dot()));
        let mut lines = vec![Line::default()];
        lines.extend(hanging(("# ", self.theme.dim()), &tags, self.width, self.theme.accent()));
        lines
    }

    fn times(&self, own: &Annotation) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let zone = &self.model.settings.zone;
        let mut lines = vec![Line::default()];
        lines.extend(wrapped(
            &say::CREATED.fill(lang, &[&words::time(own.created, zone)]),
            self.width,
            self.theme.dim(),
        ));
        if own.updated != own.created {
            lines.extend(wrapped(
                &say::UPDATED.fill(lang, &[&words::time(own.updated, zone)]),
                self.width,
                self.theme.dim(),
            ));
        }
        lines
    }
}

/// Words that came or went are told as such.
fn shown(words: &str) -> &str {
    if words.is_empty() { "—" } else { words }
}

const fn touched(what: What) -> Text {
    match what {
        What::Negation => say::TOUCHES_NEGATION,
        What::Figure => say::KIND_QUANTITY,
        What::Date => say::KIND_DATE,
        What::Unit => say::TOUCHES_UNIT,
        What::Name => say::TOUCHES_NAME,
        What::Hedge => say::TOUCHES_HEDGE,
        What::Quantifier => say::TOUCHES_QUANTIFIER,
        What::Source => say::TOUCHES_SOURCE,
        What::Direction => say::TOUCHES_DIRECTION,
        What::Tense => say::TOUCHES_TENSE,
        What::Other => say::TOUCHES_OTHER,
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
