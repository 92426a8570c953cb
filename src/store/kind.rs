//! What a file is by its name: an article, something to import, or neither.

/// What may be made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain text.
    Article,
    /// A name without an ending: an article where it holds text.
    Unnamed,
    /// Another kind of document, which can be imported.
    Document,
    /// Nothing to read here.
    Other,
}

/// Endings of documents that hold articles and are no plain text.
const DOCUMENTS: &[&str] = &[
    "html", "htm", "xhtml", "mhtml", "mht", "md", "markdown", "docx", "odt", "rtf", "pdf", "epub",
    "eml", "srt", "vtt",
];

/// First words of names that a project uses for itself.
const HOUSE: &[&str] = &[
    "readme",
    "license",
    "licence",
    "copying",
    "notice",
    "authors",
    "contributors",
    "contributing",
    "changelog",
    "changes",
    "codeowners",
    "makefile",
    "dockerfile",
    "install",
    "security",
    "code_of_conduct",
    "requirements",
    "robots",
    "humans",
    "cmakelists",
    "gemfile",
    "justfile",
    "procfile",
    "vagrantfile",
    "jenkinsfile",
];

/// Folders that hold no articles, wherever they stand.
const BUILT: &[&str] = &["target", "node_modules", "__pycache__", "exports"];

/// What a file is by its name. A folder that was made for articles may call one as it likes.
pub(super) fn of(name: &str, made_for_articles: bool) -> Kind {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is = |known: &[&str]| known.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if name.starts_with('.') {
        Kind::Other
    } else if is(&["txt", "text"]) && (made_for_articles || !is_house(name)) {
        Kind::Article
    } else if is_house(name) || stem.is_empty() {
        Kind::Other
    } else if is(DOCUMENTS) {
        Kind::Document
    } else if ending.is_empty() && made_for_articles {
        Kind::Unnamed
    } else {
        Kind::Other
    }
}

/// Whether a folder beside articles is left out.
pub(super) fn is_built(name: &str) -> bool {
    BUILT.contains(&name)
}

/// `README`, `LICENSE-MIT`, `Makefile.txt`.
fn is_house(name: &str) -> bool {
    let word = name.split(['.', '-']).next().unwrap_or_default();
    HOUSE.iter().any(|house| word.eq_ignore_ascii_case(house))
}

/// Whether the head of a file is text.
pub(super) fn is_text(head: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    let marked = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    !head.is_empty() && (marked || !head.iter().any(|byte| control(&byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_files_are() {
        for (name, beside, inside) in [
            ("a.txt", Kind::Article, Kind::Article),
            ("A.TXT", Kind::Article, Kind::Article),
            ("notes.text", Kind::Article, Kind::Article),
            ("README.txt", Kind::Other, Kind::Article),
            ("readme.md", Kind::Other, Kind::Other),
            ("page.html", Kind::Document, Kind::Document),
            ("report.PDF", Kind::Document, Kind::Document),
            ("LICENSE-MIT", Kind::Other, Kind::Other),
            ("Makefile", Kind::Other, Kind::Other),
            ("dispatch", Kind::Other, Kind::Unnamed),
            (".txt", Kind::Other, Kind::Other),
            ("a.source.json", Kind::Other, Kind::Other),
            ("photo.jpg", Kind::Other, Kind::Other),
        ] {
            assert_eq!((of(name, false), of(name, true)), (beside, inside), "{name}");
        }
    }

    #[test]
    fn text_has_no_control_characters() {
        assert!(is_text("Été\n\tà 5 h\u{c}".as_bytes()) && is_text(b"\xFF\xFEa\0"));
        assert!(!is_text(b"") && !is_text(b"\x7fELF\x02\x01\x01\0"));
    }
}
