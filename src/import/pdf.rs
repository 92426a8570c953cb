//! Pages for print, after `pdftotext -layout` has read them.

use super::{Extracted, Refusal, plain};

/// Letters on an average page below which it is a picture of text, not text.
const LETTERS: usize = 200;

/// Takes what `pdftotext -layout` printed. A page ends with a form feed; lines
/// stay as they stood but for columns, since the layout is recovered when the article is opened.
///
/// # Errors
///
/// Pages with hardly a letter are refused: pictures of text.
pub fn text_of_pages(printed: &str) -> Result<Extracted, Refusal> {
    let pages = printed.split('\u{c}').filter(|page| !page.is_empty()).count().max(1);
    let letters = printed.chars().filter(|c| c.is_alphanumeric()).count();
    if letters < LETTERS * pages {
        return Err(if letters == 0 && pages == 1 {
            Refusal::NoText
        } else {
            Refusal::Scanned { pages }
        });
    }
    let mut text = printed.trim_end().to_owned();
    text.push('\n');
    Ok(plain(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_without_letters_are_not_taken_for_an_article() {
        let page = "Un mot. ".repeat(60);
        let text = text_of_pages(&format!("{page}\n\u{c}{page}\n\u{c}")).unwrap().text;
        assert!(text.contains('\u{c}') && text.ends_with("mot.\n"));
        assert_eq!(text_of_pages("x\u{c}\u{c}y\u{c}"), Err(Refusal::Scanned { pages: 2 }));
        assert_eq!(text_of_pages("\n"), Err(Refusal::NoText));
    }
}
