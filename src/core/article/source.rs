//! Who published an article, when and where.

use super::clean::plain;
use super::title::title;
use crate::core::keep::keep;

/// What is known of where an article comes from; all of it may be missing.
///
/// Dates are ISO 8601: a day (`2024-10-23`), or a time with its zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its headline.
    pub title: Option<String>,
    /// The newspaper, agency or site.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// When it was first published.
    pub published: Option<String>,
    /// When it was last changed.
    pub modified: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language after BCP 47.
    pub lang: Option<String>,
    /// Of a recording: when its words were said, in the order of the text.
    pub times: Vec<Moment>,
}

/// When something was said in a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first word of it in the text as it stands on disk, in code points.
    pub point: usize,
    /// Milliseconds from the start of the recording.
    pub millis: u64,
}

keep!(struct Source { title, outlet, author, published, modified, url, lang, times });
keep!(struct Moment { point, millis });

impl Source {
    /// The day it was published, without the time.
    pub fn day(&self) -> Option<&str> {
        self.published.as_deref().map(|date| date.split_once('T').map_or(date, |(day, _)| day))
    }

    /// What the article is called: the headline that is known of it, else what its text tells.
    pub fn title_of(&self, text: &str) -> String {
        let told = self.title.as_deref().map(|told| title(&plain(told)));
        told.filter(|title| !title.is_empty()).unwrap_or_else(|| title(text))
    }

    /// When the words at a place were said, from the start of the recording: `0:12:03`.
    pub fn said_at(&self, point: usize) -> Option<String> {
        let behind = self.times.partition_point(|moment| moment.point <= point);
        let seconds = self.times.get(behind.checked_sub(1)?)?.millis / 1000;
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        Some(format!("{}:{:02}:{seconds:02}", minutes / 60, minutes % 60))
    }

    /// Who published it and on which day, as far as that is known: `Le Monde · 2024-10-23`.
    pub fn in_short(&self) -> String {
        let parts = [self.outlet.as_deref(), self.day()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
