//! How much of an article is pointed out.

/// How many claims are pointed out: the setting of `+` and `-`. Of a claim, the first level at
/// which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// How many levels there are.
    pub const COUNT: usize = 5;
    /// The level that shows fewest.
    pub const FEWEST: Self = Self(0);
    /// The level that shows all.
    pub const ALL: Self = Self(Self::COUNT as u8 - 1);

    /// A level by number, 0 (fewest) to 4 (all).
    pub fn new(number: u8) -> Self {
        Self(number.min(Self::ALL.0))
    }

    /// All of them, from few claims to all.
    pub fn every() -> impl Iterator<Item = Self> {
        (0..=Self::ALL.0).map(Self)
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// One step towards more claims.
    #[must_use]
    pub fn more(self) -> Self {
        Self::new(self.0 + 1)
    }

    /// One step towards fewer.
    #[must_use]
    pub const fn fewer(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// How strongly a claim of this level speaks.
    pub fn strength(self) -> Strength {
        match self.cmp(&Self::default()) {
            std::cmp::Ordering::Greater if self == Self::ALL => Strength::Weak,
            std::cmp::Ordering::Greater => Strength::Fair,
            _ => Strength::Strong,
        }
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(2)
    }
}

/// How strongly a claim speaks among those of its article: a rank, not a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only at the level that shows all.
    Weak,
    /// At one level more than the default.
    Fair,
    /// Pointed out by default.
    Strong,
}

impl Strength {
    /// Its stable name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Strong => "strong",
        }
    }
}
