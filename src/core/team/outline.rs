//! How the team stands on an article, as lists, overviews and sums of a desk need it:
//! little enough to be kept for each of thousands of articles.

use std::collections::BTreeMap;

use super::agreement::Coincidences;
use super::opinion::Opinion;
use super::progress::Progress;
use super::status::{Rules, Status, Unit, team_units};
use crate::core::annotation::{Book, Final, VerdictId};
use crate::core::article::{Document, Span};
use crate::core::claim::{Claim, Level};
use crate::core::keep::keep;

/// How the team stands on an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// How far the team is with it.
    pub progress: Progress,
    /// The claims that somebody should look at, in the order of the text.
    pub lines: Vec<Line>,
    /// What the figures of agreement are added up from.
    pub figures: Coincidences,
}

keep!(struct Outline { progress, lines, figures });

/// A claim as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its words, in bytes of the shown text.
    pub span: Span,
    /// The words themselves.
    pub words: String,
    /// How the team stands on it.
    pub status: Status,
    /// Whether people differ once verdicts on changed words are counted.
    pub stale_dispute: bool,
    /// Who said what, those whose words have changed last.
    pub voices: Vec<Voice>,
    /// The final verdict in force.
    pub decision: Option<(String, Final)>,
}

keep!(struct Line { span, words, status, stale_dispute, voices, decision });

/// One person's verdict in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The person's folder name.
    pub person: String,
    /// The readable name.
    pub name: String,
    /// The verdict.
    pub verdict: VerdictId,
    /// Whether it stands on the words it was given for.
    pub firm: bool,
}

keep!(struct Voice { person, name, verdict, firm });

impl Outline {
    /// The outline of an article on which these people said these things.
    pub fn of(doc: &Document, opinions: &[Opinion], books: &[Book], rules: Rules<'_>) -> Self {
        let units = team_units(opinions, rules);
        let mut outline = Self { progress: Progress::of(&[], books, rules), ..Self::default() };
        outline.exchange(doc, &[], &units, rules);
        outline
    }

    /// Takes some units out and puts those in that stand in their place now.
    pub fn exchange(&mut self, doc: &Document, before: &[Unit], now: &[Unit], rules: Rules<'_>) {
        self.progress.exchange(before, now, rules);
        for unit in before {
            self.figures.remove(unit.firm().map(|(_, verdict)| verdict));
            self.lines.retain(|line| line.span != unit.span);
        }
        for unit in now {
            self.figures.add(unit.firm().map(|(_, verdict)| verdict));
        }
        self.lines.extend(now.iter().filter(|unit| is_due(unit)).map(|unit| Line::of(doc, unit)));
        self.lines.sort_by_key(|line| line.span);
    }

    /// The claims on which people disagree and nobody has decided: an edit of the article settles none.
    pub fn disputes(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.is_dispute())
    }

    /// The claims on which an editor is asked.
    pub fn asked(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.status.asks_editor())
    }
}

/// Whether somebody should look at a claim.
fn is_due(unit: &Unit) -> bool {
    let settled = matches!(unit.status, Status::Open | Status::Agreed | Status::Final);
    !settled || unit.is_stale_dispute()
}

impl Line {
    fn of(doc: &Document, unit: &Unit) -> Self {
        let mut voices: Vec<_> = unit
            .opinions
            .iter()
            .filter_map(|opinion| {
                Some(Voice {
                    person: opinion.person.clone(),
                    name: opinion.name.clone(),
                    verdict: opinion.annotation.verdict.clone()?,
                    firm: opinion.firm().is_some(),
                })
            })
            .collect();
        voices.sort_by_key(|voice| !voice.firm);
        Self {
            span: unit.span,
            words: unit.span.of(doc.text()).replace('\n', " "),
            status: unit.status,
            stale_dispute: unit.is_stale_dispute(),
            voices,
            decision: unit.decision.as_ref().map(|d| (d.name.clone(), d.verdict.clone())),
        }
    }

    /// Whether people disagree on it and nobody has decided.
    pub const fn is_dispute(&self) -> bool {
        matches!(self.status, Status::Disputed | Status::Contested)
            || self.stale_dispute && self.decision.is_none()
    }

    /// Whether a person has a verdict on it.
    pub fn is_by(&self, person: &str) -> bool {
        self.voices.iter().any(|voice| voice.person == person)
    }
}

/// How many claims nobody has spoken about, at each level of detail.
pub fn untouched(claims: &[Claim], units: &[Unit]) -> [usize; Level::COUNT] {
    let is_open = |claim: &&Claim| !units.iter().any(|unit| unit.span.coincides(claim.span));
    let mut counts = [0; Level::COUNT];
    for claim in claims.iter().filter(is_open) {
        counts.iter_mut().skip(usize::from(claim.level.number())).for_each(|count| *count += 1);
    }
    counts
}

/// The unit of the claim on these words.
pub fn unit_on(opinions: &[Opinion], span: Span, rules: Rules<'_>) -> Option<Unit> {
    let near: Vec<_> = within(opinions, region(opinions, span)).cloned().collect();
    let same = team_units(&near, rules).into_iter().filter(|unit| {
        unit.span.coincides(span) || unit.opinions.iter().any(|o| o.span.coincides(span))
    });
    let near = |unit: &Unit| unit.opinions.iter().map(|o| o.span.iou(span)).fold(0.0, f64::max);
    same.max_by(|a, b| near(a).total_cmp(&near(b)))
}

/// The opinions that touch a stretch.
pub fn within(opinions: &[Opinion], region: Span) -> impl Iterator<Item = &Opinion> {
    opinions.iter().filter(move |opinion| opinion.span.overlaps(region))
}

/// The stretch of all opinions that touch `span`, directly or through others: what lies in it makes
/// the same units alone as it does among all, since what touches nothing of them joins none of them.
pub fn region(opinions: &[Opinion], span: Span) -> Span {
    let mut region = span;
    loop {
        let touching = within(opinions, region).filter(|opinion| opinion.is_placed());
        let wider = hull(touching.map(|opinion| opinion.span).chain([region])).unwrap_or(region);
        if wider == region {
            return region;
        }
        region = wider;
    }
}

/// The stretch from the first to the last of some.
pub fn hull(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
}

/// How many claims stand how, added up over articles.
pub fn sum<'a>(
    outlines: impl Iterator<Item = &'a Outline>,
) -> (BTreeMap<Status, usize>, Coincidences) {
    let (mut counts, mut figures) = (BTreeMap::new(), Coincidences::default());
    for outline in outlines {
        for (status, n) in &outline.progress.units {
            *counts.entry(*status).or_insert(0) += n;
        }
        figures.merge(&outline.figures);
    }
    (counts, figures)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::core::annotation::{Annotation, Selector};
    use crate::core::review::Standing;
    use crate::core::team::roster::Roster;

    fn opinion((rater, start, len, verdict): (usize, usize, usize, usize)) -> Opinion {
        let person = ["ana", "ben", "eva", "zoe"][rater].to_owned();
        let mut annotation = Annotation::new(Selector::default(), Timestamp::UNIX_EPOCH);
        annotation.verdict = Some(VerdictId(["c", "d"][verdict].to_owned()));
        Opinion {
            name: person.clone(),
            key: format!("{person}/{start}-{len}-{verdict}"),
            person,
            annotation: Arc::new(annotation),
            span: Span::new(start, start + len),
            standing: Standing::Firm,
        }
    }

    proptest! {
        #[test]
        fn what_is_near_makes_the_units_that_all_make_and_a_step_the_outline_of_all(
            raw in prop::collection::vec((0usize..4, 0usize..60, 1usize..9, 0usize..2), 1..24),
        ) {
            let roster = Roster::default();
            let rules = Rules { roster: &roster, per_article: 2 };
            let doc = crate::core::article::Document::new("x".repeat(80).into_bytes());
            let mut opinions: Vec<_> = raw.into_iter().map(opinion).collect();
            opinions.sort_by(|a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
            opinions.dedup_by(|a, b| a.key == b.key);
            let all = team_units(&opinions, rules);
            let on = |region| -> Vec<_> { within(&opinions, region).cloned().collect() };
            for unit in &all {
                let around = team_units(&on(region(&opinions, unit.span)), rules);
                prop_assert!(around.contains(unit));
            }
            let whole = Outline::of(&doc, &opinions, &[], rules);
            let gone = opinions[0].clone();
            let region = region(&opinions, gone.span);
            let mut outline = whole.clone();
            let near = on(region);
            let before = team_units(&near, rules);
            let near: Vec<_> = near.into_iter().filter(|one| one.key != gone.key).collect();
            let now = team_units(&near, rules);
            outline.exchange(&doc, &before, &now, rules);
            let anew = Outline::of(&doc, &opinions[1..], &[], rules);
            prop_assert_eq!(&outline.lines, &anew.lines);
            prop_assert_eq!(&outline.progress, &anew.progress);
            let (one, other) = (outline.figures.alpha(), anew.figures.alpha());
            prop_assert!((one.unwrap_or(2.0) - other.unwrap_or(2.0)).abs() < 1e-9);
        }
    }
}
