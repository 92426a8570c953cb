//! The languages, and what is known of each: one row of [`ROWS`].

use rust_stemmers::{Algorithm, Stemmer};
use whatlang::Lang;

use super::table::Laid;

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

/// What is known of a language.
struct Row {
    language: Language,
    /// Its code after BCP 47.
    code: &'static str,
    /// What the judge by trigrams calls it.
    judged: Option<Lang>,
    pack: Option<Pack>,
}

/// What is known of a language whose words are known.
struct Pack {
    /// Its words and settings, as they are written.
    words: &'static str,
    /// The same, as `lexicon.rs` reads them.
    laid: Laid,
    /// Made where it is known which one: so the program has no tables of languages without a pack, which each
    /// start would have to put in place.
    stemmer: fn() -> Stemmer,
    /// Its usual words, packed as `words.rs` reads them; empty where there is no list.
    usual: &'static str,
    /// Where its blocks begin.
    blocks: &'static [u8],
}

/// What the build made of a file of `packs/`.
macro_rules! laid {
    ($file:literal) => {
        Laid {
            told: include_str!(concat!(env!("OUT_DIR"), "/packs/", $file, ".told")),
            words: include_bytes!(concat!(env!("OUT_DIR"), "/packs/", $file, ".words")),
        }
    };
}

/// In the order of [`Language`]; those with a pack come first.
const ROWS: [Row; Language::COUNT] = {
    use Language as L;
    macro_rules! pack {
        ($file:literal, $stemmer:ident) => {
            Some(Pack {
                words: include_str!(concat!("packs/", $file)),
                laid: laid!($file),
                stemmer: || Stemmer::create(Algorithm::$stemmer),
                usual: include_str!(concat!("words/", $file)),
                blocks: include_bytes!(concat!(env!("OUT_DIR"), "/words/", $file, ".heads")),
            })
        };
    }
    const fn row(
        language: Language,
        code: &'static str,
        judged: Option<Lang>,
        pack: Option<Pack>,
    ) -> Row {
        Row { language, code, judged, pack }
    }
    [
        row(L::French, "fr", Some(Lang::Fra), pack!("fr.txt", French)),
        row(L::English, "en", Some(Lang::Eng), pack!("en.txt", English)),
        row(L::German, "de", Some(Lang::Deu), pack!("de.txt", German)),
        row(L::Spanish, "es", Some(Lang::Spa), pack!("es.txt", Spanish)),
        row(L::Italian, "it", Some(Lang::Ita), pack!("it.txt", Italian)),
        row(L::Portuguese, "pt", Some(Lang::Por), pack!("pt.txt", Portuguese)),
        row(L::Dutch, "nl", Some(Lang::Nld), pack!("nl.txt", Dutch)),
        row(L::Russian, "ru", Some(Lang::Rus), None),
        row(L::Arabic, "ar", Some(Lang::Ara), None),
        row(L::Chinese, "zh", Some(Lang::Cmn), None),
        row(L::Japanese, "ja", Some(Lang::Jpn), None),
        row(L::Other, "und", None, None),
    ]
};

impl Language {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Other as usize + 1;

    /// The languages whose words are known.
    pub const PACKS: [Self; Self::Dutch as usize + 1] = {
        let mut packs = [Self::Other; Self::Dutch as usize + 1];
        let mut at = 0;
        while at < packs.len() {
            packs[at] = ROWS[at].language;
            at += 1;
        }
        packs
    };

    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Its code after BCP 47; `und` where it is not known.
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// Whether its words are known; without them only sentences, digits, percentages and dates
    /// in digits are read.
    pub const fn has_pack(self) -> bool {
        self.row().pack.is_some()
    }

    /// The one that the judge by trigrams means.
    pub(crate) fn of_judged(judged: Lang) -> Self {
        ROWS.iter().find(|row| row.judged == Some(judged)).map_or(Self::Other, |row| row.language)
    }

    /// Its words and settings; nothing where they are not known.
    pub(crate) const fn pack(self) -> &'static str {
        match &self.row().pack {
            Some(pack) => pack.words,
            None => "",
        }
    }

    /// Its words and settings as they are read; where they are not known, the scales of numbers.
    pub(super) const fn laid(self) -> Laid {
        match &self.row().pack {
            Some(pack) => pack.laid,
            None => laid!("scales.txt"),
        }
    }

    /// Its usual words, packed, and where their blocks begin; nothing where there is no list.
    pub(crate) const fn usual_words(self) -> (&'static str, &'static [u8]) {
        match &self.row().pack {
            Some(pack) => (pack.usual, pack.blocks),
            None => ("", &[]),
        }
    }

    /// What cuts its words to their stems; where none is known, the one of French.
    pub(crate) fn stemmer(self) -> Stemmer {
        match &self.row().pack {
            Some(pack) => (pack.stemmer)(),
            None => Stemmer::create(Algorithm::French),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_row_and_those_with_packs_come_first() {
        for (at, row) in ROWS.iter().enumerate() {
            assert_eq!(row.language as usize, at, "{}", row.code);
            assert_eq!(row.pack.is_some(), at < Language::PACKS.len(), "{}", row.code);
        }
    }
}
