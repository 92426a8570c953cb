//! The same work on many things, on all processors.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// So many things may be worked on before the first of them is taken: enough that a long one keeps
/// nobody waiting for long, and few enough that their answers take little room.
const AHEAD: usize = 128;

/// Works on each thing and hands the answers over in order, while the next ones are worked on. Each
/// thread keeps what `start` gives it, such as words it has seen before.
///
/// # Errors
/// The first that `take` gives; then nothing further is begun.
pub(crate) fn in_order<T: Sync, S, R: Send, E>(
    things: &[T],
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let turns = Turns::of(things.len());
    let (sender, answers) = channel();
    thread::scope(|scope| {
        for _ in 0..processors().min(things.len()) {
            let (sender, turns, start, work) = (sender.clone(), &turns, &start, &work);
            scope.spawn(move || {
                let mut kept = start();
                while let Some(turn) = turns.next() {
                    // Who takes the answers would wait for this one for ever.
                    let answer = catch_unwind(AssertUnwindSafe(|| work(&mut kept, &things[turn])));
                    if sender.send((turn, answer)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        // However this ends, the threads do.
        let _end = End(&turns);
        let (mut early, mut turn) = (BTreeMap::new(), 0);
        for (which, answer) in answers {
            early.insert(which, answer);
            while let Some(answer) = early.remove(&turn) {
                take(answer.unwrap_or_else(|panic| resume_unwind(panic)))?;
                turn += 1;
                turns.taken(turn);
            }
        }
        Ok(())
    })
}

/// Who works on which thing next.
struct Turns {
    things: usize,
    /// How many were begun, and how many taken.
    counts: Mutex<(usize, usize)>,
    /// Rings when there is room for more.
    room: Condvar,
}

impl Turns {
    fn of(things: usize) -> Self {
        Self { things, counts: Mutex::default(), room: Condvar::new() }
    }

    /// The next one to work on, once not too many wait to be taken; none when all are begun.
    fn next(&self) -> Option<usize> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |counts: &mut (usize, usize)| {
            let (begun, taken) = *counts;
            begun < self.things && begun >= taken + AHEAD
        };
        let counts = self.room.wait_while(counts, is_full);
        let mut counts = counts.unwrap_or_else(PoisonError::into_inner);
        let turn = counts.0;
        counts.0 += 1;
        (turn < self.things).then_some(turn)
    }

    /// So many are taken.
    fn taken(&self, count: usize) {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).1 = count;
        self.room.notify_all();
    }
}

/// Lets nothing further begin when it goes.
struct End<'a>(&'a Turns);

impl Drop for End<'_> {
    fn drop(&mut self) {
        let mut counts = self.0.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.0 = counts.0.max(self.0.things);
        self.0.room.notify_all();
    }
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// The same for all of them at once; the answers are in no order.
pub(crate) fn each<T, S, R: Send>(
    things: impl ExactSizeIterator<Item = T> + Send,
    start: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, T) -> R + Sync,
) -> Vec<R> {
    let processors = processors().min(things.len());
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

/// How far background threads stand back (`nice`), 0 to 19.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// Lets the thread that draws go first on a busy machine.
pub(super) fn step_back() {
    // Of all systems only this one takes the number of a thread for that of a process.
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), NICE) {
        tracing::warn!("the background work is not put behind: {error}");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn answers_come_in_order_until_one_is_refused() {
        let things: Vec<usize> = (0..3 * AHEAD).collect();
        let mut taken = Vec::new();
        let done = in_order(
            &things,
            || (),
            |(), n| n * 2,
            |n| {
                taken.push(n);
                if n == 2 * AHEAD { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!(done, Err("enough"));
        assert_eq!(taken, (0..=AHEAD).map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn no_answer_is_lost_and_none_is_begun_far_ahead() {
        let things: Vec<usize> = (0..3 * AHEAD).collect();
        let taken = AtomicUsize::new(0);
        let work = |(): &mut (), n: &usize| {
            assert!(*n < taken.load(Ordering::SeqCst) + AHEAD);
            *n
        };
        let take = |n| {
            assert_eq!(n, taken.fetch_add(1, Ordering::SeqCst));
            Ok::<_, ()>(())
        };
        assert_eq!(in_order(&things, || (), work, take), Ok(()));
        assert_eq!(taken.into_inner(), things.len());
        assert_eq!(in_order(&[0_usize; 0], || (), |(), n| *n, |_| Err(())), Ok(()));
    }

    #[test]
    fn a_panic_ends_it() {
        let things: Vec<usize> = (0..3 * AHEAD).collect();
        let work = |(): &mut (), n: &usize| assert_ne!(*n, AHEAD);
        let done =
            catch_unwind(AssertUnwindSafe(|| in_order(&things, || (), work, |()| Ok::<_, ()>(()))));
        assert!(done.is_err());
    }
}
