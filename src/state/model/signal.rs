//! What happens and what is asked for: the two closed lists.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::desk::{ArticleId, Books, Listing, Summary};
use super::divergence::Divergences;
use super::hits::Found;
use super::related::Related;
use super::search::Matches;
use crate::command::Key;
use crate::core::anchor::Outcome;
use crate::core::annotation::merge::Notice;
use crate::core::annotation::{AnnotationId, BlobId, Notebook, Selector};
use crate::core::article::{Document, Span};
use crate::core::claim::Analysis;
use crate::core::filter::Filter;
use crate::core::review::Level;

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

/// Quotes to find again in an article.
#[derive(Clone, Debug)]
pub struct Search {
    /// The article.
    pub article: ArticleId,
    /// Its text.
    pub doc: Arc<Document>,
    /// The text before it changed in this session, and what git calls its bytes.
    pub before: Option<(BlobId, Arc<Document>)>,
    /// The quotes.
    pub quotes: Vec<(AnnotationId, Selector)>,
}

/// An article as read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Its text.
    pub doc: Arc<Document>,
    /// What git calls its bytes; none while only a part is read.
    pub blob: Option<BlobId>,
}

/// The answer to an effect, or news from the disk.
#[derive(Debug)]
pub enum Done {
    /// The articles of the desk.
    Listed(Vec<Listing>),
    /// An article was read, wholly or its first part.
    Read(ArticleId, Result<Loaded, String>),
    /// So many hundredths of an article were looked through for claims.
    Studying(ArticleId, usize),
    /// An article's claims were found.
    Studied(ArticleId, Arc<Analysis>),
    /// The annotations of an article were read.
    BooksRead(ArticleId, Books),
    /// What became of quotes that were searched.
    Anchored(ArticleId, HashMap<AnnotationId, Outcome>),
    /// There are articles that were not there when the folder was read.
    ArticlesAdded,
    /// The file of an article changed.
    ArticleChanged(ArticleId),
    /// A file of annotations of an article changed.
    BooksChanged(ArticleId),
    /// Titles and counts of articles, in any order.
    Summed(Vec<(ArticleId, Summary)>),
    /// What the desk says about a claim.
    Related(ArticleId, Span, Vec<Related>),
    /// The differences of the desk.
    Diverging(Divergences),
    /// All articles are in the index, or one is in it anew.
    Indexed,
    /// How many claims of these articles differ from what others say.
    Differing(Vec<(ArticleId, usize)>),
    /// A notebook is on disk.
    Saved {
        /// Which article.
        article: ArticleId,
        /// What was to be saved.
        ours: Arc<Notebook>,
        /// What the file holds now: ours, and what others wrote meanwhile.
        disk: Notebook,
        /// What the merge with others' changes has to tell.
        told: Vec<Notice>,
    },
    /// The matches of a query in an article.
    Matched(ArticleId, String, Matches),
    /// A part of what a query finds in all articles.
    Found(String, Found),
    /// A part of the articles was looked through for claims of a filter.
    Sifted {
        /// The filter as written.
        line: String,
        /// The articles that hold such claims.
        kept: Vec<ArticleId>,
        /// How many were looked through.
        searched: usize,
    },
    /// Whether an article that has changed holds claims of a filter, as it was written.
    Resifted(ArticleId, String, bool),
    /// A notebook could not be saved: why, and what to do.
    SaveFailed(ArticleId, String),
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
    /// Read the annotations of this article again.
    Reload(ArticleId),
    /// Find these quotes again in the text.
    Anchor(Search),
    /// Titles and counts are wanted of these first.
    Sum(Vec<ArticleId>),
    /// What is known of an article is out of date.
    Renew(ArticleId),
    /// Keep a note being written, or drop the one kept.
    Recover(Option<Unfinished>),
    /// Ask what the desk says about this claim.
    Relate {
        /// The article it stands in.
        article: ArticleId,
        /// Its text.
        doc: Arc<Document>,
        /// What was found in it.
        analysis: Arc<Analysis>,
        /// The claim.
        span: Span,
    },
    /// Gather all differences of the desk.
    Diverge,
    /// Count the differences of these articles with others.
    CountDifferences(Vec<ArticleId>),
    /// Look for a query in a large text.
    Search {
        /// The article.
        article: ArticleId,
        /// Its text.
        doc: Arc<Document>,
        /// The query.
        query: String,
    },
    /// Look for a query in all articles, instead of the one before.
    Find(String),
    /// Stop looking in all articles.
    StopFind,
    /// Look through all articles for claims of a filter, instead of the one before.
    Sift {
        /// The filter as written.
        line: String,
        /// The filter.
        filter: Arc<Filter>,
        /// The level of detail.
        level: Level,
    },
    /// Look through this article alone, which has changed.
    Resift {
        /// The article.
        article: ArticleId,
        /// The filter as written.
        line: String,
        /// The filter.
        filter: Arc<Filter>,
        /// The level of detail.
        level: Level,
    },
    /// Stop looking through all articles.
    StopSift,
    /// Read all articles in the background, or stop that.
    ReadAhead(bool),
    /// Put text on the clipboard.
    Copy(String),
    /// Open a link.
    Browse(String),
    /// Forget what is on the screen and draw it whole.
    Redraw,
    /// Leave the program.
    Quit,
}

/// A note being written, kept for the case of a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The article.
    pub article: ArticleId,
    /// First code point of the claim's words.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The note so far.
    pub note: String,
}

/// The time, handed in with each message.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Now.
    pub now: Timestamp,
}
