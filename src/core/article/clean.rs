//! Making a text safe and plain to show, with a map back to the original.
//!
//! Control characters, escape sequences and bidirectional overrides become
//! visible marks, so no byte of an article can command the terminal or swap
//! the order of words. Tabs become spaces and every kind of line end becomes
//! a line feed. Characters that only hint at breaks are left out of sight.

use std::borrow::Cow;

/// A place where the shown text and the original differ in their number of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// First code point in the shown text.
    pub shown: usize,
    /// How many code points are shown.
    pub shown_len: usize,
    /// First code point in the original.
    pub original: usize,
    /// How many code points it stands for.
    pub original_len: usize,
}

/// The text to show and the pieces where counts differ; `None` when nothing had to change.
pub(super) fn clean(text: &str) -> Option<(String, Vec<Piece>)> {
    let first = text.bytes().position(is_suspect)?;
    let mut cleaner = Cleaner { out: String::with_capacity(text.len()), ..Cleaner::default() };
    cleaner.keep(&text[..floor(text, first)]);
    let mut rest = text[floor(text, first)..].chars().peekable();
    while let Some(c) = rest.next() {
        let crlf = c == '\r' && rest.next_if_eq(&'\n').is_some();
        cleaner.put(c, crlf);
    }
    cleaner.changed.then_some((cleaner.out, cleaner.pieces))
}

/// Text that did not come from an article (a note, a name) made just as safe to show.
pub fn plain(text: &str) -> Cow<'_, str> {
    clean(text).map_or(Cow::Borrowed(text), |(shown, _)| Cow::Owned(shown))
}

/// Whether a character commands a terminal, changes the order of others, or cannot be seen.
pub fn is_hidden(c: char) -> bool {
    // Joiners are kept where text is shown, since emoji and several scripts need them.
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{E0000}'..='\u{E007F}')
        || !matches!(shape(c), Shape::Plain)
}

/// Spaces shown for a tab.
const TAB: &str = "    ";

#[derive(Default)]
struct Cleaner {
    out: String,
    pieces: Vec<Piece>,
    shown: usize,
    original: usize,
    changed: bool,
}

impl Cleaner {
    fn keep(&mut self, text: &str) {
        let points = text.chars().count();
        self.out.push_str(text);
        self.shown += points;
        self.original += points;
    }

    fn put(&mut self, c: char, crlf: bool) {
        match shape(c) {
            Shape::Plain => self.replace(c, c),
            Shape::Mark(mark) => self.replace(c, mark),
            Shape::Line => {
                if crlf {
                    self.piece("\n", 1, 2);
                } else {
                    self.replace(c, '\n');
                }
            }
            Shape::Tab => self.piece(TAB, TAB.len(), 1),
            Shape::Hidden => self.piece("", 0, 1),
        }
    }

    fn replace(&mut self, from: char, to: char) {
        self.out.push(to);
        self.shown += 1;
        self.original += 1;
        self.changed |= from != to;
    }

    fn piece(&mut self, text: &str, shown_len: usize, original_len: usize) {
        self.pieces.push(Piece {
            shown: self.shown,
            shown_len,
            original: self.original,
            original_len,
        });
        self.out.push_str(text);
        self.shown += shown_len;
        self.original += original_len;
        self.changed = true;
    }
}

enum Shape {
    Plain,
    Mark(char),
    Line,
    Tab,
    Hidden,
}

fn shape(c: char) -> Shape {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Shape::Line,
        '\t' => Shape::Tab,
        // The block "Control Pictures" has a picture for each C0 control.
        '\0'..='\u{1F}' => Shape::Mark(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}')),
        '\u{7F}' => Shape::Mark('\u{2421}'),
        '\u{80}'..='\u{9F}' => Shape::Mark('\u{FFFD}'),
        // Bidirectional controls: embeddings, overrides, isolates, marks.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' => {
            Shape::Mark('\u{25C7}')
        }
        // Deprecated formatting, interlinear annotation.
        '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => Shape::Mark('\u{25C7}'),
        // Soft hyphen, zero-width space, word joiner, invisible operators, stray byte order mark.
        '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{180E}' => Shape::Hidden,
        _ => Shape::Plain,
    }
}

/// A byte that can begin a character that `shape` changes.
const fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=9 | 11..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xEF)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
