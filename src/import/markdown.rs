//! Markdown, with what its front matter says.

use std::fmt::Write as _;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::raised::superscript;
use super::{Extracted, Refusal, date, decoded, html};
use crate::core::annotation::link::link;
use crate::core::article::Source;

/// Reads a text in Markdown: links keep their words, tables become lines. It may hold HTML
/// anywhere, so it is read as the page that it stands for.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let text = decoded(bytes);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = MarkdownReader::default();
    for event in Parser::new_ext(&text, options) {
        reader.event(event);
    }
    let source = front_matter(&reader.front);
    Ok(Extracted {
        text: html::plain_text(&with_raised(&reader.page))?,
        source,
        ..Extracted::default()
    })
}

/// `H~2~O`, `10^3^`: figures that stand below and above the line of a word, as Pandoc writes them.
fn with_raised(page: &str) -> String {
    const LONGEST: usize = 3;
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find(['~', '^']) {
        let (before, behind) = (&rest[..at], &rest[at + 1..]);
        let sign = if rest[at..].starts_with('~') { '~' } else { '^' };
        let inside = behind.split(sign).next().filter(|inside| inside.len() < behind.len());
        let is_figure = |inside: &&str| {
            let digits = inside.strip_prefix(['-', '−']).unwrap_or(inside);
            (1..=LONGEST).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        };
        out.push_str(before);
        match inside.filter(is_figure).filter(|_| before.ends_with(char::is_alphanumeric)) {
            Some(figure) => {
                let above = |c| if sign == '^' { superscript(c) } else { c };
                out.extend(figure.chars().map(above));
                rest = &behind[figure.len() + 1..];
            }
            None => {
                out.push(sign);
                rest = behind;
            }
        }
    }
    out + rest
}

#[derive(Default)]
struct MarkdownReader {
    /// The page, as HTML.
    page: String,
    /// The lines of the front matter.
    front: String,
    in_front: bool,
    /// How many pictures deep: their descriptions are no text of the article.
    pictures: usize,
    /// The lists around, and the numbers of their next items.
    lists: Vec<Option<u64>>,
    /// The name of a note whose words are still to come.
    note: Option<String>,
}

impl MarkdownReader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures -= 1,
            _ if self.pictures > 0 => {}
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::TaskListMarker(done) => self.words(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(name) => self.words(&format!("[{name}]")),
            Event::Html(html) | Event::InlineHtml(html) => self.page.push_str(&html),
            Event::SoftBreak => self.page.push(' '),
            Event::HardBreak => self.page.push_str("<br>"),
            Event::Rule => self.page.push_str("<hr>"),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let note = self.note.take().unwrap_or_default();
        for words in [&note, words] {
            let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
            // Words are no address that holds a picture.
            self.page.push_str(&escaped.replace("data:", "data&#58;"));
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                self.in_front = true;
            }
            Tag::List(first) => self.lists.push(*first),
            Tag::FootnoteDefinition(name) => self.note = Some(format!("[{name}] ")),
            Tag::Item => {
                // An item keeps the number that it was given.
                if let Some(Some(next)) = self.lists.last_mut() {
                    let _ = write!(self.page, "<li value={next}>");
                    *next += 1;
                    return;
                }
            }
            _ => {}
        }
        self.page.extend(name(tag.to_end()).map(|name| format!("<{name}>")));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::List(_) => drop(self.lists.pop()),
            _ => {}
        }
        self.page.extend(name(tag).map(|name| format!("</{name}>")));
    }
}

/// The element that a part of the text is; none for what only sets words in another way.
const fn name(tag: TagEnd) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) => "p",
        TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => "div",
        TagEnd::CodeBlock => "pre",
        TagEnd::List(_) => "ul",
        TagEnd::Item => "li",
        TagEnd::Table => "table",
        TagEnd::TableHead | TagEnd::TableRow => "tr",
        TagEnd::TableCell => "td",
        TagEnd::Strikethrough => "del",
        _ => return None,
    })
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

    #[track_caller]
    fn holds(text: &str, expected: &str) {
        assert_eq!(read(text.as_bytes()).unwrap().text.trim_end(), expected);
    }

    #[test]
    fn what_is_struck_out_and_what_stands_above_changes_no_figure() {
        holds(
            "En 2024<sup>12</sup> : ~~300~~ 400 morts, <del>12</del> 15 blessés.",
            "En 2024[12] : 400 morts, 15 blessés.",
        );
        holds(
            "40 m<sup>2</sup> et H<sub>2</sub>O, le 1<sup>er</sup> mai",
            "40 m² et H2O, le 1er mai",
        );
        holds(
            "Elle dit que <q>rien</q> n’est perdu dans la ville, et part.",
            "Elle dit que «\u{a0}rien\u{a0}» n’est perdu dans la ville, et part.",
        );
        holds("H~2~O, 10^3^ euros, ~~12~~ 15 morts", "H2O, 10³ euros, 15 morts");
        holds(
            "- [x] 12 élus absents\n- [ ] 3 abstentions",
            "- ☑ 12 élus absents\n- ☐ 3 abstentions",
        );
        holds("Ils sont ~12 ou ~15, soit 3 ^ 2.", "Ils sont ~12 ou ~15, soit 3 ^ 2.");
        holds("Total : 12<br>34 sont là", "Total : 12\n34 sont là");
    }

    #[test]
    fn items_keep_their_numbers_and_blocks_of_html_their_words() {
        holds(
            "Ainsi :\n\n3. un\n4. deux\n   - et\n5. trois",
            "Ainsi :\n\n3. un\n4. deux\n- et\n5. trois",
        );
        holds(
            "<div>\n<p>Douze morts.</p>\n</div>\n\nFin ![x <b>y</b>](a.png)",
            "Douze morts.\n\nFin",
        );
    }
}
