//! Counts how often a token or the words of a stretch are looked at, so that tests can show that
//! reading a text does not grow with the square of one sentence. Outside of tests nothing is counted.

#[cfg(not(test))]
pub(super) const fn look() {}

#[cfg(test)]
pub(super) use counted::{look, looks};

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    std::thread_local! {
        static LOOKS: Cell<usize> = const { Cell::new(0) };
    }

    pub(in super::super) fn look() {
        LOOKS.set(LOOKS.get() + 1);
    }

    /// How many looks this takes.
    pub(in super::super) fn looks(run: impl FnOnce()) -> usize {
        let before = LOOKS.get();
        run();
        LOOKS.get() - before
    }
}
