//! `claimdesk tutor`: a lesson of thirteen steps on five articles in a scratch folder.

use super::failure::{Failure, system};
use super::{Place, read};
use crate::i18n::line as say;
use crate::store::setup;

/// Learn the reader in thirteen steps, on five articles in a scratch folder.
///
/// A strip above the foot says what to try and notices when it is done.
/// Nothing of the lesson is kept.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    read: read::Look,
}

/// The articles of the lesson, written for it: a flood that never was, in a town that is not.
const ARTICLES: [(&str, &str); 5] = [
    ("1-la-nuit.txt", include_str!("tutor/1-la-nuit.txt")),
    ("2-le-lendemain.txt", include_str!("tutor/2-le-lendemain.txt")),
    ("3-in-english.txt", include_str!("tutor/3-in-english.txt")),
    ("4-rectificatif.txt", include_str!("tutor/4-rectificatif.txt")),
    ("5-la-digue.txt", include_str!("tutor/5-la-digue.txt")),
];

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let scratch = setup::scratch();
    let scratch = scratch.map_err(|error| {
        Failure::failed(say::NO_SCRATCH.with(&[&system(&error)]), say::NO_SCRATCH_HINT)
    })?;
    let seeds = scratch.path().join("seeds");
    setup::folder(scratch.path(), "seeds")
        .and_then(|_| {
            ARTICLES.iter().try_for_each(|(name, text)| setup::file(&seeds, name, text).map(drop))
        })
        .map_err(|error| {
            let what = say::OF.with(&[&seeds.display(), &system(&error)]);
            Failure::failed(what, say::NO_SCRATCH_HINT)
        })?;
    read::lesson(&args.read, place.lang, scratch.path())
}
