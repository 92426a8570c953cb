//! What the terminal can do, from what the environment says of it.

use std::io;

/// What is known of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Abilities {
    /// Bits of colour: 0, 4, 8 or 24.
    pub color_bits: u8,
    /// Whether it shows more than ASCII.
    pub unicode: bool,
    /// Whether its ground is light, where that is known.
    pub light: Option<bool>,
    /// Whether it is known to open links (OSC 8).
    pub links: bool,
}

/// The variables that tell something of the terminal, without those whose value is nobody's business.
pub(crate) const TELLING: [&str; 11] = [
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "VTE_VERSION",
    "KONSOLE_VERSION",
    "COLORFGBG",
    "NO_COLOR",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
];

/// Columns and rows of the terminal on standard output.
///
/// # Errors
/// Where it is none.
pub(crate) fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// Reads the environment's word on the terminal.
///
/// `NO_COLOR` (no-color.org), `COLORTERM`, `TERM`, `COLORFGBG` and the locale
/// are the customary sources.
pub(crate) fn abilities(read: impl Fn(&str) -> Option<String>) -> Abilities {
    let set = |name: &str| read(name).filter(|value| !value.is_empty());
    let term = set("TERM").unwrap_or_default();
    let colorterm = set("COLORTERM").unwrap_or_default();
    let color_bits = if set("NO_COLOR").is_some() || term == "dumb" {
        0
    } else if matches!(colorterm.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
        24
    } else if term.contains("256color")
        || matches!(term.as_str(), "xterm-kitty" | "alacritty" | "foot" | "wezterm" | "tmux")
    {
        8
    } else {
        4
    };
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| set(name));
    // Where no locale is set at all, a terminal of today is the better guess.
    let unicode = term != "linux"
        && locale.is_none_or(|l| l.to_ascii_lowercase().replace('-', "").contains("utf8"));
    let ground = set("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
    let light = ground.map(|color| color == 7 || color >= 9);
    Abilities { color_bits, unicode, light, links: has_links(&term, set) }
}

/// Terminals that open links and say so in `TERM`.
const LINKING: [&str; 7] =
    ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio"];

/// Terminals that open links and say so in `TERM_PROGRAM`.
const LINKING_PROGRAMS: [&str; 10] = [
    "iTerm.app",
    "WezTerm",
    "vscode",
    "ghostty",
    "Hyper",
    "rio",
    "mintty",
    "Tabby",
    "zed",
    "WarpTerminal",
];

/// Whether the terminal is one of those known to open links
/// (<https://github.com/Alhadis/OSC8-Adoption>): others may print what they do
/// not know. In tmux it is tmux that has to pass them on, which it does from 3.4 on.
fn has_links(term: &str, set: impl Fn(&str) -> Option<String>) -> bool {
    let number = |name: &str| set(name).and_then(|value| value.parse::<u32>().ok());
    if matches!(term, "dumb" | "linux") || set("STY").is_some() {
        return false;
    }
    if set("TMUX").is_some() || term.starts_with("tmux") || term.starts_with("screen") {
        let version =
            set("TERM_PROGRAM_VERSION").filter(|_| set("TERM_PROGRAM").as_deref() == Some("tmux"));
        return version.is_some_and(|version| at_least(&version, (3, 4)));
    }
    LINKING.iter().any(|name| term.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
        || set("TERM_PROGRAM").is_some_and(|name| LINKING_PROGRAMS.contains(&name.as_str()))
        // GNOME Terminal and all others made of VTE, from 0.50 on.
        || number("VTE_VERSION").is_some_and(|version| version >= 5000)
        || number("KONSOLE_VERSION").is_some_and(|version| version >= 201_200)
        || set("WT_SESSION").is_some()
}

/// Whether a version such as `3.5a` is this one or a later one.
fn at_least(version: &str, least: (u32, u32)) -> bool {
    let number =
        |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
    let (major, minor) = version.split_once('.').unwrap_or((version, "0"));
    number(major).zip(number(minor)).is_some_and(|version| version >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(vars: &[(&str, &str)], expect: (u8, bool, Option<bool>)) {
        let got = abilities(|name| {
            vars.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        });
        assert_eq!((got.color_bits, got.unicode, got.light), expect);
    }

    #[test]
    fn links_are_for_terminals_that_open_them() {
        let links = |vars: &[(&str, &str)]| {
            let value = |name: &str| vars.iter().find(|(known, _)| *known == name);
            abilities(|name| value(name).map(|(_, value)| (*value).to_owned())).links
        };
        for vars in [
            &[("TERM", "xterm-kitty")][..],
            &[("TERM", "foot-extra")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")],
            &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "vscode")],
            &[
                ("TERM", "tmux-256color"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "3.5a"),
            ],
        ] {
            assert!(links(vars), "{vars:?}");
        }
        for vars in [
            &[][..],
            &[("TERM", "dumb"), ("VTE_VERSION", "7600")],
            &[("TERM", "linux")],
            &[("TERM", "xterm-256color")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "4600")],
            &[
                ("TERM", "tmux-256color"),
                ("TERM_PROGRAM", "tmux"),
                ("TERM_PROGRAM_VERSION", "3.3a"),
            ],
            &[("TERM", "screen-256color"), ("VTE_VERSION", "7600")],
            &[("TERM", "xterm-kitty"), ("TMUX", "/tmp/tmux-0/default,1,0")],
        ] {
            assert!(!links(vars), "{vars:?}");
        }
    }

    #[test]
    fn the_environment_is_understood() {
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], (24, true, None));
        check(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], (0, true, None));
        check(
            &[("TERM", "xterm"), ("LANG", "fr_FR.UTF-8"), ("COLORFGBG", "0;15")],
            (4, true, Some(true)),
        );
        check(&[("TERM", "linux"), ("LANG", "C")], (4, false, None));
        check(
            &[("TERM", "rxvt"), ("LC_ALL", "POSIX"), ("COLORFGBG", "15;default;0")],
            (4, false, Some(false)),
        );
    }
}
