//! `claimdesk import --again`: the text of articles taken out of their kept originals anew.
//!
//! Another text is another article, so this is never done in passing: it is shown line by line,
//! with what becomes of each verdict, before anything is written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::app::intake::{Input, ONE_OF_MANY, Read};
use crate::app::{stamp, words};
use crate::cli::failure::{Failure, system};
use crate::cli::output::{self, complain, on_one_line};
use crate::cli::source::unkept;
use crate::cli::team::Team;
use crate::cli::{Place, desk};
use crate::core::annotation::BlobId;
use crate::core::team::opinion::Opinion;
use crate::desk::document;
use crate::i18n::{Lang, Message, Value, line as say};
use crate::store::article::ArticleError;
use crate::store::intake::renew;

pub(super) fn run(named: &[PathBuf], write: bool, place: &Place) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let desk = team.library.desk();
    let all = desk.articles().entries.into_iter().map(|entry| entry.name);
    let kept = |name: &String| original(&team, name).is_some();
    let names: Vec<String> = match named {
        [] => all.filter(kept).collect(),
        named => {
            let name = |path: &PathBuf| desk::article(desk, &path.to_string_lossy());
            named.iter().map(name).collect::<Result<_, _>>()?
        }
    };
    let told = |name: &str, what: &dyn Value| {
        format!("{}\n", say::OF.fill(place.lang, &[&on_one_line(name), what]))
    };
    let (mut changed, mut refused) = (0, 0);
    for name in &names {
        match Renewal::of(&team, name) {
            Ok(None) => output::print(&told(name, &say::UNCHANGED))?,
            Ok(Some(renewal)) => {
                changed += 1;
                output::print(&renewal.shown(place.lang, &team, name))?;
                if write {
                    renewal.write(&team, name).map_err(|error| {
                        Failure::failed(say::OF.with(&[name, &error]), say::NOTHING_OF_IT)
                    })?;
                    self::desk::wrote(place.lang, desk, desk.files_of(name));
                }
            }
            Err(why) => {
                refused += 1;
                complain(&told(name, &why.map(on_one_line)));
            }
        }
    }
    if changed > 0 && !write {
        output::print(say::WRITE_WRITES.to(place.lang))?;
    }
    match refused {
        0 => Ok(()),
        _ => Err(Failure::failed(
            say::NOT_READ_AGAIN.with(&[&refused, &names.len()]),
            say::NOT_READ_AGAIN_HINT,
        )),
    }
}

fn unread(error: &ArticleError) -> Message {
    Message::of(|lang| words::article(lang, error))
}

/// The kept original of an article.
fn original(team: &Team, name: &str) -> Option<PathBuf> {
    let desk = team.library.desk();
    let file = desk.provenance(name).ok()?.original?.file?;
    let path = std::fs::canonicalize(desk.root().join(file)).ok()?;
    path.starts_with(desk.root()).then_some(path)
}

/// Another text of an article.
struct Renewal {
    was: BlobId,
    old: String,
    new: String,
    extractor: &'static str,
}

impl Renewal {
    /// What the original gives today; none where it is the text that stands there.
    fn of(team: &Team, name: &str) -> Result<Option<Self>, Message> {
        let path = original(team, name).ok_or(say::NO_ORIGINAL)?;
        let known = team.library.desk().provenance(name).ok().and_then(|known| known.extractor);
        if known.is_some_and(|extractor| extractor.contains(ONE_OF_MANY)) {
            return Err(say::ONE_OF_MANY.into());
        }
        let input = Input::named(path);
        let Read { extracted, extractor, .. } = input.read(&input.bytes()?)?;
        let (document, was) = team.library.document(name).map_err(|error| unread(&error))?;
        let (old, new) = (document.original().to_owned(), extracted.text);
        Ok((old != new).then_some(Self { was, old, new, extractor }))
    }

    /// The lines that change, and what becomes of each verdict.
    fn shown(&self, lang: Lang, team: &Team, name: &str) -> String {
        let mut out = format!("{} ← {}\n", on_one_line(name), self.extractor);
        let input = InternedInput::new(&*self.old, &*self.new);
        for hunk in Diff::compute(Algorithm::Histogram, &input).hunks() {
            let lines = |sign, tokens: &[imara_diff::Token], out: &mut String| {
                for token in tokens {
                    let line = input.interner[*token].trim_end_matches(['\n', '\r']);
                    let _ = writeln!(out, "{}", format!("{sign} {}", on_one_line(line)).trim_end());
                }
            };
            let range = |range: &std::ops::Range<u32>| range.start as usize..range.end as usize;
            lines('-', &input.before[range(&hunk.before)], &mut out);
            lines('+', &input.after[range(&hunk.after)], &mut out);
        }
        match self.fates(lang, team, name) {
            Ok(fates) => out.push_str(&fates),
            Err(why) => {
                out += &say::NO_FATES.fill(lang, &[&why.map(on_one_line)]);
            }
        }
        out
    }

    /// How many verdicts stay in force, and each that does not.
    fn fates(&self, lang: Lang, team: &Team, name: &str) -> Result<String, Message> {
        let roster = &team.config.roster;
        let sheet = team.library.sheet(name, team.folders(), roster);
        let sheet = sheet.map_err(|error| unread(&error))?;
        let before: BTreeMap<&str, &Opinion> =
            sheet.opinions.iter().map(|opinion| (&*opinion.key, opinion)).collect();
        let anew = document(self.new.clone().into_bytes());
        let after = team.library.opinions(&anew, &sheet.books, roster);
        let (kept, lost): (Vec<_>, Vec<_>) =
            after.iter().partition(|opinion| opinion.standing.is_in_force());
        let mut out = say::STAY_IN_FORCE.fill(lang, &[&kept.len()]);
        for opinion in lost {
            let was = before.get(&*opinion.key).map_or("", |before| before.standing.name());
            let verdict = opinion.annotation.verdict.as_ref();
            let verdict = verdict.map_or(say::A_NOTE.to(lang), |id| {
                desk::verdict_name(&team.config.labels, id, lang)
            });
            let quote = say::QUOTED.with(&[&opinion.annotation.selector.exact]);
            let (was, is) = (say::name(was), say::name(opinion.standing.name()));
            let line = say::FATE.fill(lang, &[&was, &is, &opinion.name, &verdict, &quote]);
            let _ = writeln!(out, "{}", on_one_line(&line));
        }
        Ok(out)
    }

    fn write(&self, team: &Team, name: &str) -> Result<(), Message> {
        let desk = team.library.desk();
        renew(desk, name, &self.was, &self.new).map_err(|error| system(&error))?;
        let changed = desk.change_provenance(name, |known| {
            known.extractor = Some(self.extractor.to_owned());
            known.updated = Some(stamp().now.to_string());
        });
        changed.map(drop).map_err(|error| unkept(&error))
    }
}
