//! Makes of a lexicon of the crosscheck what `core/crosscheck/pack.rs` points at.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use crate::core::crosscheck::tokens::tokens;
use crate::core::lang::fold::fold;
use crate::core::lang::laid;

/// The lines that have a form in common, in their order.
type Lines = Vec<usize>;

/// A lexicon as it is read: what its lines begin with, and in which of them each form stands.
#[derive(Default)]
struct Lexicon<'a> {
    heads: Vec<&'a str>,
    forms: BTreeMap<String, Lines>,
    stems: BTreeMap<String, Lines>,
    /// Phrases by their last word, in the order in which they are met.
    phrases: BTreeMap<String, Vec<(Vec<String>, Lines)>>,
}

/// The files that are made of a lexicon, by how their names end.
pub(crate) fn files(text: &str, algorithm: Algorithm) -> Vec<(&'static str, Vec<u8>)> {
    let lexicon = Lexicon::read(text, &Stemmer::create(algorithm));
    let mut sets = Sets::default();
    let forms = table(&lexicon.forms, &mut sets);
    let stems = table(&lexicon.stems, &mut sets);
    let ends = (0..).zip(lexicon.phrases.keys()).map(|(number, word)| (word.as_str(), number));
    let ends = laid::bytes(ends.collect::<Vec<_>>().into_iter());
    let mut alike = |phrases: &Vec<(Vec<String>, Lines)>| {
        let phrase = |(words, lines): &(Vec<String>, Lines)| {
            format!("{}={}", words.join(" "), sets.number(lines))
        };
        phrases.iter().map(phrase).collect::<Vec<_>>().join("\t")
    };
    let phrases: Vec<_> = lexicon.phrases.values().map(&mut alike).collect();
    let told = [lexicon.heads.join("\n"), sets.told(), phrases.join("\n")].join("\n\n");
    vec![("told", told.into_bytes()), ("forms", forms), ("stems", stems), ("ends", ends)]
}

/// The kinds and names that the lines of lexicons begin with, without the states of classes, each once.
pub(crate) fn classes(texts: &[String]) -> String {
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
    let heads = lines.filter_map(|line| line.split_once(':'));
    let classes: BTreeSet<_> =
        heads.map(|(head, _)| head.trim_end_matches(['+', '-', '='])).collect();
    classes.into_iter().collect::<Vec<_>>().join("\n")
}

fn table(forms: &BTreeMap<String, Lines>, sets: &mut Sets) -> Vec<u8> {
    let numbered = forms.iter().map(|(form, lines)| (form.as_str(), sets.number(lines)));
    laid::bytes(numbered.collect::<Vec<_>>().into_iter())
}

/// Each set of lines once.
#[derive(Default)]
struct Sets {
    numbers: BTreeMap<Lines, u16>,
}

impl Sets {
    fn number(&mut self, lines: &Lines) -> u16 {
        let next = u16::try_from(self.numbers.len()).expect("a number of a set");
        *self.numbers.entry(lines.clone()).or_insert(next)
    }

    /// Their lines, in the order of their numbers.
    fn told(&self) -> String {
        let mut sets: Vec<_> = self.numbers.iter().map(|(lines, number)| (number, lines)).collect();
        sets.sort();
        let numbers =
            |lines: &Lines| lines.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        sets.into_iter().map(|(_, lines)| numbers(lines)).collect::<Vec<_>>().join("\n")
    }
}

impl<'a> Lexicon<'a> {
    fn read(text: &'a str, stemmer: &Stemmer) -> Self {
        let mut lexicon = Self::default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for (head, forms) in lines.filter_map(|line| line.split_once(':')) {
            lexicon.heads.push(head);
            forms.split_whitespace().for_each(|form| lexicon.learn(form, stemmer));
        }
        lexicon
    }

    /// Learns a form of the line read last.
    fn learn(&mut self, form: &str, stemmer: &Stemmer) {
        let line = self.heads.len() - 1;
        let phrase = form.replace('_', " ");
        let words: Vec<String> = tokens(&phrase).map(|(a, b)| fold(&phrase[a..b])).collect();
        match words.split_last() {
            Some((last, [])) => {
                add(self.forms.entry(last.clone()).or_default(), line);
                let stem = fold(&stemmer.stem(&phrase.to_lowercase()));
                add(self.stems.entry(stem).or_default(), line);
            }
            Some((last, _)) => {
                let alike = self.phrases.entry(last.clone()).or_default();
                match alike.iter_mut().find(|(known, _)| *known == words) {
                    Some((_, lines)) => add(lines, line),
                    None => alike.push((words, vec![line])),
                }
            }
            None => {}
        }
    }
}

fn add(lines: &mut Lines, line: usize) {
    if !lines.contains(&line) {
        lines.push(line);
    }
}
