//! The words of a stretch without what is not words: targets of links, emphasis, tags, and letters
//! garbled by a wrong encoding.

use super::entity;
use crate::core::article::{Span, misread};

/// The words of a stretch, without its markup.
#[derive(Default)]
pub(super) struct Words {
    /// The words alone. A struck-through stretch keeps its marks: it is no longer said.
    pub(super) text: String,
    /// For each byte of the words where its character begins in the stretch, and where it ends.
    from: Vec<(usize, usize)>,
}

impl Words {
    pub(super) fn of(source: &str) -> Self {
        let mut words = Self::default();
        words.read(source, 0);
        words
    }

    /// Where some of the words stand in the stretch.
    pub(super) fn source(&self, span: Span) -> Span {
        let start = self.from.get(span.start).map_or(0, |from| from.0);
        let end = span.end.checked_sub(1).and_then(|last| self.from.get(last));
        Span::new(start, end.map_or(start, |from| from.1).max(start))
    }

    /// Takes in a stretch that begins at `at`.
    fn read(&mut self, source: &str, at: usize) {
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            let here = at + source.len() - rest.len();
            if let Some((words, len)) = link(rest) {
                self.read(words, here + (words.as_ptr() as usize - rest.as_ptr() as usize));
                rest = &rest[len..];
                continue;
            }
            if let Some(len) = tag(rest) {
                rest = &rest[len..];
                continue;
            }
            if let Some((c, len)) = said(rest) {
                self.push(c, here, len);
                rest = &rest[len..];
                continue;
            }
            // Emphasis; `_` inside a word is a letter of it.
            let in_word = self.text.ends_with(char::is_alphanumeric)
                && rest[c.len_utf8()..].starts_with(char::is_alphanumeric);
            if c != '*' && (c != '_' || in_word) {
                self.push(c, here, c.len_utf8());
            }
            rest = &rest[c.len_utf8()..];
        }
    }

    fn push(&mut self, c: char, from: usize, len: usize) {
        self.text.push(c);
        self.from.extend(std::iter::repeat_n((from, from + len), c.len_utf8()));
    }
}

/// The character that an entity, or what a wrong encoding made of it, stands for at the very start.
pub(super) fn said(text: &str) -> Option<(char, usize)> {
    if text.starts_with('&') { entity::leading(text) } else { garbled(text) }
}

/// A Markdown link or picture at the very start: its words, and its whole length in bytes.
pub(super) fn link(text: &str) -> Option<(&str, usize)> {
    let picture = usize::from(text.starts_with("!["));
    let words = text[picture..].strip_prefix('[')?;
    let within = |text: &str, most: usize, end: char| {
        text.char_indices().take(most).find(|(_, c)| *c == end || *c == '\n').map(|(at, _)| at)
    };
    let end = within(words, 300, ']')?;
    let target = words[end..].strip_prefix("](")?;
    let close = within(target, 2000, ')').filter(|close| target[*close..].starts_with(')'))?;
    Some((&words[..end], picture + 1 + end + 2 + close + 1))
}

/// A stretch of words that begins or ends with those of a link, with the whole of that link: its
/// brackets and target are no words, so a search leaves them out.
pub(super) fn with_links(text: &str, span: Span) -> Span {
    let Span { mut start, mut end } = span;
    if text[..start].ends_with('[')
        && let Some((words, len)) = link(&text[start - 1..])
        && end >= start + words.len()
    {
        end = end.max(start - 1 + len);
        start -= 1;
    }
    if text[end..].starts_with("](")
        && let Some(open) = text[start..end].rfind('[').map(|at| start + at)
        && let Some((_, len)) = link(&text[open..])
    {
        end = end.max(open + len);
    }
    Span::new(start, end)
}

/// An HTML tag at the very start, unless it strikes something through: its length in bytes.
fn tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let end = inside.find('>').filter(|end| *end <= 200)?;
    let name = inside[..end].trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let strikes = ["s", "del", "strike"].iter().any(|tag| name.eq_ignore_ascii_case(tag));
    (is_tag && !strikes).then_some(end + 2)
}

/// The character whose UTF-8 was read as Windows-1252 at the very start (`Ã©` for `é`), and its
/// length in bytes.
fn garbled(text: &str) -> Option<(char, usize)> {
    let width = match text.chars().next()? {
        'Â' | 'Ã' | 'Å' => 2,
        'â' => 3,
        _ => return None,
    };
    let len: usize = text.chars().take(width).map(char::len_utf8).sum();
    let is_plain = text[..len].chars().skip(1).any(|c| c.is_ascii());
    if is_plain { None } else { misread(&text[..len]).map(|c| (c, len)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_remain() {
        for (source, words) in [
            ("La [ministre](https://exemple.org/a) a signé", "La ministre a signé"),
            ("une **très** _grande_ ville", "une très grande ville"),
            ("<b>une</b> ville &amp; un snake_case", "une ville & un snake_case"),
            ("~~12~~ <del>13</del> 14 < 15 > 2", "~~12~~ <del>13</del> 14 < 15 > 2"),
            ("[1] (voir)", "[1] (voir)"),
        ] {
            assert_eq!(Words::of(source).text, words);
        }
        let garbled = "lâ€™Ã©tÃ©, NÃO, château, Âge";
        assert_eq!(Words::of(garbled).text, "l’été, NÃO, château, Âge");
    }

    #[test]
    fn the_words_know_where_they_stand() {
        let source =
            "Le [**grand** port](http://b.fr) a reçu <b>12&nbsp;000</b> caisses, Ã©tÃ© compris";
        let words = Words::of(source);
        for (said, stands) in [
            ("grand", "grand"),
            ("grand port a", "grand** port](http://b.fr) a"),
            ("12 000", "12&nbsp;000"),
            ("été", "Ã©tÃ©"),
        ] {
            let at = words.text.find(said).unwrap();
            let span = words.source(Span::new(at, at + said.len()));
            assert_eq!(span.of(source), stands);
        }
    }

    #[test]
    fn a_stretch_takes_the_whole_of_its_links() {
        let text = "Hier. [Le rapport](http://b.fr/2) cite 12 cas de [fraude](http://b.fr/3).";
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        for (words, whole) in [
            ("Le rapport](http://b.fr/2) cite 12 cas", "[Le rapport](http://b.fr/2) cite 12 cas"),
            ("12 cas de [fraude", "12 cas de [fraude](http://b.fr/3)"),
            ("Le rapport", "[Le rapport](http://b.fr/2)"),
            ("cite 12 cas", "cite 12 cas"),
            ("rapport", "rapport"),
        ] {
            assert_eq!(with_links(text, at(words)).of(text), whole, "{words}");
        }
    }
}
