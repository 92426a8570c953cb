//! What is asked of the search that is on.

use super::geometry;
use crate::core::article::Span;
use crate::state::model::Model;

/// The match that was gone to last, unless one went on to a claim since.
pub(in crate::state) fn here(model: &Model) -> Option<Span> {
    let search = model.search.as_ref()?;
    let span = search.matches.spans.get(search.current?).copied()?;
    (search.beside == model.reader.current && model.reader.shows(span, geometry::page(model)))
        .then_some(span)
}

/// The query that is on, to begin another search with.
pub(in crate::state) fn query(model: &Model) -> String {
    model.search.as_ref().map(|search| search.query.clone()).unwrap_or_default()
}
