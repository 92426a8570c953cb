//! Desks of any size, recombined from the five articles with a fixed seed.
//!
//! Shared with the benchmarks by `#[path]`.

use std::fs;
use std::path::Path;

use super::random::Random;

/// Makes articles of about 2.5 kB: sentences of the five articles in new
/// order, a third with other figures, a quarter with other places.
pub(crate) struct Corpus {
    sentences: Vec<String>,
    random: Random,
}

const PLACES: [&str; 10] = [
    "Moscou",
    "Pyongyang",
    "Kiev",
    "Séoul",
    "Washington",
    "Pékin",
    "Koursk",
    "Tokyo",
    "Bruxelles",
    "Vladivostok",
];

impl Corpus {
    /// A corpus of which every article depends on `seed` alone.
    pub(crate) fn new(seed: u64) -> Self {
        let sentences = seeds().into_iter().flat_map(|(_, text)| {
            text.lines()
                .flat_map(sentences_of)
                .filter(|sentence| sentence.len() > 25)
                .collect::<Vec<_>>()
        });
        Self { sentences: sentences.collect(), random: Random(seed) }
    }

    fn sentence(&mut self) -> String {
        let choice = self.random.below(self.sentences.len());
        let mut sentence = self.sentences[choice].clone();
        if self.random.below(10) < 3 {
            sentence = self.other_figures(&sentence);
        }
        if self.random.below(4) == 0 {
            let (from, to) =
                (PLACES[self.random.below(PLACES.len())], PLACES[self.random.below(PLACES.len())]);
            sentence = sentence.replace(from, to);
        }
        sentence
    }

    fn other_figures(&mut self, sentence: &str) -> String {
        let other = |c: char| {
            if c.is_ascii_digit() { char::from(b'1' + self.random.below(9) as u8) } else { c }
        };
        sentence.chars().map(other).collect()
    }
}

impl Iterator for Corpus {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let size = 2000 + self.random.below(1000);
        let mut article = String::new();
        while article.len() < size {
            for _ in 0..2 + self.random.below(3) {
                let sentence = self.sentence();
                article.push_str(&sentence);
                article.push(' ');
            }
            article.pop();
            article.push('\n');
        }
        Some(article)
    }
}

/// The five articles, by name.
pub(crate) fn seeds() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names
        .into_iter()
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect()
}

fn sentences_of(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(at) = rest
        .match_indices(['.', '!', '?'])
        .map(|(at, _)| at)
        .find(|&at| rest[at + 1..].starts_with(' '))
    {
        out.push(rest[..=at].trim().to_owned());
        rest = &rest[at + 1..];
    }
    out.push(rest.trim().to_owned());
    out
}
