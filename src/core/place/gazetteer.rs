//! The gazetteer: `gazetteer.txt`, searched where it lies, so that nothing is read before it is asked for.
//!
//! docs/places.md tells where the data come from and how the file is made. It begins with a line for each country: its code,
//! then a record for the country and each of its divisions, numbered throughout. A record is the south-western corner of a
//! box around its cities and how wide a step on either side is. After an empty line follow the names, sorted, sixteen a
//! line: how many letters a name shares with the one before, the rest, and its meanings. `=` leads to a region, `:` to a
//! city: the number of its region, and how many steps it lies from the corner. Numbers are written to the base of 64.

use std::sync::LazyLock;

use crate::core::lang::stem::fold;

static DATA: &str = include_str!("gazetteer.txt");

/// A country, a division of one, or a city in either.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meaning {
    pub(super) region: u16,
    /// Where a city lies.
    pub(super) spot: Option<Spot>,
}

/// Degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) latitude: f32,
    pub(super) longitude: f32,
}

struct Gazetteer {
    regions: Vec<Region>,
    /// Where the lines of names begin.
    lines: Vec<u32>,
}

struct Region {
    /// The number of its country.
    country: u16,
    corner: Spot,
    step: Spot,
}

/// How many characters a record takes.
const RECORD: usize = 6;
/// How fine corners and steps are kept, in degrees.
const FINE: f32 = 360.0 / 4096.0;
const STEP: f32 = 0.02;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let (countries, names) = DATA.split_once("\n\n").unwrap_or_default();
    let mut regions = Vec::new();
    for line in countries.lines() {
        let country = regions.len() as u16;
        let records = line.as_bytes()[2..].chunks_exact(RECORD);
        regions.extend(records.map(|record| Region::read(record, country)));
    }
    let start = DATA.len() - names.len();
    let ends = memchr::memchr_iter(b'\n', names.as_bytes()).map(|end| end + 1);
    let lines = std::iter::once(0).chain(ends).filter(|&at| at < names.len());
    Gazetteer { regions, lines: lines.map(|at| (start + at) as u32).collect() }
});

impl Region {
    fn read(record: &[u8], country: u16) -> Self {
        let degrees = |at: usize, low: f32| f32::from(number(&record[at..at + 2])) * FINE - low;
        let step = |at: usize| f32::from(number(&record[at..=at])) * STEP;
        Self {
            country,
            corner: Spot { latitude: degrees(0, 90.0), longitude: degrees(2, 180.0) },
            step: Spot { latitude: step(4), longitude: step(5) },
        }
    }
}

/// How a name is written in the gazetteer: small letters without accents, words joined by single spaces.
pub fn folded(name: &str) -> String {
    let plain = fold(name).replace('’', "'");
    let words =
        plain.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Where the meanings of a name stand.
pub(super) fn find(name: &str) -> Option<u32> {
    let name = folded(name);
    let lines = &GAZETTEER.lines;
    let after = lines.partition_point(|&at| own_letters(&DATA[at as usize..]) <= name.as_str());
    let start = *lines.get(after.checked_sub(1)?)?;
    let line = DATA[start as usize..].lines().next().unwrap_or_default();
    let (mut left, mut last) = (line, String::new());
    while let Some(entry) = Entry::first(left) {
        let kept = last.char_indices().nth(entry.shared).map_or(last.len(), |(at, _)| at);
        last.truncate(kept);
        last.push_str(entry.rest);
        if last == name {
            let at = start as usize + line.len() - left.len() + 1 + entry.rest.len();
            return Some(at as u32);
        }
        left = entry.left;
    }
    None
}

/// What a name has of its own, between the number of shared letters that a text begins with and the
/// meanings: of a line that is looked at on the way to another nothing else is read.
fn own_letters(text: &str) -> &str {
    let end = text.bytes().position(|byte| matches!(byte, b'=' | b':')).unwrap_or_default();
    text.get(1..end).unwrap_or_default()
}

/// A name, as much of it as differs from the one before.
struct Entry<'a> {
    shared: usize,
    rest: &'a str,
    /// The line behind its meanings.
    left: &'a str,
}

impl<'a> Entry<'a> {
    fn first(line: &'a str) -> Option<Self> {
        let shared = line.chars().next()?.to_digit(36)? as usize;
        let rest = own_letters(line);
        let mut left = &line[1 + rest.len()..];
        while let Some((_, rest)) = split(left) {
            left = rest;
        }
        Some(Self { shared, rest, left })
    }
}

/// The meanings that stand at a place of the gazetteer; none at 0.
pub(super) fn meanings(at: u32) -> impl Iterator<Item = Meaning> + Clone {
    let mut left = if at == 0 { "" } else { DATA.get(at as usize..).unwrap_or_default() };
    std::iter::from_fn(move || {
        let (own, rest) = split(left)?;
        left = rest;
        Some(Meaning::read(own.as_bytes()))
    })
}

/// The meaning at the head of a text, and what follows it.
fn split(text: &str) -> Option<(&str, &str)> {
    let length = match text.as_bytes().first()? {
        b'=' => 3,
        b':' => 5,
        _ => return None,
    };
    text.split_at_checked(length)
}

impl Meaning {
    fn read(meaning: &[u8]) -> Self {
        let region = number(&meaning[1..3]);
        let spot = || {
            let Region { corner, step, .. } = GAZETTEER.regions.get(usize::from(region))?;
            let [up, across] = [3, 4].map(|at| f32::from(number(&meaning[at..=at])));
            Some(Spot {
                latitude: corner.latitude + up * step.latitude,
                longitude: corner.longitude + across * step.longitude,
            })
        };
        Self { region, spot: if meaning.len() > 3 { spot() } else { None } }
    }
}

/// The country that a region belongs to, or is.
pub(super) fn country(region: u16) -> u16 {
    GAZETTEER.regions.get(usize::from(region)).map_or(region, |region| region.country)
}

/// The digits of the base of 64, in their order.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// What each byte is worth as a digit.
const WORTH: [u8; 256] = {
    let mut worth = [0; 256];
    let mut digit = 0;
    while digit < DIGITS.len() {
        worth[DIGITS[digit] as usize] = digit as u8;
        digit += 1;
    }
    worth
};

fn number(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |sum, &digit| sum * 64 + u16::from(WORTH[usize::from(digit)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_are_found_and_mean_something() {
        assert!(DATA.len() <= 500_000, "{}", DATA.len());
        let (mut last, mut count) = (String::new(), 0);
        for &start in &GAZETTEER.lines {
            let mut left = DATA[start as usize..].lines().next().unwrap_or_default();
            let mut name = String::new();
            while let Some(entry) = Entry::first(left) {
                let kept = name.char_indices().nth(entry.shared).map_or(name.len(), |(at, _)| at);
                name.truncate(kept);
                name.push_str(entry.rest);
                assert!(last < name, "{last} {name}");
                let at = find(&name).unwrap_or_else(|| panic!("{name}"));
                let regions = GAZETTEER.regions.len();
                assert!(meanings(at).all(|m| usize::from(m.region) < regions), "{name}");
                assert!(meanings(at).next().is_some(), "{name}");
                last.clone_from(&name);
                left = entry.left;
                count += 1;
            }
            assert_eq!(left, "", "after {last}");
        }
        assert!(count > 30_000, "{count}");
    }
}
