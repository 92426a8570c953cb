//! Documents of word processors: `.docx` (ECMA-376) and `.odt` (ISO 26300).

use super::blocks::Blocks;
use super::look::{Look, Styles};
use super::numbered::{Lists, OpenLists};
use super::package::{Element, Package, Step, walk};
use super::{Extracted, Refusal, date};
use crate::core::article::Source;

/// Reads a `.docx`: what was deleted in review and fallbacks for old programs are left out.
pub(super) fn read_docx(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let mut package = Package::open(bytes)?;
    let body = target(&package.required("_rels/.rels")?, "/officeDocument")?
        .unwrap_or_else(|| "word/document.xml".into());
    let mut document = Word::default();
    let folder = body.rsplit_once('/').map_or("", |(folder, _)| folder);
    if let Some(styles) = package.text(&format!("{folder}/styles.xml"))? {
        document.styles = Styles::of_docx(&styles)?;
    }
    if let Some(numbering) = package.text(&format!("{folder}/numbering.xml"))? {
        walk(&numbering, |step| document.lists.step(&step))?;
    }
    walk(&package.required(&body)?, |step| document.step(&step))?;
    if let Some(notes) = package.text(&format!("{folder}/footnotes.xml"))? {
        document.blocks.end();
        walk(&notes, |step| document.step(&step))?;
    }
    let properties = package.text("docProps/core.xml")?;
    extracted(document.blocks.finish(), document.is_headed, properties.as_deref())
}

/// The part that a relation of a kind leads to.
fn target(relations: &str, kind: &str) -> Result<Option<String>, Refusal> {
    let mut found = None;
    walk(relations, |step| {
        if let Step::Open(element) = step
            && element.attribute("Type").is_some_and(|name| name.ends_with(kind))
        {
            found = found.take().or_else(|| element.attribute("Target"));
        }
    })?;
    Ok(found.map(|path| path.trim_start_matches('/').to_owned()))
}

#[derive(Default)]
struct Word {
    blocks: Blocks,
    /// How many skipped elements deep.
    skipped: usize,
    /// Whether words of the text are read: only those inside `<w:t>` are.
    in_text: bool,
    /// How many cells of a table deep: their paragraphs are no lines.
    cells: usize,
    /// How the runs are set that the words stand in, the innermost last.
    runs: Vec<Look>,
    styles: Styles,
    lists: Lists,
    /// The list of the paragraph, and its level there.
    item: (String, usize),
    /// Whether the first paragraph is a heading.
    is_headed: bool,
}

impl Word {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(element) if is_skipped(element.name) => self.skipped += 1,
            Step::Close(name) if is_skipped(name) => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            Step::Open(element) => self.open(element),
            Step::Close(name) => self.close(name),
            Step::Text(words) if self.in_text => {
                let look = self.runs.last().copied().unwrap_or_default();
                look.push(words, &mut self.blocks);
            }
            Step::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        if let Some(run) = self.runs.last_mut() {
            run.set(element);
        }
        match element.name {
            "t" => self.in_text = true,
            "r" => self.runs.push(Look::default()),
            "pStyle" if self.blocks.is_empty() => {
                let name = element.attribute("val").unwrap_or_default();
                self.is_headed = self.styles.is_heading(&name);
            }
            "rStyle" => {
                let name = element.attribute("val").unwrap_or_default();
                if let Some(run) = self.runs.last_mut() {
                    *run = self.styles.look(&name);
                }
            }
            "br" | "cr" if self.cells == 0 => self.blocks.end_line(),
            "br" | "cr" | "tab" => self.blocks.push(" "),
            "numPr" => self.item = (String::new(), 0),
            "numId" => self.item.0 = element.attribute("val").unwrap_or_default(),
            "ilvl" => {
                let level = element.attribute("val").and_then(|level| level.parse().ok());
                self.item.1 = level.unwrap_or(0);
            }
            "noBreakHyphen" => self.blocks.push("-"),
            "footnoteReference" => self.mark(element),
            "footnote" => {
                self.blocks.end();
                self.mark(element);
                self.blocks.push(" ");
            }
            "tc" => {
                self.cells += 1;
                self.blocks.cell();
            }
            _ => {}
        }
    }

    /// The number of a footnote; the two that only draw lines have none.
    fn mark(&mut self, element: &Element<'_>) {
        let id = element.attribute("id").and_then(|id| id.parse::<i64>().ok());
        if let Some(id) = id.filter(|id| *id > 0) {
            self.blocks.push(&format!("[{id}]"));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => drop(self.runs.pop()),
            "numPr" if self.blocks.is_at_start() && self.cells == 0 && self.item.0 != "0" => {
                let (list, level) = &self.item;
                self.blocks.item(&self.lists.sign(list, *level));
            }
            "p" if self.cells > 0 => self.blocks.push(" "),
            "p" | "tbl" => self.blocks.end(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "tr" => self.blocks.end_line(),
            _ => {}
        }
    }
}

fn is_skipped(name: &str) -> bool {
    // How words were set before a change that is tracked counts no more.
    matches!(name, "del" | "moveFrom" | "Fallback" | "delText" | "instrText")
        || name.ends_with("PrChange")
}

/// A text with what the document's properties say of it. The title there is often the one of a
/// template or of a program: where the text does not have it, a heading that it begins with is.
fn extracted(text: String, is_headed: bool, xml: Option<&str>) -> Result<Extracted, Refusal> {
    let mut source = xml.map(properties_of).transpose()?.unwrap_or_default();
    let head = || text.lines().next().filter(|_| is_headed).map(str::to_owned);
    let is_in_text = |title: &String| super::has_words(&text, title);
    source.title = match source.title.filter(|title| !is_default(title)) {
        Some(title) if is_in_text(&title) => Some(title),
        told => head().or(told),
    };
    Ok(Extracted { text, source, ..Extracted::default() })
}

/// Whether a title is what programs call a text that has none: `Document1`, `Sans titre`.
fn is_default(title: &str) -> bool {
    const DEFAULTS: [&str; 14] = [
        "document",
        "word document",
        "untitled",
        "titre",
        "title",
        "sans titre",
        "sans nom",
        "unbenannt",
        "ohne titel",
        "sin título",
        "senza titolo",
        "senza nome",
        "sem título",
        "naamloos",
    ];
    let title = title.to_lowercase();
    let name = title.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    DEFAULTS.contains(&name) || title.starts_with("microsoft word - ")
}

/// Title, author and dates of a document's properties (Dublin Core).
fn properties_of(xml: &str) -> Result<Source, Refusal> {
    let mut source = Source::default();
    let mut inside = String::new();
    walk(xml, |step| match step {
        Step::Open(element) => element.name.clone_into(&mut inside),
        Step::Close(_) => inside.clear(),
        Step::Text(text) if !text.trim().is_empty() => property(&mut source, &inside, text.trim()),
        Step::Text(_) => {}
    })?;
    Ok(source)
}

/// One property of Dublin Core and its kin.
pub(super) fn property(source: &mut Source, name: &str, value: &str) {
    match name {
        "title" => source.title = Some(value.to_owned()),
        "creator" | "initial-creator" if !source.author.iter().any(|known| known == value) => {
            source.author.push(value.to_owned());
        }
        "publisher" => source.outlet = Some(value.to_owned()),
        "language" => source.lang = Some(value.to_owned()),
        "created" | "creation-date" => source.published = date::iso(value),
        "date" if source.published.is_none() => source.published = date::iso(value),
        "modified" | "date" => source.modified = date::iso(value),
        _ => {}
    }
}

/// Reads an `.odt`; what was deleted in review and comments are left out.
pub(super) fn read_odt(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut document = OpenText::default();
    if let Some(styles) = package.text("styles.xml")? {
        walk(&styles, |step| {
            document.styles.step(&step);
            document.lists.step(&step);
        })?;
    }
    walk(&package.required("content.xml")?, |step| document.step(&step))?;
    document.blocks.end();
    for note in document.notes {
        document.blocks.push(&note.finish());
        document.blocks.end();
    }
    let properties = package.text("meta.xml")?;
    extracted(document.blocks.finish(), document.is_headed, properties.as_deref())
}

#[derive(Default)]
struct OpenText {
    blocks: Blocks,
    skipped: usize,
    /// How many paragraphs deep: words outside are white space of the file.
    paragraphs: usize,
    lists: OpenLists,
    cells: usize,
    /// The footnotes, collected for the end.
    notes: Vec<Blocks>,
    in_note: bool,
    styles: Styles,
    /// How the elements are set that the words stand in, the innermost last.
    looks: Vec<Look>,
    /// Whether the first paragraph is a heading.
    is_headed: bool,
}

impl OpenText {
    fn step(&mut self, step: &Step<'_>) {
        const SKIPPED: [&str; 4] = ["tracked-changes", "annotation", "note-citation", "desc"];
        self.styles.step(step);
        self.lists.step(step);
        match step {
            Step::Open(element) if SKIPPED.contains(&element.name) => self.skipped += 1,
            Step::Close(name) if SKIPPED.contains(name) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Step::Open(element) => self.open(element),
            Step::Close(name) => self.close(name),
            Step::Text(words) if self.paragraphs > 0 => self.words(words),
            Step::Text(_) => {}
        }
    }

    fn words(&mut self, words: &str) {
        let blocks = match self.notes.last_mut() {
            Some(note) if self.in_note => note,
            _ => &mut self.blocks,
        };
        let look = self.looks.last().copied().unwrap_or_default();
        look.push(words, blocks);
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name {
            "p" | "h" | "span" => {
                if element.name == "h" && self.blocks.is_empty() {
                    self.is_headed = true;
                }
                self.paragraphs += usize::from(element.name != "span");
                let name = element.attribute("style-name").unwrap_or_default();
                let outer = self.looks.last().copied().unwrap_or_default();
                self.looks.push(self.styles.look(&name).inside(outer));
            }
            "line-break" if self.cells == 0 && !self.in_note => self.blocks.end_line(),
            "s" | "tab" | "line-break" => self.words(" "),
            "list" => self.lists.open(element),
            "list-item" if self.cells == 0 => self.blocks.item(&self.lists.sign(element)),
            "table-cell" => {
                self.cells += 1;
                self.blocks.cell();
            }
            "note" => {
                let mark = format!("[{}]", self.notes.len() + 1);
                self.blocks.push(&mark);
                let mut note = Blocks::default();
                note.push(&format!("{mark} "));
                self.notes.push(note);
                self.in_note = true;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "span" => drop(self.looks.pop()),
            "p" | "h" => {
                self.looks.pop();
                self.paragraphs = self.paragraphs.saturating_sub(1);
                if self.in_note || self.cells > 0 {
                    self.words(" ");
                } else if !self.lists.is_empty() {
                    self.blocks.end_line();
                } else {
                    self.blocks.end();
                }
            }
            "list" => {
                self.lists.close();
                if self.lists.is_empty() && self.cells == 0 {
                    self.blocks.end();
                }
            }
            "table-cell" => self.cells = self.cells.saturating_sub(1),
            "table-row" => self.blocks.end_line(),
            "table" => self.blocks.end(),
            "note" => self.in_note = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn docx(body: &str) -> Vec<u8> {
        let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
        let relations = r#"<Relationships><Relationship Type="http://x/officeDocument" Target="/word/main.xml"/></Relationships>"#;
        let core = "<cp:coreProperties><dc:title>Titre</dc:title><dc:creator>Ana</dc:creator>\
            <dcterms:created>2024-10-23T08:30:00Z</dcterms:created></cp:coreProperties>";
        let notes = r#"<w:footnotes><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Une note.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
        package(&[
            ("_rels/.rels", relations),
            ("word/main.xml", &document),
            ("word/footnotes.xml", notes),
            ("docProps/core.xml", core),
        ])
    }

    #[test]
    fn a_docx_becomes_its_words() {
        let bytes = docx(
            "<w:p><w:r><w:t>Un </w:t></w:r><w:r><w:t xml:space=\"preserve\">titre &amp; plus</w:t></w:r></w:p>\
             <w:p><w:r><w:t>Reste</w:t></w:r><w:del><w:r><w:delText>parti</w:delText></w:r></w:del>\
             <w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
             <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>un point</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        );
        let read = read_docx(&bytes).unwrap();
        let expected = "Un titre & plus\n\nReste[2]\n\n- un point\n\na | b\n\n[2] Une note.\n";
        assert_eq!(read.text, expected);
        // Both `Titre` and `Document1` are what programs say of a text without title.
        assert_eq!(read.source.title, None);
        assert_eq!(read.source.author, ["Ana"]);
        assert_eq!(read.source.published.as_deref(), Some("2024-10-23T08:30:00Z"));
    }

    #[test]
    fn a_docx_has_its_notes_in_brackets_and_nothing_that_is_struck_out() {
        let run = |look: &str, words: &str| {
            format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
        };
        let above = "<w:vertAlign w:val=\"superscript\"/>";
        let words = [
            run("", "La dette de 1 240"),
            run(above, "1"),
            run(above, "2"),
            run("", " euros, 40 m"),
            run(above, "2"),
            run("", " : "),
            run("<w:strike/>", "300 "),
            run(
                "<w:strike w:val=\"0\"/><w:rPrChange><w:rPr><w:dstrike/></w:rPr></w:rPrChange>",
                "400",
            ),
            run("<w:vanish/>", " (caché)"),
        ];
        let read = read_docx(&docx(&format!(
            "<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>{}</w:p>",
            words.concat()
        )));
        assert!(read.unwrap().text.starts_with("La dette de 1 240[12] euros, 40 m² : 400\n"));
    }

    #[test]
    fn a_heading_is_the_title_unless_the_properties_have_one_that_the_text_has() {
        let title = |told: &str, style: &str, first: &str| {
            let core = format!("<p><dc:title>{told}</dc:title></p>");
            let body = format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{first}</w:t></w:r></w:p><w:p><w:r><w:t>Texte.</w:t></w:r></w:p>"
            );
            let relations = r#"<R><R Type="x/officeDocument" Target="word/main.xml"/></R>"#;
            let styles =
                "<s><w:style w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/></w:style></s>";
            let parts = [
                ("_rels/.rels", relations),
                ("word/main.xml", &*body),
                ("word/styles.xml", styles),
                ("docProps/core.xml", &*core),
            ];
            read_docx(&package(&parts)).unwrap().source.title
        };
        assert_eq!(title("Document1", "Titre1", "La crue").as_deref(), Some("La crue"));
        assert_eq!(title("Modèle de note", "Heading1", "La crue").as_deref(), Some("La crue"));
        assert_eq!(title("La crue", "Heading1", "Agence : la crue").as_deref(), Some("La crue"));
        assert_eq!(title("La crue", "Normal", "Il pleut").as_deref(), Some("La crue"));
        assert_eq!(title("Sans titre 2", "Normal", "Il pleut"), None);
    }

    #[test]
    fn a_docx_says_by_styles_how_words_are_set() {
        let styles = "<w:styles><w:style w:styleId=\"N\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
            <w:style w:styleId=\"S\"><w:rPr><w:strike/></w:rPr></w:style></w:styles>";
        let run = |style: &str, words: &str| {
            format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr><w:t>{words}</w:t></w:r>")
        };
        let words = [run("", "En 1998"), run("N", "3"), run("S", " douze"), run("", ".")].concat();
        let relations = r#"<R><R Type="x/officeDocument" Target="word/main.xml"/></R>"#;
        let bytes = package(&[
            ("_rels/.rels", relations),
            ("word/main.xml", &format!("<w:p>{words}</w:p>")),
            ("word/styles.xml", styles),
        ]);
        assert_eq!(read_docx(&bytes).unwrap().text, "En 1998[3].\n");
    }

    #[test]
    fn an_odt_has_its_notes_in_brackets_and_nothing_that_is_struck_out() {
        let style = |name: &str, look: &str| {
            format!(
                "<style:style style:name=\"{name}\"><style:text-properties {look}/></style:style>"
            )
        };
        let span = |style: &str, words: &str| {
            format!("<text:span text:style-name=\"{style}\">{words}</text:span>")
        };
        let styles = style("T1", "style:text-position=\"super 58%\"")
            + &style("T2", "style:text-line-through-style=\"solid\"")
            + &style(
                "T3",
                "style:text-position=\"-33% 58%\" style:text-line-through-style=\"none\"",
            )
            + "<text:list-style><style:text-properties style:text-position=\"super\"/></text:list-style>";
        let words = [
            "En 1998",
            &span("T1", "12"),
            ", ",
            &span("T2", "300 "),
            "400 kg de CO",
            &span("T3", "2"),
        ]
        .concat();
        let body = format!("<x>{styles}<text:p>{words}</text:p></x>");
        let read = read_odt(&package(&[("content.xml", &body)])).unwrap();
        assert_eq!(read.text, "En 1998[12], 400 kg de CO2\n");
    }

    #[test]
    fn an_odt_becomes_its_words() {
        let content = "<office:document-content><office:body><office:text>\
            <text:tracked-changes><text:p>parti</text:p></text:tracked-changes>\
            <text:h>Titre</text:h>\n<text:p>Un<text:s/>mot<text:note><text:note-citation>1</text:note-citation>\
            <text:note-body><text:p>Note.</text:p></text:note-body></text:note> ici</text:p>\
            <text:list><text:list-item><text:p>un</text:p></text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>\
            <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>\
            </office:text></office:body></office:document-content>";
        let read = read_odt(&package(&[("content.xml", content)])).unwrap();
        assert_eq!(read.text, "Titre\n\nUn mot[1] ici\n\n- un\n- deux\n\na | b\n\n[1] Note.\n");
    }

    #[test]
    fn items_of_an_odt_keep_their_numbers() {
        let style = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" \
            style:num-format=\"1\" text:start-value=\"3\"/></text:list-style>";
        let item =
            |words: &str| format!("<text:list-item><text:p>{words}</text:p></text:list-item>");
        let list = |more: &str, items: &str| {
            format!("<text:list text:style-name=\"L1\" {more}>{items}</text:list>")
        };
        let inner = list("", &item("dedans")).replace("style-name", "x");
        let items =
            item("un") + &item("deux").replace("</text:list-item>", &(inner + "</text:list-item>"));
        let goes_on = list("text:continue-numbering=\"true\"", &item("trois"));
        let body = format!(
            "<x>{style}{}<text:p>Et</text:p>{goes_on}{}</x>",
            list("", &items),
            list("", &item("un"))
        );
        let read = read_odt(&package(&[("content.xml", &body)])).unwrap();
        assert_eq!(read.text, "3. un\n4. deux\n- dedans\n\nEt\n\n5. trois\n\n3. un\n");
    }

    #[test]
    fn bombs_and_broken_archives_are_refused() {
        let bomb = package(&[("content.xml", &" ".repeat(65_000_000))]);
        assert!(bomb.len() < 1_000_000);
        assert!(matches!(read_odt(&bomb), Err(Refusal::TooLarge { .. })));
        assert_eq!(read_docx(b"PK\x03\x04nothing"), Err(Refusal::NoArchive));
        assert!(matches!(read_docx(&package(&[])), Err(Refusal::Damaged(_))));
        let deep = package(&[("content.xml", &"<a>".repeat(600))]);
        assert_eq!(read_odt(&deep), Err(Refusal::TooDeep { limit: 512 }));
    }
}
