//! The words of a sentence, each stretch of it read in its own language.
//!
//! A sentence or a quotation may be in another language than its text. Nearly all are not: only
//! where the words of the text's language are few is it asked which one it is.

use std::ops::Range;

use super::detect;
use super::language::Language;
use super::lexicon::{Lexicon, class};
use super::token::{Token, Tokenizer};
use super::verb;
use crate::core::article::Span;

/// Fewer words than these do not show a language of their own.
const WORDS: usize = 4;

/// A stretch of a sentence in one language.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What they are read as.
    pub language: Language,
}

/// Cuts the sentences of a text into tokens; keeps its buffers from one to the next.
pub(crate) struct Reading {
    /// The language of the text.
    main: Language,
    tokenizers: [Option<Tokenizer>; Language::COUNT],
    /// The tokens of the sentence read last.
    pub tokens: Vec<Token>,
    /// Its stretches, in order and together all of it.
    pub parts: Vec<Part>,
    /// What is said in quotation marks.
    quoted: Vec<Range<usize>>,
    other: Vec<Token>,
}

impl Reading {
    /// For a text of one language.
    pub(crate) fn new(main: Language) -> Self {
        Self {
            main,
            tokenizers: [const { None }; Language::COUNT],
            tokens: Vec::new(),
            parts: Vec::new(),
            quoted: Vec::new(),
            other: Vec::new(),
        }
    }

    /// What most of the sentence read last is in.
    pub(crate) fn language(&self) -> Language {
        let longest = self.parts.iter().max_by_key(|part| part.tokens.len());
        longest.map_or(self.main, |part| part.language)
    }

    /// Reads the sentence `span`.
    pub(crate) fn read(&mut self, text: &str, span: Span) {
        self.parts.clear();
        cut(&mut self.tokenizers, self.main, text, span, &mut self.tokens);
        if !doubtful(&self.tokens) && !self.tokens.iter().any(|token| is_quote(text, token)) {
            self.parts.push(Part { tokens: 0..self.tokens.len(), language: self.main });
            return;
        }
        quotations(text, &self.tokens, &mut self.quoted);
        if self.quoted.is_empty() {
            self.quoted.push(0..self.tokens.len());
        }
        let mut from = 0;
        // How many tokens more there are since stretches were read anew.
        let mut grown = 0_isize;
        for i in 0..self.quoted.len() {
            let quoted = self.quoted[i].clone();
            let shifted = |at: usize| at.saturating_add_signed(grown);
            let quoted = shifted(quoted.start)..shifted(quoted.end);
            let Some(language) = self.foreign(text, quoted.clone()) else { continue };
            let place = self.place(quoted.clone());
            cut(&mut self.tokenizers, language, text, place, &mut self.other);
            let end = quoted.start + self.other.len();
            grown += self.other.len() as isize - quoted.len() as isize;
            self.tokens.splice(quoted.clone(), self.other.drain(..));
            self.push(from..quoted.start, self.main);
            self.push(quoted.start..end, language);
            from = end;
        }
        self.push(from..self.tokens.len(), self.main);
    }

    fn push(&mut self, tokens: Range<usize>, language: Language) {
        if !tokens.is_empty() {
            self.parts.push(Part { tokens, language });
        }
    }

    fn place(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }

    /// The language of a stretch, where it is another one than that of the text.
    fn foreign(&self, text: &str, tokens: Range<usize>) -> Option<Language> {
        let stretch = &self.tokens[tokens.clone()];
        let words = stretch.iter().filter(|token| token.is_word()).count();
        if words < WORDS || !doubtful(stretch) {
            return None;
        }
        detect::other_than(self.main, self.place(tokens).of(text))
    }
}

fn cut(
    tokenizers: &mut [Option<Tokenizer>; Language::COUNT],
    language: Language,
    text: &str,
    span: Span,
    out: &mut Vec<Token>,
) {
    let tokenizer = tokenizers[language as usize].get_or_insert_with(|| Tokenizer::new(language));
    tokenizer.cut(text, span, out);
    verb::mark(text, out, &Lexicon::of(language).settings);
}

/// Whether fewer words are known than in any usual sentence.
fn doubtful(tokens: &[Token]) -> bool {
    let (mut words, mut known) = (0_usize, 0_usize);
    for token in tokens.iter().filter(|token| token.is_word()) {
        words += 1;
        known += usize::from(token.class & !(class::STATE | class::PEOPLE | class::UNIT) != 0);
    }
    known * 3 < words
}

fn is_quote(text: &str, token: &Token) -> bool {
    !token.is_word() && matches!(token.span.of(text), "«" | "»" | "“" | "”" | "„" | "\"")
}

/// What stands in quotation marks; those of a quotation that goes on in the next sentence, or
/// began in the one before, reach to the end of this one.
fn quotations(text: &str, tokens: &[Token], out: &mut Vec<Range<usize>>) {
    out.clear();
    let mut open: Option<usize> = None;
    let mut closed = false;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| is_quote(text, token)) {
        match (open, token.span.of(text)) {
            (None, "»" | "”") if closed => {}
            (None, "»" | "”") => out.push(0..at),
            (None, _) => {
                open = Some(at + 1);
                continue;
            }
            (Some(from), _) => out.push(from..at),
        }
        (open, closed) = (None, true);
    }
    if let Some(from) = open {
        out.push(from..tokens.len());
    }
    out.retain(|range| !range.is_empty());
}
