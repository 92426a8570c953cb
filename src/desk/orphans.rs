//! What was decided on articles that are gone, and where its words stand now.

use std::collections::HashMap;
use std::sync::Arc;

use memchr::memmem::Finder;

use super::Library;
use crate::core::annotation::Notebook;
use crate::store::desk::NotebookPath;
use crate::store::refusal::Refusal;

/// A notebook whose article is gone, and is no other one's.
#[derive(Clone, Debug)]
pub(crate) struct Orphan {
    /// Where it lies, and the name its article had.
    pub path: NotebookPath,
    /// What it holds.
    pub notebook: Arc<Notebook>,
    /// The articles in which its words stand, with how many quotes, the most first.
    pub found: Vec<(String, usize)>,
}

impl Orphan {
    /// The article that most of its words speak for: offered, never taken by itself.
    pub(crate) fn offer(&self) -> Option<(&str, usize)> {
        let (article, quotes) = self.found.first()?;
        (quotes * 2 > self.notebook.annotations.len()).then_some((article, *quotes))
    }
}

/// Quotes shorter than this, in bytes, stand anywhere.
const TELLING: usize = 12;

impl Library {
    /// The notebooks of everybody whose articles are gone.
    pub(crate) fn orphans(&self) -> Vec<Orphan> {
        let mut orphans: Vec<Orphan> = self
            .gone()
            .into_iter()
            .filter_map(|path| {
                let file = self.desk().notebook_at(&path);
                let notebook = Arc::new(file.notebook().clone());
                let says =
                    !file.refusal().is_some_and(Refusal::hides) && !notebook.annotations.is_empty();
                says.then(|| Orphan { path, notebook, found: Vec::new() })
            })
            .collect();
        let quotes: Vec<Vec<&str>> = orphans
            .iter()
            .map(|orphan| {
                orphan.notebook.annotations.values().map(|a| a.selector.exact.as_str()).collect()
            })
            .collect();
        let found = self.where_stand(&quotes);
        for (orphan, found) in orphans.iter_mut().zip(found) {
            orphan.found = found;
        }
        orphans
    }

    /// For each group of quotes the articles in which some of them stand, with how many, the
    /// most first.
    pub(crate) fn where_stand(&self, groups: &[Vec<&str>]) -> Vec<Vec<(String, usize)>> {
        let finders: Vec<Vec<Finder<'_>>> = groups
            .iter()
            .map(|quotes| {
                let telling = quotes.iter().filter(|quote| quote.len() >= TELLING);
                telling.map(|quote| Finder::new(*quote)).collect()
            })
            .collect();
        if finders.iter().all(Vec::is_empty) {
            return vec![Vec::new(); groups.len()];
        }
        let mut found: Vec<HashMap<String, usize>> = vec![HashMap::new(); groups.len()];
        for entry in self.desk().articles().entries.iter().filter(|e| e.problem.is_none()) {
            let Ok((doc, _)) = self.document(&entry.name) else { continue };
            let text = doc.original().as_bytes();
            for (finders, found) in finders.iter().zip(&mut found) {
                let stand = finders.iter().filter(|finder| finder.find(text).is_some()).count();
                if stand > 0 {
                    found.insert(entry.name.clone(), stand);
                }
            }
        }
        let by_count = |found: HashMap<String, usize>| {
            let mut found: Vec<_> = found.into_iter().collect();
            found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            found
        };
        found.into_iter().map(by_count).collect()
    }
}
