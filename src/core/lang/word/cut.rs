//! Where one word ends and the next begins.

use memchr::memchr;

use super::figure::{digit, figure_end, is_vulgar};
use super::shape::{Shape, Word};
use crate::core::article::border::is_border;
use crate::core::article::span::Span;

/// Appends the words of the stretch `span` of `text` to `out`.
pub fn words(text: &str, span: Span, out: &mut Vec<Word>) {
    let mut cutter = Cutter::new(text, span);
    while let Some(word) = cutter.next_word() {
        out.push(word);
    }
}

pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    pub(super) end: usize,
    pub(super) at: usize,
    pub(super) spaced: bool,
    /// Whether the last word was a figure: `M$` behind one are millions of dollars.
    pub(super) after_figure: bool,
    /// Whether an `@` stands in the stretch: a word may be an address.
    addressed: bool,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str, span: Span) -> Self {
        let addressed = memchr(b'@', span.of(text).as_bytes()).is_some();
        Self { text, end: span.end, at: span.start, spaced: true, after_figure: false, addressed }
    }

    pub(super) fn peek(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        let byte = self.text.as_bytes()[at];
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text[at..].chars().next()
    }

    pub(super) fn next_word(&mut self) -> Option<Word> {
        let mut first = self.peek(self.at)?;
        // A space that a mark sits on is no space.
        while first.is_whitespace() && is_border(self.text, self.at + first.len_utf8()) {
            self.spaced = true;
            self.at += first.len_utf8();
            first = self.peek(self.at)?;
        }
        let start = self.at;
        let shape = if first.is_ascii_digit() || self.starts_decimal(first) {
            self.at = figure_end(self.text.as_bytes(), start, self.end);
            if let Some(part) = self.peek(self.at).filter(|c| is_vulgar(*c)) {
                self.at += part.len_utf8();
            }
            Shape::Figure
        } else if !first.is_ascii() && (digit(first).is_some() || is_vulgar(first)) {
            self.at = self.other_figure_end();
            Shape::Figure
        } else if let Some(len) = self.link_len(first) {
            self.at += len;
            Shape::Code
        } else if let Some(len) = self.currency_len(first) {
            self.at += len;
            Shape::Mark
        } else if first.is_alphanumeric() {
            self.letters()
        } else if first == '-' && !self.spaced {
            self.tied_pronoun().unwrap_or_else(|| {
                self.at += 1;
                Shape::Mark
            })
        } else {
            self.at += first.len_utf8();
            Shape::Mark
        };
        while self.at < self.end && !is_border(self.text, self.at) {
            self.at += self.peek(self.at).map_or(1, char::len_utf8);
        }
        let word = Word { span: Span::new(start, self.at), shape, spaced: self.spaced };
        self.spaced = false;
        self.after_figure = shape == Shape::Figure;
        Some(word)
    }

    /// `https://…`, `www.…`, `name@site.org`: its length in bytes, without marks at its end.
    fn link_len(&self, first: char) -> Option<usize> {
        let web = matches!(first, 'h' | 'H' | 'w' | 'W');
        if !(web || self.addressed && first.is_ascii_alphanumeric()) {
            return None;
        }
        let rest = &self.text[self.at..self.end];
        let bytes = rest.as_bytes();
        let starts = |with: &str| {
            bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()))
        };
        if !(starts("http://") || starts("https://") || starts("www.")) {
            let name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
            let at = bytes.iter().take(64).position(|b| !name(b))?;
            let mail =
                bytes[at] == b'@' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
            if !mail {
                return None;
            }
        }
        let run = rest.find(char::is_whitespace).map_or(rest, |end| &rest[..end]);
        Some(
            run.trim_end_matches([
                '.', ',', ';', ':', '!', '?', ')', ']', '»', '”', '"', '’', '\'',
            ])
            .len(),
        )
    }

    /// `US$`, `A$`, `R$`: letters that a currency's sign belongs to, in bytes.
    fn currency_len(&self, first: char) -> Option<usize> {
        if !first.is_ascii_uppercase() || self.after_figure {
            return None;
        }
        let rest = &self.text.as_bytes()[self.at..self.end];
        let letters = rest.iter().take(4).take_while(|b| b.is_ascii_uppercase()).count();
        (letters <= 3 && rest.get(letters) == Some(&b'$')).then_some(letters + 1)
    }

    /// `.08` behind a space.
    fn starts_decimal(&self, first: char) -> bool {
        self.spaced
            && matches!(first, '.' | ',')
            && self.peek(self.at + 1).is_some_and(|c| c.is_ascii_digit())
    }

    /// One past a figure that is not in ASCII digits.
    fn other_figure_end(&self) -> usize {
        let mut end = self.at;
        while let Some(c) = self.peek(end) {
            let next = self.peek(end + c.len_utf8());
            let mark = matches!(c, '.' | ',' | '٫' | '٬' | '，' | '．')
                && next.is_some_and(|next| digit(next).is_some());
            if digit(c).is_none() && !is_vulgar(c) && !mark {
                break;
            }
            end += c.len_utf8();
        }
        end
    }
}
