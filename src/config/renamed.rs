//! `[renamed]`: articles that had another name, `"new.txt" = "old.txt"`.

use std::collections::BTreeMap;

use super::Reading;
use super::source::{Table, in_order};
use super::value::words;
use crate::i18n::line as say;

/// Longest name, in characters.
const LONGEST: usize = 1000;

/// Reads the table: the former name of each article, by the one it has now.
pub(super) fn read(reading: &mut Reading<'_>, table: &Table<'_>) -> BTreeMap<String, String> {
    let mut renamed = BTreeMap::new();
    for (new, at, value) in in_order(table) {
        match words(value.get_ref(), LONGEST) {
            Ok(old) if old != new => {
                renamed.insert(new.to_owned(), old);
            }
            Ok(_) => {
                reading.refuse(at, say::TO_ITSELF.with(&[&new]), say::TO_ITSELF_HINT);
            }
            Err(wanted) => reading.refuse_value(new, value, wanted),
        }
    }
    renamed
}
