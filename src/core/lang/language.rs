//! The languages, and the pack of words of each.

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

    /// The languages whose words are known.
    pub const PACKS: [Self; 7] = [
        Self::French,
        Self::English,
        Self::German,
        Self::Spanish,
        Self::Italian,
        Self::Portuguese,
        Self::Dutch,
    ];

    /// How many there are.
    pub(crate) const COUNT: usize = Self::Other as usize + 1;

    /// Its words and settings; nothing where they are not known.
    pub(crate) const fn pack(self) -> &'static str {
        match self {
            Self::French => include_str!("packs/fr.txt"),
            Self::English => include_str!("packs/en.txt"),
            Self::German => include_str!("packs/de.txt"),
            Self::Spanish => include_str!("packs/es.txt"),
            Self::Italian => include_str!("packs/it.txt"),
            Self::Portuguese => include_str!("packs/pt.txt"),
            Self::Dutch => include_str!("packs/nl.txt"),
            _ => "",
        }
    }
}
