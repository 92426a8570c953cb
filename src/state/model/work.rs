//! Background work: what is asked for, and what is answered.

use std::collections::HashMap;
use std::sync::Arc;

use super::bulk::{Batch, Collected, Want};
use super::desk::{ArticleId, Listing, Orphan};
use super::divergence::Divergences;
use super::hits::Found;
use super::related::Related;
use super::search::Matches;
use super::sharing::{News, Plan, Report, Standing};
use super::story::Stories;
use super::summary::Summary;
use crate::core::anchor::Outcome;
use crate::core::annotation::{AnnotationId, BlobId, Selector};
use crate::core::article::{Document, Source, Span};
use crate::core::claim::Analysis;
use crate::core::claim::Level;
use crate::core::filter::Filter;
use crate::core::team::change::Event;

/// What waits for annotations to be read.
#[derive(Clone, Debug)]
pub enum Then {
    /// Confirm these of an article for their words.
    Confirm(ArticleId, Vec<(AnnotationId, Selector)>),
    /// Give these claims the verdict of this place in the list of labels.
    Decide(Vec<Batch>, usize),
}

/// Something to do behind the screen.
#[derive(Clone, Debug)]
pub enum Job {
    /// List the folder anew; the article on the screen, with what git calls its bytes, is looked
    /// for under another name where it is gone.
    List(Option<(ArticleId, BlobId)>),
    /// What was decided on articles that are gone.
    Orphans,
    /// Read the whole of a large article.
    Read(ArticleId),
    /// Find the claims of a text.
    Analyze(ArticleId, Arc<Document>),
    /// Find quotes again.
    Anchor(Quotes),
    /// Where one's own verdicts of an article stand whose values are said otherwise.
    SameValues(ArticleId),
    /// Where one of one's own verdicts stands whose words changed to these.
    ChangedWords {
        /// The article.
        article: ArticleId,
        /// The verdict's annotation.
        id: AnnotationId,
        /// The words that the person has seen.
        is: String,
    },
    /// Read the annotations of these articles; then this is done.
    Hold(Vec<ArticleId>, Then),
    /// Title and counts of these articles.
    Summarize(Vec<ArticleId>),
    /// What the desk says about a claim.
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
    /// The texts of these articles, to look at.
    Preview(Vec<ArticleId>),
    /// All differences of the desk.
    Diverge,
    /// Which articles report one story, and which print one text.
    Gather,
    /// How many claims of these articles differ from what others say.
    CountDifferences(Vec<ArticleId>),
    /// Look for a query in a large text.
    Match {
        /// The article.
        article: ArticleId,
        /// Its text.
        doc: Arc<Document>,
        /// The query.
        query: String,
    },
    /// Look for a query in all articles, instead of the one before; an empty one ends that.
    Find(String),
    /// Look through all articles for claims to decide together, instead of those before; none ends
    /// that. The number comes back with the answer.
    Collect(u64, Option<Want>),
    /// Look through all articles for claims of a filter, instead of the one before.
    Filter(Wanted),
    /// Look through this article alone, which has changed.
    FilterOne(ArticleId, Wanted),
    /// How the clone stands to the others; what came since this commit is told, too.
    LookAtGit(Option<String>),
    /// What others did since one last looked.
    Changes,
    /// One has seen what others did up to this commit.
    MarkSeen(String),
    /// What was ever said of a claim.
    History {
        /// The article.
        article: ArticleId,
        /// The claim.
        span: Span,
        /// The annotations on it, by `folder/id`.
        keys: Vec<String>,
    },
    /// What a sync would share.
    PlanSync,
    /// Share it; whether the person agreed to what the clone itself would run.
    Sync(bool),
    /// Open a link.
    Browse(String),
    /// Write the results of the desk in this format.
    Write(&'static str),
    /// Look for documents that articles can be made of.
    Importable,
    /// Write down where an article comes from.
    TellSource(ArticleId, Box<Origin>),
    /// Count those that lay among the articles when these were listed.
    CountImportable,
    /// Make articles of these documents.
    Import(Vec<String>),
}

/// What somebody tells of where an article comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// What it is, as far as `told` says.
    pub source: Source,
    /// The fields that are told, by their names in the file.
    pub told: Vec<&'static str>,
}

/// Quotes to find again in an article.
#[derive(Clone, Debug)]
pub struct Quotes {
    /// The article.
    pub article: ArticleId,
    /// Its text.
    pub doc: Arc<Document>,
    /// The text before it changed in this session, and what git calls its bytes.
    pub before: Option<(BlobId, Arc<Document>)>,
    /// The quotes.
    pub sought: Vec<(AnnotationId, Selector)>,
}

/// The claims that a filter lets through.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The filter as written.
    pub line: String,
    /// The filter; an empty one looks for nothing.
    pub filter: Arc<Filter>,
    /// The level of detail.
    pub level: Level,
}

/// An article as read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Its text.
    pub doc: Arc<Document>,
    /// What git calls its bytes; none while only a part is read.
    pub blob: Option<BlobId>,
}

/// What a job brought, wholly or in part.
#[derive(Debug)]
pub enum Answer {
    /// The articles, those included that are gone; and which one has the bytes of the article on
    /// the screen, where that is gone.
    Listed(Vec<Listing>, Option<ArticleId>),
    /// What was decided on articles that are gone.
    Orphans(Vec<Orphan>),
    /// Where an article comes from is written, in which file, or why not.
    SourceTold(ArticleId, Result<String, String>),
    /// So many documents could be imported.
    CanImport(usize),
    /// An article was read, wholly or its first part.
    Read(ArticleId, Result<Loaded, String>),
    /// Percent of an article analysed.
    Analyzing(ArticleId, usize),
    /// An article's claims were found.
    Analyzed(ArticleId, Arc<Analysis>),
    /// What became of quotes that were searched.
    Anchored(ArticleId, HashMap<AnnotationId, Outcome>),
    /// The words on which such verdicts stand now.
    SameValues(ArticleId, Vec<(AnnotationId, Selector)>),
    /// Titles and counts of articles, in any order.
    Summarized(Vec<(ArticleId, Summary)>),
    /// So many articles of so many are written.
    Writing(usize, usize),
    /// The results are written: what to say, and whether all went well.
    Wrote(String, bool),
    /// Documents that articles can be made of, by name.
    Importable(Vec<String>),
    /// All articles are in the index, or one is in it anew.
    Indexed,
    /// What the desk says about a claim.
    Related(ArticleId, Span, Vec<Related>),
    /// The text of an article, to look at; none where it cannot be read.
    Preview(ArticleId, Option<Arc<Document>>),
    /// How the clone stands, and how much came from others since it was last looked at.
    Git(Option<Standing>, usize),
    /// What others did, or why that cannot be told.
    Changed(Result<News, String>),
    /// What was ever said of a claim.
    Remembered(ArticleId, Span, Vec<Event>),
    /// What a sync would share, or why there can be none.
    Planned(Result<Plan, String>),
    /// What a sync did, or why not and what to do.
    Synced(Result<Report, String>),
    /// The differences of the desk.
    Diverging(Divergences),
    /// How many claims of these articles differ from what others say.
    Differing(Vec<(ArticleId, usize)>),
    /// Which articles belong together.
    Gathered(Stories),
    /// The matches of a query in an article.
    Matched(ArticleId, String, Matches),
    /// A part of what a query finds in all articles.
    Found(String, Found),
    /// A part of the claims to decide together.
    Collected(u64, Collected),
    /// A part of the articles was looked through for claims of a filter.
    Filtered {
        /// The filter as written.
        line: String,
        /// The articles that hold such claims.
        kept: Vec<ArticleId>,
        /// How many were looked through, or would have been.
        searched: usize,
        /// How many of them could not be read.
        unread: usize,
    },
    /// Whether an article that has changed holds claims of a filter, as it was written.
    FilteredOne(ArticleId, String, bool),
}
