//! How far the team is with an article.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::status::{Rules, Status, Unit};
use crate::core::annotation::Book;
use crate::core::keep::keep;

/// How far an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Nobody has begun.
    #[default]
    ToDo,
    /// Somebody has.
    InWork,
    /// As many people as the team asks for are done.
    Checked,
    /// Checked, and no dispute is left.
    Decided,
    /// An editor has published it.
    Published,
}

keep!(
    enum State {
        ToDo,
        InWork,
        Checked,
        Decided,
        Published,
    }
);

impl State {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::InWork => "in work",
            Self::Checked => "checked",
            Self::Decided => "decided",
            Self::Published => "published",
        }
    }
}

/// How far the team is with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The article's state.
    pub state: State,
    /// Who has begun, by folder name.
    pub begun: Vec<String>,
    /// Who is done.
    pub done: Vec<String>,
    /// Since when it is published by an editor.
    pub published: Option<Timestamp>,
    /// When anybody last did something.
    pub last: Option<Timestamp>,
    /// How many units stand how.
    pub units: BTreeMap<Status, usize>,
    /// Disputes that only changed words hide.
    pub stale_disputes: usize,
}

keep!(struct Progress { state, begun, done, published, last, units, stale_disputes });

impl Progress {
    /// Counts the units and the work of everybody.
    pub fn of(units: &[Unit], books: &[Book], rules: Rules<'_>) -> Self {
        let mut progress = Self::default();
        for book in books {
            let person = rules.roster.person_of(&book.folder).to_owned();
            let work = book.notebook.work.as_ref();
            let state = work.map(|work| work.state.as_str());
            if state == Some("published") && rules.roster.decides(&person) {
                progress.published = progress.published.max(work.map(|work| work.at));
            }
            if matches!(state, Some("done" | "published")) {
                progress.done.push(person.clone());
            }
            if state.is_some() || !book.notebook.annotations.is_empty() {
                progress.begun.push(person);
            }
            let steps = book.notebook.annotations.values().map(|annotation| annotation.updated);
            let steps = steps.chain(work.map(|work| work.at));
            progress.last = progress.last.max(steps.max());
        }
        for people in [&mut progress.begun, &mut progress.done] {
            people.sort_unstable();
            people.dedup();
        }
        progress.exchange(&[], units, rules);
        progress
    }

    /// Counts some units no more, and others instead.
    pub fn exchange(&mut self, before: &[Unit], now: &[Unit], rules: Rules<'_>) {
        for unit in before {
            if let Some(count) = self.units.get_mut(&unit.status) {
                *count -= 1;
            }
            self.stale_disputes -= usize::from(unit.is_stale_dispute());
        }
        self.units.retain(|_, count| *count > 0);
        for unit in now {
            *self.units.entry(unit.status).or_insert(0) += 1;
            self.stale_disputes += usize::from(unit.is_stale_dispute());
        }
        let left = Status::ALL.into_iter().filter(|status| status.asks_editor());
        let left: usize = left.map(|status| self.count(status)).sum();
        self.state = match self.done.len() >= rules.per_article.max(1) {
            _ if self.published.is_some() => State::Published,
            true if left == 0 => State::Decided,
            true => State::Checked,
            false if self.begun.is_empty() => State::ToDo,
            false => State::InWork,
        };
    }

    /// Whether somebody has gone on after an editor published it.
    pub fn is_changed_since_published(&self) -> bool {
        self.published.zip(self.last).is_some_and(|(published, last)| last > published)
    }

    /// Whether it is begun, not done, and nobody has touched it for so many days.
    pub fn is_stalled(&self, now: Timestamp, days: u16) -> bool {
        let patience = SignedDuration::from_hours(24 * i64::from(days));
        self.state == State::InWork
            && self.last.is_some_and(|last| now.duration_since(last) >= patience)
    }

    /// Whether it should have been checked before this day.
    pub fn is_overdue(&self, due: Option<Date>, today: Date) -> bool {
        self.state < State::Checked && due.is_some_and(|due| due < today)
    }

    /// How many units stand so.
    pub fn count(&self, status: Status) -> usize {
        self.units.get(&status).copied().unwrap_or(0)
    }
}
