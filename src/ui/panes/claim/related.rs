//! What the other articles say about the claim, and which articles are on its story.

use std::cmp::Ordering;
use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use super::Page;
use crate::core::annotation::Hue;
use crate::core::article::width::{fit, text_cells};
use crate::core::crosscheck::{Compared, FactKind, Relation};
use crate::i18n::{Text, messages as say};
use crate::state::Pane;
use crate::state::model::related::{Reason, Related};
use crate::state::query::{related, story};
use crate::ui::paint::hanging;
use crate::ui::theme::Theme;
use crate::ui::words;

/// As many articles of a story are listed.
const MOST_LISTED: usize = 8;
/// Behind what its own lines are.
const INDENT: (&str, Style) = ("  ", Style::new());

impl Page<'_> {
    /// What other articles say about the same fact, as far as `enough` lines in
    /// all go, or further to the one that must show; gives the rows of each.
    pub(super) fn related(&self, enough: usize, out: &mut Vec<Line<'static>>) -> Vec<Range<usize>> {
        let related = related::of_current(self.model);
        if related.first().is_some_and(|one| one.relation != Relation::Nearest) {
            out.extend(self.section(say::OTHERS_SAY));
        }
        let focused = self.model.focus == Pane::Claim;
        let mut rows = Vec::new();
        for (i, one) in related.iter().enumerate() {
            let must_show = self.model.reader.following && i <= self.model.reader.picked;
            if out.len() >= enough && !must_show {
                break;
            }
            let is_nearest = |one: &Related| one.relation == Relation::Nearest;
            if is_nearest(one) && !i.checked_sub(1).is_some_and(|i| is_nearest(&related[i])) {
                out.extend(self.section(say::NEAREST));
            }
            let (picked, first) = (focused && i == self.model.reader.picked, out.len());
            out.extend(self.one_related(i, one, picked));
            rows.push(first..out.len());
        }
        rows
    }

    fn one_related(&self, index: usize, one: &Related, picked: bool) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let copied = self.is_copy(one);
        let (word, hue) = match one.relation {
            Relation::Agree if Some(one.article) == self.model.reader.article => {
                (say::SAID_AGAIN, Hue::Dim)
            }
            Relation::Agree if copied => (say::SAME_TEXT, Hue::Dim),
            relation => words::relation(relation),
        };
        let number = if picked {
            self.theme.pointer().to_owned()
        } else if index < 9 && self.model.adjudication.is_none() {
            // While one decides for the team, the digits are people.
            (index + 1).to_string()
        } else {
            " ".to_owned()
        };
        let word = word.to(lang);
        let room = usize::from(self.width).saturating_sub(2);
        let bold = self.theme.hue(hue).add_modifier(Modifier::BOLD);
        let mark = story::mark(self.model, one.article);
        let mut whys: Vec<_> = one.why.iter().filter(|why| why.says_more()).collect();
        // What differs tells most, and that one happened and the other did not before any value; that both tell of one
        // happening tells the least.
        whys.sort_by_key(|why| {
            let differs = why.agreement == Compared::Differs;
            (!differs, (why.kind == FactKind::Deed) != differs)
        });
        let mut whys = whys.into_iter().take(2);
        // The values come first, where they fit: where only one row shows, that is what it says. Of a
        // copy they say nothing.
        let first = whys.next().map(|why| words::reason(lang, why));
        let taken = text_cells(word) + 3;
        let is_first =
            first.as_ref().is_some_and(|values| !copied && taken + text_cells(values) <= room);
        let title = Line::styled(format!("  {}", fit(&mark, room)), self.theme.dim());
        let (told, style) = match first.as_ref().filter(|_| is_first) {
            Some(values) => (values.clone(), Theme::text()),
            None => (fit(&mark, room.saturating_sub(taken)), self.theme.dim()),
        };
        let mut first_line = vec![Run::styled(format!("{number} "), self.theme.accent())];
        if one.relation == Relation::Nearest {
            // Their heading says what they are.
            first_line.push(Run::styled(fit(&mark, room), self.theme.dim()));
        } else {
            first_line.extend([
                Run::styled(word.to_owned(), bold),
                Run::styled(format!(" {} ", self.theme.dot()), self.theme.dim()),
                Run::styled(told, style),
            ]);
        }
        let mut lines = vec![Line::from(first_line)];
        let rest = whys.map(|why| words::reason(lang, why));
        for values in first.into_iter().filter(|_| !is_first).chain(rest) {
            lines.extend(hanging(INDENT, &values, self.width, Theme::text()));
        }
        lines.extend(is_first.then_some(title));
        let quoted = say::QUOTED.fill(lang, &[&fit(&one.words, 160)]);
        let source = one.source.as_ref().map(|source| say::ACCORDING_TO.fill(lang, &[source]));
        for text in [self.latest(one), Some(quoted), source].into_iter().flatten() {
            lines.extend(hanging(INDENT, &text, self.width, self.theme.dim()));
        }
        lines
    }

    /// Whether the other article prints the text of the open one: then it confirms nothing.
    fn is_copy(&self, one: &Related) -> bool {
        let stories = &self.model.stories;
        self.model.reader.article.is_some_and(|open| stories.are_copies(open, one.article))
    }

    /// Of two figures that differ the one that was published last: tolls rise.
    fn latest(&self, one: &Related) -> Option<String> {
        let differ =
            |why: &&Reason| why.agreement == Compared::Differs && why.kind == FactKind::Figure;
        let why = one.why.iter().find(differ)?;
        let day = |article| story::day(self.model, article);
        let (here, there) = (day(self.model.reader.article?)?, day(one.article)?);
        let lang = self.model.settings.lang;
        let told = |text: Text, value: &str, day: &str| {
            Some(text.fill(lang, &[&value, &story::date(lang, day)]))
        };
        match here.cmp(there) {
            Ordering::Less => told(say::LATEST_THERE, &why.there, there),
            Ordering::Greater => told(say::LATEST_HERE, &why.here, here),
            Ordering::Equal => None,
        }
    }

    /// The articles that report the story of the open one.
    pub(super) fn story(&self) -> Vec<Line<'static>> {
        let (stories, lang) = (&self.model.stories, self.model.settings.lang);
        let Some(open) = self.model.reader.article else { return Vec::new() };
        let articles = stories.of(open);
        if articles.is_empty() {
            return Vec::new();
        }
        let (count, sources) = (articles.len(), stories.sources(articles));
        let heading = match sources == count {
            true => say::STORY.fill(lang, &[&count]),
            false => say::STORY_SOURCES.fill(lang, &[&count, &sources]),
        };
        let mut lines = vec![Line::default(), Line::styled(heading, self.theme.heading())];
        let latest = story::latest(self.model, articles.iter().copied());
        for (at, article) in articles.iter().enumerate().take(MOST_LISTED) {
            let of_latest = latest.is_some() && story::day(self.model, *article) == latest;
            let copied =
                articles[..at].iter().find(|before| stories.are_copies(**before, *article));
            let mut told = vec![story::mark(self.model, *article)];
            told.extend(of_latest.then(|| say::LATEST.to(lang).to_owned()));
            told.extend(copied.map(|_| say::SAME_TEXT.to(lang).to_owned()));
            let (sign, style) = match *article == open {
                true => (self.theme.pointer(), Theme::text()),
                false => (self.theme.dot(), self.theme.dim()),
            };
            let text = told.join(" · ");
            lines.extend(hanging(
                (&format!("{sign} "), self.theme.accent()),
                &text,
                self.width,
                style,
            ));
        }
        if count > MOST_LISTED {
            let more = say::MORE_ARTICLES.fill(lang, &[&(count - MOST_LISTED)]);
            lines.extend(hanging(INDENT, &more, self.width, self.theme.dim()));
        }
        lines
    }
}
