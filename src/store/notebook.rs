//! One notebook's file among other writers: load, merge, save.
//!
//! Before writing, the file is read again under a lock. If it is not what it
//! was, somebody else has written (another window, a script, `git pull`), and
//! what is written is the three-way merge of what both made of the version
//! last seen. The bytes go to a new file in the same folder, are flushed, and
//! take the old file's place in one step: after a crash at any moment the file
//! is whole, old or new.
//!
//! Invariant: what was loaded or acknowledged stays, unless a file that can be read lacks it on
//! purpose (see [`crate::core::annotation::memory`]). An empty, missing or broken file says
//! nothing. A file once made is never removed by us, even when its last annotation is: git asks
//! no merge driver where one side has deleted the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{Disk, Files, folder_of};
use super::format::{self, Parsed, Repair, Style};
use super::history::{Activity, History, Moment, Untracked};
use super::inside;
use super::refusal::{Refusal, SaveError, Step};
use crate::core::annotation::memory::{self, Decided, Heard};
use crate::core::annotation::merge::{self, Notice};
use crate::core::annotation::{Annotation, Notebook};

/// A notebook's file, and what is remembered of it.
#[derive(Clone, Debug)]
pub struct NotebookFile {
    /// The desk, which no link may lead out of.
    desk: PathBuf,
    path: PathBuf,
    /// Where it belongs, when its article was renamed: the next save moves it there.
    home: Option<PathBuf>,
    /// The article's name today.
    article: String,
    /// Copies of it that a program left which syncs folders: they are read with it.
    copies: Vec<PathBuf>,
    /// Articles that its evidence names, by the names they have now.
    renamed: BTreeMap<String, String>,
    history: Arc<dyn History>,
    seen: Seen,
    stand: Stand,
    decided: Decided,
    /// A person has said that what is remembered is to be written back.
    insists: bool,
    /// A person has said that what was there is to be forgotten.
    forgot: bool,
}

/// The file when last seen, and what of the time before counts still.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// None: there was no file.
    bytes: Option<Vec<u8>>,
    /// The copies that were read with it.
    copies: Vec<(PathBuf, Vec<u8>)>,
    notebook: Notebook,
    style: Style,
    repairs: Vec<Repair>,
    refusal: Option<Refusal>,
}

/// Where version control stood when the file was last seen.
#[derive(Clone, Debug, Default)]
struct Stand {
    moment: Moment,
    /// The commit, once it was asked for; it may be known only while nothing has moved since.
    commit: Option<String>,
}

/// A look at the file.
enum Look {
    /// There is none.
    Nothing,
    /// It has no contents.
    Empty(Seen),
    /// It is a notebook, readable at least.
    Notebook(Seen),
}

/// What a save came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// What stands on disk now: ours, and what others wrote meanwhile.
    pub notebook: Notebook,
    /// Whether others had written, so that `notebook` is not what was given.
    pub merged: bool,
    /// What the merge has to tell.
    pub notices: Vec<Notice>,
}

/// What reading a file again came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It was read.
    Read {
        /// What was kept although the file lacks it.
        kept: Vec<Notice>,
        /// Whether the file lacks something that counts, so that it should be written.
        owes: bool,
    },
    /// It was there and is gone; what it held is remembered.
    Gone,
    /// It held annotations and is empty; they are remembered.
    Emptied,
    /// It cannot be used: see [`NotebookFile::refusal`].
    Refused,
}

impl NotebookFile {
    /// Reads a notebook. A file that is not there gives an empty one of this
    /// name and article; a file that cannot be used gives a [`Refusal`].
    pub fn load(
        desk: &Path,
        path: PathBuf,
        annotator: &str,
        article: &str,
        history: Arc<dyn History>,
    ) -> Self {
        let seen = Seen { notebook: blank(annotator, article), ..Seen::default() };
        let (stand, decided) = (Stand::default(), Decided::new());
        let desk = desk.to_owned();
        let (home, article) = (None, article.to_owned());
        let (copies, renamed) = (Vec::new(), BTreeMap::new());
        let mut file = Self {
            desk,
            path,
            home,
            article,
            copies,
            renamed,
            history,
            seen,
            stand,
            decided,
            insists: false,
            forgot: false,
        };
        file.stand.moment = file.history.moment();
        file.look_first();
        file
    }

    fn look_first(&mut self) {
        match self.look(&Disk) {
            Ok(Look::Nothing) => {}
            Ok(Look::Empty(seen) | Look::Notebook(seen)) => self.seen = seen,
            Err(refusal) => self.seen.refusal = Some(refusal),
        }
    }

    /// The same, read with copies of it that a program left which syncs folders; the next save
    /// takes them over and removes them.
    #[must_use]
    pub fn with_copies(mut self, copies: Vec<PathBuf>) -> Self {
        self.set_copies(copies);
        self.look_first();
        self
    }

    /// These are the copies that lie beside it now: they count when it is read again.
    pub fn set_copies(&mut self, copies: Vec<PathBuf>) {
        self.copies = copies;
    }

    /// Lets evidence name articles by the names they have now; the next save writes them.
    pub fn renaming(&mut self, renamed: BTreeMap<String, String>) {
        rename(&mut self.seen.notebook, &renamed);
        self.renamed = renamed;
    }

    /// The same, to be moved at the next save: its article has another name now.
    #[must_use]
    pub(super) fn moving_to(mut self, home: PathBuf, article: &str) -> Self {
        article.clone_into(&mut self.seen.notebook.article);
        Self { home: Some(home), ..self }
    }

    /// A notebook that has no place in the desk: the article's name leads outside.
    pub(super) fn misplaced(annotator: &str, article: &str) -> Self {
        let notebook = blank(annotator, article);
        let seen = Seen { notebook, refusal: Some(Refusal::Outside), ..Seen::default() };
        Self {
            desk: PathBuf::new(),
            path: PathBuf::new(),
            home: None,
            article: article.to_owned(),
            copies: Vec::new(),
            renamed: BTreeMap::new(),
            history: Arc::new(Untracked),
            seen,
            stand: Stand::default(),
            decided: Decided::new(),
            insists: false,
            forgot: false,
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file as a person is told of it: its path below the desk.
    pub fn shown_path(&self) -> PathBuf {
        self.path.strip_prefix(&self.desk).unwrap_or(&self.path).to_owned()
    }

    /// What it held when last read or written, and what of the time before counts still: the
    /// base of the next merge.
    pub fn notebook(&self) -> &Notebook {
        &self.seen.notebook
    }

    /// Whether there was a file.
    pub fn exists(&self) -> bool {
        self.seen.bytes.is_some()
    }

    /// Why it is read-only; none where it may be written.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.seen.refusal.as_ref()
    }

    /// What was found damaged and is mended at the next save.
    pub fn repairs(&self) -> &[Repair] {
        &self.seen.repairs
    }

    /// Whether it is laid out as a save would.
    pub fn is_canonical(&self) -> bool {
        let written = || format::serialize(&self.seen.notebook, self.seen.style);
        self.seen.bytes.as_ref().is_none_or(|bytes| *bytes == written())
    }

    /// Whether git is replacing files at this moment: better to read and write a little later.
    pub fn is_busy(&self) -> bool {
        self.history.moment().activity == Activity::Working
    }

    /// Finds out which commit the contents stand on. It takes a program, so this is for when
    /// nobody waits; where it was not done in time, more is kept than need be.
    pub fn settle(&mut self) {
        let is_still = |history: &dyn History, then: Moment| {
            then.activity == Activity::Resting && history.moment() == then
        };
        if self.stand.commit.is_none() && is_still(&*self.history, self.stand.moment) {
            let commit = self.history.commit();
            // Had it moved meanwhile, the commit would be another one's.
            self.stand.commit = commit.filter(|_| is_still(&*self.history, self.stand.moment));
        }
    }

    /// Writes what it holds, mended and in canonical layout.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn rewrite(&mut self) -> Result<Saved, SaveError> {
        let notebook = self.seen.notebook.clone();
        self.write(&Disk, &notebook, &notebook, true)
    }

    /// Reads the file again. Whoever has changes that are not saved yet merges them, with the
    /// old [`Self::notebook`] as base.
    pub fn reload(&mut self) -> News {
        let moment = self.history.moment();
        let seen = match self.look(&Disk) {
            Ok(Look::Nothing) if self.would_miss() => return News::Gone,
            Ok(Look::Empty(_)) if self.would_miss() => return News::Emptied,
            Ok(Look::Nothing) => self.empty(),
            Ok(Look::Empty(seen) | Look::Notebook(seen)) => seen,
            Err(refusal) => Seen { refusal: Some(refusal), ..self.empty() },
        };
        if let Some(Refusal::Newer(_)) | None = seen.refusal {
            let Heard { notebook, notices } = self.hear(moment, &seen);
            let owes = notebook != seen.notebook && seen.refusal.is_none();
            self.seen = Seen { notebook, ..seen };
            self.stand_at(moment);
            return News::Read { kept: notices, owes };
        }
        // What cannot be understood says nothing of what was there.
        self.seen = Seen { notebook: self.seen.notebook.clone(), ..seen };
        News::Refused
    }

    /// From now on what is remembered may be written where the file is gone or empty, as a
    /// person has asked for.
    pub fn insist(&mut self) {
        self.insists = true;
    }

    /// Forgets what was remembered of a file that is gone.
    pub fn forget(&mut self) {
        self.seen = self.empty();
        self.decided.clear();
        self.forgot = true;
    }

    /// Takes over what a copy of the notebook says that was made beside it, as from the other side
    /// of a conflict: two values for one field become a choice.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn take_over(&mut self, copy: &Notebook) -> Result<Saved, SaveError> {
        let base = self.seen.notebook.without_annotations();
        let ours = Notebook { annotations: copy.annotations.clone(), ..base.clone() };
        self.save(&base, &ours)
    }

    /// Saves `ours`, which was made from `base`: what the caller was last given.
    ///
    /// The caller says so because saves may be on their way: what was merged in by
    /// the one before is not in `ours` yet, and must not look as if removed.
    ///
    /// # Errors
    /// Where nothing was written. The file is as it was, old and whole.
    pub fn save(&mut self, base: &Notebook, ours: &Notebook) -> Result<Saved, SaveError> {
        self.save_with(&Disk, base, ours)
    }

    /// Saves over a file system of the caller's.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub fn save_with(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
    ) -> Result<Saved, SaveError> {
        self.write(files, base, ours, false)
    }

    fn write(
        &mut self,
        files: &impl Files,
        base: &Notebook,
        ours: &Notebook,
        anew: bool,
    ) -> Result<Saved, SaveError> {
        if self.seen.refusal.as_ref().is_some_and(|r| *r == Refusal::Outside) {
            return Err(self.refused(Refusal::Outside));
        }
        let path = self.target().map_err(|refusal| self.refused(refusal))?;
        let folder = folder_of(&path).to_owned();
        let failed = |step| {
            let path = self.shown_path();
            move |source| SaveError::Failed { step, path, source }
        };
        let moment = self.history.moment();
        if self.would_miss() && !self.insists && !folder.is_dir() {
            return Err(SaveError::Gone { path: self.shown_path() });
        }
        files.make_folder(&folder).map_err(failed(Step::MakeFolder))?;
        let _lock = files.lock(&folder).map_err(failed(Step::Lock))?;
        let (now, heard) = self.heard(files, moment)?;
        let mut merged = merge::merge(base, ours, &heard.notebook);
        merged.notebook.article.clone_from(&self.article);
        rename(&mut merged.notebook, &self.renamed);
        let saved = Saved {
            merged: merged.notebook != *ours,
            notebook: merged.notebook,
            notices: merged.notices.into_iter().chain(heard.notices).collect(),
        };
        let unchanged = !anew && now.repairs.is_empty() && now.notebook == saved.notebook;
        let bytes = match &now.bytes {
            Some(bytes) if unchanged => bytes.clone(), // as its author laid it out
            _ => format::serialize(&saved.notebook, now.style),
        };
        if now.bytes.as_ref() != Some(&bytes) {
            let mut file = files.create(&path).map_err(failed(Step::Create))?;
            files.write(&mut file, &bytes).map_err(failed(Step::Write))?;
            files.sync(&file).map_err(failed(Step::Flush))?;
            files.replace(file, &path).map_err(failed(Step::Replace))?;
        }
        let taken = remove_copies(files, &now.copies);
        files.sync_folder(&folder).map_err(failed(Step::FlushFolder))?;
        let from = self.shown_path();
        self.copies.retain(|copy| !taken.contains(copy));
        let moved = self.move_home(files);
        moved.map_err(|source| SaveError::Failed { step: Step::Replace, path: from, source })?;
        memory::note(&mut self.decided, base, ours);
        self.seen = Seen {
            bytes: Some(bytes),
            notebook: saved.notebook.clone(),
            style: now.style,
            ..Seen::default()
        };
        self.stand_at(moment);
        self.insists = false;
        Ok(saved)
    }

    /// Moves the file to where its article's name of today puts it, unless one stands there.
    fn move_home(&mut self, files: &impl Files) -> std::io::Result<()> {
        let Some(home) = self.home.take_if(|home| !home.exists()) else { return Ok(()) };
        files.make_folder(folder_of(&home))?;
        std::fs::rename(&self.path, &home)?;
        files.sync_folder(folder_of(&home))?;
        self.path = home;
        Ok(())
    }

    /// The file as it is now, and what it comes to, given what is remembered.
    fn heard(&self, files: &impl Files, moment: Moment) -> Result<(Seen, Heard), SaveError> {
        let known = || Heard { notebook: self.seen.notebook.clone(), notices: Vec::new() };
        let path = || self.shown_path();
        match self.look(files) {
            Err(refusal) | Ok(Look::Notebook(Seen { refusal: Some(refusal), .. })) => {
                Err(self.refused(refusal))
            }
            Ok(Look::Nothing) if self.would_miss() && !self.insists => {
                Err(SaveError::Gone { path: path() })
            }
            Ok(Look::Empty(_)) if self.would_miss() && !self.insists => {
                Err(SaveError::Emptied { path: path() })
            }
            Ok(Look::Nothing) => Ok((self.empty(), self.unseen()?.unwrap_or_else(known))),
            Ok(Look::Empty(now)) => Ok((now, self.unseen()?.unwrap_or_else(known))),
            Ok(Look::Notebook(now)) => {
                let heard = self.hear(moment, &now);
                Ok((now, heard))
            }
        }
    }

    /// What the file's contents come to, read at this moment.
    fn hear(&self, moment: Moment, now: &Seen) -> Heard {
        let (known, disk) = (&self.seen.notebook, &now.notebook);
        let same_file = self.seen.bytes == now.bytes && self.seen.copies == now.copies;
        if *known == *disk || same_file {
            // It says what it said before.
            return Heard { notebook: known.clone(), notices: Vec::new() };
        }
        if moment == self.stand.moment && moment.activity == Activity::Resting {
            return memory::hear(known, &self.decided, disk);
        }
        let versions = self.history.versions(self.stand.commit.as_deref(), &self.path);
        let version = |bytes: Option<Vec<u8>>| Some(format::parse(&bytes?).ok()?.notebook);
        let versions: Vec<_> = versions.into_iter().map(version).collect();
        memory::hear_git(known, &self.decided, &versions, disk)
    }

    /// The contents are as of this moment. The commit they were made from stays known only
    /// while nothing has moved.
    fn stand_at(&mut self, moment: Moment) {
        if self.stand.moment != moment || moment.activity != Activity::Resting {
            self.stand = Stand { moment, commit: None };
        }
    }

    /// Whether something would be missed if the file were not there or empty.
    fn would_miss(&self) -> bool {
        self.exists() && !self.seen.notebook.annotations.is_empty()
    }

    /// What version control has of a file that had no contents from the first look on: whoever
    /// emptied or removed it did not say that all of it is withdrawn.
    ///
    /// # Errors
    /// Where there is something, and nobody has said that it is to be written back.
    fn unseen(&self) -> Result<Option<Heard>, SaveError> {
        let is_new = self.forgot || !self.seen.notebook.annotations.is_empty();
        if is_new || !self.history.has(&self.path) {
            return Ok(None);
        }
        if !self.insists {
            return Err(SaveError::Gone { path: self.shown_path() });
        }
        // The index comes last: it is the newest.
        let versions = self.history.versions(None, &self.path).into_iter().flatten();
        let bytes = versions.last().unwrap_or_default();
        let parsed = format::parse(&bytes).map_err(|e| self.refused(Refusal::Broken(e)))?;
        Ok(Some(Heard { notebook: parsed.notebook, notices: Vec::new() }))
    }

    /// Reads the file as it is now.
    fn look(&self, files: &impl Files) -> Result<Look, Refusal> {
        let path = self.target()?;
        let bytes = files.read(&path).map_err(|e| Refusal::Unreadable(e.to_string()))?;
        let Some(bytes) = bytes else { return Ok(Look::Nothing) };
        let ask = || self.history.sides(&path);
        let Parsed { mut notebook, repairs, newer, style } =
            format::parse_with(&bytes, &ask).map_err(Refusal::Broken)?;
        if notebook.article.is_empty() && notebook.annotator.is_empty() {
            notebook.article.clone_from(&self.seen.notebook.article);
            notebook.annotator.clone_from(&self.seen.notebook.annotator);
        }
        let refusal = newer.map(Refusal::Newer);
        let mut seen =
            Seen { bytes: Some(bytes), copies: Vec::new(), notebook, style, repairs, refusal };
        self.take_copies(files, &mut seen);
        let is_empty = seen.repairs.contains(&Repair::Empty) && seen.copies.is_empty();
        Ok(if is_empty { Look::Empty(seen) } else { Look::Notebook(seen) })
    }

    /// Merges the copies into what the file says, as the sides of a conflict are.
    fn take_copies(&self, files: &impl Files, seen: &mut Seen) {
        if seen.refusal.is_some() {
            return;
        }
        for path in &self.copies {
            let inside = inside::target(&self.desk, path).ok();
            let bytes = inside.and_then(|path| files.read(&path).ok().flatten());
            let parsed = bytes.and_then(|bytes| Some((format::parse(&bytes).ok()?, bytes)));
            let Some((parsed, bytes)) = parsed.filter(|(parsed, _)| parsed.newer.is_none()) else {
                continue;
            };
            let (article, annotator) = (&seen.notebook.article, &seen.notebook.annotator);
            let (article, annotator) = (article.clone(), annotator.clone());
            let copy = Notebook { article, annotator, ..parsed.notebook };
            let merged = merge::merge(&Notebook::default(), &seen.notebook, &copy);
            seen.notebook = merged.notebook;
            seen.repairs.push(Repair::Copy);
            seen.copies.push((path.clone(), bytes));
        }
    }

    fn empty(&self) -> Seen {
        let notebook = blank(&self.seen.notebook.annotator, &self.seen.notebook.article);
        Seen { notebook, ..Seen::default() }
    }

    /// Where the bytes are: the path itself, or where its links lead inside the desk.
    fn target(&self) -> Result<PathBuf, Refusal> {
        inside::target(&self.desk, &self.path).map_err(|_| Refusal::Outside)
    }

    fn refused(&self, refusal: Refusal) -> SaveError {
        SaveError::Refused { path: self.shown_path(), refusal }
    }
}

/// Removes copies whose contents are in the file now; gives those that are gone. One that has changed
/// meanwhile, or cannot be removed, is read again with the file.
fn remove_copies(files: &impl Files, taken: &[(PathBuf, Vec<u8>)]) -> Vec<PathBuf> {
    let is_same = |(path, bytes): &&(PathBuf, Vec<u8>)| {
        files.read(path).is_ok_and(|now| now.as_ref() == Some(bytes))
    };
    let taken = taken.iter().filter(is_same).map(|(path, _)| path);
    taken.filter(|path| std::fs::remove_file(path).is_ok()).cloned().collect()
}

/// Lets evidence name articles by the names they have now.
fn rename(notebook: &mut Notebook, renamed: &BTreeMap<String, String>) {
    if renamed.is_empty() {
        return;
    }
    let names = |annotation: &Annotation| {
        annotation.evidence.iter().filter_map(|e| renamed.get(e.article.as_ref()?)).count() > 0
    };
    let all = notebook.annotations.iter().filter(|(_, annotation)| names(annotation));
    for id in all.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        let evidence = notebook.annotations.get_mut(&id).into_iter().flat_map(|a| &mut a.evidence);
        for article in evidence.filter_map(|evidence| evidence.article.as_mut()) {
            if let Some(now) = renamed.get(article) {
                article.clone_from(now);
            }
        }
    }
}

fn blank(annotator: &str, article: &str) -> Notebook {
    Notebook { article: article.to_owned(), annotator: annotator.to_owned(), ..Notebook::default() }
}
