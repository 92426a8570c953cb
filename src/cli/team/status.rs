//! `claimdesk status`: how far the team is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::super::failure::Failure;
use super::super::output::{self, Format, on_one_line};
use super::super::{Place, desk, read};
use super::{Team, head, row};
use crate::app::parallel::{beside, in_order};
use crate::app::standing::{Standing, Standings};
use crate::core::team::outline::untouched;
use crate::core::team::progress::{Progress, State};
use crate::core::team::status::Status;
use crate::git::place::GitDir;
use crate::git::stand::Stand;
use crate::i18n::{Lang, line as say};
use crate::store::notebook::NotebookFile;

/// Print how far the team is with each article.
///
/// Who is on it, and how many claims are open, agreed, disputed, final.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
}

/// How an article stands.
struct Line {
    article: String,
    assigned: Vec<String>,
    progress: Progress,
    /// Detected claims that nobody has decided.
    open: usize,
    /// Whether nobody has touched it for long.
    stalled: bool,
    /// By which day it is to be checked.
    due: Option<Date>,
    /// Whether that day is over, and it is not.
    overdue: bool,
}

/// How an article was found to stand.
struct Read {
    standing: Standing,
    /// Whether that holds as long as its files are as they are.
    is_settled: bool,
    /// The notebooks that cannot be read.
    refused: Vec<NotebookFile>,
}

pub(in super::super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let team = Team::open(place)?;
    let all = team.articles(&[])?;
    let tells_git = matches!(format, Format::Text | Format::Json);
    // git is other programs, and they take their time.
    let clone = || tells_git.then(|| Clone::look(&team)).flatten();
    let (clone, mut standings) = beside(clone, || team.standings(place, &all));
    let names = if args.article.is_empty() { all } else { team.articles(&args.article)? };
    let found = team.read_unknown(&mut standings, &names)?;
    let git = clone.map_or(Value::Null, |clone| clone.json(&team, &mut standings));
    let lines = team.rows(&names, found, standings.close());
    match format {
        Format::Text => output::print(&(text(team.lang, &lines) + &git_line(team.lang, &git)))?,
        Format::Markdown => output::print(&markdown(team.lang, &lines))?,
        Format::Json => {
            let articles: Vec<_> = lines.iter().map(Line::json).collect();
            output::print_value(&json!({"articles": articles, "git": git}))?;
        }
        _ => output::print_list(true, lines.iter().map(Line::json))?,
    }
    team.whole()
}

impl Team {
    /// How the articles stand, as far as that is known without reading.
    fn standings(&self, place: &Place, all: &[String]) -> Standings {
        let library = desk::library_of(self.library.desk().clone(), place, &self.config);
        let roster = read::team(&self.config, library.annotator().slug());
        Standings::look(library, all, self.config.clone(), roster, &read::folders())
    }

    /// Reads the articles of which it is not known; gives how those stand that are not to be kept.
    fn read_unknown(
        &self,
        standings: &mut Standings,
        names: &[String],
    ) -> Result<BTreeMap<String, Standing>, Failure> {
        let unknown: Vec<_> = names.iter().filter(|name| !standings.has(name)).collect();
        let find = |(): &mut (), name: &&String| match standings.kept(name) {
            Some(standing) => Ok(Read { standing, is_settled: true, refused: Vec::new() }),
            None => self.read(name),
        };
        let (mut reads, mut found) = (Vec::new(), BTreeMap::new());
        let take = |read: Result<Read, Failure>| {
            reads.push(read?);
            Ok::<_, Failure>(())
        };
        in_order(&unknown, || (), find, take)?;
        for (name, Read { standing, is_settled, refused }) in unknown.into_iter().zip(reads) {
            self.complain(&refused);
            if is_settled {
                standings.put(name, standing);
            } else {
                found.insert(name.clone(), standing);
            }
        }
        Ok(found)
    }

    /// The articles, by how they were found to stand or were known to.
    fn rows(
        &self,
        names: &[String],
        mut found: BTreeMap<String, Standing>,
        mut known: BTreeMap<String, Option<Standing>>,
    ) -> Vec<Line> {
        let line = |name: &String| {
            let standing = found.remove(name).or_else(|| known.remove(name)?)?;
            Some(self.line(name, standing))
        };
        names.iter().filter_map(line).collect()
    }

    /// How an article stands, by everything that is said of it.
    fn read(&self, name: &str) -> Result<Read, Failure> {
        let sheet = self.quiet_sheet(name)?;
        let units = sheet.units(self.rules());
        let analysis = self.library.analyze(sheet.document.text());
        let progress = Progress::of(&units, &sheet.books, self.rules());
        let standing = Standing { progress, untouched: untouched(&analysis.claims, &units) };
        let is_settled = self.library.is_settled(&sheet, self.folders());
        Ok(Read { standing, is_settled, refused: sheet.refused })
    }

    fn line(&self, name: &str, Standing { progress, untouched }: Standing) -> Line {
        let (now, due) = (crate::app::stamp().now, self.roster().due(name));
        Line {
            article: name.to_owned(),
            assigned: self.assigned(name),
            open: untouched[usize::from(self.config.values.level.number())]
                + progress.count(Status::Open),
            stalled: progress.is_stalled(now, self.config.values.stalled_days),
            due,
            overdue: progress.is_overdue(due, TimeZone::system().to_datetime(now).date()),
            progress,
        }
    }
}

/// How the clone stands to the others, as of the last fetch.
struct Clone {
    /// With the person's folder.
    stand: Stand,
    /// Whether a merge or the like waits for a person.
    busy: bool,
}

impl Clone {
    /// None where the desk is in none.
    fn look(team: &Team) -> Option<Self> {
        let desk = team.library.desk();
        let dir = GitDir::find(desk.root())?;
        let own = desk.annotations().join(team.library.annotator().slug());
        let stand = Stand::look(desk.root(), &own).ok()?;
        Some(Self { stand, busy: dir.is_paused() })
    }

    fn json(self, team: &Team, standings: &mut Standings) -> Value {
        let Self { stand: Stand { repo, ahead, behind, folder }, busy } = self;
        let (desk, slug) = (team.library.desk(), team.library.annotator().slug());
        let unsaved = standings.unsaved(desk, slug, &repo, folder).unwrap_or_default();
        json!({"ahead": ahead, "behind": behind, "unsaved": unsaved, "busy": busy})
    }
}

/// How the clone stands, in words; nothing where nothing is out of step.
fn git_line(lang: Lang, git: &Value) -> String {
    let words =
        [("ahead", say::TO_PUSH), ("behind", say::TO_TAKE_OVER), ("unsaved", say::UNCOMMITTED)];
    let parts = words.iter().filter_map(|(key, words)| {
        let n = git[*key].as_u64().filter(|n| *n > 0)?;
        Some(words.fill(lang, &[&n]))
    });
    let parts: Vec<_> = parts.collect();
    match parts.is_empty() {
        true => String::new(),
        false => say::OF.fill(lang, &[&"git", &parts.join(", ")]) + "\n",
    }
}

impl Line {
    /// How many units stand how, in the order of [`Status::ALL`].
    fn counts(&self) -> impl Iterator<Item = (Status, usize)> {
        let count = |status| match status {
            Status::Open => self.open,
            other => self.progress.count(other),
        };
        Status::ALL.into_iter().map(move |status| (status, count(status)))
    }

    /// What an editor should look at.
    fn flags(&self) -> Vec<String> {
        let mut flags = Vec::new();
        for (status, n) in self.counts() {
            let tells = matches!(
                status,
                Status::Disputed | Status::Overtaken | Status::Contested | Status::Stale
            );
            if tells && n > 0 {
                flags.push(format!("{} {n}", status.name()));
            }
        }
        if self.stalled {
            flags.push("stalled".to_owned());
        }
        if self.overdue {
            flags.push("overdue".to_owned());
        }
        if self.progress.is_changed_since_published() {
            flags.push("changed since published".to_owned());
        }
        if self.progress.stale_disputes > 0 {
            flags.push(format!("stale disputes {}", self.progress.stale_disputes));
        }
        flags
    }

    fn json(&self) -> Value {
        let units: Map<_, _> =
            self.counts().map(|(s, n)| (s.name().to_owned(), json!(n))).collect();
        json!({
            "article": self.article,
            "state": self.progress.state.name(),
            "assigned": self.assigned,
            "begun": self.progress.begun,
            "done": self.progress.done,
            "due": self.due.map(|day| day.to_string()),
            "units": units,
            "flags": self.flags(),
        })
    }
}

fn text(lang: Lang, lines: &[Line]) -> String {
    let name = |status: Status| say::name(status.name()).to(lang);
    let mut out = format!("{:<9}", say::STATE.to(lang));
    for status in Status::ALL {
        let _ = write!(out, "  {}", name(status));
    }
    let _ = writeln!(out, "  {}", say::AN_ARTICLE.to(lang));
    for line in lines {
        let _ = write!(out, "{:<9}", say::name(line.progress.state.name()).to(lang));
        for (status, n) in line.counts() {
            let _ = write!(out, "  {n:>width$}", width = name(status).chars().count());
        }
        let _ = write!(out, "  {}", on_one_line(&line.article));
        if !line.progress.begun.is_empty() {
            let _ = write!(out, "  ({})", on_one_line(&line.progress.begun.join(", ")));
        }
        if let Some(day) = line.due.filter(|_| line.progress.state < State::Checked) {
            let due = if line.overdue { say::OVERDUE } else { say::DUE };
            let _ = write!(out, "  {}", due.fill(lang, &[&day]));
        }
        out.push('\n');
    }
    out
}

fn markdown(lang: Lang, lines: &[Line]) -> String {
    let statuses = Status::ALL.map(|status| say::name(status.name()));
    let names = [say::AN_ARTICLE, say::STATE, say::PEOPLE].into_iter().chain(statuses);
    let mut out = head(lang, &names.collect::<Vec<_>>());
    for line in lines {
        let people = line.progress.begun.join(", ");
        let counts: Vec<_> = line.counts().map(|(_, n)| n.to_string()).collect();
        let state = say::name(line.progress.state.name()).to(lang);
        let cells = [&*line.article, state, &people];
        out.push_str(&row(cells.into_iter().chain(counts.iter().map(String::as_str))));
    }
    out
}
