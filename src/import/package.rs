//! The parts of documents that are ZIP archives of XML.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Refusal;

/// Most bytes unpacked from one document: a bomb ends here.
const UNPACKED: usize = 64_000_000;

/// An archive that is read part by part.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NoArchive)?;
        Ok(Self { archive, left: UNPACKED })
    }

    /// A part as text; none where the archive has no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let name = name.trim_start_matches('/');
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(damaged)?;
        let mut bytes = Vec::new();
        part.take(self.left as u64 + 1).read_to_end(&mut bytes).map_err(damaged)?;
        if bytes.len() > self.left {
            return Err(Refusal::TooLarge { limit: UNPACKED });
        }
        self.left -= bytes.len();
        Ok(Some(super::decoded(&bytes)))
    }

    /// A part that the document cannot do without.
    pub(super) fn required(&mut self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| Refusal::Damaged(format!("it has no {name}")))
    }
}

pub(super) fn damaged(error: impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(error.to_string())
}

/// Deepest nesting of elements that is read.
const DEPTH: usize = 512;

/// What happens in an XML text, in its order.
pub(super) enum Step<'a> {
    /// An element begins; one without contents begins and ends.
    Open(&'a Element<'a>),
    /// An element ends, by its local name.
    Close(&'a str),
    /// Words.
    Text(&'a str),
}

/// An element that begins.
pub(super) struct Element<'a> {
    /// Its name without prefix.
    pub name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// An attribute by its name, with or without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|a| a.key.as_ref() == name || a.key.local_name().as_ref() == name)?;
        let value = &found.value;
        Some(quick_xml::escape::unescape(value).map_or_else(|_| value.to_string(), Into::into))
    }
}

/// Goes through an XML text.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Step<'_>)) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Refusal::TooDeep { limit: DEPTH });
                }
                open(&start, &mut visit);
            }
            Event::Empty(start) => {
                open(&start, &mut visit);
                visit(Step::Close(start.local_name().as_ref()));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Step::Close(end.local_name().as_ref()));
            }
            Event::Text(text) => visit(Step::Text(&text)),
            Event::CData(text) => visit(Step::Text(&text)),
            Event::GeneralRef(name) => visit(Step::Text(&reference(&name))),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn open(start: &BytesStart<'_>, visit: &mut impl FnMut(Step<'_>)) {
    visit(Step::Open(&Element { name: start.local_name().as_ref(), start }));
}

/// What `&amp;`, `&#233;` and their kin stand for; nothing where that is unknown.
fn reference(name: &str) -> String {
    let written = format!("&{name};");
    quick_xml::escape::unescape(&written).map_or_else(|_| String::new(), Into::into)
}
