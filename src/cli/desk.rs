//! What most subcommands begin with: the desk, the person, an article by name.

use std::path::Path;

use super::{Failure, Place};
use crate::core::anchor::Reanchor;
use crate::core::annotation::{Notebook, VerdictId};
use crate::core::claim::analyze;
use crate::core::review::{Item, Level, items, place};
use crate::core::text::Document;
use crate::git;
use crate::store::annotator::Annotator;
use crate::store::desk::Desk;
use crate::store::format::Sides;

/// Opens a desk.
pub(super) fn open(root: &Path) -> Result<Desk, Failure> {
    let desk = Desk::open(root).map_err(|error| Failure::not_found(&error, error.hint()))?;
    Ok(desk.asking(sides))
}

/// What git's index has of a notebook in conflict.
fn sides(path: &Path) -> Option<Sides> {
    let stages = git::Repo::discover(path.parent()?).ok()?.stages(path).ok()?;
    Some(Sides { base: stages.base, ours: stages.ours, theirs: stages.theirs })
}

/// Who is at the desk: the first of these that says a name.
pub(super) fn annotator(place: &Place) -> Annotator {
    let asked = place.annotator.clone();
    let variable = |name| std::env::var(name).ok();
    let name = asked
        .or_else(|| variable("CLAIMDESK_ANNOTATOR"))
        .or_else(|| git::user_name(&place.desk).ok().flatten())
        .or_else(|| variable("USER"))
        .or_else(|| variable("LOGNAME"))
        .filter(|name| !name.trim().is_empty());
    Annotator::new(name.as_deref().unwrap_or("anonymous"))
}

/// The article a person means: its path, its name below `seeds/`, or a beginning of it.
pub(super) fn article(desk: &Desk, asked: &str) -> Result<String, Failure> {
    let entries = desk.articles().entries;
    let path = std::fs::canonicalize(asked).ok().and_then(|path| desk.article_name(&path));
    let exact = |name: &str| entries.iter().any(|entry| entry.name == name);
    if let Some(name) = path.filter(|name| exact(name)) {
        return Ok(name);
    }
    if exact(asked) {
        return Ok(asked.to_owned());
    }
    let mut begun = entries.iter().filter(|entry| entry.name.starts_with(asked));
    match (begun.next(), begun.next()) {
        (Some(one), None) => Ok(one.name.clone()),
        (Some(_), Some(_)) => Err(Failure::not_found(
            format!("several articles begin with `{asked}`"),
            "write more of the name; `claimdesk list` prints all names",
        )),
        (None, _) => Err(Failure::not_found(
            format!("no article `{asked}` in {}", desk.seeds().display()),
            "`claimdesk list` prints all names",
        )),
    }
}

/// An article with its claims as the reader numbers them.
pub(super) struct Review {
    /// The text.
    pub doc: Document,
    /// The claims in order: number 1 is the first.
    pub items: Vec<Item>,
}

/// Reads an article and joins its claims with a person's annotations.
pub(super) fn review(
    desk: &Desk,
    name: &str,
    own: &Notebook,
) -> Result<(Review, Vec<u8>), Failure> {
    let bytes = desk.read_article(name).map_err(|error| {
        Failure::failed(&error, "see who may read the file, and that it is a plain file")
    })?;
    let doc = Document::new(bytes.clone());
    let analysis = analyze(doc.text());
    let search = Reanchor::new(None, doc.original());
    let found: Vec<_> = own.annotations.values().map(|a| search.find(&a.selector)).collect();
    let placed: Vec<_> = own
        .annotations
        .iter()
        .zip(&found)
        .map(|((id, a), found)| place(&doc, id, a, Some(found)))
        .collect();
    let items = items(&analysis, &placed, Level::default());
    drop(placed);
    Ok((Review { doc, items }, bytes))
}

/// A verdict of this desk by its id.
pub(super) fn verdict(asked: &str) -> Result<VerdictId, Failure> {
    let labels = crate::core::annotation::Label::defaults();
    if let Some(label) =
        labels.iter().find(|label| label.id.0 == asked || label.key.to_string() == asked)
    {
        return Ok(label.id.clone());
    }
    let known: Vec<_> = labels.iter().map(|label| label.id.0.as_str()).collect();
    Err(Failure::usage(
        format!("no verdict `{asked}` on this desk"),
        format!("one of: {}", known.join(", ")),
    ))
}
