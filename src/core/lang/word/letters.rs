//! Words of letters: apostrophes, hyphens and stops inside them.

use super::cut::Cutter;
use super::figure::digit;
use super::shape::Shape;
use crate::core::article::border::is_border;

impl Cutter<'_> {
    pub(super) fn letters(&mut self) -> Shape {
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
        let (mut small, mut capitals, mut digits) = (0_usize, 0_u32, 0_u32);
        while let Some(c) = self.peek(self.at) {
            // Nearly always.
            if !caseless && c.is_ascii_lowercase() {
                let rest = &self.text.as_bytes()[self.at..self.end];
                let run = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
                small += run;
                self.at += run;
                continue;
            }
            if digit(c).is_some() && (caseless || !c.is_ascii())
                || self.at > start && is_caseless(c) != caseless && c.is_alphabetic()
            {
                break;
            }
            if c.is_ascii_lowercase() {
                small += 1;
            } else if c.is_ascii_uppercase() {
                capitals += 1;
            } else if c.is_ascii_digit() {
                if is_currency(&self.text[start..self.at]) {
                    break;
                }
                digits += 1;
            } else if is_accented(c) || c.is_alphanumeric() {
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

    pub(super) fn tied_pronoun(&mut self) -> Option<Shape> {
        self.at += self.pronoun_len(self.at)?;
        Some(Shape::Small)
    }
}

/// Codes of money that stand right before a figure: `EUR5m`.
fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "EUR" | "USD" | "GBP" | "CHF" | "JPY" | "CNY" | "RMB" | "INR" | "AUD" | "CAD" | "SEK"
    )
}

/// Whether it is a letter of Latin-1 or Latin Extended-A: told without the tables of Unicode.
pub(in crate::core) const fn is_accented(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{17F}')
}

/// Whether a letter is of a script without capitals.
fn is_caseless(c: char) -> bool {
    !c.is_ascii() && !is_accented(c) && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
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
