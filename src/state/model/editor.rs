//! Writing text: the one place that drives the text area.

use tui_textarea::{CursorMove, DataCursor, Input, Key as AreaKey, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::command::{Code, Key};

/// The longest line, in bytes: a long link. At every key all of a query is looked for.
const LONGEST_LINE: usize = 8 << 10;
/// The longest text of several lines, in bytes: it is laid out and kept at every key.
const LONGEST_TEXT: usize = 128 << 10;

/// A small text being written, of one line or several. It is bounded: what is pasted again and
/// again must not hold up the keys.
#[derive(Clone, Debug)]
pub(crate) struct Editor {
    area: TextArea<'static>,
    single: bool,
}

impl Editor {
    /// An editor for several lines, with the cursor at the end of `text`.
    pub(crate) fn lines(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, single: false }
    }

    /// An editor for one line, with the cursor at the end of `text`.
    pub(crate) fn line(text: &str) -> Self {
        let mut area = TextArea::new(vec![clean(text).replace('\n', " ")]);
        area.set_wrap_mode(WrapMode::None);
        area.move_cursor(CursorMove::End);
        Self { area, single: true }
    }

    /// Puts another text in the place of all that is written, as one step that can be undone.
    pub(crate) fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.cut();
        self.paste(text);
    }

    /// Selects all that is written: the next letter takes its place.
    pub(crate) fn select_all(&mut self) {
        self.area.select_all();
    }

    /// What is written, with line feeds between lines.
    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The widget's state, for drawing.
    pub(crate) fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key that no command wanted; tells whether it meant something.
    pub(crate) fn key(&mut self, key: Key) -> bool {
        if let Some(to) = movement(key) {
            let steps = match to {
                CursorMove::Back => self.grapheme_before().max(1),
                CursorMove::Forward => self.grapheme_behind().max(1),
                _ => 1,
            };
            (0..steps).for_each(|_| self.area.move_cursor(to));
            return true;
        }
        match (key.code, key.ctrl || key.alt) {
            (Code::Backspace, true) => self.area.delete_word(),
            (Code::Delete, true) => self.area.delete_next_word(),
            (Code::Char('w'), true) if key.ctrl => self.area.delete_word(),
            (Code::Char('k'), true) if key.ctrl => self.area.delete_line_by_end(),
            (Code::Backspace, false) => match self.grapheme_before() {
                chars @ 2.. => {
                    (0..chars).for_each(|_| self.area.move_cursor(CursorMove::Back));
                    self.area.delete_str(chars)
                }
                _ => self.area.input_without_shortcuts(plain(AreaKey::Backspace)),
            },
            (Code::Delete, false) => match self.grapheme_behind() {
                chars @ 2.. => self.area.delete_str(chars),
                _ => self.area.input_without_shortcuts(plain(AreaKey::Delete)),
            },
            (Code::Char(c), false) => {
                self.room() >= c.len_utf8()
                    && self.area.input_without_shortcuts(plain(AreaKey::Char(c)))
            }
            _ => false,
        }
    }

    /// Code points of what a person sees as one character before the cursor: an emoji made of
    /// several is one.
    fn grapheme_before(&self) -> usize {
        let (before, _) = self.line_at_cursor();
        before.graphemes(true).next_back().map_or(0, |grapheme| grapheme.chars().count())
    }

    /// The same behind the cursor.
    fn grapheme_behind(&self) -> usize {
        let (_, behind) = self.line_at_cursor();
        behind.graphemes(true).next().map_or(0, |grapheme| grapheme.chars().count())
    }

    fn line_at_cursor(&self) -> (&str, &str) {
        let DataCursor(row, column) = self.area.cursor();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        line.split_at(at)
    }

    /// The line up to the cursor.
    pub(crate) fn before_cursor(&self) -> &str {
        self.line_at_cursor().0
    }

    /// Puts pasted text at the cursor, as much as there is room for.
    pub(crate) fn paste(&mut self, text: &str) {
        let text = clean(text);
        let text = if self.single { text.replace('\n', " ") } else { text };
        let most = text.floor_char_boundary(self.room());
        self.area.insert_str(&text[..most]);
    }

    /// Bytes that still fit.
    fn room(&self) -> usize {
        let longest = if self.single { LONGEST_LINE } else { LONGEST_TEXT };
        if self.area.selection_range().is_some() {
            // What is selected goes first.
            return longest;
        }
        let used: usize = self.area.lines().iter().map(|line| line.len() + 1).sum();
        longest.saturating_sub(used)
    }

    /// Begins a new line.
    pub(crate) fn new_line(&mut self) {
        if !self.single && self.room() > 0 {
            self.area.insert_newline();
        }
    }

    /// Takes back the last change of the text.
    pub(crate) fn undo(&mut self) {
        self.area.undo();
    }

    /// Does it again.
    pub(crate) fn redo(&mut self) {
        self.area.redo();
    }

    /// Empties it.
    pub(crate) fn erase(&mut self) {
        self.area.clear();
    }
}

fn plain(key: AreaKey) -> Input {
    Input { key, ..Input::default() }
}

fn movement(key: Key) -> Option<CursorMove> {
    Some(match (key.code, key.ctrl || key.alt) {
        (Code::Left, false) => CursorMove::Back,
        (Code::Right, false) => CursorMove::Forward,
        (Code::Up, false) => CursorMove::Up,
        (Code::Down, false) => CursorMove::Down,
        (Code::Left, true) => CursorMove::WordBack,
        (Code::Right, true) => CursorMove::WordForward,
        (Code::Home, false) => CursorMove::Head,
        (Code::End, false) => CursorMove::End,
        (Code::Home, true) => CursorMove::Top,
        (Code::End, true) => CursorMove::Bottom,
        (Code::Char('a'), true) if key.ctrl => CursorMove::Head,
        (Code::Char('e'), true) if key.ctrl => CursorMove::End,
        _ => return None,
    })
}

/// Line ends of every kind become line feeds; control characters are dropped.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pastes that were each short enough made a query of a hundred kilobytes, which every further
    /// key was looked up with.
    #[test]
    fn what_is_written_is_bounded_and_can_be_replaced() {
        for (mut editor, longest) in
            [(Editor::line(""), LONGEST_LINE), (Editor::lines(""), LONGEST_TEXT)]
        {
            for _ in 0..100 {
                editor.paste(&"é".repeat(4 << 10));
            }
            assert!((longest - 3..=longest).contains(&editor.text().len()));
            let full = editor.text();
            assert!(!editor.key(Key::plain(Code::Char('é'))));
            editor.new_line();
            editor.paste("ééé");
            assert!(editor.text().len() <= longest && editor.text().starts_with(&full));
            editor.select_all();
            editor.paste("court");
            assert_eq!(editor.text(), "court");
        }
    }

    #[test]
    fn what_looks_like_one_character_is_one() {
        for one in ["👩‍👩‍👧", "🇫🇷", "e\u{301}", "👍🏽", "1️⃣", "é", "क्षि"]
        {
            let text = format!("ab{one}");
            let mut editor = Editor::lines(&text);
            editor.key(Key::plain(Code::Backspace));
            assert_eq!(editor.text(), "ab", "{one} by Backspace");
            editor.undo();
            editor.key(Key::plain(Code::End));
            editor.key(Key::plain(Code::Left));
            editor.key(Key::plain(Code::Delete));
            assert_eq!(editor.text(), "ab", "{one} by Delete");
        }
    }
}
