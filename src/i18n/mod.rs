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

pub(crate) mod help;
pub(crate) mod line;
mod message;
pub(crate) mod messages;
pub(crate) mod slots;
pub(crate) mod team;

pub(crate) use message::{Message, Value};

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

    /// A number with a decimal point as people write it: `−0,99`.
    pub(crate) fn decimals(self, number: &str) -> String {
        let number = number.replace('-', "−");
        if self == Self::Fr { number.replace('.', ",") } else { number }
    }

    /// The same, with its thousands apart where it is long: `220,000,000`, `220 000 000`, but `2026`.
    pub(crate) fn grouped(self, number: &str) -> String {
        let number = self.decimals(number);
        let whole = number.find(['.', ',']).unwrap_or(number.len());
        let sign = number.len() - number.trim_start_matches('−').len();
        let mark = if self == Self::Fr { '\u{a0}' } else { ',' };
        let mut out = number[..sign].to_owned();
        let digits = whole - sign;
        for (at, digit) in number[sign..whole].chars().enumerate() {
            if digits > 4 && at > 0 && (digits - at).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out + &number[whole..]
    }

    /// Whether a number, as it is written, is one: in French none is, too.
    fn is_one(self, number: &str) -> bool {
        number == "1" || self == Self::Fr && number == "0"
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

    /// The message in `lang`: each `{}` is replaced by the next value, each `{one|many}` by what goes
    /// with the number before it.
    pub(crate) fn fill(self, lang: Lang, values: &[&dyn Value]) -> String {
        let mut out = String::new();
        let (mut values, mut number) = (values.iter(), String::new());
        let mut parts = self.to(lang).split('{');
        out.extend(parts.next());
        for part in parts {
            let (inside, behind) = part.split_once('}').unwrap_or((part, ""));
            match inside.split_once('|') {
                Some((one, many)) => out.push_str(if lang.is_one(&number) { one } else { many }),
                None => {
                    let value = values.next().map(|value| value.told(lang)).unwrap_or_default();
                    out.push_str(&value);
                    if value.bytes().all(|b| b.is_ascii_digit()) {
                        number = value;
                    }
                }
            }
            out.push_str(behind);
        }
        out
    }

    /// The message in both languages, for whoever tells it later.
    pub(crate) fn with(self, values: &[&dyn Value]) -> Message {
        Message::of(|lang| self.fill(lang, values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_written_so_that_they_can_be_read() {
        let both = |number| [Lang::En, Lang::Fr].map(|lang| lang.grouped(number));
        assert_eq!(both("220000000"), ["220,000,000", "220\u{a0}000\u{a0}000"]);
        assert_eq!(both("-12345.5"), ["−12,345.5", "−12\u{a0}345,5"]);
        assert_eq!(both("2026"), ["2026", "2026"]);
        assert_eq!(both("0.125"), ["0.125", "0,125"]);
    }

    #[test]
    fn a_number_chooses_the_form_of_what_follows_it() {
        let text = text(
            "{} of {} {claim|claims} in {}: {it|all} {}",
            "{} {traitée|traitées} sur {} dans {} : {elle|toutes} {}",
        );
        let said = |lang, n: usize, all: usize| text.fill(lang, &[&n, &all, &"a {} b", &"x"]);
        assert_eq!(said(Lang::En, 0, 1), "0 of 1 claim in a {} b: it x");
        assert_eq!(said(Lang::En, 1, 0), "1 of 0 claims in a {} b: all x");
        assert_eq!(said(Lang::Fr, 0, 2), "0 traitée sur 2 dans a {} b : toutes x");
        assert_eq!(said(Lang::Fr, 2, 3), "2 traitées sur 3 dans a {} b : toutes x");
    }

    /// Whoever writes `{} claims` gets `1 claims` some day.
    #[test]
    fn no_number_stands_before_a_plural_alone() {
        const NOUNS: [&str; 22] = [
            "articles",
            "claims",
            "verdicts",
            "files",
            "matches",
            "documents",
            "words",
            "sources",
            "quotes",
            "commits",
            "changes",
            "people",
            "notebooks",
            "lines",
            "affirmations",
            "fichiers",
            "résultats",
            "mots",
            "citations",
            "changements",
            "personnes",
            "caractères",
        ];
        for (name, text) in messages::ALL.iter().chain(team::ALL) {
            for text in [text.en, text.fr] {
                let noun = |behind: &str| {
                    let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
                    NOUNS.contains(&&behind[..end])
                };
                let alone = text.split("{} ").skip(1).any(noun);
                assert!(!alone || *name == "DESK_DECIDED", "{name}: {text}");
            }
        }
    }
}
