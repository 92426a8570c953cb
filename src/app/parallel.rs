//! The same work on many things, on all processors.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// So many things are worked on before the first answer of the next part is awaited: enough that
/// a long one keeps nobody waiting for long, and few enough that their answers take little room.
const PART: usize = 128;

/// Works on each thing and hands the answers over in order, a part of them at a time. Each thread
/// keeps what `start` gives it, such as words it has seen before.
///
/// # Errors
/// The first that `take` gives; then no further part is begun.
pub(crate) fn in_order<T: Sync, S, R: Send, E>(
    things: &[T],
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    for part in things.chunks(PART) {
        let numbered = part.iter().enumerate();
        let mut answers = each(numbered, &start, |kept, (i, thing)| (i, work(kept, thing)));
        answers.sort_unstable_by_key(|(i, _)| *i);
        for (_, answer) in answers {
            take(answer)?;
        }
    }
    Ok(())
}

/// The same for all of them at once; the answers are in no order.
pub(crate) fn each<T, S, R: Send>(
    things: impl ExactSizeIterator<Item = T> + Send,
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, T) -> R + Sync,
) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get).min(things.len());
    let things = Mutex::new(things);
    let worker = || {
        let mut kept = start();
        let next = || things.lock().unwrap_or_else(PoisonError::into_inner).next();
        std::iter::from_fn(next).map(|thing| work(&mut kept, thing)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..processors).map(|_| scope.spawn(worker)).collect();
        let mut answers = worker();
        for other in others {
            answers.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        answers
    })
}

/// Does something while another thread does something else, and gives what both gave.
pub(crate) fn beside<A: Send, B>(
    other: impl FnOnce() -> A + Send,
    this: impl FnOnce() -> B,
) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let this = this();
        (other.join().unwrap_or_else(|panic| resume_unwind(panic)), this)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order_until_one_is_refused() {
        let things: Vec<usize> = (0..3 * PART).collect();
        let mut taken = Vec::new();
        let done = in_order(
            &things,
            || (),
            |(), n| n * 2,
            |n| {
                taken.push(n);
                if n == 2 * PART { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!(done, Err("enough"));
        assert_eq!(taken, (0..=PART).map(|n| n * 2).collect::<Vec<_>>());
    }
}
