//! What people did to their notebooks, in acts rather than lines.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::core::annotation::{Annotation, AnnotationId, Evidence, Final, Notebook, Selector};

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Gave a verdict where there was none.
    VerdictGiven,
    /// Gave another verdict.
    VerdictChanged,
    /// Took the verdict back.
    VerdictWithdrawn,
    /// Wrote a note, or another.
    Noted,
    /// Removed the note.
    NoteRemoved,
    /// Added, changed or removed evidence.
    Evidence,
    /// Changed the tags.
    Tagged,
    /// Decided for the team.
    Finalised,
    /// Took that back.
    FinalWithdrawn,
    /// Said something to the team.
    Replied,
    /// Took an article, was done with it, published it, or let it go.
    Worked,
    /// Put a claim on other words.
    Moved,
    /// An article came.
    ArticleAdded,
    /// An article was edited.
    ArticleEdited {
        /// How many verdicts no longer stand, since their words were changed.
        undone: usize,
    },
    /// An article was given another name.
    ArticleRenamed,
    /// An article went.
    ArticleRemoved,
}

impl Act {
    /// Its name in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerdictGiven => "gave",
            Self::VerdictChanged => "changed",
            Self::VerdictWithdrawn => "withdrew",
            Self::Noted => "noted",
            Self::NoteRemoved => "note-removed",
            Self::Evidence => "evidence",
            Self::Tagged => "tagged",
            Self::Finalised => "finalised",
            Self::FinalWithdrawn => "final-withdrawn",
            Self::Replied => "replied",
            Self::Worked => "work",
            Self::Moved => "moved",
            Self::ArticleAdded => "article-added",
            Self::ArticleEdited { .. } => "article-edited",
            Self::ArticleRenamed => "article-renamed",
            Self::ArticleRemoved => "article-removed",
        }
    }
}

/// One thing that somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub act: Act,
    /// The annotation it was done to; none where it was the article.
    pub id: Option<AnnotationId>,
    /// Its place; empty where it was the article.
    pub place: Selector,
    /// What it was before, in a word or two; empty for nothing.
    pub from: String,
    /// What it is now.
    pub to: String,
    /// When, as the notebook says; none: as the commit says.
    pub at: Option<Timestamp>,
}

/// Something that somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The commit that holds it; none: it is not committed yet.
    pub commit: Option<String>,
    /// When the commit was written, as ISO 8601.
    pub at: String,
    /// Whose notebook it is, by folder name; where it is an article, the commit's author.
    pub by: String,
    /// The folder of the notebook; empty where it is an article.
    pub folder: String,
    /// The readable name.
    pub name: String,
    /// The article.
    pub article: String,
    /// What was done.
    pub change: Change,
}

/// What a person did between two states of a notebook, in the order of the text.
pub fn changes(before: &Notebook, after: &Notebook) -> Vec<Change> {
    let ids: BTreeSet<_> = before.annotations.keys().chain(after.annotations.keys()).collect();
    let mut all: Vec<_> = ids
        .into_iter()
        .filter(|id| before.annotations.get(id) != after.annotations.get(id))
        .flat_map(|id| between(id, before.annotations.get(id), after.annotations.get(id)))
        .collect();
    all.sort_by_key(|change| (change.place.start, change.place.end, change.act));
    let state = |book: &Notebook| book.work.as_ref().map(|w| w.state.clone()).unwrap_or_default();
    if state(before) != state(after) {
        all.push(Change {
            act: Act::Worked,
            id: None,
            place: Selector::default(),
            from: state(before),
            to: state(after),
            at: after.work.as_ref().map(|work| work.at),
        });
    }
    all
}

/// What was done to one annotation.
fn between(
    id: &AnnotationId,
    before: Option<&Annotation>,
    after: Option<&Annotation>,
) -> Vec<Change> {
    let Some(known) = after.or(before) else { return Vec::new() };
    let blank = Annotation::new(known.selector.clone(), known.created);
    let (was, is) = (before.unwrap_or(&blank), after.unwrap_or(&blank));
    let mut all = Vec::new();
    let at = after.map(|annotation| annotation.updated);
    let mut add = |act, from: String, to: String| {
        let (id, place) = (Some(id.clone()), known.selector.clone());
        all.push(Change { act, id, place, from, to, at });
    };
    let verdict = |a: &Annotation| a.verdict.as_ref().map(|v| v.0.clone()).unwrap_or_default();
    if was.verdict != is.verdict {
        let act = match (&was.verdict, &is.verdict) {
            (None, _) => Act::VerdictGiven,
            (_, None) => Act::VerdictWithdrawn,
            _ => Act::VerdictChanged,
        };
        add(act, verdict(was), verdict(is));
    }
    if was.note != is.note {
        let act = if is.note.is_empty() { Act::NoteRemoved } else { Act::Noted };
        add(act, was.note.clone(), is.note.clone());
    }
    if was.evidence != is.evidence {
        add(Act::Evidence, sources(&was.evidence), sources(&is.evidence));
    }
    if was.tags != is.tags {
        add(Act::Tagged, was.tags.join(", "), is.tags.join(", "));
    }
    let ruling = |ruling: &Option<Final>| {
        let said = ruling.as_ref().map(|r| r.verdict.as_ref().map(|v| v.0.clone()));
        said.map_or_else(String::new, |said| said.unwrap_or_else(|| "none".to_owned()))
    };
    if was.final_verdict != is.final_verdict {
        let act = if is.final_verdict.is_some() { Act::Finalised } else { Act::FinalWithdrawn };
        add(act, ruling(&was.final_verdict), ruling(&is.final_verdict));
    }
    let said = |a: &Annotation, id: &String| a.talk.get(id).map(|r| r.text.clone());
    for (id, remark) in is.talk.iter().filter(|(id, remark)| was.talk.get(*id) != Some(remark)) {
        add(Act::Replied, said(was, id).unwrap_or_default(), remark.text.clone());
    }
    if before.is_some() && after.is_some() && was.selector.exact != is.selector.exact {
        add(Act::Moved, was.selector.exact.clone(), is.selector.exact.clone());
    }
    all
}

/// What evidence is known by.
fn sources(all: &[Evidence]) -> String {
    let name = |e: &Evidence| {
        let Evidence { title, article, url, quote, .. } = e;
        let name = title.as_ref().or(article.as_ref()).or(url.as_ref()).or(quote.as_ref());
        name.cloned().unwrap_or_default()
    };
    all.iter().map(name).collect::<Vec<_>>().join(", ")
}
