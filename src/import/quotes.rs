//! The marks that languages put around what somebody says.

/// Deeper inside other quotations none gets marks.
pub(super) const DEEPEST: usize = 3;

/// What opens and closes a quotation and one inside it, by the beginning of a language's tag.
const MARKS: [(&str, [(&str, &str); 2]); 9] = [
    ("fr", [("«\u{a0}", "\u{a0}»"), ("“", "”")]),
    ("de", [("„", "“"), ("‚", "‘")]),
    ("cs", [("„", "“"), ("‚", "‘")]),
    ("pl", [("„", "”"), ("«", "»")]),
    ("es", [("«", "»"), ("“", "”")]),
    ("it", [("«", "»"), ("“", "”")]),
    ("pt", [("«", "»"), ("“", "”")]),
    ("ru", [("«", "»"), ("„", "“")]),
    ("uk", [("«", "»"), ("„", "“")]),
];

/// The marks of all others, as in English.
const OTHERS: [(&str, &str); 2] = [("“", "”"), ("‘", "’")];

/// The marks for a quotation that has none, neither around it nor inside. `depth` tells how many
/// quotations it is in.
pub(super) fn missing(
    language: &str,
    depth: usize,
    before: &str,
    said: &str,
) -> Option<(&'static str, &'static str)> {
    let is_mark = |c: char| matches!(c, '«' | '»' | '“' | '”' | '„' | '‘' | '‚' | '‹' | '"');
    let said = said.trim();
    if said.is_empty() || said.starts_with(is_mark) || before.trim_end().ends_with(opens) {
        return None;
    }
    let code = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let marks = MARKS.iter().find(|(known, _)| *known == code).map_or(OTHERS, |row| row.1);
    Some(marks[depth % 2])
}

const fn opens(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '‘' | '‚' | '‹')
}
