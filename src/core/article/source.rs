//! Who published an article, when and where.

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
}

keep!(struct Source { title, outlet, author, published, modified, url, lang });

impl Source {
    /// The day it was published, without the time.
    pub fn day(&self) -> Option<&str> {
        self.published.as_deref().map(|date| date.split_once('T').map_or(date, |(day, _)| day))
    }

    /// Who published it and on which day, as far as that is known: `Le Monde · 2024-10-23`.
    pub fn in_short(&self) -> String {
        let parts = [self.outlet.as_deref(), self.day()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
