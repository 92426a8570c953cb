//! The links beside the current claim.

use super::{annotation, team};
use crate::core::annotation::link::is_link;
use crate::state::model::Model;

/// The links beside the current claim, each once, in the order of the claim pane.
pub fn links(model: &Model) -> Vec<String> {
    let Some(item) = model.reader.item() else { return Vec::new() };
    let own = annotation::own(model, item).into_iter();
    let theirs = team::about(model, item).into_iter().map(|theirs| &theirs.annotation);
    let seen = theirs.filter(|_| !team::is_hidden(model, item));
    let urls = own.chain(seen).flat_map(|a| &a.evidence).filter_map(|e| e.url.as_ref());
    let mut links: Vec<String> = Vec::new();
    for url in urls.filter(|url| is_link(url)) {
        if !links.contains(url) {
            links.push(url.clone());
        }
    }
    links
}
