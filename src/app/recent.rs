//! The texts of the articles looked at last, so that what the others say is
//! shown without reading the same files again for each claim.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::context::Context;
use crate::core::article::Document;
use crate::state::model::desk::ArticleId;

/// How many bytes of text are kept at most.
const ROOM: usize = 4 * 1024 * 1024;

type Kept = VecDeque<(ArticleId, Arc<Document>)>;

/// Shared by the threads; the text looked at last comes first.
#[derive(Clone, Default)]
pub(super) struct Recent(Arc<Mutex<Kept>>);

impl Recent {
    /// The text of an article, read where it is not at hand.
    pub(super) fn text(&self, context: &Context, article: ArticleId) -> Option<Arc<Document>> {
        {
            let mut kept = self.lock();
            if let Some(at) = kept.iter().position(|(id, _)| *id == article) {
                let found = kept.remove(at)?;
                let doc = found.1.clone();
                kept.push_front(found);
                return Some(doc);
            }
        }
        let (doc, _) = context.library().document(&context.readable(article)?).ok()?;
        let doc = Arc::new(doc);
        let mut kept = self.lock();
        kept.push_front((article, doc.clone()));
        make_room(&mut kept, ROOM);
        Some(doc)
    }

    /// Forgets the text of an article that may have changed.
    pub(super) fn forget(&self, article: ArticleId) {
        self.lock().retain(|(id, _)| *id != article);
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what does not fit, what was not looked at for the longest time first;
/// a text that fills the room alone is not kept.
fn make_room(kept: &mut Kept, room: usize) {
    let mut used = 0;
    kept.retain(|(_, doc)| {
        let fits = used + doc.text().len() <= room;
        used += if fits { doc.text().len() } else { 0 };
        fits
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_looked_at_last_stays() {
        let doc = |len: usize| Arc::new(Document::new("a".repeat(len).into_bytes()));
        let mut kept = Kept::from([(3, doc(40)), (0, doc(200)), (1, doc(50)), (2, doc(20))]);
        make_room(&mut kept, 100);
        assert_eq!(kept.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [3, 1]);
    }
}
