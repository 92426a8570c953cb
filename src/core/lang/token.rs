//! Words with what the lexicon knows of them, phrases joined.

use super::language::Language;
use super::lexicon::{Classes, Entry, Lexicon, class};
use super::tense::Tense;
use super::word::{Shape, Word, words};
use crate::core::article::Span;
use crate::core::looks::look;

/// A word or phrase of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where it stands.
    pub span: Span,
    /// What its first word is made of.
    pub shape: Shape,
    /// Whether white space, or nothing, stands before it.
    pub spaced: bool,
    /// What the lexicon knows of it.
    pub entry: &'static Entry,
    /// The classes it belongs to here: those of its entry, without what a name cannot be.
    pub class: Classes,
    /// The value of the number, month, weekday or part of a period that it names.
    pub value: f64,
    /// What its form says of when something happens; nothing before `verb.rs` has marked it.
    pub tense: Tense,
}

/// A number word of several: `dreihundertfünfzig`.
static COMPOUND: Entry = Entry {
    class: class::NUMBER,
    value: 0.0,
    key: "",
    unit: None,
    other: None,
    phrases: Vec::new(),
};

static UNKNOWN: Entry =
    Entry { class: 0, value: 0.0, key: "", unit: None, other: None, phrases: Vec::new() };

impl Token {
    /// Whether it belongs to any of the classes.
    pub(crate) fn is(&self, class: Classes) -> bool {
        look();
        self.class & class != 0
    }

    /// Whether it is the mark `mark`.
    pub(crate) fn is_mark(&self, text: &str, mark: &str) -> bool {
        self.shape == Shape::Mark && self.span.len() == mark.len() && self.span.of(text) == mark
    }

    /// Whether it is a word of letters.
    pub(crate) fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark | Shape::Figure)
    }

    /// Whether it is written as names are.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Acronym)
    }
}

/// Cuts sentences into tokens; keeps its buffers from one to the next.
pub(crate) struct Tokenizer {
    lexicon: &'static Lexicon,
    words: Vec<Word>,
    lower: String,
}

impl Tokenizer {
    /// For texts of one language.
    pub(crate) fn new(language: Language) -> Self {
        Self { lexicon: Lexicon::of(language), words: Vec::new(), lower: String::new() }
    }

    /// The tokens of the stretch `span`, in place of what `out` held.
    pub(crate) fn cut(&mut self, text: &str, span: Span, out: &mut Vec<Token>) {
        self.words.clear();
        words(text, span, &mut self.words);
        self.read(text, out);
    }

    /// The same of words that are cut already: how they are does not depend on the language.
    pub(super) fn cut_of(&mut self, text: &str, words: &[Word], out: &mut Vec<Token>) {
        self.words.clear();
        self.words.extend_from_slice(words);
        self.read(text, out);
    }

    fn read(&mut self, text: &str, out: &mut Vec<Token>) {
        out.clear();
        let mut i = 0;
        while i < self.words.len() {
            let word = self.words[i];
            let Some(entry) = self.look_up(word, text) else {
                if !self.push_compound(word, text, out) && !self.push_parts(word, text, out) {
                    let unknown = token(word, word.span, &UNKNOWN, 0.0);
                    out.push(self.compounded(word, text).unwrap_or(unknown));
                }
                i += 1;
                continue;
            };
            let phrase = self.longest_phrase(entry, i, text);
            // `4 808 m.` at a sentence's end is no `M. Martin`.
            let letter = word.shape == Shape::Small && word.span.len() == 1;
            let title = letter && entry.unit.is_some() && phrase.1.is(class::TITLE);
            let (taken, entry) = if title { (0, entry) } else { phrase };
            let entry = if fits(entry, word) { entry } else { &UNKNOWN };
            let end = self.words[i + taken].span.end;
            out.push(token(word, Span::new(word.span.start, end), entry, entry.value));
            i += taken + 1;
        }
        if !self.lexicon.settings.nouns_have_capitals() {
            mark_names(text, out);
        }
    }

    fn look_up(&mut self, word: Word, text: &str) -> Option<&'static Entry> {
        if word.shape == Shape::Figure {
            return None;
        }
        let written = word.span.of(text);
        if is_lower(written) {
            return self.lexicon.get(written);
        }
        lower_into(written, &mut self.lower);
        self.lexicon.get(&self.lower)
    }

    /// A number, an ordinal or a part that is put together from number words.
    fn compounded(&mut self, word: Word, text: &str) -> Option<Token> {
        if !word.shape_is_letters() || !self.lexicon.has_compounds() {
            return None;
        }
        lower_into(word.span.of(text), &mut self.lower);
        let (class, value) = self.lexicon.compounded(&self.lower)?;
        Some(Token { class, ..token(word, word.span, &COMPOUND, value) })
    }

    /// `dreiviertel`, `tweederde`: a number and the name of parts become tokens of their own.
    fn push_parts(&mut self, word: Word, text: &str, out: &mut Vec<Token>) -> bool {
        if !word.shape_is_letters() || !self.lexicon.has_compounds() {
            return false;
        }
        let written = word.span.of(text);
        lower_into(written, &mut self.lower);
        let same = self.lower.len() == written.len();
        let Some(cut) = self.lexicon.parts_at(&self.lower).filter(|_| same) else { return false };
        let (number, parts) = self.lower.split_at(cut);
        let middle = word.span.start + cut;
        for (part, span, spaced) in [
            (number, Span::new(word.span.start, middle), word.spaced),
            (parts, Span::new(middle, word.span.end), false),
        ] {
            let entry = self.lexicon.get(part).unwrap_or(&UNKNOWN);
            out.push(token(Word { spaced, ..word }, span, entry, entry.value));
        }
        true
    }

    /// How many further words the longest phrase takes, and its entry.
    fn longest_phrase(
        &self,
        entry: &'static Entry,
        at: usize,
        text: &str,
    ) -> (usize, &'static Entry) {
        if entry.phrases.is_empty() {
            return (0, entry);
        }
        let rest = &self.words[at + 1..];
        let Some(next) = rest.first().map(|word| word.span.of(text)) else { return (0, entry) };
        let found = entry.phrases.iter().find(|(words, _)| {
            words.len() <= rest.len()
                && words.first().is_some_and(|first| same(next, first))
                && words.iter().zip(rest).skip(1).all(|(want, word)| same(word.span.of(text), want))
        });
        found.map_or((0, entry), |(words, entry)| (words.len(), entry))
    }

    /// A unit of several words that hyphens tie: `year-old`.
    fn unit_of(&mut self, word: &str) -> Option<&'static Entry> {
        lower_into(word, &mut self.lower);
        let entry = self.lexicon.get(&self.lower).filter(|entry| entry.is(class::UNIT));
        entry.filter(|_| word.contains('-'))
    }

    /// `quatre-vingt-dix-sept`, `mi-mai`: number words and months tied by hyphens become tokens
    /// of their own.
    fn push_compound(&mut self, word: Word, text: &str, out: &mut Vec<Token>) -> bool {
        let whole = word.span.of(text);
        if !whole.contains('-') || !word.shape_is_letters() {
            return false;
        }
        let first = out.len();
        let mut at = word.span.start;
        for part in whole.split('-') {
            let parts = class::NUMBER
                | class::CONJ
                | class::ORDINAL
                | class::FRACTION
                | class::HALF
                | class::DOZEN
                | class::PART
                | class::MONTH;
            // `three-foot`
            let measured = out.len() > first && out[first].is(class::NUMBER);
            let parts = if measured { parts | class::UNIT } else { parts };
            // `thirteen-year-old`
            let rest = &whole[at - word.span.start..];
            if measured && let Some(entry) = self.unit_of(rest) {
                let span = Span::new(at, word.span.end);
                out.push(token(Word { spaced: false, ..word }, span, entry, entry.value));
                return true;
            }
            lower_into(part, &mut self.lower);
            let entry = self.lexicon.get(&self.lower).filter(|e| e.is(parts));
            let Some(entry) = entry else {
                out.truncate(first);
                return false;
            };
            let span = Span::new(at, at + part.len());
            let spaced = word.spaced && at == word.span.start;
            let capital = part.starts_with(char::is_uppercase);
            let shape = if capital { Shape::Capital } else { Shape::Small };
            out.push(token(Word { shape, spaced, ..word }, span, entry, entry.value));
            at = span.end + 1;
        }
        true
    }
}

/// What a word in the middle of a sentence is not where it has a capital: `Denis` denies nothing.
/// What it says of the sentence's subject still counts: `the Budget Act`, `the Vietnam War`.
const NOT_OF_NAMES: Classes =
    class::SAY | class::DENY | class::MODAL | class::FUTURE | class::HOPE | class::HEARSAY;

/// Takes from words with a capital what names are not, unless the whole is a heading in capitals.
fn mark_names(text: &str, tokens: &mut [Token]) {
    let long = |t: &&Token| t.is_word() && t.span.len() > 3;
    let capitals = tokens.iter().filter(long).filter(|t| t.is_capital()).count();
    if capitals * 2 > tokens.iter().filter(long).count() {
        return;
    }
    for at in 1..tokens.len() {
        let before = &tokens[at - 1];
        // `on 3 May`
        let inside = before.shape != Shape::Mark || before.is_mark(text, ",");
        if inside && tokens[at].shape == Shape::Capital {
            tokens[at].class &= !NOT_OF_NAMES;
        }
    }
}

const fn token(word: Word, span: Span, entry: &'static Entry, value: f64) -> Token {
    let class = entry.class;
    let tense = Tense::None;
    Token { span, shape: word.shape, spaced: word.spaced, entry, class, value, tense }
}

impl Word {
    fn shape_is_letters(&self) -> bool {
        matches!(self.shape, Shape::Small | Shape::Capital | Shape::Acronym)
    }
}

/// States want a capital, `US` two; a word without entry of its own only begins phrases.
fn fits(entry: &Entry, word: Word) -> bool {
    if entry.class == 0 {
        return false;
    }
    let only_state = entry.class == class::STATE;
    let short = word.span.len() <= 2;
    !only_state || matches!(word.shape, Shape::Acronym) || (word.shape == Shape::Capital && !short)
}

/// Whether a word is its own small form, as far as ASCII and Latin-1 go: most words are.
pub(super) fn is_lower(word: &str) -> bool {
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        let small = match byte {
            b'A'..=b'Z' => false,
            0xC3 => bytes.next().is_some_and(|next| next >= 0x9F),
            _ => byte.is_ascii(),
        };
        if !small {
            return false;
        }
    }
    true
}

/// Writes a word in small letters, with typewriter apostrophes; most words are ASCII.
pub(super) fn lower_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '’' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            // Small letters already.
            'ß'..='ö' | 'ø'..='ÿ' => out.push(c),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// Whether `word` is `want`, which is in small letters, whatever its case.
fn same(word: &str, want: &str) -> bool {
    // Nearly all begin with another letter.
    let begins = |first: &u8| want.as_bytes().first() == Some(&first.to_ascii_lowercase());
    if !word.as_bytes().first().is_some_and(|first| !first.is_ascii() || begins(first)) {
        return false;
    }
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(want);
    }
    let folded = word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase);
    folded.eq(want.chars())
}
