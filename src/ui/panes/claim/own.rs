//! What goes with one's own verdict: note, evidence, tags, times.

use ratatui::style::Style;
use ratatui::text::Line;

use super::Page;
use crate::core::annotation::{Annotation, Evidence, SHORT};
use crate::core::review::Item;
use crate::i18n::messages as say;
use crate::ui::paint::{hanging, wrapped};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Page<'_> {
    pub(super) fn note(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.note.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(say::NOTE);
        lines.extend(wrapped(&own.note, self.width, Theme::text()));
        lines
    }

    /// The claim as it is published; asked for where that is due.
    pub(super) fn in_short(&self, item: &Item, own: &Annotation) -> Vec<Line<'static>> {
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
    pub(super) fn article_note(&self) -> Vec<Line<'static>> {
        let reader = &self.model.reader;
        let book = reader.article.and_then(|article| self.model.desk.books.get(&article));
        let Some(note) = book.map(|book| &book.now.note).filter(|note| !note.is_empty()) else {
            return Vec::new();
        };
        let mut lines = self.section(say::ARTICLE_NOTE);
        lines.extend(wrapped(note, self.width, Theme::text()));
        lines
    }

    pub(super) fn evidence(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.evidence.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(say::EVIDENCE);
        for evidence in &own.evidence {
            lines.extend(self.one_evidence(evidence));
        }
        lines
    }

    pub(super) fn one_evidence(&self, evidence: &Evidence) -> Vec<Line<'static>> {
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

    pub(super) fn tags(&self, own: &Annotation) -> Vec<Line<'static>> {
        if own.tags.is_empty() {
            return Vec::new();
        }
        let tags = own.tags.join(&format!(" {} ", self.theme.dot()));
        let mut lines = vec![Line::default()];
        lines.extend(hanging(("# ", self.theme.dim()), &tags, self.width, self.theme.accent()));
        lines
    }

    pub(super) fn times(&self, own: &Annotation) -> Vec<Line<'static>> {
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
