//! Characters written as HTML entities, as exports and feeds leave them.

/// The longest entity looked for, in bytes.
const LONGEST: usize = 10;

/// The character an entity at the very start of `text` stands for, and its length in bytes.
pub(super) fn leading(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST).position(|&b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|c| !c.is_control())
}

fn named(name: &str) -> Option<char> {
    // Folding drops accents anyway: `eacute` is as good as `e`.
    let accents = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring"];
    let mut letters = name.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    if accents.contains(&letters.as_str()) {
        return Some(letter);
    }
    Some(match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" | "laquo" | "raquo" | "ldquo" | "rdquo" | "bdquo" => '"',
        "apos" | "lsquo" | "rsquo" | "sbquo" | "lsaquo" | "rsaquo" => '\'',
        "ndash" | "mdash" | "minus" => '-',
        "hellip" => '…',
        "shy" => '\u{AD}',
        "oelig" | "OElig" => 'œ',
        "aelig" | "AElig" => 'æ',
        "szlig" => 'ß',
        "euro" => '€',
        "pound" => '£',
        "deg" => '°',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn entities_and_what_only_looks_like_one() {
        for (text, expected) in [
            ("&eacute;t&eacute;", Some(('e', 8))),
            ("&#233;", Some(('é', 6))),
            ("&#xE9;", Some(('é', 6))),
            ("&rsquo;", Some(('\'', 7))),
            ("& autres;", None),
            ("&;", None),
            ("&#27;", None),
            ("&#xD800;", None),
            ("&é;", None),
            ("&", None),
        ] {
            assert_eq!(leading(text), expected, "{text}");
        }
    }
}
