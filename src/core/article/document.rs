//! An article in memory: its shown text, the way back to the original, its lines.

use std::sync::Arc;

use super::clean::{Cleaned, Piece, clean};
use super::columns;
use super::counted::Counted;
use super::decode::{Encoding, decode, whole_letters};
use super::layout;
use super::lines;
use super::span::Span;

/// A decoded and cleaned text, read by its layout.
///
/// The program works in bytes of the shown text; files hold code points of
/// the decoded original. Both conversions are here.
#[derive(Clone, Debug)]
pub struct Document {
    content: Arc<Content>,
    /// First byte of each line.
    lines: Vec<usize>,
    /// Words that are shown beside those of the text, in order of their places.
    insets: Vec<Inset>,
    /// Whether paragraphs stand apart.
    air: bool,
}

/// Words shown before those of the text that are no part of it: what stood there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inset {
    /// The byte of the shown text that they stand before.
    pub at: usize,
    /// The words, on one line.
    pub words: String,
    /// What stands between them and the words of the text.
    pub then: &'static str,
}

#[derive(Debug)]
struct Content {
    shown: Counted,
    /// Kept only where it is not what is shown.
    original: Option<Counted>,
    pieces: Vec<Piece>,
    /// Where lines of the file begin inside lines of the shown text.
    joints: Vec<usize>,
    encoding: Encoding,
    partial: bool,
    in_columns: bool,
}

impl Document {
    /// Reads the whole of an article.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self::from_decoded(decode(bytes), false)
    }

    /// Reads the first part of a large article, to show while the rest is read.
    pub fn head(mut bytes: Vec<u8>) -> Self {
        whole_letters(&mut bytes);
        Self::from_decoded(decode(bytes), true)
    }

    fn from_decoded((text, encoding): (String, Encoding), partial: bool) -> Self {
        let columns = columns::beside(&text);
        let edits = layout::edits(&text, &columns);
        let (shown, original, pieces, joints) = match clean(&text, &edits) {
            Some(Cleaned { text: shown, pieces, joints }) => (shown, Some(text), pieces, joints),
            None => (text, None, Vec::new(), Vec::new()),
        };
        let lines = lines::cut(&shown);
        let (shown, original) = (Counted::new(shown), original.map(Counted::new));
        let in_columns = !columns.is_empty();
        let content = Content { shown, original, pieces, joints, encoding, partial, in_columns };
        Self { content: Arc::new(content), lines, insets: Vec::new(), air: false }
    }

    /// The same text with the lines of the file, or with those that its layout means.
    #[must_use]
    pub fn with_file_lines(&self, on: bool) -> Self {
        let mut lines = lines::cut(self.text());
        if on {
            lines.extend(&self.content.joints);
            lines.sort_unstable();
            lines.dedup();
        }
        Self { content: Arc::clone(&self.content), lines, insets: self.insets.clone(), air: false }
    }

    /// The same text with an empty row between paragraphs, where the file has none, or without.
    #[must_use]
    pub fn with_air(&self, air: bool) -> Self {
        let (lines, insets) = (self.lines.clone(), self.insets.clone());
        Self { content: Arc::clone(&self.content), lines, insets, air }
    }

    /// Whether paragraphs stand apart.
    pub const fn has_air(&self) -> bool {
        self.air
    }

    /// Whether an empty row is to stand behind a line: between two of which one at least is a
    /// paragraph, so that lists and verses stay together.
    pub fn has_air_behind(&self, line: usize) -> bool {
        /// Longer lines are paragraphs, in bytes.
        const PARAGRAPH: usize = 80;
        let length = |line: usize| self.line(line).of(self.text()).trim().len();
        let both = || [length(line), length(line + 1)];
        self.air
            && self.line(line).of(self.text()).ends_with('\n')
            && both().iter().all(|length| *length > 0)
            && both().iter().any(|length| *length > PARAGRAPH)
    }

    /// The same text with these words beside its own.
    #[must_use]
    pub fn with_insets(&self, mut insets: Vec<Inset>) -> Self {
        insets.sort_by_key(|inset| inset.at);
        Self {
            content: Arc::clone(&self.content),
            lines: self.lines.clone(),
            insets,
            air: self.air,
        }
    }

    /// The words shown beside those of a stretch.
    pub fn insets(&self, span: Span) -> &[Inset] {
        let from = self.insets.partition_point(|inset| inset.at < span.start);
        let until = self.insets.partition_point(|inset| inset.at < span.end);
        &self.insets[from..until.max(from)]
    }

    /// Whether lines of the file are joined in the shown text.
    pub fn is_reflowed(&self) -> bool {
        !self.content.joints.is_empty()
    }

    /// Whether columns stand side by side in it: a quote is one stretch of the file, so they cannot be
    /// read one after the other here, and no claim is found in them.
    pub fn is_in_columns(&self) -> bool {
        self.content.in_columns
    }

    /// The sign that divides a word of the file at this byte of the shown text.
    pub fn division_at(&self, at: usize) -> Option<char> {
        self.content.joints.binary_search(&at).ok()?;
        let original = self.content.original.as_ref()?;
        let point = self.content.shown.point_at(at);
        let hidden = Span::new(
            original.byte_at(self.to_original(point, true))?,
            original.byte_at(self.to_original(point, false))?,
        );
        hidden.of(&original.text).chars().next().filter(|c| !c.is_whitespace())
    }

    /// The text as shown.
    pub fn text(&self) -> &str {
        &self.content.shown.text
    }

    /// The text as decoded: quotes are taken from here.
    pub fn original(&self) -> &str {
        self.content.original.as_ref().unwrap_or(&self.content.shown).text.as_str()
    }

    /// How the bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.content.encoding
    }

    /// Whether this is only the head of a larger file.
    pub fn is_partial(&self) -> bool {
        self.content.partial
    }

    /// Number of lines, at least 1. A very long line counts as several.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// A line by number, its line feed included.
    pub fn line(&self, number: usize) -> Span {
        let start = self.lines.get(number).copied().unwrap_or(self.content.shown.text.len());
        let end = self.lines.get(number + 1).copied().unwrap_or(self.content.shown.text.len());
        Span::new(start, end)
    }

    /// The number of the line that holds the byte at `at`.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Shown bytes to code points of the original.
    pub fn to_points(&self, span: Span) -> (usize, usize) {
        let start = self.to_original(self.content.shown.point_at(span.start), false);
        let end = self.to_original(self.content.shown.point_at(span.end), true);
        (start, end.max(start))
    }

    /// Code points of the original to shown bytes; `None` outside the text.
    pub fn from_points(&self, start: usize, end: usize) -> Option<Span> {
        if start > end {
            return None;
        }
        let start = self.content.shown.byte_at(self.to_shown(start))?;
        let end = self.content.shown.byte_at(self.to_shown(end))?;
        Some(Span::new(start, end))
    }

    /// A stretch of the shown text as a stretch of bytes of the original.
    pub fn to_original_bytes(&self, span: Span) -> Span {
        let Some(original) = &self.content.original else { return span };
        let (start, end) = self.to_points(span);
        let byte = |point| original.byte_at(point).unwrap_or(original.text.len());
        Span::new(byte(start), byte(end))
    }

    /// A stretch of bytes of the original as a stretch of the shown text.
    pub fn from_original_bytes(&self, span: Span) -> Option<Span> {
        let Some(original) = &self.content.original else { return Some(span) };
        original.text.get(span.range())?;
        self.from_points(original.point_at(span.start), original.point_at(span.end))
    }

    fn to_original(&self, point: usize, is_end: bool) -> usize {
        // An end stops before what is hidden there; a start begins after it.
        let before = self
            .content
            .pieces
            .partition_point(|p| if is_end { p.shown < point } else { p.shown <= point });
        let Some(piece) = before.checked_sub(1).map(|i| self.content.pieces[i]) else {
            return point;
        };
        let past = point.saturating_sub(piece.shown);
        if past < piece.shown_len {
            return piece.original + if is_end { piece.original_len } else { 0 };
        }
        piece.original + piece.original_len + past - piece.shown_len
    }

    fn to_shown(&self, point: usize) -> usize {
        let before = self.content.pieces.partition_point(|p| p.original < point);
        let Some(piece) = before.checked_sub(1).map(|i| self.content.pieces[i]) else {
            return point;
        };
        let past = point - piece.original;
        if past < piece.original_len {
            return piece.shown;
        }
        piece.shown + piece.shown_len + past - piece.original_len
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn doc(text: &str) -> Document {
        Document::new(text.as_bytes().to_vec())
    }

    #[test]
    fn nothing_of_an_article_can_command_a_terminal() {
        let doc = doc("a\u{1b}[2Jb\u{9b}c\r\nd\re\tf\u{202e}g\u{ad}h\0");
        assert_eq!(doc.text(), "a␛[2Jb\u{fffd}c\nd\ne    f◇gh␀");
        assert_eq!(doc.line_count(), 3);
    }

    #[test]
    fn positions_go_back_to_the_original() {
        let doc = doc("un\r\ndeux\ttrois qua\u{ad}tre");
        let at = doc.text().find("trois").unwrap();
        let span = Span::new(at, doc.text().len());
        assert_eq!(doc.to_points(span), (9, 22));
        assert_eq!(doc.to_original_bytes(span).of(doc.original()), "trois qua\u{ad}tre");
        assert_eq!(doc.from_points(9, 22), Some(span));
        assert_eq!(doc.from_points(9, 99), None);
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let doc = doc(&"mot ".repeat(10_000));
        assert!(doc.line_count() > 4);
        assert!((0..doc.line_count()).all(|n| doc.line(n).len() <= lines::LINE));
        assert_eq!(doc.line_at(39_999), doc.line_count() - 1);
    }

    #[test]
    fn the_lines_of_the_file_can_be_shown() {
        let text = "The report found that more than 4,500 house-\nholds had lost\npower in 2023.\n";
        let doc = doc(text);
        assert!(doc.is_reflowed() && doc.line_count() == 1);
        let lined = doc.with_file_lines(true);
        let lines: Vec<_> =
            (0..lined.line_count()).map(|n| lined.line(n).of(lined.text())).collect();
        assert_eq!(
            lines,
            ["The report found that more than 4,500 house", "holds had lost ", "power in 2023.\n"]
        );
        let signs: Vec<_> = (0..3).map(|n| lined.division_at(lined.line(n).end)).collect();
        assert_eq!(signs, [Some('-'), None, None]);
        assert_eq!(lined.with_file_lines(false).line_count(), 1);
    }

    proptest! {
        #[test]
        fn positions_survive_the_way_there_and_back(text in "[a-c\r\n\té\u{ad}\u{202e}日 \u{7}]{0,40}", a in 0usize..40, b in 0usize..40) {
            let doc = doc(&text);
            let points = doc.original().chars().count();
            let (start, end) = (a.min(b).min(points), a.max(b).min(points));
            let shown = doc.from_points(start, end).unwrap();
            prop_assert!(doc.text().is_char_boundary(shown.start) && doc.text().is_char_boundary(shown.end));
            let back = doc.to_points(shown);
            prop_assert_eq!(doc.from_points(back.0, back.1), Some(shown));
            let bytes = doc.to_original_bytes(shown);
            prop_assert_eq!(bytes.of(doc.original()).chars().count(), back.1 - back.0);
        }

        #[test]
        fn the_read_text_knows_its_own_letters(words in prop::collection::vec("[a-z]{1,12}|[A-Z][a-zé]{2,9}|[0-9]{1,4}|nord-|-|»|\u{ad}|日本", 8..120), width in 12usize..70, end in "\n|\r\n|\n  |\n\u{c}|\n> ") {
            let mut text = String::new();
            let mut column = 0;
            for word in &words {
                if column + word.len() > width {
                    text.push_str(if column % 5 == 0 { "-" } else { "" });
                    text.push_str(&end);
                    column = 0;
                }
                text.push_str(word);
                text.push(' ');
                column += word.len() + 1;
            }
            let doc = doc(&text);
            // What is read stands in the file; heads and numbers of pages may be left out.
            let mut left = doc.original().chars();
            for letter in doc.text().chars().filter(|c| c.is_alphanumeric()) {
                prop_assert!(left.any(|other| other == letter), "{letter:?} in {:?}", doc.text());
            }
            if !text.contains('\u{c}') {
                // A line such as `- 12 -` inside a sentence is the number of a page.
                let ink = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
                prop_assert_eq!(ink(doc.text()), ink(doc.original()));
            }
            let mut at = 0;
            for letter in doc.text().chars() {
                let span = Span::new(at, at + letter.len_utf8());
                at = span.end;
                if !letter.is_alphanumeric() { continue }
                let (start, end) = doc.to_points(span);
                prop_assert_eq!(end, start + 1);
                prop_assert_eq!(doc.original().chars().nth(start), Some(letter));
                prop_assert_eq!(doc.from_points(start, end), Some(span));
                prop_assert_eq!(doc.from_original_bytes(doc.to_original_bytes(span)), Some(span));
            }
        }

        #[test]
        fn lines_cover_the_text(text in "[a-c\r\n日 ]{0,60}") {
            let doc = doc(&text);
            let joined: String = (0..doc.line_count()).map(|n| doc.line(n).of(doc.text())).collect();
            prop_assert_eq!(joined, doc.text());
        }
    }
}
