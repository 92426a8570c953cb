//! The same work on many things, on all processors.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    for part in things.chunks(PART) {
        for answer in all(part, &start, &work, processors.min(part.len())) {
            take(answer)?;
        }
    }
    Ok(())
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

/// The answers for one part, in order.
fn all<T: Sync, S, R: Send>(
    part: &[T],
    start: &(impl Fn() -> S + Sync),
    work: &(impl Fn(&mut S, &T) -> R + Sync),
    threads: usize,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::with_capacity(part.len()));
    let worker = || {
        let mut kept = start();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = part.get(i) else { return };
            let answer = work(&mut kept, thing);
            answers.lock().unwrap_or_else(PoisonError::into_inner).push((i, answer));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(worker);
        }
        worker();
    });
    let mut answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    answers.sort_unstable_by_key(|(i, _)| *i);
    answers.into_iter().map(|(_, answer)| answer).collect()
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
