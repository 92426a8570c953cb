//! What the person tells of where an article comes from.

use super::clock::stamp;
use super::context::Context;
use crate::core::article::Source;
use crate::state::model::desk::ArticleId;
use crate::state::model::work::Origin;

/// Writes it beside the article; gives the file's name below the desk.
pub(super) fn tell(
    context: &Context,
    article: ArticleId,
    origin: &Origin,
) -> Result<String, String> {
    let (desk, name) = (context.library().desk(), context.name(article));
    let is_told = |field: &str| origin.told.contains(&field);
    let changed = desk.change_provenance(&name, |known| {
        let (said, source) = (&origin.source, &mut known.source);
        let Source { title, outlet, author, published, url, lang, .. } = said;
        for (field, said, known) in [
            ("title", title, &mut source.title),
            ("outlet", outlet, &mut source.outlet),
            ("published", published, &mut source.published),
            ("url", url, &mut source.url),
            ("lang", lang, &mut source.lang),
        ] {
            if is_told(field) {
                known.clone_from(said);
            }
        }
        if is_told("author") {
            source.author.clone_from(author);
        }
        known.settle(is_told);
        known.updated = Some(stamp().now.to_string());
    });
    changed.map_err(|error| error.to_string())?;
    let path = desk.source_path(&name).unwrap_or_default();
    if let Some(state) = context.state() {
        // Where it cannot be kept, sharing this file takes one more word (`sync --with`).
        let _ = state.keep_wrote([path.clone()]);
    }
    Ok(desk.name_below(&path))
}
