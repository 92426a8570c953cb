//! Reading numbers: figures in every national writing, and number words.

use crate::core::lang::Language;
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// A number read from some tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// What it is worth.
    pub value: f64,
    /// One past its last token.
    pub end: usize,
    /// The largest multiplier that it names (`million`), or 1.
    pub scale: f64,
    /// Whether it names a multitude without saying how many: `milliers`.
    pub loose: bool,
}

/// The value of a figure as written: `12 000`, `1.100`, `3,5`, `1'234.50`.
///
/// A single point or comma before three digits is read as the language
/// does: French takes a point, English a comma between thousands.
pub(crate) fn figure(written: &str, language: Language) -> Option<f64> {
    let is_mark = |c: char| matches!(c, '.' | ',');
    let mut digits: String =
        written.chars().filter(|c| c.is_ascii_digit() || is_mark(*c)).collect();
    let marks = digits.matches(is_mark).count();
    let last = digits.rfind(is_mark);
    let (Some(last), Some(first)) = (last, digits.find(is_mark)) else {
        return digits.parse().ok();
    };
    let mark = digits[last..].chars().next()?;
    let tail = digits.len() - last - 1;
    let mixed = digits[..last].contains(|c| is_mark(c) && c != mark);
    let grouped =
        digits[first + 1..].split(is_mark).all(|group| group.len() == 3) && first <= 3 && first > 0;
    let spaced = written.contains(|c: char| !c.is_ascii_digit() && !is_mark(c));
    let thousands = match (mark, language) {
        _ if spaced || mixed || !grouped || digits.starts_with('0') => false,
        _ if marks > 1 => true,
        ('.', Language::English) | (',', Language::French) => false,
        _ => true,
    };
    if thousands {
        digits.retain(|c| c.is_ascii_digit());
        return digits.parse().ok();
    }
    if marks > 1 {
        let whole = &digits[..last];
        // In India groups of two stand before the last one of three.
        let groups_fit = whole.len() - whole.rfind(is_mark)? == 4
            && whole[first + 1..].split(is_mark).all(|group| matches!(group.len(), 2 | 3));
        if !mixed || !groups_fit || whole.matches(mark).count() > 0 {
            return None;
        }
    }
    let whole: String = digits[..last].chars().filter(char::is_ascii_digit).collect();
    let decimals = &digits[last + 1..last + 1 + tail];
    format!("{}.{decimals}", if whole.is_empty() { "0" } else { &whole }).parse().ok()
}

/// Reads the number that begins at token `at`.
pub(crate) fn read(text: &str, tokens: &[Token], at: usize, language: Language) -> Option<Number> {
    let minus = minus_before(text, tokens, at);
    let at = at + usize::from(minus);
    let mut sum = Sum::default();
    let mut end = at;
    while let Some(step) = sum.step(text, tokens, end, language) {
        end = step;
    }
    if end == at {
        return None;
    }
    let mut value = sum.total + sum.current;
    if let Some((decimals, after)) = spoken_decimals(text, tokens, end, language) {
        value += decimals;
        end = after;
    }
    if let Some((share, after)) = spoken_half(tokens, text, end) {
        value += share * sum.last;
        end = after;
    }
    let value = if minus { -value } else { value };
    Some(Number { value, end, scale: sum.scale, loose: sum.loose })
}

/// `-5`, `minus five`: a sign right before a number.
fn minus_before(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(sign) = tokens.get(at) else { return false };
    let Some(next) = tokens.get(at + 1) else { return false };
    let written = sign.spaced && (sign.is_mark(text, "-") || sign.is_mark(text, "−"));
    (written && next.shape == Shape::Figure && (!next.spaced || at == 0))
        || (sign.is(class::MINUS) && (next.shape == Shape::Figure || next.is(class::NUMBER)))
}

/// A number under construction.
#[derive(Default)]
struct Sum {
    /// What the multipliers have closed.
    total: f64,
    /// What a multiplier may still raise.
    current: f64,
    /// The last multiplier, for `et demi`.
    last: f64,
    scale: f64,
    any: bool,
    /// Only less than this may follow without a multiplier.
    room: f64,
    /// The small number last added: `quatre` before `vingt`.
    part: f64,
    loose: bool,
}

impl Sum {
    /// Takes one token, or a connective and a token; the next position, or `None` at the end.
    fn step(
        &mut self,
        text: &str,
        tokens: &[Token],
        at: usize,
        language: Language,
    ) -> Option<usize> {
        let token = tokens.get(at)?;
        if self.any
            && (token.is(class::CONJ) || (token.is_mark(text, "-") && tokens[at - 1].is_word()))
        {
            let joins = matches!(token.span.of(text), "et" | "and" | "-");
            let next = tokens.get(at + 1).filter(|next| joins && next.is(class::NUMBER))?;
            return (self.scale_fits(next.entry.value) && self.add(next.entry.value))
                .then_some(at + 2);
        }
        if token.shape == Shape::Figure {
            if self.any && !(token.spaced && self.total > 0.0) {
                return None;
            }
            let value = figure(token.span.of(text), language)?;
            return self.add_figure(value).then_some(at + 1);
        }
        if token.is(class::DOZEN) {
            let all = self.total + self.current;
            let dozens = if self.part > 0.0 { self.part } else { all.max(1.0) };
            self.loose |= !self.any;
            self.any = true;
            (self.total, self.current) =
                (0.0, (all - dozens).max(0.0) + dozens * token.entry.value);
            self.room = 0.0;
            return Some(at + 1);
        }
        if token.is(class::NUMBER) {
            let word = token.span.of(text);
            let tight = !token.spaced && word.len() == 1;
            if word.len() == 1 && !tight {
                return None;
            }
            self.loose |= !self.any && token.entry.value >= 100.0 && is_plural(word);
            if word.starts_with("vingt") && self.part as u8 == 4 {
                self.current += 76.0;
                (self.part, self.room) = (0.0, 20.0);
                return Some(at + 1);
            }
            return self.add(token.entry.value).then_some(at + 1);
        }
        let glued = self.any && !token.spaced && tokens[at - 1].shape == Shape::Figure;
        let factor = glued.then(|| suffix(token.span.of(text))).flatten()?;
        self.add(factor).then_some(at + 1)
    }

    /// Behind `and` only a part smaller than all before it.
    fn scale_fits(&self, value: f64) -> bool {
        value < 100.0 || self.total > value
    }

    fn add_figure(&mut self, value: f64) -> bool {
        if self.any && value >= self.last {
            return false;
        }
        self.current = value;
        self.part = value;
        self.last = 1.0;
        self.scale = self.scale.max(1.0);
        self.room = 0.0;
        self.any = true;
        true
    }

    fn add(&mut self, value: f64) -> bool {
        if value >= 1000.0 {
            if self.current == 0.0 && self.any {
                if value <= self.last {
                    return false;
                }
                self.total *= value;
            } else if self.any && self.total > 0.0 && value > self.last {
                self.total = (self.total + self.current) * value;
            } else {
                self.total += if self.any { self.current } else { 1.0 } * value;
            }
            (self.current, self.part) = (0.0, 0.0);
            self.last = value;
            self.scale = self.scale.max(value);
            self.room = value;
        } else if value >= 100.0 {
            let spoken = self.current >= 100.0 && self.last > 1.0;
            if self.any && (spoken || (self.current == 0.0 && self.total == 0.0)) {
                return false;
            }
            self.current = if self.current == 0.0 { 1.0 } else { self.current } * value;
            self.part = 0.0;
            self.last = value;
            self.scale = self.scale.max(value);
            self.room = value;
        } else {
            if self.any && value >= self.room {
                return false;
            }
            self.current += value;
            self.part = value;
            self.room = room_behind(value);
            self.last = self.last.max(1.0);
            self.scale = self.scale.max(1.0);
        }
        self.any = true;
        true
    }
}

/// What may follow a number below a hundred: `vingt-neuf`, `soixante-dix-neuf`.
fn room_behind(value: f64) -> f64 {
    match value as u32 {
        60 | 80 => 20.0,
        10 | 20 | 30 | 40 | 50 | 70 | 90 => 10.0,
        _ => 0.0,
    }
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s')
}

/// What letters glued to a figure multiply it by.
fn suffix(letters: &str) -> Option<f64> {
    match letters {
        "k" | "K" => Some(1e3),
        "M" | "MM" | "Mio" => Some(1e6),
        "G" | "Md" | "Mds" | "B" | "b" => Some(1e9),
        "T" => Some(1e12),
        _ => None,
    }
}

/// `virgule cinquante-deux`, `point nought four`: what it adds, and where it ends.
fn spoken_decimals(
    text: &str,
    tokens: &[Token],
    at: usize,
    language: Language,
) -> Option<(f64, usize)> {
    if !tokens.get(at)?.is(class::POINT) {
        return None;
    }
    let mut digits = String::from("0.");
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|t| t.is(class::NUMBER) || t.shape == Shape::Figure) {
        let mut sum = Sum::default();
        let mut next = end;
        while let Some(step) = sum.step(text, tokens, next, language) {
            next = step;
        }
        if next == end {
            break;
        }
        digits.push_str(&(sum.total + sum.current).to_string());
        end = next;
    }
    (end > at + 1).then(|| digits.parse().ok().map(|value| (value, end))).flatten()
}

/// `et demi`, `and a half`: half of the last multiplier.
fn spoken_half(tokens: &[Token], text: &str, at: usize) -> Option<(f64, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    match (word(at), word(at + 1), word(at + 2)) {
        ("et", "demi" | "demie", _) => Some((0.5, at + 2)),
        ("and", "a", "half") => Some((0.5, at + 3)),
        _ => None,
    }
}
