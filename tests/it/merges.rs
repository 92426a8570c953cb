//! Real merges of four people with two machines each, with all that a notebook can say in the mix.
//!
//! `CLAIMDESK_TEST_MERGES=500 cargo test --test it merges:: -- --nocapture` merges longer and prints
//! the figures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use claimdesk::core::annotation::merge::merge;
use claimdesk::core::annotation::{
    Annotation, AnnotationId, Final, Notebook, Remark, Selector, VerdictId, Work,
};
use claimdesk::store::format::{self, Parsed};
use jiff::Timestamp;
use tempfile::TempDir;

use crate::random::Random;

const PEOPLE: usize = 4;
const MACHINES: usize = 2;
const VERDICTS: [&str; 4] = ["corroborated", "disputed", "unverified", "misleading"];

/// What everybody pushes to, and a working tree of each machine.
struct Team {
    dir: TempDir,
    random: Random,
    /// Seconds since the first step: every step has a time of its own.
    time: i64,
}

impl Team {
    fn new(with_driver: bool) -> Self {
        let team = Self { dir: tempfile::tempdir().unwrap(), random: Random(11), time: 0 };
        let main = team.main();
        fs::create_dir(&main).unwrap();
        git(&main, &["init", "-q", "-b", "main"]);
        assert!(team.claimdesk(&main, &["init"]).status.success());
        if !with_driver {
            git(&main, &["config", "--remove-section", "merge.claimdesk"]);
        }
        fs::write(main.join("seeds/a.txt"), "Il y a 300 soldats.\n").unwrap();
        git(&main, &["add", "-A"]);
        git(&main, &["commit", "-qm", "start"]);
        for machine in 0..PEOPLE * MACHINES {
            let (branch, path) = (format!("m{machine}"), team.machine(machine));
            git(&main, &["worktree", "add", "-qb", &branch, path.to_str().unwrap()]);
        }
        team
    }

    fn main(&self) -> PathBuf {
        self.dir.path().join("main")
    }

    fn machine(&self, machine: usize) -> PathBuf {
        self.dir.path().join(format!("m{machine}"))
    }

    fn claimdesk(&self, dir: &Path, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .args(args)
            .current_dir(dir)
            .env("HOME", self.dir.path())
            .output()
            .unwrap()
    }

    /// A notebook as a commit has it.
    fn committed(&self, commit: &str, person: usize) -> Notebook {
        let out = run(&self.main(), &["show", &format!("{commit}:{}", below(person))]);
        if out.status.success() { whole(&out.stdout).notebook } else { Notebook::default() }
    }

    fn now(&mut self) -> Timestamp {
        self.time += 1;
        Timestamp::from_second(1_790_000_000 + self.time).unwrap()
    }

    /// One thing that a person does on one machine.
    fn act(&mut self, notebook: &mut Notebook, machine: usize) {
        let now = self.now();
        let ids: Vec<_> = notebook.annotations.keys().cloned().collect();
        let what = if ids.is_empty() { 0 } else { self.random.below(9) };
        let id = ids.get(self.random.below(ids.len().max(1))).cloned();
        let verdict = || VerdictId(VERDICTS[self.time as usize % VERDICTS.len()].to_owned());
        let (Some(id), 2..) = (id, what) else {
            // An annotation is known by its words: two machines may mark the same.
            let at = self.random.below(80);
            let id = AnnotationId(format!("word{at:02}").into());
            let selector =
                Selector { exact: format!("{at} soldats"), start: at, ..Selector::default() };
            let mut new = Annotation::new(selector, now);
            new.verdict = Some(verdict());
            if !notebook.annotations.contains_key(&id) {
                notebook.annotations.insert(id, new);
            }
            return;
        };
        if what == 8 {
            notebook.annotations.remove(&id);
            return;
        }
        if what == 7 {
            let state = Work::STATES[self.time as usize % 2].to_owned();
            notebook.work = Some(Box::new(Work { state, at: now, ..Work::default() }));
            return;
        }
        let annotation = notebook.annotations.get_mut(&id).unwrap();
        annotation.updated = now;
        match what {
            2 => {
                annotation.verdict = Some(verdict());
                annotation.settle("verdict");
            }
            3 => {
                annotation.note = format!("Noté {} sur m{machine}.", self.time);
                annotation.settle("note");
            }
            4 => {
                let over = [("ana/x".to_owned(), verdict())].into_iter().collect();
                let verdict = (self.time % 3 > 0).then(verdict);
                let why = "Vu.".to_owned();
                annotation.final_verdict =
                    Some(Final { verdict, why, at: now, over, ..Final::default() });
                annotation.settle("final");
            }
            _ => {
                let text = format!("Source {} ?", self.time);
                let remark = Remark { text, at: now, ..Remark::default() };
                annotation.talk.insert(format!("t{machine}x{}", self.time), remark);
            }
        }
    }

    /// A person works on one machine, which has what is in the hub, and commits.
    fn work(&mut self, machine: usize) {
        let (tree, person) = (self.machine(machine), machine / MACHINES);
        git(&tree, &["merge", "-q", "--ff-only", "main"]);
        let path = tree.join(below(person));
        let mut notebook = fs::read(&path).map_or_else(
            |_| Notebook {
                article: "a.txt".to_owned(),
                annotator: format!("P{person}"),
                ..Notebook::default()
            },
            |bytes| whole(&bytes).notebook,
        );
        for _ in 0..=self.random.below(3) {
            self.act(&mut notebook, machine);
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format::serialize(&notebook, format::Style::default())).unwrap();
        git(&tree, &["add", "-A"]);
        git(&tree, &["commit", "-qm", "work", "--allow-empty"]);
    }

    /// Merges one machine's work into the hub; gives what ought to stand there, what does, and
    /// whether git stopped.
    fn merge(&self, machine: usize) -> (Notebook, Notebook, bool) {
        let (main, person, branch) = (self.main(), machine / MACHINES, format!("m{machine}"));
        let base = run(&main, &["merge-base", "main", &branch]).stdout;
        let base = String::from_utf8(base).unwrap();
        let [base, ours, theirs] =
            [base.trim(), "main", &branch].map(|commit| self.committed(commit, person));
        let expected = merge(&base, &ours, &theirs).notebook;
        let stopped = !run(&main, &["merge", "-q", "--no-edit", &branch]).status.success();
        let annotator = format!("P{person}");
        if self.claimdesk(&main, &["check", "--fix", "--annotator", &annotator]).status.code()
            == Some(2)
        {
            panic!("check could not run");
        }
        git(&main, &["add", "-A"]);
        git(&main, &["commit", "-q", "--allow-empty", "--no-edit", "-m", "merged"]);
        let got = whole(&fs::read(main.join(below(person))).unwrap());
        assert!(got.repairs.iter().all(|repair| matches!(repair, format::Repair::Conflict(_))));
        (expected, got.notebook, stopped)
    }
}

fn run(dir: &Path, args: &[&str]) -> Output {
    Command::new("git")
        .args(["-c", "user.name=z", "-c", "user.email=z@x", "-c", "gc.auto=0"])
        .args(args)
        .current_dir(dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

#[track_caller]
fn git(dir: &Path, args: &[&str]) {
    let out = run(dir, args);
    assert!(out.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&out.stderr));
}

fn below(person: usize) -> String {
    format!("annotations/p{person}/a.txt.json")
}

#[track_caller]
fn whole(bytes: &[u8]) -> Parsed {
    format::parse(bytes).unwrap_or_else(|e| panic!("{e:?}: {}", String::from_utf8_lossy(bytes)))
}

/// Works and merges so often, or a little more; gives how often, and how often git stopped.
fn merges(with_driver: bool, count: usize, judge: impl Fn(&Notebook, &Notebook)) -> (usize, usize) {
    let mut team = Team::new(with_driver);
    let (mut done, mut stops) = (0, 0);
    while done < count {
        let machines: Vec<_> = (0..PEOPLE * MACHINES).collect();
        for &machine in &machines {
            team.work(machine);
        }
        let first = team.random.below(machines.len());
        for machine in machines.iter().cycle().skip(first).take(machines.len()) {
            let (expected, got, stopped) = team.merge(*machine);
            judge(&expected, &got);
            (done, stops) = (done + 1, stops + usize::from(stopped));
        }
    }
    (done, stops)
}

fn count() -> usize {
    std::env::var("CLAIMDESK_TEST_MERGES").map_or(16, |n| n.parse().unwrap())
}

#[test]
fn with_the_driver_git_never_stops_and_merges_as_we_do() {
    let (done, stops) = merges(true, count(), |expected, got| assert_eq!(got, expected));
    println!("with the driver: {done} merges, {stops} stops");
    assert_eq!(stops, 0);
}

#[test]
fn without_the_driver_nothing_is_lost_or_doubled() {
    let (done, stops) = merges(false, count(), |expected, got| {
        for (id, annotation) in &expected.annotations {
            let found = got.annotations.get(id).unwrap_or_else(|| panic!("{} is lost", id.0));
            let has = |known: &Option<VerdictId>| {
                found.verdict == *known || found.conflict.iter().any(|r| r.field == "verdict")
            };
            assert!(has(&annotation.verdict), "{}: {found:?}", id.0);
            assert!(annotation.talk.keys().all(|remark| found.talk.contains_key(remark)));
            assert_eq!(found.final_verdict.is_some(), annotation.final_verdict.is_some());
        }
        assert_eq!(got.work.is_some(), expected.work.is_some());
    });
    println!("without the driver: {done} merges, {stops} stops");
}
