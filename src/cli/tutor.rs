//! `claimdesk tutor`: a lesson of thirteen steps on five articles in a scratch folder.

use super::failure::{Failure, system};
use super::{Place, read};
use crate::i18n::{Lang, line as say};
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

/// Articles with their names.
type Articles = [(&'static str, &'static str); 5];

/// The articles of the lesson, written for it: a flood that never was, in a town that is not. One of them is in the other
/// language.
const FRENCH: Articles = [
    ("1-la-nuit.txt", include_str!("tutor/fr/1-la-nuit.txt")),
    ("2-le-lendemain.txt", include_str!("tutor/fr/2-le-lendemain.txt")),
    ("3-in-english.txt", include_str!("tutor/fr/3-in-english.txt")),
    ("4-rectificatif.txt", include_str!("tutor/fr/4-rectificatif.txt")),
    ("5-la-digue.txt", include_str!("tutor/fr/5-la-digue.txt")),
];
const ENGLISH: Articles = [
    ("1-the-night.txt", include_str!("tutor/en/1-the-night.txt")),
    ("2-the-day-after.txt", include_str!("tutor/en/2-the-day-after.txt")),
    ("3-en-francais.txt", include_str!("tutor/en/3-en-francais.txt")),
    ("4-correction.txt", include_str!("tutor/en/4-correction.txt")),
    ("5-the-flood-wall.txt", include_str!("tutor/en/5-the-flood-wall.txt")),
];

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let scratch = setup::scratch();
    let scratch = scratch.map_err(|error| {
        Failure::failed(say::NO_SCRATCH.with(&[&system(&error)]), say::NO_SCRATCH_HINT)
    })?;
    let seeds = scratch.path().join("seeds");
    let articles = match place.lang {
        Lang::En => ENGLISH,
        Lang::Fr => FRENCH,
    };
    setup::folder(scratch.path(), "seeds")
        .and_then(|_| {
            articles.iter().try_for_each(|(name, text)| setup::file(&seeds, name, text).map(drop))
        })
        .map_err(|error| {
            let what = say::OF.with(&[&seeds.display(), &system(&error)]);
            Failure::failed(what, say::NO_SCRATCH_HINT)
        })?;
    read::lesson(&args.read, place.lang, scratch.path())
}
