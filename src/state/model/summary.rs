//! What is known of an article without opening it.

use crate::core::article::Source;
use crate::core::claim::Level;
use crate::core::keep::keep;
use crate::core::review::team::{Tallies, Tally};
use crate::core::review::{Due, Progress};
use crate::core::team::outline::Outline;

/// What is known of an article without opening it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Its title: the first short line, else its first words.
    pub title: String,
    /// Where it comes from, as far as that is known.
    pub source: Source,
    /// How far its review is, at each level of detail.
    pub progress: [Progress; Level::COUNT],
    /// One's own verdicts in force.
    pub own: Tally,
    /// Those of the teammates.
    pub tallies: Tallies,
    /// How the team stands on it.
    pub team: Outline,
    /// What needs a look: one's own first.
    pub due: Vec<Due>,
    /// The tags in use on it, one's own and the team's; a tag used twice stands here twice.
    pub tags: Vec<String>,
    /// What of the notebooks on it cannot be read, or not wholly, in words.
    pub unread: Vec<String>,
    /// Why it cannot be read.
    pub problem: Option<String>,
}

keep!(struct Summary { title, source, progress, own, tallies, team, due, tags, unread, problem });
