//! A desk of fifty people: what a start costs beside that of one person, and what their work costs on
//! a key.

use std::ffi::OsString;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope};
use std::time::{Duration, Instant, SystemTime};

use claimdesk::core::anchor::select_in;
use claimdesk::core::annotation::{BlobId, Selector};
use claimdesk::core::article::Document;
use claimdesk::core::claim::analyze;
use rustix::fs::{AtFlags, Mode, OFlags, open, statat};
use serde_json::{Map, Value, json};

use super::corpus::Corpus;
use super::session::{Session, person};
use super::{median, millis};

const ARTICLES: usize = 5_000;
const PEOPLE: usize = 50;
/// People on each article, and claims each of them decides.
const READERS: usize = 20;
const CLAIMS: usize = 4;
/// Articles in a folder.
const FOLDER: usize = 1_000;

pub(super) fn measure(home: &Path) {
    let (one, all) = (home.join("one"), home.join("all"));
    println!("{ARTICLES} articles, {PEOPLE} people, {} notebooks", ARTICLES * READERS);
    if !all.join(".git").exists() {
        make(&one, &all);
    }
    start("one person, first start", &one, home, false);
    start("one person, next start", &one, home, true);
    start("fifty people, first start", &all, home, false);
    start("fifty people, next start", &all, home, true);
    touch(&all, 50);
    start("fifty people, 50 notebooks changed", &all, home, true);
    println!("claimdesk status, first   {:>8.0} ms", millis(status(&all, home)));
    let mut next: Vec<_> = (0..5).map(|_| millis(status(&all, home))).collect();
    println!("claimdesk status, next    {:>8.0} ms", median(&mut next));
    let mut asked: Vec<_> = (0..5).map(|_| millis(ask(&folders(&all)))).collect();
    println!("asking for all files      {:>8.0} ms", median(&mut asked));
    touch(&all, 50);
    println!("50 notebooks changed      {:>8.0} ms", millis(status(&all, home)));
}

/// What `claimdesk status` takes for somebody whose reader has been open.
fn status(desk: &Path, home: &Path) -> Duration {
    let begin = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimdesk"));
    command.args(["status", "--annotator", "Person 00", "-C"]).arg(desk);
    command.env("HOME", person(home)).env_remove("XDG_CACHE_HOME").stdout(Stdio::null());
    assert!(command.status().unwrap().success());
    begin.elapsed()
}

/// The folders of a desk and the files in each.
fn folders(desk: &Path) -> Vec<(PathBuf, Vec<OsString>)> {
    let (mut folders, mut waiting) =
        (Vec::new(), vec![desk.join("seeds"), desk.join("annotations")]);
    while let Some(folder) = waiting.pop() {
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            match entry.file_type().unwrap().is_dir() {
                true => waiting.push(entry.path()),
                false => files.push(entry.file_name()),
            }
        }
        folders.push((folder, files));
    }
    folders
}

/// What it takes to ask the system for each of these files and to do nothing else, on all processors:
/// no program that asks can be faster.
fn ask(folders: &[(PathBuf, Vec<OsString>)]) -> Duration {
    let begin = Instant::now();
    let next = AtomicUsize::new(0);
    let threads = available_parallelism().map_or(1, NonZero::get);
    scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((folder, files)) = folders.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let opened = open(folder, OFlags::DIRECTORY, Mode::empty()).unwrap();
                    for file in files {
                        statat(&opened, file, AtFlags::SYMLINK_NOFOLLOW).unwrap();
                    }
                }
            });
        }
    });
    begin.elapsed()
}

/// Makes the desks.
fn make(one: &Path, all: &Path) {
    for (i, text) in Corpus::new(7).take(ARTICLES).enumerate() {
        let name = format!("topic-{:02}/{i:05}.txt", i / FOLDER);
        let doc = Document::new(text.into_bytes());
        let claims = analyze(doc.text()).claims;
        let blob = BlobId::of(doc.original().as_bytes());
        let claims = claims.iter().step_by(2).take(CLAIMS);
        let quotes: Vec<_> =
            claims.map(|claim| select_in(&doc, claim.span, Some(blob.clone()))).collect();
        for desk in [one, all] {
            write(&desk.join("seeds").join(&name), doc.original());
        }
        for reader in 0..READERS {
            let person = (i + reader * 2 + reader / 10) % PEOPLE;
            let book = notebook(&name, person, &quotes, i + reader);
            let below = format!("annotations/person-{person:02}/{name}.json");
            for desk in [all].into_iter().chain((person == 0).then_some(one)) {
                write(&desk.join(&below), &book);
            }
        }
    }
    for desk in [one, all] {
        git(desk, &["init", "-q"]);
        git(desk, &["add", "-A"]);
        git(desk, &["-c", "user.name=a", "-c", "user.email=a@b.fr", "commit", "-qm", "all"]);
    }
}

/// What a start costs until nothing is left to do, and what two overviews take.
fn start(name: &str, desk: &Path, home: &Path, again: bool) {
    let arguments = ["--annotator", "Person 00", "-C", desk.to_str().unwrap()];
    let run = if again { Session::again } else { Session::start };
    let (mut session, first) = run("claimdesk", &arguments, home);
    let settled = session.settle().map_or(0.0, |time| time.as_secs_f64());
    let (processor, memory) = (session.processor().unwrap_or(0.0), session.memory());
    println!(
        "{name:<38}first screen {:>6.1} ms, all read after {settled:>5.1} s, {processor:>5.2} s of processor \
         time, {} MB",
        millis(first),
        memory.map_or(0, |memory| memory.0),
    );
    for key in ["T", "P"] {
        let shown = session.press_twice(key, Duration::from_millis(300));
        println!("    {key} {:>6.1} ms", shown.map_or(0.0, |(first, _)| millis(first)));
        session.press("\x1b");
    }
}

/// One person's verdicts: most say the same.
fn notebook(article: &str, person: usize, quotes: &[Selector], seed: usize) -> String {
    let verdicts = ["corroborated", "disputed", "unverified", "misleading"];
    let annotations: Map<String, Value> = quotes
        .iter()
        .enumerate()
        .map(|(n, quote)| {
            let verdict = if (seed + n).is_multiple_of(11) { verdicts[seed % 4] } else { verdicts[n % 4] };
            let annotation = json!({
                "verdict": verdict, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
                "start": quote.start, "end": quote.end, "blob": quote.blob.as_ref().map(|blob| &blob.0),
                "created": "2026-11-20T10:12:03Z", "updated": "2026-11-20T10:15:44Z",
            });
            (format!("id{n}x{}", quote.start), annotation)
        })
        .collect();
    let book = json!({
        "format": "claimdesk/1", "article": article, "annotator": format!("Person {person:02}"),
        "annotations": annotations,
    });
    serde_json::to_string_pretty(&book).unwrap()
}

/// Changes some notebooks of one person.
fn touch(desk: &Path, count: usize) {
    let folder = desk.join("annotations/person-01/topic-00");
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let paths: Vec<PathBuf> = entries.take(count).collect();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        write(&path, &text.replacen("corroborated", "disputed", 1));
    }
}

/// Writes a file that nobody has touched for a while.
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
    let then = SystemTime::now() - Duration::from_mins(10);
    fs::File::options().append(true).open(path).unwrap().set_modified(then).unwrap();
}

fn git(desk: &Path, arguments: &[&str]) {
    Command::new("git").arg("-C").arg(desk).args(arguments).status().unwrap();
}
