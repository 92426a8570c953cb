//! Mails, and web pages that were saved as one (`.mhtml`, RFC 2557).

use std::borrow::Cow;

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::{Extracted, Refusal, Warning, blocks, date, html};
use crate::core::article::Source;

/// Reads a mail: its subject and words, without attachments, signature and what it quotes of another: what somebody else
/// wrote is no word of who sends it.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let message = parse(bytes)?;
    let text =
        match message.parts.get(message.text_body.first().map_or(usize::MAX, |p| *p as usize)) {
            Some(part) => match &part.body {
                PartType::Text(text) => blocks::tidy(&unflow(&own_words(text))),
                PartType::Html(page) => html::plain_text(page)?,
                _ => String::new(),
            },
            None => String::new(),
        };
    // What is shown in the text, such as a picture of a signature, is no attachment of its own.
    let is_own = |part: &MessagePart<'_>| {
        part.content_disposition().is_none_or(|d| !d.is_inline()) && part.content_id().is_none()
    };
    let warning = message.attachments().any(is_own).then_some(Warning::Attachments);
    let source = source(&message);
    let text = html::with_title(text, source.title.as_deref());
    Ok(Extracted { text, source, warning, ..Extracted::default() })
}

/// Reads a saved page: the first part that is HTML, as any other page.
pub(super) fn read_page(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let message = parse(bytes)?;
    let address = message
        .header_raw("Snapshot-Content-Location")
        .or_else(|| message.header_raw("Content-Location"))
        .map(str::trim);
    let page = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(page) => Some((page, part.content_location())),
        _ => None,
    });
    let (page, location) = page.ok_or(Refusal::NoText)?;
    html::read(page.as_bytes(), address.or(location))
}

fn parse(bytes: &[u8]) -> Result<Message<'_>, Refusal> {
    /// Largest mail read, in bytes, attachments included.
    const MAIL: usize = 64_000_000;
    if bytes.len() > MAIL {
        return Err(Refusal::TooLarge { limit: MAIL });
    }
    let message = MessageParser::default().parse(bytes);
    message.ok_or_else(|| Refusal::Damaged("it is no mail".into()))
}

fn source(message: &Message<'_>) -> Source {
    let published = message.date().and_then(|date| date::iso(&date.to_rfc3339()));
    let author = message.from().map(names).unwrap_or_default();
    Source {
        title: message.subject().map(|subject| subject.trim().to_owned()),
        author,
        published,
        ..Source::default()
    }
}

fn names(from: &Address<'_>) -> Vec<String> {
    from.iter().filter_map(|one| one.name().or(one.address())).map(str::to_owned).collect()
}

/// A mail without its signature, which stands below a line `-- ` (RFC 3676), and without what it quotes,
/// line by line behind `>`, with the line that leads to it: `On Monday Ann Lee wrote:`. A mail of
/// nothing else stays whole.
fn own_words(text: &str) -> Cow<'_, str> {
    let is_quoted = |line: &str| line.starts_with('>');
    let body = text.lines().take_while(|line| line.trim_end() != "--");
    let mut own: Vec<&str> = Vec::new();
    for line in body {
        let leads = own.iter().rposition(|line| !line.trim().is_empty());
        match leads.filter(|_| is_quoted(line)) {
            Some(last) if own[last].trim_end().ends_with(':') => own.truncate(last),
            _ => {}
        }
        own.extend((!is_quoted(line)).then_some(line));
    }
    match own.iter().all(|line| line.trim().is_empty()) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(own.join("\n")),
    }
}

/// Joins the lines that a mail program has broken softly (RFC 3676: a space at the end).
fn unflow(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        out.push_str(line);
        let is_signature = line == "-- ";
        if is_signature || !line.ends_with(' ') || line.trim().is_empty() {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_becomes_its_words() {
        let mail = "From: Ana Roux <ana@x.example>\r\nSubject: =?utf-8?q?Communiqu=C3=A9?=\r\n\
            Date: Wed, 23 Oct 2024 08:30:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
            Bonjour, \r\n12 000 soldats.\r\n\r\n> une question ?\r\n";
        let read = read(mail.as_bytes()).unwrap();
        assert_eq!(read.text, "Communiqué\n\nBonjour, 12 000 soldats.\n");
        assert_eq!(read.source.title.as_deref(), Some("Communiqué"));
        assert_eq!(read.source.published.as_deref(), Some("2024-10-23T08:30:00+02:00"));
        assert_eq!(read.source.author, ["Ana Roux"]);
    }

    #[test]
    fn what_a_mail_quotes_and_its_signature_are_none_of_its_words() {
        let own = "430 people left Leeds.\n\nOn Monday you wrote:\n> 340 people left?\n> > 12?\n\nThe rest is true.\n\n-- \nAnn Lee\nTel. 123 456\n";
        assert_eq!(own_words(own), "430 people left Leeds.\n\n\nThe rest is true.\n");
        let forwarded = "> 430 people left Leeds.\n";
        assert_eq!(own_words(forwarded), forwarded);
        let list = "Two things:\n\n-- and this --\n\nEnd.";
        assert_eq!(own_words(list), list);
    }

    #[test]
    fn what_is_attached_to_a_mail_is_told() {
        let part = |head: &str| format!("--B\r\nContent-Type: {head}\r\n\r\nx\r\n");
        let mail = |second: &str| {
            let head = "From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"B\"\r\n\r\n";
            read(format!("{head}{}{}--B--\r\n", part("text/plain"), part(second)).as_bytes())
                .unwrap()
        };
        assert_eq!(mail("application/pdf; name=\"x.pdf\"").warning, Some(Warning::Attachments));
        assert_eq!(
            mail("image/png\r\nContent-Disposition: inline; filename=a.png\r\nContent-ID: <a>")
                .warning,
            None
        );
    }

    #[test]
    fn a_saved_page_is_read_as_a_page() {
        let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/a\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
            --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <html><body><p>Un=C3=A9 12 000</p></body></html>\r\n--b--\r\n";
        let read = read_page(page.as_bytes()).unwrap();
        assert!(read.text.contains("12 000"), "{}", read.text);
        assert_eq!(read.source.url.as_deref(), Some("https://x.example/a"));
        assert_eq!(read_page(b"From: x\r\n\r\nno page"), Err(Refusal::NoText));
    }
}
