//! How far the lesson is.

/// How things stood when a step began.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    pub(in crate::state) current: Option<usize>,
    pub(in crate::state) verdicts: usize,
    pub(in crate::state) notes: usize,
    pub(in crate::state) evidence: usize,
    pub(in crate::state) annotations: usize,
    pub(in crate::state) trail: usize,
}

/// How far the lesson is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tutor {
    pub(in crate::state) step: usize,
    pub(in crate::state) mark: Mark,
}
