//! `claimdesk import`: articles from pages, documents, mails and subtitles.

mod read;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use self::read::{Input, Read};
use super::failure::Failure;
use super::output::{self, Format, complain, on_one_line};
use super::source::{Checked, Told};
use super::{Place, desk};
use crate::core::annotation::BlobId;
use crate::import::Warning;
use crate::store::desk::Desk;
use crate::store::format::Provenance;
use crate::store::intake::{Intake, Taken};

/// Make articles of web pages, documents, mails, subtitles and books.
///
/// The text is taken out once, and is the article from then on: `NAME.txt`, with what
/// is known of its origin beside it in `NAME.source.json`. No file is overwritten.
/// Reads .html, .htm, .md, .docx, .odt, .eml, .mhtml, .srt, .vtt, .epub, plain text,
/// and .pdf where `pdftotext` is installed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files; folders, for the files of these kinds in them; `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    told: Told,
    /// Keep no copy of the file in `originals/`.
    #[arg(long)]
    no_original: bool,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let told = args.told.checked()?;
    let (library, _) = desk::library_to_write(place)?;
    let intake = Intake::new(library.desk());
    let job = Job { desk: library.desk(), intake: &intake, told, keep: !args.no_original };
    let (mut rows, mut refused, mut all) = (Vec::new(), 0, 0);
    // What a folder holds may have been imported before; what somebody names is meant.
    let mut known: Option<HashSet<String>> = None;
    for input in read::inputs(&args.files) {
        all += 1;
        let name = on_one_line(&input.name());
        let is_known = |blob: &BlobId| {
            input.is_found && known.get_or_insert_with(|| intake.known()).contains(&blob.0)
        };
        match job.import(&input, is_known) {
            Ok(Some(made)) => {
                if format == Format::Text {
                    output::print(&made.line(&name))?;
                }
                if made.read.extracted.warning == Some(Warning::Doubtful) {
                    complain(&format!(
                        "warning: {name}: no article stands out in the page; look through the text\n"
                    ));
                }
                rows.push(made.row(&input.name()));
                let path = library.desk().root().join(&made.article);
                if let Some(name) = library.desk().article_name(&path) {
                    desk::wrote(library.desk(), library.desk().files_of(&name));
                }
            }
            Ok(None) => complain(&format!("{name}: imported already\n")),
            Err(why) => {
                refused += 1;
                complain(&format!("{name}: {}\n", on_one_line(&why)));
            }
        }
    }
    match format {
        Format::Text => {}
        Format::Jsonl => output::print_list(true, rows)?,
        _ => output::print_list(false, rows)?,
    }
    match refused {
        0 => Ok(()),
        _ => Err(Failure::failed(
            format!("{refused} of {all} not imported"),
            "nothing was written for them; the others are done",
        )),
    }
}

struct Job<'a> {
    desk: &'a Desk,
    intake: &'a Intake<'a>,
    told: Checked,
    keep: bool,
}

/// An article that was made.
struct Made {
    article: PathBuf,
    read: Read,
    provenance: Provenance,
}

impl Job<'_> {
    /// Makes an article of a file; nothing where that was done before, or why it cannot be done.
    fn import(
        &self,
        input: &Input,
        is_known: impl FnOnce(&BlobId) -> bool,
    ) -> Result<Option<Made>, String> {
        if input.path().is_some_and(|path| self.is_article(path)) {
            return Err("it is an article of this desk already".to_owned());
        }
        let bytes = input.bytes()?;
        if is_known(&BlobId::of(&bytes)) {
            return Ok(None);
        }
        let read = input.read(&bytes)?;
        let now = crate::app::stamp().now;
        let mut provenance =
            Provenance::extracted(read.extracted.source.clone(), now, read.extractor);
        self.told.put(&mut provenance);
        let title = provenance.source.title.clone().unwrap_or_default();
        let name = input.path().map_or(format!("{title}.{}", read.ending), |_| input.name());
        let taken = Taken { name: &name, bytes: &bytes, keep: self.keep };
        let article = self.intake.add(taken, &read.extracted.text, provenance.clone());
        let article = article.map_err(|error| format!("cannot be written: {error}"))?;
        Ok(Some(Made { article, read, provenance }))
    }

    fn is_article(&self, path: &Path) -> bool {
        let name = std::fs::canonicalize(path).ok().and_then(|path| self.desk.article_name(&path));
        name.is_some_and(|name| {
            self.desk.may_list(&name) && self.desk.articles().entries.iter().any(|e| e.name == name)
        })
    }
}

impl Made {
    /// `seeds/page.txt  Title  (Le Monde · 2024-10-23)`.
    fn line(&self, from: &str) -> String {
        let source = &self.provenance.source;
        let about = match source.in_short() {
            origin if origin.is_empty() => String::new(),
            origin => format!(" ({origin})"),
        };
        let line = format!("{} ← {from}{about}", self.article.display());
        format!("{}\n", on_one_line(&line))
    }

    fn row(&self, from: &str) -> serde_json::Value {
        let source = &self.provenance.source;
        json!({
            "file": from,
            "article": self.article.to_string_lossy(),
            "extractor": self.read.extractor,
            "title": source.title,
            "outlet": source.outlet,
            "published": source.published,
            "url": source.url,
            "doubtful": self.read.extracted.warning.is_some(),
        })
    }
}
