//! What the terminal can do, from what the environment says of it.

/// What is known of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// Bits of colour: 0, 4, 8 or 24.
    pub color_bits: u8,
    /// Whether it shows more than ASCII.
    pub unicode: bool,
    /// Whether its ground is light, where that is known.
    pub light: Option<bool>,
}

/// Reads the environment's word on the terminal.
///
/// `NO_COLOR` (no-color.org), `COLORTERM`, `TERM`, `COLORFGBG` and the locale
/// are the customary sources.
pub fn abilities(read: impl Fn(&str) -> Option<String>) -> Abilities {
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
    Abilities { color_bits, unicode, light: ground.map(|color| color == 7 || color >= 9) }
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
