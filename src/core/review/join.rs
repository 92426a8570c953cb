//! The join: an article's text, what was detected in it, and what one has
//! decided and the teammates have, as one way through it.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::due::{self, Due};
use super::item::{Given, Item, Progress, Standing};
use super::place::{Found, Placed, place};
use super::team::{self, Tally, Team};
use crate::core::annotation::{AnnotationId, Book, Notebook, Selector};
use crate::core::article::{Document, Span, near};
use crate::core::claim::{Analysis, ClaimId, Level};

/// All decisions on an article, each at its place in today's text.
#[derive(Clone, Debug)]
pub struct Decisions<'a> {
    annotator: &'a str,
    own: Vec<Placed<'a>>,
    team: Team,
    away: Vec<(AnnotationId, Selector)>,
}

impl<'a> Decisions<'a> {
    /// Places what a person and the teammates decided. What neither stands where it
    /// stood nor is in `found` has no place yet: see [`Self::away`].
    pub fn of(doc: &Document, own: &'a Notebook, team: &[Book], found: &Found) -> Self {
        let (mut placed, mut away) = (Vec::with_capacity(own.annotations.len()), Vec::new());
        for (id, annotation) in &own.annotations {
            let found = found.get(id);
            let here = place(doc, id, annotation, found);
            if found.is_none() && matches!(here.standing, Standing::Lost(_)) {
                away.push((id.clone(), annotation.selector.clone()));
            } else {
                placed.push(here);
            }
        }
        away.extend(team::away(doc, team, found));
        let team = Team::of(doc, team, found);
        Self { annotator: &own.annotator, own: placed, team, away }
    }

    /// The quotes that must be searched before they can be placed, one's own and the team's.
    pub fn away(&self) -> &[(AnnotationId, Selector)] {
        &self.away
    }

    /// One's own.
    pub fn own(&self) -> &[Placed<'a>] {
        &self.own
    }

    /// The teammates'.
    pub const fn team(&self) -> &Team {
        &self.team
    }

    /// Of those that fit several places, puts each to the one that was chosen.
    #[must_use]
    pub fn choosing(mut self, chosen: &HashMap<AnnotationId, Span>) -> Self {
        for placed in &mut self.own {
            if let (Standing::Ambiguous(_), Some(chosen)) =
                (&placed.standing, chosen.get(placed.id))
            {
                placed.span = *chosen;
            }
        }
        self
    }

    /// The stops of the article: claims, one's own decisions, those of the team.
    pub fn items(&self, analysis: &Analysis) -> Vec<Item> {
        with_team(own_items(analysis, &self.own), &self.team)
    }
}

/// An article as one goes through it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The stops in the order of the text, the weak ones, too: claim number 1 is the first.
    pub items: Vec<Item>,
    /// What teammates decided.
    pub team: Team,
    /// How far one has come in what is shown.
    pub progress: Progress,
    /// One's own verdicts in force.
    pub own: Tally,
    /// What needs a look: one's own first.
    pub due: Vec<Due>,
}

impl Review {
    /// Joins what was detected with what was decided; progress counts what is shown at a level.
    pub fn of(doc: &Document, analysis: &Analysis, decisions: Decisions<'_>, level: Level) -> Self {
        let items = decisions.items(analysis);
        Self {
            progress: Progress::of(&items, level),
            own: Tally::of_items(decisions.annotator, &items),
            due: due::all(doc, &decisions.own, &decisions.team),
            team: decisions.team,
            items,
        }
    }
}

/// Half of the union: from here on two stretches are the same claim.
pub(super) const SAME: f64 = 0.5;

/// The stops of one's own: annotations, and the detected claims that none of them covers.
///
/// Linear in claims and annotations, apart from sorting.
fn own_items(analysis: &Analysis, placed: &[Placed<'_>]) -> Vec<Item> {
    let mut items: Vec<Item> = placed.iter().map(own_item).collect();
    items.sort_by_key(order);
    let longest = items.iter().map(|item| item.span.len()).max().unwrap_or_default();
    let own = items.len();
    items.reserve_exact(analysis.claims.len());
    for (index, claim) in analysis.claims.iter().enumerate() {
        let near = near(&items[..own], longest, claim.span, |item| item.span);
        let same = items[near]
            .iter_mut()
            .filter(|item| !matches!(item.standing(), Standing::Lost(_)))
            .filter(|item| item.span.iou(claim.span) >= SAME && item.detected.is_none())
            .max_by(|a, b| a.span.iou(claim.span).total_cmp(&b.span.iou(claim.span)));
        match same {
            Some(item) => (item.detected, item.level) = (ClaimId::at(index), claim.level),
            None => items.push(Item {
                span: claim.span,
                detected: ClaimId::at(index),
                given: None,
                level: claim.level,
            }),
        }
    }
    into_order(&mut items);
    items
}

/// Sorts, where anything is out of order: of half a million claims in theirs sorting would take as much room again by half.
fn into_order(items: &mut [Item]) {
    if !items.is_sorted_by_key(order) {
        items.sort_by_key(order);
    }
}

fn own_item(placed: &Placed<'_>) -> Item {
    Item {
        span: placed.span,
        detected: None,
        given: Some(Box::new(Given {
            id: placed.id.clone(),
            verdict: placed.annotation.verdict.clone(),
            standing: placed.standing.clone(),
            conflict: !placed.annotation.conflict.is_empty(),
        })),
        level: Level::FEWEST,
    }
}

/// By place; of two that begin together the longer first.
fn order(item: &Item) -> (usize, Reverse<usize>) {
    (item.span.start, Reverse(item.span.end))
}

/// Adds an open stop for each claim that only teammates have marked, to stops in the
/// order of the text. Linear in both, apart from sorting.
fn with_team(mut items: Vec<Item>, team: &Team) -> Vec<Item> {
    if team.is_empty() {
        return items;
    }
    let longest = items.iter().map(|item| item.span.len()).max().unwrap_or_default();
    let mut added: Vec<Item> = Vec::new();
    for theirs in team.iter() {
        let known = |items: &[Item], longest| {
            let near = near(items, longest, theirs.span, |item: &Item| item.span);
            items[near].iter().any(|item| item.span.coincides(theirs.span))
        };
        // The added come in the team's order, so they are sorted, too.
        if !known(&items, longest) && !known(&added, team.longest()) {
            added.push(Item::marked(theirs.span));
        }
    }
    items.extend(added);
    items.sort_by_key(order);
    items
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;

    use super::*;
    use crate::core::anchor::select;
    use crate::core::annotation::{Annotation, VerdictId};
    use crate::core::review::team::{Tallies, Theirs, about};

    const TEXT: &str = "Hier, 12 000 soldats sont arrivés à Koursk. La ville est prise.";

    fn annotation(words: &str, verdict: &str) -> Annotation {
        let at = TEXT.find(words).unwrap();
        let selector = select(TEXT, Span::new(at, at + words.len()), None);
        let verdict = Some(VerdictId(verdict.into()));
        Annotation { verdict, ..Annotation::new(selector, Timestamp::UNIX_EPOCH) }
    }

    fn book(annotator: &str, marks: &[(&str, &str)]) -> Book {
        let marks = marks.iter().enumerate();
        let annotations = marks
            .map(|(i, (words, v))| (AnnotationId(format!("id{i}").into()), annotation(words, v)));
        let annotations = annotations.collect();
        let notebook = Notebook { annotator: annotator.into(), annotations, ..Notebook::default() };
        Book { folder: annotator.to_lowercase(), notebook: Arc::new(notebook) }
    }

    fn item(words: &str, verdict: Option<&str>) -> Item {
        let at = TEXT.find(words).unwrap();
        Item {
            span: Span::new(at, at + words.len()),
            detected: ClaimId::at(0),
            given: verdict.map(|verdict| {
                let verdict = Some(VerdictId(verdict.into()));
                Box::new(Given { verdict, ..Given::new(AnnotationId("a".into())) })
            }),
            level: Level::default(),
        }
    }

    /// Stops on these stretches, in order.
    fn stops(spans: &[(usize, usize)]) -> Vec<Item> {
        let mut items: Vec<_> =
            spans.iter().map(|&(at, len)| Item::marked(Span::new(at, at + len))).collect();
        items.sort_by_key(order);
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
                folder: "bob".into(),
                annotator: "Bob".into(),
                id: AnnotationId("id".into()),
                annotation: annotation("Koursk", "disputed"),
                span: item.span,
                standing: Standing::Firm,
            };
            let team = Team::new(stops(&marks).iter().map(theirs).collect());
            let mut all = items.clone();
            for theirs in team.iter() {
                if !all.iter().any(|item| item.span.coincides(theirs.span)) {
                    all.push(Item::marked(theirs.span));
                }
            }
            all.sort_by_key(order);
            proptest::prop_assert_eq!(with_team(items, &team), all);
        }
    }

    fn team_of(books: &[Book]) -> (Document, Team) {
        let doc = Document::new(TEXT.as_bytes().to_vec());
        let team = Team::of(&doc, books, &Found::new());
        (doc, team)
    }

    #[test]
    fn verdicts_meet_on_overlapping_words() {
        let (doc, team) = team_of(&[book("Ana", &[("12 000 soldats", "disputed")])]);
        let long = item("12 000 soldats sont arrivés à Koursk", Some("corroborated"));
        assert_eq!(about(&team, long.span).len(), 1);
        let dispute = team::dispute(&doc, &long, &team).unwrap();
        assert_eq!(dispute.theirs, [("Ana".to_owned(), VerdictId("disputed".into()))]);
        for (words, verdict) in [
            ("12 000 soldats", Some("disputed")),
            ("12 000 soldats", None),
            ("La ville est prise", Some("corroborated")),
        ] {
            assert_eq!(team::dispute(&doc, &item(words, verdict), &team), None, "{words}");
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
        let (doc, team) = team_of(&books);
        let found = team::dispute(&doc, &item("La ville est prise", None), &team).unwrap();
        assert_eq!(found.own, None);
        let tallies = Tallies::of(&team);
        assert_eq!(
            tallies.verdicts().iter().map(|v| &*v.0).collect::<Vec<_>>(),
            ["disputed", "unverified"]
        );
        let rows: Vec<(&str, &[usize])> = tallies.rows().collect();
        assert_eq!(rows, [("Ana", &[1, 0][..]), ("Ben", &[0, 1])]);
    }

    #[test]
    fn what_only_teammates_marked_becomes_an_open_stop_once() {
        let marks = [("La ville est prise", "disputed")];
        let (_, team) = team_of(&[book("Ana", &marks), book("Ben", &marks)]);
        let items = with_team(vec![item("12 000 soldats", None)], &team);
        assert_eq!(items.len(), 2);
        assert!(items[1].is_open() && items[1].detected.is_none() && items[1].own().is_none());
    }

    #[test]
    fn a_verdict_on_changed_words_is_not_counted_before_it_is_found() {
        let book = book("Ana", &[("12 000 soldats", "disputed")]);
        let doc = Document::new(TEXT.replace("12 000", "1 500").into_bytes());
        let (own, team) = (Notebook::default(), [book]);
        let decisions = Decisions::of(&doc, &own, &team, &Found::new());
        assert_eq!(decisions.away()[0].0.0, "ana/id0");
        assert!(decisions.team().is_empty());
    }
}
