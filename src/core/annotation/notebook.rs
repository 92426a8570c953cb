//! The notebook of one person on one article; copies of it share what they hold.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Index;
use std::sync::Arc;

use rpds::RedBlackTreeMapSync;

use super::model::{Annotation, AnnotationId, Work};
use super::value::Extra;

/// All annotations of one person on one article: the contents of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    /// The article's path below `seeds/`, with `/` between folders.
    pub article: String,
    /// The person's readable name.
    pub annotator: String,
    /// What the person notes on the article as a whole; empty when there is nothing.
    pub note: String,
    /// The format that an import made this of; none where a person wrote it.
    pub imported: Option<String>,
    /// How far the person is with the article.
    pub work: Option<Box<Work>>,
    /// The annotations by id.
    pub annotations: Annotations,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

/// A notebook and the folder it lies in, which is what tells people apart: two may have one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// The folder's name.
    pub folder: String,
    /// What it holds.
    pub notebook: Arc<Notebook>,
}

impl Book {
    /// Puts some into the order of their people's names.
    pub fn sort(books: &mut [Self]) {
        books.sort_by(|a, b| {
            (&a.notebook.annotator, &a.folder).cmp(&(&b.notebook.annotator, &b.folder))
        });
    }

    /// The name of one of its annotations in the whole team: `folder/id`.
    pub fn key(&self, id: &AnnotationId) -> AnnotationId {
        AnnotationId(format!("{}/{}", self.folder, id.0).into())
    }
}

/// Annotations in order of their ids.
///
/// A step is made on a copy, since the copy before it is being saved or compared.
/// Copies are one until one of them changes, and then share all but the way to what it changes:
/// of ten thousand a key touches one, and what is the same one is told equal without a look.
#[derive(Clone, Default)]
pub struct Annotations(Shared);

type Shared = RedBlackTreeMapSync<AnnotationId, Arc<Annotation>>;

impl Annotations {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.size()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The annotation of an id.
    pub fn get(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.0.get(id).map(|annotation| &**annotation)
    }

    /// The annotation of an id, to share it with another map.
    pub fn shared(&self, id: &AnnotationId) -> Option<&Arc<Annotation>> {
        self.0.get(id)
    }

    /// The annotation of an id, to change it in this map alone.
    pub fn get_mut(&mut self, id: &AnnotationId) -> Option<&mut Annotation> {
        self.0.get_mut(id).map(Arc::make_mut)
    }

    /// Whether there is an annotation of this id.
    pub fn contains_key(&self, id: &AnnotationId) -> bool {
        self.0.contains_key(id)
    }

    /// Puts an annotation in the place of the one of this id.
    pub fn insert(&mut self, id: AnnotationId, annotation: impl Into<Arc<Annotation>>) {
        self.0.insert_mut(id, annotation.into());
    }

    /// Takes the annotation of this id out.
    pub fn remove(&mut self, id: &AnnotationId) -> Option<Annotation> {
        let removed = self.get(id).cloned()?;
        self.0.remove_mut(id);
        Some(removed)
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The ids, in order.
    pub fn keys(&self) -> impl Iterator<Item = &AnnotationId> {
        self.0.keys()
    }

    /// The annotations, in order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Annotation> {
        self.0.values().map(|annotation| &**annotation)
    }

    /// The ids whose annotation is another one there, or is in one of the two only, in order. One
    /// walk through both; what they share is not looked at, and nothing where they are one.
    pub fn changes<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a AnnotationId> {
        let is_other = !self.0.ptr_eq(&other.0);
        let walk =
            |all: &'a Self| all.0.iter().take(if is_other { usize::MAX } else { 0 }).peekable();
        let (mut here, mut there) = (walk(self), walk(other));
        std::iter::from_fn(move || {
            loop {
                let order = match (here.peek(), there.peek()) {
                    (Some((a, _)), Some((b, _))) => a.cmp(b),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => return None,
                };
                let a = order.is_le().then(|| here.next()).flatten();
                let b = order.is_ge().then(|| there.next()).flatten();
                if a.map(|(_, annotation)| annotation) != b.map(|(_, annotation)| annotation) {
                    return a.or(b).map(|(id, _)| id);
                }
            }
        })
    }

    /// Both, in order of the ids.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(id, annotation)| (id, annotation))
    }
}

/// Ids and annotations, in order of the ids.
pub(super) type Iter<'a> = std::iter::Map<
    <&'a Shared as IntoIterator>::IntoIter,
    fn((&'a AnnotationId, &'a Arc<Annotation>)) -> (&'a AnnotationId, &'a Annotation),
>;

/// In step with each other: the map itself would look each id up.
impl PartialEq for Annotations {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0) || self.len() == other.len() && self.0.iter().eq(other.0.iter())
    }
}

impl Eq for Annotations {}

/// What they are, not how the tree stands that holds them.
impl fmt::Debug for Annotations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<'a> IntoIterator for &'a Annotations {
    type Item = (&'a AnnotationId, &'a Annotation);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(AnnotationId, Annotation)> for Annotations {
    fn from_iter<I: IntoIterator<Item = (AnnotationId, Annotation)>>(all: I) -> Self {
        let all = all.into_iter().map(|(id, annotation)| (id, Arc::new(annotation)));
        Self(all.collect())
    }
}

impl Extend<(AnnotationId, Annotation)> for Annotations {
    fn extend<I: IntoIterator<Item = (AnnotationId, Annotation)>>(&mut self, all: I) {
        all.into_iter().for_each(|(id, annotation)| self.insert(id, annotation));
    }
}

impl Index<&AnnotationId> for Annotations {
    type Output = Annotation;

    fn index(&self, id: &AnnotationId) -> &Annotation {
        &self.0[id]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::core::annotation::{Selector, VerdictId};

    fn annotations(verdicts: &[(u8, u8)]) -> Annotations {
        let annotation = |verdict: u8| {
            let verdict = Some(VerdictId(format!("v{verdict}")));
            let plain = Annotation::new(Selector::default(), jiff::Timestamp::UNIX_EPOCH);
            Annotation { verdict, ..plain }
        };
        verdicts
            .iter()
            .map(|(id, v)| (AnnotationId(format!("a{id}").into()), annotation(*v)))
            .collect()
    }

    proptest! {
        #[test]
        fn changes_are_what_looking_up_each_id_finds(
            before in prop::collection::vec((0u8..9, 0u8..3), 0..9),
            steps in prop::collection::vec((0u8..9, 0u8..3), 0..5),
        ) {
            let before = annotations(&before);
            let mut after = before.clone();
            annotations(&steps).iter().for_each(|(id, now)| after.insert(id.clone(), now.clone()));
            if let Some((id, _)) = steps.first() {
                after.remove(&AnnotationId(format!("a{}", id / 2).into()));
            }
            let all: BTreeSet<_> = before.keys().chain(after.keys()).collect();
            let differs = |id: &&AnnotationId| before.get(id) != after.get(id);
            let expected: Vec<_> = all.into_iter().filter(differs).collect();
            prop_assert_eq!(before.changes(&after).collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(after.changes(&before).collect::<Vec<_>>(), expected);
        }
    }
}
