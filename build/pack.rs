//! Makes of a language's pack what `core/lang/lexicon.rs` points at.

use std::collections::{BTreeMap, HashMap};

use crate::core::lang::form::{class_and_form, word_and_rest};
use crate::core::lang::laid;
use crate::core::lang::packing::{BLOCK, Line, lines};

/// The numbers of classes, in the order in which a form is said to belong to them.
type Classes = Vec<usize>;

/// What is known about a word: its classes, and longer forms that begin with it, the longest first.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Entry {
    classes: Classes,
    phrases: Vec<(Vec<String>, Classes)>,
}

/// The files that are made of the texts of a pack, by how their names end.
pub(crate) fn files(texts: &[String]) -> Vec<(&'static str, Vec<u8>)> {
    let lines = || texts.iter().flat_map(|text| text.lines());
    let settings: Vec<_> = lines().filter_map(|line| line.strip_prefix('!')).collect();
    let (mut classes, mut numbers) = (Vec::new(), HashMap::new());
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (class, form) in lines().filter_map(class_and_form) {
        let number = *numbers.entry(class).or_insert(classes.len());
        if number == classes.len() {
            classes.push(class);
        }
        for (first, rest) in word_and_rest(form) {
            entries.entry(first).or_default().learn(rest, number);
        }
    }
    let (mut told, mut known) = (Vec::new(), HashMap::new());
    let mut numbered = Vec::new();
    for (word, entry) in &mut entries {
        entry.phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let next = u16::try_from(told.len()).expect("a number of an entry");
        let number = *known.entry(entry.clone()).or_insert(next);
        if number == next {
            told.push(entry.told());
        }
        numbered.push((word.as_str(), number));
    }
    let told = [settings.join("\n"), classes.join("\n"), told.join("\n")].join("\n\n");
    vec![("told", told.into_bytes()), ("words", laid::bytes(numbered.into_iter()))]
}

/// Where the blocks of a list of usual words begin, as `core/lang/words.rs` reads it.
pub(crate) fn heads(packed: &str) -> Vec<u8> {
    let heads = first_words(packed);
    let number = |number: usize| u32::try_from(number).expect("a place in a list").to_le_bytes();
    let (mut laid, mut words) = (number(heads.len()).to_vec(), Vec::new());
    for (word, next) in heads {
        laid.extend(number(next));
        laid.extend(number(words.len()));
        laid.push(u8::try_from(word.len()).expect("a word of fewer bytes"));
        words.extend(word.into_bytes());
    }
    laid.extend(words);
    laid
}

/// The first words of the blocks with where their second lines begin.
fn first_words(packed: &str) -> Vec<(String, usize)> {
    let mut words = Vec::new();
    let (mut word, mut at) = (String::new(), 0);
    for (n, Line { shared, rest }) in lines(packed, 0).enumerate() {
        // Before the letters that differ stands how many do not, behind them the end of the line.
        at += rest.len() + 2;
        word = word.chars().take(shared).chain(rest.chars()).collect();
        if n % BLOCK == 0 {
            words.push((word.clone(), at));
        }
    }
    words
}

impl Entry {
    /// Learns that it, or the phrase with these further words, is of a class.
    fn learn(&mut self, rest: Vec<String>, class: usize) {
        let classes = match self.phrases.iter().position(|(words, _)| *words == rest) {
            _ if rest.is_empty() => &mut self.classes,
            Some(at) => &mut self.phrases[at].1,
            None => {
                self.phrases.push((rest, Vec::new()));
                &mut self.phrases.last_mut().expect("the one just learnt").1
            }
        };
        classes.push(class);
    }

    fn told(&self) -> String {
        let mut told = list(&self.classes);
        for (words, classes) in &self.phrases {
            told.extend(["\t", &words.join(" "), "=", &list(classes)]);
        }
        told
    }
}

fn list(classes: &Classes) -> String {
    classes.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
