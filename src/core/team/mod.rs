//! What teammates decided about the same words.
//!
//! Annotations of different people are joined where their words overlap: two
//! people hardly ever draw the same borders.

pub mod agreement;
pub mod assign;
mod random;
pub mod spans;
pub mod unit;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::core::anchor::Outcome;
use crate::core::annotation::{Annotation, AnnotationId, Notebook, Selector, VerdictId};
use crate::core::article::{Document, Span, near};
use crate::core::review::{Item, Standing, is_in_place, place};

/// A teammate's annotation in today's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The teammate's readable name.
    pub annotator: String,
    /// What was decided.
    pub annotation: Annotation,
    /// Where it stands, in bytes of the shown text.
    pub span: Span,
    /// Whether it stands on the words it was given for.
    pub firm: bool,
}

impl Theirs {
    /// The verdict in force; none while it is open or its words have changed.
    pub fn verdict(&self) -> Option<&VerdictId> {
        self.annotation.verdict.as_ref().filter(|_| self.firm)
    }
}

/// What teammates decided on an article, in the order of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    all: Vec<Theirs>,
    /// The length of the longest stretch, in bytes.
    longest: usize,
}

/// What hides the team.
pub static NOBODY: Team = Team { all: Vec::new(), longest: 0 };

impl Team {
    fn new(mut all: Vec<Theirs>) -> Self {
        all.sort_by(|a, b| {
            (a.span.start, a.span.end, &a.annotator).cmp(&(b.span.start, b.span.end, &b.annotator))
        });
        let longest = all.iter().map(|theirs| theirs.span.len()).max().unwrap_or_default();
        Self { all, longest }
    }

    /// Whether nobody else has decided anything.
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Theirs> {
        self.all.iter()
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
        Self::of(annotator, firm.filter_map(|item| item.verdict.as_ref()))
    }

    /// Counts the verdicts of each teammate, in order of their names.
    pub fn of_team(team: &Team) -> Vec<Self> {
        let mut by_name: BTreeMap<&str, Vec<&VerdictId>> = BTreeMap::new();
        for theirs in team.iter() {
            by_name.entry(&theirs.annotator).or_default().extend(theirs.verdict());
        }
        by_name.into_iter().map(|(name, verdicts)| Self::of(name, verdicts)).collect()
    }

    /// How many verdicts there are.
    pub fn all(&self) -> usize {
        self.verdicts.values().sum()
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
}

/// The name under which a teammate's quote is searched: ids are unique in one
/// notebook only.
fn key(annotator: &str, id: &AnnotationId) -> AnnotationId {
    AnnotationId(format!("{annotator}/{}", id.0))
}

/// The quotes of teammates that do not stand at their old position, by the name
/// under which [`gather`] asks for them.
pub fn away(doc: &Document, notebooks: &[Arc<Notebook>]) -> Vec<(AnnotationId, Selector)> {
    let all = notebooks.iter().flat_map(|book| book.annotations.iter().map(move |a| (book, a)));
    all.filter(|(_, (_, annotation))| is_in_place(doc, annotation).is_none())
        .map(|(book, (id, a))| (key(&book.annotator, id), a.selector.clone()))
        .collect()
}

/// The teammates' annotations that have a place in today's text, in its order.
/// `found` tells what became of a quote that does not stand at its old position.
pub fn gather<'a>(
    doc: &Document,
    notebooks: &[Arc<Notebook>],
    found: impl Fn(&AnnotationId) -> Option<&'a Outcome>,
) -> Team {
    let mut team = Vec::new();
    for book in notebooks {
        for (id, annotation) in &book.annotations {
            let placed = place(doc, id, annotation, found(&key(&book.annotator, id)));
            if placed.standing.is_in_force() || matches!(placed.standing, Standing::Stale(_)) {
                team.push(Theirs {
                    annotator: book.annotator.clone(),
                    annotation: annotation.clone(),
                    span: placed.span,
                    firm: placed.standing.is_in_force(),
                });
            }
        }
    }
    Team::new(team)
}

/// Whether two stretches are about the same claim: what they share is at least
/// half of the shorter one (the overlap coefficient of Szymkiewicz and Simpson).
fn is_same(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared > 0 && 2 * shared >= a.len().min(b.len())
}

/// What teammates decided about the words of `span`: of each teammate what
/// stands on the most of them.
pub fn about(team: &Team, span: Span) -> Vec<&Theirs> {
    let mut best: BTreeMap<&str, &Theirs> = BTreeMap::new();
    for theirs in team.on(span).filter(|theirs| is_same(theirs.span, span)) {
        let known = best.entry(&theirs.annotator).or_insert(theirs);
        if theirs.span.iou(span) > known.span.iou(span) {
            *known = theirs;
        }
    }
    best.into_values().collect()
}

/// The disagreement on a claim, where there is one.
pub fn dispute(doc: &Document, item: &Item, team: &Team) -> Option<Dispute> {
    let own = item.verdict.as_ref().filter(|_| !item.is_open());
    let theirs: Vec<_> = about(team, item.span)
        .into_iter()
        .filter_map(|theirs| Some((theirs.annotator.clone(), theirs.verdict()?.clone())))
        .collect();
    let first = own.or(theirs.first().map(|(_, verdict)| verdict))?;
    if theirs.iter().all(|(_, verdict)| verdict == first) {
        return None;
    }
    let words = item.span.of(doc.text()).to_owned();
    Some(Dispute { span: item.span, words, own: own.cloned(), theirs })
}

/// The disagreements of an article, in the order of the text.
pub fn disputes(doc: &Document, items: &[Item], team: &Team) -> Vec<Dispute> {
    if team.is_empty() {
        return Vec::new();
    }
    items.iter().filter_map(|item| dispute(doc, item, team)).collect()
}

/// Adds an open stop for each claim that only teammates have marked, to stops in the
/// order of the text. Linear in both, apart from sorting.
pub fn join(mut items: Vec<Item>, team: &Team) -> Vec<Item> {
    if team.is_empty() {
        return items;
    }
    let longest = items.iter().map(|item| item.span.len()).max().unwrap_or_default();
    let mut added: Vec<Item> = Vec::new();
    for theirs in team.iter() {
        let known = |items: &[Item], longest| {
            let near = near(items, longest, theirs.span, |item: &Item| item.span);
            items[near].iter().any(|item| is_same(item.span, theirs.span))
        };
        // The added come in the team's order, so they are sorted, too.
        if !known(&items, longest) && !known(&added, team.longest) {
            added.push(Item::marked(theirs.span));
        }
    }
    items.extend(added);
    items.sort_by_key(|item| (item.span.start, Reverse(item.span.end)));
    items
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::core::anchor::select;
    use crate::core::review::Strength;

    const TEXT: &str = "Hier, 12 000 soldats sont arrivés à Koursk. La ville est prise.";

    fn annotation(words: &str, verdict: &str) -> Annotation {
        let at = TEXT.find(words).unwrap();
        let selector = select(TEXT, Span::new(at, at + words.len()), None);
        let verdict = Some(VerdictId(verdict.into()));
        Annotation { verdict, ..Annotation::new(selector, Timestamp::UNIX_EPOCH) }
    }

    fn book(annotator: &str, marks: &[(&str, &str)]) -> Arc<Notebook> {
        let marks = marks.iter().enumerate();
        let annotations =
            marks.map(|(i, (words, v))| (AnnotationId(format!("id{i}")), annotation(words, v)));
        let annotations = annotations.collect();
        Arc::new(Notebook { annotator: annotator.into(), annotations, ..Notebook::default() })
    }

    fn item(words: &str, verdict: Option<&str>) -> Item {
        let at = TEXT.find(words).unwrap();
        Item {
            span: Span::new(at, at + words.len()),
            detected: Some(0),
            own: None,
            verdict: verdict.map(|v| VerdictId(v.into())),
            standing: Standing::Firm,
            conflict: false,
            strength: Strength::Fair,
        }
    }

    /// Stops on these stretches, in order.
    fn stops(spans: &[(usize, usize)]) -> Vec<Item> {
        let mut items: Vec<_> =
            spans.iter().map(|&(at, len)| Item::marked(Span::new(at, at + len))).collect();
        items.sort_by_key(|item| (item.span.start, Reverse(item.span.end)));
        items
    }

    proptest::proptest! {
        #[test]
        fn a_team_joins_by_place_as_it_would_by_looking_at_all(
            own in proptest::collection::vec((0usize..50, 1usize..9), 0..20),
            marks in proptest::collection::vec((0usize..50, 1usize..9), 0..20),
        ) {
            let items = stops(&own);
            let theirs = |item: &Item| Theirs {
                annotator: "Bob".into(),
                annotation: annotation("Koursk", "disputed"),
                span: item.span,
                firm: true,
            };
            let team = Team::new(stops(&marks).iter().map(theirs).collect());
            let mut all = items.clone();
            for theirs in team.iter() {
                if !all.iter().any(|item| is_same(item.span, theirs.span)) {
                    all.push(Item::marked(theirs.span));
                }
            }
            all.sort_by_key(|item| (item.span.start, Reverse(item.span.end)));
            proptest::prop_assert_eq!(join(items, &team), all);
        }
    }

    fn team(books: &[Arc<Notebook>]) -> (Document, Team) {
        let doc = Document::new(TEXT.as_bytes().to_vec());
        let team = gather(&doc, books, |_| None);
        (doc, team)
    }

    #[test]
    fn verdicts_meet_on_overlapping_words() {
        let (doc, team) = team(&[book("Ana", &[("12 000 soldats", "disputed")])]);
        let long = item("12 000 soldats sont arrivés à Koursk", Some("corroborated"));
        assert_eq!(about(&team, long.span).len(), 1);
        let dispute = dispute(&doc, &long, &team).unwrap();
        assert_eq!(dispute.theirs, [("Ana".to_owned(), VerdictId("disputed".into()))]);
        for (words, verdict) in [
            ("12 000 soldats", Some("disputed")),
            ("12 000 soldats", None),
            ("La ville est prise", Some("corroborated")),
        ] {
            assert_eq!(super::dispute(&doc, &item(words, verdict), &team), None, "{words}");
        }
    }

    #[test]
    fn teammates_may_disagree_before_oneself_has_decided() {
        let books = ["Ana", "Ben"].map(|name| {
            book(
                name,
                &[("La ville est prise", if name == "Ana" { "disputed" } else { "unverified" })],
            )
        });
        let (doc, team) = team(&books);
        let found = disputes(&doc, &[item("La ville est prise", None)], &team);
        assert_eq!((found.len(), found[0].own.as_ref()), (1, None));
        let tallies = Tally::of_team(&team);
        assert_eq!(tallies.iter().map(Tally::all).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn what_only_teammates_marked_becomes_an_open_stop_once() {
        let marks = [("La ville est prise", "disputed")];
        let (_, team) = team(&[book("Ana", &marks), book("Ben", &marks)]);
        let items = join(vec![item("12 000 soldats", None)], &team);
        assert_eq!(items.len(), 2);
        assert!(items[1].is_open() && items[1].detected.is_none() && items[1].own.is_none());
    }

    #[test]
    fn a_verdict_on_changed_words_is_not_counted_before_it_is_found() {
        let book = book("Ana", &[("12 000 soldats", "disputed")]);
        let doc = Document::new(TEXT.replace("12 000", "1 500").into_bytes());
        assert_eq!(away(&doc, std::slice::from_ref(&book))[0].0.0, "Ana/id0");
        assert!(gather(&doc, &[book], |_| None).is_empty());
    }
}
