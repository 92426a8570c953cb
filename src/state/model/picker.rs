//! A line to type in with a list under it: what palette, search and filter share.

use super::editor::Editor;
use super::list::scrolled;
use crate::command::{Command, Key};

/// The line and the place in the list.
#[derive(Clone, Debug)]
pub(crate) struct Picker {
    /// What is typed.
    pub editor: Editor,
    /// The selected line of the list.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
}

/// What a key did to a picker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::state) enum Moved {
    /// The text is another.
    Typed,
    /// At most the place in the list is another.
    Stayed,
}

impl Picker {
    /// A picker with this text typed.
    pub(crate) fn new(text: &str) -> Self {
        Self { editor: Editor::line(text), selected: 0, top: 0 }
    }

    /// A picker with this text typed and selected: the next letter takes its place.
    pub(crate) fn selected(text: &str) -> Self {
        let mut picker = Self::new(text);
        picker.editor.select_all();
        picker
    }

    /// Carries out a command that every picker has, over a list of `all` lines.
    pub(in crate::state) fn run(&mut self, command: Command, all: usize, visible: usize) -> Moved {
        let page = visible.max(2) as isize - 1;
        let by = match command {
            Command::Next => 1,
            Command::Previous => -1,
            Command::PageDown => page,
            Command::PageUp => -page,
            Command::EraseAll => {
                self.editor.erase();
                return self.typed();
            }
            _ => 0,
        };
        self.select(self.selected.saturating_add_signed(by), all, visible);
        Moved::Stayed
    }

    /// Takes a key that is no command.
    pub(in crate::state) fn key(&mut self, key: Key) -> Moved {
        let before = self.editor.text();
        self.editor.key(key);
        if self.editor.text() == before { Moved::Stayed } else { self.typed() }
    }

    /// Takes pasted text.
    pub(in crate::state) fn paste(&mut self, text: &str) -> Moved {
        self.editor.paste(text);
        self.typed()
    }

    /// Selects a line, held inside the list, and scrolls so that it shows.
    pub(in crate::state) fn select(&mut self, line: usize, all: usize, visible: usize) {
        self.selected = line.min(all.saturating_sub(1));
        self.top = scrolled(self.top, self.selected, visible, all);
    }

    /// Selects the line in a visible row; tells whether one of `all` lines is there.
    pub(in crate::state) const fn choose(&mut self, row: usize, all: usize) -> bool {
        let line = self.top + row;
        self.selected = if line < all { line } else { self.selected };
        line < all
    }

    /// Another text: the list begins anew.
    const fn typed(&mut self) -> Moved {
        self.selected = 0;
        self.top = 0;
        Moved::Typed
    }
}
