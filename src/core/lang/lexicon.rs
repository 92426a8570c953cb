//! Words and phrases with what they say, per language, from data files.
//!
//! A line is `class[=value] form`. A form of several words is found as a
//! phrase; the longest one wins. The files hold words of the language only:
//! no text, no weight and nothing learned. A language's file begins with its
//! settings, lines of `!name values` ([`Settings`]).

use std::sync::OnceLock;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::language::Language;
use super::settings::Settings;
use super::unit::{Measure, Unit};
use super::word::words;
use crate::core::article::Span;

/// A set of classes.
pub(crate) type Classes = u128;

/// What is known about one word or phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// The classes it belongs to, as bits of [`class`].
    pub class: Classes,
    /// The value of a number, month, weekday or part of a period.
    pub value: f64,
    /// The key of a state.
    pub key: &'static str,
    /// The unit it names.
    pub unit: Option<Unit>,
    /// What else it may name: `pounds` are money or a weight.
    pub other: Option<Unit>,
    /// Longer forms that begin with this word: the further words, longest first.
    pub phrases: Vec<(Vec<String>, Entry)>,
}

impl Entry {
    /// Whether it belongs to any of the classes.
    pub(crate) const fn is(&self, class: Classes) -> bool {
        self.class & class != 0
    }
}

macro_rules! classes {
    ($($name:literal $bit:ident $doc:literal,)*) => {
        /// The classes of words, one bit each.
        pub(crate) mod class {
            use super::Classes;
            classes!(@ 0; $($bit $doc,)*);
        }
        fn class_named(name: &str) -> Classes {
            match name { $($name => class::$bit,)* _ => 0 }
        }
    };
    (@ $n:expr; $bit:ident $doc:literal, $($rest:tt)*) => {
        #[doc = $doc]
        pub(crate) const $bit: Classes = 1 << ($n);
        classes!(@ $n + 1; $($rest)*);
    };
    (@ $n:expr;) => {};
}

classes! {
    "number" NUMBER "`deux`, `million`: the value is the number.",
    "scale" SCALE "`mille`, `million`: multiplies what stands before it.",
    "loose" LOOSE "`milliers`: alone a multitude; behind a number it multiplies.",
    "piece" PIECE "A number only inside a compound: `cent` in `centottanta`.",
    "ordinal" ORDINAL "`third`.",
    "fraction" FRACTION "`tiers`, `half`: the value is the number of parts.",
    "every" EVERY "`jeder` before an ordinal: one in so many.",
    "ratio" RATIO "`sur`, `in`: between the two numbers of a share.",
    "of" OF "Ties what is counted to the figure.",
    "to" TO "Between the two ends of a range.",
    "from" FROM "Before the first end of a range or change.",
    "and" AND "Between the parts of a number.",
    "label" LABEL "What a figure behind it names: `article`, `page`.",
    "costs" COSTS "Shows that money is meant.",
    "weighs" WEIGHS "Shows that a weight is meant.",
    "premod" PREMOD "`autres`, `new`: may stand between a figure and its noun.",
    "dated" DATED "A year may follow.",
    "decade" DECADE "A decade may follow: `les années 1990`.",
    "period" PERIOD "`trimestre`, `half`: how many of them a year has.",
    "clock" CLOCK "`Uhr`: the figure before it is an hour.",
    "hourly" HOURLY "`vers`, `om`: leads to a time of day.",
    "noon" NOON "`midi`, `midnight`: a time of day without a number; the value is its hour.",
    "half" HALF "`demi`, `half`: of what follows.",
    "moves" MOVES "`passe de … à …`: from one value to another.",
    "long" LONG "Shows that a length is meant: `wide`.",
    "crowd" CROWD "A plural that its ending does not show: `people`.",
    "dozen" DOZEN "`douzaine`: as many of what stands before it.",
    "point" POINT "`virgule`: the decimal mark as a word.",
    "minus" MINUS "`moins`: the sign as a word.",
    "below" BELOW "`bajo cero`: behind degrees, the sign.",
    "about" ABOUT "`environ`.",
    "more" MORE "`plus de`.",
    "least" LEAST "`au moins`.",
    "less" LESS "`moins de`.",
    "most" MOST "`au plus`.",
    "short" SHORT "`presque`: about so much, and less.",
    "passes" PASSES "`dépasse`: what is told is more than the figure behind it.",
    "nears" NEARS "`frôle`: what is told is little less than the figure.",
    "attains" ATTAINS "`atteint`: not so, it is less; nearly so, little less.",
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
    "refuse" REFUSE "`rejette`, `rejects`: denies what is said, decides of anything else.",
    "charge" CHARGE "`accusations`, `claims`: what can be denied.",
    "according" ACCORDING "`selon`.",
    "postposed" POSTPOSED "`zufolge`: leads to a source that stands before it.",
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
    "adverb" ADVERB "`also`: between a subject and its verb.",
    "nobody" NOBODY "`on`, `it`: no source, though the subject of a verb of saying.",
    "weak" WEAK "Speaks for a claim, but is no reason by itself: `plus`, `loi`.",
    "plain" PLAIN "`TV`: written in capitals, and no name.",
    "dial" DIAL "`call`, `téléphone`: a figure behind it is a number to call.",
    "street" STREET "`rue`, `street`: a figure beside it is an address.",
    "notnoun" NOTNOUN "Never a modifier of a noun.",
    "total" TOTAL "`number`, `nombre`: what it is of is counted by a figure further on.",
    "field" FIELD "`Intérieur`, `Finanzas`: what a ministry is of; behind `de` no name by itself.",
    "warmth" WARMTH "`temperature`, `heat`: shows that degrees are meant.",
    "result" RESULT "`score`: the two figures behind it are those of two sides.",
    "contrast" CONTRAST "`while`, `tandis que`: sets a clause against the one before it.",
    "reaches" REACHES "`to`, `atteint`: leads from a number of things to the figure.",
}

/// The words of one language.
#[derive(Default)]
pub(crate) struct Lexicon {
    pub(super) entries: FxHashMap<CompactString, Entry>,
    /// How number words begin, for languages that write numbers as one word.
    pub(super) heads: FxHashSet<String>,
    /// What the language does otherwise than by its words.
    pub settings: Settings,
}

impl Lexicon {
    /// The lexicon of a language. Where its words are not known, signs, codes and names are.
    pub(crate) fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Lexicon>; Language::COUNT] =
            [const { OnceLock::new() }; Language::COUNT];
        READ[language as usize].get_or_init(|| Self::read(language.pack()))
    }

    /// What is known about a word in small letters.
    pub(crate) fn get(&'static self, word: &str) -> Option<&'static Entry> {
        self.entries.get(word)
    }

    fn read(pack: &'static str) -> Self {
        let files = [UNITS, NAMES, if pack.is_empty() { SCALES } else { pack }];
        let mut lexicon = Self::default();
        // A start waits for it: nothing is moved while it grows.
        lexicon.entries.reserve(files.iter().map(|file| file.len() / FORM).sum());
        // Words of a class stand together.
        let mut last = ("", Meaning::default());
        for line in files.iter().flat_map(|file| file.lines()) {
            if let Some(setting) = line.strip_prefix('!') {
                lexicon.settings.learn(setting);
            } else if let Some((class, form)) = class_and_form(line) {
                if last.0 != class {
                    last = (class, Meaning::of(class));
                }
                lexicon.add(form, last.1);
            }
        }
        if lexicon.settings.glue.is_some() {
            let numbers =
                lexicon.entries.iter().filter(|(_, e)| e.is(class::NUMBER | class::PIECE));
            lexicon.heads = numbers.filter_map(|(w, _)| Some(head(w)?.to_owned())).collect();
        }
        for entry in lexicon.entries.values_mut() {
            entry.phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        lexicon
    }

    fn add(&mut self, form: &str, meaning: Meaning) {
        if is_word(form) {
            return self.entry(form).learn(meaning);
        }
        if form.contains('~') {
            return forms(form)
                .for_each(|form| self.entries.entry(form).or_default().learn(meaning));
        }
        let mut words = words_of(form).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let entry = self.entry(&first);
        if rest.is_empty() {
            return entry.learn(meaning);
        }
        let known = entry.phrases.iter().position(|(words, _)| *words == rest);
        let at = known.unwrap_or_else(|| {
            entry.phrases.push((rest, Entry::default()));
            entry.phrases.len() - 1
        });
        entry.phrases[at].1.learn(meaning);
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(CompactString::new(word)).or_default()
    }
}

/// The class and the form of a line; none where it is a remark.
fn class_and_form(line: &'static str) -> Option<(&'static str, &'static str)> {
    let at = memchr::memchr(b' ', line.as_bytes()).filter(|_| !line.starts_with('#'))?;
    Some((&line[..at], &line[at + 1..]))
}

/// The words of a form that is no word in small letters.
fn words_of(form: &str) -> Vec<String> {
    if form.split(' ').all(is_word) {
        return form.split(' ').map(str::to_owned).collect();
    }
    let mut cut = Vec::new();
    // A letter behind an apostrophe at the end shows that it is an elision: `pas plus d'`.
    let whole = if form.ends_with('\'') { format!("{form}a") } else { form.to_owned() };
    words(&whole, Span::new(0, whole.len()), &mut cut);
    let words = cut.iter().filter(|word| word.span.start < form.len());
    words.map(|word| whole[word.span.start..word.span.end.min(form.len())].to_lowercase()).collect()
}

/// The first two letters of a word, by which most words are known to be no number.
pub(super) fn head(word: &str) -> Option<&str> {
    let second = word.char_indices().nth(1)?;
    Some(&word[..second.0 + second.1.len_utf8()])
}

/// The forms of a line of a pack: of a stem with `~` behind it one with each ending.
pub(in crate::core) fn forms(form: &str) -> impl Iterator<Item = CompactString> {
    let (stem, endings) = form.split_once('~').unwrap_or((form, ""));
    endings.split(' ').map(move |ending| {
        let mut form = CompactString::new(stem);
        form.push_str(ending);
        form
    })
}

/// So many bytes of a pack hold about one form.
const FORM: usize = 12;

/// Whether a form is one word in small letters, as it stands.
fn is_word(form: &str) -> bool {
    !form.is_empty() && form.chars().all(char::is_lowercase)
}

const UNITS: &str = include_str!("packs/units.txt");
const NAMES: &str = include_str!("packs/names.txt");
const SCALES: &str = include_str!("packs/scales.txt");

/// What a line's class says of its form.
#[derive(Clone, Copy, Debug, Default)]
struct Meaning {
    class: Classes,
    value: Option<f64>,
    key: Option<&'static str>,
    unit: Option<Unit>,
}

impl Meaning {
    fn of(class: &'static str) -> Self {
        let mut parts = class.split('=');
        let name = parts.next().unwrap_or_default();
        if let Some(measure) = measure_named(name) {
            let symbol = parts.next().unwrap_or_default();
            let scale = parts.next().and_then(|x| x.parse().ok()).unwrap_or(1.0);
            let unit = Some(Unit { symbol, measure, scale });
            return Self { class: class::UNIT, unit, ..Self::default() };
        }
        let bit = class_named(name);
        let implied = if bit & (class::SCALE | class::LOOSE) != 0 {
            class::NUMBER
        } else if bit & class::REFUSE != 0 {
            class::DENY
        } else {
            0
        };
        let class = bit | implied;
        let (mut value, mut key) = (None, None);
        match parts.next() {
            named if bit & (class::STATE | class::PEOPLE) != 0 => key = named,
            said => value = said.map(|said| said.parse().unwrap_or_default()),
        }
        Self { class, value, key, unit: None }
    }
}

impl Entry {
    fn learn(&mut self, meaning: Meaning) {
        self.class |= meaning.class;
        self.value = meaning.value.unwrap_or(self.value);
        self.key = meaning.key.unwrap_or(self.key);
        match (self.unit, meaning.unit) {
            (Some(first), Some(unit)) if first.measure != unit.measure => self.other = Some(unit),
            (_, Some(unit)) => self.unit = Some(unit),
            (_, None) => {}
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
        let packs = Language::PACKS.map(|language| (language.code(), language.pack()));
        let others = [("names", NAMES), ("units", UNITS), ("scales", SCALES)];
        for (file, text) in packs.into_iter().chain(others) {
            for line in text.lines().filter(|line| !line.starts_with(['#', '!'])) {
                let class = line.split([' ', '=']).next().unwrap_or_default();
                assert!(
                    class_named(class) != 0 || measure_named(class).is_some(),
                    "{file}: {line}"
                );
            }
        }
    }

    #[test]
    fn a_form_in_small_letters_is_one_word() {
        let packs = Language::PACKS.map(Language::pack);
        for line in packs.into_iter().chain([UNITS, NAMES, SCALES]).flat_map(str::lines) {
            let said = line.split_once(' ').filter(|_| !line.starts_with(['#', '!']));
            for form in said.into_iter().flat_map(|(_, form)| forms(form)) {
                let mut cut = Vec::new();
                words(&form, Span::new(0, form.len()), &mut cut);
                let whole = [Span::new(0, form.len())];
                let spans: Vec<_> = cut.iter().map(|word| word.span).collect();
                let is_whole = spans == whole && form.to_lowercase() == form;
                assert!(!(is_word(&form) || line.contains('~')) || is_whole, "{line}");
            }
        }
    }

    #[test]
    fn no_word_has_two_values() {
        for language in Language::PACKS {
            let mut values: FxHashMap<&str, (f64, &str)> = FxHashMap::default();
            for line in language.pack().lines() {
                let Some((class, form)) = line.split_once(' ') else { continue };
                let Some(value) = class.split('=').nth(1).and_then(|v| v.parse().ok()) else {
                    continue;
                };
                if measure_named(class.split('=').next().unwrap_or_default()).is_none() {
                    let (first, other) = *values.entry(form).or_insert((value, line));
                    assert_eq!(first.to_bits(), value.to_bits(), "{other} and {line}");
                }
            }
        }
    }
}
