//! The same word spelt otherwise: accents, capitals, misprints, British and American.

use super::kind::is_grave;
use super::what::What;
use crate::core::anchor::distance::distance;
use crate::core::anchor::fold::Fold;
use crate::core::lang::words::{is_usual, is_word};

/// What it is when a word stays the same but for capitals and accents; none where that says nothing.
pub(super) fn other_word(old: &str, new: &str, after_figure: bool, shouted: bool) -> Option<What> {
    if lower(old) == lower(new) {
        // Units (`MW`, `mW`), and acronyms that are words (`US`, `us`).
        if after_figure && old.len() <= 5 && !shouted && !is_usual(&lower(old)) {
            return Some(What::Unit);
        }
        let acronym = |word: &str| word.chars().count() > 1 && !word.contains(char::is_lowercase);
        let acronyms = acronym(old) != acronym(new);
        return (acronyms && !shouted && is_usual(&lower(old))).then_some(What::Name);
    }
    // Capitals are often written without their accents.
    if without_capitals(old) == without_capitals(new) || !accented_otherwise(old, new) {
        return None;
    }
    let (a, b) = (lower(old), lower(new));
    // Both are right in French since 1990: `connaître`, `connaitre`.
    let reformed = |word: &str| word.replace('î', "i").replace('û', "u");
    if a.chars().count() > 5 && reformed(&a) == reformed(&b) {
        return None;
    }
    let both = is_usual(&a) && is_usual(&b) && !SLIPS.contains(&Fold::of(old).as_str());
    both.then_some(if is_grave(&a) || is_grave(&b) { What::Negation } else { What::Other })
}

/// The same for a figure with its unit.
pub(super) fn other_letters(old: &str, new: &str) -> Option<What> {
    let unit = |text: &str| {
        let words = text.split(|c: char| !c.is_alphabetic());
        words
            .filter(|word| !word.is_empty() && (word.len() <= 3 || !is_usual(&lower(word))))
            .collect::<String>()
    };
    (unit(old) != unit(new) && !is_shouted(old) && !is_shouted(new)).then_some(What::Unit)
}

/// Small words of which one accent makes another, and which are mistaken for each other all the time.
const SLIPS: [&str; 7] = ["a", "ou", "la", "ca", "des", "du", "sur"];

/// Beginnings of words, folded, behind which a hyphen is a matter of taste.
const PREFIXES: [&str; 22] = [
    "co-", "anti-", "multi-", "inter-", "micro-", "mini-", "infra-", "auto-", "semi-", "ultra-",
    "socio-", "euro-", "bio-", "eco-", "cyber-", "tele-", "radio-", "hydro-", "electro-", "photo-",
    "neo-", "post-",
];

/// Words of which the same is true, folded.
const STYLE: [&str; 16] = [
    "week-end",
    "week-ends",
    "e-mail",
    "e-mails",
    "on-line",
    "off-line",
    "to-day",
    "to-morrow",
    "non-profit",
    "cease-fire",
    "web-site",
    "plate-forme",
    "plate-formes",
    "porte-monnaie",
    "start-up",
    "start-ups",
];

/// Whether a stretch is written in capitals throughout, where they tell nothing apart.
pub(super) fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut all, mut capitals) = (0, 0);
    for letter in letters {
        all += 1;
        capitals += usize::from(letter.is_uppercase());
    }
    all >= 8 && capitals * 10 >= all * 9
}

/// Whether one form is a misprint of the other: a letter more, less, another or two swapped, and
/// one of the two is no word. Where neither is one, it may be a name or a term; so may any word with
/// a capital, wherever it stands (`Trump`, `Tramp`).
pub(super) fn is_misprint(old: &str, new: &str) -> bool {
    let (a, b) = (lower(old), lower(new));
    if has_capital(old) || has_capital(new) {
        return false;
    }
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    if a.chars().count().min(b.chars().count()) < 3 || !letters(&a) || !letters(&b) {
        return garbled(&a, &b);
    }
    one_apart(&a, &b) && (is_usual(&a) && !is_known(&b) || is_usual(&b) && !is_known(&a))
}

/// Whether there is such a word, usual or not: `public` was not written `pubic` by mistake.
fn is_known(word: &str) -> bool {
    let mut rare = include_str!("rare.txt").lines().filter(|line| !line.starts_with('#'));
    is_word(word) || rare.any(|line| line.split(' ').any(|rare| rare == word)) || is_doubled(word)
}

/// `rapped`, of `rap`: a short verb doubles its last letter.
fn is_doubled(word: &str) -> bool {
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"));
    stem.and_then(|stem| {
        let short = stem.strip_suffix(|c: char| c.is_ascii_alphabetic())?;
        Some(
            (3..=4).contains(&short.len())
                && short.ends_with(&stem[short.len()..])
                && is_usual(short),
        )
    })
    .unwrap_or(false)
}

fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Letters that were lost to a wrong encoding.
fn garbled(a: &str, b: &str) -> bool {
    const LOST: char = '\u{FFFD}';
    let same = |(x, y): (char, char)| x == y || (x == LOST) != (y == LOST);
    (a.contains(LOST) != b.contains(LOST))
        && a.chars().count() == b.chars().count()
        && a.chars().zip(b.chars()).all(same)
}

fn one_apart(old: &str, new: &str) -> bool {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let head = old.iter().zip(&new).take_while(|(was, is)| was == is).count();
    let rest = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = rest.take_while(|(was, is)| was == is).count();
    match (&old[head..old.len() - tail], &new[head..new.len() - tail]) {
        ([_] | [], [_] | []) => true,
        ([was, then], [is, after]) => was == after && then == is,
        _ => false,
    }
}

/// British and American forms of one word. A name has only one (`Sartre`), unless both are words (`Labour`).
pub(super) fn is_variant(old: &str, new: &str) -> bool {
    let named = has_capital(old) || has_capital(new);
    if named && !(is_word(&lower(old)) && is_word(&lower(new))) {
        return false;
    }
    let (a, b) = (Fold::of(old), Fold::of(new));
    if a.len() < 5 || b.len() < 5 || distance(a.as_bytes(), b.as_bytes()) > 2 {
        return false;
    }
    let american = |word: &str| {
        let mut word = word.replace("isation", "ization").replace("ising", "izing");
        for (british, other) in [
            ("ise", "ize"),
            ("ised", "ized"),
            ("ises", "izes"),
            ("tre", "ter"),
            ("tres", "ters"),
            ("our", "or"),
            ("ours", "ors"),
            ("oured", "ored"),
            ("ogue", "og"),
            ("ence", "ense"),
            ("lled", "led"),
            ("lling", "ling"),
        ] {
            if let Some(stem) = word.strip_suffix(british) {
                word = format!("{stem}{other}");
                break;
            }
        }
        word
    };
    american(&a) == american(&b)
}

/// Whether two stretches are one word, divided by a line end, by a hyphen that says nothing
/// (`co-operate`, `e-mail`), or by an apostrophe that was forgotten (`dont`). Else a hyphen makes another word:
/// `re-signed`, `un-ionised`.
pub(super) fn is_one_word(old: &str, new: &str) -> bool {
    let (old, new) = (closed(old), closed(new));
    old.is_some() && old == new
}

/// A word, folded, without what only divides it; none where there are several.
fn closed(words: &str) -> Option<String> {
    let mut lines = words.lines();
    let mut whole = lines.next()?.to_owned();
    for line in lines {
        whole = whole.trim_end().strip_suffix(['-', '‐', '\u{AD}'])?.to_owned();
        whole.push_str(line.trim_start());
    }
    let whole = Fold::of(&whole).replace('.', "");
    if whole.contains(' ') {
        return None;
    }
    let without = whole.replace('\'', "");
    let whole = if !is_usual(&without) || is_contraction(&without) { without } else { whole };
    let mut out = String::with_capacity(whole.len());
    for part in whole.split_inclusive('-') {
        out.push_str(part);
        let rest = whole[out.len()..].split('-').next().unwrap_or_default();
        let loose = || STYLE.contains(&format!("{out}{rest}").as_str());
        if loose() || PREFIXES.contains(&part) && rest.chars().count() >= 4 {
            out.pop();
        }
    }
    Some(out)
}

/// `dont`, `its`: where the apostrophe is forgotten all the time.
fn is_contraction(word: &str) -> bool {
    word.ends_with("nt") || word == "its"
}

/// Phrases that say the same in any sentence, folded.
pub(super) fn same_phrase(a: &str, b: &str) -> bool {
    const SAME: [&[&str]; 6] = [
        &["car", "parce que", "parce qu", "puisque", "puisqu"],
        &["pourcent", "pour cent", "%"],
        &["percent", "per cent", "%"],
        &["pendant", "durant"],
        &["toward", "towards"],
        &["while", "whilst"],
    ];
    SAME.iter().any(|same| same.contains(&a) && same.contains(&b))
}

/// Whether two words differ in their accents, typography apart.
fn accented_otherwise(old: &str, new: &str) -> bool {
    let letters = |word: &str| -> String {
        let whole = lower(word).replace('œ', "oe").replace('æ', "ae").replace('ß', "ss");
        whole.chars().filter(|c| c.is_alphabetic()).collect()
    };
    letters(old) != letters(new)
}

fn without_capitals(word: &str) -> String {
    word.chars().filter(|c| c.is_lowercase()).collect()
}

fn lower(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    word.nfc().flat_map(char::to_lowercase).filter(|c| *c != '\u{AD}').collect()
}
