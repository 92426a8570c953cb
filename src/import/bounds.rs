//! What keeps a page from costing more than a page may.

use std::borrow::Cow;

use memchr::memmem;

use super::Refusal;

/// Largest page read, in bytes, its embedded pictures apart.
const PAGE: usize = 16_000_000;

/// Deepest nesting read, in elements; real pages stay below 100.
const DEPTH: usize = 512;

/// A page without its embedded pictures, if it is within bounds.
pub(super) fn page(html: &str) -> Result<Cow<'_, str>, Refusal> {
    let html = without_data(html);
    if html.len() > PAGE {
        return Err(Refusal::TooLarge { limit: PAGE });
    }
    if depth(&html) > DEPTH {
        return Err(Refusal::TooDeep { limit: DEPTH });
    }
    Ok(html)
}

/// Drops what `data:` addresses hold: pages saved as one file carry all their
/// pictures and fonts in them.
fn without_data(html: &str) -> Cow<'_, str> {
    let starts: Vec<_> = memmem::find_iter(html.as_bytes(), "data:").collect();
    let mut out = String::new();
    let mut kept = 0;
    for start in starts {
        let from = start + "data:".len();
        if from < kept || !html[..start].ends_with(['"', '\'', '(', '=']) {
            continue;
        }
        let end = html[from..].find(['"', '\'', ')', '>', ' ']).map_or(html.len(), |at| from + at);
        out.push_str(&html[kept..from]);
        kept = end;
    }
    if kept == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[kept..]);
    Cow::Owned(out)
}

/// How deep elements nest at most, told from tags alone: an end closes what was
/// left open inside, as in a parser. Elements that end by themselves (`<p>`,
/// `<li>`, cells) and those without contents do not count.
fn depth(html: &str) -> usize {
    let bytes = html.as_bytes();
    let mut open: Vec<&[u8]> = Vec::new();
    let (mut deepest, mut at) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        at += found + 1;
        let closes = bytes.get(at) == Some(&b'/');
        let name = &bytes[at + usize::from(closes)..];
        let name = &name[..name.iter().take_while(|b| b.is_ascii_alphanumeric()).count()];
        if !closes && name.eq_ignore_ascii_case(b"script") {
            at += script_end(&bytes[at..]);
        }
        if !nests(name) {
            continue;
        }
        if closes {
            let near = open.len().saturating_sub(DEPTH);
            let place = open[near..].iter().rposition(|known| known.eq_ignore_ascii_case(name));
            open.truncate(place.map_or(open.len(), |place| near + place));
        } else if open.len() <= DEPTH {
            open.push(name);
            deepest = deepest.max(open.len());
        }
    }
    deepest
}

/// How many bytes a script's code goes on: the tags in it are no elements.
fn script_end(bytes: &[u8]) -> usize {
    memmem::find_iter(bytes, b"</")
        .find(|at| {
            bytes.get(at + 2..at + 8).is_some_and(|name| name.eq_ignore_ascii_case(b"script"))
        })
        .unwrap_or(bytes.len())
}

fn nests(name: &[u8]) -> bool {
    const NOT: &[&[u8]] = &[
        b"p",
        b"li",
        b"dt",
        b"dd",
        b"tr",
        b"td",
        b"th",
        b"thead",
        b"tbody",
        b"tfoot",
        b"option",
        b"optgroup",
        b"colgroup",
        b"caption",
        b"br",
        b"hr",
        b"img",
        b"input",
        b"meta",
        b"link",
        b"source",
        b"col",
        b"wbr",
        b"area",
        b"base",
        b"embed",
        b"param",
        b"track",
        b"path",
        b"rect",
        b"circle",
        b"line",
        b"polygon",
        b"use",
        b"script",
        b"style",
        b"html",
        b"head",
        b"body",
        b"rp",
        b"rt",
    ];
    !name.is_empty()
        && name[0].is_ascii_alphabetic()
        && !NOT.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_pictures_are_dropped_and_words_kept() {
        let html = r#"<img src="data:image/png;base64,AAAA" alt="x"><p>data: 12</p>"#;
        assert_eq!(page(html).unwrap(), r#"<img src="data:" alt="x"><p>data: 12</p>"#);
        assert!(matches!(page("<p>plain</p>").unwrap(), Cow::Borrowed(_)));
        assert_eq!(page("<img src=\"data:abc").unwrap(), "<img src=\"data:");
    }

    #[test]
    fn pages_are_bounded_in_size_and_depth() {
        assert_eq!(page(&"<div>".repeat(600)), Err(Refusal::TooDeep { limit: DEPTH }));
        assert!(page(&"<p>x<li>y<br>".repeat(6000)).is_ok());
        assert!(page(&"<div>x</div>".repeat(6000)).is_ok());
        assert!(page(&"<div><a>left open</div>".repeat(6000)).is_ok());
        assert!(page(&format!("<script>'{}'</SCRIPT>", "<div>".repeat(600))).is_ok());
        assert_eq!(page(&"x".repeat(PAGE + 1)), Err(Refusal::TooLarge { limit: PAGE }));
    }
}
