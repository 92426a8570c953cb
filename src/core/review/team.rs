//! What teammates decided about the same words.
//!
//! Annotations of different people are joined where their words overlap: two
//! people hardly ever draw the same borders.

use std::collections::BTreeMap;

use super::item::{Item, Standing};
use super::place::{Found, is_in_place, place};
use crate::core::annotation::{Annotation, AnnotationId, Book, Selector, VerdictId};
use crate::core::article::{Document, Span, near};
use crate::core::keep::keep;

/// A teammate's annotation in today's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The teammate's folder.
    pub folder: String,
    /// The teammate's readable name.
    pub annotator: String,
    /// The annotation's name in the teammate's notebook.
    pub id: AnnotationId,
    /// What was decided.
    pub annotation: Annotation,
    /// Where it stands, in bytes of the shown text.
    pub span: Span,
    /// How it stands there.
    pub standing: Standing,
}

impl Theirs {
    /// The verdict in force; none while it is open or its words have changed.
    pub fn verdict(&self) -> Option<&VerdictId> {
        self.annotation.verdict.as_ref().filter(|_| self.standing.is_in_force())
    }
}

/// What teammates decided on an article, in the order of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    all: Vec<Theirs>,
    /// What has no certain place: its words are gone, or may stand in several places.
    unplaced: Vec<Theirs>,
    /// The length of the longest stretch, in bytes.
    longest: usize,
}

/// What hides the team.
pub static NOBODY: Team = Team { all: Vec::new(), unplaced: Vec::new(), longest: 0 };

impl Team {
    /// The teammates' annotations at their places in today's text. What is still to be
    /// searched is left out: nobody knows yet how it stands.
    pub fn of(doc: &Document, books: &[Book], found: &Found) -> Self {
        let (mut team, mut unplaced) = (Vec::new(), Vec::new());
        for book in books {
            for (id, annotation) in &book.notebook.annotations {
                let found = found.get(&book.key(id));
                let placed = place(doc, id, annotation, found);
                let theirs = Theirs {
                    folder: book.folder.clone(),
                    annotator: book.notebook.annotator.clone(),
                    id: id.clone(),
                    annotation: annotation.clone(),
                    span: placed.span,
                    standing: placed.standing,
                };
                if theirs.standing.is_placed() {
                    team.push(theirs);
                } else if found.is_some() {
                    unplaced.push(theirs);
                }
            }
        }
        Self { unplaced, ..Self::new(team) }
    }

    pub(super) fn new(mut all: Vec<Theirs>) -> Self {
        all.sort_by(|a, b| {
            (a.span, &a.annotator, &a.folder).cmp(&(b.span, &b.annotator, &b.folder))
        });
        let longest = all.iter().map(|theirs| theirs.span.len()).max().unwrap_or_default();
        Self { all, unplaced: Vec::new(), longest }
    }

    /// Whether nobody else has decided anything that has a place.
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Theirs> {
        self.all.iter()
    }

    /// What has no certain place.
    pub(super) fn unplaced(&self) -> impl Iterator<Item = &Theirs> {
        self.unplaced.iter()
    }

    /// The length of the longest stretch, in bytes.
    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    /// What touches a stretch.
    pub fn on(&self, span: Span) -> impl Iterator<Item = &Theirs> {
        let near = near(&self.all, self.longest, span, |theirs| theirs.span);
        self.all[near].iter().filter(move |theirs| theirs.span.overlaps(span))
    }
}

/// One person's verdicts in force on one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The person's readable name.
    pub annotator: String,
    /// How many of each verdict.
    pub verdicts: BTreeMap<VerdictId, usize>,
}

keep!(struct Tally { annotator, verdicts });

impl Tally {
    /// Counts verdicts.
    pub fn of<'a>(annotator: &str, verdicts: impl IntoIterator<Item = &'a VerdictId>) -> Self {
        let mut tally = Self { annotator: annotator.to_owned(), ..Self::default() };
        for verdict in verdicts {
            *tally.verdicts.entry(verdict.clone()).or_default() += 1;
        }
        tally
    }

    /// Counts one's own verdicts in force among the stops of an article.
    pub fn of_items(annotator: &str, items: &[Item]) -> Self {
        let firm = items.iter().filter(|item| !item.is_open());
        Self::of(annotator, firm.filter_map(|item| item.verdict()))
    }

    /// Counts one stop as it is now instead of as it was.
    pub(super) fn exchange(&mut self, before: &Item, now: &Item) {
        let in_force = |item: &Item| item.verdict().cloned().filter(|_| !item.is_open());
        if let Some(verdict) = in_force(now) {
            *self.verdicts.entry(verdict).or_default() += 1;
        }
        if let Some(verdict) = in_force(before)
            && let Some(count) = self.verdicts.get_mut(&verdict)
        {
            *count -= 1;
            if *count == 0 {
                self.verdicts.remove(&verdict);
            }
        }
    }

    /// How many verdicts there are.
    pub fn all(&self) -> usize {
        self.verdicts.values().sum()
    }
}

/// The teammates' verdicts in force on one article, as a table: a large team has a hundred
/// thousand of its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// The readable names, in order: the rows.
    people: Vec<String>,
    /// The verdicts in use: the columns.
    verdicts: Vec<VerdictId>,
    /// How many, row by row.
    counts: Vec<usize>,
}

keep!(struct Tallies { people, verdicts, counts });

impl Tallies {
    /// Counts the verdicts of each teammate.
    pub fn of(team: &Team) -> Self {
        let mut rows: BTreeMap<(&str, &str), Vec<&VerdictId>> = BTreeMap::new();
        for theirs in team.iter() {
            let person = (&*theirs.annotator, &*theirs.folder);
            rows.entry(person).or_default().extend(theirs.verdict());
        }
        let mut verdicts: Vec<VerdictId> = rows.values().flatten().copied().cloned().collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        let mut counts = vec![0; rows.len() * verdicts.len()];
        for (row, given) in counts.chunks_mut(verdicts.len().max(1)).zip(rows.values()) {
            for column in given.iter().filter_map(|verdict| verdicts.binary_search(verdict).ok()) {
                row[column] += 1;
            }
        }
        Self {
            people: rows.into_keys().map(|(name, _)| name.to_owned()).collect(),
            verdicts,
            counts,
        }
    }

    /// The verdicts in use.
    pub fn verdicts(&self) -> &[VerdictId] {
        &self.verdicts
    }

    /// Each teammate with how many there are of each of the verdicts.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &[usize])> {
        let columns = self.verdicts.len();
        self.people.iter().enumerate().map(move |(row, name)| {
            (name.as_str(), self.counts.get(row * columns..(row + 1) * columns).unwrap_or_default())
        })
    }
}

/// A claim on which people disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// Its place, in bytes of the shown text.
    pub span: Span,
    /// Its words.
    pub words: String,
    /// One's own verdict, where it is given.
    pub own: Option<VerdictId>,
    /// The teammates' verdicts, with their names.
    pub theirs: Vec<(String, VerdictId)>,
    /// Whether one of these verdicts was given for other words.
    pub stale: bool,
}

/// The quotes of teammates that neither stand where they stood nor are in `found`, by
/// the name under which they are searched.
pub(super) fn away<'a>(
    doc: &'a Document,
    books: &'a [Book],
    found: &'a Found,
) -> impl Iterator<Item = (AnnotationId, Selector)> + 'a {
    let all =
        books.iter().flat_map(|book| book.notebook.annotations.iter().map(move |a| (book, a)));
    all.filter(|(_, (_, annotation))| is_in_place(doc, annotation).is_none())
        .map(|(book, (id, a))| (book.key(id), a.selector.clone()))
        .filter(|(key, _)| !found.contains_key(key))
}

/// What teammates decided about the words of `span`: of each teammate what
/// stands on the most of them.
pub fn about(team: &Team, span: Span) -> Vec<&Theirs> {
    let mut best: BTreeMap<(&str, &str), &Theirs> = BTreeMap::new();
    for theirs in team.on(span).filter(|theirs| theirs.span.coincides(span)) {
        let known = best.entry((&theirs.annotator, &theirs.folder)).or_insert(theirs);
        if theirs.span.iou(span) > known.span.iou(span) {
            *known = theirs;
        }
    }
    best.into_values().collect()
}

/// The disagreement on a claim, where there is one. Verdicts on changed words count, and those of
/// which one of two values must be chosen: an edit of the article settles no dispute, nor does a merge.
pub fn dispute(doc: &Document, item: &Item, team: &Team) -> Option<Dispute> {
    let own = item.verdict().filter(|_| item.standing().is_placed());
    let about = about(team, item.span);
    let given = |theirs: &&Theirs| theirs.annotation.verdict.is_some();
    let stale = own.is_some() && item.is_stale()
        || about.iter().copied().filter(given).any(|theirs| !theirs.standing.is_in_force());
    let theirs: Vec<_> = about
        .into_iter()
        .filter_map(|theirs| Some((theirs.annotator.clone(), theirs.annotation.verdict.clone()?)))
        .collect();
    let first = own.or(theirs.first().map(|(_, verdict)| verdict))?;
    if theirs.iter().all(|(_, verdict)| verdict == first) {
        return None;
    }
    let words = item.span.of(doc.text()).to_owned();
    Some(Dispute { span: item.span, words, own: own.cloned(), theirs, stale })
}
