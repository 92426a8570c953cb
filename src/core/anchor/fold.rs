//! Folding: what remains of a text when typography is ignored, and the way back.

use unicode_normalization::char::decompose_canonical;

use super::{entity, markup};
use crate::core::article::Span;

/// A text without case, accents, kinds of quotes, dashes and spaces, and
/// without invisible characters; each of its bytes knows where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fold {
    /// The folded text.
    pub(crate) text: String,
    /// For each folded byte, the first byte of the source character that gave it.
    from: Vec<u32>,
    /// For each folded byte, the end of that character, its accents included.
    to: Vec<u32>,
    /// Folded bytes before which a line of the source ends.
    lines: Vec<u32>,
}

impl Fold {
    /// Folds a text. Texts of 4 GiB and more are cut there.
    pub(crate) fn new(source: &str) -> Self {
        let entity = |rest: &str| if rest.starts_with('&') { entity::leading(rest) } else { None };
        Self::reading(source, entity, |_| None)
    }

    /// Folds the words of a text: without the targets of links, and with what a wrong encoding
    /// garbled as it was.
    pub(super) fn words(source: &str) -> Self {
        Self::reading(source, markup::said, markup::link)
    }

    /// Reads entities and links as told.
    fn reading(
        source: &str,
        said: impl Fn(&str) -> Option<(char, usize)>,
        link: impl Fn(&str) -> Option<(&str, usize)>,
    ) -> Self {
        let mut fold = Self::default();
        fold.text.reserve(source.len());
        fold.from.reserve(source.len());
        fold.to.reserve(source.len());
        let mut at = 0;
        // Of the link one is in: where its brackets close, and where its target ends.
        let mut target: Option<(usize, usize)> = None;
        while let Some(c) = source[at..].chars().next() {
            if c == '['
                && let Some((words, len)) = link(&source[at..])
            {
                target = Some((at + 1 + words.len(), at + len));
                at += 1;
                continue;
            }
            if let Some((_, end)) = target.take_if(|(close, _)| *close == at) {
                at = end;
                continue;
            }
            let (c, len) = said(&source[at..]).unwrap_or((c, c.len_utf8()));
            let (Ok(from), Ok(to)) = (u32::try_from(at), u32::try_from(at + len)) else { break };
            fold.push(c, from, to);
            at += len;
        }
        fold
    }

    /// The folded form alone.
    pub(crate) fn of(source: &str) -> String {
        Self::new(source).text
    }

    /// The folded text as bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Folded bytes at which a line of the source has ended, in order.
    pub(super) fn lines(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().map(|&at| at as usize)
    }

    /// The stretch of the source that gave the folded bytes `span`.
    pub(crate) fn source(&self, span: Span) -> Span {
        let end = span.end.min(self.to.len());
        if span.start >= end {
            let from = self.from.get(span.start).or(self.to.last());
            let at = from.map_or(0, |&at| at as usize);
            return Span::new(at, at);
        }
        Span::new(self.from[span.start] as usize, self.to[end - 1] as usize)
    }

    /// The folded bytes that come from the stretch `span` of the source.
    pub(crate) fn folded(&self, span: Span) -> Span {
        let start = self.to.partition_point(|&to| to as usize <= span.start);
        let end = self.from.partition_point(|&from| (from as usize) < span.end);
        Span::new(start, end.max(start))
    }

    fn push(&mut self, c: char, from: u32, to: u32) {
        if c.is_ascii() && !c.is_ascii_whitespace() {
            self.put(if c == '`' { '\'' } else { c.to_ascii_lowercase() }, from, to);
        } else if c.is_whitespace() {
            if c == '\n' {
                self.lines.push(self.text.len() as u32);
            }
            if self.text.ends_with(' ') {
                self.extend(to);
            } else {
                self.put(' ', from, to);
            }
        } else if invisible(c) {
        } else {
            decompose_canonical(c, |part| self.push_part(part, from, to));
        }
    }

    /// A base character or a mark. Marks are accents on Latin and Greek
    /// letters only; elsewhere (й, ी) they make another letter and stay.
    fn push_part(&mut self, part: char, from: u32, to: u32) {
        if matches!(part, '\u{300}'..='\u{36F}') {
            if self.text.chars().next_back().is_some_and(|base| base < '\u{400}') {
                self.extend(to);
                return;
            }
            self.put(part, from, to);
            return;
        }
        if let Some(same) = typographic(part) {
            same.chars().for_each(|c| self.put(c, from, to));
            return;
        }
        for c in part.to_lowercase() {
            // `İ` becomes `i` and a dot.
            if c != '\u{307}' {
                self.put(c, from, to);
            }
        }
    }

    fn put(&mut self, c: char, from: u32, to: u32) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.from.push(from);
            self.to.push(to);
        }
    }

    /// Lets the last folded character reach to `to`.
    fn extend(&mut self, to: u32) {
        let width = self.text.chars().next_back().map_or(0, char::len_utf8);
        let len = self.to.len();
        for end in &mut self.to[len - width..] {
            *end = to;
        }
    }
}

/// Characters that are not seen: soft hyphen, zero-width and direction marks, variants.
fn invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// What a typographic character stands for in plain ASCII.
fn typographic(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' | '＇' | '‹' | '›' | '`' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => "-",
        '…' => "...",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' | 'ẞ' => "ss",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_typography_only() {
        for (source, folded) in [
            ("L’Été", "l'ete"),
            ("E\u{301}te\u{301}", "ete"),
            ("12\u{202F}000 soldats", "12 000 soldats"),
            ("«\u{A0}Koksan\u{A0}» — oui…", "\" koksan \" - oui..."),
            ("so\u{AD}li\u{200B}de", "solide"),
            ("œuvre Straße ﬁn", "oeuvre strasse fin"),
            ("a\r\n\t b", "a b"),
            ("l&rsquo;&eacute;t&#233; &amp;", "l'ete &"),
            ("5 m²", "5 m²"),
            ("Чай", "чаи\u{306}"),
        ] {
            assert_eq!(Fold::of(source), folded, "{source:?}");
        }
    }

    #[test]
    fn the_words_of_a_text() {
        for (source, folded) in [
            ("le [Figaro](https://exemple.org/a_(b)) dit [1]", "le figaro) dit [1]"),
            ("lâ€™Ã©tÃ©, château", "l'ete, chateau"),
        ] {
            assert_eq!(Fold::words(source).text, folded, "{source:?}");
        }
    }

    proptest! {
        #[test]
        fn spans_come_back_on_character_borders(source in "\\PC{0,60}|[a-zéœ…\u{301}\u{AD} ]{0,60}", a in 0usize..80, b in 0usize..80) {
            let fold = Fold::new(&source);
            prop_assert_eq!(fold.text.len(), fold.from.len());
            prop_assert_eq!(fold.text.len(), fold.to.len());
            let span = fold.source(Span::new(a.min(b), a.max(b)));
            prop_assert!(source.get(span.range()).is_some());
            let end = fold.text.len();
            let there = fold.folded(Span::new(0, source.len()));
            prop_assert_eq!(there, Span::new(0, end));
            prop_assert!(source.contains('&') || Fold::of(&fold.text) == fold.text);
        }
    }
}
