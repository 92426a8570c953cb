//! `claimdesk import`: articles from pages, documents, mails and subtitles.

mod again;

use std::collections::HashSet;
use std::path::PathBuf;

use clap::builder::TypedValueParser as _;
use serde_json::json;

use super::failure::{Failure, Wrong};
use super::offers::{self, Offers};
use super::output::{self, Format, complain, on_one_line, warn};
use super::source::Told;
use super::{Place, desk};
use crate::app::intake::{Importer, Input, Made, inputs};
use crate::app::words;
use crate::core::annotation::BlobId;
use crate::desk::Library;
use crate::i18n::{Message, Value, line as say, messages};
use crate::import::{Rule, Warning};
use crate::store::desk::Desk;
use crate::store::format::Provenance;
use crate::store::intake::Intake;

/// Make articles of web pages, documents, mails, subtitles and books.
///
/// The text is taken out once, and is the article from then on: `NAME.txt`, with what
/// is known of its origin beside it in `NAME.source.json`. No file is overwritten.
/// Reads .html, .htm, .md, .docx, .odt, .eml, .mhtml, .srt, .vtt, .epub, plain text,
/// and .pdf where `pdftotext` is installed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files; folders, for the files of these kinds in them; `-` for standard input; else what lies
    /// among the desk's articles. With `--again` articles; else all that have a kept original.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Part a file that holds many articles: `factiva`, `lexisnexis`, `europresse`, or how a line
    /// begins that stands between them: `begin:WORDS`, `end:WORDS`, `line:WORDS`.
    #[arg(long, value_name = "RULE", value_parser = Offers(offers::rules).try_map(|text| rule(&text)), hide_possible_values = true)]
    split: Option<Rule>,
    /// Take the text of articles out of their kept originals anew: shows what changes, and what
    /// becomes of each verdict.
    #[arg(long, conflicts_with_all = ["split", "no_original"])]
    again: bool,
    /// With `--again`: write it, too.
    #[arg(long, requires = "again")]
    write: bool,
    #[command(flatten)]
    told: Told,
    /// Keep no copy of the file in `originals/`.
    #[arg(long)]
    no_original: bool,
}

fn rule(text: &str) -> Result<Rule, Wrong> {
    Rule::parse(text).ok_or_else(|| {
        Wrong(say::A_RULE.with(&[&"factiva, lexisnexis, europresse", &"begin:", &"end:", &"line:"]))
    })
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    if args.again {
        return again::run(&args.files, args.write, place);
    }
    let told = args.told.checked()?;
    let (library, _) = desk::library_to_write(place)?;
    let intake = Intake::new(library.desk());
    let told = |known: &mut Provenance| told.put(known);
    let job = Importer {
        desk: library.desk(),
        intake: &intake,
        told: &told,
        keep: !args.no_original,
        split: args.split.as_ref(),
    };
    let (mut rows, mut refused, mut all) = (Vec::new(), 0, 0);
    // What a folder holds may have been imported before; what somebody names is meant.
    let mut known: Option<HashSet<String>> = None;
    let tell = |name: &str, what: &dyn Value| {
        complain(&format!("{}\n", say::OF.fill(place.lang, &[&name, what])));
    };
    let inputs = match &*args.files {
        [] => among(library.desk(), &library.list().others),
        files => inputs(files),
    };
    if inputs.is_empty() {
        complain(&format!("{}\n", messages::NOTHING_TO_IMPORT.to(place.lang)));
    }
    for input in inputs {
        all += 1;
        let name = on_one_line(&input.name());
        let is_known = |blob: &BlobId| {
            input.is_found && known.get_or_insert_with(|| intake.known()).contains(&blob.0)
        };
        match job.import(&input, is_known) {
            Ok(made) if made.is_empty() => tell(&name, &say::IMPORTED_ALREADY),
            Ok(all) => {
                for made in all {
                    told_of(&made, &input, (args, place, format), (&library, &intake))?;
                    rows.push(row(&made, &input.name()));
                }
            }
            Err(why) => {
                refused += 1;
                tell(&name, &why.map(on_one_line));
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
        _ => {
            Err(Failure::failed(say::NOT_IMPORTED.with(&[&refused, &all]), say::NOT_IMPORTED_HINT))
        }
    }
}

/// Tells of an article that was made, and of what somebody should know who reads it.
fn told_of(
    made: &Made,
    input: &Input,
    (args, place, format): (&Args, &Place, Format),
    (library, intake): (&Library, &Intake<'_>),
) -> Result<(), Failure> {
    let name = on_one_line(&input.name());
    if format == Format::Text {
        output::print(&line(made, &name))?;
    }
    if let Some(warning) = made.warning {
        let what = Message::of(|lang| words::doubt(lang, warning).to_owned());
        warn(place.lang, &say::OF.with(&[&name, &what]));
    }
    let desk = library.desk();
    if let Some(article) = desk.article_name(&desk.root().join(&made.article)) {
        // What somebody names is meant, but may be meant for the first time.
        if let Some(twin) = intake.twin(&article).filter(|_| args.split.is_none()) {
            let what = say::IMPORTED_BEFORE.with(&[&twin]);
            warn(place.lang, &say::OF.with(&[&input.name(), &what]));
        }
        desk::wrote(place.lang, desk, desk.files_of(&article));
    }
    Ok(())
}

/// The files of other kinds that lie among the articles.
fn among(desk: &Desk, names: &[String]) -> Vec<Input> {
    let paths = names.iter().filter_map(|name| desk.article_path(name));
    paths.map(Input::found).collect()
}

/// `seeds/page.txt  Title  (Le Monde · 2024-10-23)`.
fn line(made: &Made, from: &str) -> String {
    let source = &made.provenance.source;
    let about = match source.in_short() {
        origin if origin.is_empty() => String::new(),
        origin => format!(" ({origin})"),
    };
    let line = format!("{} ← {from}{about}", made.article.display());
    format!("{}\n", on_one_line(&line))
}

fn row(made: &Made, from: &str) -> serde_json::Value {
    let source = &made.provenance.source;
    json!({
        "file": from,
        "article": made.article.to_string_lossy(),
        "extractor": made.extractor,
        "title": source.title,
        "outlet": source.outlet,
        "published": source.published,
        "url": source.url,
        "doubtful": made.warning.is_some_and(|warning| warning != Warning::Attachments),
    })
}
