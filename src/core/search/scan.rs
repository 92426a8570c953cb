//! Where a match may stand: a scan for one letter and a look around it.

use crate::core::article::Span;

/// What is scanned for.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    folded: Vec<u8>,
    /// The place of the rarest letter in the query; none where no letter serves.
    rarest: Option<usize>,
    /// The bytes that this letter, or a letter that folds to it, begins with.
    begins: Box<[bool; 256]>,
}

/// First bytes of letters beyond ASCII that fold to ASCII letters: Latin with
/// accents, ligatures. A test holds that none is missing.
const BEYOND: [u8; 8] = [0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xE1, 0xEF];
/// Letters with forms in Latin-1 (`é`, `ç`, `ß`), which French is full of.
const LATIN_1: &[u8] = b"aceinosuy";
/// What the letters of Latin-1 from `À` to `ß`, and those from `à` to `ÿ`, fold to;
/// a star where that is more than one letter, or none.
const ACCENTED: &[u8; 32] = b"aaaaaa*ceeeeiiii*nooooo**uuuuy**";
/// Letters with a form among the symbols: kelvin and ångström.
const SYMBOLS: &[u8] = b"ak";

/// Letters and figures from rare to common in French and English text.
const RARE: &[u8] = b"zwkjxqybghvf9876543210pmdcluortisnae";

impl Scan {
    pub(super) fn new(folded: &[u8]) -> Self {
        let rank = |letter: &u8| RARE.iter().position(|rare| rare == letter);
        let known = folded.iter().enumerate().filter_map(|(at, letter)| Some((rank(letter)?, at)));
        let rarest = known.min().map(|(_, at)| at);
        let mut begins = Box::new([false; 256]);
        if let Some(letter) = rarest.map(|at| folded[at]) {
            begins[usize::from(letter)] = true;
            begins[usize::from(letter.to_ascii_uppercase())] = true;
            for byte in beyond(letter) {
                begins[usize::from(byte)] = true;
            }
        }
        Self { folded: folded.to_vec(), rarest, begins }
    }

    /// The first place from `from` on where the rarest letter of a match may stand.
    pub(super) fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let Some(rarest) = self.rarest else { return (from < text.len()).then_some(from) };
        let mut at = from;
        loop {
            at += self.skip(text.get(at..)?)?;
            if self.may_match(text, at, rarest) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// The match around a hit, where its letters are all ASCII: no need to fold.
    /// Nothing is said where an accent may follow, or where it would begin before `from`.
    pub(super) fn surely(&self, text: &[u8], hit: usize, from: usize) -> Option<Span> {
        let start = hit.checked_sub(self.rarest?).filter(|start| *start >= from)?;
        let span = Span::new(start, start + self.folded.len());
        let plain = |byte: &u8| byte.is_ascii_alphanumeric();
        let same = text.get(span.range())?.eq_ignore_ascii_case(&self.folded);
        let ends = text.get(span.end).is_none_or(u8::is_ascii);
        (same && ends && self.folded.iter().all(plain)).then_some(span)
    }

    /// Bytes up to the next one that may begin the letter.
    fn skip(&self, text: &[u8]) -> Option<usize> {
        let is_it = |byte: &u8| self.begins[usize::from(*byte)];
        let mut chunks = text.chunks_exact(8);
        let mut at = 0;
        // Eight at a time without a branch for each.
        for chunk in &mut chunks {
            if chunk.iter().fold(false, |any, byte| any | is_it(byte)) {
                break;
            }
            at += 8;
        }
        text[at..].iter().position(is_it).map(|more| at + more)
    }

    /// Whether the ASCII around a hit agrees with the query. Where another
    /// letter begins, or white space (any stretch of it is one space), the
    /// look ends: folding decides.
    fn may_match(&self, text: &[u8], hit: usize, rarest: usize) -> bool {
        let len = match (text[hit], text.get(hit + 1)) {
            (byte, _) if byte.is_ascii() => 1,
            // `é` begins as `ÿ` does, and French is full of it.
            (0xC3, Some(second)) => match ACCENTED[usize::from(second & 0x1F)] {
                b'*' => return true,
                letter if letter == self.folded[rarest] => 2,
                _ => return false,
            },
            _ => return true,
        };
        let behind = self.folded[rarest + 1..].iter();
        let before = self.folded[..rarest].iter().rev();
        agree(behind, text[hit + len..].iter()) && agree(before, text[..hit].iter().rev())
    }
}

fn agree<'a>(query: impl Iterator<Item = &'a u8>, text: impl Iterator<Item = &'a u8>) -> bool {
    let mut text = text;
    for letter in query {
        match text.next() {
            Some(byte) if !byte.is_ascii() => return true,
            Some(byte) if byte.is_ascii_whitespace() => return *letter == b' ',
            Some(b'`') if *letter == b'\'' => {}
            Some(byte) if byte.to_ascii_lowercase() == *letter => {}
            _ => return false,
        }
    }
    true
}

fn beyond(letter: u8) -> impl Iterator<Item = u8> {
    let digit = letter.is_ascii_digit();
    BEYOND
        .into_iter()
        .filter(move |_| !digit)
        .chain(LATIN_1.contains(&letter).then_some(0xC3))
        .chain(SYMBOLS.contains(&letter).then_some(0xE2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::fold::Fold;

    #[test]
    fn accents_of_latin_1_fold_as_the_table_says() {
        for c in 'À'..='ÿ' {
            let letter = char::from(ACCENTED[c as usize & 0x1F]);
            assert!(letter == '*' || Fold::of(&c.to_string()) == letter.to_string(), "{c}");
        }
    }

    #[test]
    fn every_letter_that_folds_to_ascii_is_expected() {
        for c in ('\u{80}'..=char::MAX).filter(|c| c.is_alphanumeric()) {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            for letter in Fold::of(&c.to_string()).bytes().filter(u8::is_ascii_alphanumeric) {
                assert!(beyond(letter).any(|b| b == first), "{c} {letter} {first:x}");
            }
        }
    }
}
