//! One step of work on a review that is joined already: what it touches, and nothing else.

use super::due;
use super::item::{Given, Item, Standing};
use super::join::{Review, SAME};
use super::place::{Placed, is_in_place};
use crate::core::annotation::{Annotation, AnnotationId};
use crate::core::article::{Document, Span};
use crate::core::claim::{Analysis, Claim, Level};

impl Review {
    /// Carries out that an annotation of one's own is now this, or is gone. Gives where it
    /// stands or stood, if it could: else the review must be joined anew, for instance since
    /// the words are others, or since two claims would now meet one annotation.
    pub fn step(
        &mut self,
        doc: &Document,
        analysis: &Analysis,
        level: Level,
        id: &AnnotationId,
        now: Option<&Annotation>,
    ) -> Option<Span> {
        let (index, item) = match now {
            Some(annotation) => self.decided(doc, analysis, id, annotation),
            None => self.withdrawn(analysis, id),
        }?;
        let before = std::mem::replace(&mut self.items[index], item);
        let item = &self.items[index];
        self.progress.exchange(&before, item, level);
        self.own.exchange(&before, item);
        let placed = now.map(|annotation| Placed {
            id,
            annotation,
            span: item.span,
            standing: item.standing().clone(),
        });
        due::exchange(&mut self.due, doc, id, placed.as_ref());
        Some(self.items[index].span)
    }

    /// The stop with an annotation that is new or another; its place in the items.
    fn decided(
        &self,
        doc: &Document,
        analysis: &Analysis,
        id: &AnnotationId,
        now: &Annotation,
    ) -> Option<(usize, Item)> {
        let span = is_in_place(doc, now)?;
        let index = self.only_one_on(span)?;
        let item = &self.items[index];
        let joins = match item.own() {
            Some(own) => own == id,
            None => rivals(analysis, span) == usize::from(item.detected.is_some()),
        };
        joins.then(|| {
            let item = Item {
                given: Some(Box::new(Given {
                    id: id.clone(),
                    verdict: now.verdict.clone(),
                    standing: Standing::Firm,
                    conflict: !now.conflict.is_empty(),
                })),
                ..*item
            };
            (index, item)
        })
    }

    /// The stop of an annotation that is gone, where a detected claim stays there.
    fn withdrawn(&self, analysis: &Analysis, id: &AnnotationId) -> Option<(usize, Item)> {
        let index = self.items.iter().position(|item| item.own() == Some(id))?;
        let item = &self.items[index];
        let claim = analysis.claim(item.detected?)?;
        let stays = claim.span == item.span
            && self.only_one_on(item.span).is_some()
            && rivals(analysis, item.span) == 1;
        // The claim would take another annotation, also one that now has a later claim.
        let other = |other: &Item| {
            let is_other = other.own().is_some_and(|own| own != id);
            is_other && other.span.iou(item.span) >= SAME
        };
        (stays && !self.around(item.span).any(|(_, item)| other(item))).then(|| {
            let item = Item { given: None, ..*item };
            (index, item)
        })
    }

    /// The place of the stop on these words, where there is one and no other.
    fn only_one_on(&self, span: Span) -> Option<usize> {
        let mut on = self.around(span).filter(|(_, item)| item.span == span);
        let (index, _) = on.next()?;
        on.next().is_none().then_some(index)
    }

    /// The stops that can share half with these words.
    fn around(&self, span: Span) -> impl Iterator<Item = (usize, &Item)> {
        let first = span.start.saturating_sub(2 * span.len());
        let from = self.items.partition_point(|item| item.span.start < first);
        let all = self.items.iter().enumerate().skip(from);
        all.take_while(move |(_, item)| item.span.start <= span.end)
    }
}

/// How many claims an annotation on these words could be joined with.
fn rivals(analysis: &Analysis, span: Span) -> usize {
    near(analysis, span).iter().filter(|claim| claim.span.iou(span) >= SAME).count()
}

/// The claims that can share half with these words.
fn near(analysis: &Analysis, span: Span) -> &[Claim] {
    let first = span.start.saturating_sub(2 * span.len());
    let claims = &analysis.claims;
    let from = claims.partition_point(|claim| claim.span.start < first);
    let until = claims.partition_point(|claim| claim.span.start <= span.end);
    &claims[from..until]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::core::anchor::select;
    use crate::core::annotation::{Book, Notebook, VerdictId};
    use crate::core::review::{Decisions, Found};

    const TEXT: &str = "Hier, 12 000 soldats sont arrivés à Koursk, selon Kiev. La ville est prise, \
                        dit Moscou. Le 3 mai 2024, 300 chars ont passé la frontière.";

    /// A claim on words of the text.
    fn claim(first: usize, words: usize, score: f32) -> Claim {
        Claim { span: span(first, words), score, ..Claim::default() }
    }

    fn span(first: usize, words: usize) -> Span {
        let starts: Vec<_> = TEXT.split(' ').map(|word| word.as_ptr() as usize).collect();
        let (from, until) =
            (first % starts.len(), (first % starts.len() + words).min(starts.len()));
        let at = starts[from] - TEXT.as_ptr() as usize;
        let last = TEXT.split(' ').nth(until - 1).unwrap();
        Span::new(at, last.as_ptr() as usize + last.len() - TEXT.as_ptr() as usize)
    }

    fn annotation(span: Span, verdict: u8) -> Annotation {
        let verdict = ["disputed", "corroborated"].get(usize::from(verdict));
        let verdict = verdict.map(|id| VerdictId((*id).to_owned()));
        Annotation { verdict, ..Annotation::new(select(TEXT, span, None), Timestamp::UNIX_EPOCH) }
    }

    fn places() -> impl Strategy<Value = Vec<(usize, usize, u8)>> {
        prop::collection::vec((0usize..24, 1usize..5, 0u8..3), 0..8)
    }

    proptest! {
        #[test]
        fn a_step_gives_what_joining_anew_gives(
            claims in places(),
            theirs in places(),
            steps in prop::collection::vec((0usize..24, 1usize..5, 0u8..4), 1..12),
        ) {
            let doc = Document::new(TEXT.as_bytes().to_vec());
            let mut claims: Vec<_> =
                claims.iter().map(|(at, len, n)| claim(*at, *len, 0.3 + f32::from(*n) / 4.0)).collect();
            claims.sort_by_key(|claim| claim.span.start);
            let mut analysis = Analysis::default();
            analysis.claims = claims;
            let mut team = Notebook { annotator: "Bob".into(), ..Notebook::default() };
            for (at, len, verdict) in theirs {
                let annotation = annotation(span(at, len), verdict);
                team.annotations.insert(AnnotationId::of(&annotation.selector, |_| false), annotation);
            }
            let book = Book { folder: "bob".into(), notebook: Arc::new(team) };
            let (team, level, found) = ([book], Level::default(), Found::new());
            let mut book = Notebook::default();
            let join = |book: &Notebook| {
                Review::of(&doc, &analysis, Decisions::of(&doc, book, &team, &found), level)
            };
            let mut review = join(&book);
            let on: BTreeSet<_> = review.items.iter().map(|item| (item.span.start, item.span.end)).collect();
            let on: Vec<_> = on.into_iter().map(|(a, b)| Span::new(a, b)).collect();
            for (at, len, verdict) in steps {
                // Mostly on a stop that is there, as a person does.
                let place = on.get(at % (on.len() + 1)).copied().unwrap_or(span(at, len));
                let mut new = annotation(place, verdict);
                let id = AnnotationId::of(&new.selector, |_| false);
                if verdict == 3 {
                    book.annotations.remove(&id);
                } else {
                    new.note = if verdict == 2 { "Vu.".into() } else { String::new() };
                    book.annotations.insert(id.clone(), new);
                }
                let anew = join(&book);
                if review.step(&doc, &analysis, level, &id, book.annotations.get(&id)).is_some() {
                    prop_assert_eq!(&review, &anew);
                }
                review = anew;
            }
        }
    }

    #[test]
    fn a_verdict_on_a_claim_and_taking_it_back_need_no_joining_anew() {
        let doc = Document::new(TEXT.as_bytes().to_vec());
        let analysis = crate::core::claim::analyze(TEXT);
        let (level, book) = (Level::default(), Notebook::default());
        let mut review =
            Review::of(&doc, &analysis, Decisions::of(&doc, &book, &[], &Found::new()), level);
        let before = review.clone();
        for item in before.items.iter().filter(|item| item.detected.is_some()) {
            let annotation = annotation(item.span, 0);
            let id = AnnotationId::of(&annotation.selector, |_| false);
            assert_eq!(
                review.step(&doc, &analysis, level, &id, Some(&annotation)),
                Some(item.span)
            );
            assert_eq!(review.step(&doc, &analysis, level, &id, None), Some(item.span));
        }
        assert_eq!(review, before);
    }
}
