//! Where the annotations stand in what was written, so that the next writing takes over the text of
//! those that have not changed: of ten thousand a key touches one.

use std::ops::Range;
use std::sync::Arc;

use super::v1;
use crate::core::annotation::{AnnotationId, Annotations, Notebook};

/// What stands between two annotations, as `v1` writes them.
const BETWEEN: &[u8] = b",\n    ";
/// Of more changes than this it is not worth taking over the rest.
const MOST: usize = 256;

/// The places of a notebook's annotations in its bytes, in order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Arc<Vec<Place>>);

/// An annotation from its id to its closing brace, in bytes.
type Place = (AnnotationId, Range<usize>);

impl Places {
    pub(super) fn new(places: Vec<Place>) -> Self {
        Self(Arc::new(places))
    }

    /// The bytes of a notebook, from those that were written for it `before`; none where more than
    /// some annotations is another one.
    pub(super) fn write(
        &self,
        bytes: &[u8],
        before: &Notebook,
        now: &Notebook,
    ) -> Option<(Vec<u8>, Self)> {
        let is_emptied = before.annotations.is_empty() || now.annotations.is_empty();
        if is_emptied || self.0.len() != before.annotations.len() || head(before) != head(now) {
            return None;
        }
        let changes = before.annotations.changes(&now.annotations).take(MOST + 1);
        let changes: Vec<_> = changes.collect();
        if changes.len() > MOST {
            return None;
        }
        let (first, last) = (&self.0.first()?.1, &self.0.last()?.1);
        let mut next = Next { before: bytes, out: Vec::new(), places: Vec::new() };
        next.out.reserve(bytes.len() + 4096);
        next.places.reserve(self.0.len() + changes.len());
        next.out.extend_from_slice(bytes.get(..first.start)?);
        let mut from = 0;
        for id in changes {
            let at = from + self.0[from..].partition_point(|(known, _)| known < id);
            next.take_over(&self.0[from..at])?;
            from = at + usize::from(self.0.get(at).is_some_and(|(known, _)| known == id));
            next.add(id, &now.annotations);
        }
        next.take_over(&self.0[from..])?;
        next.out.extend_from_slice(bytes.get(last.end..)?);
        Some((next.out, Self::new(next.places)))
    }
}

/// All of a notebook but its annotations.
fn head(notebook: &Notebook) -> Notebook {
    Notebook { annotations: Annotations::default(), ..notebook.clone() }
}

/// What is being written.
struct Next<'a> {
    before: &'a [u8],
    out: Vec<u8>,
    places: Vec<Place>,
}

impl Next<'_> {
    /// Takes over annotations that stand one behind the other, with what stands between them.
    fn take_over(&mut self, stand: &[Place]) -> Option<()> {
        let ([(_, first), ..], [.., (_, last)]) = (stand, stand) else { return Some(()) };
        self.part();
        let (here, start) = (self.out.len(), first.start);
        self.out.extend_from_slice(self.before.get(start..last.end)?);
        let moved = |place: usize| place - start + here;
        let places = stand.iter().map(|(id, at)| (id.clone(), moved(at.start)..moved(at.end)));
        self.places.extend(places);
        Some(())
    }

    /// Writes an annotation, unless it is gone.
    fn add(&mut self, id: &AnnotationId, all: &Annotations) {
        let Some(annotation) = all.get(id) else { return };
        self.part();
        let start = self.out.len();
        let mut text = String::new();
        v1::write_entry(&mut text, id, annotation);
        self.out.extend_from_slice(text.as_bytes());
        self.places.push((id.clone(), start..self.out.len()));
    }

    fn part(&mut self) {
        if !self.places.is_empty() {
            self.out.extend_from_slice(BETWEEN);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::super::{Style, lay_out, lay_out_after};
    use super::*;
    use crate::core::annotation::{Annotation, Selector};

    /// A notebook of annotations by number, each with a note.
    fn notebook(notes: &[(u8, String)]) -> Notebook {
        let mut notebook = Notebook { article: "a.txt".to_owned(), ..Notebook::default() };
        for (number, note) in notes {
            let mut one = Annotation::new(Selector::default(), Timestamp::UNIX_EPOCH);
            one.note.clone_from(note);
            notebook.annotations.insert(AnnotationId(format!("c{number}").into()), one);
        }
        notebook
    }

    fn notes() -> impl Strategy<Value = Vec<(u8, String)>> {
        proptest::collection::vec((0..20_u8, "[a\"\\\\\n{}é, ]{0,6}"), 0..12)
    }

    proptest! {
        #[test]
        fn what_is_taken_over_is_what_would_be_written(
            before in notes(), now in notes(), then in notes(), bom: bool, title: bool,
        ) {
            let style = Style { bom, crlf: false };
            let [before, mut now, then] = [before, now, then].map(|notes| notebook(&notes));
            if title {
                now.note = "The whole article".to_owned();
            }
            let (bytes, places) = lay_out(&before, style);
            let second = lay_out_after(&now, style, &before, &bytes, &places);
            prop_assert_eq!(&second, &lay_out(&now, style));
            let third = lay_out_after(&then, style, &now, &second.0, &second.1);
            prop_assert_eq!(third, lay_out(&then, style));
        }
    }

    #[test]
    fn one_change_of_many_is_taken_over() {
        let all: Vec<_> = (0..9).map(|n| (n, format!("note {n}"))).collect();
        let before = notebook(&all);
        let (bytes, places) = lay_out(&before, Style::default());
        for changed in [(0, Some("other")), (4, None), (8, Some("other")), (17, Some("new"))] {
            let mut now = all.clone();
            now.retain(|(number, _)| *number != changed.0);
            now.extend(changed.1.map(|note| (changed.0, note.to_owned())));
            let now = notebook(&now);
            let written = places.write(&bytes, &before, &now);
            assert_eq!(written, Some(lay_out(&now, Style::default())), "{changed:?}");
        }
        // Lines that end otherwise are written whole.
        let crlf = Style { crlf: true, bom: false };
        let (bytes, places) = lay_out(&before, crlf);
        assert_eq!(places.write(&bytes, &before, &notebook(&all[1..])), None);
    }
}
