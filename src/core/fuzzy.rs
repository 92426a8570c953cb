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
    /// How many words the query has.
    words: usize,
    letters: Vec<char>,
    places: Vec<u32>,
}

impl Fuzzy {
    /// Reads a query. An empty one matches everything alike.
    pub fn new(query: &str) -> Self {
        Self {
            pattern: Pattern::parse(query, CaseMatching::Smart, Normalization::Smart),
            matcher: Matcher::new(config()),
            words: query.split_whitespace().count(),
            letters: Vec::new(),
            places: Vec::new(),
        }
    }

    /// How well a name matches, the higher the better; none where it does not.
    pub fn score(&mut self, name: &str) -> Option<u32> {
        self.pattern.score(letters(name, &mut self.letters), &mut self.matcher)
    }

    /// Whether these marks of a name are letters here and there rather than parts of its words: `csv` in
    /// *Confirm a stale verdict*, not `widcol` in *Wider column*.
    pub fn are_scattered(&self, name: &str, marks: &[Span]) -> bool {
        let letters: usize = marks.iter().map(|mark| mark.of(name).chars().count()).sum();
        // A part is the beginning of a word, or long enough to be known by itself.
        let is_part = |mark: &Span| {
            mark.of(name).chars().count() >= 3
                || !name[..mark.start].ends_with(char::is_alphanumeric)
        };
        marks.len() > self.words && (marks.len() > letters / 2 || !marks.iter().all(is_part))
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

/// What ranks names: one that begins with the query first.
fn config() -> Config {
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    config
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

    #[test]
    fn letters_here_and_there_are_scattered() {
        for (query, name, scattered) in [
            ("csv", "Confirm a stale verdict for the new words", true),
            ("html", "Highlight more claims", true),
            ("delete", "Move the border of the pane left  narrower-list", true),
            ("theme", "Give the same verdict again", true),
            ("widcol", "Wider column", false),
            ("w c", "Wider column", false),
            ("w", "Wider column", false),
            ("sall", "Search in all articles", false),
        ] {
            let mut fuzzy = Fuzzy::new(query);
            let marks = fuzzy.marks(name);
            assert!(!marks.is_empty() && fuzzy.are_scattered(name, &marks) == scattered, "{query}");
        }
    }
}
