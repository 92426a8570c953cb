//! Exports of Factiva: each article ends with its number; with indexing, its fields are named.

use super::head::{Head, date};
use super::line::Line;
use crate::core::article::Source;

pub(super) fn line(line: &str) -> Line {
    let number = ["Document ", "Dokument ", "Documento "]
        .into_iter()
        .find_map(|mark| without_tag(line).strip_prefix(mark));
    // Others may begin a sentence with this word.
    let is_number = |text: &str| {
        !text.contains(char::is_whitespace) && text.contains(|c: char| c.is_ascii_digit())
    };
    if number.is_some_and(|text| is_number(text.trim())) { Line::Last } else { Line::Text }
}

/// Where an article comes from, and its text.
pub(super) fn article(text: &str) -> (Source, String) {
    let head = Head::of(text);
    if is_tagged(head.lines()) { tagged(text) } else { (source(head), text.to_owned()) }
}

/// What the head of an article says of its origin.
fn source(head: Head<'_>) -> Source {
    let head = head.with_short_day(3);
    // An hour may stand between day and outlet.
    let has_letters = |line: &&&str| line.chars().any(char::is_alphabetic);
    let outlet = head.behind().iter().find(has_letters).copied();
    head.source(head.first(), outlet)
}

/// The fields of an article of Factiva that are no text, and those that are.
const ASIDE: &[&str] = &[
    "AN", "CLM", "CO", "CR", "CT", "CX", "CY", "DE", "ED", "ET", "FDS", "GC", "IN", "IPC", "IPD",
    "LA", "NGC", "NS", "PD", "PG", "PUB", "RE", "RF", "RIC", "RST", "SC", "SE", "SN", "VOL", "WC",
];
const WORDS: &[&str] = &["HD", "BY", "LP", "TD", "ART"];

/// The field that a line of Factiva begins with, and what it says.
fn field(line: &str) -> Option<(&str, &str)> {
    let (tag, said) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let known = ASIDE.contains(&tag) || WORDS.contains(&tag);
    known.then(|| (tag, said.trim()))
}

fn without_tag(line: &str) -> &str {
    field(line).map_or(line, |(_, said)| said)
}

/// Whether the fields of an article are named, as with Factiva's indexing.
fn is_tagged(head: &[&str]) -> bool {
    let tags: Vec<_> = head.iter().filter_map(|line| field(line)).map(|(tag, _)| tag).collect();
    tags.contains(&"HD") && (tags.contains(&"PD") || tags.contains(&"LP"))
}

/// An article whose fields are named: where it comes from, and its text without what is no text.
fn tagged(text: &str) -> (Source, String) {
    let (mut source, mut words, mut at) = (Source::default(), String::new(), "");
    for line in text.lines() {
        let (tag, said) = field(line.trim()).unwrap_or(("", line.trim()));
        at = if tag.is_empty() { at } else { tag };
        // The first line of a field may stand below its name.
        let first = |known: &mut Option<String>| {
            if known.is_none() && !said.is_empty() {
                *known = Some(said.to_owned());
            }
        };
        match at {
            "HD" => first(&mut source.title),
            "SN" => first(&mut source.outlet),
            "PD" if source.published.is_none() => source.published = date(said),
            "BY" if !said.is_empty() => source.author.push(said.to_owned()),
            _ => {}
        }
        if WORDS.contains(&at) {
            // Fields are paragraphs of their own.
            words.push_str(if tag.is_empty() || words.is_empty() { "" } else { "\n" });
            if !said.is_empty() {
                words.extend([said, "\n"]);
            }
        }
    }
    (source, words)
}
