//! What a file says by lacking something that was in it before.
//!
//! A file is another writer's statement, and so is what it lacks; but not always. What this
//! session decided is not taken away by a writer who did not know of it, and git, which puts
//! whole files in the place of others, says nothing about what was never committed.

use std::collections::BTreeMap;

use super::merge::{self, Notice};
use super::{Annotation, AnnotationId, Annotations, Notebook};

/// What a session decided: what stood there before, none for nothing, by annotation.
pub type Decided = BTreeMap<AnnotationId, Option<Annotation>>;

/// What a file comes to, given what is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What counts as the file's contents.
    pub notebook: Notebook,
    /// What was kept although the file lacks it.
    pub notices: Vec<Notice>,
}

/// Notes what a session makes of `base`.
pub fn note(decided: &mut Decided, base: &Notebook, ours: &Notebook) {
    for id in base.annotations.changes(&ours.annotations) {
        decided.entry(id.clone()).or_insert_with(|| base.annotations.get(id).cloned());
    }
}

/// Hears a file that some program wrote as a whole, knowing what it replaced: what it lacks is
/// withdrawn, unless this session decided it.
pub fn hear(known: &Notebook, decided: &Decided, disk: &Notebook) -> Heard {
    let mut heard = Heard { notebook: disk.clone(), notices: Vec::new() };
    for (id, before) in decided {
        let Some(ours) = known.annotations.get(id) else { continue };
        if before.as_ref() != Some(ours) && !disk.annotations.contains_key(id) {
            heard.notebook.annotations.insert(id.clone(), ours.clone());
            heard.notices.push(Notice::KeptFromSession(id.clone()));
        }
    }
    heard
}

/// Hears a file that git put in the place of another. `versions` are the committed ones that it
/// may have replaced, the first being what `known` was made from, where that is known.
///
/// What is remembered as it was committed follows git, in either direction; the rest is work on
/// top of a commit, and stays on top of the new one.
pub fn hear_git(
    known: &Notebook,
    decided: &Decided,
    versions: &[Option<Notebook>],
    disk: &Notebook,
) -> Heard {
    let mut base = Notebook { annotations: Annotations::default(), ..known.clone() };
    for (id, ours) in &known.annotations {
        let committed = || versions.iter().flatten().filter_map(|book| book.annotations.get(id));
        let from = committed().find(|version| *version == ours).or_else(|| committed().next());
        base.annotations.extend(from.map(|from| (id.clone(), from.clone())));
    }
    // What was removed here and is in every commit was not committed as removed: it stays so.
    let everywhere = |id| versions.iter().flatten().all(|book| book.annotations.contains_key(id));
    let made_from = versions.first().and_then(Option::as_ref);
    let removed = made_from.into_iter().flat_map(|book| &book.annotations);
    let removed_now = decided.iter().filter_map(|(id, before)| Some((id, before.as_ref()?)));
    for (id, before) in removed.chain(removed_now) {
        if !known.annotations.contains_key(id) && everywhere(id) {
            base.annotations.insert(id.clone(), before.clone());
        }
    }
    let merged = merge::merge(&base, known, disk);
    let kept = |id: &&AnnotationId| {
        !disk.annotations.contains_key(id) && merged.notebook.annotations.contains_key(id)
    };
    let kept: Vec<_> = known.annotations.keys().filter(kept).cloned().collect();
    let conflicts =
        merged.notices.into_iter().filter(|notice| matches!(notice, Notice::Conflict(_)));
    let notices = conflicts.chain(kept.into_iter().map(Notice::KeptFromGit)).collect();
    Heard { notebook: merged.notebook, notices }
}
