//! Deciding for the team: a way to be on the desk in which verdict keys give final verdicts.

/// How an editor decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adjudication {
    /// Whether the people's names are hidden from the editor.
    pub nameless: bool,
}
