//! The notebook of one person on one article; copies of it share what they hold.

use std::collections::{BTreeMap, btree_map};
use std::ops::Index;
use std::sync::Arc;

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
    /// The name of one of its annotations in the whole team: `folder/id`.
    pub fn key(&self, id: &AnnotationId) -> AnnotationId {
        AnnotationId(format!("{}/{}", self.folder, id.0))
    }
}

/// Annotations in order of their ids.
///
/// A step is made on a copy, since the copy before it is being saved or compared.
/// The annotations that the step leaves alone are shared, so that of ten thousand a
/// key touches one; two that are the same one are told equal without a look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations(BTreeMap<AnnotationId, Arc<Annotation>>);

impl Annotations {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
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
        self.0.insert(id, annotation.into());
    }

    /// Takes the annotation of this id out.
    pub fn remove(&mut self, id: &AnnotationId) -> Option<Annotation> {
        self.0.remove(id).map(Arc::unwrap_or_clone)
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The ids, in order.
    pub fn keys(&self) -> btree_map::Keys<'_, AnnotationId, Arc<Annotation>> {
        self.0.keys()
    }

    /// The annotations, in order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Annotation> {
        self.0.values().map(|annotation| &**annotation)
    }

    /// Both, in order of the ids.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(id, annotation)| (id, annotation))
    }
}

/// Ids and annotations, in order of the ids.
pub(super) type Iter<'a> = std::iter::Map<
    btree_map::Iter<'a, AnnotationId, Arc<Annotation>>,
    fn((&'a AnnotationId, &'a Arc<Annotation>)) -> (&'a AnnotationId, &'a Annotation),
>;

impl<'a> IntoIterator for &'a Annotations {
    type Item = (&'a AnnotationId, &'a Annotation);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(AnnotationId, Annotation)> for Annotations {
    fn from_iter<I: IntoIterator<Item = (AnnotationId, Annotation)>>(all: I) -> Self {
        Self(all.into_iter().map(|(id, annotation)| (id, Arc::new(annotation))).collect())
    }
}

impl IntoIterator for Annotations {
    type Item = (AnnotationId, Annotation);
    type IntoIter = std::iter::Map<
        btree_map::IntoIter<AnnotationId, Arc<Annotation>>,
        fn((AnnotationId, Arc<Annotation>)) -> (AnnotationId, Annotation),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(id, annotation)| (id, Arc::unwrap_or_clone(annotation)))
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
