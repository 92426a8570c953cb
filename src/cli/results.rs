//! What `report` and `export` have in common: which articles, whose decisions, where to.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Place;
use super::failure::{Failure, Wrong, system};
use super::output::{complain, on_one_line, warn};
use super::progress::Progress;
use super::team::Team;
use crate::app::results::{self, Order, Stopped, Written};
use crate::exchange::{Gap, Missing, Piece, Writer};
use crate::i18n::{Lang, Message, line as say};

/// Which articles, and whose decisions.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// Only these articles: their names, or beginnings of them.
    articles: Vec<String>,
    /// Only what these people decided: their folders, with commas between.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    people: Vec<String>,
    /// Only claims on which something was said since then: a day such as 2026-11-20, or a time
    /// such as 2026-11-20T10:00:00Z.
    #[arg(long, value_name = "WHEN", value_parser = time)]
    since: Option<Timestamp>,
}

/// A day, from its beginning here, or a time.
fn time(text: &str) -> Result<Timestamp, Wrong> {
    if let Ok(time) = text.parse() {
        return Ok(time);
    }
    let day: Date = text.parse().map_err(|_| Wrong(say::A_DAY_SUCH_AS.into()))?;
    TimeZone::system().to_timestamp(day.at(0, 0, 0, 0)).map_err(|error| Wrong(Message::same(error)))
}

/// What was asked for, with its desk.
pub(super) struct Request {
    pub(super) team: Team,
    lang: Lang,
    articles: Vec<String>,
    since: Option<Timestamp>,
}

impl Request {
    pub(super) fn of(selection: &Selection, place: &Place) -> Result<Self, Failure> {
        let mut team = Team::open(place)?;
        if !selection.people.is_empty() {
            team.only(&selection.people)?;
        }
        let articles = team.articles(&selection.articles)?;
        Ok(Self { team, lang: place.lang, articles, since: selection.since })
    }

    pub(super) fn articles(&self) -> usize {
        self.articles.len()
    }

    fn order(&self, crosscheck: bool) -> Order<'_> {
        Order {
            library: &self.team.library,
            config: &self.team.config,
            folders: self.team.folders(),
            articles: self.articles.clone(),
            since: self.since,
            crosscheck,
        }
    }

    /// Writes files, with progress on a terminal.
    pub(super) fn write(
        &self,
        crosscheck: bool,
        writer: Box<dyn Writer>,
        at: &results::Place<'_>,
    ) -> Result<Written, Failure> {
        let mut progress = Progress::of(self.articles.len(), say::DONE_OF, self.lang);
        let written = results::write(&self.order(crosscheck), writer, at, &mut |done, all| {
            progress.at(done, all);
            true
        });
        drop(progress);
        told(self.lang, written)
    }

    /// Gives the pieces, for standard output.
    pub(super) fn pieces(
        &self,
        crosscheck: bool,
        writer: Box<dyn Writer>,
        mut put: impl FnMut(Piece) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut failed = None;
        let mut put = |piece| {
            put(piece).map_err(|failure| {
                failed = Some(failure);
                Stopped::Cancelled
            })
        };
        let given = results::pieces(&self.order(crosscheck), writer, &mut put, &mut |_, _| true);
        match failed {
            Some(failure) => Err(failure),
            None => whole(&told(self.lang, given)?),
        }
    }
}

/// Names on standard error what was left out, or says why nothing was written.
fn told(lang: Lang, written: Result<Written, Stopped>) -> Result<Written, Failure> {
    let written = written.map_err(|stopped| match stopped {
        Stopped::Missing(missing) => lacking(lang, &missing),
        Stopped::Unwritten(path, error) => Failure::failed(
            say::UNWRITTEN.with(&[&path.display(), &system(&error)]),
            say::UNWRITTEN_HINT,
        ),
        Stopped::Cancelled => Failure::failed(say::STOPPED, say::BEGIN_AGAIN),
    })?;
    for Gap { file, why, is_left_out } in &written.gaps {
        let told = if *is_left_out { say::LEFT_OUT } else { say::NOT_WHOLLY };
        warn(lang, &told.with(&[&on_one_line(file), &why.clone().map(on_one_line)]));
    }
    for (article, verdict) in &written.unknown {
        warn(lang, &say::UNKNOWN_GOES_OUT.with(&[&on_one_line(article), &on_one_line(&verdict.0)]));
    }
    Ok(written)
}

/// Fails where something is left out of what was written.
pub(super) fn whole(written: &Written) -> Result<(), Failure> {
    match written.left_out().count() {
        0 => Ok(()),
        files => Err(Failure::left_out(files)),
    }
}

/// What stands in the way of publishing, all of it at once.
fn lacking(lang: Lang, missing: &[Missing]) -> Failure {
    for Missing { place, what } in missing {
        let told = say::OF.fill(lang, &[&place.clone().map(on_one_line), what]);
        complain(&format!("{told}\n"));
    }
    Failure::failed(say::LACKING, say::LACKING_HINT)
}
