//! Asking the terminal for the colour of its ground.
//!
//! Own code, since the libraries for it wait for the answers in the order of
//! the questions, and multiplexers answer the second one (who are you?)
//! themselves before they pass on the answer to the first.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Longest wait for an answer: a slow line must not be mistaken for silence too often.
const PATIENCE: Duration = Duration::from_millis(200);
/// Longest wait once the terminal has said who it is but not what its ground is.
const GRACE: Duration = Duration::from_millis(30);

/// The ground's colour (OSC 11), then who the terminal is (DA1), which every terminal answers.
const QUESTIONS: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// Asks the terminal whether its ground is light, for at most a moment.
///
/// Must be asked before anything else reads the terminal. `None` where it does not say.
pub fn ask_light() -> Option<bool> {
    enable_raw_mode().ok()?;
    let answer = ask();
    let _ = disable_raw_mode();
    light(&answer.ok()?)
}

fn ask() -> io::Result<Vec<u8>> {
    let mut out = io::stdout();
    out.write_all(QUESTIONS)?;
    out.flush()?;
    let mut deadline = Instant::now() + PATIENCE;
    let mut answer = Vec::new();
    while !(is_colored(&answer) && is_named(&answer)) && is_readable(deadline) {
        let mut some = [0; 256];
        let count = rustix::io::read(io::stdin(), &mut some)?;
        if count == 0 {
            break;
        }
        let named = is_named(&answer);
        answer.extend_from_slice(&some[..count]);
        if !named && is_named(&answer) {
            deadline = deadline.min(Instant::now() + GRACE);
        }
    }
    Ok(answer)
}

fn is_readable(deadline: Instant) -> bool {
    let left = deadline.saturating_duration_since(Instant::now());
    let Ok(left) = Timespec::try_from(left) else { return false };
    let stdin = io::stdin();
    poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&left)).is_ok_and(|ready| ready > 0)
}

/// Whether the answer to DA1 is there: `ESC [ ? … c`.
fn is_named(answer: &[u8]) -> bool {
    let start = memchr::memmem::find(answer, b"\x1b[?");
    start.is_some_and(|start| answer[start..].contains(&b'c'))
}

/// Whether the answer to OSC 11 is there, up to its end (BEL or ST).
fn is_colored(answer: &[u8]) -> bool {
    let start = memchr::memmem::find(answer, b"\x1b]11;");
    start.is_some_and(|start| answer[start + 5..].iter().any(|b| matches!(b, 0x07 | 0x1b)))
}

/// Reads `rgb:RRRR/GGGG/BBBB` (X11) and tells light from dark by luma (ITU-R BT.601).
fn light(answer: &[u8]) -> Option<bool> {
    let text = String::from_utf8_lossy(answer);
    let (_, colour) = text.split_once("]11;rgb")?;
    let (_, parts) = colour.split_once(':')?;
    let end = parts.find(|c: char| !c.is_ascii_hexdigit() && c != '/').unwrap_or(parts.len());
    let shares: Option<Vec<f64>> = parts[..end].split('/').take(3).map(share).collect();
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
    fn answers_in_any_order_are_read() {
        for (answer, expect) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c", Some(true)),
            ("\x1b[?62;22c\x1b]11;rgb:1e1e/1e1e/1e1e\x07", Some(false)),
            ("\x1b]11;rgba:fd/f6/e3/ff\x1b\\", Some(true)),
            ("\x1b[?1;2c", None),
            ("\x1b]11;rgb:\x1b\\", None),
            ("", None),
        ] {
            assert_eq!(light(answer.as_bytes()), expect, "{answer:?}");
        }
        assert!(is_named(b"\x1b]11;rgb:0/0/0\x1b\\\x1b[?62c") && !is_named(b"\x1b]11;rgb:0c/0/0"));
        assert!(is_colored(b"\x1b[?62c\x1b]11;rgb:0/0/0\x07") && !is_colored(b"\x1b]11;rgb:0/0"));
    }
}
