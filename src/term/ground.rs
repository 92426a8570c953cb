//! Asking the terminal for the colour of its ground.
//!
//! Own code, since the libraries for it wait for the answers in the order of
//! the questions, and multiplexers answer the second one (who are you?)
//! themselves before they pass on the answer to the first.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::input::{Answer, Inputs};

/// Longest wait for an answer: a slow line must not be mistaken for silence too often.
const PATIENCE: Duration = Duration::from_millis(200);
/// Longest wait once the terminal has said who it is but not what its ground is.
const GRACE: Duration = Duration::from_millis(30);

/// The ground's colour (OSC 11), then who the terminal is (DA1), which every terminal answers.
const QUESTIONS: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// A question to the terminal that is still to be answered.
#[derive(Debug)]
pub(crate) struct Asked {
    /// How long the answer is waited for.
    until: Instant,
}

/// Asks the terminal, which is in raw mode, for its ground; what it answers is taken later, since a
/// start has other things to do meanwhile. `None` where it cannot be asked.
pub(crate) fn ask() -> Option<Asked> {
    // The console of Windows reads answers as keys.
    if cfg!(windows) {
        return None;
    }
    let mut out = io::stdout();
    out.write_all(QUESTIONS).and_then(|()| out.flush()).ok()?;
    Some(Asked { until: Instant::now() + PATIENCE })
}

impl Asked {
    /// Whether the ground is light; waits for the answer a moment at most.
    ///
    /// `None` where the terminal has not said so by then; the answer may still come as an input.
    pub(crate) fn answer(self, inputs: &mut Inputs) -> Option<bool> {
        let (mut light, mut is_named, mut until) = (None, false, self.until);
        let judge = |answer| {
            match answer {
                Some(Answer::Ground(is_light)) => light = Some(is_light),
                Some(Answer::Identity) => {
                    is_named = true;
                    until = until.min(Instant::now() + GRACE);
                }
                None => {}
            }
            (light.is_none() || !is_named).then_some(until)
        };
        // A terminal that is gone is met again by who reads it next.
        let _ = inputs.answers(judge);
        light
    }
}

/// Reads `rgb:RRRR/GGGG/BBBB` (X11) and tells light from dark by luma (ITU-R BT.601).
pub(super) fn is_light(colour: &str) -> Option<bool> {
    let (_, parts) = colour.strip_prefix("rgb")?.split_once(':')?;
    let shares: Option<Vec<f64>> = parts.split('/').take(3).map(share).collect();
    match shares?.as_slice() {
        [red, green, blue] => Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5),
        _ => None,
    }
}

/// One to four hexadecimal digits as a share of the most they can say.
fn share(digits: &str) -> Option<f64> {
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
    Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        for (answer, expect) in [
            ("rgb:ffff/ffff/ffff", Some(true)),
            ("rgb:1e1e/1e1e/1e1e", Some(false)),
            ("rgba:fd/f6/e3/ff", Some(true)),
            ("rgb:", None),
            ("rgb:1e1e/1e1e", None),
            ("white", None),
            ("", None),
        ] {
            assert_eq!(is_light(answer), expect, "{answer:?}");
        }
    }
}
