//! `claimdesk tutor`: a lesson of ten steps on a scratch copy of five articles.

use super::failure::Failure;
use super::read;
use crate::store::setup;

/// Learn the reader in ten steps, on a scratch copy of five articles.
///
/// A strip above the foot says what to try and notices when it is done.
/// Nothing of the lesson is kept.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    read: read::Look,
}

/// The articles of the lesson.
const ARTICLES: [(&str, &str); 5] = [
    ("000_cf8b07699ce024ff.txt", include_str!("../../seeds/000_cf8b07699ce024ff.txt")),
    ("001_1a3c13d83c6cbdae.txt", include_str!("../../seeds/001_1a3c13d83c6cbdae.txt")),
    ("002_afe45de9c2b8e846.txt", include_str!("../../seeds/002_afe45de9c2b8e846.txt")),
    ("003_e3c918ad9ca86fc4.txt", include_str!("../../seeds/003_e3c918ad9ca86fc4.txt")),
    ("004_508add9b65c0fc47.txt", include_str!("../../seeds/004_508add9b65c0fc47.txt")),
];

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let scratch = setup::scratch();
    let hint = "TMPDIR names a folder that can be written to";
    let scratch =
        scratch.map_err(|error| Failure::failed(format!("no scratch folder: {error}"), hint))?;
    let seeds = scratch.path().join("seeds");
    setup::folder(scratch.path(), "seeds")
        .and_then(|_| {
            ARTICLES.iter().try_for_each(|(name, text)| setup::file(&seeds, name, text).map(drop))
        })
        .map_err(|error| Failure::failed(format!("{}: {error}", seeds.display()), hint))?;
    read::lesson(&args.read, scratch.path())
}
