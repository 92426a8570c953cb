//! Counts what loops over a desk do, so that tests can show that no work grows
//! with the square of the desk. Outside of tests nothing is counted.

#[cfg(not(test))]
pub(super) const fn step() {}

#[cfg(test)]
pub(super) use counted::{step, steps};

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    std::thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(in super::super) fn step() {
        STEPS.set(STEPS.get() + 1);
    }

    /// How many steps this takes.
    pub(in super::super) fn steps(run: impl FnOnce()) -> usize {
        let before = STEPS.get();
        run();
        STEPS.get() - before
    }
}
