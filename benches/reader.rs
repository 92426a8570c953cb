//! What a person waits for: the release program in a terminal of 120×40, on
//! generated desks and large files, beside `less`, `vim -u NONE` and `nano` on
//! the same files in the same run.
//!
//! `cargo bench --bench reader`; `-- --quick` for the desks of 5 and 1,000 only, `-- --only WORDS` for the rows with
//! these words in their name only (`100,000`, `100 MB`),
//! `-- --verdicts` for verdicts in an annotated article only, `-- --team` for a desk of fifty people,
//! `-- --team FOLDER` to leave that desk there and to find it at the next run.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot make its desks has nothing to say"
)]
#![expect(clippy::print_stdout, reason = "it prints its figures")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "reader/line.rs"]
mod line;
#[path = "../tests/it/random.rs"]
mod random;
#[path = "reader/session.rs"]
mod session;
#[path = "reader/starts.rs"]
mod starts;
#[path = "reader/team.rs"]
mod team;

use claimdesk::core::anchor::select_in;
use claimdesk::core::annotation::{Annotation, AnnotationId, VerdictId};
use claimdesk::core::article::Document;
use claimdesk::core::claim::analyze;
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;
use corpus::Corpus;
use session::Session;

/// Starts measured for each figure.
const RUNS: usize = 5;
/// The key for a line down.
const DOWN: &str = "\x1b[B";
/// Keys of a typical reading session, in each pane.
const KEYS: usize = 300;

/// What is opened.
struct Subject {
    name: &'static str,
    desk: PathBuf,
    /// Its first article, for the other programs.
    file: PathBuf,
    /// How often it is started until all is filled in: what fills in for a minute is not waited for five times.
    fills: usize,
}

fn main() {
    let asked = |name: &str| std::env::args().any(|argument| argument == name);
    let quick = asked("--quick");
    let home = tempfile::tempdir().unwrap();
    if asked("--team") {
        let folder = std::env::args().skip_while(|argument| argument != "--team").nth(1);
        let folder = folder.filter(|folder| !folder.starts_with("--")).map(PathBuf::from);
        team::measure(&folder.unwrap_or_else(|| home.path().to_owned()));
        return;
    }
    let only = std::env::args().skip_while(|argument| argument != "--only").nth(1);
    let is_wanted = |name: &str| only.as_deref().is_none_or(|only| name.contains(only));
    if only.is_none() {
        for count in [0, 1_000, 10_000, 30_000] {
            annotated(home.path(), count);
        }
    }
    if asked("--verdicts") {
        return;
    }
    println!("{:<34}{:>26}{:>26}{:>10}", "", "median/p95/max, ms", "500 at once, ms", "bytes");
    starts::build_floor();
    for subject in subjects(home.path(), quick, is_wanted) {
        let all = [("claimdesk", vec![subject.desk.to_str().unwrap()])].into_iter().chain(
            [("less", vec![]), ("vim", vec!["-u", "NONE"]), ("nano", vec![])].map(
                |(program, mut arguments)| {
                    arguments.push(subject.file.to_str().unwrap());
                    (program, arguments)
                },
            ),
        );
        println!("{}", subject.name);
        starts::measure(&subject, home.path());
        let mut ours = None;
        for (program, arguments) in all.filter(|(program, _)| session::is_installed(program)) {
            let start = start(program, &arguments, home.path());
            let ratio = ours.map_or_else(String::new, |ours: f64| {
                format!("  claimdesk takes {:.1} times this", ours / start)
            });
            ours = ours.or(Some(start));
            println!("  {program:<10}first screen {start:>9.1} ms{ratio}");
            keys(program, &arguments, home.path());
        }
        if subject.name.ends_with("articles") {
            let (mut session, _) =
                Session::start("claimdesk", &[subject.desk.to_str().unwrap()], home.path());
            session.settle();
            search(&mut session, &subject.desk);
            palette(&mut session);
            if !subject.name.starts_with("100,000") {
                line::measure(&subject, home.path());
            }
        }
    }
}

/// A verdict in an article with so many annotations: to the frame that answers it, and
/// to the last one, which says that it is on disk; beside writing that file alone.
fn annotated(home: &Path, count: usize) {
    let home = &home.join(count.to_string());
    let subject = file(home, "an annotated article", 400 * count.max(1_000), "\n");
    let path = annotate(&subject, count);
    let (mut session, _) = Session::start("claimdesk", &[subject.desk.to_str().unwrap()], home);
    session.settle();
    let pairs = ["d", "U"].iter().cycle().take(20);
    let (mut frames, mut all): (Vec<_>, Vec<_>) = pairs
        .filter_map(|key| session.press_twice(key, Duration::from_millis(800)))
        .map(|(first, last)| (millis(first), millis(last)))
        .unzip();
    let bytes = fs::read(&path).unwrap_or_default();
    let mut written: Vec<_> = (0..RUNS).map(|_| rewrite(&path, &bytes)).collect();
    println!(
        "a verdict beside {count} annotations: frame {:.1} ms, last frame {:.1} ms; writing its {} kB \
         alone {:.1} ms",
        median(&mut frames),
        median(&mut all),
        bytes.len() / 1000,
        median(&mut written),
    );
}

/// Gives the first claims of an article a verdict each; gives the notebook's file.
fn annotate(subject: &Subject, count: usize) -> PathBuf {
    let doc = Document::new(fs::read(&subject.file).unwrap());
    let claims = analyze(doc.text()).claims;
    let now = jiff::Timestamp::UNIX_EPOCH;
    let desk = Desk::open(&subject.desk).unwrap();
    let mut book = desk.notebook(&Annotator::new("Zoé Martin"), "large.txt");
    let mut notebook = book.notebook().clone();
    for claim in claims.iter().skip(1).take(count) {
        let selector = select_in(&doc, claim.span, None);
        let id = AnnotationId::of(&selector, |id| notebook.annotations.contains_key(id));
        let verdict = Some(VerdictId("unverified".to_owned()));
        let annotation = Annotation { verdict, ..Annotation::new(selector, now) };
        notebook.annotations.insert(id, annotation);
    }
    assert_eq!(notebook.annotations.len(), count, "too few claims");
    if count > 0 {
        let base = book.notebook().clone();
        book.save(&base, &notebook).unwrap();
    }
    book.path().to_owned()
}

/// Milliseconds of writing a file anew beside it, flushing it and putting it in its place.
fn rewrite(path: &Path, bytes: &[u8]) -> f64 {
    let beside = path.with_extension("bench");
    let begin = Instant::now();
    fs::write(&beside, bytes).unwrap();
    fs::File::open(&beside).unwrap().sync_all().unwrap();
    fs::rename(&beside, path).unwrap();
    millis(begin.elapsed())
}

/// Words in many articles, in few, and in none.
const WORDS: [&str; 3] = ["Pyongyang", "Sibylline", "zyxwvut"];

/// How long a search through all articles takes, beside the search of the same
/// files for the same word by `rg`, or `grep` where that is not installed.
fn search(session: &mut Session, desk: &Path) {
    let finder = ["rg", "grep"].into_iter().find(|program| session::is_installed(program));
    for word in WORDS {
        session.press("s");
        let ours = session.press_and_follow(word, Duration::from_millis(500)).map_or(0.0, millis);
        session.press("\x1b");
        session.press("\x1b");
        let others = finder.map_or_else(String::new, |finder| {
            let mut times: Vec<_> = (0..RUNS).map(|_| found(finder, word, desk)).collect();
            let theirs = median(&mut times);
            format!(", {finder} {theirs:.1} ms: {:.1} times", ours / theirs)
        });
        println!("    search for {word}: {ours:.1} ms{others}");
    }
}

/// What a letter typed into the palette takes: to the frame that shows it, and to the one that lists
/// what matches.
fn palette(session: &mut Session) {
    session.press(":");
    let letters = "corroborer 000123".chars().map(String::from);
    let (mut shown, mut listed): (Vec<_>, Vec<_>) = letters
        .filter_map(|letter| session.press_twice(&letter, Duration::from_millis(300)))
        .map(|(first, last)| (millis(first), millis(last)))
        .unzip();
    let most = |times: &[f64]| times.iter().copied().fold(0.0, f64::max);
    println!(
        "    palette, a letter: {:.1} ms, {:.1} ms at most; what matches: {:.1} ms, {:.1} ms at most",
        median(&mut shown),
        most(&shown),
        median(&mut listed),
        most(&listed),
    );
}

/// Milliseconds of one search by another program.
fn found(finder: &str, word: &str, desk: &Path) -> f64 {
    let begin = Instant::now();
    let deep = if finder == "grep" { "-rc" } else { "-c" };
    let mut command = Command::new(finder);
    command.args([deep, word]).arg(desk.join("seeds")).stdout(Stdio::null()).status().unwrap();
    millis(begin.elapsed())
}

/// Those desks and files that are wanted, made when they are reached.
fn subjects(
    home: &Path,
    quick: bool,
    is_wanted: impl Fn(&str) -> bool + Copy,
) -> impl Iterator<Item = Subject> {
    const LARGE: usize = 50_000;
    let desks = [
        ("5 articles", 5),
        ("1,000 articles", 1_000),
        ("10,000 articles", 10_000),
        ("100,000 articles", 100_000),
    ];
    let files = [
        ("an article of 1 MB", 1, "\n"),
        ("an article of 10 MB", 10, "\n"),
        ("an article of 100 MB", 100, "\n"),
        ("one line of 10 MB", 10, " "),
    ];
    let (desk_home, file_home) = (home.to_owned(), home.to_owned());
    let fills = |is_large| if is_large { 1 } else { RUNS };
    let desks = desks.into_iter().take(if quick { 2 } else { 4 });
    let desks = desks.filter(move |(name, _)| is_wanted(name)).map(move |(name, articles)| {
        Subject { fills: fills(articles > LARGE), ..desk(&desk_home, name, articles) }
    });
    let files = files.into_iter().take(if quick { 0 } else { 4 });
    let files = files.filter(move |(name, ..)| is_wanted(name)).map(move |(name, mb, end)| {
        let bytes = mb * 1_000_000;
        Subject { fills: fills(mb > 10), ..file(&file_home, name, bytes, end) }
    });
    desks.chain(files)
}

fn desk(home: &Path, name: &'static str, articles: usize) -> Subject {
    let desk = home.join(format!("desk-{articles}"));
    let seeds = desk.join("seeds");
    fs::create_dir_all(&seeds).unwrap();
    for (i, text) in Corpus::new(7).take(articles).enumerate() {
        fs::write(seeds.join(format!("{i:06}.txt")), text).unwrap();
    }
    let file = seeds.join("000000.txt");
    Subject { name, desk, file, fills: RUNS }
}

fn file(home: &Path, name: &'static str, bytes: usize, end: &str) -> Subject {
    let desk = home.join(name.replace(' ', "-"));
    fs::create_dir_all(desk.join("seeds")).unwrap();
    let mut text = String::with_capacity(bytes + 4096);
    for article in Corpus::new(7) {
        text.push_str(&article.replace('\n', end));
        if text.len() >= bytes {
            break;
        }
    }
    let file = desk.join("seeds/large.txt");
    fs::write(&file, text).unwrap();
    Subject { name, desk, file, fills: RUNS }
}

/// Milliseconds to the first complete screen: the median of some runs.
fn start(program: &str, arguments: &[&str], home: &Path) -> f64 {
    let mut times: Vec<_> =
        (0..RUNS).map(|_| millis(Session::start(program, arguments, home).1)).collect();
    median(&mut times)
}

/// Keys in each pane, 500 at once, memory, and what it does while nothing happens.
fn keys(program: &str, arguments: &[&str], home: &Path) {
    let (mut session, _) = Session::start(program, arguments, home);
    let first = session.memory();
    let settled = session.settle();
    // Of each pane: the keys that bring the focus there, those of the session, and the
    // one that is pressed many times.
    let panes: &[(&str, &str, &[&str], &str)] = match program {
        "claimdesk" => &[
            ("text", "", &["j", "j", "j", "\x1b[6~", "\x1b[B", "k", "\x1b[5~", "\x1b[B"], DOWN),
            ("claim", "\t", &["\x1b[B", "\x1b[B", "\x1b[A", "\x1b[6~"], "j"),
            ("list", "\t", &["j", "j", "j", "k", "\x1b[6~", "\x1b[5~"], "j"),
            // A verdict, on disk when it shows, and its undoing.
            ("verdict", "\t", &["d", "U"], DOWN),
        ],
        _ => &[("text", "", &["\x1b[B", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[B", "\x1b[5~"], DOWN)],
    };
    for (pane, focus, typical, many) in panes {
        session.press(focus);
        let frames: Vec<_> =
            typical.iter().cycle().take(KEYS).filter_map(|key| session.press(key)).collect();
        let bytes = frames.iter().map(|(_, bytes)| bytes).sum::<usize>() / frames.len().max(1);
        let mut times: Vec<_> = frames.iter().map(|(time, _)| millis(*time)).collect();
        let middle = median(&mut times);
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        let most = times.last().copied().unwrap_or_default();
        let at_once =
            millis(session.press_at_once(&many.repeat(500)).map_or(Duration::ZERO, |f| f.0));
        let spread = format!("{middle:.1} / {:.1} / {most:.1}", at(95));
        println!("    keys, {pane:<24}{spread:>26}{at_once:>26.1}{bytes:>10}");
    }
    let mut memory = String::new();
    if let (Some(first), Some((now, peak))) = (first, session.memory()) {
        let _ = write!(memory, "{} MB at first, {now} settled, {peak} at peak; ", first.0);
    }
    let (wakes, work) = session.idle(Duration::from_secs(2));
    let settled = settled
        .map_or("not within two minutes".to_owned(), |t| format!("{:.1} s", t.as_secs_f64()));
    println!("    {memory}quiet after {settled}; in 2 s idle {wakes} wake-ups, {work} ticks");
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle one; sorts.
fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Since when, to the moment given.
fn since(start: Instant, end: Instant) -> Duration {
    end.saturating_duration_since(start)
}
