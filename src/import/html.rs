//! Web pages: the article without menus, advertisements and comments.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::mend::mend;
use super::{Extracted, Refusal, Warning, beside, blocks, bounds, captions, layout, meta};

/// Of so many bytes of a page no more than one controls a terminal.
const NOISE: usize = 100;

/// Reads a page. `address` is where it came from, if that is known better than the page knows.
pub(super) fn read(bytes: &[u8], address: Option<&str>) -> Result<Extracted, Refusal> {
    let html = decode(bytes);
    let is_noise = |b: &u8| b.is_ascii_control() && !b.is_ascii_whitespace();
    if html.bytes().filter(is_noise).count() > html.len() / NOISE {
        return Err(Refusal::NoText);
    }
    let html = bounds::page(&html)?;
    let document = Document::from(html.as_ref());
    mend(&document);
    captions::leave_out(&document);
    let meta = meta::read(&document, address);
    let mut page = reader(document.clone())?;
    let warning = (!page.is_probably_readable()).then_some(Warning::Doubtful);
    let (text, warning) = match page.parse() {
        Ok(article) => (layout::text(&Document::from(article.content).root()), warning),
        Err(_) => (layout::text(&document.root()), Some(Warning::Doubtful)),
    };
    let (text, is_cut) = beside::leave_out(&with_hours(&text));
    let warning = match is_cut {
        true => Some(Warning::Cut),
        false if breaks_off(&html, &text) => Some(Warning::BrokenOff),
        false => warning,
    };
    let text = with_title(text, meta.source.title.as_deref());
    Ok(Extracted { text, source: meta.source, found: meta.found, warning })
}

/// Whether a page ends before it is over, in the middle of a sentence.
fn breaks_off(html: &str, text: &str) -> bool {
    let last = text.lines().next_back().unwrap_or_default();
    // The last word of the file is that of the text: nothing closes it.
    let tail = html.trim_end().rsplit(|c: char| c.is_whitespace() || c == '>').next();
    let word = tail.filter(|word| word.ends_with(|c: char| c.is_alphanumeric() || c == ','));
    word.is_some_and(|word| last.ends_with(word)) && last.split_whitespace().count() > 5
}

fn reader(document: Document) -> Result<Readability, Refusal> {
    // Our own reader of what the page says of itself also tells where it stood.
    let config = Config { disable_json_ld: true, ..Config::default() };
    Readability::with_document(document, None, Some(config))
        .map_err(|error| Refusal::Damaged(error.to_string()))
}

/// The headline is part of what is checked; most extractors leave it out.
pub(super) fn with_title(text: String, title: Option<&str>) -> String {
    let Some(title) = title else { return text };
    if text.is_empty() || super::has_words(&text, title) {
        return text;
    }
    blocks::tidy(&format!("{title}\n\n{text}"))
}

/// The hour above an entry of a live page, on a line of its own, stands before the words that it tells
/// the time of: `20h14 – La Turquie compte 2 316 morts`.
fn with_hours(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut paragraphs = text.split_inclusive("\n\n").peekable();
    while let Some(paragraph) = paragraphs.next() {
        let words = paragraph.trim_end();
        let leads = is_hour(words)
            && paragraphs
                .peek()
                .is_some_and(|next| !(is_hour(next.trim_end()) || next.starts_with("- ")));
        out.push_str(if leads { words } else { paragraph });
        out.push_str(if leads { " – " } else { "" });
    }
    out
}

/// `20h14`, `20:14`, `8.14 pm`
fn is_hour(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    let half = line.strip_suffix("am").or_else(|| line.strip_suffix("pm"));
    let clock = half.unwrap_or(&line).trim_end();
    let Some((hour, minute)) = clock.split_once(['h', ':', '.']) else { return false };
    let number = |part: &str, most: u8| part.parse().is_ok_and(|n: u8| n < most);
    number(hour, 24) && minute.len() == 2 && number(minute, 60)
}

/// Text as HTML is decoded: by its mark, by what it declares, else by its letters.
fn decode(bytes: &[u8]) -> String {
    let declared = declared(&bytes[..bytes.len().min(1024)]);
    let has_mark = encoding_rs::Encoding::for_bom(bytes).is_some();
    match declared.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
        Some(encoding) if !has_mark && std::str::from_utf8(bytes).is_err() => {
            encoding.decode(bytes).0.into_owned()
        }
        _ => super::decoded(bytes),
    }
}

/// What stands behind `charset=` in the head of a page.
fn declared(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, behind) = head.split_once("charset=")?;
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    Some(behind.trim_start_matches(['"', '\'']).chars().take_while(|c| name(*c)).collect())
}

/// All the text of a page.
pub(super) fn whole(bytes: &[u8]) -> Result<String, Refusal> {
    plain_text(&decode(bytes))
}

/// The text of a page whose frame is known: a chapter of a book, the body of a mail.
pub(super) fn plain_text(html: &str) -> Result<String, Refusal> {
    let html = bounds::page(html)?;
    let document = Document::from(html.as_ref());
    mend(&document);
    Ok(layout::text(&document.root()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>Douze mille soldats | Le Quotidien</title>
<meta property="og:title" content="Douze mille soldats"><meta property="og:site_name" content="Le Quotidien">
<link rel="canonical" href="https://quotidien.example/2024/10/23/soldats">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-10-23T08:30:00+02:00","author":{"name":"Ana Roux"}}</script>
</head><body><nav><ul><li><a href="/">Accueil</a><li><a href="/sport">Sport</a></ul></nav>
<article><h1>Douze mille soldats</h1>
<p>La Corée du Nord a envoyé 12&nbsp;000 soldats, a déclaré le ministère, qui cite des images prises par ses propres satellites au mois d’octobre.</p>
<p>Selon lui, ces hommes s’entraînent sur cinq bases, et un premier groupe doit partir avant la fin du mois, ce que les alliés n’ont pas confirmé.</p>
<p>Le porte-parole a ajouté que des officiers seraient déjà sur place, sans donner d’autres détails sur leur nombre ni sur leur mission.</p>
</article><footer>Mentions légales</footer></body></html>"#;

    #[test]
    fn a_page_becomes_its_article() {
        let page = read(PAGE.as_bytes(), None).unwrap();
        assert!(page.text.starts_with("Douze mille soldats\n\nLa Corée du Nord"), "{}", page.text);
        assert!(page.text.contains("12\u{a0}000 soldats"), "{}", page.text);
        assert!(!page.text.contains("Mentions") && !page.text.contains("Accueil"));
        let source = page.source;
        assert_eq!(source.title.as_deref(), Some("Douze mille soldats"));
        assert_eq!(source.outlet.as_deref(), Some("Le Quotidien"));
        assert_eq!(source.published.as_deref(), Some("2024-10-23T08:30:00+02:00"));
        assert_eq!(source.url.as_deref(), Some("https://quotidien.example/2024/10/23/soldats"));
        assert_eq!((source.author, source.lang), (vec!["Ana Roux".to_owned()], Some("fr".into())));
    }

    #[test]
    fn a_page_in_which_no_article_stands_out_is_read_and_doubted() {
        let page =
            read(b"<html><body><script>x()</script><b>Kurz</b></body></html>", None).unwrap();
        assert_eq!((page.text.as_str(), page.warning), ("Kurz\n", Some(Warning::Doubtful)));
    }

    #[test]
    fn the_hour_of_an_entry_of_a_live_page_stands_before_its_words() {
        let live = "Le direct\n\n20h14\n\nDouze morts à Lens\n\n8.05 pm\n\nDix morts\n\n18:02\n\n18:01\n\n- un\n- deux\n";
        let joined = "Le direct\n\n20h14 – Douze morts à Lens\n\n8.05 pm – Dix morts\n\n18:02\n\n18:01\n\n- un\n- deux\n";
        assert_eq!(with_hours(live), joined);
        for text in ["20h14\n", "Le 20.14\n\nOui.\n", "4.5\n\npoints\n", "3:1\n\nLens gagne.\n"] {
            assert_eq!(with_hours(text), text);
        }
    }

    #[test]
    fn a_page_that_is_cut_says_so() {
        let told = |page: &str| read(page.as_bytes(), None).unwrap();
        let for_payers = PAGE.replace(
            "</article>",
            "<p class='wall'>Il vous reste 35\u{a0}% de cet article à lire.</p></article>",
        );
        let page = told(&for_payers);
        assert_eq!(page.warning, Some(Warning::Cut));
        assert!(!page.text.contains("35"), "{}", page.text);
        let broken = PAGE.split_once(" ni sur leur").unwrap().0;
        assert_eq!(told(broken).warning, Some(Warning::BrokenOff));
        assert_ne!(told(PAGE).warning, Some(Warning::BrokenOff));
        assert_eq!(read(&[b"<p>a b</p>".as_slice(), &[1; 3]].concat(), None), Err(Refusal::NoText));
    }

    #[test]
    fn the_declared_encoding_is_used_where_the_bytes_are_no_utf8() {
        let page = b"<meta charset='windows-1250'><body>\xb9 \xe6 \xb3</body>";
        assert!(read(page, None).unwrap().text.contains("ą ć ł"));
    }
}
