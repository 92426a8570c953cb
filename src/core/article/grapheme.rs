//! The letters of a text as a person counts them: extended grapheme clusters (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

/// The grapheme clusters of a text, each with the byte it begins at.
///
/// Two letters of European scripts side by side are never one cluster, and in news that is nearly
/// all: looking each up in the tables of Unicode took a third of a frame. What may join its
/// neighbour (accents that stand alone, emoji, other scripts) is left to `unicode-segmentation`.
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// See [`graphemes`].
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        // From a border on the next one does not depend on what stands before.
        let len = match *rest.as_bytes() {
            // Nearly always: a letter of ASCII or of Western Europe before another one.
            [b' '..=b'~'] | [b' '..=b'~', b' '..=b'~' | b'\n' | 0xc3..=0xcb, ..] => 1,
            [0xc3..=0xcb, _] | [0xc3..=0xcb, _, b' '..=b'~' | b'\n' | 0xc3..=0xcb, ..] => 2,
            _ => lone(rest).or_else(|| Some(rest.graphemes(true).next()?.len()))?,
        };
        let found = (self.at, &rest[..len]);
        self.at += len;
        Some(found)
    }
}

/// The bytes of the first letter, where it and what follows are such as join nothing.
fn lone(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let first = chars.next().filter(|c| is_lone(*c))?;
    let next = chars.next().is_none_or(|next| next == '\n' || is_lone(next));
    next.then(|| first.len_utf8())
}

/// Whether each character of a text is a letter by itself.
pub(crate) fn are_lone(text: &str) -> bool {
    text.chars().all(is_lone)
}

/// Whether a character has the property `Grapheme_Cluster_Break=Other`, by blocks: the letters and
/// signs of Latin, Greek and Cyrillic, and typographic punctuation. A soft hyphen is none.
pub(super) const fn is_lone(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a0}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{370}'..='\u{482}'
            | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}'
            | '\u{202f}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_said_to_join_nothing_joins_nothing() {
        let joins = |c: &char| format!("a{c}a").graphemes(true).count() != 3;
        let all: Vec<_> = ('\0'..='\u{ffff}').filter(|c| is_lone(*c)).filter(joins).collect();
        assert!(all.is_empty(), "{all:?}");
    }

    proptest! {
        #[test]
        fn borders_are_those_of_unicode(
            text in "([ -~éœßъ«»’…\n\r\u{301}\u{ad}\u{200d}]|👨‍👩‍👧|👍🏽|🇫🇷|각|ก็|नि|\\PC){0,40}",
        ) {
            let ours: Vec<_> = graphemes(&text).collect();
            prop_assert_eq!(ours, text.grapheme_indices(true).collect::<Vec<_>>());
        }
    }
}
