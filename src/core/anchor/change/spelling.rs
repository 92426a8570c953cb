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
/// one of the two is no word. Where neither is one, it may be a name or a term.
pub(super) fn is_misprint(old: &str, new: &str) -> bool {
    let (a, b) = (lower(old), lower(new));
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    if a.chars().count().min(b.chars().count()) < 3 || !letters(&a) || !letters(&b) {
        return garbled(&a, &b);
    }
    one_apart(&a, &b) && (is_usual(&a) && !is_word(&b) || is_usual(&b) && !is_word(&a))
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

/// British and American forms of one word, folded.
pub(super) fn is_variant(a: &str, b: &str) -> bool {
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
    american(a) == american(b)
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
