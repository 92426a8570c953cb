//! Cutting a sentence into words, figures and marks.
//!
//! Elisions stand alone (`l’` + `armée`), a pronoun tied to its verb too
//! (`déclare` + `-t-il`); other hyphens bind. A figure keeps the separators
//! of its thousands and decimals: `12 000`, `1.100`, `3,5`. A link or an
//! address is one word, and so is a currency's sign with its letters: `A$`.

use crate::core::article::sentence::is_border;
use crate::core::article::span::Span;

/// One word, figure or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub shape: Shape,
    /// Whether white space, or nothing, stands before it.
    pub spaced: bool,
}

/// What a [`Word`] is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters, the first one small or without case.
    Small,
    /// Letters, the first one a capital.
    Capital,
    /// Two capitals or more and no small letter; perhaps with figures: `OTAN`, `U.S.`, `G7`.
    Acronym,
    /// Letters and figures that name something: `Il-96`, `AF447`.
    Code,
    /// A figure with its separators.
    Figure,
    /// One mark or symbol.
    Mark,
}

/// The value of a decimal digit: ASCII, full-width, Arabic or Devanagari.
pub(crate) const fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some((c as u32 - zero as u32) as u8)
}

/// `½` and the like.
const fn is_vulgar(c: char) -> bool {
    matches!(
        c,
        '½' | '¼'
            | '¾'
            | '⅓'
            | '⅔'
            | '⅕'
            | '⅖'
            | '⅗'
            | '⅘'
            | '⅙'
            | '⅚'
            | '⅛'
            | '⅜'
            | '⅝'
            | '⅞'
    )
}

/// Appends the words of the stretch `span` of `text` to `out`.
pub fn words(text: &str, span: Span, out: &mut Vec<Word>) {
    let mut cutter =
        Cutter { text, end: span.end, at: span.start, spaced: true, after_figure: false };
    while let Some(word) = cutter.next_word() {
        out.push(word);
    }
}

struct Cutter<'a> {
    text: &'a str,
    end: usize,
    at: usize,
    spaced: bool,
    /// Whether the last word was a figure: `M$` behind one are millions of dollars.
    after_figure: bool,
}

impl Cutter<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        let byte = self.text.as_bytes()[at];
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text[at..].chars().next()
    }

    fn next_word(&mut self) -> Option<Word> {
        let mut first = self.peek(self.at)?;
        // A space that a mark sits on is no space.
        while first.is_whitespace() && is_border(self.text, self.at + first.len_utf8()) {
            self.spaced = true;
            self.at += first.len_utf8();
            first = self.peek(self.at)?;
        }
        let start = self.at;
        let shape = if first.is_ascii_digit() || self.starts_decimal(first) {
            self.at = figure_end(self.text.as_bytes(), start, self.end);
            if let Some(part) = self.peek(self.at).filter(|c| is_vulgar(*c)) {
                self.at += part.len_utf8();
            }
            Shape::Figure
        } else if digit(first).is_some() || is_vulgar(first) {
            self.at = self.other_figure_end();
            Shape::Figure
        } else if let Some(len) = self.link_len(first) {
            self.at += len;
            Shape::Code
        } else if let Some(len) = self.currency_len(first) {
            self.at += len;
            Shape::Mark
        } else if first.is_alphanumeric() {
            self.letters()
        } else if first == '-' && !self.spaced {
            self.tied_pronoun().unwrap_or_else(|| {
                self.at += 1;
                Shape::Mark
            })
        } else {
            self.at += first.len_utf8();
            Shape::Mark
        };
        while self.at < self.end && !is_border(self.text, self.at) {
            self.at += self.peek(self.at).map_or(1, char::len_utf8);
        }
        let word = Word { span: Span::new(start, self.at), shape, spaced: self.spaced };
        self.spaced = false;
        self.after_figure = shape == Shape::Figure;
        Some(word)
    }

    /// `.08` behind a space.
    fn starts_decimal(&self, first: char) -> bool {
        self.spaced
            && matches!(first, '.' | ',')
            && self.peek(self.at + 1).is_some_and(|c| c.is_ascii_digit())
    }

    /// One past a figure that is not in ASCII digits.
    fn other_figure_end(&self) -> usize {
        let mut end = self.at;
        while let Some(c) = self.peek(end) {
            let next = self.peek(end + c.len_utf8());
            let mark = matches!(c, '.' | ',' | '٫' | '٬' | '，' | '．')
                && next.is_some_and(|next| digit(next).is_some());
            if digit(c).is_none() && !is_vulgar(c) && !mark {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// `https://…`, `www.…`, `name@site.org`: its length in bytes, without marks at its end.
    fn link_len(&self, first: char) -> Option<usize> {
        if !first.is_ascii_alphanumeric() {
            return None;
        }
        let rest = &self.text[self.at..self.end];
        let bytes = rest.as_bytes();
        let starts = |with: &str| {
            bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()))
        };
        if !(starts("http://") || starts("https://") || starts("www.")) {
            let name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
            let at = bytes.iter().take(64).position(|b| !name(b))?;
            let mail =
                bytes[at] == b'@' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
            if !mail {
                return None;
            }
        }
        let run = rest.find(char::is_whitespace).map_or(rest, |end| &rest[..end]);
        Some(
            run.trim_end_matches([
                '.', ',', ';', ':', '!', '?', ')', ']', '»', '”', '"', '’', '\'',
            ])
            .len(),
        )
    }

    /// `US$`, `A$`, `R$`: letters that a currency's sign belongs to, in bytes.
    fn currency_len(&self, first: char) -> Option<usize> {
        if !first.is_ascii_uppercase() || self.after_figure {
            return None;
        }
        let rest = &self.text.as_bytes()[self.at..self.end];
        let letters = rest.iter().take(4).take_while(|b| b.is_ascii_uppercase()).count();
        (letters <= 3 && rest.get(letters) == Some(&b'$')).then_some(letters + 1)
    }

    fn letters(&mut self) -> Shape {
        let start = self.at;
        // Scripts without capitals write figures and foreign words right beside their own.
        let caseless = self.peek(start).is_some_and(is_caseless);
        if self.after_figure
            && self.peek(start).is_some_and(|c| matches!(c, '万' | '萬' | '亿' | '億'))
        {
            self.at += '万'.len_utf8();
            return Shape::Small;
        }
        // `14h30`
        let two = self.text.as_bytes()[start..self.end].get(1..3);
        let minutes = two.is_some_and(|two| two.iter().all(u8::is_ascii_digit));
        if self.after_figure
            && !self.spaced
            && minutes
            && matches!(self.peek(start), Some('h' | 'H'))
        {
            self.at += 1;
            return Shape::Small;
        }
        let (mut small, mut capitals, mut digits) = (0_u32, 0_u32, 0_u32);
        while let Some(c) = self.peek(self.at) {
            if digit(c).is_some() && (caseless || !c.is_ascii())
                || self.at > start && c.is_alphabetic() && is_caseless(c) != caseless
            {
                break;
            }
            if c.is_ascii_lowercase() {
                small += 1;
            } else if c.is_ascii_uppercase() {
                capitals += 1;
            } else if c.is_ascii_digit() {
                digits += 1;
            } else if c.is_alphanumeric() {
                if c.is_uppercase() {
                    capitals += 1;
                } else {
                    small += 1;
                }
            } else if matches!(c, '\'' | '’') {
                if !self.apostrophe(start, c) {
                    break;
                }
                continue;
            } else if c == '-' {
                let next = self.peek(self.at + 1);
                let half = matches!(&self.text[start..self.at], "mi" | "mid" | "Mi" | "Mid")
                    && next.is_some_and(|c| c.is_ascii_digit());
                let figure = caseless && next.is_some_and(|c| digit(c).is_some());
                if half
                    || figure
                    || !next.is_some_and(char::is_alphanumeric)
                    || self.pronoun_len(self.at).is_some()
                {
                    break;
                }
            } else if c == '.' {
                // `PM2.5`
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                let version = digits > 0
                    && digit(self.text[..self.at].chars().next_back())
                    && digit(self.peek(self.at + 1));
                if !version && !self.inner_stop(start) {
                    break;
                }
            } else if c.is_ascii() || is_border(self.text, self.at) {
                break;
            }
            self.at += c.len_utf8();
        }
        if digits > 0 {
            return if small == 0 && capitals > 0 { Shape::Acronym } else { Shape::Code };
        }
        let first = self.peek(start).is_some_and(char::is_uppercase);
        match (first, capitals, small) {
            (true, 2.., 0) => Shape::Acronym,
            (true, ..) => Shape::Capital,
            _ => Shape::Small,
        }
    }

    /// At an apostrophe: whether the word goes on. An elision takes it and ends.
    fn apostrophe(&mut self, start: usize, mark: char) -> bool {
        let after = self.at + mark.len_utf8();
        let next = self.peek(after);
        let elision = is_elision(&self.text[start..self.at]);
        // `d’1,5 million`, `all’8 %`.
        if elision && next.is_some_and(|c| c.is_ascii_digit()) {
            self.at = after;
            return false;
        }
        if !next.is_some_and(char::is_alphabetic) {
            return false;
        }
        if elision && !is_possessive(&self.text[after..self.end]) {
            self.at = after;
            return false;
        }
        if is_possessive(&self.text[after..self.end]) {
            return false;
        }
        self.at = after;
        true
    }

    /// `U.S`, `a.m`: single letters between stops. The last stop belongs to them.
    fn inner_stop(&self, start: usize) -> bool {
        let before = &self.text[start..self.at];
        let part = before.rsplit(['.', '-']).next().unwrap_or_default();
        if part.chars().count() != 1 || part.contains(char::is_numeric) {
            return false;
        }
        let letter_after = self.peek(self.at + 1).is_some_and(char::is_alphabetic);
        let alone = letter_after && {
            let next = self.text[self.at + 1..].chars().nth(1);
            next.is_none_or(|c| !c.is_alphabetic())
        };
        alone || before.contains('.') && !letter_after
    }

    /// `-il`, `-t-elle` behind a verb: its length in bytes, the hyphen included.
    fn pronoun_len(&self, hyphen: usize) -> Option<usize> {
        const TIED: [&str; 14] = [
            "-t-il", "-t-elle", "-t-on", "-t-ils", "-il", "-ils", "-elle", "-elles", "-on", "-je",
            "-nous", "-vous", "-ce", "-tu",
        ];
        let rest = &self.text[hyphen..self.end];
        let len =
            rest.bytes().take(9).take_while(|b| b.is_ascii_alphabetic() || *b == b'-').count();
        TIED.iter().any(|tied| *tied == &rest[..len]).then_some(len)
    }

    fn tied_pronoun(&mut self) -> Option<Shape> {
        self.at += self.pronoun_len(self.at)?;
        Some(Shape::Small)
    }
}

/// Whether a letter is of a script without capitals.
fn is_caseless(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// `l’`, `qu’`, `dell’`: French and Italian words that lost their last vowel.
fn is_elision(word: &str) -> bool {
    const LONG: [&str; 16] = [
        "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "dell", "all", "nell",
        "sull", "dall", "quell", "un", "quest", "mezz",
    ];
    match word.as_bytes() {
        [one] => b"cdjlmnstCDJLMNST".contains(one),
        _ => LONG.iter().any(|long| word.eq_ignore_ascii_case(long)),
    }
}

/// `s` alone behind an apostrophe, as in `Obama’s`; but `it’s` and the like stay whole.
fn is_possessive(after: &str) -> bool {
    let mut chars = after.chars();
    chars.next() == Some('s') && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

/// One past the figure that begins at `start`: digits, groups of three behind a
/// space or apostrophe, digits behind a point or comma.
fn figure_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let digits = |from: usize| bytes[from..end].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = start;
    let mut group = digits(at);
    let grouped = group <= 3;
    let mut whole = true;
    at += group;
    let list = is_list(bytes, start, end);
    while at < end {
        let rest = &bytes[at..end];
        let (len, space) = match rest {
            [b',', ..] if list => break,
            [b'.' | b',', ..] => (1, false),
            [b' ' | b'\'', ..] => (1, true),
            [0xC2, 0xA0, ..] => (2, true),
            [0xE2, 0x80, 0xAF | 0x89 | 0x99, ..] => (3, true),
            _ => break,
        };
        group = if at + len < end { digits(at + len) } else { 0 };
        if group == 0 || (space && !(group == 3 && grouped && whole)) {
            break;
        }
        whole &= space || group == 3;
        at += len + group;
    }
    at
}

/// `22,24,26,31`: whether the figure at `start` is one of a list without spaces.
fn is_list(bytes: &[u8], start: usize, end: usize) -> bool {
    let follows = start > 1 && bytes[start - 1] == b',' && bytes[start - 2].is_ascii_digit();
    let run = bytes[start..end].iter().take(24).take_while(|b| b.is_ascii_digit() || **b == b',');
    let run = &bytes[start..start + run.count()];
    let mut groups = run.split(|b| *b == b',').skip(1);
    let short = groups.next().is_some_and(|group| matches!(group.len(), 1 | 2));
    follows || (short && groups.next().is_some_and(|group| matches!(group.len(), 1 | 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let mut out = Vec::new();
        words(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|word| word.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_and_figures() {
        for (text, want) in [
            ("L’armée a-t-elle 12 000 hommes ?", "L’|armée|a|-t-elle|12 000|hommes|?"),
            ("1.100 pertes, 3,5 % de 1 250 000", "1.100|pertes|,|3,5|%|de|1 250 000"),
            ("en 2024 300 soldats", "en|2024|300|soldats"),
            ("un Ilyushin Il-96 nord-coréen", "un|Ilyushin|Il-96|nord-coréen"),
            ("the U.S. Army didn’t use Obama’s .08", "the|U.S.|Army|didn’t|use|Obama|’|s|.08"),
            ("jusqu’à 170mm aujourd’hui", "jusqu’|à|170|mm|aujourd’hui"),
            ("dell’anno, all’8%", "dell’|anno|,|all’|8|%"),
            ("升至5.2%。升至ISO9001的", "升至|5.2|%|。|升至|ISO9001|的"),
            ("ל-3.4%", "ל|-|3.4|%"),
            ("٣٠٠ شخص １２万人 2½", "٣٠٠|شخص|１２|万|人|2½"),
            ("14h30 à 9 h", "14|h|30|à|9|h"),
            ("A$2m, US$2.6 and 450 M$", "A$|2|m|,|US$|2.6|and|450|M|$"),
            (
                "(see https://a.org/12?b=3012). a1@b.org",
                "(|see|https://a.org/12?b=3012|)|.|a1@b.org",
            ),
        ] {
            assert_eq!(cut(text), want);
        }
    }
}
