//! How the team stands on an article, as lists, overviews and sums of a desk need it:
//! little enough to be kept for each of thousands of articles.

use super::agreement::Coincidences;
use super::progress::Progress;
use super::status::{Rules, Status, Unit};
use crate::core::annotation::{Book, Final, VerdictId};
use crate::core::article::{Document, Span, near};
use crate::core::claim::{Claim, Level};
use crate::core::keep::keep;

/// How the team stands on an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// How far the team is with it.
    pub progress: Progress,
    /// The claims that somebody should look at, in the order of the text.
    pub lines: Vec<Line>,
    /// How many of them each view holds: known without a look at them.
    counts: [usize; View::ALL.len()],
    /// What the figures of agreement are added up from.
    pub figures: Coincidences,
    /// Everybody who has a voice in a line, once.
    people: Vec<Person>,
    /// Each verdict of theirs, once.
    verdicts: Vec<VerdictId>,
}

keep!(struct Outline { progress, lines, counts, figures, people, verdicts });

/// A part of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Those on which people disagree and nobody has decided: an edit of the article settles none.
    Disputed,
    /// Those with fewer verdicts than the team asks for.
    Single,
    /// Those whose final verdict is overtaken or contested.
    Overtaken,
    /// Those on which people differ once verdicts on changed words are counted.
    Stale,
    /// All.
    All,
}

impl View {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Disputed, Self::Single, Self::Overtaken, Self::Stale, Self::All];

    /// Whether a line is in it.
    pub const fn holds(self, line: &Line) -> bool {
        match self {
            Self::Disputed => line.is_dispute(),
            Self::Single => matches!(line.status, Status::Single),
            Self::Overtaken => matches!(line.status, Status::Overtaken | Status::Contested),
            Self::Stale => line.stale_dispute,
            Self::All => true,
        }
    }
}

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
    said: Vec<Said>,
    /// The final verdict in force.
    pub decision: Option<(String, Final)>,
}

keep!(struct Line { span, words, status, stale_dispute, said, decision });

/// One person's verdict in a line. A large team has half a million of them, so they hold numbers
/// instead of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    /// Which of the people.
    person: usize,
    /// Which of the verdicts.
    verdict: usize,
    /// Whether it stands on the words it was given for.
    firm: bool,
}

keep!(struct Said { person, verdict, firm });

/// Somebody with a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The folder name.
    pub slug: String,
    /// The readable name.
    pub name: String,
}

keep!(struct Person { slug, name });

/// One person's verdict in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice<'a> {
    /// Whose it is.
    pub person: &'a Person,
    /// The verdict.
    pub verdict: &'a VerdictId,
    /// Whether it stands on the words it was given for.
    pub firm: bool,
}

impl Outline {
    /// The outline of an article of which people said these things, in these notebooks.
    pub fn of(doc: &Document, units: &[Unit], books: &[Book], rules: Rules<'_>) -> Self {
        let mut outline = Self { progress: Progress::of(&[], books, rules), ..Self::default() };
        outline.exchange(doc, &[], units, rules);
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
        for unit in now.iter().filter(|unit| is_due(unit)) {
            let line = self.line(doc, unit);
            self.lines.push(line);
        }
        self.lines.sort_by_key(|line| line.span);
        let count = |view: View| self.lines.iter().filter(|line| view.holds(line)).count();
        self.counts = View::ALL.map(count);
    }

    /// How many lines are in a view.
    pub const fn count(&self, view: View) -> usize {
        self.counts[view as usize]
    }

    fn line(&mut self, doc: &Document, unit: &Unit) -> Line {
        let mut said = Vec::new();
        for opinion in &unit.opinions {
            let Some(verdict) = &opinion.annotation.verdict else { continue };
            let is_person = |person: &Person| person.slug == opinion.person;
            let person = || Person { slug: opinion.person.clone(), name: opinion.name.clone() };
            said.push(Said {
                person: place(&mut self.people, is_person, person),
                verdict: place(&mut self.verdicts, |v| v == verdict, || verdict.clone()),
                firm: opinion.firm().is_some(),
            });
        }
        said.sort_by_key(|said| !said.firm);
        Line {
            span: unit.span,
            words: unit.span.of(doc.text()).replace('\n', " "),
            status: unit.status,
            stale_dispute: unit.is_stale_dispute(),
            said,
            decision: unit.decision.as_ref().map(|d| (d.name.clone(), d.verdict.clone())),
        }
    }

    /// Who said what in a line of it, those whose words have changed last.
    pub fn voices<'a>(&'a self, line: &'a Line) -> impl Iterator<Item = Voice<'a>> {
        line.said.iter().filter_map(|said| {
            let (person, verdict) =
                (self.people.get(said.person)?, self.verdicts.get(said.verdict)?);
            Some(Voice { person, verdict, firm: said.firm })
        })
    }

    /// Whether a person has a verdict on the claim of a line of it.
    pub fn is_by(&self, line: &Line, person: &str) -> bool {
        self.voices(line).any(|voice| voice.person.slug == person)
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

/// The place of a value in a list, at whose end it is put where it is new.
fn place<T>(all: &mut Vec<T>, is_it: impl Fn(&T) -> bool, value: impl FnOnce() -> T) -> usize {
    all.iter().position(is_it).unwrap_or_else(|| {
        all.push(value());
        all.len() - 1
    })
}

impl Line {
    /// Whether people disagree on it and nobody has decided.
    pub const fn is_dispute(&self) -> bool {
        matches!(self.status, Status::Disputed | Status::Contested)
            || self.stale_dispute && self.decision.is_none()
    }
}

/// How many claims nobody has spoken about, at each level of detail; the units in the order of the text.
pub fn untouched(claims: &[Claim], units: &[Unit]) -> [usize; Level::COUNT] {
    let longest = units.iter().map(|unit| unit.span.len()).max().unwrap_or_default();
    let is_open = |claim: &&Claim| {
        let near = near(units, longest, claim.span, |unit| unit.span);
        !units[near].iter().any(|unit| unit.span.coincides(claim.span))
    };
    let mut counts = [0; Level::COUNT];
    for claim in claims.iter().filter(is_open) {
        counts.iter_mut().skip(usize::from(claim.level.number())).for_each(|count| *count += 1);
    }
    counts
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::core::annotation::{Annotation, Selector};
    use crate::core::review::Standing;
    use crate::core::team::near::Opinions;
    use crate::core::team::opinion::Opinion;
    use crate::core::team::roster::Roster;
    use crate::core::team::status::team_units;

    fn opinion((rater, start, len, verdict): (usize, usize, usize, usize)) -> Opinion {
        let person = ["ana", "ben", "eva", "zoe"][rater].to_owned();
        let mut annotation = Annotation::new(Selector::default(), Timestamp::UNIX_EPOCH);
        annotation.verdict = Some(VerdictId(["c", "d"][verdict % 2].to_owned()));
        let standing = if verdict < 2 { Standing::Firm } else { Standing::Stale(Vec::new()) };
        Opinion {
            name: person.clone(),
            key: format!("{person}/{start}-{len}-{verdict}"),
            person,
            annotation: Arc::new(annotation),
            span: Span::new(start, start + len),
            standing,
        }
    }

    /// The lines, with names instead of numbers.
    fn told(outline: &Outline) -> Vec<(Line, Vec<Voice<'_>>)> {
        let told = |line: &Line| Line { said: Vec::new(), ..line.clone() };
        outline.lines.iter().map(|line| (told(line), outline.voices(line).collect())).collect()
    }

    proptest! {
        #[test]
        fn what_is_near_makes_the_units_that_all_make_and_a_step_the_outline_of_all(
            raw in prop::collection::vec((0usize..4, 0usize..60, 1usize..9, 0usize..3), 1..24),
        ) {
            let roster = Roster::default();
            let rules = Rules { roster: &roster, per_article: 2 };
            let doc = crate::core::article::Document::new("x".repeat(80).into_bytes());
            let mut opinions: Vec<_> = raw.into_iter().map(opinion).collect();
            opinions.sort_by(|a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
            opinions.dedup_by(|a, b| a.key == b.key);
            let all = team_units(&opinions, rules);
            let mut found = Opinions::new(opinions.clone());
            for unit in &all {
                prop_assert!(team_units(&found.near(unit.span), rules).contains(unit));
            }
            let whole = Outline::of(&doc, &team_units(&opinions, rules), &[], rules);
            let gone = opinions[0].clone();
            let mut outline = whole.clone();
            let mut near = found.near(gone.span);
            let before = team_units(&near, rules);
            near.retain(|one| one.key != gone.key);
            let now = team_units(&near, rules);
            outline.exchange(&doc, &before, &now, rules);
            let anew = Outline::of(&doc, &team_units(&opinions[1..], rules), &[], rules);
            prop_assert_eq!(told(&outline), told(&anew));
            prop_assert_eq!(&outline.progress, &anew.progress);
            prop_assert_eq!(outline.counts, anew.counts);
            let (one, other) = (outline.figures.alpha(), anew.figures.alpha());
            prop_assert!((one.unwrap_or(2.0) - other.unwrap_or(2.0)).abs() < 1e-9);
            prop_assert_eq!(found.take(&gone.key, gone.span), Some(gone.clone()));
            prop_assert_eq!(found.all(), &opinions[1..]);
            found.put(gone);
            prop_assert_eq!(found.all(), &opinions[..]);
            // Shown at another place, too.
            let gone = &opinions[0];
            prop_assert_eq!(found.take(&gone.key, Span::new(70, 79)), Some(gone.clone()));
        }
    }
}
