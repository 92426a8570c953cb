//! The results of a desk, as reports and exports read them.

use jiff::Timestamp;

use crate::core::annotation::{Annotation, AnnotationId, Label, VerdictId};
use crate::core::article::{Document, Source, Span};
use crate::core::review::team::about;
use crate::core::review::{Item, Review, Standing};

/// What was decided on a desk.
#[derive(Clone, Debug)]
pub struct Results {
    /// The desk's name: that of its folder.
    pub desk: String,
    /// The verdicts in use, in their order.
    pub labels: Vec<Label>,
    /// When this was put together.
    pub made: Timestamp,
    /// The articles in the order of their names.
    pub articles: Vec<Article>,
}

/// An article with its claims.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name below the folder of the articles.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Its text; spans and quotes of claims count in it.
    pub text: String,
    /// Its text as decoded, in which positions on disk count.
    pub original: String,
    /// Who published it.
    pub source: Source,
    /// Its claims in the order of the text.
    pub claims: Vec<Claim>,
}

/// A claim with what was decided on it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its number in the article, from 1: that of `claimdesk show`.
    pub number: usize,
    /// Where it stands, in bytes of [`Article::text`].
    pub span: Span,
    /// Where it stands, in code points of [`Article::original`].
    pub points: (usize, usize),
    /// What counts.
    pub effective: Option<Effective>,
    /// What each person says, one's own opinion first.
    pub opinions: Vec<Opinion>,
}

/// The verdict that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// The verdict.
    pub verdict: VerdictId,
    /// How it came about.
    pub how: How,
}

/// How a verdict came to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// All who decided say the same, and they are enough.
    Agreed,
}

impl How {
    /// Its word in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
        }
    }
}

/// What one person says of a claim.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The person's readable name.
    pub person: String,
    /// The name of the annotation in the person's notebook; one's own only.
    pub id: Option<AnnotationId>,
    /// What was decided.
    pub annotation: Annotation,
    /// Whether it stands on the words it was given for.
    pub firm: bool,
}

impl Opinion {
    /// The verdict in force.
    pub fn verdict(&self) -> Option<&VerdictId> {
        self.annotation.verdict.as_ref().filter(|_| self.firm)
    }
}

impl Results {
    /// The name of a verdict, in English: what other tools show.
    pub fn label<'a>(&'a self, verdict: &'a VerdictId) -> &'a str {
        self.labels.iter().find(|label| label.id == *verdict).map_or(&verdict.0, |label| &label.en)
    }

    /// The claims that have an opinion, with their articles.
    pub fn decided(&self) -> impl Iterator<Item = (&Article, &Claim)> {
        let all = self.articles.iter().flat_map(|a| a.claims.iter().map(move |claim| (a, claim)));
        all.filter(|(_, claim)| !claim.opinions.is_empty())
    }
}

impl Claim {
    /// Counts the opinions anew, after some were left out. `enough` is how many
    /// people make an agreed verdict.
    pub fn count(&mut self, enough: usize) {
        self.effective = effective(&self.opinions, enough);
    }
}

impl Article {
    /// Joins what is known of an article. `own` gives one's own annotations, `person`
    /// is one's name, and `enough` how many people make an agreed verdict.
    pub fn of<'a>(
        name: &str,
        document: &Document,
        source: Source,
        review: &Review,
        person: &str,
        own: impl Fn(&AnnotationId) -> Option<&'a Annotation>,
        enough: usize,
    ) -> Self {
        let title = source.title.clone();
        let title = title.unwrap_or_else(|| crate::core::article::title(document.text()));
        let claims = review.items.iter().enumerate().map(|(i, item)| {
            let mine = item.own.as_ref().and_then(|id| {
                let annotation = own(id)?.clone();
                let firm = item.standing == Standing::Firm;
                Some(Opinion { person: person.to_owned(), id: Some(id.clone()), annotation, firm })
            });
            let opinions: Vec<_> = mine.into_iter().chain(theirs(review, item)).collect();
            Claim {
                number: i + 1,
                span: item.span,
                points: document.to_points(item.span),
                effective: effective(&opinions, enough),
                opinions,
            }
        });
        Self {
            name: name.to_owned(),
            title,
            claims: claims.collect(),
            text: document.text().to_owned(),
            original: document.original().to_owned(),
            source,
        }
    }

    /// The words of a claim as they are shown.
    pub fn words(&self, claim: &Claim) -> &str {
        claim.span.of(&self.text)
    }

    /// The words of a claim as they stand on disk.
    pub fn quote(&self, claim: &Claim) -> String {
        let (start, end) = claim.points;
        self.original.chars().skip(start).take(end - start).collect()
    }
}

fn theirs<'a>(review: &'a Review, item: &Item) -> impl Iterator<Item = Opinion> + use<'a> {
    about(&review.team, item.span).into_iter().map(|theirs| Opinion {
        person: theirs.annotator.clone(),
        id: None,
        annotation: theirs.annotation.clone(),
        firm: theirs.firm,
    })
}

/// The verdict that counts: the one that all who decided gave, where they are enough.
fn effective(opinions: &[Opinion], enough: usize) -> Option<Effective> {
    let mut verdicts = opinions.iter().filter_map(Opinion::verdict);
    let first = verdicts.next()?.clone();
    let others = verdicts.clone().count();
    (verdicts.all(|verdict| *verdict == first) && others + 1 >= enough)
        .then_some(Effective { verdict: first, how: How::Agreed })
}
