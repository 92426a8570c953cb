//! Colours that a person chose, by what they are for.

use std::fmt;
use std::str::FromStr;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What draws the eye: the title of the pane one is in, keys.
    Accent,
    /// What may be overlooked.
    Dim,
    /// Lines between panes.
    Border,
    /// The current claim.
    Current,
    /// Open claims.
    Open,
    /// Figures, dates and names in them.
    Fact,
    /// Matches of a search.
    Found,
    /// Words being selected, the selected line of a list.
    Selection,
    /// Warnings, and verdicts that need a look.
    Warning,
    /// What people disagree on.
    Dispute,
    /// The last row.
    Foot,
    /// What lies over the panes.
    Dialog,
}

impl Role {
    /// How many there are.
    pub const COUNT: usize = Self::Dialog as usize + 1;
}

/// The colour of letters, that of their ground, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// The letters.
    pub ink: Option<Rgb>,
    /// What they stand on.
    pub ground: Option<Rgb>,
}

/// The colours that were chosen; the others stay those of the theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Palette([Paint; Role::COUNT]);

impl Palette {
    /// What was chosen for a role.
    pub const fn get(&self, role: Role) -> Paint {
        self.0[role as usize]
    }

    /// Chooses a colour.
    pub const fn set(&mut self, role: Role, paint: Paint) {
        self.0[role as usize] = paint;
    }
}

/// Reads `#rrggbb`, `on #rrggbb`, `#rrggbb on #rrggbb`; nothing chooses nothing.
impl FromStr for Paint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (ink, ground) = match *words {
            [] => (None, None),
            ["on", ground] => (None, Some(ground)),
            [ink] => (Some(ink), None),
            [ink, "on", ground] => (Some(ink), Some(ground)),
            _ => return Err(()),
        };
        Ok(Self { ink: ink.map(rgb).transpose()?, ground: ground.map(rgb).transpose()? })
    }
}

fn rgb(text: &str) -> Result<Rgb, ()> {
    let is_hex = |digits: &&str| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let digits = text.strip_prefix('#').filter(is_hex).ok_or(())?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).map_err(drop)?.to_be_bytes();
    Ok((red, green, blue))
}

impl fmt::Display for Paint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        if let Some((red, green, blue)) = self.ink {
            write!(f, "#{red:02x}{green:02x}{blue:02x}")?;
            gap = " ";
        }
        if let Some((red, green, blue)) = self.ground {
            write!(f, "{gap}on #{red:02x}{green:02x}{blue:02x}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_back() {
        for text in ["", "#56b4e9", "on #204880", "#ffffff on #204880"] {
            assert_eq!(text.parse::<Paint>().unwrap().to_string(), text);
        }
        for text in ["blue", "#fff", "#56b4eg", "on", "#56b4e9 #204880", "#+6b4e9"] {
            assert!(text.parse::<Paint>().is_err(), "{text}");
        }
    }
}
