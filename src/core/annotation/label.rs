//! The verdicts a desk uses: their names, signs and colours.

use super::model::VerdictId;

/// One verdict that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is stored.
    pub id: VerdictId,
    /// Its name in English.
    pub en: String,
    /// Its name in French.
    pub fr: String,
    /// One sign, one cell wide.
    pub symbol: char,
    /// The sign for terminals without Unicode.
    pub ascii: char,
    /// What its colour is.
    pub hue: Hue,
    /// The character that gives it.
    pub key: char,
}

/// A colour by name; the theme decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// For what holds.
    Green,
    /// For what does not.
    Red,
    /// For what is not known.
    Yellow,
    /// For what misleads.
    Magenta,
    /// For anything else.
    Blue,
    /// For anything else.
    Cyan,
    /// For what is set aside.
    Dim,
}

impl Hue {
    /// All of them by the name used in `claimdesk.toml`.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Green, "green"),
        (Self::Red, "red"),
        (Self::Yellow, "yellow"),
        (Self::Magenta, "magenta"),
        (Self::Blue, "blue"),
        (Self::Cyan, "cyan"),
        (Self::Dim, "dim"),
    ];
}

impl Label {
    /// The verdicts of a desk that says nothing about them.
    pub fn defaults() -> Vec<Self> {
        let label = |id: &str, en: &str, fr: &str, symbol, ascii, hue, key| Self {
            id: VerdictId(id.into()),
            en: en.into(),
            fr: fr.into(),
            symbol,
            ascii,
            hue,
            key,
        };
        vec![
            label("corroborated", "corroborated", "corroboré", '✓', '+', Hue::Green, 'c'),
            label("disputed", "disputed", "contesté", '✗', 'x', Hue::Red, 'd'),
            label("unverified", "unverified", "non vérifié", '?', '?', Hue::Yellow, 'u'),
            label("misleading", "misleading", "trompeur", '≈', '~', Hue::Magenta, 'm'),
            label("not-a-claim", "not a claim", "pas une affirmation", '–', '-', Hue::Dim, 'x'),
        ]
    }
}
