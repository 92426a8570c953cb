//! What everybody said about an article, each at its place in today's text,
//! whoever looks.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::roster::Roster;
use crate::core::annotation::{Annotation, AnnotationId, Book, Remark, Selector, VerdictId};
use crate::core::article::{Document, Span};
use crate::core::review::{Found, Placed, Standing, is_in_place, place};

/// What one person said about a stretch of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// The person's folder name, that of the roster where there are several.
    pub person: String,
    /// The person's readable name.
    pub name: String,
    /// The annotation's name in the whole team: `folder/id`.
    pub key: String,
    /// What was said.
    pub annotation: Arc<Annotation>,
    /// Where it stands, in bytes of the shown text.
    pub span: Span,
    /// How it stands there.
    pub standing: Standing,
}

impl Opinion {
    fn placed(book: &Book, placed: &Placed<'_>, key: AnnotationId, roster: &Roster) -> Self {
        let person = roster.person_of(&book.folder);
        Self {
            person: person.to_owned(),
            name: roster.name_of(person).unwrap_or(&book.notebook.annotator).to_owned(),
            key: key.0.into_string(),
            annotation: shared(book, placed.id, placed.annotation),
            span: placed.span,
            standing: placed.standing.clone(),
        }
    }

    /// What a notebook says under this name, where that stands at its position.
    pub fn of(doc: &Document, book: &Book, id: &AnnotationId, roster: &Roster) -> Option<Self> {
        let annotation = book.notebook.annotations.get(id).filter(|a| says_something(a))?;
        Some(Self::placed(book, &place(doc, id, annotation, None), book.key(id), roster))
    }

    /// Its place in the order of the text.
    pub fn order(&self) -> (Span, &str, &str) {
        (self.span, &self.person, &self.key)
    }

    /// The verdict in force: given, and on the words that it was given for.
    pub fn firm(&self) -> Option<&VerdictId> {
        self.annotation.verdict.as_ref().filter(|_| self.standing.is_in_force())
    }

    /// What the person says to others about the claim, without what was taken back.
    pub fn remarks(&self) -> impl Iterator<Item = (&String, &Remark)> {
        self.annotation.talk.iter().filter(|(_, remark)| !remark.text.is_empty())
    }

    /// Whether it has a place in today's text.
    pub const fn is_placed(&self) -> bool {
        self.standing.is_placed()
    }
}

/// The quotes that must be searched before they can be placed, by `folder/id`.
pub fn away(doc: &Document, books: &[Book]) -> Vec<(AnnotationId, Selector)> {
    let all =
        books.iter().flat_map(|book| book.notebook.annotations.iter().map(move |a| (book, a)));
    all.filter(|(_, (_, a))| says_something(a) && is_in_place(doc, a).is_none())
        .map(|(book, (id, a))| (book.key(id), a.selector.clone()))
        .collect()
}

/// What these notebooks say, in the order of the text. Where one person has
/// several folders, of two verdicts on the same words the later counts.
pub fn opinions(doc: &Document, books: &[Book], roster: &Roster, found: &Found) -> Vec<Opinion> {
    let mut all = Vec::new();
    for book in books {
        for (id, annotation) in &book.notebook.annotations {
            if says_something(annotation) {
                let key = book.key(id);
                let placed = place(doc, id, annotation, found.get(&key));
                all.push(Opinion::placed(book, &placed, key, roster));
            }
        }
    }
    let people: BTreeSet<_> = books.iter().map(|book| roster.person_of(&book.folder)).collect();
    if people.len() < books.len() {
        all = latest(all);
    }
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    all
}

/// The annotation as the notebook holds it, so that a list of opinions copies no words.
fn shared(book: &Book, id: &AnnotationId, annotation: &Annotation) -> Arc<Annotation> {
    book.notebook.annotations.shared(id).cloned().unwrap_or_else(|| Arc::new(annotation.clone()))
}

fn says_something(annotation: &Annotation) -> bool {
    annotation.verdict.is_some()
        || annotation.final_verdict.is_some()
        || !annotation.talk.is_empty()
}

/// Of each person's verdicts on the same words in several folders the latest.
fn latest(mut all: Vec<Opinion>) -> Vec<Opinion> {
    all.sort_by(|a, b| {
        (&a.person, Reverse(a.annotation.updated), &a.key).cmp(&(
            &b.person,
            Reverse(b.annotation.updated),
            &b.key,
        ))
    });
    let mut kept: Vec<Opinion> = Vec::new();
    for opinion in all {
        let folder = |key: &str| key.split('/').next().map(str::to_owned);
        let known =
            kept.iter().rev().take_while(|other| other.person == opinion.person).any(|other| {
                folder(&other.key) != folder(&opinion.key)
                    && other.span.coincides(opinion.span)
                    && other.annotation.verdict.is_some()
                    && opinion.annotation.final_verdict.is_none()
            });
        if !known {
            kept.push(opinion);
        }
    }
    kept
}
