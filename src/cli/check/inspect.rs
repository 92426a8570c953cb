//! Finding problems, one notebook after the other.

use std::cell::LazyCell;

use super::super::output::on_one_line;
use super::super::review::label_name;
use super::super::show::choices;
use super::files;
use super::problem::{Kind, Problem};
use crate::app::words;
use crate::core::annotation::{AnnotationId, Label, Notebook};
use crate::core::article::Document;
use crate::core::review::{Placed, Standing};
use crate::core::typed;
use crate::desk::{Library, Orphan};
use crate::git::Repo;
use crate::i18n::{Message, line as say};
use crate::store::annotator::Annotator;
use crate::store::desk::{Desk, NotebookPath};
use crate::store::format::Repair;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::Refusal;

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
    let (copies, notebooks): (Vec<_>, Vec<_>) =
        notebooks.into_iter().partition(|found| desk.copied(found).is_some());
    for copy in &copies {
        problems.push(files::copied(desk, copy, may_fix.is_some_and(|may| may(&copy.slug))));
    }
    let orphans = LazyCell::new(|| library.orphans());
    for found in &notebooks {
        let file = desk.name_below(&found.path);
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
            orphan: &|| orphans.iter().find(|orphan| orphan.path == *found).cloned(),
            problems: Vec::new(),
        };
        book.inspect(may_fix.is_some_and(|may| may(&found.slug)));
        problems.extend(book.problems);
    }
    for path in desk.strays() {
        let file = desk.name_below(&path);
        problems.push(Problem::new(file, Kind::WrongPlace, say::STRAY_NOTEBOOK));
    }
    for path in desk.leftovers() {
        let mut problem = Problem::new(desk.name_below(&path), Kind::Leftover, say::LEFT_BEHIND);
        let may = may_fix.is_some_and(|may| problem.folder(desk).is_some_and(may));
        problem.fixed = may && desk.remove_leftover(&path).is_ok();
        problems.push(problem);
    }
    problems.extend(files::sources(desk));
    problems.extend(files::articles(desk));
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    (notebooks.len(), problems)
}

/// So many articles are named in which words stand.
const PARTS: usize = 5;

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
    /// Where its words stand, when its article is gone.
    orphan: &'a dyn Fn() -> Option<Orphan>,
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
        for (old, new) in self.library.renew_evidence(&mut notebook) {
            self.tell(Kind::Renamed, None, say::EVIDENCE_RENAMED.with(&[&old, &new]));
        }
        let fixable = self.problems.iter().any(|p| p.kind.is_fixable());
        if fix && fixable {
            self.fix(&mut notebook);
        }
        self.place(&notebook);
        self.annotations(&notebook);
    }

    fn tell(&mut self, kind: Kind, id: Option<&AnnotationId>, message: impl Into<Message>) {
        let mut problem = Problem::new(self.file.clone(), kind, message);
        problem.annotation = id.cloned();
        self.problems.push(problem);
    }

    fn refused(&mut self, refusal: &Refusal) {
        let kind = match refusal {
            Refusal::Broken(error) => {
                let message = say::AND_HINT.with(&[&error.what, &error.hint]);
                self.tell(Kind::Schema, None, message);
                let place = Some((error.line, error.column));
                self.problems.iter_mut().for_each(|p| p.line = place);
                return;
            }
            Refusal::Newer(_) => Kind::Newer,
            Refusal::Unreadable(_) => Kind::Unreadable,
            Refusal::Outside => Kind::Outside,
        };
        let why = Message::of(|lang| words::refusal(lang, refusal));
        let hint = Message::of(|lang| words::refusal_hint(lang, refusal).to_owned());
        self.tell(kind, None, say::AND_HINT.with(&[&why, &hint]));
    }

    fn repairs(&mut self, notebook: &NotebookFile) {
        for repair in notebook.repairs() {
            let (kind, id) = match repair {
                Repair::Empty => (Kind::Empty, None),
                Repair::ConflictMarkers => (Kind::ConflictMarkers, None),
                Repair::Structure | Repair::CutShort => (Kind::Damaged, None),
                Repair::DoubledEntry(id) | Repair::DoubledField(id, _) => (Kind::Doubled, Some(id)),
                Repair::KeptDespiteRemoval(id) => (Kind::KeptDespiteRemoval, Some(id)),
                // Told below, as long as it stands in the notebook; a copy as a file of its own.
                Repair::Conflict(_) | Repair::Copy => continue,
            };
            self.tell(kind, id, Message::of(|lang| words::repair(lang, repair)));
        }
        if notebook.repairs().is_empty() && !notebook.is_canonical() {
            self.tell(Kind::Layout, None, say::NOT_LAID_OUT);
        }
    }

    fn fix(&mut self, notebook: &mut NotebookFile) {
        match notebook.rewrite() {
            Ok(_) => {
                for p in self.problems.iter_mut().filter(|p| p.kind.is_fixable()) {
                    p.fixed = true;
                }
            }
            Err(error) => {
                let message = Message::of(|lang| words::unsaved(lang, &error));
                self.tell(Kind::NotSaved, None, message);
            }
        }
    }

    /// Whether its article has another name now: then the notebook is right but for its own.
    fn follow(&mut self, notebook: &mut NotebookFile) {
        let is_there = |name: &str| self.desk.article_path(name).is_some_and(|path| path.exists());
        let said = notebook.notebook().article.clone();
        if is_there(&self.found.article) {
            // Both were moved; only the name inside is the old one.
            if said != self.found.article && !is_there(&said) {
                self.tell(Kind::Renamed, None, say::SAYS_OLD_NAME.with(&[&said]));
            }
            return;
        }
        if let Some(name) = self.library.today(self.found) {
            let message = say::ARTICLE_RENAMED.with(&[&self.found.article, &name]);
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
            let message = say::STANDS_ELSEWHERE.with(&[article, &self.article]);
            self.tell(Kind::WrongPlace, None, message);
        }
        let slug = Annotator::new(name).slug().to_owned();
        // A folder whose name is no slug is read as it stands.
        if slug != self.found.slug && slug != Annotator::new(&self.found.slug).slug() {
            let message = say::IN_ANOTHERS_FOLDER.with(&[name, &slug, &self.found.slug]);
            self.tell(Kind::WrongPlace, None, message);
        }
    }

    fn annotations(&mut self, notebook: &NotebookFile) {
        for (id, a) in &notebook.notebook().annotations {
            if !a.conflict.is_empty() {
                let quote = on_one_line(&a.selector.exact);
                let choices = Message::of(|lang| choices(lang, self.labels, a));
                let message = of(id, &say::TWO_VALUES.with(&[&quote, &choices]));
                self.tell(Kind::Conflict, Some(id), message);
            }
            if let Some(verdict) =
                a.verdict.as_ref().filter(|v| self.labels.iter().all(|l| l.id != **v))
            {
                let message = of(id, &say::NO_VERDICT.with(&[&verdict.0]));
                self.tell(Kind::UnknownVerdict, Some(id), message);
            }
            let label = a.verdict.as_ref().and_then(|v| self.labels.iter().find(|l| l.id == *v));
            let needs: Vec<_> = label.into_iter().flat_map(|label| label.lacks(a)).collect();
            for need in needs {
                let verdict = Message::of(|lang| {
                    label.map_or("", |label| label_name(label, lang)).to_owned()
                });
                let message = of(id, &say::WITHOUT.with(&[&verdict, &say::name(need.name())]));
                self.tell(Kind::Needs, Some(id), message);
            }
            for kept in a.evidence.iter().filter_map(|e| e.archived.as_ref()) {
                if !self.desk.root().join(kept).is_file() {
                    let message = of(id, &say::COPY_GONE.with(&[kept]));
                    self.tell(Kind::EvidenceGone, Some(id), message);
                }
            }
            for article in a.evidence.iter().filter_map(|e| e.article.as_ref()) {
                let there = self.desk.article_path(article).is_some_and(|path| path.exists());
                if there || (self.is_left_out)(article) {
                    continue;
                }
                // It follows its article as a notebook does.
                if self.library.name_today(article).is_none() {
                    let message = of(id, &say::EVIDENCE_IS_GONE.with(&[article]));
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
                let says_nothing = notebook.annotations.is_empty() && notebook.note.is_empty();
                if gone && (says_nothing || (self.is_left_out)(name)) {
                    return;
                }
                let (kind, message) = match gone {
                    true => (Kind::ArticleGone, self.gone(notebook)),
                    false => {
                        let why = Message::of(|lang| words::article(lang, &error));
                        (Kind::ArticleUnreadable, why)
                    }
                };
                self.tell(kind, None, message);
                return;
            }
        };
        for placed in self.library.decisions(&doc, notebook, &[]).own() {
            self.anchor(placed, &doc);
        }
    }

    /// That the article is gone, with what is kept and where its words stand now.
    fn gone(&self, notebook: &Notebook) -> Message {
        let name = &self.article;
        let kept = say::KEPT_OF_GONE.with(&[&notebook.annotations.len()]);
        let kept = say::ARTICLE_IS_GONE.with(&[name, &kept]);
        let Some(orphan) = (self.orphan)() else { return kept };
        if let Some((now, quotes)) = orphan.offer() {
            let there = say::QUOTES_STAND_IN.with(&[&quotes, &now]);
            return say::GONE_OFFER.with(&[&kept, &there, &typed::word(name), &typed::word(now)]);
        }
        if orphan.found.is_empty() {
            return kept;
        }
        let parts = Message::of(|lang| {
            let part = |(now, n): &(String, usize)| say::SO_MANY_IN.fill(lang, &[n, now]);
            orphan.found.iter().take(PARTS).map(part).collect::<Vec<_>>().join(", ")
        });
        say::QUOTES_ELSEWHERE.with(&[&kept, &parts])
    }

    /// Where the words of a lost annotation stand now, in an article of the same folder.
    fn elsewhere(&self, was: &str) -> Message {
        let found = self.library.where_stand(&[vec![was]]).concat();
        match found.iter().find(|(article, _)| *article != self.article) {
            Some((article, _)) => say::LOST_BUT_THERE.with(&[&quoted(was), article]),
            None => say::LOST_WORDS.with(&[&quoted(was)]),
        }
    }

    fn anchor(&mut self, placed: &Placed<'_>, doc: &Document) {
        let was = &placed.annotation.selector.exact;
        let (kind, message) = match &placed.standing {
            Standing::Firm | Standing::Beside(_) => return,
            Standing::SameValue(_) => {
                let is = doc.to_original_bytes(placed.span).of(doc.original());
                (Kind::SameValue, say::SAME_VALUE_NOW.with(&[&quoted(was), &quoted(is)]))
            }
            Standing::Stale(_) => {
                let is = doc.to_original_bytes(placed.span).of(doc.original());
                (Kind::Stale, say::WORDS_CHANGED.with(&[&quoted(was), &quoted(is)]))
            }
            Standing::Ambiguous(places) => {
                (Kind::Ambiguous, say::ANY_OF_PLACES.with(&[&places.len(), &quoted(was)]))
            }
            Standing::Lost(_) => (Kind::Lost, self.elsewhere(was)),
        };
        self.tell(kind, Some(placed.id), of(placed.id, &message));
    }
}

/// Words as a program writes them, on one line.
fn quoted(words: &str) -> String {
    format!("{words:?}")
}

/// What is wrong with one annotation.
fn of(id: &AnnotationId, what: &Message) -> Message {
    say::ANNOTATION.with(&[&id.0, what])
}
