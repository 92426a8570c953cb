//! Words and phrases with what they say, per language, from data files.
//!
//! A line is `class[=value] form`; of a stem before `~` each ending behind it
//! makes a form. A form of several words is found as a phrase; the longest one
//! wins. The files hold words of the language only:
//! no text, no weight and nothing learned. A language's file begins with its
//! settings, lines of `!name values` ([`Settings`]).

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::language::Language;
use super::settings::Settings;
use super::table::{Laid, Table};
use super::unit::{Measure, Unit};

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
    "stamp" STAMP "`publié`, `updated`: leads to the day of the article itself.",
    "reaches" REACHES "`to`, `atteint`: leads from a number of things to the figure.",
}

/// An entry as it is laid out, read when a text has its word: of most packs few are, so that room for all of
/// them would be written for nothing at each start.
struct Line {
    told: &'static str,
    entry: OnceLock<Box<Entry>>,
}

/// The words of one language.
pub(crate) struct Lexicon {
    words: Table,
    /// Each entry that any word has, once.
    entries: Vec<Line>,
    /// What the classes mean, by their numbers.
    meanings: Vec<Meaning>,
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
        READ[language as usize].get_or_init(|| Self::read(language.laid()))
    }

    /// What is known about a word in small letters.
    pub(crate) fn get(&self, word: &str) -> Option<&Entry> {
        let line = self.entries.get(usize::from(self.words.get(word)?))?;
        Some(line.entry.get_or_init(|| Box::new(Entry::read(line.told, &self.meanings))))
    }

    fn read(laid: Laid) -> Self {
        let mut parts = laid.told.split("\n\n");
        let mut lines = || parts.next().unwrap_or_default().lines();
        let mut settings = Settings::default();
        for line in lines() {
            let is_known = settings.learn(line);
            debug_assert!(is_known, "{line}");
        }
        let meanings: Vec<_> = lines().map(Meaning::of).collect();
        let told = lines();
        let mut entries = Vec::with_capacity(told.clone().count());
        entries.extend(told.map(|told| Line { told, entry: OnceLock::new() }));
        let words = Table::new(laid.words);
        let mut lexicon = Self { words, entries, meanings, heads: FxHashSet::default(), settings };
        if lexicon.settings.glue.is_some() {
            lexicon.heads = lexicon.heads_of_numbers();
        }
        lexicon
    }

    fn heads_of_numbers(&self) -> FxHashSet<String> {
        let is_number = |line: &Line| {
            let mut meanings = meanings(own(line.told), &self.meanings);
            meanings.any(|meaning| meaning.class & (class::NUMBER | class::PIECE) != 0)
        };
        let are_numbers: Vec<bool> = self.entries.iter().map(is_number).collect();
        let numbers = self
            .words
            .all()
            .filter(|(_, entry)| are_numbers.get(usize::from(*entry)) == Some(&true));
        numbers.filter_map(|(word, _)| Some(head(word)?.to_owned())).collect()
    }
}

/// The numbers of the classes of an entry, without its phrases.
fn own(told: &str) -> &str {
    told.split_once('\t').map_or(told, |(own, _)| own)
}

/// What the classes with these numbers mean.
fn meanings<'a>(classes: &'a str, all: &'a [Meaning]) -> impl Iterator<Item = &'a Meaning> {
    classes.split(' ').flat_map(str::parse::<usize>).filter_map(|number| all.get(number))
}

/// The first two letters of a word, by which most words are known to be no number.
pub(super) fn head(word: &str) -> Option<&str> {
    let second = word.char_indices().nth(1)?;
    Some(&word[..second.0 + second.1.len_utf8()])
}

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
    /// Reads a line of what was laid out: the numbers of its classes, and its phrases with theirs.
    fn read(told: &'static str, all: &[Meaning]) -> Self {
        let of = |classes: &str| {
            let mut entry = Self::default();
            meanings(classes, all).for_each(|meaning| entry.learn(*meaning));
            entry
        };
        let phrase = |phrase: &str| {
            let (words, classes) = phrase.rsplit_once('=')?;
            Some((words.split(' ').map(str::to_owned).collect(), of(classes)))
        };
        let phrases = told.split('\t').skip(1).filter_map(phrase).collect();
        Self { phrases, ..of(own(told)) }
    }

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
    use rustc_hash::FxHashMap;

    use super::*;
    use crate::core::article::Span;
    use crate::core::lang::form::{class_and_form, forms, is_word, word_and_rest};
    use crate::core::lang::word::words;

    const UNITS: &str = include_str!("packs/units.txt");
    const NAMES: &str = include_str!("packs/names.txt");
    const SCALES: &str = include_str!("packs/scales.txt");

    #[test]
    fn every_form_has_what_its_line_says() {
        for language in Language::PACKS.into_iter().chain([Language::Other]) {
            let pack = if language == Language::Other { SCALES } else { language.pack() };
            let lexicon = Lexicon::of(language);
            for (class, form) in
                [UNITS, NAMES, pack].into_iter().flat_map(str::lines).filter_map(class_and_form)
            {
                let meaning = Meaning::of(class);
                for (first, rest) in word_and_rest(form) {
                    let entry = lexicon.get(&first).unwrap();
                    let phrase = entry.phrases.iter().find(|(words, _)| *words == rest);
                    let entry = if rest.is_empty() { entry } else { &phrase.unwrap().1 };
                    assert!(entry.class & meaning.class == meaning.class, "{class} {form}");
                    let units = [entry.unit, entry.other].map(|unit| unit.map(|unit| unit.symbol));
                    assert!(
                        meaning.unit.is_none_or(|unit| units.contains(&Some(unit.symbol))),
                        "{class} {form}"
                    );
                }
            }
        }
    }

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
