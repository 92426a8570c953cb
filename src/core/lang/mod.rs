//! Which language a text is in, by its small words.

pub(crate) mod lexicon;
pub(crate) mod stem;
pub(crate) mod token;
pub mod word;
pub(crate) mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

/// A language: one with a pack of words, or one of which only sentences and digits are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Russian: no pack.
    Russian,
    /// Arabic: no pack.
    Arabic,
    /// Chinese: no pack.
    Chinese,
    /// Japanese: no pack.
    Japanese,
    /// Any other, or too little text to tell: no pack.
    #[default]
    Other,
}

impl Language {
    /// Its code after BCP 47; `und` where it is not known.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Dutch => "nl",
            Self::Russian => "ru",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::Japanese => "ja",
            Self::Other => "und",
        }
    }

    /// Whether its words are known; without them only sentences, digits, percentages and dates
    /// in digits are read.
    pub const fn has_pack(self) -> bool {
        !matches!(self, Self::Russian | Self::Arabic | Self::Chinese | Self::Japanese | Self::Other)
    }

    /// Tells the language of a text from its first 16 KiB.
    pub fn of(text: &str) -> Self {
        let mut end = text.len().min(16 * 1024);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (mut french, mut english, mut all) = (0_u32, 0_u32, 0_u32);
        let mut lower = String::new();
        for word in text[..end].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
        {
            all += 1;
            lower.clear();
            if word.is_ascii() {
                lower.push_str(word);
                lower.make_ascii_lowercase();
            } else {
                lower.extend(word.chars().flat_map(char::to_lowercase));
            }
            let short = Some(lower.as_str()).filter(|word| word.len() <= LONGEST);
            let known = short.and_then(|word| SMALL.get(word)).copied().unwrap_or_default();
            if known.french {
                french += 2;
            } else if !lower.is_ascii()
                && lower.contains(['é', 'è', 'ê', 'à', 'ç', 'ù', 'û', 'î', 'œ'])
            {
                french += 1;
            }
            if known.english {
                english += 2;
            }
        }
        // Of a longer text the small words are a good part, or it is another language.
        let enough = |hits: u32| hits > 0 && (all < 20 || hits * 8 >= all);
        match french.cmp(&english) {
            std::cmp::Ordering::Greater if enough(french) => Self::French,
            std::cmp::Ordering::Less if enough(english) => Self::English,
            _ => Self::Other,
        }
    }
}

/// Of which languages a word is a small word.
#[derive(Clone, Copy, Default)]
struct Small {
    french: bool,
    english: bool,
}

/// No small word is longer, in bytes.
const LONGEST: usize = 9;

static SMALL: LazyLock<HashMap<&str, Small>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Small> = HashMap::new();
    FRENCH.split(' ').for_each(|word| words.entry(word).or_default().french = true);
    ENGLISH.split(' ').for_each(|word| words.entry(word).or_default().english = true);
    words
});

const FRENCH: &str = "le la les l un une des du de et est en dans que qui pour pas par sur avec ce se sont au aux il elle ils ont mais ou plus cette ces son sa ses leur d qu nous vous je été entre deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille milliard milliards virgule selon était sans premier";
const ENGLISH: &str = "the of and to is that it for was with as are this be have not by from at or but his they we you an will he she has had were which their there what would one two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens billion in on about my i us our half quarter";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_small_word_is_longer_than_looked_up() {
        assert_eq!(SMALL.keys().map(|word| word.len()).max(), Some(LONGEST));
    }
}
