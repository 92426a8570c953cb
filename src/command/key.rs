//! Keys and their names: `j`, `Ctrl-R`, `PgDn`.

use std::fmt;
use std::str::FromStr;

use crate::i18n::Lang;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A letter, figure or sign, as typed (Shift is part of it).
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PgUp,
    /// Page down.
    PgDn,
    /// A function key, from 1.
    F(u8),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Control held.
    pub ctrl: bool,
    /// Alt held.
    pub alt: bool,
    /// Shift held; never for characters, where it is part of the character.
    pub shift: bool,
    /// The key.
    pub code: Code,
}

impl Key {
    /// A key pressed alone.
    pub const fn plain(code: Code) -> Self {
        Self { ctrl: false, alt: false, shift: false, code }
    }

    /// The character this key types, where it types one.
    pub(crate) const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Keys whose names are not those of the settings, as they stand on keyboards: English, French.
const LABELS: [(Code, &str, &str); 15] = [
    (Code::Enter, "Enter", "Entrée"),
    (Code::Esc, "Esc", "Échap"),
    (Code::BackTab, "Shift-Tab", "Maj-Tab"),
    (Code::Backspace, "Backspace", "Retour arrière"),
    (Code::Delete, "Delete", "Suppr"),
    (Code::Insert, "Insert", "Inser"),
    (Code::Up, "↑", "↑"),
    (Code::Down, "↓", "↓"),
    (Code::Left, "←", "←"),
    (Code::Right, "→", "→"),
    (Code::Home, "Home", "Début"),
    (Code::End, "End", "Fin"),
    (Code::PgUp, "PgUp", "PgPréc"),
    (Code::PgDn, "PgDn", "PgSuiv"),
    (Code::Char(' '), "Space", "Espace"),
];

impl Key {
    /// What it is called on the screen: `Ctrl-R`, `Entrée`, `↑`.
    pub(crate) fn label(self, lang: Lang) -> String {
        let shift = lang.pick("Shift-", "Maj-");
        let held = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, shift)];
        let held: String = held.into_iter().filter_map(|(on, name)| on.then_some(name)).collect();
        match LABELS.iter().find(|(code, ..)| *code == self.code) {
            Some((_, en, fr)) => held + lang.pick(en, fr),
            None => {
                held + &Self { ctrl: false, alt: false, shift: false, ..self }.capital(self.ctrl)
            }
        }
    }

    /// Its name, a letter held with Control as a capital.
    fn capital(self, ctrl: bool) -> String {
        let name = self.to_string();
        if ctrl { name.to_uppercase() } else { name }
    }
}

const NAMED: [(Code, &str); 16] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift-Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Insert, "Insert"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PgUp, "PgUp"),
    (Code::PgDn, "PgDn"),
    (Code::Char(' '), "Space"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((_, name)) = NAMED.iter().find(|(code, _)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::F(n) => write!(f, "F{n}"),
            Code::Char(c) if self.ctrl => write!(f, "{}", c.to_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            _ => Ok(()),
        }
    }
}

/// Why a key's name was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; keys are written like j, Ctrl-R, Alt-x, Enter, PgDn, F3, Space")]
pub struct BadKey(pub String);

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(name: &str) -> Result<Self, BadKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = name;
        loop {
            if let Some((code, _)) =
                NAMED.iter().find(|(_, known)| known.eq_ignore_ascii_case(rest))
            {
                key.code = *code;
                return Ok(key);
            }
            let Some((modifier, after)) =
                rest.split_once('-').filter(|(m, after)| !m.is_empty() && !after.is_empty())
            else {
                break;
            };
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "c" => key.ctrl = true,
                "alt" | "a" => key.alt = true,
                "shift" | "s" => key.shift = true,
                _ => return Err(BadKey(name.into())),
            }
            rest = after;
        }
        let mut letters = rest.chars();
        key.code = match (letters.next(), letters.as_str()) {
            (Some('F' | 'f'), number) if !number.is_empty() => Code::F(
                number
                    .parse()
                    .ok()
                    .filter(|n| (1..=24).contains(n))
                    .ok_or_else(|| BadKey(name.into()))?,
            ),
            (Some(c), "") if key.ctrl => Code::Char(c.to_ascii_lowercase()),
            (Some(c), "") if key.shift => {
                key.shift = false;
                Code::Char(c.to_ascii_uppercase())
            }
            (Some(c), "") => Code::Char(c),
            _ => return Err(BadKey(name.into())),
        };
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_screen_keys_are_called_as_on_the_keyboard() {
        let label = |name: &str, lang| name.parse::<Key>().unwrap().label(lang);
        for (name, en, fr) in [
            ("Enter", "Enter", "Entrée"),
            ("Ctrl-R", "Ctrl-R", "Ctrl-R"),
            ("Alt-Left", "Alt-←", "Alt-←"),
            ("Shift-F3", "Shift-F3", "Maj-F3"),
            ("Shift-Tab", "Shift-Tab", "Maj-Tab"),
            ("j", "j", "j"),
            ("Backspace", "Backspace", "Retour arrière"),
        ] {
            assert_eq!((label(name, Lang::En), label(name, Lang::Fr)), (en.into(), fr.into()));
        }
    }

    #[test]
    fn names_read_back() {
        for name in [
            "j",
            "J",
            "Ctrl-R",
            "Ctrl-Left",
            "Shift-Tab",
            "Space",
            "PgDn",
            "F3",
            "Shift-F3",
            "Alt-x",
            "-",
            "Ctrl--",
            "?",
            "{",
        ] {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), name);
        }
        for name in ["", "Ctrl-", "Hyper-x", "F99", "jj"] {
            assert!(name.parse::<Key>().is_err(), "{name}");
        }
    }
}
