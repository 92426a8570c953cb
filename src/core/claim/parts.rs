//! A text read in parts, so that more than one processor can find what stands in a long one.
//!
//! No sentence goes on beyond its line, and what one is about is told on its own line, too: so lines are
//! read alike alone and with all others.

use std::ops::Range;

use memchr::memchr;

use super::cut;
use super::model::Analysis;
use crate::core::article::Span;
use crate::core::article::columns;
use crate::core::article::furniture::Furniture;
use crate::core::fact;
use crate::core::lang::Language;
use crate::core::lang::reading::Reading;

/// What is known of a text as a whole, by which each of its lines is read.
pub struct Ground<'a> {
    pub(super) text: &'a str,
    pub(super) language: Language,
    pub(super) furniture: Furniture,
    pub(super) columns: Vec<Span>,
}

/// Finds what stands in some lines, and remembers words for the next.
pub struct Seeker<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) reading: Reading,
    pub(super) finder: fact::Finder,
    pub(super) clauses: Vec<Range<usize>>,
}

impl<'a> Ground<'a> {
    /// Looks a text through.
    pub fn of(text: &'a str) -> Self {
        let (furniture, columns) = (Furniture::of(text), columns::beside(text));
        Self { text, language: Language::of(text), furniture, columns }
    }

    /// What finds claims in it.
    pub fn seeker(&self) -> Seeker<'_> {
        let (reading, finder) = (Reading::new(self.language), fact::Finder::default());
        Seeker { ground: self, reading, finder, clauses: Vec::new() }
    }

    /// Its lines in parts of so many bytes at least, in order.
    pub fn parts(&self, size: usize) -> Vec<Span> {
        let (mut parts, mut start) = (Vec::new(), 0);
        while start < self.text.len() {
            let rest = self.text.as_bytes().get(start + size..).unwrap_or_default();
            let end = memchr(b'\n', rest).map_or(self.text.len(), |at| start + size + at + 1);
            parts.push(Span::new(start, end));
            start = end;
        }
        parts
    }

    /// What is found before anything is read.
    pub fn nothing(&self) -> Analysis {
        Analysis { language: self.language, ..Analysis::default() }
    }

    /// What was found in all parts, with what is known only then: words in quotation marks, and which claims stand out.
    pub fn complete(&self, mut found: Analysis) -> Analysis {
        fact::find_in_whole(self.text, &mut found.facts);
        let size = found.sentences.iter().map(|sentence| sentence.span.len()).sum();
        let burden = std::mem::take(&mut found.tone).burden();
        for claim in found.claims.iter_mut().filter(|claim| !claim.hard) {
            claim.burden = burden;
        }
        cut::cut(&mut found.claims, size);
        found.sentences.shrink_to_fit();
        found.claims.shrink_to_fit();
        found.facts.shrink();
        found
    }
}

impl Analysis {
    /// Adds what was found in the next part of the text.
    pub fn append(&mut self, mut part: Self) {
        self.sentences.append(&mut part.sentences);
        self.claims.append(&mut part.claims);
        self.facts.append(part.facts);
        self.tone.append(part.tone);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::claim::analyze;

    fn in_parts(text: &str, size: usize) -> Analysis {
        let ground = Ground::of(text);
        let (mut seeker, mut whole) = (ground.seeker(), ground.nothing());
        for part in ground.parts(size) {
            let mut found = ground.nothing();
            assert!(seeker.read(part, &mut found, &mut |_| true));
            whole.append(found);
        }
        ground.complete(whole)
    }

    const LINES: [&str; 12] = [
        "La Corée du Nord a envoyé 12 000 soldats en Russie, selon le maire. Il a dit lundi que 3 % sont partis.",
        "Elle a précisé que 300 personnes étaient là le 3 mai 2024.",
        "“We sent 12,000 troops,” the minister said. He said 40 were hurt",
        "and that \"nothing\" was left.\r\n",
        "",
        "  – 14 Uhr: Der Minister sagte, dass 12 Menschen starben.",
        "LYON, 3 juin (AFP) - La Métropole a annoncé mardi 12 000 places de vélo",
        "12",
        "M. LEROY : « Nous avons créé 40 000 postes",
        "depuis 2022 », a-t-il dit.",
        "1990      2000      2010",
        "\u{301}12 000 hectares ont brûlé ; dit-elle.",
    ];

    proptest! {
        #[test]
        fn a_text_is_read_alike_in_parts_and_as_a_whole(
            lines in prop::collection::vec(prop::sample::select(&LINES[..]), 0..14),
            size in 1usize..300,
        ) {
            let text = lines.join("\n");
            prop_assert_eq!(in_parts(&text, size), analyze(&text));
        }
    }
}
