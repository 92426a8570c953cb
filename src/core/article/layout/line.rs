//! The lines of a file as the layout sees them.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::core::article::margin;
use crate::core::article::sentence::forms::{self, Abbreviation};

/// Columns counted at most: nobody wraps text wider than this.
pub(super) const LONG: usize = 200;

/// One line, cut from the decoded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its words, without indent, quotation signs of mails and white space at the end.
    pub text: &'a str,
    /// The byte where the words begin.
    pub ink: usize,
    /// One past the last byte of the words.
    pub end: usize,
    /// Code points before the words.
    pub indent: usize,
    /// How often the line is quoted: `> >`.
    pub depth: usize,
    /// The column of the last letter, in code points; at most `LONG`.
    pub columns: usize,
    /// A form feed stands before it.
    pub page: bool,
    /// It stands for itself: a row of a table, a rule, a row of dots.
    pub row: bool,
}

/// How a line begins, as far as that tells whether it goes on from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A small letter, or one of a script without capitals.
    Small,
    /// A capital.
    Capital,
    /// A figure, a quotation mark, any other sign.
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// With a mark that ends sentences.
    Stop,
    /// With a colon or semicolon.
    Colon,
    /// With a comma, as many a verse does.
    Comma,
    /// With a word behind which something must follow.
    Open,
    /// With a divided word.
    Divided,
    /// With any other word.
    Plain,
}

impl Line<'_> {
    pub(super) const fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Columns of the first word.
    pub(super) fn first_word(&self) -> usize {
        self.text.chars().take(LONG).take_while(|c| !c.is_whitespace()).count()
    }

    /// The last word, marks included.
    pub(super) fn last_word(&self) -> &str {
        let near = floor(self.text, self.text.len().saturating_sub(LONG));
        self.text[near..].rsplit(char::is_whitespace).next().unwrap_or_default()
    }

    pub(super) fn head(&self) -> Head {
        let inner =
            self.text.trim_start_matches(['«', '“', '„', '"', '‘', '(', '[', ' ', '\u{a0}']);
        match inner.chars().next() {
            Some(c) if c.is_uppercase() && inner.len() == self.text.len() => Head::Capital,
            Some(c) if c.is_alphabetic() && !c.is_uppercase() => Head::Small,
            _ => Head::Other,
        }
    }

    pub(super) fn tail(&self) -> Tail {
        let word = self.last_word();
        if division(word).is_some() {
            return Tail::Divided;
        }
        let inner = word.trim_end_matches(['"', '»', '”', '’', '\'', ')', ']', '›']);
        let bare = inner.trim_start_matches(|c: char| !c.is_alphanumeric());
        match inner.chars().next_back() {
            Some('.') if is_abbreviated(bare) => Tail::Open,
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।') => Tail::Stop,
            Some(':' | ';' | '：' | '；') => Tail::Colon,
            Some(',' | '،' | '、') => Tail::Comma,
            Some('(' | '«' | '“' | '„' | '–' | '—' | '&') => Tail::Open,
            _ if forms::is_open(&without_elision(bare).to_lowercase()) => Tail::Open,
            _ => Tail::Plain,
        }
    }

    /// Whether the words begin with a list sign, a number, a time or somebody's name.
    pub(super) fn has_margin(&self) -> bool {
        margin::width(self.text) > 0 || self.is_field()
    }

    /// `Subject: …`, as the head of a mail has.
    pub(super) fn is_field(&self) -> bool {
        self.field().is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
    }

    /// The name before a colon, where the line may be a field.
    pub(super) fn field(&self) -> Option<&str> {
        let name = self.text.split(' ').next()?.strip_suffix(':')?;
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        (name.len() > 1 && plain).then_some(name)
    }
}

/// What shows that a line stands for itself: a gap between cells, and dots that lead to a page number.
static ROW: LazyLock<[Finder<'static>; 4]> =
    LazyLock::new(|| ["   ", "....", ". . .", "……."].map(Finder::new));

/// Whether a line stands for itself. Each line is looked at once, whatever is asked of it.
fn is_row(line: &str) -> bool {
    let text = &line.as_bytes()[..floor(line, 4 * LONG)];
    let cells =
        memchr::memchr(b'\t', text).is_some() || memchr::memchr_iter(b'|', text).nth(1).is_some();
    cells
        || ROW.iter().any(|sign| sign.find(text).is_some())
        || !line[..text.len()].chars().any(char::is_alphanumeric)
}

/// The letters before the sign that divides a word at the end of a line.
pub(super) fn division(word: &str) -> Option<(&str, char)> {
    let sign = word.chars().next_back().filter(|c| matches!(c, '-' | '‐' | '\u{ad}' | '¬'))?;
    let part = &word[..word.len() - sign.len_utf8()];
    part.ends_with(char::is_alphanumeric).then_some((part, sign))
}

/// `M.`, `J.`: something follows.
fn is_abbreviated(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    let initial = bare.chars().count() == 1 && bare.chars().all(char::is_uppercase);
    let known =
        matches!(forms::abbreviation(bare), Some(Abbreviation::Title | Abbreviation::Number));
    initial || (known && word.len() == bare.len() + 1)
}

fn without_elision(word: &str) -> &str {
    // `l'` is a form of its own, `qu'il` ends with `il`.
    match word.rfind(['\'', '’']) {
        Some(at) if !word[at..].trim_start_matches(['\'', '’']).is_empty() => {
            word[at..].trim_start_matches(['\'', '’'])
        }
        _ => word,
    }
}

/// Iterator over the lines of a text, of any kind of line end; a form feed ends a line, too.
#[derive(Clone, Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    /// A form feed ended the last line.
    page: bool,
}

pub(super) const fn lines(text: &str) -> Lines<'_> {
    Lines { text, at: 0, page: false }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let bytes = self.text.as_bytes();
        // A form feed that stands before a line belongs to its head.
        while bytes.get(self.at) == Some(&b'\x0c') {
            self.at += 1;
            self.page = true;
        }
        if self.at >= bytes.len() {
            return None;
        }
        let start = self.at;
        let feed = memchr::memchr3(b'\n', b'\r', b'\x0c', &bytes[start..]);
        let end = feed.map_or(bytes.len(), |at| start + at);
        self.at = end + 1;
        if bytes[end..].starts_with(b"\r\n") {
            self.at += 1;
        }
        let page = std::mem::replace(&mut self.page, bytes.get(end) == Some(&b'\x0c'));
        Some(Line { page, ..cut(self.text, start, end) })
    }
}

fn cut(text: &str, start: usize, end: usize) -> Line<'_> {
    let words = text[start..end].trim_end();
    let (mut depth, mut indent, mut ink) = (0, 0, start);
    let mut pending = 0;
    for c in words.chars() {
        match c {
            '>' => depth += 1,
            '\t' => pending += 7,
            c if c.is_whitespace() => {}
            _ => break,
        }
        pending += 1;
        ink += c.len_utf8();
    }
    indent += pending;
    let words = &text[ink..start + words.len().max(ink - start)];
    let columns = (indent + words.chars().take(LONG).count()).min(LONG);
    let row = is_row(words);
    Line { text: words, ink, end: ink + words.len(), indent, depth, columns, page: false, row }
}

/// The border of a letter at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
