//! The values of settings: what may be written, and how it is told where something else is.

use std::ops::RangeInclusive;
use std::path::{Component, Path, PathBuf};

use toml::de::DeValue;

use super::problem::known;
use crate::core::annotation::link::is_link;
use crate::core::article::plain;
use crate::core::palette::Paint;
use crate::i18n::{Message, line as say};

pub(super) fn paint(value: &DeValue<'_>) -> Result<Paint, Message> {
    let paint = value.as_str().and_then(|text| text.parse().ok());
    paint.ok_or_else(|| {
        say::A_COLOUR.with(&[&"\"#56b4e9\", \"on #204880\"", &"\"#ffffff on #204880\""])
    })
}

/// When somebody says so.
pub(super) const BY_HAND: &str = "by-hand";
/// The shortest and the longest time between two syncs, in minutes: forges bear six pushes a minute,
/// of all people together.
const RHYTHMS: RangeInclusive<u16> = 5..=12 * 60;

/// `by-hand` as 0, `every 10m` or `every 2h` as minutes.
pub(super) fn rhythm(value: &DeValue<'_>) -> Result<u16, Message> {
    let minutes = |text: &str| {
        let time = text.strip_prefix("every ")?.trim();
        let (number, unit) = time.split_at_checked(time.len().checked_sub(1)?)?;
        let number: u16 = number.trim().parse().ok()?;
        let minutes = match unit {
            "m" => number,
            "h" => number.checked_mul(60)?,
            _ => return None,
        };
        RHYTHMS.contains(&minutes).then_some(minutes)
    };
    let text = value.as_str().unwrap_or_default();
    if text == BY_HAND {
        return Ok(0);
    }
    minutes(text).ok_or_else(|| say::A_RHYTHM.into())
}

/// A value, or none where the text is empty.
pub(super) fn or_none(
    value: &DeValue<'_>,
    read: impl Fn(&DeValue<'_>) -> Result<String, Message>,
) -> Result<Option<String>, Message> {
    if value.as_str() == Some("") { Ok(None) } else { read(value).map(Some) }
}

/// An address of the web.
pub(super) fn address(value: &DeValue<'_>) -> Result<String, Message> {
    let text = value.as_str().filter(|text| is_link(text));
    text.map(str::to_owned).ok_or_else(|| say::AN_ADDRESS.with(&[&"https://"]))
}

/// Text of one line that can be shown as it is: no control characters, at most `longest` of them.
pub(super) fn words(value: &DeValue<'_>, longest: usize) -> Result<String, Message> {
    let text = value.as_str().map(str::trim).filter(|text| {
        !text.is_empty()
            && text.chars().count() <= longest
            && !text.contains(char::is_control)
            && plain(text) == *text
    });
    text.map(str::to_owned).ok_or_else(|| say::A_TEXT.with(&[&longest]))
}

/// One of these names.
pub(super) fn choice<T: Copy>(value: &DeValue<'_>, all: &[(T, &str)]) -> Result<T, Message> {
    let asked = value.as_str().unwrap_or_default();
    let found = all.iter().find(|(_, name)| *name == asked).map(|(choice, _)| *choice);
    found.ok_or_else(|| known(asked, all.iter().map(|(_, name)| *name)))
}

pub(super) fn switch(value: &DeValue<'_>) -> Result<bool, Message> {
    value.as_bool().ok_or_else(|| say::A_SWITCH.into())
}

/// A whole number between two bounds, both included.
pub(super) fn number(value: &DeValue<'_>, least: u16, most: u16) -> Result<u16, Message> {
    let number = value.as_integer().and_then(|n| u16::from_str_radix(n.as_str(), n.radix()).ok());
    number
        .filter(|n| (least..=most).contains(n))
        .ok_or_else(|| say::A_NUMBER.with(&[&least, &most]))
}

/// A path that stays where it is put: plain parts only, no `..`, no root.
pub(super) fn folder(value: &DeValue<'_>) -> Result<PathBuf, Message> {
    let path = words(value, 200).ok().map(PathBuf::from).filter(|path| stays(path));
    path.ok_or_else(|| say::A_FOLDER.into())
}

fn stays(path: &Path) -> bool {
    let forbidden: &[char] = if cfg!(windows) { &['\\', ':'] } else { &['\0'] };
    !path.to_string_lossy().contains(forbidden)
        && path.components().all(|part| matches!(part, Component::Normal(_)))
}

pub(super) fn name_of<T: PartialEq + Copy>(value: T, all: &[(T, &str)]) -> String {
    quoted(all.iter().find(|(choice, _)| *choice == value).map_or("", |(_, name)| *name))
}

/// A text as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
