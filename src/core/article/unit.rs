//! The steps in which a person moves a border through a text: letters, words, paragraphs.
//!
//! Words are those of [`mod@word`], with a figure and its sign as one
//! (`5 %`, `$12`). Marks are passed over, apart from those that open or close
//! something: a quote may begin before `«` and end behind `»`.

use unicode_segmentation::UnicodeSegmentation;

use super::document::Document;
use super::span::Span;
use crate::core::lang::word::{self, Shape, Word};

/// The first end of a word behind `at`, else the end of the text.
pub fn next_end(doc: &Document, at: usize) -> usize {
    forward(doc, at, |words| words.filter(|u| u.closes).map(|u| u.span.end).find(|end| *end > at))
        .unwrap_or(doc.text().len())
}

/// The last end of a word before `at`, else the start of the text.
pub fn previous_end(doc: &Document, at: usize) -> usize {
    back(doc, at, |words| words.filter(|u| u.closes).map(|u| u.span.end).find(|end| *end < at))
        .unwrap_or(0)
}

/// The first start of a word behind `at`, else the end of the text.
pub fn next_start(doc: &Document, at: usize) -> usize {
    forward(doc, at, |words| words.filter(|u| u.opens).map(|u| u.span.start).find(|s| *s > at))
        .unwrap_or(doc.text().len())
}

/// The last start of a word before `at`, else the start of the text.
pub fn previous_start(doc: &Document, at: usize) -> usize {
    back(doc, at, |words| words.filter(|u| u.opens).map(|u| u.span.start).find(|s| *s < at))
        .unwrap_or(0)
}

/// The border of the letter (grapheme cluster) behind `at`.
pub fn next_letter(doc: &Document, at: usize) -> usize {
    let number = doc.line_at(at);
    let rest = Span::new(at, doc.line(number).end).of(doc.text());
    rest.graphemes(true).next().map_or(doc.text().len(), |letter| at + letter.len())
}

/// The border of the letter before `at`.
pub fn previous_letter(doc: &Document, at: usize) -> usize {
    let number = doc.line_at(at.saturating_sub(1));
    let before = Span::new(doc.line(number).start, at).of(doc.text());
    before.graphemes(true).next_back().map_or(0, |letter| at - letter.len())
}

/// The word at `at`, or the nearest behind it on its line; nothing on a line without words.
pub fn word_at(doc: &Document, at: usize) -> Option<Span> {
    let units = units(doc, doc.line_at(at));
    let found = units.iter().find(|unit| unit.span.end > at).or(units.last());
    found.map(|unit| unit.span)
}

/// The line of `at`, without white space around it.
pub fn paragraph_at(doc: &Document, at: usize) -> Span {
    trimmed(doc.text(), doc.line(doc.line_at(at)))
}

/// A stretch without the white space at its ends.
pub fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, (start + words.trim().len()).max(start))
}

#[derive(Clone, Copy, Debug)]
struct Unit {
    span: Span,
    /// A selection may begin here.
    opens: bool,
    /// A selection may end here.
    closes: bool,
}

fn forward<T>(
    doc: &Document,
    at: usize,
    find: impl Fn(&mut dyn Iterator<Item = Unit>) -> Option<T>,
) -> Option<T> {
    (doc.line_at(at)..doc.line_count()).find_map(|line| find(&mut units(doc, line).into_iter()))
}

fn back<T>(
    doc: &Document,
    at: usize,
    find: impl Fn(&mut dyn Iterator<Item = Unit>) -> Option<T>,
) -> Option<T> {
    (0..=doc.line_at(at)).rev().find_map(|line| find(&mut units(doc, line).into_iter().rev()))
}

fn units(doc: &Document, line: usize) -> Vec<Unit> {
    let text = doc.text();
    let mut words = Vec::new();
    word::words(text, doc.line(line), &mut words);
    let mut out: Vec<Unit> = Vec::with_capacity(words.len());
    let mut figure = false;
    let mut sign: Option<Word> = None;
    for word in words {
        let mark = word.span.of(text);
        if word.shape != Shape::Mark {
            let before = sign.take().filter(|_| word.shape == Shape::Figure && !word.spaced);
            let start = before.map_or(word.span.start, |sign| sign.span.start);
            out.push(Unit { span: Span::new(start, word.span.end), opens: true, closes: true });
            figure = word.shape == Shape::Figure;
            continue;
        }
        match out.last_mut().filter(|_| figure && is_sign(mark)) {
            Some(unit) => unit.span.end = word.span.end,
            None => {
                let (opens, closes) = (is_opening(mark), is_closing(mark));
                if opens || closes {
                    out.push(Unit { span: word.span, opens, closes });
                }
                sign = Some(word).filter(|_| is_sign(mark));
            }
        }
        figure = false;
    }
    out
}

fn is_sign(mark: &str) -> bool {
    matches!(mark, "%" | "‰" | "€" | "$" | "£" | "¥" | "°")
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "«" | "“" | "„" | "‹" | "(" | "[" | "\"")
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "»" | "”" | "“" | "›" | ")" | "]" | "\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn doc(text: &str) -> Document {
        Document::new(text.as_bytes().to_vec())
    }

    /// All places where one comes to rest from the start to the end of a text.
    fn stops(text: &str, step: impl Fn(&Document, usize) -> usize) -> String {
        let doc = doc(text);
        let (mut at, mut out) = (0, String::new());
        while at < text.len() {
            let next = step(&doc, at);
            out.push_str(&text[at..next]);
            out.push('|');
            at = next;
        }
        out
    }

    #[test]
    fn french_words_hold_together() {
        for (text, want) in [
            ("Selon l’accord, aujourd’hui", "Selon| l’|accord|, aujourd’hui|"),
            ("environ 12 000 soldats nord-coréens", "environ| 12 000| soldats| nord-coréens|"),
            ("une hausse de 5 % en 2024.", "une| hausse| de| 5 %| en| 2024|.|"),
            ("il dit « oui » (ou non)", "il| dit| « oui| »| (ou| non|)|"),
            ("pour $12 ou 12 €", "pour| $12| ou| 12 €|"),
            ("fin\n\n  \nsuite", "fin|\n\n  \nsuite|"),
        ] {
            assert_eq!(stops(text, next_end), want);
        }
        assert_eq!(stops("« L’accord » de 5 %, non", next_start), "« |L’|accord » |de |5 %, |non|");
    }

    #[test]
    fn letters_are_graphemes_and_cross_lines() {
        assert_eq!(stops("e\u{301}👨‍👩‍👧\nb", next_letter), "e\u{301}|👨‍👩‍👧|\n|b|");
        let doc = doc("e\u{301}a\nb");
        assert_eq!([5, 4, 3, 0].map(|at| previous_letter(&doc, at)), [4, 3, 0, 0]);
    }

    #[test]
    fn a_place_has_a_word_and_a_paragraph() {
        let doc = doc("un\n  deux, trois  \n\n");
        let text = doc.text();
        assert_eq!(word_at(&doc, 9).unwrap().of(text), "trois");
        assert_eq!(word_at(&doc, 17).unwrap().of(text), "trois");
        assert_eq!(word_at(&doc, 19), None);
        assert_eq!(paragraph_at(&doc, 9).of(text), "deux, trois");
        assert!(paragraph_at(&doc, 19).is_empty());
    }

    proptest! {
        #[test]
        fn every_step_moves_and_stays_on_letters(text in "[a-zé’ «»5%\n.\u{301}-]{0,40}") {
            let doc = doc(&text);
            let text = doc.text();
            for step in [next_end, next_start, next_letter] {
                let mut at = 0;
                while at < text.len() {
                    let next = step(&doc, at);
                    prop_assert!(next > at && text.is_char_boundary(next));
                    at = next;
                }
            }
            for step in [previous_end, previous_start, previous_letter] {
                let mut at = text.len();
                while at > 0 {
                    let next = step(&doc, at);
                    prop_assert!(next < at && text.is_char_boundary(next));
                    at = next;
                }
            }
        }
    }
}
