//! A query, made ready to search many texts.

use memchr::memmem::Finder;
use memchr::{memchr, memrchr};
use unicode_normalization::UnicodeNormalization;

use super::scan::Scan;
use crate::core::anchor::fold::Fold;
use crate::core::article::Span;

/// A query, made ready to search many texts.
#[derive(Clone, Debug)]
pub struct Needle {
    folded: Finder<'static>,
    scan: Scan,
    strict: Option<Strict>,
}

/// What of the query is meant as typed.
#[derive(Clone, Debug)]
struct Strict {
    case: bool,
    accents: bool,
    /// The query with only the rest folded.
    typed: String,
}

impl Needle {
    /// Reads a query; none where it has nothing to search for.
    pub fn new(query: &str) -> Option<Self> {
        let folded = Fold::of(query);
        if folded.trim().is_empty() {
            return None;
        }
        let case = query.chars().any(char::is_uppercase);
        let accents = query.nfd().any(is_accent);
        let strict = (case || accents).then(|| Strict {
            case,
            accents,
            typed: partly_folded(query, case, accents),
        });
        let scan = Scan::new(folded.as_bytes());
        Some(Self { folded: Finder::new(folded.as_bytes()).into_owned(), scan, strict })
    }

    /// The places of `text` that match, in order; they do not overlap.
    pub fn find<'a>(&'a self, text: &'a str) -> Matches<'a> {
        Matches { needle: self, text, at: 0, line: Vec::new().into_iter() }
    }

    /// The matches inside one line, or a long piece of one.
    fn find_in(&self, text: &str, line: Span) -> Vec<Span> {
        let words = line.of(text);
        let fold = Fold::new(words);
        let len = self.folded.needle().len();
        let found = self.folded.find_iter(fold.text.as_bytes());
        let places = found.map(|at| fold.source(Span::new(at, at + len)));
        places
            .filter(|place| {
                self.strict.as_ref().is_none_or(|strict| strict.admits(place.of(words)))
            })
            .map(|place| Span::new(place.start + line.start, place.end + line.start))
            .collect()
    }
}

impl Strict {
    /// The same for words of ASCII letters and figures only.
    fn admits_plain(&self, words: &str) -> bool {
        if self.case { words == self.typed } else { words.eq_ignore_ascii_case(&self.typed) }
    }

    fn admits(&self, words: &str) -> bool {
        partly_folded(words, self.case, self.accents) == self.typed
    }
}

/// Folded as everything else, but with capitals or accents kept.
fn partly_folded(text: &str, case: bool, accents: bool) -> String {
    let mut out = String::new();
    for c in text.nfd() {
        if is_accent(c) {
            out.extend(accents.then_some(c));
        } else if !c.is_alphabetic() {
            out.push_str(&Fold::of(c.encode_utf8(&mut [0; 4])));
        } else if case {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Iterator over the matches of a needle in a text.
#[derive(Clone, Debug)]
pub struct Matches<'a> {
    needle: &'a Needle,
    text: &'a str,
    /// Everything before here was searched.
    at: usize,
    line: std::vec::IntoIter<Span>,
}

impl Iterator for Matches<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            if let Some(found) = self.line.next() {
                return Some(found);
            }
            let hit = self.needle.scan.next(self.text.as_bytes(), self.at)?;
            if let Some(found) = self.needle.scan.surely(self.text.as_bytes(), hit, self.at) {
                self.at = found.end;
                if self.needle.strict.as_ref().is_none_or(|s| s.admits_plain(found.of(self.text))) {
                    return Some(found);
                }
                continue;
            }
            let (piece, resume) = piece(self.text, hit, self.at);
            self.at = resume;
            let mut found = self.needle.find_in(self.text, piece);
            // What lies beyond is found again with all of its line in sight.
            found.retain(|place| place.start < resume);
            self.at = found.last().map_or(resume, |last| last.end.max(resume));
            self.line = found.into_iter();
        }
    }
}

/// A line longer than this is folded in pieces, in bytes.
const PIECE: usize = 1 << 16;
/// No match is longer than this, in bytes, where a line is cut into pieces.
const LONGEST: usize = 1 << 12;

/// The stretch to fold for a hit, and where the search goes on behind it.
fn piece(text: &str, hit: usize, from: usize) -> (Span, usize) {
    let bytes = text.as_bytes();
    let near = hit.saturating_sub(LONGEST).max(from);
    let start = memrchr(b'\n', &bytes[near..hit]).map_or(near, |at| near + at + 1);
    let far = (hit + PIECE).min(text.len());
    match memchr(b'\n', &bytes[hit..far]) {
        Some(at) => (Span::new(text.floor_char_boundary(start), hit + at), hit + at + 1),
        None if far == text.len() => (Span::new(text.floor_char_boundary(start), far), far),
        None => (
            Span::new(text.floor_char_boundary(start), text.floor_char_boundary(far)),
            text.floor_char_boundary(far - LONGEST),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(query: &str, text: &str, want: &[&str]) {
        let needle = Needle::new(query).unwrap();
        let found: Vec<_> = needle.find(text).map(|span| span.of(text)).collect();
        assert_eq!(found, want, "{query}");
    }

    #[test]
    fn what_is_not_typed_does_not_matter() {
        let text = "L’Été à Séoul.\nseoul SÉOUL Seoul\n12\u{202f}000 soldats, l'oeuvre";
        check("seoul", text, &["Séoul", "seoul", "SÉOUL", "Seoul"]);
        check("Seoul", text, &["Séoul", "Seoul"]);
        check("séoul", text, &["Séoul", "SÉOUL"]);
        check("SÉOUL", text, &["SÉOUL"]);
        check("l'ete", text, &["L’Été"]);
        check("12 000 soldats", text, &["12\u{202f}000 soldats"]);
        check("œuvre", text, &["oeuvre"]);
        check("été à", text, &["Été à"]);
        check("seoul seoul", text, &["seoul SÉOUL"]);
        check("soleil", text, &[]);
        assert!(Needle::new(" \t").is_none() && Needle::new("\u{ad}").is_none());
    }

    #[test]
    fn other_scripts_and_marks_are_found() {
        check("москва", "В Москва и МОСКВА", &["Москва", "МОСКВА"]);
        check("平壌", "北朝鮮の平壌で", &["平壌"]);
        check("...", "fin… et ...", &["…", "..."]);
        check("%", "5 % ou 7%", &["%", "%"]);
    }

    #[test]
    fn matches_over_the_pieces_of_a_long_line() {
        let mut text = "x".repeat(PIECE - LONGEST - 2);
        for _ in 0..3 {
            text.push_str(" Koursk ");
            text.push_str(&"y".repeat(PIECE / 2));
        }
        check("koursk", &text, &["Koursk"; 3]);
        let all = "ab".repeat(2 * PIECE);
        assert_eq!(Needle::new("ba").unwrap().find(&all).count(), 2 * PIECE - 1);
    }

    /// The plain way: every line folded.
    fn plainly(needle: &Needle, text: &str) -> Vec<Span> {
        let mut start = 0;
        let mut out = Vec::new();
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end_matches('\n').len();
            out.extend(needle.find_in(text, Span::new(start, end)));
            start += line.len();
        }
        out
    }

    proptest! {
        #[test]
        fn nothing_is_missed(query in "[a-cekéE'œfi .0]{1,4}", text in "[a-cekéEÅK’'œﬁ…e\u{301}\u{ad} .0\n]{0,60}") {
            if let Some(needle) = Needle::new(&query) {
                let found: Vec<_> = needle.find(&text).collect();
                prop_assert_eq!(found, plainly(&needle, &text));
            }
        }
    }
}
