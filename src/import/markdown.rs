//! Markdown, with what its front matter says.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::blocks::Blocks;
use super::{Extracted, Refusal, date, decoded};
use crate::core::annotation::link::link;
use crate::core::article::Source;

/// Reads a text in Markdown: links keep their words, tables become lines.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let text = decoded(bytes);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = MarkdownReader::default();
    for event in Parser::new_ext(&text, options) {
        reader.event(event);
    }
    let source = front_matter(&reader.front);
    Ok(Extracted { text: reader.blocks.finish(), source, ..Extracted::default() })
}

#[derive(Default)]
struct MarkdownReader {
    blocks: Blocks,
    /// The lines of the front matter.
    front: String,
    in_front: bool,
    /// How many pictures deep: their descriptions are no text of the article.
    pictures: usize,
    /// How many lists deep.
    lists: usize,
}

impl MarkdownReader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.blocks.end_line(),
            Event::Rule => self.blocks.end(),
            Event::FootnoteReference(name) => self.words(&format!("[{name}]")),
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if self.pictures == 0 {
            self.blocks.push(text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                self.in_front = true;
            }
            Tag::Image { .. } => self.pictures += 1,
            Tag::List(_) => {
                self.lists += 1;
                self.blocks.end_line();
            }
            Tag::Item => self.blocks.item(),
            Tag::TableCell => self.blocks.cell(),
            Tag::FootnoteDefinition(name) => self.blocks.push(&format!("[{name}] ")),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::Image => self.pictures -= 1,
            TagEnd::List(_) => {
                self.lists -= 1;
                if self.lists == 0 {
                    self.blocks.end();
                }
            }
            TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => self.blocks.end_line(),
            TagEnd::Paragraph if self.lists > 0 => self.blocks.end_line(),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Table
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::FootnoteDefinition => self.blocks.end(),
            _ => {}
        }
    }
}

/// What simple `key: value` and `key = "value"` lines of a front matter say. Lists
/// are read where they stand on one line.
fn front_matter(front: &str) -> Source {
    let mut source = Source::default();
    for line in front.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        if value.is_empty() || key.starts_with(char::is_whitespace) {
            continue;
        }
        let said = || Some(value.to_owned());
        match key.trim().to_lowercase().as_str() {
            "title" | "titre" => source.title = said(),
            "outlet" | "publisher" | "site" | "publication" => source.outlet = said(),
            "author" | "authors" | "auteur" | "by" => source.author = list(value),
            "date" | "published" | "publish_date" => source.published = date::iso(value),
            "updated" | "modified" | "lastmod" => source.modified = date::iso(value),
            "url" | "link" | "source" | "canonical" => source.url = link(value),
            "lang" | "language" => source.lang = said(),
            _ => {}
        }
    }
    source
}

fn list(value: &str) -> Vec<String> {
    let value = value.trim_matches(['[', ']']);
    let names = value.split(',').map(|name| name.trim().trim_matches(['"', '\'']));
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_its_words() {
        let text = "---\ntitle: \"Un titre\"\ndate: 2024-10-23\nauthors: [Ana, Ben]\nurl: https://x.example/a\n---\n\
            # Un titre\n\nDeux *mots* et [un lien](https://y.example),\nsuite. ![image](a.png)\n\n\
            - un\n- deux\n  - trois\n\nFin[^1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Une note.\n";
        let read = read(text.as_bytes()).unwrap();
        let expected = "Un titre\n\nDeux mots et un lien, suite.\n\n- un\n- deux\n- trois\n\nFin[1].\n\n\
            a | b\n1 | 2\n\n[1] Une note.\n";
        assert_eq!(read.text, expected);
        let source = read.source;
        assert_eq!(source.title.as_deref(), Some("Un titre"));
        assert_eq!(source.published.as_deref(), Some("2024-10-23"));
        assert_eq!(source.url.as_deref(), Some("https://x.example/a"));
        assert_eq!(source.author, ["Ana", "Ben"]);
    }
}
