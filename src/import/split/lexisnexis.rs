//! Exports of `LexisNexis`: a cover that says what was searched, then articles with a number or an end.

use super::head::Head;
use super::line::Line;
use crate::core::article::Source;

/// So many lines of a file are its cover, where that has one.
const COVER: usize = 12;

pub(super) fn line(line: &str) -> Line {
    match line {
        line if is_number_of_all(line) => Line::Between,
        line if line.starts_with("End of Document") => Line::Last,
        _ => Line::Text,
    }
}

/// Without the page that says what was searched, and lists what was found.
pub(super) fn without_cover(text: &str) -> &str {
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let here = *at;
        *at += line.len();
        Some((here, line.trim()))
    });
    if let Some((at, _)) = lines.clone().find(|(_, line)| is_number_of_all(line)) {
        return &text[at..];
    }
    let is_count = |line: &str| line.starts_with("Document") && line.ends_with(')');
    let listed = lines.by_ref().filter(|(_, line)| !line.is_empty()).take(COVER);
    if listed.filter(|(_, line)| is_count(line)).count() == 0 {
        return text;
    }
    // The first in the list is the first behind it.
    let mut lines = text.split_inclusive('\n').map(str::trim);
    let Some(title) = lines.find_map(|line| line.strip_prefix("1. ")) else { return text };
    let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    lines.find(|line| *line == title.trim()).map_or(text, |line| &text[place(line)..])
}

/// What the head of an article says of its origin.
pub(super) fn source(head: &Head<'_>) -> Source {
    head.source(title(head), head.before())
}

/// The title: as the article says itself, or behind the day where the outlet stands first, else its
/// first line.
fn title<'a>(head: &Head<'a>) -> Option<&'a str> {
    let named = head.lines().iter().find_map(|line| {
        let (name, title) = line.split_once(':')?;
        matches!(name, "HEADLINE" | "TITRE" | "TITEL").then_some(title.trim())
    });
    let is_field = |line: &&&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        !name.is_empty() && !name.contains(char::is_lowercase) || line.ends_with("Edition")
    };
    // Of the newer form the title is the first line, the outlet the second.
    let is_newer = head.lines().len() - head.behind().len() == 3;
    let behind = head.behind().iter().find(|line| !is_field(line)).filter(|_| !is_newer);
    named.or(behind.copied()).or_else(|| head.first())
}

/// `12 of 161 DOCUMENTS`, `Dokument 1 von 10`.
fn is_number_of_all(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().collect();
    let numbers = words.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let names = ["document", "dokument"];
    let named = words.iter().any(|word| names.iter().any(|n| word.to_lowercase().starts_with(n)));
    words.len() == 4 && numbers.count() == 2 && named
}
