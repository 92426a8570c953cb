//! Finding problems, one notebook after the other.

use std::cell::LazyCell;
use std::path::Path;

use crate::core::annotation::{AnnotationId, Label, Notebook};
use crate::core::article::Document;
use crate::core::review::{Placed, Standing};
use crate::desk::Library;
use crate::git::Repo;
use crate::store::annotator::Annotator;
use crate::store::desk::{Desk, NotebookPath};
use crate::store::format::Repair;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::Refusal;
use crate::store::source::Why;

/// Something that is wrong.
pub(super) struct Problem {
    /// The file, as its path below the desk.
    pub file: String,
    /// Line and column, from 1, where they are known.
    pub line: Option<(usize, usize)>,
    /// The annotation, where it is one's.
    pub annotation: Option<AnnotationId>,
    pub kind: Kind,
    /// What is wrong, in a sentence.
    pub message: String,
    /// It was repaired just now.
    pub fixed: bool,
    /// Somebody else has to settle it.
    pub is_theirs: bool,
}

/// What can be wrong. The names are stable: scripts read them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Schema,
    Newer,
    Unreadable,
    Outside,
    Empty,
    ConflictMarkers,
    Damaged,
    Doubled,
    Conflict,
    KeptDespiteRemoval,
    UnknownVerdict,
    SameValue,
    Stale,
    Ambiguous,
    Lost,
    Renamed,
    ArticleGone,
    ArticleUnreadable,
    EvidenceGone,
    Needs,
    WrongPlace,
    Layout,
    Leftover,
    NotSaved,
    Source,
    ForeignWrite,
    UnknownPerson,
    TwoPeople,
    SameName,
    Contested,
    Overtaken,
    ChangedSincePublished,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Newer => "newer-format",
            Self::Unreadable => "unreadable",
            Self::Outside => "outside",
            Self::Empty => "empty",
            Self::ConflictMarkers => "conflict-markers",
            Self::Damaged => "damaged",
            Self::Doubled => "doubled",
            Self::Conflict => "conflict",
            Self::KeptDespiteRemoval => "kept-despite-removal",
            Self::UnknownVerdict => "unknown-verdict",
            Self::SameValue => "same-value",
            Self::Stale => "stale",
            Self::Ambiguous => "ambiguous",
            Self::Lost => "lost",
            Self::Renamed => "renamed",
            Self::ArticleGone => "article-gone",
            Self::ArticleUnreadable => "article-unreadable",
            Self::EvidenceGone => "evidence-gone",
            Self::Needs => "needs",
            Self::WrongPlace => "wrong-place",
            Self::Layout => "layout",
            Self::Leftover => "leftover",
            Self::NotSaved => "not-saved",
            Self::Source => "source",
            Self::ForeignWrite => "foreign-write",
            Self::UnknownPerson => "unknown-person",
            Self::TwoPeople => "two-people-one-folder",
            Self::SameName => "same-name",
            Self::Contested => "contested",
            Self::Overtaken => "overtaken",
            Self::ChangedSincePublished => "changed-since-published",
        }
    }

    /// Whether it must be settled before the annotations can be relied on.
    pub(super) const fn is_error(self) -> bool {
        !matches!(
            self,
            Self::Newer
                | Self::SameValue
                | Self::Renamed
                | Self::Empty
                | Self::KeptDespiteRemoval
                | Self::EvidenceGone
                | Self::Needs
                | Self::Layout
                | Self::Leftover
                | Self::TwoPeople
                | Self::SameName
                | Self::Contested
                | Self::Overtaken
                | Self::ChangedSincePublished
        )
    }

    /// Whether only the notebook's owner can settle it, the file being sound.
    pub(super) const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Conflict
                | Self::UnknownVerdict
                | Self::Stale
                | Self::Ambiguous
                | Self::Lost
                | Self::ArticleGone
        )
    }

    /// Whether writing the file anew settles it.
    pub(super) const fn is_fixable(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::ConflictMarkers
                | Self::Damaged
                | Self::Doubled
                | Self::KeptDespiteRemoval
                | Self::Layout
                | Self::Leftover
                | Self::Renamed
        )
    }
}

/// Looks at everything, and repairs what lies in folders that `may_fix` names; the number of
/// notebooks, and the problems in order of file.
pub(super) fn all(
    library: &Library,
    labels: &[Label],
    may_fix: Option<&dyn Fn(&str) -> bool>,
) -> (usize, Vec<Problem>) {
    let desk = library.desk();
    let notebooks = desk.notebooks();
    let mut problems = Vec::new();
    let left_out = LazyCell::new(|| {
        let repo = Repo::discover(desk.root()).ok();
        repo.and_then(|repo| repo.left_out(desk.seeds()).ok()).unwrap_or_default()
    });
    for found in &notebooks {
        let file = name_below(desk, &found.path);
        let is_left_out =
            |name: &str| desk.article_path(name).is_some_and(|path| left_out.contains(&path));
        let mut book = Inspection {
            library,
            desk,
            labels,
            file,
            found,
            article: found.article.clone(),
            is_left_out: &is_left_out,
            problems: Vec::new(),
        };
        book.inspect(may_fix.is_some_and(|may| may(&found.slug)));
        problems.extend(book.problems);
    }
    for path in desk.strays() {
        let message = "a notebook belongs into a folder named after its annotator".to_owned();
        problems.push(Problem::new(name_below(desk, &path), Kind::WrongPlace, message));
    }
    for path in desk.leftovers() {
        let message = "left behind by a claimdesk that was killed while saving".to_owned();
        let mut problem = Problem::new(name_below(desk, &path), Kind::Leftover, message);
        let may = may_fix.is_some_and(|may| problem.folder(desk).is_some_and(may));
        problem.fixed = may && desk.remove_leftover(&path).is_ok();
        problems.push(problem);
    }
    problems.extend(desk.articles().entries.iter().filter_map(|entry| source(desk, &entry.name)));
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    (notebooks.len(), problems)
}

/// What is wrong with the file that says where an article comes from.
fn source(desk: &Desk, article: &str) -> Option<Problem> {
    let error = desk.provenance(article).err()?;
    let file = name_below(desk, &error.path);
    let (line, message) = match error.why {
        Why::Form(error) => (Some((error.line, error.column)), error.what),
        Why::System(error) => (None, error.to_string()),
    };
    Some(Problem { line, ..Problem::new(file, Kind::Source, message) })
}

pub(super) fn name_below(desk: &Desk, path: &Path) -> String {
    path.strip_prefix(desk.root()).unwrap_or(path).display().to_string()
}

impl Problem {
    pub(super) fn new(file: String, kind: Kind, message: String) -> Self {
        let (line, annotation, fixed, is_theirs) = (None, None, false, false);
        Self { file, line, annotation, kind, message, fixed, is_theirs }
    }
}

impl Problem {
    /// The folder of annotations that the file lies in.
    pub(super) fn folder<'a>(&'a self, desk: &Desk) -> Option<&'a str> {
        let annotations = desk.annotations().strip_prefix(desk.root()).ok()?;
        let below = Path::new(&self.file).strip_prefix(annotations).ok()?;
        below.iter().next()?.to_str()
    }
}

/// One notebook under inspection.
struct Inspection<'a> {
    library: &'a Library,
    desk: &'a Desk,
    labels: &'a [Label],
    file: String,
    found: &'a NotebookPath,
    /// The name of its article today.
    article: String,
    /// Whether an article that is not there is only left out of a sparse checkout.
    is_left_out: &'a dyn Fn(&str) -> bool,
    problems: Vec<Problem>,
}

impl Inspection<'_> {
    fn inspect(&mut self, fix: bool) {
        let mut notebook = self.desk.notebook_at(self.found);
        if let Some(refusal) = notebook.refusal() {
            self.refused(&refusal.clone());
            return;
        }
        self.repairs(&notebook);
        self.follow(&mut notebook);
        let fixable = self.problems.iter().any(|p| p.kind.is_fixable());
        if fix && fixable {
            self.fix(&mut notebook);
        }
        self.place(&notebook);
        self.annotations(&notebook);
    }

    fn tell(&mut self, kind: Kind, id: Option<&AnnotationId>, message: impl Into<String>) {
        let mut problem = Problem::new(self.file.clone(), kind, message.into());
        problem.annotation = id.cloned();
        self.problems.push(problem);
    }

    fn refused(&mut self, refusal: &Refusal) {
        let kind = match refusal {
            Refusal::Broken(error) => {
                self.tell(Kind::Schema, None, format!("{}; {}", error.what, error.hint));
                let place = Some((error.line, error.column));
                self.problems.iter_mut().for_each(|p| p.line = place);
                return;
            }
            Refusal::Newer(_) => Kind::Newer,
            Refusal::Unreadable(_) => Kind::Unreadable,
            Refusal::Outside => Kind::Outside,
        };
        self.tell(kind, None, format!("{refusal}; {}", refusal.hint()));
    }

    fn repairs(&mut self, notebook: &NotebookFile) {
        for repair in notebook.repairs() {
            let (kind, id) = match repair {
                Repair::Empty => (Kind::Empty, None),
                Repair::ConflictMarkers => (Kind::ConflictMarkers, None),
                Repair::Structure => (Kind::Damaged, None),
                Repair::DoubledEntry(id) | Repair::DoubledField(id, _) => (Kind::Doubled, Some(id)),
                Repair::KeptDespiteRemoval(id) => (Kind::KeptDespiteRemoval, Some(id)),
                // Told below, as long as it stands in the notebook.
                Repair::Conflict(_) => continue,
            };
            self.tell(kind, id, repair.to_string());
        }
        if notebook.repairs().is_empty() && !notebook.is_canonical() {
            self.tell(Kind::Layout, None, "not laid out as claimdesk does, so git merges it badly");
        }
    }

    fn fix(&mut self, notebook: &mut NotebookFile) {
        match notebook.rewrite() {
            Ok(_) => {
                for p in self.problems.iter_mut().filter(|p| p.kind.is_fixable()) {
                    p.fixed = true;
                }
            }
            Err(error) => self.tell(Kind::NotSaved, None, format!("{error}; {}", error.hint())),
        }
    }

    /// Whether its article has another name now: then the notebook is right but for its own.
    fn follow(&mut self, notebook: &mut NotebookFile) {
        let is_there = |name: &str| self.desk.article_path(name).is_some_and(|path| path.exists());
        let said = notebook.notebook().article.clone();
        if is_there(&self.found.article) {
            // Both were moved; only the name inside is the old one.
            if said != self.found.article && !is_there(&said) {
                let message = format!("it says it is about `{said}`, which has this name now");
                self.tell(Kind::Renamed, None, message);
            }
            return;
        }
        if let Some(name) = self.library.today(self.found) {
            let message = format!("`{}` is now `{name}`: its verdicts follow", self.found.article);
            self.tell(Kind::Renamed, None, message);
            let annotator = Annotator::new(&self.found.slug).in_folder(&self.found.slug);
            *notebook = self.desk.notebook_moving(&annotator, &self.found.article, &name);
            self.article = name;
        }
    }

    fn place(&mut self, notebook: &NotebookFile) {
        let (article, name) = (&notebook.notebook().article, &notebook.notebook().annotator);
        let is_renamed = self.problems.iter().any(|p| p.kind == Kind::Renamed);
        if *article != self.article && !is_renamed {
            self.tell(
                Kind::WrongPlace,
                None,
                format!(
                    "it says it is about `{article}`, and stands where `{}` belongs",
                    self.article
                ),
            );
        }
        let slug = Annotator::new(name).slug().to_owned();
        // A folder whose name is no slug is read as it stands.
        if slug != self.found.slug && slug != Annotator::new(&self.found.slug).slug() {
            self.tell(
                Kind::WrongPlace,
                None,
                format!(
                    "it says it is by {name}, whose folder is `{slug}`, and stands in `{}`",
                    self.found.slug
                ),
            );
        }
    }

    fn annotations(&mut self, notebook: &NotebookFile) {
        for (id, a) in &notebook.notebook().annotations {
            if !a.conflict.is_empty() {
                let message = format!("annotation {} has two values for one field: choose", id.0);
                self.tell(Kind::Conflict, Some(id), message);
            }
            if let Some(verdict) =
                a.verdict.as_ref().filter(|v| self.labels.iter().all(|l| l.id != **v))
            {
                let message =
                    format!("annotation {}: no verdict `{}` on this desk", id.0, verdict.0);
                self.tell(Kind::UnknownVerdict, Some(id), message);
            }
            let label = a.verdict.as_ref().and_then(|v| self.labels.iter().find(|l| l.id == *v));
            let needs: Vec<_> = label.into_iter().flat_map(|label| label.lacks(a)).collect();
            for need in needs {
                let verdict = a.verdict.as_ref().map_or("", |verdict| &verdict.0);
                let message = format!("annotation {}: {verdict} without {}", id.0, need.name());
                self.tell(Kind::Needs, Some(id), message);
            }
            for kept in a.evidence.iter().filter_map(|e| e.archived.as_ref()) {
                if !self.desk.root().join(kept).is_file() {
                    let message = format!("annotation {}: the copy `{kept}` is gone", id.0);
                    self.tell(Kind::EvidenceGone, Some(id), message);
                }
            }
            for article in a.evidence.iter().filter_map(|e| e.article.as_ref()) {
                let there = self.desk.article_path(article).is_some_and(|path| path.exists());
                if !there && !(self.is_left_out)(article) {
                    let message = format!("annotation {}: the evidence `{article}` is gone", id.0);
                    self.tell(Kind::EvidenceGone, Some(id), message);
                }
            }
        }
        self.anchors(notebook.notebook());
    }

    fn anchors(&mut self, notebook: &Notebook) {
        let name = &self.article.clone();
        let doc = match self.library.document(name) {
            Ok((doc, _)) => doc,
            Err(error) => {
                let gone = error.is_gone();
                if gone && (self.is_left_out)(name) {
                    return;
                }
                let kind = if gone { Kind::ArticleGone } else { Kind::ArticleUnreadable };
                self.tell(kind, None, error.to_string());
                return;
            }
        };
        for placed in self.library.decisions(&doc, notebook, &[]).own() {
            self.anchor(placed, &doc);
        }
    }

    fn anchor(&mut self, placed: &Placed<'_>, doc: &Document) {
        let was = &placed.annotation.selector.exact;
        let (kind, message) = match &placed.standing {
            Standing::Firm | Standing::Beside(_) => return,
            Standing::SameValue(_) => {
                let is = doc.to_original_bytes(placed.span).of(doc.original());
                (Kind::SameValue, format!("the same value, said otherwise: {was:?} is now {is:?}"))
            }
            Standing::Stale(_) => {
                let is = doc.to_original_bytes(placed.span).of(doc.original());
                (Kind::Stale, format!("the words have changed: {was:?} is now {is:?}"))
            }
            Standing::Ambiguous(places) => {
                let n = places.len();
                (Kind::Ambiguous, format!("the words may be any of {n} places: {was:?}"))
            }
            Standing::Lost(_) => (Kind::Lost, format!("the words are gone: {was:?}")),
        };
        self.tell(kind, Some(placed.id), format!("annotation {}: {message}", placed.id.0));
    }
}
