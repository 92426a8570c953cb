//! Cutting a text into sentences.
//!
//! One pass over the bytes stops at every mark that may end a sentence; what
//! stands around it decides (`stop`). French and English differ only by
//! a list of forms, so nobody has to say which language it is. Every stretch
//! looked at is short or looked at once: the work is linear in the text.
//!
//! What has no end is cut (`piece`), so that no sentence is longer than `LONGEST` bytes.

mod class;
pub(super) mod forms;
mod piece;
mod stop;

use super::border::is_border;
use super::span::Span;
use super::{dateline, margin};

/// Most bytes of a sentence. The longest in 700 articles and 8,600 sentences of debates has 833; subtitles
/// without stops and lists of figures have no end.
pub(crate) const LONGEST: usize = 4096;

/// The sentences of `text` in order. They do not overlap, begin and end on
/// grapheme borders and cover everything but white space.
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, at: 0, line: 0, quoted: false }
}

/// The same from the beginning of a line on: what stands before it has no part in them.
pub(crate) fn sentences_from(text: &str, line: usize) -> Sentences<'_> {
    Sentences { text, at: line, line, quoted: false }
}

/// Iterator over the sentences of a text.
#[derive(Clone, Debug)]
pub struct Sentences<'a> {
    text: &'a str,
    /// Where the next sentence is looked for.
    at: usize,
    /// Start of the current line.
    line: usize,
    /// Inside neutral quotation marks, as far as counting them tells.
    quoted: bool,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = self.skip_white();
        if start >= self.text.len() {
            return None;
        }
        let end = self.find_end(start);
        self.at = end;
        Some(Span::new(start, end))
    }
}

/// Bytes of a line looked at for what stands before its words.
const MARGIN: usize = 256;

/// What the scanner does at a byte.
const PLAIN: u8 = 0;
const STOP: u8 = 1;
const FEED: u8 = 2;
const QUOTE: u8 = 3;
/// First byte of letters some of which end sentences: `…`, `。`, `؟`, `।`.
const WIDE: u8 = 4;

static ACTION: [u8; 256] = {
    let mut table = [PLAIN; 256];
    table[b'.' as usize] = STOP;
    table[b'!' as usize] = STOP;
    table[b'?' as usize] = STOP;
    table[b';' as usize] = STOP;
    table[b'\n' as usize] = FEED;
    table[b'\r' as usize] = FEED;
    table[b'"' as usize] = QUOTE;
    table[0xE2] = WIDE;
    table[0xE3] = WIDE;
    table[0xEF] = WIDE;
    table[0xD8] = WIDE;
    table[0xE0] = WIDE;
    table
};

impl Sentences<'_> {
    fn skip_white(&mut self) -> usize {
        let rest = &self.text[self.at..];
        let ink = rest.len() - rest.trim_start().len();
        if let Some(feed) = memchr::memrchr2(b'\n', b'\r', &rest.as_bytes()[..ink]) {
            self.line = self.at + feed + 1;
            self.quoted = false;
        }
        let start = self.words_of_line(self.at + ink);
        // A mark set on a space belongs to it.
        match self.text[self.at..start].chars().next_back() {
            Some(space) if start < self.text.len() && !is_border(self.text, start) => {
                start - space.len_utf8()
            }
            _ => start,
        }
    }

    /// Where the words begin on a line that begins at `at`: behind list signs, numbers, times.
    fn words_of_line(&self, at: usize) -> usize {
        if !self.text[self.line..at].trim_start().is_empty() {
            return at;
        }
        let near = stop::floor(self.text, at + MARGIN);
        let line = self.text[at..near].split(['\n', '\r']).next().unwrap_or_default();
        // A list sign before nothing but white space, such as a vertical tab, is all there is.
        let signs = margin::of(line).signs;
        if line[signs..].trim_start().is_empty() { at } else { at + signs }
    }

    /// No sentence ends in `MADRID, 3 jun. (EFE).- `.
    fn behind_dateline(&self, start: usize) -> usize {
        if !self.text[self.line..start].trim_start().is_empty() {
            return start;
        }
        let near = stop::floor(self.text, start + MARGIN);
        let line = self.text[start..near].lines().next().unwrap_or_default();
        start + dateline::of(line).map_or(0, |dateline| dateline.end)
    }

    fn find_end(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let quoted = self.quoted;
        let mut at = self.behind_dateline(start);
        let limit = stop::floor(self.text, start + LONGEST);
        while at < limit {
            let action = |byte: u8| ACTION[usize::from(byte)];
            let rest = bytes[at..limit].iter();
            at += rest.take_while(|byte| action(**byte) == PLAIN).count();
            let Some(action) = bytes[..limit].get(at).map(|byte| action(*byte)) else { break };
            match action {
                QUOTE => {
                    self.quoted = !self.quoted;
                    at += 1;
                }
                // Lines that were only broken have been joined: see the layout.
                FEED => return self.trimmed(start, at),
                _ if action == STOP || stop::is_wide_stop(&bytes[at..]) => {
                    let found = stop::at(self.text, start, at, self.quoted);
                    self.quoted ^= found.neutral % 2 == 1;
                    let fits = found.after <= limit;
                    if fits && found.ends && is_border(self.text, found.after) {
                        return found.after;
                    }
                    at = found.after;
                }
                _ => at += 1,
            }
        }
        if limit == bytes.len() {
            return self.trimmed(start, at.min(limit));
        }
        // A gap of thousands of spaces has no better place than inside it.
        let end = self.trimmed(start, piece::end(self.text, Span::new(start, limit), quoted));
        let marks = memchr::memchr_iter(b'"', &bytes[start..end]).count();
        self.quoted = quoted ^ (marks % 2 == 1);
        end
    }

    fn trimmed(&self, start: usize, end: usize) -> usize {
        let mut end = start + self.text[start..end].trim_end().len();
        while end < self.text.len() && !is_border(self.text, end) {
            end += self.text[end..].chars().next().map_or(1, char::len_utf8);
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        let text = "„Das war 2019.“ Allerdings sagte er: „Nein.“ Dann ging er.";
        let all: Vec<_> = sentences(text).map(|span| span.of(text)).collect();
        assert_eq!(all[0], "„Das war 2019.“");
        assert_eq!(all.last(), Some(&"Dann ging er."));
        assert_eq!(sentences("He came. “No,” he said.").count(), 2);
    }

    #[test]
    fn what_has_no_end_is_cut_behind_clauses_and_words() {
        let ends = |text: &str| {
            let pieces: Vec<_> = sentences(text).map(|span| span.of(text).to_owned()).collect();
            assert!(pieces.len() > 4, "{} of {text:.40}", pieces.len());
            assert!(pieces.iter().all(|piece| piece.len() <= LONGEST));
            let words = |text: &str| text.replace(' ', "");
            assert_eq!(words(&pieces.concat()), words(text));
            pieces[..pieces.len() - 1].to_vec()
        };
        let clauses = ends(&"and so we went to see them, ".repeat(1000));
        assert!(clauses.iter().all(|piece| piece.ends_with("see them,")), "{clauses:?}");
        let words = ends(&"and so we went to see them ".repeat(1000));
        assert!(words.iter().all(|piece| piece.split(' ').all(|word| word.len() < 5)), "{words:?}");
        // Not in a quotation, where there is another place.
        let quoted = ends(&"he said “we went, and we saw it” and then ".repeat(1000));
        assert!(quoted.iter().all(|piece| piece.matches(['“', '”']).count() % 2 == 0));
        let straight = ends(&"he said \"we went, and we saw it\" and then ".repeat(1000));
        assert!(straight.iter().all(|piece| piece.matches('"').count() % 2 == 0));
        // Beside no figure, which may go on or have a unit.
        let figures = ends(&"12 000 14 000 of them ".repeat(2000));
        assert!(figures.iter().all(|piece| piece.ends_with("of")), "{figures:?}");
        assert_eq!(sentences(" \u{301}").next(), Some(Span::new(0, 3)));
        let gap = format!("abc{}def", " ".repeat(3 * LONGEST));
        assert_eq!(sentences(&gap).map(|span| span.of(&gap)).collect::<Vec<_>>(), ["abc", "def"]);
        for endless in
            ["1,", "1,200.", "(", ".", "a", "\"", "的是", "a\u{301}\u{302}", "x - ", "🎖️"]
        {
            ends(&endless.repeat(20_000));
        }
    }

    #[test]
    fn a_lost_space_behind_the_sign_of_a_unit_hides_no_border() {
        for text in [
            "Le mercure affichait 37°C.C’est à Lens qu’il fait chaud.",
            "L’amende est de 135 €.Entrer sans masque est interdit.",
            "The tax is 20%.It rises again.",
        ] {
            assert_eq!(sentences(text).count(), 2, "{text}");
        }
        assert_eq!(sentences("Le prix est de 20 €.com selon Lens.").count(), 1);
    }

    #[test]
    fn a_letter_that_is_a_name_ends_a_sentence_before_a_title() {
        let text = "Il l’a publié sur LinkedIn plutôt que sur X. M. Roux a déclaré jeudi que tout va bien.";
        assert_eq!(sentences(text).count(), 2);
        assert_eq!(sentences("Le livre de Malcolm X. M. Roux l’a lu.").count(), 1);
    }

    #[test]
    fn a_stop_behind_an_abbreviation_or_ordinal_ends_nothing() {
        for text in [
            "Selon l’art. L. 123-4 du Code, c’est interdit.",
            "Voir p. 12 et art. 3 du code.",
            "Das Werk wurde am 3. Juni geschlossen.",
            "Der Bund gab im 1. Quartal rund 3,5 Mrd. Euro aus.",
            "She was struck around 7 p.m. Wednesday outside a shop.",
            "Das ist die 3. Sitzung des Rates, nach dem 2. Treffen.",
        ] {
            assert_eq!(sentences(text).count(), 1, "{text}");
        }
    }
}
