//! Text inside XML 1.0.

/// Text as an element or an attribute in double quotes may hold it. A character that XML does not
/// have becomes one of the same length that it has, so that offsets stay.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Left as they are, a reader would make spaces or other line ends of them.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_stays_text_and_keeps_its_length() {
        assert_eq!(super::text("a<b>&\"\r\n\u{1b}é"), "a&lt;b&gt;&amp;&quot;&#13;&#10;\u{fffd}é");
    }
}
