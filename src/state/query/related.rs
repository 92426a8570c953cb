//! What is known of other articles about the current claim.

use crate::state::model::Model;
use crate::state::model::related::Related;
use crate::state::model::settings::Pane;

/// What the desk says about the current claim, as far as it is known.
pub(crate) fn of_current(model: &Model) -> &[Related] {
    let span = model.reader.item().map(|item| item.span);
    span.and_then(|span| model.reader.related.get(&span)).map_or(&[], Vec::as_slice)
}

/// The related claim that is marked in the claim pane, where that has the focus.
pub(in crate::state) fn picked(model: &Model) -> Option<&Related> {
    let picking = model.focus == Pane::Claim && model.selection.is_none();
    of_current(model).get(model.reader.picked).filter(|_| picking)
}
