//! The splitter's lexicon: abbreviations, sentence starters, address endings.

use super::class;
use crate::core::lang::table::Table;

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

/// The numbers of the words of `forms.txt`, laid out by the build.
fn number(word: &str) -> u16 {
    const FORMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sentence/forms.words"));
    Table::new(FORMS).get(word).unwrap_or_default()
}

/// What is known about a word before a stop.
pub(in crate::core::article) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match number(word) & class::ABBREVIATION {
        class::TITLE => Some(Abbreviation::Title),
        class::NUMBER => Some(Abbreviation::Number),
        class::SELDOM => Some(Abbreviation::Seldom),
        class::LAST => Some(Abbreviation::Last),
        _ => None,
    }
}

/// Whether sentences often begin with this word.
pub(in crate::core::article) fn starts(word: &str) -> bool {
    has(word, class::START)
}

/// Whether nothing ends behind this word.
pub(in crate::core::article) fn is_open(word: &str) -> bool {
    has(word, class::OPEN)
}

/// Whether this ends the name of a site or a file.
pub(in crate::core::article) fn is_site(word: &str) -> bool {
    has(word, class::SITE)
}

/// Whether a figure and a stop before this word are an ordinal: `3. Juni`.
pub(super) fn follows_ordinal(word: &str) -> bool {
    has(word, class::ORDINAL)
}

/// Whether a figure and a stop behind this word are an ordinal: `zum 3. Treffen`.
pub(super) fn leads_ordinal(word: &str) -> bool {
    has(word, class::LEADS)
}

/// Whether it is a day or zone that belongs to the time before it.
pub(super) fn is_day(word: &str) -> bool {
    has(word, class::DAY)
}

fn has(word: &str, bit: u16) -> bool {
    number(word) & bit != 0
}
