//! Paragraphs as they are collected from a document of any kind.

/// Text in paragraphs: one line each, a blank line between them. Items of a
/// list and rows of a table are lines of one block.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    line: String,
    /// Whether a space is due before the next word of the line.
    space: bool,
    /// Whether the line is an item whose words are still to come.
    item: bool,
}

impl Blocks {
    /// Adds words to the line; white space of any length counts as one space.
    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() && !is_bound(c) {
                self.space = !self.line.is_empty();
            } else {
                self.letter(c);
            }
        }
    }

    fn letter(&mut self, c: char) {
        if std::mem::take(&mut self.item) {
            self.line.push_str("- ");
        }
        if std::mem::take(&mut self.space) {
            self.line.push(' ');
        }
        self.line.push(c);
    }

    /// Ends a line; the next one stands right below.
    pub(super) fn end_line(&mut self) {
        (self.space, self.item) = (false, false);
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// Ends a paragraph; a blank line follows.
    pub(super) fn end(&mut self) {
        self.end_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Begins an item of a list; one without words leaves no line.
    pub(super) fn item(&mut self) {
        self.end_line();
        self.item = true;
    }

    /// Goes to the next cell of a row.
    pub(super) fn cell(&mut self) {
        if !self.line.is_empty() {
            self.line.push_str(" |");
            self.space = true;
        }
    }

    /// Whether nothing stands on the line yet.
    pub(super) const fn is_at_start(&self) -> bool {
        self.line.is_empty()
    }

    /// The whole text; it ends with one line feed, or is empty.
    pub(super) fn finish(mut self) -> String {
        self.end();
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}

/// Spaces that hold two words together: French writes them before `:` and in `12 000`.
const fn is_bound(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// A text whose lines are paragraphs or parts of them, with white space made regular.
pub(super) fn tidy(text: &str) -> String {
    let mut blocks = Blocks::default();
    for line in text.lines() {
        if line.trim().is_empty() {
            blocks.end();
        } else {
            blocks.push(line);
            blocks.end_line();
        }
    }
    blocks.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_with_a_blank_one_between() {
        let mut blocks = Blocks::default();
        blocks.push("  Un  titre ");
        blocks.end();
        blocks.push("12\u{202f}000\u{a0}soldats");
        blocks.push("\n ont été");
        blocks.end();
        blocks.end();
        for item in ["un", "deux"] {
            blocks.item();
            blocks.push(item);
        }
        blocks.end();
        for cell in ["a", "b"] {
            blocks.cell();
            blocks.push(cell);
        }
        let text = "Un titre\n\n12\u{202f}000\u{a0}soldats ont été\n\n- un\n- deux\n\na | b\n";
        assert_eq!(blocks.finish(), text);
        assert_eq!(tidy(text), text);
        assert_eq!(Blocks::default().finish(), "");
    }
}
