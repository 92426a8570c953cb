//! Messages on their way to somebody whose language is not known where they are made.

use std::fmt::Display;

use super::{Lang, Text};

/// What stands for a `{}`: in each language its own words, or the same in all.
pub(crate) trait Value {
    /// The value in `lang`.
    fn told(&self, lang: Lang) -> String;
}

impl<T: Display + ?Sized> Value for T {
    fn told(&self, _: Lang) -> String {
        self.to_string()
    }
}

impl Value for Text {
    fn told(&self, lang: Lang) -> String {
        self.to(lang).to_owned()
    }
}

/// A message with its values, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// English, which programs read, too.
    pub(crate) en: String,
    fr: String,
}

impl Message {
    /// What `tell` says in each language.
    pub(crate) fn of(tell: impl Fn(Lang) -> String) -> Self {
        Self { en: tell(Lang::En), fr: tell(Lang::Fr) }
    }

    /// What is the same in every language: a name, or what another program said.
    pub(crate) fn same(words: impl Display) -> Self {
        let words = words.to_string();
        Self { en: words.clone(), fr: words }
    }

    /// The same with a change of its letters in each language.
    pub(crate) fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self { en: change(&self.en), fr: change(&self.fr) }
    }

    /// The message in `lang`.
    pub(crate) fn to(&self, lang: Lang) -> &str {
        lang.pick(&self.en, &self.fr)
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self::of(|lang| text.to(lang).to_owned())
    }
}

impl Value for Message {
    fn told(&self, lang: Lang) -> String {
        self.to(lang).to_owned()
    }
}
