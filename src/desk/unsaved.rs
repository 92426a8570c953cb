//! Which of one's own notebooks differ from the last commit, when hardly any of them changed.

use std::collections::HashMap;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::core::annotation::BlobId;
use crate::core::keep::keep;
use crate::git::{Error, Repo};
use crate::store::desk::Desk;

/// A person's notebooks that may differ from the last commit; no other of theirs does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unsaved {
    /// git's id of the person's folder in that commit; none where it is not in it.
    pub(crate) folder: Option<BlobId>,
    /// The articles that they are about.
    pub(crate) articles: Vec<String>,
}
keep!(struct Unsaved { folder, articles });

impl Unsaved {
    /// What differs now, given what was known when git called the person's folder something
    /// (`folder` is what it calls it now).
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn renew(
        known: Option<Self>,
        desk: &Desk,
        slug: &str,
        repo: &Repo,
        folder: Option<BlobId>,
    ) -> Result<Self, Error> {
        let known = known.filter(|known| known.folder == folder);
        if let Some(same) = known.as_ref().filter(|known| known.articles.is_empty()) {
            return Ok(same.clone());
        }
        let own = desk.annotations().join(slug);
        let committed = match folder {
            Some(_) => repo.tree("HEAD", &own)?,
            None => HashMap::new(),
        };
        let mut articles = known.map_or_else(
            || {
                let here = desk.notebooks_of(slug).into_iter().map(|found| found.article);
                here.chain(committed.keys().filter_map(article_of(&own))).collect()
            },
            |known| known.articles,
        );
        articles.sort_unstable();
        articles.dedup();
        articles.retain(|article| {
            let path = own.join(format!("{article}.json"));
            match (committed.get(&path), desk.bytes_of(&path)) {
                (Some(id), Some(bytes)) => BlobId::of(&bytes) != *id,
                (Some(_), None) => !path.exists(),
                (None, bytes) => bytes.is_some(),
            }
        });
        Ok(Self { folder, articles })
    }
}

/// The article that a notebook in a folder is about.
fn article_of(folder: &Path) -> impl Fn(&PathBuf) -> Option<String> {
    move |path| {
        let below = path.strip_prefix(folder).ok()?.to_str()?.strip_suffix(".json")?;
        Some(below.replace(MAIN_SEPARATOR, "/"))
    }
}
