//! The verdicts a desk uses: their names, signs and colours.

use super::model::{Annotation, VerdictId};

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
    /// When it is given, as the team's code book says; empty where it does not.
    pub help: String,
    /// What must stand beside it.
    pub needs: Vec<Need>,
    /// What search engines show for it; else its name.
    pub rating: Option<String>,
}

/// What a team asks for beside a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// At least one piece of evidence.
    Evidence,
    /// A note.
    Note,
}

impl Need {
    /// All of them by the name used in `claimdesk.toml`.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Evidence, "evidence"), (Self::Note, "note")];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Evidence => Self::ALL[0].1,
            Self::Note => Self::ALL[1].1,
        }
    }

    /// Whether it stands there.
    pub fn is_met(self, annotation: &Annotation) -> bool {
        match self {
            Self::Evidence => !annotation.evidence.is_empty(),
            Self::Note => !annotation.note.trim().is_empty(),
        }
    }
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
    /// What an annotation with this verdict still lacks.
    pub fn lacks(&self, annotation: &Annotation) -> impl Iterator<Item = Need> {
        self.needs.iter().copied().filter(|need| !need.is_met(annotation))
    }

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
            help: String::new(),
            needs: Vec::new(),
            rating: None,
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
