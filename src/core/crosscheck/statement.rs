//! What is kept of a sentence to compare it with others.

use std::hash::{Hash, Hasher};

use super::term::{Fnv, Term};
use super::value::{Piece, Value};

/// A sentence with its words and values. Places are bytes from its start, so that the same words
/// make the same statement wherever they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Statement {
    /// Its words, names and numbers, sorted, each once.
    pub(super) terms: Box<[Term]>,
    /// What it states, in order of place.
    pub(super) values: Box<[Value]>,
    /// Whom it names as its source.
    pub(super) source: Option<Piece>,
    /// It holds a value that could not be read.
    pub(super) unread: bool,
}

impl Statement {
    /// A hash of everything in it, the same in every run: equal statements of a desk are stored
    /// once. With two million of them the chance that two different ones meet is one in ten million.
    pub(super) fn hash(&self) -> u64 {
        let mut hash = Fnv::default();
        (&self.terms, self.source, self.unread).hash(&mut hash);
        for value in &self.values {
            (value.piece, value.role, value.head, value.near).hash(&mut hash);
            (value.part, value.earlier, &value.said).hash(&mut hash);
        }
        hash.finish()
    }
}
