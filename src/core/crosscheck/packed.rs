//! A statement as an index of a large desk holds it.

use super::statement::Statement;
use super::term::{Key, Term};
use crate::core::keep::{Keep, keep};

/// A statement whose values are bytes until somebody compares them. A query weighs the terms of
/// thousands of sentences and looks at the values of a few; as they are worked with, the values
/// take three times as much as the text.
///
/// Nearly all keys of a value are words of its sentence, so they are kept as places among the terms.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    /// How many terms there are; they; the bytes of the rest, four to a word: one piece of memory,
    /// since each piece costs as much as two terms more.
    words: Box<[Term]>,
}

keep!(struct Packed { words });

/// Marks a place among the terms: the bit is free in every key.
const PLACE: u32 = 2;
/// How many bytes a word has.
const WORD: usize = size_of::<Term>();

impl Packed {
    pub(super) fn new(mut statement: Statement) -> Self {
        let terms = std::mem::take(&mut statement.terms);
        statement.each_key(&mut |key| {
            debug_assert_eq!(*key & PLACE, 0, "a key that looks like a place");
            let is_key = |term: &Term| term.key().cmp(&Term(*key).key());
            if let Ok(place) = terms.binary_search_by(is_key) {
                *key = (place as u32) << 2 | PLACE | *key & 1;
            }
        });
        let mut rest = Vec::new();
        statement.put(&mut rest);
        rest.resize(rest.len().next_multiple_of(WORD), 0);
        let (rest, _) = rest.as_chunks::<WORD>();
        let rest = rest.iter().map(|bytes| Term(u32::from_le_bytes(*bytes)));
        let count = Term(terms.len() as u32);
        Self { words: [count].into_iter().chain(terms).chain(rest).collect() }
    }

    /// The words, names and numbers, sorted, each once.
    pub(super) fn terms(&self) -> &[Term] {
        self.parts().map_or(&[], |(terms, _)| terms)
    }

    /// The statement to work with.
    pub(super) fn statement(&self) -> Statement {
        let Some((terms, rest)) = self.parts() else { return Statement::default() };
        let rest: Vec<u8> = rest.iter().flat_map(|word| word.0.to_le_bytes()).collect();
        let mut statement = Statement::take(&mut &*rest).unwrap_or_default();
        statement.each_key(&mut |key: &mut Key| {
            if *key & PLACE != 0 {
                let term = terms.get((*key >> 2) as usize).copied().unwrap_or_default();
                *key = term.key() | *key & 1;
            }
        });
        statement.terms = terms.into();
        statement
    }

    /// The terms, and the words of the rest.
    fn parts(&self) -> Option<(&[Term], &[Term])> {
        let (count, words) = self.words.split_first()?;
        words.split_at_checked(count.0 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::super::digest::{Digester, Source};
    use super::*;
    use crate::core::claim::analyze;

    #[test]
    fn a_statement_comes_back_as_it_was() {
        let texts = [
            "Lundi 3 mars 2025, 12 personnes sont mortes à Lyon, selon Marie Dupont, contre 15,5 % en 2024.",
            "Ana Ruiz, 42, was sentenced to 12 years in prison on Tuesday in Leeds, not 15, police said.",
            "Am 3. Mai 2024 wurden in Köln rund 2,4 Millionen Euro gestohlen.",
            "Mehr als die Hälfte, zwischen 3 und 5 Kilometer, ist nicht gebaut.",
        ];
        let text = texts.join("\n\n");
        let analysis = analyze(&text);
        let source = Source::new(&text, &analysis, None);
        let statements = analysis
            .sentences
            .iter()
            .filter_map(|sentence| Digester::default().statement(&source, sentence.span));
        let statements: Vec<Statement> = statements.collect();
        assert!(statements.iter().filter(|statement| statement.values.len() > 1).count() > 2);
        for statement in statements {
            let packed = Packed::new(statement.clone());
            assert_eq!(packed.statement(), statement);
            let rest = packed.words.len() - statement.terms.len();
            assert!(rest < 20 * statement.values.len().max(1), "{statement:?}");
        }
    }
}
