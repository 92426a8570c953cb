//! How the screen looks, as far as a person or the terminal chose it.

use crate::core::palette::Palette;

/// Which palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Light words on a dark ground.
    #[default]
    Dark,
    /// Dark words on a light ground.
    Light,
    /// Strong colours on the terminal's own dark ground.
    Contrast,
    /// The same on a light one.
    ContrastLight,
}

impl Scheme {
    /// The same palette, once the ground is known.
    #[must_use]
    pub(crate) const fn on_ground(self, is_light: bool) -> Self {
        match (self, is_light) {
            (Self::Contrast | Self::ContrastLight, false) => Self::Contrast,
            (Self::Contrast | Self::ContrastLight, true) => Self::ContrastLight,
            _ => Self::of_ground(is_light),
        }
    }

    /// Whether it is made of strong colours, without tinted grounds.
    pub(crate) const fn is_contrast(self) -> bool {
        matches!(self, Self::Contrast | Self::ContrastLight)
    }

    /// The colours for a light or a dark ground.
    pub(crate) const fn of_ground(is_light: bool) -> Self {
        if is_light { Self::Light } else { Self::Dark }
    }
}

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none wanted (`NO_COLOR`).
    None,
    /// The sixteen of old.
    Sixteen,
    /// The 256 of most terminals.
    Indexed,
    /// All.
    #[default]
    True,
}

/// The look in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Which palette.
    pub scheme: Scheme,
    /// How many colours.
    pub depth: Depth,
    /// Only ASCII signs.
    pub ascii: bool,
    /// Links are told to the terminal, which opens them by itself.
    pub links: bool,
    /// Colours of one's own.
    pub palette: Palette,
}
