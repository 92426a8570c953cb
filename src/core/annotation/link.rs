//! What counts as a link.

/// Whether a text is a link that a browser may be given: `http` or `https`, no
/// space and no control character in it.
pub fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains(|c: char| c.is_alphanumeric()))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The link in a text as typed or pasted: spaces around it dropped, `https://`
/// put before a bare name such as `www.example.org`. None where it is no link.
pub fn link(text: &str) -> Option<String> {
    let text = text.trim();
    if is_link(text) {
        return Some(text.to_owned());
    }
    let name = text.split(['/', '?', '#']).next().unwrap_or_default();
    let bare = name.contains('.')
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
    let full = format!("https://{text}");
    (bare && is_link(&full)).then_some(full)
}

/// The links that stand in a text, in order. One ends before a space, a quotation mark or a
/// bracket that it did not open, and before what ends a sentence.
pub fn links_in(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = [rest.find("http://"), rest.find("https://")].into_iter().flatten().min()?;
            let found = &rest[at..];
            let link = &found[..end_of(found)];
            rest = &found[link.len().max(4)..];
            if is_link(link) {
                return Some(link);
            }
        }
    })
}

/// How long the link is that a text begins with, in bytes.
fn end_of(text: &str) -> usize {
    let mut open = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            c if c.is_whitespace() || c.is_control() => break,
            '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '`' | '|' => break,
            '(' | '[' => open.push(c),
            ')' if open.pop() != Some('(') => break,
            ']' if open.pop() != Some('[') => break,
            _ => {}
        }
        if !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '(' | '[') {
            end = at + c.len_utf8();
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_told_from_words() {
        for (text, want) in [
            (" https://example.org/a?b=1#c\n", Some("https://example.org/a?b=1#c")),
            ("http://example.org", Some("http://example.org")),
            ("www.lemonde.fr/article", Some("https://www.lemonde.fr/article")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("https://", None),
            ("https://a b.org", None),
            ("environ 1 500 soldats", None),
            ("fin.", None),
            ("12.5 %", None),
            ("https://example.org/\u{1b}]8;;", None),
        ] {
            assert_eq!(link(text).as_deref(), want, "{text:?}");
        }
    }

    #[test]
    fn links_are_found_in_running_text() {
        let text = "Voir https://exemple.fr/rapport, (https://a.org/x_(y)), «https://b.org/?q=1#c». \
                    <http://c.org> http:// et https://d.org/é…";
        let found: Vec<_> = links_in(text).collect();
        let wanted = [
            "https://exemple.fr/rapport",
            "https://a.org/x_(y)",
            "https://b.org/?q=1#c",
            "http://c.org",
            "https://d.org/é",
        ];
        assert_eq!(found, wanted);
    }
}
