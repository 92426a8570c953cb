//! `claimdesk follow`: verdicts go along with their words to other articles.

use std::fmt::Write as _;

use super::failure::Failure;
use super::output::{self, on_one_line};
use super::{Place, desk};
use crate::app::words;
use crate::config::Config;
use crate::desk::{StayError, Strayed};
use crate::i18n::{Lang, Message, line as say};

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
    let (library, config) = desk::library_to_write(place)?;
    let lang = place.lang;
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
                Err(error) => say::NOT_MOVED.fill(lang, &[&stayed(&error)]),
            },
            _ => say::NOT_MOVED.fill(lang, &[&say::NAME_ONE_OF_THEM]),
        };
        let _ = writeln!(
            said,
            "{}",
            on_one_line(&(line(lang, &config, &strayed, &targets) + &outcome))
        );
    }
    if said.is_empty() {
        said.push_str(say::NONE_STRAYED.to(lang));
    }
    output::print(&said)
}

fn line(lang: Lang, config: &Config, strayed: &Strayed, targets: &[String]) -> String {
    let verdict = strayed.annotation.verdict.as_ref();
    let verdict =
        verdict.map_or(say::OPEN.to(lang), |id| desk::verdict_name(&config.labels, id, lang));
    let words = say::QUOTED.with(&[&strayed.annotation.selector.exact]);
    say::STRAYED.fill(lang, &[&strayed.from, &targets.join(", "), &verdict, &words])
}

/// Why a verdict was not taken along.
fn stayed(error: &StayError) -> Message {
    match error {
        StayError::NotOnce => say::NOT_ONCE.into(),
        StayError::Decided => say::DECIDED_THERE.into(),
        StayError::Unread(error) => Message::of(|lang| words::article(lang, error)),
        StayError::Unsaved(error) => Message::of(|lang| words::unsaved_why(lang, error)),
    }
}
