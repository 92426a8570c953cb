//! Sharing through git: several clones at once, and every state in which nothing must happen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const PEOPLE: [&str; 6] = ["Anna Berg", "Anna Berg", "Ben", "Chloé", "David", "Eva"];

/// A bare repository with a desk in it, and clones beside it.
pub(crate) struct Team(TempDir);

impl Team {
    pub(crate) fn new() -> Self {
        let team = Self(tempfile::tempdir().unwrap());
        team.git(".", &["init", "-q", "--bare", "--initial-branch=main", "hub.git"]);
        team.git(".", &["clone", "-q", "hub.git", "first"]);
        let text: Vec<_> =
            (0..40).map(|n| format!("Le rapport {n} parle de {} soldats.", 1000 + n)).collect();
        team.write("first/seeds/a.txt", &text.join(" "));
        team.program("first", "Anna Berg", &["init"]);
        team.git("first", &["add", "-A"]);
        team.git("first", &["commit", "-qm", "desk"]);
        team.git("first", &["push", "-q", "-u", "origin", "main"]);
        team
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>, dir: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("HOME", self.0.path())
            .env("PATH", "/usr/bin:/bin")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_NAME", "x")
            .env("GIT_AUTHOR_EMAIL", "x@example.org")
            .env("GIT_COMMITTER_NAME", "x")
            .env("GIT_COMMITTER_EMAIL", "x@example.org")
            .current_dir(self.path(dir));
        command
    }

    #[track_caller]
    pub(crate) fn git(&self, dir: &str, args: &[&str]) -> String {
        let out = self.command("git", dir).args(args).output().unwrap();
        assert!(out.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    }

    pub(crate) fn try_program(&self, dir: &str, who: &str, args: &[&str]) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_claimdesk"), dir);
        command.args(args).args(["--annotator", who]).output().unwrap()
    }

    #[track_caller]
    pub(crate) fn program(&self, dir: &str, who: &str, args: &[&str]) -> String {
        let out = self.try_program(dir, who, args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    /// What refuses, and the whole state of a clone before and after, which must be equal.
    #[track_caller]
    fn refuses(&self, dir: &str, expected: &str) {
        let state = || {
            let files = self.git(dir, &["status", "--porcelain=v2", "--untracked-files=all"]);
            (files, self.git(dir, &["rev-parse", "HEAD"]), self.git(dir, &["diff", "--cached"]))
        };
        let before = state();
        let out = self.try_program(dir, "Ben", &["sync"]);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{said}");
        assert!(said.contains(expected), "{said}");
        assert_eq!(state(), before);
    }

    pub(crate) fn mark(&self, dir: &str, who: &str, claim: usize, verdict: &str) {
        let quote = format!("Le rapport {claim} parle de {} soldats", 1000 + claim);
        self.program(dir, who, &["mark", "a.txt", "--quote", &quote, "--verdict", verdict]);
    }

    /// The verdicts of a clone: person, words, verdict.
    pub(crate) fn verdicts(&self, dir: &str) -> Vec<String> {
        let all = self.program(dir, "x", &["verdicts", "--format", "json"]);
        let all: Vec<serde_json::Value> = serde_json::from_str(&all).unwrap();
        let mut out = Vec::new();
        for unit in all {
            for (person, said) in unit["people"].as_object().unwrap() {
                out.push(format!("{person} {} {}", unit["quote"], said["verdict"]));
            }
        }
        out.sort();
        out
    }
}

#[test]
fn a_broken_notebook_is_never_committed() {
    let team = Team::new();
    team.mark("first", "Anna Berg", 3, "d");
    team.program("first", "Anna Berg", &["sync"]);
    let path = "first/annotations/anna-berg/a.txt.json";
    let whole = fs::read_to_string(team.path(path)).unwrap();
    let head = || team.git("first", &["rev-parse", "HEAD"]);
    let before = head();
    let doubled = whole.replacen("\"verdict\"", "\"verdict\": \"disputed\",\n      \"verdict\"", 1);
    let marked = format!("<<<<<<< ours\n{whole}=======\n{whole}>>>>>>> theirs\n");
    let cases = [
        (whole[..whole.len() / 2].to_owned(), "git checkout -- annotations/anna-berg/a.txt.json"),
        (doubled, "check --fix"),
        (marked, "check --fix"),
    ];
    for (broken, cure) in &cases {
        team.write(path, broken);
        for args in [&["sync"][..], &["sync", "--dry-run"]] {
            let out = team.try_program("first", "Anna Berg", args);
            let said = String::from_utf8_lossy(&out.stderr);
            assert_eq!(out.status.code(), Some(1), "{said}");
            assert!(
                said.contains("annotations/anna-berg/a.txt.json") && said.contains(cure),
                "{said}"
            );
            assert_eq!(head(), before);
            assert_eq!(fs::read_to_string(team.path(path)).unwrap(), *broken);
        }
    }
    team.program("first", "Anna Berg", &["check", "--fix"]);
    team.mark("first", "Anna Berg", 4, "c");
    team.program("first", "Anna Berg", &["sync"]);
    assert_ne!(head(), before);
}

#[test]
fn six_clones_that_share_at_once_lose_nothing() {
    const ROUNDS: usize = 2;
    let team = Team::new();
    for n in 0..PEOPLE.len() {
        // Nobody runs `init`: sync brings the driver along.
        team.git(".", &["clone", "-q", "hub.git", &format!("clone{n}")]);
    }
    for round in 0..ROUNDS {
        std::thread::scope(|scope| {
            for (n, who) in PEOPLE.iter().enumerate() {
                let team = &team;
                scope.spawn(move || {
                    let dir = format!("clone{n}");
                    team.mark(&dir, who, round * 6 + n, "d");
                    let out = team.try_program(&dir, who, &["sync", "--format", "json"]);
                    let said: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
                    // Being too slow eight times is no failure: it goes out with the next sync.
                    let later = said["problems"].to_string().contains("next sync");
                    assert!(out.status.success() || later, "{said}");
                });
            }
        });
    }
    for _ in 0..2 {
        for (n, who) in PEOPLE.iter().enumerate() {
            team.program(&format!("clone{n}"), who, &["sync"]);
        }
    }
    let all = team.verdicts("clone0");
    assert_eq!(all.len(), ROUNDS * PEOPLE.len(), "{all:?}");
    for n in 1..PEOPLE.len() {
        let dir = format!("clone{n}");
        let tree = |dir: &str| team.git(dir, &["rev-parse", "HEAD^{tree}"]);
        assert_eq!(tree(&dir), tree("clone0"));
        assert_eq!(team.git(&dir, &["status", "--porcelain"]), "");
    }
    // Each person's commits touch the person's own folder alone; merges join.
    let log = team.git("clone0", &["log", "--no-merges", "--format=%s", "--name-only"]);
    assert_eq!(log.matches("claimdesk: 1 verdict on 1 article").count(), ROUNDS * PEOPLE.len());
}

/// Until a person has chosen between what two machines say, whoever looks is told of both. Which of the
/// two is in force depends on the second in which each was said.
#[test]
fn what_two_machines_say_otherwise_is_told_wherever_it_is_shown() {
    let team = Team::new();
    team.git(".", &["clone", "-q", "hub.git", "second"]);
    let quote = "Le rapport 3 parle de 1003 soldats";
    let mark = |dir: &str, verdict: &str, note: &str| {
        let args = ["mark", "a.txt", "--quote", quote, "--verdict", verdict, "--note", note];
        team.program(dir, "Anna Berg", &args);
    };
    mark("first", "d", "vu au bureau");
    mark("second", "c", "vu à la maison");
    team.program("first", "Anna Berg", &["sync"]);
    let out = team.try_program("second", "Anna Berg", &["sync"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(out.status.code(), Some(1), "{said}");
    let told = "shared, but two of your machines say different things of 1 claim";
    assert!(said.contains(told) && said.contains("claimdesk check"), "{said}");
    for args in [&["check"][..], &["todo"]] {
        let out = team.try_program("second", "Anna Berg", args);
        let said = String::from_utf8(out.stdout).unwrap();
        assert!(said.contains("conflict") && said.contains(quote), "{args:?}: {said}");
        // Which of the two is here depends on the second in which each was said.
        let both = ["verdict: ", "disputed", "corroborated", "vu au bureau", "vu à la maison"];
        assert!(args == ["todo"] || both.iter().all(|told| said.contains(told)), "{said}");
    }
    for args in [&["show", "a.txt"][..], &["verdicts"], &["verdicts", "--format", "markdown"]] {
        let said = team.program("second", "Anna Berg", args);
        for other in ["another machine says: verdict: ", "another machine says: note: vu "] {
            assert!(said.contains(other), "{args:?}: {said}");
        }
    }
    let said = team.program("second", "Anna Berg", &["verdicts", "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let rivals = said[0]["people"]["anna-berg"]["conflict"].to_string();
    assert!(rivals.contains(r#"{"note":"vu "#) && rivals.contains(r#"{"verdict":"#), "{rivals}");
    for file in ["r.md", "r.html"] {
        team.program("second", "Anna Berg", &["report", "-o", file]);
        let page = fs::read_to_string(team.path("second").join(file)).unwrap();
        assert!(page.contains("another machine says vu "), "{file}: {page}");
    }
}

#[test]
fn a_dry_run_prints_every_command_and_changes_nothing() {
    let team = Team::new();
    team.mark("first", "Anna Berg", 1, "c");
    let before = team.git("first", &["status", "--porcelain", "--untracked-files=all"]);
    let said = team.program("first", "Anna Berg", &["sync", "--dry-run"]);
    let commands: Vec<_> = said.lines().filter(|line| line.starts_with("git ")).collect();
    let verbs: Vec<_> = commands.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(verbs, ["fetch", "add", "commit", "push"], "{said}");
    assert!(said.contains("to share: annotations/anna-berg/a.txt.json"), "{said}");
    assert_eq!(team.git("first", &["status", "--porcelain", "--untracked-files=all"]), before);
    for forbidden in ["--force", "rebase", "reset", "stash", "clean", "amend", "--no-verify"] {
        assert!(!said.contains(forbidden), "{said}");
    }
}

#[test]
fn what_is_not_ones_own_stays_as_it_is() {
    let team = Team::new();
    team.mark("first", "Anna Berg", 1, "c");
    team.write("first/seeds/b.txt", "Il pleut.\n");
    team.write("first/annotations/ben/a.txt.json", "{}");
    team.program("first", "Anna Berg", &["sync"]);
    let left = team.git("first", &["status", "--porcelain", "--untracked-files=all"]);
    assert_eq!(left, "?? annotations/ben/a.txt.json\n?? seeds/b.txt");
    team.program("first", "Anna Berg", &["sync", "--with", "seeds/b.txt"]);
    assert!(team.git("hub.git", &["ls-tree", "-r", "--name-only", "main"]).contains("seeds/b.txt"));
    let out = team.try_program("first", "Anna Berg", &["sync", "--with", "annotations/ben"]);
    assert_eq!(out.status.code(), Some(2));
    // A path of the desk is one wherever the person stands, whatever else is called so there.
    team.write("first/seeds/c.txt", "Il neige.\n");
    team.write("seeds/c.txt", "Il vente.\n");
    team.program(".", "Anna Berg", &["-C", "first", "sync", "--with", "seeds/c.txt"]);
    assert!(team.git("hub.git", &["ls-tree", "-r", "--name-only", "main"]).contains("seeds/c.txt"));
}

#[test]
fn a_renamed_article_goes_out_with_the_next_sync() {
    let team = Team::new();
    team.git(".", &["clone", "-q", "hub.git", "other"]);
    team.mark("first", "Anna Berg", 1, "c");
    team.program("first", "Anna Berg", &["mv", "a.txt", "b.txt"]);
    let said = team.program("first", "Anna Berg", &["sync", "--dry-run"]);
    assert!(said.contains("seeds/a.txt") && said.contains("seeds/b.txt"), "{said}");
    team.program("first", "Anna Berg", &["sync"]);
    assert_eq!(team.git("first", &["status", "--porcelain", "--untracked-files=all"]), "");
    let names = team.git("hub.git", &["ls-tree", "-r", "--name-only", "main"]);
    assert!(names.contains("seeds/b.txt") && !names.contains("seeds/a.txt"), "{names}");
    // And so where somebody has taken the rename out of git's index, and others came meanwhile.
    team.mark("other", "Ben", 2, "d");
    team.program("other", "Ben", &["sync"]);
    team.program("first", "Anna Berg", &["mv", "b.txt", "c.txt"]);
    team.git("first", &["restore", "--staged", "."]);
    team.program("first", "Anna Berg", &["sync"]);
    assert_eq!(team.git("first", &["status", "--porcelain", "--untracked-files=all"]), "");
    let names = team.git("hub.git", &["ls-tree", "-r", "--name-only", "main"]);
    assert!(names.contains("seeds/c.txt") && !names.contains("seeds/b.txt"), "{names}");
    assert_eq!(team.verdicts("first").len(), 2);
}

#[test]
fn the_file_that_two_people_changed_is_named() {
    let team = Team::new();
    team.git(".", &["clone", "-q", "hub.git", "other"]);
    for (dir, who) in [("first", "Anna Berg"), ("other", "Ben")] {
        team.write(&format!("{dir}/seeds/a.txt"), &format!("{who} a compté 12 soldats.\n"));
        team.git(dir, &["commit", "-qam", who]);
    }
    team.git("first", &["push", "-q"]);
    let told = "cannot merge what others changed, too, and changed nothing: seeds/a.txt (x)\n";
    team.refuses("other", told);
}

#[test]
fn a_commit_that_git_does_not_know_is_told_in_own_words() {
    let team = Team::new();
    for (args, name) in [
        (&["changes", "origin/nowhere..HEAD"][..], "origin/nowhere..HEAD"),
        (&["check", "--since", "origin/nowhere"], "origin/nowhere"),
    ] {
        let out = team.try_program("first", "Anna Berg", args);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        let told = format!("git knows no commit `{name}`");
        assert!(said.contains(&told) && said.contains("git branch --all"), "{said}");
        assert!(!said.contains("fatal"), "{said}");
    }
}

#[test]
fn where_it_cannot_share_it_says_so_and_changes_nothing() {
    let team = Team::new();
    let clone = |name: &str| {
        team.git(".", &["clone", "-q", "hub.git", name]);
        team.mark(name, "Ben", 2, "d");
    };
    clone("detached");
    team.git("detached", &["checkout", "-q", "--detach"]);
    team.refuses("detached", "detached HEAD");
    clone("alone");
    team.git("alone", &["switch", "-q", "-c", "mine"]);
    team.refuses("alone", "follows no branch");
    clone("staged");
    team.write("staged/seeds/new.txt", "x");
    team.git("staged", &["add", "seeds/new.txt"]);
    team.refuses("staged", "others' paths are staged");
    clone("offline");
    team.git("offline", &["remote", "set-url", "origin", Path::new("/nowhere").to_str().unwrap()]);
    team.refuses("offline", "cannot fetch");
    clone("merging");
    team.git("merging", &["update-ref", "MERGE_HEAD", "HEAD"]);
    team.refuses("merging", "under way");
    clone("programs");
    team.git("programs", &["config", "core.sshCommand", "touch pwned"]);
    team.refuses("programs", "core.sshcommand = touch pwned");
    team.program("programs", "Ben", &["sync", "--trust"]);
    team.program("programs", "Ben", &["sync"]);
    assert!(!team.path("programs/pwned").exists());
    // Consent is to what a hook does, not to its name.
    clone("hooks");
    team.write("hooks/.git/hooks/post-merge", "#!/bin/sh\ntrue\n");
    team.program("hooks", "Ben", &["sync", "--trust"]);
    team.write("hooks/.git/hooks/post-merge", "#!/bin/sh\ntouch pwned\n");
    team.refuses("hooks", "hooks/post-merge");
    let bare = tempfile::tempdir().unwrap();
    fs::create_dir(bare.path().join("seeds")).unwrap();
    let mut command = team.command(env!("CARGO_BIN_EXE_claimdesk"), ".");
    let out = command.args(["sync", "-C"]).arg(bare.path()).output().unwrap();
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("not inside a git repository"));
}

#[test]
fn a_clone_of_a_topic_that_is_not_there_leaves_nothing_behind() {
    let team = Team::new();
    let clone =
        || team.try_program(".", "Ben", &["init", "--clone", "hub.git", "part", "--topics", "x"]);
    let said = |out: &Output| String::from_utf8_lossy(&out.stderr).into_owned();
    let first = clone();
    assert_eq!(first.status.code(), Some(3), "{}", said(&first));
    assert!(said(&first).contains("the articles stand in seeds/ itself"), "{}", said(&first));
    assert!(!team.path("part").exists());
    assert_eq!(said(&clone()), said(&first));
}

/// The commands of docs/team.md, from an empty folder.
#[test]
fn first_day_of_a_team() {
    let team = Team(tempfile::tempdir().unwrap());
    team.git(".", &["init", "-q", "--bare", "--initial-branch=main", "hub.git"]);
    team.git(".", &["init", "-q", "--initial-branch=main", "desk"]);
    team.write("desk/seeds/a.txt", "Hier, 300 soldats sont morts. La ville est prise.\n");
    team.program("desk", "Anna Berg", &["init"]);
    team.write(
        "desk/claimdesk.toml",
        "[team]\nper-article = 2\n[team.people.anna-berg]\nname = \"Anna Berg\"\n\
         [team.people.chef-redaction]\nname = \"Chef Rédaction\"\nrole = \"editor\"\n",
    );
    team.git("desk", &["add", "-A"]);
    team.git("desk", &["commit", "-qm", "The desk"]);
    team.git("desk", &["remote", "add", "origin", "../hub.git"]);
    team.git("desk", &["push", "-q", "-u", "origin", "HEAD"]);
    for (dir, who, verdict) in [("anna", "Anna Berg", "c"), ("ben", "Ben", "d")] {
        team.git(".", &["clone", "-q", "hub.git", dir]);
        let quote = ["--quote", "La ville est prise", "--verdict", verdict];
        team.program(dir, who, &[&["mark", "a.txt"][..], &quote].concat());
        team.program(dir, who, &["sync"]);
    }
    team.git(".", &["clone", "-q", "hub.git", "chef"]);
    let chef = "Chef Rédaction";
    assert!(team.program("chef", chef, &["status"]).contains("in work"));
    let figures = team.program("chef", chef, &["agreement", "--format", "markdown"]);
    assert!(figures.contains("| anna-berg, ben | 1 (few) | 0.000 | 0.000 |"), "{figures}");
    let mut command = team.command(env!("CARGO_BIN_EXE_claimdesk"), "chef");
    let mut child = command
        .args(["adjudicate", "--lang", "en", "--annotator", chef])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, "=2 Ben a raison.\n".as_bytes()).unwrap();
    drop(input);
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    expect_test::expect![[r#"

        a.txt
        “La ville est prise”
        =1  corroborated · Anna Berg
        =2  disputed · Ben
        For the team: c corroborated, d disputed, u unverified, m misleading, x not a
        claim, =N as person N, 0 cannot be decided; a reason may follow. Enter: later.
        q: leave.
        > Saved as final.
        That was all. Decided for the team: 1. Left: 0.
    "#]]
    .assert_eq(&said);
    for (verdict, told) in
        [("none", "final: cannot be decided"), ("open", "a.txt: open"), ("d", "final: disputed")]
    {
        let why = ["--why", "Ben a raison."];
        let ruled = [&["mark", "a.txt", "--claim", "2", "--final", verdict][..], &why].concat();
        let said = team.program("chef", chef, &ruled);
        assert!(said.contains(told), "{said}");
    }
    team.program("chef", chef, &["sync"]);
    team.program("anna", "Anna Berg", &["sync"]);
    for command in [
        &["assign"][..],
        &["take", "a.txt"],
        &["done", "a.txt"],
        &["todo"],
        &["reply", "a.txt", "--claim", "2", "--text", "@chef-redaction, source ?"],
        &["changes", "--since", "yesterday"],
        &["changes", "--by", "me", "--since", "today"],
        &["changes", "origin/main..HEAD", "--format", "markdown"],
        &["log", "a.txt", "--claim", "2"],
        &["check", "--since", "origin/main", "--authors", "origin/main..HEAD"],
        &["sync"],
    ] {
        team.program("anna", "Anna Berg", command);
    }
    let said = team.program("anna", "Anna Berg", &["verdicts"]);
    assert!(said.contains("disputed · final, Chef Rédaction — Ben a raison."), "{said}");
    // A round on branches of their own.
    for (dir, who, branch) in [("anna", "Anna Berg", "anna-berg/r1"), ("ben", "Ben", "ben/r1")] {
        team.git(dir, &["switch", "-q", "-c", branch]);
        team.git(dir, &["push", "-q", "-u", "origin", "HEAD"]);
        let quote = ["--quote", "300 soldats sont morts", "--verdict", "d"];
        team.program(dir, who, &[&["mark", "a.txt"][..], &quote].concat());
        team.program(dir, who, &["sync"]);
    }
    team.git("chef", &["fetch", "-q"]);
    team.git("chef", &["merge", "-q", "--no-edit", "origin/anna-berg/r1", "origin/ben/r1"]);
    team.program("chef", chef, &["sync"]);
    let said = team.program("chef", chef, &["verdicts"]);
    assert!(said.contains("300 soldats sont morts\n  disputed · agreed"), "{said}");
    let refused = team.try_program("ben", "Ben", &["adjudicate"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn status_counts_ones_own_notebooks_that_are_not_committed_whoever_asked_before() {
    let team = Team::new();
    let unsaved = |who: &str| {
        let said = team.program("first", who, &["status", "--format", "json"]);
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        said["git"]["unsaved"].as_u64().unwrap()
    };
    let is = |anna: u64, ben: u64| {
        // What was found is kept: asking again finds it again.
        for _ in 0..2 {
            assert_eq!((unsaved("Anna Berg"), unsaved("Ben")), (anna, ben));
        }
    };
    is(0, 0);
    team.mark("first", "Anna Berg", 1, "d");
    is(1, 0);
    team.mark("first", "Ben", 1, "c");
    is(1, 1);
    team.git("first", &["add", "annotations/anna-berg"]);
    team.git("first", &["commit", "-qm", "Anna's"]);
    is(0, 1);
    fs::remove_file(team.path("first/annotations/ben/a.txt.json")).unwrap();
    fs::remove_file(team.path("first/annotations/anna-berg/a.txt.json")).unwrap();
    is(1, 0);
    team.git("first", &["checkout", "-q", "--", "annotations"]);
    is(0, 0);
    team.mark("first", "Anna Berg", 2, "d");
    is(1, 0);
    team.git("first", &["commit", "-qam", "more"]);
    team.git("first", &["reset", "-q", "--soft", "HEAD~1"]);
    is(1, 0);
}
