//! Telling the language of a text: our own small words where they are clear, trigrams as judge.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::language::Language;
use super::lexicon::{Classes, Lexicon, class};
use super::others;
use super::token::{Token, Tokenizer, is_lower, lower_into};
use super::word::{self, is_accented};
use super::words;
use crate::core::article::Span;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 16 * 1024;
/// How much of it the judge reads, in bytes: trigrams of more say nothing new.
const JUDGED: usize = 2 * 1024;
/// What a word on the list of a language speaks for it, and one that is not against it.
const USUAL: f32 = 0.5;
/// What it speaks where no other list has it.
const OWN: f32 = 0.8;
const UNUSUAL: f32 = 0.25;
/// From this many words on the judge has its full voice in a short text.
const ENOUGH: f32 = 5.0;
/// From this many words on the small ones must be a good part of the text.
const LONG: u32 = 20;

/// Classes of words that are the same in all packs.
const NAMES: Classes = class::STATE | class::PEOPLE;

impl Language {
    /// Tells the language of a text from its first 16 KiB.
    pub fn of(text: &str) -> Self {
        language(text)
    }
}

/// Tells the language of a text.
fn language(text: &str) -> Language {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    match Script::of(sample) {
        Script::Latin => latin(sample),
        Script::Kana => Language::Japanese,
        Script::Other => judge(sample).map_or(Language::Other, |(language, _)| language),
        Script::None => Language::Other,
    }
}

/// The language of a sentence or quotation in a text of another one, where its words show that.
pub(super) fn other_than(main: Language, text: &str) -> Option<Language> {
    let own = Language::PACKS.iter().position(|language| *language == main);
    let of_own = |tally: &Tally| own.map_or(0.0, |i| tally.hits[i]);
    let mut tally = Tally::of(text);
    if tally.hits.iter().all(|hits| *hits <= of_own(&tally)) {
        return None;
    }
    tally.look_up(text);
    let (best, second) = tally.leaders();
    let hits = tally.hits[best];
    let clear = hits >= 1.2 * tally.hits[second] && hits >= 1.5 * of_own(&tally);
    let many = hits >= 2.5 && hits * 3.0 >= tally.words as f32;
    (clear && many && own != Some(best)).then(|| Language::PACKS[best])
}

/// Tells the language of a text in Latin letters.
fn latin(text: &str) -> Language {
    let tally = Tally::of(text);
    let (best, second) = tally.leaders();
    let hits = tally.hits[best];
    let clear = hits >= 2.0 * tally.hits[second] && hits * 6.0 >= tally.words as f32;
    if clear && hits >= 3.0 {
        return Language::PACKS[best];
    }
    let judged = judge(text);
    if tally.words < LONG {
        return short(text, tally, judged);
    }
    let likely = hits > 1.2 * tally.hits[second] && hits * 5.0 >= tally.words as f32;
    match judged {
        Some((language, true)) => language,
        // What the judge only suspects has to fit the words.
        Some((language, false)) => match Language::PACKS.iter().position(|x| *x == language) {
            Some(i) if tally.hits[i] * 1.2 >= hits => language,
            _ if likely => Language::PACKS[best],
            _ => Language::Other,
        },
        None if likely => Language::PACKS[best],
        None => Language::Other,
    }
}

/// Tells the language of a few words: every one counts, and the judge is one voice among them.
fn short(text: &str, mut tally: Tally, judged: Option<(Language, bool)>) -> Language {
    tally.look_up(text);
    let suspected = Language::PACKS.iter().position(|x| judged.is_some_and(|j| j.0 == *x));
    // Of `155e` the trigrams know nothing.
    if let Some(i) = suspected.filter(|_| tally.words > 0) {
        let weight = if judged.is_some_and(|(_, sure)| sure) { 1.25 } else { 0.75 };
        // Nor do they know much of two words.
        tally.hits[i] += weight * (tally.words as f32 / ENOUGH).min(1.0);
    }
    let (best, _) = tally.leaders();
    let hits = tally.hits[best];
    let judged = judged == Some((Language::Other, true)) && hits * 2.0 < tally.words as f32;
    let others = others::evidence(text);
    // `Tusinder demonstrerer i København`: a letter is a word of some language or other.
    let unknown = tally.words > 2 && tally.known[best] == 0;
    let foreign = judged || unknown || others >= tally.own[best].max(1.0);
    if foreign || hits <= 0.0 { Language::Other } else { Language::PACKS[best] }
}

/// What the trigrams say, and whether they are sure.
fn judge(text: &str) -> Option<(Language, bool)> {
    let info = whatlang::detect(&text[..text.floor_char_boundary(JUDGED)])?;
    Some((Language::of_judged(info.lang()), info.is_reliable()))
}

/// What most letters of a text belong to, as far as it tells languages apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Kana,
    Other,
    None,
}

impl Script {
    fn of(text: &str) -> Self {
        let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
        let wide = text.bytes().filter(|byte| !byte.is_ascii()).count();
        // Nearly always: of other letters, of two bytes or more, there cannot be as many.
        if letters > 0 && letters >= wide / 2 {
            return Self::Latin;
        }
        let (mut latin, mut kana, mut other) = (0_u32, 0_u32, 0_u32);
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => latin += 1,
                '\u{3040}'..='\u{30FF}' => kana += 1,
                c if c.is_ascii() => {}
                c if c.is_alphabetic() => other += 1,
                _ => {}
            }
        }
        match (latin, kana, other) {
            (0, 0, 0) => Self::None,
            // Kana stand between Chinese letters, and in no other language.
            (latin, kana, other) if kana * 10 >= other && kana + other > latin => Self::Kana,
            (latin, kana, other) if latin >= kana + other => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// How much speaks for each language with a pack.
#[derive(Default)]
struct Tally {
    hits: [f32; Language::PACKS.len()],
    /// How many words are known in this language only.
    own: [f32; Language::PACKS.len()],
    /// How many words are known in this language, names apart.
    known: [u32; Language::PACKS.len()],
    words: u32,
    lower: String,
}

impl Tally {
    fn of(text: &str) -> Self {
        let mut tally = Self::default();
        // The `e` of `155e` is no word.
        word::runs(text, |_| false)
            .map(|(start, end)| &text[start..end])
            .filter(|word| word.starts_with(|c: char| is_accented(c) || c.is_alphabetic()))
            .for_each(|word| tally.add(word));
        tally
    }

    fn add(&mut self, word: &str) {
        self.words += 1;
        let small = &*SMALL;
        let is_ascii = word.is_ascii();
        if is_ascii && !small.may_be(word) {
            return;
        }
        let lower = if is_lower(word) {
            word
        } else {
            lower_into(word, &mut self.lower);
            &self.lower
        };
        if let Some(of) = small.words.get(lower) {
            spread(&mut self.hits, *of, 1.0);
        }
        if is_ascii {
            return;
        }
        for c in lower.chars().filter(|c| !c.is_ascii()) {
            if let Some(of) = small.letters.get(&c) {
                spread(&mut self.hits, *of, 0.5);
            }
        }
    }

    /// Of a short text every word counts: looks them up in all packs, alone and in phrases.
    fn look_up(&mut self, text: &str) {
        let whole = Span::new(0, text.len());
        let mut cut = Vec::new();
        word::words(text, whole, &mut cut);
        let known = Language::PACKS.map(|language| {
            let mut tokens = Vec::new();
            Tokenizer::new(language).cut_of(text, &cut, &mut tokens);
            tokens.retain(|token| token.is_word() && token.class & !NAMES != 0);
            tokens
        });
        let (mut next, mut before) = (0, "");
        for word in text.split(|c: char| !c.is_alphabetic() && c != '-') {
            let at = next;
            next += word.len() + text[next + word.len()..].chars().next().map_or(0, char::len_utf8);
            let led = std::mem::replace(&mut before, word);
            if word.len() < 2 {
                continue;
            }
            if word.starts_with(char::is_uppercase) {
                self.lead_to_name(led);
            }
            let (capital, first) = (word.starts_with(char::is_uppercase), at == 0);
            let word = word.to_lowercase();
            let (mut of, mut usual) = (0_u8, 0_u8);
            for (i, language) in Language::PACKS.iter().enumerate() {
                let within = |token: &Token| (token.span.start..token.span.end).contains(&at);
                let known = known[i].iter().any(within);
                of |= u8::from(known) << i;
                match words::is_usual_in(*language, &word) {
                    Some(true) => usual |= 1 << i,
                    // A small word that is no word of the language; names may stand in any.
                    Some(false) if !capital && !known => self.hits[i] -= UNUSUAL,
                    _ => {}
                }
            }
            spread(&mut self.hits, of, 1.0);
            // Of a word with a capital nobody knows whether it is a name, but for nouns of German.
            let only = Language::PACKS.get(usual.trailing_zeros() as usize);
            let own = only.filter(|_| usual.is_power_of_two()).is_some_and(|language| {
                !capital || !first && Lexicon::of(*language).settings.nouns_have_capitals()
            });
            spread(&mut self.hits, usual, if own { OWN } else { USUAL });
            for (i, known) in self.known.iter_mut().enumerate() {
                *known += u32::from((of | usual) & 1 << i != 0 && (!capital || first));
            }
            if (of | usual).is_power_of_two() {
                self.own[(of | usual).trailing_zeros() as usize] += 1.0;
            }
        }
        // `21st`, `155e`
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let behind = word.trim_start_matches(|c: char| c.is_ascii_digit());
            if behind.is_empty() || behind.len() == word.len() {
                continue;
            }
            let of = Language::PACKS.iter().enumerate().map(|(i, language)| {
                u8::from(Lexicon::of(*language).settings.ordinals.contains(&behind)) << i
            });
            spread(&mut self.hits, of.sum(), 1.0);
        }
    }

    /// `vola a Roma`, `vole à Rome`: the letter before a name shows which of those that have one.
    fn lead_to_name(&mut self, letter: &str) {
        let leads = Language::PACKS.map(|language| &Lexicon::of(language).settings.before_name);
        if !leads.iter().any(|own| own.contains(&letter)) {
            return;
        }
        for (hits, own) in self.hits.iter_mut().zip(leads) {
            *hits += match own.contains(&letter) {
                true => USUAL,
                false if own.is_empty() => 0.0,
                false => -USUAL,
            };
        }
    }

    /// The two languages most speaks for.
    fn leaders(&self) -> (usize, usize) {
        let (mut best, mut second) = (0, 1);
        if self.hits[1] > self.hits[0] {
            (best, second) = (1, 0);
        }
        for i in 2..self.hits.len() {
            if self.hits[i] > self.hits[best] {
                (best, second) = (i, best);
            } else if self.hits[i] > self.hits[second] {
                second = i;
            }
        }
        (best, second)
    }
}

/// A word of one language says more than one of four.
fn spread(hits: &mut [f32], of: u8, weight: f32) {
    let share = match of.count_ones() {
        0 => return,
        1 => weight,
        2 => weight / 2.0,
        _ => weight / 4.0,
    };
    for (i, hits) in hits.iter_mut().enumerate() {
        if of & 1 << i != 0 {
            *hits += share;
        }
    }
}

/// Words and letters that show a language, and bits for which; from the packs' `!small` and
/// `!letters`.
#[derive(Default)]
struct Small {
    words: FxHashMap<&'static str, u8>,
    /// How long the words are that begin with a letter, a bit for each length: most words of a text are none by that.
    lengths: [u32; 26],
    letters: FxHashMap<char, u8>,
}

impl Small {
    /// Whether a word in ASCII may be one of them.
    fn may_be(&self, word: &str) -> bool {
        let first =
            word.as_bytes().first().map(|byte| byte.to_ascii_lowercase().wrapping_sub(b'a'));
        let lengths = first.and_then(|first| self.lengths.get(usize::from(first)));
        lengths.is_some_and(|lengths| lengths & length(word) != 0)
    }
}

/// The length of a word in bytes, as one bit.
fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

static SMALL: LazyLock<Small> = LazyLock::new(|| {
    let mut small = Small::default();
    for (i, language) in Language::PACKS.iter().enumerate() {
        let settings = language.pack().lines().skip_while(|line| !line.starts_with('!'));
        for line in settings.take_while(|line| line.starts_with('!')) {
            if let Some(words) = line.strip_prefix("!small ") {
                for word in words.split(' ') {
                    let first =
                        word.bytes().next().map(|byte| usize::from(byte.wrapping_sub(b'a')));
                    if let Some(lengths) = first.and_then(|first| small.lengths.get_mut(first)) {
                        *lengths |= length(word);
                    }
                    *small.words.entry(word).or_default() |= 1 << i;
                }
            } else if let Some(letters) = line.strip_prefix("!letters ") {
                for letter in letters.chars().filter(|c| c.is_alphabetic()) {
                    *small.letters.entry(letter).or_default() |= 1 << i;
                }
            }
        }
    }
    small
});

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{
        Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Other, Portuguese,
        Russian, Spanish,
    };

    #[test]
    fn short_texts_tell_their_language() {
        for (text, want) in [
            ("Etwa 12.000 Menschen demonstrierten am Samstag in Berlin.", German),
            ("Der Umbau kostet 3,5 Mrd. Euro.", German),
            ("El paro bajó en 2.500 personas en mayo.", Spanish),
            ("La ministra anunció 3.500 millones de euros para las escuelas.", Spanish),
            ("Il governo ha stanziato 1,2 miliardi per le scuole.", Italian),
            ("Due terzi dei comuni hanno risposto.", Italian),
            ("O governo gastou R$ 3,5 bilhões com a saúde.", Portuguese),
            ("Duzentas mil doses foram entregues.", Portuguese),
            ("De inflatie steeg in mei naar 4,5 procent.", Dutch),
            ("Le maire a fermé trois écoles.", French),
            ("Fermé le 03/06/2024, a annoncé la direction.", French),
            ("The council spent £45m on school meals in 2023.", English),
            ("Twelve people died.", English),
            ("Statsministern sade att skatten ska höjas med två procent nästa år.", Other),
            ("Premier powiedział, że podatki wzrosną w przyszłym roku o dwa procent.", Other),
            (
                "Primul ministru a declarat că taxele vor crește anul viitor cu două procente.",
                Other,
            ),
            (
                "El president va dir que els impostos pujaran amb els pressupostos de l'any que ve.",
                Other,
            ),
            ("Премьер-министр заявил, что налоги вырастут на два процента.", Russian),
            ("قال رئيس الوزراء إن الضرائب سترتفع بنسبة اثنين في المائة.", Arabic),
            ("总理表示明年税收将增长百分之二。", Chinese),
            ("首相は来年の税金が二パーセント上がると述べた。", Japanese),
            ("Premierul pleacă luni la Paris", Other),
            ("Incendi en una fàbrica de Vic", Other),
            ("Doi răniți într-un accident", Other),
            ("Bakan dün istifa etti", Other),
            ("Două persoane rănite la Paris", Other),
            ("Tusinder demonstrerer i København", Other),
            ("Maltempo, allerta rossa in Liguria", Italian),
            ("Barça, líder de la Liga", Spanish),
            ("Meloni vola a Bruxelles", Italian),
            ("Macron vole à Rome", French),
            ("21st", English),
            ("155e", French),
            ("12 000", Other),
            ("", Other),
        ] {
            assert_eq!(language(text), want, "{text}");
        }
    }
}
