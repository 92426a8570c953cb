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
}
