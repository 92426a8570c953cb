//! Who annotates: a readable name, and the folder it stands for.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A person, by readable name and by folder name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Annotator {
    name: String,
    slug: String,
}

/// Names that Windows gives to devices, with any extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Longest folder name, in bytes; file systems end at 255.
const LONGEST: usize = 100;

impl Annotator {
    /// A person of this name. Any text gives a folder name that is safe everywhere.
    pub fn new(name: &str) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { slug: slug(&name), name }
    }

    /// The readable name (`Zoé Martin`).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The folder's name below `annotations/` (`zoe-martin`): letters and digits of
    /// any script in lower case, single hyphens between, never empty.
    pub fn slug(&self) -> &str {
        &self.slug
    }
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    let plain = name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    for c in plain.nfc() {
        if slug.len() + c.len_utf8() > LONGEST {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "anonymous".to_owned()
    } else if is_reserved(slug) {
        format!("{slug}-")
    } else {
        slug.to_owned()
    }
}

fn is_reserved(slug: &str) -> bool {
    let port = slug.strip_prefix("com").or_else(|| slug.strip_prefix("lpt"));
    RESERVED.contains(&slug) || port.is_some_and(|n| n.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_safe_folders() {
        for (name, expected) in [
            ("Zoé Martin", "zoe-martin"),
            ("  Zoé   Martin ", "zoe-martin"),
            ("../../x", "x"),
            ("..", "anonymous"),
            ("", "anonymous"),
            ("\0/\\:*?\"<>|", "anonymous"),
            ("O’Brien, J. (AFP)", "o-brien-j-afp"),
            ("CON", "con-"),
            ("lpt1", "lpt1-"),
            ("Зоя Иванова", "зоя-иванова"),
            ("李明", "李明"),
            ("Æsa Straße", "æsa-straße"),
            ("-x-", "x"),
        ] {
            assert_eq!(Annotator::new(name).slug(), expected, "{name:?}");
        }
        assert!(Annotator::new(&"é".repeat(5000)).slug().len() <= LONGEST);
    }
}
