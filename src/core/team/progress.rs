//! How far the team is with an article.

use std::collections::BTreeMap;

use super::opinion::Book;
use super::status::{Rules, Status, Unit};

/// How far an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Nobody has begun.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The article's state.
    pub state: State,
    /// Who has begun, by folder name.
    pub begun: Vec<String>,
    /// Who is done.
    pub done: Vec<String>,
    /// How many units stand how.
    pub units: BTreeMap<Status, usize>,
    /// Disputes that only changed words hide.
    pub stale_disputes: usize,
}

impl Progress {
    /// Counts the units and the work of everybody.
    pub fn of(units: &[Unit], books: &[Book], rules: Rules<'_>) -> Self {
        let (mut begun, mut done, mut published) = (Vec::new(), Vec::new(), false);
        for book in books {
            let person = rules.roster.person_of(&book.folder).to_owned();
            let state = book.notebook.work.as_ref().map(|work| work.state.as_str());
            published |= state == Some("published") && rules.roster.decides(&person);
            if matches!(state, Some("done" | "published")) {
                done.push(person.clone());
            }
            if state.is_some() || !book.notebook.annotations.is_empty() {
                begun.push(person);
            }
        }
        for people in [&mut begun, &mut done] {
            people.sort_unstable();
            people.dedup();
        }
        let mut counts = BTreeMap::new();
        for unit in units {
            *counts.entry(unit.status).or_insert(0) += 1;
        }
        let count = |status| counts.get(&status).copied().unwrap_or(0);
        let left = count(Status::Disputed) + count(Status::Overtaken) + count(Status::Contested);
        let state = match done.len() >= rules.per_article.max(1) {
            _ if published => State::Published,
            true if left == 0 => State::Decided,
            true => State::Checked,
            false if begun.is_empty() => State::ToDo,
            false => State::InWork,
        };
        let stale_disputes = units.iter().filter(|unit| unit.is_stale_dispute()).count();
        Self { state, begun, done, units: counts, stale_disputes }
    }

    /// How many units stand so.
    pub fn count(&self, status: Status) -> usize {
        self.units.get(&status).copied().unwrap_or(0)
    }
}
