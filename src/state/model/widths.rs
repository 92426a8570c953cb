//! How wide the person made the panes.

/// What differs from the widths that a screen has by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// Cells more for the list of articles.
    pub list: i16,
    /// Cells more for the claim.
    pub claim: i16,
    /// Whether the list is hidden while the keys go elsewhere.
    pub hides_list: bool,
}
