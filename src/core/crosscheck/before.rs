//! What articles have in common, two by two: found by the articles that hold a term, which takes a
//! tenth of the time of comparing them in pairs.

use super::event::{Common, damped};
use super::term::{KeyMap, Term};
use super::vector::Vector;

/// The articles before the next one, by the terms that stand in them.
#[derive(Default)]
pub(super) struct Before {
    len: usize,
    /// Which of them hold a term: their numbers, how it stands there, and what it says that it does so often.
    holding: KeyMap<Vec<(u32, Term, f32)>>,
}

impl Before {
    /// What an article, whose terms weigh so much, has in common with each before it, which it then
    /// joins.
    pub(super) fn and_then(&mut self, vector: &Vector, weights: &[f32]) -> Vec<Common> {
        let mut common = vec![Common::default(); self.len];
        for ((&term, &times), &weight) in vector.terms.iter().zip(&vector.times).zip(weights) {
            let holding = self.holding.entry(term.key()).or_default();
            let often = damped(times);
            for &(number, other, more) in &*holding {
                common[number as usize].add((other, more), (term, often), weight);
            }
            holding.push((self.len as u32, term, often));
        }
        self.len += 1;
        common
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::{alike, norms, weigh};
    use super::super::index::Index;
    use super::super::model::DocId;
    use super::*;
    use crate::core::claim::analyze;

    #[test]
    fn it_is_what_the_pairs_have_in_common() {
        let texts = [
            "Tehran: a fire killed 12 people in Yazd on 3 May 2024, the governor said.",
            "A fire in Yazd killed 14 people. The governor of Yazd spoke of 14 dead in 2024.",
            "The council of Turin voted for the tram on 4 June, with 31 votes against 12.",
            "",
        ];
        let mut index = Index::new();
        for (id, text) in texts.iter().enumerate() {
            index.insert(DocId::new(id), text, &analyze(text));
        }
        let vectors: Vec<&Vector> = index.ids().filter_map(|id| index.vector(id)).collect();
        let known = |vector: &Vector| (weigh(vector, &index), norms(vector, &index));
        let mut before = Before::default();
        for (j, vector) in vectors.iter().enumerate() {
            let (weights, norms) = known(vector);
            let common = before.and_then(vector, &weights);
            assert_eq!(common.len(), j);
            for (i, common) in common.into_iter().enumerate() {
                let (others, length) = known(vectors[i]);
                let pair = alike((vectors[i], &others, length), (vector, norms));
                let found = common.features((vectors[i], length), (vector, norms));
                assert_eq!(found.map(f32::to_bits), pair.map(f32::to_bits));
            }
        }
    }
}
