//! Does a sentence end here? What stands before and behind a mark decides.

use super::forms::{self, Abbreviation};

/// The answer for one mark.
pub(super) struct Found {
    /// Whether a sentence ends.
    pub ends: bool,
    /// One past the marks and what closes with them; the scan goes on from here.
    pub after: usize,
    /// Neutral quotation marks passed on the way: `"`.
    pub neutral: usize,
}

/// What a run of marks is made of.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a set of traits, read one by one")]
struct Marks {
    /// One full stop and nothing else.
    single: bool,
    /// `!` or `?` among them.
    strong: bool,
    /// A stop of a script without capitals: `。`.
    wide: bool,
    /// A closing quotation mark followed.
    quote: bool,
    /// A closing bracket followed.
    bracket: bool,
}

/// Longest word looked at before or behind a mark, in bytes.
const WORD: usize = 48;

/// Longest run of marks read as one, in bytes: more than a line of leaders has.
const RUN: usize = 512;

/// Whether one of the wide stops stands first in `bytes`.
pub(super) fn is_wide_stop(bytes: &[u8]) -> bool {
    bytes.starts_with("…".as_bytes())
        || bytes.starts_with("‽".as_bytes())
        || bytes.starts_with("。".as_bytes())
        || bytes.starts_with("！".as_bytes())
        || bytes.starts_with("？".as_bytes())
        || bytes.starts_with("؟".as_bytes())
        || bytes.starts_with("।".as_bytes())
}

/// Looks at the mark at `mark` in the sentence that began at `start`.
pub(super) fn at(text: &str, start: usize, mark: usize, quoted: bool) -> Found {
    if text.as_bytes()[mark] == b';' {
        let after = mark + 1;
        return Found { ends: item_ends(&text[after..]), after, neutral: 0 };
    }
    let (marks, after, neutral) = take_marks(text, mark, quoted);
    let rest = &text[after..];
    let ink = rest.trim_start();
    let gap = &rest[..rest.len() - ink.len()];
    let ends = if ink.is_empty() || marks.wide {
        true
    } else if gap.contains(['\n', '\r']) {
        !(marks.single && !marks.quote && is_title(word_before(text, start, mark)))
    } else if gap.is_empty() {
        ends_glued(text, start, mark, ink, marks)
    } else {
        ends_spaced(text, start, mark, ink, marks)
    };
    Found { ends, after, neutral }
}

/// Items of a list that ran together: `… ; Il s'agit`.
fn item_ends(rest: &str) -> bool {
    rest.starts_with(is_inline_space)
        && forms::starts(word_after(rest.trim_start_matches(is_inline_space)))
}

/// The run of marks with the quotation marks, brackets and notes that close with it.
fn take_marks(text: &str, mark: usize, quoted: bool) -> (Marks, usize, usize) {
    let mut marks = Marks::default();
    let (mut at, mut count, mut neutral) = (mark, 0, 0);
    while at - mark < RUN {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        match c {
            '.' => marks.single = count == 0,
            '!' | '?' | '‽' | '…' => {
                marks.single = false;
                marks.strong |= c != '…';
            }
            '。' | '！' | '？' | '؟' | '।' => marks.wide = true,
            '»' | '”' | '›' => marks.quote = true,
            '"' if quoted || !opens(&rest[1..]) => {
                neutral += 1;
                marks.quote = true;
            }
            // `„…“` closes with the mark that opens in English.
            '’' | '\'' | '“' if !opens(&rest[c.len_utf8()..]) => marks.quote = true,
            ')' | ']' | '}' => marks.bracket = true,
            '[' if note_len(rest) > 0 => {
                at += note_len(rest);
                continue;
            }
            _ if count > 0 => {
                let Some(skip) = spaced_closer(rest, quoted && neutral == 0) else { break };
                at += skip;
                continue;
            }
            _ => break,
        }
        count += 1;
        at += c.len_utf8();
    }
    (marks, at, neutral)
}

/// Whether what follows a neutral mark shows that it opens.
fn opens(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric)
}

/// `[12]` as in encyclopedias: its length in bytes, or 0.
fn note_len(rest: &str) -> usize {
    let inner = rest[1..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    if inner > 0 && rest[1 + inner..].starts_with(']') { inner + 2 } else { 0 }
}

/// Spaces before a closing mark, as French typography has them: how many bytes.
fn spaced_closer(rest: &str, quoted: bool) -> Option<usize> {
    let spaces = rest.chars().take(3).take_while(|c| is_inline_space(*c));
    let skip: usize = spaces.map(char::len_utf8).sum();
    let mut ahead = rest[skip..].chars();
    let closer = ahead.next().filter(|_| skip > 0)?;
    let next = ahead.next();
    let free = next.is_none_or(|c| !c.is_alphanumeric());
    let fits = match closer {
        '»' | '!' | '?' => true,
        '”' => free,
        '"' => quoted && free,
        _ => false,
    };
    fits.then_some(skip)
}

const fn is_inline_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The word right before `mark`: letters, figures, inner stops, hyphens; elisions cut off.
fn word_before(text: &str, start: usize, mark: usize) -> &str {
    let from = (start..mark).rev().take(WORD).take_while(|i| {
        let byte = text.as_bytes()[*i];
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-') || (byte >= 0x80)
    });
    let mut from = from.last().unwrap_or(mark);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let word = &text[from..mark];
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '°' | '§');
    word.rfind(|c| !is_inner(c)).map_or(word, |i| word[i..].trim_start_matches(|c| !is_inner(c)))
}

/// The word at the head of `rest`, up to its apostrophe where it has one.
fn word_after(rest: &str) -> &str {
    let mut end = 0;
    for c in rest.chars() {
        if end > WORD {
            break;
        }
        end += match c {
            '\'' | '’' => return rest.get(..end).unwrap_or_default(),
            c if c.is_alphanumeric() || c == '-' => c.len_utf8(),
            _ => break,
        };
    }
    &rest[..end]
}

/// Without quotation marks, brackets and dashes at its head.
fn without_openers(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| {
        matches!(
            c,
            '«' | '“'
                | '„'
                | '"'
                | '‘'
                | '\''
                | '’'
                | '('
                | '['
                | '¿'
                | '¡'
                | '–'
                | '—'
                | '-'
                | '•'
                | '*'
        ) || is_inline_space(c)
    })
}

fn is_title(word: &str) -> bool {
    forms::abbreviation(word) == Some(Abbreviation::Title)
}

/// White space follows.
fn ends_spaced(text: &str, start: usize, mark: usize, ink: &str, marks: Marks) -> bool {
    let inner = without_openers(&ink[..floor(ink, WORD)]);
    let Some(first) = inner.chars().next() else { return !ink.starts_with([',', ';', ':']) };
    if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | '%') {
        return false;
    }
    if !marks.single {
        return first.is_alphabetic() || marks.strong || marks.quote || !first.is_alphanumeric();
    }
    if marks.quote || marks.bracket {
        return true;
    }
    let word = word_before(text, start, mark);
    ends_after(text, start, mark, word, first, word_after(inner))
}

/// Does the sentence end after `word` and a stop, where `first` is the letter that follows?
fn ends_after(text: &str, start: usize, mark: usize, word: &str, first: char, next: &str) -> bool {
    let starter = forms::starts(next);
    if is_list_number(word) && text[start..mark].trim_start_matches(['(', ' ']).len() == word.len()
    {
        return false;
    }
    let figure = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let before = || {
        let end = start + text[start..mark - word.len()].trim_end().len();
        word_before(text, start, end)
    };
    if figure && (forms::follows_ordinal(next) || !starter && forms::leads_ordinal(before())) {
        return false;
    }
    match forms::abbreviation(word) {
        Some(Abbreviation::Title) => return false,
        Some(Abbreviation::Number) if word.len() > 1 || first.is_numeric() => {
            return !first.is_numeric() && (!is_initial(next) || next == "I");
        }
        Some(Abbreviation::Seldom) => return starter,
        // `at 7 p.m. Wednesday`
        Some(Abbreviation::Last) => return !(matches!(word, "a.m" | "p.m") && forms::is_day(next)),
        _ => {}
    }
    if is_initial(word) {
        let before = text[start..mark - word.len()].trim_end();
        let last = word_before(text, start, start + before.len());
        let small = last.chars().next().is_some_and(char::is_lowercase);
        let common = small && last.len() > 3;
        // `plutôt que sur X. M. Roux a déclaré …`
        if word == "X" && small && forms::abbreviation(next) == Some(Abbreviation::Title) {
            return true;
        }
        return starter
            && (common || matches!(word, "I" | "V" | "X") || before.ends_with(char::is_numeric));
    }
    if is_acronym(word) {
        return starter;
    }
    true
}

/// `A`, `J`; a capital alone.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// `U.S`, `O.N.U`, `J.-P`.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word
            .split(['.', '-'])
            .all(|part| part.chars().count() <= 2 && !part.contains(char::is_numeric))
        && word.contains(char::is_alphabetic)
}

/// `1`, `12`, `a`, `IV`: numbers an item at the start of a line.
fn is_list_number(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let roman = word.len() <= 4 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    !word.is_empty()
        && (digits || roman || (word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic()))
}

/// Nothing stands between the mark and what follows: a lost space, or an address, a figure, initials.
fn ends_glued(text: &str, start: usize, mark: usize, ink: &str, marks: Marks) -> bool {
    let Some(first) = ink.chars().next() else { return true };
    if matches!(first, '«' | '“' | '"' | '(' | '—' | '–') {
        let inner = without_openers(&ink[..floor(ink, WORD)]);
        let capital = inner.chars().next().is_some_and(char::is_uppercase);
        return capital && ends_spaced(text, start, mark, ink, marks);
    }
    let word = word_before(text, start, mark);
    let plain = word.chars().all(char::is_alphabetic) && word.ends_with(char::is_lowercase);
    let figure = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let long = word.chars().count() > 2 || marks.quote;
    if !first.is_alphabetic() || is_address(text, start, mark) {
        return !first.is_alphanumeric() && !first.is_ascii_punctuation() && is_symbol(first);
    }
    let next = word_after(ink);
    if first.is_uppercase() {
        let sentence = next.chars().nth(1).is_none_or(char::is_lowercase);
        let free = !ink[next.len()..].starts_with(['.', '@', '/']);
        return sentence
            && free
            && (marks.quote || (long && plain) || figure || is_unit(text, mark));
    }
    let tail = ink[next.len()..].chars().next();
    let free = tail.is_none_or(|c| c.is_whitespace() || matches!(c, '\'' | '’' | ',' | ';' | ':'));
    let letters = next.chars().all(char::is_alphabetic);
    marks.single
        && free
        && letters
        && plain
        && word.chars().all(char::is_lowercase)
        && word.chars().count() > 3
        && next.chars().count() > 2
        && !forms::is_site(next)
}

/// `37 °C.`, `135 €.`, `20%.`: the sign of a unit behind its figure.
fn is_unit(text: &str, mark: usize) -> bool {
    let before = &text[..mark];
    let before =
        before.strip_suffix(['C', 'F']).filter(|rest| rest.ends_with('°')).unwrap_or(before);
    let figure = before.strip_suffix(['€', '%', '‰', '£', '$', '°']).map(str::trim_end);
    figure.is_some_and(|figure| figure.ends_with(|c: char| c.is_ascii_digit()))
}

/// An emoji or the like, as short messages end with.
fn is_symbol(c: char) -> bool {
    c as u32 >= 0x2190 && !c.is_alphanumeric() && !c.is_whitespace()
}

/// Whether the unbroken run before `mark` looks like an address or a file name.
fn is_address(text: &str, start: usize, mark: usize) -> bool {
    let bytes = &text.as_bytes()[start.max(mark.saturating_sub(WORD))..mark];
    let run = bytes.iter().rev().take_while(|b| !b.is_ascii_whitespace());
    run.into_iter().any(|b| matches!(b, b'/' | b'@' | b'.' | b'_' | b'\\'))
        || bytes.ends_with(b"www")
}

pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
