//! `claimdesk follow`: verdicts go along with their words to other articles.

use std::fmt::Write as _;

use super::failure::Failure;
use super::output::{self, on_one_line};
use super::{Place, desk};
use crate::desk::Strayed;

/// Take your verdicts along to the articles in which their words stand now.
///
/// Where an article was split, or its words went elsewhere, a verdict is lost in the one and
/// missing in the other. Each that stands in one other article, exactly once, moves there with its
/// note and evidence; the others are told. Nobody else's are touched.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only to this article: its file, its name below `seeds/`, or a beginning of the name.
    article: Option<String>,
    /// Only tell what would move.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let (library, _) = desk::library_to_write(place)?;
    let only = args.article.as_deref().map(|asked| desk::article(library.desk(), asked));
    let only = only.transpose()?;
    let mut said = String::new();
    for strayed in library.strayed() {
        let targets =
            strayed.found.iter().filter(|to| only.as_ref().is_none_or(|only| only == *to));
        let targets: Vec<_> = targets.cloned().collect();
        let outcome = match &targets[..] {
            [] => continue,
            [_] if args.dry_run => String::new(),
            [to] => match library.bring(&strayed, to, crate::app::stamp().now) {
                Ok(()) => String::new(),
                Err(error) => format!(": not moved: {error}"),
            },
            _ => ": not moved: name one of them".to_owned(),
        };
        let _ = writeln!(said, "{}", on_one_line(&(line(&strayed, &targets) + &outcome)));
    }
    if said.is_empty() {
        said.push_str("no verdict whose words stand in another article\n");
    }
    output::print(&said)
}

fn line(strayed: &Strayed, targets: &[String]) -> String {
    let verdict = strayed.annotation.verdict.as_ref().map_or("open", |verdict| &verdict.0);
    let words = &strayed.annotation.selector.exact;
    format!("{} → {}: {verdict} “{words}”", strayed.from, targets.join(", "))
}
