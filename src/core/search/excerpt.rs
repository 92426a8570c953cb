//! What of a text is shown of its matches: the words around, the match marked.

use crate::core::article::Span;

/// A line with a match, cut to what can be read at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The first match of the line, in bytes of the text.
    pub at: Span,
    /// The words around it, without line ends.
    pub words: String,
    /// The matches inside these words.
    pub marks: Vec<Span>,
}

/// Bytes shown before the first match of a line.
const BEFORE: usize = 48;
/// Bytes shown in all.
const LONGEST: usize = 320;

/// The lines of `text` that hold what was `found` in it, at most `most`, and how many matches there are in all.
pub fn excerpts(
    found: impl Iterator<Item = Span>,
    text: &str,
    most: usize,
) -> (Vec<Excerpt>, usize) {
    let mut out: Vec<Excerpt> = Vec::new();
    let mut line = Span::default();
    let mut shown = Span::default();
    let mut count = 0;
    for found in found {
        count += 1;
        if found.start < line.end {
            if let Some(excerpt) = out.last_mut().filter(|_| shown.covers(found)) {
                excerpt.marks.push(relative(found, shown));
            }
        } else if out.len() < most {
            line = line_of(text, found);
            shown = around(text, line, found);
            let words = shown.of(text).to_owned();
            out.push(Excerpt { at: found, words, marks: vec![relative(found, shown)] });
        }
    }
    (out, count)
}

const fn relative(span: Span, to: Span) -> Span {
    Span::new(span.start - to.start, span.end - to.start)
}

/// The line of a match; of a very long one as much as could be shown.
fn line_of(text: &str, found: Span) -> Span {
    let bytes = text.as_bytes();
    let near = found.start.saturating_sub(LONGEST);
    let far = (found.end + LONGEST).min(text.len());
    let start = memchr::memrchr(b'\n', &bytes[near..found.start]).map_or(near, |at| near + at + 1);
    let end = memchr::memchr(b'\n', &bytes[found.end..far]).map_or(far, |at| found.end + at);
    Span::new(text.floor_char_boundary(start), text.floor_char_boundary(end))
}

fn around(text: &str, line: Span, found: Span) -> Span {
    let mut start = line.start;
    if found.start - line.start > BEFORE {
        let near = text.floor_char_boundary(found.start - BEFORE);
        // From the start of a word.
        let space = Span::new(near, found.start).of(text).find(' ');
        start = space.map_or(near, |at| near + at + 1);
    }
    let end = text.floor_char_boundary(line.end.min(start + LONGEST)).max(found.end);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::search::Needle;

    #[test]
    fn a_line_is_shown_once_with_all_its_matches() {
        let needle = Needle::new("riz").unwrap();
        let text = format!("Du riz, encore du riz.\nRien.\n{}du Riz ici.", "mot ".repeat(40));
        let (found, count) = excerpts(needle.find(&text), &text, 9);
        assert_eq!(count, 3);
        let shown: Vec<_> = found
            .iter()
            .map(|e| (e.words.len(), e.marks.iter().map(|m| m.of(&e.words)).collect::<Vec<_>>()))
            .collect();
        assert_eq!(shown, [(22, vec!["riz", "riz"]), (55, vec!["Riz"])]);
        assert_eq!(excerpts(needle.find(&text), &text, 1).0.len(), 1);
    }
}
