//! Words and phrases with what they say, per language, from data files.
//!
//! A line is `class[=value] form`. A form of several words is found as a
//! phrase; the longest one wins. The files hold words of the language only:
//! no text, no weight and nothing learned.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::core::article::Span;
use crate::core::fact::{Measure, Unit};
use crate::core::lang::Language;
use crate::core::lang::word::words;

/// What is known about one word or phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// The classes it belongs to, as bits of [`class`].
    pub class: u64,
    /// The value of a number, month, weekday or part of a period.
    pub value: f64,
    /// The key of a state.
    pub key: &'static str,
    /// The unit it names.
    pub unit: Option<Unit>,
    /// Longer forms that begin with this word: the further words, longest first.
    pub phrases: Vec<(Vec<String>, Entry)>,
}

impl Entry {
    /// Whether it belongs to any of the classes.
    pub(crate) const fn is(&self, class: u64) -> bool {
        self.class & class != 0
    }
}

macro_rules! classes {
    ($($name:literal $bit:ident $doc:literal,)*) => {
        /// The classes of words, one bit each.
        pub(crate) mod class {
            classes!(@ 0; $($bit $doc,)*);
        }
        fn class_named(name: &str) -> u64 {
            match name { $($name => class::$bit,)* _ => 0 }
        }
    };
    (@ $n:expr; $bit:ident $doc:literal, $($rest:tt)*) => {
        #[doc = $doc]
        pub(crate) const $bit: u64 = 1 << ($n);
        classes!(@ $n + 1; $($rest)*);
    };
    (@ $n:expr;) => {};
}

classes! {
    "number" NUMBER "`deux`, `million`: the value is the number.",
    "dozen" DOZEN "`douzaine`: as many of what stands before it.",
    "point" POINT "`virgule`: the decimal mark as a word.",
    "minus" MINUS "`moins`: the sign as a word.",
    "about" ABOUT "`environ`.",
    "more" MORE "`plus de`.",
    "least" LEAST "`au moins`.",
    "less" LESS "`moins de`.",
    "most" MOST "`au plus`.",
    "between" BETWEEN "`entre`: begins a range.",
    "some" SOME "`plusieurs`: about how many, without a figure.",
    "unit" UNIT "A unit or currency.",
    "month" MONTH "The value is 1 to 12.",
    "weekday" WEEKDAY "The value is 1 (Monday) to 7.",
    "season" SEASON "`printemps`.",
    "part" PART "`début`, `mi`, `fin`: 1 to 3.",
    "relative" RELATIVE "`hier`, `last year`.",
    "say" SAY "Verbs of saying.",
    "deny" DENY "Verbs of denying.",
    "according" ACCORDING "`selon`.",
    "report" REPORT "What claims come from: `rapport`, `survey`.",
    "hedge" HEDGE "`peut-être`, `semble`, `if`.",
    "modal" MODAL "`peut`, `could`.",
    "duty" DUTY "`doit`, `should`.",
    "hope" HOPE "`souhaite`, `want`.",
    "future" FUTURE "`will`, `bientôt`.",
    "negation" NEGATION "`pas`, `never`.",
    "first" FIRST "`je`, `my`.",
    "plural" PLURAL "`nous`, `our`.",
    "second" SECOND "`vous`, `your`.",
    "third" THIRD "`ils`, `they`.",
    "question" QUESTION "`pourquoi`, `what`.",
    "opinion" OPINION "`je pense`, `frankly`.",
    "praise" PRAISE "Words that value rather than tell.",
    "comparison" COMPARISON "`premier`, `largest`.",
    "change" CHANGE "`augmenté`, `fell`.",
    "aux" AUX "Auxiliary verbs.",
    "past" PAST "Past tenses.",
    "participle" PARTICIPLE "Participles that the ending does not show.",
    "present" PRESENT "Present tenses of being and having.",
    "deed" DEED "What can be shown to have been done.",
    "topic" TOPIC "Public affairs.",
    "title" TITLE "Roles of persons.",
    "body" BODY "Organisations.",
    "det" DET "Articles and the like.",
    "prep" PREP "Prepositions.",
    "conj" CONJ "`et`, `or`.",
    "clause" CLAUSE "What begins a clause: `mais`, `while`.",
    "that" THAT "What begins what is said: `que`, `that`.",
    "relative_pronoun" RELATIVE_PRONOUN "`qui`, `which`.",
    "stop" STOP "Other frequent small words.",
    "per" PER "`par`, `per`.",
    "hearsay" HEARSAY "`auraient`, `reportedly`.",
    "furniture" FURNITURE "What surrounds an article on its page.",
    "state" STATE "A state, its capital or government.",
    "people" PEOPLE "Those of a state.",
    "notnoun" NOTNOUN "Never a modifier of a noun.",
}

const FR: &str = include_str!("lexicon/fr.txt");
const EN: &str = include_str!("lexicon/en.txt");

/// The words of one language.
pub(crate) struct Lexicon {
    entries: HashMap<String, Entry>,
}

impl Lexicon {
    /// The lexicon of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[FR], false));
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[EN], false));
        // Where the language is not known, number words of both still mean what they say.
        static OTHER: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[FR, EN], true));
        match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
            _ => &OTHER,
        }
    }

    /// What is known about a word in small letters.
    pub(crate) fn get(&'static self, word: &str) -> Option<&'static Entry> {
        self.entries.get(word)
    }

    fn read(files: &[&'static str], only_numbers: bool) -> Self {
        let mut lexicon = Self { entries: HashMap::new() };
        for line in include_str!("lexicon/units.txt")
            .lines()
            .chain(include_str!("lexicon/names.txt").lines())
        {
            lexicon.add(line);
        }
        let lines = files.iter().flat_map(|file| file.lines());
        for line in lines.filter(|line| {
            !only_numbers || line.starts_with("number=") || line.starts_with("dozen=")
        }) {
            lexicon.add(line);
        }
        for entry in lexicon.entries.values_mut() {
            entry.phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        lexicon
    }

    fn add(&mut self, line: &'static str) {
        let Some((class, form)) = line.split_once(' ').filter(|_| !line.starts_with('#')) else {
            return;
        };
        let form = form.to_lowercase();
        let mut cut = Vec::new();
        words(&form, Span::new(0, form.len()), &mut cut);
        let mut cut = cut.iter().map(|word| word.span.of(&form).to_owned());
        let Some(first) = cut.next() else { return };
        let rest: Vec<String> = cut.collect();
        let entry = self.entries.entry(first).or_default();
        if rest.is_empty() {
            entry.learn(class);
            return;
        }
        let known = entry.phrases.iter().position(|(words, _)| *words == rest);
        let at = known.unwrap_or_else(|| {
            entry.phrases.push((rest, Entry::default()));
            entry.phrases.len() - 1
        });
        entry.phrases[at].1.learn(class);
    }
}

impl Entry {
    fn learn(&mut self, class: &'static str) {
        let mut parts = class.split('=');
        let name = parts.next().unwrap_or_default();
        if let Some(measure) = measure_named(name) {
            let symbol = parts.next().unwrap_or_default();
            let scale = parts.next().and_then(|x| x.parse().ok()).unwrap_or(1.0);
            self.unit = Some(Unit { symbol, measure, scale });
            self.class |= class::UNIT;
            return;
        }
        let bit = class_named(name);
        self.class |= bit;
        match parts.next() {
            Some(key) if bit & (class::STATE | class::PEOPLE) != 0 => self.key = key,
            Some(value) => self.value = value.parse().unwrap_or_default(),
            None => {}
        }
    }
}

fn measure_named(name: &str) -> Option<Measure> {
    Some(match name {
        "Share" => Measure::Share,
        "Points" => Measure::Points,
        "Money" => Measure::Money,
        "Length" => Measure::Length,
        "Area" => Measure::Area,
        "Volume" => Measure::Volume,
        "Mass" => Measure::Mass,
        "Duration" => Measure::Duration,
        "Speed" => Measure::Speed,
        "Temperature" => Measure::Temperature,
        "Power" => Measure::Power,
        "Energy" => Measure::Energy,
        "Data" => Measure::Data,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_has_a_known_class() {
        let files = ["fr", "en", "names", "units"];
        let texts = [
            include_str!("lexicon/fr.txt"),
            include_str!("lexicon/en.txt"),
            include_str!("lexicon/names.txt"),
            include_str!("lexicon/units.txt"),
        ];
        for (file, text) in files.iter().zip(texts) {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let class = line.split([' ', '=']).next().unwrap_or_default();
                assert!(
                    class_named(class) != 0 || measure_named(class).is_some(),
                    "{file}: {line}"
                );
            }
        }
    }
}
