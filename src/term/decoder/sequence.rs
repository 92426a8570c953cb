//! What a whole escape sequence means.
//!
//! After xterm's "Control Sequences" (<https://invisible-island.net/xterm/ctlseqs>), its modifyOtherKeys,
//! rxvt's keys, and kitty's keyboard protocol.

use std::ops::BitOr;

use super::super::ground;
use super::super::input::{Act, Answer, Input, chord};
use crate::command::{Code, Key};

/// A CSI sequence: what stands between `ESC [` and its final byte.
pub(super) fn csi(body: &[u8], last: u8) -> Option<Input> {
    match body.first() {
        Some(b'<') => return mouse_sgr(&body[1..], last),
        Some(b'?') if last == b'n' => return scheme(&body[1..]),
        Some(b'?') if last == b'c' => return Some(Input::Answer(Answer::Identity)),
        Some(b'=' | b'>' | b'?') => return None,
        _ => {}
    }
    let parameters = Parameters::of(body)?;
    match last {
        b'~' if parameters.number(0) == Some(27) => {
            key(codepoint(parameters.number(2)?)?, parameters.held()?)
        }
        b'~' | b'^' | b'$' | b'@' => {
            let held = parameters.held()? | rxvt(last);
            key(numbered(parameters.number(0)?)?, held)
        }
        b'u' => unicode(&parameters),
        b'M' => mouse_rxvt(&parameters),
        // With two numbers it is the place of the cursor, which somebody asked for.
        b'R' if !body.is_empty() => None,
        b'a'..=b'd' if body.is_empty() => key(lettered(last.to_ascii_uppercase())?, Held::SHIFT),
        b'Z' => key(Code::BackTab, Held::default()),
        _ => key(lettered(last)?, parameters.held()?),
    }
}

/// The terminal has turned to dark or light colours (mode 2031), or says which it has.
fn scheme(body: &[u8]) -> Option<Input> {
    let parameters = Parameters::of(body)?;
    let is_light = match (parameters.number(0)?, parameters.number(1)?) {
        (997, 1) => false,
        (997, 2) => true,
        _ => return None,
    };
    Some(Input::Answer(Answer::Ground(is_light)))
}

/// What follows `ESC O`, perhaps with a modifier, as old xterms send it.
pub(super) fn ss3(body: &[u8], last: u8) -> Option<Input> {
    let held = Held::of(Parameters::of(body)?.number(0).unwrap_or(1))?;
    let code = match last {
        b'a'..=b'd' => {
            return key(lettered(last.to_ascii_uppercase())?, Held::CTRL);
        }
        b'M' => Code::Enter,
        b'I' => Code::Tab,
        b'X' => Code::Char('='),
        // The keypad in application mode.
        b'j'..=b'y' => Code::Char(char::from(last - b'j' + b'*')),
        _ => lettered(last)?,
    };
    key(code, held)
}

/// What follows `ESC [ [`: F1 to F5 of the Linux console.
pub(super) fn linux(last: u8) -> Option<Input> {
    let code = (b'A'..=b'E').contains(&last).then(|| Code::F(last - b'A' + 1))?;
    key(code, Held::default())
}

/// The content of an OSC.
pub(super) fn osc(body: &[u8]) -> Option<Input> {
    let colour = std::str::from_utf8(body.strip_prefix(b"11;")?).ok()?;
    Some(Input::Answer(Answer::Ground(ground::is_light(colour)?)))
}

/// The three bytes after `ESC [ M`.
pub(super) fn mouse_bytes(bytes: &[u8]) -> Option<Input> {
    let [button, x, y] = *bytes else { return None };
    let cell = |byte: u8| u16::from(byte).checked_sub(33);
    mouse(u32::from(button.checked_sub(32)?), cell(x)?, cell(y)?, false)
}

fn mouse_sgr(body: &[u8], last: u8) -> Option<Input> {
    let parameters = Parameters::of(body)?;
    matches!(last, b'M' | b'm').then_some(())?;
    mouse(parameters.number(0)?, parameters.cell(1)?, parameters.cell(2)?, last == b'm')
}

fn mouse_rxvt(parameters: &Parameters) -> Option<Input> {
    let button = parameters.number(0)?.checked_sub(32)?;
    mouse(button, parameters.cell(1)?, parameters.cell(2)?, false)
}

/// Buttons as X10 numbers them: 3 is none, 32 is moving, 64 and 65 are the wheel.
fn mouse(button: u32, x: u16, y: u16, up: bool) -> Option<Input> {
    // Shift, Alt and Ctrl make no difference.
    let act = match button & !0b1_1100 {
        0 | 3 if up => Act::Release,
        0 => Act::Press,
        3 => Act::Release,
        32 => Act::Drag,
        64 => Act::WheelUp,
        65 => Act::WheelDown,
        _ => return None,
    };
    Some(Input::Mouse(act, x, y))
}

/// A key as kitty and others send it: its code point, modifiers, and the text it types.
fn unicode(parameters: &Parameters) -> Option<Input> {
    let held = parameters.held()?;
    let typed = parameters.number(2).or(parameters.part(0, 1).filter(|_| held.has(Held::SHIFT)));
    let code = codepoint(parameters.number(0)?)?;
    let code = match (code, typed.and_then(char::from_u32)) {
        (Code::Char(_), Some(typed)) if !typed.is_control() => Code::Char(typed),
        (Code::Char(c), _) if held.has(Held::SHIFT) => Code::Char(upper(c)),
        (code, _) => code,
    };
    key(code, held)
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    upper.next().filter(|_| upper.next().is_none()).unwrap_or(c)
}

fn key(code: Code, held: Held) -> Option<Input> {
    if held.has(Held::OTHER) || held.has(Held::RELEASED) {
        return None;
    }
    let shift = held.has(Held::SHIFT);
    let code = if code == Code::Tab && shift { Code::BackTab } else { code };
    let (ctrl, alt) = (held.has(Held::CTRL), held.has(Held::ALT));
    Some(Input::Key(chord(Key { ctrl, alt, shift, code })))
}

/// What is held down with a key, as bits that xterm and kitty number alike.
#[derive(Clone, Copy, Default)]
struct Held(u32);

impl Held {
    const SHIFT: Self = Self(1);
    const ALT: Self = Self(2);
    const CTRL: Self = Self(4);
    /// Super, hyper or meta: no keys of ours.
    const OTHER: Self = Self(8 | 16 | 32);
    /// The key is let go, not pressed. A bit of our own, above those of the two locks, which make
    /// no difference.
    const RELEASED: Self = Self(256);

    /// Sequences give one more than the bits.
    fn of(number: u32) -> Option<Self> {
        let bits = number.max(1) - 1;
        (bits < 256).then_some(Self(bits))
    }

    const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Held {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What rxvt tells by the final byte.
fn rxvt(last: u8) -> Held {
    match last {
        b'$' => Held::SHIFT,
        b'^' => Held::CTRL,
        b'@' => Held::SHIFT | Held::CTRL,
        _ => Held::default(),
    }
}

/// Numbers between semicolons, each perhaps with parts between colons.
struct Parameters(Vec<Vec<Option<u32>>>);

impl Parameters {
    fn of(body: &[u8]) -> Option<Self> {
        let number = |part: &[u8]| match part {
            [] => Some(None),
            part => std::str::from_utf8(part).ok()?.parse().ok().map(Some),
        };
        let parts = |group: &[u8]| group.split(|byte| *byte == b':').map(number).collect();
        body.split(|byte| *byte == b';').map(parts).collect::<Option<_>>().map(Self)
    }

    fn part(&self, at: usize, part: usize) -> Option<u32> {
        *self.0.get(at)?.get(part)?
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.part(at, 0)
    }

    /// A column or row, from 0.
    fn cell(&self, at: usize) -> Option<u16> {
        u16::try_from(self.number(at)?.checked_sub(1)?).ok()
    }

    /// The second number: modifiers, and 3 behind a colon for a key let go.
    fn held(&self) -> Option<Held> {
        let held = Held::of(self.number(1).unwrap_or(1))?;
        Some(if self.part(1, 1) == Some(3) { held | Held::RELEASED } else { held })
    }
}

/// Keys by their final letter.
fn lettered(letter: u8) -> Option<Code> {
    Some(match letter {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// Keys by their number before `~`, as VT220 numbers them.
fn numbered(number: u32) -> Option<Code> {
    let f = |first: u32, n: u8| Code::F(n + (number - first) as u8);
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PgUp,
        6 => Code::PgDn,
        11..=15 => f(11, 1),
        17..=21 => f(17, 6),
        23..=26 => f(23, 11),
        28..=29 => f(28, 15),
        31..=34 => f(31, 17),
        _ => return None,
    })
}

/// Keys by their code point, with kitty's numbers for the keypad.
fn codepoint(number: u32) -> Option<Code> {
    const NAVIGATION: [Code; 10] = [
        Code::Left,
        Code::Right,
        Code::Up,
        Code::Down,
        Code::PgUp,
        Code::PgDn,
        Code::Home,
        Code::End,
        Code::Insert,
        Code::Delete,
    ];
    Some(match number {
        9 => Code::Tab,
        13 | 57414 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        57399..=57408 => Code::Char(char::from(b'0' + (number - 57399) as u8)),
        57409..=57413 => Code::Char(['.', '/', '*', '-', '+'][(number - 57409) as usize]),
        57415 => Code::Char('='),
        57417..=57426 => NAVIGATION[(number - 57417) as usize],
        // Kitty's other keys, such as media keys and lone modifiers.
        57344..=63743 => return None,
        _ => Code::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}
