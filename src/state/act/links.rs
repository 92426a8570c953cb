//! Opening links.

use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::links::links;

/// Opens a link of the current claim's evidence in the browser, one's own first,
/// then those of teammates that may be seen; again, the next one.
pub(in crate::state) fn browse(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let links = links(model);
    if links.is_empty() {
        model.notice = Some(Notice::info(say::NO_LINK.to(lang)));
        return Vec::new();
    }
    let at = model.reader.links_opened % links.len();
    model.reader.links_opened = at + 1;
    let url = links[at].clone();
    model.notice =
        Some(Notice::info(say::LINK_OPENED.fill(lang, &[&(at + 1), &links.len(), &url])));
    vec![Effect::Work(Job::Browse(url))]
}
