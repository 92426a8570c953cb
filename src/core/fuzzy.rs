//! Fuzzy matching of names: letters in order, with gaps; the method of fzf and helix.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::core::article::Span;
use crate::core::article::grapheme::{are_lone, graphemes};

/// A query that ranks names. Words may come in any order; case and accents
/// matter only where the query has them.
#[derive(Debug)]
pub struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
    letters: Vec<char>,
    places: Vec<u32>,
}

impl Fuzzy {
    /// Reads a query. An empty one matches everything alike.
    pub fn new(query: &str) -> Self {
        Self {
            pattern: Pattern::parse(query, CaseMatching::Smart, Normalization::Smart),
            matcher: Matcher::new(Config::DEFAULT),
            letters: Vec::new(),
            places: Vec::new(),
        }
    }

    /// How well a name matches, the higher the better; none where it does not.
    pub fn score(&mut self, name: &str) -> Option<u32> {
        self.pattern.score(letters(name, &mut self.letters), &mut self.matcher)
    }

    /// The letters of a name that match, joined where they touch.
    pub fn marks(&mut self, name: &str) -> Vec<Span> {
        self.places.clear();
        let letters = letters(name, &mut self.letters);
        if self.pattern.indices(letters, &mut self.matcher, &mut self.places).is_none() {
            return Vec::new();
        }
        self.places.sort_unstable();
        self.places.dedup();
        let mut out: Vec<Span> = Vec::new();
        let mut places = self.places.iter().copied().peekable();
        for (number, (at, letter)) in (0..).zip(graphemes(name)) {
            let span = Span::new(at, at + letter.len());
            if places.next_if_eq(&number).is_some() {
                match out.last_mut().filter(|last| last.end == span.start) {
                    Some(last) => last.end = span.end,
                    None => out.push(span),
                }
            }
        }
        out
    }
}

/// A name as it is matched: of each letter its first character. [`Utf32Str::new`] does the same by the
/// tables of Unicode, which took two thirds of the time in which titles are matched.
fn letters<'a>(name: &'a str, room: &'a mut Vec<char>) -> Utf32Str<'a> {
    if name.is_ascii() {
        return Utf32Str::Ascii(name.as_bytes());
    }
    room.clear();
    match are_lone(name) {
        true => room.extend(name.chars()),
        false => room.extend(graphemes(name).filter_map(|(_, letter)| letter.chars().next())),
    }
    Utf32Str::Unicode(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ranked_and_marked() {
        let names = ["Search in all articles", "Search in the article", "Sort articles"];
        let mut fuzzy = Fuzzy::new("sall");
        let scores = names.map(|name| fuzzy.score(name));
        assert!(scores[0].is_some() && scores[1].is_none() && scores[2].is_none());
        let marks: Vec<_> = fuzzy.marks(names[0]).iter().map(|m| m.of(names[0])).collect();
        assert_eq!(marks.concat(), "Sall");
        let mut fuzzy = Fuzzy::new("ete koursk");
        let name = "Koursk, l’été dernier";
        let marks: Vec<_> = fuzzy.marks(name).iter().map(|m| m.of(name)).collect();
        assert_eq!(marks, ["Koursk", "été"]);
        assert_eq!(Fuzzy::new("").score("x"), Some(0));
    }
}
