//! What other kinds of files say: pages, documents, mails and subtitles become
//! plain text once, and what they tell of their origin becomes a [`Source`].
//!
//! Everything here is pure: bytes in, text out. Broken, nested or huge input
//! gives a [`Refusal`], never a panic, in bounded time and memory.

mod address;
mod beside;
mod blocks;
mod bounds;
mod captions;
mod date;
mod epub;
mod html;
mod layout;
mod look;
mod mail;
mod markdown;
mod mend;
mod meta;
mod numbered;
mod office;
mod package;
mod pdf;
mod quotes;
mod raised;
mod split;
mod subtitles;

use crate::core::article::Source;
use crate::core::article::columns::unfold;

pub use pdf::text_of_pages;
pub use split::Rule;

/// A kind of file that can be made an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A web page, saved by any browser.
    Html,
    /// Markdown, with or without front matter.
    Markdown,
    /// A document of Word and its kin.
    Docx,
    /// A document of `LibreOffice` and its kin.
    Odt,
    /// A mail.
    Mail,
    /// A web page saved as one file of parts.
    Mhtml,
    /// Subtitles: `SubRip` or `WebVTT`.
    Subtitles,
    /// A book.
    Epub,
    /// Pages for print; their text is read by a program outside.
    Pdf,
}

/// The kinds, their endings, and the name and version of what reads them. A
/// version grows whenever the same file would give another text.
const KINDS: &[(Kind, &[&str], &str)] = &[
    (Kind::Html, &["html", "htm", "xhtml"], "html/3"),
    (Kind::Markdown, &["md", "markdown"], "markdown/2"),
    (Kind::Docx, &["docx"], "docx/2"),
    (Kind::Odt, &["odt"], "odt/2"),
    (Kind::Mail, &["eml"], "mail/3"),
    (Kind::Mhtml, &["mhtml", "mht"], "mhtml/3"),
    (Kind::Subtitles, &["srt", "vtt"], "subtitles/2"),
    (Kind::Epub, &["epub"], "epub/3"),
    (Kind::Pdf, &["pdf"], "pdftotext/2"),
];

impl Kind {
    /// The kind that the ending of a file's name promises.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is_known = |endings: &[&str]| endings.iter().any(|e| e.eq_ignore_ascii_case(ending));
        KINDS.iter().find(|(_, endings, _)| is_known(endings)).map(|row| row.0)
    }

    /// The kind that the first bytes of a file show; for standard input, which has no name.
    pub fn of_bytes(head: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(&head[..head.len().min(1024)]).to_ascii_lowercase();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if head.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if ["<!doctype html", "<html", "<?xml"].iter().any(|tag| text.starts_with(tag))
            || text.contains("<body")
        {
            Some(Self::Html)
        } else if text.starts_with("webvtt") {
            Some(Self::Subtitles)
        } else {
            None
        }
    }

    /// What reads this kind, with its version, as it is written down beside the text.
    pub fn extractor(self) -> &'static str {
        KINDS.iter().find(|row| row.0 == self).map_or("", |row| row.2)
    }
}

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extracted {
    /// The text: a line for each paragraph, a blank line between two.
    pub text: String,
    /// What the file says of its origin.
    pub source: Source,
    /// Where each date, address and name was found, for the curious.
    pub found: Vec<String>,
    /// What the reader of the text should know.
    pub warning: Option<Warning>,
}

/// What may be wrong with a text that was read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// No article stands out in the page: the text may hold menus, or lack parts.
    Doubtful,
    /// Columns that stood side by side are read one after the other.
    Columns,
    /// The page gives the rest to those who pay.
    Cut,
    /// The file breaks off.
    BrokenOff,
    /// What hangs on a mail is not read.
    Attachments,
    /// Which letters are meant was guessed, or some are lost.
    Letters,
    /// A book names chapters that it does not hold.
    Chapters,
}

impl Warning {
    /// The warning in words.
    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Doubtful => "no article stands out in the page; look through the text",
            Self::Columns => {
                "columns that stood side by side are read one after the other; look through the text"
            }
            Self::Cut => "the text is cut: the page says that the rest is for subscribers",
            Self::BrokenOff => "the file breaks off in the middle of a sentence",
            Self::Attachments => "what is attached to the mail is not read",
            Self::Letters => {
                "the encoding of its letters was guessed or some are lost; look through names and figures, or save the file as UTF-8"
            }
            Self::Chapters => "parts are missing: the book names chapters that are not in it",
        }
    }
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than are read, also after unpacking.
    #[error("larger than {} MB", .limit / 1_000_000)]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// Nested more deeply than any real document.
    #[error("nested more than {limit} deep")]
    TooDeep {
        /// The limit, in elements.
        limit: usize,
    },
    /// Nothing to read was found.
    #[error("no text in it")]
    NoText,
    /// Pages with hardly a letter: pictures of text.
    #[error("hardly a letter on its pages ({pages}): scanned?")]
    Scanned {
        /// How many pages there are.
        pages: usize,
    },
    /// The file is not what it claims to be, or broken.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file is no ZIP archive, as documents and books are, or not all of one.
    #[error("cut off, or not what its ending says")]
    NoArchive,
    /// Reading it needs a program that is not here.
    #[error("it needs `pdftotext`, which is not installed")]
    NeedsProgram,
}

/// Reads a file of a kind.
///
/// # Errors
///
/// See [`Refusal`]; a PDF is refused here, since another program reads it
/// ([`text_of_pages`]).
pub fn extract(kind: Kind, bytes: &[u8]) -> Result<Extracted, Refusal> {
    let extracted = match kind {
        Kind::Html => html::read(bytes, None),
        Kind::Markdown => markdown::read(bytes),
        Kind::Docx => office::read_docx(bytes),
        Kind::Odt => office::read_odt(bytes),
        Kind::Mail => mail::read(bytes),
        Kind::Mhtml => mail::read_page(bytes),
        Kind::Subtitles => subtitles::read(bytes),
        Kind::Epub => epub::read(bytes),
        Kind::Pdf => Err(Refusal::NeedsProgram),
    }?;
    if extracted.text.trim().is_empty() { Err(Refusal::NoText) } else { Ok(extracted) }
}

/// The same of a page of many articles, none of which stands out: all its text.
///
/// # Errors
///
/// As for [`extract`].
pub fn extract_whole(kind: Kind, bytes: &[u8]) -> Result<Extracted, Refusal> {
    if kind != Kind::Html {
        return extract(kind, bytes);
    }
    let text = html::whole(bytes)?;
    if text.trim().is_empty() {
        Err(Refusal::NoText)
    } else {
        Ok(Extracted { text, ..Extracted::default() })
    }
}

/// Takes a text that was printed or scanned: columns are read one after the other.
pub fn plain(text: &str) -> Extracted {
    let unfolded = unfold(text);
    let warning = (unfolded != text).then_some(Warning::Columns);
    Extracted { text: unfolded, warning, ..Extracted::default() }
}

/// A date as people and programs write it, as ISO 8601: a day, or a time with its zone.
pub fn iso_date(text: &str) -> Option<String> {
    date::iso(text)
}

/// Whether the head of a text has the words of a title, however they are set.
fn has_words(text: &str, title: &str) -> bool {
    let words = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let head: String = text.chars().take(4 * title.len() + 40).collect();
    words(&head).contains(&words(title))
}

/// Bytes of a text as text: UTF-8, UTF-16 or what newsrooms have.
fn decoded(bytes: &[u8]) -> String {
    crate::core::article::decode(bytes.to_vec()).0
}
