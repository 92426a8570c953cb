//! The search that is on in the open article.

use crate::core::article::Span;
use crate::core::search::Query;

/// A search that is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub query: String,
    /// The matches in the open article, in order.
    pub matches: Matches,
    /// The match gone to last.
    pub current: Option<usize>,
    /// The current claim at that moment: as long as it is the same, the match was gone to last.
    pub(in crate::state) beside: Option<usize>,
    /// Whether the matches are still being looked for.
    pub pending: bool,
}

/// The matches of a search in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Their places.
    pub spans: Vec<Span>,
    /// Whether there are more than are kept.
    pub more: bool,
}

/// No more matches than this are kept and counted.
const MOST: usize = 10_000;

impl Search {
    /// A search that has found nothing yet.
    pub(in crate::state) fn new(query: String) -> Self {
        Self { query, ..Self::default() }
    }

    /// How many matches there are and which one is shown: `3/17`.
    pub(crate) fn count(&self) -> String {
        let all = self.matches.spans.len();
        let more = if self.matches.more { "+" } else { "" };
        match (self.pending, self.current) {
            (true, _) => "…".to_owned(),
            (false, Some(current)) => format!("{}/{all}{more}", current + 1),
            (false, None) => format!("{all}{more}"),
        }
    }
}

impl Matches {
    /// The matches of a query in a text.
    pub(crate) fn of(query: &str, text: &str) -> Self {
        let Ok(Some(query)) = Query::parse(query) else { return Self::default() };
        let mut spans: Vec<_> = query.find(text).take(MOST + 1).collect();
        let more = spans.len() > MOST;
        spans.truncate(MOST);
        Self { spans, more }
    }

    /// Those that touch a stretch of the text, with their numbers.
    pub(crate) fn within(&self, span: Span) -> impl Iterator<Item = (usize, Span)> {
        let from = self.spans.partition_point(|found| found.end <= span.start);
        let rest = self.spans.iter().copied().enumerate().skip(from);
        rest.take_while(move |(_, found)| found.start < span.end)
    }
}
