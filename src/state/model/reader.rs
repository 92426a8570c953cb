//! The open article: its text, its claims, the place of the reader in it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::about::About;
use super::desk::{ArticleId, Book};
use super::follow::Follow;
use super::related::Related;
use super::settings::Team as People;
use super::work::Loaded;
use crate::core::anchor::Outcome;
use crate::core::annotation::{AnnotationId, BlobId, Book as TeamBook, Selector};
use crate::core::article::{Document, Source, Span, near};
use crate::core::claim::{Analysis, Level};
use crate::core::filter::{Filter, Ground};
use crate::core::review::team::{Tally, Team};
use crate::core::review::{Decisions, Due, Item, Progress, Review, former};
use crate::core::team::near::{Opinions, hull};
use crate::core::team::opinion::{Opinion, opinions};
use crate::core::team::outline::Outline;
use crate::core::team::status::team_units;

/// The text pane and the claim pane.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
pub struct Reader {
    /// Which article is open.
    pub article: Option<ArticleId>,
    /// Its text, once it was read.
    pub doc: Option<Arc<Document>>,
    /// The text shown before and its top, seen dimly until this one is read.
    pub passed: Option<(Arc<Document>, usize)>,
    /// Whether it is shown in the lines of its file, not in those that its layout means.
    pub file_lines: bool,
    /// Whether its paragraphs stand apart.
    pub air: bool,
    /// Why it cannot be read.
    pub problem: Option<String>,
    /// Percent analysed.
    pub analyzed: usize,
    /// Whether looking for its claims was stopped.
    pub stopped: bool,
    /// What was found in it.
    pub analysis: Option<Arc<Analysis>>,
    /// Its claims, in the order of the text, also those that are not pointed out.
    pub items: Vec<Item>,
    /// The claims that are walked over: those that are pointed out, by their place in `items`.
    pub stops: Vec<usize>,
    /// What teammates decided, in the order of the text.
    pub team: Team,
    /// What everybody said, oneself included, in the order of the text.
    pub opinions: Opinions,
    /// How the team stands on it.
    pub outline: Outline,
    /// What the claims amount to, those included that a filter hides.
    pub sums: Sums,
    /// The length of the longest claim, in bytes.
    longest: usize,
    /// The size of the page when it was last scrolled, and the top that shows the end on it.
    pub(super) last_top: Option<((usize, usize), usize)>,
    /// The current claim.
    pub current: Option<usize>,
    /// The claim that was gone to, while the cursor follows the page elsewhere.
    pub(super) home: Option<Span>,
    /// A byte in the first visible row.
    pub top: usize,
    /// The first visible row of the claim pane.
    pub claim_top: usize,
    /// The rows of the related claims in the claim pane, as last drawn.
    pub related_rows: Vec<Range<usize>>,
    /// The article's bytes as git names them.
    pub blob: Option<BlobId>,
    /// What became of quotes that do not stand at their old position.
    pub found: HashMap<AnnotationId, Outcome>,
    /// The version that has come onto the screen in place of another, until that is told: once its
    /// verdicts are found again.
    pub renewed: Option<BlobId>,
    /// The text before it changed in this session, and what git calls its bytes.
    pub before: Option<(BlobId, Arc<Document>)>,
    /// The candidate looked at, of verdicts that fit several places.
    pub chosen: HashMap<AnnotationId, Span>,
    /// What the desk says, by claim.
    pub related: HashMap<Span, Vec<Related>>,
    /// The claims that were asked about.
    pub asked: HashSet<Span>,
    /// The selected one of the related claims.
    pub picked: usize,
    /// Whether the claim pane scrolls so that the selected one shows.
    pub following: bool,
    /// The end that was asked to go beyond, once: forward or back.
    pub at_end: Option<bool>,
    /// Where to go once the text and its claims are there.
    pub target: Option<Target>,
    /// What was current when the text changed; no claim is, until one goes on from there.
    pub astray: Option<Astray>,
}

/// The claim under the cursor, whose words are looked for since the text changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// Its words, where they stand now.
    pub about: About,
    /// Where to go on from.
    pub at: usize,
    /// What stands in their place.
    pub instead: Option<Span>,
    /// Whether it is certain that there is no such claim any more.
    pub settled: bool,
}

/// What the claims of an article amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How far the review is.
    pub progress: Progress,
    /// One's own verdicts in force.
    pub own: Tally,
    /// What needs a look: one's own first.
    pub due: Vec<Due>,
}

/// The claim pane's page as it was drawn: only drawing knows how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimPage {
    /// The row of the page that shows first.
    pub top: usize,
    /// The rows of each related claim that was drawn.
    pub related: Vec<Range<usize>>,
}

/// A place to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The claim that holds or follows this place, with the text scrolled to that one.
    Points {
        /// A code point of the current claim's words.
        at: usize,
        /// A code point of the first visible row.
        top: usize,
    },
    /// The claim that holds or follows this byte.
    Claim(usize),
    /// The first claim.
    First,
    /// The claim on these words.
    Item(Span),
    /// These words.
    Words(Span),
    /// The first open claim.
    FirstOpen,
    /// The last claim.
    Last,
}

impl Target {
    /// Where it is in another text; none where its words are gone.
    pub(crate) fn follow(self, to: &Follow<'_>) -> Option<Self> {
        if !to.knows_both() {
            return Some(self);
        }
        match self {
            Self::Claim(at) => to.point(at).map(Self::Claim),
            Self::Item(span) => to.span(span).map(Self::Item),
            Self::Words(span) => to.span(span).map(Self::Words),
            other => Some(other),
        }
    }
}

impl Reader {
    /// What something is written about: the words as they stand in the text, else as they were.
    pub(crate) fn words_of<'a>(&'a self, about: &'a About) -> &'a str {
        let doc = self.doc.as_ref().filter(|_| self.article == Some(about.article));
        let here = doc.map_or("", |doc| about.span.of(doc.text()));
        if here.is_empty() { &about.words.exact } else { here }
    }

    /// Whether there is a text whose claims are not known yet.
    pub(crate) const fn is_unanalyzed(&self) -> bool {
        self.doc.is_some() && self.analysis.is_none()
    }

    /// Nothing is open yet.
    pub(crate) fn new(air: bool) -> Self {
        Self { air, ..Self::default() }
    }

    /// Turns to another article; until that is read, the text of this one is seen dimly.
    pub(crate) fn turn_to(&mut self, article: ArticleId, target: Option<Target>) {
        let left = std::mem::take(self);
        let air = left.air;
        let passed = left.doc.map(|doc| (doc, left.top)).or(left.passed);
        *self = Self { article: Some(article), target, passed, air, ..Self::default() };
    }

    /// Joins claims and annotations anew; the current claim stays the same words.
    ///
    /// A filter (with the article's title) hides some; they count as before.
    /// Gives the quotes that must be searched before they can be placed.
    pub(crate) fn rebuild(
        &mut self,
        book: &Book,
        level: Level,
        people: &People,
        filter: Option<(&Filter, &str, &Source)>,
    ) -> Vec<(AnnotationId, Selector)> {
        let (Some(doc), Some(analysis)) = (&self.doc, &self.analysis) else { return Vec::new() };
        let before = self.item().map(|item| item.span);
        // What is being searched is not shown as lost meanwhile.
        let decisions = Decisions::of(doc, &book.now, &book.team, &self.found);
        let away = decisions.away().to_vec();
        let books = people.books(&book.now, &book.team);
        let review = Review::of(doc, analysis, decisions.choosing(&self.chosen), level);
        let Review { items, team, progress, own, due } = review;
        (self.items, self.team) = (items, team);
        self.sums = Sums { progress, own, due };
        let opinions = opinions(doc, &books, &people.roster, &self.found_by_key(people, book));
        let units = team_units(&opinions, people.rules());
        self.outline = Outline::of(doc, &units, &books, people.rules());
        self.opinions = Opinions::new(opinions);
        if let Some((filter, title, source)) = filter {
            let (own, team) = (&*book.now, &self.team);
            let ground = Ground { doc, analysis, title, source, own, team };
            self.items = filter.sift(std::mem::take(&mut self.items), ground);
        }
        self.show_former();
        self.longest = self.items.iter().map(|item| item.span.len()).max().unwrap_or_default();
        self.stop_at(level);
        match self.astray.take().filter(|_| self.current.is_none()) {
            Some(astray) => self.find(astray, &away),
            None => {
                let same = before.and_then(|span| self.nearest(span));
                self.current = same.or_else(|| self.stops.first().copied());
            }
        }
        away
    }

    /// Puts the cursor on the claim whose words were looked for, where it is one still.
    fn find(&mut self, mut astray: Astray, away: &[(AnnotationId, Selector)]) {
        let About { span, own, .. } = &astray.about;
        let is_own = |item: &&Item| own.is_some() && item.own() == own.as_ref();
        let stands = !span.is_empty();
        let near = stands.then(|| self.nearest(*span)).flatten();
        let near = near.filter(|index| self.items[*index].span.coincides(*span));
        // Of a verdict whose words are gone already there is only the verdict to stand on.
        let own_at = self.items.iter().position(|item| is_own(&item));
        let wordless = astray.about.words.exact.is_empty();
        self.current = own_at.filter(|_| stands || wordless);
        if own.as_ref().is_some_and(|own| away.iter().any(|(id, _)| id == own)) {
            self.astray = Some(astray);
            return;
        }
        self.current = self.current.or(near);
        if self.current.is_none() {
            astray.settled = away.is_empty();
            self.astray = Some(astray);
        }
    }

    /// The claim to go to from words that are gone.
    pub(crate) fn beside_astray(&self, forward: bool) -> Option<usize> {
        let at = self.astray.as_ref()?.at;
        let before = self.stops.partition_point(|stop| self.items[*stop].span.start < at);
        let before = before.checked_sub(1).map(|stop| self.stops[stop]);
        if forward { self.first_from(at) } else { before.or_else(|| self.first_from(at)) }
    }

    /// Shows what stood in changed claims before beside what stands there now.
    fn show_former(&mut self) {
        let Some(doc) = &self.doc else { return };
        let insets: Vec<_> = self.items.iter().flat_map(|item| former(doc, item)).collect();
        if doc.insets(Span::new(0, usize::MAX)) != insets {
            self.doc = Some(Arc::new(doc.with_insets(insets)));
            self.last_top = None;
        }
    }

    /// Finds the stops: the claims that are pointed out at a level.
    fn stop_at(&mut self, level: Level) {
        let items = self.items.iter().enumerate();
        self.stops = items.filter(|(_, item)| item.is_shown(level)).map(|(i, _)| i).collect();
    }

    /// Carries out a step on one's own annotations, where that needs no joining anew.
    pub(crate) fn step(
        &mut self,
        book: &Book,
        level: Level,
        people: &People,
        changed: &[AnnotationId],
    ) -> bool {
        let (Some(doc), Some(analysis)) = (&self.doc, &self.analysis) else { return false };
        let Sums { progress, own, due } = std::mem::take(&mut self.sums);
        let (items, team) = (std::mem::take(&mut self.items), std::mem::take(&mut self.team));
        let mut review = Review { items, team, progress, own, due };
        let step = |id| review.step(doc, analysis, level, id, book.now.annotations.get(id));
        let places: Option<Vec<Span>> = changed.iter().map(step).collect();
        let Review { items, team, progress, own, due } = review;
        (self.items, self.team) = (items, team);
        self.sums = Sums { progress, own, due };
        // Of two folders of one person the later verdict counts: not to be told from one step.
        let twice = book.team.iter().any(|b| people.roster.person_of(&b.folder) == people.me());
        let doc = doc.clone();
        // What was decided is about the words of today: what stood there before may only go.
        if !doc.insets(Span::new(0, usize::MAX)).is_empty() {
            self.show_former();
        }
        if progress.all != self.stops.len() {
            // One that was not pointed out was decided, or such a decision taken back.
            self.stop_at(level);
        }
        let Some(places) = places.filter(|_| !twice) else { return false };
        for (id, span) in changed.iter().zip(places) {
            self.speak(&doc, book, people, id, span);
        }
        true
    }

    /// One's own opinion on this stretch is now what the notebook says: takes it in, and the units near it.
    fn speak(
        &mut self,
        doc: &Document,
        book: &Book,
        people: &People,
        id: &AnnotationId,
        span: Span,
    ) {
        let own = TeamBook { folder: people.folder.clone(), notebook: book.now.clone() };
        let old = self.opinions.take(&own.key(id).0, span);
        let new = Opinion::of(doc, &own, id, &people.roster);
        let Some(span) = hull(old.iter().chain(&new).map(|opinion| opinion.span)) else { return };
        let (rules, near) = (people.rules(), self.opinions.near(span));
        let with = |one: &Option<Opinion>| {
            let mut near: Vec<_> = near.iter().chain(one).cloned().collect();
            near.sort_by(|a, b| a.order().cmp(&b.order()));
            team_units(&near, rules)
        };
        self.outline.exchange(doc, &with(&old), &with(&new), rules);
        if let Some(new) = new {
            self.opinions.put(new);
        }
    }

    /// What became of quotes, one's own under the name that they have in the team, too.
    fn found_by_key(&self, people: &People, book: &Book) -> HashMap<AnnotationId, Outcome> {
        let own = TeamBook { folder: people.folder.clone(), notebook: book.now.clone() };
        let name = |(id, outcome): (&AnnotationId, &Outcome)| {
            let is_own = book.now.annotations.contains_key(id);
            (if is_own { own.key(id) } else { id.clone() }, outcome.clone())
        };
        self.found.iter().map(name).collect()
    }

    /// Takes a new version of the text, keeping the place: the row on top stays
    /// the same words where they are still there. Tells whether it is another text.
    pub(crate) fn take(&mut self, loaded: Loaded) -> bool {
        if let Some(old) = &self.doc {
            self.top = same_place(old.text(), loaded.doc.text(), self.top);
        }
        let same = self.doc.as_ref().is_some_and(|old| {
            old.text() == loaded.doc.text() && old.original() == loaded.doc.original()
        });
        if !same {
            let was_whole = self.doc.as_ref().is_some_and(|old| !old.is_partial());
            self.renewed = loaded.blob.clone().filter(|_| was_whole);
            self.before = self.blob.take().zip(self.doc.take());
            self.found.clear();
            self.chosen.clear();
            self.related.clear();
            self.asked.clear();
            self.analysis = None;
            // All of these have their places in the text that was.
            (self.items, self.stops, self.current) = Default::default();
            self.home = None;
            (self.team, self.opinions) = Default::default();
        }
        self.last_top = None;
        self.passed = None;
        self.doc = Some(loaded.doc);
        self.lay_out();
        self.blob = loaded.blob;
        self.problem = None;
        !same
    }

    /// Shows the text in the lines of its file, or in those that its layout means.
    pub(crate) fn show_file_lines(&mut self, on: bool) {
        self.file_lines = on;
        self.lay_out();
    }

    /// Lets paragraphs stand apart, or not.
    pub(crate) fn show_air(&mut self, on: bool) {
        self.air = on;
        self.lay_out();
    }

    fn lay_out(&mut self) {
        self.last_top = None;
        let Some(doc) = self.doc.take() else { return };
        let doc =
            if doc.is_reflowed() { Arc::new(doc.with_file_lines(self.file_lines)) } else { doc };
        let air = self.air && !(self.file_lines && doc.is_reflowed());
        self.doc = Some(if air == doc.has_air() { doc } else { Arc::new(doc.with_air(air)) });
    }

    /// The current claim.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.current?)
    }

    /// The item on the same words, else the first that ends behind their start.
    fn nearest(&self, span: Span) -> Option<usize> {
        let same = self.near(span).filter(|(_, item)| item.span.overlaps(span));
        let best = same.max_by(|(_, a), (_, b)| a.span.iou(span).total_cmp(&b.span.iou(span)));
        best.map(|(i, _)| i).or_else(|| self.first_from(span.start))
    }

    /// The claim on these words, one's own before others, else the nearest.
    pub(crate) fn on(&self, span: Span) -> Option<usize> {
        let same = self.items.iter().enumerate().filter(|(_, item)| item.span == span);
        let own =
            same.max_by_key(|(index, item)| (item.own().is_some(), std::cmp::Reverse(*index)));
        own.map(|(index, _)| index).or_else(|| self.nearest(span))
    }

    /// The claim that holds `at`, pointed out or not; else the first stop behind it, else the last.
    pub(crate) fn first_from(&self, at: usize) -> Option<usize> {
        let holds = self.near(Span::new(at, at)).find(|(_, item)| item.span.contains(at));
        let behind = || self.stops.partition_point(|&i| self.items[i].span.end <= at);
        let stop = || self.stops.get(behind()).or(self.stops.last()).copied();
        holds.map(|(index, _)| index).or_else(stop)
    }

    /// The stop behind this claim, or before it.
    pub(crate) fn stop_beside(&self, index: usize, forward: bool) -> Option<usize> {
        if forward {
            self.stops.get(self.stops.partition_point(|stop| *stop <= index)).copied()
        } else {
            let before = self.stops.partition_point(|stop| *stop < index);
            before.checked_sub(1).map(|at| self.stops[at])
        }
    }

    /// Which stop a claim is, from 1; none where it is not pointed out.
    pub(crate) fn number(&self, index: usize) -> Option<usize> {
        self.stops.binary_search(&index).ok().map(|at| at + 1)
    }

    /// The stops where a decision is due.
    pub(crate) fn open_stops(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.stops.iter().copied().filter(|index| self.items[*index].is_open())
    }

    /// The claims that touch a stretch of text, the longest first, so that the
    /// smaller ones are painted over them.
    pub(crate) fn overlapping(&self, span: Span) -> Vec<(usize, &Item)> {
        let mut found: Vec<_> =
            self.near(span).filter(|(_, item)| item.span.overlaps(span)).collect();
        found.sort_by_key(|(_, item)| std::cmp::Reverse(item.span.len()));
        found
    }

    /// The claims that can touch a stretch of text.
    fn near(&self, span: Span) -> impl Iterator<Item = (usize, &Item)> {
        let near = near(&self.items, self.longest, span, |item| item.span);
        near.clone().zip(&self.items[near])
    }

    /// The claim behind this one in the chain of claims that overlap it, around to the first.
    pub(crate) fn next_overlapping(&self, index: usize) -> Option<usize> {
        // In order of start, the chain goes on while a claim begins before all ended.
        let (mut first, mut end) = (0, 0);
        for (i, item) in self.items.iter().enumerate() {
            if item.span.start >= end {
                if i > index {
                    break;
                }
                first = i;
            }
            end = end.max(item.span.end);
        }
        let rest = &self.items[first..];
        let mut end = 0;
        let chain = rest.iter().take_while(|item| {
            let joined = end == 0 || item.span.start < end;
            end = end.max(item.span.end);
            joined
        });
        let count = chain.count();
        (count > 1).then(|| first + (index + 1 - first) % count)
    }

    /// How far the review of this article is.
    pub fn progress(&self) -> Progress {
        self.sums.progress
    }
}

/// Bytes of old text that must be found again to keep the place.
const SIGHT: usize = 48;

/// Where the words at `at` of the old text stand in the new one; else as far in.
fn same_place(old: &str, new: &str, at: usize) -> usize {
    let end = old.floor_char_boundary(at + SIGHT);
    let words = old.get(at..end).unwrap_or_default();
    // Of the head of a text and the whole, which is not searched on the way of a key.
    if new.get(at..).is_some_and(|there| there.starts_with(words)) {
        return at;
    }
    let places = memchr::memmem::find_iter(new.as_bytes(), words.as_bytes());
    let nearest = places.take(1000).min_by_key(|place| place.abs_diff(at));
    new.floor_char_boundary(nearest.filter(|_| !words.is_empty()).unwrap_or(at))
}
