//! Making a text safe and plain to show, with a map back to the original.
//!
//! Control characters, escape sequences and bidirectional overrides become
//! visible marks, so no byte of an article can command the terminal or swap
//! the order of words. Tabs become spaces and every kind of line end becomes
//! a line feed. Characters that only hint at breaks are left out of sight.

use std::borrow::Cow;

use super::layout::Edit;

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

/// A text made safe and read by its layout.
#[derive(Clone, Debug, Default)]
pub(super) struct Cleaned {
    /// What is shown.
    pub text: String,
    /// Where its count of code points differs from that of the original.
    pub pieces: Vec<Piece>,
    /// The bytes of it where lines of the file begin that it does not have itself.
    pub joints: Vec<usize>,
}

/// The text to show and the pieces where counts differ; `None` when nothing had to change.
///
/// `edits` are stretches of `text`, in order, that are read as something else.
pub(super) fn clean(text: &str, edits: &[Edit]) -> Option<Cleaned> {
    let suspect = first_suspect(text);
    let first = match (suspect, edits.first()) {
        (None, None) => return None,
        (suspect, edit) => suspect.into_iter().chain(edit.map(|edit| edit.span.start)).min()?,
    };
    let mut cleaner = Cleaner::default();
    cleaner.cleaned.text.reserve(text.len());
    let mut at = floor(text, first);
    cleaner.keep(&text[..at]);
    for edit in edits {
        cleaner.stretch(&text[at..edit.span.start]);
        cleaner.edit(edit.span.of(text), edit.with);
        at = edit.span.end;
    }
    cleaner.stretch(&text[at..]);
    cleaner.changed.then_some(cleaner.cleaned)
}

/// Text that did not come from an article (a note, a name) made just as safe to show.
pub fn plain(text: &str) -> Cow<'_, str> {
    clean(text, &[]).map_or(Cow::Borrowed(text), |cleaned| Cow::Owned(cleaned.text))
}

/// Whether a character commands a terminal, changes the order of others, or cannot be seen.
pub fn is_hidden(c: char) -> bool {
    // Nearly all are these, and all of an export is looked at.
    if matches!(c, ' '..='~') {
        return false;
    }
    // Joiners are kept where text is shown, since emoji and several scripts need them.
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{E0000}'..='\u{E007F}')
        || !matches!(shape(c), Shape::Plain)
}

/// Spaces shown for a tab.
const TAB: &str = "    ";

#[derive(Default)]
struct Cleaner {
    cleaned: Cleaned,
    shown: usize,
    original: usize,
    changed: bool,
}

impl Cleaner {
    fn keep(&mut self, text: &str) {
        let points = text.chars().count();
        self.cleaned.text.push_str(text);
        self.shown += points;
        self.original += points;
    }

    /// Cleans a stretch that is read as it stands.
    fn stretch(&mut self, text: &str) {
        let mut rest = text;
        while let Some(suspect) = first_suspect(rest) {
            let (plain, from) = rest.split_at(floor(rest, suspect));
            self.keep(plain);
            let mut chars = from.chars();
            let Some(c) = chars.next() else { return };
            let crlf = c == '\r' && chars.as_str().starts_with('\n');
            self.put(c, crlf);
            rest = &chars.as_str()[usize::from(crlf)..];
        }
        self.keep(rest);
    }

    /// Puts other words in the place of some.
    fn edit(&mut self, text: &str, with: &str) {
        let points = text.chars().count();
        match points == with.chars().count() {
            // A line end that became a space is counted as before.
            true => {
                self.cleaned.text.push_str(with);
                self.shown += points;
                self.original += points;
                self.changed = true;
            }
            false => self.piece(with, with.chars().count(), points),
        }
        self.cleaned.joints.push(self.cleaned.text.len());
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
            // The next page begins with the line behind the form feed.
            Shape::Page if self.cleaned.text.is_empty() || self.cleaned.text.ends_with('\n') => {
                self.piece("", 0, 1);
            }
            Shape::Page => self.replace(c, '\n'),
            Shape::Tab => self.piece(TAB, TAB.len(), 1),
            Shape::Hidden => self.piece("", 0, 1),
        }
    }

    fn replace(&mut self, from: char, to: char) {
        self.cleaned.text.push(to);
        self.shown += 1;
        self.original += 1;
        self.changed |= from != to;
    }

    fn piece(&mut self, text: &str, shown_len: usize, original_len: usize) {
        self.cleaned.pieces.push(Piece {
            shown: self.shown,
            shown_len,
            original: self.original,
            original_len,
        });
        self.cleaned.text.push_str(text);
        self.shown += shown_len;
        self.original += original_len;
        self.changed = true;
    }
}

enum Shape {
    Plain,
    Mark(char),
    Line,
    Page,
    Tab,
    Hidden,
}

fn shape(c: char) -> Shape {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Shape::Line,
        '\t' => Shape::Tab,
        '\u{c}' => Shape::Page,
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

/// The first byte of a text that can begin a character that `shape` changes.
fn first_suspect(text: &str) -> Option<usize> {
    const PART: usize = 64;
    // All bytes of a part are looked at before it is asked whether one was found: that is done with
    // many of them at once.
    let is_plain = |part: &[u8]| !part.iter().fold(false, |found, byte| found | is_suspect(*byte));
    let bytes = text.as_bytes();
    let from = bytes.chunks(PART).take_while(|part| is_plain(part)).count() * PART;
    Some(from + bytes.get(from..)?.iter().position(|byte| is_suspect(*byte))?)
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
