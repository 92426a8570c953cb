//! The words of a text as keys that compare: stems, and classes of words
//! that news text uses for one another.
//!
//! A key is a 32-bit hash, so that an index over a large desk stores no word
//! at all; that two words of a desk share a key by chance is rarer than a
//! misprint, and only adds a shared word.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::core::article::Span;

/// What a word is compared by.
pub(super) type Key = u32;

/// A map by [`Key`].
pub(super) type KeyMap<V> = HashMap<Key, V, BuildHasherDefault<Fnv>>;

/// One word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// Its key; `None` for a word that says nothing about the subject.
    pub(super) key: Option<Key>,
    /// What it does to the words around it.
    pub(super) role: Role,
    /// Said not to be so: `pas de la chair à canon`.
    pub(super) negated: bool,
}

/// What a word does to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    Plain,
    /// Opens a French negation: `ne`.
    Opens,
    /// Negates what follows: `pas`, `not`.
    Negates,
    /// Leads to a place: `à`, `dans`, `in`.
    Leads,
    /// Leads to who did it: `par`, `by`.
    By,
    /// Says that something is not so: `nier`.
    Denies,
    /// Its subject gives something: `fournir`.
    Gives,
    /// Its subject gets something: `bénéficier`.
    Gets,
    /// Takes a negation back: `pas seulement`.
    Only,
    /// The last word of a set phrase: `chair à canon`.
    Closes,
}

/// Reads words, and remembers what it made of them: most words of a desk
/// come back, and stemming is the slowest step.
#[derive(Clone, Default)]
pub(super) struct Reader {
    french: HashMap<Box<str>, (Option<Key>, Role), BuildHasherDefault<Fnv>>,
    english: HashMap<Box<str>, (Option<Key>, Role), BuildHasherDefault<Fnv>>,
}

/// How many words are remembered for a language before starting over: some 4 MB.
const REMEMBERED: usize = 50_000;
/// How many words a negation reaches.
const REACH: usize = 3;

impl Reader {
    /// The words of a stretch of `text`, in order.
    pub(super) fn words(&mut self, text: &str, span: Span, english: bool) -> Vec<Word> {
        let memo = if english { &mut self.english } else { &mut self.french };
        let mut words: Vec<Word> = Vec::with_capacity(span.len() / 5);
        let (mut opened, mut reach, mut last) = (None, 0, span.start);
        for (start, end) in tokens(span.of(text)) {
            let (start, end) = (span.start + start, span.start + end);
            if text[last..start].contains(BREAKS) {
                (opened, reach) = (None, 0);
            }
            last = end;
            let token = &text[start..end];
            let known = memo.get(token).copied();
            let (key, role) = known.unwrap_or_else(|| {
                if memo.len() >= REMEMBERED {
                    memo.clear();
                }
                let made = lexeme(token, english);
                memo.insert(token.into(), made);
                made
            });
            match role {
                Role::Opens => opened = Some(words.len()),
                Role::Negates => {
                    // `ne participe pas au Mondial`: the verb stands inside.
                    if let Some(from) = opened.take() {
                        words[from..].iter_mut().for_each(|word| word.negated = true);
                    }
                    // `pas sans contrepartie`: two make none.
                    reach = if reach > 0 { 0 } else { REACH };
                }
                Role::Only
                    if reach > 0 && words.last().is_some_and(|w| w.role == Role::Negates) =>
                {
                    reach = 0;
                    let clause = words.iter_mut().rev().take(2 * REACH);
                    clause.take_while(|w| w.role != Role::Opens).for_each(|w| w.negated = false);
                }
                _ => {}
            }
            let negated = key.is_some() && reach > 0;
            reach -= usize::from(negated);
            words.push(Word { start, end, key, role, negated });
            if role == Role::Closes {
                close(text, &mut words);
            }
        }
        words
    }
}

/// Makes one word of a set phrase that ends here: its first word gets the key of its class.
fn close(text: &str, words: &mut [Word]) {
    let Some(last) = words.last().map(|word| fold(&text[word.start..word.end])) else { return };
    for (phrase, key) in PHRASES.iter().filter(|(phrase, _)| phrase.last() == Some(&last)) {
        let Some(from) = words.len().checked_sub(phrase.len()) else { continue };
        let said = words[from..].iter().map(|word| fold(&text[word.start..word.end]));
        if said.eq(phrase.iter().map(String::as_str)) {
            for (i, word) in words[from..].iter_mut().enumerate() {
                word.key = (i == 0).then_some(*key);
            }
            return;
        }
    }
}

/// Marks that end the reach of a negation.
const BREAKS: [char; 12] = ['.', ',', ';', ':', '!', '?', '\n', '«', '»', '“', '”', '"'];

/// The key of a name, kept apart from those of words.
pub(super) fn name_key(name: &str) -> Key {
    let mut hash = Fnv::default();
    hash.write(b"@");
    hash.write(name.as_bytes());
    hash.key()
}

/// The key of a class of words.
pub(super) fn class_key(class: &str) -> Key {
    let mut hash = Fnv::default();
    hash.write(b"#");
    hash.write(class.as_bytes());
    hash.key()
}

/// The key of a word of unknown language, given as a folded stem.
pub(super) fn stem_key(stem: &str) -> Key {
    CLASSES.get(stem).copied().unwrap_or_else(|| {
        let mut hash = Fnv::default();
        hash.write(stem.as_bytes());
        hash.key()
    })
}

/// Lower case without accents.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower = word.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    lower.nfd().filter(|&c| !is_combining_mark(c)).collect()
}

/// The lines of a lexicon that hold an entry.
pub(super) fn entries(lexicon: &'static str) -> impl Iterator<Item = &'static str> {
    lexicon.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn lexeme(token: &str, english: bool) -> (Option<Key>, Role) {
    let folded = fold(token);
    let role = match folded.as_str() {
        "ne" | "n" => Role::Opens,
        "pas" | "ni" | "jamais" | "sans" | "aucun" | "aucune" | "aucunement" | "nullement"
        | "plutot" | "not" | "no" | "never" | "nor" | "without" | "cannot" | "didn" | "doesn"
        | "isn" | "aren" | "wasn" | "weren" | "won" | "hasn" | "haven" => Role::Negates,
        "a" | "au" | "aux" | "en" | "dans" | "vers" | "depuis" | "in" | "at" | "to" | "into"
        | "from" | "near" => Role::Leads,
        "par" | "by" => Role::By,
        "seulement" | "uniquement" | "simplement" | "exclusivement" | "only" | "merely"
        | "just" | "solely" => Role::Only,
        _ => Role::Plain,
    };
    if STOP.contains(folded.as_str()) || token.chars().all(char::is_numeric) || folded.len() < 2 {
        return (None, role);
    }
    let stem = stem(token, english);
    let key = CLASSES.get(folded.as_str()).copied().unwrap_or_else(|| stem_key(&stem));
    let role = if Some(key) == *DENIAL {
        Role::Denies
    } else {
        let closes = || PHRASES.iter().any(|(phrase, _)| phrase.last() == Some(&folded));
        let role = if role == Role::Plain && closes() { Role::Closes } else { role };
        TRANSFERS.get(&stem).copied().unwrap_or(role)
    };
    (Some(key), role)
}

fn stem(word: &str, english: bool) -> String {
    static FRENCH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));
    static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
    let stemmer = if english { &ENGLISH } else { &FRENCH };
    fold(&stemmer.stem(&word.to_lowercase()))
}

/// The class of the words that deny.
static DENIAL: LazyLock<Option<Key>> = LazyLock::new(|| CLASSES.get("nier").copied());

static STOP: LazyLock<HashSet<&str>> =
    LazyLock::new(|| entries(include_str!("lexicon/stop.txt")).collect());

/// Folded words and stems, and the key of their class.
static CLASSES: LazyLock<HashMap<String, Key>> = LazyLock::new(|| {
    let mut classes = HashMap::new();
    for (word, class) in pairs(include_str!("lexicon/concepts.txt")) {
        let key = class_key(class);
        classes.entry(fold(word)).or_insert(key);
        classes.entry(stem(word, false)).or_insert(key);
        if word.is_ascii() {
            classes.entry(stem(word, true)).or_insert(key);
        }
    }
    classes
});

/// Set phrases, folded word by word, and the key of their class.
static PHRASES: LazyLock<Vec<(Vec<String>, Key)>> = LazyLock::new(|| {
    let lines = entries(include_str!("lexicon/phrases.txt"));
    let phrases = lines.filter_map(|line| line.split_once('\t'));
    let words = |phrase: &str| tokens(phrase).map(|(a, b)| fold(&phrase[a..b])).collect();
    phrases.map(|(phrase, class)| (words(phrase), class_key(class))).collect()
});

/// Stems of verbs by which something changes hands.
static TRANSFERS: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
    let mut verbs = HashMap::new();
    for (word, class) in pairs(include_str!("lexicon/transfer.txt")) {
        let role = if class == "give" { Role::Gives } else { Role::Gets };
        for english in [false, true] {
            verbs.entry(stem(word, english)).or_insert(role);
        }
    }
    verbs
});

fn pairs(lexicon: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(lexicon).filter_map(|line| line.split_once(' '))
}

/// Whether the first words look English rather than French.
pub(super) fn is_english(text: &str) -> bool {
    let mut balance = 0;
    for (start, end) in tokens(text).take(300) {
        balance += match &text[start..end] {
            "the" | "of" | "and" | "to" | "was" | "is" | "that" | "for" | "by" | "has" | "with" => {
                1
            }
            "le" | "la" | "les" | "de" | "des" | "et" | "du" | "est" | "une" | "un" | "en"
            | "que" | "l" | "d" => -1,
            _ => 0,
        };
    }
    balance > 0
}

/// Runs of letters and digits, in bytes; hyphens and apostrophes part them.
fn tokens(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let end = loop {
            let rest = chars.as_str();
            match chars.next() {
                Some((_, c)) if c.is_alphanumeric() || is_combining_mark(c) => {}
                _ => break text.len() - rest.len(),
            }
        };
        Some((start, end))
    })
}

/// FNV-1a, the same on every machine and in every run
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn key(&self) -> Key {
        (self.0 ^ (self.0 >> 32)) as Key
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        Reader::default().words(text, Span::new(0, text.len()), is_english(text))
    }

    fn keys(text: &str) -> Vec<Key> {
        words(text).iter().filter_map(|word| word.key).collect()
    }

    #[test]
    fn forms_and_classes_share_a_key() {
        for (a, b) in [
            ("soldats", "troupe"),
            ("le pacte", "un traité"),
            ("déployé", "stationnés"),
            ("moderniser", "la modernisation"),
            ("The troops", "des soldats"),
            ("Équipements", "des armes"),
        ] {
            assert_eq!(keys(a), keys(b), "{a} {b}");
        }
        assert_ne!(keys("riz"), keys("avion"));
    }

    #[test]
    fn a_negation_reaches_what_it_negates() {
        let negated = |text: &str| {
            words(text)
                .iter()
                .filter(|w| w.negated && w.key.is_some())
                .map(|w| text[w.start..w.end].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            negated("Ce sont des forces bien entraînées, pas de la chair à canon. Ils partent"),
            ["chair"]
        );
        assert_eq!(negated("L'Ukraine ne participe pas au Mondial"), ["participe", "Mondial"]);
        assert_eq!(negated("Les soldats arrivent"), [""; 0]);
        assert_eq!(
            negated("déployer des unités d’élite plutôt que d’envoyer des forces jetables"),
            ["envoyer", "forces", "jetables"]
        );
        assert_eq!(negated("Ce renfort ne provient pas sans contrepartie"), ["provient"]);
        assert_eq!(keys("unités déployer"), keys("forces envoyer"));
    }
}
