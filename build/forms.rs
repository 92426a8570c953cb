//! Lays out what the splitter of sentences knows of words, as `core/article/sentence/forms.rs` reads it.

use std::collections::BTreeMap;

use crate::core::article::sentence::class::{
    ABBREVIATION, DAY, LAST, LEADS, NUMBER, OPEN, ORDINAL, SELDOM, SITE, START, TITLE,
};
use crate::core::lang::laid;

/// The words of a text of lines `class form`, with the numbers of all their classes; of an abbreviation the
/// last line tells which it is.
pub(crate) fn words(text: &str) -> Vec<u8> {
    let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
    for (class, form) in text.lines().filter_map(|line| line.split_once(' ')) {
        let Some(class) = number(class) else { continue };
        let known = numbers.entry(form).or_default();
        if class & ABBREVIATION != 0 {
            *known &= !ABBREVIATION;
        }
        *known |= class;
    }
    laid::bytes(numbers.into_iter())
}

/// The number of a class; none where there is no such class.
fn number(class: &str) -> Option<u16> {
    Some(match class {
        "start" => START,
        "open" => OPEN,
        "site" => SITE,
        "ordinal" => ORDINAL,
        "leads" => LEADS,
        "day" => DAY,
        "title" => TITLE,
        "number" | "month" => NUMBER,
        "seldom" => SELDOM,
        "last" => LAST,
        _ => return None,
    })
}
