//! Code points and bytes: files count the former, the program the latter.

use crate::core::article::Span;

/// One remembered place in this many code points.
const STEP: usize = 64;

/// Leads between the code points and the bytes of one text.
#[derive(Clone, Debug)]
pub struct Points<'a> {
    text: &'a str,
    /// The byte of every `STEP`th code point.
    marks: Vec<usize>,
}

impl<'a> Points<'a> {
    /// Reads a text once; each later question costs a few steps.
    pub fn new(text: &'a str) -> Self {
        let marks = text.char_indices().step_by(STEP).map(|(at, _)| at).collect();
        Self { text, marks }
    }

    /// The byte of code point `point`; the end of the text beyond it.
    pub fn byte(&self, point: usize) -> usize {
        let Some(&mark) = self.marks.get(point / STEP) else { return self.text.len() };
        let rest = &self.text[mark..];
        rest.char_indices().nth(point % STEP).map_or(self.text.len(), |(at, _)| mark + at)
    }

    /// How many code points start before byte `byte`.
    pub fn point(&self, byte: usize) -> usize {
        let Some(last) = self.marks.partition_point(|&mark| mark <= byte).checked_sub(1) else {
            return 0;
        };
        let mark = self.marks[last];
        let rest = self.text[mark..].char_indices();
        last * STEP + rest.take_while(|(at, _)| mark + at < byte).count()
    }

    /// A stretch of code points as bytes.
    pub fn bytes(&self, start: usize, end: usize) -> Span {
        let start = self.byte(start);
        Span::new(start, self.byte(end).max(start))
    }

    /// A stretch of bytes as first and last-but-one code point.
    pub fn points(&self, span: Span) -> (usize, usize) {
        (self.point(span.start), self.point(span.end))
    }
}

/// The last character border at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn there_and_back(text in "[aé€🙂]{0,300}", point in 0usize..320) {
            let points = Points::new(&text);
            let byte = points.byte(point);
            let all = text.chars().count();
            prop_assert!(text.is_char_boundary(byte));
            prop_assert_eq!(points.point(byte), point.min(all));
            prop_assert_eq!(text[..byte].chars().count(), point.min(all));
        }
    }
}
