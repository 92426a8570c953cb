//! Asking for the texts that the open dialog looks at.

use crate::state::model::Model;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;

/// Asks for the texts that are to be seen and are not at hand.
pub(in crate::state) fn ask(model: &mut Model) -> Option<Effect> {
    let dialog = model.dialog.as_ref()?;
    let open = model.reader.article;
    let wanted = dialog.places(model).into_iter().map(|place| place.article);
    let wanted = wanted.filter(|article| Some(*article) != open).collect();
    let missing = model.previews.missing(wanted);
    (!missing.is_empty()).then_some(Effect::Work(Job::Preview(missing)))
}
