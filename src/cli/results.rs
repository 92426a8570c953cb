//! What `report` and `export` begin with: the results of a desk.

use std::path::Path;

use super::failure::Failure;
use super::output::{complain, on_one_line};
use super::team::Team;
use super::{Place, desk};
use crate::core::claim::Level;
use crate::desk::Library;
use crate::exchange::{Article, Output, Results};
use crate::store::outside;

/// Which articles, and whose decisions.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// Only these articles: their names, or beginnings of them.
    articles: Vec<String>,
    /// Only what these people decided: their folders, with commas between.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    people: Vec<String>,
}

/// Joins what is decided on a desk. An article that cannot be read is named on
/// standard error and left out.
pub(super) fn of(selection: &Selection, place: &Place) -> Result<(Team, Results), Failure> {
    let mut team = Team::open(place)?;
    if !selection.people.is_empty() {
        team.only(&selection.people)?;
    }
    let names = team.articles(&selection.articles)?;
    let mut articles = Vec::with_capacity(names.len());
    for name in &names {
        match article(&team, name) {
            Ok(article) => articles.push(article),
            Err(failure) => {
                let what = on_one_line(failure.what());
                complain(&format!("warning: {}: {what}\n", on_one_line(name)));
            }
        }
    }
    let root = std::fs::canonicalize(team.library.desk().root()).unwrap_or_default();
    let named = root.file_name().map(|name| name.to_string_lossy().into_owned());
    let results = Results {
        desk: named.unwrap_or_else(|| "claimdesk".into()),
        labels: team.config.labels.clone(),
        made: crate::app::stamp().now,
        articles,
    };
    Ok((team, results))
}

fn article(team: &Team, name: &str) -> Result<Article, Failure> {
    let opened = desk::opened(&team.library, name)?;
    let review = opened.review(&team.library, Level::ALL);
    let units = team.sheet(name)?.units(team.rules());
    Ok(Article::of(name, &opened.document, team.library.source(name), &review, units))
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
