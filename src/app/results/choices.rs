//! What the reader can write, and what it says of it.

use super::order::{Order, Place, Stopped};
use super::write::write;
use crate::app::context::Context;
use crate::exchange::{FORMATS, Format, report};
use crate::i18n::{Text, messages as say, team as texts};

/// Where the reader writes, below the desk's folder.
const FOLDER: &str = "exports";
/// Every so many articles the reader hears how far it is.
const STEP: usize = 25;
/// The reports, by the ids that the reader knows them by.
const REPORT: &str = "report";
const REPORT_MARKDOWN: &str = "report-markdown";

/// What the reader can write: id, what it is, and where it is put.
pub fn choices() -> Vec<(&'static str, Text, String)> {
    let reports = [
        (REPORT, say::REPORT_HTML, format!("{FOLDER}/report.html")),
        (REPORT_MARKDOWN, say::REPORT_MARKDOWN, format!("{FOLDER}/report.md")),
    ];
    let place = |format: &Format| match format.is_folder {
        true => format!("{FOLDER}/{}/", format.id),
        false => format!("{FOLDER}/{}", format.file),
    };
    let formats = FORMATS.iter().map(|format| (format.id, format.what, place(format)));
    reports.into_iter().chain(formats).collect()
}

/// Writes what the reader asked for, everybody's decisions on all articles; gives what to say of
/// it, and whether it went well.
pub(in crate::app) fn by_id(
    context: &Context,
    id: &str,
    go_on: &mut dyn FnMut(usize, usize) -> bool,
) -> (String, bool) {
    let (library, lang) = (context.library(), context.lang());
    let folders = library.desk().annotators();
    let entries = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
    let articles: Vec<_> = entries.map(|entry| entry.name).collect();
    let is_pages = id == REPORT && report::is_folder(articles.len());
    let (writer, name, main, is_folder) = match (id, Format::of(id)) {
        (REPORT, _) if is_pages => (report::html(lang), "report", "index.html", true),
        (REPORT_MARKDOWN, _) => (report::markdown(lang), "report.md", "", false),
        (_, Some(format)) if format.is_folder => ((format.open)(), format.id, format.file, true),
        (_, Some(format)) => ((format.open)(), format.file, "", false),
        (_, None) => (report::html(lang), "report.html", "", false),
    };
    let path = library.desk().root().join(FOLDER).join(name);
    let shown = format!("{FOLDER}/{name}{}", if is_folder { "/" } else { "" });
    let crosscheck = Format::of(id).is_none();
    let config = context.config();
    let order = Order { library, config, folders: &folders, articles, since: None, crosscheck };
    let at = Place { path: &path, is_folder, main };
    let mut progress =
        |done: usize, all: usize| !done.is_multiple_of(STEP) || done == 0 || go_on(done, all);
    match write(&order, writer, &at, &mut progress) {
        Ok(written) => {
            let names: Vec<_> = written.left_out().map(|gap| &*gap.file).collect();
            match names.is_empty() {
                true => {
                    let told = say::WRITTEN.fill(lang, &[&written.claims, &shown]);
                    let aside = texts::NOT_TAKEN.fill(lang, &[&written.aside]);
                    match written.aside {
                        0 => (told, true),
                        _ => (say::REASON.fill(lang, &[&told, &aside]), true),
                    }
                }
                false => {
                    let left_out = names.join(", ");
                    (say::WRITTEN_BUT.fill(lang, &[&written.claims, &shown, &left_out]), false)
                }
            }
        }
        Err(Stopped::Missing(missing)) => {
            let first = missing.first();
            let first = first.map(|first| say::REASON.fill(lang, &[&first.place, &first.what]));
            (say::LACKING.fill(lang, &[&first.unwrap_or_default(), &missing.len()]), false)
        }
        Err(Stopped::Unwritten(path, error)) => {
            (say::UNWRITTEN.fill(lang, &[&path.display(), &error]), false)
        }
        Err(Stopped::Cancelled) => (String::new(), true),
    }
}
