//! What a language says about its words: which mean nothing alone, which negate, which name an
//! event or measure, and which of these are opposites. The data are `lexicon/*.txt`.

use std::hash::BuildHasher as _;
use std::sync::{LazyLock, OnceLock};

use rust_stemmers::Stemmer;
use rustc_hash::FxBuildHasher;

use super::measures::{Measures, takes};
use super::term::{Key, KeyMap, KeySet, Term};
use super::tokens::tokens;
use crate::core::lang::stem::fold;
use crate::core::lang::table::Table;
use crate::core::lang::words::is_common_noun;
use crate::core::lang::{Language, lexicon};

/// What a word does in a sentence, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u64);

macro_rules! roles {
    ($($name:literal $bit:ident $shift:literal $doc:literal,)*) => {
        impl Roles {
            $(#[doc = $doc] pub(super) const $bit: Self = Self(1 << $shift);)*

            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$bit),)* _ => None }
            }
        }

        // Two of one bit would be one: the sum of bits is what all of them set only where none comes twice.
        const _: () = assert!(0 $(+ (1_u128 << $shift))* == 0 $(| (1_u128 << $shift))*, "a bit of two roles");
    };
}

roles! {
    "stop" STOP 0 "Says nothing about the subject.",
    "negator" NEGATOR 1 "Negates what follows: `not`, `pas`.",
    "none" NONE 2 "Negates what it counts and what that does: `aucun`, `no`.",
    "only" ONLY 3 "Takes a negation back: `pas seulement`.",
    "opens" OPENS 4 "Opens a negation in two parts: `ne`.",
    "deny" DENY 5 "Denies what follows: `rule out`.",
    "part" PART 6 "Leads to a part of what was counted: `including`.",
    "earlier" EARLIER 7 "Puts what is said into another time, or makes it a rule: `previous`, `on average`.",
    "by" BY 8 "Leads to who did it.",
    "place" PLACE 9 "Leads to where.",
    "people" PEOPLE 10 "Anybody: counted, it tells nothing about why.",
    "say" SAY 12 "Says: a date beside it is that of the saying.",
    "same" SAME 13 "One of several words for one thing.",
    "word" WORD 51 "One of several words for one thing, of which nothing more is known.",
    "event" EVENT 11 "Names an event or a measure.",
    "fate" FATE 14 "Names what becomes of people: those killed are others than those who marched.",
    "turn" TURN 15 "Tells which way something goes: `rise`.",
    "thing" THING 16 "Names a thing that news count.",
    "who" WHO 17 "Names people of a kind.",
    "modal" MODAL 18 "Leads to what is meant: a negation goes on to it.",
    "aux" AUX 19 "Begins a predicate: `was`.",
    "bears" BEARS 52 "Does what its object names, so that a negation goes on to that: `filed no appeal`, `n’a pas présenté d’excuses`.",
    "slips" SLIPS 53 "A small word that may stand inside a phrase: `also`, `still`.",
    "maybe" MAYBE 20 "Leaves open whether it is so: `if`, `could`.",
    "aged" AGED 21 "Makes a number of years an age.",
    "pronoun" PRONOUN 22 "Goes on about what the sentence before told: `it`.",
    "happens" HAPPENS 24 "Tells that an event happened: `broke out`.",
    "more" MORE 25 "Counts others than were told before: `two other rifles`.",
    "some" SOME 28 "Counts some of those that others count whole: `women`.",
    "one" ONE 38 "Counts one, or is the article: `one`, `un`.",
    "tally" TALLY 54 "Sums up what became of people, and is nobody: `a toll`.",
    "next" NEXT 57 "Leads to what happened the day before: `the day after`.",
    "refuses" REFUSES 56 "Says that what follows was not done: `refused to`.",
    "times" TIMES 55 "Counts how often: `three times`.",
    "anybody" ANYBODY 39 "Whoever it is: `person`.",
    "human" HUMAN 45 "Names somebody, whose age may be told: `driver`.",
    "wanted" WANTED 50 "Leads to what was asked for, planned or expected, not to what came: `demanded`, `invited`.",
    "lacks" LACKS 47 "Leads to what is not there, of which nothing is denied: `without`.",
    "aim" AIM 48 "Leads to what is only meant: `to`.",
    "bare" BARE 49 "Leads to a name where no article follows, in a language whose nouns all have a capital: `in Köln`.",
    "years" YEARS 46 "Leads from somebody to the age: `a boy of 13`.",
    "each" EACH 29 "Tells what comes again, or to each: `per season`.",
    "and" AND 30 "Joins two: what follows goes with what comes next.",
    "since" SINCE 27 "Leads to when something began: `the fifth since May`.",
    "of" OF 26 "Leads from a part to its whole: `30 of the 80`.",
    "passive" PASSIVE 31 "Makes of the one named before the one to whom it is done: `was`.",
    "with" WITH 23 "Leads to what comes with an event: `on charges`.",
    "held" HELD 32 "Tells that an event was brought about or is planned: `signed`, `held`.",
    "article" ARTICLE 33 "Leads to a noun, so that a date behind it tells which one: `the March vote`.",
    "stays" STAYS 34 "Says that the opposite did not come: `remains closed`.",
    "first" FIRST 36 "Counts the first of more: `his first 17 passes`.",
    "alone" ALONE 40 "Behind a figure: of this time or place and no other: `in Athens alone`.",
    "before" BEFORE 41 "Behind a length of time: so long before something: `two weeks before`.",
    "after" AFTER 44 "Behind a length of time: so long after it: `three days later`.",
    "ago" AGO 42 "Beside a length of time: so long before the day of writing: `il y a`, `ago`.",
    "another" ANOTHER 43 "Leads to somebody else: `another man`.",
    "against" AGAINST 35 "Leads to the votes of the other side: `27 votes to 19`.",
    "topic" TOPIC 59 "Leads to what something is about, which stands though it is denied: `sur`, `about`.",
    "reports" REPORTS 62 "Tells of what was meant, so that a negation of it is one: `said that she would not`.",
    "its" ITS 60 "Opens what is told of the thing before: `its budget`.",
    "particle" PARTICLE 61 "Part of a verb that stands before: `nahm … fest`.",
    "which" WHICH 58 "Begins a clause about the noun before it: `which`.",
    "when" WHEN 37 "Begins a clause of its own: `when`, `after`.",
}

impl Roles {
    pub(super) const fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }

    pub(super) const fn and(self, role: Self) -> Self {
        Self(self.0 | role.0)
    }
}

/// Kinds of words that belong to a class.
const CLASSED: [Roles; 6] =
    [Roles::EVENT, Roles::TURN, Roles::THING, Roles::PEOPLE, Roles::SAME, Roles::FATE];

/// What is known about a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lexeme {
    pub(super) roles: Roles,
    /// The class it belongs to, for events and people.
    pub(super) class: Option<Term>,
    /// Which measures its figures may have.
    pub(super) takes: Measures,
    /// Which of the states of its class it names: 1 and -1 are opposites, 0 is neither.
    pub(super) sign: Option<i8>,
}

/// The words of one language.
pub(super) struct Pack {
    stemmer: Stemmer,
    lexicon: &'static Lexicon,
    /// What is known of each set of lines that have a form in common; and only of those that name a class.
    sets: Vec<(Lexeme, Option<Lexeme>)>,
    /// Its nouns are put together: `Großbrand`.
    compounds: bool,
    /// Its verbs are parted: `nahm … fest`.
    pub(super) parts_verbs: bool,
    /// Phrases by the number of their last word.
    phrases: Vec<Alike>,
}

/// Phrases that end alike, as they are laid out, read when a text has that word.
struct Alike {
    told: &'static str,
    phrases: OnceLock<Vec<Phrase>>,
}

/// A phrase that a lexicon knows.
pub(super) struct Phrase {
    /// Its words, folded.
    pub(super) words: Vec<String>,
    /// What they are known by, in the same order.
    pub(super) marks: Vec<Mark>,
    pub(super) lexeme: Lexeme,
}

/// A folded word as a number: the phrases are looked for at nearly every word, and numbers are compared in one step.
pub(super) type Mark = u64;

/// What a folded word is known by.
pub(super) fn mark(folded: &str) -> Mark {
    FxBuildHasher.hash_one(folded)
}

/// What the build made of a lexicon (`build/lexicon.rs`), so that a start stems none of its words.
struct Lexicon {
    /// What the lines begin with, a line each; behind an empty line which of them each set joins; and behind
    /// another one the phrases with their sets, those that end alike on one line.
    told: &'static str,
    /// The sets of the words that stand alone; by the word, and for forms that are not listed by the stem:
    /// `killings`.
    forms: Table,
    stems: Table,
    /// The words that phrases end with.
    ends: Table,
}

macro_rules! lexicon {
    ($code:literal) => {
        LazyLock::new(|| {
            macro_rules! table {
                ($name:literal) => {
                    Table::new(include_bytes!(concat!(
                        env!("OUT_DIR"),
                        "/lexicon/",
                        $code,
                        ".",
                        $name
                    )))
                };
            }
            Lexicon {
                told: include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $code, ".told")),
                forms: table!("forms"),
                stems: table!("stems"),
                ends: table!("ends"),
            }
        })
    };
}

/// One of each language.
static LEXICONS: [LazyLock<Lexicon>; 4] =
    [lexicon!("en"), lexicon!("fr"), lexicon!("de"), lexicon!("es")];

/// The languages with a pack, each read when a text needs it.
static PACKS: [LazyLock<Pack>; 4] = [
    LazyLock::new(|| Pack::read(Language::English, &LEXICONS[0])),
    LazyLock::new(|| Pack::read(Language::French, &LEXICONS[1])),
    LazyLock::new(|| Pack::read(Language::German, &LEXICONS[2])),
    LazyLock::new(|| Pack::read(Language::Spanish, &LEXICONS[3])),
];

impl Lexicon {
    /// What its lines begin with: kind and name.
    fn heads(&'static self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let heads = self.told.lines().take_while(|line| !line.is_empty());
        heads.map(|head| head.split_once(' ').unwrap_or((head, head)))
    }

    /// Which of its lines each set joins.
    fn sets(&'static self) -> impl Iterator<Item = impl Iterator<Item = usize>> {
        let lines = self.told.lines().skip_while(|line| !line.is_empty()).skip(1);
        lines.take_while(|line| !line.is_empty()).map(|set| set.split(' ').flat_map(str::parse))
    }

    /// Its phrases with their sets, those that end alike together.
    fn phrases(&'static self) -> impl Iterator<Item = &'static str> {
        self.told.splitn(3, "\n\n").nth(2).unwrap_or_default().lines()
    }
}

/// The names of the classes by their keys.
static CLASSES: LazyLock<KeyMap<&'static str>> =
    LazyLock::new(|| classes(&CLASSED).map(|name| (Term::class(name).key(), name)).collect());

/// The classes of what happens or is measured, rather than of things and people, nor of what rises or falls: of that it takes
/// the measure, too, to tell of one thing.
static EVENTS: LazyLock<KeySet> = LazyLock::new(|| {
    classes(&[Roles::EVENT, Roles::FATE]).map(|name| Term::class(name).key()).collect()
});

/// The names of the classes of these kinds.
fn classes(kinds: &[Roles]) -> impl Iterator<Item = &'static str> {
    /// The kinds and names that the lines of all lexicons begin with, each once.
    const TOLD: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon/all.classes"));
    let heads = TOLD.lines().filter_map(|line| line.split_once(' '));
    let of_these = |kind: &str| Roles::named(kind).is_some_and(|roles| kinds.contains(&roles));
    heads.filter(move |(kind, _)| of_these(kind)).map(|(_, name)| name)
}

/// Whether a class is one of what happens or is measured.
pub(super) fn is_event(key: Key) -> bool {
    EVENTS.contains(&key)
}

/// The name of a class by its key, where it is one.
pub(super) fn class_name(key: Key) -> Option<&'static str> {
    CLASSES.get(&key).copied()
}

/// A class by its name, where it is one: what is kept between two runs holds names.
pub fn class_named(name: &str) -> Option<&'static str> {
    CLASSES.values().find(|class| **class == name).copied()
}

/// So long are the parts of a compound at least, the first in letters, the last in bytes.
const FIRST_PART: usize = 3;
const LAST_PART: usize = 5;
/// How many words tell the language of a text.
const SAMPLE: usize = 300;

impl Pack {
    /// The number of the pack for a text of this language; where there is none, of the pack whose
    /// small words the text uses most.
    pub(super) fn number_for(text: &str, language: Language) -> usize {
        match language {
            Language::English => return 0,
            Language::French => return 1,
            Language::German => return 2,
            Language::Spanish => return 3,
            _ => {}
        }
        let mut counts = [0_u32; 4];
        for (start, end) in tokens(text).take(SAMPLE) {
            let word = fold(&text[start..end]);
            for (count, pack) in counts.iter_mut().zip(PACKS.iter()) {
                let known = pack.form(&word);
                *count += u32::from(known.is_some_and(|lexeme| lexeme.roles.has(Roles::STOP)));
            }
        }
        // Of equals the first.
        (0..counts.len()).rev().max_by_key(|&i| counts[i]).unwrap_or_default()
    }

    /// A pack by its number.
    pub(super) fn numbered(number: usize) -> &'static Self {
        &PACKS[number]
    }

    fn read(language: Language, lexicon: &'static Lexicon) -> Self {
        let heads: Vec<Lexeme> =
            lexicon.heads().map(|(kind, name)| Lexeme::told(kind, name)).collect();
        let join = |set: &mut dyn Iterator<Item = usize>| {
            let (mut all, mut classed) = (Lexeme::default(), None);
            for head in set.filter_map(|number| heads.get(number)) {
                all.learn(*head);
                if head.class.is_some() {
                    classed.get_or_insert_with(Lexeme::default).learn(*head);
                }
            }
            (all, classed)
        };
        let sets: Vec<_> = lexicon.sets().map(|mut set| join(&mut set)).collect();
        let alike = |told| Alike { told, phrases: OnceLock::new() };
        let phrases = lexicon.phrases().map(alike).collect();
        let compounds = language == Language::German;
        let parts_verbs = heads.iter().any(|head| head.roles.has(Roles::PARTICLE));
        Self { stemmer: language.stemmer(), lexicon, sets, compounds, parts_verbs, phrases }
    }

    /// What is known of a folded word by itself.
    fn form(&self, folded: &str) -> Option<Lexeme> {
        let set = self.lexicon.forms.get(folded)?;
        self.sets.get(usize::from(set)).map(|(all, _)| *all)
    }

    /// What is known of the words of a class with this stem.
    fn stemmed(&self, stem: &str) -> Option<Lexeme> {
        let set = self.lexicon.stems.get(stem)?;
        self.sets.get(usize::from(set))?.1
    }

    /// What is known about a word, and its term where it says something alone.
    pub(super) fn look_up(&self, token: &str) -> (Option<Term>, Lexeme) {
        let folded = fold(token);
        let known = self.form(&folded);
        let tells = [Roles::SAY, Roles::AGED, Roles::HUMAN, Roles::WANTED, Roles::BEARS];
        let silent = |lexeme: Lexeme| lexeme.class.is_none() && !tells.contains(&lexeme.roles);
        if known.is_some_and(silent) || folded.len() < 2 {
            return (None, known.unwrap_or_default());
        }
        let stem = self.stem(token);
        let lexeme = known.or_else(|| self.stemmed(&stem));
        let compound = || self.compounds.then(|| self.head_of(token, &folded)).flatten();
        let lexeme = lexeme.or_else(compound).unwrap_or_default();
        let word = || match self.compounds && is_german_name(token) {
            // An ending is none of a name, and taken off in one language only.
            true => Term::of_name(&folded),
            false => Term::word(&stem),
        };
        (Some(lexeme.class.unwrap_or_else(word)), lexeme)
    }

    /// What the last part of a compound noun names, where it names something: `Elternbeiträge`.
    fn head_of(&self, token: &str, folded: &str) -> Option<Lexeme> {
        let noun = token.starts_with(char::is_uppercase);
        let starts = folded.char_indices().map(|(at, _)| at).skip(FIRST_PART);
        let mut heads = starts.take_while(|at| at + LAST_PART <= folded.len());
        let named = |lexeme: &Lexeme| lexeme.class.is_some();
        heads.find_map(|at| self.form(&folded[at..]).filter(named)).filter(|_| noun)
    }

    /// The phrases that end with this word.
    pub(super) fn phrases(&self, folded: &str) -> &[Phrase] {
        let end = self.lexicon.ends.get(folded);
        let alike = end.and_then(|end| self.phrases.get(usize::from(end)));
        alike.map_or(&[], |alike| alike.phrases.get_or_init(|| self.read_phrases(alike.told)))
    }

    fn read_phrases(&self, told: &str) -> Vec<Phrase> {
        let phrase = |phrase: &str| {
            let (words, set) = phrase.split_once('=')?;
            let lexeme = self.sets.get(set.parse::<usize>().ok()?)?.0;
            let words: Vec<_> = words.split(' ').map(str::to_owned).collect();
            Some(Phrase { marks: words.iter().map(|word| mark(word)).collect(), words, lexeme })
        };
        told.split('\t').filter_map(phrase).collect()
    }

    fn stem(&self, word: &str) -> String {
        fold(&self.stemmer.stem(&word.to_lowercase()))
    }
}

/// Whether a German word with a capital is no noun for things.
fn is_german_name(token: &str) -> bool {
    /// So long is the last part of a compound: towns end in shorter ones, `Kaltenrode`.
    const TAIL: usize = 5;
    let declined = &lexicon::Lexicon::of(Language::German).settings.declined;
    token.starts_with(char::is_uppercase)
        && !is_common_noun(Language::German, &token.to_lowercase(), declined, TAIL)
}

impl Lexeme {
    /// What the head of a line says: its kind, and the name of a class.
    fn told(kind: &str, name: &'static str) -> Self {
        let roles = Roles::named(kind).unwrap_or_default();
        let base = name.trim_end_matches(['+', '-', '=']);
        let roles = if roles == Roles::FATE { roles.and(Roles::EVENT) } else { roles };
        let roles = if roles == Roles::WHO { roles.and(Roles::THING) } else { roles };
        let sign = match name.chars().last() {
            Some('+') => Some(1),
            Some('-') => Some(-1),
            Some('=') => Some(0),
            _ => None,
        };
        let class = CLASSED.into_iter().any(|role| roles.has(role)).then_some(base);
        let class = class.map(Term::class);
        let takes = class.map_or(Measures::default(), |class| takes(class.key()));
        // That two sentences share one of these tells no more than any other word.
        let word = || (roles == Roles::WORD).then(|| Term::joined(name));
        Self { roles, class: class.or_else(word), takes, sign }
    }

    /// Of two classes the first learnt stands; roles add up.
    fn learn(&mut self, other: Self) {
        self.roles.0 |= other.roles.0;
        if self.class.is_none() {
            (self.class, self.sign) = (other.class, other.sign);
            self.takes = other.takes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the lexicons say, in the order of the packs.
    const WRITTEN: [&str; 4] = [
        include_str!("lexicon/en.txt"),
        include_str!("lexicon/fr.txt"),
        include_str!("lexicon/de.txt"),
        include_str!("lexicon/es.txt"),
    ];

    #[test]
    fn every_form_has_the_role_of_its_line() {
        for (number, lexicon) in WRITTEN.into_iter().enumerate() {
            let pack = Pack::numbered(number);
            let lines = lexicon.lines().filter(|line| !line.starts_with('#'));
            for (head, forms) in lines.filter_map(|line| line.split_once(':')) {
                let role = Roles::named(head.split(' ').next().unwrap()).unwrap();
                for form in forms.split_whitespace().map(|form| form.replace('_', " ")) {
                    let words: Vec<_> = tokens(&form).map(|(a, b)| fold(&form[a..b])).collect();
                    let known = match &words[..] {
                        [word] => pack.form(word),
                        words => {
                            let mut alike = pack.phrases(words.last().unwrap()).iter();
                            alike.find(|phrase| phrase.words == words).map(|phrase| phrase.lexeme)
                        }
                    };
                    assert!(known.unwrap().roles.has(role), "{head}: {form}");
                }
            }
        }
    }

    #[test]
    fn every_line_of_the_lexicons_is_understood() {
        for lexicon in WRITTEN {
            for line in lexicon.lines().filter(|line| !line.starts_with('#')) {
                let kind = line.split([' ', ':']).next().unwrap_or_default();
                assert!(Roles::named(kind).is_some() && line.contains(": "), "{line}");
            }
        }
    }

    #[test]
    fn a_class_is_one_in_all_languages() {
        let class = |text: &str, word: &str| {
            Pack::numbered(Pack::number_for(text, Language::Other)).look_up(word).0
        };
        let english = class("the deaths of the night", "deaths");
        assert!(english.is_some());
        for (text, word) in [
            ("les morts de la nuit", "morts"),
            ("die Toten der Nacht und das Feuer", "Toten"),
            ("los muertos de la noche", "muertos"),
        ] {
            assert_eq!(class(text, word), english, "{word}");
        }
    }

    #[test]
    fn a_german_name_keeps_its_ending_and_a_noun_does_not() {
        let german = Pack::numbered(2);
        let term = |word: &str| german.look_up(word).0;
        assert_eq!(term("Kaltenrode"), Some(Term::of_name("kaltenrode")));
        assert_eq!(term("Kaltenrodes"), term("Kaltenrode"));
        assert_eq!(term("Kaligruben"), term("Kaligrube"));
        assert_ne!(term("Kaligrube"), Some(Term::of_name("kaligrube")));
    }
}
