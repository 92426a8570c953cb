//! What a line of a search means: words as they are typed, `"whole words"`, `/a pattern/`, or
//! `note: words` of what was written about claims.

use regex::{Regex, RegexBuilder};

use super::needle::Needle;
use crate::core::article::Span;

/// A line of a search, ready to search many texts.
#[derive(Clone, Debug)]
pub enum Query {
    /// Words, also inside longer ones.
    Words(Needle),
    /// Words that nothing else is part of.
    Whole(Needle),
    /// A regular expression.
    Pattern(Regex),
    /// Words of notes and evidence.
    Noted(Needle),
}

/// What stands before words of notes and evidence.
pub const NOTED: &str = "note:";
/// No pattern may grow larger than this when it is made ready, in bytes.
const LARGEST: usize = 1 << 20;

impl Query {
    /// Reads a line; nothing where it has nothing to search for.
    ///
    /// # Errors
    /// Where it is a pattern that makes no sense: why, in the words of the library.
    pub fn parse(line: &str) -> Result<Option<Self>, String> {
        let typed = line.trim_start();
        if let Some(pattern) = typed.strip_prefix('/') {
            let pattern = pattern.strip_suffix('/').unwrap_or(pattern);
            return if pattern.is_empty() { Ok(None) } else { compile(pattern).map(Some) };
        }
        if let Some(words) = typed.strip_prefix('"') {
            let words = words.strip_suffix('"').unwrap_or(words);
            return Ok(Needle::new(words).map(Self::Whole));
        }
        if let Some(words) = noted(typed) {
            return Ok(Needle::new(words.trim_start()).map(Self::Noted));
        }
        Ok(Needle::new(line).map(Self::Words))
    }

    /// The places of an article's text that match, in order; they do not overlap.
    pub fn find<'a>(&'a self, text: &'a str) -> Box<dyn Iterator<Item = Span> + 'a> {
        match self {
            Self::Words(needle) => Box::new(needle.find(text)),
            Self::Whole(needle) => Box::new(needle.find(text).filter(|span| is_whole(text, *span))),
            Self::Pattern(pattern) => {
                let found = pattern.find_iter(text).map(|found| found.range());
                let found = found.filter(|range| !range.is_empty());
                Box::new(found.map(|range| Span::new(range.start, range.end)))
            }
            Self::Noted(_) => Box::new(std::iter::empty()),
        }
    }

    /// What is looked for in notes and evidence, where that is asked for.
    pub const fn noted(&self) -> Option<&Needle> {
        match self {
            Self::Noted(needle) => Some(needle),
            Self::Words(_) | Self::Whole(_) | Self::Pattern(_) => None,
        }
    }
}

/// What stands behind `note:`; in French a space goes before the colon.
fn noted(typed: &str) -> Option<&str> {
    let (word, words) = typed.split_once(':')?;
    (word.trim_end() == NOTED.trim_end_matches(':')).then_some(words)
}

/// Whether no letter or figure goes on at either end.
fn is_whole(text: &str, span: Span) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words = span.of(text);
    let begins = goes_on(words.chars().next()) && goes_on(text[..span.start].chars().next_back());
    let ends = goes_on(words.chars().next_back()) && goes_on(text[span.end..].chars().next());
    !begins && !ends
}

/// A space of a pattern is any white space, since articles have no-break ones and lines that end;
/// capitals count only where some are typed.
fn compile(pattern: &str) -> Result<Query, String> {
    let mut spaced = String::with_capacity(pattern.len());
    let (mut escaped, mut listed, mut capitals) = (false, false, false);
    for c in pattern.chars() {
        capitals |= c.is_uppercase() && !escaped;
        match c {
            ' ' if !escaped && !listed => spaced.push_str(r"\s+"),
            ' ' if listed => spaced.push_str(r"\s"),
            c => spaced.push(c),
        }
        listed = if escaped { listed } else { c == '[' || listed && c != ']' };
        escaped = c == '\\' && !escaped;
    }
    let mut builder = RegexBuilder::new(&spaced);
    builder.case_insensitive(!capitals).multi_line(true).size_limit(LARGEST);
    builder.build().map(Query::Pattern).map_err(|error| reason(&error))
}

/// The last line of what the library says: the others draw where it is.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().next_back().unwrap_or_default();
    last.trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Le riz, des frites. Le RIZ coûte 12\u{202f}000 euros\nen mai.";

    #[track_caller]
    fn check(line: &str, want: &[&str]) {
        let query = Query::parse(line).unwrap().unwrap();
        let found: Vec<_> = query.find(TEXT).map(|span| span.of(TEXT)).collect();
        assert_eq!(found, want, "{line}");
    }

    #[test]
    fn words_whole_words_and_patterns() {
        check("rit", &["rit"]);
        check("\"ri\"", &[]);
        check("\"riz", &["riz", "RIZ"]);
        check("\"le riz\"", &["Le riz", "Le RIZ"]);
        check(r"/\d+ \d+ euros/", &["12\u{202f}000 euros"]);
        check(r"/euros en", &["euros\nen"]);
        check(r"/ri[zt ]", &["riz", "rit", "RIZ"]);
        check(r"/\bRIZ\b", &["RIZ"]);
        check("/x*/", &[]);
    }

    #[test]
    fn a_pattern_that_makes_no_sense_is_told_and_nothing_is_nothing() {
        let why = Query::parse("/(riz/").unwrap_err();
        assert!(why.contains("unclosed group"), "{why}");
        assert!(Query::parse(&format!("/{}/", "(a{1,500}){1,500}")).is_err());
        for line in ["", "  ", "/", "//", "\"", "\"\"", "note:", "note: "] {
            assert!(Query::parse(line).unwrap().is_none(), "{line:?}");
        }
        assert!(Query::parse("note\u{a0}: Vu").unwrap().unwrap().noted().is_some());
        let query = Query::parse("note: Vu").unwrap().unwrap();
        assert!(query.noted().is_some() && query.find("Vu").next().is_none());
    }
}
