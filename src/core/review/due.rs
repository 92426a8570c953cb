//! What a person still has to look at: verdicts whose words changed or are gone, values in
//! conflict. One list for the reader, the counts and the command line, whoever looks.

use super::item::Standing;
use super::place::Placed;
use super::team::{Team, Theirs};
use crate::core::anchor::Change;
use crate::core::annotation::{Annotation, AnnotationId};
use crate::core::article::{Document, Span};
use crate::core::keep::keep;

/// A verdict that needs a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Who gave it; none for oneself.
    pub who: Option<String>,
    /// Its annotation.
    pub id: AnnotationId,
    /// Why.
    pub why: Why,
    /// Where to look.
    pub span: Span,
    /// The words it was given for.
    pub was: String,
    /// The words that stand there now, where that is certain.
    pub is: String,
    /// What changed.
    pub changes: Vec<Change>,
}

keep!(struct Due { who, id, why, span, was, is, changes });

/// Why a verdict needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// Two machines gave it two values.
    Conflict,
    /// Its words changed.
    Stale,
    /// Several places fit its words.
    Ambiguous,
    /// Its words are gone.
    Lost,
    /// Its value is said otherwise: in force, and to be confirmed at leisure.
    SameValue,
}

keep!(
    enum Why {
        Conflict,
        Stale,
        Ambiguous,
        Lost,
        SameValue,
    }
);

impl Why {
    /// Whether somebody must look before the verdict counts.
    pub const fn is_pressing(self) -> bool {
        !matches!(self, Self::SameValue)
    }

    fn of(standing: &Standing, annotation: &Annotation) -> Option<Self> {
        if !annotation.conflict.is_empty() {
            return Some(Self::Conflict);
        }
        match standing {
            Standing::Firm | Standing::Beside(_) => None,
            Standing::SameValue(_) => Some(Self::SameValue),
            Standing::Stale(_) => Some(Self::Stale),
            Standing::Ambiguous(_) => Some(Self::Ambiguous),
            Standing::Lost(_) => Some(Self::Lost),
        }
    }
}

impl Due {
    /// Whether one has to look oneself, before the verdict counts.
    pub const fn is_mine(&self) -> bool {
        self.who.is_none() && self.why.is_pressing()
    }

    /// What is due of an annotation of one's own; none where nothing is.
    pub(super) fn of_own(doc: &Document, placed: &Placed<'_>) -> Option<Self> {
        let Placed { id, annotation, span, standing } = placed;
        Self::of(doc, None, id, annotation, *span, standing)
    }

    fn of_theirs(doc: &Document, theirs: &Theirs) -> Option<Self> {
        let Theirs { annotator, id, annotation, span, standing, .. } = theirs;
        Self::of(doc, Some(annotator.clone()), id, annotation, *span, standing)
    }

    fn of(
        doc: &Document,
        who: Option<String>,
        id: &AnnotationId,
        annotation: &Annotation,
        span: Span,
        standing: &Standing,
    ) -> Option<Self> {
        let why = Why::of(standing, annotation)?;
        let is = match standing {
            Standing::Ambiguous(_) | Standing::Lost(_) => "",
            _ => span.of(doc.text()),
        };
        let was = annotation.selector.exact.clone();
        let (id, changes) = (id.clone(), standing.changes().to_vec());
        Some(Self { who, id, why, span, was, is: is.to_owned(), changes })
    }
}

/// What is due on an article: one's own in the order of the text, then the teammates'.
pub(super) fn all(doc: &Document, own: &[Placed<'_>], team: &Team) -> Vec<Due> {
    let mut due: Vec<Due> = own.iter().filter_map(|placed| Due::of_own(doc, placed)).collect();
    due.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    let all = team.iter().chain(team.unplaced());
    let mut theirs: Vec<Due> = all.filter_map(|theirs| Due::of_theirs(doc, theirs)).collect();
    theirs.sort_by(|a, b| (a.span, &a.who, &a.id).cmp(&(b.span, &b.who, &b.id)));
    due.extend(theirs);
    due
}

/// Takes up that an annotation of one's own now stands so, or is gone.
pub(super) fn exchange(
    all: &mut Vec<Due>,
    doc: &Document,
    id: &AnnotationId,
    now: Option<&Placed<'_>>,
) {
    all.retain(|due| due.who.is_some() || due.id != *id);
    if let Some(due) = now.and_then(|placed| Due::of_own(doc, placed)) {
        let is_before =
            |other: &Due| other.who.is_none() && (other.span, &other.id) < (due.span, &due.id);
        let at = all.partition_point(is_before);
        all.insert(at, due);
    }
}
