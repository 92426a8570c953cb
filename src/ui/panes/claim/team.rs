//! What the team says of the current claim: the final verdict first, then people, then talk.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Run};

use super::Page;
use crate::core::annotation::{Hue, VerdictId};
use crate::core::article::width::fit;
use crate::core::review::Item;
use crate::core::review::team::Theirs;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::{Decision, Status, Unit};
use crate::core::team::talk::{Said, thread};
use crate::i18n::{messages as say, team as texts};
use crate::state::dialogs::changes::said;
use crate::state::query::team;
use crate::ui::paint::{hanging, wrapped};
use crate::ui::theme::Theme;
use crate::ui::words;

impl Page<'_> {
    /// The notebooks on the article that cannot be read: the team may say more than is shown.
    pub(super) fn unread(&self) -> Vec<Line<'static>> {
        let article = self.model.reader.article;
        let book = article.and_then(|article| self.model.desk.books.get(&article));
        let problems = book.map_or(&[][..], |book| &book.problems);
        let sign = format!("{} ", self.theme.stale_sign());
        let lines = problems.iter().flat_map(|problem| {
            hanging((&sign, self.theme.warning()), problem, self.width, self.theme.warning())
        });
        let blank = (!problems.is_empty()).then(Line::default);
        blank.into_iter().chain(lines).collect()
    }

    /// What an editor decided for the team, before everything else.
    pub(super) fn ruling(&self, item: &Item) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let lang = settings.lang;
        let Some(unit) =
            team::unit(self.model, item).filter(|_| !team::is_hidden(self.model, item))
        else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        for lost in unit.unheld() {
            let (sign, name, _) = self.named(lost.verdict.verdict.as_ref());
            let said = format!("{sign} {name}");
            let text = texts::FINAL_STALE.fill(lang, &[&said, &lost.name]);
            lines.extend(hanging(
                (&format!("{} ", self.theme.stale_sign()), self.theme.warning()),
                &text,
                self.width,
                self.theme.warning(),
            ));
        }
        if let Some(decision) = &unit.decision {
            lines.extend(self.decision(item, &unit, decision));
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines
    }

    fn decision(&self, item: &Item, unit: &Unit, decision: &Decision) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let (lang, dim) = (settings.lang, self.theme.dim());
        let given = &decision.verdict;
        let (sign, name, hue) = self.named(given.verdict.as_ref());
        let when = words::time(given.at, &settings.zone);
        let over = given.over.len();
        let by = texts::FINAL_BY.fill(lang, &[&decision.name, &when, &over]);
        let lead = format!("{} ", self.theme.final_sign());
        let style = self.theme.hue(hue).add_modifier(Modifier::BOLD);
        let mut lines =
            hanging((&lead, self.theme.accent()), &format!("{sign} {name}"), self.width, style);
        let indent = ("  ", Style::new());
        let mut add = |text: &str, style| lines.extend(hanging(indent, text, self.width, style));
        add(&by, dim);
        if !given.why.is_empty() {
            add(&given.why, Theme::text());
        }
        match unit.status {
            Status::Overtaken => add(texts::OVERTAKEN.to(lang), self.theme.warning()),
            Status::Contested => {
                for other in &unit.contesting {
                    let (sign, name, _) = self.named(other.verdict.verdict.as_ref());
                    let said = format!("{sign} {name}");
                    add(&texts::CONTESTED.fill(lang, &[&other.name, &said]), self.theme.warning());
                }
            }
            _ => {}
        }
        let own =
            item.verdict().filter(|own| !item.is_open() && Some(*own) != given.verdict.as_ref());
        if let Some(own) = own {
            let (sign, name, _) = words::verdict(settings, self.theme, own);
            add(&texts::YOU_SAID.fill(lang, &[&format!("{sign} {name}")]), self.theme.dispute());
        }
        lines
    }

    /// Sign, name and colour of a final verdict, also of one that gives none.
    fn named(&self, verdict: Option<&VerdictId>) -> (String, String, Hue) {
        let settings = &self.model.settings;
        verdict.map_or_else(
            || ("?".to_owned(), say::UNDECIDABLE.to(settings.lang).to_owned(), Hue::Dim),
            |id| words::verdict(settings, self.theme, id),
        )
    }

    /// What teammates decided about the same words.
    pub(super) fn team(&self, item: &Item) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let mut about = team::about(self.model, item);
        // A final verdict stands above, and what is said below.
        about.retain(|theirs| {
            let said = &theirs.annotation;
            said.verdict.is_some() || !said.note.is_empty() || !said.evidence.is_empty()
        });
        if about.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(say::TEAM);
        if team::is_hidden(self.model, item) {
            let text = say::TEAM_HIDDEN.fill(lang, &[&about.len()]);
            lines.extend(wrapped(&text, self.width, self.theme.dim()));
            return lines;
        }
        for theirs in about {
            lines.extend(self.one_teammate(item, theirs));
        }
        lines
    }

    fn one_teammate(&self, item: &Item, theirs: &Theirs) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let (lang, dim) = (settings.lang, self.theme.dim());
        let (sign, name, hue) = match &theirs.annotation.verdict {
            Some(id) => words::verdict(settings, self.theme, id),
            None => (self.theme.open_sign().into(), say::OPEN.to(lang).into(), Hue::Dim),
        };
        let own = item.verdict().filter(|_| item.standing().is_placed());
        let differs = own.zip(theirs.annotation.verdict.as_ref());
        let differs = differs.is_some_and(|(own, theirs)| own != theirs);
        let mut head = vec![
            Run::styled(format!("{sign} {name}"), self.theme.hue(hue).add_modifier(Modifier::BOLD)),
            Run::styled(format!(" {} {}", self.theme.dot(), theirs.annotator), dim),
        ];
        if differs {
            let text = format!(" {} {}", self.theme.dispute_sign(), say::DISAGREES.to(lang));
            head.push(Run::styled(text, self.theme.dispute()));
        }
        let mut lines = vec![Line::from(head)];
        let indent = ("  ", Style::new());
        let mut add = |text: &str, style| lines.extend(hanging(indent, text, self.width, style));
        if !theirs.standing.is_in_force() {
            add(say::THEIRS_STALE.to(lang), self.theme.warning());
        }
        if theirs.span != item.span {
            let text = self.model.reader.doc.as_ref().map_or("", |doc| theirs.span.of(doc.text()));
            add(&say::ON_WORDS.fill(lang, &[&fit(text, 120)]), dim);
        }
        if !theirs.annotation.note.is_empty() {
            add(&theirs.annotation.note, Theme::text());
        }
        lines.extend(self.changes(&theirs.standing));
        lines.extend(theirs.annotation.evidence.iter().flat_map(|e| self.one_evidence(e)));
        lines
    }

    /// What people say, by verdict, with the numbers that take a verdict as final.
    pub(super) fn panel(&self, item: &Item) -> Vec<Line<'static>> {
        let panel = team::panel(self.model, item);
        let mut lines = self.section(texts::PEOPLE);
        if panel.is_empty() {
            lines.extend(wrapped(
                say::OPEN.to(self.model.settings.lang),
                self.width,
                self.theme.dim(),
            ));
        }
        for (n, opinion) in panel.iter().enumerate() {
            lines.extend(self.one_opinion(n + 1, opinion));
        }
        lines
    }

    fn one_opinion(&self, number: usize, opinion: &Opinion) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let nameless = self.model.adjudication.is_some_and(|how| how.nameless);
        let name = match nameless {
            true => texts::PERSON.fill(settings.lang, &[&number]),
            false => opinion.name.clone(),
        };
        let (sign, verdict, hue) = self.named(opinion.annotation.verdict.as_ref());
        let when = words::time(opinion.annotation.updated, &settings.zone);
        let mut lines = vec![Line::from(vec![
            Run::styled(format!("{number} "), self.theme.accent()),
            Run::styled(
                format!("{sign} {verdict}"),
                self.theme.hue(hue).add_modifier(Modifier::BOLD),
            ),
        ])];
        let who = format!("{name} {} {when}", self.theme.dot());
        lines.extend(hanging(("  ", Style::new()), &who, self.width, self.theme.dim()));
        if !opinion.annotation.note.is_empty() {
            let note = &opinion.annotation.note;
            lines.extend(hanging(("  ", Style::new()), note, self.width, Theme::text()));
        }
        lines.extend(opinion.annotation.evidence.iter().flat_map(|e| self.one_evidence(e)));
        lines
    }

    /// What people say to each other, the oldest first.
    pub(super) fn talk(&self, item: &Item) -> Vec<Line<'static>> {
        let unit = team::unit(self.model, item).filter(|_| !team::is_hidden(self.model, item));
        let said = unit.as_ref().map(thread).unwrap_or_default();
        if said.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(texts::TALK);
        lines.extend(said.iter().flat_map(|one| self.one_remark(one)));
        lines
    }

    fn one_remark(&self, said: &Said) -> Vec<Line<'static>> {
        let settings = &self.model.settings;
        let when = words::time(said.remark.at, &settings.zone);
        let mut head = format!("{} {} {when}", said.name, self.theme.dot());
        if said.remark.done {
            head = format!("{head} {} {}", self.theme.dot(), texts::SETTLED.to(settings.lang));
        }
        let lead = if said.remark.re.is_some() { "> " } else { "" };
        let mut lines = hanging((lead, self.theme.accent()), &head, self.width, self.theme.dim());
        lines.extend(hanging(("  ", Style::new()), &said.remark.text, self.width, Theme::text()));
        lines
    }

    /// What was ever said of the claim, the latest first.
    pub(super) fn history(&self, item: &Item) -> Vec<Line<'static>> {
        let lang = self.model.settings.lang;
        let events = self.model.sharing.history.get(&item.span).map(Vec::as_slice);
        let events = events.filter(|_| !team::is_hidden(self.model, item)).unwrap_or_default();
        if events.is_empty() {
            return Vec::new();
        }
        let mut lines = self.section(texts::HISTORY);
        for event in events.iter().rev() {
            let when = event.at.get(..16).unwrap_or(&event.at).replace('T', " ");
            let dot = self.theme.dot();
            let mut head = format!("{when} {dot} {}", event.name);
            if event.commit.is_none() {
                head = format!("{head} {dot} {}", texts::NOT_COMMITTED.to(lang));
            }
            lines.extend(hanging(("", Style::new()), &head, self.width, self.theme.dim()));
            let said = said(self.model, event);
            lines.extend(hanging(("  ", Style::new()), &said, self.width, Theme::text()));
        }
        lines
    }
}
