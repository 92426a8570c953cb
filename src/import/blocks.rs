//! Paragraphs as they are collected from a document of any kind.

use super::raised::{Raised, settle};

/// Text in paragraphs: one line each, a blank line between them. Items of a
/// list and rows of a table are lines of one block.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    line: String,
    /// Whether a space is due before the next word of the line.
    space: bool,
    /// The sign of an item whose words are still to come, or the term that they tell of, which stays without them, too.
    item: String,
    is_term: bool,
    /// What stands above the line.
    raised: Vec<Raised>,
    /// Whether words come above the line; and whether any has come.
    above: Option<(Link, bool)>,
}

/// Whether something leads somewhere.
type Link = bool;

impl Blocks {
    /// Adds words to the line; white space of any length counts as one space.
    pub(super) fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() && !is_bound(c) {
                self.space = !self.line.is_empty() && !self.line.ends_with(is_bound);
            } else {
                self.letter(c);
            }
        }
    }

    fn letter(&mut self, c: char) {
        self.line.push_str(&std::mem::take(&mut self.item));
        if std::mem::take(&mut self.space) && !is_bound(c) {
            self.line.push(' ');
        }
        let at = self.line.len();
        self.line.push(c);
        if let Some((is_link, has_begun)) = &mut self.above {
            let end = self.line.len();
            // Programs part what is written in one go.
            let goes_on =
                |last: &Raised| *has_begun || (last.span.end == at && !last.is_link && !*is_link);
            match self.raised.last_mut().filter(|last| goes_on(last)) {
                Some(last) => last.span.end = end,
                None => self.raised.push(Raised { span: at..end, is_link: *is_link }),
            }
            *has_begun = true;
        }
    }

    /// What comes next stands above the line, until [`Self::lower`].
    pub(super) const fn raise(&mut self, is_link: bool) {
        self.above = Some((is_link, false));
    }

    /// What comes next stands in the line.
    pub(super) const fn lower(&mut self) {
        self.above = None;
    }

    /// Ends a line; the next one stands right below.
    pub(super) fn end_line(&mut self) {
        self.space = false;
        if std::mem::take(&mut self.is_term) && self.line.is_empty() {
            self.line.push_str(self.item.trim_end());
        }
        self.item.clear();
        let line = settle(&std::mem::take(&mut self.line), &std::mem::take(&mut self.raised));
        if let Some((_, has_begun)) = &mut self.above {
            *has_begun = false;
        }
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

    /// Begins an item of a list with its sign; one without words leaves no line.
    pub(super) fn item(&mut self, sign: &str) {
        self.end_line();
        sign.clone_into(&mut self.item);
    }

    /// What comes next is told of the term on the line above, and stands behind it; without a term it is an item.
    pub(super) fn means(&mut self) {
        self.end_line();
        let start = self.text.trim_end().rfind('\n').map_or(0, |at| at + 1);
        let term = self.text[start..].trim_end_matches('\n');
        if term.is_empty() || self.text.ends_with("\n\n") || term.contains(": ") {
            return self.item("- ");
        }
        self.item = term.trim_end_matches([':', ' ']).to_owned() + ": ";
        self.is_term = true;
        self.text.truncate(start);
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

    /// Whether there are no words yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.text.is_empty() && self.line.is_empty()
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
/// Beside one no other is needed.
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
            blocks.item("- ");
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
