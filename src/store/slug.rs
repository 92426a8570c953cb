//! Names of files and folders that are safe on every system.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Names that Windows gives to devices, with any extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Longest name, in bytes; file systems end at 255.
const LONGEST: usize = 100;

/// A text as a name: letters and digits of any script in lower case, single hyphens
/// between; `otherwise` where it has neither.
pub(super) fn slug(text: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
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
        otherwise.to_owned()
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
