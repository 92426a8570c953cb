//! How `src/core/place/gazetteer.txt` is written; the head of `src/core/place/gazetteer.rs` tells what stands in it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

/// A name keeps so many meanings.
pub(crate) const MEANINGS: usize = 6;

/// So many names stand on a line.
const NAMES: usize = 16;
/// So many letters can be shared with the name before: the digits and letters for one character.
const SHARED: usize = 35;

/// The digits of the base of 64, in their order.
pub(crate) const DIGITS: &[u8; 64] =
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// The names with their meanings, the part behind the empty line.
pub(crate) fn lines(names: &BTreeMap<String, Vec<String>>) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut last = "";
    for (i, (name, meanings)) in names.iter().enumerate() {
        if i % NAMES == 0 {
            out.push_str(if i > 0 { "\n" } else { "" });
            last = "";
        }
        let alike = name.chars().zip(last.chars()).take_while(|(a, b)| a == b);
        let alike = alike.count().min(SHARED);
        let rest: String = name.chars().skip(alike).collect();
        let shared = char::from_digit(u32::try_from(alike)?, 36).ok_or("too long")?;
        write!(out, "{shared}{rest}{}", meanings.concat())?;
        last = name;
    }
    out.push('\n');
    Ok(out)
}

/// A number to the base of 64.
pub(crate) fn base64(number: usize, digits: usize) -> String {
    let digit = |i: usize| char::from(DIGITS[number >> (6 * i) & 63]);
    (0..digits).rev().map(digit).collect()
}
