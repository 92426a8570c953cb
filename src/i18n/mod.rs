//! What is said: every word of the interface, in English and French.
//!
//! A [`Text`] holds both languages, so none can be missing.

/// A table of messages: `NAME: "English", "French";`.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $fr:literal;)*) => {
        $($(#[$doc])* pub(crate) const $name: Text = text($en, $fr);)*
        /// Every message with its name, for the tests of the table.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, Text)] = &[$((stringify!($name), $name)),*];
    };
}

pub(crate) mod messages;
pub(crate) mod slots;
pub(crate) mod team;

use std::fmt::Display;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// The one of two texts that is in this language.
    pub(crate) const fn pick<'a>(self, en: &'a str, fr: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Fr => fr,
        }
    }

    /// The language of a locale such as `fr_FR.UTF-8`, or of a bare `fr`.
    pub(crate) fn of_locale(locale: &str) -> Self {
        if locale.starts_with("fr") { Self::Fr } else { Self::En }
    }

    /// The language of the first of these variables that is set, as POSIX orders them.
    pub(crate) fn of_environment(read: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| read(name).filter(|value| !value.is_empty()))
            .map_or(Self::En, |locale| Self::of_locale(&locale))
    }
}

/// One message in all languages. `{}` stands for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

/// A message of both languages, in one line of a table.
pub(crate) const fn text(en: &'static str, fr: &'static str) -> Text {
    Text { en, fr }
}

impl Text {
    /// The message in `lang`.
    pub(crate) const fn to(self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.fr)
    }

    /// The one of two messages that goes with a number: in French none is still one.
    #[must_use]
    pub(crate) fn or_many(self, many: Self, count: usize, lang: Lang) -> Self {
        match (count, lang) {
            (1, _) | (0, Lang::Fr) => self,
            _ => many,
        }
    }

    /// The message in `lang`, each `{}` replaced by the next value.
    pub(crate) fn fill(self, lang: Lang, values: &[&dyn Display]) -> String {
        let mut out = String::new();
        let mut values = values.iter();
        for (i, part) in self.to(lang).split("{}").enumerate() {
            if i > 0
                && let Some(value) = values.next()
            {
                out.push_str(&value.to_string());
            }
            out.push_str(part);
        }
        out
    }
}
