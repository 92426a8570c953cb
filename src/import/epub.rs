//! Books: the chapters of an EPUB (EPUB 3.3, W3C) in reading order.

use super::package::{Package, Step, walk};
use super::{Extracted, Refusal, html, office};
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
    for chapter in book.chapters() {
        let path =
            if folder.is_empty() { chapter.to_owned() } else { format!("{folder}/{chapter}") };
        if let Some(page) = package.text(&path)? {
            text.push_str(&html::plain_text(&page)?);
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(Extracted { text, source: book.source, ..Extracted::default() })
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
    fn chapters(&self) -> impl Iterator<Item = &str> {
        self.spine.iter().filter_map(|id| {
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
