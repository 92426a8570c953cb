//! Books: the chapters of an EPUB (EPUB 3.3, W3C) in reading order.

use percent_encoding::percent_decode_str;

use super::package::{Package, Step, walk};
use super::{Extracted, Refusal, Warning, html, office};
use crate::core::article::Source;

/// Reads a book.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut root = None;
    walk(&package.required("META-INF/container.xml")?, |step| {
        if let Step::Open(element) = step
            && element.name == "rootfile"
        {
            root = root.take().or_else(|| element.attribute("full-path"));
        }
    })?;
    let root = root.ok_or_else(|| Refusal::Damaged("its container names no book".into()))?;
    let book = contents(&package.required(&root)?)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut text = String::new();
    let mut warning = None;
    for chapter in book.chapters() {
        match chapter.map(|address| page(&mut package, folder, address)).transpose()?.flatten() {
            Some(page) => {
                text.push_str(&html::plain_text(&page)?);
                text.push('\n');
            }
            None => warning = Some(Warning::Chapters),
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(Extracted { text, source: book.source, warning, ..Extracted::default() })
}

/// A chapter by its address, which stands below the folder of the book's contents and is written as
/// addresses are: what is no plain letter as `%20`. Some books name the file as it is.
fn page(package: &mut Package<'_>, folder: &str, address: &str) -> Result<Option<String>, Refusal> {
    if let Some(page) = package.text(&below(folder, address))? {
        return Ok(Some(page));
    }
    let address = address.split(['#', '?']).next().unwrap_or_default();
    package.text(&below(folder, &percent_decode_str(address).decode_utf8_lossy()))
}

/// The path of a file in the archive.
fn below(folder: &str, address: &str) -> String {
    let mut path: Vec<_> = folder.split('/').collect();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.retain(|part| !part.is_empty());
    path.join("/")
}

#[derive(Default)]
struct Book {
    source: Source,
    /// Id and path of each file.
    files: Vec<(String, String)>,
    /// The ids of the chapters, in order.
    spine: Vec<String>,
}

impl Book {
    /// The address of each chapter; none where the contents do not tell it.
    fn chapters(&self) -> impl Iterator<Item = Option<&str>> {
        self.spine.iter().map(|id| {
            self.files.iter().find(|(known, _)| known == id).map(|(_, path)| path.as_str())
        })
    }
}

fn contents(xml: &str) -> Result<Book, Refusal> {
    let mut book = Book::default();
    let mut inside = String::new();
    walk(xml, |step| match step {
        Step::Open(element) => {
            element.name.clone_into(&mut inside);
            match element.name {
                "item" => book.files.extend(element.attribute("id").zip(element.attribute("href"))),
                "itemref" => book.spine.extend(element.attribute("idref")),
                _ => {}
            }
        }
        Step::Close(_) => inside.clear(),
        Step::Text(text) if !text.trim().is_empty() => {
            office::property(&mut book.source, &inside, text.trim());
        }
        Step::Text(_) => {}
    })?;
    Ok(book)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    /// A book of two chapters, the second at an address, its file under a name.
    fn book(address: &str, name: &str) -> Extracted {
        let item = |id: &str, href: &str| format!("<item id='{id}' href='{href}'/>");
        let contents = format!(
            "<package><manifest>{}{}</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>",
            item("a", "a.xhtml"),
            item("b", address)
        );
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("META-INF/container.xml", "<container><rootfile full-path='O/c.opf'/></container>"),
            ("O/c.opf", &contents),
            ("O/a.xhtml", "<html><body><p>La dette est de 3 101 milliards.</p></body></html>"),
            (name, "<html><body><p>Le déficit est de 5,5 %.</p></body></html>"),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        read(&zip.finish().unwrap().into_inner()).unwrap()
    }

    #[test]
    fn chapters_are_found_by_their_addresses() {
        for (address, name) in [
            ("b.xhtml", "O/b.xhtml"),
            ("chap%20deux.xhtml", "O/chap deux.xhtml"),
            ("d%C3%A9ficit.xhtml", "O/déficit.xhtml"),
            ("5%20.xhtml", "O/5%20.xhtml"),
            ("../text/./b.xhtml#two", "text/b.xhtml"),
        ] {
            let read = book(address, name);
            assert!(read.text.ends_with("Le déficit est de 5,5 %.\n"), "{address}: {}", read.text);
            assert_eq!(read.warning, None, "{address}");
        }
    }

    #[test]
    fn a_chapter_that_is_not_there_is_told() {
        let read = book("gone.xhtml", "O/b.xhtml");
        assert_eq!(read.text, "La dette est de 3 101 milliards.\n");
        assert_eq!(read.warning, Some(Warning::Chapters));
    }
}
