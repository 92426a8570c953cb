//! The splitter's lexicon: abbreviations, sentence starters, address endings.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What an abbreviation says about the stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core::article) enum Abbreviation {
    /// `M.`: never the end of a sentence.
    Title,
    /// `p.`, `janv.`: not the end where a figure follows.
    Number,
    /// `Inc.`: the end only where a word follows that begins sentences.
    Seldom,
    /// `etc.`: the end where a capital follows.
    Last,
}

#[derive(Default)]
struct Forms {
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    others: FxHashMap<&'static str, u8>,
}

const START: u8 = 1;
const OPEN: u8 = 2;
const SITE: u8 = 4;
const ORDINAL: u8 = 8;
const LEADS: u8 = 16;
const DAY: u8 = 32;

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    for line in include_str!("forms.txt").lines() {
        let Some((class, form)) = line.split_once(' ') else { continue };
        let abbreviation = match class {
            "title" => Abbreviation::Title,
            "number" | "month" => Abbreviation::Number,
            "seldom" => Abbreviation::Seldom,
            "last" => Abbreviation::Last,
            "start" => {
                *forms.others.entry(form).or_default() |= START;
                continue;
            }
            "open" => {
                *forms.others.entry(form).or_default() |= OPEN;
                continue;
            }
            "ordinal" => {
                *forms.others.entry(form).or_default() |= ORDINAL;
                continue;
            }
            "day" => {
                *forms.others.entry(form).or_default() |= DAY;
                continue;
            }
            "leads" => {
                *forms.others.entry(form).or_default() |= LEADS;
                continue;
            }
            "site" => {
                *forms.others.entry(form).or_default() |= SITE;
                continue;
            }
            _ => continue,
        };
        forms.abbreviations.insert(form, abbreviation);
    }
    forms
});

/// What is known about a word before a stop.
pub(in crate::core::article) fn abbreviation(word: &str) -> Option<Abbreviation> {
    FORMS.abbreviations.get(word).copied()
}

/// Whether sentences often begin with this word.
pub(in crate::core::article) fn starts(word: &str) -> bool {
    has(word, START)
}

/// Whether nothing ends behind this word.
pub(in crate::core::article) fn is_open(word: &str) -> bool {
    has(word, OPEN)
}

/// Whether this ends the name of a site or a file.
pub(in crate::core::article) fn is_site(word: &str) -> bool {
    has(word, SITE)
}

/// Whether a figure and a stop before this word are an ordinal: `3. Juni`.
pub(super) fn follows_ordinal(word: &str) -> bool {
    has(word, ORDINAL)
}

/// Whether a figure and a stop behind this word are an ordinal: `zum 3. Treffen`.
pub(super) fn leads_ordinal(word: &str) -> bool {
    has(word, LEADS)
}

/// Whether it is a day or zone that belongs to the time before it.
pub(super) fn is_day(word: &str) -> bool {
    has(word, DAY)
}

fn has(word: &str, bit: u8) -> bool {
    FORMS.others.get(word).is_some_and(|bits| bits & bit != 0)
}
