//! The known name that a slip of the fingers most likely meant.

use strsim::osa_distance;

/// The nearest of the known names, at most a third of its letters away.
pub fn nearest<'a>(asked: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let asked = asked.to_lowercase();
    let far = asked.chars().count().div_ceil(3);
    let scored = names.into_iter().map(|name| (osa_distance(&asked, name), name));
    scored.filter(|(slips, _)| *slips <= far).min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        let names = ["column", "spacing", "lang", "level", "theme"];
        for (asked, expect) in [
            ("colunm", Some("column")),
            ("Theme", Some("theme")),
            ("levle", Some("level")),
            ("spaceing", Some("spacing")),
            ("language", None),
            ("x", None),
        ] {
            assert_eq!(nearest(asked, names), expect, "{asked}");
        }
    }
}
