//! What happens and what is asked for: the two closed lists.

use std::sync::Arc;

use jiff::Timestamp;

use super::bulk::Batch;
use super::desk::{ArticleId, Books, Failure, Listing};
use super::work::{Answer, Job, Then};
use crate::command::Key;
use crate::core::annotation::Notebook;
use crate::core::annotation::merge::Notice;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The screen has another size, in cells.
    Resize(u16, u16),
    /// Something asked for is done.
    Done(Done),
}

/// What the mouse did, at a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub act: MouseAct,
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
}

/// The acts of a mouse that mean something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAct {
    /// The left button went down.
    Press,
    /// The mouse moved with the left button down.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel turned towards the person.
    WheelDown,
    /// The wheel turned away.
    WheelUp,
}

/// The answer to an effect, or news from the disk.
#[derive(Debug)]
pub enum Done {
    /// The articles of the desk.
    Listed(Vec<Listing>),
    /// The annotations of an article were read.
    BooksRead(ArticleId, Box<Books>),
    /// The program cannot be stopped: nobody would continue it.
    NotSuspended,
    /// The person's own editor has ended: with this text, or why it could not run.
    Edited(Result<String, String>),
    /// Articles have come or gone.
    FolderChanged,
    /// A notebook of an article that is gone has changed.
    OrphansChanged,
    /// It is time to share one's work, where that was agreed to.
    SyncIsDue,
    /// The system does not tell of changes: they are looked for every few seconds.
    WatchLooks,
    /// Changes of files are not seen.
    Unwatched,
    /// The file of an article changed.
    ArticleChanged(ArticleId),
    /// A file of annotations of an article changed.
    BooksChanged(ArticleId),
    /// A notebook is on disk.
    Saved {
        /// Which article.
        article: ArticleId,
        /// What was to be saved.
        ours: Arc<Notebook>,
        /// What the file holds now: ours, and what others wrote meanwhile.
        disk: Notebook,
        /// What the merge with others' changes has to tell.
        notices: Vec<Notice>,
    },
    /// Somebody who leaves has waited long for the disk.
    StillUnsaved,
    /// A save waits for git, or for a file to come back.
    SaveWaits(ArticleId),
    /// The file of a notebook that held something is gone.
    Gone(ArticleId),
    /// A notebook could not be saved: why, and what to do.
    SaveFailed(ArticleId, Failure),
    /// What is not on disk was kept elsewhere: where, or why not.
    KeptElsewhere(Result<String, String>),
    /// The annotations of all these articles are read: the claims are to have this verdict.
    Decide(Vec<Batch>, usize),
    /// What takes longer than a key may wait can go on: what it has done so far is on the screen.
    WentOn,
    /// Background work has an answer.
    Work(Answer),
}

/// Something the outer world should do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read this article and its annotations, and find its claims.
    Open(ArticleId),
    /// Write a notebook.
    Save {
        /// Which article.
        article: ArticleId,
        /// What `now` was made from: what was on disk when last heard of.
        base: Arc<Notebook>,
        /// What the file should hold.
        now: Arc<Notebook>,
    },
    /// Read the annotations of articles that were not open yet, behind the screen; then this is done.
    Hold(Vec<ArticleId>, Then),
    /// Read the annotations of this article again.
    Reload(ArticleId),
    /// The file of one's notebook is gone: write it again, or let it go.
    SettleGone(ArticleId, bool),
    /// What is known of an article is out of date.
    Renew(ArticleId),
    /// Share one's work, once all is on disk; whether the person agreed to what the clone itself runs.
    Sync(bool),
    /// Do this behind the screen.
    Work(Job),
    /// Read all articles in the background, or stop that.
    ReadAhead(bool),
    /// Put text on the clipboard.
    Copy(String),
    /// Let the person write on in their own editor.
    Edit,
    /// Forget what is on the screen and draw it whole.
    Redraw,
    /// Show what there is, take what came meanwhile, and let what was begun go on.
    GoOn,
    /// Stop until the shell continues the program.
    Suspend,
    /// Keep what is not on disk in the user's own folder.
    KeepElsewhere(Vec<Unsaved>),
    /// Leave the program.
    Quit,
}

/// A notebook that could not be saved.
#[derive(Clone, Debug)]
pub struct Unsaved {
    /// Its article.
    pub article: ArticleId,
    /// What was on disk when last heard of.
    pub base: Arc<Notebook>,
    /// What the file should hold.
    pub now: Arc<Notebook>,
}

/// The time, handed in with each message.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Now.
    pub now: Timestamp,
}
