//! Which articles make a statement.

use super::model::DocId;

/// The articles that make a statement, sorted. Nearly all statements are made by one, which then takes no
/// memory of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Holders {
    One(DocId),
    /// None, or several.
    #[expect(
        clippy::box_collection,
        reason = "a vector would take eight bytes more of every statement"
    )]
    Listed(Box<Vec<DocId>>),
}

impl Default for Holders {
    fn default() -> Self {
        Self::Listed(Box::default())
    }
}

impl Holders {
    pub(super) fn all(&self) -> &[DocId] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Listed(ids) => ids,
        }
    }

    /// Adds one that may be in already.
    pub(super) fn insert(&mut self, id: DocId) {
        let Err(at) = self.all().binary_search(&id) else { return };
        match self {
            Self::Listed(ids) if !ids.is_empty() => ids.insert(at, id),
            Self::Listed(_) => *self = Self::One(id),
            Self::One(first) => {
                let mut ids = vec![*first];
                ids.insert(at, id);
                *self = Self::Listed(Box::new(ids));
            }
        }
    }

    /// Takes one out that may be out already.
    pub(super) fn remove(&mut self, id: DocId) {
        let Ok(at) = self.all().binary_search(&id) else { return };
        match self {
            Self::One(_) => *self = Self::default(),
            Self::Listed(ids) => {
                ids.remove(at);
                if let [left] = ids[..] {
                    *self = Self::One(left);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_in_once_and_in_order() {
        let mut holders = Holders::default();
        for id in [5, 2, 5, 9, 2] {
            holders.insert(DocId(id));
        }
        assert_eq!(holders.all(), [2, 5, 9].map(DocId));
        for id in [5, 5, 1, 9] {
            holders.remove(DocId(id));
        }
        assert_eq!(holders, Holders::One(DocId(2)));
        holders.remove(DocId(2));
        assert_eq!(holders.all(), []);
        holders.insert(DocId(7));
        assert_eq!(holders.all(), [DocId(7)]);
    }
}
