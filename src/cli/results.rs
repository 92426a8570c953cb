//! What `report` and `export` begin with: the results of a desk.

use std::path::Path;

use jiff::Timestamp;

use super::failure::Failure;
use super::output::{complain, on_one_line};
use super::{Place, desk};
use crate::config::Config;
use crate::core::article::Source;
use crate::core::review::Level;
use crate::desk::Library;
use crate::exchange::{Article, Output, Results};
use crate::store::outside;

/// Which articles, and whose decisions.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// Only these articles: their names, or beginnings of them.
    articles: Vec<String>,
    /// Only what these people decided: their names, with commas between.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    people: Vec<String>,
}

/// Joins what is decided on a desk. An article that cannot be read is named on
/// standard error and left out.
pub(super) fn of(
    selection: &Selection,
    place: &Place,
) -> Result<(Library, Config, Results), Failure> {
    let (library, config) = desk::library(place)?;
    let names = names(selection, &library)?;
    let mut articles = Vec::with_capacity(names.len());
    for name in &names {
        match desk::opened(&library, name) {
            Ok(opened) => {
                let review = opened.review(&library, Level::new(Level::COUNT as u8));
                let person = &opened.notebooks.own.notebook().annotator;
                let person = if person.is_empty() { library.annotator().name() } else { person };
                let own = |id: &_| opened.annotation(Some(id));
                let mut article =
                    Article::of(name, &opened.document, Source::default(), &review, person, own, 1);
                only_of(&mut article, &selection.people);
                articles.push(article);
            }
            Err(failure) => {
                let what = on_one_line(failure.what());
                complain(&format!("warning: {}: {what}\n", on_one_line(name)));
            }
        }
    }
    let root = std::fs::canonicalize(library.desk().root()).unwrap_or_default();
    let named = root.file_name().map(|name| name.to_string_lossy().into_owned());
    let results = Results {
        desk: named.unwrap_or_else(|| "claimdesk".into()),
        labels: config.labels.clone(),
        made: Timestamp::now(),
        articles,
    };
    Ok((library, config, results))
}

fn names(selection: &Selection, library: &Library) -> Result<Vec<String>, Failure> {
    if selection.articles.is_empty() {
        return Ok(library.list().entries.into_iter().map(|entry| entry.name).collect());
    }
    selection.articles.iter().map(|asked| desk::article(library.desk(), asked)).collect()
}

fn only_of(article: &mut Article, people: &[String]) {
    if people.is_empty() {
        return;
    }
    for claim in &mut article.claims {
        claim.opinions.retain(|opinion| people.contains(&opinion.person));
        claim.count(1);
    }
}

/// Writes files below a folder, or one file under the name that was asked for.
pub(super) fn write(
    library: &Library,
    at: &Path,
    is_folder: bool,
    outputs: &[Output],
) -> Result<(), Failure> {
    for output in outputs {
        let path = if is_folder { at.join(&output.name) } else { at.to_path_buf() };
        outside::write(library.desk(), &path, &output.text).map_err(|error| {
            let what = format!("cannot write {}: {error}", path.display());
            Failure::failed(what, "name a file or folder that you may write, outside the articles")
        })?;
    }
    Ok(())
}
