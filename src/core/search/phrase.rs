//! A query for texts whose layout is not read yet: their lines may break it.

use memchr::{memchr2, memmem};

use super::needle::Needle;
use super::query::Query;
use crate::core::anchor::fold::Fold;

/// A query with its parts, one of which stands unbroken wherever line ends break it.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The query itself.
    pub query: Query,
    /// Its parts where only the spaces between words may be line ends.
    words: Vec<Needle>,
    /// Its parts where words may be divided, too.
    letters: Vec<Needle>,
    /// It has no such parts: any line end may stand in it.
    is_loose: bool,
}

/// No line that goes on is shorter, in letters.
const LINE: usize = 24;

/// Signs that divide words, before line ends.
const DIVIDED: [&str; 5] = ["-\n", "-\r", "\u{ad}\n", "\u{ad}\r", "¬\n"];

impl Phrase {
    /// Reads a line of a search; none where it has nothing to search for.
    pub fn new(line: &str) -> Option<Self> {
        let query = Query::parse(line).ok()??;
        let words = line.trim_matches([' ', '"']);
        let (words, is_loose) = match query {
            Query::Words(_) => (line, false),
            Query::Whole(_) => (words, false),
            Query::Pattern(_) | Query::Noted(_) => ("", true),
        };
        Some(Self { is_loose, ..Self::of(query, words) })
    }

    /// Words as they are, whatever signs they begin with.
    pub fn plain(words: &str) -> Option<Self> {
        Some(Self::of(Query::Words(Needle::new(words)?), words))
    }

    fn of(query: Query, words: &str) -> Self {
        let folded = Fold::of(words);
        let letters: Vec<char> = folded.trim().chars().collect();
        let words: Vec<&str> = folded.split_whitespace().collect();
        // So many line ends cannot touch each of one part more.
        let parts = 2 + letters.len() / LINE;
        let by_letters = letters.chunks(letters.len().div_ceil(parts).max(1));
        let by_letters = by_letters.filter_map(|part| Needle::new(&String::from_iter(part)));
        let by_words = words.chunks(words.len().div_ceil(parts).max(1));
        let by_words = by_words.filter_map(|part| Needle::new(&part.join(" ")));
        Self {
            letters: by_letters.collect(),
            words: if words.len() > 1 { by_words.collect() } else { Vec::new() },
            is_loose: false,
            query,
        }
    }

    /// Whether the query may stand over the ends of lines that reading a text by its
    /// layout joins: told without reading it.
    pub fn may_be_broken_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if memchr2(b'\n', b'\r', bytes).is_none() {
            return false;
        }
        if self.is_loose {
            return true;
        }
        let divided = DIVIDED.iter().any(|sign| memmem::find(bytes, sign.as_bytes()).is_some());
        let parts = if divided { &self.letters } else { &self.words };
        parts.iter().any(|part| part.find(text).next().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_over_line_ends_is_not_missed() {
        let may = |query: &str, text: &str| Phrase::new(query).unwrap().may_be_broken_in(text);
        let text = "Le préfet a dit que 4 500 fermes ont été aidées depuis jan-\nvier, soit 8 %\r\ndu total.";
        for query in
            ["janvier", "depuis Janvier", "8 % du total", "aidées depuis janvier, soit 8 % du"]
        {
            assert!(may(query, text), "{query}");
        }
        assert!(!may("octobre", text) && !may("février dernier", "soit\nen mars"));
        assert!(!may("janvier", "jan vier") && !may("janvier", "jan\nvier"));
    }
}
