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

mod beside;
mod look;
mod save;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Disk;
use super::format::{self, Places, Repair, Style};
use super::history::{Activity, History, Moment, Untracked};
use super::inside;
use look::Look;
pub(crate) use save::Saved;

use super::refusal::{Refusal, SaveError};
use crate::core::annotation::Notebook;
use crate::core::annotation::memory::{Decided, Heard};
use crate::core::annotation::merge::Notice;

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
    /// Articles that its evidence names, with the names they have now.
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
    /// What counts as its contents.
    notebook: Notebook,
    /// What these bytes and copies say, which may lack something that counts. It shares the
    /// annotations with `notebook`: the same bytes are not read twice.
    said: Notebook,
    /// Where the annotations stand in `bytes`, where we wrote them.
    places: Places,
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
    pub(crate) fn load(
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
        let mut file = Self {
            desk,
            path,
            home,
            article,
            copies: Vec::new(),
            renamed: BTreeMap::new(),
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
    pub(crate) fn shown_path(&self) -> PathBuf {
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
    pub(crate) fn repairs(&self) -> &[Repair] {
        &self.seen.repairs
    }

    /// Whether it is laid out as a save would.
    pub(crate) fn is_canonical(&self) -> bool {
        let written = || format::serialize(&self.seen.notebook, self.seen.style);
        self.seen.bytes.as_ref().is_none_or(|bytes| *bytes == written())
    }

    /// Whether git is replacing files at this moment: better to read and write a little later.
    pub(crate) fn is_busy(&self) -> bool {
        self.history.moment().activity == Activity::Working
    }

    /// Finds out which commit the contents stand on. It takes a program, so this is for when
    /// nobody waits; where it was not done in time, more is kept than need be.
    pub(crate) fn settle(&mut self) {
        let is_still = |history: &dyn History, then: Moment| {
            then.activity == Activity::Resting && history.moment() == then
        };
        if self.stand.commit.is_none() && is_still(&*self.history, self.stand.moment) {
            let commit = self.history.commit();
            // Had it moved meanwhile, the commit would be another one's.
            self.stand.commit = commit.filter(|_| is_still(&*self.history, self.stand.moment));
        }
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

fn blank(annotator: &str, article: &str) -> Notebook {
    Notebook { article: article.to_owned(), annotator: annotator.to_owned(), ..Notebook::default() }
}
